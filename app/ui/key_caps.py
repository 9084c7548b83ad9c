"""The caps of the keys of one act, in as many lines as they need; one of them is the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.core.tongue import tr
from app.ui import design
from app.ui.keycap import HEIGHT as CAP
from app.ui.keycap import cap_width, paint_cap
from app.ui.keys import label_of

LINE = CAP + 4
APART = 6


class KeyCaps(QWidget):
    """Shows the caps, the chosen one marked while its row has the focus; a press on a cap chooses it."""

    def __init__(self, row: QWidget) -> None:
        super().__init__(row)
        self._row = row
        self.keys: tuple[str, ...] = ()
        self._chosen = 0

    @property
    def chosen(self) -> str:
        """The chosen key, empty if there is none."""
        return self.keys[self._chosen] if self.keys else ""

    def show_keys(self, keys: tuple[str, ...]) -> None:
        """Show keys; the choice stays in its place."""
        self.keys = keys
        self.choose(self._chosen)

    def choose(self, index: int) -> None:
        """Choose a cap, as far as there is one."""
        self._chosen = max(0, min(index, len(self.keys) - 1))
        self.update()

    def step(self, by: int) -> None:
        """Choose the next cap, or the one before."""
        self.choose(self._chosen + by)

    def places(self, width: int) -> list[QRectF]:
        """Return where each cap stands in a width."""
        x, y = 0, 0
        places = []
        for key in self.keys:
            wide = cap_width(label_of(key))
            if x and x + wide > width:
                x, y = 0, y + LINE
            places.append(QRectF(x, y, wide, CAP))
            x += wide + APART
        return places

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the cap that is pressed; elsewhere it is a press of the row."""
        pressed = [index for index, place in enumerate(self.places(self.width())) if place.contains(event.position())]
        if pressed:
            self._row.setFocus()
            self.choose(pressed[0])
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the caps, or that there are none."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, (key, place) in enumerate(zip(self.keys, self.places(self.width()), strict=True)):
            marked = self._row.hasFocus() and index == self._chosen
            paint_cap(painter, QPointF(place.topLeft()), label_of(key), edge="ink" if marked else "line")
        if not self.keys:
            painter.setFont(design.lettering(design.SMALL))
            painter.setPen(design.palette().of("quiet"))
            line = QRectF(0, 0, self.width(), CAP - 2)
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, tr("no key"))
        painter.end()
