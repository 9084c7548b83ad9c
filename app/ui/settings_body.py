"""The sections of the settings in one column, two or three, as the width allows; scrolled where they must be.

Rules of the file: it lays out and finds; what is set goes through the page.
"""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.core.tongue import tr
from app.ui.choices import Choices
from app.ui.key_row import KeyRow
from app.ui.keys import Act
from app.ui.options import PAD
from app.ui.scroll import WIDTH as BAR
from app.ui.scroll import Scrolled
from app.ui.section import Section
from app.ui.settings_sections import IN_SESSION, DataSection, KeysSection, LapsSection, ScreenSection, Setter

TWO_FROM, THREE_FROM = 860, 1380
"""Widths from which there are so many columns."""
WIDEST = 560
"""A row wider than this is read across badly."""
APART, BETWEEN = 44, 26
RIGHT = BAR + 2
"""Beside the sections, for the scroll bar."""


class SettingsBody(Scrolled):
    """Holds the sections."""

    def __init__(self, setter: Setter, folder: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.display = ScreenSection(setter, self.content)
        self.laps = LapsSection(setter, self.content)
        self.session_keys = KeysSection(tr("Keys while a workout runs"), IN_SESSION, setter, self.content)
        others = tuple(act for act in Act if act not in IN_SESSION)
        self.other_keys = KeysSection(tr("Keys anywhere"), others, setter, self.content)
        self.other_keys.add_reset(setter)
        self.data = DataSection(folder, self.content)

    @property
    def sections(self) -> tuple[Section, ...]:
        """All of them, as they are come to."""
        return (self.display, self.laps, self.session_keys, self.other_keys, self.data)

    @property
    def rows(self) -> tuple[KeyRow, ...]:
        """The rows of keys."""
        return (*self.session_keys.rows, *self.other_keys.rows)

    @property
    def lines(self) -> list[tuple[QWidget, ...]]:
        """The controls line by line, as the arrows go through them."""
        return [line for section in self.sections for line in section.lines]

    def show_choices(self, choices: Choices) -> None:
        """Show what is set."""
        self.display.show_choices(choices)
        self.laps.show_choices(choices)
        for keys in (self.session_keys, self.other_keys):
            keys.show_keys(choices.keys)
        self.arrange()

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
        columns = self._columns(room)
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
                y += tall + BETWEEN
            bottom = max(bottom, y - BETWEEN)
        self.content.resize(self.width() - BAR, max(bottom + 8, self.height()))

    def _columns(self, room: int) -> tuple[tuple[Section, ...], ...]:
        if room >= THREE_FROM:
            return ((self.display, self.laps), (self.session_keys,), (self.other_keys, self.data))
        if room >= TWO_FROM:
            return ((self.display, self.laps, self.data), (self.session_keys, self.other_keys))
        return (self.sections,)
