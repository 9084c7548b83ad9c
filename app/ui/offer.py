"""The offer: for a session that was stopped by hand, the way back, as long as there is one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.core.tongue import tr
from app.ui import design
from app.ui.keycap import Button
from app.ui.text import Text

CAP = 26
PAD = 16


class KeyButton(Button):
    """A button that says its key in a cap; a click does what the key does."""

    def __init__(self, text: str, key: str, parent: QWidget) -> None:
        super().__init__(text, parent=parent)
        self.key = key
        self.setAccessibleName(tr("{verb}, key {key}").format(verb=text, key=key))

    def sizeHint(self) -> QSize:
        """Return the room for the word and the cap."""
        return super().sizeHint() + QSize(CAP + 4, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button, the word at the left and the cap at the right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = design.palette()
        is_lit = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(colours.of("ink" if is_lit else "line"), 2 if self.hasFocus() else 1.4))
        painter.setBrush(colours.of("line" if self.isDown() else "ground"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), design.RADIUS, design.RADIUS)
        painter.setFont(design.lettering(design.BODY, design.MEDIUM))
        painter.setPen(colours.of("ink"))
        word = QRectF(self.rect()).adjusted(18, 0, -CAP - 14, 0)
        painter.drawText(word, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        cap = QRectF(self.width() - CAP - 10, (self.height() - 24) / 2, CAP, 24)
        painter.setPen(QPen(colours.of("line"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap, 5, 5)
        painter.setFont(design.lettering(design.MICRO, design.MEDIUM))
        painter.setPen(colours.of("ink"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self.key)
        painter.end()


class Offer(QWidget):
    """Says that a stop can be taken back, with a button for each way."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.says = Text("", design.BODY, parent=self).wrapped()
        self.buttons = {"U": KeyButton(tr("Undo stop"), "U", self), "G": KeyButton(tr("Go on"), "G", self)}
        self.keys: dict[int, Callable[[], object]] = {}
        """What a key does while the offer stands."""
        self._do: dict[str, Callable[[], object] | None] = {"U": None, "G": None}
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, key=key: self._press(key))
        self.hide()

    def show_ways(self, undo: Callable[[], object] | None, go_on: Callable[[], object] | None) -> None:
        """Offer these; with none the offer is gone."""
        self._do = {"U": undo, "G": go_on}
        ways = ((Qt.Key.Key_U, undo), (Qt.Key.Key_G, go_on))
        self.keys = {key.value: way for key, way in ways if way is not None}
        for key, button in self.buttons.items():
            button.setVisible(self._do[key] is not None)
        if undo is not None and go_on is not None:
            said = tr("Stopped by accident? Undo it, or go on from now with the gap as a pause.")
        elif undo is not None:
            said = tr("Stopped by accident? Undo it, and it never happened.")
        else:
            said = tr("Stopped by accident? Go on from now with the gap as a pause.")
        self.says.say(said)
        self.setVisible(bool(self.keys))

    def _press(self, key: str) -> None:
        do = self._do[key]
        if do is not None:
            do()

    def arrange_for(self, width: int) -> int:
        """Stand in a width; return the height that takes."""
        shown = [button for button in self.buttons.values() if not button.isHidden()]
        taken = sum(button.sizeHint().width() + 12 for button in shown)
        words = QFontMetrics(self.says.font()).horizontalAdvance(self.says.text())
        is_beside = width - 2 * PAD - taken >= min(words, 280)
        room = width - 2 * PAD - (taken if is_beside else 0)
        tall = max(44 if is_beside else 0, self.says.heightForWidth(room))
        self.says.setGeometry(PAD, 12, room, tall)
        y = 12 + (tall - 44) // 2 if is_beside else 12 + tall + 8
        x = width - PAD - taken + 12 if is_beside else PAD
        for button in shown:
            button.setGeometry(x, y, button.sizeHint().width(), 44)
            x += button.width() + 12
        return tall + 24 + (0 if is_beside else 52)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the panel."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = design.palette()
        painter.setPen(QPen(colours.of("line"), 1.4))
        painter.setBrush(colours.of("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), design.RADIUS, design.RADIUS)
        painter.end()
