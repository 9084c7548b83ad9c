"""Results: of the session that has just ended, and of past ones; saved again, noted, run again."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from app.core.events import Command
from app.core.lateness import CueRecord
from app.core.origin import origin_words
from app.core.plan import Plan
from app.core.practice import WORKOUT_ID
from app.core.practised import hidden_laps
from app.core.tongue import tr
from app.ui.background import Background
from app.ui.desk import Desk, Past

if TYPE_CHECKING:
    from app.core.session import Session
    from app.ui.pages import Pages
    from app.ui.result_page import ResultPage

SAVING_MS = 150
"""Between looks at the disk while a session is not all saved."""
LAST_WORDS_MS = 4000
"""After the end the voice still says what there is to say; by then the cue log has it."""


class Results:
    """Shows results for the pages."""

    def __init__(self, pages: Pages, desk: Desk, background: Background) -> None:
        self._pages, self._desk, self._background = pages, desk, background
        self.past: Past | None = None
        """The session from the history that is shown; None for one that has just ended."""
        self._past_plan: Plan | None = None

    @cached_property
    def page(self) -> ResultPage:
        """The result page."""
        from app.ui.result_page import ResultPage  # noqa: PLC0415 - loaded behind the first page

        return ResultPage(
            self.run_again,
            self._pages.sessions.undo,
            self.save_again,
            lambda: self._pages.go("workouts"),
            self.keep_note,
        )

    def show_ended(self) -> None:
        """Show what came out of the session that has just ended."""
        pages = self._pages
        assert pages.live is not None
        self.past = None
        started = pages.live.running.started_at
        self.page.show_session(pages.live.plan, pages.live.driver.session, started)
        if pages.live.plan.setup.is_blind:
            live = pages.live
            pages.practising.show_on(
                self.page, live.plan, live.driver.session, live.running.session_id, live.running.started_at
            )
        self._follow_saving()
        QTimer.singleShot(LAST_WORDS_MS, pages, self._say_cues)
        pages.go("result")

    def _say_cues(self) -> None:
        """Say how late the cues of the session that has just ended were."""
        live = self._pages.live
        if live is not None and live.is_over and self.past is None:
            self.page.say_cues(tuple(live.running.cue_log()))  # as it is now: another thread writes it

    def _follow_saving(self) -> None:
        """Say on the result page how far the disk is; asked again until it is there."""
        pages = self._pages
        if pages.live is None or not pages.live.is_over or self.past is not None:
            return
        saved = pages.live.running.saved()
        n_events = pages.live.running.n_events
        done = not saved.failure and saved.n_saved >= n_events
        sentence = saved.failure or (tr("Saved.") if done else tr("Saving …"))
        can_undo = Command.UNDO in pages.live.driver.engine.accepts
        self.page.say_saved(sentence, failed=bool(saved.failure), can_undo=can_undo)
        self._say_cues()
        if not done:
            QTimer.singleShot(SAVING_MS, pages, self._follow_saving)

    def save_again(self) -> None:
        """Try once more to save what could not be saved."""
        pages = self._pages
        if pages.live is not None:
            self._background.ask(pages.live.running.save_again, lambda _: self._follow_saving(), pages.told)

    def leave(self) -> None:
        """Go back to where the result was opened from."""
        self._pages.go("workouts" if self.past is None else "history")

    def run_again(self) -> None:
        """Make the same plan ready again."""
        pages = self._pages
        plan = pages.live.plan if pages.live is not None and self.past is None else self._past_plan
        workout_id = pages.live.running.workout_id if pages.live is not None and self.past is None else ""
        if plan is not None and plan.setup.is_blind:
            workout_id = WORKOUT_ID
        if plan is not None:
            pages.sessions.start(replace(plan, origin=None), workout_id)

    def keep_note(self, text: str) -> None:
        """Keep the athlete's note."""
        pages = self._pages
        session_id = self.past.session_id if self.past is not None else None
        if session_id is None and pages.live is not None:
            session_id = pages.live.running.session_id
        if session_id is None:
            self.page.say_saved(tr("Not saved yet: save the session first."), failed=True, can_undo=False)
            return
        self._background.ask(
            lambda: self._desk.note(session_id, text),
            lambda _: self.page.say_noted(text),
            pages.told,
        )

    def open_past(self, past: Past) -> None:
        """Show the result of a session from the history."""
        pages = self._pages
        live = pages.live
        if live is not None and live.running.session_id == past.session_id and hidden_laps(live.driver.session):
            pages.go("run")  # its laps are hidden still
            return

        def show(found: tuple[Plan, Session, tuple[CueRecord, ...]]) -> None:
            plan, session, cue_log = found
            self.past, self._past_plan = past, plan
            self.page.show_session(plan, session, past.started_at, past.note, cue_log)
            said = {"stopped": tr("Stopped by hand."), "kept": tr("Cut off; kept.")}.get(past.outcome, "")
            if plan.origin is not None:
                said = origin_words(plan.origin)
            self.page.say_saved(said, failed=False, can_undo=False)
            self.page.say_back(tr("History"))
            if plan.setup.is_blind:
                pages.practising.show_on(self.page, plan, session, past.session_id, past.started_at)
            pages.go("result")

        from app.core.session import Session  # noqa: PLC0415 - loaded behind the first page

        def recall() -> tuple[Plan, Session, tuple[CueRecord, ...]]:
            plan, events = self._desk.recall(past.session_id)
            return plan, Session.from_events(plan, events), self._desk.cue_log(past.session_id)

        self._background.ask(recall, show, pages.told)
