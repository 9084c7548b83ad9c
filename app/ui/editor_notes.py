"""Quiet lines of the editor: what an import could not carry, and what has just been done, with its undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.tongue import tr
from app.ui import design
from app.ui.shortened import Shortened
from app.ui.text import Text
from app.ui.word_button import WordButton

MOST = 4
"""Sentences that are shown; the others are counted."""
PAD, LINE = 12, 24


class Told(QWidget):
    """What an import could not carry; stays until it is waved away."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sentences: tuple[str, ...] = ()
        self.label = Shortened("", design.SMALL, tone="quiet", parent=self)
        self.label.setWordWrap(True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.button = WordButton(tr("good", "seen"), tr("take these notes away"), self)
        self.button.clicked.connect(lambda: self.tell(()))
        self.hide()

    def tell(self, sentences: tuple[str, ...]) -> None:
        """Show these; none takes it away."""
        self.sentences = sentences
        shown = [f"{said[:1].upper()}{said[1:]}".rstrip(".") + "." for said in sentences[:MOST]]
        more = len(sentences) - MOST
        if more > 0:
            shown.append(tr("And {n} more.").format(n=more))
        self.label.say("\n".join(shown))
        self.setAccessibleName(" ".join(shown))
        self.setVisible(bool(sentences))
        self.changed.emit()

    def height_at(self, width: int) -> int:
        """Return the height it needs in a width."""
        if not self.sentences:
            return 0
        room = max(80, width - 2 * PAD - self.button.sizeHint().width() - 8)
        metrics = self.label.fontMetrics()
        lines = sum(-(-metrics.horizontalAdvance(said) // (room - 12)) or 1 for said in self.label.text().split("\n"))
        return min(6, lines) * metrics.lineSpacing() + 2 * 8 + 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        size = self.button.sizeHint()
        self.button.setGeometry(self.width() - size.width() - 6, 4, size.width(), 30)
        self.label.setGeometry(PAD + 4, 8, self.width() - 2 * PAD - size.width() - 8, self.height() - 14)
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the panel, and a bar at its left."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = design.palette()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.of("panel"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.fillRect(QRectF(0, 6, 3, self.height() - 12), colours.of("quiet"))
        painter.end()


class Said(QWidget):
    """What has just been done, and its undo; one line that takes the place of the keys at the foot."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._undo: Callable[[], None] | None = None
        self.sentence = Text("", design.SMALL, parent=self)
        self.button = WordButton(tr("undo"), tr("undo what has just been done"), self)
        self.button.clicked.connect(self._take_back)
        self.hide()

    def say(self, sentence: str, undo: Callable[[], None] | None = None) -> None:
        """Say what has been done; an empty sentence takes the line away."""
        self._undo = undo
        self.sentence.say(sentence)
        self.setAccessibleName(sentence)
        self.button.setVisible(undo is not None)
        self.setVisible(bool(sentence))
        self._arrange()
        self.changed.emit()

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self.say("")
        if undo is not None:
            undo()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        size = self.button.sizeHint()
        room = self.width() - (size.width() + 8 if self._undo is not None else 0)
        wide = min(room, self.sentence.fontMetrics().horizontalAdvance(self.sentence.text()) + 4)
        self.sentence.setGeometry(0, 0, wide, self.height())
        self.button.setGeometry(wide + 8, (self.height() - 30) // 2, size.width(), 30)
