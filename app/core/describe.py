"""Segments and events in the field's words, for tables, pages and the voice. Pure; it formats, it never figures.

Rules of the file: a phrase within a phrase has a name in it (`{step} at {target}`), so that a language may order them
as it likes. What a coach wrote, a name or a word of effort, stays as it was written.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from app.core.plan import RepPlace, Segment
from app.core.tongue import tr
from app.core.units import format_metres, format_time
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
    OpenWhy,
    Pace,
    Race,
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
            return range_words(duration_words(ms), None if most_ms is None else duration_words(most_ms))
        case ByDistance(amount, unit, most):
            return _in_unit(range_words(_number(amount), None if most is None else _number(most)), unit, amount)
        case ByReps(n, most_n):
            return range_words(str(n), None if most_n is None else str(most_n)) + "×"
        case Open(why):
            return _open(why) or tr("until ready")
        case Equal():
            return tr("as long as the rep")
        case Ratio(work, recovery):
            return tr("{work}:{recovery} run to recovery").format(work=work, recovery=recovery)
        case SendOff(ms):
            return tr("until {time} from the start of the rep").format(time=duration_words(ms))


def duration_words(ms: int) -> str:
    """Write a duration: `30 s`, `90 s`, `5 min`, `1:30 min`, `1:05:00`.

    >>> duration_words(60_000), duration_words(90_000), duration_words(150_000), duration_words(600_000)
    ('60 s', '90 s', '2:30 min', '10 min')
    """
    seconds = Fraction(ms, 1000)
    if seconds < 120:
        return tr("{n} s").format(n=_number(seconds))
    if seconds >= 3600:
        return format_time(seconds, 0)
    minutes, rest = divmod(seconds, 60)
    shown = str(minutes) if not rest else format_time(seconds, 0 if rest.denominator == 1 else 1)
    return tr("{n} min").format(n=shown)


def target_words(target: Target | None) -> str:
    """Write what a step asks: `90–95 % effort`, `mile pace or faster`, `in 1:20`; empty for nothing."""
    match target:
        case None:
            return ""
        case Effort(low, high):
            return tr("{percent} % effort").format(percent=_ends(low, high))
        case HeartRate(low, high):
            return tr("{percent} % of max heart rate").format(percent=_ends(low, high))
        case Rpe(low, high):
            return tr("RPE {figure}").format(figure=_ends(low, high))
        case RacePace():
            return _faster(_race_pace(target), target.or_faster)
        case Pace(s, per, most_s):
            shown = range_words(_clock(s), None if most_s is None else _clock(most_s))
            if per.unit is Unit.MI and per.amount == 1:
                pace = tr("{time} per mile").format(time=shown)
            elif per.unit is Unit.KM and per.amount == 1:
                pace = tr("{time} per km").format(time=shown)
            else:
                pace = tr("{time} per {distance}").format(time=shown, distance=length_words(per))
            return _faster(pace, target.or_faster)
        case Split(s, most_s):
            shown = range_words(_clock(s), None if most_s is None else _clock(most_s))
            return _faster(tr("in {time}").format(time=shown), target.or_faster)
        case Feel(word):
            return word


def _race_pace(target: RacePace) -> str:
    race = _race(target.race)
    if target.to is None:
        pace = tr("{race} pace").format(race=race)
    else:
        pace = tr("{race} to {other} pace").format(race=race, other=_race(target.to))
    if not target.shift_s:
        return pace
    seconds, per = _number(abs(target.shift_s)), length_words(target.shift_per)
    if target.shift_s < 0:
        return tr("{pace}, {seconds} s per {distance} faster").format(pace=pace, seconds=seconds, distance=per)
    return tr("{pace}, {seconds} s per {distance} slower").format(pace=pace, seconds=seconds, distance=per)


def step_words(step: Step) -> str:
    """Write a step in one line: `400 m at mile pace`, `60 s jog`, `5× squats`."""
    verb = step.name or _what(step)
    length = length_words(step.length)
    if not isinstance(step.length, Open):
        words = tr("{length} {what}").format(length=length, what=verb).strip() if verb else length
    elif step.length.why is not OpenWhy.UNSAID:
        words = length
    else:
        words = verb or length
    target = target_words(step.target)
    if not target or (isinstance(step.target, Feel) and _is_said(step.target.word, step, verb, words)):
        return words
    if isinstance(step.target, (Split, Feel, Rpe)):
        return tr("{step} {target}").format(step=words, target=target)
    return tr("{step} at {target}").format(step=words, target=target)


def _is_said(effort: str, step: Step, verb: str, words: str) -> bool:
    """Whether the words for what is done say a word of effort already, an easy run say `easy`; in any language."""
    by_activity = verb == _activity(step.activity) and effort == step.activity.value
    return effort in words or (by_activity and verb in words)


def rep_words(rep: RepPlace) -> str:
    """Write where a rep stands: `rep 3 of 8`, `rep 9 of 8–10`, `set 2 of 3, rep 1 of 4`; empty for the only one."""
    words = []
    if rep.n_sets > 1:
        words.append(tr("set {number} of {most}").format(number=rep.set_number, most=rep.n_sets))
    if rep.n_reps > 1:
        least = f"{rep.least_reps}–" if rep.least_reps < rep.n_reps else ""
        words.append(tr("rep {number} of {most}").format(number=rep.rep_number, most=f"{least}{rep.n_reps}"))
    return ", ".join(words)


def target_time_words(segment: Segment, write: Callable[[Fraction], str] = format_time) -> str:
    """Write the time asked for a distance segment: `1:19.5`, `1:19.5–1:22.0`; empty without a pace.

    Args:
        segment: what is asked.
        write: writes a time; what is spoken is read off the usual form.
    """
    if segment.pace_s_per_m is None or segment.distance_m is None:
        return ""
    fast = write(segment.pace_s_per_m * segment.distance_m)
    if segment.slowest_s_per_m is None:
        return fast
    return f"{fast}–{write(segment.slowest_s_per_m * segment.distance_m)}"


def range_words(low: str, high: str | None) -> str:
    """Write two ends with what they share said once: `8–10`, `8–10 min`; the lower alone where there is no other."""
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


def _in_unit(shown: str, unit: Unit, amount: Fraction) -> str:
    words: str
    match unit:
        case Unit.MI:
            words = tr("{n} mile") if amount == 1 else tr("{n} miles")
        case Unit.LAP:
            words = tr("{n} lap") if amount == 1 else tr("{n} laps")
        case Unit.M:
            words = tr("{n} m")
        case Unit.KM:
            words = tr("{n} km")
        case Unit.YD:
            words = tr("{n} yd")
    return words.format(n=shown)


def _faster(asked: str, or_faster: bool) -> str:
    return tr("{target} or faster").format(target=asked) if or_faster else asked


def _open(why: OpenWhy) -> str:
    match why:
        case OpenWhy.FULL:
            return tr("full recovery")
        case OpenWhy.WALK_BACK:
            return tr("walk back")
        case OpenWhy.JOG_BACK:
            return tr("jog back")
        case OpenWhy.UNSAID:
            return ""


def _what(step: Step) -> str:
    if step.intensity is Intensity.WARMUP:
        return tr("warm-up", "in a step")
    if step.intensity is Intensity.COOLDOWN:
        return tr("cool-down", "in a step")
    return _activity(step.activity)


def _activity(activity: Activity) -> str:
    match activity:
        case Activity.STRIDES:
            return tr("strides", "in a step")
        case Activity.SPRINT:
            return tr("sprint", "in a step")
        case Activity.HILL:
            return tr("hill", "in a step")
        case Activity.DRILL:
            return tr("drills", "in a step")
        case Activity.STRENGTH:
            return tr("strength", "in a step")
        case Activity.EASY:
            return tr("easy", "in a step")
        case Activity.JOG:
            return tr("jog", "in a step")
        case Activity.WALK:
            return tr("walk", "in a step")
        case Activity.FLOAT:
            return tr("float", "in a step")
        case Activity.STAND:
            return tr("rest", "in a step")
        case Activity.ANY:
            return tr("recovery", "in a step")
        case Activity.RUN:
            return ""


def _race(race: Race) -> str:
    match race:
        case Race.GOAL:
            return tr("goal mile", "race")
        case Race.MILE:
            return tr("mile", "race")
        case Race.TWO_MILE:
            return tr("2 mile", "race")
        case Race.TEN_MILE:
            return tr("10 mile", "race")
        case Race.HALF:
            return tr("half marathon", "race")
        case Race.MARATHON:
            return tr("marathon", "race")
        case Race.RACE:
            return tr("race", "race")
        case _:
            return str(race.value)  # a figure, with metres or a k
