"""Handing a workout out: as a file of another program, or on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.core.workout import Workout
from app.ui.background import Background
from app.ui.desk import Desk

if TYPE_CHECKING:
    from app.ui.pages import Pages


class Handing(QObject):
    """Hands workouts out."""

    def __init__(self, pages: Pages, desk: Desk, background: Background) -> None:
        super().__init__(pages)
        self._pages, self._desk, self._background = pages, desk, background

    def export(self, workout: Workout) -> None:
        """Write it as a file of another program."""

    def print_out(self, workout: Workout) -> None:
        """Print it on a page."""
