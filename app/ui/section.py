"""A section of settings: a heading, and below it one thing after another that can be set.

Rules of the file: it says how high it is at a width and stands in that; a label stands left of what it names where both
find room, else above it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui import design
from app.ui.options import PAD, UNDERLINE, Options, height_at
from app.ui.switch import LEFT as SWITCH
from app.ui.switch import Switch
from app.ui.text import Text

HEAD, LINE = 40, 44
FIELD = 40
NEAR = 16
"""Between the longest label and what is set beside it."""


@runtime_checkable
class Wrapping(Protocol):
    """Whatever says how high it is at a width."""

    def height_at(self, width: int) -> int:
        """Return the height that it needs."""
        ...


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of a section, with its label if it has one."""

    control: QWidget
    label: Text | None


class Section(QWidget):
    """Stands with its left edge on the margin; rings and switches begin a little before it, in `INSET`."""

    INSET = PAD
    REACHES = False
    """Whether what has no label reaches to the left edge, where its ring stands."""

    def __init__(self, heading: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(heading)
        self.heading = Text(heading, design.LEAD, design.SEMIBOLD, parent=self)
        self.items: list[Item] = []

    def add(self, control: QWidget, label: str = "") -> None:
        """Add something that can be set."""
        text = Text(label, design.SMALL, tone="quiet", parent=self).wrapped() if label else None
        self.items.append(Item(control, text))

    def note(self, text: str) -> Text:
        """Add a sentence on what stands above it."""
        said = Text(text, design.SMALL, tone="quiet", parent=self).wrapped()
        said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.items.append(Item(said, None))
        return said

    @property
    def lines(self) -> list[tuple[QWidget, ...]]:
        """The controls line by line, as the arrows go through them."""
        lines: list[tuple[QWidget, ...]] = []
        for item in self.items:
            if isinstance(item.control, Options):
                lines.append((item.control.holder,))
            elif item.control.focusPolicy() & Qt.FocusPolicy.TabFocus:
                lines.append((item.control,))
        return lines

    def height_at(self, width: int) -> int:
        """Return the height that it needs."""
        return self._places(width)[1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        self.arrange()
        super().resizeEvent(event)

    def arrange(self) -> None:
        """Put everything in its place."""
        self.heading.setGeometry(self.INSET, 0, self.width() - self.INSET, HEAD - 6)
        for widget, place in self._places(self.width())[0]:
            widget.setGeometry(place)

    def _places(self, width: int) -> tuple[list[tuple[QWidget, QRect]], int]:
        left = self.INSET
        room = width - left
        labels = [item.label for item in self.items if item.label is not None]
        beside = max((label.fontMetrics().horizontalAdvance(label.text()) for label in labels), default=0) + NEAR
        places: list[tuple[QWidget, QRect]] = []
        y = HEAD + 6
        for item in self.items:
            control, label = item.control, item.label
            if isinstance(control, Switch):
                tall = control.sizeHint().height() + 4
                places.append((control, QRect(left - SWITCH, y, room + SWITCH, tall)))
            elif isinstance(control, Text):
                tall = control.heightForWidth(room) + 10
                places.append((control, QRect(left, y, room, tall - 6)))
            elif label is not None:
                tall, more = self._labelled(control, label, QRect(left, y, room, 0), beside)
                places += more
            else:
                begin = 0 if self.REACHES else left
                tall = control.height_at(width - begin) if isinstance(control, Wrapping) else FIELD + 6
                places.append((control, QRect(begin, y, width - begin, tall)))
            y += tall
        return places, y + 4

    @staticmethod
    def _labelled(control: QWidget, label: Text, room: QRect, beside: int) -> tuple[int, list[tuple[QWidget, QRect]]]:
        """Return the height of a label with what it names, and their places."""
        inset = PAD if isinstance(control, Options) else 0
        least = control.least_width - 2 * PAD if isinstance(control, Options) else 160
        tall = height_at(design.BODY) if inset else FIELD
        x, y, width = room.x(), room.y(), room.width()
        if beside + least <= width:
            field = QRect(x + beside - inset, y + (LINE - tall) // 2, width - beside + inset, tall)
            words = QRect(x, field.y(), beside - 8, tall - (UNDERLINE if inset else 0))
            return LINE, [(label, words), (control, field)]
        return LINE + 22, [
            (label, QRect(x, y, width, 22)), (control, QRect(x - inset, y + 22, width + inset, tall)),
        ]  # fmt: skip

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line below the heading."""
        painter = QPainter(self)
        painter.fillRect(QRectF(self.INSET, HEAD - 1, self.width() - self.INSET, 1), design.palette().of("line"))
        painter.end()
