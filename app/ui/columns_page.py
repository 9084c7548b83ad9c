"""The frame of a page of sections: its name, the sections in columns, and the keys at its foot."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui import design
from app.ui.columns import RIGHT, Columns
from app.ui.foot import HEIGHT as FOOT
from app.ui.foot import Foot
from app.ui.options import PAD
from app.ui.text import Text

LOW = 400
"""Below this height the page's name gives its room to the sections."""


class ColumnsPage(QWidget):
    """A page of sections; who builds on it makes what it lays out."""

    title: Text
    body: Columns
    foot: Foot

    def step(self, by: int) -> None:
        """Move the focus some rows on, in its column."""
        lines = self.body.lines
        focus = QApplication.focusWidget()
        at = next((number for number, line in enumerate(lines) if focus in line), None)
        line = lines[0 if at is None else max(0, min(at + by, len(lines) - 1))]
        line[0].setFocus()
        self.body.show_control(line[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the page out anew."""
        width, height = self.width(), self.height()
        margin = 40 if width > 800 else 16
        inner = width - 2 * margin
        is_low = height < 560
        top, tall = (2, 46) if is_low else (24, 48)
        self.title.setGeometry(margin, top, inner, tall)
        self.title.setVisible(height >= LOW)
        y = 8 if height < LOW else top + tall + (0 if is_low else 14)
        self.body.setGeometry(margin - PAD, y, inner + PAD + RIGHT, height - FOOT - y)
        self.foot.setGeometry(margin, height - FOOT, inner, FOOT)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the line over the keys."""
        painter = QPainter(self)
        colours = design.palette()
        painter.fillRect(event.rect(), colours.of("ground"))
        if not self.body.fits:
            painter.fillRect(self.title.x(), self.height() - FOOT, self.title.width(), 1, colours.of("line"))
        painter.end()
