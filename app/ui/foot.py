"""The foot of a page: its keys with their verbs, the least needed given up first where the room is narrow."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

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
            self.caps[key].pressed.connect(do)
        self._needed = needed.split("|")
        self.sentence = Text("", design.SMALL, tone="quiet", parent=self).wrapped()

    def say(self, sentence: str) -> None:
        """Show a sentence instead of the keys; an empty one shows the keys."""
        self.sentence.say(sentence)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        self.sentence.setVisible(bool(self.sentence.text()))
        self.sentence.setGeometry(0, 1, self.width(), HEIGHT - 2)
        room = 0 if self.sentence.text() else self.width() + APART
        shown = set()
        for key in self._needed:
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
