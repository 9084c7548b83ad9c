"""Opening: the data folder, what was set, a session that a crash cut off; and the way on where that fails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from app.core.errors import BellLapError, StoreError
from app.ui import design
from app.ui.background import Background
from app.ui.desk import Desk, Past
from app.ui.shelf import on_shelf

if TYPE_CHECKING:
    from app.ui.pages import Pages


class Opening:
    """Opens the house for the pages."""

    def __init__(self, pages: Pages, desk: Desk, background: Background) -> None:
        self._pages, self._desk, self._background = pages, desk, background
        self.is_ready = False
        """Whether the data folder is open, or it was decided to go on without it."""

    def open(self) -> None:
        """Open the data folder, then show what is in it."""
        self._background.ask(self._desk.open, self._opened, self._not_opened)

    def _opened(self, sentence: str) -> None:
        pages = self._pages
        self.is_ready = True
        choices = self._desk.choices()
        if choices.palette != design.palette().name:
            pages.use_palette(choices.palette)
        pages.sidebar.show_choices(choices)
        if sentence:
            pages.banner.ask(sentence, (("Good", lambda: None),), "slower")
        pages.sessions.start_given()
        self._background.ask(lambda: on_shelf(self._desk), pages.library.show_shelf, pages.told)
        if pages.live is None:
            self._background.ask(self._desk.unfinished, self._offer, pages.told)

    def _not_opened(self, error: BellLapError) -> None:
        pages = self._pages
        answers: list[tuple[str, Callable[[], None]]] = [
            ("Try again", self.open),
            ("Go on without saving", lambda: self._go_on_unsaved(str(error))),
        ]
        if isinstance(error, StoreError) and error.can_set_aside:
            answers.insert(1, ("Set it aside", self._set_aside))
        pages.banner.ask(f"{str(error)[:1].upper()}{str(error)[1:]}.", answers, "slower")

    def _go_on_unsaved(self, why: str) -> None:
        pages = self._pages
        self._background.ask(lambda: self._desk.open_unsaved(why), lambda _: self._opened(""), pages.told)

    def _set_aside(self) -> None:
        self._background.ask(self._desk.set_aside_damaged, self._opened, self._not_opened)

    def _offer(self, past: Past | None) -> None:
        pages = self._pages
        if past is None or pages.live is not None:
            return
        pages.banner.ask(
            f"{past.workout}, begun {past.started_at[11:16]}, was cut off. All that was acknowledged is kept.",
            (
                ("Go on with it", lambda: self._resume(past)),
                ("Keep what was run", lambda: self._keep(past)),
            ),
        )

    def _resume(self, past: Past) -> None:
        pages = self._pages
        self._background.ask(lambda: self._desk.resume(past.session_id), pages.sessions.show, pages.told)

    def _keep(self, past: Past) -> None:
        pages = self._pages

        def kept() -> Past:
            self._desk.keep(past.session_id)
            return replace(past, outcome="kept")

        self._background.ask(kept, pages.results.open_past, pages.told)
