"""The result page's table: each lap in full, against its target."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.core.tongue import tr
from app.ui import design
from app.ui.outcome import LapLine
from app.ui.text import fitted

ROW, HEAD, LARGE_ROW = 40, 36, 52
NARROW = 640
"""Below this the columns that can be worked out from the others are left out."""
NAME = 0.30
"""Share of the width that the name has."""


class ResultTable(QWidget):
    """The laps in full: lap time, per 400 m, even, ±, ± in all."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[LapLine, ...] = ()
        self.is_large = False
        self.setAccessibleName(tr("laps, in full"))

    def show_lines(self, lines: tuple[LapLine, ...]) -> None:
        """Show these."""
        self._lines = lines
        said = (" ".join(part for part in (line.name, line.mark, line.lap, line.off) if part) for line in lines)
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def height_for(self, *, large: bool = False) -> int:
        """Stand in small or large rows; return the height of all of them, 0 for none."""
        self.is_large = large
        self.update()
        return HEAD + self.row * len(self._lines) if self._lines else 0

    @property
    def row(self) -> int:
        """Height of a row."""
        return LARGE_ROW if self.is_large else ROW

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the head and the lines."""
        painter = QPainter(self)
        colours = design.palette()
        painter.fillRect(event.rect(), colours.of("ground"))
        columns = self._columns()
        width = float(self.width())
        rights = [
            NAME * width + (1 - NAME) * width * (index + 1) / max(1, len(columns)) for index in range(len(columns))
        ]
        painter.setPen(colours.of("quiet"))
        self._cell(painter, tr("lap") if not columns else tr("mark"), (0, NAME * width), (0, HEAD), design.SMALL)
        for (head, _key), right in zip(columns, rights, strict=True):
            left = right - (1 - NAME) * width / len(columns)
            self._cell(painter, head, (left, right), (0, HEAD), design.SMALL, is_figure=True)
        px = design.LARGE if self.is_large else design.LEAD
        for number, line in enumerate(self._lines):
            y = HEAD + number * self.row
            if y > event.rect().bottom() or y + self.row < event.rect().top():
                continue
            painter.setPen(QPen(colours.of("line"), 1))
            painter.drawLine(QPointF(0, y), QPointF(width, y))
            self._name(painter, line, width, y, px)
            for (_head, key), right in zip(columns, rights, strict=True):
                left = right - (1 - NAME) * width / len(columns)
                tone = {"off": line.tone, "off_total": line.total_tone}.get(key, "ink")
                painter.setPen(colours.of(tone))
                self._cell(painter, getattr(line, key), (left, right), (y, self.row), px, is_figure=True)
        painter.end()

    def _columns(self) -> list[tuple[str, str]]:
        columns = [
            (tr("time"), "lap"),
            (tr("per 400 m"), "per_400"),
            (tr("even"), "even"),
            (tr("±"), "off"),
            (tr("± in all"), "off_total"),
            (tr("your guess"), "guess"),
            (tr("guess ±"), "guess_off"),
        ]
        columns = [(head, key) for head, key in columns if any(getattr(line, key) for line in self._lines)]
        if self.width() < NARROW:
            columns = [column for column in columns if column[1] not in ("per_400", "even")]
        return columns

    def _name(self, painter: QPainter, line: LapLine, width: float, y: int, px: int) -> None:
        """Write the name, and how the lap came about small beside it, or under it where the room is narrow."""
        colours = design.palette()
        room = NAME * width - 8
        name = QFontMetricsF(design.lettering(px, design.MEDIUM)).horizontalAdvance(line.name)
        mark = QFontMetricsF(design.lettering(design.MICRO)).horizontalAdvance(line.mark)
        is_beside = name + 20 + mark <= room
        painter.setPen(colours.of("ink"))
        upper = (y, self.row) if not line.mark or is_beside else (y + 2, self.row - 18)
        self._cell(painter, line.name, (0, room), upper, px if upper[1] == self.row else design.BODY)
        if line.mark:
            painter.setPen(colours.of("quiet"))
            if is_beside:
                self._cell(painter, line.mark, (name + 8, room), (y + 2, self.row), design.MICRO)
            else:
                self._cell(painter, line.mark, (0, room), (y + self.row - 21, 20), design.MICRO)

    def _cell(
        self,
        painter: QPainter,
        text: str,
        across: tuple[float, float],
        down: tuple[float, float],
        px: int,
        *,
        is_figure: bool = False,
    ) -> None:
        left, right = across
        inset = 8 if not is_figure else 0
        fitted(painter, text, right - left - 12, px, design.MEDIUM if px > design.SMALL else design.REGULAR)
        side = Qt.AlignmentFlag.AlignRight if is_figure else Qt.AlignmentFlag.AlignLeft
        box = QRectF(left + inset, down[0], right - left - 8 - inset, down[1])
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, text)
