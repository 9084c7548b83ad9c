"""The workout files, shipped and the athlete's own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.core.errors import Fault
from app.core.workout import Workout
from app.folder import data_folder, shipped


@dataclass(frozen=True, slots=True)
class Shelved:
    """A workout file as the commands list it."""

    workout_id: str
    path: Path
    workout: Workout | None
    faults: tuple[Fault, ...]
    is_own: bool


def shelf(data_dir: str | None) -> tuple[Shelved, ...]:
    """Read every workout file, shipped and own."""
    from app.library.files import find_workouts  # noqa: PLC0415 - pydantic loads when a file is read

    entries = find_workouts(shipped("workouts"), data_folder(data_dir) / "workouts")
    return tuple(Shelved(entry.workout_id, entry.path, entry.workout, entry.faults, entry.is_own) for entry in entries)
