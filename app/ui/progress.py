"""Progress: a quiet line that says what is being done, and lets it be given up.

Rules of the file: what is done within `PATIENCE_MS` is never announced, for a line that flashes by tells nothing; and
nothing moves while nothing is done.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.tongue import tr
from app.ui import design
from app.ui.keycap import Button
from app.ui.text import Text

PATIENCE_MS = 300
FRAME_MS = 40
SWEEP_FRAMES = 45
"""Frames of the way from left to right, 1.8 s: calm, and yet seen to move."""
PART = 0.25
"""Of the line that moves."""
HEIGHT = 48


class Progress(QWidget):
    """Shows that something is under way; hidden otherwise."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._cancel: Callable[[], None] | None = None
        self._frame = 0
        self.is_under_way = False
        self.sentence = Text("", design.SMALL, tone="quiet", parent=self)
        self.button = Button(tr("Cancel"), parent=self)
        self.button.clicked.connect(self.cancel)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._appear)
        self._moves = QTimer(self)
        self._moves.setInterval(FRAME_MS)
        self._moves.timeout.connect(self._move)
        self.hide()

    def begin(self, sentence: str, cancel: Callable[[], None] | None = None) -> None:
        """Say what is being done, unless it ends soon.

        Args:
            sentence: such as `Reading 20,000 lines …`.
            cancel: gives it up; None where it cannot be.
        """
        self._cancel = cancel
        self.sentence.say(sentence)
        self.setAccessibleName(sentence)
        self.button.setVisible(cancel is not None)
        self._arrange()
        if not self.is_under_way:
            self.is_under_way = True
            self._frame = 0
            self._patience.start()

    def end(self) -> None:
        """Say that it is done."""
        self.is_under_way = False
        self._patience.stop()
        self._moves.stop()
        self.hide()

    def cancel(self) -> bool:
        """Give up what is being done.

        Returns:
            Whether there was something to be given up.
        """
        if not self.is_under_way or self._cancel is None:
            return False
        self.end()
        self._cancel()
        return True

    def sizeHint(self) -> QSize:
        """Return the room for the line and its button."""
        return QSize(400, HEIGHT)

    def _appear(self) -> None:
        self._moves.start()
        self.show()
        self.raise_()

    def _move(self) -> None:
        self._frame += 1
        self.update(self._line().toAlignedRect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        self._arrange()
        super().resizeEvent(event)

    def _room(self) -> int:
        return self.width() - (self.button.sizeHint().width() + 16 if self._cancel is not None else 0)

    def _arrange(self) -> None:
        size = self.button.sizeHint()
        y = (self.height() - size.height()) // 2
        self.button.setGeometry(self.width() - size.width(), y, size.width(), size.height())
        self.sentence.setGeometry(0, max(0, self.height() // 2 - 24), self._room(), 24)

    def _line(self) -> QRectF:
        return QRectF(0, self.height() // 2 + 8, self._room(), 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the line and the part of it that moves."""
        painter = QPainter(self)
        colours = design.palette()
        painter.fillRect(self.rect(), colours.of("ground"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        line = self._line()
        painter.setBrush(colours.of("line"))
        painter.drawRoundedRect(line, 2, 2)
        there = self._frame % (2 * SWEEP_FRAMES)
        share = (there if there < SWEEP_FRAMES else 2 * SWEEP_FRAMES - there) / SWEEP_FRAMES
        painter.setBrush(colours.of("quiet"))
        part = QRectF(line.x() + share * (1 - PART) * line.width(), line.y(), PART * line.width(), line.height())
        painter.drawRoundedRect(part, 2, 2)
        painter.end()
