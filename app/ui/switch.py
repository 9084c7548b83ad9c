"""A switch with its name: a check box that looks like one at the trackside."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from app.ui import design
from app.ui.ring import paint_ring

PILL = QSize(34, 20)
LEFT = 6
"""Room for the ring before the pill; a row that is to stand on a margin begins so much before it."""
PX = design.SMALL
NAME = LEFT + PILL.width() + 10
"""Where the name begins."""


class Switch(QCheckBox):
    """Turns one thing on or off; its name, and below it what it means, belong to it."""

    def __init__(self, name: str, parent: QWidget, about: str = "") -> None:
        super().__init__(name, parent)
        self.about = about
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, about: str) -> None:
        """Set the line below the name."""
        if about != self.about:
            self.about = about
            self.setAccessibleDescription(about)
            self.update()

    def sizeHint(self) -> QSize:
        """Return the room for pill and name."""
        name = QFontMetrics(design.lettering(PX, design.MEDIUM)).horizontalAdvance(self.text())
        about = QFontMetrics(design.lettering(design.SMALL)).horizontalAdvance(self.about)
        return QSize(NAME + max(name, about) + 8, 44 if self.about else 36)

    def hitButton(self, pos: QPoint) -> bool:
        """Let all of it be pressed."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill: filled with its knob at the right when on, hollow with it at the left when off."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = design.palette()
        on = self.isChecked()
        middle = self.height() / 2
        pill = QRectF(LEFT, middle - PILL.height() / 2, PILL.width(), PILL.height())
        painter.setPen(QPen(colours.of("ink" if on else "quiet"), 1.6))
        painter.setBrush(colours.of("ink") if on else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(pill.adjusted(0.8, 0.8, -0.8, -0.8), PILL.height() / 2, PILL.height() / 2)
        knob = QRectF(0, 0, 12, 12)
        knob.moveCenter(pill.center())
        knob.moveLeft(pill.right() - 16 if on else pill.left() + 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.of("ground" if on else "quiet"))
        painter.drawEllipse(knob)
        painter.setPen(colours.of("ink" if on or self.underMouse() else "quiet"))
        room = self.width() - NAME - 4
        top = QRectF(NAME, middle - 22 if self.about else 0, room, 23 if self.about else self.height())
        painter.setFont(design.lettering(PX, design.MEDIUM))
        self._line(painter, top, self.text())
        if self.about:
            painter.setPen(colours.of("quiet"))
            painter.setFont(design.lettering(design.SMALL))
            self._line(painter, QRectF(NAME, middle - 1, room, 22), self.about)
        paint_ring(painter, self)
        painter.end()

    def _line(self, painter: QPainter, room: QRectF, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
