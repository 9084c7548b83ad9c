"""The workbench: `app.ui.workbench.Workbench`, made real over the athlete's folder.

Rules of the file: a workout of the athlete's own is written where it lies; one that came with the program is never
written, its place is taken by one of the same id in the athlete's folder. A new one takes nobody's place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.bootstrap.choices import remembered_of
from app.bootstrap.shelf import Shelved, shelf
from app.core.bounds import NAME_CHARS
from app.core.errors import InputError, StoreError, WorkoutError
from app.core.tags import clean_tags
from app.core.tongue import tr
from app.core.workout import Purpose, Workout
from app.folder import data_folder
from app.ui.workbench import Carried, Kept, Opened, Packed, Removed, Ware

if TYPE_CHECKING:
    from app.core.athlete import Athlete
    from app.interchange.recording import Recording
    from app.library.drafts import Draft
    from app.ui.choices import Choices
    from app.ui.desk import KeptRun

SHORT_NAME = 60
"""A workout that nobody named is called by its text, up to here."""


class _House(Protocol):
    failure: str

    def keep_run(self, recording: Recording, file: str) -> KeptRun:
        """Keep a run."""
        ...

    def choices(self) -> Choices:
        """Return what is set."""
        ...


class Bench:
    """The workbench, made real."""

    def __init__(self, house: _House, data_dir: str | None) -> None:
        self._house, self._data_dir = house, data_dir
        self._folder = data_folder(data_dir)
        self._own = self._folder / "workouts"

    # The shelf --------------------------------------------------------------------------------------------------------

    def open(self, workout_id: str) -> Opened:
        """Return a workout to edit."""
        from app.library.texts import editor_text, typed_of  # noqa: PLC0415 - the library loads when a file is read

        entry, workout = self._good(workout_id)
        text = editor_text(workout, typed_of(entry.path))
        return Opened(text, workout.name, workout_id, workout.tags, is_own=entry.is_own)

    def save(self, workout: Workout, text: str, workout_id: str, before: Workout | None = None) -> Kept:
        """Put a workout on the shelf; of one that was opened, what the editor does not show is kept."""
        from app.library.saving import free_place, save_workout  # noqa: PLC0415 - as above

        if not workout.steps:
            raise InputError(tr("there is nothing to save yet: write a line such as 8 x 200m w/ 200m jog"))
        workout = replace(workout, name=_name(workout.name, text), tags=clean_tags(workout.tags))
        entry = self._entry(workout_id)
        before = entry.workout if entry is not None else before
        if before is not None:
            workout = _as_before(workout, before)
        if entry is None:
            over = free_place(workout.name, self._own, {each.workout_id for each in shelf(self._data_dir)})
        else:
            over = entry.path if entry.is_own else self._own / entry.path.name
        path = save_workout(workout, self._own, typed=text, over=over)
        return Kept(path.stem, workout.name, hides_shipped=entry is not None and not entry.is_own)

    def rename(self, workout_id: str, name: str) -> str:
        """Call one of the athlete's own otherwise."""
        from app.library.saving import rename_workout  # noqa: PLC0415 - as above

        entry, workout = self._good(self._is_own(workout_id))
        rename_workout(entry.path, _name(name, ""))
        return workout.name

    def duplicate(self, workout_id: str) -> Kept:
        """Put a copy on the shelf."""
        from app.library.saving import copy_name, free_place, save_workout  # noqa: PLC0415 - as above
        from app.library.texts import typed_of  # noqa: PLC0415 - as above

        entry, workout = self._good(workout_id)
        others = shelf(self._data_dir)
        names = {each.workout.name for each in others if each.workout is not None}
        name = copy_name(workout.name[: NAME_CHARS - 20], names.__contains__)
        place = free_place(name, self._own, {each.workout_id for each in others})
        path = save_workout(replace(workout, name=name), self._own, typed=typed_of(entry.path), over=place)
        return Kept(path.stem, name)

    def remove(self, workout_id: str) -> Removed:
        """Put one of the athlete's own away."""
        from app.library.saving import remove_workout  # noqa: PLC0415 - as above

        entry = self._entry(self._is_own(workout_id))
        assert entry is not None
        name = entry.workout.name if entry.workout is not None else workout_id
        place = remove_workout(entry.path)
        return Removed(workout_id, name, str(place), shows_shipped=self._entry(workout_id) is not None)

    def put_back(self, removed: Removed) -> Kept:
        """Put it back."""
        from app.library.saving import put_back  # noqa: PLC0415 - as above

        path = put_back(Path(removed.place), self._own / f"{removed.workout_id}.toml")
        return Kept(path.stem, removed.name)

    def _entry(self, workout_id: str) -> Shelved | None:
        if not workout_id:
            return None
        return next((entry for entry in shelf(self._data_dir) if entry.workout_id == workout_id), None)

    def _good(self, workout_id: str) -> tuple[Shelved, Workout]:
        entry = self._entry(workout_id)
        if entry is None:
            raise InputError(tr("the workout {name} is gone; list them anew").format(name=workout_id))
        if entry.workout is None:
            raise WorkoutError(entry.faults)
        return entry, entry.workout

    def _is_own(self, workout_id: str) -> str:
        entry = self._entry(workout_id)
        if entry is None:
            raise InputError(tr("the workout {name} is gone; list them anew").format(name=workout_id))
        if not entry.is_own:
            raise InputError(tr("this workout came with Bell Lap and stays; a copy of it is yours"))
        return workout_id

    # Drafts -----------------------------------------------------------------------------------------------------------

    def drafts(self) -> tuple[Draft, ...]:
        """Return what was typed and not saved."""
        from app.library.drafts import read_drafts  # noqa: PLC0415 - as above

        return () if self._house.failure else read_drafts(self._folder)

    def keep_draft(self, draft: Draft) -> None:
        """Keep what is typed and not saved; where another process has the folder, its drafts are let be."""
        from app.library.drafts import write_draft  # noqa: PLC0415 - as above

        if self._house.failure:
            raise StoreError(self._house.failure)
        write_draft(self._folder, draft)

    def drop_draft(self, slot: str) -> None:
        """Keep it no longer."""
        from app.library.drafts import drop_draft  # noqa: PLC0415 - as above

        if not self._house.failure:
            drop_draft(self._folder, slot)

    # Out and in -------------------------------------------------------------------------------------------------------

    def wares(self) -> tuple[Ware, ...]:
        """Return the formats that a workout can be written in."""
        from app.bootstrap.carriage import wares  # noqa: PLC0415 - when something is exported

        return wares()

    def pack(self, workout: Workout, ware: str) -> Packed:
        """Write a workout in a format, for the athlete that is set."""
        from app.bootstrap.carriage import pack  # noqa: PLC0415 - as above

        known = remembered_of(self._house.choices())
        return pack(workout, ware, known.athlete, known.setup)

    def write(self, place: str, data: bytes) -> None:
        """Write a file where a person chose."""
        from app.library.whole import write_whole  # noqa: PLC0415 - as above

        try:
            write_whole(Path(place), data)
        except OSError as error:
            said = tr("{file} could not be written: {why}; free or unlock it")
            raise StoreError(said.format(file=place, why=error.strerror)) from None

    def carry(self, paths: Sequence[str]) -> Carried:
        """Bring files in."""
        from app.bootstrap.carriage import carry  # noqa: PLC0415 - when something is imported

        return carry(paths, self)

    def carry_text(self, text: str) -> Carried:
        """Bring a text in."""
        from app.bootstrap.carriage import carry_text  # noqa: PLC0415 - as above

        return carry_text(text, self.athlete)

    @property
    def athlete(self) -> Athlete:
        """The athlete that is set."""
        return remembered_of(self._house.choices()).athlete

    def opened_from(self, path: Path) -> Opened | None:
        """Return the workout of a file that is on the shelf."""
        try:
            is_own = path.suffix == ".toml" and path.resolve().parent == self._own.resolve()
        except OSError:
            return None
        return self.open(path.stem) if is_own else None

    def shelve(self, workout: Workout) -> Kept:
        """Put a workout on the shelf, once."""
        from app.bootstrap.intake import keep_workout  # noqa: PLC0415 - when something is imported

        return Kept(keep_workout(workout, self._data_dir).workout_id, workout.name)

    def keep_run(self, recording: Recording, file: str) -> KeptRun:
        """Put a run into the history, once."""
        return self._house.keep_run(recording, file)


def _as_before(workout: Workout, before: Workout) -> Workout:
    """Return a workout with what it had before and the editor does not show: for what it is, about whom and what."""
    return replace(
        workout,
        purpose=before.purpose if workout.purpose is Purpose.MIXED else workout.purpose,
        about=workout.about or before.about,
        best_slower_than_s=workout.best_slower_than_s or before.best_slower_than_s,
        best_faster_than_s=workout.best_faster_than_s or before.best_faster_than_s,
    )


def _name(name: str, text: str) -> str:
    """Return a name, or what a text is called that has none."""
    plain = " ".join(name.split())
    if len(plain) > NAME_CHARS:
        raise InputError(tr("a workout's name has at most {n} characters").format(n=NAME_CHARS))
    called = plain or " ".join(text.split())[:SHORT_NAME].strip()
    if not called:
        raise InputError(tr("a workout needs a name"))
    return called
