"""A bare time that a piece asks, and what it means once the length of its step is known; a word that means easy."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from app.core.tongue import tr
from app.core.workout import ByDistance, Feel, Length, Pace, Split, Target, Unit
from app.notation import words

_EASY_WORDS = ("conversational", "comfortable", "relaxed", "moderate", "E")
_SLOWEST_SPLIT_S_PER_M = Fraction(7 * 60, 1000)
"""A bare time is the split of its step unless that is slower than 7:00 for a kilometre; then it is per mile."""
_FASTEST_SPLIT_S_PER_M = Fraction(1, 10)
"""Nobody runs faster than 10 m/s for a kilometre; a time that would ask it is for each km or mile of the step."""
_LONGEST_LAP_S = 100
_FASTEST_MILE_S = 220
"""A time with `pace` is for 400 m up to the one, for a kilometre up to the other, and for a mile from there on."""
FASTEST_S_PER_M, SLOWEST_S_PER_M = Fraction(105, 1000), Fraction(36, 100)
"""A time that stands beside a distance, between these, is one in which the rep may be run."""
KM = ByDistance(Fraction(1), Unit.KM)
MILE = ByDistance(Fraction(1), Unit.MI)


@dataclass(frozen=True, slots=True)
class Timed:
    """A time that is asked: `in 80`, `@ 5:20/mile`; the length of the step says which it is."""

    low_s: Fraction
    high_s: Fraction | None
    per: ByDistance | None
    or_faster: bool = False
    is_split: bool = False
    """It was written with `in`: a time for the whole step."""
    is_pace: bool = False
    """It was written with `pace`: for a lap, a kilometre or a mile, as it is long."""
    start: int = 0
    end: int = 0


def is_easy_word(target: Target | None) -> bool:
    """Say whether a target makes a run that nobody counts an easy one."""
    return isinstance(target, Feel) and target.word in _EASY_WORDS


def timed_target(timed: Timed, length: Length | None) -> tuple[Target, str, str]:
    """Return what a bare time asks of a step, the doubt there is about it, and what the other reading is written as.

    A time with its unit is a pace, one written with `in` the split of its step. Any other is the split too, unless
    that were slower than 7:00 for a kilometre; then it is a pace per mile, with a doubt.

    Raises:
        WorkoutError: it is nothing, or 24 hours and more.
    """
    low, high, per, or_faster = timed.low_s, timed.high_s, timed.per, timed.or_faster
    words.time(low, high)  # a figure with no sign of time is bounded as a time is
    if per is None and timed.is_pace and low < _LONGEST_LAP_S:
        per = ByDistance(Fraction(400))
    if per is not None:
        return Pace(low, per, high, or_faster), "", ""
    if isinstance(length, ByDistance):
        metres = length.metres(Fraction(400))
        if timed.is_split:
            return Split(low, high, or_faster), "", ""
        if low / metres < _FASTEST_SPLIT_S_PER_M and length.unit in (Unit.MI, Unit.KM):
            return Pace(low, MILE if length.unit is Unit.MI else KM, high, or_faster), "", ""
        if timed.is_pace:
            pass
        elif timed.is_split or low / metres <= _SLOWEST_SPLIT_S_PER_M or low < 180:
            return Split(low, high, or_faster), "", ""
    whole, part = divmod(low, 60)
    clock = f"{int(whole)}:{int(part):02d}"
    instead = f"in {clock}" if isinstance(length, ByDistance) else f"@ {clock}/km"
    if low < _FASTEST_MILE_S:
        return Pace(low, KM, high, or_faster), tr("took the time as a pace per km"), f"@ {clock}/mile"
    return Pace(low, MILE, high, or_faster), tr("took the time as a pace per mile"), instead
