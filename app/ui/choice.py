"""A choice of a few: the options side by side, the one that holds underlined."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from app.ui import design

V = TypeVar("V")


class Option(QAbstractButton):
    """One of the options."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for the word."""
        metrics = QFontMetrics(design.lettering(design.BODY, design.SEMIBOLD))
        return QSize(max(24, metrics.horizontalAdvance(self.text()) + 6), 30)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the word, and a line under the one that holds."""
        painter = QPainter(self)
        colours = design.palette()
        chosen = self.isChecked()
        painter.setFont(design.lettering(design.BODY, design.SEMIBOLD if chosen else design.REGULAR))
        painter.setPen(colours.of("ink" if chosen or self.underMouse() or self.hasFocus() else "quiet"))
        painter.drawText(QRectF(0, 0, self.width(), 26), Qt.AlignmentFlag.AlignCenter, self.text())
        if chosen or self.hasFocus():
            painter.fillRect(QRectF(3, 26, self.width() - 6, 2), colours.of("ink" if chosen else "quiet"))
        painter.end()


class ChoiceRow(QWidget, Generic[V]):
    """A row of options, of which one holds."""

    def __init__(
        self, name: str, options: Sequence[tuple[str, V]], chosen: Callable[[V], None], parent: QWidget | None = None
    ) -> None:
        """Make the row.

        Args:
            name: what is chosen, for assistive technology.
            options: word and value of each.
            chosen: called with the value that a person chose.
            parent: of the widget.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self._options = [(Option(word, self), value) for word, value in options]
        self._group = QButtonGroup(self)
        x = 0
        for button, value in self._options:
            button.setAccessibleName(f"{name} {button.text()}")
            self._group.addButton(button)
            size = button.sizeHint()
            button.setGeometry(x, 0, size.width(), size.height())
            x += size.width() + 8
            button.clicked.connect(lambda _checked, value=value: chosen(value))
        self.resize(x, 30)

    def show_value(self, value: V) -> None:
        """Show which one holds; none where it is none of them."""
        for button, each in self._options:
            if each == value:
                button.setChecked(True)
