"""The result page: how even it was, each lap against its target, and the athlete's own note."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from app.core.plan import Plan
from app.core.session import Session
from app.ui import design
from app.ui.bars import LapBars
from app.ui.entry import Entry
from app.ui.keycap import Button
from app.ui.outcome import LapLine, Outcome, outcome_of
from app.ui.scroll import ThinBar
from app.ui.text import Text, fitted

ROW, HEAD = 45, 34
NOTE_CHARS = 2000


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
        self.headline = Text("", 46, design.BOLD, parent=self)
        self.beside = Text("", 42, design.SEMIBOLD, parent=self)
        self.how = Text("", design.BODY, tone="quiet", parent=self)
        self.hero = Text("", 140, design.BOLD, parent=self)
        self.hero_note = Text("", 17, tone="quiet", parent=self).wrapped()
        self.stats = tuple(
            (Text("", 18, tone="quiet", parent=self), Text("", 36, design.SEMIBOLD, parent=self)) for _ in range(4)
        )
        self.bars = LapBars(self)
        self.table = _Table()
        self.area = QScrollArea(self)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setVerticalScrollBar(ThinBar())
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.table)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sentence = Text("", 23, design.MEDIUM, parent=self).wrapped()
        self.saved = Text("", 17, tone="quiet", parent=self)
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
        self.saved.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show_session(self, plan: Plan, session: Session, started_at: str, note: str = "") -> None:
        """Show a session: one that has just ended, or one from the history."""
        self.outcome = found = outcome_of(plan, session, started_at)
        self.occasion.say(found.occasion)
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
        self._arrange()

    def say_saved(self, sentence: str, *, failed: bool, can_undo: bool) -> None:
        """Say whether it is on disk, and what can still be done."""
        self.saved.say(sentence, "slower" if failed else "recovery")
        changed = self.buttons["save"].isHidden() == failed or self.buttons["undo"].isHidden() == can_undo
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
            button.setGeometry(x, top, size.width(), size.height())
            x -= 12
        head = top + 48 if narrow else 30
        self.occasion.setGeometry(margin, head, (width - 2 * margin) if narrow else max(100, x - margin), 24)
        head_px = 46 if width >= 700 else 32
        self.headline.setFont(design.lettering(head_px, design.BOLD))
        self.beside.setFont(design.lettering(0.9 * head_px, design.SEMIBOLD))
        taken = self.headline.fontMetrics().horizontalAdvance(self.headline.text()) + 20
        self.headline.setGeometry(margin, head + 26, taken, round(1.25 * head_px))
        self.beside.setGeometry(margin + taken, head + 28, max(40, width - margin * 2 - taken), round(1.2 * head_px))
        body = head + 26 + round(1.25 * head_px) + 16
        foot = height - 60
        self.saved.setGeometry(width - margin - 260, foot + 11, 260, 22)
        note_button = self.buttons["note"].sizeHint()
        note_width = max(120, min(560, width - 2 * margin - note_button.width() - 12 - (270 if width > 800 else 0)))
        self.saved.setVisible(width > 800 or bool(self.saved.tone == "slower"))
        self.note.setGeometry(margin, foot, note_width, note_button.height())
        self.buttons["note"].setGeometry(margin + note_width + 12, foot, note_button.width(), note_button.height())
        if narrow:
            self._arrange_narrow(margin, body, width - 2 * margin, foot)
        else:
            self._arrange_wide(margin, body, foot)

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
        bars = min(bars, round(0.58 * room))
        self.bars.setGeometry(right, body, width, bars)
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
        room = foot - y - sentence - 12
        bars = round(0.45 * room)
        table_height = HEAD + ROW * max(1, len(self.outcome.lines) if self.outcome is not None else 1)
        self.bars.setGeometry(margin, y, width, bars)
        self.area.setGeometry(margin, y + bars + 8, width, room - bars - 8)
        self.table.resize(width - 14, table_height)
        self.sentence.setGeometry(margin, foot - sentence - 6, width, sentence)

    def _fit_hero(self, left: int, top: int, width: int, px: int) -> None:
        font = design.lettering(px, design.BOLD)
        self.hero.setFont(font)
        needed = self.hero.fontMetrics().horizontalAdvance(self.hero.text())
        if needed > width:
            self.hero.setFont(design.lettering(px * width / needed, design.BOLD))
        self.hero.setGeometry(left, top, width, round(1.1 * px))


class _Table(QWidget):
    """The laps in full: lap time, per 400 m, even, ±, ± in all."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[LapLine, ...] = ()

    def show_lines(self, lines: tuple[LapLine, ...]) -> None:
        """Show these."""
        self._lines = lines
        self.setAccessibleName("; ".join(f"{line.name} {line.lap} {line.off}".strip() for line in lines))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the head and the lines."""
        painter = QPainter(self)
        colours = design.palette()
        painter.fillRect(self.rect(), colours.of("ground"))
        columns = [
            ("mark", "name"),
            ("lap", "lap"),
            ("per 400 m", "per_400"),
            ("even", "even"),
            ("±", "off"),
            ("± in all", "off_total"),
        ]
        columns = [(head, key) for head, key in columns if any(getattr(line, key) for line in self._lines)]
        if self.width() < 560:
            columns = [column for column in columns if column[1] not in ("per_400", "even")]
        width = float(self.width())
        rights = [0.0] + [
            width * (0.30 + 0.70 * (index + 1) / max(1, len(columns) - 1)) for index in range(len(columns) - 1)
        ]
        painter.setPen(colours.of("quiet"))
        for index, (head, _key) in enumerate(columns):
            self._cell(painter, head, rights, index, 0, HEAD, design.SMALL)
        y = float(HEAD)
        for line in self._lines:
            painter.setPen(QPen(colours.of("line"), 1))
            painter.drawLine(QPointF(0, y), QPointF(width, y))
            for index, (_head, key) in enumerate(columns):
                tone = {"off": line.tone, "off_total": line.total_tone}.get(key, "ink")
                painter.setPen(colours.of(tone))
                self._cell(painter, getattr(line, key), rights, index, y, ROW, 23)
            y += ROW
        painter.end()

    def _cell(
        self, painter: QPainter, text: str, rights: list[float], index: int, y: float, height: int, px: int
    ) -> None:
        if index == 0:
            room = 0.32 * self.width()
            fitted(painter, text, room, px, design.MEDIUM if px > design.SMALL else design.REGULAR)
            painter.drawText(
                QRectF(6, y, room, height), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text
            )
            return
        left = rights[index - 1] if index > 1 else 0.3 * self.width()
        room = rights[index] - left - 8
        fitted(painter, text, room, px, design.MEDIUM if px > design.SMALL else design.REGULAR)
        painter.drawText(
            QRectF(left, y, room, height), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text
        )
