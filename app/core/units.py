"""Time, distance and the one parser of each.

Rules of the file: an instant and a duration are two types, and instants do not add. What is read from
text is exact (`Fraction`); it is rounded once, where it is shown or where a plan needs milliseconds.
"""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import NamedTuple, TypeAlias, overload

from app.core.bounds import DISTANCE_M, PLAN_MS
from app.core.errors import InputError
from app.core.manner import manner
from app.core.tongue import tr

Millis: TypeAlias = int
"""A duration in whole milliseconds."""

Metres: TypeAlias = Fraction
"""A distance in metres, exact."""

MILE_M = Fraction(1609344, 1000)
"""Metres in a mile: 1760 yd of 0.9144 m. Source: international yard and pound agreement, 1959."""

YARD_M = Fraction(9144, 10000)
"""Metres in a yard, exact. Source: as `MILE_M`."""


class Instant(NamedTuple):
    """A reading of the one clock, in milliseconds from an origin that only the clock knows.

    A tuple of one, since a plan of 20,000 segments compares and makes a quarter of a million of them.
    """

    ms: int

    def __add__(self, duration: Millis) -> Instant:  # type: ignore[override]  # a later instant, no longer tuple
        """Return the instant a duration later (or earlier, if negative)."""
        return tuple.__new__(Instant, (self[0] + duration,))

    @overload
    def __sub__(self, other: Instant) -> Millis: ...
    @overload
    def __sub__(self, other: Millis) -> Instant: ...
    def __sub__(self, other: Instant | Millis) -> Millis | Instant:
        """Return the duration since another instant, or the instant a duration earlier."""
        if isinstance(other, Instant):
            return self.ms - other.ms
        return Instant(self.ms - other)


_CLOCK = re.compile(r"(?:(?:(\d{1,2}):)?(\d{1,4}):)?(\d{1,5})(?:\.(\d{1,9}))?", re.ASCII)


def parse_time(text: str) -> Fraction:
    """Read a time: `[h:]m:ss[.fff]` or plain seconds.

    Args:
        text: such as `5:20`, `1:02:03.5`, `223.13`.

    Returns:
        Seconds, exact, positive and under 24 h.

    Raises:
        InputError: for anything else, with the form to use.

    >>> parse_time("4:07.64")
    Fraction(6191, 25)
    """
    shown = text.strip()
    match = _CLOCK.fullmatch(shown) if len(shown) <= 24 else None  # longer than any time under the bound
    if match is not None:
        hours, minutes, seconds, part = match.groups()
        whole = int(seconds)
        clock_like = minutes is not None
        sound = not clock_like or (len(seconds) == 2 and whole < 60)
        if hours is not None:
            sound = sound and len(minutes) == 2 and int(minutes) < 60
        total = Fraction(whole + 60 * int(minutes or 0) + 3600 * int(hours or 0))
        total += Fraction(int(part), 10 ** len(part)) if part else 0
        if sound and 0 < total < Fraction(PLAN_MS, 1000):
            return total
    words = tr(
        "{text} is not a time: write it as m:ss, m:ss.fff, h:mm:ss or seconds, above 0 and under 24 h, "
        "such as 5:20 or 223.13"
    )
    raise InputError(words.format(text=_quote(shown)))


_DISTANCE = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)?\s*(m|k|km|mi|miles?|yds?|yards?|met(?:er|re)s?)", re.ASCII)
UNITS_M = {"m": Fraction(1), "k": Fraction(1000), "mi": MILE_M, "y": YARD_M}


