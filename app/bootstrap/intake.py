"""Intake: what was read from files of other programs, kept: workouts on the shelf, runs in the history.

Rules of the file: a workout that is there already is not kept twice, and nothing takes another's place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from app.bootstrap.exporting import lost_in_words
from app.bootstrap.shelf import shelf
from app.core.bounds import NAME_CHARS
from app.core.workout import Workout
from app.folder import data_folder

if TYPE_CHECKING:
    from app.interchange.recording import Recording
    from app.ui.desk import KeptRun


@dataclass(frozen=True, slots=True)
class Shelved:
    """A workout on the shelf."""

    workout_id: str
    is_new: bool
    """False where the same one was there."""
    losses: tuple[str, ...] = ()
    """What its file does not say, one sentence each."""


def keep_workout(workout: Workout, data_dir: str | None) -> Shelved:
    """Put a workout on the athlete's shelf; another of its name keeps it, and this one gets a number.

    Raises:
        StoreError: the folder cannot be written.
    """
    from app.library.saving import free_place, save_workout  # noqa: PLC0415 - the library loads when a file is written

    losses = lost_in_words(workout)
    entries = shelf(data_dir)
    known = {entry.workout.name: entry for entry in entries if entry.workout is not None}
    for number in count(1):
        name = workout.name[: NAME_CHARS - 8] if number == 1 else f"{workout.name[: NAME_CHARS - 8]} {number}"
        entry = known.get(name)
        if entry is None:
            break
        if entry.workout is not None and _is_as(entry.workout, workout):
            return Shelved(entry.workout_id, is_new=False)
    own = data_folder(data_dir) / "workouts"
    place = free_place(name, own, {entry.workout_id for entry in entries})
    path = save_workout(replace(workout, name=name), own, over=place)
    return Shelved(path.stem, is_new=True, losses=losses)


def _is_as(there: Workout, workout: Workout) -> bool:
    from app.interchange.plain import bare  # noqa: PLC0415 - the grammar loads when a workout is kept

    return tuple(map(bare, there.steps)) == tuple(map(bare, workout.steps)) and there.about == workout.about


def keep_recording(recording: Recording, file: str, data_dir: str | None) -> KeptRun:
    """Put a run into the history, once.

    Raises:
        StoreError: the window or another process has the folder, or it cannot be written.
        WorkoutError: it is no run, or over a bound.
    """
    from app.bootstrap.keeping import keep_run  # noqa: PLC0415 - the store loads when a run is kept

    return keep_run(recording, file, data_dir)
