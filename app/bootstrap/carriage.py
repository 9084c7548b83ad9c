"""Carriage: workouts out to other programs' files, and files and texts in, for the window.

Rules of the file: nothing is written but by `app.bootstrap.bench`; here is said what would be, and what would be lost.
One workout is to be seen in the editor; of several, each goes to the shelf, and every run into the history.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from app.core.athlete import Athlete
from app.core.bounds import FILES_AT_ONCE, TEXT_CHARS
from app.core.errors import BellLapError, InputError
from app.core.plan import Setup
from app.core.tongue import tr
from app.core.workout import Workout
from app.ui.workbench import Carried, Kept, Opened, Packed, Ware

if TYPE_CHECKING:
    from app.bootstrap.exchange import Imported
    from app.interchange.recording import Recording
    from app.ui.desk import KeptRun


T = TypeVar("T")


class Onto(Protocol):
    """What files are carried onto."""

    @property
    def athlete(self) -> Athlete:
        """Whose goal gives shares of a race's speed."""
        ...

    def opened_from(self, path: Path) -> Opened | None:
        """Return the workout of a file that is on the shelf."""
        ...

    def shelve(self, workout: Workout) -> Kept:
        """Put a workout on the shelf, once."""
        ...

    def keep_run(self, recording: Recording, file: str) -> KeptRun:
        """Put a run into the history, once."""
        ...


# Out ------------------------------------------------------------------------------------------------------------------


def wares() -> tuple[Ware, ...]:
    """Return the formats that a workout can be written in, those for a watch first."""
    return (
        Ware("fit", "FIT", ".fit", tr("Garmin and other watches")),
        Ware("icu", "intervals.icu", ".icu.txt", tr("text to paste into intervals.icu")),
        Ware("zwo", "ZWO", ".zwo", tr("Zwift, on a treadmill")),
        Ware("tcx", "TCX", ".tcx", tr("older Garmin devices and programs")),
        Ware("toml", "TOML", ".toml", tr("another Bell Lap, with all there is")),
        Ware("text", tr("Text"), ".txt", tr("an e-mail, a message, a note")),
    )


def pack(workout: Workout, ware: str, athlete: Athlete, setup: Setup) -> Packed:
    """Write a workout in a format."""
    from app.bootstrap.exporting import written  # noqa: PLC0415 - formats load when one is written

    made = written(workout, ware, athlete, setup)
    return Packed(made.data, tuple(loss.what for loss in made.losses))


# In -------------------------------------------------------------------------------------------------------------------


def carry(paths: Sequence[str], onto: Onto) -> Carried:
    """Bring files in; each that cannot be is said, and the others come all the same."""
    from app.bootstrap.exchange import read_file  # noqa: PLC0415 - formats load when one is read

    found: list[tuple[Path, Imported]] = []
    refused: list[str] = []
    for path in map(Path, paths[:FILES_AT_ONCE]):
        try:
            found += ((path, held) for held in read_file(path, onto.athlete))
        except BellLapError as error:
            refused.append(str(error))
    if len(paths) > FILES_AT_ONCE:
        refused.append(tr("these are more than {n} files; give the others later").format(n=FILES_AT_ONCE))
    workouts = [(path, held) for path, held in found if held.workout is not None]
    runs = [(path, held.recording) for path, held in found if held.recording is not None]
    shelved: list[Kept] = []
    kept: list[KeptRun] = []
    if len(workouts) > 1:
        for path, held in workouts:
            _tried(lambda: onto.shelve(_workout(held)), shelved, path, refused)  # noqa: B023 - it is done at once
    for path, recording in runs:
        _tried(lambda: onto.keep_run(recording, path.name), kept, path, refused)  # noqa: B023 - as above
    opened = tuple(_opened(path, held, onto) for path, held in workouts) if len(workouts) == 1 else ()
    return Carried(opened, tuple(shelved), tuple(kept), tuple(refused))


def carry_text(text: str, athlete: Athlete) -> Carried:
    """Bring a text in: the content of a file of another program, else a coach's words as they are."""
    from app.bootstrap.exchange import TEXT, read_bytes  # noqa: PLC0415 - formats load when one is read

    if not text.strip():
        raise InputError(tr("there is no text to paste"))
    if len(text) > TEXT_CHARS:
        raise InputError(tr("a text of more than {n} characters is no workout").format(n=f"{TEXT_CHARS:,}"))
    try:
        (held, *_more) = read_bytes(text.encode(errors="replace"), "", athlete)
    except BellLapError:
        if text.lstrip()[:1] in ("<", "{"):  # of another program, and no workout
            raise
        return Carried((Opened(text),))
    if held.workout is None or held.format == TEXT:
        return Carried((Opened(text),))
    return Carried((_seen(held),))


def _opened(path: Path, held: Imported, onto: Onto) -> Opened:
    from app.bootstrap.exchange import TEXT, bytes_of  # noqa: PLC0415 - as above
    from app.library.texts import typed_of  # noqa: PLC0415 - as above

    on_shelf = onto.opened_from(path)
    if on_shelf is not None:
        return on_shelf
    if held.format == TEXT:
        text = bytes_of(path).decode("utf-8-sig", "replace")
        if len(text) <= TEXT_CHARS:
            return Opened(text, held.name)
    return _seen(held, typed_of(path) if path.suffix == ".toml" else "")


def _seen(held: Imported, typed: str = "") -> Opened:
    from app.library.texts import editor_text  # noqa: PLC0415 - as above

    workout = _workout(held)
    text = editor_text(workout, typed)
    return Opened(text, workout.name, "", workout.tags, held.warnings, workout=workout)


def _workout(held: Imported) -> Workout:
    assert held.workout is not None
    return held.workout


def _tried(do: Callable[[], T], done: list[T], path: Path, refused: list[str]) -> None:
    try:
        done.append(do())
    except BellLapError as error:
        refused.append(f"{path.name}: {error}" if path.name not in str(error) else str(error))
