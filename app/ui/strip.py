"""The lap strip: a lap drawn straight, or a whole short rep: on a treadmill, and where an oval would be too small.

Rules of the file: from left to right, who runs above and lights below; the finish line stands at both ends of a lap.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from app.ui import design
from app.ui.rounds import LANE, Rounds
from app.ui.spot import Spot

EDGE = 20.0
"""Left and right of the lane, where a dot at its end and half of a word have room."""
WORDS = 24.0
"""Above or below the lane, for words."""
AIR = 10.0
ARROW = 5.0


class LapStrip(Rounds):
    """A lap drawn straight."""

    def height_for(self, width: int) -> int:
        """Return the height of the lane with its words and the legend, whatever the width."""
        return round(self._middle + (LANE + WORDS + 4) * self.grown + self.legend_high(width))

    def around(self) -> float:
        """Return the length of the lane in pixels."""
        return self.width() - 2 * EDGE * self.grown

    def spot(self, laps: float) -> Spot:
        """Return where a place lies; whoever has run a whole number of laps stands at the right end."""
        place = laps % 1.0
        if place == 0.0 and laps > 0:
            place = 1.0
        return Spot(EDGE * self.grown + place * self.around(), self._middle, 0.0, -1.0)

    def lay(self) -> None:
        """Find where the lane lies; it lies so at every size."""

    @property
    def _middle(self) -> float:
        above = WORDS if self.ground.start and not self.is_small else AIR
        return (above + LANE) * self.grown

    @property
    def is_legible(self) -> bool:
        """Whether words have room beside the lane: it is made for them."""
        return True

    def within(self, box: QRectF) -> QRectF:
        """Return the room of what is written at a mark, moved so that it is not cut."""
        x = max(0.0, min(self.width() - box.width(), box.left()))
        return QRectF(x, box.top(), box.width(), box.height())

    def draw_lanes(self, painter: QPainter) -> None:
        """Draw the lane, its quarters and which way it is run."""
        left, right = EDGE * self.grown, self.width() - EDGE * self.grown
        lane, colours = LANE * self.grown, design.palette()
        painter.setPen(QPen(colours.of("line"), 1.4))
        for out in (-lane, 0.0, lane):
            painter.drawLine(QPointF(left, self._middle + out), QPointF(right, self._middle + out))
        for quarter in (0.25, 0.5, 0.75):
            self.draw_line(painter, quarter, LANE, 1.4, "line")
        self.draw_line(painter, 1.0, LANE + 5, 3.0, "ink")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.of("quiet"))
        size, y = ARROW * self.grown, self._middle
        for share in (0.375, 0.875):
            x = left + share * (right - left)
            corners = [(x + size, y), (x - size, y - size), (x - size, y + size)]
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
