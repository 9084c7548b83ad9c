"""The first page of all: how fast is your mile? Two fields, what they give at once, and on to the workouts.

Rules of the file: nothing has to be answered; a slip is told while it is typed, quietly, with how to write it.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from app.core.tongue import tr
from app.core.units import format_time
from app.ui import design
from app.ui.entry import Entry
from app.ui.keycap import Button, KeyCap
from app.ui.mile import gives, read_mile
from app.ui.text import Text

WIDEST = 720
ROOMY = 560
LOW_UNDER, TALL_FROM = 600, 680


class FirstRun(QWidget):
    """Asks for the best mile and the goal."""

    def __init__(self, answered: Callable[[Fraction | None, Fraction | None], None]) -> None:
        """Make the page.

        Args:
            answered: called with best and goal in seconds, None for what was not said; twice None for Later.
        """
        super().__init__()
        self._answered = answered
        self.title = Text(tr("How fast is your mile?"), design.TITLE, design.BOLD, parent=self)
        self.why = Text(
            tr("Every lap, target and ± is worked out from it. Both can be changed at any time."),
            design.BODY, tone="quiet", parent=self,
        ).wrapped()  # fmt: skip
        self.best, self.goal = Entry("6:05", self, design.TITLE), Entry("5:45", self, design.TITLE)
        self.best_label = Text(tr("best mile"), design.SMALL, tone="quiet", parent=self)
        self.goal_label = Text(tr("goal mile"), design.SMALL, tone="quiet", parent=self)
        self.best_said = Text("", design.SMALL, tone="quiet", parent=self).wrapped()
        self.goal_said = Text("", design.SMALL, tone="quiet", parent=self).wrapped()
        for field, label, said in (
            (self.best, self.best_label, self.best_said),
            (self.goal, self.goal_label, self.goal_said),
        ):
            field.setAccessibleName(label.text())
            field.setAccessibleDescription(tr("minutes and seconds, such as 5:20"))
            field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            field.setMaxLength(40)
            field.textChanged.connect(lambda _text: self._typed())
            field.editingFinished.connect(lambda field=field, said=said: self._left(field, said))
            said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.figures = [
            (Text("", design.SMALL, tone="quiet", parent=self), Text("", design.LOUD, design.SEMIBOLD, parent=self))
            for _each in range(2)
        ]
        self.laps = Laps(self)
        self.laps_label = Text("", design.SMALL, tone="quiet", parent=self)
        self.said = Text("", design.BODY, tone="quiet", parent=self).wrapped()
        self.said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.go = Button(tr("Ready"), filled=True, parent=self)
        self.go.clicked.connect(self.ready)
        self.wait = Button(tr("Later"), parent=self)
        self.wait.clicked.connect(self.later)
        self.enter = KeyCap(tr("enter"), tr("next"), self)
        self.enter.pressed.connect(self._next)
        self.escape = KeyCap(tr("esc"), tr("later"), self)
        self.escape.pressed.connect(self.later)
        later = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)  # in force while the page is seen
        later.activated.connect(self.later)
        for one, other in ((self.best, self.goal), (self.goal, self.go), (self.go, self.wait)):
            QWidget.setTabOrder(one, other)
        self._typed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter; the fields hand it on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._next()
        else:
            super().keyPressEvent(event)

    def ready(self) -> None:
        """Answer with what is typed; a field that says no mile is asked for again."""
        for field, said in ((self.best, self.best_said), (self.goal, self.goal_said)):
            if read_mile(field.text()).said:
                self._left(field, said)
                field.setFocus()
                field.selectAll()
                return
        self._answered(read_mile(self.best.text()).seconds, read_mile(self.goal.text()).seconds)

    def later(self) -> None:
        """Answer with nothing."""
        self._answered(None, None)

    def _next(self) -> None:
        if self.wait.hasFocus():
            self.later()
        elif self.best.hasFocus() and not self.goal.text().strip():
            self.goal.setFocus()
        else:
            self.ready()

    def _typed(self) -> None:
        best, goal = read_mile(self.best.text()), read_mile(self.goal.text())
        self.best_said.say(best.said, "quiet")
        self.goal_said.say(goal.said, "quiet")
        seconds = goal.seconds if goal.seconds is not None else best.seconds
        given = gives(seconds) if seconds is not None else None
        self.laps.show_times(given.at_line if given is not None else ())
        for (label, figure), word, time in zip(
            self.figures,
            (tr("each 400 m"), tr("each 200 m")),
            (given.per_400, given.per_200) if given is not None else ("", ""),
            strict=True,
        ):
            label.say(word if time else "")
            figure.say(time)
        self.said.say(_sentence(best.seconds, goal.seconds), "quiet")
        is_said = not best.said and not goal.said and seconds is not None
        self.enter.say(tr("ready") if is_said and goal.seconds is not None else tr("next"))
        self._arrange()

    def _left(self, field: Entry, said: Text) -> None:
        wrong = read_mile(field.text()).said
        said.say(wrong, "slower" if wrong else "quiet")

    # Where it stands -------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field, once whoever shows the page has done with the focus."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.best.setFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the page out anew."""
        self._arrange()
        super().resizeEvent(event)

    def repaint_all(self) -> None:
        """Paint anew after a change of palette."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the line under what is asked."""
        painter = QPainter(self)
        colours = design.palette()
        painter.fillRect(event.rect(), colours.of("ground"))
        painter.setPen(QPen(colours.of("line"), 1))
        left, right = self.title.x(), self.title.x() + self._inner()
        painter.drawLine(left, self._rule, right, self._rule)
        painter.end()

    def _inner(self) -> int:
        return min(WIDEST, self.width() - 2 * (32 if self.width() > 600 else 16))

    _rule = 0

    def _arrange(self) -> None:
        width, height, inner = self.width(), self.height(), self._inner()
        low = height < LOW_UNDER
        left = (width - inner) // 2
        y = 12 if low else max(24, (height - 520) // 3)
        self.title.setGeometry(left, y, inner, 44)
        y += 48
        why = 0 if low else self.why.heightForWidth(inner)
        self.why.setVisible(not low)
        self.why.setGeometry(left, y, inner, why)
        y += 0 if low else why + 28
        half = (inner - 20) // 2
        for x, label, field, said in (
            (left, self.best_label, self.best, self.best_said),
            (left + half + 20, self.goal_label, self.goal, self.goal_said),
        ):
            label.setGeometry(x, y, half, 24)
            field.setGeometry(x, y + 26, half, 52 if low else 64)
            said.setGeometry(x, y + (82 if low else 96), half, 44)
        y += 82 + 36 if low else 96 + 44
        self._rule = y
        end = self._arrange_figures(left, y + (8 if low else 20), inner, low=low)
        self._arrange_foot(left, inner, min(height - (60 if low else 76), end + 32))

    def _arrange_figures(self, left: int, y: int, inner: int, *, low: bool) -> int:
        """Put the laps, then the figures, then the sentence; return where they end."""
        is_known = bool(self.figures[0][1].text())
        words = tr("at the finish line") if is_known else tr("9 m, then four laps")
        if low and is_known:
            words = "  ·  ".join(
                (*(f"{label.text()} {figure.text()}" for label, figure in self.figures), tr("at the finish line"))
            )
        self.laps_label.say(words)
        self.laps_label.setGeometry(left, y, inner, 24)
        self.laps.setGeometry(left, y + 26, inner, 40 if low else 48)
        y += 74 if low else 96
        loud = design.TITLE if self.height() < TALL_FROM else design.LOUD if inner >= ROOMY else design.FIGURE
        for number, part in enumerate(self.figures):
            label, figure = part
            figure.setFont(design.lettering(loud, design.SEMIBOLD))
            x = left + number * inner // 2
            label.setGeometry(x, y, inner // 2, 24)
            figure.setGeometry(x, y + 22, inner // 2, round(1.2 * loud))
            for each in part:
                each.setVisible(is_known and not low)
        figures = 0 if low else 34 + round(1.2 * loud)
        said = min(52, self.height() - 72 - y) if low else 52
        self.said.setGeometry(left, y + (figures if is_known else 0), inner, said)
        return y + figures + 52  # the room of the figures is kept, so that no button moves while one types

    def _arrange_foot(self, left: int, inner: int, y: int) -> None:
        go, wait = self.go.sizeHint(), self.wait.sizeHint()
        self.go.setGeometry(left + inner - go.width() - 28, y, go.width() + 28, 48)
        self.wait.setGeometry(self.go.x() - wait.width() - 12, y, wait.width(), 48)
        x = left
        for cap in (self.enter, self.escape):
            size = cap.sizeHint()
            cap.setGeometry(x, y + 9, size.width(), size.height())
            cap.setVisible(x + size.width() < self.wait.x() - 12)
            x += size.width() + 20


class Laps(QWidget):
    """Four laps side by side, each with the time at its end."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._times: tuple[str, ...] = ()

    def show_times(self, times: tuple[str, ...]) -> None:
        """Show when each is over; none where it is not known."""
        self._times = times
        self.setAccessibleName(", ".join(times))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the laps."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = design.palette()
        apart = 12
        wide = (self.width() - 3 * apart) / 4
        painter.setFont(design.lettering(design.LEAD, design.SEMIBOLD))
        for number in range(4):
            box = QRectF(number * (wide + apart), 0, wide, self.height()).adjusted(1, 1, -1, -1)
            painter.setPen(QPen(colours.of("line"), 2))
            painter.setBrush(colours.of("panel") if self._times else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            if self._times:
                painter.setPen(colours.of("ink"))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._times[number])
        painter.end()


def _sentence(best: Fraction | None, goal: Fraction | None) -> str:
    """Say what the figures come to, and what is worth a second look."""
    if best is None and goal is None:
        return tr("Not run one yet? Leave both empty: everything works by time and effort, too.")
    if goal is None:
        return tr("With no goal, laps are paced by your best.")
    if best is None:
        return tr("Good. Workouts ask for this pace from now on.")
    off = best - goal
    if off < 0:
        slip = tr("Your best is {time} faster than your goal: fine for a way back, worth a look if it was a slip.")
        return slip.format(time=_seconds(-off))
    if not off:
        return tr("To run your best once more is a goal, too.")
    return tr("{time} to find: {lap} in each lap.").format(time=_seconds(off), lap=_seconds(off / 4))


def _seconds(seconds: Fraction) -> str:
    if seconds >= 60:
        return format_time(seconds, 0)
    text = format_time(seconds, 1).removesuffix(".0")
    return tr("{n} s").format(n=text)
