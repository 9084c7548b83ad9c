"""A row of the library, painted: star, name and work, picture, how long, when and for what."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.core.tongue import tr
from app.ui import design
from app.ui.finding import Listed
from app.ui.profile import paint_bars
from app.ui.shelf import OnShelf
from app.ui.star import paint_star

ROW, NARROW_ROW, HEADING = 76, 104, 40
NARROW = 560
"""Under this width the picture stands below the words."""
ROOMY = 720
STAR_ZONE, STAR = 40, 18
PICTURE = 44
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_LOW = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def row_height(listed: Listed, width: int) -> int:
    """Return the height of a row, its section's heading with it."""
    narrow = width < NARROW and not listed.row.faults
    return (NARROW_ROW if narrow else ROW) + (HEADING if listed.heading else 0)


class ShelfDelegate(QStyledItemDelegate):
    """Paints a row."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row."""
        listed = cast("Listed", index.data(Qt.ItemDataRole.UserRole))
        return QSize(300, row_height(listed, self._view.viewport().width()))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        listed = cast("Listed", index.data(Qt.ItemDataRole.UserRole))
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if listed.heading:
            above = QRectF(box.left() + 12, box.top(), box.width() - 24, HEADING - 4)
            _write(painter, above, listed.heading, design.SMALL, "quiet", design.SEMIBOLD, _LOW)
            box.setTop(box.top() + HEADING)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, box, chosen=chosen)
        self._star(painter, box, listed, shown=chosen or bool(option.state & QStyle.StateFlag.State_MouseOver))
        row = listed.row
        if row.faults:
            _words(painter, box, row, box.width() - STAR_ZONE - 16)
        elif box.width() < NARROW:
            self._narrow(painter, box, row)
        else:
            self._wide(painter, box, row)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRectF, *, chosen: bool) -> None:
        colours = design.palette()
        if not chosen:
            painter.setPen(QPen(colours.of("line"), 1))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
            return
        focus = self._view.hasFocus()
        painter.setPen(QPen(colours.of("ink"), 2) if focus else QPen(colours.of("line"), 1))
        painter.setBrush(colours.of("panel"))
        inset = 1 if focus else 0.5
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), design.RADIUS, design.RADIUS)
        if not focus:
            painter.fillRect(QRectF(box.left(), box.top() + 12, 4, box.height() - 24), colours.of("ink"))

    @staticmethod
    def _star(painter: QPainter, box: QRectF, listed: Listed, *, shown: bool) -> None:
        if listed.row.faults or not (listed.is_favourite or shown):
            return
        colour = design.palette().of("ink" if listed.is_favourite else "quiet")
        middle = box.top() + 26
        where = QRectF(box.left() + (STAR_ZONE - STAR) / 2 + 2, middle - STAR / 2, STAR, STAR)
        paint_star(painter, where, colour, filled=listed.is_favourite)

    @staticmethod
    def _wide(painter: QPainter, box: QRectF, row: OnShelf) -> None:
        width = box.width()
        last, time = max(132.0, 0.155 * width), max(116.0, 0.145 * width)
        picture = (0.29 if width > ROOMY else 0.2) * width
        right = box.right() - 16
        _pair(painter, right, last, box.top(), (row.last, "quiet"), (row.purpose_words, "quiet"))
        _pair(painter, right - last, time, box.top(), (row.time, "ink"), (row.work, "quiet"))
        left = right - last - time - picture
        paint_bars(painter, QRectF(left, box.top() + 14, picture - 8, PICTURE), row.bars)
        _words(painter, box, row, left - box.left() - STAR_ZONE - 20)

    @staticmethod
    def _narrow(painter: QPainter, box: QRectF, row: OnShelf) -> None:
        right, beside = box.right() - 16, 132
        _pair(painter, right, beside, box.top(), (row.time, "ink"), (row.purpose_words, "quiet"))
        _words(painter, box, row, box.width() - STAR_ZONE - 16 - beside - 12)
        low = box.top() + 66
        _write(painter, QRectF(right - beside, low, beside, 24), row.last, design.SMALL, "quiet", at=_RIGHT)
        picture = QRectF(box.left() + STAR_ZONE, low - 2, box.width() - STAR_ZONE - 16 - beside - 12, 28)
        paint_bars(painter, picture, row.bars)


def _words(painter: QPainter, box: QRectF, row: OnShelf, width: float) -> None:
    """Write name and work, with a quiet word for a file of the athlete's own."""
    left = box.left() + STAR_ZONE
    own = tr("yours") if row.is_own and not row.faults else ""
    painter.setFont(design.lettering(design.SMALL))
    own_width = painter.fontMetrics().horizontalAdvance(own) + 12 if own else 0
    tone = "slower" if row.faults else "ink" if row.suits else "quiet"
    px = _largest(painter, row.name, width - own_width)
    used = _write(painter, QRectF(left, box.top() + 10, width - own_width, 32), row.name, px, tone, design.SEMIBOLD)
    if own:
        _write(painter, QRectF(left + used + 12, box.top() + 12, own_width, 30), own, design.SMALL, "quiet")
    _write(painter, QRectF(left, box.top() + 41, width, 24), row.line, design.SMALL, "quiet")


def _largest(painter: QPainter, name: str, width: float) -> int:
    """Return the largest step of the scale at which a name fits, or the smallest."""
    for px in (design.LEAD, design.BODY):
        painter.setFont(design.lettering(px, design.SEMIBOLD))
        if painter.fontMetrics().horizontalAdvance(name) <= width:
            return px
    return design.SMALL


def _pair(
    painter: QPainter, right: float, width: float, top: float, over: tuple[str, str], under: tuple[str, str]
) -> None:
    """Write two words over each other, on the lines of name and work."""
    room = width - 8
    weight = design.MEDIUM if over[1] == "ink" else design.REGULAR
    _write(painter, QRectF(right - room, top + 10, room, 32), over[0], design.BODY, over[1], weight, _RIGHT)
    _write(painter, QRectF(right - room, top + 41, room, 24), under[0], design.SMALL, under[1], at=_RIGHT)


def _write(
    painter: QPainter,
    box: QRectF,
    text: str,
    px: int,
    tone: str,
    weight: QFont.Weight = design.REGULAR,
    at: Qt.AlignmentFlag = _LEFT,
) -> int:
    """Write a text, cut at its end where it is too long; return the width it took."""
    painter.setFont(design.lettering(px, weight))
    painter.setPen(QColor(design.palette().of(tone)))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, int(box.width())))
    painter.drawText(box, at, shown)
    return metrics.horizontalAdvance(shown)
