"""The pages by name, each made when it is first shown.

Rules of the file: a page is imported where it is made; `app.ui.loading` has loaded it behind the first one.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtWidgets import QWidget

from app.ui.making import make_history, make_pacing, make_run, make_settings, make_sound

if TYPE_CHECKING:
    from app.ui.editor_page import EditorPage
    from app.ui.history_page import HistoryPage
    from app.ui.pacing_page import PacingPage
    from app.ui.pages import Pages
    from app.ui.practice_page import PracticePage
    from app.ui.result_page import ResultPage
    from app.ui.run_page import RunPage
    from app.ui.settings_page import SettingsPage
    from app.ui.sound_page import SoundPage

P = TypeVar("P", bound=QWidget)
NAMES = ("run", "editor", "result", "history", "practice", "sound", "settings", "pacing")
"""Of those that are made when they are first shown."""


class MadePages(QWidget):
    """Holds the pages; what goes on between them is of `app.ui.pages`."""

    def __init__(self) -> None:
        super().__init__()
        self._made: dict[str, QWidget] = {}

    @property
    def _pages(self) -> Pages:
        return cast("Pages", self)

    @cached_property
    def run(self) -> RunPage:
        """The run page."""
        return self.adopt("run", make_run(self._pages))

    @cached_property
    def editor(self) -> EditorPage:
        """The editor."""
        return self.adopt("editor", self._pages.ways.page)

    @cached_property
    def result(self) -> ResultPage:
        """The result page."""
        return self.adopt("result", self._pages.results.page)

    @cached_property
    def history(self) -> HistoryPage:
        """The history page."""
        return self.adopt("history", make_history(self._pages))

    @cached_property
    def practice(self) -> PracticePage:
        """The practice page."""
        return self.adopt("practice", self._pages.practising.page)

    @cached_property
    def sound(self) -> SoundPage:
        """The sound page."""
        return self.adopt("sound", make_sound(self._pages))

    @cached_property
    def pacing(self) -> PacingPage:
        """The pacing page."""
        return self.adopt("pacing", make_pacing(self._pages))

    @cached_property
    def settings(self) -> SettingsPage:
        """The settings."""
        return self.adopt("settings", make_settings(self._pages))

    def adopt(self, name: str, page: P) -> P:
        """Take a page in, under a name."""
        page.setParent(self)
        page.hide()
        self._made[name] = page
        return page

    def page_of(self, name: str) -> QWidget:
        """Return a page by its name; it is made if need be."""
        if name in NAMES:
            getattr(self, name)
        return self._made[name]
