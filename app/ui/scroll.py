"""A scroll bar that keeps out of the way, and a page's body that scrolls by it where it must."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from app.ui import design

WIDTH = 10


class ThinBar(QScrollBar):
    """A vertical bar of a few pixels."""

    def __init__(self, ground: str = "ground") -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._ground = ground

    def sizeHint(self) -> QSize:
        """Return its width."""
        return QSize(WIDTH, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the handle alone."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = design.palette()
        painter.fillRect(self.rect(), colours.of(self._ground))
        span = self.maximum() - self.minimum() + self.pageStep()
        if span > self.pageStep():
            top = (self.value() - self.minimum()) / span * self.height()
            size = max(24.0, self.pageStep() / span * self.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.of("quiet" if self.isSliderDown() else "line"))
            painter.drawRoundedRect(QRectF(WIDTH - 6, top, 5, size), 2.5, 2.5)
        painter.end()


class Scrolled(QScrollArea):
    """Holds `content`, which whoever makes it lays out; the ground shows through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ThinBar())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.content = QWidget()
        self.setWidget(self.content)
        self.content.setAutoFillBackground(False)  # after setWidget, which fills it

    @property
    def fits(self) -> bool:
        """Whether all of it is seen at once."""
        return self.content.height() <= self.height()

    def show_control(self, control: QWidget) -> None:
        """Bring a control into view, and its row's neighbours with it."""
        self.ensureWidgetVisible(control, 0, 48)
