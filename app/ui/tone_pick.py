"""A choice of a sound: its pitches drawn as a roll of a musical box, its name, and the way to the next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.audio.synth import HIGH, LOW, MIDDLE, NAMES, PATTERNS, TOP
from app.core.tongue import tr
from app.ui import design
from app.ui.cue_names import tone_words
from app.ui.ring import paint_ring
from app.ui.text import fitted

ARROW = 16
"""Width of the ways to the one before and the next."""
ROLL = 32
"""Width of the drawn sound."""
NAME = 56
"""Room for the longest name."""
PX_PER_MS = 0.055
"""Short sounds are drawn to one measure; a long one fills the roll."""
_LEVELS = {LOW: 0, MIDDLE: 1, HIGH: 2, TOP: 3}


class TonePick(QAbstractButton):
    """Goes through the sounds, the kind's own first: arrows, a press, Space or Enter."""

    def __init__(self, cue: str, own: str, chosen: Callable[[str], None], parent: QWidget) -> None:
        """Make the choice.

        Args:
            cue: the name of the cue, for assistive technology.
            own: the sound that the cue has unless another is chosen.
            chosen: called with the name of a sound.
            parent: of the widget.
        """
        super().__init__(parent)
        self.names = (own, *(name for name in NAMES if name != own))
        self.faint = False
        self._cue, self._chosen, self._name = cue, chosen, own
        self._step = 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: self._turn(self._step))
        self.show_value(own, faint=False)

    def show_value(self, name: str, *, faint: bool) -> None:
        """Show a sound; its own where the name is none that is known."""
        self._name = name if name in self.names else self.names[0]
        self.faint = faint
        self.setText(tone_words(self._name))
        self.setAccessibleName(tr("{cue}: sound {sound}").format(cue=self._cue, sound=self.text()))
        self.update()

    def _turn(self, step: int) -> None:
        self._step = 1
        self._chosen(self.names[(self.names.index(self._name) + step) % len(self.names)])

    def sizeHint(self) -> QSize:
        """Return the room for arrows, roll and name."""
        return QSize(2 * ARROW + ROLL + 8 + NAME + 6, 36)

    @property
    def room(self) -> QRectF:
        """Where the name stands."""
        left = ARROW + ROLL + 13
        return QRectF(left, 0, self.width() - ARROW - left - 2, self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note on which side it was pressed."""
        self._step = -1 if event.position().x() < ARROW else 1
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back and on by arrows."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            self._step = 1
            super().keyPressEvent(event)
        else:
            self._turn(step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the roll and the name between the arrows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = design.palette()
        tone = colours.of("quiet" if self.faint else "ink")
        middle = self.height() / 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.of("ink" if self.underMouse() or self.hasFocus() else "quiet"), 1.6))
        for x, side in ((ARROW / 2, 1.0), (self.width() - ARROW / 2, -1.0)):
            painter.drawPolyline(
                [
                    QPointF(x + 2.5 * side, middle - 5),
                    QPointF(x - 2.5 * side, middle),
                    QPointF(x + 2.5 * side, middle + 5),
                ]
            )
        box = QRectF(ARROW + 1, middle - 14, ROLL + 6, 28)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.of("panel"))
        painter.drawRoundedRect(box, 4, 4)
        paint_roll(painter, self._name, box.adjusted(3, 5, -3, -5), tone)
        room = self.room
        painter.setPen(tone)
        fitted(painter, self.text(), room.width(), design.SMALL)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        paint_ring(painter, self)
        painter.end()


def paint_roll(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Draw a sound: time to the right, its four pitches upwards; the bell as a stroke that dies away."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if name == "bell":
        dying = QPainterPath(box.topLeft())
        dying.cubicTo(QPointF(box.left() + 8, box.bottom() - 7), box.center(), QPointF(box.right(), box.bottom() - 1))
        dying.lineTo(box.right(), box.bottom())
        dying.lineTo(box.bottomLeft())
        dying.closeSubpath()
        painter.drawPath(dying)
    else:
        pattern = PATTERNS[name]
        scale = min(PX_PER_MS, box.width() / sum(ms for _pitch, ms in pattern))
        step = (box.height() - 4) / (len(_LEVELS) - 1)
        x = box.left()
        for pitch, ms in pattern:
            width = ms * scale
            if pitch in _LEVELS:
                y = box.bottom() - 4 - step * _LEVELS[pitch]
                painter.drawRoundedRect(QRectF(x, y, max(2.5, width - 0.6), 4), 1.2, 1.2)
            x += width
    painter.restore()
