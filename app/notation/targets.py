"""What a piece asks of its step: from the words of a target to its value.

A bare time is kept as it stands (`Timed`), until the length of its step says whether it is a split or a pace.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from app.core.tongue import tr
from app.core.workout import (
    ByDistance,
    ByTime,
    Effort,
    Feel,
    HeartRate,
    Length,
    Pace,
    RacePace,
    Rpe,
    Split,
    Target,
    Unit,
)
from app.notation import words
from app.notation.scanning import NotRead

_TIMES = ("CLOCK_RANGE", "CLOCK", "AMOUNT", "RANGE", "NUMBER")
_RACES_LIKE_LENGTHS = ("800m", "1500m", "1600m", "3200m", "3k", "5k", "8k", "10k")
"""After `@` these are races; a step's own length never stands there."""
EASY_WORDS = ("conversational", "comfortable", "relaxed", "easy", "E")
"""Words of effort that make a run an easy one where nothing else says what it is."""
_SLOWEST_SPLIT_S_PER_M = Fraction(7 * 60, 1000)
"""A bare time is the split of its step unless that is slower than 7:00 for a kilometre; then it is per mile."""


@dataclass(frozen=True, slots=True)
class Timed:
    """A time that is asked: `in 80`, `@ 5:20/mile`; the length of the step says which it is."""

    low_s: Fraction
    high_s: Fraction | None
    per: ByDistance | None
    or_faster: bool
    is_split: bool
    """It was written with `in`: a time for the whole step."""


def read_target(name: str, texts: dict[str, str]) -> Target | Timed:
    """Read one target.

    Args:
        name: of its alternative in the grammar.
        texts: its tokens by type.

    Raises:
        NotRead: it is no time, or none above nothing.
    """
    or_faster = "OR_FASTER" in texts
    match name:
        case "race":
            return RacePace(words.race(texts.get("RACE_PACE") or texts["RACE"]), or_faster)
        case "effort":
            return Effort(*_ends(texts["PERCENT"]))
        case "heart_rate":
            return HeartRate(*_ends(texts["PERCENT"]))
        case "rpe":
            return Rpe(*_ends(texts["RPE"]))
        case "feel":
            return Feel(_feel(texts["FEEL"]))
        case "strange":
            raise NotRead  # the pace of a race that we do not know
        case _:
            if texts.get("AMOUNT") in _RACES_LIKE_LENGTHS and "PER" not in texts:
                return RacePace(words.race(texts["AMOUNT"]), or_faster)
            low, high = _seconds(next(texts[kind] for kind in _TIMES if kind in texts))
            return Timed(low, high, _per(texts["PER"]) if "PER" in texts else None, or_faster, texts["AT"] == "in")


def _feel(text: str) -> str:
    """Return a word of effort as it is kept: without `pace`, and a letter of Daniels' or of a club's as a capital."""
    if len(text) == 1:
        return text.upper()
    if text.startswith("pace "):
        return f"pace {text[-1].upper()}"
    plain = text if " than " in text else text.removesuffix(" pace")
    return plain.replace("all-out", "all out")


def timed_target(timed: Timed, length: Length | None) -> tuple[Target, str]:
    """Return what a bare time asks of a step, and the doubt there is about it.

    A time with its unit is a pace, one written with `in` the split of its step. Any other is the split too, unless
    that were slower than 7:00 for a kilometre; then it is a pace per mile, with a doubt.

    Raises:
        NotRead: a split is asked of a step that has no distance.
    """
    low, high, per, or_faster = timed.low_s, timed.high_s, timed.per, timed.or_faster
    if per is not None:
        return Pace(low, per, high, or_faster), ""
    if isinstance(length, ByDistance):
        metres = length.metres(Fraction(400))
        if timed.is_split or low / metres <= _SLOWEST_SPLIT_S_PER_M or low < 180:
            return Split(low, high, or_faster), ""
    elif timed.is_split:
        raise NotRead  # `5 min in 80`: in what?
    return Pace(low, ByDistance(Fraction(1), Unit.MI), high, or_faster), tr("took the time as a pace per mile")


def _ends(text: str) -> tuple[Fraction, Fraction]:
    found = [words.number(figure) for figure in re.findall(r"\d+(?:\.\d+)?", text)]
    return min(found), max(found)


def _seconds(text: str) -> tuple[Fraction, Fraction | None]:
    if ":" in text:
        found = [words.clock_s(part.strip()) for part in text.split("-")]
    elif text[-1].isdigit():
        found = [words.number(figure) for figure in re.findall(r"\d[\d,]*(?:\.\d+)?", text)]
    else:
        length = by_time(words.amount(text))
        found = [Fraction(ms, 1000) for ms in (length.ms, length.most_ms) if ms is not None]
    if min(found) <= 0:
        raise NotRead
    return min(found), max(found) if max(found) != min(found) else None


def by_time(length: Length) -> ByTime:
    """Return a length that is a time.

    Raises:
        NotRead: it is none.
    """
    if not isinstance(length, ByTime):
        raise NotRead
    return length


def _per(text: str) -> ByDistance:
    word = text.rsplit(maxsplit=1)[-1].lstrip("/")
    if word.startswith("mi"):
        return ByDistance(Fraction(1), Unit.MI)
    if word.startswith("k"):
        return ByDistance(Fraction(1), Unit.KM)
    if word == "lap":
        return ByDistance(Fraction(1), Unit.LAP)
    return ByDistance(Fraction(word.removesuffix("m")))