def parse_distance(text: str) -> Metres:
    """Read a distance: a name or a number with a unit.

    Args:
        text: such as `mile`, `2mile`, `1500m`, `1609.344m`, `880yd`, `3.2km`.

    Returns:
        Metres, exact, positive and at most 1,000 km.

    Raises:
        InputError: for anything else, with the form to use.

    >>> parse_distance("880yd")
    Fraction(100584, 125)
    """
    shown = text.strip()
    match = _DISTANCE.fullmatch(shown.lower()) if len(shown) <= 32 else None
    if match is not None:
        number, unit = match.groups()
        key = "mi" if unit.startswith("mi") else unit[0]
        named = number is None and key == "mi"  # a bare `mile`, never a bare `m`
        if number is not None or named:
            metres = Fraction(number or 1) * UNITS_M[key]
            if 0 < metres <= DISTANCE_M:
                return metres
    words = tr(
        "{text} is not a distance: write a name (mile, 2mile) or a number with its unit, such as 1500m, 880yd, 3.2km"
    )
    raise InputError(words.format(text=_quote(shown)))


def _quote(text: str) -> str:
    """Show what was typed, on one line and not more than a line of it."""
    plain = " ".join(text.split())
    return repr(plain if len(plain) <= 40 else plain[:37] + "...")


def to_millis(seconds: Fraction) -> Millis:
    """Round exact seconds to whole milliseconds, halves up; once, on entering a plan.

    >>> to_millis(Fraction(745645, 10000))
    74565
    """
    scaled = seconds * 1000
    return (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)


def round_half_up(value: Fraction, places: int) -> Decimal:
    """Round an exact value to decimal places, halves away from zero.

    >>> round_half_up(Fraction(-5, 100), 1)
    Decimal('-0.1')
    """
    return _rounded(value, places, ROUND_HALF_UP)


def round_up(value: Fraction, places: int) -> Decimal:
    """Round an exact value up, as hand times are: 59.951 becomes 60.0.

    Source: World Athletics technical rules, hand timing: any time not ending in zero is converted to the
    next longer 0.1 s.
    """
    return _rounded(value, places, ROUND_CEILING)


def _rounded(value: Fraction, places: int, mode: str) -> Decimal:
    scaled, parts = value.numerator * 10**places, value.denominator  # as integers: a table has hundreds of figures
    whole, rest = divmod(abs(scaled), parts)
    if mode == ROUND_HALF_UP:
        whole += 2 * rest >= parts
    elif rest and scaled > 0:
        whole += 1
    return Decimal(-whole if scaled < 0 else whole).scaleb(-places)


def format_time(seconds: Fraction | Decimal, places: int = 1) -> str:
    """Write seconds as `m:ss.f`, `h:mm:ss.f`, or `ss.f` below a minute.

    Args:
        seconds: not negative; rounded here, once, halves up.
        places: decimals shown; 0 shows none.

    >>> format_time(Fraction(80), 1)
    '1:20.0'
    >>> format_time(Fraction(39, 2), 1)
    '19.5'
    """
    rounded = round_half_up(Fraction(seconds), places)
    minutes, rest = divmod(rounded, 60)
    hours, whole = divmod(int(minutes), 60)
    width = 2 if places == 0 else places + 3
    if hours:
        return f"{hours}:{whole:02d}:{rest:0{width}.{places}f}"
    if whole:
        return f"{whole}:{rest:0{width}.{places}f}"
    return f"{rest:.{places}f}"


LAP_S = 100
"""From here on a time is no lap that is called in seconds."""


def format_lap(seconds: Fraction | Decimal, places: int = 1) -> str:
    """Write the time of a lap in the manner in force: as `format_time`, or as seconds alone.

    >>> format_lap(Fraction("79.5"))
    '1:19.5'
    """
    rounded = round_half_up(Fraction(seconds), places)
    return f"{rounded:.{places}f}" if manner().lap_seconds and rounded < LAP_S else format_time(seconds, places)


def format_signed(seconds: Fraction, places: int = 1) -> str:
    """Write a difference with its sign: `+0.9`, U+2212 for minus as in `−0.3`, `0.0` when it rounds to nothing."""
    rounded = round_half_up(seconds, places)
    if rounded == 0:
        return f"{abs(rounded):.{places}f}"
    return f"{'+' if rounded > 0 else '−'}{format_time(abs(rounded), places)}"


def format_metres(metres: Metres, places: int = 3) -> str:
    """Write metres without needless zeros: `400`, `409.344`."""
    text = f"{round_half_up(metres, places):.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
