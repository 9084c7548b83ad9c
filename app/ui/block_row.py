"""A block, painted: what is to be done and what it asks, its recovery under it, and its figures between − and +.

Rules of the file: under the pointer, and on the row that is chosen, the quiet words become dials; nothing else moves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.ui import design
from app.ui.block_words import Block, Dial, Shown

ROW, LINE = 68, 32
"""Height of a row, and of each line of dials beyond the first."""
INDENT, GRIP, MORE = 22, 24, 36
"""What a set stands in, and what is left for the grip at the left and the menu at the right."""
_TOP, _BAR, _BUTTON, _APART = 8, 4, 24, 12
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Cell:
    """A dial as it stands in its row; of one that does not turn the words alone."""

    number: int
    """Of the dial in its row."""
    dial: Dial
    words: QRectF
    minus: QRectF | None = None
    plus: QRectF | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """How a row is to be seen."""

    is_chosen: bool = False
    is_under: bool = False
    """The pointer is on it."""
    has_focus: bool = False
    dial: int = -1
    """Which of its dials the keys turn."""
    at: QPointF | None = None
    """The pointer, in the row."""
    is_dragged: bool = False


def bar_x(depth: int) -> float:
    """Return where the colour of a row stands."""
    return float(GRIP + depth * INDENT)


def words_x(depth: int) -> float:
    """Return where the words of a row begin."""
    return bar_x(depth) + _BAR + 12


def cells_of(shown: Shown, depth: int, width: float) -> tuple[Cell, ...]:
    """Lay the dials of a row out, in as many lines as they need."""
    metrics = QFontMetricsF(design.lettering(design.SMALL))
    left, right = words_x(depth), width - 12
    found: list[Cell] = []
    x, y = left, float(_TOP + 27)
    for number, dial in shown.live:
        words = metrics.horizontalAdvance(dial.words) + 2
        needed = words + (2 * (_BUTTON + 6) if dial.turns else 0)
        if x > left and x + needed > right:
            x, y = left, y + LINE
        words = min(words, right - left - (needed - words))
        if dial.turns:
            minus = QRectF(x, y, _BUTTON, _BUTTON)
            middle = QRectF(minus.right() + 6, y, words, _BUTTON)
            found.append(Cell(number, dial, middle, minus, QRectF(middle.right() + 6, y, _BUTTON, _BUTTON)))
        else:
            found.append(Cell(number, dial, QRectF(x, y, words, _BUTTON)))
        x += needed + _APART
    return tuple(found)


def height_of(cells: Sequence[Cell]) -> int:
    """Return the height of a row that shows these dials."""
    lowest = max((cell.words.bottom() for cell in cells), default=0.0)
    return max(ROW, round(lowest) + 9)


def menu_box(width: float) -> QRectF:
    """Return where the sign of the menu stands in a row."""
    return QRectF(width - MORE, _TOP, MORE - 4, 27)


def paint_row(painter: QPainter, box: QRectF, block: Block, shown: Shown, look: Look, cells: Sequence[Cell]) -> None:
    """Paint a row.

    Args:
        painter: of the list.
        box: of the row.
        block: which.
        shown: what it says.
        look: how it is seen.
        cells: its dials as they are laid out; empty where its words are shown.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    width, height = box.width(), box.height()
    _ground(painter, width, height, block.depth, look)
    if look.is_dragged:
        painter.setOpacity(0.35)
    _bar(painter, block.depth, height, shown.tone)
    left, right = words_x(block.depth), width - (MORE if look.is_under or look.is_chosen else 12)
    asked = _asked(painter, QRectF(left, _TOP, right - left, 27), shown)
    _words(painter, QRectF(left, _TOP, right - left - asked, 27), shown.head, design.BODY)
    if cells:
        for cell in cells:
            _cell(painter, cell, look, holds=look.is_chosen and look.has_focus and cell.number == look.dial)
    else:
        _words(painter, QRectF(left, _TOP + 27, width - 12 - left, 24), shown.quiet, design.SMALL)
    if look.is_under or look.is_chosen:
        _grip(painter, block.depth)
        _menu(painter, menu_box(width), look)
    painter.restore()


def _ground(painter: QPainter, width: float, height: float, depth: int, look: Look) -> None:
    colours = design.palette()
    for level in range(depth):
        painter.fillRect(QRectF(bar_x(level) + 1, 0, 2, height), colours.of("line"))
    left = bar_x(depth) - GRIP
    box = QRectF(left, 0, width - left, height)
    if look.is_chosen:
        inset = 1.0 if look.has_focus else 0.5
        painter.setPen(QPen(colours.of("ink"), 2) if look.has_focus else QPen(colours.of("line"), 1))
        painter.setBrush(colours.of("panel"))
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), design.RADIUS, design.RADIUS)
        return
    if look.is_under:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.of("panel"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -2), design.RADIUS, design.RADIUS)
    painter.setPen(QPen(colours.of("line"), 1))
    painter.drawLine(QPointF(bar_x(depth), height - 0.5), QPointF(width, height - 0.5))


