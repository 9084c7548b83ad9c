"""The star of a favourite: ink, since colours mean something else."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

INNER = 0.42
"""Radius of the inner corners: between the pentagram's 0.38 and a round one, so that it reads at 16 px."""


def paint_star(painter: QPainter, box: QRectF, colour: QColor, *, filled: bool) -> None:
    """Paint a star.

    Args:
        painter: ready to paint.
        box: where.
        colour: of the star, or of its outline.
        filled: whether it is a favourite.
    """
    outer = min(box.width(), box.height()) / 2 - 0.5
    corners = []
    for number in range(10):
        angle = math.pi * number / 5 - math.pi / 2
        radius = outer * (INNER if number % 2 else 1.0)
        corners.append(
            QPointF(box.center().x() + radius * math.cos(angle), box.center().y() + radius * math.sin(angle))
        )
    pen = QPen(colour, 1.4)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF(corners))
