"""Segments and events in the field's words, for tables, pages and the voice. Pure; it formats, it never figures."""

from __future__ import annotations

from fractions import Fraction

from app.core.plan import RepPlace, Segment, Total
from app.core.units import format_metres, format_time, round_half_up
from app.core.workout import (
    Activity,
    ByDistance,
    ByReps,
    ByTime,
    Effort,
    Equal,
    Feel,
    HeartRate,
    Intensity,
    Length,
    Open,
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


def length_words(length: Length) -> str:
    """Write what ends a step: `400 m`, `30 s`, `5–8 min`, `until ready`."""
    match length:
        case ByTime(ms, most_ms):
            return _range(duration_words(ms), None if most_ms is None else duration_words(most_ms))
        case ByDistance(amount, unit, most):
            return _range(_number(amount), None if most is None else _number(most)) + f" {_unit(unit, amount)}"
        case ByReps(n, most_n):
            return _range(str(n), None if most_n is None else str(most_n)) + "×"
        case Open(why):
            return why.value or "until ready"
        case Equal():
            return "as long as the rep"
        case Ratio(work, recovery):
            return f"{work}:{recovery} run to recovery"
        case SendOff(ms):
            return f"until {duration_words(ms)} from the start of the rep"


def duration_words(ms: int) -> str:
    """Write a duration: `30 s`, `90 s`, `5 min`, `1:30 min`, `1:05:00`.

    >>> duration_words(60_000), duration_words(90_000), duration_words(150_000), duration_words(600_000)
    ('60 s', '90 s', '2:30 min', '10 min')
    """
    seconds = Fraction(ms, 1000)
    if seconds < 120:
        return f"{_number(seconds)} s"
    if seconds >= 3600:
        return format_time(seconds, 0)
    minutes, rest = divmod(seconds, 60)
    return f"{minutes} min" if not rest else f"{format_time(seconds, 0 if rest.denominator == 1 else 1)} min"


def target_words(target: Target | None) -> str:
    """Write what a step asks: `90–95 % effort`, `mile pace or faster`, `in 1:20`; empty for nothing."""
    match target:
        case None:
            return ""
        case Effort(low, high):
            return f"{_ends(low, high)} % effort"
        case HeartRate(low, high):
            return f"{_ends(low, high)} % of max heart rate"
        case Rpe(low, high):
            return f"RPE {_ends(low, high)}"
        case RacePace():
            to = f" to {target.to.value}" if target.to is not None else ""
            shift = ""
            if target.shift_s:
                way = "faster" if target.shift_s < 0 else "slower"
                shift = f", {_number(abs(target.shift_s))} s per {length_words(target.shift_per)} {way}"
            return f"{target.race.value}{to} pace{shift}{_faster(target.or_faster)}"
        case Pace(s, per, most_s):
            slow = None if most_s is None else _clock(most_s)
            each = (
                "mile"
                if per.unit is Unit.MI and per.amount == 1
                else "km"
                if per.unit is Unit.KM and per.amount == 1
                else length_words(per)
            )
            return f"{_range(_clock(s), slow)} per {each}{_faster(target.or_faster)}"
        case Split(s, most_s):
            slow = None if most_s is None else _clock(most_s)
            return f"in {_range(_clock(s), slow)}{_faster(target.or_faster)}"
        case Feel(word):
            return word


_VERBS = {
    Activity.STRIDES: "strides",
    Activity.SPRINT: "sprint",
    Activity.HILL: "hill",
    Activity.DRILL: "drills",
    Activity.STRENGTH: "strength",
    Activity.EASY: "easy",
    Activity.JOG: "jog",
    Activity.WALK: "walk",
    Activity.FLOAT: "float",
    Activity.STAND: "rest",
    Activity.ANY: "recovery",
}


def step_words(step: Step) -> str:
    """Write a step in one line: `400 m at mile pace`, `60 s jog`, `5× squats`."""
    verb = step.name or _VERBS.get(step.activity, "")
    if step.intensity in (Intensity.WARMUP, Intensity.COOLDOWN):
        verb = step.name or step.intensity.value
    length = length_words(step.length)
    if not isinstance(step.length, Open):
        words = f"{length} {verb}".strip()
    elif step.length.why.value:
        words = step.length.why.value
    else:
        words = verb or length
    target = target_words(step.target)
    if not target or (isinstance(step.target, Feel) and step.target.word in words):
        return words
    plain = isinstance(step.target, (Split, Feel, Rpe))
    return f"{words} {target}" if plain else f"{words} at {target}"


def rep_words(rep: RepPlace) -> str:
    """Write where a rep stands: `rep 3 of 8`, `rep 9 of 8–10`, `set 2 of 3, rep 1 of 4`; empty for the only one."""
    words = []
    if rep.n_sets > 1:
        words.append(f"set {rep.set_number} of {rep.n_sets}")
    if rep.n_reps > 1:
        least = f"{rep.least_reps}–" if rep.least_reps < rep.n_reps else ""
        words.append(f"rep {rep.rep_number} of {least}{rep.n_reps}")
    return ", ".join(words)


def target_time_words(segment: Segment) -> str:
    """Write the time asked for a distance segment: `1:19.5`, `1:19.5–1:22.0`; empty without a pace."""
    if segment.pace_s_per_m is None or segment.distance_m is None:
        return ""
    fast = format_time(segment.pace_s_per_m * segment.distance_m)
    if segment.slowest_s_per_m is None:
        return fast
    return f"{fast}–{format_time(segment.slowest_s_per_m * segment.distance_m)}"


def total_time_words(total: Total) -> str:
    """Write a total time: `31 min`, `29–32 min`, `12 min and 4 open`."""
    low, high = (int(round_half_up(Fraction(ms, 60_000), 0)) for ms in (total.low, total.high))
    if high == 0 and total.high > 0:
        words = f"{total.high // 1000} s"
    else:
        words = _range(str(low), str(high) if high != low else None) + " min"
    if not total.n_open:
        return words
    return f"{words} and {total.n_open} open" if total.high else f"{total.n_open} open"


def total_work_words(total: Total) -> str:
    """Write the distance of the work: `3.6 km hard`; empty for none."""
    if not total.high:
        return ""
    if total.high < 1000:
        return _range(str(total.low), str(total.high) if total.high != total.low else None) + " m hard"
    low, high = (format_metres(Fraction(m, 1000), 1) for m in (total.low, total.high))
    return _range(low, high if high != low else None) + " km hard"


def _range(low: str, high: str | None) -> str:
    if high is None:
        return low
    unit = low.rpartition(" ")[2]
    if unit and high.endswith(f" {unit}"):
        low = low.removesuffix(f" {unit}")
    return f"{low}–{high}"


def _ends(low: Fraction, high: Fraction) -> str:
    return _number(low) if low == high else f"{_number(low)}–{_number(high)}"


def _number(value: Fraction) -> str:
    return format_metres(value, 3)


def _clock(seconds: Fraction) -> str:
    return format_time(seconds, 0 if seconds.denominator == 1 else 1)


def _unit(unit: Unit, amount: Fraction) -> str:
    if unit is Unit.MI:
        return "mile" if amount == 1 else "miles"
    if unit is Unit.LAP:
        return "lap" if amount == 1 else "laps"
    return str(unit.value)


def _faster(or_faster: bool) -> str:
    return " or faster" if or_faster else ""
