"""A field of a row of settings: a line of text whose arrows up and down go on to the next row."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui import design
from app.ui.entry import Entry

CHARS = 200
"""No field of a row needs a longer text, but for the percentages of many laps."""


class Field(Entry):
    """Takes one thing that is typed."""

    stepped = Signal(int)
    """An arrow goes so many rows on."""
    typed = Signal(str)
    """A person changed the text."""

    def __init__(self, name: str, example: str, parent: QWidget, *, chars: int = CHARS) -> None:
        """Make it empty.

        Args:
            name: what is typed, for assistive technology.
            example: shown while it is empty.
            parent: of the widget.
            chars: the most it takes.
        """
        super().__init__(example, parent, design.BODY)
        self.setAccessibleName(name)
        self.setTextMargins(10, 0, 4, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxLength(chars)
        self.textEdited.connect(self.typed)

    def show_text(self, text: str) -> None:
        """Show what is set; what is being typed here is left alone."""
        if not self.hasFocus() and text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another row with the arrows."""
        rows = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}
        if event.key() in rows:
            self.stepped.emit(rows[event.key()])
        else:
            super().keyPressEvent(event)
