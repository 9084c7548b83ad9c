"""The banner: one sentence that needs an answer, with its answers beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui import design
from app.ui.keycap import Button
from app.ui.text import Text

WIDE, SIDE, APART = 900, 24, 12
"""From this width on the answers may stand beside the sentence; the margin; between two answers."""
FLAT, LINE = 68, 52
"""Height with the answers beside the sentence, and of a line of answers under it."""


class Banner(QWidget):
    """Lies along the top of a page until it is answered."""

    def __init__(self, changed: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._changed = changed
        self._tone = "work"
        self.sentence = Text("", design.BODY, design.MEDIUM, parent=self).wrapped()
        self.buttons: list[Button] = []
        self.hide()

    def ask(self, sentence: str, answers: Sequence[tuple[str, Callable[[], None]]], tone: str = "work") -> None:
        """Show a sentence and its answers, the first one filled; any answer takes the banner away."""
        for button in self.buttons:
            button.deleteLater()
        self._tone = tone
        self.sentence.say(sentence)
        self.setAccessibleName(sentence)
        self.buttons = []
        for number, (word, do) in enumerate(answers):
            button = Button(word, filled=number == 0 and len(answers) > 1, parent=self)
            button.clicked.connect(lambda _checked, do=do: self._answer(do))
            button.show()
            self.buttons.append(button)
        self.show()
        self.raise_()
        self._changed()

    def height_for(self, width: int) -> int:
        """Return the height it needs: of its sentence beside its answers, or above them where there is no room."""
        if self._is_flat(width):
            return FLAT
        said = self.sentence.heightForWidth(width - 2 * SIDE)
        return 10 + said + 10 + LINE * len(self._lines(width)) + 2

    def _is_flat(self, width: int) -> bool:
        taken = sum(button.sizeHint().width() + APART for button in self.buttons)
        room = width - 2 * SIDE - APART - taken
        return width > WIDE and self.sentence.heightForWidth(room) <= FLAT - 12

    def _lines(self, width: int) -> list[list[Button]]:
        """Break the answers into lines."""
        lines: list[list[Button]] = [[]]
        used = 0
        for button in self.buttons:
            needed = button.sizeHint().width()
            if lines[-1] and used + needed > width - 2 * SIDE:
                lines.append([])
                used = 0
            lines[-1].append(button)
            used += needed + APART
        return lines

    def _answer(self, do: Callable[[], None]) -> None:
        self.hide()
        self._changed()
        do()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        self.arrange()
        super().resizeEvent(event)

    def arrange(self) -> None:
        """Put the answers at the right, or under the sentence."""
        width = self.width()
        flat = self._is_flat(width)
        lines = [self.buttons] if flat else self._lines(width)
        y = 12 if flat else self.height() - LINE * len(lines)
        x = width - SIDE
        for line in lines:
            x = width - SIDE
            for button in reversed(line):
                size = button.sizeHint()
                x -= size.width()
                button.setGeometry(x, y, size.width(), size.height())
                x -= APART
            y += LINE
        tall = self.height() - 12 if flat else self.height() - LINE * len(lines) - 12
        self.sentence.setGeometry(SIDE, 6, (x if flat else width - SIDE) - SIDE, tall)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the panel, and its colour at the left."""
        painter = QPainter(self)
        colours = design.palette()
        painter.fillRect(self.rect(), colours.of("panel"))
        painter.fillRect(0, 0, 6, self.height(), colours.of(self._tone))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.of("line"))
        painter.end()
