"""A button that is a quiet word, underlined: for what is seldom wanted beside what it belongs to."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.ui import design
from app.ui.ring import paint_ring

INSET = 6


class WordButton(QAbstractButton):
    """Presses like any button: a click, Space or Enter."""

    def __init__(self, text: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the room for the word and the ring."""
        word = QFontMetrics(design.lettering(design.SMALL)).horizontalAdvance(self.text())
        return QSize(word + 2 * INSET, 30)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the word."""
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(0.35)
        painter.setFont(design.lettering(design.SMALL))
        painter.setPen(design.palette().of("ink" if self.underMouse() or self.hasFocus() else "quiet"))
        painter.drawText(self.rect().adjusted(0, 0, 0, -3), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.fillRect(QRectF(INSET, self.height() - 6, self.width() - 2 * INSET, 1), painter.pen().color())
        paint_ring(painter, self)
        painter.end()
