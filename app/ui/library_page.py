"""The library page: type a workout or choose one, see it as a picture, start."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from app.core.describe import total_time_words, total_work_words
from app.core.plan import Plan
from app.ui import design
from app.ui.entry import Entry
from app.ui.keycap import Button, KeyCap
from app.ui.profile import ProfileStrip
from app.ui.scroll import ThinBar
from app.ui.shelf import OnShelf, ShelfDelegate, work_line
from app.ui.text import Text

READ_AFTER_MS = 180
"""A typed text is read when the keys have rested this long."""
FOOT = 214


class LibraryPage(QWidget):
    """Lists the workouts."""

    def __init__(self, start: Callable[[Plan, str], None], read: Callable[[str], None]) -> None:
        """Make the page.

        Args:
            start: called with a plan and its workout's id (empty for a typed one).
            read: called with a typed text; its answer comes by `show_read` or `show_faults`.
        """
        super().__init__()
        self._start, self._read = start, read
        self._typed: Plan | None = None
        self._wants_start = False
        self.paste = Entry("Paste or type a workout: 6 x 400 @ mile pace, 200 jog", self, design.BODY)
        self.slash = KeyCap("/", "", self)
        self.slash.pressed.connect(self.paste.setFocus)
        self.list = QListWidget(self)
        self.list.setItemDelegate(ShelfDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setVerticalScrollBar(ThinBar())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("workouts")
        self.list.viewport().setAutoFillBackground(False)
        self.list.currentItemChanged.connect(lambda *_: self._show_chosen())
        self.list.itemDoubleClicked.connect(lambda _item: self.start_chosen())
        self.name = Text("", design.LARGE, design.SEMIBOLD, parent=self)
        self.about = Text("", design.SMALL, tone="quiet", parent=self).wrapped()
        self.about.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.total = Text("", design.SMALL, design.MEDIUM, parent=self)
        self.strip = ProfileStrip(self)
        self.strip.needle = False
        self.button = Button("Start", filled=True, parent=self)
        self.button.clicked.connect(self.start_chosen)
        self.enter = KeyCap("enter", "start", self)
        self.enter.pressed.connect(self.start_chosen)
        self.count = Text("", design.SMALL, tone="quiet", parent=self)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(READ_AFTER_MS)
        self._timer.timeout.connect(lambda: self._read(self.paste.text()))
        self.paste.textChanged.connect(self._text_changed)
        self.paste.returnPressed.connect(self._entered)
        self._show_chosen()

    # What it shows ---------------------------------------------------------------------------------------------------

    def show_shelf(self, rows: tuple[OnShelf, ...]) -> None:
        """List the workouts; the one that was chosen stays chosen."""
        before = self.chosen
        self.list.clear()
        row_now = 0
        for number, row in enumerate(rows):
            item = QListWidgetItem(row.name, self.list)
            item.setData(Qt.ItemDataRole.UserRole, row)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, row.line)
            if before is not None and row.workout_id == before.workout_id:
                row_now = number
        self.list.setCurrentRow(row_now)
        self.count.say(f"{len(rows)} workouts")
        self._show_chosen()

    @property
    def chosen(self) -> OnShelf | None:
        """The workout that is chosen in the list."""
        item = self.list.currentItem()
        found = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return found if isinstance(found, OnShelf) else None

    def show_read(self, plan: Plan) -> None:
        """Show what a typed text was read as."""
        if not self.paste.text().strip():
            return
        self._typed = plan
        self.name.say(work_line(plan.workout), "ink")
        self.about.say("Read as typed. Enter starts it.", "quiet")
        self._show_plan(plan)
        if self._wants_start:
            self.start_chosen()

    def show_faults(self, sentence: str) -> None:
        """Say why a typed text was not understood."""
        if not self.paste.text().strip():
            return
        self._wants_start = False
        self.name.say(self.paste.text()[:120], "quiet")
        self.about.say(sentence, "slower")
        self._show_plan(None)

    def say(self, sentence: str) -> None:
        """Say why nothing was started."""
        self.about.say(sentence, "slower")

    def start_chosen(self) -> None:
        """Start what is typed, or what is chosen."""
        if self.paste.text().strip():
            if self._typed is not None:
                self._start(self._typed, "")
            return
        chosen = self.chosen
        if chosen is not None and chosen.plan is not None:
            self._start(chosen.plan, chosen.workout_id)

    def forget_typed(self) -> None:
        """Empty the field."""
        self.paste.clear()

    def _text_changed(self, text: str) -> None:
        self._typed = None
        self._wants_start = False
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self._show_chosen()

    def _entered(self) -> None:
        if self._typed is not None:
            self.start_chosen()
        elif self.paste.text().strip():
            self._wants_start = True
            self._timer.stop()
            self._read(self.paste.text())

    def _show_chosen(self) -> None:
        if self.paste.text().strip():
            return
        chosen = self.chosen
        if chosen is None:
            self.name.say("", "ink")
            self.about.say("Reading the workouts …", "quiet")
        elif chosen.faults:
            self.name.say(chosen.name, "slower")
            more = len(chosen.faults) - 3
            said = "  ".join(chosen.faults[:3]) + (f"  and {more} more" if more > 0 else "")
            self.about.say(said, "ink")
        else:
            self.name.say(chosen.name, "ink")
            self.about.say(chosen.about or chosen.line, "quiet")
        self._show_plan(chosen.plan if chosen is not None else None)

    def _show_plan(self, plan: Plan | None) -> None:
        self.strip.show_plan(plan)
        self.button.setEnabled(plan is not None)
        self.enter.setEnabled(plan is not None)
        words = (total_time_words(plan.time_ms), total_work_words(plan.work_m)) if plan is not None else ()
        self.total.say("  ·  ".join(word for word in words if word))

    # Where it stands -------------------------------------------------------------------------------------------------

    def repaint_all(self) -> None:
        """Paint anew after a change of palette."""
        self.strip.repaint_all()
        self.list.viewport().update()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the page out anew."""
        self._arrange()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the panel of the chosen workout."""
        painter = QPainter(self)
        colours = design.palette()
        painter.fillRect(event.rect(), colours.of("ground"))
        painter.setPen(colours.of("line"))
        y = self.name.y() - 14
        painter.drawLine(self.paste.x(), y, self.paste.x() + self.paste.width(), y)
        painter.end()

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        margin = 40 if width > 800 else 16
        inner = width - 2 * margin
        top = 28 if height > 560 else 14
        self.paste.setGeometry(margin, top, inner, 58)
        self.slash.setGeometry(margin + inner - 46, top + 15, 28, 30)
        foot = FOOT if height > 560 else 168
        y = height - foot
        self.list.setGeometry(margin, top + 70, inner, y - 14 - (top + 70))
        size = self.button.sizeHint()
        button = size.width() + 30
        self.name.setGeometry(margin, y, inner - button - 16, 34)
        self.about.setGeometry(margin, y + 36, inner - button - 24, 48)
        self.button.setGeometry(margin + inner - button, y + 2, button, 50)
        strip = foot - 36 - 48 - 46
        self.strip.setGeometry(margin - 8, y + 84, inner + 16, strip)
        keys_y = height - 40
        self.enter.setGeometry(margin, keys_y, self.enter.sizeHint().width(), 30)
        self.count.setVisible(width > 640)
        self.slash.setVisible(width > 640)
        self.count.setGeometry(margin + inner - 130, keys_y, 130, 26)
        left = margin + self.enter.sizeHint().width() + 24
        self.total.setGeometry(left, keys_y, max(60, inner - (130 if width > 640 else 0) - (left - margin) - 24), 26)
        self.total.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
