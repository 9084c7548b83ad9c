"""The sidebar: where to go, and what the athlete sets.

Rules of the file: nothing of it ever runs past its foot. Where it is low it gives up air first, then the labels' own
lines, then the name of the house; Tab reaches all of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.core.tongue import tr
from app.ui import design
from app.ui.choices import Choices
from app.ui.figures import FLAT, LINE, ROW, Figures
from app.ui.options import PAD
from app.ui.ring import paint_ring
from app.ui.text import Text

WIDTH = 236
WAYS_HEIGHT, WAY_LINE = 56, 34
"""Of the ways on top of a page, and of each line of them beyond the first."""
FOOT = 16
LOW = 520
"""Below this height of window, what lies on top of a page is as flat as it goes."""
WAYS_ALONE = ("editor", "practice", "pacing", "sound", "settings")
"""Pages on which the athlete's figures would only take the room of what is set there."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a column is laid out."""

    title: int
    """Height of the name of the house with the room round it; too little for it leaves it out."""
    way: int
    """Height of a way."""
    n_beside: int
    """Ways side by side."""
    gap: int
    """Below each of the figures."""
    beside: bool
    """Whether labels stand beside what is set."""

    @property
    def figures(self) -> int:
        """Height of the figures."""
        if self.beside:
            return 2 * (LINE + self.gap) + 44 - self.gap + 2 * (ROW + self.gap) + 22 + ROW
        return 5 * 24 + 50 + 44 + 38 + 3 * ROW + 4 * self.gap

    def height(self, n_ways: int) -> int:
        """Return the height that all of it needs."""
        return self.title + -(-n_ways // self.n_beside) * self.way + self.figures + FOOT


MANNERS = (
    Manner(100, 45, 1, 14, beside=False), Manner(84, 40, 1, 8, beside=False), Manner(76, 36, 1, 4, beside=False),
    Manner(76, 38, 1, 12, beside=True), Manner(64, 34, 1, 6, beside=True), Manner(52, 32, 1, 0, beside=True),
    Manner(10, 30, 1, 0, beside=True), Manner(8, 32, 2, 0, beside=True), Manner(6, 27, 2, 0, beside=True),
)  # fmt: skip
"""From the airiest to the tightest; the first that fits is taken."""


class Way(QAbstractButton):
    """A way to another page."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.px = design.BODY
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the room for the word and the ring."""
        metrics = QFontMetrics(design.lettering(self.px, design.SEMIBOLD))
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * PAD, 34)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the word."""
        painter = QPainter(self)
        chosen = self.isChecked()
        painter.setFont(design.lettering(self.px, design.SEMIBOLD if chosen else design.REGULAR))
        lit = chosen or self.underMouse() or self.hasFocus()
        painter.setPen(design.palette().of("ink" if lit else "quiet"))
        room = self.rect().adjusted(PAD, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        if chosen:
            word = painter.fontMetrics().horizontalAdvance(self.text())
            painter.fillRect(QRectF(PAD, self.height() - 5, word, 2), design.palette().of("ink"))
        paint_ring(painter, self)
        painter.end()


class Sidebar(QWidget):
    """Stands at the left of most pages; lies on top where the window is narrow."""

    def __init__(self, go: Callable[[str], None], choose: Callable[[Choices], None]) -> None:
        """Make the sidebar.

        Args:
            go: called with `workouts`, `editor`, `run`, `practice`, `pacing`, `history`, `sound` or `settings`.
            choose: called with what is set, whenever it changes.
        """
        super().__init__()
        self._name = "workouts"
        self.title = Text("Bell Lap", design.LARGE, design.BOLD, parent=self)
        self.ways = {
            name: Way(word, self)
            for name, word in (
                ("workouts", tr("Workouts")), ("editor", tr("Editor")), ("run", tr("Running")),
                ("practice", tr("Practice")), ("pacing", tr("Pacing")), ("history", tr("History")),
                ("sound", tr("Sound")), ("settings", tr("Settings")),
            )
        }  # fmt: skip
        for name, way in self.ways.items():
            way.clicked.connect(lambda _checked, name=name: go(name))
        self.ways["run"].hide()
        self.figures = Figures(choose, lambda: go("pacing"), self)
        self.goal, self.best, self.pace = self.figures.goal, self.figures.best, self.figures.pace

    def show_choices(self, choices: Choices) -> None:
        """Show what is set."""
        self.figures.show_choices(choices)

    def show_page(self, name: str, *, running: bool) -> None:
        """Show where we are, and whether there is a session to go back to."""
        self._name = name
        for each, way in self.ways.items():
            way.setChecked(each == name)
        self.ways["run"].setVisible(running)
        self.figures.has_more = name != "pacing"
        self._arrange()

    def flat_height(self, room: int) -> int:
        """Return the height on top of a page, of the room that both have."""
        parent = self.parentWidget() or self
        ways = WAYS_HEIGHT + WAY_LINE * (len(self._ways_in(self._figures_width(parent.width()))) - 1)
        if self._name in WAYS_ALONE:
            return ways
        if room >= LOW:
            return ways + FLAT
        return ways + len(self.figures.lines_at(self._figures_width(parent.width()))) * LINE

    @property
    def is_flat(self) -> bool:
        """Whether it lies on top of the page."""
        return self.width() > WIDTH

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        self._arrange()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line to the page."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), design.palette().of("ground"))
        painter.setPen(design.palette().of("line"))
        if self.is_flat:
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        else:
            painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
        painter.end()

    # Where it stands --------------------------------------------------------------------------------------------------

    @property
    def _shown_ways(self) -> list[Way]:
        return [way for way in self.ways.values() if not way.isHidden()]

    @staticmethod
    def _figures_width(width: int) -> int:
        return width - 32 + 2 * PAD

    def _arrange(self) -> None:
        self.figures.setVisible(not (self.is_flat and self._name in WAYS_ALONE))
        if self.is_flat:
            self._arrange_flat()
        else:
            self._arrange_column()

    def _arrange_column(self) -> None:
        n_ways, height = len(self._shown_ways), self.height()
        manner = next((each for each in MANNERS if each.height(n_ways) <= height), MANNERS[-1])
        left = 24 if self.width() >= WIDTH else 16
        width = self.width() - 2 * left
        self.title.setVisible(manner.title >= 44)
        self.title.setGeometry(left, (manner.title - 44) // 2, width, 44)
        step = width // manner.n_beside
        self._fit_ways(step)
        for number, way in enumerate(self._shown_ways):
            row, column = divmod(number, manner.n_beside)
            wide = min(way.sizeHint().width(), step)
            way.setGeometry(left - PAD + column * step, manner.title + row * manner.way, wide, min(36, manner.way))
        self.figures.setGeometry(left - PAD, height - FOOT - manner.figures, width + 2 * PAD, manner.figures)
        self.figures.stand_in_column(manner.gap, beside=manner.beside)

    def _arrange_flat(self) -> None:
        left, width = 16, self.width() - 32
        lines = self._ways_in(width + 2 * PAD)
        gap = min(self._gap(line, width + 2 * PAD) for line in lines)
        needed = sum(way.sizeHint().width() + gap for way in lines[0]) - gap
        self.title.setVisible(len(lines) == 1 and 132 + needed <= width + 2 * PAD)
        self.title.setGeometry(left, 8, 120, 40)
        for number, line in enumerate(lines):
            x = left - PAD + (0 if self.title.isHidden() else 132)
            for way in line:
                wide = way.sizeHint().width()
                way.setGeometry(x, 11 + number * WAY_LINE, wide, 36 if len(lines) == 1 else WAY_LINE)
                x += wide + gap
        if not self.figures.isHidden():
            ways = WAYS_HEIGHT + WAY_LINE * (len(lines) - 1)
            room = self.height() - ways
            self.figures.setGeometry(left - PAD, ways - 2, self._figures_width(self.width()), room)
            self.figures.stand_on_top(low=room < FLAT)

    def _ways_in(self, room: int) -> list[list[Way]]:
        """Break the ways into as few lines as hold them, their lettering as large as the room allows."""
        shown = self._shown_ways
        lines = [shown]
        for n_lines in range(1, len(shown) + 1):
            each = -(-len(shown) // n_lines)
            lines = [shown[first : first + each] for first in range(0, len(shown), each)]
            for px in range(design.BODY, design.SMALL - 1, -1):
                for way in shown:
                    way.px = px
                if all(sum(way.sizeHint().width() for way in line) <= room for line in lines):
                    return lines
        return lines

    @staticmethod
    def _gap(line: list[Way], room: int) -> int:
        """Return what is between two ways of a line."""
        wide = sum(way.sizeHint().width() for way in line)
        return max(0, min(8, (room - wide) // max(1, len(line) - 1)))

    def _fit_ways(self, room: int) -> None:
        """Make the ways' lettering as large as a column of them allows."""
        for px in range(design.BODY, design.SMALL - 1, -1):
            for way in self.ways.values():
                way.px = px
            if max(way.sizeHint().width() for way in self._shown_ways) <= room:
                break
