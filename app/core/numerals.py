"""Figures as words of which each has a clip: numbers, times, a ±. Pure.

Rule of the file: a figure is spoken from the text that is shown, digit for digit, so that ear and eye cannot differ.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

Words: TypeAlias = tuple[str, ...]
"""One sentence, each word the name of a clip."""

MOST = 999_999
"""The largest number that is spoken; a step of a million metres is none."""

NUMBERS = tuple(str(number) for number in range(100))
OHS = ("oh", *(f"oh {digit}" for digit in range(1, 10)))
POINTS = tuple(f"point {digit}" for digit in range(10))
"""The words of every figure."""


def number_words(number: int) -> Words:
    """Say a whole number, 0 to `MOST`.

    >>> number_words(8), number_words(235), number_words(20_000)
    (('8',), ('2', 'hundred', '35'), ('20', 'thousand'))
    """
    if number < 100:
        return (str(number),)
    high, rest = divmod(number, 1000)
    words: Words = (*number_words(high), "thousand") if high else ()
    hundreds, units = divmod(rest, 100)
    if hundreds:
        words += (str(hundreds), "hundred")
    return (*words, str(units)) if units else words


def decimal_words(text: str) -> Words:
    """Say a figure as it is shown, digit for digit after the point.

    >>> decimal_words("16.1"), decimal_words("9.344"), decimal_words("400")
    (('16', 'point 1'), ('9', 'point 3', '4', '4'), ('4', 'hundred'))
    """
    whole, _, part = text.partition(".")
    words = number_words(int(whole))
    return (*words, f"point {part[0]}", *part[1:]) if part else words


def time_words(shown: str) -> Words:
    """Say a time as it is shown: `[h:]m:ss[.f]` or seconds; no tenths are said where they are nought.

    >>> time_words("1:29.4"), time_words("4:05.0"), time_words("1:00.0"), time_words("32.1"), time_words("30.0")
    (('1', '29', 'point 4'), ('4', 'oh 5'), ('1', 'minute'), ('32', 'point 1'), ('30', 'seconds'))
    >>> time_words("1:00.4"), time_words("10:30"), time_words("1:02:03.0")
    (('1', 'oh', 'oh', 'point 4'), ('10', '30'), ('1', 'hour', '2', 'oh 3'))
    """
    clock, _, part = shown.partition(".")
    tail: Words = (f"point {part[0]}", *part[1:]) if part.strip("0") else ()
    *hours, minutes, seconds = (int(field) for field in f"0:{clock}".split(":"))
    if any(hours):
        over = (
            time_words(f"{minutes}:{seconds:02d}" + (f".{part}" if tail else "")) if minutes or seconds or tail else ()
        )
        return (*number_words(hours[-1]), plural(hours[-1], "hour"), *over)
    if not minutes:
        return (*number_words(seconds), *tail) if tail else (*number_words(seconds), plural(seconds, "second"))
    if seconds >= 10:
        return (*number_words(minutes), str(seconds), *tail)
    if seconds:
        return (*number_words(minutes), f"oh {seconds}", *tail)
    return (*number_words(minutes), "oh", "oh", *tail) if tail else (*number_words(minutes), plural(minutes, "minute"))


def off_words(shown: str) -> Words:
    """Say a ± as it is shown: `+1.2` is slow, `−0.3` is fast, `0.0` is on pace.

    >>> off_words("+1.2"), off_words("−0.3"), off_words("0.0")
    (('1', 'point 2', 'slow'), ('0', 'point 3', 'fast'), ('on pace',))
    """
    if shown[:1] not in "+−":
        return ("on pace",)
    figure = shown[1:]
    words = time_words(figure)
    if words[-1] in ("second", "seconds"):  # "two slow", as a coach calls it
        words = words[:-1]
    return (*words, "slow" if shown[0] == "+" else "fast")


def plural(count: int | Fraction, unit: str) -> str:
    """Return the word of a unit for a count of it."""
    return unit if count == 1 else f"{unit}s"
