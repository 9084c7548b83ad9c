"""The lines under what is remarked on: a wave where nothing was understood, dots where something was guessed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTextBlock

from app.ui import design

PERIOD, SWING = 4.0, 3.4
"""Half a wave's length, and how far its handles reach; it is half as high."""
DOT, APART = 1.25, 4.4
BELOW = 4.0
"""Below the foot of the letters."""


def paint_wave(painter: QPainter, at: QPointF, width: float) -> None:
    """Paint a wave from a place on."""
    wave = QPainterPath(at)
    for number in range(max(2, round(width / PERIOD))):
        x, up = at.x() + PERIOD * number, -SWING if number % 2 else SWING
        wave.quadTo(QPointF(x + PERIOD / 2, at.y() + up), QPointF(x + PERIOD, at.y()))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(design.palette().of("slower"), 1.6))
    painter.drawPath(wave)


def paint_dots(painter: QPainter, at: QPointF, width: float) -> None:
    """Paint dots from a place on."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(design.palette().of("quiet"))
    for number in range(max(2, round(width / APART))):
        painter.drawEllipse(QPointF(at.x() + DOT + APART * number, at.y()), DOT, DOT)


def stretches(block: QTextBlock, top: QPointF, start: int, end: int) -> Iterator[QRectF]:
    """Return where characters of a block stand: one flat box for each of its lines, at the foot of the letters.

    Args:
        block: laid out.
        top: its upper left corner.
        start: first character in the block, as Qt counts.
        end: behind the last.
    """
    lines = block.layout()
    for number in range(lines.lineCount()):
        line = lines.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first >= last:
            continue
        left, right = (_x(line.cursorToX(at)) for at in (first, last))
        y = top.y() + line.y() + line.ascent() + BELOW
        yield QRectF(top.x() + left, y, right - left, 0)


def _x(given: object) -> float:
    """Return the x alone: Qt's call gives the place back beside it."""
    return float(given[0] if isinstance(given, tuple) else given)  # type: ignore[arg-type]  # PySide's stubs say object
