"""The result page's table: each lap in full, against its target."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui import design
from app.ui.outcome import LapLine
from app.ui.text import fitted

ROW, HEAD = 45, 34


class ResultTable(QWidget):
    """The laps in full: lap time, per 400 m, even, ±, ± in all."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[LapLine, ...] = ()

    def show_lines(self, lines: tuple[LapLine, ...]) -> None:
        """Show these."""
        self._lines = lines
        self.setAccessibleName("; ".join(f"{line.name} {line.lap} {line.off}".strip() for line in lines))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the head and the lines."""
        painter = QPainter(self)
        colours = design.palette()
        painter.fillRect(self.rect(), colours.of("ground"))
        columns = [
            ("mark", "name"),
            ("lap", "lap"),
            ("per 400 m", "per_400"),
            ("even", "even"),
            ("±", "off"),
            ("± in all", "off_total"),
        ]
        columns = [(head, key) for head, key in columns if any(getattr(line, key) for line in self._lines)]
        if self.width() < 560:
            columns = [column for column in columns if column[1] not in ("per_400", "even")]
        width = float(self.width())
        rights = [0.0] + [
            width * (0.30 + 0.70 * (index + 1) / max(1, len(columns) - 1)) for index in range(len(columns) - 1)
        ]
        painter.setPen(colours.of("quiet"))
        for index, (head, _key) in enumerate(columns):
            self._cell(painter, head, rights, index, 0, HEAD, design.SMALL)
        y = float(HEAD)
        for line in self._lines:
            painter.setPen(QPen(colours.of("line"), 1))
            painter.drawLine(QPointF(0, y), QPointF(width, y))
            for index, (_head, key) in enumerate(columns):
                tone = {"off": line.tone, "off_total": line.total_tone}.get(key, "ink")
                painter.setPen(colours.of(tone))
                self._cell(painter, getattr(line, key), rights, index, y, ROW, 23)
            y += ROW
        painter.end()

    def _cell(
        self, painter: QPainter, text: str, rights: list[float], index: int, y: float, height: int, px: int
    ) -> None:
        if index == 0:
            room = 0.32 * self.width()
            fitted(painter, text, room, px, design.MEDIUM if px > design.SMALL else design.REGULAR)
            painter.drawText(
                QRectF(6, y, room, height), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text
            )
            return
        left = rights[index - 1] if index > 1 else 0.3 * self.width()
        room = rights[index] - left - 8
        fitted(painter, text, room, px, design.MEDIUM if px > design.SMALL else design.REGULAR)
        painter.drawText(
            QRectF(left, y, room, height), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text
        )
