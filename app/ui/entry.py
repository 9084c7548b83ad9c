"""A text field in the house's manner: quiet panel, no frame of the system's."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui import design


class Entry(QLineEdit):
    """One line of text on a panel."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None, px: int = design.BODY) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setFont(design.lettering(px))
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setTextMargins(QMargins(14, 0, 14, 0))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        clear = QPalette()
        clear.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)  # the panel is painted below
        self.setPalette(clear)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the panel behind the text."""
        painter = QPainter(self)
        colours = design.palette()
        painter.fillRect(self.rect(), colours.of("ground"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.of("ink" if self.hasFocus() else "line"), 1.4))
        painter.setBrush(colours.of("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), design.RADIUS, design.RADIUS)
        painter.end()
        super().paintEvent(event)
