"""A session under way with all that serves it: `app.ui.desk.Running`, made real."""

from __future__ import annotations

import threading
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

ENDED = {State.FINISHED: "finished", State.STOPPED: "stopped"}
"""How the store calls a session that is over."""


class Keeper(Protocol):
    """What a session may ask of the house when it is to be kept."""

    clock: Clock
    failure: str

    def take_folder(self) -> None:
        """Take the data folder, if it is not taken."""
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
        self._handing_over = threading.Lock()  # no event falls between memory and a journal that comes late
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
        """Try to save once more; a session that no store could take is written whole once there is one.

        Raises:
            StoreError: there is still none.
        """
        if self.journal is not None:
            self.journal.retry()
        elif self._unkept:
            self._house.take_folder()
            with self._handing_over:
                self.journal = self.journal or self._house.journal_of(self, self._unkept)

    def close(self) -> None:
        """Silence what has not sounded and end the journal."""
        self._player.take_back()
        if self.journal is not None:
            self.journal.close()

    def settle(self) -> None:
        """Tell the journal that the session is over, if it is."""
        ended = ENDED.get(self.driver.engine.state)
        if ended and self.journal is not None:
            self.journal.end(ended)

    def _fell(self, event: Event) -> None:
        self.n_events += 1
        with self._handing_over:
            if self.journal is None or self._unkept:
                self._unkept.append(event)
            if self.journal is None:
                return
            if self._unkept:  # its driver has no journal: it was begun when nothing could be saved
                self.journal.append(event)
        if isinstance(event, Undone):
            self.journal.end("")
        self.settle()
