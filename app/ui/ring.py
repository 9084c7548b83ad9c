"""The ring round what has the focus: one look on every control that is painted here."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.ui import design


def paint_ring(painter: QPainter, control: QWidget) -> None:
    """Paint the ring if the control has the focus."""
    if not control.hasFocus():
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(design.palette().of("ink"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(control.rect()).adjusted(1, 1, -1, -1), 6, 6)
