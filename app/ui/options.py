"""Options side by side in any size, the one that holds underlined; Tab enters, arrows choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from app.ui import design
from app.ui.ring import paint_ring

V = TypeVar("V")
PAD = 8
"""Left and right of a word; a row that is to stand on a margin begins so much before it."""
UNDERLINE = 7
"""Height of the line below a word, with its air."""


class Choice(QRadioButton):
    """One of the options: a radio button to assistive technology."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.px = design.BODY
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def width_at(self, px: int) -> int:
        """Return the room for the word at a height of the lettering."""
        return QFontMetrics(design.lettering(px, design.SEMIBOLD)).horizontalAdvance(self.text()) + 2 * PAD

    def sizeHint(self) -> QSize:
        """Return the room for the word and its underline."""
        return QSize(self.width_at(self.px), height_at(self.px))

    def hitButton(self, pos: QPoint) -> bool:
        """Let all of it be pressed."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the word, and a line under the one that holds."""
        painter = QPainter(self)
        colours = design.palette()
        chosen = self.isChecked()
        if not self.isEnabled():
            painter.setOpacity(0.35)
        painter.setFont(design.lettering(self.px, design.SEMIBOLD if chosen else design.REGULAR))
        painter.setPen(colours.of("ink" if chosen or self.underMouse() or self.hasFocus() else "quiet"))
        line = self.height() - UNDERLINE
        painter.drawText(QRectF(0, 0, self.width(), line), Qt.AlignmentFlag.AlignCenter, self.text())
        if chosen:
            painter.fillRect(QRectF(PAD, line, self.width() - 2 * PAD, 2), colours.of("ink"))
        paint_ring(painter, self)
        painter.end()


def height_at(px: int) -> int:
    """Return the height of a row of options."""
    return round(1.25 * px) + 12


class Options(QWidget, Generic[V]):
    """A row of options, of which one holds; its lettering shrinks where the room is narrow."""

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[str, V]],
        chosen: Callable[[V], None],
        parent: QWidget,
        px: int = design.BODY,
    ) -> None:
        """Make the row.

        Args:
            name: what is chosen, for assistive technology.
            options: word and value of each.
            chosen: called with the value that a person chose.
            parent: of the widget.
            px: height of the lettering where there is room.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self._px = px
        self._group = QButtonGroup(self)
        self.choices: list[tuple[Choice, V]] = []
        for word, value in options:
            choice = self.make_choice(word, value)
            choice.setAccessibleName(f"{name}: {word}")
            choice.clicked.connect(lambda _checked, choice=choice: chosen(self._value_of(choice)))
            self._group.addButton(choice)
            self.choices.append((choice, value))

    def offer(self, index: int, word: str, value: V) -> None:
        """Offer something else in a place."""
        choice = self.choices[index][0]
        if self.choices[index] != (choice, value) or choice.text() != word:
            self.choices[index] = (choice, value)
            choice.setText(word)
            choice.setAccessibleName(f"{self.accessibleName()}: {word}")
            self._arrange()

    def _value_of(self, choice: Choice) -> V:
        return next(value for each, value in self.choices if each is choice)

    def make_choice(self, word: str, _value: V) -> Choice:
        """Make one of the options; another look overrides it."""
        return Choice(word, self)

    def show_value(self, value: V) -> None:
        """Show which one holds, none where it is none of them; Tab enters the row there, or at the first."""
        had_focus = any(choice.hasFocus() for choice, _value in self.choices)
        holding = [choice for choice, each in self.choices if each == value]
        self._group.setExclusive(bool(holding))
        for choice, _value in self.choices:
            choice.setChecked(choice in holding)
        self._group.setExclusive(True)
        for choice, _value in self.choices:
            enters = choice is self.holder
            choice.setFocusPolicy(Qt.FocusPolicy.TabFocus if enters else Qt.FocusPolicy.NoFocus)
            if enters and had_focus:
                choice.setFocus()

    @property
    def holder(self) -> Choice:
        """The option that holds; the first where none does."""
        return next((choice for choice, _value in self.choices if choice.isChecked()), self.choices[0][0])

    def sizeHint(self) -> QSize:
        """Return the room at full size."""
        return QSize(sum(choice.width_at(self._px) for choice, _value in self.choices), height_at(self._px))

    @property
    def least_width(self) -> int:
        """The room at the smallest lettering."""
        return sum(choice.width_at(design.SMALL) for choice, _value in self.choices)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay them out anew."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        """Put the options side by side, as large as the width allows."""
        px = self._px
        while px > design.SMALL and sum(choice.width_at(px) for choice, _value in self.choices) > self.width():
            px -= 1
        x = 0
        for choice, _value in self.choices:
            choice.px = px
            width = choice.width_at(px)
            choice.setGeometry(x, (self.height() - height_at(px)) // 2, width, height_at(px))
            x += width
