"""Favourites: which workouts have a star; remembered as everything that is set."""

from __future__ import annotations

from dataclasses import replace

from app.core.bounds import FAVOURITES
from app.ui.choices import Choices
from app.ui.choosing import Choosing


class Favourites:
    """Knows the favourites and changes them."""

    def __init__(self, choosing: Choosing) -> None:
        self._choosing = choosing

    @property
    def ids(self) -> tuple[str, ...]:
        """Their workout ids, in the order in which they were chosen."""
        return self._choosing.now.favourites

    def change(self, workout_id: str) -> bool:
        """Give a workout a star, or take it away.

        Returns:
            Whether it has one now.
        """
        has_one = workout_id in self.ids

        def change(choices: Choices) -> Choices:  # says what shall be, not what turns over: it may be done twice
            others = tuple(each for each in choices.favourites if each != workout_id)
            return replace(choices, favourites=others if has_one else (*others, workout_id)[-FAVOURITES:])

        self._choosing.change(change)
        return not has_one
