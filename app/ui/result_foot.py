"""The foot of the result page: the athlete's note, and the news of disk and cues."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.tongue import tr
from app.ui import design
from app.ui.entry import Entry
from app.ui.keycap import Button
from app.ui.text import Text

NOTE_CHARS = 2000
TALL, LINE = 44, 22
NOTE_WIDTH = 280
"""What the entry keeps whatever is said beside it."""
MOST = 640


class ResultFoot(QWidget):
    """Holds the note, and says what is saved and how late the cues were."""

    def __init__(self, keep: Callable[[str], None], done: Callable[[], None], parent: QWidget) -> None:
        """Make it.

        Args:
            keep: keeps the text of the note.
            done: told when Enter ended the note, so that the page has the keys again.
            parent: of the widget.
        """
        super().__init__(parent)
        self._keep, self._kept = keep, ""
        self.note = Entry(tr("A note: weather, shoes, how it felt"), self)
        self.note.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.note.setMaxLength(NOTE_CHARS)
        self.button = Button(tr("Save note"), parent=self)
        self.saved = Text("", design.SMALL, tone="quiet", parent=self).wrapped()
        self.cues = Text("", design.SMALL, tone="quiet", parent=self).wrapped()
        self.note.returnPressed.connect(done)
        self.note.editingFinished.connect(self.keep)
        self.note.textChanged.connect(self._changed)
        self.button.clicked.connect(self.keep)

    def show_note(self, text: str) -> None:
        """Show a note that is kept."""
        self._kept = text
        self.note.setText(text)
        self._changed()

    def keep(self) -> None:
        """Keep what is written, if it is new; leaving the field does it too, so that nothing written is lost."""
        if self.note.text() != self._kept:
            self._keep(self.note.text())

    def say_kept(self, text: str) -> None:
        """Note that this text is on disk."""
        self._kept = text
        self._changed()

    def _changed(self) -> None:
        self.button.setEnabled(self.note.text() != self._kept)

    def arrange_for(self, width: int) -> int:
        """Stand in a width: the news beside the note, or below what finds no room there; return the height."""
        size = self.button.sizeHint()
        most = width - size.width() - NOTE_WIDTH - 36  # what can be had beside the note
        shown = [text for text in (self.saved, self.cues) if text.text()]
        beside = [text for text in shown if _long(text) <= most]
        below = [text for text in shown if text not in beside]
        taken = max([0, *(_long(text) for text in beside)])
        note = min(MOST, width - size.width() - 12 - (taken + 24 if taken else 0))
        self.note.setGeometry(0, 0, note, TALL)
        self.button.setGeometry(note + 12, 0, size.width(), TALL)
        y = (TALL - LINE * len(beside)) // 2
        for text in beside:
            text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            text.setGeometry(width - taken, y, taken, LINE)
            y += LINE
        under = TALL + 8
        for text in below:
            tall = text.heightForWidth(width)
            text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            text.setGeometry(0, under, width, tall)
            under += tall
        for text in (self.saved, self.cues):
            text.setVisible(text in shown)
        return under if below else TALL


def _long(text: Text) -> int:
    return text.fontMetrics().horizontalAdvance(text.text()) + 2
