"""The rows of the history: when, what, how it ended, what came out, and how even it has been of late."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.core.tongue import tr
from app.ui import design
from app.ui.dates import short_month, short_weekday
from app.ui.desk import Past
from app.ui.digest import Digest
from app.ui.text import fitted

ROW = 72
SPARK = QSize(112, 32)
SPARK_FROM = 720
"""Width of a row from which there is room for the line."""
APART = 24
"""Round the dot between two things said at the right."""
LEAST_SPARK = 3
"""Fewer sessions than this are no trend."""
MOST_SPARK = 10
LEAST_SPAN_PCT = 0.5
"""A line is never less than this high, so that a tenth does not look like a leap."""


@dataclass(frozen=True, slots=True)
class PastRow:
    """One session in the list."""

    past: Past
    digest: Digest | None = None
    """None until it is made."""
    evenness: tuple[float, ...] = ()
    """Of the sessions of the same workout up to this one, oldest first."""

    @property
    def words(self) -> str:
        """Return the row in words, for who cannot see it."""
        digest = self.digest
        said = [self.past.workout, day_words(self.past.started_at), outcome_words(self.past.outcome)]
        if digest is not None:
            said += [digest.main, digest.beside.value, even_words(digest)]
        return ", ".join(part for part in (*said, self.past.note) if part)


def with_evenness(rows: Sequence[PastRow]) -> tuple[PastRow, ...]:
    """Give each row, newest first, the evenness of its workout up to then."""
    known: dict[str, list[float]] = {}
    made: list[PastRow] = []
    for row in reversed(rows):
        values = known.setdefault(row.past.workout, [])
        cv_pct = row.digest.cv_pct if row.digest is not None else None
        if cv_pct is not None:
            values.append(cv_pct)
        made.append(PastRow(row.past, row.digest, tuple(values[-MOST_SPARK:]) if cv_pct is not None else ()))
    return tuple(reversed(made))


def day_words(started_at: str) -> str:
    """Write a day and time: `Sun 22 Nov 2026, 18:05`."""
    when = datetime.datetime.fromisoformat(started_at)
    said = tr("{weekday} {day} {month} {year}, {time}")
    return said.format(
        weekday=short_weekday(when), day=when.day, month=short_month(when), year=when.year, time=f"{when:%H:%M}"
    )


def short_day_words(started_at: str) -> str:
    """Write a day alone: `Sun 22 Nov`."""
    when = datetime.datetime.fromisoformat(started_at)
    said = tr("{weekday} {day} {month}")
    return said.format(weekday=short_weekday(when), day=when.day, month=short_month(when))


def outcome_words(outcome: str) -> str:
    """Say how a session ended."""
    words = {
        "finished": tr("finished"),
        "stopped": tr("stopped"),
        "kept": tr("cut off, kept"),
        "running": tr("cut off"),
        "imported": tr("from a watch"),
    }
    return words.get(outcome, outcome)


def even_words(digest: Digest) -> str:
    """Write how even: `1.2 % spread`; empty where nothing could be compared."""
    return "" if digest.cv_pct is None else tr("{pct} % spread").format(pct=f"{digest.cv_pct:.1f}")


class PastDelegate(QStyledItemDelegate):
    """Paints a past session."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row."""
        return QSize(300, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint what was run at the left, what came out at the right, the line between them."""
        row = cast("PastRow", index.data(Qt.ItemDataRole.UserRole))
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, box)
        inner = box.adjusted(16, 0, -16, 0)
        right = 0.34 * inner.width() if inner.width() >= SPARK_FROM else 0.42 * inner.width()
        left = inner.width() - right - 16
        if inner.width() >= SPARK_FROM:
            left -= SPARK.width() + 24
            at = QRectF(inner.left() + left + 16, box.center().y() - SPARK.height() / 2, SPARK.width(), SPARK.height())
            _spark(painter, at, row.evenness)
        self._left(painter, row.past, QRectF(inner.left(), box.top(), left, ROW))
        self._right(painter, row, QRectF(inner.right() - right, box.top(), right, ROW))
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF) -> None:
        colours = design.palette()
        if not option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(colours.of("line"), 1))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
            return
        shape = box.adjusted(1, 1, -1, -1)
        has_focus = isinstance(option.widget, QListWidget) and option.widget.hasFocus()
        painter.setPen(QPen(colours.of("ink"), 2) if has_focus else QPen(colours.of("line"), 1))
        painter.setBrush(colours.of("panel"))
        painter.drawRoundedRect(shape, design.RADIUS, design.RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.of("ink"))
        painter.drawRoundedRect(QRectF(shape.left(), shape.top() + 12, 4, shape.height() - 24), 2, 2)

    def _left(self, painter: QPainter, past: Past, room: QRectF) -> None:
        colours = design.palette()
        said = _said(past, room.width())
        lines = (
            (past.workout, design.LEAD, design.SEMIBOLD, "ink", 10, 30),
            (said, design.SMALL, design.REGULAR, "quiet", 40, 24),
        )
        for text, px, weight, tone, top, tall in lines:
            painter.setFont(design.lettering(px, weight))
            painter.setPen(colours.of(tone))
            line = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(QRectF(room.left(), room.top() + top, room.width(), tall), _LEFT, line)

    def _right(self, painter: QPainter, row: PastRow, room: QRectF) -> None:
        colours = design.palette()
        digest = row.digest
        top = QRectF(room.left(), room.top() + 10, room.width(), 30)
        if digest is None:
            painter.setFont(design.lettering(design.LEAD))
            painter.setPen(colours.of("quiet"))
            painter.drawText(top, _RIGHT, "…")
            return
        fitted(painter, digest.main, room.width(), design.LEAD, design.SEMIBOLD)
        painter.setPen(colours.of("ink"))
        painter.drawText(top, _RIGHT, digest.main)
        parts = [(digest.beside.value, digest.beside.tone), (even_words(digest), "quiet")]
        x = room.right()
        for text, tone in reversed(_fitting([part for part in parts if part[0]], room.width())):
            painter.setFont(design.lettering(design.SMALL, design.MEDIUM if tone != "quiet" else design.REGULAR))
            if x < room.right():
                painter.setPen(colours.of("quiet"))
                painter.drawText(QRectF(x - APART, room.top() + 40, APART, 24), Qt.AlignmentFlag.AlignCenter, "·")
                x -= APART
            painter.setPen(colours.of(tone))
            painter.drawText(QRectF(room.left(), room.top() + 40, x - room.left(), 24), _RIGHT, text)
            x -= painter.fontMetrics().horizontalAdvance(text)


def _said(past: Past, width: float) -> str:
    """Write when and how it ended, the time of day left out where it has no room, and the note."""
    font = QFontMetricsF(design.lettering(design.SMALL))
    ended = outcome_words(past.outcome)
    said = f"{day_words(past.started_at)}  ·  {ended}"
    if font.horizontalAdvance(said) > width:
        said = f"{short_day_words(past.started_at)}  ·  {ended}"
    return f"{said}  ·  {past.note}" if past.note else said


def _fitting(parts: list[tuple[str, str]], width: float) -> list[tuple[str, str]]:
    """Return as many of the parts as fit, whole, the first ones first."""
    font = QFontMetricsF(design.lettering(design.SMALL, design.MEDIUM))
    shown: list[tuple[str, str]] = []
    for part in parts:
        width -= font.horizontalAdvance(part[0]) + (APART if shown else 0)
        if width < 0:
            break
        shown.append(part)
    return shown


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _spark(painter: QPainter, box: QRectF, values: Sequence[float]) -> None:
    """Paint how even it has been: lower is evener, the dot is this session."""
    if len(values) < LEAST_SPARK:
        return
    colours = design.palette()
    low, high = min(values), max(values)
    span = max(LEAST_SPAN_PCT, high - low)
    floor = (low + high) / 2 - span / 2
    step = box.width() / (MOST_SPARK - 1)
    first = box.right() - step * (len(values) - 1)
    points = [
        QPointF(first + step * index, box.bottom() - (value - floor) / span * box.height())
        for index, value in enumerate(values)
    ]
    painter.setPen(QPen(colours.of("quiet"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(points)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.of("ink"))
    painter.drawEllipse(points[-1], 4.5, 4.5)
