"""The ways into the editor, from wherever one is.

Rules of the file: nothing that was written is lost by going in with something else: `app.ui.editing` keeps it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from app.ui.background import Background
from app.ui.desk import Desk
from app.ui.workbench import Opened

if TYPE_CHECKING:
    from app.ui.editor_page import EditorPage
    from app.ui.library_page import LibraryPage
    from app.ui.pages import Pages


T = TypeVar("T")


class EditorWays:
    """Opens the editor."""

    def __init__(self, pages: Pages, desk: Desk, background: Background) -> None:
        self._pages, self._desk, self._background = pages, desk, background

    @property
    def is_made(self) -> bool:
        """Whether the page was ever shown."""
        return "page" in self.__dict__

    @cached_property
    def page(self) -> EditorPage:
        """The page, with what reads for it and what answers it."""
        from app.ui.editor_page import EditorPage  # noqa: PLC0415 - loaded behind the first page
        from app.ui.editor_reading import EditorReading  # noqa: PLC0415 - as above

        page = EditorPage(lambda text: reading.read(text), self._ask)  # noqa: PLW0108 - it is made below
        reading = EditorReading(self._desk, self._background, page.show_understood)
        page.edited.connect(self._pages.editing.edited)
        page.asked.connect(self._pages.answering.answer)
        page.wants_goal.connect(self._set_goal)
        return page

    def _ask(self, slow: Callable[[], T], then: Callable[[T], None]) -> None:
        self._background.ask(slow, then, self._pages.told)

    def offer_at(self, library: LibraryPage) -> None:
        """Let the library's field lead here."""
        library.paste.opens.connect(self.open)

    def open(self) -> None:
        """Go to the editor; from the library with what is shown there, from elsewhere with what stands in it."""
        pages = self._pages
        shows_one = pages.library.typed_text or pages.library.chosen is not None
        if pages.page == "workouts" and shows_one:
            pages.shelving.answer("edit")
        else:
            pages.go("editor")

    def new(self) -> None:
        """Go to the editor and begin another workout."""
        self._pages.editing.new()

    def open_text(
        self,
        text: str,
        *,
        name: str = "",
        workout_id: str = "",
        tags: tuple[str, ...] = (),
        told: tuple[str, ...] = (),
    ) -> None:
        """Open a text; as `EditorPage.open_text`."""
        self._pages.editing.show(Opened(text, name, workout_id, tags, told))

    def read_again(self) -> None:
        """Compile what stands here anew, for what is set now."""
        if self.is_made:
            self.page.read_again()

    def _set_goal(self) -> None:
        pages = self._pages
        if pages.sidebar.is_flat:
            pages.go("pacing")
        pages.sidebar.goal.setFocus()
