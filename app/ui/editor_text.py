"""The text of the editor: plain, with what is said of it underlined, and every change of it one step to undo.

Rules of the file: no line is so long that a key would wait for it, and no more comes in by one paste than may be read.

Source: measured offscreen; Qt lays one line of 100,000 characters out in 40 ms at each key, lines of 2,000 in 1 ms.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QToolTip, QWidget

from app.core.bounds import TEXT_CHARS
from app.core.tongue import tr
from app.ui.editor_places import Places, folded, same_ends
from app.ui.editor_remarks import Remark
from app.ui.editor_underline import paint_dots, paint_wave, stretches
from app.ui.scroll import ThinBar

LINE_CHARS = 2_000
"""A longer line is folded as it comes in. No coach writes one."""


class TextArea(QPlainTextEdit):
    """Where the workout is written."""

    refused = Signal(str)
    """Why something was not taken."""
    wants_next = Signal(int)
    """To the next remark, or the one before."""
    wants_mend = Signal()
    focused = Signal()
    """The focus has come, or gone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("the workout, as a coach writes it"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ThinBar("panel"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.viewport().setAutoFillBackground(False)
        clear = QPalette()
        clear.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)  # the page paints the panel
        self.setPalette(clear)
        self.document().setDocumentMargin(4)
        self._text, self._places = "", Places("")
        self._remarks: tuple[Remark, ...] = ()
        self._lined: list[tuple[Remark, QTextCursor]] = []
        """With their place, which moves with the text."""
        self.textChanged.connect(self._changed)

    def text(self) -> str:
        """Return the text."""
        return self._text

    def _changed(self) -> None:
        self._text = self.toPlainText()
        self._places = Places(self._text)

    # Changing it ------------------------------------------------------------------------------------------------------

    def open(self, text: str) -> None:
        """Show another text; what was done to the one before cannot be undone."""
        self._remarks = ()
        self._lined = []
        self.setPlainText(folded(text[: TEXT_CHARS + 1], LINE_CHARS))  # one more than may be read: it is said

    def take(self, text: str) -> None:
        """Change the text into another, as one step to undo; the cursor stays where it was."""
        before, behind = same_ends(self._text, text)
        if before + behind < max(len(text), len(self._text)):
            self.put(before, len(self._text) - behind, text[before : len(text) - behind])

    def put(self, start: int, end: int, words: str) -> None:
        """Write words in the place of others, as one step to undo."""
        cursor = self._over(start, end)
        cursor.beginEditBlock()
        cursor.insertText(words)
        cursor.endEditBlock()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text alone; a file that is dropped is the window's to open."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted or dropped, as far as it may be read."""
        text = source.text().replace("\r\n", "\n").replace("\r", "\n")
        if len(self._text) + len(text) > TEXT_CHARS:
            said = tr("That is {n} characters more; a text may have {most}. Paste less at a time.")
            self.refused.emit(said.format(n=f"{len(text):,}", most=f"{TEXT_CHARS:,}"))
            return
        self.textCursor().insertText(folded(text, LINE_CHARS))
        self.ensureCursorVisible()

    # Where the cursor is ----------------------------------------------------------------------------------------------

    @property
    def at(self) -> int:
        """Which character the cursor stands before."""
        return self._places.to_text(self.textCursor().position())

    @property
    def chosen_from(self) -> int:
        """The first character that is chosen, or the one before which the cursor stands."""
        return self._places.to_text(self.textCursor().selectionStart())

    def choose(self, start: int, end: int) -> None:
        """Choose characters, and bring them into view."""
        self.setTextCursor(self._over(start, end))
        self.ensureCursorVisible()

    def remark_at(self, at: int) -> Remark | None:
        """Return what is said of a place; the shortest where there are several."""
        here = [remark for remark in self._remarks if remark.start <= at <= remark.end]
        return min(here, key=lambda remark: remark.end - remark.start, default=None)

    def _over(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(self._places.to_qt(start), last))
        cursor.setPosition(min(self._places.to_qt(end), last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # What is said of it -----------------------------------------------------------------------------------------------

    def underline(self, remarks: Sequence[Remark]) -> None:
        """Underline what was not understood with a wave, and what was taken at a guess with dots."""
        if not remarks and not self._lined:
            return
        self._remarks = tuple(remarks)
        self._lined = [(remark, self._over(remark.start, remark.end)) for remark in remarks]
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then the lines under it; a change of the text moves them before it is read."""
        super().paintEvent(event)
        if not self._lined:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for remark, cursor in self._lined:
            start, end = cursor.selectionStart(), cursor.selectionEnd()
            block = self.document().findBlock(start)
            while block.isValid() and block.position() < end:
                box = self.blockBoundingGeometry(block).translated(self.contentOffset())
                if box.top() > self.viewport().height():
                    break
                if box.bottom() >= 0:
                    first = block.position()
                    for line in stretches(block, box.topLeft(), start - first, end - first):
                        (paint_dots if remark.is_doubt else paint_wave)(painter, line.topLeft(), line.width())
                block = block.next()
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Say what is said of the place that a pointer rests on."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self.viewport().mapFromGlobal(event.globalPos())
            remark = self.remark_at(self._places.to_text(self.cursorForPosition(at).position()))
            QToolTip.showText(event.globalPos() + QPoint(0, 8), remark.said if remark is not None else "", self)
            return True
        return bool(super().event(event))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell it."""
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell it."""
        super().focusOutEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from one remark to the other with F8, and take its mend with Ctrl and a full stop."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_F8:
            self.wants_next.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Period and control:
            self.wants_mend.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            event.ignore()  # the page's
        else:
            super().keyPressEvent(event)
