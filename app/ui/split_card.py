"""The pace card: a race's laps as a picture, and its marks by both conventions, each with its time.

Rules of the file: the figures are those of the plan, exact and rounded once, here. The convention in force is written
in ink, the other one quietly, and each under its own name: they are never mixed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.core.racecard import CardRow
from app.core.tongue import tr
from app.core.track import Convention
from app.core.units import format_lap, format_metres, format_time
from app.ui import design
from app.ui.text import fitted

PICTURE, NAMES = 136, 24
"""Height of the bars with the marks under them, and of the marks."""
AIR, HEAD, ROW = 14, 50, 30
BESIDE = 420
"""From this width on the two conventions stand side by side."""
GAP = 28
LEAST_SPAN_S = 1.0
"""The bars span at least so much in seconds a 400, so that a tenth does not look like a surge."""
LEVEL, SPAN = 0.64, 0.34
"""Height of even pace, and of the span, in parts of the picture's: the lowest bar still holds its figure."""
CENTRE = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Card:
    """What the card shows."""

    laps: tuple[CardRow, ...] = ()
    """One for each lap, by the convention in force."""
    finish_line: tuple[CardRow, ...] = ()
    start_line: tuple[CardRow, ...] = ()
    convention: Convention = Convention.FINISH_LINE
    nothing: str = ""
    """Why there is nothing to show."""

    @property
    def sides(self) -> tuple[tuple[str, tuple[CardRow, ...], bool], ...]:
        """Name, rows, and whether it is in force, of both conventions."""
        at_finish = self.convention is Convention.FINISH_LINE
        return (
            (tr("at the finish line"), self.finish_line, at_finish),
            (tr("from the start line"), self.start_line, not at_finish),
        )

    @property
    def words(self) -> str:
        """All of it, for assistive technology."""
        parts = [
            f"{name}: " + "; ".join(f"{metres_words(row)} {time_words(row)}" for row in rows)
            for name, rows, _in_force in self.sides
        ]
        return ". ".join(parts) if self.laps else self.nothing


def metres_words(row: CardRow) -> str:
    """Write where a mark lies: `409.344`."""
    return format_metres(row.distance_m)


def time_words(row: CardRow) -> str:
    """Write when a mark is due, to a hundredth."""
    return format_time(row.time_s, 2)


