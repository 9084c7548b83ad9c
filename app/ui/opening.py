"""Opening: the data folder, what was set, a session that a crash cut off; and the way on where that fails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from app.core.errors import BellLapError, StoreError
from app.core.tongue import tr
from app.ui import design
from app.ui.background import Background
from app.ui.choices import Choices
from app.ui.desk import Desk, Past
from app.ui.loading import EDITOR, REST, load, load_grammar
from app.ui.shelf import AT_ONCE, OnShelf, on_shelf

if TYPE_CHECKING:
    from app.ui.first_run import FirstRun
    from app.ui.pages import Pages


class Opening:
    """Opens the house for the pages."""

    def __init__(self, pages: Pages, desk: Desk, background: Background) -> None:
        self._pages, self._desk, self._background = pages, desk, background
        self.first: FirstRun | None = None
        """The first page of all, where it was needed."""
        self.is_ready = False
        """Whether the data folder is open, or it was decided to go on without it."""

    def open(self) -> None:
        """Open the data folder, then show what is in it."""
        self._pages.library.show_closed("")
        self._background.ask(self._desk.open, self._opened, self._not_opened)

    def _opened(self, sentence: str) -> None:
        pages = self._pages
        self.is_ready = True
        choices = self._desk.choices()
        self._show(choices, sentence)
        pages.sessions.start_given()
        pages.editing.start_given()
        is_new = choices.goal_s is None and choices.best_s is None and not choices.welcomed
        if is_new and pages.live is None and pages.page == "workouts":
            from app.ui.first_run import FirstRun  # noqa: PLC0415 - once in a lifetime

            self.first = pages.adopt("first", FirstRun(self.welcome))
            pages.go("first")
        self._background.ask(lambda: on_shelf(self._desk, AT_ONCE), self._list, self._not_listed)
        if pages.live is None:
            self._background.ask(self._desk.unfinished, self._offer, pages.told)
        self._background.ask(self._desk.settle, lambda said: self._settled(choices, said), pages.told)
        self._background.ask(load_grammar, lambda _: load(pages, EDITOR))
        load(pages, REST)

    def _list(self, rows: tuple[OnShelf, ...]) -> None:
        """List the workouts; where there are many, what is further down is made whole behind them."""
        self._pages.library.show_shelf(rows)
        if len(rows) > AT_ONCE:
            self._background.ask(lambda: on_shelf(self._desk), self._pages.library.show_shelf, self._not_listed)

    def _show(self, choices: Choices, sentence: str) -> None:
        pages = self._pages
        if choices.palette != design.palette().name:
            pages.use_palette(choices.palette)
        pages.sidebar.show_choices(choices)
        pages.settings_changed()
        if sentence:
            pages.banner.ask(sentence, ((tr("Good"), lambda: None),), "slower")

    def _settled(self, before: Choices, sentence: str) -> None:
        """Show what is truly set, where it is other than it seemed."""
        if sentence or self._pages.choosing.now != before:
            self._show(self._pages.choosing.now, sentence)
            self._pages.plan_anew()

    def welcome(self, best_s: Fraction | None, goal_s: Fraction | None) -> None:
        """Take the answers of the first page; what suits them is chosen, one key away.

        Args:
            best_s: best mile in seconds, None if it was not said.
            goal_s: goal mile, likewise.
        """
        pages = self._pages

        def change(choices: Choices) -> Choices:
            said = replace(choices, welcomed=True)
            return said if best_s is None and goal_s is None else replace(said, best_s=best_s, goal_s=goal_s)

        pages.choosing.change(change, pages.library.choose_first)
        pages.sidebar.show_choices(pages.choosing.now)
        pages.go("workouts")  # which lists the workouts anew, behind the change

    def _not_opened(self, error: BellLapError) -> None:
        pages = self._pages
        answers: list[tuple[str, Callable[[], None]]] = [
            (tr("Try again"), self.open),
            (tr("Go on without saving"), lambda: self._go_on_unsaved(str(error))),
        ]
        if isinstance(error, StoreError) and error.can_set_aside:
            answers.insert(1, (tr("Set it aside"), self._set_aside))
        pages.banner.ask(f"{str(error)[:1].upper()}{str(error)[1:]}.", answers, "slower")
        pages.library.show_closed(tr("The workouts are listed once the question above is answered."))

    def _not_listed(self, error: BellLapError) -> None:
        self._pages.library.show_closed(tr("The workouts could not be read."))
        self._pages.told(error)

    def _go_on_unsaved(self, why: str) -> None:
        pages = self._pages
        self._background.ask(lambda: self._desk.open_unsaved(why), lambda _: self._opened(""), pages.told)

    def _set_aside(self) -> None:
        self._background.ask(self._desk.set_aside_damaged, self._opened, self._not_opened)

    def _offer(self, past: Past | None) -> None:
        pages = self._pages
        if past is None or pages.live is not None:
            pages.editing.offer()
            return
        said = tr("{workout}, begun {time}, was cut off. All that was acknowledged is kept.")
        pages.banner.ask(
            said.format(workout=past.workout, time=past.started_at[11:16]),
            (
                (tr("Go on with it"), lambda: self._resume(past)),
                (tr("Keep what was run"), lambda: self._keep(past)),
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
