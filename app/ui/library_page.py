"""The library page: find a workout or type one, see it as a picture, start.

Rules of the file: two fields, since Enter means two things. The one reads what is typed as a workout; the other finds
among those there are. What was touched last, a typed text or the list, is what the panel shows and Enter starts.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from app.core.plan import Plan
from app.core.tongue import tr
from app.ui import design
from app.ui.chosen import LOW_UNDER, ChosenPanel
from app.ui.favourites import Favourites
from app.ui.finder import Finder
from app.ui.shelf import OnShelf, faults_words, work_line
from app.ui.typed_field import TypedField

READ_AFTER_MS = 180
"""A typed text is read when the keys have rested this long."""
BESIDE = 560
"""From this width on the two fields stand side by side."""


class LibraryPage(QWidget):
    """Lists the workouts."""

    asked = Signal(str)
    """What is to be done with what is shown: `edit`, `duplicate`, `rename` or `remove`."""

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
        self._start, self._read, self._cancel = start, read, cancel
        self._typed: Plan | None = None
        self._faults = ""
        """Why the typed text is no workout."""
        self._shows_typed = False
        self._wants_start = False
        self.paste = TypedField(self)
        self.finder = Finder(favourites, self)
        self.search, self.filters = self.finder.search, self.finder.filters
        self.list, self.vacant, self.count = self.finder.list, self.finder.vacant, self.finder.search.count
        self.panel = ChosenPanel(self.start_chosen, self.finder.favour, self)
        self.panel.find_key.pressed.connect(self.finder.enter)
        self.panel.type_key.pressed.connect(self.paste.setFocus)
        self.name, self.about, self.total = self.panel.name, self.panel.about, self.panel.total
        self.strip, self.button, self.enter = self.panel.strip, self.panel.button, self.panel.enter
        self.panel.asked.connect(self.asked)
        self.keys: dict[str, Callable[[], None]] = {
            key: lambda what=what: self.asked.emit(what)  # type: ignore[misc]  # a default holds what it is now
            for key, what in (("E", "edit"), ("Ctrl+D", "duplicate"), ("F2", "rename"), ("Del", "remove"))
        }
        """What keys do with what is shown, by their portable names."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(READ_AFTER_MS)
        self._timer.timeout.connect(lambda: self._read(self.paste.text()))
        self.paste.textChanged.connect(lambda _shown: self._text_changed())
        self.paste.returnPressed.connect(self._entered)
        self.paste.goes_down.connect(self.list.enter)
        self.paste.comes_back.connect(lambda: self._show(typed=True))
        self.search.returnPressed.connect(self.start_chosen)
        self.finder.changed.connect(self._show_chosen)
        self.finder.moved.connect(lambda: self._show(typed=False))
        self.finder.types_instead.connect(self._type)
        self.list.itemDoubleClicked.connect(lambda _item: self.start_chosen())
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.paste)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self.leave_paste)
        for one, other in (
            (self.paste, self.search), (self.search, self.filters.favourites), (self.list, self.panel.progress.button),
            (self.panel.progress.button, self.button),
        ):  # fmt: skip
            QWidget.setTabOrder(one, other)
        self.finder.show_list()

    # What is listed --------------------------------------------------------------------------------------------------

    def show_shelf(self, rows: tuple[OnShelf, ...]) -> None:
        """List the workouts; the one that was chosen stays chosen."""
        self.finder.show_shelf(rows)

    def show_closed(self, why: str) -> None:
        """Say that nothing can be listed yet, and why; an empty sentence says that it is being read."""
        self.finder.show_closed(why)

    def choose_first(self) -> None:
        """Choose what an athlete may start with as soon as the workouts are listed anew: Enter starts it."""
        self.finder.choose_first()

    @property
    def chosen(self) -> OnShelf | None:
        """The workout that is chosen in the list."""
        return self.finder.chosen

    # What is typed ---------------------------------------------------------------------------------------------------

    def show_reading(self, sentence: str) -> None:
        """Say that a typed text is being read, should it take long."""
        self.panel.progress.begin(sentence, self.leave_paste)

    def show_read(self, plan: Plan) -> None:
        """Show what a typed text was read as."""
        self.panel.progress.end()
        if self.paste.is_empty:
            return
        self._typed, self._faults = plan, ""
        if self._shows_typed:
            self._show_chosen()
        if self._wants_start:
            self.start_chosen()

    def show_faults(self, sentence: str) -> None:
        """Say why a typed text was not understood."""
        self.panel.progress.end()
        if self.paste.is_empty:
            return
        self._typed, self._faults, self._wants_start = None, sentence, False
        if self._shows_typed:
            self._show_chosen()

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

    @property
    def typed_text(self) -> str:
        """The text that is typed, where that is what is shown; else empty."""
        return self.paste.text() if self._shows_typed else ""

    def forget_typed(self) -> None:
        """Empty the field."""
        self.paste.clear()

    def leave_paste(self) -> None:
        """Give up the reading that is under way; else go back to the list, and leave the text where it is."""
        if self.panel.progress.is_under_way:
            self.panel.progress.end()
            self._wants_start = False
            self._cancel()
            self._show_chosen()
        else:  # with one press, since a workout may run and its keys are wanted back
            self._show(typed=False)
            self.list.enter()

    def _text_changed(self) -> None:
        text = self.paste.text().strip()
        self._typed, self._faults, self._wants_start, self._shows_typed = None, "", False, bool(text)
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

    def _type(self, text: str) -> None:
        self.paste.setText(text)
        self.paste.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear what is looked for with Esc, from the list and the chips, too."""
        if event.key() == Qt.Key.Key_Escape and not self.finder.wanted.is_all:
            self.finder.clear()
        else:
            super().keyPressEvent(event)

    # What is chosen --------------------------------------------------------------------------------------------------

    def _show(self, *, typed: bool) -> None:
        """Show what is typed, or what is chosen in the list."""
        typed = typed and not self.paste.is_empty
        if typed != self._shows_typed:
            self._shows_typed = typed
            self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.chosen if not self._shows_typed else None
        plan = self._typed if self._shows_typed else chosen.plan if chosen is not None else None
        if self._shows_typed and plan is not None:
            self.name.say(work_line(plan.workout), "ink")
            self.about.say(tr("Read as typed. Enter starts it."), "quiet")
        elif self._shows_typed:
            self.name.say(self.paste.text()[:120], "quiet")
            self.about.say(self._faults or tr("Enter reads it."), "slower" if self._faults else "quiet")
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
        self.panel.show_favourite(can_be=can_be, is_one=can_be and self.finder.is_favourite)
        self.panel.show_ways(
            chosen.tags if chosen is not None else (), can_edit=can_be or self._shows_typed, can_copy=can_be,
            is_own=chosen is not None and chosen.is_own,
        )  # fmt: skip

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
        search = QRect(margin + paste + 16, top, inner - paste - 16, tall)
        if not beside:
            search = QRect(margin, top + tall + 8, inner, tall)
        foot, y = ChosenPanel.height_in(height), search.bottom() + 9
        self.finder.place(search, QRect(margin, y, inner, height - foot - y), with_filters=not low)
        self.panel.setGeometry(margin, height - foot, inner, foot)
