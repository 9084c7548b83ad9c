"""The athlete's figures: goal, best, track, lead-in and marks, and what the goal comes to for a lap.

Rules of the file: it stands in a column or on top of a page, in as much height as it says it needs; what is typed
is taken as soon as it can be read, and what cannot be read is said.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.errors import InputError
from app.core.pace import even_time
from app.core.tongue import tr
from app.core.track import INDOOR, OUTDOOR, YARDS
from app.core.units import MILE_M, Metres, format_lap, format_metres, format_time, parse_time
from app.ui import design
from app.ui.choices import Choices
from app.ui.entry import Entry
from app.ui.options import PAD, UNDERLINE, Options, height_at
from app.ui.shortened import Shortened
from app.ui.text import Text
from app.ui.word_button import INSET, WordButton

FLAT = 160
"""Height on top of a page, with the labels above what is set."""
ROW = height_at(design.BODY)
APART, LINE, SAID = 12, 38, 250
"""Between two figures of a line, the height of a line, and the room for the sentence in one."""


class Figures(QWidget):
    """Sets what workouts are compiled for."""

    def __init__(self, choose: Callable[[Choices], None], more: Callable[[], None], parent: QWidget) -> None:
        """Make the figures.

        Args:
            choose: called with what is set, whenever it changes.
            more: called to set the rest of it, on the pacing page.
            parent: of the widget.
        """
        super().__init__(parent)
        self._choose = choose
        self._choices = Choices()
        self._manner: Callable[[], object] = self._arrange_flat
        self.labels = {
            name: Shortened(word, design.SMALL, tone="quiet", parent=self)
            for name, word in (
                ("goal", tr("goal mile")), ("best", tr("best mile")), ("track", tr("track")),
                ("lead_in", tr("lead-in, s")), ("marks", tr("marks at")),
            )
        }  # fmt: skip
        self.goal = Entry(tr("m:ss"), self, design.TITLE)
        self.best = Entry(tr("m:ss"), self)
        self.goal.setAccessibleName(tr("goal mile"))
        self.best.setAccessibleName(tr("best mile"))
        for field in (self.goal, self.best):
            field.setTextMargins(10, 0, 4, 0)
            field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            field.setMaxLength(40)
            field.textChanged.connect(self._typed)
            field.returnPressed.connect(field.clearFocus)
        self.pace = Text("", design.SMALL, tone="quiet", parent=self).wrapped()
        self.pace.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.has_more = True
        """Whether the way to the pacing page leads anywhere else."""
        self.more = WordButton(tr("pacing"), tr("pacing: track, race and start"), self)
        self.more.clicked.connect(lambda _checked: more())
        tracks = [("400", OUTDOOR.lap_m), ("200", INDOOR.lap_m), (tr("440y"), YARDS.lap_m)]
        self.track = Options(tr("track"), tracks, lambda m: self._set(track_m=m), self)
        self.lead_in = Options(
            tr("lead-in seconds"), [(str(s), s) for s in (0, 3, 5, 10)], lambda s: self._set(lead_in_s=s), self
        )
        self.marks: Options[int | None] = Options(
            tr("marks"), [(tr("each lap"), None), ("200", 200), ("100", 100)], lambda m: self._set(mark_every_m=m), self
        )

    def show_choices(self, choices: Choices) -> None:
        """Show what is set."""
        self._choices = choices
        for field, seconds in ((self.goal, choices.goal_s), (self.best, choices.best_s)):
            field.blockSignals(True)
            field.setText(time_text(seconds))
            field.blockSignals(False)
        self._show_track(choices.track_m)
        self.lead_in.show_value(choices.lead_in_s)
        self.marks.show_value(choices.mark_every_m)
        self._say_pace("")

    def _show_track(self, lap_m: Metres) -> None:
        """Show the track; an own length, which is typed on the pacing page, takes the place of the yards."""
        is_own = lap_m not in (OUTDOOR.lap_m, INDOOR.lap_m, YARDS.lap_m)
        self.track.offer(2, *((format_metres(lap_m), lap_m) if is_own else (tr("440y"), YARDS.lap_m)))
        self.track.show_value(lap_m)

    def stand_in_column(self, gap: int, *, beside: bool) -> None:
        """Stand one below the other.

        Args:
            gap: below each.
            beside: whether labels are beside what is set instead of above it.
        """
        self._manner = (lambda: self._arrange_beside(gap)) if beside else (lambda: self._arrange_below(gap))
        self._manner()

    def stand_on_top(self, *, low: bool) -> None:
        """Stand on top of a page, labels above what is set, or beside it where the page is low."""
        self._manner = self._arrange_lines if low else self._arrange_flat
        self._manner()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay them out anew."""
        self._manner()
        super().resizeEvent(event)

    def _typed(self) -> None:
        times: list[Fraction | None] = []
        said = ""
        for name, field in ((tr("goal mile"), self.goal), (tr("best mile"), self.best)):
            text = field.text().strip()
            try:
                times.append(parse_time(text) if text else None)
            except InputError:
                said = tr("The {name} is a time such as 5:20.").format(name=name)
                times.append(self._choices.goal_s if field is self.goal else self._choices.best_s)
        self._choices = replace(self._choices, goal_s=times[0], best_s=times[1])
        self._say_pace(said)
        if not said:
            self._choose(self._choices)

    def _set(self, **changed: Fraction | int | None) -> None:
        self._choices = replace(self._choices, **changed)  # type: ignore[arg-type]  # each by its own name
        self._show_track(self._choices.track_m)
        self._choose(self._choices)

    def _say_pace(self, wrong: str) -> None:
        self._say(wrong)
        self._manner()

    def _say(self, wrong: str) -> None:
        goal = self._choices.goal_s
        if wrong:
            self.pace.say(wrong, "slower")
        elif goal is None:
            self.pace.say(tr("No goal: laps have no ±."), "quiet")
        else:
            lap = format_lap(even_time(goal, MILE_M, Fraction(400)), 2)
            self.pace.say(tr("{time} per 400 m").format(time=lap), "quiet")

    @property
    def _parts(self) -> tuple[tuple[str, QWidget, int], ...]:
        return (
            ("goal", self.goal, 50), ("best", self.best, 38), ("track", self.track, ROW),
            ("lead_in", self.lead_in, ROW), ("marks", self.marks, ROW),
        )  # fmt: skip

    def _arrange_below(self, gap: int) -> None:
        y, left, width = 0, PAD, self.width() - 2 * PAD
        for name, field, height in self._parts:
            self.labels[name].setGeometry(left, y, width, 22)
            y += 24
            self._put(field, left, y, width, height)
            y += height + gap
            if name == "goal":
                self._put_pace(left, y - gap + 2, width, 42)
                y += 44 - gap

    def _arrange_beside(self, gap: int) -> None:
        """Put them beside their labels, but for the marks, which need the width."""
        y, left, width = 0, PAD, self.width() - 2 * PAD
        widest = max(label.sizeHint().width() for name, label in self.labels.items() if name != "marks") + 12
        for name, field, _height in self._parts:
            least = field.least_width if isinstance(field, Options) else 0
            beside = min(widest, width // 2, width + 2 * PAD - least)
            tall = LINE if isinstance(field, Entry) else ROW
            if name == "marks":
                self.labels[name].setGeometry(left, y, width, 22)
                self._put(field, left, y + 22, width, ROW)
                continue
            self._put(field, left + beside, y, width - beside, tall if tall == ROW else tall - 2)
            self._label(name, field, left, beside)
            y += tall + gap
            if name == "goal":
                self._put_pace(left, y - gap + 2, width, 42)
                y += 44 - gap

    def _arrange_flat(self) -> None:
        left, width = PAD, self.width() - 2 * PAD
        half = (width - 16) // 2
        for index, (name, field) in enumerate((("goal", self.goal), ("best", self.best))):
            x = left + index * (half + 16)
            self.labels[name].setGeometry(x, 0, half, 20)
            self._put(field, x, 22, half, 42)
        self._put_pace(left, 68, width, 22, up=3)
        rows: tuple[tuple[str, Options[Any]], ...] = (
            ("track", self.track), ("lead_in", self.lead_in), ("marks", self.marks),
        )  # fmt: skip
        share = (width + 2 * PAD) / sum(row.least_width for _name, row in rows)
        taken = 0
        for name, row in rows:
            begin = round(share * taken)
            taken += row.least_width
            wide = round(share * taken) - begin
            self.labels[name].setGeometry(left + begin, 96, wide - 8, 20)
            self._put(row, left + begin, 116, wide - 2 * PAD, ROW)

    def lines_at(self, width: int) -> list[list[tuple[QWidget, int, int]]]:
        """Return what stands in each line where the page is low: what is set, room of its label, and its own."""
        items: list[tuple[QWidget, int, int]] = []
        for name, field, _height in self._parts:
            own = field.least_width - 2 * PAD if isinstance(field, Options) else 86
            items.append((field, self.labels[name].sizeHint().width() + 8, own))
            if name == "best":
                items.append((self.pace, 0, SAID))
        lines: list[list[tuple[QWidget, int, int]]] = [[]]
        used = 0
        for item in items:
            if lines[-1] and used + item[1] + item[2] > width - 2 * PAD:
                lines.append([])
                used = 0
            lines[-1].append(item)
            used += item[1] + item[2] + APART
        return lines

    def _arrange_lines(self) -> None:
        names = {field: name for name, field, _height in self._parts}
        for number, line in enumerate(self.lines_at(self.width())):
            x, y = PAD, number * LINE
            for field, label, own in line:
                if field is self.pace:
                    self._put_pace(x, y + 8, own, LINE - 8, up=6)
                else:
                    tall = ROW if isinstance(field, Options) else LINE - 4
                    self._put(field, x + label, y, own, tall)
                    self._label(names[field], field, x, label)
                x += label + own + APART

    def _put_pace(self, x: int, y: int, width: int, height: int, up: int = 1) -> None:
        """Put what the goal comes to beside the way to the rest of it, which leaves where something wrong is said."""
        size = self.more.sizeHint()
        room = width - size.width() + INSET
        is_beside = self.pace.tone == "quiet" and self.pace.fontMetrics().horizontalAdvance(self.pace.text()) < room - 8
        is_beside &= self.has_more
        self.more.setVisible(is_beside)
        self.more.setGeometry(x + room, y - up, size.width(), size.height())
        self.pace.setGeometry(x, y, room - 8 if is_beside else width, height)

    def _put(self, field: QWidget, x: int, y: int, width: int, height: int) -> None:
        """Put a field on a margin; a row of options begins before it, so that its first word stands on it."""
        inset = PAD if isinstance(field, Options) else 0
        field.setGeometry(x - inset, y, width + 2 * inset, height)
        if field is self.goal:
            field.setFont(design.lettering(min(design.TITLE, 0.68 * height)))

    def _label(self, name: str, field: QWidget, x: int, width: int) -> None:
        """Put a label beside its field, on the line of its words, which stand above their underline."""
        tall = field.height() - (UNDERLINE if isinstance(field, Options) else 0)
        self.labels[name].setGeometry(x, field.y(), width - 8, tall)


def time_text(seconds: Fraction | None) -> str:
    """Write a time as a person would type it: `5:20`, `5:20.5`; empty for none."""
    if seconds is None:
        return ""
    text = format_time(seconds, 0 if seconds.denominator == 1 else 3)
    return text.rstrip("0").rstrip(".") if "." in text else text
