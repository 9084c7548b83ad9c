"""The result page: how even it was, each lap against its target, and the athlete's own note."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from app.core.lateness import CueRecord, lateness, lateness_words
from app.core.plan import Plan
from app.core.session import Session
from app.ui import design
from app.ui.bars import LapBars
from app.ui.entry import Entry
from app.ui.keycap import Button
from app.ui.outcome import APART, Outcome, outcome_of
from app.ui.resulttable import HEAD, ROW, ResultTable
from app.ui.scroll import ThinBar
from app.ui.text import Text

NOTE_CHARS = 2000
LINE = 22
NOTE_WIDTH, NEWS_WIDTH = 240, 240
"""What the note's entry keeps whatever is said beside it, and what is kept there where the page is wide."""
BARS_HEIGHT = 120
"""Less than this holds the figures of the bars and no bars."""


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
        self.occasion = Text("", design.BODY, tone="quiet", parent=self)
        self.headline = Text("", design.FIGURE, design.BOLD, parent=self)
        self.beside = Text("", design.FIGURE, design.SEMIBOLD, parent=self)
        self.how = Text("", design.BODY, tone="quiet", parent=self)
        self.hero = Text("", design.HERO, design.BOLD, parent=self)
        self.hero_note = Text("", design.SMALL, tone="quiet", parent=self).wrapped()
        self.stats = tuple(
            (Text("", design.SMALL, tone="quiet", parent=self), Text("", design.TITLE, design.SEMIBOLD, parent=self))
            for _ in range(4)
        )
        self.bars = LapBars(self)
        self.table = ResultTable()
        self.area = QScrollArea(self)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setVerticalScrollBar(ThinBar())
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.table)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sentence = Text("", design.LEAD, design.MEDIUM, parent=self).wrapped()
        self.saved = Text("", design.SMALL, tone="quiet", parent=self).wrapped()
        self.cues = Text("", design.SMALL, tone="quiet", parent=self).wrapped()
        self.note = Entry("A note: weather, shoes, how it felt", self)
        self.note.setMaxLength(NOTE_CHARS)
        self.note.returnPressed.connect(lambda: note(self.note.text()))
        self.buttons = {
            "leave": Button("Workouts", parent=self),
            "undo": Button("Undo last lap", parent=self),
            "save": Button("Save again", parent=self),
            "note": Button("Save note", parent=self),
            "again": Button("Run again", filled=True, parent=self),
        }
        for name, do in (("leave", leave), ("undo", undo), ("save", save_again), ("again", run_again)):
            self.buttons[name].clicked.connect(do)
        self.buttons["note"].clicked.connect(lambda: note(self.note.text()))

    def show_session(
        self, plan: Plan, session: Session, started_at: str, note: str = "", cue_log: Sequence[CueRecord] = ()
    ) -> None:
        """Show a session: one that has just ended, or one from the history."""
        self.outcome = found = outcome_of(plan, session, started_at)
        self.headline.say(found.headline)
        self.beside.say(found.beside.value, found.beside.tone)
        self.how.say(found.hero.label)
        self.hero.say(found.hero.value)
        self.hero_note.say(found.hero_note)
        for index, (label, value) in enumerate(self.stats):
            figure = found.stats[index] if index < len(found.stats) else None
            label.say(figure.label if figure is not None else "")
            value.say(figure.value if figure is not None else "", figure.tone if figure is not None else "ink")
        self.bars.show_bars(found.bars, found.even)
        self.table.show_lines(found.lines)
        self.sentence.say(found.sentence)
        self.note.setText(note)
        self.cues.say(lateness_words(lateness(cue_log)))
        self._arrange()

    def say_cues(self, cue_log: Sequence[CueRecord]) -> None:
        """Say how late the cues were; costs little when it is what is said."""
        words = lateness_words(lateness(cue_log))
        if words != self.cues.text():
            self.cues.say(words)
            self._arrange()

    def say_saved(self, sentence: str, *, failed: bool, can_undo: bool) -> None:
        """Say whether it is on disk, and what can still be done."""
        changed = self.buttons["save"].isHidden() == failed or self.buttons["undo"].isHidden() == can_undo
        changed |= sentence != self.saved.text()
        self.saved.say(sentence, "slower" if failed else "recovery")
        self.buttons["save"].setVisible(failed)
        self.buttons["undo"].setVisible(can_undo)
        if changed:
            self._arrange()

    @property
    def title(self) -> str:
        """What the window's title says of it."""
        return "" if self.outcome is None else f"{self.outcome.headline}  {self.outcome.beside.value}"

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the page out anew."""
        self._arrange()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the lines between the figures."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), design.palette().of("ground"))
        painter.setPen(design.palette().of("line"))
        for label, _value in self.stats:
            if label.text() and label.isVisible():
                painter.drawLine(label.x(), label.y() - 10, label.x() + label.width(), label.y() - 10)
        painter.end()

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        margin = 40 if width >= 900 else 16
        x = width - margin
        narrow = width < 900
        top = 17 if not narrow else 8
        for button in reversed([button for button in self.buttons.values() if button is not self.buttons["note"]]):
            if button.isHidden():
                continue
            size = button.sizeHint()
            x -= size.width()
            if x < margin:  # with "Save again" there are four, too many for a narrow page
                x, top = width - margin - size.width(), top + size.height() + 8
            button.setGeometry(x, top, size.width(), size.height())
            x -= 12
        head = top + 48 if narrow else 30
        self._fit_occasion(margin, head, (width - 2 * margin) if narrow else max(100, x - margin))
        head_px = 46 if width >= 700 else 32
        self.headline.setFont(design.lettering(head_px, design.BOLD))
        self.beside.setFont(design.lettering(0.9 * head_px, design.SEMIBOLD))
        taken = self.headline.fontMetrics().horizontalAdvance(self.headline.text()) + 20
        self.headline.setGeometry(margin, head + 26, taken, round(1.25 * head_px))
        self.beside.setGeometry(margin + taken, head + 28, max(40, width - margin * 2 - taken), round(1.2 * head_px))
        body = head + 26 + round(1.25 * head_px) + 16
        foot = self._arrange_foot(margin, width - 2 * margin, height)
        if narrow:
            self._arrange_narrow(margin, body, width - 2 * margin, foot)
        else:
            self._arrange_wide(margin, body, foot)

    def _arrange_foot(self, margin: int, width: int, height: int) -> int:
        """Lay the foot out: the note, and the news of disk and cues beside it, or below what finds no room there.

        Returns:
            Where it begins.
        """
        button = self.buttons["note"]
        size = button.sizeHint()
        has_failed = self.saved.tone == "slower"
        most = width - size.width() - NOTE_WIDTH - 36  # what can be had beside the note
        self.saved.setVisible(has_failed or most >= NEWS_WIDTH)
        shown = [text for text in (self.saved, self.cues) if text.text() and not text.isHidden()]
        beside = [text for text in shown if _long(text) <= most and not (has_failed and text is self.saved)]
        below = [text for text in shown if text not in beside]
        taken = max([NEWS_WIDTH if most >= NEWS_WIDTH else 0, *(_long(text) for text in beside)])
        note_width = min(560, width - size.width() - 12 - (taken + 24 if taken else 0))
        under = height - 14
        for text in reversed(below):
            tall = text.heightForWidth(width)
            under -= tall
            text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            text.setGeometry(margin, under, width, tall)
        foot = under - 10 - size.height() if below else height - 60
        self.note.setGeometry(margin, foot, note_width, size.height())
        button.setGeometry(margin + note_width + 12, foot, size.width(), size.height())
        y = foot + (size.height() - LINE * len(beside)) // 2
        for text in beside:
            text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            text.setGeometry(margin + width - taken, y, taken, LINE)
            y += LINE
        return foot

    def _arrange_wide(self, margin: int, body: int, foot: int) -> None:
        left = round(0.25 * self.width())
        room = foot - body
        hero_px = max(56, min(150, round(0.22 * room)))
        self.how.setGeometry(margin, body, left, 24)
        self._fit_hero(margin, body + 22, left, hero_px)
        y = body + 22 + round(1.1 * hero_px) + 6
        self.hero_note.setGeometry(margin, y, left, 46)
        self.hero_note.show()
        y += 64
        each = min(97, max(76, (foot - 12 - y) // 4))
        for label, value in self.stats:
            fits = y + 62 <= foot
            label.setGeometry(margin, y, left, 22)
            value.setGeometry(margin, y + 22, left, 42)
            label.setVisible(fits)
            value.setVisible(fits)
            y += each
        right = margin + left + 36
        width = self.width() - margin - right
        sentence = max(40, self.sentence.heightForWidth(width) + 6) if self.sentence.text() else 0
        table_height = HEAD + ROW * max(1, len(self.outcome.lines) if self.outcome is not None else 1)
        bars = max(round(0.4 * room), room - table_height - sentence - 28)
        bars = self._fit_bars(right, body, width, min(bars, round(0.58 * room)))
        table = min(table_height, room - bars - sentence - 28)
        self.area.setGeometry(right, body + bars + 12, width, table)
        self.table.resize(width - (14 if table < table_height else 0), table_height)
        self.sentence.setGeometry(right, body + bars + 12 + table + 4, width, sentence)

    def _arrange_narrow(self, margin: int, body: int, width: int, foot: int) -> None:
        for label, value in self.stats:
            label.hide()
            value.hide()
        self.how.setGeometry(margin, body, width, 22)
        self._fit_hero(margin, body + 20, width, 64)
        self.hero_note.hide()
        y = body + 20 + 74
        sentence = 56 if self.sentence.text() else 0
        room = foot - y - sentence - 18
        bars = self._fit_bars(margin, y, width, round(0.45 * room))
        table_height = HEAD + ROW * max(1, len(self.outcome.lines) if self.outcome is not None else 1)
        self.area.setGeometry(margin, y + bars + 8, width, room - bars - 8)
        self.table.resize(width - 14, table_height)
        self.sentence.setGeometry(margin, foot - sentence - 12, width, sentence)

    def _fit_occasion(self, left: int, top: int, width: int) -> None:
        """Say as much of the occasion as there is room for, in whole parts."""
        parts = self.outcome.occasion.split(APART) if self.outcome is not None else []
        while len(parts) > 1 and self.occasion.fontMetrics().horizontalAdvance(APART.join(parts)) > width:
            parts.pop()
        self.occasion.say(APART.join(parts))
        self.occasion.setGeometry(left, top, width, 24)

    def _fit_bars(self, left: int, top: int, width: int, height: int) -> int:
        """Give the bars their room, or to the table where it is too little for them; return what they take."""
        self.bars.setVisible(height >= BARS_HEIGHT)
        self.bars.setGeometry(left, top, width, height)
        return height if height >= BARS_HEIGHT else 0

    def _fit_hero(self, left: int, top: int, width: int, px: int) -> None:
        font = design.lettering(px, design.BOLD)
        self.hero.setFont(font)
        needed = self.hero.fontMetrics().horizontalAdvance(self.hero.text())
        if needed > width:
            self.hero.setFont(design.lettering(px * width / needed, design.BOLD))
        self.hero.setGeometry(left, top, width, round(1.1 * px))


def _long(text: Text) -> int:
    return text.fontMetrics().horizontalAdvance(text.text()) + 2
