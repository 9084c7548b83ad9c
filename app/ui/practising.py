"""Practising: what is proposed, what is set, and what came of it, for the practice page and the result page."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from app.core.bounds import PRACTICES
from app.core.errors import InputError, WorkoutError
from app.core.ladder import Practised, level_words, proposed
from app.core.plan import Plan
from app.core.planning import compile_plan
from app.core.practice import WORKOUT_ID, Practice, practice_of, practice_setup, practice_workout
from app.core.practised import practice_score
from app.core.session import Session
from app.core.tongue import tr
from app.core.track import OUTDOOR
from app.core.units import MILE_M, Metres, round_half_up
from app.ui.background import Background
from app.ui.desk import Desk

if TYPE_CHECKING:
    from app.ui.pages import Pages
    from app.ui.practice_page import PracticePage
    from app.ui.result_page import ResultPage

UNSAVED = sys.maxsize
"""Stands for the id of a session of which nothing is on disk: it is newer than all that are."""
UNKNOWN_MILE_S = Fraction(360)
"""Pace to begin with where neither a goal nor a best is set: 6:00, which can be typed over."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the practice page shows."""

    past: tuple[Practised, ...]
    """Newest first."""
    next: Practice


class Practising:
    """Proposes and starts practices for the pages."""

    def __init__(self, pages: Pages, desk: Desk, background: Background) -> None:
        self._pages, self._desk, self._background = pages, desk, background

    @cached_property
    def page(self) -> PracticePage:
        """The practice page."""
        from app.ui.practice_page import PracticePage  # noqa: PLC0415 - loaded behind the first page

        return PracticePage(self.start, lambda: self._pages.go("workouts"))

    def enter(self) -> None:
        """Show what is proposed, as soon as it is known."""
        if self._pages.opening.is_ready:
            self._background.ask(
                self._desk.practices, lambda past: self.page.show_proposal(self._proposal(past)), self._pages.told
            )

    def start(self) -> None:
        """Make ready what is set on the page."""
        practice = self.page.practice
        if practice is not None:
            self.run(practice)

    def run(self, practice: Practice) -> None:
        """Make a practice ready to run."""
        try:
            base = self._desk.plan(practice_workout(practice))
            plan = compile_plan(base.workout, base.athlete, practice_setup(practice, base.setup))
        except (InputError, WorkoutError) as error:
            self._pages.told(error)
            return
        if self._pages.is_under_way:
            self._pages.go("workouts")  # where it is said that one is running
        self._pages.sessions.start(plan, WORKOUT_ID)

    def show_on(self, page: ResultPage, plan: Plan, session: Session, session_id: int | None, started_at: str) -> None:
        """Show on the result page how the score goes on from past ones, and what is next.

        Args:
            page: shows the session.
            plan: what was run.
            session: the fold of its journal.
            session_id: of it in the store; None while nothing of it is on disk.
            started_at: by the wall clock.
        """
        score, practice = practice_score(session), practice_of(plan)
        here = session_id if session_id is not None else UNSAVED
        mine = () if score is None else (Practised(here, started_at, practice, score),)

        def show(past: tuple[Practised, ...]) -> None:
            if page.shows is not session:
                return
            others = [each for each in past if each.session_id != here]
            known = sorted((*mine, *others), key=lambda each: each.session_id, reverse=True)[:PRACTICES]
            following = self._proposal(tuple(known)).next
            words = tr("Next: {level}").format(level=level_words(following).lower())
            page.show_practice(tuple(known), here, words, lambda: self.run(following))

        self._background.ask(self._desk.practices, show, self._pages.told)

    def _proposal(self, past: tuple[Practised, ...]) -> Proposal:
        choices = self._pages.choosing.now
        setup = self._desk.plan(practice_workout(Practice(2, Fraction(90)))).setup
        lap_m = setup.track.lap_m
        goal_lap_s = None if choices.goal_s is None else lap_at(choices.goal_s, lap_m)
        first_s = goal_lap_s or lap_at(choices.best_s or UNKNOWN_MILE_S, lap_m)
        return Proposal(past, proposed(past, Practice(2, first_s, lap_m=lap_m), goal_lap_s))


def lap_at(mile_s: Fraction, lap_m: Metres = OUTDOOR.lap_m) -> Fraction:
    """Return a lap at the even pace of a mile, to the tenth that a person can aim at."""
    return Fraction(round_half_up(mile_s * lap_m / MILE_M, 1))
