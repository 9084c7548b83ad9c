"""Past sessions as the window has them, and the practices among them with their scores.

Rules of the file: a score is figured from the journal; one of a session that is over is figured once, but for the
newest, which may still be guessed, mended or undone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.bounds import PRACTICES
from app.core.errors import InputError, StoreError
from app.core.ladder import Practised
from app.core.practice import WORKOUT_ID, practice_of
from app.core.practised import practice_score
from app.core.session import Session
from app.ui.desk import Past

if TYPE_CHECKING:
    from app.store.database import SessionSummary, Store


def past_of(found: SessionSummary) -> Past:
    """Return a session as the history lists it."""
    return Past(found.session_id, found.workout, found.started_at, found.outcome, found.note)


def offered(cut_off: Past | None) -> str:
    """Offer in the terminal to take up a session that was cut off; empty for none."""
    if cut_off is None:
        return ""
    begun = cut_off.started_at[:16].replace("T", " ")
    return f"{cut_off.workout}, begun {begun}, was cut off and is kept; `bell-lap run --resume` takes it up."


def last_of(cut_off: Past | None) -> Past:
    """Return the session that was cut off.

    Raises:
        InputError: there is none.
    """
    if cut_off is None:
        raise InputError("no session was cut off; start one with `bell-lap run WORKOUT`")
    return cut_off


class Practices:
    """Scores the practices of a store, and remembers what it scored."""

    def __init__(self) -> None:
        self._known: dict[int, Practised | None] = {}

    def scored(self, store: Store) -> tuple[Practised, ...]:
        """Return the newest practices that have a score, newest first.

        One that runs, or that a crash cut off, is none yet. A journal that is damaged is left out; opened from the
        history, it says why.

        Raises:
            StoreError: the file cannot be read.
        """
        listed = [found for found in store.sessions(PRACTICES, WORKOUT_ID) if found.outcome != "running"]
        if listed:
            self._known.pop(listed[0].session_id, None)
        for found in listed:
            if found.session_id not in self._known:
                self._known[found.session_id] = _practised(store, found)
        scored = (self._known[found.session_id] for found in listed)
        return tuple(each for each in scored if each is not None)


def _practised(store: Store, found: SessionSummary) -> Practised | None:
    try:
        stored = store.load(found.session_id)
    except StoreError:
        return None
    session = Session.from_events(stored.plan, stored.events)
    score = practice_score(session)
    if score is None:
        return None
    return Practised(found.session_id, found.started_at, practice_of(stored.plan), score)
