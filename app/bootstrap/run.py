"""A session under way with all that serves it: `app.ui.desk.Running`, made real."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING, Protocol

from app.clock import Clock
from app.core.bounds import CUE_LOG
from app.core.events import TAKES_BACK, Event
from app.core.lateness import CueRecord
from app.core.scheme import Scheme
from app.core.state import State
from app.core.tongue import tr
from app.driver import Driver
from app.ui.desk import SavedState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.audio.messages import Handed
    from app.audio.process import SoundProcess
    from app.store.database import Store
    from app.store.journal import Journal

ENDED = {State.FINISHED: "finished", State.STOPPED: "stopped"}
"""How the store calls a session that is over."""


AFTER_END_MS = 10_000.0
"""The last words of a session fall after its end; later than this a sound is a person's trying something out."""


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
        self._is_discarded = False
        self._handing_over = threading.Lock()  # no event falls between memory and a journal that comes late
        self._player = player
        self._house = house
        self._origin_ms: float | None = None
        self._cues: list[CueRecord] = []
        self._player.listeners.append(self._handed)
        driver.listeners.append(self._fell)

    @property
    def session_id(self) -> int | None:
        """Of the session in the store; None until something of it is saved."""
        return None if self.journal is None else self.journal.session_id

    def saved(self) -> SavedState:
        """Return how far the journal is."""
        if self.journal is None:
            if not self._unkept:
                return SavedState(0, "")
            if not self._house.failure:
                return SavedState(0, tr("Not saved: it was begun without a data folder"))
            return SavedState(0, tr("Not saved: {why}").format(why=self._house.failure))
        if self._is_discarded and not self.journal.is_closed and not self.journal.failure:
            return SavedState(0, tr("The disk does not answer"))
        if self.driver.engine.state is State.RUNNING:
            self.journal.seen(self._house.clock.now())
        return SavedState(self.journal.n_saved, self.journal.failure)

    def sound(self) -> str:
        """Return one sentence on the sound output."""
        return self._player.status.sentence

    def use(self, scheme: Scheme) -> None:
        """Sound what is to come by another scheme."""
        self.driver.use(scheme)

    def go_on(self, journal: Journal, log: Sequence[CueRecord]) -> None:
        """Write on where a session was cut off."""
        self.journal = journal
        self._cues = [*log]

    def cue_log(self) -> Sequence[CueRecord]:
        """Return the cue log so far."""
        return self._cues

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
                journal = self.journal or self._house.journal_of(self, self._unkept)
                if journal is not None and journal is not self.journal:
                    for record in [*self._cues]:
                        journal.heard(record)
                self.journal = journal

    def discard(self) -> None:
        """Silence what has not sounded, and take out of the store what was kept."""
        self._hush()
        with self._handing_over:
            self._unkept.clear()
            if self.journal is not None:
                self.journal.discard()
                self._is_discarded = True

    def _hush(self) -> None:
        self._player.replace(())
        with contextlib.suppress(ValueError):  # closed twice
            self._player.listeners.remove(self._handed)

    def close(self) -> None:
        """Silence what has not sounded and end the journal."""
        self._hush()
        if self.journal is not None:
            self.journal.close()

    def journal_in(self, store: Store, events: Sequence[Event]) -> Journal:
        """Open a journal in a store that is there at last, and write what has fallen."""
        engine = self.driver.engine
        journal = store.begin(engine.plan, self.workout_id, self.started_at, events[0].at)
        for event in events:
            journal.append(event)
        ended = ENDED.get(engine.state)
        if ended:
            journal.end(ended)
        return journal

    def settle(self) -> None:
        """Tell the journal that the session is over, if it is."""
        ended = ENDED.get(self.driver.engine.state)
        if ended and self.journal is not None:
            self.journal.end(ended)

    def _handed(self, handed: Handed) -> None:
        """Keep a line of the cue log; in the thread that listens to the sound process."""
        ended = self.driver.session.ended_at
        is_over = ended is not None and handed.planned_ms > self._house.clock.boot_ms(ended) + AFTER_END_MS
        if self._origin_ms is None or is_over or len(self._cues) >= CUE_LOG:
            return
        planned, late = (round(ms - self._origin_ms) for ms in (handed.planned_ms, handed.handed_ms))
        record = CueRecord(planned, late, handed.kind, handed.output, handed.given_up)
        self._cues.append(record)
        if self.journal is not None:
            self.journal.heard(record)

    def _fell(self, event: Event) -> None:
        self.n_events += 1
        if self._origin_ms is None:  # where the log counts from: the START press, or the first event after a crash
            self._origin_ms = self._house.clock.boot_ms(self.driver.session.started_at or event.at)
        with self._handing_over:
            if self.journal is None or self._unkept:
                self._unkept.append(event)
            if self.journal is None:
                return
            if self._unkept:  # its driver has no journal: it was begun when nothing could be saved
                self.journal.append(event)
        if isinstance(event, TAKES_BACK):
            self.journal.end("")
        self.settle()
