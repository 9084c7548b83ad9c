"""A figure's unit, and the other end of its range: pure functions of raw words and a place among them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from app.core.workout import Unit
from app.notation import words
from app.notation.lexing import Raw
from app.notation.vocabulary import PHRASES, UNITS, Kind

LEAST_PLURAL = 100
_ABBREVIATED = ("s", "sec", "secs", "min", "mins", "hr", "hrs", "yd", "yds")
_FRACTIONS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}


_HALVES = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), **_FRACTIONS}
_PARTED = ("mi", "mile", "miles", "km", "k", "lap", "laps")
"""Units of which coaches write parts; of a minute `1/2` is one on, two off."""


def with_parts(raws: list[Raw]) -> list[Raw]:
    """Return the raw words with each `1/2 mile`, `2 1/2 miles`, `half a mile`, `\u00bc mile` as one decimal figure."""
    if not any(raw.text in _HALVES or raw.text == "/" for raw in raws):
        return raws
    found: list[Raw] = []
    at = 0
    while at < len(raws):
        share, behind = _part_at(raws, at)
        raw = raws[at]
        if share is None:
            found.append(raw)
        elif found and found[-1].sort == "number" and found[-1].text.isdigit() and raw.start - found[-1].end <= 1:
            whole = found.pop()
            found.append(Raw("number", f"{float(int(whole.text) + share):g}", whole.start, raws[behind - 1].end))
        else:
            found.append(Raw("number", f"{float(share):g}", raw.start, raws[behind - 1].end))
        at = behind if share is not None else at + 1
    return found


def _part_at(raws: list[Raw], at: int) -> tuple[Fraction | None, int]:
    """Return the part that is written here, and the place of its unit."""
    share, behind = _HALVES.get(raws[at].text), at + 1
    texts = [raw.text for raw in raws[at : at + 4]]
    if len(texts) == 4 and texts[1] == "/" and texts[0] in ("1", "3") and texts[2] in ("2", "4", "8"):
        tight = raws[at].end == raws[at + 1].start and raws[at + 1].end == raws[at + 2].start
        share, behind = (Fraction(int(texts[0]), int(texts[2])) if tight else None), at + 3
    elif share is not None and texts[1:2] in (["a"], ["-"]):
        behind += 1
    is_parted = share is not None and behind < len(raws) and raws[behind].text in _PARTED
    return (share, behind) if is_parted else (None, at)


def value_of(raws: Sequence[Raw], at: int) -> Fraction:
    """Return what a figure or a clock says, in its unit or in seconds."""
    raw = raws[at]
    if raw.sort == "clock":
        return words.clock_s(raw.text)
    return words.number(raw.text)


def ends(
    raws: Sequence[Raw], at: int, *, is_asked: bool, is_counted: bool = False
) -> tuple[Fraction, Fraction | None, int]:
    """Read a figure, and the other end of its range where it has one; a unit may stand behind both ends."""
    low = value_of(raws, at)
    behind = at + 1
    if raws[behind].text in _FRACTIONS:
        return low + _FRACTIONS[raws[behind].text], None, behind + 1
    unit = unit_at(raws, behind) if raws[at].sort == "number" else None
    joint = unit[1] if unit is not None else behind
    is_share = raws[joint].text in ("et", "and") and raws[joint + 1].sort == "number" and raws[joint + 2].text == "%"
    is_joined = raws[joint].text == "to" or is_share or (raws[joint].text == "-" and raws[joint + 1].text != "-")
    other = raws[joint + 1] if is_joined else None
    if other is None or other.sort != raws[at].sort:
        return low, None, behind
    high = value_of(raws, joint + 1)
    again = unit_at(raws, joint + 2)
    races = unit is not None and isinstance(unit[0], Unit)
    if is_asked and (races or (low >= LEAST_PLURAL and (again is not None or raws[joint].text == "to"))):
        return low, None, behind  # `@ 5k-3k pace`: two races
    if unit is None and again is not None and low > 3 * high:
        return low, None, behind
    if unit is not None and (again is None or again[0] != unit[0]):
        return low, None, behind
    if is_asked and again is not None and isinstance(again[0], Unit) and high > 5 * low:
        return low, None, behind  # `in 80-1200m`: a time, and a recovery
    is_told = unit is not None or (raws[at].sort == "clock" and not is_asked)
    rests = is_counted and _is_soft(raws[again[1] if again is not None else joint + 2].text)
    if raws[joint].text == "-" and (rests or low == high or (low > high and is_told)):
        return low, None, behind  # `30-30`, `3'-1'`, `8 x 200m - 400m jog`: a rep, and a recovery
    return min(low, high), None if low == high else max(low, high), joint + 2


def _is_soft(word: str) -> bool:
    return any(words == (word,) and Kind.SOFT in kinds for words, kinds in PHRASES.get(word, ()))


def unit_at(raws: Sequence[Raw], at: int) -> tuple[Unit | int, int] | None:
    """Return the unit that stands here, and the place behind it."""
    if raws[at].text == "-" and raws[at].start == raws[at - 1].end == raws[at + 1].start - 1:
        at += 1
        if raws[at].sort != "word":
            return None
    raw = raws[at]
    if raw.text == "'" and raws[at + 1].text == "'" and raws[at + 1].start == raw.end:
        return 1, at + 2
    if raw.sort == "name" and raw.start == raws[at - 1].end:
        return None
    unit = UNITS.get(raw.text)
    is_near = raw.sort == "word" or raw.start == raws[at - 1].end
    if unit is None or not is_near:
        return (Unit.KM, at) if raw.text == "kp" else None
    behind = at + 1
    abbreviated = raws[behind].text == "." and raws[behind].start == raw.end and raw.text in _ABBREVIATED
    if abbreviated and raws[behind + 1].sort in ("word", "sign") and raws[behind + 1].start > raws[behind].end:
        behind += 1
    if raws[behind].text == "'" and raws[behind].start == raw.end and len(raw.text) > 1:
        behind += 1  # `90 seconds' rest`
    return unit, behind


def smaller(raws: Sequence[Raw], kind: int, at: int) -> tuple[Fraction, int] | None:
    """Read the 30 of `1 min 30`, and the place behind."""
    if kind == 1 or raws[at].sort != "number":
        if kind == 1 or raws[at].text != "and" or raws[at + 1].sort != "number" or unit_at(raws, at + 2) is None:
            return None
        at += 1
    text, unit = raws[at].text, unit_at(raws, at + 1)
    if unit is not None and unit[0] == kind // 60:
        return words.number(text) * unit[0], unit[1]
    behind = raws[at + 1]
    tight = raws[at].start == raws[at - 1].end
    plain = unit is None and (behind.sort in ("end", "line", "blank") or behind.text in (",", ";", "+", ")", "]", "/"))
    if len(text) == 2 and int(text) < 60 and (plain or (tight and unit is None)):
        return words.number(text) * (kind // 60), at + 1
    return None
