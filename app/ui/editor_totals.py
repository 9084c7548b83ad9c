"""What a plan comes to, in a row: each figure under its small label, and only as wide as it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui import design
from app.ui.run_figures import Figure

LABEL, APART = 22, 32
LEAST_APART = 24
SIZES = (design.TITLE, design.LARGE, design.LEAD, design.BODY, design.SMALL, 14)
"""From the largest; the first that fits is taken."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class EditorTotals(QWidget):
    """Shows up to three figures."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.figures: tuple[Figure, ...] = ()

    def show_figures(self, figures: tuple[Figure, ...]) -> None:
        """Show these."""
        if figures != self.figures:
            self.figures = figures
            self.setAccessibleName("; ".join(f"{figure.label} {figure.value}" for figure in figures))
            self.update()

    @staticmethod
    def height_at(*, low: bool) -> int:
        """Return the height it takes."""
        return LABEL + (34 if low else 44)

    def _widths(self, px: int) -> list[int]:
        large = QFontMetrics(design.lettering(px, design.SEMIBOLD))
        small = QFontMetrics(design.lettering(design.MICRO))
        return [
            max(large.horizontalAdvance(each.value), small.horizontalAdvance(each.label)) + 2 for each in self.figures
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the figures, as large as all of them fit."""
        if not self.figures:
            return
        painter = QPainter(self)
        colours = design.palette()
        tall = self.height() - LABEL
        apart = LEAST_APART * (len(self.figures) - 1)
        fit = [px for px in SIZES if sum(self._widths(px)) + apart <= self.width() and px * 1.25 <= tall]
        px = fit[0] if fit else SIZES[-1]
        widths = self._widths(px)
        gap = min(APART, (self.width() - sum(widths)) // max(1, len(widths) - 1))
        x = 0
        for figure, wide in zip(self.figures, widths, strict=True):
            painter.setFont(design.lettering(design.MICRO))
            painter.setPen(colours.of("quiet"))
            painter.drawText(QRectF(x, 0, wide, LABEL), _LEFT, figure.label)
            painter.setFont(design.lettering(px, design.SEMIBOLD))
            painter.setPen(colours.of("ink"))
            painter.drawText(QRectF(x, LABEL, wide, tall), _LEFT, figure.value)
            x += wide + gap
        painter.end()
