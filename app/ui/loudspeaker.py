"""Where it sounds: the output, how late the loudspeaker is, and the treadmill whose speed the voice says."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.calibrate import MOST_OFFSET_MS
from app.core.pace import Belt
from app.core.tongue import tr
from app.core.units import Millis
from app.ui import design
from app.ui.keycap import Button
from app.ui.options import PAD, Options
from app.ui.text import Text

OFFSET_STEP_MS: Millis = 5
HEAD, LINE = 40, 44
LABEL = 84
"""Width of the labels at the left."""


class Setter(Protocol):
    """Takes what a person sets of the loudspeaker and the treadmill."""

    def use_output(self, output: str) -> None:
        """Play by another output."""
        ...

    def use_offset(self, offset_ms: Millis) -> None:
        """Let cues leave so much earlier."""
        ...

    def use_belt(self, belt: Belt | None) -> None:
        """Say a treadmill's speed in this unit, or not at all."""
        ...

    def calibrate(self) -> None:
        """Find the offset by tapping along."""
        ...


class Loudspeaker(QWidget):
    """Sets the output and the offset."""

    HEIGHT = HEAD + LINE + 44 + LINE + 50

    def __init__(self, setter: Setter, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("loudspeaker"))
        self._offset_ms: Millis = 0
        self.heading = Text(tr("Loudspeaker"), design.LEAD, design.SEMIBOLD, parent=self)
        self.output_label = Text(tr("output"), design.SMALL, tone="quiet", parent=self)
        outputs = (
            (tr("automatic"), "auto"), ("simpleaudio", "simpleaudio"), ("miniaudio", "miniaudio"),
            (tr("silent"), "silent"),
        )  # fmt: skip
        self.output = Options(tr("output"), outputs, setter.use_output, self)
        self.state = Text("", design.SMALL, tone="quiet", parent=self).wrapped()
        self.offset_label = Text(tr("late by"), design.SMALL, tone="quiet", parent=self)
        self.less = Button("−", parent=self)
        self.figure = Text("0 ms", design.LEAD, design.SEMIBOLD, parent=self)
        self.more = Button("+", parent=self)
        self.tap = Button(tr("Tap along"), parent=self)
        self.note = Text("", design.SMALL, tone="quiet", parent=self).wrapped()
        self.figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for text in (self.state, self.note):
            text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for button, step, name in (
            (self.less, -OFFSET_STEP_MS, tr("late by {n} ms less")),
            (self.more, OFFSET_STEP_MS, tr("late by {n} ms more")),
        ):
            button.setAccessibleName(name.format(n=OFFSET_STEP_MS))
            button.setAutoRepeat(True)
            button.clicked.connect(lambda _checked, step=step: setter.use_offset(self._offset_ms + step))
        self.tap.setAccessibleName(tr("tap along to find how late the loudspeaker is"))
        self.tap.clicked.connect(lambda _checked: setter.calibrate())
        self.say_note()

    def show_choices(self, output: str, offset_ms: Millis) -> None:
        """Show what is set."""
        self.output.show_value(output)
        self._offset_ms = offset_ms
        self.figure.say(f"{offset_ms} ms".replace("-", "−"))
        self.figure.setAccessibleName(tr("late by {n} milliseconds").format(n=offset_ms))
        self.less.setEnabled(offset_ms > -MOST_OFFSET_MS)
        self.more.setEnabled(offset_ms < MOST_OFFSET_MS)

    def say_note(self) -> None:
        """Say what the offset is for."""
        self.note.say(tr("Cues leave that much earlier, to be heard on time."), "quiet")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out: labels at the left, what is set beside them."""
        width = self.width()
        self.heading.setGeometry(0, 0, width, HEAD - 6)
        y = HEAD + 2
        self.output_label.setGeometry(0, y - 3, LABEL - 8, LINE - 4)
        self.output.setGeometry(LABEL - PAD, y, width - LABEL + PAD, LINE - 4)
        y += LINE - 2
        self.state.setGeometry(LABEL, y, width - LABEL, 46)
        y += 50
        self.offset_label.setGeometry(0, y, LABEL - 8, 36)
        x = LABEL
        for part, wide in ((self.less, 38), (self.figure, 92), (self.more, 38)):
            part.setGeometry(x, y, wide, 36)
            x += wide
        tap = self.tap.sizeHint().width() - 10
        self.tap.setGeometry(min(x + 16, width - tap), y, tap, 36)
        self.note.setGeometry(LABEL, y + 42, width - LABEL, 46)
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line below the heading."""
        painter = QPainter(self)
        painter.fillRect(QRectF(0, HEAD - 1, self.width(), 1), design.palette().of("line"))
        painter.end()


class Treadmill(QWidget):
    """Sets the unit of a treadmill's speed."""

    HEIGHT = 50

    def __init__(self, setter: Setter, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("treadmill"))
        self.label = Text(tr("treadmill"), design.SMALL, tone="quiet", parent=self)
        belts = ((tr("off"), None), *((belt.value, belt) for belt in Belt))
        self.belt: Options[Belt | None] = Options(tr("treadmill"), belts, setter.use_belt, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out as a row of the loudspeaker's."""
        self.label.setGeometry(0, 1, LABEL - 8, 40)
        self.belt.setGeometry(LABEL - PAD, 4, self.width() - LABEL + PAD, 40)
        super().resizeEvent(event)
