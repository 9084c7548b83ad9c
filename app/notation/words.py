"""Words and figures of a piece: from a token to a value of the model.

Everything here takes the plain, lower-case text of one token of `coach.lark`.
"""

from __future__ import annotations

import re
from fractions import Fraction

from app.core.bounds import DISTANCE_M, PLAN_MS, REPS
from app.core.errors import Fault, WorkoutError
from app.core.tongue import tr
from app.core.units import to_millis
from app.core.workout import Activity, ByDistance, ByReps, ByTime, Count, Intensity, Length, Race, Unit

WORDS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
}
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_UNITS_S = {"s": 1, '"': 1, "m": 60, "'": 60, "h": 3600}
_DISTANCES = {"m": Unit.M, "k": Unit.KM, "mi": Unit.MI, "y": Unit.YD, "l": Unit.LAP}
_DIGITS = 12
"""Digits of one number; no time, distance or count within the bounds has more."""

RACES = {
    "goal mile": Race.GOAL, "goal": Race.GOAL, "mile": Race.MILE, "200": Race.M200, "400": Race.M400, "800": Race.M800,
    "1500": Race.M1500, "1600": Race.M1600, "3200": Race.M3200, "3k": Race.K3, "5k": Race.K5, "8k": Race.K8,
    "10k": Race.K10, "2 mile": Race.TWO_MILE, "two mile": Race.TWO_MILE, "10 mile": Race.TEN_MILE,
    "cmp": Race.MILE, "target": Race.GOAL,
    "half marathon": Race.HALF, "half-marathon": Race.HALF, "hm": Race.HALF, "hmp": Race.HALF,
    "marathon": Race.MARATHON, "mp": Race.MARATHON, "race": Race.RACE,
}  # fmt: skip

MANNERS = {
    Activity.JOG: ("jog", "jg"), Activity.WALK: ("walk",), Activity.FLOAT: ("float",),
    Activity.STAND: ("rest", "stand"), Activity.ANY: ("rec",),
}  # fmt: skip


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


def count(text: str) -> Count:
    """Read how often: `8 x`, `8-10x`, `two sets of`.

    Raises:
        WorkoutError: for 0, or more than `bounds.REPS`.
    """
    found = [int(number(figure)) for figure in _NUMBER.findall(text)] or [WORDS[text.split(maxsplit=1)[0]]]
    low, high = min(found), max(found)
    if not 1 <= low <= high <= REPS:
        words, hint = tr("{n} times is not a count"), tr("repeat 1 to {most} times")
        raise WorkoutError([Fault(words.format(n=f"{high:,}"), hint.format(most=f"{REPS:,}"))])
    return Count(low, high)


def reps(text: str) -> ByReps:
    """Read a count of movements: `5 reps`, `8-10 reps`."""
    both = count(text)
    return ByReps(both.low, both.high if both.is_range else None)


def clock_s(text: str) -> Fraction:
    """Read `m:ss`, `h:mm:ss` or `:ss` into seconds."""
    total = Fraction(0)
    for part in text.split(":"):
        total = total * 60 + (number(part) if part else 0)
    return total


def amount(text: str) -> Length:
    """Read a length with its unit: `400m`, `60-90s`, `1 min 30`, `mile`.

    Raises:
        WorkoutError: for a length of nothing, or over a bound.
    """
    if text == "quarters":
        return distance(Fraction(400), Unit.M)
    figures = _NUMBER.findall(text)
    unit = re.sub(r"^(?:a |one )|[\d.,]+|\bto\b|-", " ", text).split()
    word = unit[0] if unit else "m"
    if not figures:
        figures = ["1"]
    first = number(figures[0])
    if word.startswith("mi") and not word.startswith("min"):
        kind: Unit | int = Unit.MI
    elif word == "m" or word.startswith("met"):
        kind = Unit.M
    elif word.startswith("k"):
        kind = Unit.KM
    elif word.startswith("y"):
        kind = Unit.YD
    elif word.startswith("la"):
        kind = Unit.LAP
    elif word.startswith(("h",)):
        kind = 3600
    elif word.startswith(("min", "mn")) or word == "'":
        kind = 60
    else:
        kind = 1
    if isinstance(kind, Unit):
        most = number(figures[1]) if len(figures) > 1 else None
        return distance(first, kind, most)
    if len(figures) > 1 and not _is_range(text):
        return time(first * kind + number(figures[1]) * (60 if kind == 3600 else 1))
    return time(first * kind, number(figures[1]) * kind if len(figures) > 1 else None)


def _is_range(text: str) -> bool:
    return re.match(r"[\d.,]+\s*(?:-|to)\s*\d", text) is not None


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


def race(text: str) -> Race:
    """Read a race's name, with or without `pace`."""
    plain = re.sub(r"[ -](?:pace|effort)$", "", text)
    plain = re.sub(r"(?<=\w) (?:goal|race)$", "", plain)
    return RACES[plain.removesuffix("m") if plain[:1].isdigit() else plain]


def manner(text: str) -> Activity:
    """Read how a recovery is spent; `jog/walk` is a jog."""
    for activity, words in MANNERS.items():
        if any(word in text for word in words):
            return activity
    return Activity.ANY


def soft_intensity(activity: Activity) -> Intensity:
    """Return REST for standing, RECOVERY for what moves or is not said."""
    return Intensity.REST if activity is Activity.STAND else Intensity.RECOVERY
