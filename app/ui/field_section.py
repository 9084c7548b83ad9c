"""A section with fields, and what a person sets on the pacing page."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Protocol

from PySide6.QtWidgets import QWidget

from app.core.units import Metres
from app.ui.field import Field
from app.ui.section import Section
from app.ui.text import Text


class Setter(Protocol):
    """Takes what a person sets."""

    def choose(self, **fields: object) -> None:
        """Set fields of the choices."""
        ...

    def pace(self, **fields: object) -> None:
        """Set fields of what is set of pacing."""
        ...

    def type(self, **fields: object) -> None:
        """Set fields of the choices once the keys rest."""
        ...

    def type_pace(self, **fields: object) -> None:
        """Set fields of what is set of pacing once the keys rest."""
        ...

    def choose_race(self, distance_m: Metres) -> None:
        """Choose the distance of the race."""
        ...

    def type_goal(self, seconds: Fraction | None) -> None:
        """Set the goal of the race; None takes the proposal again."""
        ...

    def start(self) -> None:
        """Make the race ready."""
        ...

    def step(self, by: int) -> None:
        """Go some rows on."""
        ...

    def grew(self) -> None:
        """Make room: something is said that was not said before."""
        ...


class FieldSection(Section):
    """A section with fields."""

    def __init__(self, heading: str, setter: Setter, parent: QWidget) -> None:
        super().__init__(heading, parent)
        self._setter = setter

    def field(self, label: str, name: str, example: str, typed: Callable[[str], None], chars: int = 200) -> Field:
        """Add a field."""
        made = Field(name, example, self, chars=chars)
        made.typed.connect(typed)
        made.stepped.connect(self._setter.step)
        self.add(made, label)
        return made

    @property
    def lines(self) -> list[tuple[QWidget, ...]]:
        """The controls line by line, without those that mean nothing now."""
        return [line for line in super().lines if line[0].isEnabled()]

    def say(self, note: Text, said: str, *, wrong: bool = False) -> None:
        """Say something below a control; the page makes room for it."""
        is_other = said != note.text()
        note.say(said, "slower" if wrong else "quiet")
        if is_other:
            self._setter.grew()
