"""The athlete: the person who owns the goal and the best mile."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Athlete:
    """What a plan needs to know of the person."""

    goal_s: Fraction | None = None
    """Goal mile in seconds; None where none is set, and then no lap has a ±."""
    best_s: Fraction | None = None
    """Best mile in seconds, where known."""

    @property
    def mile_s(self) -> Fraction | None:
        """The mile that `mile pace` means: the goal, or the best where no goal is set."""
        return self.goal_s if self.goal_s is not None else self.best_s
