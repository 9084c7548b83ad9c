"""The lap table: each lap with its time and its ±, and a ring beside those that are not on disk yet."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.plan import Plan
from app.core.tongue import tr
from app.core.workout import Intensity
from app.ui import design
from app.ui.rows import Row
from app.ui.text import fitted

ROW = 41
HEAD = 32
LONG = 5
"""Characters of a ± that is wider than its usual column, such as `+1:15.9`."""
AIRY = 1.28
"""How much higher rows may be where all that are to come have room."""


def n_rows_of(plan: Plan) -> int:
    """Return how many rows a plan comes to."""
    work = (segment for segment in plan.segments if segment.intensity is Intensity.WORK)
    return sum(max(1, sum(not mark.is_quiet for mark in segment.marks)) for segment in work)


class LapTable(QWidget):
    """Shows as many of the last rows as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._rows: tuple[Row, ...] = ()
        self._n_saved = 0
        self._n_planned = 4
        self._grown = 1.0

    def plan_for(self, n_rows: int) -> None:
        """Say how many rows are to come, so that they have their places from the start."""
        self._n_planned = max(1, n_rows)
        self.update()

    def grow(self, grown: float) -> None:
        """Let lettering and rows be so many times as large as on the design's window."""
        self._grown = grown
        self.update()

    @property
    def has_rows(self) -> bool:
        """Whether there is anything in it."""
        return bool(self._rows)

    def row_in(self, height: int) -> int:
        """Return the height of a row in a height of table: airy if all that are to come have room."""
        least = round(ROW * self._grown)
        even = (height - self._head) // max(self._n_planned, len(self._rows))
        return max(least, min(round(AIRY * least), even))

    def height_for(self, height: int) -> int:
        """Return what it takes of a height: whole rows, as many as are to come."""
        row = self.row_in(height)
        return self._head + min(max(self._n_planned, len(self._rows)), (height - self._head) // row) * row

    @property
    def _head(self) -> int:
        return round(HEAD * self._grown)

    def sizeHint(self) -> QSize:
        """Return the room for four rows."""
        return QSize(360, HEAD + 4 * ROW)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows, the last ones where there are more than fit."""
        if rows != self._rows:
            self._rows = rows
            done = [row for row in rows if not row.is_running]
            last = done[-1] if done else None
            said = f"{last.label}, {last.time}" + (f", {last.off}" if last.off else "") if last else tr("no laps yet")
            self.setAccessibleName(tr("laps: {said}").format(said=said))
            self.update()

    def show_saved(self, n_saved: int) -> None:
        """Say how many events are on disk; rows above it carry a ring."""
        waiting = [row for row in self._rows if row.position > min(self._n_saved, n_saved)]
        changed = n_saved != self._n_saved and bool(waiting)
        self._n_saved = n_saved
        if changed:
            self.update()

    def is_acknowledged(self, row: Row) -> bool:
        """Whether a row is on disk."""
        return row.position <= self._n_saved

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the head and the rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = design.palette()
        painter.fillRect(self.rect(), colours.of("ground"))
        totals = any(row.off_total for row in self._rows)
        offs = any(row.off for row in self._rows)
        width = float(self.width())
        is_long = max((len(said) for row in self._rows for said in (row.off, row.off_total)), default=0) > LONG
        at = (0.52, 0.76) if is_long else (0.62, 0.81)
        columns = (0.0, at[0] * width, at[1] * width, width) if totals else (0.0, 0.7 * width, width, width)
        if not offs:
            columns = (0.0, width, width, width)
        if not self._rows:
            painter.end()
            return
        labels = [tr("laps"), tr("time"), tr("± target") if not totals else tr("±"), tr("± in all")]
        shown = 2 + offs + (offs and totals)
        painter.setPen(colours.of("quiet"))
        for index in range(shown):
            self._cell(painter, labels[index], columns, index, 0, self._head, design.SMALL)
        tall = self.row_in(self.height())
        n_fit = max(1, (self.height() - self._head) // tall)
        y = float(self._head)
        for row in self._rows[-n_fit:]:
            painter.setPen(QPen(colours.of("line"), 1))
            painter.drawLine(QPointF(0, y), QPointF(width, y))
            plain = "quiet" if row.is_running else "ink"
            for index, (text, tone) in enumerate(
                ((row.name, plain), (row.time, plain), (row.off, row.tone), (row.off_total, row.total_tone))[:shown]
            ):
                painter.setPen(colours.of(tone))
                if index == 0 and row.note:
                    self._noted(painter, row, columns, y, tall)
                else:
                    self._cell(painter, text, columns, index, y, tall, design.LEAD)
            if not row.is_running and not self.is_acknowledged(row):
                painter.setPen(QPen(colours.of("quiet"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                left = min(columns[1] - 96 * self._grown, 0.5 * width)
                painter.drawEllipse(QPointF(left, y + tall / 2), 5 * self._grown, 5 * self._grown)
            y += tall
        painter.end()

    def _noted(self, painter: QPainter, row: Row, columns: tuple[float, ...], y: float, height: int) -> None:
        """Paint a row's name, and smaller behind it what is to be noted of it; in one where there is no room."""
        painter.setFont(design.lettering(self._grown * design.LEAD, design.MEDIUM))
        left = 4.0 + painter.fontMetrics().horizontalAdvance(row.name) + 8 * self._grown
        room = columns[1] - 76 * self._grown - left
        if room < 40 * self._grown:
            self._cell(painter, row.label, columns, 0, y, height, design.LEAD)
            return
        self._cell(painter, row.name, columns, 0, y, height, design.LEAD)
        painter.setPen(design.palette().of("quiet"))
        painter.setFont(design.lettering(self._grown * design.SMALL, design.REGULAR))
        note = row.note if painter.fontMetrics().horizontalAdvance(row.note) <= room else row.short_note
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, y, room, height), side, note)

    def _cell(
        self, painter: QPainter, text: str, columns: tuple[float, ...], index: int, y: float, height: int, px: int
    ) -> None:
        left = columns[index - 1] if index else 4.0
        right = columns[index] if index else columns[1] - (86 if len(text) > 7 else 60) * self._grown
        weight = design.MEDIUM if px > design.SMALL else design.REGULAR
        fitted(painter, text, right - left - 14, self._grown * px, weight)
        side = Qt.AlignmentFlag.AlignRight if index else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            QRectF(left, y, right - left - (4 if index else 0), height), side | Qt.AlignmentFlag.AlignVCenter, text
        )
