"""Nominal distances: which round distance a measured one was meant as. Pure.

Rules of the file: a watch's metres are one or two in a hundred off, so what is meant is taken only where it is near,
and whoever takes it says so, with what the watch measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from app.core.pace import RACE_M
from app.core.tongue import tr
from app.core.units import MILE_M, Metres, format_metres

SHORT, LONG = Fraction(99, 100), Fraction(102, 100)
"""What a watch measures of a race, against its length: seldom under it, since every bend and every passing adds.

Ours, about the error that is known of wrist GPS: 1 to 2 % on roads, more on a track, and nearly always too long."""
LEAST_RACE_M = 800
REPS_M = tuple(Fraction(m) for m in (100, 150, 200, 300, 400, 500, 600, 800, 1000, 1200, 1500, 1600, 2000, 3000))
NEAR = Fraction(25, 1000)
"""How far the mean of pieces may lie from the distance they were meant as."""
NEAR_ONE = Fraction(5, 100)
"""How far any one of them may."""
NEAR_M = 3
"""What a start and a stop cost beside, of short pieces the most."""


def race_meant(measured_m: Metres) -> Metres | None:
    """Return the race that a whole run was, by its measured length; the nearest of several, None where none is near.

    >>> float(race_meant(Fraction(1622))), float(race_meant(Fraction(1497))), race_meant(Fraction(1400))
    (1609.344, 1500.0, None)
    """
    near = [
        race_m
        for race_m in set(RACE_M.values())
        if race_m >= LEAST_RACE_M and SHORT * race_m <= measured_m <= LONG * race_m
    ]
    return min(near, key=lambda race_m: abs(race_m - measured_m), default=None)


def meant_as(measured_m: Sequence[Metres], others: Sequence[Metres] = ()) -> Metres | None:
    """Return the distance that all of these were meant as; None where there is none.

    Args:
        measured_m: pieces that may be alike, at least one.
        others: distances to be thought of beside the usual ones, such as a lap of the track.

    >>> meant_as([Fraction(394), Fraction(408), Fraction(401)])
    Fraction(400, 1)
    """
    mean = sum(measured_m, Fraction(0)) / len(measured_m)
    nearest = min({*REPS_M, MILE_M, *others}, key=lambda m: abs(m - mean))
    if abs(mean - nearest) > NEAR * nearest + NEAR_M:
        return None
    return nearest if all(abs(m - nearest) <= NEAR_ONE * nearest + NEAR_M for m in measured_m) else None


def distance_words(metres: Metres) -> str:
    """Write a distance as it is called: `the mile`, `400 m`, `12.4 km`."""
    if metres == MILE_M:
        return tr("the mile")
    if metres == 2 * MILE_M:
        return tr("two miles")
    return metres_words(metres) if metres < 10_000 else kilometres(metres)


def metres_words(metres: Metres) -> str:
    """Write metres as they stand in a sentence, their unit never on the next line: `1621 m`."""
    return tr("{metres}\u00a0m").format(metres=format_metres(metres, 0))


def kilometres(metres: Metres) -> str:
    """Write a long distance: `12.4 km`."""
    return tr("{km}\u00a0km").format(km=format_metres(metres / 1000, 1))


def range_words(measured_m: Sequence[Metres]) -> str:
    """Write what was measured: `394 to 408 m`, or `402 m`."""
    low, high = min(measured_m), max(measured_m)
    if format_metres(low, 0) == format_metres(high, 0):
        return metres_words(low)
    return tr("{low} to {high}").format(low=format_metres(low, 0), high=metres_words(high))
