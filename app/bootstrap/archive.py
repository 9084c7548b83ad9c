"""The archive: what the house remembers of past sessions, and the runs that come to it from a watch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.bootstrap.choices import remembered_of
from app.bootstrap.past import Practices, past_of
from app.core.errors import StoreError
from app.core.events import Event
from app.core.ladder import Practised
from app.core.lateness import CueRecord
from app.core.plan import Plan
from app.core.tongue import tr
from app.ui.choices import Choices
from app.ui.desk import KeptRun, Past

if TYPE_CHECKING:
    from app.interchange.recording import Recording
    from app.store.database import Store


class Archive:
    """The part of the house that reads what the store has, and adds what was run elsewhere."""

    failure: str
    """Why nothing can be saved, one sentence; empty while the store is open."""
    _store: Store | None
    _choices_now: Choices

    def __init__(self) -> None:
        self._practices = Practices()

    def keep(self, session_id: int) -> None:
        """Keep what was run and do not offer it again."""
        if self._store is not None:
            self._store.set_outcome(session_id, "kept")

    def keep_run(self, recording: Recording, file: str) -> KeptRun:
        """Keep a run that a watch recorded, for the athlete and track that are set.

        Raises:
            WorkoutError: it is no run, or over a bound.
            StoreError: nothing can be saved.
        """
        from app.bootstrap.keeping import keep_in  # noqa: PLC0415 - loads when something is imported

        if self._store is None:
            raise StoreError(self.failure or tr("no data folder is open, so that nothing can be kept"))
        return keep_in(self._store, recording, file, remembered_of(self._choices_now))

    def history(self) -> tuple[Past, ...]:
        """Return past sessions, newest first."""
        return tuple(past_of(found) for found in self._store.sessions()) if self._store is not None else ()

    def practices(self) -> tuple[Practised, ...]:
        """Return past practices with their scores, newest first."""
        return self._practices.scored(self._store) if self._store is not None else ()

    def recall(self, session_id: int) -> tuple[Plan, Sequence[Event]]:
        """Return a past session's plan and events."""
        assert self._store is not None
        stored = self._store.load(session_id)
        return stored.plan, stored.events

    def note(self, session_id: int, text: str) -> None:
        """Keep the athlete's note on a session."""
        if self._store is not None:
            self._store.set_note(session_id, text)

    def cue_log(self, session_id: int) -> tuple[CueRecord, ...]:
        """Return a past session's cue log."""
        return self._store.cue_log(session_id) if self._store is not None else ()
