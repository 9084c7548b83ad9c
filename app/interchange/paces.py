"""Paces and lengths between our words and a watch's figures: speeds as written, and the simplest words for them.

Rules of the file: a pace that is asked comes from `core.pace` and is only turned round here; a figure of a file is
given the simplest words that would be written as the same figure.
"""

from __future__ import annotations

from fractions import Fraction

from app.core.pace import Asked
from app.core.units import MILE_M, YARD_M, Metres, Millis
from app.core.workout import ByDistance, ByTime, Pace, Split, Unit
from app.interchange.sheet import Speed

SPEED_STEP = Fraction(1, 1000)
"""Metres a second; what FIT writes, and finer than any watch shows: 0.01 s on a 400 at 5:20 for the mile."""
_PLACES = 6
_MILE = ByDistance(Fraction(1), Unit.MI)
_KM = ByDistance(Fraction(1), Unit.KM)
_QUARTER_YD = 440
_FROM_KM = 5000
"""From here on whole kilometres are called so; below, a track's metres are."""


def to_step(value: Fraction, step: Fraction) -> Fraction:
    """Round to a multiple of a step, halves up; never to nothing.

    >>> to_step(Fraction("1609.344"), Fraction(1)), to_step(Fraction(1, 10), Fraction(1))
    (Fraction(1609, 1), Fraction(1, 1))
    """
    n = (2 * value + step) // (2 * step)
    return max(n, 1) * step


def speed_of(asked: Asked, step: Fraction) -> Speed:
    """Return a pace as speeds in metres a second, multiples of `step`; both ends alike where one pace is asked."""
    fast = to_step(1 / asked.s_per_m, step)
    return Speed(fast if asked.slowest_s_per_m is None else to_step(1 / asked.slowest_s_per_m, step), fast)


def pace_of(speed: Speed, distance_m: Metres | None, step: Fraction) -> Pace | Split:
    """Return the simplest pace that is written as this speed: per mile, per km, or the time of the step.

    Args:
        speed: above 0, its ends in any order.
        distance_m: length of the step where it has one.
        step: the finest speed that the file can say.

    >>> from app.notation.writing import format_target
    >>> format_target(pace_of(Speed(Fraction("5.029"), Fraction("5.029")), None, SPEED_STEP))
    '@ 5:20/mile'
    >>> format_target(pace_of(Speed(Fraction(5), Fraction(5)), Fraction(400), SPEED_STEP))
    'in 1:20'
    """
    ends = sorted({speed.slow_m_s, speed.fast_m_s}, reverse=True)
    ways: list[tuple[int, int, Metres]] = []
    for order, per_m in enumerate((MILE_M, distance_m, Fraction(1000))):
        if per_m is not None:
            ways.append((max(_simplest(per_m, end, step)[0] for end in ends), order, per_m))
    _, order, per_m = min(ways)
    figures = [_simplest(per_m, end, step)[1] for end in ends]
    most = figures[1] if len(figures) > 1 and figures[1] != figures[0] else None
    if order == 1:
        return Split(figures[0], most)
    return Pace(figures[0], _MILE if order == 0 else _KM, most)


def _simplest(per_m: Metres, speed_m_s: Fraction, step: Fraction) -> tuple[int, Fraction]:
    """Return the seconds with the fewest decimals whose speed is rounded to this one, and how many those are."""
    least, most = per_m / (speed_m_s + step / 2), per_m / max(speed_m_s - step / 2, step / 4)
    for places in range(_PLACES):
        scale = 10**places
        nearest = Fraction(round(per_m / speed_m_s * scale), scale)
        if least < nearest < most:
            return places, nearest
    return _PLACES, Fraction(round(per_m / speed_m_s * 10**_PLACES), 10**_PLACES)


def distance_of(metres: Metres) -> ByDistance:
    """Return a distance in the unit that it was most likely meant in.

    A mile, half miles, 220 and 440 yards are told by their whole metres too; other yards and quarter miles by two
    decimals at least, since 302 m may be what was meant.

    >>> distance_of(Fraction(1609)).unit, distance_of(Fraction("402.34")).unit, distance_of(Fraction(400)).unit
    (<Unit.MI: 'mi'>, <Unit.YD: 'yd'>, <Unit.M: 'm'>)
    """
    if metres >= _FROM_KM and metres % 1000 == 0:
        return ByDistance(metres / 1000, Unit.KM)
    if metres % 10 == 0:
        return ByDistance(metres)
    fine = (metres * 10).denominator != 1
    miles = _told(metres, MILE_M, Fraction(1, 4 if fine else 2))
    if miles and miles != Fraction(1, 4):  # that is 440 yd
        return ByDistance(miles, Unit.MI)
    yards = _told(metres, YARD_M, Fraction(5 if fine else 220))
    if yards and (fine or yards <= _QUARTER_YD):
        return ByDistance(yards, Unit.YD)
    scale = 10**_PLACES
    return ByDistance(max(Fraction(round(metres * scale), scale), Fraction(1, scale)))


def _told(metres: Metres, unit_m: Metres, share: Fraction) -> Fraction:
    """Return the multiple of a share of a unit that was rounded or cut to these metres; 0 if none was."""
    amount = round(metres / unit_m / share) * share
    exact = amount * unit_m
    for scale in (1, 10, 100, 1000):
        if (metres * scale).denominator == 1:
            near = to_step(exact, Fraction(1, scale)) == metres or Fraction(exact * scale // 1, scale) == metres
            return amount if near else Fraction(0)
    return amount if abs(exact - metres) < Fraction(1, 1000) else Fraction(0)


def time_of(ms: Millis) -> ByTime:
    """Return a time; of a millisecond at least."""
    return ByTime(max(ms, 1))
