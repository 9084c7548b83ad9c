"""The dots that run round the drawn track: each kind has a shape of its own, so that nobody needs the colour.

Target a disc, another goal a diamond, the athlete a ring (filled on a belt, where the place is known), the best run a
star, the last one a square.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from app.ui import design
from app.ui.runners import Kind
from app.ui.star import paint_star

RADII = {
    Kind.TARGET: 9.0,
    Kind.GOAL: 6.5,
    Kind.ESTIMATE: 7.5,
    Kind.ATHLETE: 7.5,
    Kind.BEST: 8.0,
    Kind.LAST: 5.5,
}
"""Half the size of each, in pixels of the design."""
REACH = max(RADII.values()) + 3.0
"""How far from its middle a dot may paint."""
OVER = 4.0
"""How far above and below the height of its capitals a name may reach."""


def paint_dot(painter: QPainter, kind: Kind, middle: QPointF, grown: float = 1.0) -> None:
    """Paint a dot, with an edge where its colour is hardly seen."""
    colours = design.palette()
    ground, radius = colours.of("ground"), RADII[kind] * grown
    painter.setPen(QPen(ground, 2 * grown))
    match kind:
        case Kind.TARGET | Kind.GOAL:
            edge = design.edge("work")
            if edge is not None:
                painter.setPen(QPen(edge, 1.4 * grown))
            painter.setBrush(colours.of("work"))
            if kind is Kind.TARGET:
                painter.drawEllipse(middle, radius, radius)
            else:
                x, y = middle.x(), middle.y()
                corners = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
                painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        case Kind.ESTIMATE:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ground, 5 * grown))
            painter.drawEllipse(middle, radius, radius)
            painter.setPen(QPen(colours.of("ink"), 2.6 * grown))
            painter.drawEllipse(middle, radius, radius)
        case Kind.ATHLETE:
            painter.setBrush(colours.of("ink"))
            painter.drawEllipse(middle, radius, radius)
        case Kind.BEST:
            box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
            paint_star(painter, box, colours.of("quiet"), filled=True)
        case Kind.LAST:
            painter.setBrush(colours.of("quiet"))
            painter.drawRect(QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius))


class Dots:
    """Dots and their names as they move: each is painted once, at each quarter of a pixel, and its picture moved.

    Source: measured, a ring painted anew 60 µs, its picture moved 4 µs.
    """

    def __init__(self, grown: float = 1.0, ratio: float = 1.0) -> None:
        self._grown, self._ratio = grown, ratio
        self._dots: dict[tuple[Kind, float, float], QPixmap] = {}
        self._names: dict[str, QPixmap] = {}

    def paint(self, painter: QPainter, kind: Kind, middle: QPointF) -> None:
        """Paint a dot where it is now."""
        half = REACH * self._grown
        left, top = round(4 * (middle.x() - half)) / 4, round(4 * (middle.y() - half)) / 4
        x, y = math.floor(left), math.floor(top)
        key = (kind, left - x, top - y)
        picture = self._dots.get(key)
        if picture is None:
            picture = self._dots[key] = self._blank(2 * half + 1, 2 * half + 1)
            inner = QPainter(picture)
            inner.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_dot(inner, kind, QPointF(half + left - x, half + top - y), self._grown)
            inner.end()
        painter.drawPixmap(x, y, picture)

    def write(self, painter: QPainter, words: str, box: QRectF) -> None:
        """Write a name where it is now."""
        picture = self._names.get(words)
        if picture is None:
            picture = self._names[words] = self._blank(box.width(), box.height() + 2 * OVER)
            inner = QPainter(picture)
            inner.setFont(design.lettering(design.SMALL * self._grown))
            inner.setPen(design.palette().of("quiet"))
            room = QRectF(0, 0, box.width(), box.height() + 2 * OVER)
            inner.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
            inner.end()
        painter.drawPixmap(round(box.left()), round(box.top() - OVER), picture)

    def _blank(self, wide: float, high: float) -> QPixmap:
        picture = QPixmap(math.ceil(wide * self._ratio), math.ceil(high * self._ratio))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        return picture


class Legend:
    """Dots with their names, and sentences, on lines that are not wider than their room."""

    LINE, SIGN, GAP, ABOVE = 22.0, 22.0, 16.0, 4.0

    def __init__(self) -> None:
        self.entries: tuple[tuple[Kind | None, str], ...] = ()

    def lines(self, width: float, grown: float) -> list[list[tuple[Kind | None, str, float]]]:
        """Return what stands on each line, with where it begins; the lines are about as long as each other."""
        broken = self._broken(width, grown)
        while (narrower := width - 8) > 0 and len(self._broken(narrower, grown)) == len(broken) > 1:
            width, broken = narrower, self._broken(narrower, grown)
        return broken

    def _broken(self, width: float, grown: float) -> list[list[tuple[Kind | None, str, float]]]:
        metrics = QFontMetricsF(design.lettering(design.SMALL * grown))
        broken: list[list[tuple[Kind | None, str, float]]] = []
        x = 0.0
        for kind, words in self.entries:
            wide = metrics.horizontalAdvance(words) + (self.SIGN * grown if kind is not None else 0.0)
            if wide > width:
                continue  # rather nothing than half a sentence
            if not broken or x + wide > width:
                broken.append([])
                x = 0.0
            broken[-1].append((kind, words, x))
            x += wide + self.GAP * grown
        return broken

    def height(self, width: float, grown: float) -> float:
        """Return the height of all lines."""
        n_lines = len(self._broken(width, grown))
        return (self.LINE * n_lines + self.ABOVE) * grown if n_lines else 0.0

    def paint(self, painter: QPainter, box: QRectF, grown: float) -> None:
        """Paint it, each line in the middle."""
        metrics = QFontMetricsF(design.lettering(design.SMALL * grown))
        painter.setFont(design.lettering(design.SMALL * grown))
        for number, line in enumerate(self.lines(box.width(), grown)):
            kind, words, x = line[-1]
            wide = x + metrics.horizontalAdvance(words) + (self.SIGN * grown if kind is not None else 0.0)
            left = box.left() + (box.width() - wide) / 2
            top = box.top() + (self.ABOVE + number * self.LINE) * grown
            self._line(painter, QPointF(left, top), line, grown)

    def _line(
        self, painter: QPainter, at: QPointF, line: Sequence[tuple[Kind | None, str, float]], grown: float
    ) -> None:
        high = self.LINE * grown
        for kind, words, x in line:
            left = at.x() + x
            if kind is not None:
                paint_dot(painter, kind, QPointF(left + 9 * grown, at.y() + high / 2), 0.8 * grown)
                left += self.SIGN * grown
            painter.setPen(design.palette().of("quiet"))
            painter.setBrush(QBrush())
            wide = QFontMetricsF(design.lettering(design.SMALL * grown)).horizontalAdvance(words)
            align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(left, at.y(), wide + 2, high), align, words)
