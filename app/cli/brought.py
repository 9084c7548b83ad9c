"""What a file brought in, as `bell-lap import` shows it: for people, and as JSON."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from app.cli.answers import print_table
from app.core.asked import How
from app.core.athlete import Athlete
from app.core.planning import compile_plan
from app.core.session import Session
from app.core.setup import Setup
from app.core.units import format_metres, format_time
from app.core.workout import Intensity, Workout

if TYPE_CHECKING:
    from app.bootstrap.exchange import Imported
    from app.interchange.recording import Recording
    from app.interchange.sessions import Imported as Made

_SHOWN_LAPS = 40


@dataclass(slots=True)
class Brought:
    """One thing that a file held."""

    kind: str
    format: str
    name: str
    sport: str | None
    workout: Workout | None = None
    recording: Recording | None = None
    laps: list[dict[str, Any]] = field(default_factory=list)
    distance_m: float | None = None
    time_s: float | None = None
    warnings: tuple[str, ...] = ()
    losses: tuple[str, ...] = ()
    """What keeping it cost."""
    saved: str | int | None = None

    @classmethod
    def of(cls, found: Imported, file: str, athlete: Athlete, setup: Setup) -> Brought:
        """Return what was found, measured.

        Raises:
            WorkoutError: it is over a bound, or no time passed in it.
        """
        if found.workout is not None:
            made = cls("workout", found.format, found.name, found.sport or None, found.workout)
            made.warnings = found.warnings
            made.distance_m, made.time_s = _size(found.workout, athlete, setup)
            return made
        assert found.recording is not None
        from app.interchange.sessions import session_of  # noqa: PLC0415 - loads when a run is read

        session = session_of(found.recording, athlete, setup, file=file)
        made = cls("run", found.format, found.recording.name or session.plan.workout.name, found.sport or None)
        made.recording = found.recording
        made.warnings = tuple(dict.fromkeys((*found.warnings, *session.notes)))
        made.laps = _laps(found.recording) or _splits(session)
        whole = found.recording
        made.distance_m = None if whole.distance_m is None else round(whole.distance_m, 2)
        made.time_s = whole.elapsed_ms / 1000
        return made


def _size(workout: Workout, athlete: Athlete, setup: Setup) -> tuple[float | None, float | None]:
    """Return the metres and the seconds that are written, recoveries among them; None for none."""
    plan = compile_plan(workout, athlete, replace(setup, lead_in_ms=0))
    segments = [segment for segment in plan.segments if segment.intensity is not Intensity.LEAD_IN]
    metres = sum((segment.distance_m for segment in segments if segment.distance_m is not None), Fraction(0))
    ms = sum(segment.duration_ms for segment in segments if segment.duration_ms is not None)
    return round(float(metres), 3) or None, ms / 1000 or None


def _laps(recording: Recording) -> list[dict[str, Any]]:
    return [
        {
            "lap": number,
            "distance_m": None if lap.distance_m is None else round(lap.distance_m, 2),
            "time_s": lap.elapsed_ms / 1000,
            "intensity": None if lap.intensity is None else lap.intensity.value,
            "trigger": lap.cause.value or None,
        }
        for number, lap in enumerate(recording.laps, 1)
    ]


def _splits(made: Made) -> list[dict[str, Any]]:
    """Return the laps of a run whose file has none: from split to split of the session that is made of it."""
    rows: list[dict[str, Any]] = []
    for record in Session.from_events(made.plan, made.events).records:
        at_m, at_ms = Fraction(0), 0
        ends = [(split.mark.distance_m, split.elapsed_ms, split.how) for split in record.splits if split.mark]
        if record.elapsed_ms is not None and (not ends or record.elapsed_ms > ends[-1][1]):
            ends.append((record.segment.distance_m or Fraction(0), record.elapsed_ms, How.IMPORTED))
        for mark_m, ms, how in ends:
            rows.append(
                {
                    "lap": len(rows) + 1,
                    "distance_m": round(float(mark_m - at_m), 2) if mark_m else None,
                    "time_s": (ms - at_ms) / 1000,
                    "intensity": record.segment.intensity.value,
                    "trigger": None,
                    "is_interpolated": how is How.INTERPOLATED,
                }
            )
            at_m, at_ms = mark_m, ms
    return rows


def values(each: Brought) -> dict[str, Any]:
    """Return it for JSON."""
    return {
        "kind": each.kind,
        "format": each.format,
        "name": each.name,
        "sport": each.sport,
        "steps": [] if each.workout is None else _steps(each.workout),
        "laps": each.laps,
        "distance_m": each.distance_m,
        "time_s": each.time_s,
        "warnings": [*each.warnings, *each.losses],
        "saved": each.saved,
    }


def _steps(workout: Workout) -> list[dict[str, Any]]:
    from app.notation.exchange import project  # noqa: PLC0415 - the grammar loads when a workout is read
    from app.notation.reading import Reading  # noqa: PLC0415 - as above

    return _as_in_the_file(project(Reading(workout.steps))["steps"] or [])


def _as_in_the_file(given: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows without a recovery that stands behind a block whose rounds all have it: a file's rounds do."""
    rows: list[dict[str, Any]] = []
    for row in given:
        last = rows[-1] if rows else {}
        if row not in (last.get("between_sets"), *last.get("steps", ())[-1:]):
            rows.append(row | {"steps": _as_in_the_file(row["steps"])} if "steps" in row else row)
    return rows


def steps_lines(each: Brought) -> list[str]:
    """Return a workout's steps, a line each; none of a run."""
    if each.workout is None:
        return []
    from app.notation.writing import format_item  # noqa: PLC0415 - as above

    return [format_item(item) for item in each.workout.steps]


def totals(each: Brought) -> str:
    """Say how far and how long."""
    far = "" if each.distance_m is None else f", {format_metres(Fraction(str(each.distance_m)), 1)} m"
    return far + ("" if each.time_s is None else f", {format_time(Fraction(str(each.time_s)), 1)}")


def laps_table(each: Brought) -> None:
    """Print a run's laps."""
    rows = [
        (
            str(row["lap"]),
            "" if row["distance_m"] is None else format_metres(Fraction(str(row["distance_m"])), 1),
            format_time(Fraction(str(row["time_s"])), 1),
            row["intensity"] or "",
            "interpolated" if row.get("is_interpolated") else row["trigger"] or "",
        )
        for row in each.laps[:_SHOWN_LAPS]
    ]
    if rows:
        print_table(("lap", "metres", "time", "what", "by"), rows)
    if len(each.laps) > _SHOWN_LAPS:
        print(f"and {len(each.laps) - _SHOWN_LAPS} more laps; --json has them all")
