"""The totals: the ± in all from mark to mark, a line under the bars with its end in figures."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.core.tongue import tr
from app.core.units import format_signed
from app.ui import design
from app.ui.picture import Bar
from app.ui.rows import tone_of
from app.ui.text import fitted

LEAST_SCALE_S = 1.0
"""As for the bars: a tenth does not look like a disaster."""
VALUES_FROM = (72, 84)
"""Width of a slot and height of the panel from which every mark has its figure."""
DOTS_FROM = 24
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def paint_totals(painter: QPainter, bars: Sequence[Bar], room: QRectF, gutter: float, px: int) -> None:
    """Draw the line, each mark under its bar.

    Args:
        painter: of the widget.
        bars: those with a total are marks; there are two at least.
        room: for the line.
        gutter: width at its right, for the figure at the end.
        px: height of the labels.
    """
    colours = design.palette()
    slot = room.width() / len(bars)
    marks = [(index, bar.total_s) for index, bar in enumerate(bars) if bar.total_s is not None]
    totals = [float(total) for _index, total in marks]
    top, bottom = max(0.0, *totals), min(0.0, *totals)
    has_values = slot >= VALUES_FROM[0] and room.height() >= VALUES_FROM[1]
    pad = 1.3 * px if has_values else 6.0
    inner = max(4.0, room.height() - 2 * pad)
    per_s = inner / max(LEAST_SCALE_S, top - bottom)
    zero = room.top() + pad + top * per_s + (inner - (top - bottom) * per_s) / 2
    painter.setPen(QPen(colours.of("line"), 1))
    painter.drawLine(QLineF(0, zero, room.width(), zero))
    points = [QPointF((index + 0.5) * slot, zero - float(total) * per_s) for index, total in marks]
    path = [QPointF(0, zero), *points]
    painter.setPen(QPen(colours.of("quiet"), 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(path)
    for number, ((_index, total), point) in enumerate(zip(marks, points, strict=True)):
        is_last = point is points[-1]
        if slot < DOTS_FROM and not is_last:
            continue
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.of(tone_of(total)))
        painter.drawEllipse(point, *((6.0, 6.0) if is_last else (4.5, 4.5)))
        if has_values and not is_last:
            is_over = point.y() <= (path[number].y() + path[number + 2].y()) / 2  # away from the line
            y = point.y() - 1.2 * px - 4 if is_over else point.y() + 5
            painter.setFont(design.lettering(px, design.MEDIUM))
            painter.setPen(colours.of(tone_of(total)))
            box = QRectF(point.x() - slot / 2, y, slot, 1.2 * px)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, format_signed(total))
    _end(painter, room, gutter - 12, points[-1], (marks[-1][1], px))


def _end(painter: QPainter, room: QRectF, width: float, end: QPointF, said: tuple[Fraction, int]) -> None:
    """Write the figure that it came to, at the height where the line ends."""
    total, px = said
    colours = design.palette()
    painter.setPen(QPen(colours.of("line"), 1, Qt.PenStyle.DashLine))
    painter.drawLine(QLineF(end.x() + 10, end.y(), room.right() + 6, end.y()))
    large = design.LEAD if px <= design.SMALL else design.LARGE
    left, tall, small = room.right() + 12, 1.2 * large, 1.2 * px
    top = min(max(end.y() - tall / 2, room.top()), room.bottom() - tall - small)
    fitted(painter, format_signed(total), width, large, design.BOLD)
    painter.setPen(colours.of(tone_of(total)))
    painter.drawText(QRectF(left, top, width, tall), LEFT, format_signed(total))
    fitted(painter, tr("± in all"), width, px)
    painter.setPen(colours.of("quiet"))
    painter.drawText(QRectF(left, top + tall, width, small), LEFT, tr("± in all"))
