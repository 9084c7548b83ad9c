"""The big figure: one number as large as its room allows, its unit smaller beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui import design

ROUND = 1.04
"""How much higher a round digit is than a flat one."""
UNIT = 0.42
"""Height of the unit beside the number."""


class BigFigure(QWidget):
    """Shows one figure, such as `1.2 %`; what follows its first space is the unit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._tone = "", "ink"

    def say(self, text: str, label: str, tone: str = "ink") -> None:
        """Show a figure; the label is for who cannot see what stands above it."""
        self._text, self._tone = text, tone
        self.setAccessibleName(f"{label} {text}")
        self.update()

    def text(self) -> str:
        """Return what is shown."""
        return self._text

    def height_for(self, width: int, px: float) -> int:
        """Return the height of the digits at this size, or at the size that fits the width."""
        return round(QFontMetricsF(design.lettering(self._fitting(width, px), design.BOLD)).capHeight() * ROUND) + 4

    def _fitting(self, width: float, px: float) -> float:
        needed = self._advance(px)
        return px if needed <= width else px * width / needed

    def _advance(self, px: float) -> float:
        number, _, unit = self._text.partition(" ")
        wide = QFontMetricsF(design.lettering(px, design.BOLD)).horizontalAdvance(number)
        if unit:
            wide += 0.12 * px + QFontMetricsF(design.lettering(UNIT * px, design.SEMIBOLD)).horizontalAdvance(unit)
        return wide

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint number and unit on one line, the digits as high as the widget."""
        if not self._text:
            return
        painter = QPainter(self)
        painter.setPen(design.palette().of(self._tone))
        capital = QFontMetricsF(design.lettering(1000, design.BOLD)).capHeight() / 1000
        px = self._fitting(self.width(), (self.height() - 4) / (capital * ROUND))
        number, _, unit = self._text.partition(" ")
        font = design.lettering(px, design.BOLD)
        base = self.height() - 2.0 - (ROUND - 1) / 2 * capital * px
        painter.setFont(font)
        bearing = 0.025 * px if number[:1].isdigit() else 0.0  # the air at the left of a digit
        painter.drawText(QPointF(-bearing, base), number)
        if unit:
            painter.setFont(design.lettering(UNIT * px, design.SEMIBOLD))
            painter.drawText(QPointF(QFontMetricsF(font).horizontalAdvance(number) + 0.09 * px, base), unit)
        painter.end()
