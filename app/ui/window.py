"""The window: four pages, one session, and the way of every key.

Rules of the file: while a workout runs a key means the same on every page, except in a text field that has the focus;
with none running, keys belong to the page. What is slow goes to the background. The first paint waits for nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QInputEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.core.errors import BellLapError, StoreError
from app.core.events import Command
from app.core.plan import Plan
from app.core.session import Session
from app.core.state import State
from app.ui import design
from app.ui.background import Background
from app.ui.banner import Banner, KeyList
from app.ui.desk import Choices, Desk, Past, Running
from app.ui.history_page import HistoryPage
from app.ui.keys import KeyClock, Repeats, command_for
from app.ui.library_page import LibraryPage
from app.ui.live import Live
from app.ui.result_page import ResultPage
from app.ui.run_page import RunPage
from app.ui.shelf import on_shelf
from app.ui.sidebar import FLAT_HEIGHT, WIDTH, Sidebar

STOP_AGAIN_MS = 3000
CHOOSE_AFTER_MS = 350
"""A goal is taken when the keys have rested this long."""
SMALLEST = (440, 420)


class Window(QWidget):
    """The one window."""

    def __init__(self, desk: Desk, plan: Plan | None = None, workout_id: str = "") -> None:
        """Make the window.

        Args:
            desk: the rest of the house.
            plan: what to run at once; None opens the library.
            workout_id: of its file, empty for a typed text.
        """
        super().__init__()
        self.setWindowTitle("Bell Lap")
        self.setMinimumSize(*SMALLEST)
        self.resize(1280, 800)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._desk = desk
        self._given = (plan, workout_id) if plan is not None else None
        self._background = Background()
        self._key_clock = KeyClock()
        self._repeats = Repeats()
        self._delay_ms = 0.0
        self._has_painted = False
        self._is_ready = False
        self._stop_armed = False
        self._past: Past | None = None
        self._past_plan: Plan | None = None
        self._read_number = 0
        self._choices = desk.choices()
        self.live: Live | None = None
        self.page = "run" if plan is not None else "workouts"
        self.sidebar = Sidebar(self.go, self._choose)
        self.library = LibraryPage(self.start, self._read)
        self.run = RunPage(self.command, self.toggle_far, self.toggle_keys)
        self.result = ResultPage(
            self._run_again, self._undo, self._save_again, lambda: self.go("workouts"), self._keep_note
        )
        self.history = HistoryPage(self._open_past)
        self.pages: dict[str, QWidget] = {
            "workouts": self.library, "run": self.run, "result": self.result, "history": self.history,
        }  # fmt: skip
        for page in (self.sidebar, *self.pages.values()):
            page.setParent(self)
            page.hide()
        self.banner = Banner(self._arrange, self)
        self.key_list = KeyList(self)
        self._choosing = QTimer(self)
        self._choosing.setSingleShot(True)
        self._choosing.setInterval(CHOOSE_AFTER_MS)
        self._choosing.timeout.connect(self._chosen)
        self.sidebar.show_choices(desk.choices())
        if plan is not None:
            self.run.preview(plan)
        self.go(self.page)
        cast("QApplication", QApplication.instance()).installEventFilter(self)

    # Opening ------------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Note the first paint; what is heavy begins after it."""
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self._open)

    @property
    def is_ready(self) -> bool:
        """Whether the data folder is open, or it was decided to go on without it."""
        return self._is_ready

    def _open(self) -> None:
        self._background.ask(self._desk.open, self._opened, self._not_opened)

    def _opened(self, sentence: str) -> None:
        self._is_ready = True
        choices = self._desk.choices()
        if choices.palette != design.palette().name:
            self._use_palette(choices.palette)
        self.sidebar.show_choices(choices)
        if sentence:
            self.banner.ask(sentence, (("Good", lambda: None),), "slower")
        if self._given is not None:
            plan, workout_id = self._given
            self._given = None
            self.start(plan, workout_id)
        self._background.ask(lambda: on_shelf(self._desk), self.library.show_shelf, self._told)
        if self.live is None:
            self._background.ask(self._desk.unfinished, self._offer, self._told)

    def _not_opened(self, error: BellLapError) -> None:
        answers: list[tuple[str, Callable[[], None]]] = [
            ("Try again", self._open),
            ("Go on without saving", lambda: self._go_on_unsaved(str(error))),
        ]
        if isinstance(error, StoreError) and error.can_set_aside:
            answers.insert(1, ("Set it aside", self._set_aside))
        self.banner.ask(f"{str(error)[:1].upper()}{str(error)[1:]}.", answers, "slower")

    def _go_on_unsaved(self, why: str) -> None:
        self._background.ask(lambda: self._desk.open_unsaved(why), lambda _: self._opened(""), self._told)

    def _set_aside(self) -> None:
        self._background.ask(self._desk.set_aside_damaged, self._opened, self._not_opened)

    def _offer(self, past: Past | None) -> None:
        if past is None or self.live is not None:
            return
        self.banner.ask(
            f"{past.workout}, begun {past.started_at[11:16]}, was cut off. All that was acknowledged is kept.",
            (
                ("Go on with it", lambda: self._resume(past)),
                ("Keep what was run", lambda: self._keep(past)),
            ),
        )

    def _resume(self, past: Past) -> None:
        self._background.ask(lambda: self._desk.resume(past.session_id), self._run, self._told)

    def _keep(self, past: Past) -> None:
        def kept() -> Past:
            self._desk.keep(past.session_id)
            return replace(past, outcome="kept")

        self._background.ask(kept, self._open_past, self._told)

    def _told(self, error: BellLapError) -> None:
        self.banner.ask(f"{str(error)[:1].upper()}{str(error)[1:]}.", (("Good", lambda: None),), "slower")

    # The session --------------------------------------------------------------------------------------------------

    def start(self, plan: Plan, workout_id: str) -> None:
        """Make a workout ready; the START press begins it."""
        if self.live is not None and self.live.is_under_way:
            self.library.say("A workout is running. Go back to it with R, or stop it there with X.")
            return
        if not self._is_ready:
            self._given = (plan, workout_id)
            return
        self._run(self._desk.begin(plan, workout_id))

    def _run(self, running: Running) -> None:
        self._let_go()
        self.banner.hide()
        self.live = live = Live(running, self)
        live.fell.connect(lambda _event: self._follow())
        self.run.show_live(live)
        self.library.forget_typed()
        self._past = None
        self.go("run")
        QTimer.singleShot(900, self._say_sound)

    def _say_sound(self) -> None:
        if self.live is not None:
            said = self.live.running.sound()
            self.run.say(said if self.live.state is State.READY or "no sound" in said.lower() else "")

    def _let_go(self) -> None:
        if self.live is None:
            return
        live, self.live = self.live, None
        live.end()
        self._background.ask(live.running.close)
        live.deleteLater()

    def command(self, command: Command, delay_ms: float | None = None) -> None:
        """Do what a key or a click asks, as of when it went down."""
        if self.live is None:
            return
        if command is Command.STOP and not self._stop_armed:
            if Command.STOP in self.live.driver.engine.accepts:
                self._stop_armed = True
                QTimer.singleShot(STOP_AGAIN_MS, self._disarm)
                self.run.flash("Press X again to stop and keep what was run.")
            return
        self._stop_armed = False
        delay = self._delay_ms if delay_ms is None else delay_ms
        self.live.press(command, self._desk.clock.ago(delay))

    def _disarm(self) -> None:
        if self._stop_armed:
            self._stop_armed = False
            self.run.flash("")

    def _follow(self) -> None:
        """Go where an event leads: to the result at the end, back to the clock after an undo."""
        assert self.live is not None
        if self.live.is_over:
            self._show_result()
        elif self.page == "result":
            self.go("run")
        self.sidebar.show_page(self.page, running=self.live.is_under_way)

    def _show_result(self) -> None:
        assert self.live is not None
        self._past = None
        started = self.live.running.started_at
        self.result.show_session(self.live.plan, self.live.driver.session, started)
        self._follow_saving()
        self.go("result")

    def _follow_saving(self) -> None:
        """Say on the result page how far the disk is; asked again until it is there."""
        if self.live is None or not self.live.is_over or self._past is not None:
            return
        saved = self.live.running.saved()
        n_events = self.live.running.n_events
        done = not saved.failure and saved.n_saved >= n_events
        sentence = saved.failure or ("Saved." if done else "Saving …")
        can_undo = Command.UNDO in self.live.driver.engine.accepts
        self.result.say_saved(sentence, failed=bool(saved.failure), can_undo=can_undo)
        if not done:
            QTimer.singleShot(150, self._follow_saving)

    def _undo(self) -> None:
        self.command(Command.UNDO)

    def _save_again(self) -> None:
        if self.live is not None:
            self._background.ask(self.live.running.save_again, lambda _: self._follow_saving(), self._told)

    def _run_again(self) -> None:
        plan = self.live.plan if self.live is not None and self._past is None else self._past_plan
        workout_id = self.live.running.workout_id if self.live is not None and self._past is None else ""
        if plan is not None:
            self.start(plan, workout_id)

    def _keep_note(self, text: str) -> None:
        session_id = self._past.session_id if self._past is not None else None
        if session_id is None and self.live is not None:
            session_id = self.live.running.session_id
        if session_id is None:
            self.result.say_saved("Not saved yet: save the session first.", failed=True, can_undo=False)
            return
        self._background.ask(
            lambda: self._desk.note(session_id, text),
            lambda _: self.result.say_saved("Note saved.", failed=False, can_undo=False),
            self._told,
        )
        self.setFocus()

    # The other pages ------------------------------------------------------------------------------------------------

    def _choose(self, choices: Choices) -> None:
        self._choices = replace(choices, palette=design.palette().name)
        self._choosing.start()

    def _chosen(self) -> None:
        choices = self._choices
        self._background.ask(lambda: self._desk.choose(choices), failed=self._told)
        self._background.ask(lambda: on_shelf(self._desk), self.library.show_shelf, self._told)
        if self.library.paste.text().strip():
            self._read(self.library.paste.text())

    def _read(self, text: str) -> None:
        self._read_number += 1
        number = self._read_number

        def then(plan: Plan) -> None:
            if number == self._read_number:
                self.library.show_read(plan)

        def failed(error: BellLapError) -> None:
            if number == self._read_number:
                self.library.show_faults(str(error))

        self._background.ask(lambda: self._desk.plan(self._desk.read(text)), then, failed)

    def _open_past(self, past: Past) -> None:
        def show(found: tuple[Plan, Session]) -> None:
            self._past, self._past_plan = past, found[0]
            self.result.show_session(found[0], found[1], past.started_at, past.note)
            said = (
                ""
                if past.outcome == "finished"
                else {"stopped": "Stopped by hand.", "kept": "Cut off; kept."}.get(past.outcome, "")
            )
            self.result.say_saved(said, failed=False, can_undo=False)
            self.go("result")

        def recall() -> tuple[Plan, Session]:
            plan, events = self._desk.recall(past.session_id)
            return plan, Session.from_events(plan, events)

        self._background.ask(recall, show, self._told)

    def go(self, name: str) -> None:
        """Show a page: `workouts`, `run`, `result` or `history`."""
        if name == "run" and self.live is not None and self.live.is_over:
            name = "result"
        if name == "history" and self._is_ready:
            self._background.ask(self._desk.history, self.history.show_past, self._told)
        if self.live is not None and self.live.state is State.READY and name != "run":
            self._let_go()
        self.page = name
        for each, page in self.pages.items():
            page.setVisible(each == name)
        self.sidebar.setVisible(name in ("workouts", "history"))
        self.sidebar.show_page(name, running=self.live is not None and self.live.is_under_way)
        if self.live is not None:
            self.live.seen = name == "run"
        self._arrange()
        focus = {"workouts": self.library.list, "history": self.history.list}.get(name, self)
        focus.setFocus()
        if name == "run":
            self.run.frame()
        if name == "workouts" and self._is_ready and self._past is not None:
            self._past = None
        if name == "workouts" and self._is_ready:
            self._background.ask(lambda: on_shelf(self._desk), self.library.show_shelf, self._told)

    def toggle_far(self) -> None:
        """Show the far view, or the whole page."""
        self.go("run")
        self.run.set_far(far=not self.run.is_far)

    def toggle_keys(self) -> None:
        """Show all keys, or take the list away."""
        self.key_list.setVisible(self.key_list.isHidden())
        self.key_list.raise_()

    def _use_palette(self, name: str) -> None:
        design.use_palette(name)
        for page in (self.library, self.run, self.history):
            page.repaint_all()
        for child in self.findChildren(QWidget):
            child.update()

    # Keys -----------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See every input event of the window: it feeds the clock of the keys, and keys go their way from here."""
        if not isinstance(event, QInputEvent) or not isinstance(watched, QWidget) or watched.window() is not self:
            return False
        if event.type() not in _INPUT:
            return False
        self._delay_ms = self._key_clock.delay_ms(event.timestamp())
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyRelease:
                self._repeats.release(event)
                return False
            if event.type() == QEvent.Type.KeyPress:
                return self._key(event)
        elif event.type() == QEvent.Type.MouseButtonPress and self.key_list.isVisible():
            self.key_list.hide()
            return True
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if isinstance(QApplication.focusWidget(), QLineEdit):
            if key == Qt.Key.Key_Escape:
                self.go(self.page)
                return True
            return False
        if not self._repeats.is_press(event):
            return key not in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if self.key_list.isVisible():
            self.key_list.hide()
            if key in (Qt.Key.Key_Question, Qt.Key.Key_Escape):
                return True
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and key == Qt.Key.Key_Z:
            key = Qt.Key.Key_U
        elif control or event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
            return False
        return self._session_key(key) or self._page_key(key)

    def _session_key(self, key: int) -> bool:
        live = self.live
        if live is None:
            return False
        if not (live.is_under_way or (live.state is State.READY and self.page == "run")):
            return False
        command = command_for(key, live.state)
        if command is None:
            return False
        if live.state is State.READY and command is not Command.START:
            return False
        self.command(command)
        return True

    def _page_key(self, key: int) -> bool:
        keys = Qt.Key
        anywhere: dict[int, Callable[[], None]] = {
            keys.Key_D: self._other_palette,
            keys.Key_Question: self.toggle_keys,
            keys.Key_W: lambda: self.go("workouts"),
            keys.Key_H: lambda: self.go("history"),
        }
        here: dict[int, Callable[[], None]] = {}
        if self.live is not None:
            here[keys.Key_R] = lambda: self.go("run")
            here[keys.Key_F] = self.toggle_far
        if self.page == "workouts":
            here |= {
                keys.Key_Return: self.library.start_chosen,
                keys.Key_Enter: self.library.start_chosen,
                keys.Key_Slash: self.library.paste.setFocus,
            }
        elif self.page == "history":
            here |= {keys.Key_Return: self.history.open_chosen, keys.Key_Enter: self.history.open_chosen}
        elif self.page == "result" and self._past is None:
            here[keys.Key_U] = self._undo
        if self.page != "workouts" and not (self.live is not None and self.live.is_under_way):
            here[keys.Key_Escape] = lambda: self.go("workouts")
        do = here.get(key) or anywhere.get(key)
        if do is None:
            return False
        do()
        return True

    def _other_palette(self) -> None:
        name = design.DAY.name if design.palette().name == design.DARK.name else design.DARK.name
        self._use_palette(name)
        if self._is_ready:
            choices = replace(self._desk.choices(), palette=name)
            self._background.ask(lambda: self._desk.choose(choices), failed=self._told)

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
        if self.page in ("workouts", "history"):
            if width >= 760:
                side = WIDTH if width >= 1000 else 204
                self.sidebar.setGeometry(0, room.y(), side, room.height())
                room.setLeft(side)
            else:
                self.sidebar.setGeometry(0, room.y(), width, min(FLAT_HEIGHT - 20, room.height() // 2))
                room.setTop(room.y() + self.sidebar.height())
        self.pages[self.page].setGeometry(room)
        self.key_list.setGeometry(0, 0, width, height)

    def show_where_it_was(self, geometry: str) -> None:
        """Open where the window was, if that is still on a screen."""
        try:
            x, y, width, height = (int(part) for part in geometry.split(","))
        except ValueError:
            return
        screen = QGuiApplication.screenAt(QRect(x, y, width, height).center())
        if screen is not None and width >= SMALLEST[0] and height >= SMALLEST[1]:
            self.setGeometry(QRect(x, y, width, height).intersected(screen.availableGeometry()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is to be kept; a session that is under way is offered again at the next start."""
        cast("QApplication", QApplication.instance()).removeEventFilter(self)
        if self._is_ready:
            box = self.geometry()
            where = f"{box.x()},{box.y()},{box.width()},{box.height()}"
            self._desk.choose(replace(self._desk.choices(), window=where))
        if self.live is not None:
            self.live.end()
        self._background.close()
        self._desk.close()
        super().closeEvent(event)


_INPUT = (
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseMove,
)
