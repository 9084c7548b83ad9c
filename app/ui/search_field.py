"""The search field: what is looked for, and at its right how much of it there is."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.tongue import tr
from app.ui import design
from app.ui.entry import Entry
from app.ui.text import Text

MOST_CHARS = 200


class SearchField(Entry):
    """Looks for workouts as one types."""

    goes_down = Signal(bool)
    """Into the list: at what is chosen, or with True at the end of it."""
    types_instead = Signal()
    """The `/` key, where nothing is found and it can stand for nothing else."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, design.BODY)
        self.setAccessibleName(tr("find a workout"))
        self.setAccessibleDescription(tr("By name, work, purpose or length. Down goes into the list."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxLength(MOST_CHARS)
        self.can_type_instead = False
        self.count = Text("", design.SMALL, tone="quiet", parent=self)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go into the list with Down and Up; type the text as a workout with `/`."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.goes_down.emit(event.key() == Qt.Key.Key_Up)
        elif event.text() == "/" and self.can_type_instead:
            self.types_instead.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        self.arrange()
        super().resizeEvent(event)

    def arrange(self) -> None:
        """Keep the text clear of the count."""
        width = self.count.sizeHint().width()
        self.count.setGeometry(self.width() - width - 14, 0, width, self.height())
        self.setTextMargins(QMargins(14, 0, width + 20, 0))
        room = self.width() - width - 44
        words = (tr("Find: name, purpose, length"), tr("Find a workout"), tr("Find"))
        metrics = self.fontMetrics()
        self.setPlaceholderText(next((word for word in words if metrics.horizontalAdvance(word) <= room), ""))
