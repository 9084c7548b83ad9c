"""The shelf: workouts as the library lists them, each with its picture; read in the background."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.core.describe import total_time_words, total_work_words
from app.core.errors import WorkoutError
from app.core.plan import Plan
from app.core.workout import Intensity, Item, Step, Workout
from app.notation.writing import format_items
from app.ui import design
from app.ui.desk import Desk, Shelved
from app.ui.profile import Bar, bars_of, paint_bars
from app.ui.text import fitted

ROW = 90


@dataclass(frozen=True, slots=True)
class OnShelf:
    """One row of the library."""

    workout_id: str
    name: str
    line: str
    """The work in a line, or the first fault."""
    about: str
    faults: tuple[str, ...]
    plan: Plan | None
    bars: tuple[Bar, ...]
    total: str
    last: str
    suits: bool = True


def on_shelf(desk: Desk) -> tuple[OnShelf, ...]:
    """Read all workouts; slow, for the background. Those meant for another best mile come last."""
    rows = [row_of(desk, shelved) for shelved in desk.shelf()]
    return tuple(sorted(rows, key=lambda row: (not row.suits, bool(row.faults), row.name.lower())))


def row_of(desk: Desk, shelved: Shelved) -> OnShelf:
    """Make one row."""
    workout = shelved.workout
    plan = None
    faults = tuple(str(fault) for fault in shelved.faults)
    if workout is not None:
        try:
            plan = desk.plan(workout)
        except WorkoutError as error:
            faults = tuple(str(fault) for fault in error.faults)
    if workout is None or plan is None:
        return OnShelf(
            shelved.workout_id, shelved.workout_id, faults[0] if faults else "", "", faults, None, (), "", ""
        )
    return OnShelf(
        shelved.workout_id,
        workout.name,
        work_line(workout),
        workout.about,
        (),
        plan,
        bars_of(plan),
        total_words(plan),
        ago_words(shelved.last_run, datetime.datetime.now().astimezone().date()),
        workout.suits(desk.choices().best_s),
    )


def work_line(workout: Workout) -> str:
    """Write the work in a line, without warm-up and cool-down."""
    soft = (Intensity.WARMUP, Intensity.COOLDOWN)
    work: list[Item] = [item for item in workout.steps if not (isinstance(item, Step) and item.intensity in soft)]
    return format_items(work or workout.steps).replace(" x ", " × ")


def total_words(plan: Plan) -> str:
    """Write how long it is: time where all of it is known, else the distance of the work."""
    if plan.time_ms.n_open and plan.work_m.high:
        return total_work_words(plan.work_m)
    return total_time_words(plan.time_ms)


def ago_words(started_at: str, today: datetime.date) -> str:
    """Write when a workout was last run: `today`, `yesterday`, `4 days ago`, `9 Nov`, `never`."""
    if not started_at:
        return "never"
    day = datetime.datetime.fromisoformat(started_at).date()
    n = (today - day).days
    if n <= 0:
        return "today"
    if n == 1:
        return "yesterday"
    return f"{n} days ago" if n < 30 else f"{day.day} {day:%b}" + (f" {day.year}" if day.year != today.year else "")


class ShelfDelegate(QStyledItemDelegate):
    """Paints a row: name and line, picture, total, when it was last run."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row."""
        return QSize(300, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        row = cast("OnShelf", index.data(Qt.ItemDataRole.UserRole))
        box = QRectF(option.rect)
        colours = design.palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.of("panel"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), design.RADIUS, design.RADIUS)
            painter.setBrush(colours.of("work"))
            painter.drawRoundedRect(QRectF(box.left(), box.top() + 1, 4, box.height() - 2), 2, 2)
        else:
            painter.setPen(QPen(colours.of("line"), 1))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
        width = box.width()
        narrow = width < 560
        left, names = box.left() + 14, (width - 150 if narrow else 0.35 * width)
        painter.setPen(colours.of("slower" if row.faults else "ink"))
        painter.setOpacity(1.0 if row.suits else 0.55)
        fitted(painter, row.name, names, design.LARGE, design.SEMIBOLD)
        painter.drawText(QRectF(left, box.top() + 14, names, 34), _LEFT, row.name)
        painter.setPen(colours.of("quiet"))
        painter.setFont(design.lettering(design.SMALL))
        line = painter.fontMetrics().elidedText(
            row.line, Qt.TextElideMode.ElideRight, int(width - 28 if row.faults else names)
        )
        painter.drawText(QRectF(left, box.top() + 47, width, 26), _LEFT, line)
        if row.faults:
            painter.restore()
            return
        if not narrow:
            paint_bars(painter, QRectF(box.left() + 0.37 * width, box.top() + 26, 0.35 * width, 46), row.bars)
        painter.setFont(design.lettering(design.BODY, design.MEDIUM))
        painter.setPen(colours.of("ink"))
        if narrow:
            painter.drawText(QRectF(box.right() - 110, box.top() + 14, 96, 34), _RIGHT, row.total)
        else:
            painter.drawText(
                QRectF(box.right() - 0.27 * width, box.top(), 0.14 * width, box.height()), _RIGHT, row.total
            )
            painter.setPen(colours.of("quiet"))
            painter.setFont(design.lettering(design.BODY))
            painter.drawText(
                QRectF(box.right() - 0.13 * width, box.top(), 0.13 * width - 12, box.height()), _RIGHT, row.last
            )
        painter.restore()


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
