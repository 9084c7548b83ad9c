"""The keyboard: sees every input event of the window, and sends each key its way.

Rules of the file: while a workout runs a key means the same on every page, except in a text field that has the focus;
with none running, keys belong to the page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.core.events import Command
from app.core.state import State
from app.ui.keys import KeyClock, Repeats, command_for

if TYPE_CHECKING:
    from app.ui.pages import Pages

_INPUT = (
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseMove,
)


class Keyboard(QObject):
    """Listens for the whole window."""

    def __init__(self, pages: Pages) -> None:
        super().__init__(pages)
        self.delay_ms = 0.0
        """How long ago the last input event truly happened."""
        self._pages = pages
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
        self.delay_ms = self._key_clock.delay_ms(event.timestamp())
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyRelease:
                self._repeats.release(event)
                return False
            if event.type() == QEvent.Type.KeyPress:
                return self._key(event)
        elif event.type() == QEvent.Type.MouseButtonPress and pages.key_list.isVisible():
            pages.key_list.hide()
            return True
        return False

    def _key(self, event: QKeyEvent) -> bool:
        pages = self._pages
        key = event.key()
        if isinstance(QApplication.focusWidget(), QLineEdit):
            if key == Qt.Key.Key_Escape:
                pages.go(pages.page)
                return True
            return False
        if not self._repeats.is_press(event):
            if pages.page == "sound" and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                return self._page_key(key)
            return key not in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if pages.key_list.isVisible():
            pages.key_list.hide()
            if key in (Qt.Key.Key_Question, Qt.Key.Key_Escape):
                return True
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and key == Qt.Key.Key_Z:
            key = Qt.Key.Key_U
        elif control or event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
            return False
        return self._session_key(key) or self._page_key(key)

    def _session_key(self, key: int) -> bool:
        pages = self._pages
        live = pages.live
        if live is None:
            return False
        if not (live.is_under_way or (live.state is State.READY and pages.page == "run")):
            return False
        command = command_for(key, live.state)
        if command is None:
            return False
        if live.state is State.READY and command is not Command.START:
            return False
        pages.command(command)
        return True

    def _page_key(self, key: int) -> bool:
        pages = self._pages
        keys = Qt.Key
        anywhere: dict[int, Callable[[], None]] = {
            keys.Key_D: pages.other_palette,
            keys.Key_Question: pages.toggle_keys,
            keys.Key_W: lambda: pages.go("workouts"),
            keys.Key_H: lambda: pages.go("history"),
            keys.Key_S: lambda: pages.go("sound"),
        }
        here: dict[int, Callable[[], None]] = {}
        if pages.live is not None:
            here[keys.Key_R] = lambda: pages.go("run")
            here[keys.Key_F] = pages.toggle_far
        if pages.page == "workouts":
            here |= {
                keys.Key_Return: pages.library.start_chosen,
                keys.Key_Enter: pages.library.start_chosen,
                keys.Key_Slash: pages.library.paste.setFocus,
            }
        elif pages.page == "history":
            here |= {keys.Key_Return: pages.history.open_chosen, keys.Key_Enter: pages.history.open_chosen}
        elif pages.page == "result" and pages.results.past is None:
            here[keys.Key_U] = pages.undo
        if pages.page != "workouts" and not pages.is_under_way:
            here[keys.Key_Escape] = lambda: pages.go("workouts")
        if pages.page == "sound":
            here |= pages.sound.keys
        do = here.get(key) or anywhere.get(key)
        if do is None:
            return False
        do()
        return True
