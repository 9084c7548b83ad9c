"""A figure in the coach's own words: `8x400 @ mile` with nine is `9x400 @ mile`; pure.

It guesses where the figure stands; `weaving` reads the guess again before it is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from app.core.units import format_metres, format_time
from app.core.workout import (
    ByDistance,
    ByReps,
    ByTime,
    Count,
    Effort,
    HeartRate,
    Item,
    Pace,
    RacePace,
    Repeat,
    Rpe,
    SendOff,
    Split,
    Step,
)

_MOST = 3
"""Places that are tried for one figure."""
_Ends = tuple[Fraction, Fraction | None]


def reworded(text: str, old: Item, new: Item) -> Iterator[str]:
    """Write a text in which one figure gives way to another, in each place where it may stand.

    Args:
        text: of the place, or of what stands around it.
        old: what stands there.
        new: the same with a figure changed.
    """
    for word, instead in _pairs(old, new):
        if word == instead:
            continue
        found = re.finditer(rf"(?<![\d:.,]){re.escape(word)}(?!\d|[:.,]\d)", text)
        for match, _ in zip(found, range(_MOST), strict=False):
            yield text[: match.start()] + instead + text[match.end() :]


def _pairs(old: Item, new: Item) -> Iterator[tuple[str, str]]:
    if isinstance(old, Repeat) and isinstance(new, Repeat):
        yield from _both(_count(old.reps), _count(new.reps))
        return
    if not isinstance(old, Step) or not isinstance(new, Step):
        return
    match old.length, new.length:
        case ByTime(ms, most), ByTime(new_ms, new_most):
            yield from _times(_s(ms, most), _s(new_ms, new_most))
        case SendOff(ms), SendOff(new_ms):
            yield from _times(_s(ms, None), _s(new_ms, None))
        case ByDistance(amount, _, wide), ByDistance(new_amount, _, new_wide):
            yield from _both((amount, wide), (new_amount, new_wide))
        case ByReps(n, high), ByReps(new_n, new_high):
            yield from _both((Fraction(n), _maybe(high)), (Fraction(new_n), _maybe(new_high)))
        case _:
            pass
    match old.target, new.target:
        case (Split(s, most_s), Split(new_s, new_most_s)) | (Pace(s, _, most_s), Pace(new_s, _, new_most_s)):
            yield from _times((s, most_s), (new_s, new_most_s))
        case (Effort(low, up), Effort(new_low, new_up)) | (HeartRate(low, up), HeartRate(new_low, new_up)):
            yield from _both((low, up), (new_low, new_up))
        case Rpe(low, up), Rpe(new_low, new_up):
            yield from _both((low, up), (new_low, new_up))
        case RacePace(_, _, shift), RacePace(_, _, new_shift) if shift * new_shift > 0:
            yield from _both((abs(shift), None), (abs(new_shift), None))
        case _:
            pass


def _times(old: _Ends, new: _Ends) -> Iterator[tuple[str, str]]:
    yield from _both(old, new)
    yield from zip(_written(old, _clock), _written(new, _clock), strict=False)
    low, most = _minutes(new)
    if low.denominator == (most or low).denominator == 1:
        yield from _both(_minutes(old), (low, most))
    minute = _plain(_minutes(old)[0])
    if old[1] is None and new[1] is None:
        for unit in ("'", "′", " min", "min", " mins", " minutes", " minute"):
            yield f"{minute}{unit}", _clock(new[0])


def _both(old: _Ends, new: _Ends) -> Iterator[tuple[str, str]]:
    yield from zip(_written(old, _plain), _written(new, _plain), strict=False)


def _written(ends: _Ends, write: object) -> Iterator[str]:
    assert callable(write)
    low, high = ends
    if high is None or high == low:
        yield write(low)
    else:
        yield f"{write(low)}-{write(high)}"
        yield f"{write(low)}\N{EN DASH}{write(high)}"
        yield f"{write(low)} - {write(high)}"
        yield f"{write(low)} to {write(high)}"


def _plain(value: Fraction) -> str:
    return format_metres(value, 3)


def _clock(value: Fraction) -> str:
    return format_time(value, 0 if value.denominator == 1 else 1)


def _minutes(ends: _Ends) -> _Ends:
    low, high = ends
    return low / 60, None if high is None else high / 60


def _count(count: Count) -> _Ends:
    return Fraction(count.low), Fraction(count.high) if count.is_range else None


def _s(ms: int, most_ms: int | None) -> _Ends:
    return Fraction(ms, 1000), None if most_ms is None else Fraction(most_ms, 1000)


def _maybe(n: int | None) -> Fraction | None:
    return None if n is None else Fraction(n)
