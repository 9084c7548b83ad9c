"""The banner: one sentence that needs an answer, with its answers beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui import design
from app.ui.keycap import Button
from app.ui.text import Text


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
        """Return the height it needs: one line beside its answers, or two where the window is narrow."""
        return 68 if width > 900 else 120

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
        flat = width > 900
        x = width - 24
        y = 12 if flat else self.height() - 54
        for button in reversed(self.buttons):
            size = button.sizeHint()
            x -= size.width()
            button.setGeometry(x, y, size.width(), size.height())
            x -= 12
        self.sentence.setGeometry(
            24, 6, (x if flat else width) - 36, self.height() - 12 if flat else self.height() - 64
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the panel, and its colour at the left."""
        painter = QPainter(self)
        colours = design.palette()
        painter.fillRect(self.rect(), colours.of("panel"))
        painter.fillRect(0, 0, 6, self.height(), colours.of(self._tone))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.of("line"))
        painter.end()
