"""The hero: a clock as large as the page lets it be, of which only the changed digits are painted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.tongue import tr
from app.ui import design
from app.ui.board import Clock

PART = 0.5
"""Height of the tenths beside the seconds."""
ROUND = 0.02
"""How far a round digit reaches over the line and under it, in parts of its height."""
BEARING = 0.024
"""The empty part at the left of the widest digit, 4, in parts of the lettering's height."""


@dataclass(frozen=True, slots=True)
class _Cell:
    character: str
    box: QRect
    """What is painted anew when the character changes."""
    width: float
    baseline: float
    """Below the top of the box."""
    is_part: bool


class Hero(QWidget):
    """Shows a clock; `show_clock` at each frame costs the digits that changed."""

    PAD = 16
    """Pixels left free at both sides, so that the first digit's edge can stand on the page's margin."""
    HIGH = 0.94
    """Height of the digits in parts of the widget's, where the width allows it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 60)
        self.setAccessibleName(tr("clock"))
        self.centred = False
        self.tone = "ink"
        self._clock = Clock("0:00", ".0", "")
        self._cells: list[_Cell] = []
        self._px = 0.0
        self._glyphs: dict[tuple[str, bool, str], QPixmap] = {}

    @property
    def shown(self) -> str:
        """The text that is shown."""
        return self._clock.whole + self._clock.part

    def sizeHint(self) -> QSize:
        """Return a size that a page may shrink."""
        return QSize(800, 320)

    def show_clock(self, clock: Clock, tone: str = "ink") -> None:
        """Show a time."""
        if clock == self._clock and tone == self.tone:
            return
        old, self._clock = self._clock, clock
        if (len(clock.whole), len(clock.part), tone) != (len(old.whole), len(old.part), self.tone) or not self._cells:
            self.tone = tone
            self._lay_out()
            self.update()
            return
        for index, character in enumerate(clock.whole + clock.part):
            cell = self._cells[index]
            if cell.character != character:
                self._cells[index] = replace(cell, character=character)
                self.update(cell.box)

    def repaint_all(self) -> None:
        """Paint everything anew, as after a change of palette."""
        self._glyphs.clear()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the largest digits that fit."""
        self._glyphs.clear()
        self._lay_out()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells that lie in what is asked for."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), design.palette().of("ground"))
        for cell in self._cells:
            if event.region().intersects(cell.box):
                painter.drawPixmap(cell.box.topLeft(), self._glyph(cell))
        painter.end()

    def _lay_out(self) -> None:
        whole, part = self._clock.whole, self._clock.part
        unit = QFontMetricsF(design.lettering(1000, design.BOLD))
        digit, colon = unit.horizontalAdvance("0") / 1000, unit.horizontalAdvance(":") / 1000
        capital = unit.capHeight() / 1000
        ems = sum(digit if character.isdigit() else colon for character in whole)
        ems += PART * sum(digit if character.isdigit() else colon for character in part)
        px = min((self.width() - 2 * self.PAD) / max(ems, 0.1), self.HIGH * self.height() / capital)
        if abs(px - self._px) > 0.01:
            self._px = px
            self._glyphs.clear()
        left = (self.width() - ems * px) / 2 if self.centred else self.PAD - BEARING * px
        cells = []
        foot = (self.height() + capital * px) / 2
        for text, scale, is_part in ((whole, 1.0, False), (part, PART, True)):
            tall = (capital + 2 * ROUND) * px * scale
            for character in text:
                width = (digit if character.isdigit() else colon) * px * scale
                top = foot - tall + ROUND * px * scale
                box = QRectF(left, top, width, tall).toAlignedRect()
                cells.append(_Cell(character, box, width, foot - box.top(), is_part))
                left += width
        self._cells = cells

    def _glyph(self, cell: _Cell) -> QPixmap:
        tone = "quiet" if cell.is_part and self.tone == "ink" else self.tone
        key = (cell.character, cell.is_part, tone)
        glyph = self._glyphs.get(key)
        if glyph is None:
            glyph = self._drawn(cell, design.palette().of(tone))
            self._glyphs[key] = glyph
        return glyph

    def _drawn(self, cell: _Cell, colour: QColor) -> QPixmap:
        ratio = self.devicePixelRatioF()
        glyph = QPixmap(round(cell.box.width() * ratio), round(cell.box.height() * ratio))
        glyph.setDevicePixelRatio(ratio)
        glyph.fill(design.palette().of("ground"))
        font = design.lettering(
            self._px * (PART if cell.is_part else 1), design.SEMIBOLD if cell.is_part else design.BOLD
        )
        painter = QPainter(glyph)
        painter.setFont(font)
        painter.setPen(colour)
        advance = QFontMetricsF(font).horizontalAdvance(cell.character)
        painter.drawText(QPointF((cell.width - advance) / 2, cell.baseline), cell.character)
        painter.end()
        return glyph
