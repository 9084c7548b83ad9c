"""The pace card: what stands on a card for the pocket, for when the battery dies. Pure; `app.ui.pace_card` paints it.

Rules of the file: both lines are on it, since they are different points of the track: where the race crosses the
finish line (409.344 m of a mile) and full laps from its own start (400 m). A time is even pace, exact; the painter
rounds it once.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from app.core.pace import even_time
from app.core.track import STUB, Convention, bell_mark, race_marks
from app.core.units import MILE_M, Metres

SIGNATURE = "Bell Lap pace card"
"""Written into each card's file, so that a card may be written over and nothing else."""
ROWS = 13
"""Rows under each other that can be read on a card 54 mm high."""
FEW = 9
"""Rows that can be read at a run: up to so many parts of a lap, and laps from the start line; of more, kilometres."""
LAPS = (1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 25, 30, 40, 50, 100, 150, 200, 500)
KILOMETRES = (1, 2, 5, 10, 20, 25, 50, 100)
"""So many from row to row, where one by one they are too many."""


@dataclass(frozen=True, slots=True)
class CardRow:
    """One mark on the card."""

    mark_m: Metres
    time_s: Fraction
    is_lap: bool = True
    """Whether a lap ends here, and not half of one."""
    is_bell: bool = False
    """Whether the last lap begins here."""


@dataclass(frozen=True, slots=True)
class CardSide:
    """The marks counted from one of the lines."""

    convention: Convention
    rows: tuple[CardRow, ...]
    """The finish last."""
    step_m: Metres
    """From row to row: a lap where there are few enough."""
    odd_m: Metres
    """Length of the lap that has the odd metres: the first from the finish line, the last from the start line; of a
    lap where there are none."""


@dataclass(frozen=True, slots=True)
class PaceCard:
    """All that stands on the card."""

    race_m: Metres
    goal_s: Fraction
    lap_m: Metres
    sides: tuple[CardSide, CardSide]
    """From the finish line, from the start line."""

    def even_s(self, distance_m: Metres) -> Fraction:
        """Return the even time of a distance, in seconds."""
        return even_time(self.goal_s, self.race_m, distance_m)


def pace_card(goal_s: Fraction, race_m: Metres = MILE_M, lap_m: Metres = Fraction(400)) -> PaceCard:
    """Return the card of a goal.

    Args:
        goal_s: for the race, in seconds.
        race_m: its length.
        lap_m: one lap of the track.

    >>> [float(row.mark_m) for row in pace_card(Fraction(320)).sides[0].rows if row.is_lap]
    [409.344, 809.344, 1209.344, 1609.344]
    """
    finish, start = (_side(goal_s, race_m, lap_m, convention) for convention in Convention)
    return PaceCard(race_m, goal_s, lap_m, (finish, start))


def _side(goal_s: Fraction, race_m: Metres, lap_m: Metres, convention: Convention) -> CardSide:
    is_start = convention is Convention.START_LINE
    in_km = is_start and race_m > FEW * lap_m
    one_m, times = (Fraction(1000), KILOMETRES) if in_km else (lap_m, LAPS)
    step_m = next((one_m * n for n in times if race_m <= one_m * n * ROWS), race_m)
    laps = race_marks(race_m, step_m, convention)
    bell = bell_mark(laps, lap_m) if step_m == lap_m else None
    bell_m = laps[bell - 1] if bell else None
    marks = {*laps}
    for part in (2, 4) if is_start else (2,):
        if race_m <= step_m / part * FEW:
            marks.update(race_marks(race_m, step_m / part, convention))
    rows = tuple(CardRow(m, even_time(goal_s, race_m, m), m in laps, m == bell_m) for m in sorted(marks))
    return CardSide(convention, rows, step_m, _odd(race_m, lap_m))


def _odd(race_m: Metres, lap_m: Metres) -> Metres:
    left = race_m % lap_m
    return left if left >= lap_m * STUB else left + lap_m
