"""Sessions: the one that is ready, under way or just ended, and what keys and clicks ask of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from app.core.asked import Asked, Command
from app.core.bounds import RESUME_WITHIN_MS
from app.core.events import Event, Finished, SegmentStarted, Stopped
from app.core.plan import Plan
from app.core.state import State
from app.core.tongue import tr
from app.ui.awake import Awake
from app.ui.background import Background
from app.ui.desk import Desk, Running
from app.ui.keys import Act, command_for
from app.ui.past_runs import PastRuns

if TYPE_CHECKING:
    from app.ui.live import Live
    from app.ui.pages import Pages


class Sessions:
    """Begins sessions for the pages, and goes where their events lead."""

    def __init__(self, pages: Pages, desk: Desk, background: Background, plan: Plan | None, workout_id: str) -> None:
        """Begin nothing yet.

        Args:
            pages: show it.
            desk: makes sessions.
            background: where they are closed.
            plan: what is to be run as soon as the house is open; None for nothing.
            workout_id: of its file, empty for a typed text.
        """
        self._pages, self._desk, self._background = pages, desk, background
        self._given = (plan, workout_id) if plan is not None else None
        self._past_runs = PastRuns(desk, background)
        self.live: Live | None = None
        self.awake = Awake(pages)
        self.awake.changed.connect(self._say_awake)

    @property
    def is_under_way(self) -> bool:
        """Whether a workout runs or is paused: then a key means the same on every page."""
        return self.live is not None and self.live.is_under_way

    def start(self, plan: Plan, workout_id: str) -> None:
        """Make a workout ready; the START press begins it."""
        pages = self._pages
        if self.is_under_way:
            back, stop = (pages.bindings.cap_of(act) for act in (Act.RUN, Act.STOP))
            said = tr("A workout is running. Go back to it with {run}, or stop it there with {stop}.")
            (pages.ways.page if pages.page == "editor" else pages.library).say(said.format(run=back, stop=stop))
            return
        if not pages.opening.is_ready:
            self._given = (plan, workout_id)
            return
        self.show(self._desk.begin(plan, workout_id))

    def start_given(self) -> None:
        """Start what was to be run at once, now that the house is open."""
        if self._given is not None:
            plan, workout_id = self._given
            self._given = None
            self.start(plan, workout_id)

    def show(self, running: Running) -> None:
        """Show a session that is ready to run, or one taken up again."""
        from app.ui.live import Live  # noqa: PLC0415 - loaded behind the first page
        from app.ui.runners import has_track  # noqa: PLC0415 - as above

        pages = self._pages
        self.let_go()
        pages.banner.hide()
        self.live = live = Live(running, pages)
        live.stop_key = pages.bindings.cap_of(Act.STOP) or live.stop_key
        live.fell.connect(self._follow)
        live.framed.connect(pages.mends.framed)
        live.framed.connect(pages.guessing.framed)
        pages.run.show_live(live)
        pages.library.forget_typed()
        pages.results.past = None
        pages.go("run")
        if not live.plan.setup.is_blind and has_track(live.plan):
            self._past_runs.look(live.plan, running.session_id, lambda found: pages.run.show_ghosts(live, found))

    def let_go(self) -> None:
        """Close the session, if there is one."""
        if self.live is None:
            return
        live, self.live = self.live, None
        self.awake.let_go()
        live.end()
        self._background.ask(live.running.close)
        live.deleteLater()

    def leave_ready(self) -> None:
        """Let go of a session that was made ready and not begun."""
        if self.live is not None and self.live.state is State.READY:
            self.let_go()

    def close_down(self) -> None:
        """Leave a session that is under way as it is: it is offered again at the next start."""
        self.awake.let_go()
        if self.live is not None:
            self.live.end()

    # What is asked ------------------------------------------------------------------------------------------------

    def act(self, act: Act) -> None:
        """Do what a key cap that was clicked asks, as its key would."""
        anywhere = {Act.FAR: self._pages.toggle_far, Act.KEYS: self._pages.sheets.toggle_keys}
        if act in anywhere:
            anywhere[act]()
        elif self.live is not None:
            command = command_for(act, self.live.state)
            if command is not None:
                self.command(command)
            else:
                self._pages.mends.ask(act)

    def command(self, command: Asked) -> None:
        """Do what a key or a click asks, as of when it went down."""
        if self.live is not None and not self.live.wants_twice(command):
            self.live.press(command, self._pages.keyboard.at)

    def false_start(self) -> None:
        """Be ready for the same race again, with nothing of the start kept and another go to come.

        Ready is shown once the disk has let go of it, so that nothing of it can ever be offered again.
        """
        live = self.live
        if live is None or not live.can_be_false:
            return
        self.live = None
        self.awake.let_go()
        live.halt()
        live.running.discard()
        self._pages.run.flash(tr("False start: nothing of it is kept."))  # at once, however slow the disk is
        self._background.ask(live.running.close, lambda _: self._again(live))

    def _again(self, live: Live) -> None:
        if self.live is None:
            self.show(self._desk.begin(live.plan, live.running.workout_id))
        if live.running.saved().failure:
            said = tr("The false start is still in the history: the disk did not let go of it.")
            self._pages.banner.ask(said, ((tr("Good"), lambda: None),), "slower")
        live.deleteLater()

    def undo(self) -> None:
        """Take back what was done last."""
        self.command(Command.UNDO)

    # Where it leads -----------------------------------------------------------------------------------------------

    def _follow(self, event: Event) -> None:
        """Go where an event leads: to the result at the end, back to the clock after an undo."""
        live, pages = self.live, self._pages
        assert live is not None
        pages.mends.fell(event)
        pages.guessing.fell(event)
        if live.is_under_way and pages.choosing.now.stays_awake:
            self.awake.hold(live.plan.workout.name)
        else:
            self.awake.let_go()
        if isinstance(event, SegmentStarted) and pages.choosing.now.flashes:
            pages.sheets.flash_phase(live.plan.segments[event.index])
        if isinstance(event, (Finished, Stopped)) and live.is_over:
            if pages.guessing.is_wanted:
                pages.go("run")
                return
            pages.results.show_ended()
            if isinstance(event, Stopped):
                self.offer_the_way_back(live)
        elif pages.page == "result" and (live.is_under_way or pages.guessing.is_wanted):
            pages.go("run")
        pages.sidebar.show_page(pages.page, running=self.is_under_way)

    def _say_awake(self) -> None:
        if self.is_under_way and self.awake.sentence:
            self._pages.run.flash(self.awake.sentence)

    def offer_the_way_back(self, live: Live) -> None:
        """Offer to take the stop back, as long as there is a way."""
        page = self._pages.result
        page.offer_resume(self.undo, lambda: self.command(Command.RESUME))

        def over() -> None:
            if self.live is live and live.state is State.STOPPED and self._pages.results.past is None:
                page.offer_resume(None, None)

        QTimer.singleShot(RESUME_WITHIN_MS, live, over)
