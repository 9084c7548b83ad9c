"""The field in which a workout is typed or pasted, with its key at the right."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.tongue import tr
from app.ui import design
from app.ui.entry import LongEntry
from app.ui.keycap import HEIGHT, KeyCap

KEY = 48
"""Room of the key at the right."""


class TypedField(LongEntry):
    """Takes a workout."""

    goes_down = Signal()
    """The Down key: into the list."""
    opens = Signal()
    """What is typed is wanted in the editor."""
    comes_back = Signal()
    """The focus came back to what is typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, design.BODY)
        self.setAccessibleName(tr("type or paste a workout"))
        self.setAccessibleDescription(tr("Enter starts it."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTextMargins(QMargins(14, 0, KEY, 0))
        self.slash = KeyCap("/", "", self)
        self.slash.setAccessibleName(tr("type a workout, key /"))
        self.slash.pressed.connect(self.setFocus)
        self.edit = KeyCap(tr("ctrl E"), tr("edit"), self)
        self.edit.pressed.connect(self.opens)
        self.edit.hide()
        self.textChanged.connect(lambda _shown: self._offer())

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return not self.text().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go into the list with Down, and with what is typed into the editor."""
        if event.key() == Qt.Key.Key_Down:
            self.goes_down.emit()
        elif event.key() == Qt.Key.Key_E and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.opens.emit()
        else:
            super().keyPressEvent(event)

    def _offer(self) -> None:
        """Offer the editor, where there is room, for what is typed: several lines are better seen there."""
        wide = self.edit.sizeHint().width()
        has_room = self.width() >= 3 * wide
        self.edit.setVisible(has_room and not self.is_empty)
        self.slash.setHidden(not self.edit.isHidden())
        self.setTextMargins(QMargins(14, 0, KEY if self.edit.isHidden() else wide + 20, 0))
        self.edit.setGeometry(self.width() - wide - 12, (self.height() - HEIGHT) // 2, wide, HEIGHT)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say so where something is typed."""
        super().focusInEvent(event)
        if not self.is_empty:
            self.comes_back.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew; the hint is as long as there is room."""
        super().resizeEvent(event)
        self.slash.setGeometry(self.width() - 42, (self.height() - HEIGHT) // 2, 28, HEIGHT)
        self._offer()
        room, metrics = self.width() - KEY - 24, self.fontMetrics()
        long = tr("Paste or type a workout: 6 x 400 @ mile pace, 200 jog")
        words = (long, tr("Type a workout: 6 x 400, 200 jog"), tr("Type a workout"))
        self.setPlaceholderText(next((each for each in words if metrics.horizontalAdvance(each) <= room), words[-1]))
