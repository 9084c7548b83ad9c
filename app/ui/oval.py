"""The oval: the track from above, in the proportions of the standard one, and who runs round it.

Rules of the file: the finish line lies at the end of the near straight, and running is anticlockwise. The track is
drawn wider than it is, so that lights and runners have room; how long its straights are beside its bends is true.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from app.ui import design
from app.ui.rounds import LANE, Rounds
from app.ui.spot import Spot

MARGIN = 12.0
START = 26.0
"""Above or below the track, where the word `start` stands outside of it."""
LEGIBLE = 130
"""Below this height of the track itself the names of the marks would run into each other."""
LEAST = 150
"""Of height, legend and all: below it a lap is better drawn straight."""
ARROW = 5.5


@dataclass(frozen=True, slots=True)
class Shape:
    """The middle of the track: two straights and two half circles."""

    x: float
    """Of its middle."""
    y: float
    radius: float
    straight: float
    half: float
    """The part of the lap that is one straight."""

    def spot(self, laps: float) -> Spot:
        """Return where a place lies, in laps from the finish line."""
        place = laps % 1.0
        curve = 0.5 - self.half
        is_near = place >= 0.5 + curve
        if is_near or curve <= place < 0.5:  # a straight
            passed = (place - 0.5 - curve if is_near else place - curve) / self.half - 0.5
            down = 1.0 if is_near else -1.0
            return Spot(self.x + down * passed * self.straight, self.y + down * self.radius, 0.0, down)
        right = 1.0 if place < 0.5 else -1.0
        angle = math.pi * (place if place < 0.5 else place - 0.5) / curve
        out_x, out_y = right * math.sin(angle), right * math.cos(angle)
        x = self.x + right * self.straight / 2 + self.radius * out_x
        return Spot(x, self.y + self.radius * out_y, out_x, out_y)


class Oval(Rounds):
    """The track from above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape = Shape(0.0, 0.0, 1.0, 0.0, 0.2)

    def height_for(self, width: int) -> int:
        """Return the height at which the track is as wide as it can be."""
        radius = (width - 2 * MARGIN * self.grown - 2 * self._lane) / (self._long + 2)
        return round(2 * (radius + self._lane) + self._above + self._below + self.legend_high(width))

    def around(self) -> float:
        """Return the length of a lap in pixels."""
        shape = self._shape
        return 2 * shape.straight + 2 * math.pi * shape.radius

    def spot(self, laps: float) -> Spot:
        """Return where a place lies, in laps from the finish line."""
        return self._shape.spot(laps)

    @property
    def is_legible(self) -> bool:
        """Whether words have room beside the track."""
        return 2 * (self._shape.radius + self._lane) >= LEGIBLE

    @property
    def _lane(self) -> float:
        return LANE * self.grown

    @property
    def _long(self) -> float:
        """How long a straight is, beside the radius of the bends."""
        half = self.ground.straight
        return 2 * math.pi * half / (1 - 2 * half)

    @property
    def _above(self) -> float:
        return (START if 0.2 < self.ground.start < 0.75 else MARGIN) * self.grown

    @property
    def _below(self) -> float:
        return (START if self.ground.start >= 0.75 else MARGIN) * self.grown

    def lay(self) -> None:
        """Find the shape of the track at this size; a frame only reads it."""
        lane, long = self._lane, self._long
        width = self.width() - 2 * MARGIN * self.grown
        height = self.height() - self.legend_high(self.width()) - self._above - self._below
        radius = max(1.0, min(height / 2 - lane, (width - 2 * lane) / (long + 2)))
        middle = self._above + height / 2
        self._shape = Shape(self.width() / 2, middle, radius, long * radius, self.ground.straight)

    def within(self, box: QRectF) -> QRectF:
        """Return the room of what is written at a mark, moved along so that it stays inside the track."""
        shape = self._shape
        inner = shape.radius - self._lane - 4 * self.grown
        down = min(inner, max(abs(box.top() - shape.y), abs(box.bottom() - shape.y)))
        reach = shape.straight / 2 + math.sqrt(max(0.0, inner * inner - down * down)) - box.width() / 2
        moved = QRectF(box)
        x = shape.x + max(-reach, min(reach, box.center().x() - shape.x)) if reach > 0 else shape.x
        moved.moveCenter(QPointF(x, box.center().y()))
        return moved

    def draw_lanes(self, painter: QPainter) -> None:
        """Draw the edges of the track, its quarters, and which way it is run."""
        shape, colours = self._shape, design.palette()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.of("line"), 1.4))
        for out in (-self._lane, 0.0, self._lane):
            radius = shape.radius + out
            path = QPainterPath()
            box = QRectF(
                shape.x - shape.straight / 2 - radius, shape.y - radius, shape.straight + 2 * radius, 2 * radius
            )
            path.addRoundedRect(box, radius, radius)
            painter.drawPath(path)
        for quarter in (0.25, 0.5, 0.75):
            self.draw_line(painter, quarter, LANE, 1.4, "line")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.of("quiet"))
        size = ARROW * self.grown
        for place in (0.5 - shape.half / 2, 1 - shape.half / 2):
            tip, back = self.spot(place).point(0), self.spot(place - 0.001)
            on = 1.0 if tip.x() > back.x else -1.0
            corners = [(on * size, 0.0), (-on * size, -size), (-on * size, size)]
            painter.drawPolygon(QPolygonF([QPointF(tip.x() + x, tip.y() + y) for x, y in corners]))
