"""The plan's side of the editor: the picture, what it comes to, what it asks in seconds, and the blocks.

Rules of the file: what it shows was reckoned in the background; here it is only put in its place.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.tongue import tr
from app.notation.reading import Reading
from app.ui import design
from app.ui.blocks import Ask, Blocks
from app.ui.editor_reading import NOTHING, Understood
from app.ui.editor_totals import EditorTotals
from app.ui.profile import ProfileStrip
from app.ui.run_figures import Figure
from app.ui.shortened import Shortened
from app.ui.word_button import WordButton

STRIP, STRIP_LOW = 132, 60
LOW = 460
LEAST = 90
"""Below this height there is no room for a block."""
"""A side that is lower has a flat picture."""
ROW = 34


class EditorPlan(QWidget):
    """Stands beside the text, or below it."""

    wants_goal = Signal()

    def __init__(self, parent: QWidget, ask: Ask) -> None:
        """Make it, empty.

        Args:
            parent: of the widget.
            ask: does what is slow in the background, for the blocks of a long text.
        """
        super().__init__(parent)
        self._shown = NOTHING
        self.inset = 0
        """Where the picture begins: the grips of the blocks may stand before it."""
        self.strip = ProfileStrip(self)
        self.strip.needle = False
        self.totals = EditorTotals(self)
        self.no_goal = Shortened("", design.SMALL, tone="quiet", parent=self)
        self.no_goal.say(tr("No goal is set, so its paces have no seconds."))
        self.goal = WordButton(tr("set a goal"), tr("set a goal mile"), self)
        self.goal.clicked.connect(self.wants_goal)
        self.blocks = Blocks(self, ask)
        self.blocks.show("", Reading(()))
        self._arrange()

    def show_understood(self, understood: Understood) -> None:
        """Show what a text comes to; where nothing of it can be run, the picture is empty."""
        before, self._shown = self._shown, understood
        self.strip.show_bars(understood.bars)
        far = tr("distance") if understood.is_all else tr("measured", "distance")
        figures = ((tr("time"), understood.time), (far, understood.distance), (tr("work"), understood.work))
        self.totals.show_figures(tuple(Figure(label, value) for label, value in figures if value))
        self.totals.setAccessibleDescription(understood.targets)
        self.totals.setToolTip(understood.targets)
        self.blocks.show(understood.text, understood.reading or Reading(()), understood.plan)
        if _shape(before) != _shape(understood):
            self._arrange()

    def repaint_all(self) -> None:
        """Paint anew after a change of palette."""
        self.strip.repaint_all()
        self.blocks.repaint_all()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        self._arrange()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the line on which an empty picture would stand."""
        painter = QPainter(self)
        colours = design.palette()
        painter.fillRect(event.rect(), colours.of("ground"))
        if not self._shown.bars:
            painter.fillRect(self.inset, self._strip_height - 4, self.width() - self.inset, 1, colours.of("line"))
        painter.end()

    @property
    def _strip_height(self) -> int:
        return STRIP if self.height() >= LOW else STRIP_LOW

    def _arrange(self) -> None:
        left, height, shown = self.inset, self.height(), self._shown
        width = self.width() - left
        is_plan = shown.plan is not None
        self.strip.setVisible(bool(shown.bars))
        self.strip.setGeometry(left, 0, width, self._strip_height)
        y = self._strip_height + 8
        self.totals.setVisible(is_plan and bool(self.totals.figures))
        tall = EditorTotals.height_at(low=height < LOW)
        self.totals.setGeometry(left, y, width, tall)
        y += tall + 4 if is_plan else 0
        for part in (self.no_goal, self.goal):
            part.setVisible(is_plan and shown.lacks_goal)
        if is_plan and shown.lacks_goal:
            size = self.goal.sizeHint()
            wide = min(width - size.width() - 4, self.no_goal.fontMetrics().horizontalAdvance(self.no_goal.text()) + 4)
            self.no_goal.setGeometry(left, y, wide, 30)
            self.goal.setGeometry(left + wide + 4, y, size.width(), 30)
            y += 36
        self.blocks.setVisible(height - y >= LEAST)
        self.blocks.setGeometry(0, y, self.width(), max(0, height - y))


def _shape(understood: Understood) -> tuple[bool, ...]:
    return understood.plan is not None, understood.lacks_goal, bool(understood.bars)
