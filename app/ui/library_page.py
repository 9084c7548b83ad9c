"""The library page: find a workout or type one, see it as a picture, start.

Rules of the file: two fields, since Enter means two things. The one reads what is typed as a workout; the other finds
among those there are. What was touched last, a typed text or the list, is what the panel shows and Enter starts.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from app.core.plan import Plan
from app.core.tongue import tr
from app.ui import design
from app.ui.chosen import LOW_UNDER, ChosenPanel
from app.ui.entry import LongEntry
from app.ui.favourites import Favourites
from app.ui.filters import HEIGHT, Filters
from app.ui.finding import (
    Sought,
    Wanted,
    count_words,
    first_choice,
    listed,
    purposes_of,
    sought,
    words_of,
)
from app.ui.keycap import KeyCap
from app.ui.search_field import SearchField
from app.ui.shelf import OnShelf, faults_words, work_line
from app.ui.vacant import Vacant
from app.ui.workout_list import WorkoutList

READ_AFTER_MS = 180
"""A typed text is read when the keys have rested this long."""
BESIDE = 560
"""From this width on the two fields stand side by side."""


class LibraryPage(QWidget):
    """Lists the workouts."""

    def __init__(
        self,
        start: Callable[[Plan, str], None],
        read: Callable[[str], None],
        favourites: Favourites,
        cancel: Callable[[], None],
    ) -> None:
        """Make the page.

        Args:
            start: called with a plan and its workout's id (empty for a typed one).
            read: called with a typed text; its answer comes by `show_read` or `show_faults`.
            favourites: which workouts have a star.
            cancel: gives up the reading that is under way.
        """
        super().__init__()
        self._start, self._read, self._favourites, self._cancel = start, read, favourites, cancel
        self._typed: Plan | None = None
        self._shows_typed = False
        self._wants_start = False
        self._rows: tuple[Sought, ...] = ()
        self._closed = ""
        self._is_read = self._chooses_first = False
        self.paste = LongEntry("", self, design.BODY)
        self.paste.setAccessibleName(tr("type or paste a workout"))
        self.paste.setAccessibleDescription(tr("Enter starts it."))
        self.paste.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.paste.installEventFilter(self)
        self.slash = KeyCap("/", "", self)
        self.slash.setAccessibleName(tr("type a workout, key /"))
        self.slash.pressed.connect(self.paste.setFocus)
        self.search = SearchField(self)
        self.filters = Filters(self._find, self)
        self.list = WorkoutList(self._favour, self._up_from_list, self)
        self.vacant = Vacant(self)
        self.panel = ChosenPanel(self.start_chosen, self.favour_chosen, self)
        self.panel.find.pressed.connect(self.start_finding)
        self.panel.type.pressed.connect(self.paste.setFocus)
        self.name, self.about, self.total = self.panel.name, self.panel.about, self.panel.total
        self.strip, self.button, self.enter = self.panel.strip, self.panel.button, self.panel.enter
        self.count = self.search.count
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(READ_AFTER_MS)
        self._timer.timeout.connect(lambda: self._read(self.paste.text()))
        self.paste.textChanged.connect(lambda _shown: self._text_changed())
        self.paste.returnPressed.connect(self._entered)
        self.search.textChanged.connect(lambda _text: self._find())
        self.search.returnPressed.connect(self.start_chosen)
        self.search.goes_down.connect(lambda at_end: self.list.enter(at_end=at_end))
        self.search.types_instead.connect(self.type_searched)
        self.list.currentItemChanged.connect(lambda *_: self._list_moved())
        self.list.itemClicked.connect(lambda *_: self._list_moved())
        self.list.itemDoubleClicked.connect(lambda _item: self.start_chosen())
        for keys, field, do in (
            (QKeySequence("Ctrl+F"), self, self.start_finding),
            (QKeySequence(Qt.Key.Key_Escape), self.search, self.leave_search),
            (QKeySequence(Qt.Key.Key_Escape), self.paste, self.leave_paste),
        ):
            shortcut = QShortcut(keys, field)
            shortcut.setContext(
                Qt.ShortcutContext.WindowShortcut if field is self else Qt.ShortcutContext.WidgetShortcut
            )
            shortcut.activated.connect(do)
        for one, other in (
            (self.paste, self.search), (self.search, self.filters.favourites), (self.list, self.button),
        ):  # fmt: skip
            QWidget.setTabOrder(one, other)
        self._show_list()

    # What is listed --------------------------------------------------------------------------------------------------

    def show_shelf(self, rows: tuple[OnShelf, ...]) -> None:
        """List the workouts; the one that was chosen stays chosen."""
        self._rows = tuple(sought(row) for row in rows)
        self._is_read, self._closed = True, ""
        self.filters.offer(purposes_of(rows))
        first = first_choice(rows, self._favourites.ids) if self._chooses_first else None
        self._chooses_first = False
        self._show_list(first)

    def show_closed(self, why: str) -> None:
        """Say that nothing can be listed yet, and why."""
        self._closed = why
        self._show_list()

    @property
    def chosen(self) -> OnShelf | None:
        """The workout that is chosen in the list."""
        return self.list.chosen

    def choose_first_when_listed(self) -> None:
        """Choose what an athlete may start with, once the workouts are listed anew: Enter starts it."""
        self._chooses_first = True

    def _find(self) -> None:
        self._shows_typed = False
        self._show_list("" if not self._wanted.is_all else None)

    @property
    def _wanted(self) -> Wanted:
        return self.filters.wanted(self.search.text())

    def _show_list(self, chosen_id: str | None = None) -> None:
        """List what is looked for.

        Args:
            chosen_id: what is chosen then; None keeps what was, and an id that is not there chooses the first.
        """
        wanted, favourites = self._wanted, self._favourites.ids
        words = words_of(wanted.text)
        if chosen_id is None:
            chosen_id = self.chosen.workout_id if self.chosen is not None else ""
        shown = listed([each.row for each in self._rows if each.is_wanted(wanted, words, favourites)], favourites)
        self.list.show_listed(shown, chosen_id)
        self.count.say(count_words(len(shown), len(self._rows)) if self._is_read else "")
        self.search.arrange()
        self.search.can_type_instead = self._is_read and not shown and bool(wanted.text.strip())
        self.list.setVisible(bool(shown))
        self.vacant.setVisible(not shown)
        if shown:
            self.vacant.progress.end()
        elif self._closed:
            self.vacant.say_closed(self._closed)
        elif not self._is_read:
            self.vacant.read(tr("Reading the workouts …"))
        elif not self._rows:
            self.vacant.say_none(self.paste.setFocus)
        else:
            self.vacant.say_not_found(wanted, self.clear_search, self.type_searched)
        self._show_chosen()

    # Finding ---------------------------------------------------------------------------------------------------------

    def start_finding(self) -> None:
        """Go to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def clear_search(self) -> None:
        """Look for nothing in particular."""
        self.filters.clear()
        if self.search.text():
            self.search.clear()
        else:
            self._show_list()

    def leave_search(self) -> None:
        """Clear what is looked for; if there is nothing, go back to the list."""
        if self._wanted.is_all:
            self.list.enter()
        else:
            self.clear_search()

    def type_searched(self) -> None:
        """Read what was looked for as a workout."""
        text = self.search.text()
        self.clear_search()
        self.paste.setText(text)
        self.paste.setFocus()

    def _up_from_list(self) -> None:
        self.search.setFocus(Qt.FocusReason.BacktabFocusReason)

    def favour_chosen(self) -> None:
        """Give the chosen workout a star, or take it away."""
        if self.chosen is not None:
            self._favour(self.chosen)

    def _favour(self, row: OnShelf) -> None:
        if not row.faults:
            self._favourites.change(row.workout_id)
            self._show_list()

    # What is typed ---------------------------------------------------------------------------------------------------

    def show_reading(self, sentence: str) -> None:
        """Say that a typed text is being read, should it take long."""
        self.panel.progress.begin(sentence, self.leave_paste)

    def show_read(self, plan: Plan) -> None:
        """Show what a typed text was read as."""
        self.panel.progress.end()
        if not self.paste.text().strip():
            return
        self._typed = plan
        if self._shows_typed:
            self._show_chosen()
        if self._wants_start:
            self.start_chosen()

    def show_faults(self, sentence: str) -> None:
        """Say why a typed text was not understood."""
        self.panel.progress.end()
        if not self.paste.text().strip():
            return
        self._wants_start = False
        self.name.say(self.paste.text()[:120], "quiet")
        self.say(sentence)
        self.panel.show_plan(None)

    def say(self, sentence: str) -> None:
        """Say why nothing was started."""
        self.about.say(sentence, "slower")

    def start_chosen(self) -> None:
        """Start what is typed, or what is chosen."""
        chosen = self.chosen
        if self._shows_typed:
            if self._typed is not None:
                self._start(self._typed, "")
        elif chosen is not None and chosen.plan is not None:
            self._start(chosen.plan, chosen.workout_id)

    def forget_typed(self) -> None:
        """Empty the field."""
        self.paste.clear()

    def leave_paste(self) -> None:
        """Give up the reading that is under way; else empty the field; else go back to the list."""
        if self.panel.progress.is_under_way:
            self.panel.progress.end()
            self._wants_start = False
            self._cancel()
            self._show_chosen()
        elif self.paste.text():
            self.paste.clear()
        else:
            self.list.enter()

    def _text_changed(self) -> None:
        text = self.paste.text().strip()
        self._typed, self._wants_start, self._shows_typed = None, False, bool(text)
        if self.panel.progress.is_under_way:
            self.panel.progress.end()
            self._cancel()
        self._timer.start() if text else self._timer.stop()
        self._show_chosen()

    def _entered(self) -> None:
        self._shows_typed = bool(self.paste.text().strip())
        if self._typed is not None:
            self.start_chosen()
        elif self._shows_typed:
            self._wants_start = True
            self._timer.stop()
            self._read(self.paste.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the typed text into the list with Down; show the text again when it has the focus again."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self.list.enter()
            return True
        if event.type() == QEvent.Type.FocusIn and self.paste.text().strip() and not self._shows_typed:
            self._shows_typed = True
            self._show_chosen()
        return super().eventFilter(watched, event)

    # What is chosen --------------------------------------------------------------------------------------------------

    def _list_moved(self) -> None:
        if self.list.hasFocus():
            self._shows_typed = False
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.chosen if not self._shows_typed else None
        plan = self._typed if self._shows_typed else chosen.plan if chosen is not None else None
        if self._shows_typed and plan is not None:
            self.name.say(work_line(plan.workout), "ink")
            self.about.say(tr("Read as typed. Enter starts it."), "quiet")
        elif self._shows_typed:
            self.name.say(self.paste.text()[:120], "quiet")
            self.about.say(tr("Enter reads it."), "quiet")
        elif chosen is None:
            self.name.say("", "ink")
            self.about.say("", "quiet")
        elif chosen.faults:
            self.name.say(chosen.name, "slower")
            self.about.say(faults_words(chosen.faults), "ink")
        else:
            self.name.say(chosen.name, "ink")
            self.about.say(chosen.about or chosen.line, "quiet")
        can_be = chosen is not None and not chosen.faults
        self.panel.show_plan(plan)
        self.panel.show_favourite(
            can_be=can_be, is_one=chosen is not None and chosen.workout_id in self._favourites.ids
        )

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
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), design.palette().of("ground"))
        painter.end()

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        margin = 40 if width > 800 else 16
        inner = width - 2 * margin
        low = height < LOW_UNDER
        top, tall = (8, 40) if low else (28 if height > 640 else 16, 52 if width > 800 else 44)
        beside = inner >= BESIDE
        paste = round(0.58 * inner) - 8 if beside else inner
        self.paste.setGeometry(margin, top, paste, tall)
        self.slash.setGeometry(margin + paste - 42, top + (tall - 30) // 2, 28, 30)
        self.paste.setTextMargins(14, 0, 48, 0)
        long = tr("Paste or type a workout: 6 x 400 @ mile pace, 200 jog")
        words = (long, tr("Type a workout: 6 x 400, 200 jog"), tr("Type a workout"))
        metrics = self.paste.fontMetrics()
        self.paste.setPlaceholderText(
            next(word for word in words if metrics.horizontalAdvance(word) < paste - 72 or word == words[-1])
        )
        if beside:
            self.search.setGeometry(margin + paste + 16, top, inner - paste - 16, tall)
        else:
            top += tall + 8
            self.search.setGeometry(margin, top, inner, tall)
        y = top + tall + 8
        self.filters.setVisible(not low)
        if not low:
            self.filters.setGeometry(margin, y, inner, HEIGHT)
            y += HEIGHT + 8
        foot = ChosenPanel.height_in(height)
        self.panel.setGeometry(margin, height - foot, inner, foot)
        for part in (self.list, self.vacant):
            part.setGeometry(margin, y, inner, height - foot - y)
