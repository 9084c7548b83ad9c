"""What stands in the editor while nothing is written: three lines that show how it is done, each a press away."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.core.tongue import tr
from app.ui import design
from app.ui.ring import paint_ring
from app.ui.shortened import Shortened

EXAMPLES = (
    "10 min easy, 8 x 400m @ mile pace w/ 200m jog",
    "3 x (4 x 300 @ 1500 pace, 100 jog), 5 min between sets",
    "6-8 x 30 sec hill @ 90% effort, walk back",
)
"""Each shows another habit: parts in a row, sets, a range with an effort."""
ROW, LOW = 58, 34
PAD = 4
"""Left of the words: where the text itself begins."""


def _glosses() -> tuple[str, ...]:
    return (
        tr("Reps at a pace, with a jog between them"),
        tr("Sets of reps, with a rest between the sets"),
        tr("A range of reps, by effort"),
    )


class Example(QAbstractButton):
    """One example; a press writes it."""

    def __init__(self, text: str, gloss: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.example, self.gloss = text, gloss
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(gloss)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the room it is made for."""
        return QSize(300, ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what it does, and the line as it would be written."""
        painter = QPainter(self)
        colours = design.palette()
        lit = self.underMouse() or self.hasFocus()
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        is_low = self.height() < ROW - 6
        if not is_low:
            painter.setFont(design.lettering(design.MICRO))
            painter.setPen(colours.of("quiet"))
            painter.drawText(QRectF(PAD, 4, self.width() - 2 * PAD, 22), left, self.gloss)
        painter.fillRect(QRectF(PAD, self.height() - 1, self.width() - 2 * PAD, 1), colours.of("line"))
        painter.setFont(design.lettering(design.BODY if not is_low else design.SMALL))
        painter.setPen(colours.of("ink" if lit else "quiet"))
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 2 * PAD)
        line = QRectF(PAD, 0 if is_low else 25, self.width() - 2 * PAD, self.height() - 2 if is_low else 28)
        painter.drawText(line, left, words)
        paint_ring(painter, self)
        painter.end()


class EditorStart(QWidget):
    """Stands in the text's panel until something is written."""

    written = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.about = Shortened("", design.SMALL, tone="quiet", parent=self)
        self.about.say(tr("Or paste the club's e-mail: what is not understood is underlined, and the rest runs."))
        self.about.setWordWrap(True)
        self.about.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.examples = [Example(text, gloss, self) for text, gloss in zip(EXAMPLES, _glosses(), strict=True)]
        for example in self.examples:
            example.clicked.connect(lambda _checked, text=example.example: self.written.emit(text))
        self.about.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        width, height = self.width(), self.height()
        y = 0
        said = self.about.heightForWidth(width - 2 * PAD)
        self.about.setVisible(height >= y + said + 3 * LOW + 12)
        if not self.about.isHidden():
            self.about.setGeometry(PAD, y, width - 2 * PAD, said)
            y += said + 14
        tall = ROW if height - y >= 3 * ROW else LOW
        for example in self.examples:
            example.setVisible(y + tall <= height)
            example.setGeometry(0, y, width, tall)
            y += tall + (6 if tall == ROW else 0)
        super().resizeEvent(event)
