"""Sections in one column, two or three, as the width allows; scrolled where they must be.

Rules of the file: it lays out and finds. Who builds on it says which sections there are, and in which column each is.
"""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.options import PAD
from app.ui.scroll import WIDTH as BAR
from app.ui.scroll import Scrolled
from app.ui.section import Section

WIDEST = 560
"""A row wider than this is read across badly."""
APART = 44
"""Between columns, at least."""
RIGHT = BAR + 2
"""Beside the sections, for the scroll bar."""


class Columns(Scrolled):
    """Holds sections in columns."""

    BETWEEN = 26
    """Between two sections of a column."""

    @property
    def sections(self) -> tuple[Section, ...]:
        """All of them, as they are come to."""
        raise NotImplementedError

    def columns(self, room: int) -> tuple[tuple[Section, ...], ...]:
        """Return which sections stand in which column, in a room so wide."""
        raise NotImplementedError

    @property
    def lines(self) -> list[tuple[QWidget, ...]]:
        """The controls line by line, as the arrows go through them."""
        return [line for section in self.sections for line in section.lines]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the sections out in as many columns as the width holds; what has the focus stays in view."""
        super().resizeEvent(event)
        self.arrange()
        focus = QApplication.focusWidget()
        if focus is not None and self.content.isAncestorOf(focus):
            self.show_control(focus)

    def arrange(self) -> None:
        """Put every section in its place."""
        room = self.width() - PAD - RIGHT
        columns = self.columns(room)
        n = len(columns)
        wide = min(WIDEST, (room - (n - 1) * APART) // n) if n > 1 else room
        spare = room - n * wide - (n - 1) * APART
        apart = APART + (spare // (n - 1) if n > 1 else 0)
        bottom = 0
        for number, sections in enumerate(columns):
            x, y = PAD + number * (wide + apart), 0
            for section in sections:
                tall = section.height_at(wide + section.INSET)
                section.setGeometry(QRect(x - section.INSET, y, wide + section.INSET, tall))
                section.arrange()
                y += tall + self.BETWEEN
            bottom = max(bottom, y - self.BETWEEN)
        self.content.resize(self.width() - BAR, max(bottom + 8, self.height()))
