"""The trend: a score after the other as a line, lower is better, with the limit that passes.

Rules of the file: a dot is full where a level was passed and hollow where it was not; that is said in words, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from app.core.ladder import Practised, level_number
from app.core.practised import LAP_WITHIN_PCT
from app.core.tongue import tr
from app.ui import design
from app.ui.past_rows import short_day_words
from app.ui.text import fitted

MOST = 40
"""Scores that are shown, the newest; more would be a smear."""
LEAST_SCALE_PCT = 3.0
"""The top of the picture is never lower, so that half a percent does not look like a disaster."""
HEAD, FOOT, FIGURE = 26.0, 24.0, 28.0
"""Heights of what stands over the picture, of the days under it, and of the score that counts."""
LEAST_HEIGHT = 110
BESIDE = 620
"""From this width of a picture on the trend stands beside the bars."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Point:
    """One score."""

    pct: float
    is_passed: bool
    when: str
    level: str = ""
    """Its number; empty for one that is no level."""
    is_here: bool = False
    """Whether it is the one that the page shows."""

    @property
    def said(self) -> str:
        """All of it in a line, for a screen reader."""
        words = tr("{when}: {pct} %, passed") if self.is_passed else tr("{when}: {pct} %")
        return words.format(when=self.when, pct=f"{self.pct:.1f}")


def points_of(past: Sequence[Practised], here: int | None = None) -> tuple[Point, ...]:
    """Return the points of past practices.

    Args:
        past: newest first.
        here: the id of the session that the page shows; the newest stands out where it is None.
    """
    here = past[0].session_id if past and here is None else here
    points = []
    for each in reversed(past[:MOST]):
        number = None if each.practice is None else level_number(each.practice)
        is_here = each.session_id == here
        level = "" if number is None else str(number)
        day = short_day_words(each.started_at)
        points.append(Point(each.pct, each.is_passed, day, level, is_here))
    return tuple(points)


def trend_room(room: QRect) -> QRect:
    """Return what the trend takes of a picture's room: the right part, or the lower where that is narrow or high."""
    if room.width() >= BESIDE:
        wide = round(0.42 * room.width())
        return QRect(room.right() + 1 - wide, room.y(), wide, room.height())
    tall = max(LEAST_HEIGHT, round(0.42 * room.height()))
    if room.height() - tall < LEAST_HEIGHT:
        return QRect()
    return QRect(room.x(), room.bottom() + 1 - tall, room.width(), tall)


class TrendLine(QWidget):
    """The line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.points: tuple[Point, ...] = ()
        self.setAccessibleName(tr("trend of practice scores"))

    def show_points(self, points: tuple[Point, ...]) -> None:
        """Show these, the oldest first."""
        self.points = points
        self.setAccessibleDescription("; ".join(point.said for point in points))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the head, the limit, the line with its dots, the score that counts, and the days at both ends."""
        points = self.points
        if not points:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = design.palette()
        width, height = float(self.width()), float(self.height())
        limit = float(LAP_WITHIN_PCT)
        said = tr("{pct} %").format(pct=f"{limit:.0f}")
        gutter = QFontMetricsF(design.lettering(design.SMALL)).horizontalAdvance(said) + 12
        area = QRectF(8, HEAD + 20, width - 16 - gutter, max(10.0, height - HEAD - FOOT - 24))
        top = max(LEAST_SCALE_PCT, 1.05 * max(point.pct for point in points))
        head = tr("off the pace: lower is better, a full dot passed")
        fitted(painter, head, width, design.SMALL)
        painter.setPen(colours.of("quiet"))
        painter.drawText(QRectF(0, 0, width, HEAD), LEFT, head)

        def place(index: int) -> QPointF:
            share = index / (len(points) - 1) if len(points) > 1 else 0.5
            return QPointF(area.left() + share * area.width(), area.bottom() - points[index].pct / top * area.height())

        y = area.bottom() - limit / top * area.height()
        painter.setPen(QPen(colours.of("line"), 1))
        painter.drawLine(QLineF(0, area.bottom(), width, area.bottom()))
        painter.setPen(QPen(colours.of("quiet"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(0, y, width - gutter, y))
        painter.setFont(design.lettering(design.SMALL))
        painter.setPen(colours.of("quiet"))
        painter.drawText(QRectF(width - gutter, y - 12, gutter, 24), RIGHT, said)
        painter.setPen(QPen(colours.of("quiet"), 2))
        painter.drawPolyline(QPolygonF([place(index) for index in range(len(points))]))
        for index, point in enumerate(points):
            radius = 6.0 if point.is_here else 4.0
            painter.setPen(QPen(colours.of("ink"), 2))
            painter.setBrush(colours.of("ink" if point.is_passed else "ground"))
            painter.drawEllipse(place(index), radius, radius)
        self._days(painter, width, height)
        shown = next((index for index, point in enumerate(points) if point.is_here), None)
        if shown is not None:
            before = place(shown - 1) if shown else None
            self._figure(painter, place(shown), before, points[shown], QRectF(0, 0, width - gutter, area.bottom()))
        painter.end()

    def _figure(self, painter: QPainter, at: QPointF, before: QPointF | None, point: Point, room: QRectF) -> None:
        """Write the score that counts beside its dot, on the side from which its line does not come."""
        painter.setFont(design.lettering(design.LEAD, design.SEMIBOLD))
        text = tr("{pct} %").format(pct=f"{point.pct:.1f}")
        wide = painter.fontMetrics().horizontalAdvance(text) + 4
        left = min(max(0.0, at.x() - wide / 2), room.right() - wide)
        is_below = before is not None and before.y() < at.y() and at.y() + 10 + FIGURE <= room.bottom()
        top = at.y() + 10 if is_below else max(0.0, at.y() - 10 - FIGURE)
        painter.setPen(design.palette().of("ink"))
        painter.drawText(QRectF(left, top, wide, FIGURE), Qt.AlignmentFlag.AlignCenter, text)

    def _days(self, painter: QPainter, width: float, height: float) -> None:
        painter.setFont(design.lettering(design.SMALL))
        painter.setPen(design.palette().of("quiet"))
        box = QRectF(0, height - FOOT, width, FOOT)
        first, last = self.points[0].when, self.points[-1].when
        metrics = painter.fontMetrics()
        is_both = metrics.horizontalAdvance(first) + metrics.horizontalAdvance(last) + 24 <= width
        if len(self.points) == 1:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, last)
            return
        if is_both:
            painter.drawText(box, LEFT, first)
        painter.drawText(box, RIGHT, last)
