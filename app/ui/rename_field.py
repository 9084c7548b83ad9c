"""The field that lies over a name while it is changed: Enter takes the new one, Esc and leaving it keep the old one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.core.bounds import NAME_CHARS
from app.core.tongue import tr
from app.ui import design
from app.ui.entry import Entry


class RenameField(Entry):
    """Takes a new name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, design.LEAD)
        self.setAccessibleName(tr("name of the workout"))
        self.setAccessibleDescription(tr("Enter takes it, Esc keeps the old one."))
        self.setMaxLength(NAME_CHARS)
        self._then: Callable[[str], None] = lambda _name: None
        self._before = ""
        self.hide()

    def begin(self, name: str, then: Callable[[str], None]) -> None:
        """Ask for a new name.

        Args:
            name: as it is called.
            then: gets the new name, if it is another.
        """
        self._before, self._then = name, then
        self.setText(name)
        self.show()
        self.raise_()
        self.setFocus()
        self.selectAll()

    def leave(self) -> None:
        """Keep the old name."""
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the name with Enter, which goes no further: on the page it would start a workout."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self._taken()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the old name."""
        super().focusOutEvent(event)
        self.hide()

    def _taken(self) -> None:
        name, parent = self.text().strip(), self.parentWidget()
        self.hide()
        if parent is not None:
            parent.setFocus()
        if name and name != self._before:
            self._then(name)
