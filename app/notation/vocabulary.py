"""The kinds of words there are, and the words of `coach.words` by kind; units, number words, races by their length."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import IntEnum, auto
from importlib.resources import files
from typing import Any, TypeAlias

from app.core.workout import Activity, Intensity, Measure, Race, Unit


class Kind(IntEnum):
    """The kinds of a token; integers, for they are asked for a thousand times in a text."""

    # figures
    NUMBER = auto()  # a figure without a unit, or a range of two
    LENGTH = auto()  # a time or distance with its unit
    CLOCK = auto()  # 3:20, :30
    PERCENT = auto()
    RATIO = auto()  # 2:1
    COUNT = auto()  # 8 x, 3 sets of
    COUNT_BEHIND = auto()  # x 3, twice
    REPS = auto()  # 8 reps
    # signs and joins
    SEP = auto()  # a separator; its text says which
    DASH = auto()
    SLASH = auto()
    GROUP = auto()  # what stands in brackets
    OPEN = auto()
    SHUT = auto()
    TIMES = auto()
    COLON = auto()
    AND = auto()
    THEN = auto()
    OR = auto()
    AT = auto()
    IN = auto()
    WITH = auto()
    OFF = auto()
    ON = auto()
    OF = auto()
    # recoveries
    SOFT = auto()
    FULL = auto()
    BACK = auto()
    EQUAL = auto()
    LOOSE = auto()  # long, good: a recovery of no stated length
    BETWEEN = auto()
    REP_WORD = auto()
    SET_WORD = auto()
    SET_REST = auto()  # set rest, RBS
    REP_REST = auto()
    # targets
    RACE = auto()
    PACE = auto()
    FEEL = auto()
    LETTER = auto()
    ZONE = auto()
    RPE = auto()
    HEART = auto()
    SHARE = auto()  # of VMA, of vVO2max
    EFFORT = auto()
    PER = auto()
    KMH = auto()
    FASTER = auto()  # or faster
    THAN = auto()  # faster than, slower than
    PROGRESS = auto()
    DEGREE = auto()
    TO = auto()
    RESULTS = auto()
    # what is done
    PHASE = auto()
    EASY = auto()
    SLOW = auto()
    ACTIVITY = auto()
    EXERCISE = auto()
    TIMED = auto()
    NAME = auto()
    REPEAT = auto()
    # the rest
    UNIT = auto()  # a unit of which no figure stands before it
    FEW = auto()  # two, three
    LABEL = auto()  # main set:, intensity:
    FILLER = auto()
    NEVER = auto()  # no, not, until: turns round what stands beside it
    WORD = auto()  # not ours
    SIGN = auto()  # not ours either


UNITS: dict[str, Unit | int] = {
    **dict.fromkeys(("m", "meter", "meters", "metre", "metres", "mtr", "mtrs", "mts", "metros"), Unit.M),
    **dict.fromkeys(("k", "km", "kms", "ks", "kilometer", "kilometers", "kilometre", "kilometres"), Unit.KM),
    **dict.fromkeys(("mi", "mile", "miles", "miler", "milers"), Unit.MI),
    **dict.fromkeys(("y", "yd", "yds", "yard", "yards"), Unit.YD),
    **dict.fromkeys(("lap", "laps"), Unit.LAP),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "secondes", '"', "''"), 1),
    **dict.fromkeys(("min", "mins", "minute", "minutes", "mn", "mns", "'"), 60),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 3600),
}
"""Units of a length: a distance's, or the seconds of a time's."""

FEW = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "sixteen": 16, "twenty": 20, "thirty": 30, "forty": 40, "sixty": 60,
    "ninety": 90, "couple of": 2, "dozen": 12,
}  # fmt: skip

RACE_LENGTHS: dict[tuple[int, Unit], Race] = {
    (200, Unit.M): Race.M200, (400, Unit.M): Race.M400, (800, Unit.M): Race.M800, (1500, Unit.M): Race.M1500,
    (1600, Unit.M): Race.M1600, (3200, Unit.M): Race.M3200, (3000, Unit.M): Race.K3, (5000, Unit.M): Race.K5,
    (8000, Unit.M): Race.K8, (10_000, Unit.M): Race.K10, (3, Unit.KM): Race.K3, (5, Unit.KM): Race.K5,
    (8, Unit.KM): Race.K8, (10, Unit.KM): Race.K10, (1, Unit.MI): Race.MILE, (2, Unit.MI): Race.TWO_MILE,
    (10, Unit.MI): Race.TEN_MILE, (21, Unit.KM): Race.HALF, (42, Unit.KM): Race.MARATHON,
}  # fmt: skip
"""Lengths that name a race where a pace is asked."""

_VALUES: dict[Kind, Callable[[str], Any]] = {
    Kind.SOFT: lambda name: Activity[name.upper()], Kind.BACK: lambda name: Activity[name.upper()],
    Kind.ACTIVITY: lambda name: Activity[name.upper()], Kind.EXERCISE: lambda name: Activity[name.upper()],
    Kind.EQUAL: lambda name: Measure[name.upper()], Kind.PHASE: lambda name: Intensity[name.upper()],
    Kind.RACE: lambda name: Race[name.upper()], Kind.THAN: int, Kind.COUNT_BEHIND: int,
    Kind.FEEL: lambda name: name.replace("_", " "), Kind.PROGRESS: lambda name: name.replace("_", " "),
}  # fmt: skip
"""What stands behind a kind in the file of words, as a value of the model."""

Phrases: TypeAlias = dict[str, list[tuple[tuple[str, ...], dict[Kind, Any]]]]
_ROW = re.compile(r"^(\w+)(?: (\S+))?:((?:.|\n )*)", re.MULTILINE)


def _rows() -> Iterator[tuple[Kind, Any, str]]:
    source = files("app.notation").joinpath("coach.words").read_text(encoding="utf-8")
    for name, value, phrases in _ROW.findall(source):
        kind = Kind[name.upper()]
        for phrase in " ".join(phrases.split()).split(","):
            read = _VALUES.get(kind)
            own = value or (phrase.strip() if kind is Kind.FEEL else "")
            yield kind, read(own) if read is not None and own else None, phrase
    yield from ((Kind.UNIT, unit, word) for word, unit in UNITS.items() if word.isalpha())
    yield from ((Kind.LETTER, letter, letter) for letter in "etirhm")


def _vocabulary() -> Phrases:
    found: dict[tuple[str, ...], dict[Kind, Any]] = {}
    for kind, value, phrase in _rows():
        found.setdefault(tuple(phrase.split()), {}).setdefault(kind, value)
    by_first: Phrases = {}
    for words, kinds in sorted(found.items(), key=lambda pair: -len(pair[0])):
        by_first.setdefault(words[0], []).append((words, kinds))
    return by_first


PHRASES = _vocabulary()
"""By first word: the phrases, longest first, with all that each may be; the grammar asks for what it needs."""
