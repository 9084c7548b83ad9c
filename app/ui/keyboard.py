"""The keyboard: sees every input event of the window, and sends each key its way.

Rules of the file: while a workout runs a key means the same on every page, except in a text field that has the focus
and while the settings wait for a key; with none running, keys belong to the page and to the control with the focus.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from app.clock import Clock
from app.core.state import State
from app.ui.keys import Act, command_for, key_name
from app.ui.stamps import KeyClock, Repeats

if TYPE_CHECKING:
    from app.ui.pages import Pages

_INPUT = (
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseMove,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
)
_MOVING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
"""Keys that may repeat while they are held: they move through a list."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


READINGS, APART_NS = 8, 100_000
"""Two readings of clocks take some 5 µs; a thread that comes between keeps Python's lock for 5 ms."""


class Keyboard(QObject):
    """Listens for the whole window."""

    def __init__(self, pages: Pages, clock: Clock) -> None:
        super().__init__(pages)
        self.delay_ms = 0.0
        """How long ago the last input event truly happened."""
        self._pages = pages
        self._clock = clock
        self.at = clock.now()
        """When the last input event truly happened."""
        self._key_clock = KeyClock()
        self._repeats = Repeats()
        cast("QApplication", QApplication.instance()).installEventFilter(self)

    def close(self) -> None:
        """Listen no more."""
        cast("QApplication", QApplication.instance()).removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See every input event of the window: it feeds the clock of the keys, and keys go their way from here."""
        pages = self._pages
        if (
            not isinstance(event, QInputEvent)
            or not isinstance(watched, QWidget)
            or watched.window() is not pages.window()
        ):
            return False
        if event.type() not in _INPUT:
            return False
        self._note(event.timestamp())
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyRelease:
                self._repeats.release(event)
                return False
            if event.type() == QEvent.Type.KeyPress:
                return self._key(event)
        elif event.type() == QEvent.Type.MouseButtonPress and pages.sheets.shows_keys:
            pages.sheets.keys.hide()
            return True
        return False

    def _note(self, stamp_ms: int) -> None:
        """Find when an event happened: two clocks are read, again where another thread came between the readings."""
        for _ in range(READINGS):
            before = time.perf_counter_ns()
            self.delay_ms = self._key_clock.delay_ms(stamp_ms)
            self.at = self._clock.ago(self.delay_ms)
            if time.perf_counter_ns() - before < APART_NS:
                return

    def _key(self, event: QKeyEvent) -> bool:
        pages = self._pages
        key = event.key()
        if pages.wants_keys:
            return not self._repeats.is_press(event)
        focus = self._focus()
        if isinstance(focus, (QLineEdit, QPlainTextEdit)) and not focus.isReadOnly():
            if key == Qt.Key.Key_Escape:
                pages.leave_field()
                return True
            return False
        if not self._repeats.is_press(event):
            return key not in _MOVING or self._page_key(key, None)
        if pages.sheets.shows_keys:
            pages.sheets.keys.hide()
            if key == Qt.Key.Key_Escape or pages.bindings.act_of(key_name(event)) is Act.KEYS:
                return True
        name = key_name(event)
        act = pages.bindings.act_of(name)
        return (
            pages.mends.key(event)
            or pages.guessing.key(event)
            or self._session_act(act)
            or self._over_key(key)
            or (not pages.sheets.is_covered and self._free_key(name, event))
            or (not pages.sheets.is_covered and self._page_key(key, act))
        )

    def _focus(self) -> QWidget | None:
        """Return the widget that a key goes to; where no window manager makes the window active, Qt names none."""
        return QApplication.focusWidget() or self._pages.window().focusWidget()

    def _over_key(self, key: int) -> bool:
        """Close the panel over the page with Esc; its other keys find their way in it."""
        over = self._pages.sheets.over
        if over is None or not over.isVisible() or key != Qt.Key.Key_Escape:
            return False
        over.leave()
        return True

    def _free_key(self, name: str, event: QKeyEvent) -> bool:
        """Take what is pasted where no field has the focus; do what a key does with the chosen workout."""
        pages = self._pages
        if event.matches(QKeySequence.StandardKey.Paste):
            pages.drops.paste()
            return True
        do = pages.library.keys.get(name) if pages.page == "workouts" else None
        if do is None:
            return False
        do()
        return True

    def _session_act(self, act: Act | None) -> bool:
        pages = self._pages
        live = pages.live
        if live is None or act is None:
            return False
        if live.state is State.READY:
            if pages.page != "run" or act is not Act.LAP:
                return False
        elif not live.is_under_way:
            return False
        if act in _ASKING:
            pages.mends.ask(act)
            return True
        command = command_for(act, live.state)
        if command is None:
            return False
        pages.sessions.command(command)
        return True

    def _page_key(self, key: int, act: Act | None) -> bool:
        pages = self._pages
        keys = Qt.Key
        focus = self._focus()
        if (
            key in _ENTER
            and pages.page not in ("sound", "settings", "pacing")
            and isinstance(focus, QAbstractButton)
            and focus.isEnabled()
        ):
            focus.click()
            return True
        anywhere: dict[Act, Callable[[], None]] = {
            Act.PALETTE: pages.other_palette,
            Act.KEYS: pages.sheets.toggle_keys,
            Act.FULL_SCREEN: pages.toggle_full_screen,
            Act.WORKOUTS: lambda: pages.go("workouts"),
            Act.PRACTICE: lambda: pages.go("practice"),
            Act.EDIT: pages.ways.open,
            Act.NEW: pages.ways.new,
            Act.HISTORY: lambda: pages.go("history"),
            Act.SOUND: lambda: pages.go("sound"),
            Act.PACING: lambda: pages.go("pacing"),
            Act.SETTINGS: lambda: pages.go("settings"),
            Act.TYPE: pages.type_workout,
            Act.SEARCH: pages.find_workout,
        }
        here: dict[int, Callable[[], None]] = {}
        if pages.live is not None:
            anywhere |= {Act.RUN: lambda: pages.go("run"), Act.FAR: pages.toggle_far}
        if pages.page == "workouts":
            here |= dict.fromkeys(_ENTER, pages.library.start_chosen)
            anywhere[Act.FAVOURITE] = pages.library.finder.favour
        elif pages.page == "practice":
            here |= dict.fromkeys(_ENTER, pages.practising.start)
        elif pages.page == "history":
            here |= dict.fromkeys(_ENTER, pages.history.open_chosen)
        elif pages.page == "result" and pages.results.past is None:
            anywhere |= {Act.UNDO: pages.sessions.undo, Act.LAPS: pages.mends.toggle}
        if pages.page == "run" and pages.window().isFullScreen():
            here[keys.Key_Escape] = pages.toggle_full_screen
        elif pages.page != "workouts" and not pages.is_under_way:
            here[keys.Key_Escape] = lambda: pages.go("workouts")
        if pages.page in ("sound", "settings", "pacing", "result"):
            page = getattr(pages, pages.page)
            here |= page.keys
        do = here.get(key) or (anywhere.get(act) if act is not None else None)
        if do is None:
            return False
        do()
        return True


_ASKING = (Act.MORE_REST, Act.LESS_REST, Act.COOL_DOWN, Act.MEND, Act.LAPS, Act.FALSE_START)
"""Acts of a session under way that are more than a command."""
