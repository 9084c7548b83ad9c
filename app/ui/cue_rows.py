"""Rows of cues: a switch with the cue's name, its sound, its volume, and a button that lets it be heard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.core.cues import CueKind
from app.core.scheme import LOUDEST
from app.core.tongue import tr
from app.ui import design
from app.ui.choices import SoundChoices
from app.ui.cue_names import name_of
from app.ui.ring import paint_ring
from app.ui.switch import LEFT as INSET
from app.ui.switch import Switch
from app.ui.text import Text
from app.ui.tone_pick import ARROW, TonePick
from app.ui.volume import FIGURE, LEFT, Volume

HEAD = 40
"""Height of the line with the heading."""
TONE_ROW, WORDS_ROW = 44, 45
"""Least heights of a row."""
HEAR = 32
NARROW = 440
"""Below this width volumes have bars alone."""


class Setter(Protocol):
    """Takes what a person sets of one kind of cue."""

    def switch(self, kind: CueKind, *, on: bool) -> None:
        """Turn it on or off."""
        ...

    def use_tone(self, kind: CueKind, name: str) -> None:
        """Give it a sound."""
        ...

    def use_volume(self, kind: CueKind, percent: int) -> None:
        """Make it louder or softer."""
        ...

    def hear(self, kind: CueKind) -> None:
        """Let it be heard."""
        ...


class Hear(QAbstractButton):
    """Lets a cue be heard."""

    def __init__(self, cue: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("{cue}: hear it").format(cue=cue))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return its size."""
        return QSize(HEAR, 36)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a triangle that points to the right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = design.palette()
        lit = self.isDown() or self.underMouse() or self.hasFocus()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.of("ink" if lit else "quiet"))
        x, y = self.width() / 2 + 1, self.height() / 2
        painter.drawPolygon(QPolygonF([QPointF(x - 5, y - 7), QPointF(x + 7, y), QPointF(x - 5, y + 7)]))
        paint_ring(painter, self)
        painter.end()


class CueRow(QWidget):
    """One kind of cue."""

    def __init__(self, kind: CueKind, setter: Setter, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = kind
        name = name_of(kind)
        self.setAccessibleName(name)
        self.switch = Switch(name, self)
        self.switch.clicked.connect(lambda on: setter.switch(kind, on=on))
        self.pick = (
            None if kind.is_words else TonePick(name, kind.value, lambda tone: setter.use_tone(kind, tone), self)
        )
        self.volume = Volume(tr("{cue}: volume in percent").format(cue=name), self)
        self.volume.valueChanged.connect(lambda percent: setter.use_volume(kind, percent))
        self.hear = Hear(name, self)
        self.hear.clicked.connect(lambda: setter.hear(kind))

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """Its controls from left to right."""
        return tuple(each for each in (self.switch, self.pick, self.volume, self.hear) if each is not None)

    def show_choices(self, sound: SoundChoices, *, on: bool) -> None:
        """Show what is set of it."""
        self.switch.setChecked(on)
        if self.pick is not None:
            self.pick.show_value(sound.tones.get(self.kind, self.kind.value), faint=not on)
        self.volume.show_value(sound.volumes.get(self.kind, LOUDEST), faint=not on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the controls side by side; the name takes what is left."""
        width, height = self.width(), self.height()
        tall = 36
        top = (height - tall) // 2
        self.hear.setGeometry(width - HEAR, top, HEAR, tall)
        volume = self.volume.sizeHint().width() - (0 if width >= NARROW else FIGURE)
        x = width - HEAR - volume
        self.volume.setGeometry(x, top, volume, tall)
        if self.pick is not None:
            pick = self.pick.sizeHint().width()
            x -= pick
            self.pick.setGeometry(x, top, pick, tall)
        wanted = self.switch.sizeHint()
        self.switch.setGeometry(0, (height - wanted.height()) // 2, min(wanted.width(), x - 4), wanted.height())
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line below."""
        painter = QPainter(self)
        painter.setPen(QPen(design.palette().of("line"), 1))
        painter.drawLine(QPointF(INSET, self.height() - 0.5), QPointF(self.width(), self.height() - 0.5))
        painter.end()


class CueRows(QWidget):
    """A heading and the rows of some kinds of cue; heading and lines begin `INSET` from its left."""

    def __init__(self, heading: str, kinds: Sequence[CueKind], setter: Setter, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(heading)
        self.heading = Text(heading, design.LEAD, design.SEMIBOLD, parent=self)
        self.sound = Text(tr("sound"), design.SMALL, tone="quiet", parent=self)
        self.percent = Text(tr("volume, %"), design.SMALL, tone="quiet", parent=self)
        self.rows = tuple(CueRow(kind, setter, self) for kind in kinds)
        self.sound.setVisible(self.rows[0].pick is not None)
        self.least = TONE_ROW if self.rows[0].pick is not None else WORDS_ROW

    def show_choices(self, sound: SoundChoices, abouts: Mapping[CueKind, str]) -> None:
        """Show what is set, and what is said about some kinds below their names."""
        on = sound.as_scheme().on
        for row in self.rows:
            row.switch.say(abouts.get(row.kind, ""))
            row.show_choices(sound, on=row.kind in on)

    def height_of(self, row: int) -> int:
        """Return the height with rows of a height, or their least one."""
        return HEAD + len(self.rows) * max(row, self.least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out heading and rows."""
        step = (self.height() - HEAD) // len(self.rows)
        for number, row in enumerate(self.rows):
            row.setGeometry(0, HEAD + number * step, self.width(), step)
        first = self.rows[0]
        self.heading.setGeometry(INSET, 0, 150, HEAD - 6)
        volume = first.volume.x() + LEFT
        self.percent.setGeometry(volume, 8, self.width() - volume, HEAD - 14)
        if first.pick is not None:
            self.sound.setGeometry(first.pick.x() + ARROW, 8, volume - first.pick.x() - 30, HEAD - 14)
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line below the heading."""
        painter = QPainter(self)
        painter.fillRect(QRectF(INSET, HEAD - 1, self.width() - INSET, 1), design.palette().of("line"))
        painter.end()
