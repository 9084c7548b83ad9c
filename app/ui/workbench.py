"""What the editor, the library and the drop may ask of the rest of the house; `app.bootstrap.bench` answers.

Rules of the file: as of `app.ui.desk`. All of it is *slow*: called from a worker thread, never from the window's. A
sentence fit to show comes as a `BellLapError`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from app.core.workout import Workout
from app.library.drafts import Draft

if TYPE_CHECKING:
    from app.ui.desk import KeptRun


@dataclass(frozen=True, slots=True)
class Opened:
    """A workout as the editor takes it."""

    text: str
    name: str = ""
    workout_id: str = ""
    """Empty for one that is on no shelf."""
    tags: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    """What could not be carried in, one sentence each."""
    is_own: bool = False
    workout: Workout | None = None
    """As it was carried in: what of it the editor does not show is kept with it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A workout that is on the shelf now."""

    workout_id: str
    name: str
    hides_shipped: bool = False
    """Whether it has taken the place of one that came with the program, just now."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A workout that was put away, with all that brings it back."""

    workout_id: str
    name: str
    place: str
    """Where its file lies."""
    shows_shipped: bool = False
    """Whether the one that came with the program is listed again."""


@dataclass(frozen=True, slots=True)
class Ware:
    """A format that a workout can be written in."""

    key: str
    name: str
    suffix: str
    """Of its files, `.fit`."""
    use: str
    """What it is for, a few words."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A workout in a format, not yet written."""

    data: bytes
    losses: tuple[str, ...]
    """What does not come through, one sentence each."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What files or a text brought in."""

    workouts: tuple[Opened, ...] = ()
    """Those that are to be seen in the editor; not on the shelf yet."""
    shelved: tuple[Kept, ...] = ()
    """Of several, those that were put on the shelf."""
    runs: tuple[KeptRun, ...] = ()
    """Those that are in the history now."""
    refused: tuple[str, ...] = ()
    """Why a file was not taken, one sentence each, with its name."""


@dataclass(frozen=True, slots=True)
class ToEdit:
    """What the window is opened with to edit; with neither, the editor as it was left."""

    workout_id: str = ""
    path: str = ""
    """Of a file, from the root."""


class Workbench(Protocol):
    """The workouts' files, their drafts, and the way in and out."""

    def open(self, workout_id: str) -> Opened:
        """Return a workout to edit.

        Raises:
            WorkoutError: its file has faults.
            InputError: it is gone.
        """
        ...

    def save(self, workout: Workout, text: str, workout_id: str, before: Workout | None = None) -> Kept:
        """Put a workout on the shelf.

        Args:
            workout: what to save; its tags may be as they were typed.
            text: the author's words for it, kept beside the steps where they say the same.
            workout_id: of the workout it was opened from, whose place it takes; empty for a new one, which takes
                nobody's.
            before: as it was carried in, for a new one: what the editor does not show is kept from it.
        """
        ...

    def rename(self, workout_id: str, name: str) -> str:
        """Call one of the athlete's own otherwise; return how it was called."""
        ...

    def duplicate(self, workout_id: str) -> Kept:
        """Put a copy on the shelf."""
        ...

    def remove(self, workout_id: str) -> Removed:
        """Put one of the athlete's own away."""
        ...

    def put_back(self, removed: Removed) -> Kept:
        """Put it back."""
        ...

    def drafts(self) -> tuple[Draft, ...]:
        """Return what was typed and not saved, the newest first."""
        ...

    def keep_draft(self, draft: Draft) -> None:
        """Keep what is typed and not saved."""
        ...

    def drop_draft(self, slot: str) -> None:
        """Keep it no longer."""
        ...

    def wares(self) -> tuple[Ware, ...]:
        """Return the formats that a workout can be written in; cheap."""
        ...

    def pack(self, workout: Workout, ware: str) -> Packed:
        """Write a workout in a format, and say what does not come through."""
        ...

    def write(self, place: str, data: bytes) -> None:
        """Write a file, whole or not at all, where a person chose."""
        ...

    def carry(self, paths: Sequence[str]) -> Carried:
        """Bring files in: a workout to be seen, several to the shelf, runs into the history."""
        ...

    def carry_text(self, text: str) -> Carried:
        """Bring a text in: a coach's words, or the content of a file of another program."""
        ...
