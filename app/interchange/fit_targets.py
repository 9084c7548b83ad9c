"""What a FIT step asks: speeds and shares of the heart rate as the sheet says them, all else in words.

Rules of the file: numbers in, values and words out. Speeds are mm/s in the file; the low one is the slower.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from app.core.tongue import tr
from app.interchange.sheet import Asks, HeartShare, Speed

SPEED, HEART, OPEN, CADENCE, POWER, GRADE, RESISTANCE = range(7)
_SPEEDS = (SPEED, 12)
_HEARTS = (HEART, 13)
_POWERS = (POWER, 7, 8, 9, 10)
_FASTEST_MM_S = 30_000
"""A rider's sprint is 20 m/s, a runner's 12: above this the figure is none."""


@dataclass(frozen=True, slots=True)
class Aim:
    """One target: what the sheet can say, or None and what it is in words."""

    asks: Asks | None
    words: str = ""


def aim_of(kind: int | None, zone: int | None, low: int | None, high: int | None) -> Aim | None:
    """Read a target; None where nothing is asked.

    Args:
        kind: of `wkt_step_target`.
        zone: its number; the two ends count only where it is 0 or missing.
        low: the lower end, in the file's own figures; None where it is invalid.
        high: the upper end.
    """
    if kind is None or kind == OPEN:
        return None
    if zone:
        return Aim(None, _zone_words(kind, zone))
    if low is not None and high is not None and low > high:
        low, high = high, low
    if kind in _SPEEDS:
        return _speed(low, high)
    if not low and not high:
        return None
    if kind in _HEARTS:
        return _heart(low, high)
    span = _span(low, high)
    if kind in _POWERS:
        return Aim(None, tr("a power of {span}").format(span=_span(low, high, power_words)))
    if kind == CADENCE:
        return Aim(None, tr("a cadence of {span}").format(span=span))
    return Aim(None, tr("something that only the watch knows"))


def _speed(low: int | None, high: int | None) -> Aim | None:
    """Read a speed; one end alone is the speed, since the sheet has both or none."""
    slow, fast = low or high, high or low
    if not slow or not fast:
        return None
    if fast > _FASTEST_MM_S:
        return Aim(None, tr("a speed of {n} m/s").format(n=f"{fast / 1000:g}"))
    return Aim(Speed(Fraction(slow, 1000), Fraction(fast, 1000)))


def _heart(low: int | None, high: int | None) -> Aim:
    """Read a heart rate; what is missing of a share reaches to 0 or to the highest."""
    if max(low or 0, high or 0) <= 100:
        return Aim(HeartShare(Fraction(low or 0), Fraction(100 if high is None else high)))
    return Aim(None, tr("a heart rate of {span}").format(span=_span(low, high, heart_words)))


def heart_words(value: int) -> str:
    """Say a heart rate of the file: to 100 a share of the highest, above beats a minute and 100."""
    if value <= 100:
        return tr("{n} % of the highest").format(n=value)
    return tr("{n} bpm").format(n=value - 100)


def power_words(value: int) -> str:
    """Say a power of the file: to 1,000 a share of the threshold, above watts and 1,000."""
    if value <= 1000:
        return tr("{n} % of the threshold").format(n=value)
    return tr("{n} W").format(n=value - 1000)


def _span(low: int | None, high: int | None, words: Callable[[int], str] = str) -> str:
    if low is None or high is None or low == high:
        return words(low or high or 0)
    return tr("{low} to {high}").format(low=words(low), high=words(high))


def _zone_words(kind: int, zone: int) -> str:
    if kind in _SPEEDS:
        return tr("speed zone {n}").format(n=zone)
    if kind in _HEARTS:
        return tr("heart rate zone {n}").format(n=zone)
    if kind in _POWERS:
        return tr("power zone {n}").format(n=zone)
    if kind == CADENCE:
        return tr("cadence zone {n}").format(n=zone)
    return tr("something that only the watch knows")
