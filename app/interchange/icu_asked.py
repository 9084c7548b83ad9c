"""What a step of intervals.icu's text asks: paces, shares, zones, power, cadence, options.

Rules of the file: a pace and a share of the highest heart rate are carried; what else there is becomes words that no
longer read as a target, so that they can be written back. They are part of the workout, and English in any window.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from app.core.tongue import tr
from app.core.units import MILE_M, YARD_M
from app.interchange.sheet import Asks, HeartShare, Speed

_CLOCK = r"(\d{1,3}):([0-5]\d(?:\.\d{1,3})?)"
_CLOCK_ALONE = re.compile(_CLOCK, re.ASCII)
_PER = r"(?:/(km|mi|mile|\d{2,4}mt?r?|\d{2,4}y(?:ds?)?))?"
_PACE = re.compile(rf"{_CLOCK}{_PER}(?:-{_CLOCK}{_PER})?", re.ASCII)
_N = r"(\d{1,4}(?:\.\d{1,2})?)"
_SHARE = re.compile(rf"{_N}%?(?:-{_N})?%", re.ASCII)
_ZONE = re.compile(r"z(\d{1,2})(?:-z?(\d{1,2}))?", re.ASCII)
_POWER = re.compile(r"(\d{1,5})w?(?:-(\d{1,5}))?w", re.ASCII)
_CADENCE = re.compile(r"(\d{1,3})(?:-(\d{1,3}))?rpm", re.ASCII)
_OPTION = re.compile(r"(?:power|hr|pace)=(?:lap|\d{1,2}s)|hidepower", re.ASCII)
_SPECIAL = {"freeride": "free ride", "maxeffort": "max effort"}


@dataclass(slots=True)
class Taken:
    """What some tokens ask."""

    n: int
    """How many tokens."""
    asks: Asks | None = None
    words: str = ""
    """As words that are read as words."""
    warnings: list[str] = field(default_factory=list)
    hard: tuple[str, Fraction] | None = None
    is_rest: bool = False


def taken(tokens: list[str], at: int, *, has_begun: bool) -> Taken | None:
    """Return what the tokens from `at` on ask; None where that one is a word.

    Args:
        tokens: of the line.
        at: index of the first one.
        has_begun: whether a length or a target stood before it.
    """
    low = tokens[at].lower()
    following = tokens[at + 1].lower() if at + 1 < len(tokens) else ""
    if low == "ramp" and following and (ramp := taken(tokens, at + 1, has_begun=has_begun)) is not None:
        if ramp.asks is not None:
            ramp.warnings.append(tr("a ramp is taken as a range"))
        elif ramp.words:
            ramp.words = f"ramp {ramp.words}"
        ramp.n += 1
        return ramp if ramp.asks is not None or ramp.words else None
    found = _pace(low, following) or _share(tokens[at : at + 3], low, following) or _zone(tokens[at : at + 2])
    if found is not None:
        return found
    if (power := _POWER.fullmatch(low)) is not None:
        return _kept(1, tokens[at], "-".join(end for end in power.groups() if end) + " W")
    if (cadence := _CADENCE.fullmatch(low)) is not None:
        return _kept(1, tokens[at], "-".join(end for end in cadence.groups() if end) + " rpm")
    if low in _SPECIAL:
        return Taken(1, words=_SPECIAL[low])
    if _OPTION.fullmatch(low):
        return Taken(1, warnings=[tr("{option} is left out").format(option=repr(tokens[at]))])
    if low == "0" and has_begun:
        return Taken(1, is_rest=True)
    return None


def clock_s(word: str) -> Fraction | None:
    """Return the seconds of `m:ss`; None for another word."""
    found = _CLOCK_ALONE.fullmatch(word)
    return _seconds(*found.groups()) if found is not None else None


def _seconds(minutes: str, seconds: str) -> Fraction:
    return 60 * int(minutes) + Fraction(seconds)


def _pace(low: str, following: str) -> Taken | None:
    found = _PACE.fullmatch(low)
    if found is None:
        return None
    is_said = following == "pace"
    first_min, first_s, first_per, last_min, last_s, last_per = found.groups()
    if not (is_said or first_per or last_per):
        return None
    warnings = []
    if not (first_per or last_per):
        warnings.append(tr("{pace} names no unit: taken as per kilometre").format(pace=repr(low)))
    ends = [(first_min, first_s, first_per or last_per)]
    if last_min is not None:
        ends.append((last_min, last_s, last_per or first_per))
    speeds = []
    for minutes, seconds, per in ends:
        time_s = _seconds(minutes, seconds)
        if not time_s:
            return None
        speeds.append(_per_m(per or "km") / time_s)
    slow, fast = min(speeds), max(speeds)
    return Taken(1 + is_said, Speed(slow, fast), low, warnings, ("speed", fast))


def _per_m(per: str) -> Fraction:
    if per == "km":
        return Fraction(1000)
    if per.startswith("mi"):
        return MILE_M
    figures = Fraction(re.sub(r"\D", "", per))
    return figures * (YARD_M if "y" in per else 1) or Fraction(1)


def _share(tokens: list[str], low: str, following: str) -> Taken | None:
    found = _SHARE.fullmatch(low)
    if found is None:
        return None
    ends = sorted(Fraction(end) for end in found.groups() if end)
    span = "-".join(end for end in found.groups() if end)
    n = 2
    match following:
        case "hr":
            return Taken(2, HeartShare(ends[0], ends[-1]), f"{span}% HR", hard=("heart", ends[-1]))
        case "pace":
            words = "% of threshold pace"
        case "lthr":
            words = "% of threshold heart rate"
        case "effort":
            return Taken(2, words=f"{span}% effort", hard=("effort", ends[-1]))
        case "mmp":
            n = len(tokens)
            words = "% of best power"
        case "ftp" | "power":
            words = "% of threshold power"
        case _:
            n, words = 1, "% of threshold power"
    kept = _kept(n, " ".join(tokens[:n]), f"{span}{words}")
    kept.hard = (following if n > 1 else "power", ends[-1])
    return kept


def _zone(tokens: list[str]) -> Taken | None:
    found = _ZONE.fullmatch(tokens[0].lower())
    if found is None:
        return None
    span = "-".join(end for end in found.groups() if end)
    following = tokens[1].lower() if len(tokens) > 1 else ""
    n = 2 if following in ("hr", "pace", "power") else 1
    word = f" of {following}" if n == 2 and following != "hr" else ""  # a zone of which nothing is said is the heart's
    kept = _kept(n, " ".join(tokens[:n]), f"zone {span}{word}")
    kept.hard = ("zone", Fraction(max(int(end) for end in found.groups() if end)))
    return kept


def _kept(n: int, raw: str, words: str) -> Taken:
    said = tr("{target} is kept as words, for the file does not say what it comes to")
    return Taken(n, words=words, warnings=[said.format(target=repr(raw))])
