"""What is set, as the window has it: known here at once, told to the desk in the background.

Rules of the file: a change is a function from choices to choices that names what it sets, so that two of them never
undo each other; they are done one after the other in the one background thread. What is typed waits until
the keys rest.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import reduce
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer

from app.core.errors import BellLapError
from app.ui.background import Background
from app.ui.choices import Choices
from app.ui.desk import Desk

CHOOSE_AFTER_MS = 350
"""A goal is taken when the keys have rested this long."""
Change: TypeAlias = Callable[[Choices], Choices]


class Choosing:
    """Holds what is set."""

    def __init__(
        self,
        owner: QObject,
        desk: Desk,
        background: Background,
        plans_changed: Callable[[], None],
        failed: Callable[[BellLapError], None],
    ) -> None:
        """Hold what the desk holds.

        Args:
            owner: of the timer.
            desk: remembers.
            background: where it does so.
            plans_changed: called when what workouts come to has been set anew.
            failed: gets an error with a sentence fit to show.
        """
        self._desk, self._background = desk, background
        self._plans_changed, self._failed = plans_changed, failed
        self._under_way: list[Change] = []
        self._typed: Change | None = None
        self._rest = QTimer(owner)
        self._rest.setSingleShot(True)
        self._rest.setInterval(CHOOSE_AFTER_MS)
        self._rest.timeout.connect(self.take_typed)

    @property
    def now(self) -> Choices:
        """What is set, with all that is still on its way to the desk."""
        waiting = [*self._under_way, *([self._typed] if self._typed is not None else [])]
        return reduce(lambda choices, change: change(choices), waiting, self._desk.choices())

    def change(self, change: Change, then: Callable[[], None] = lambda: None) -> None:
        """Set something.

        Args:
            change: may be done twice without harm.
            then: called when it is in force.
        """
        self._under_way.append(change)
        self._desk.use_sound(self.now.sound)

        def done(_answer: None) -> None:
            self._under_way.remove(change)
            then()

        def failed(error: BellLapError) -> None:
            self._under_way.remove(change)
            self._failed(error)

        self._background.ask(lambda: self._desk.choose(change(self._desk.choices())), done, failed)

    def change_plans(self, change: Change) -> None:
        """Set something that changes what workouts come to."""
        self.change(change, self._plans_changed)

    def change_typed(self, change: Change) -> None:
        """Set something that is being typed, once the keys rest; what was typed before it stays."""
        before = self._typed
        self._typed = change if before is None else lambda now: change(before(now))
        self._rest.start()

    def choose_athlete(self, choices: Choices) -> None:
        """Set what the sidebar shows, once the keys rest."""
        self.change_typed(
            lambda now: replace(
                now,
                goal_s=choices.goal_s,
                best_s=choices.best_s,
                track_m=choices.track_m,
                lead_in_s=choices.lead_in_s,
                mark_every_m=choices.mark_every_m,
            )
        )

    def take_typed(self) -> None:
        """Wait no longer for the keys to rest."""
        self._rest.stop()
        typed, self._typed = self._typed, None
        if typed is not None:
            self.change_plans(typed)
