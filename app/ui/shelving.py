"""Shelving: what the library asks of its workouts: edited, copied, renamed, removed; each with its way back.

Rules of the file: nothing is asked before it is done. What is done is said in the banner, with Undo, until it is
answered or another thing is done.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.core.tongue import tr
from app.ui.background import Background
from app.ui.desk import Desk
from app.ui.shelf import OnShelf
from app.ui.workbench import Kept, Opened, Removed

if TYPE_CHECKING:
    from app.ui.pages import Pages


class Shelving(QObject):
    """Answers the library."""

    def __init__(self, pages: Pages, desk: Desk, background: Background) -> None:
        super().__init__(pages)
        self._pages, self._bench, self._background = pages, desk.bench, background
        self._answers: dict[str, Callable[[OnShelf], None]] = {
            "edit": self._edit, "duplicate": self._duplicate, "rename": self._rename, "remove": self._remove,
        }  # fmt: skip

    def answer(self, what: str) -> None:
        """Do what the library asks with what is shown there."""
        library = self._pages.library
        if library.typed_text:
            if what == "edit":
                self._pages.editing.show(Opened(library.typed_text))
                library.forget_typed()
        elif library.chosen is not None:
            self._answers[what](library.chosen)

    def _edit(self, row: OnShelf) -> None:
        if row.faults:
            said = tr("{name} has faults; mend its file in a text editor, and it can be opened here.")
            self._say(said.format(name=row.name), None)
        else:
            self._pages.editing.edit(row.workout_id)

    def _duplicate(self, row: OnShelf) -> None:
        if row.faults:
            return

        def done(kept: Kept) -> None:
            self._list_anew(kept.workout_id)
            said = tr("{name} is a copy, and yours.").format(name=kept.name)
            self._say(said, lambda: self._take_away(kept.workout_id, row.workout_id))

        self._background.ask(lambda: self._bench.duplicate(row.workout_id), done, self._pages.told)

    def _take_away(self, workout_id: str, then_chosen: str) -> None:
        self._background.ask(
            lambda: self._bench.remove(workout_id), lambda _: self._list_anew(then_chosen), self._pages.told
        )

    def _rename(self, row: OnShelf) -> None:
        if not row.is_own:
            self._say(tr("This workout came with Bell Lap and stays; a copy of it is yours."), None)
        elif not row.faults:
            self._pages.library.panel.rename.begin(row.name, lambda name: self._call(row.workout_id, name))

    def _call(self, workout_id: str, name: str) -> None:
        def done(before: str) -> None:
            self._list_anew(workout_id)
            self._pages.library.list.setFocus()
            said = tr("{before} is called {name} now.").format(before=before, name=name)
            self._say(said, lambda: self._call(workout_id, before))

        self._background.ask(lambda: self._bench.rename(workout_id, name), done, self._pages.told)

    def _remove(self, row: OnShelf) -> None:
        if not row.is_own:
            self._say(tr("This workout came with Bell Lap and stays; a copy of it is yours."), None)
            return
        beside = self._pages.library.finder.beside

        def done(removed: Removed) -> None:
            self._list_anew(row.workout_id if removed.shows_shipped else beside)
            said = tr("{name} is removed.")
            if removed.shows_shipped:
                said = tr("{name} is removed; the one that came with Bell Lap is listed again.")
            self._say(said.format(name=row.name), lambda: self._put_back(removed))

        self._background.ask(lambda: self._bench.remove(row.workout_id), done, self._pages.told)

    def _put_back(self, removed: Removed) -> None:
        self._background.ask(
            lambda: self._bench.put_back(removed), lambda kept: self._list_anew(kept.workout_id), self._pages.told
        )

    def _list_anew(self, chosen_id: str) -> None:
        self._pages.library.finder.choose_next(chosen_id)
        self._pages.list_anew()

    def _say(self, sentence: str, undo: Callable[[], None] | None) -> None:
        answers = [(tr("Good"), lambda: None)]
        self._pages.banner.ask(sentence, answers if undo is None else [(tr("Undo"), undo), *answers])
