"""Past runs of what is about to be run: read in the background, one session at a time, the newest first.

Rules of the file: as the digests, one session a job, so that whatever else is asked of the background comes in between;
nothing waits for it, and a session that is damaged is left out.

Source: measured, to recall and fold one session: a mile 2 ms, eight reps 5 ms, 60 laps 18 ms.
"""

from __future__ import annotations

from collections.abc import Callable

from app.core.bounds import GHOST_SESSIONS
from app.core.ghost import Ghost, Ghosts, ghosts_in
from app.core.plan import Plan
from app.core.session import Session
from app.ui.background import Background
from app.ui.desk import Desk, Past


class PastRuns:
    """Looks for the ghosts of a plan."""

    def __init__(self, desk: Desk, background: Background) -> None:
        self._desk, self._background = desk, background
        self._round = 0

    def look(self, plan: Plan, running_id: int | None, then: Callable[[Ghosts], None]) -> None:
        """Look through the newest sessions; a look that has begun for another plan is given up.

        Args:
            plan: what is about to be run.
            running_id: of its own session in the store, which is no past one; None before it is there.
            then: gets what was found, once; maybe nothing.
        """
        self._round += 1
        number = self._round

        def listed(sessions: tuple[Past, ...]) -> None:
            ids = [past.session_id for past in sessions[:GHOST_SESSIONS] if past.session_id != running_id]
            self._next(number, plan, ids[::-1], Ghosts(), then)

        self._background.ask(self._desk.history, listed, lambda _error: None)  # the history page says what is wrong

    def _next(self, number: int, plan: Plan, ids: list[int], ghosts: Ghosts, then: Callable[[Ghosts], None]) -> None:
        if number != self._round:
            return
        if not ids:
            then(ghosts)
            return
        session_id = ids.pop()

        def fold() -> dict[int, Ghost]:
            past, events = self._desk.recall(session_id)
            return ghosts_in(plan, Session.from_events(past, events))

        def found(ghosts_there: dict[int, Ghost]) -> None:
            ghosts.add(ghosts_there)
            self._next(number, plan, ids, ghosts, then)

        self._background.ask(fold, found, lambda _error: found({}))
