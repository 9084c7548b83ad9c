"""`format_items`: the one canonical way to write steps; what is written reads back as the same steps.

Parts are joined with ` + `, which parts them for good, so that no suffix reaches further than it should.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from app.core.units import format_metres, format_time
from app.core.workout import (
    Activity,
    ByDistance,
    ByReps,
    ByTime,
    Count,
    Effort,
    Equal,
    Feel,
    HeartRate,
    Intensity,
    Item,
    Length,
    Measure,
    Open,
    OpenWhy,
    Pace,
    RacePace,
    Ratio,
    Rpe,
    SendOff,
    Split,
    Step,
    Target,
    Unit,
)

_UNITS = {Unit.M: "m", Unit.KM: "km", Unit.MI: " mile", Unit.YD: "yd", Unit.LAP: " laps"}
_FEW_M, _FEW_EASY_M, _FEW_ZONE_M = 10, 19, 90
"""So few metres with an `m` are read as minutes: of any run, of an easy one, of one in a zone."""
_PLACES = 12
"""Decimals of a figure: as many as the longest number has that is read."""
_SOFT = (Intensity.RECOVERY, Intensity.REST)
_HARD_WORDS = {
    Activity.RUN: "", Activity.STRIDES: "strides", Activity.SPRINT: "sprint", Activity.HILL: "hill",
    Activity.DRILL: "drill", Activity.STRENGTH: "strength", Activity.EASY: "easy",
}  # fmt: skip


def format_items(items: Sequence[Item]) -> str:
    """Write steps on one line."""
    return " + ".join(format_item(item) for item in items)


def format_item(item: Item) -> str:
    """Write one step or block."""
    if isinstance(item, Step):
        return format_step(item)
    only = item.steps[0] if len(item.steps) == 1 else None
    plain = isinstance(only, Step) and only.intensity is Intensity.WORK
    body = format_step(only) if isinstance(only, Step) and plain else f"({format_items(item.steps)})"
    words = f"{_count(item.reps)} x {body}"
    if item.recovery is None:
        return words
    if isinstance(item.recovery.length, SendOff):
        return f"{words} on {format_length(ByTime(item.recovery.length.ms))}"
    return f"{words} w/ {format_step(item.recovery)}"


def format_step(step: Step) -> str:
    """Write one step."""
    if step.intensity in _SOFT:
        return _soft(step)
    parts = []
    if step.intensity in (Intensity.WARMUP, Intensity.COOLDOWN):
        parts.append(step.intensity.value)
    if step.race:
        parts.append("timed")
    if not isinstance(step.length, Open):
        parts.append(_spelled(step) or format_length(step.length))
    parts.append(_HARD_WORDS[step.activity])
    if step.name:
        parts.append('"' + step.name.replace('"', "'") + '"')
    if step.target is not None:
        parts.append(format_target(step.target))
    return " ".join(part for part in parts if part)


def _spelled(step: Step) -> str:
    """Write a few metres of an easy run out: `15m easy` would be minutes."""
    length = step.length
    if not isinstance(length, ByDistance) or length.unit is not Unit.M:
        return ""
    zone = isinstance(step.target, Feel) and step.target.word.startswith("zone")
    slow = zone or step.activity is Activity.EASY or step.intensity is not Intensity.WORK
    if not slow or length.amount > (_FEW_ZONE_M if zone else _FEW_EASY_M):
        return ""
    return format_length(length).removesuffix(" metres").removesuffix("m") + " metres"


def _soft(step: Step) -> str:
    manner = step.activity.value
    match step.length:
        case Open(OpenWhy.FULL):
            return "full recovery" if step.activity is Activity.ANY else f"full recovery {manner}"
        case Open(OpenWhy.WALK_BACK):
            return "walk back"
        case Open(OpenWhy.JOG_BACK):
            return "jog back"
        case Open():
            return f"open {manner}"
        case Equal(measure):
            kind = {Measure.SAME: "", Measure.TIME: " time", Measure.DISTANCE: " distance"}[measure]
            return f"equal{kind} {manner}"
        case Ratio(work, recovery):
            return f"{work}:{recovery} {manner}"
        case length:
            return f"{format_length(length)} {manner}"


def format_length(length: Length) -> str:
    """Write a length: `400m`, `60-90s`, `5min`, `1 mile`, `8-10 reps`.

    >>> format_length(ByTime(90_000)), format_length(ByTime(300_000, 480_000))
    ('90s', '5-8min')
    """
    match length:
        case ByTime(ms, most_ms):
            ends = [Fraction(end, 1000) for end in (ms, most_ms) if end is not None]
            whole = all(end % 60 == 0 for end in ends) and ends[0] >= 120
            word = "min" if whole else " sec" if len(ends) == 1 and ends[0] % 100 == 0 else "s"  # 400s are reps
            return "-".join(_number(end / 60 if whole else end) for end in ends) + word
        case ByDistance(amount, unit, most):
            ends = [end for end in (amount, most) if end is not None]
            word = " lap" if unit is Unit.LAP and ends == [1] else _UNITS[unit]
            word = " metres" if unit is Unit.M and amount <= _FEW_M else word  # `2m rest` would be minutes
            return "-".join(_number(end) for end in ends) + word
        case ByReps(n, most_n):
            return (f"{n}" if most_n is None else f"{n}-{most_n}") + " reps"
        case Open(why):
            return why.value or "open"
        case SendOff(ms):
            return f"on {format_length(ByTime(ms))}"
        case Ratio(work, recovery):
            return f"{work}:{recovery}"
        case Equal():
            return "equal"


def format_target(target: Target) -> str:
    """Write a target with its `@` where it takes one: `@ 90-95% effort`, `@ mile pace or faster`, `in 80s`."""
    match target:
        case Effort(low, high):
            return f"@ {_ends(low, high)}% effort"
        case HeartRate(low, high):
            return f"@ {_ends(low, high)}% max heart rate"
        case Rpe(low, high):
            return f"@ rpe {_ends(low, high)}"
        case RacePace():
            return f"@ {_race_pace(target)}{_faster(target.or_faster)}"
        case Pace(s, per, most_s):
            return f"@ {_clocks(s, most_s)}/{_each(per)}{_faster(target.or_faster)}"
        case Split(s, most_s):
            return f"in {_clocks(s, most_s)}{_faster(target.or_faster)}"
        case Feel(word):
            return f"@ {word}"


def _race_pace(target: RacePace) -> str:
    names = target.race.value if target.to is None else f"{target.race.value} to {target.to.value}"
    if not target.shift_s:
        return f"{names} pace"
    way = "slower" if target.shift_s > 0 else "faster"
    return f"{_clock(abs(target.shift_s))}/{_each(target.shift_per)} {way} than {names} pace"


def _each(per: ByDistance) -> str:
    word = {Unit.MI: "mile", Unit.KM: "km", Unit.LAP: "lap"}.get(per.unit, "")
    return word if word and per.amount == 1 else f"{_number(per.amount)}m"


def _clocks(low: Fraction, high: Fraction | None) -> str:
    return "-".join(_clock(end) for end in (low, high) if end is not None)


def _clock(seconds: Fraction) -> str:
    places = 0 if seconds.denominator == 1 else _PLACES
    text = format_time(seconds, places)
    text = text.rstrip("0") if places else text
    return text if ":" in text else f"0:0{text}" if seconds < 10 else f"0:{text}"


def _ends(low: Fraction, high: Fraction) -> str:
    return _number(low) if low == high else f"{_number(low)}-{_number(high)}"


def _number(value: Fraction) -> str:
    return format_metres(value, _PLACES)


def _count(count: Count) -> str:
    return f"{count.low}-{count.high}" if count.is_range else f"{count.low}"


def _faster(or_faster: bool) -> str:
    return " or faster" if or_faster else ""
