"""Answering: what the editor asks, done on the workbench, each with its way back.

Rules of the file: nothing is ever asked before it is done. What is done is said in the editor itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.core.errors import BellLapError
from app.core.tongue import tr
from app.core.workout import Workout
from app.library.drafts import Draft
from app.ui.background import Background
from app.ui.desk import Desk
from app.ui.editing import NOTHING, Editing, called
from app.ui.workbench import Kept, Opened, Removed

if TYPE_CHECKING:
    from app.ui.editor_page import EditorPage
    from app.ui.pages import Pages


class Answering(QObject):
    """Answers the editor."""

    def __init__(self, pages: Pages, editing: Editing, desk: Desk, background: Background) -> None:
        super().__init__(pages)
        self._pages, self._editing, self._desk, self._background = pages, editing, desk, background
        self._answers: dict[str, Callable[[], None]] = {
            "new": editing.new, "save": self.save, "run": self.run, "duplicate": self.duplicate, "delete": self.delete,
            "rename": self.rename, "export": self.export, "print": self.print_out,
        }  # fmt: skip

    def answer(self, what: str) -> None:
        """Do what the editor asks."""
        self._answers[what]()

    @property
    def page(self) -> EditorPage:
        """The editor."""
        return self._pages.editor

    def _workout(self) -> Workout | None:
        """Return the workout as it stands; None where nothing of it is understood."""
        workout = self.page.workout()
        if workout is None or not workout.steps:
            self.page.say(tr("Nothing of it is understood yet; it stays here unsaved."), None)
            return None
        return replace(workout, name=self.page.name(), tags=tuple(self.page.tags()))

    def save(self) -> None:
        """Put the workout on the shelf."""
        page, workout = self.page, self._workout()
        if workout is None:
            return
        opened, text, stood = self._editing.opened, page.text(), page.stands

        def saved(kept: Kept) -> None:
            if self._editing.opened is opened:  # else another text stands there by now
                self._editing.opened = Opened(text, kept.name, kept.workout_id, workout.tags, is_own=True)
                page.mark_kept(kept.workout_id, stood)
                self._editing.edited()
            said = tr("{name} is saved.")
            if kept.hides_shipped:
                said = tr("{name} is saved as yours, in the place of the one that came with Bell Lap.")
            page.say(said.format(name=kept.name), None)
            self._pages.list_anew()

        self._background.ask(
            lambda: self._desk.bench.save(workout, text, opened.workout_id, opened.workout), saved, self._told
        )

    def run(self) -> None:
        """Make the workout ready as it stands, saved or not; past runs of it count for the saved one alone."""
        workout, plan = self._workout(), self.page.plan()
        if workout is not None and plan is not None:
            workout_id = "" if self.page.is_changed else self._editing.workout_id
            self._pages.sessions.start(replace(plan, workout=workout), workout_id)

    def duplicate(self) -> None:
        """Go on with a copy: of the workout as it is saved, or of what stands here as a new one."""
        page, bench = self.page, self._desk.bench
        if self._editing.workout_id and not page.is_changed:
            self._background.ask(
                lambda: bench.open(bench.duplicate(self._editing.workout_id).workout_id), self._copied, self._told
            )
            return
        name = page.name() or called(Draft("", page.text()))
        copy = replace(NOTHING, text=page.text(), name=tr("{name} copy").format(name=name), tags=tuple(page.tags()))
        self._editing.show(copy)

    def _copied(self, opened: Opened) -> None:
        self._editing.show(opened)
        self.page.say(tr("This is the copy."), lambda: self._remove(opened.workout_id, opened.name))
        self._pages.list_anew()

    def rename(self) -> None:
        """Give the saved workout the name that stands in the editor; all else that is unsaved stays so."""
        opened, name = self._editing.opened, self.page.name()
        if not opened.workout_id:
            return  # it has this name once it is saved
        if not opened.is_own:
            self.save()
            return
        self._rename(opened.workout_id, name, undo_to=opened.name)

    def _rename(self, workout_id: str, name: str, undo_to: str) -> None:
        def renamed(_before: str) -> None:
            if self._editing.workout_id == workout_id:
                self._editing.opened = replace(self._editing.opened, name=name)
                self.page.show_name(name)
                self._editing.edited()
                said = tr("It is called {name} now.").format(name=name)
                self.page.say(said, lambda: self._rename(workout_id, undo_to, name))
            self._pages.list_anew()

        self._background.ask(lambda: self._desk.bench.rename(workout_id, name), renamed, self._told)

    def delete(self) -> None:
        """Put the workout away, or the text where it is on no shelf; both come back with undo."""
        opened = self._editing.opened
        if opened.workout_id and opened.is_own:
            self._remove(opened.workout_id, opened.name)
        elif opened.workout_id:
            self.page.say(tr("This workout came with Bell Lap and stays; a copy of it is yours."), None)
        elif self.page.text().strip():
            draft = self._editing.draft("")
            self._editing.drafting.drop()
            self._editing.put(NOTHING)
            self.page.say(tr("The text is gone."), lambda: self._editing.put(NOTHING, draft))

    def _remove(self, workout_id: str, name: str) -> None:
        before = self._editing.opened, self._editing.draft("") if self.page.is_changed else None

        def removed(found: Removed) -> None:
            if self._editing.workout_id == workout_id:
                self._editing.drafting.drop()
                self._editing.put(NOTHING)
            said = tr("{name} is removed.")
            if found.shows_shipped:
                said = tr("{name} is removed; the one that came with Bell Lap is listed again.")
            self.page.say(said.format(name=name), lambda: self._put_back(found, *before))
            self._pages.list_anew()

        self._background.ask(lambda: self._desk.bench.remove(workout_id), removed, self._told)

    def _put_back(self, removed: Removed, opened: Opened, draft: Draft | None) -> None:
        def back(kept: Kept) -> None:
            if not self._editing.holds_something:
                self._editing.put(replace(opened, workout_id=kept.workout_id), draft)
            self.page.say(tr("{name} is back.").format(name=kept.name), None)
            self._pages.list_anew()

        self._background.ask(lambda: self._desk.bench.put_back(removed), back, self._told)

    def _told(self, error: BellLapError) -> None:
        self.page.say(f"{str(error)[:1].upper()}{str(error)[1:]}.", None)

    def export(self) -> None:
        """Write it as a file of another program."""
        workout = self._workout()
        if workout is not None:
            self._pages.handing.export(workout)

    def print_out(self) -> None:
        """Print it on a page."""
        workout = self._workout()
        if workout is not None:
            self._pages.handing.print_out(workout)
