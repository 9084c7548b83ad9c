"""The sections of the settings in one column, two or three, as the width allows; scrolled where they must be.

Rules of the file: it lays out and finds; what is set goes through the page.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.tongue import tr
from app.ui.choices import Choices
from app.ui.columns import Columns
from app.ui.key_row import KeyRow
from app.ui.keys import Act
from app.ui.section import Section
from app.ui.settings_sections import IN_SESSION, DataSection, KeysSection, LapsSection, ScreenSection, Setter

TWO_FROM, THREE_FROM = 860, 1380
"""Widths from which there are so many columns."""


class SettingsBody(Columns):
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

    def show_choices(self, choices: Choices) -> None:
        """Show what is set."""
        self.display.show_choices(choices)
        self.laps.show_choices(choices)
        for keys in (self.session_keys, self.other_keys):
            keys.show_keys(choices.keys)
        self.arrange()

    def columns(self, room: int) -> tuple[tuple[Section, ...], ...]:
        """Return which sections stand in which column."""
        if room >= THREE_FROM:
            return ((self.display, self.laps), (self.session_keys,), (self.other_keys, self.data))
        if room >= TWO_FROM:
            return ((self.display, self.laps, self.data), (self.session_keys, self.other_keys))
        return (self.sections,)
