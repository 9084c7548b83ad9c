"""A row of figures, each under its small label; the first may be the loud one.

Rules of the file: where the room is narrow the gaps give way first, then the figures' height, then the last figures:
none is ever cut through.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import design
from app.ui.run_figures import Figure

GAP, LEAST_GAP, LEAST_PX = 40.0, 14.0, 18.0
"""Between two figures, at most and at least; and their least height, which is more than their labels': in pixels."""
SHARES = (1.0, 0.85, 0.7, 0.58, 0.45)
"""Of their height, where there is less room."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """How figures stand in a room."""

    scale: float
    gap: float
    widths: tuple[float, ...]
    """Of those that have room."""


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
        self._grown = 1.0
        self.figures: tuple[Figure, ...] = ()

    def sizeHint(self) -> QSize:
        """Return the room for labels and figures."""
        return QSize(300, round((28 + self._first_px) * self._grown))

    def grow(self, grown: float) -> None:
        """Let labels and figures be so many times as large as on the design's window."""
        self._grown = grown
        self.updateGeometry()
        self.update()

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
        fit = self._fit()
        label = QFontMetricsF(self._label_font)
        x = 0.0
        n = len(fit.widths)
        for index, (figure, width) in enumerate(zip(self.figures, fit.widths, strict=False)):
            font = self._font(index, fit.scale)
            capital = QFontMetricsF(font).capHeight()
            left, value_left = x, x
            if self._spread and n > 1:
                share = index / (n - 1)
                left = share * (self.width() - label.horizontalAdvance(figure.label))
                value_left = share * (self.width() - QFontMetricsF(font).horizontalAdvance(figure.value))
            painter.setFont(self._label_font)
            painter.setPen(colours.of("quiet"))
            painter.drawText(QPointF(left, label.ascent()), figure.label)
            painter.setFont(font)
            painter.setPen(colours.of(figure.tone))
            painter.drawText(QPointF(value_left, label.height() + self._air(fit.scale) + capital), figure.value)
            x += width + fit.gap
        painter.end()

    @property
    def _label_font(self) -> QFont:
        is_low = self.height() < 0.8 * self.sizeHint().height()
        return design.lettering((design.MICRO if is_low else design.SMALL) * self._grown)

    def _air(self, scale: float) -> float:
        """Return what lies between label and figure."""
        return 8 * scale * self._grown

    def _font(self, index: int, scale: float) -> QFont:
        px = (self._first_px if index == 0 else self._px) * scale * self._grown
        return design.lettering(px, design.BOLD if index == 0 and self._first_px > self._px else design.SEMIBOLD)

    def _fit(self) -> _Fit:
        """Find how the figures stand in the room there is."""
        loud = QFontMetricsF(self._font(0, 1.0)).capHeight() + self._air(1.0)
        scale = max(0.3, min(1.0, (self.height() - QFontMetricsF(self._label_font).height() - 2) / loud))
        figures = self.figures
        shares = [share for share in SHARES if share == SHARES[0] or share * scale * self._px >= LEAST_PX]
        while True:
            for share in shares:
                widths = self._widths(figures, share * scale)
                n_gaps = max(1, len(widths) - 1)
                gap = min(GAP * self._grown * max(share * scale, 0.5), (self.width() - sum(widths)) / n_gaps)
                if len(widths) == 1 or gap >= LEAST_GAP * self._grown:
                    return _Fit(share * scale, gap, widths)
            figures = figures[:-1]

    def _widths(self, figures: tuple[Figure, ...], scale: float) -> tuple[float, ...]:
        label = QFontMetricsF(self._label_font)
        return tuple(
            max(
                QFontMetricsF(self._font(index, scale)).horizontalAdvance(figure.value),
                label.horizontalAdvance(figure.label),
            )
            for index, figure in enumerate(figures)
        )
