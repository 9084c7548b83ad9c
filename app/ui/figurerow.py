"""A row of figures, each under its small label; the first may be the loud one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import design
from app.ui.board import Figure


class FigureRow(QWidget):
    """Shows figures side by side, as large as the room allows."""

    def __init__(
        self, px: float, first_px: float | None = None, *, spread: bool = False, parent: QWidget | None = None
    ) -> None:
        """Make an empty row.

        Args:
            px: height of the figures.
            first_px: height of the first, where it is louder.
            spread: share the width evenly, the last figure at the right edge.
            parent: of the widget.
        """
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._px, self._first_px, self._spread = px, first_px or px, spread
        self.figures: tuple[Figure, ...] = ()

    def sizeHint(self) -> QSize:
        """Return the room for labels and figures."""
        return QSize(300, round(26 + 0.95 * self._first_px))

    def show_figures(self, figures: tuple[Figure, ...]) -> None:
        """Show these."""
        if figures != self.figures:
            self.figures = figures
            self.setAccessibleName("; ".join(f"{figure.label} {figure.value}" for figure in figures))
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint labels, then figures on one line below them."""
        if not self.figures:
            return
        painter = QPainter(self)
        colours = design.palette()
        scale = min(1.0, self.height() / self.sizeHint().height())
        widths = self._widths(scale)
        gap = 40.0 * scale
        needed = sum(widths) + gap * (len(widths) - 1)
        if needed > self.width():
            shrink = max(0.45, self.width() / needed)
            scale *= shrink
            widths, gap = self._widths(scale), 40.0 * scale
        label_font = design.lettering(max(float(design.MICRO), design.SMALL * min(1.0, scale + 0.2)))
        label = QFontMetricsF(label_font)
        x = 0.0
        n = len(self.figures)
        for index, (figure, width) in enumerate(zip(self.figures, widths, strict=True)):
            px = (self._first_px if index == 0 else self._px) * scale
            left, value_left = x, x
            font = design.lettering(px, design.BOLD if index == 0 and self._first_px > self._px else design.SEMIBOLD)
            capital = QFontMetricsF(font).capHeight()
            if self._spread and n > 1:
                share = index / (n - 1)
                left = share * (self.width() - label.horizontalAdvance(figure.label))
                value_left = share * (self.width() - QFontMetricsF(font).horizontalAdvance(figure.value))
            painter.setFont(label_font)
            painter.setPen(colours.of("quiet"))
            painter.drawText(QPointF(left, label.ascent()), figure.label)
            painter.setFont(font)
            painter.setPen(colours.of(figure.tone))
            painter.drawText(QPointF(value_left, label.height() + 8 * scale + capital), figure.value)
            x += width + gap
        painter.end()

    def _widths(self, scale: float) -> list[float]:
        label = QFontMetricsF(design.lettering(max(float(design.MICRO), design.SMALL * min(1.0, scale + 0.2))))
        widths = []
        for index, figure in enumerate(self.figures):
            px = (self._first_px if index == 0 else self._px) * scale
            value = QFontMetricsF(design.lettering(px, design.BOLD)).horizontalAdvance(figure.value)
            widths.append(max(value, label.horizontalAdvance(figure.label)))
        return widths
