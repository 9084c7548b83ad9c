"""A row of the export sheet: a format, what it is for, and whether it is the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.ui import design
from app.ui.ring import paint_ring
from app.ui.workbench import Ware

ROW, LOW_ROW = 56, 36
DOT = 12


class WareRow(QAbstractButton):
    """A radio button to assistive technology."""

    def __init__(self, ware: Ware, parent: QWidget) -> None:
        super().__init__(parent)
        self.ware = ware
        self.setText(ware.name)
        self.setAccessibleName(ware.name)
        self.setAccessibleDescription(ware.use)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return its usual room."""
        return QSize(280, ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dot, the name, and what it is for."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = design.palette()
        low = self.height() < ROW
        chosen = self.isChecked()
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.of("ground"))
            painter.drawRoundedRect(QRectF(self.rect()), design.RADIUS, design.RADIUS)
        dot = QRectF(14, (self.height() - DOT) / 2, DOT, DOT)
        painter.setPen(colours.of("ink" if chosen or self.underMouse() else "quiet"))
        painter.setBrush(colours.of("ink") if chosen else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot)
        left = 14 + DOT + 14
        at = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(design.lettering(design.BODY, design.SEMIBOLD if chosen else design.MEDIUM))
        painter.setPen(colours.of("ink"))
        name = QRectF(left, 0 if low else 5, self.width() - left - 8, self.height() if low else 26)
        painter.drawText(name, at, self.text())
        if not low:
            painter.setFont(design.lettering(design.MICRO))
            painter.setPen(colours.of("quiet"))
            use = QRectF(left, 29, self.width() - left - 8, 22)
            words = painter.fontMetrics().elidedText(self.ware.use, Qt.TextElideMode.ElideRight, int(use.width()))
            painter.drawText(use, at, words)
        paint_ring(painter, self)
        painter.end()
