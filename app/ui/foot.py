"""The foot of a page: its keys with their verbs, the least needed given up first where the room is narrow."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import cast

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.ui import design
from app.ui.keycap import KeyCap
from app.ui.text import Text

HEIGHT = 48
APART = 20


class Foot(QWidget):
    """Shows keys, or one sentence instead of them."""

    def __init__(self, keys: Sequence[tuple[str, str, Callable[[], object]]], needed: str, parent: QWidget) -> None:
        """Make the foot.

        Args:
            keys: key, verb, and what a click on it does, as they stand from left to right.
            needed: the same keys, the most needed first, with `|` between them.
            parent: of the widget.
        """
        super().__init__(parent)
        self.caps: dict[str, KeyCap] = {}
        for key, verb, do in keys:
            self.caps[key] = KeyCap(key, verb, self)
            self.caps[key].pressed.connect(lambda do=do: self._press(do))
        self._focus: QWidget | None = None
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._follow_focus)
        self._needed = needed.split("|")
        self._offered = set(self._needed)
        self.sentence = Text("", design.SMALL, tone="quiet", parent=self).wrapped()

    def say(self, sentence: str) -> None:
        """Show a sentence instead of the keys; an empty one shows the keys."""
        self.sentence.say(sentence)
        self._arrange()

    def offer(self, keys: Collection[str]) -> None:
        """Show these of the keys, as far as there is room for them."""
        if self._offered != set(keys):
            self._offered = set(keys)
            self._arrange()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        page = self.parentWidget()
        if now is not None and page is not None and page.isAncestorOf(now):
            self._focus = now

    def _press(self, do: Callable[[], object]) -> None:
        """Do what a key does where the focus was: Qt gave it to whoever is behind the cap before the press got here."""
        if self._focus is not None and isValid(self._focus) and self._focus.isVisible():
            self._focus.setFocus()
        do()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        self.sentence.setVisible(bool(self.sentence.text()))
        self.sentence.setGeometry(0, 1, self.width(), HEIGHT - 2)
        room = 0 if self.sentence.text() else self.width() + APART
        shown = set()
        for key in (key for key in self._needed if key in self._offered):
            room -= self.caps[key].sizeHint().width() + APART
            if room >= 0:
                shown.add(key)
        x = 0
        for key, cap in self.caps.items():
            cap.setVisible(key in shown)
            if key in shown:
                size = cap.sizeHint()
                cap.setGeometry(x, 9, size.width(), size.height())
                x += size.width() + APART
