"""Figures of a text as values of the model, each within its bounds; the same figures come again and again."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from app.core.bounds import DISTANCE_M, PLAN_MS, REPS
from app.core.errors import Fault, WorkoutError
from app.core.tongue import tr
from app.core.units import to_millis
from app.core.workout import ByDistance, ByTime, Count, Unit

_DIGITS = 12
"""Digits of one number; no time, distance or count within the bounds has more."""


@lru_cache(maxsize=256)
def number(text: str) -> Fraction:
    """Read a number, thousands commas allowed; a number of too many digits passes every bound.

    Raises:
        WorkoutError: for a number no workout can have.
    """
    plain = text.replace(",", "")
    if len(plain) > _DIGITS:
        words = tr("{number}… is too large a number for a workout")
        raise WorkoutError([Fault(words.format(number=plain[:8]), tr("write a smaller one"))])
    return Fraction(plain)


def clock_s(text: str) -> Fraction:
    """Read `m:ss`, `h:mm:ss` or `:ss` into seconds."""
    total = Fraction(0)
    for part in text.split(":"):
        total = total * 60 + (number(part) if part else 0)
    return total


def count(low: Fraction, high: Fraction | None = None) -> Count:
    """Return how often: 8 of `8 x`, 8 to 10 of `8-10x`.

    Raises:
        WorkoutError: for 0, or more than `bounds.REPS`.
    """
    most = low if high is None else high
    if not 1 <= low <= most <= REPS:
        words, hint = tr("{n} times is not a count"), tr("repeat 1 to {most} times")
        raise WorkoutError([Fault(words.format(n=f"{int(most):,}"), hint.format(most=f"{REPS:,}"))])
    return Count(int(low), int(most))


@lru_cache(maxsize=256)
def distance(value: Fraction, unit: Unit, most: Fraction | None = None) -> ByDistance:
    """Return a distance.

    Raises:
        WorkoutError: for nothing, or more than `bounds.DISTANCE_M`.
    """
    if most is not None and most < value:
        value, most = most, value
    made = ByDistance(value, unit, most if most != value else None)
    if not 0 < made.metres(Fraction(400)) <= DISTANCE_M:
        hint = tr("give one up to {most} km").format(most=f"{DISTANCE_M // 1000:,}")
        raise WorkoutError([Fault(tr("that is no distance for a step"), hint)])
    return made


@lru_cache(maxsize=256)
def time(seconds: Fraction, most: Fraction | None = None) -> ByTime:
    """Return a time.

    Raises:
        WorkoutError: for nothing, or 24 hours and more.
    """
    low, high = to_millis(seconds), None if most is None else to_millis(most)
    if high is not None and high < low:
        low, high = high, low
    if not 0 < low < PLAN_MS or (high or 0) >= PLAN_MS:
        raise WorkoutError([Fault(tr("a step lasts more than nothing and less than 24 hours"), tr("shorten it"))])
    return ByTime(low, high if high != low else None)
