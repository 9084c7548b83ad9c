"""The stat grid: a few figures, each under its small label and a thin line, in one column or several."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui import design
from app.ui.run_figures import Figure
from app.ui.text import fitted

APART = 24
MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class StatGrid(QWidget):
    """Shows figures with their labels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures: tuple[Figure, ...] = ()
        self.n_columns, self.px = 1, design.TITLE

    def show_figures(self, figures: tuple[Figure, ...]) -> None:
        """Show these."""
        self.figures = figures
        self.setAccessibleName("; ".join(f"{figure.label} {figure.value}" for figure in figures))
        self.update()

    @property
    def row_height(self) -> int:
        """Height of one figure with its label."""
        return 12 + round(1.4 * design.SMALL) + round(1.3 * self.px) + 12

    def height_for(self, n_columns: int, px: int = design.TITLE) -> int:
        """Stand in this many columns, at this size; return the height that takes."""
        self.n_columns, self.px = max(1, n_columns), px
        self.update()
        return self.row_height * -(-len(self.figures) // self.n_columns)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint line, label and figure, row by row; rows that find no room are left out whole."""
        painter = QPainter(self)
        colours = design.palette()
        each = (self.width() - APART * (self.n_columns - 1)) / self.n_columns
        label = round(1.4 * design.SMALL)
        for index, figure in enumerate(self.figures):
            row, column = divmod(index, self.n_columns)
            x, y = column * (each + APART), row * self.row_height
            if y + self.row_height > self.height() + 12:
                break
            painter.setPen(QPen(colours.of("line"), 1))
            painter.drawLine(QPointF(x, y), QPointF(x + each, y))
            fitted(painter, figure.label, each, design.SMALL)
            painter.setPen(colours.of("quiet"))
            painter.drawText(QRectF(x, y + 12, each, label), MIDDLE, figure.label)
            fitted(painter, figure.value, each, self.px, design.SEMIBOLD)
            painter.setPen(colours.of(figure.tone))
            painter.drawText(QRectF(x, y + 12 + label, each, round(1.3 * self.px)), MIDDLE, figure.value)
        painter.end()
