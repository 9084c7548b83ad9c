"""The plan's side of the editor: the picture, what it comes to, what it asks in seconds, and the blocks.

Rules of the file: what it shows was reckoned in the background; here it is only put in its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.describe import step_words, target_time_words
from app.core.plan import Plan
from app.core.tongue import tr
from app.core.workout import Item, Repeat, Step
from app.ui import design
from app.ui.editor_reading import NOTHING, Understood
from app.ui.editor_totals import EditorTotals
from app.ui.profile import ProfileStrip
from app.ui.run_figures import Figure
from app.ui.scroll import WIDTH as BAR
from app.ui.scroll import Scrolled
from app.ui.shortened import Shortened
from app.ui.text import Text
from app.ui.word_button import WordButton

if TYPE_CHECKING:
    from app.notation.reading import Reading

STRIP, STRIP_LOW = 132, 60
LOW = 460
"""A side that is lower has a flat picture."""
ROW = 34


class Blocks(Scrolled):
    """The steps as a list, each with what it asks."""

    changed = Signal(str)
    picked = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = _Rows()
        self.setWidget(self.rows)
        self.content = self.rows

    def show(self, _text: str = "", reading: Reading | None = None, plan: Plan | None = None) -> None:
        """Show what a text says."""
        super().show()
        if reading is not None:
            asked = {id(each.step): target_time_words(each) for each in plan.segments} if plan is not None else {}
            self.rows.lines = tuple(_lines(reading.steps, asked, 0))[:200]
            self.rows.resize(self.width() - BAR, ROW * len(self.rows.lines))
            self.rows.update()

    def point_at(self, position: int) -> None:
        """Light the block at a place of the text."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the rows the width."""
        super().resizeEvent(event)
        self.rows.resize(self.width() - BAR, self.rows.height())


class _Rows(QWidget):
    lines: tuple[tuple[int, str, str], ...] = ()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = design.palette()
        for number, (depth, words, asked) in enumerate(self.lines):
            box = QRectF(24 * depth, ROW * number, self.width() - 24 * depth, ROW)
            painter.setFont(design.lettering(design.BODY))
            painter.setPen(colours.of("ink"))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
            painter.setPen(colours.of("quiet"))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, asked)
        painter.end()


def _lines(items: tuple[Item, ...], asked: dict[int, str], depth: int) -> list[tuple[int, str, str]]:
    lines = []
    for item in items:
        if isinstance(item, Repeat):
            lines.append((depth, f"{item.reps.low} ×", ""))
            lines += _lines(item.steps, asked, depth + 1)
            if isinstance(item.recovery, Step):
                lines.append((depth + 1, step_words(item.recovery), ""))
        else:
            lines.append((depth, step_words(item), asked.get(id(item), "")))
    return lines


class EditorPlan(QWidget):
    """Stands beside the text, or below it."""

    wants_goal = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = NOTHING
        self.strip = ProfileStrip(self)
        self.strip.needle = False
        self.totals = EditorTotals(self)
        self.targets = Shortened("", design.BODY, design.MEDIUM, parent=self)
        self.targets.setWordWrap(True)
        self.targets.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.no_goal = Shortened("", design.SMALL, tone="quiet", parent=self)
        self.no_goal.say(tr("No goal is set, so its paces have no seconds."))
        self.goal = WordButton(tr("set a goal"), tr("set a goal mile"), self)
        self.goal.clicked.connect(self.wants_goal)
        self.vacant = Text(tr("The plan stands here as you write."), design.SMALL, tone="quiet", parent=self)
        self.vacant.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.blocks = Blocks(self)
        self._arrange()

    def show_understood(self, understood: Understood) -> None:
        """Show what a text comes to; where nothing of it can be run, the picture is empty."""
        before, self._shown = self._shown, understood
        self.strip.show_bars(understood.bars)
        far = tr("distance") if understood.is_all else tr("measured", "distance")
        figures = ((tr("time"), understood.time), (far, understood.distance), (tr("work"), understood.work))
        self.totals.show_figures(tuple(Figure(label, value) for label, value in figures if value))
        self.targets.say(understood.targets)
        if understood.reading is not None:
            self.blocks.show(understood.text, understood.reading, understood.plan)
        if _shape(before) != _shape(understood):
            self._arrange()

    def repaint_all(self) -> None:
        """Paint anew after a change of palette."""
        self.strip.repaint_all()
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
            painter.fillRect(0, self._strip_height - 4, self.width(), 1, colours.of("line"))
        painter.end()

    @property
    def _strip_height(self) -> int:
        return STRIP if self.height() >= LOW else STRIP_LOW

    def _arrange(self) -> None:
        width, height, shown = self.width(), self.height(), self._shown
        is_plan = shown.plan is not None
        self.strip.setVisible(bool(shown.bars))
        self.strip.setGeometry(0, 0, width, self._strip_height)
        self.vacant.setVisible(not is_plan)
        y = self._strip_height + 8
        self.vacant.setGeometry(0, y, width, 24)
        self.totals.setVisible(is_plan and bool(self.totals.figures))
        tall = EditorTotals.height_at(low=height < LOW)
        self.totals.setGeometry(0, y, width, tall)
        y += tall + 4
        self.targets.setVisible(is_plan and bool(shown.targets) and height >= LOW)
        if not self.targets.isHidden():
            said = min(2 * self.targets.fontMetrics().lineSpacing(), self.targets.heightForWidth(width))
            self.targets.setGeometry(0, y, width, said + 2)
            y += said + 10
        for part in (self.no_goal, self.goal):
            part.setVisible(is_plan and shown.lacks_goal)
        if is_plan and shown.lacks_goal:
            size = self.goal.sizeHint()
            wide = min(width - size.width() - 4, self.no_goal.fontMetrics().horizontalAdvance(self.no_goal.text()) + 4)
            self.no_goal.setGeometry(0, y, wide, 30)
            self.goal.setGeometry(wide + 4, y, size.width(), 30)
            y += 36
        room = height - y
        self.blocks.setVisible(shown.reading is not None and bool(shown.reading.steps) and room >= 40)
        self.blocks.setGeometry(0, y, width, max(0, room))


def _shape(understood: Understood) -> tuple[bool, ...]:
    is_read = understood.reading is not None and bool(understood.reading.steps)
    return understood.plan is not None, bool(understood.targets), understood.lacks_goal, bool(understood.bars), is_read
