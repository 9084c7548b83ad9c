"""The sidebar: where to go, and what the athlete sets: goal, best, track, lead-in, marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.core.errors import InputError
from app.core.pace import even_time
from app.core.units import MILE_M, format_time, parse_time
from app.ui import design
from app.ui.choice import ChoiceRow
from app.ui.desk import Choices
from app.ui.entry import Entry
from app.ui.text import Text

WIDTH = 236
FLAT_HEIGHT, WAYS_HEIGHT = 216, 56
"""On top of a page: with what the athlete sets, and with the ways alone."""


class Way(QAbstractButton):
    """A way to another page."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the room for the word."""
        return QSize(
            QFontMetrics(design.lettering(design.BODY, design.SEMIBOLD)).horizontalAdvance(self.text()) + 4, 34
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the word."""
        painter = QPainter(self)
        chosen = self.isChecked()
        painter.setFont(design.lettering(design.BODY, design.SEMIBOLD if chosen else design.REGULAR))
        lit = chosen or self.underMouse()
        painter.setPen(design.palette().of("ink" if lit else "quiet"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        if chosen:
            painter.fillRect(
                QRectF(0, self.height() - 3, QFontMetrics(painter.font()).horizontalAdvance(self.text()), 2),
                design.palette().of("ink"),
            )
        painter.end()


class Sidebar(QWidget):
    """Stands at the left of the library, the history and the sound; lies on top where the window is narrow."""

    def __init__(self, go: Callable[[str], None], choose: Callable[[Choices], None]) -> None:
        """Make the sidebar.

        Args:
            go: called with `workouts`, `run`, `history` or `sound`.
            choose: called with what is set, whenever it changes.
        """
        super().__init__()
        self._choose = choose
        self._choices = Choices()
        self._name = "workouts"
        self.title = Text("Bell Lap", design.LARGE, design.BOLD, parent=self)
        self.ways = {
            name: Way(word, self)
            for name, word in (("workouts", "Workouts"), ("run", "Running"), ("history", "History"), ("sound", "Sound"))
        }
        for name, way in self.ways.items():
            way.clicked.connect(lambda _checked, name=name: go(name))
        self.ways["run"].hide()
        self.labels = {
            name: Text(word, design.SMALL, tone="quiet", parent=self)
            for name, word in (
                ("goal", "goal mile"), ("best", "best mile"), ("track", "track, m"), ("lead_in", "lead-in, s"),
                ("marks", "marks at"),
            )
        }  # fmt: skip
        self.goal = Entry("m:ss", self, design.TITLE)
        self.best = Entry("m:ss", self)
        self.goal.setAccessibleName("goal mile")
        self.best.setAccessibleName("best mile")
        for field in (self.goal, self.best):
            field.setTextMargins(10, 0, 4, 0)
            field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            field.setMaxLength(40)
            field.textChanged.connect(self._typed)
            field.returnPressed.connect(field.clearFocus)
        self.pace = Text("", design.SMALL, tone="quiet", parent=self).wrapped()
        self.track = ChoiceRow("track", [("400", 400), ("200", 200)], lambda m: self._set(track_m=m), self)
        self.lead_in = ChoiceRow(
            "lead-in seconds", [(str(s), s) for s in (0, 3, 5, 10)], lambda s: self._set(lead_in_s=s), self
        )
        self.marks: ChoiceRow[int | None] = ChoiceRow(
            "marks", [("each lap", None), ("200", 200), ("100", 100)], lambda m: self._set(mark_every_m=m), self
        )

    def show_choices(self, choices: Choices) -> None:
        """Show what is set."""
        self._choices = choices
        for field, seconds in ((self.goal, choices.goal_s), (self.best, choices.best_s)):
            field.blockSignals(True)
            field.setText(time_text(seconds))
            field.blockSignals(False)
        self.track.show_value(choices.track_m)
        self.lead_in.show_value(choices.lead_in_s)
        self.marks.show_value(choices.mark_every_m)
        self._say_pace("")

    def show_page(self, name: str, *, running: bool) -> None:
        """Show where we are, and whether there is a session to go back to."""
        self._name = name
        for each, way in self.ways.items():
            way.setChecked(each == name)
        self.ways["run"].setVisible(running)
        self._arrange()

    def flat_height(self, room: int) -> int:
        """Return the height on top of the page: where sound is set the athlete's figures would only take its room."""
        return WAYS_HEIGHT if self._name == "sound" else min(FLAT_HEIGHT, room // 2)

    @property
    def is_flat(self) -> bool:
        """Whether it lies on top of the page."""
        return self.width() > 1.5 * self.height() or self.height() < 420

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

    def _typed(self) -> None:
        times: list[Fraction | None] = []
        said = ""
        for name, field in (("goal mile", self.goal), ("best mile", self.best)):
            text = field.text().strip()
            try:
                times.append(parse_time(text) if text else None)
            except InputError:
                said = f"The {name} is a time such as 5:20."
                times.append(self._choices.goal_s if field is self.goal else self._choices.best_s)
        self._choices = replace(self._choices, goal_s=times[0], best_s=times[1])
        self._say_pace(said)
        if not said:
            self._choose(self._choices)

    def _set(self, **changed: int | None) -> None:
        self._choices = replace(self._choices, **changed)  # type: ignore[arg-type]  # each by its own name
        self._choose(self._choices)

    def _say_pace(self, wrong: str) -> None:
        goal = self._choices.goal_s
        if wrong:
            self.pace.say(wrong, "slower")
        elif goal is None:
            self.pace.say("No goal: laps have no ±.", "quiet")
        else:
            self.pace.say(f"{format_time(even_time(goal, MILE_M, Fraction(400)), 2)} per 400 m", "quiet")

    def _arrange(self) -> None:
        ways_alone = self.is_flat and self._name == "sound"
        for part in (*self.labels.values(), self.goal, self.best, self.pace, self.track, self.lead_in, self.marks):
            part.setVisible(not ways_alone)
        self.title.show()
        if self.is_flat:
            self._arrange_flat()
            return
        left = 24 if self.width() >= WIDTH else 16
        width = self.width() - 2 * left
        self.title.setGeometry(left, 26, width, 44)
        is_low = self.height() < 680  # then all four ways and the figures below them find room
        y = 80 if is_low else 100
        for way in self.ways.values():
            if not way.isHidden():
                way.setGeometry(left, y, way.sizeHint().width(), 36)
                y += 38 if is_low else 45
        parts: tuple[tuple[str, QWidget, int], ...] = (
            ("goal", self.goal, 50), ("best", self.best, 38), ("track", self.track, 30), ("lead_in", self.lead_in, 30),
            ("marks", self.marks, 30),
        )  # fmt: skip
        gap = 14 if self.height() > 680 else 4
        y = max(y + 8, self.height() - 24 - sum(24 + height + gap for _n, _w, height in parts) - 44)
        for name, field, height in parts:
            self.labels[name].setGeometry(left, y, width, 22)
            y += 23
            field.setGeometry(left - (0 if field in (self.goal, self.best) else 3), y, width, height)
            y += height + gap
            if name == "goal":
                self.pace.setGeometry(left, y - gap + 2, width, 42)
                y += 36

    def _arrange_flat(self) -> None:
        left, width = 16, self.width() - 32
        shown = [way for way in self.ways.values() if not way.isHidden()]
        needed = sum(way.sizeHint().width() + 18 for way in shown) - 18
        self.title.setGeometry(left, 8, 140, 40)
        self.title.setVisible(150 + needed <= width)
        x = left + (0 if self.title.isHidden() else 150)
        for way in shown:
            size = way.sizeHint()
            way.setGeometry(x, 12, size.width(), 34)
            x += size.width() + 18
        half = (width - 16) // 2
        for index, (name, field, height) in enumerate((("goal", self.goal, 42), ("best", self.best, 42))):
            x = left + index * (half + 16)
            self.labels[name].setGeometry(x, 54, half, 20)
            field.setGeometry(x, 76, half, height)
        self.pace.setGeometry(left, 122, width, 22)
        rows: tuple[tuple[str, QWidget, float], ...] = (
            ("track", self.track, 0.0), ("lead_in", self.lead_in, 0.25), ("marks", self.marks, 0.58),
        )  # fmt: skip
        for name, row, share in rows:
            self.labels[name].setGeometry(left + round(share * width), 150, width // 3, 20)
            row.setGeometry(left + round(share * width) - 3, 172, round(0.45 * width), 32)


def time_text(seconds: Fraction | None) -> str:
    """Write a time as a person would type it: `5:20`, `5:20.5`; empty for none."""
    if seconds is None:
        return ""
    text = format_time(seconds, 0 if seconds.denominator == 1 else 3)
    return text.rstrip("0").rstrip(".") if "." in text else text
