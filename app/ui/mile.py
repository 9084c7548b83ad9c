"""A mile as a person types it, read while it is typed: what it gives, or how to write it. Pure; no Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from app.core.errors import InputError
from app.core.pace import even_time
from app.core.tongue import tr
from app.core.units import MILE_M, format_lap, format_time, parse_time

FASTEST_S = 210
"""Faster miles than 3:30 are slips of the hand: 5.20 for 5:20. Ours; the record is 3:43.13.

Source: World Athletics, one mile, Hicham El Guerrouj, Rome 1999."""
_FIGURES = re.compile(r"\d+", re.ASCII)
_CHARS = 40
LINE_M = Fraction("9.344")
"""From the start of a mile to the finish line, where four laps begin."""
ALONE = 20
"""One figure up to here is meant as minutes."""


@dataclass(frozen=True, slots=True)
class Mile:
    """What was read."""

    seconds: Fraction | None
    """None where nothing is typed, or it is no mile."""
    said: str = ""
    """How to write it; empty where all is well."""


def read_mile(text: str) -> Mile:
    """Read a mile.

    >>> read_mile("5:20").seconds, read_mile("5.20").said
    (Fraction(320, 1), 'That is 5.2 seconds. Write 5:20?')
    """
    shown = text.strip()
    if not shown:
        return Mile(None)
    try:
        seconds = parse_time(shown)
    except InputError:
        return Mile(None, _way(shown))
    if seconds < FASTEST_S:
        meant = _meant(shown)
        read = _short(seconds)
        if meant and meant != shown:
            return Mile(None, tr("That is {read}. Write {meant}?").format(read=read, meant=meant))
        return Mile(None, tr("Nobody has run a mile in {read} yet. Write it as 5:20").format(read=read))
    return Mile(seconds)


def _way(shown: str) -> str:
    meant = _meant(shown)
    if meant:
        return tr("Write it as {meant}").format(meant=meant)
    return tr("Write it as minutes and seconds: 5:20")


def _short(seconds: Fraction) -> str:
    if seconds >= 60:
        return format_time(seconds, 0 if seconds.denominator == 1 else 1)
    text = format_time(seconds, 3).rstrip("0").rstrip(".")
    return tr("{n} seconds").format(n=text)


def _meant(shown: str) -> str:
    """Return what was perhaps meant: the first two figures with a colon, where they are minutes and seconds."""
    figures = _FIGURES.findall(shown[:_CHARS])
    if len(figures) == 1 and int(figures[0][:3]) <= ALONE:
        figures.append("00")
    if len(figures) < 2 or not 1 <= len(figures[0]) <= 2 or len(figures[1]) > 2:
        return ""
    text = f"{int(figures[0])}:{figures[1]:0<2}"
    try:
        return text if parse_time(text) >= FASTEST_S else ""
    except InputError:
        return ""


@dataclass(frozen=True, slots=True)
class Gives:
    """What an even mile comes to, as it is shown."""

    per_400: str
    per_200: str
    at_line: tuple[str, str, str, str]
    """At each crossing of the finish line."""


def gives(seconds: Fraction) -> Gives:
    """Return what an even mile comes to.

    Source: a mile is 9.344 m and four laps; see `app.core.units.MILE_M`.

    >>> gives(Fraction(300))
    Gives(per_400='1:14.6', per_200='37.3', at_line=('1:16.3', '2:30.9', '3:45.4', '5:00.0'))
    """
    one, two, three, four = (format_lap(even_time(seconds, MILE_M, LINE_M + 400 * n), 1) for n in range(1, 5))
    per_400, per_200 = (format_lap(even_time(seconds, MILE_M, Fraction(m)), 1) for m in (400, 200))
    return Gives(per_400, per_200, (one, two, three, four))
