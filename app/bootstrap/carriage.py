"""Carriage: workouts out to other programs' files, and files and texts in.

Rules of the file: nothing is written but by `app.bootstrap.bench`; here is said what would be, and what would be lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from app.core.athlete import Athlete
from app.core.setup import Setup
from app.core.tongue import tr
from app.core.workout import Workout
from app.ui.workbench import Carried, Kept, Packed, Ware


class _Shelf(Protocol):
    def save(self, workout: Workout, text: str, workout_id: str) -> Kept:
        """Put a workout on the shelf."""
        ...


def wares() -> tuple[Ware, ...]:
    """Return the formats that a workout can be written in, those for a watch first."""
    return (
        Ware("fit", "FIT", ".fit", tr("Garmin, Coros, Suunto, Wahoo watches")),
        Ware("icu", "intervals.icu", ".txt", tr("text to paste into intervals.icu")),
        Ware("zwo", "ZWO", ".zwo", tr("Zwift, on a treadmill")),
        Ware("tcx", "TCX", ".tcx", tr("older Garmin devices and programs")),
        Ware("toml", "TOML", ".toml", tr("another Bell Lap, with all there is")),
        Ware("text", tr("Text"), ".txt", tr("an e-mail, a message, a note")),
    )


def pack(workout: Workout, ware: str, athlete: Athlete, setup: Setup) -> Packed:
    """Write a workout in a format."""
    raise NotImplementedError


def carry(paths: Sequence[str], onto: _Shelf) -> Carried:
    """Bring files in."""
    raise NotImplementedError


def carry_text(text: str) -> Carried:
    """Bring a text in."""
    raise NotImplementedError
