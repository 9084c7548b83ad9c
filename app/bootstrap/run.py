"""A session under way with all that serves it: `app.ui.desk.Running`, made real."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from app.clock import Clock
from app.core.events import Event, Undone
from app.core.state import State
from app.driver import Driver
from app.ui.desk import SavedState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.audio.process import SoundProcess
    from app.store.journal import Journal


class Keeper(Protocol):
    """What a session may ask of the house when it is to be kept."""

    clock: Clock
    failure: str

    def open(self) -> str:
        """Open the data folder, if it is not open."""
        ...

    def journal_of(self, run: Run, events: Sequence[Event]) -> Journal | None:
        """Open a journal for a session that began without one."""
        ...


class Run:
    """A session under way."""

    def __init__(self, driver: Driver, workout_id: str, player: SoundProcess, house: Keeper) -> None:
        self.driver = driver
        self.workout_id = workout_id
        self.started_at = ""
        self.n_events = len(driver.session.held)
        self.journal: Journal | None = None
        self._unkept: list[Event] = []
        self._player = player
        self._house = house
        driver.listeners.append(self._fell)

    @property
    def session_id(self) -> int | None:
        """Of the session in the store; None until something of it is saved."""
        return None if self.journal is None else self.journal.session_id

    def saved(self) -> SavedState:
        """Return how far the journal is."""
        if self.journal is None:
            why = self._house.failure or "it was begun without a data folder"
            return SavedState(0, f"Not saved: {why}" if self._unkept else "")
        if self.driver.engine.state is State.RUNNING:
            self.journal.seen(self._house.clock.now())
        return SavedState(self.journal.n_saved, self.journal.failure)

    def sound(self) -> str:
        """Return one sentence on the sound output."""
        return self._player.status.sentence

    def save_again(self) -> None:
        """Try to save once more; a session that no store could take is written whole once there is one."""
        if self.journal is not None:
            self.journal.retry()
        elif self._unkept:
            self._house.open()
            self.journal = self._house.journal_of(self, self._unkept)

    def close(self) -> None:
        """Silence what has not sounded and end the journal."""
        self._player.take_back()
        if self.journal is not None:
            self.journal.close()

    def _fell(self, event: Event) -> None:
        self.n_events += 1
        if self.journal is None or self._unkept:
            self._unkept.append(event)
        if self.journal is None:
            return
        if self._unkept:  # its driver has no journal: it was begun when nothing could be saved
            self.journal.append(event)
        state = self.driver.engine.state
        ended = {State.FINISHED: "finished", State.STOPPED: "stopped"}.get(state)
        if ended:
            self.journal.end(ended)
        elif isinstance(event, Undone):
            self.journal.end("")
