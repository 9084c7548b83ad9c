"""A volume: ten bars that rise, as many of them lit as there are tens in the percent."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from app.core.scheme import LOUDEST
from app.ui import design
from app.ui.ring import paint_ring

STEP = 10
BARS = LOUDEST // STEP
LEFT = 10
"""Before the first bar; a press there is silence."""
BAR, GAP = 4, 2
FIGURE = 40
"""Room for the percent at the right of the bars."""


class Volume(QAbstractSlider):
    """Sets a percent in steps of ten: arrows, Home and End, a press or a drag over the bars."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, LOUDEST)
        self.setSingleStep(STEP)
        self.setPageStep(2 * STEP)
        self.setTracking(False)  # a drag is heard once, where it ends
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.faint = False
        """Whether what it sets is switched off."""

    def show_value(self, percent: int, *, faint: bool) -> None:
        """Show a volume without telling anybody."""
        if not self.isSliderDown():
            self.blockSignals(True)
            self.setValue(percent)
            self.blockSignals(False)
        self.faint = faint
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for bars and figure."""
        return QSize(LEFT + BARS * (BAR + GAP) + FIGURE, 36)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Set what was pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setSliderPosition(self._at(event.position().x()))
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow a drag."""
        if self.isSliderDown():
            self.setSliderPosition(self._at(event.position().x()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take what was dragged to."""
        if self.isSliderDown():
            self.setSliderPosition(self._at(event.position().x()))
            self.setSliderDown(False)
            self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: a volume must not change while it scrolls by."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars, then the percent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = design.palette()
        lit = self.sliderPosition() // STEP
        foot = self.height() / 2 + 9
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(BARS):
            height = 4 + 1.6 * number
            painter.setBrush(colours.of(("quiet" if self.faint else "ink") if number < lit else "line"))
            painter.drawRoundedRect(QRectF(LEFT + number * (BAR + GAP), foot - height, BAR, height), 1.5, 1.5)
        left = LEFT + BARS * (BAR + GAP)
        if self.width() >= left + FIGURE - 4:
            painter.setFont(design.lettering(design.SMALL))
            painter.setPen(colours.of("quiet"))
            figure = QRectF(left, 0, self.width() - left - 6, self.height())
            painter.drawText(
                figure, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{self.sliderPosition()}"
            )
        paint_ring(painter, self)
        painter.end()

    def _at(self, x: float) -> int:
        return STEP * max(0, min(BARS, 1 + math.floor((x - LEFT + GAP / 2) / (BAR + GAP))))
