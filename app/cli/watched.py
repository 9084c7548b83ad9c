"""The race in a file of a watch, for `bell-lap analyse`: its one piece of work, or its reps one behind the other."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from app.cli.athletes import convention, track
from app.core.analysis import RepFigures, rep_figures
from app.core.errors import InputError
from app.core.marks import MarkTime
from app.core.session import Session
from app.core.setup import Setup
from app.core.units import Metres

SUFFIXES = {".fit", ".tcx", ".gpx"}
_MARKS = (b"<gpx", b"<TrainingCenterDatabase")


def is_of_watch(path: Path, first: bytes = b"") -> bool:
    """Say whether a file is a watch's, by its name or by its first bytes."""
    return path.suffix.lower() in SUFFIXES or first[8:12] == b".FIT" or any(mark in first[:1000] for mark in _MARKS)


@dataclass(frozen=True, slots=True)
class WatchRace:
    """What is to be analysed of a file of a watch."""

    final_s: Fraction
    race_m: Metres
    marks: tuple[MarkTime, ...]
    warnings: tuple[str, ...]


def race_of_watch(path: Path, race_m: Metres | None, options: argparse.Namespace) -> WatchRace:
    """Return the race in a file of a watch.

    Args:
        path: of the file.
        race_m: how long it was, where that was said.
        options: the track, the lines and the rep that were asked for.

    Raises:
        InputError: it has no run, or no distances; with its name.
        WorkoutError: it cannot be read, or nothing in it is whole; with its name.
    """
    from app.bootstrap.exchange import read_file  # noqa: PLC0415 - the formats load only for a file of theirs
    from app.interchange.sessions import session_of  # noqa: PLC0415 - as above

    runs = [found.recording for found in read_file(path) if found.recording is not None]
    if not runs:
        raise InputError(f"{path.name}: there is a workout in it and no run; `bell-lap show` takes workouts")
    warnings = []
    if len(runs) > 1:
        warnings.append(f"the file holds {len(runs)} runs; the longest is taken")
    recording = max(runs, key=lambda run: run.elapsed_ms)
    setup = Setup(track(options.track), convention=convention(options))
    made = session_of(recording, None, setup, file=path.name, race_m=race_m)
    warnings += [note.removesuffix(".") for note in made.notes]
    reps = [rep for rep in rep_figures(Session.from_events(made.plan, made.events)) if rep.laps]
    if not reps:
        raise InputError(f"{path.name} has no distances, so that nothing in it can be brought to 400 m")
    if options.rep is not None:
        if not 1 <= options.rep <= len(reps):
            few = "1 rep" if len(reps) == 1 else f"{len(reps)} reps"
            raise InputError(f"{path.name} has {few}, so --rep takes 1 to {len(reps)}")
        reps = [reps[options.rep - 1]]
    if len(reps) > 1:
        warnings.append(f"the {len(reps)} reps stand one behind the other, without what lies between; --rep takes one")
    marks = _behind_each_other(reps)
    return WatchRace(marks[-1].time_s, marks[-1].mark_m, marks[:-1], tuple(warnings))


def _behind_each_other(reps: Sequence[RepFigures]) -> tuple[MarkTime, ...]:
    marks: list[MarkTime] = []
    for rep in reps:
        from_m, from_s = marks[-1] if marks else (Fraction(0), Fraction(0))
        marks += [MarkTime(from_m + lap.to_m, from_s + Fraction(lap.split_ms, 1000)) for lap in rep.laps]
    return tuple(marks)
