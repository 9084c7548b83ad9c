"""What the window may ask of the rest of the house; `app.bootstrap` answers.

Rules of the file: no Qt, no files, no SQLite; a seam. Methods marked *slow* are called from a worker thread, never
from the window's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from app.clock import Clock
from app.core.cues import CueKind
from app.core.errors import Fault
from app.core.events import Event
from app.core.ladder import Practised
from app.core.lateness import CueRecord
from app.core.plan import Plan, Setup
from app.core.units import Instant
from app.core.workout import Workout
from app.ui.choices import Choices, SoundChoices

if TYPE_CHECKING:
    from app.driver import Driver
    from app.interchange.recording import Recording
    from app.ui.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Shelved:
    """A workout as the library lists it."""

    workout_id: str
    workout: Workout | None
    """None for a file with faults."""
    faults: tuple[Fault, ...]
    is_own: bool
    last_run: str
    """ISO date of the last session of it, empty if there is none."""


@dataclass(frozen=True, slots=True)
class Past:
    """A session as the history lists it."""

    session_id: int
    workout: str
    started_at: str
    """ISO 8601 with offset."""
    outcome: str
    """`finished`, `stopped`, `kept`, `imported` from a watch, or `running` for one that a crash cut off."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class KeptRun:
    """The run of a watch, as it is kept in the history."""

    past: Past
    is_new: bool
    """False where it had been imported before."""
    notes: tuple[str, ...]
    """What of its file was not whole, and what was taken for what, a sentence each."""


@dataclass(frozen=True, slots=True)
class SavedState:
    """How far the journal is."""

    n_saved: int
    """Events on disk; a lap whose position is above it is not acknowledged yet."""
    failure: str
    """One sentence when nothing can be saved; empty while all is well."""


class Running(Protocol):
    """A session under way, with all that serves it."""

    driver: Driver
    workout_id: str
    started_at: str
    """Of the START press by the wall clock, ISO 8601; empty before it."""
    n_events: int
    """Events that have fallen; once as many are saved, all of it is on disk."""

    @property
    def session_id(self) -> int | None:
        """Of the session in the store; None until something of it is saved."""
        ...

    def saved(self) -> SavedState:
        """Return how far the journal is; cheap, read at each frame."""
        ...

    def sound(self) -> str:
        """Return one sentence on the sound output; cheap."""
        ...

    def cue_log(self) -> Sequence[CueRecord]:
        """Return the cue log so far; cheap."""
        ...

    def save_again(self) -> None:
        """Try to save once more after a failure; `saved` tells the outcome. *Slow*."""
        ...

    def discard(self) -> None:
        """Take all of it back: what has not sounded at once, what is kept as soon as the disk can. Cheap.

        Once `close` has returned, `saved` has the failure if something of it stayed.
        """
        ...

    def close(self) -> None:
        """End the session's journal and silence what has not sounded; bounded wait."""
        ...


class Desk(Protocol):
    """The rest of the house."""

    clock: Clock

    @property
    def bench(self) -> Workbench:
        """The workouts' files, their drafts, and the way in and out; cheap."""
        ...

    @property
    def folder(self) -> str:
        """Where the athlete's data are kept."""
        ...

    def open_unsaved(self, why: str) -> None:
        """Go on with no store after `open` failed: sessions are kept in memory. *Slow*.

        Args:
            why: the sentence that is shown as the reason.
        """
        ...

    def set_aside_damaged(self) -> str:
        """Move a damaged file aside and open anew; the person has agreed. *Slow*.

        Returns:
            A sentence that says where it went.

        Raises:
            StoreError: it cannot be moved.
        """
        ...

    def open(self) -> str:
        """Open the data folder, and read what is set as far as it can be had at once. *Slow*.

        Returns:
            A sentence to show at once, such as that settings could not be read; empty if all is well.

        Raises:
            StoreError: another process has the data folder, or its file is damaged.
        """
        ...

    def settle(self) -> str:
        """Load what is heavy behind the first page; what is set may be other than it seemed. *Slow*; as `open`."""
        ...

    def choices(self) -> Choices:
        """Return what is set; defaults until `open` has returned."""
        ...

    def choose(self, choices: Choices) -> None:
        """Remember what is set. *Slow*."""
        ...

    def shelf(self) -> tuple[Shelved, ...]:
        """Read every workout file. *Slow*."""
        ...

    def read(self, text: str) -> Workout:
        """Read a coach's line.

        Raises:
            WorkoutError: nothing was understood, or a bound is passed; its faults say what.
        """
        ...

    def plan(self, workout: Workout) -> Plan:
        """Compile a workout for the athlete and track that are set.

        Raises:
            WorkoutError: a bound is passed.
        """
        ...

    def setup(self, choices: Choices) -> Setup:
        """Return what is set as the core takes it; cheap."""
        ...

    def begin(self, plan: Plan, workout_id: str) -> Running:
        """Make ready to run; nothing starts and nothing is kept before the START press."""
        ...

    def unfinished(self) -> Past | None:
        """Return the session that a crash cut off, if there is one. *Slow*."""
        ...

    def resume(self, session_id: int) -> Running:
        """Take it up again, paused; the time since the crash counts as a pause. *Slow*."""
        ...

    def keep(self, session_id: int) -> None:
        """Keep what was run and do not offer it again. *Slow*."""
        ...

    def keep_run(self, recording: Recording, file: str) -> KeptRun:
        """Keep a run that a watch recorded, once, for the athlete and track that are set. *Slow*.

        Args:
            recording: as its format read it.
            file: the name of its file, as it is shown.

        Raises:
            WorkoutError: it is no run, or over a bound.
            StoreError: nothing can be saved.
        """
        ...

    def history(self) -> tuple[Past, ...]:
        """Return past sessions, newest first. *Slow*."""
        ...

    def practices(self) -> tuple[Practised, ...]:
        """Return past practices with their scores, newest first, `app.core.bounds.PRACTICES` at most. *Slow*."""
        ...

    def recall(self, session_id: int) -> tuple[Plan, Sequence[Event]]:
        """Return a past session's plan and events, for the same fold. *Slow*."""
        ...

    def note(self, session_id: int, text: str) -> None:
        """Keep the athlete's note on a session. *Slow*."""
        ...

    def cue_log(self, session_id: int) -> tuple[CueRecord, ...]:
        """Return a past session's cue log. *Slow*."""
        ...

    def use_sound(self, sound: SoundChoices) -> None:
        """Sound by these from now on, a session that runs too; what is the same costs nothing. Cheap.

        In the window's thread, as all that touches a session; `choose` remembers them.
        """
        ...

    def sound_state(self) -> str:
        """Return one sentence on the sound output; cheap."""
        ...

    def sound_check(self, kind: CueKind) -> None:
        """Sound a kind of cue now, as it is set, whether it is on or off; for words, a sentence of that kind. Cheap."""
        ...

    def beats(self) -> tuple[Instant, ...]:
        """Sound `app.core.calibrate.N_BEATS` even beats from a second on, none moved by the offset. Cheap.

        Returns:
            The instants at which they leave.
        """
        ...

    def hush(self) -> None:
        """Take back the beats that have not sounded. Cheap."""
        ...

    def close(self) -> None:
        """Let go of the sound and the data folder; bounded wait."""
        ...
