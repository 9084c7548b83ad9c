"""The finder: what is looked for, what of the shelf is listed, which of it is chosen, and which have a star.

Rules of the file: the shelf comes in whole and is listed in the window's thread, at each key; nothing is read here. An
empty list always says why.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.core.tongue import tr
from app.ui.favourites import Favourites
from app.ui.filters import HEIGHT, Filters
from app.ui.finding import Sought, Wanted, count_words, first_choice, listed, purposes_of, sought, tags_of, words_of
from app.ui.search_field import SearchField
from app.ui.shelf import OnShelf
from app.ui.vacant import Vacant
from app.ui.workout_list import WorkoutList


class Finder(QObject):
    """Finds workouts on the library page."""

    changed = Signal()
    """What is listed or chosen is another, by itself."""
    moved = Signal()
    """A person looks among the workouts."""
    types_instead = Signal(str)
    """What was looked for is to be read as a workout."""

    def __init__(self, favourites: Favourites, page: QWidget) -> None:
        super().__init__(page)
        self._favourites = favourites
        self._rows: tuple[Sought, ...] = ()
        self._closed = ""
        self._is_read = self._chooses_first = False
        self._chooses_next: str | None = None
        self.search = SearchField(page)
        self.filters = Filters(self._look, page)
        self.list = WorkoutList(self.favour, self._leave_up, page)
        self.vacant = Vacant(page)
        self.search.textChanged.connect(lambda _text: self._look())
        self.search.goes_down.connect(lambda at_end: self.list.enter(at_end=at_end))
        self.search.types_instead.connect(self.type_instead)
        self.list.currentItemChanged.connect(lambda *_: self._list_moved())
        self.list.itemClicked.connect(lambda *_: self._list_moved())
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.search)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self.leave)

    # What is listed --------------------------------------------------------------------------------------------------

    def show_shelf(self, rows: tuple[OnShelf, ...]) -> None:
        """List the workouts; the one that was chosen stays chosen."""
        self._rows = tuple(sought(row) for row in rows)
        self._is_read, self._closed = True, ""
        self.filters.offer(purposes_of(rows), tags_of(rows))
        first = first_choice(rows, self._favourites.ids) if self._chooses_first else self._chooses_next
        self._chooses_first, self._chooses_next = False, None
        self.show_list(first)

    def show_closed(self, why: str) -> None:
        """Say that nothing can be listed yet, and why; an empty sentence says that it is being read."""
        self._closed = why
        self.show_list()

    def choose_first(self) -> None:
        """Choose what an athlete may start with as soon as the workouts are listed anew."""
        self._chooses_first = True

    def choose_next(self, workout_id: str) -> None:
        """Choose a workout as soon as they are listed anew."""
        self._chooses_next = workout_id

    @property
    def beside(self) -> str:
        """The id of the workout below the chosen one, or above it where it is the last; empty for none."""
        row, shown = self.list.currentRow(), self.list
        beside = shown.row_of(shown.item(row + 1) or shown.item(row - 1)) if row >= 0 else None
        return beside.workout_id if beside is not None else ""

    @property
    def chosen(self) -> OnShelf | None:
        """The workout that is chosen."""
        return self.list.chosen

    @property
    def wanted(self) -> Wanted:
        """What is looked for."""
        return self.filters.wanted(self.search.text())

    def show_list(self, chosen_id: str | None = None) -> None:
        """List what is looked for.

        Args:
            chosen_id: what is chosen then; None keeps what was, and an id that is not there chooses the first.
        """
        wanted, favourites = self.wanted, self._favourites.ids
        words = words_of(wanted.text)
        if chosen_id is None:
            chosen_id = self.chosen.workout_id if self.chosen is not None else ""
        shown = listed([each.row for each in self._rows if each.is_wanted(wanted, words, favourites)], favourites)
        self.list.show_listed(shown, chosen_id)
        self.search.count.say(count_words(len(shown), len(self._rows)) if self._is_read else "")
        self.search.can_type_instead = self._is_read and not shown and bool(wanted.text.strip())
        self.search.arrange()
        self.vacant.setVisible(not shown)
        if shown:
            self.vacant.progress.end()
        elif self._closed:
            self.vacant.say_closed(self._closed)
        elif not self._is_read:
            self.vacant.read(tr("Reading the workouts …"))
        elif not self._rows:
            self.vacant.say_none()
        else:
            self.vacant.say_not_found(wanted, self.clear, self.type_instead)
        self.changed.emit()

    def _look(self) -> None:
        self.moved.emit()
        self.show_list(None if self.wanted.is_all else "")

    # What a person does ----------------------------------------------------------------------------------------------

    def enter(self) -> None:
        """Go to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def clear(self) -> None:
        """Look for nothing in particular."""
        self.filters.clear()
        if self.search.text():
            self.search.clear()
        else:
            self.show_list()

    def leave(self) -> None:
        """Clear what is looked for; if there is nothing, go back to the list."""
        if self.wanted.is_all:
            self.list.enter()
        else:
            self.clear()

    def type_instead(self) -> None:
        """Have what was looked for read as a workout."""
        text = self.search.text()
        self.clear()
        self.types_instead.emit(text)

    def favour(self, row: OnShelf | None = None) -> None:
        """Give a workout a star, or take it away; of none given, the chosen one."""
        row = row or self.chosen
        if row is not None and not row.faults:
            self._favourites.change(row.workout_id)
            self.show_list()

    @property
    def is_favourite(self) -> bool:
        """Whether the chosen workout has a star."""
        return self.chosen is not None and self.chosen.workout_id in self._favourites.ids

    def _leave_up(self) -> None:
        self.search.setFocus(Qt.FocusReason.BacktabFocusReason)

    def _list_moved(self) -> None:
        if self.list.hasFocus():
            self.moved.emit()
        self.changed.emit()

    # Where it stands -------------------------------------------------------------------------------------------------

    def place(self, search: QRect, below: QRect, *, with_filters: bool) -> None:
        """Put it on the page.

        Args:
            search: where the field stands.
            below: room for filters and list.
            with_filters: whether the chips have room, too; where they have none the words of the search do the same.
        """
        self.search.setGeometry(search)
        self.filters.setVisible(with_filters)
        if with_filters:
            self.filters.setGeometry(below.x(), below.y(), below.width(), HEIGHT)
            below = below.adjusted(0, HEIGHT + 8, 0, 0)
        self.list.setGeometry(below)
        self.vacant.setGeometry(below)