class PaceCard(QWidget):
    """Shows a card."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("pace card"))
        self.card = Card()
        self._seen = QRectF()

    def show_card(self, card: Card) -> None:
        """Show this one."""
        if card != self.card:
            self.card = card
            self.setAccessibleDescription(card.words)
            self.update()

    def height_at(self, width: int) -> int:
        """Return the height that it needs."""
        if not self.card.laps:
            return 60
        sides = [HEAD + ROW * len(rows) for _name, rows, _in_force in self.card.sides]
        return PICTURE + AIR + (max(sides) if width >= BESIDE else sum(sides) + AIR) + 4

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, then the tables."""
        painter = QPainter(self)
        self._seen = QRectF(event.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card, colours = self.card, design.palette()
        if not card.laps:
            painter.setPen(colours.of("quiet"))
            painter.setFont(design.lettering(design.BODY))
            painter.drawText(self.rect(), LEFT.value | Qt.TextFlag.TextWordWrap.value, card.nothing)
            painter.end()
            return
        self._picture(painter, card.laps)
        beside = self.width() >= BESIDE
        wide = (self.width() - GAP) / 2 if beside else float(self.width())
        x, y = 0.0, float(PICTURE + AIR)
        for name, rows, in_force in card.sides:
            self._table(painter, QRectF(x, y, wide, HEAD + ROW * len(rows)), name, rows, in_force=in_force)
            if beside:
                x += wide + GAP
            else:
                y += HEAD + ROW * len(rows) + AIR
        painter.end()

    # The picture ----------------------------------------------------------------------------------------------------

    def _picture(self, painter: QPainter, laps: Sequence[CardRow]) -> None:
        """Paint a bar a lap, as wide as it is long, higher where it is run faster, with its seconds."""
        colours = design.palette()
        whole_m = laps[-1].distance_m
        even = laps[-1].time_s / whole_m * 400
        off = [float(even - lap.per_400_s) for lap in laps]
        span = max(LEAST_SPAN_S, max(off) - min(off))
        room = float(PICTURE - NAMES)
        level = LEVEL * room
        foot, x = room, 0.0
        for lap, faster in zip(laps, off, strict=True):
            wide = float(lap.since_m / whole_m) * self.width()
            tall = room - level - faster / span * SPAN * room
            box = QRectF(x + 1, tall, max(1.0, wide - 2), foot - tall)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.of("work"))
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(design.on(colours.of("work")))
            self._fit(painter, format_lap(lap.since_s, 1), QRectF(box.x(), foot - 32, box.width(), 30), design.LEAD)
            painter.setPen(colours.of("quiet"))
            name = format_metres(lap.distance_m, 0)
            self._fit(painter, name, QRectF(x - 6, foot, wide + 6, NAMES), design.SMALL, RIGHT)
            x += wide
        line = room - level
        painter.setPen(QPen(colours.of("ground"), 3))
        painter.drawLine(QLineF(0, line, self.width(), line))
        painter.setPen(QPen(colours.of("ink"), 1.4, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(0, line, self.width(), line))

    @staticmethod
    def _fit(painter: QPainter, text: str, box: QRectF, px: int, side: Qt.AlignmentFlag = CENTRE) -> None:
        """Write a text where it has room, a little smaller if need be; else nothing."""
        for size in (px, design.SMALL, 14):
            font = design.lettering(min(px, size), design.SEMIBOLD if px > design.SMALL else design.REGULAR)
            if QFontMetricsF(font).horizontalAdvance(text) <= box.width() - 4:
                painter.setFont(font)
                painter.drawText(box, side, text)
                return

    # The tables -----------------------------------------------------------------------------------------------------

    def _table(self, painter: QPainter, room: QRectF, name: str, rows: Sequence[CardRow], *, in_force: bool) -> None:
        colours = design.palette()
        ink = colours.of("ink" if in_force else "quiet")
        x, y, wide = room.x(), room.y(), room.width()
        painter.setPen(ink)
        fitted(painter, name, wide, design.SMALL, design.SEMIBOLD if in_force else design.REGULAR)
        painter.drawText(QRectF(x, y, wide, 24), LEFT, name)
        painter.setPen(colours.of("quiet"))
        shares = ((0.0, 0.34), (0.34, 0.67), (0.67, 1.0))
        cells = tuple(QRectF(x + left * wide, y, (right - left) * wide, 0) for left, right in shares)
        for cell, head in zip(cells, (tr("mark, m"), tr("time"), tr("lap")), strict=True):
            box = QRectF(cell.x(), y + 24, cell.width(), HEAD - 26)
            fitted(painter, head, cell.width() - 2, design.SMALL)
            painter.drawText(box, LEFT if cell is cells[0] else RIGHT, head)
        weight = design.MEDIUM if in_force else design.REGULAR
        said = [(metres_words(row), time_words(row), format_lap(row.since_s, 2)) for row in rows]
        longest = max((text for line in said for text in line), key=len)
        font = fitted(painter, longest, cells[0].width() - 2, design.BODY, weight)  # one size for all of it
        for number, line in enumerate(said):
            top = y + HEAD + number * ROW
            if not self._seen.intersects(QRectF(x, top, wide, ROW)):
                continue  # a race may have two thousand marks
            painter.setPen(QPen(colours.of("line"), 1))
            painter.drawLine(QLineF(x, top, x + wide, top))
            painter.setPen(ink)
            painter.setFont(font)
            for cell, text in zip(cells, line, strict=True):
                painter.drawText(QRectF(cell.x(), top, cell.width(), ROW), LEFT if cell is cells[0] else RIGHT, text)
