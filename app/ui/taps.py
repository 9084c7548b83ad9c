"""The taps round the beat: a dot for each, the latest at the foot, so that a steady hand draws a straight line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.core.calibrate import EARLIEST_MS, LATEST_MS, N_BEATS, SKIPPED, gaps
from app.core.tongue import tr
from app.core.units import Instant, Millis
from app.ui import design

FOOT = 26
SIDE = 24
"""Room left and right, for words that stand under the ends."""


class Taps(QWidget):
    """Draws taps on a line of milliseconds after the beat."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.gaps: list[Millis] = []
        self.offset_ms: Millis | None = None
        self.show_taps((), (), None)

    def show_taps(self, beats: Sequence[Instant], taps: Sequence[Instant], offset_ms: Millis | None) -> None:
        """Show these taps, and what they come to."""
        self.gaps = gaps(beats, taps)
        self.offset_ms = offset_ms
        self.setAccessibleName(tr("{n} taps on a line of milliseconds after the beat").format(n=len(self.gaps)))
        self.update()

    def x_of(self, ms: Millis) -> float:
        """Return where so many milliseconds after the beat are drawn."""
        return SIDE + (ms - EARLIEST_MS) / (LATEST_MS - EARLIEST_MS) * (self.width() - 2 * SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, its ticks, and the dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = design.palette()
        foot = self.height() - FOOT
        painter.fillRect(QRectF(SIDE, foot, self.width() - 2 * SIDE, 1), colours.of("line"))
        painter.setFont(design.lettering(design.SMALL))
        for ms in range(-100, LATEST_MS, 100):
            x = self.x_of(ms)
            painter.fillRect(QRectF(x - 0.5, foot - 4, 1, 8), colours.of("line"))
            painter.setPen(colours.of("quiet"))
            word = {0: tr("beat"), 500: "500 ms"}.get(ms, f"{ms}".replace("-", "−"))
            painter.drawText(QRectF(x - 40, foot + 4, 80, FOOT - 4), Qt.AlignmentFlag.AlignCenter, word)
        painter.fillRect(QRectF(self.x_of(0) - 1, 4, 2, foot - 4), colours.of("quiet"))
        if self.offset_ms is not None:
            painter.setPen(QPen(colours.of("ink"), 1.4, Qt.PenStyle.DashLine))
            x = self.x_of(max(EARLIEST_MS, min(self.offset_ms, LATEST_MS)))
            painter.drawLine(QPointF(x, 4), QPointF(x, foot))
        step = (foot - 16) / N_BEATS
        radius = max(2.5, min(5.5, 0.62 * step))
        for number, gap in enumerate(self.gaps[-N_BEATS:]):
            counts = number + max(0, len(self.gaps) - N_BEATS) >= SKIPPED
            painter.setPen(QPen(colours.of("ink" if counts else "quiet"), 1.4))
            painter.setBrush(colours.of("ink") if counts else colours.of("ground"))
            painter.drawEllipse(QPointF(self.x_of(gap), 10 + (number + 0.5) * step), radius, radius)
        painter.end()
