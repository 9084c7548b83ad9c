"""Lettering on a page: one line or a few, in one of the sizes and meanings of the design."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui import design


class Text(QLabel):
    """A label that follows the palette and never asks the page to grow for it."""

    def __init__(
        self,
        text: str = "",
        px: int = design.BODY,
        weight: QFont.Weight = design.REGULAR,
        tone: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setFont(design.lettering(px, weight))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.tone = ""
        self.say(text, tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(1)

    def say(self, text: str, tone: str | None = None) -> None:
        """Show a text; costs nothing when it is the one shown."""
        if tone is not None and tone != self.tone:
            self.tone = tone
            self.setForegroundRole(design.ROLES[tone])
        if text != self.text():
            self.setText(text)

    def wrapped(self) -> Text:
        """Let it take several lines."""
        self.setWordWrap(True)
        return self


def fitted(painter: QPainter, text: str, width: float, px: float, weight: QFont.Weight = design.REGULAR) -> QFont:
    """Return a font that fits a text in a width, and set it: as high as `px`, smaller where it must be."""
    font = design.lettering(px, weight)
    painter.setFont(font)
    needed = painter.fontMetrics().horizontalAdvance(text)
    if needed > width > 0:
        font = design.lettering(max(8.0, px * width // needed), weight)  # rounded up it would be cut
        painter.setFont(font)
    return font
