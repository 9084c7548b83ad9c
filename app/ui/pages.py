"""The pages: five of them, one session, and the way of every key.

Rules of the file: while a workout runs a key means the same on every page, except in a text field that has the focus;
with none running, keys belong to the page. What is slow goes to the background; a page is made when it is first shown.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.errors import BellLapError
from app.core.events import Command
from app.core.plan import Plan
from app.core.state import State
from app.ui import design
from app.ui.background import Background
from app.ui.banner import Banner, KeyList
from app.ui.choosing import Choosing
from app.ui.desk import Desk, Running
from app.ui.favourites import Favourites
from app.ui.history_page import HistoryPage
from app.ui.keyboard import Keyboard
from app.ui.library_page import LibraryPage
from app.ui.live import Live
from app.ui.opening import Opening
from app.ui.reading import Reading
from app.ui.result_page import ResultPage
from app.ui.results import Results
from app.ui.run_page import RunPage
from app.ui.shelf import on_shelf
from app.ui.sidebar import WIDTH, Sidebar
from app.ui.sound_page import SoundPage

WITH_SIDEBAR = ("workouts", "history", "sound")
P = TypeVar("P", bound=QWidget)


class Pages(QWidget):
    """All that the window holds."""

    def __init__(self, desk: Desk, background: Background, plan: Plan | None = None, workout_id: str = "") -> None:
        """Make the first page.

        Args:
            desk: the rest of the house.
            background: where slow things are done.
            plan: what to run at once; None opens the library.
            workout_id: of its file, empty for a typed text.
        """
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._desk = desk
        self._given = (plan, workout_id) if plan is not None else None
        self._background = background
        self.opening = Opening(self, desk, background)
        self.results = Results(self, desk, background)
        self._reading = Reading(desk, background)
        self.choosing = Choosing(self, desk, background, self._plan_anew, self.told)
        self.live: Live | None = None
        self.page = "run" if plan is not None else "workouts"
        self.sidebar = Sidebar(self.go, self.choosing.choose_athlete)
        self.library = LibraryPage(self.start, self._read, Favourites(self.choosing), self._reading.cancel)
        for part in (self.sidebar, self.library):
            part.setParent(self)
            part.hide()
        self._made: dict[str, QWidget] = {"workouts": self.library}
        self.banner = Banner(self._arrange, self)
        self.key_list = KeyList(self)
        self.sidebar.show_choices(desk.choices())
        if plan is not None:
            self.run.preview(plan)
        self.go(self.page)
        self.keyboard = Keyboard(self)

    # The pages, each made when it is first shown ------------------------------------------------------------------

    @cached_property
    def run(self) -> RunPage:
        """The run page."""
        return self._adopt("run", RunPage(self.command, self.toggle_far, self.toggle_keys))

    @cached_property
    def result(self) -> ResultPage:
        """The result page."""
        return self._adopt("result", self.results.page)

    @cached_property
    def history(self) -> HistoryPage:
        """The history page."""
        return self._adopt("history", HistoryPage(self.results.open_past))

    @cached_property
    def sound(self) -> SoundPage:
        """The sound page."""
        made = SoundPage(
            self._desk, self.choosing, lambda: self.is_under_way, lambda: self.keyboard.delay_ms,
            lambda: self.go("workouts"),
        )  # fmt: skip
        return self._adopt("sound", made)

    def _adopt(self, name: str, page: P) -> P:
        page.setParent(self)
        page.hide()
        self._made[name] = page
        return page

    # The session --------------------------------------------------------------------------------------------------

    def start(self, plan: Plan, workout_id: str) -> None:
        """Make a workout ready; the START press begins it."""
        if self.is_under_way:
            self.library.say("A workout is running. Go back to it with R, or stop it there with X.")
            return
        if not self.opening.is_ready:
            self._given = (plan, workout_id)
            return
        self.run_session(self._desk.begin(plan, workout_id))

    @property
    def is_under_way(self) -> bool:
        """Whether a workout runs or is paused: then a key means the same on every page."""
        return self.live is not None and self.live.is_under_way

    def run_session(self, running: Running) -> None:
        """Show a session that is ready to run, or one taken up again."""
        self._let_go()
        self.banner.hide()
        self.live = live = Live(running, self)
        live.fell.connect(lambda _event: self._follow())
        self.run.show_live(live)
        self.library.forget_typed()
        self.results.past = None
        self.go("run")

    def _let_go(self) -> None:
        if self.live is None:
            return
        live, self.live = self.live, None
        live.end()
        self._background.ask(live.running.close)
        live.deleteLater()

    def start_given(self) -> None:
        """Start what was to be run at once, now that the house is open."""
        if self._given is not None:
            plan, workout_id = self._given
            self._given = None
            self.start(plan, workout_id)

    def told(self, error: BellLapError) -> None:
        """Say what went wrong, in a banner."""
        self.banner.ask(f"{str(error)[:1].upper()}{str(error)[1:]}.", (("Good", lambda: None),), "slower")

    def command(self, command: Command, delay_ms: float | None = None) -> None:
        """Do what a key or a click asks, as of when it went down."""
        if self.live is None:
            return
        if self.live.wants_twice(command):
            return
        delay = self.keyboard.delay_ms if delay_ms is None else delay_ms
        self.live.press(command, self._desk.clock.ago(delay))

    def _follow(self) -> None:
        """Go where an event leads: to the result at the end, back to the clock after an undo."""
        assert self.live is not None
        if self.live.is_over:
            self.results.show_ended()
        elif self.page == "result":
            self.go("run")
        self.sidebar.show_page(self.page, running=self.is_under_way)

    def undo(self) -> None:
        """Take back the last lap press or skip."""
        self.command(Command.UNDO)

    # The other pages ------------------------------------------------------------------------------------------------

    def _plan_anew(self) -> None:
        self._background.ask(lambda: on_shelf(self._desk), self.library.show_shelf, self.told)
        if self.library.paste.text().strip():
            self._read(self.library.paste.text())

    def _read(self, text: str) -> None:
        self._reading.read(text, self.library)

    def go(self, name: str) -> None:
        """Show a page: `workouts`, `run`, `result`, `history` or `sound`."""
        if name == "run" and self.live is not None and self.live.is_over:
            name = "result"
        if name == "history" and self.opening.is_ready:
            self._background.ask(self._desk.history, self.history.show_past, self.told)
        if self.live is not None and self.live.state is State.READY and name != "run":
            self._let_go()
        self.page = name
        self._page_of(name)
        for each, page in self._made.items():
            page.setVisible(each == name)
        self.sidebar.setVisible(name in WITH_SIDEBAR)
        self.sidebar.show_page(name, running=self.is_under_way)
        if self.live is not None:
            self.live.show(seen=name == "run")
        self._arrange()
        lists = {"workouts": self.library.list, **({"history": self.history.list} if name == "history" else {})}
        lists.get(name, self).setFocus()
        if name == "sound":
            self.sound.enter()
        elif name == "run":
            self.run.frame()
        elif name == "result":
            self.window().setWindowTitle(f"{self.result.title} – Bell Lap")
        elif not self.is_under_way:
            self.window().setWindowTitle("Bell Lap")
        if name == "workouts" and self.opening.is_ready:
            self.results.past = None
            self._background.ask(lambda: on_shelf(self._desk), self.library.show_shelf, self.told)

    def _page_of(self, name: str) -> QWidget:
        match name:
            case "run":
                return self.run
            case "result":
                return self.result
            case "history":
                return self.history
            case "sound":
                return self.sound
            case _:
                return self._made.get(name, self.library)

    def toggle_far(self) -> None:
        """Show the far view, or the whole page."""
        self.go("run")
        self.run.set_far(far=not self.run.is_far)

    def toggle_keys(self) -> None:
        """Show all keys, or take the list away."""
        self.key_list.setVisible(self.key_list.isHidden())
        self.key_list.raise_()

    def use_palette(self, name: str) -> None:
        """Paint everything in another palette."""
        design.use_palette(name)
        for page in self._made.values():
            if isinstance(page, (LibraryPage, RunPage, HistoryPage)):
                page.repaint_all()
        for child in self.findChildren(QWidget):
            child.update()

    def other_palette(self) -> None:
        """Change between dark and daylight; remembered."""
        name = design.DAY.name if design.palette().name == design.DARK.name else design.DARK.name
        self.use_palette(name)
        if self.opening.is_ready:
            self.choosing.change(lambda choices: replace(choices, palette=name))

    # Where it stands ------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the window out anew."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        room = QRect(0, 0, width, height)
        if not self.banner.isHidden():
            tall = self.banner.height_for(width)
            self.banner.setGeometry(0, 0, width, tall)
            self.banner.arrange()
            room.setTop(tall)
        if self.page in WITH_SIDEBAR:
            if width >= 760:
                side = WIDTH if width >= 1000 else 204
                self.sidebar.setGeometry(0, room.y(), side, room.height())
                room.setLeft(side)
            else:
                self.sidebar.setGeometry(0, room.y(), width, self.sidebar.flat_height(room.height()))
                room.setTop(room.y() + self.sidebar.height())
        self._page_of(self.page).setGeometry(room)
        self.key_list.setGeometry(0, 0, width, height)

    def close_down(self, geometry: str) -> None:
        """Keep what is to be kept; a session that is under way is offered again at the next start.

        Args:
            geometry: of the window, to open there again.
        """
        self.keyboard.close()
        if self.opening.is_ready:
            self.choosing.take_typed()
            self.choosing.change(lambda choices: replace(choices, window=geometry))
        if self.live is not None:
            self.live.end()
