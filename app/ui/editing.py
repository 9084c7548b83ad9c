"""Editing: what stands in the editor, and what of it is unsaved: kept, and brought back.

Rules of the file: nothing is asked before anything is replaced. Leaving the editor, opening another text in it and
closing the window keep what is unsaved, and it is there again when its workout is opened, or the editor for the first
time in a window.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from app.core.errors import BellLapError
from app.core.tongue import tr
from app.library.drafts import Draft
from app.ui.background import Background
from app.ui.desk import Desk
from app.ui.drafting import Drafting
from app.ui.workbench import Opened, ToEdit

if TYPE_CHECKING:
    from app.ui.editor_page import EditorPage
    from app.ui.pages import Pages

T = TypeVar("T")

NOTHING = Opened("")
SHORT = 60


class Editing(QObject):
    """Knows what stands in the editor, and keeps what of it is unsaved."""

    def __init__(self, pages: Pages, desk: Desk, background: Background, given: ToEdit | None = None) -> None:
        """Know of nothing yet.

        Args:
            pages: show it.
            desk: has the workouts and the drafts.
            background: where they are read and kept.
            given: what is to be edited as soon as the house is open; None for nothing.
        """
        super().__init__(pages)
        self._pages, self._desk, self._background = pages, desk, background
        self._given = given
        self.opened = NOTHING
        """What stands in the editor, as it was opened or saved last."""
        self._is_putting = self._has_looked = False
        self._number = 0
        """Of the text that was asked for last."""
        self.drafting = Drafting(self, desk.bench, background, pages.told)

    @property
    def page(self) -> EditorPage:
        """The editor."""
        return self._pages.editor

    @property
    def workout_id(self) -> str:
        """Of the workout that is edited; empty for one that is on no shelf."""
        return self.opened.workout_id

    def edited(self) -> None:
        """Keep what is typed."""
        if self._is_putting:
            return
        if self.page.is_changed and self.page.text().strip():
            self.drafting.keep(self.draft(""))
        else:
            self.drafting.drop()

    def draft(self, slot: str) -> Draft:
        """Return what stands in the editor, as it is kept unsaved."""
        text, name, tags = self.page.stands
        return Draft(slot, text, name, self.workout_id, tags)

    def close_down(self) -> None:
        """Keep what is typed; the window closes."""
        self.drafting.close_down()

    # Into the editor --------------------------------------------------------------------------------------------------

    def start_given(self) -> None:
        """Edit what the window was opened with."""
        given, self._given = self._given, None
        if given is not None:
            self.start(given)

    def start(self, given: ToEdit) -> None:
        """Edit what the program was started with, once the house is open."""
        if not self._pages.opening.is_ready:
            self._given = given
        elif given.path:
            self._pages.drops.take_files([given.path])
        elif given.workout_id:
            self.edit(given.workout_id)
        else:
            self._pages.go("editor")

    def new(self) -> None:
        """Begin a new workout; what is unsaved stays kept."""
        self._has_looked = True
        self.show(NOTHING)

    def edit(self, workout_id: str) -> None:
        """Open a workout of the shelf, as it was left unsaved if it was."""
        if workout_id == self.workout_id and self.holds_something:
            self._pages.go("editor")
            return
        bench = self._desk.bench

        def slow() -> tuple[Opened, Draft | None]:
            opened = bench.open(workout_id)
            return opened, next((draft for draft in bench.drafts() if draft.workout_id == workout_id), None)

        self._ask(slow, lambda found: self.show(*found))

    def _ask(self, slow: Callable[[], T], then: Callable[[T], None]) -> None:
        """Do something slow, unless another text is shown before it is done."""
        self._number += 1
        number = self._number

        def shown(found: T) -> None:
            if number == self._number:
                then(found)

        self._background.ask(slow, shown, self._pages.told)

    def show(self, opened: Opened, draft: Draft | None = None, *, goes: bool = True) -> None:
        """Show a text in the editor; what stood there unsaved stays kept.

        Args:
            opened: the text as it was opened.
            draft: as it was left unsaved.
            goes: whether the editor is gone to.
        """
        left = self._unsaved_name()
        self.put(opened, draft)
        if goes:
            self._pages.go("editor")
        if draft is not None:
            said = tr("Your unsaved changes are here again.") if opened.workout_id else _here_again()
            self.page.say(said, lambda: self._discard(opened, draft))
        elif left:
            self.page.say(tr("{name} is kept unsaved.").format(name=left), None)

    def enter(self) -> None:
        """Bring back what was left unsaved, where nothing stands in the editor yet."""
        if not self._has_looked and not self.holds_something and self._pages.opening.is_ready:
            self._has_looked = True
            self._background.ask(self._desk.bench.drafts, self._bring_back, self._pages.told)

    def offer(self) -> None:
        """Offer what was left unsaved, when the window has opened."""
        self._background.ask(self._desk.bench.drafts, self._offer, self._pages.told)

    def _offer(self, drafts: tuple[Draft, ...]) -> None:
        pages = self._pages
        if not drafts or not pages.banner.isHidden() or pages.live is not None or self.holds_something:
            return
        said = tr("Your unsaved workout is here again: {name}.").format(name=called(drafts[0]))
        pages.banner.ask(
            said,
            (
                (tr("Go on with it"), lambda: self._reopen(drafts[0])),
                (tr("Later"), lambda: None),
                (tr("Discard it"), lambda: self._background.ask(lambda: self._desk.bench.drop_draft(drafts[0].slot))),
            ),
        )

    def _bring_back(self, drafts: tuple[Draft, ...]) -> None:
        if drafts and not self.holds_something and self._pages.page == "editor":
            self._reopen(drafts[0])

    def _reopen(self, draft: Draft) -> None:
        """Show what was left unsaved, over its workout where that is there still."""

        def slow() -> Opened:
            try:
                return self._desk.bench.open(draft.workout_id) if draft.workout_id else NOTHING
            except BellLapError:  # it is gone, or was broken by hand: what is unsaved is a new workout
                return NOTHING

        self._ask(slow, lambda opened: self.show(opened, draft))

    def put(self, opened: Opened, draft: Draft | None = None) -> None:
        """Put a text into the editor; what stood there unsaved stays kept.

        Args:
            opened: the text as it was opened.
            draft: as it was left unsaved.
        """
        self._number += 1
        self.drafting.begin(draft.slot if draft is not None else "")
        self.opened = opened
        page, kept = self.page, opened if opened.workout_id else NOTHING
        unsaved = draft or Draft("", opened.text, opened.name, "", opened.tags)
        self._is_putting = True
        page.open_text(kept.text, name=kept.name, workout_id=kept.workout_id, tags=kept.tags, told=opened.told)
        if draft is not None or not opened.workout_id:
            page.put_text(unsaved.text, unsaved.name, unsaved.tags)
        self._is_putting = False
        if not self.drafting.slot:
            self.edited()

    def _discard(self, opened: Opened, draft: Draft) -> None:
        """Show the workout as it is saved; what was unsaved is dropped, and can be had back."""
        self.drafting.drop()
        self.put(opened)
        self.page.say(tr("As it is saved."), lambda: self.show(opened, replace(draft, slot="")))

    @property
    def holds_something(self) -> bool:
        """Whether there is anything in the editor."""
        return "editor" in self._pages.__dict__ and bool(self.page.text().strip() or self.workout_id)

    def _unsaved_name(self) -> str:
        """Return what the unsaved text in the editor is called; empty where all is saved."""
        if not self.holds_something or not self.drafting.slot:
            return ""
        return called(self.draft(""))


def called(draft: Draft) -> str:
    """Return what an unsaved text is called: by its name, or by its first line."""
    first = next((line.strip() for line in draft.text.splitlines() if line.strip()), "")
    called = draft.name.strip() or first
    return called if len(called) <= SHORT else f"{called[: SHORT - 1]}…"


def _here_again() -> str:
    return tr("Your unsaved workout is here again.")
