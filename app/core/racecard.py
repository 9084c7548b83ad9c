"""The race card: where the marks of a race lie and when each is due, exact. Pure.

Where it stands: what the plan is made of (`marking`), asked for one race without a workout; so a card on paper or on
the screen and the marks that sound are the same figures.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from app.core.marking import marked
from app.core.pace import Asked
from app.core.setup import Setup
from app.core.track import Convention
from app.core.units import Metres


@dataclass(frozen=True, slots=True)
class CardRow:
    """One mark of a race; seconds are exact, and rounded where they are shown."""

    distance_m: Metres
    time_s: Fraction
    """Since the start."""
    since_m: Metres
    """Since the mark before, or the start."""
    since_s: Fraction

    @property
    def per_400_s(self) -> Fraction:
        """The pace to this mark, as seconds for 400 m."""
        return self.since_s / self.since_m * 400


def race_card(distance_m: Metres, time_s: Fraction, setup: Setup, convention: Convention) -> tuple[CardRow, ...]:
    """Return the card of a race by one convention, the finish last.

    Args:
        distance_m: length of the race.
        time_s: for all of it.
        setup: track, lane, marks and profile; its own convention and half laps are left out of account.
        convention: from which line the marks are counted.

    Raises:
        WorkoutError: it would have more marks than `bounds.MARKS`.

    >>> from app.core.units import MILE_M
    >>> rows = race_card(MILE_M, Fraction(300), Setup(), Convention.FINISH_LINE)
    >>> [(float(row.distance_m), round(float(row.time_s), 3)) for row in rows]
    [(409.344, 76.306), (809.344, 150.871), (1209.344, 225.435), (1609.344, 300.0)]
    """
    asked = Asked(time_s / distance_m)
    plain = replace(setup, convention=convention, light=None, halves=False)
    found = marked(distance_m, asked, plain, is_race=True, is_hard=True)
    rows, before_m, before_s = [], Fraction(0), Fraction(0)
    for mark in found.marks:
        due = found.time_at(mark.distance_m, asked)
        rows.append(CardRow(mark.distance_m, due, mark.distance_m - before_m, due - before_s))
        before_m, before_s = mark.distance_m, due
    return tuple(rows)


def lap_card(distance_m: Metres, time_s: Fraction, setup: Setup, convention: Convention) -> tuple[CardRow, ...]:
    """Return the same with one mark for each lap, whatever marks are set."""
    return race_card(distance_m, time_s, replace(setup, mark_every_m=None), convention)
