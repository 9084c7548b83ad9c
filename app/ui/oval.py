"""The oval: the track from above, and the even pace running round it."""

from __future__ import annotations

import math
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.plan import Segment
from app.core.state import Snapshot, State
from app.core.units import Metres, format_metres
from app.core.workout import Intensity
from app.ui import design

LANES = 3
DOT = 9.0
LEGIBLE = 170
"""Below this height the names of the marks would run into each other."""


def even_place_m(segment: Segment, elapsed_ms: int) -> Metres | None:
    """Return how far the even pace is in a segment, in metres; None without a pace."""
    if segment.pace_s_per_m is None or segment.distance_m is None:
        return None
    return min(segment.distance_m, Fraction(elapsed_ms, 1000) / segment.pace_s_per_m)


def lap_place(segment: Segment, at_m: Metres, lap_m: Metres) -> float:
    """Return where on the lap a distance lies, 0 being the finish line, up to 1.

    A race ends at the finish line, so that it starts behind or before it; a rep starts there.
    """
    start = -(segment.distance_m or Fraction(0)) % lap_m if segment.step.race else Fraction(0)
    return float((start + at_m) % lap_m / lap_m)


class Oval(QWidget):
    """The track, with a dot where the even pace is now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("the even pace on the track")
        self._lap_m = Fraction(400)
        self._place: float | None = None
        self._drawn: QPixmap | None = None

    def sizeHint(self) -> QSize:
        """Return the size of the direction's picture."""
        return QSize(360, 208)

    def show_track(self, lap_m: Metres) -> None:
        """Show a track of this lap."""
        self._lap_m = lap_m
        self.repaint_all()

    def follow(self, shown: Snapshot) -> None:
        """Move the dot; only what it leaves and what it reaches is painted."""
        place = None
        segment = shown.segment
        if segment is not None and segment.intensity is Intensity.WORK and shown.state is not State.READY:
            at_m = even_place_m(segment, shown.elapsed_ms)
            if at_m is not None:
                place = lap_place(segment, at_m, self._lap_m)
        if place == self._place:
            return
        for each in (self._place, place):
            if each is not None:
                point = self._point(each)
                self.update(QRectF(point.x() - DOT - 3, point.y() - DOT - 3, 2 * DOT + 6, 2 * DOT + 6).toAlignedRect())
        self._place = place

    def repaint_all(self) -> None:
        """Paint the whole track anew, as after a change of palette."""
        self._drawn = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the track anew at the new size."""
        self._drawn = None
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track from its picture, and the dot over it."""
        if self._drawn is None:
            self._drawn = self._draw()
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.drawPixmap(0, 0, self._drawn)
        if self._place is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(design.palette().of("ground"), 2))
            painter.setBrush(design.palette().of("work"))
            painter.drawEllipse(self._point(self._place), DOT, DOT)
        painter.end()

    # Geometry: the finish line lies at the end of the near straight, and running is anticlockwise -------------------

    def _outline(self, inset: float) -> QRectF:
        height = self.height() - 24.0
        width = min(self.width() - 24.0, height * 1.85)
        box = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        return box.adjusted(inset, inset, -inset, -inset)

    def _point(self, place: float, inset: float = 7.0) -> QPointF:
        box = self._outline(inset)
        radius = box.height() / 2
        straight = max(0.0, box.width() - box.height())
        half = straight / (2 * straight + 2 * math.pi * radius) if straight else 0.0
        curve = 0.5 - half
        place %= 1.0
        right, left = box.right() - radius, box.left() + radius
        if place < curve:  # round the first bend, from the near straight to the far one
            angle = math.pi * place / curve
            return QPointF(right + radius * math.sin(angle), box.center().y() + radius * math.cos(angle))
        if place < 0.5:
            return QPointF(right - straight * (place - curve) / half, box.top())
        if place < 0.5 + curve:
            angle = math.pi * (place - 0.5) / curve
            return QPointF(left - radius * math.sin(angle), box.center().y() - radius * math.cos(angle))
        return QPointF(left + straight * (place - 0.5 - curve) / half, box.bottom())

    def _outwards(self, place: float) -> QPointF:
        """Return the unit vector across the lanes."""
        lane = self._point(place, 14.0)
        box = self._outline(14.0)
        radius = box.height() / 2
        x = min(max(lane.x(), box.left() + radius), box.right() - radius)
        across = QPointF(lane.x() - x, lane.y() - box.center().y())
        return across / max(1.0, math.hypot(across.x(), across.y()))

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        drawn.setDevicePixelRatio(ratio)
        colours = design.palette()
        drawn.fill(colours.of("ground"))
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.of("line"), 1.4))
        for number in range(LANES):
            box = self._outline(14.0 * number)
            path = QPainterPath()
            path.addRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.drawPath(path)
        painter.setFont(design.lettering(design.SMALL))
        for quarter in range(4):
            place = quarter / 4
            out = self._outwards(place)
            middle = self._point(place, 14.0)
            outer, inner = middle + out * 22, middle - out * 22
            is_finish = quarter == 0
            painter.setPen(QPen(colours.of("ink" if is_finish else "quiet"), 3.0 if is_finish else 1.4))
            painter.drawLine(outer, inner)
            if self.height() < LEGIBLE:
                continue
            painter.setPen(colours.of("quiet"))
            said = format_metres(self._lap_m * (quarter or 4) / 4, 0)
            spot = middle - out * 40
            painter.drawText(QRectF(spot.x() - 30, spot.y() - 12, 60, 24), Qt.AlignmentFlag.AlignCenter, said)
        painter.end()
        return drawn
