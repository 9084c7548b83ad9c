"""The text's side of the editor: the panel it is written on, the line under it, and the remarks with their mends.

Rules of the file: what is being typed is not found fault with before the keys have rested; what it comes to is shown
at once all the same.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.tongue import tr
from app.ui import design
from app.ui.editor_list import ROW, RemarkList
from app.ui.editor_notes import Said
from app.ui.editor_reading import NOTHING, Understood, sentence_of
from app.ui.editor_remarks import Remark, count_words
from app.ui.editor_start import EditorStart
from app.ui.editor_text import TextArea
from app.ui.shortened import Shortened

REST_MS = 700
LARGE_FROM = 440
"""Width of the text from which its lettering is large."""
STATUS = 30


class TextSide(QWidget):
    """Where the workout is written, and what is said of it."""

    changed = Signal()
    moved = Signal(int)
    """The cursor stands before another character."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._understood = NOTHING
        self.area = TextArea(self)
        self.area.setPlaceholderText(tr("Write it as you would say it."))
        self.start = EditorStart(self.area.viewport())
        self.status = Shortened("", design.SMALL, tone="quiet", parent=self)
        self.status.setWordWrap(True)
        self.said = Said(self)
        self.remarks = RemarkList(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.show_remarks)
        self.area.textChanged.connect(self._text_changed)
        self.area.cursorPositionChanged.connect(self._moved)
        self.area.refused.connect(self.say)
        self.area.wants_next.connect(self.next)
        self.area.wants_mend.connect(self.mend_here)
        self.area.focused.connect(self.update)
        self.start.written.connect(self._write)
        self.said.changed.connect(self._arrange)
        self.remarks.rows.chosen.connect(lambda remark: self.area.choose(remark.start, remark.end))
        self.remarks.rows.mended.connect(self.mend)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes through, in order."""
        return (*self.start.examples, self.area, self.said.button, self.remarks.rows)

    # What is written --------------------------------------------------------------------------------------------------

    def open(self, text: str) -> None:
        """Show another text."""
        self.say("")
        self.area.open(text)
        self._rest.stop()

    def _text_changed(self) -> None:
        self.start.setVisible(not self.area.text())
        self._rest.start()
        self.changed.emit()

    def _write(self, text: str) -> None:
        self.area.take(text)
        self.area.setFocus()

    def say(self, sentence: str, undo: Callable[[], None] | None = None) -> None:
        """Say quietly what has been done, with a way back."""
        self.said.say(sentence, undo)

    # What is said of it -----------------------------------------------------------------------------------------------

    def show_understood(self, understood: Understood) -> None:
        """Show what is to be said of the text."""
        self._understood = understood
        self.show_remarks()

    def show_remarks(self) -> None:
        """Show all remarks but those on what is being typed."""
        shown = self._understood.remarks
        if self._rest.isActive() and self.area.hasFocus():
            at = self.area.at
            shown = tuple(remark for remark in shown if not remark.start <= at <= remark.end)
        is_held_back = len(shown) < len(self._understood.remarks)
        said = sentence_of(self._understood)
        if not said and not (is_held_back and not shown):
            said = count_words(shown, runs=self._understood.plan is not None)
        self.status.say(said, "slower" if self._understood.error else "quiet")
        self.area.underline(shown)
        n_before = len(self.remarks.rows.remarks)
        self.remarks.show_remarks(shown)
        self._moved()
        if len(shown) != n_before:
            self._arrange()

    def _moved(self) -> None:
        at = self.area.at
        here = self.area.remark_at(at)
        self.area.setAccessibleDescription(here.said if here is not None else self.status.text())
        if self.area.hasFocus():
            self.remarks.choose(here)
        self.moved.emit(at)

    def next(self, by: int) -> None:
        """Go to the next remark, or the one before; round the ends."""
        self._rest.stop()
        self.show_remarks()
        found = self.remarks.rows.remarks
        if not found:
            return
        at = self.area.chosen_from
        here = [remark for remark in found if (remark.start > at if by > 0 else remark.start < at)]
        remark = (here[0] if by > 0 else here[-1]) if here else found[0 if by > 0 else -1]
        self.area.setFocus()
        self.area.choose(remark.start, remark.end)
        self.remarks.choose(remark)

    def mend_here(self) -> None:
        """Take the mend of the remark that the cursor stands in."""
        self._rest.stop()
        self.show_remarks()
        remark = self.area.remark_at(self.area.at)
        if remark is not None and remark.offer:
            self.mend(remark)

    def mend(self, remark: Remark) -> None:
        """Take a mend; one of a text that is no longer there is none."""
        if self._understood.text == self.area.text():
            self.area.put(remark.start, remark.end, remark.instead)
            self._rest.stop()

    # Where it stands --------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        self._arrange()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the panel of the text."""
        painter = QPainter(self)
        colours = design.palette()
        painter.fillRect(event.rect(), colours.of("ground"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.of("quiet" if self.area.hasFocus() else "line"), 1.4))
        painter.setBrush(colours.of("panel"))
        panel = QRectF(0, 0, self.width(), self._paper)
        painter.drawRoundedRect(panel.adjusted(1, 1, -1, -1), design.RADIUS, design.RADIUS)
        painter.end()

    @property
    def _paper(self) -> int:
        """Height of the panel: remarks come once the keys rest, and it is only its foot that makes room."""
        most = max(1, min(4, self.height() // 120))
        return self.height() - STATUS - ROW * min(most, len(self.remarks.rows.remarks))

    def _arrange(self) -> None:
        width, paper = self.width(), self._paper
        font = design.lettering(design.LEAD if width >= LARGE_FROM and self.height() > 300 else design.BODY)
        if font != self.area.font():
            self.area.setFont(font)
        self.area.setGeometry(12, 8, width - 16, paper - 16)
        room = self.area.viewport().rect()
        self.start.setGeometry(room.adjusted(0, self.area.fontMetrics().lineSpacing() + 14, -8, 0))
        self.status.setVisible(self.said.isHidden())
        self.status.setGeometry(2, paper + 2, width - 4, STATUS - 2)
        self.said.setGeometry(2, paper + 2, width - 4, STATUS - 2)
        self.remarks.setVisible(bool(self.remarks.rows.remarks))
        self.remarks.setGeometry(0, paper + STATUS, width, self.height() - paper - STATUS)
        self.update()
