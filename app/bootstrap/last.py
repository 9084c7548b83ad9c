"""The last race that was run: from the store, read without a lock and without writing.

Rule of the file: a rep counts if it is work by distance that was run to its end, with at least one split on the way.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from app.core.analysis import RepFigures, rep_figures
from app.core.errors import InputError
from app.core.marks import MarkTime
from app.core.origin import origin_words
from app.core.session import Session
from app.core.units import Metres
from app.folder import data_folder

if TYPE_CHECKING:
    from app.store.database import StoredSession


@dataclass(frozen=True, slots=True)
class LastRace:
    """One rep by distance as it was run."""

    name: str
    """The workout, when it was begun, and which rep."""
    race_m: Metres
    final_s: Fraction
    """Running time; pauses are taken out."""
    marks: tuple[MarkTime, ...]
    notes: tuple[str, ...] = ()
    """Where it is the run of a watch: that it is, and what was taken for what."""


def last_race(data_dir: str | None, rep_number: int | None) -> LastRace:
    """Return a rep of the last session that has one by distance with splits.

    Args:
        data_dir: the data folder that was asked for, if one was.
        rep_number: which of its reps by distance with splits, 1-based; None takes the longest, of equals the first.

    Raises:
        InputError: there is no such session, or no such rep in it.
        StoreError: the file cannot be read.
    """
    from app.store.looking import newest_sessions  # noqa: PLC0415 - the store loads only where it is read

    folder = data_folder(data_dir)
    for stored in newest_sessions(folder):
        reps = [rep for rep in rep_figures(Session.from_events(stored.plan, stored.events)) if _has_splits(rep)]
        if reps:
            return _chosen(stored, reps, rep_number)
    raise InputError(f"no session in {folder} has a rep by distance that was run to its end with splits on the way")


def _has_splits(rep: RepFigures) -> bool:
    return len(rep.laps) > 1 and rep.laps[-1].to_m == rep.segment.distance_m


def _chosen(stored: StoredSession, reps: list[RepFigures], rep_number: int | None) -> LastRace:
    if rep_number is not None and not 1 <= rep_number <= len(reps):
        few = "1 rep" if len(reps) == 1 else f"{len(reps)} reps"
        raise InputError(f"the last session has {few} by distance with splits, so --rep takes 1 to {len(reps)}")
    rep = reps[rep_number - 1] if rep_number else max(reps, key=lambda each: each.laps[-1].to_m)
    day = stored.summary.started_at[:16].replace("T", " ")
    which = f", rep {reps.index(rep) + 1} of {len(reps)}" if len(reps) > 1 else ""
    splits = tuple(MarkTime(lap.to_m, Fraction(lap.split_ms, 1000)) for lap in rep.laps)
    name, origin = f"{stored.summary.workout}, {day}{which}", stored.plan.origin
    notes = () if origin is None else (origin_words(origin), *(note.removesuffix(".") for note in origin.notes))
    return LastRace(name, splits[-1].mark_m, splits[-1].time_s, splits[:-1], notes)
