"""The digests of past sessions: made one by one in the background, remembered, and only while somebody looks.

Rules of the file: one session at a time, so that whatever else is asked of the background comes in between; the newest
is made anew each time, because it may have gone on since.

Source: measured, to recall and fold one session: a mile 2 ms, eight reps 5 ms, 60 laps 18 ms.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.core.session import Session
from app.ui.background import Background
from app.ui.desk import Desk, Past
from app.ui.digest import Digest, digest_of
from app.ui.run_figures import Figure

UNREADABLE = Digest("–", Figure("", ""), None)
"""Of a session that is damaged."""


class Digests:
    """Makes digests for the history page."""

    def __init__(self, desk: Desk, background: Background, may: Callable[[], bool] = lambda: True) -> None:
        """Make an empty memory.

        Args:
            desk: recalls sessions.
            background: where that is done.
            may: whether it may work now; not while a workout runs.
        """
        self._desk, self._background, self._may = desk, background, may
        self._made: dict[int, Digest] = {}
        self._round = 0

    def follow(
        self, sessions: Sequence[Past], show: Callable[[int, Digest], None], is_seen: Callable[[], bool]
    ) -> None:
        """Show the digest of each session, those known at once, the others as they are made.

        Args:
            sessions: newest first; made in this order.
            show: gets a session's id and its digest.
            is_seen: whether somebody still looks; asked before each.
        """
        self._round += 1
        newest = next((past.session_id for past in sessions if past.outcome != "imported"), 0)
        self._made.pop(newest, None)
        for past in sessions:
            known = self._made.get(past.session_id)
            if known is not None:
                show(past.session_id, known)
        missing = [past.session_id for past in reversed(sessions) if past.session_id not in self._made]
        self._next(self._round, missing, show, is_seen)

    def _next(
        self, number: int, missing: list[int], show: Callable[[int, Digest], None], is_seen: Callable[[], bool]
    ) -> None:
        if number != self._round or not missing or not is_seen() or not self._may():
            return
        session_id = missing.pop()

        def make() -> Digest:
            plan, events = self._desk.recall(session_id)
            return digest_of(plan, Session.from_events(plan, events))

        def then(digest: Digest) -> None:
            self._made[session_id] = digest
            if number == self._round:
                show(session_id, digest)
            self._next(number, missing, show, is_seen)

        self._background.ask(make, then, lambda _error: then(UNREADABLE))  # opened, it says why
