"""The result page: how even it was, each lap against its target, and the athlete's own note.

Rules of the file: the answer first. Evenness, its picture and the sentence are seen without scrolling at any size; a
roomy page shows all of it and scrolls the table alone, any other is one roll from top to bottom.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.ladder import Practised
from app.core.lateness import CueRecord, lateness, lateness_words
from app.core.plan import Plan
from app.core.session import Session
from app.core.tongue import tr
from app.ui import design
from app.ui.bars import LapBars
from app.ui.bigfigure import BigFigure
from app.ui.keycap import Button
from app.ui.offer import Offer
from app.ui.outcome import Outcome, outcome_of
from app.ui.result_foot import ResultFoot
from app.ui.result_head import ResultHead
from app.ui.result_layout import ROOMY, ResultLayout
from app.ui.resulttable import ROW, ResultTable
from app.ui.roll import Roll
from app.ui.statgrid import StatGrid
from app.ui.text import Text
from app.ui.trend import Point, TrendLine, points_of


class ResultPage(QWidget):
    """Shows what came out of a session."""

    def __init__(
        self,
        run_again: Callable[[], None],
        undo: Callable[[], None],
        save_again: Callable[[], None],
        leave: Callable[[], None],
        note: Callable[[str], None],
    ) -> None:
        """Make the page; each argument is what a button does, `note` gets the text."""
        super().__init__()
        self.outcome: Outcome | None = None
        self.shows: Session | None = None
        self.body = QWidget()
        self._can_undo = False
        self.buttons = {
            "leave": Button(tr("Workouts")),
            "undo": Button(tr("Undo last lap")),
            "save": Button(tr("Save again")),
            "again": Button(tr("Run again"), filled=True),
            "next": Button("", filled=True),
        }
        self.next: Callable[[], None] | None = None
        self.buttons["next"].clicked.connect(lambda _checked=False: self.next and self.next())
        for name, do in (("leave", leave), ("undo", undo), ("save", save_again), ("again", run_again)):
            self.buttons[name].clicked.connect(do)
        self.head = ResultHead(self.buttons, self.body)
        self.offer = Offer(self.body)
        self.how = Text("", design.BODY, tone="quiet", parent=self.body)
        self.hero = BigFigure(self.body)
        self.hero_note = Text("", design.SMALL, tone="quiet", parent=self.body).wrapped()
        self.stats = StatGrid(self.body)
        self.bars = LapBars(self.body)
        self.trend = TrendLine(self.body)
        self.nothing = Text("", design.LEAD, tone="quiet", parent=self.body).wrapped()
        self.sentence = Text("", design.LEAD, design.MEDIUM, parent=self.body).wrapped()
        self.table = ResultTable()
        self.table_roll = Roll(tr("laps, in full"), self.table, ROW, self.body)
        self.foot = ResultFoot(note, self._give_keys, self.body)
        self.note, self.cues = self.foot.note, self.foot.cues
        self.occasion, self.headline = self.head.occasion, self.head.headline
        self.buttons["note"] = self.foot.button
        self._layout = ResultLayout(self)
        self.roll = Roll(tr("result"), self.body, ROW, self)
        self.roll.verticalScrollBar().installEventFilter(self)
        self.setFocusProxy(self.roll)
        self.setAccessibleName(tr("result"))

    def show_session(
        self, plan: Plan, session: Session, started_at: str, note: str = "", cue_log: Sequence[CueRecord] = ()
    ) -> None:
        """Show a session: one that has just ended, or one from the history."""
        self.outcome = found = outcome_of(plan, session, started_at)
        self.shows = session
        self._follow_practice((), "", None)
        self.buttons["undo"].setText(tr("Undo") if plan.setup.is_blind else tr("Undo last lap"))
        self.head.show_outcome(found)
        self.how.say(found.hero.label)
        self.hero.say(found.hero.value, found.hero.label, found.hero.tone)
        self.hero_note.say(found.hero_note)
        self.stats.show_figures(found.stats)
        self.bars.show_picture(found.picture)
        self.nothing.say(found.nothing)
        self.table.show_lines(found.lines)
        self.sentence.say(found.sentence)
        self.foot.show_note(note)
        self.cues.say(lateness_words(lateness(cue_log)))
        self.offer.show_ways(None, None)
        self.say_back(tr("Workouts"))
        self.roll.verticalScrollBar().setValue(0)
        self.table_roll.verticalScrollBar().setValue(0)

    def show_practice(self, past: Sequence[Practised], here: int, words: str, run_next: Callable[[], None]) -> None:
        """Show how the score of a practice goes on from past ones, and offer the next.

        Args:
            past: newest first, this one among them.
            here: the id of this one.
            words: what the next is called.
            run_next: makes it ready.
        """
        self._follow_practice(points_of(past, here), words, run_next)
        self._arrange()

    def _follow_practice(self, points: tuple[Point, ...], words: str, run_next: Callable[[], None] | None) -> None:
        self.next = run_next
        self.trend.show_points(points)
        self.buttons["next"].setText(words)
        self.buttons["next"].setAccessibleName(words)
        self.buttons["next"].setVisible(run_next is not None)
        self.buttons["again"].fill(filled=run_next is None)

    def offer_resume(self, undo: Callable[[], None] | None, go_on: Callable[[], None] | None) -> None:
        """Offer the way back from a stop, by button and by key; None takes a way away again.

        Args:
            undo: takes the stop back as if it had not been; key U.
            go_on: goes on from now, the time since the stop a pause; key G.
        """
        self.offer.show_ways(undo, go_on)
        self.buttons["undo"].setVisible(self._can_undo and undo is None)
        self._arrange()

    def say_back(self, where: str) -> None:
        """Name the page that the first button goes to; the workouts, unless it is said after each session shown."""
        self.buttons["leave"].setText(where)
        self.buttons["leave"].setAccessibleName(where)
        self._arrange()

    @property
    def keys(self) -> dict[int, Callable[[], object]]:
        """What keys do here, beside those of every page: the offer's, while it stands."""
        return self.offer.keys

    def say_cues(self, cue_log: Sequence[CueRecord]) -> None:
        """Say how late the cues were; costs little when it is what is said."""
        words = lateness_words(lateness(cue_log))
        if words != self.cues.text():
            self.cues.say(words)
            self._arrange()

    def say_saved(self, sentence: str, *, failed: bool, can_undo: bool) -> None:
        """Say whether it is on disk, and what can still be done."""
        self._can_undo = can_undo
        self.foot.saved.say("" if failed else sentence, "recovery")
        self.head.failure.say(sentence if failed else "")
        self.buttons["save"].setVisible(failed)
        self.buttons["undo"].setVisible(can_undo and not self.offer.keys)
        self._arrange()

    def say_noted(self, text: str) -> None:
        """Say that the note is on disk."""
        self.foot.say_kept(text)
        self.head.failure.say("")
        self.foot.saved.say(tr("Note saved."), "recovery")
        self._arrange()

    @property
    def saved(self) -> Text:
        """What says whether it is on disk: in the head where it is not, in the foot where it is."""
        return self.head.failure if self.head.failure.text() else self.foot.saved

    @property
    def title(self) -> str:
        """What the window's title says of it."""
        return "" if self.outcome is None else f"{self.outcome.headline}  {self.outcome.beside.value}"

    @property
    def is_roomy(self) -> bool:
        """Whether all of it stands on one page, and the table alone scrolls."""
        return self.width() >= ROOMY.width() and self.height() >= ROOMY.height()

    def _arrange(self) -> None:
        if self.outcome is not None:
            self._layout.arrange(self.outcome)

    def _give_keys(self) -> None:
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key of the offer does; scroll the table where it alone scrolls."""
        do = self.keys.get(event.key())
        if do is not None:
            do()
        elif self.is_roomy and self.table_roll.can_scroll:
            self.table_roll.keyPressEvent(event)
        else:
            event.ignore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lay the page out anew when the bar of the roll comes or goes: it takes width."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._arrange()
        return super().eventFilter(watched, event)

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
