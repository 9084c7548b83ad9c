"""The tags of a workout: chips, and a field behind them. A comma or Enter makes a chip, Backspace takes one away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.core.bounds import TAG_CHARS, TAGS
from app.core.tongue import tr
from app.ui import design
from app.ui.entry import Entry
from app.ui.ring import paint_ring

MOST, CHARS = TAGS, TAG_CHARS
HEIGHT, APART, CROSS = 28, 6, 18
FIELD = 110
MOST_ROOM = 360
"""Chips that take more stand where there is room, the first of them first."""


class Tag(QAbstractButton):
    """A chip; a press takes it away."""

    def __init__(self, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(word)
        self.setAccessibleName(tr("take the tag {word} away").format(word=word))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the room for the word and the cross."""
        word = QFontMetrics(design.lettering(design.MICRO)).horizontalAdvance(self.text())
        return QSize(word + 14 + CROSS, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Delete and Enter take it away, as Space does."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = design.palette()
        lit = self.underMouse() or self.hasFocus()
        painter.setPen(colours.of("line"))
        painter.setBrush(colours.of("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), HEIGHT / 2, HEIGHT / 2)
        painter.setFont(design.lettering(design.MICRO))
        painter.setPen(colours.of("ink" if lit else "quiet"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(12, 0, self.width() - 12 - CROSS, HEIGHT - 1), left, self.text())
        middle = QRectF(self.width() - CROSS, 0, 8, HEIGHT).center()
        for way in (1, -1):
            painter.drawLine(
                int(middle.x() - 3), int(middle.y() - 3 * way), int(middle.x() + 3), int(middle.y() + 3 * way)
            )
        paint_ring(painter, self)
        painter.end()


class TagField(Entry):
    """Where a tag is typed; it has no panel of its own."""

    emptied = Signal()
    """Backspace, where nothing is typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("add a tag"), parent, design.MICRO)
        self.setAccessibleName(tr("tags of the workout"))
        self.setTextMargins(-2, 0, 0, 0)  # Qt has two of its own
        self.setMaxLength(CHARS + 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Backspace reach the chips where nothing is typed."""
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text on the ground, and a line under it while it has the focus."""
        painter = QPainter(self)
        colours = design.palette()
        painter.fillRect(self.rect(), colours.of("ground"))
        if self.hasFocus():
            painter.fillRect(0, self.height() - 3, self.width(), 2, colours.of("ink"))
        painter.end()
        super(Entry, self).paintEvent(event)


class Tags(QWidget):
    """Chips and field in a line; what has no room stands behind a count."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words: tuple[str, ...] = ()
        self.chips: list[Tag] = []
        self.field = TagField(self)
        self.field.textEdited.connect(self._typed)
        self.field.editingFinished.connect(self.take)
        self.field.emptied.connect(lambda: self._remove(self.words[-1]) if self.words else None)

    def show_words(self, words: Sequence[str]) -> None:
        """Show these tags."""
        kept = tuple(dict.fromkeys(word.strip()[:CHARS] for word in words if word.strip()))[:MOST]
        if kept == self.words:
            return
        self.words = kept
        for chip in self.chips:
            chip.deleteLater()
        self.chips = [Tag(word, self) for word in kept]
        for word, chip in zip(kept, self.chips, strict=True):
            chip.clicked.connect(lambda _checked, word=word: self._remove(word))
            chip.show()
        before: QWidget = self
        for each in (*self.chips, self.field):
            if before is not self:
                QWidget.setTabOrder(before, each)
            before = each
        self._arrange()

    @property
    def needed(self) -> int:
        """The room for the chips, up to a bound, and the field."""
        wide = sum(chip.sizeHint().width() + APART for chip in self.chips)
        return min(wide, MOST_ROOM) + FIELD

    def take(self) -> None:
        """Make a chip of what is typed."""
        typed = [part.strip() for part in self.field.text().split(",") if part.strip()]
        self.field.clear()
        if typed:
            self.show_words((*self.words, *typed))
            self.changed.emit()

    def _typed(self, text: str) -> None:
        if "," in text:
            self.take()

    def _remove(self, word: str) -> None:
        self.show_words([each for each in self.words if each != word])
        self.changed.emit()
        self.field.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        x, room = 0, self.width() - FIELD - APART
        for chip in self.chips:
            wide = chip.sizeHint().width()
            fits = x + wide <= room
            chip.setVisible(fits)
            if fits:
                chip.setGeometry(x, (self.height() - HEIGHT) // 2, wide, HEIGHT)
                x += wide + APART
        x += 4 if self.words else 0
        self.field.setGeometry(x, (self.height() - HEIGHT) // 2, min(FIELD + 40, self.width() - x), HEIGHT)
        self.field.setEnabled(len(self.words) < MOST)
