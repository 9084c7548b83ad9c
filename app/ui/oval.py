"""The oval: the track from above, and the even pace running round it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.plan import Segment
from app.core.state import Snapshot, State
from app.core.tongue import tr
from app.core.units import Metres, format_metres
from app.core.workout import Intensity
from app.ui import design

LANES = 3
DOT = 9.0
DOT_INSET = 7.0
"""Half a lane inside the outer line."""
PLAIN = 232
"""Up to this height lines and lettering have the design's size; on a larger track they grow with it."""
LEGIBLE = 170
"""Below this height the names of the marks would run into each other."""


@dataclass(frozen=True, slots=True)
class EvenPace:
    """The even pace of a segment as it goes round; in floats, since it is figured at each frame and only drawn."""

    index: int
    start: float
    """Where it starts on the lap, 0 being the finish line, up to 1."""
    laps_per_ms: float
    most_laps: float

    def place(self, elapsed_ms: int) -> float:
        """Return where on the lap it is."""
        return (self.start + min(self.most_laps, elapsed_ms * self.laps_per_ms)) % 1.0


def even_pace(segment: Segment, lap_m: Metres) -> EvenPace | None:
    """Return the even pace of work by distance; None without a pace.

    A race ends at the finish line, so that it starts behind or before it; a rep starts there.
    """
    if segment.pace_s_per_m is None or segment.distance_m is None or segment.intensity is not Intensity.WORK:
        return None
    start = float(-segment.distance_m % lap_m / lap_m) if segment.step.race else 0.0
    speed = 1 / (1000 * float(segment.pace_s_per_m) * float(lap_m))
    return EvenPace(segment.index, start, speed, float(segment.distance_m / lap_m))


@dataclass(frozen=True, slots=True)
class _Shape:
    """A line round the track: two straights and two half circles."""

    left: float
    """Where the half circles meet the straights."""
    right: float
    middle: float
    radius: float
    straight: float
    half: float
    """The part of the lap that is one straight."""

    @classmethod
    def of(cls, left: float, top: float, width: float, height: float) -> _Shape:
        radius = height / 2
        straight = max(0.0, width - height)
        half = straight / (2 * straight + 2 * math.pi * radius) if straight else 0.0
        return cls(left + radius, left + width - radius, top + radius, radius, straight, half)

    def point(self, place: float) -> tuple[float, float]:
        """Return where a place on the lap lies: the first bend begins at the finish line."""
        curve = 0.5 - self.half
        if place < curve:
            angle = math.pi * place / curve
            return self.right + self.radius * math.sin(angle), self.middle + self.radius * math.cos(angle)
        if place < 0.5:
            return self.right - self.straight * (place - curve) / self.half, self.middle - self.radius
        if place < 0.5 + curve:
            angle = math.pi * (place - 0.5) / curve
            return self.left - self.radius * math.sin(angle), self.middle - self.radius * math.cos(angle)
        return self.left + self.straight * (place - 0.5 - curve) / self.half, self.middle + self.radius


class Oval(QWidget):
    """The track, with a dot where the even pace is now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("the even pace on the track"))
        self._lap_m = Fraction(400)
        self._place: float | None = None
        self._pace: EvenPace | None = None
        self._index = -1
        self._shapes: dict[float, _Shape] = {}
        self._step = 0.0  # the part of a lap that is a pixel
        self._grown = 1.0
        self._drawn: QPixmap | None = None

    def sizeHint(self) -> QSize:
        """Return the size of the direction's picture."""
        return QSize(360, 208)

    def show_track(self, lap_m: Metres) -> None:
        """Show a track of this lap."""
        self._lap_m = lap_m
        self._index, self._pace, self._place = -1, None, None
        self.repaint_all()

    def follow(self, shown: Snapshot) -> None:
        """Move the dot; only what it leaves and what it reaches is painted."""
        segment = shown.segment
        if segment is None or shown.state in (State.READY, State.FINISHED, State.STOPPED):
            self._move(None)
            return
        if segment.index != self._index:
            self._index, self._pace = segment.index, even_pace(segment, self._lap_m)
        if self._pace is None:
            self._move(None)
            return
        place = self._pace.place(shown.elapsed_ms)
        if self._place is None or abs(place - self._place) >= self._step:
            self._move(place)

    def _move(self, place: float | None) -> None:
        if place == self._place:
            return
        for each in (self._place, place):
            if each is not None:
                point, reach = self._point(each), DOT * self._grown + 3
                self.update(QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach).toAlignedRect())
        self._place = place

    def repaint_all(self) -> None:
        """Paint the whole track anew, as after a change of palette."""
        self._drawn = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the track anew at the new size."""
        self._drawn = None
        self._shapes.clear()
        self._grown = max(1.0, self.height() / PLAIN)
        box = self._outline(DOT_INSET * self._grown)
        self._step = 1 / max(1.0, 2 * (box.width() - box.height()) + math.pi * box.height())
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
            painter.drawEllipse(self._point(self._place), DOT * self._grown, DOT * self._grown)
        painter.end()

    # Geometry: the finish line lies at the end of the near straight, and running is anticlockwise -------------------

    def _outline(self, inset: float) -> QRectF:
        height = self.height() - 24.0
        width = min(self.width() - 24.0, height * 1.85)
        box = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        return box.adjusted(inset, inset, -inset, -inset)

    def _point(self, place: float, inset: float | None = None) -> QPointF:
        inset = DOT_INSET * self._grown if inset is None else inset
        shape = self._shapes.get(inset)
        if shape is None:
            box = self._outline(inset)
            shape = self._shapes[inset] = _Shape.of(box.left(), box.top(), box.width(), box.height())
        return QPointF(*shape.point(place % 1.0))

    @property
    def _lane(self) -> float:
        return 2 * DOT_INSET * self._grown

    def _outwards(self, place: float) -> QPointF:
        """Return the unit vector across the lanes."""
        lane = self._point(place, self._lane)
        box = self._outline(self._lane)
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
            box = self._outline(self._lane * number)
            path = QPainterPath()
            path.addRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.drawPath(path)
        painter.setFont(design.lettering(design.SMALL * self._grown))
        for quarter in range(4):
            place = quarter / 4
            out = self._outwards(place)
            middle, reach = self._point(place, self._lane), 22 * self._grown
            outer, inner = middle + out * reach, middle - out * reach
            is_finish = quarter == 0
            painter.setPen(QPen(colours.of("ink" if is_finish else "quiet"), 3.0 if is_finish else 1.4))
            painter.drawLine(outer, inner)
            if self.height() < LEGIBLE:
                continue
            painter.setPen(colours.of("quiet"))
            said = format_metres(self._lap_m * (quarter or 4) / 4, 0)
            spot, wide = middle - out * 40 * self._grown, 60 * self._grown
            painter.drawText(
                QRectF(spot.x() - wide / 2, spot.y() - wide / 5, wide, 0.4 * wide), Qt.AlignmentFlag.AlignCenter, said
            )
        painter.end()
        return drawn
