"""The result page: how even it was, each lap against its target, and the athlete's own note.

Rules of the file: the answer first. Evenness, its picture and the sentence are seen without scrolling at any size; a
roomy page shows all of it and scrolls the table alone, any other is one roll from top to bottom.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

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
from app.ui.resulttable import HEAD, ROW, ResultTable
from app.ui.roll import Roll
from app.ui.scroll import WIDTH as BAR
from app.ui.statgrid import StatGrid
from app.ui.text import Text

ROOMY = QSize(1000, 680)
"""From this size on all of it stands on one page."""
SPACIOUS = QSize(1600, 960)
"""From this size on what is read is written a step larger."""
BESIDE = 600
"""From this width on the picture stands beside the evenness."""
HERO = 1.25
"""The hero may grow beyond the scale of the design where the window does."""


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
        self.body = QWidget()
        self._can_undo = False
        self.buttons = {
            "leave": Button(tr("Workouts")),
            "undo": Button(tr("Undo last lap")),
            "save": Button(tr("Save again")),
            "again": Button(tr("Run again"), filled=True),
        }
        for name, do in (("leave", leave), ("undo", undo), ("save", save_again), ("again", run_again)):
            self.buttons[name].clicked.connect(do)
        self.head = ResultHead(self.buttons, self.body)
        self.offer = Offer(self.body)
        self.how = Text("", design.BODY, tone="quiet", parent=self.body)
        self.hero = BigFigure(self.body)
        self.hero_note = Text("", design.SMALL, tone="quiet", parent=self.body).wrapped()
        self.stats = StatGrid(self.body)
        self.bars = LapBars(self.body)
        self.nothing = Text("", design.LEAD, tone="quiet", parent=self.body).wrapped()
        self.sentence = Text("", design.LEAD, design.MEDIUM, parent=self.body).wrapped()
        self.table = ResultTable()
        self.table_roll = Roll(tr("laps, in full"), self.table, ROW, self.body)
        self.foot = ResultFoot(note, self._give_keys, self.body)
        self.note, self.cues = self.foot.note, self.foot.cues
        self.occasion, self.headline = self.head.occasion, self.head.headline
        self.buttons["note"] = self.foot.button
        self.roll = Roll(tr("result"), self.body, ROW, self)
        self.roll.verticalScrollBar().installEventFilter(self)
        self.setFocusProxy(self.roll)
        self.setAccessibleName(tr("result"))

    def show_session(
        self, plan: Plan, session: Session, started_at: str, note: str = "", cue_log: Sequence[CueRecord] = ()
    ) -> None:
        """Show a session: one that has just ended, or one from the history."""
        self.outcome = found = outcome_of(plan, session, started_at)
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

    # Where it stands ------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        if self.outcome is None:
            return
        width, height = self.width(), self.height()
        is_spacious = width >= SPACIOUS.width() and height >= SPACIOUS.height()
        self.sentence.setFont(design.lettering(design.LARGE if is_spacious else design.LEAD, design.MEDIUM))
        for text in (self.hero_note, self.how):
            text.setFont(design.lettering(design.BODY if is_spacious or text is self.how else design.SMALL))
        self.sentence.setVisible(bool(self.sentence.text()))
        self.nothing.setVisible(bool(self.nothing.text()))
        self.bars.setVisible(bool(self.outcome.picture.bars))
        self.table_roll.setVisible(bool(self.outcome.lines))
        if self.is_roomy:
            self._arrange_roomy(64 if is_spacious else 40, width, height, large=is_spacious)
        else:
            self._arrange_roll(width, height)

    def _arrange_roomy(self, margin: int, width: int, height: int, *, large: bool) -> None:
        self.body.resize(width, height)
        inner = width - 2 * margin
        y = self._place_head(margin, 20, inner, design.LOUD if large else design.FIGURE)
        tall = self.foot.arrange_for(inner)
        foot = height - tall - 16
        self.foot.setGeometry(margin, foot, inner, tall)
        left = round(0.25 * width)
        under = self._place_hero(margin, y, left, min(HERO * design.HERO * width / 1280, 0.28 * (foot - y)))
        px = design.FIGURE if large else design.TITLE
        free = foot - 28 - under
        n_columns = 1 if self.stats.height_for(1, px) <= free + 12 else 2
        self.stats.setGeometry(margin, under + 12, left, min(free, self.stats.height_for(n_columns, px)))
        right, room = margin + left + 36, foot - 16 - y
        across = width - margin - right
        sentence = self._sentence_height(across)
        whole = self.table.height_for(large=large)
        picture = self._picture_height(max(round(0.46 * room), room - whole - sentence - 28), room)
        table = max(0, min(whole, room - picture - sentence - 28))
        self._place_picture(right, y, across, picture)
        self.sentence.setGeometry(right, y + picture + 12, across, sentence)
        self.table_roll.setGeometry(right, y + picture + 12 + sentence + 8, across, table)
        self.table.resize(across - (14 if table < whole else 0), whole)

    def _arrange_roll(self, width: int, height: int) -> None:
        margin = 32 if width >= 900 else 16
        inner = width - 2 * margin
        is_beside = width >= BESIDE
        y = self._place_head(margin, 16 if height >= 520 else 8, inner, design.FIGURE if width >= 900 else design.TITLE)
        across = round(0.27 * inner) if is_beside else inner
        hero = self._place_hero(margin, y, across, min(0.9 * design.HERO, 0.5 * across, 0.22 * height))
        left, top = (margin + across + 28, y) if is_beside else (margin, hero + 8)
        wide = margin + inner - left
        sentence = self._sentence_height(inner)
        least = max(hero - y, 200) if is_beside else 200
        picture = self._picture_height(max(least, height - top - sentence - 24 - (HEAD + 2 * ROW)), height)
        self._place_picture(left, top, wide, picture)
        y = max(hero, top + picture) + 12
        self.sentence.setGeometry(margin, y, inner, sentence)
        y += sentence + 8
        whole = self.table.height_for()
        self.table_roll.setGeometry(margin, y, inner, whole)
        self.table.resize(inner, whole)
        y += whole + 24
        n_columns = max(1, min(len(self.stats.figures), inner // 140))
        stats = self.stats.height_for(n_columns)
        self.stats.setGeometry(margin, y, inner, stats)
        y += stats + (12 if stats else 0)
        tall = self.foot.arrange_for(inner)
        self.foot.setGeometry(margin, max(y, height - tall - 16), inner, tall)
        whole = y + tall + 16
        self.body.resize(width - (BAR if whole > height else 0), max(height, whole))

    def _place_head(self, x: int, y: int, width: int, px: int) -> int:
        tall = self.head.arrange_for(width, px)
        self.head.setGeometry(x, y, width, tall)
        y += tall + 12
        if not self.offer.isHidden():
            tall = self.offer.arrange_for(width)
            self.offer.setGeometry(x, y, width, tall)
            y += tall + 16
        return y

    def _place_hero(self, x: int, y: int, width: int, px: float) -> int:
        self.how.setGeometry(x, y, width, 28)
        tall = self.hero.height_for(width, px)
        self.hero.setGeometry(x, y + 36, width, tall)
        y += 36 + tall + 16
        note = self.hero_note.heightForWidth(width) if self.hero_note.text() else 0
        self.hero_note.setGeometry(x, y, width, note)
        return y + note + (8 if note else 0)

    def _sentence_height(self, width: int) -> int:
        return self.sentence.heightForWidth(width) + 4 if self.sentence.text() else 0

    def _picture_height(self, wanted: int, room: int) -> int:
        """Return the height of the picture, or of what is said in its place."""
        return min(wanted, round(0.72 * room)) if not self.nothing.text() else max(72, min(160, room // 4))

    def _place_picture(self, x: int, y: int, width: int, height: int) -> None:
        self.bars.setGeometry(x, y, width, height)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.nothing.setGeometry(x, y, width, height)
