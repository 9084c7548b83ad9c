"""The practice page: the level that is next, what of it can be set otherwise, and how past scores went.

Rules of the file: what is set stands in one value, and all that is said is said of it; one key starts it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.errors import InputError
from app.core.ladder import level_number, level_words, pass_words
from app.core.practice import Practice, Tones, check_practice, practice_words
from app.core.tongue import tr
from app.core.units import format_metres, parse_time
from app.ui import design
from app.ui.entry import Entry
from app.ui.figures import time_text
from app.ui.keycap import Button, KeyCap
from app.ui.options import PAD, Options
from app.ui.roll import Roll
from app.ui.scroll import WIDTH as BAR
from app.ui.text import Text
from app.ui.trend import LEAST_HEIGHT, TrendLine, points_of
from app.ui.word_button import WordButton

if TYPE_CHECKING:
    from app.ui.practising import Proposal

LAPS = (2, 3, 4, 5, 6, 8)
BESIDE = 820
"""From this width on what can be set stands beside what is proposed."""
STEP = 40
FIELD = 42
LABEL = 24


class PracticePage(QWidget):
    """Proposes a level, and takes another."""

    def __init__(self, start: Callable[[], None], leave: Callable[[], None]) -> None:
        """Make the page.

        Args:
            start: makes ready what is set.
            leave: goes to the workouts.
        """
        super().__init__()
        self.practice: Practice | None = None
        """What is set; None until it is known what is proposed, and while what is typed is no lap time."""
        self._set: Practice | None = None
        self._proposed: Practice | None = None
        self.body = QWidget()
        body = self.body
        self.title = Text(tr("Practice"), design.TITLE, design.BOLD, parent=body)
        about = tr("Even laps with the clock hidden. Press at each line, say what each lap took, then see it.")
        self.about = Text(about, design.BODY, tone="quiet", parent=body).wrapped()
        self.level = Text("", design.FIGURE, design.BOLD, parent=body)
        self.what = Text("", design.LEAD, design.MEDIUM, parent=body).wrapped()
        self.to_pass = Text("", design.BODY, tone="quiet", parent=body).wrapped()
        self.start = Button(tr("Start"), filled=True, parent=body)
        self.start.clicked.connect(lambda _checked=False: start())
        self.back = WordButton("", tr("back to the level that is proposed"), body)
        self.back.clicked.connect(lambda _checked=False: self._take(self._proposed))
        self.labels = {
            name: Text(word, design.SMALL, tone="quiet", parent=body)
            for name, word in (
                ("lap", tr("time of a lap")), ("laps", tr("laps")), ("tones", tr("tones, then none")),
                ("rest", tr("between laps")),
            )
        }  # fmt: skip
        self.lap = Entry(tr("time of a lap"), body)
        self.lap.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lap.setMaxLength(12)
        self.lap.textEdited.connect(self._typed)
        self.lap.returnPressed.connect(start)
        self.wrong = Text("", design.SMALL, tone="slower", parent=body).wrapped()
        self.laps = Options(tr("laps"), [(str(n), n) for n in LAPS], lambda n: self._change(n_laps=n), body)
        self.tones: Options[Tones] = Options(
            tr("tones"), [("100", Tones.QUARTERS)], lambda tones: self._change(tones=tones), body
        )
        self._tones_for = ""
        self.rest = Options(
            tr("between laps"), [(tr("none, one run"), False), (tr("rest, guess in it"), True)],
            lambda with_rest: self._change(with_rest=with_rest), body,
        )  # fmt: skip
        self.empty = Text(tr("Past scores are drawn here."), design.BODY, tone="quiet", parent=body).wrapped()
        self.trend = TrendLine(body)
        self.caps = [KeyCap(tr("enter"), tr("start"), body), KeyCap(tr("esc"), tr("workouts"), body)]
        self.caps[0].pressed.connect(start)
        self.caps[1].pressed.connect(leave)
        self.roll = Roll(tr("practice"), body, STEP, self)
        self.setAccessibleName(tr("practice"))
        self._say()

    def show_proposal(self, proposal: Proposal) -> None:
        """Show what is proposed, and past scores."""
        self._proposed = proposal.next
        self._make_tones(proposal.next)
        self.trend.show_points(points_of(proposal.past))
        self._take(proposal.next)

    def _make_tones(self, practice: Practice) -> None:
        """Name the tones by metres of the track that is set."""
        quarter, half = (format_metres(practice.lap_m / part, 0) for part in (4, 2))
        if quarter == self._tones_for:
            return
        self._tones_for = quarter
        words = (
            (tr("every {metres} m").format(metres=quarter), Tones.QUARTERS),
            (tr("every {metres} m").format(metres=half), Tones.HALVES),
            (tr("at the line"), Tones.LINE),
            (tr("at {metres} m").format(metres=quarter), Tones.START),
            (tr("none", "tones"), Tones.NONE),
        )
        old = self.tones
        self.tones = Options(tr("tones"), words, lambda tones: self._change(tones=tones), self.body)
        self.tones.stackUnder(old)
        self.tones.show()
        old.setParent(None)
        old.deleteLater()
        QWidget.setTabOrder(self.laps.choices[-1][0], self.tones.choices[0][0])

    def _take(self, practice: Practice | None) -> None:
        if practice is None:
            return
        self._set = self.practice = practice
        self.lap.setText(time_text(practice.lap_s))
        self.wrong.say("")
        self._say()

    def _change(self, **changed: int | Tones | bool) -> None:
        if self._set is not None:
            self._set = replace(self._set, **changed)  # type: ignore[arg-type]  # each by its own name
            self._check()

    def _typed(self, text: str) -> None:
        if self._set is None:
            return
        try:
            self._set = replace(self._set, lap_s=parse_time(text))
        except InputError:
            self.practice = None
            self.wrong.say(tr("Write a lap as 1:19.5, or 79.5."))
            self._say()
            return
        self._check()

    def _check(self) -> None:
        assert self._set is not None
        self.practice, said = self._set, ""
        try:
            check_practice(self._set)
        except InputError as error:
            self.practice, said = None, f"{str(error)[:1].upper()}{str(error)[1:]}."
        self.wrong.say(said)
        self._say()

    def _say(self) -> None:
        """Say what is set."""
        practice = self.practice
        self.start.setEnabled(practice is not None)
        self.empty.setVisible(self._proposed is not None and not self.trend.points)
        if self._set is not None:
            self.laps.show_value(self._set.n_laps)
            self.tones.show_value(self._set.tones)
            self.rest.show_value(self._set.with_rest)
        if practice is not None:
            number = level_number(practice)
            self.level.say(level_words(practice))
            self.what.say(practice_words(practice))
            self.to_pass.say(pass_words(practice))
            self.start.setText(tr("Start") if number is None else tr("Start level {number}").format(number=number))
            self.start.setAccessibleName(self.start.text())
        is_other = self._proposed is not None and self._set != self._proposed
        if is_other and self._proposed is not None:
            self.back.setText(tr("Back to {level}").format(level=level_words(self._proposed).lower()))
        self.back.setVisible(is_other)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the page out anew."""
        self.roll.setGeometry(self.rect())
        self._arrange()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), design.palette().of("ground"))
        painter.end()

    # Where it stands ------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        margin = 40 if width > 800 else 16
        inner = width - 2 * margin - BAR
        y = 16 if height < 520 else 28
        self.title.setGeometry(margin, y, inner, 46)
        y += 50
        tall = self.about.heightForWidth(inner)
        self.about.setGeometry(margin, y, inner, tall)
        y += tall + (16 if height < 520 else 32)
        if width >= BESIDE:
            left = round(0.5 * inner)
            bottom = max(self._proposal(margin, y, left - 32), self._controls(margin + left, y, inner - left))
        else:
            bottom = self._controls(margin, self._proposal(margin, y, inner) + 16, inner)
        y = bottom + 24
        caps = 44
        room = height - y - caps - 12
        trend = max(LEAST_HEIGHT + 50, min(room, max(300, round(0.42 * height))))
        shown = bool(self.trend.points)
        self.trend.setVisible(shown)
        self.trend.setGeometry(margin, y, inner, trend)
        self.empty.setGeometry(margin, y, inner, 30)
        y += trend if shown else 36
        y = max(y + 12, height - caps)
        x = margin
        for cap in self.caps:
            cap.setGeometry(x, y, cap.sizeHint().width(), cap.sizeHint().height())
            x += cap.width() + 20
        whole = y + caps
        self.body.resize(width - (BAR if whole > height else 0), max(height, whole))

    def _proposal(self, x: int, y: int, width: int) -> int:
        self.level.setGeometry(x, y, width, 58)
        y += 64
        for text, gap in ((self.what, 10), (self.to_pass, 20)):
            tall = text.heightForWidth(width)
            text.setGeometry(x, y, width, tall)
            y += tall + gap
        size = self.start.sizeHint()
        self.start.setGeometry(x, y, size.width(), size.height())
        back = self.back.sizeHint()
        beside = x + size.width() + 16
        if beside + back.width() <= x + width:
            self.back.setGeometry(beside, y + (size.height() - back.height()) // 2, back.width(), back.height())
        else:
            self.back.setGeometry(x, y + size.height() + 8, back.width(), back.height())
            y += (back.height() + 8) * self.back.isVisibleTo(self.body)
        return y + size.height()

    def _controls(self, x: int, y: int, width: int) -> int:
        self.labels["lap"].setGeometry(x, y, width, LABEL)
        self.lap.setGeometry(x, y + LABEL + 2, min(160, width), FIELD)
        said = self.wrong.heightForWidth(width) if self.wrong.text() else 0
        self.wrong.setGeometry(x, y + LABEL + FIELD + 6, width, said)
        y += LABEL + FIELD + 14 + said
        rows: tuple[tuple[str, Options[int] | Options[Tones] | Options[bool]], ...] = (
            ("laps", self.laps), ("tones", self.tones), ("rest", self.rest),
        )  # fmt: skip
        for name, row in rows:
            self.labels[name].setGeometry(x, y, width, LABEL)
            row.setGeometry(x - PAD, y + LABEL, width + PAD, row.sizeHint().height())
            y += LABEL + row.sizeHint().height() + 8
        return y
