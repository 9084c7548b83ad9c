"""The ways into the editor, and the way from it to the track.

Rules of the file: nothing that was written is lost by going in with something else: it is a press away. What the page
asks for is answered by name; whoever keeps workouts puts more answers in.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from app.core.tongue import tr
from app.core.workout import Workout
from app.notation.writing import format_item
from app.ui.background import Background
from app.ui.desk import Desk

if TYPE_CHECKING:
    from app.ui.editor_page import EditorPage
    from app.ui.editor_reading import EditorReading
    from app.ui.library_page import LibraryPage
    from app.ui.pages import Pages


T = TypeVar("T")


class EditorWays:
    """Opens texts in the editor."""

    def __init__(self, pages: Pages, desk: Desk, background: Background) -> None:
        self._pages, self._desk, self._background = pages, desk, background
        self._reading: EditorReading | None = None
        self.answers: dict[str, Callable[[], None]] = {"run": self._run, "new": self._new}
        """By what the page asks."""

    @property
    def is_made(self) -> bool:
        """Whether the page was ever shown."""
        return "page" in self.__dict__

    @cached_property
    def page(self) -> EditorPage:
        """The page."""
        from app.ui.editor_page import EditorPage  # noqa: PLC0415 - loaded behind the first page
        from app.ui.editor_reading import EditorReading  # noqa: PLC0415 - as above

        page = EditorPage(lambda text: reading.read(text), self._ask)  # noqa: PLW0108 - it is made below
        reading = EditorReading(self._desk, self._background, page.show_understood)
        page.asked.connect(lambda what: self.answers.get(what, lambda: None)())
        page.wants_goal.connect(self._set_goal)
        return page

    def _ask(self, slow: Callable[[], T], then: Callable[[T], None]) -> None:
        self._background.ask(slow, then, self._pages.told)

    def offer_at(self, library: LibraryPage) -> None:
        """Let the library's field lead here."""
        library.paste.opens.connect(self.open)

    def open(self) -> None:
        """Go to the editor; from the library with what is chosen there, from elsewhere with what stands in it."""
        pages = self._pages
        if pages.page != "workouts":
            pages.go("editor")
            return
        typed = pages.library.typed_text
        if typed:
            self.open_text(typed)
            pages.library.forget_typed()
        elif pages.library.chosen is not None and pages.library.chosen.plan is not None:
            self.open_workout(pages.library.chosen.plan.workout, pages.library.chosen.workout_id)
        else:
            pages.go("editor")

    def new(self) -> None:
        """Go to the editor and begin another workout."""
        self._pages.go("editor")
        self.page.ask("new")

    def open_workout(self, workout: Workout, workout_id: str) -> None:
        """Open a workout of the library; one that stands here already is left as it is."""
        if self.is_made and workout_id and workout_id == self.page.workout_id:
            self._pages.go("editor")
        else:
            self.open_text(text_of(workout), name=workout.name, workout_id=workout_id)

    def open_text(
        self,
        text: str,
        *,
        name: str = "",
        workout_id: str = "",
        tags: tuple[str, ...] = (),
        told: tuple[str, ...] = (),
    ) -> None:
        """Open a text; what stands in the editor unsaved can be brought back. As `EditorPage.open_text`."""
        page = self.page
        back = (page.text(), page.head.name.text(), page.workout_id, page.tags())
        loses = page.is_changed and bool(page.text().strip())
        was = page.name()
        self._pages.go("editor")
        page.open_text(text, name=name, workout_id=workout_id, tags=tags, told=told)
        if loses:
            before, named, its_id, tagged = back

            def bring_back() -> None:
                page.open_text(before, name=named, workout_id=its_id, tags=tagged)

            page.say(tr("“{name}” was not saved.").format(name=was), bring_back)

    def read_again(self) -> None:
        """Compile what stands here anew, for what is set now."""
        if self.is_made:
            self.page.read_again()

    # What the page asks -----------------------------------------------------------------------------------------------

    def _new(self) -> None:
        self.open_text("")

    def _run(self) -> None:
        plan = self.page.plan()
        if plan is not None:
            self._pages.sessions.start(plan, "" if self.page.is_changed else self.page.workout_id)

    def _set_goal(self) -> None:
        pages = self._pages
        if pages.sidebar.is_flat:
            pages.go("pacing")
        pages.sidebar.goal.setFocus()


def text_of(workout: Workout) -> str:
    """Write a workout as a coach writes it, one part a line."""
    return "\n".join(format_item(item) for item in workout.steps)
