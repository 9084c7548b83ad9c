"""FIT, the format of watches: workouts both ways, recorded runs in.

It stands between the container (`fit_bytes`) and what the parts of a file mean (`fit_workout_in`, `fit_run`).
"""

from __future__ import annotations

from dataclasses import replace

from app.core.errors import Fault, WorkoutError
from app.core.tongue import tr
from app.interchange.fit_bytes import looks_like_fit, read_parts
from app.interchange.fit_messages import Part
from app.interchange.fit_run import recordings_of
from app.interchange.fit_workout_in import sheets_of
from app.interchange.fit_workout_out import ABILITIES, write_workout
from app.interchange.format import Format, Held

_RUN_KINDS = ("session", "lap", "record")
_NO_RUN = ("course", "segment", "segment_list")
"""Types of file that have points and laps, but of a way, not of a run."""


def read_fit(data: bytes) -> tuple[Held, ...]:
    """Read what a file holds, part by part.

    Raises:
        WorkoutError: nothing in it is a workout or a run; one sentence says what it is.
    """
    held: list[Held] = []
    late: list[str] = []
    nothing: list[str] = []
    for number, part in enumerate(read_parts(data), 1):
        found = _held_in(part)
        if found:
            held.extend(found)
            continue
        nothing.append(_is_no(part))
        late.append(tr("part {number} of the file was left out: {why}").format(number=number, why=nothing[-1]))
    if not held:
        raise WorkoutError([Fault(nothing[0])])
    if late:
        held[-1] = _warned(held[-1], tuple(late))
    return tuple(held)


def _held_in(part: Part) -> tuple[Held, ...]:
    if part.kinds.get("workout_step") and not any(part.kinds.get(kind) for kind in _RUN_KINDS):
        return sheets_of(part.messages, part.faults)
    if _file_type(part) in _NO_RUN:
        return ()
    return recordings_of(part)


def _file_type(part: Part) -> str:
    said = [str(values["type"]) for values in part.of("file_id") if "type" in values]
    return said[0] if said else ""


def _is_no(part: Part) -> str:
    """Say what a part holds that is neither a workout nor a run."""
    if not part.kinds:
        if part.faults:
            return tr("nothing in this FIT file is whole: {fault}").format(fault=part.faults[0])
        return tr("this FIT file is empty but for its head")
    kind = _file_type(part)
    if kind.startswith("monitoring"):
        what = tr("monitoring data")
    elif kind in ("settings", "sport", "device"):
        what = tr("settings")
    elif kind in _NO_RUN:
        what = tr("a course")
    elif kind in ("activity", "workout", ""):
        return tr("this FIT file holds nothing that is whole, no workout and no run")
    else:
        what = kind.replace("_", " ")
    return tr("this FIT file holds {what}, no workout and no run").format(what=what)


def _warned(held: Held, late: tuple[str, ...]) -> Held:
    return replace(held, warnings=held.warnings + late)


FORMAT = Format(
    key="fit",
    name="FIT",
    suffix=".fit",
    looks_like=looks_like_fit,
    read=read_fit,
    abilities=ABILITIES,
    write=write_workout,
)
