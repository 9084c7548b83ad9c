"""A scroll bar that keeps out of the way."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar

from app.ui import design

WIDTH = 10


class ThinBar(QScrollBar):
    """A vertical bar of a few pixels."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)

    def sizeHint(self) -> QSize:
        """Return its width."""
        return QSize(WIDTH, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the handle alone."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = design.palette()
        painter.fillRect(self.rect(), colours.of("ground"))
        span = self.maximum() - self.minimum() + self.pageStep()
        if span > self.pageStep():
            top = (self.value() - self.minimum()) / span * self.height()
            size = max(24.0, self.pageStep() / span * self.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.of("quiet" if self.isSliderDown() else "line"))
            painter.drawRoundedRect(QRectF(WIDTH - 6, top, 5, size), 2.5, 2.5)
        painter.end()