def _bar(painter: QPainter, depth: int, height: float, tone: str) -> None:
    edge = design.edge(tone)
    painter.setPen(QPen(edge, 1) if edge is not None else Qt.PenStyle.NoPen)
    painter.setBrush(design.palette().of(tone))
    painter.drawRoundedRect(QRectF(bar_x(depth), 12, _BAR, height - 24), 2, 2)


def _asked(painter: QPainter, room: QRectF, shown: Shown) -> float:
    """Paint what is asked at the right, and return the room it took."""
    if not shown.asked:
        return 0.0
    felt = not any(sign.isdigit() for sign in shown.asked)
    painter.setFont(design.lettering(design.SMALL if felt else design.BODY, design.MEDIUM))
    painter.setPen(design.palette().of("quiet" if felt else "ink"))
    metrics = painter.fontMetrics()
    head = QFontMetricsF(design.lettering(design.BODY, design.SEMIBOLD)).horizontalAdvance(shown.head)
    fits = metrics.horizontalAdvance(shown.asked) + head + 20 <= room.width()
    text = shown.asked if fits else shown.brief
    taken = min(float(metrics.horizontalAdvance(text) + 2), 0.62 * room.width())
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(taken))
    painter.drawText(QRectF(room.right() - taken, room.top(), taken, room.height()), _RIGHT, text)
    return taken + 12


def _words(painter: QPainter, room: QRectF, text: str, px: int) -> None:
    head = px > design.SMALL
    painter.setFont(design.lettering(px, design.SEMIBOLD if head else design.REGULAR))
    painter.setPen(design.palette().of("ink" if head else "quiet"))
    if text and room.width() > 12:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, _LEFT, shown)


def _cell(painter: QPainter, cell: Cell, look: Look, *, holds: bool) -> None:
    colours = design.palette()
    painter.setFont(design.lettering(design.SMALL, design.MEDIUM if cell.dial.turns else design.REGULAR))
    painter.setPen(colours.of("ink" if cell.dial.turns else "quiet"))
    text = painter.fontMetrics().elidedText(cell.dial.words, Qt.TextElideMode.ElideRight, round(cell.words.width()) + 6)
    middle = Qt.AlignmentFlag.AlignCenter if cell.dial.turns else _LEFT
    painter.drawText(cell.words.adjusted(-3, 0, 3, 0), middle, text)
    if holds:
        painter.fillRect(QRectF(cell.words.left(), cell.words.bottom() - 1, cell.words.width(), 2), colours.of("ink"))
    for box, is_plus in ((cell.minus, False), (cell.plus, True)):
        if box is None:
            continue
        under = look.at is not None and box.adjusted(-4, -4, 4, 4).contains(look.at)
        painter.setPen(QPen(colours.of("ink" if under else "line"), 1.2))
        painter.setBrush(colours.of("ground"))
        painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), 6, 6)
        painter.setPen(QPen(colours.of("ink"), 1.8))
        centre = box.center()
        painter.drawLine(QPointF(centre.x() - 4.5, centre.y()), QPointF(centre.x() + 4.5, centre.y()))
        if is_plus:
            painter.drawLine(QPointF(centre.x(), centre.y() - 4.5), QPointF(centre.x(), centre.y() + 4.5))


def _grip(painter: QPainter, depth: int) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(design.palette().of("quiet"))
    left = bar_x(depth) - GRIP + 9
    for number in range(6):
        painter.drawEllipse(QPointF(left + 6 * (number % 2), 16 + 6 * (number // 2)), 1.6, 1.6)


def _menu(painter: QPainter, box: QRectF, look: Look) -> None:
    under = look.at is not None and box.contains(look.at)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(design.palette().of("ink" if under else "quiet"))
    for number in (-1, 0, 1):
        painter.drawEllipse(QPointF(box.center().x() + 7 * number, box.center().y()), 2, 2)


def paint_drop(painter: QPainter, x: float, y: float, width: float) -> None:
    """Paint the line where a dragged block would stand."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = design.palette().of("ink")
    painter.setPen(QPen(ink, 2))
    painter.drawLine(QPointF(x + 5, y), QPointF(width - 8, y))
    painter.setBrush(design.palette().of("ground"))
    painter.drawEllipse(QPointF(x, y), 4.5, 4.5)
    painter.restore()
