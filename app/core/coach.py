"""The coach: what is called across the track after a split, and said of a set when it is over. Pure.

Rules of the file: every figure is one of `analysis`, rounded once and shown as it is spoken; it speaks of the time in
all, which is what the rest of the distance has to put right. Nothing is said where no pace is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from app.core.analysis import LapFigures, RepFigures, is_on_target, lateness_s, leeway_s
from app.core.numerals import Words, number_words, off_words, plural, time_words
from app.core.plan import Segment
from app.core.tongue import tr
from app.core.units import Metres, format_lap, format_metres, format_signed, format_time

ON_PACE_S = Fraction(3, 10)
"""Either way a good lap: a thumb on a key is no better.

Source: sd 0.07 to 0.1 s for one press (4304 presses, human timing studies)."""
TOO_FAST = Fraction(2, 100)
"""A first lap is called out when it is so much faster than planned. Ours, about the spread of a record mile's laps
(1.5 to 3 %; Foster, de Koning, Thiel 2014)."""
GONE = Fraction(92, 100)
"""A goal is gone when the rest would have to be run in less than this part of its planned time. Ours: no race of
`tests/data/races.json` has a lap over 6 % faster than its mean."""
SEVERAL = Fraction(3, 2)
"""Laps left from which a pace is called by the lap; with less, the time for what is left."""


class Call(Enum):
    """What is to be done with the rest."""

    HOLD = "hold"
    EASE = "ease"
    PRESS_ON = "press on"
    GONE = "gone"
    """The goal is out of reach; what it comes to is said instead."""
    DONE = "done"
    """Nothing is left to run."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What a coach would call after a split."""

    off_s: Fraction
    """In all, against the plan; above zero is slower."""
    is_early: bool
    """Whether the first lap goes out too fast: more than `TOO_FAST`."""
    call: Call
    lap_s: Fraction | None = None
    """Time of each lap from here; None where less than `SEVERAL` are left, or the pace changes."""
    left_s: Fraction | None = None
    """Time for what is left."""
    left_m: Metres = Fraction(0)
    finish_s: Fraction = Fraction(0)
    """Finish at the pace so far."""


def advice_after(lap: LapFigures, segment: Segment, lap_m: Metres) -> Advice | None:
    """Return what to call after a split; None where no pace is asked.

    Args:
        lap: the figures of the split.
        segment: in which it fell.
        lap_m: one lap of the track, the pace that a runner on it thinks in.
    """
    off, end_m = lap.off_total_s, segment.distance_m
    if off is None or end_m is None:
        return None
    due, due_end = segment.time_at(lap.to_m), segment.time_at(end_m)
    assert due is not None
    assert due_end is not None
    is_early = lap.to_m <= segment.marks[0].distance_m + lap_m / 2 and lap.from_m == 0 and -off > TOO_FAST * due
    if lap.to_m >= end_m:
        return Advice(off, is_early=False, call=Call.DONE)
    left_m = end_m - lap.to_m
    if lap.needed_s is None or lap.needed_s < GONE * (due_end - due):
        return Advice(off, is_early, Call.GONE, finish_s=lap.projected_s)
    call = Call.HOLD if abs(off) <= ON_PACE_S else Call.EASE if off < 0 else Call.PRESS_ON
    each = lap.needed_s * lap_m / left_m if left_m >= SEVERAL * lap_m and not segment.course else None
    return Advice(off, is_early, call, each, lap.needed_s, left_m, lap.projected_s)


def advice_words(advice: Advice | None) -> str:
    """Write the advice: `Two fast. Ease: 1:29s from here.`; empty for none."""
    if advice is None:
        return ""
    said = _off_shown(advice)
    if advice.call is Call.DONE:
        return said
    if advice.call is Call.GONE:
        going = tr("As you go: {time}.")
        return f"{said} {going.format(time=format_lap(advice.finish_s))}"
    assert advice.left_s is not None
    if advice.lap_s is not None:
        words = {
            Call.HOLD: tr("Hold {time}s."),
            Call.EASE: tr("Ease: {time}s from here."),
            Call.PRESS_ON: tr("Press on: {time}s from here."),
        }[advice.call]
        return f"{said} {words.format(time=_whole(advice.lap_s))}"
    words = {
        Call.HOLD: tr("Hold: {time} for the last {distance} m."),
        Call.EASE: tr("Ease: {time} for the last {distance} m."),
        Call.PRESS_ON: tr("Press on: {time} for the last {distance} m."),
    }[advice.call]
    return f"{said} {words.format(time=format_lap(advice.left_s), distance=format_metres(advice.left_m, 0))}"


def advice_said(advice: Advice) -> list[Words]:
    """Say the advice, one sentence each, with the figures that `advice_words` shows."""
    is_close = abs(advice.off_s) <= ON_PACE_S and advice.call is not Call.DONE
    off = ("on pace",) if is_close else off_words(format_signed(advice.off_s))
    said = [off]
    if advice.is_early:
        said.append(("too fast",))
    if advice.call is Call.GONE:
        return [*said, ("at this pace", *time_words(format_time(advice.finish_s)))]
    call = advice.call.value
    if advice.lap_s is not None:
        said.append((call, *time_words(_whole(advice.lap_s)), "from here"))
    elif advice.left_s is not None:
        metres = format_metres(advice.left_m, 0)
        last = ("for the last", *number_words(int(metres)), plural(int(metres), "metre"))
        said.append((call, *time_words(format_time(advice.left_s)), *last))
    return said


def _off_shown(advice: Advice) -> str:
    if abs(advice.off_s) <= ON_PACE_S:
        return tr("On pace.")
    size = format_signed(abs(advice.off_s))[1:]
    figure = _counted(size)
    if advice.is_early:
        return tr("Too fast: {figure} up already.").format(figure=size)
    return (tr("{figure} fast.") if advice.off_s < 0 else tr("{figure} slow.")).format(figure=figure)


def _counted(size: str) -> str:
    """Write whole seconds as a coach calls them, `Two`; all else as it is, `1.4`."""
    words = {
        "1.0": tr("One", "seconds"), "2.0": tr("Two", "seconds"), "3.0": tr("Three", "seconds"),
        "4.0": tr("Four", "seconds"), "5.0": tr("Five", "seconds"), "6.0": tr("Six", "seconds"),
        "7.0": tr("Seven", "seconds"), "8.0": tr("Eight", "seconds"), "9.0": tr("Nine", "seconds"),
    }  # fmt: skip
    return words.get(size, size)


def _whole(seconds: Fraction) -> str:
    """Write a lap to the second: nobody runs to a tenth."""
    return format_lap(seconds, 0)


# When it is over ------------------------------------------------------------------------------------------------------


def sentence_of(reps: Sequence[RepFigures]) -> str:
    """Say in one sentence how the session went; empty where there is nothing to judge."""
    judged = _judged(reps)
    if not judged:
        return ""
    if len(judged) == 1:
        return _race_sentence(judged[0])
    n_on = sum(1 for rep in judged if is_on_target(rep))
    on_target = tr("{n} of {most} on target.").format(n=n_on, most=len(judged))
    broke = broken_at(judged)
    if broke is not None:
        rep = judged[broke]
        words = tr("Rep {number} broke: {time} s slow, and none after it was on target.")
        if broke == len(judged) - 1:
            words = tr("Rep {number}, the last, broke: {time} s slow.")
        return f"{on_target} {words.format(number=_number(rep, broke), time=format_time(lateness_s(rep)))}"
    first, last = judged[0].off_s, judged[-1].off_s
    assert first is not None
    assert last is not None
    fade = last - first
    if abs(fade) <= 1:
        trend = tr("Even from first to last.")
    elif fade > 0:
        trend = tr("The last was {time} s slower than the first.").format(time=format_time(fade))
    else:
        trend = tr("The last was {time} s faster than the first.").format(time=format_time(-fade))
    return f"{on_target} {trend}"


def broken_at(judged: Sequence[RepFigures]) -> int | None:
    """Return which rep broke, counted from 0: the first of those at the end that are all late; None where none did.

    Where most are late nothing broke: the target was too fast.
    """
    broke = len(judged)
    while broke > 0 and lateness_s(judged[broke - 1]) > leeway_s(judged[broke - 1]):
        broke -= 1
    return broke if len(judged) > broke >= max(1, len(judged) // 2) else None


def next_time_of(reps: Sequence[RepFigures]) -> str:
    """Say what to change next time; empty where there is nothing to judge, or one time alone.

    The rules are ours, and plain: a set that broke began too fast, or had too little recovery; a set that was late all
    along was asked too much; one that was early all along, too little; one that held can grow by one thing.
    """
    judged = _judged(reps)
    if len(judged) < 2:
        return ""
    target = _asked(judged[0])
    late = [rep for rep in judged if lateness_s(rep) > leeway_s(rep)]
    early = [rep for rep in judged if not rep.segment.or_faster and _off(rep) < -leeway_s(rep)]
    is_alike = len({(rep.segment.distance_m, rep.segment.pace_s_per_m) for rep in judged}) == 1
    broke = broken_at(judged)
    if broke is not None:
        if any(_off(rep) < -leeway_s(rep) for rep in judged[:broke]):
            return tr("Next time: hold the first ones back, {time} and no faster.").format(time=format_lap(target))
        return tr("Next time: a longer recovery, or {n} reps well run.").format(n=broke)
    if not late and not early:
        return tr("Next time: one rep more, or a little less recovery.")
    mean = sum((Fraction(rep.record.elapsed_ms or 0, 1000) for rep in judged), Fraction(0)) / len(judged)
    if len(late) > len(judged) // 2:
        if not is_alike:
            return tr("Next time: ask a little less; the targets were too fast for today.")
        return tr("Next time: aim at {time}, which is what you held.").format(time=format_lap(mean))
    if len(early) > len(judged) // 2:
        if not is_alike:
            return tr("Next time: the targets may be faster, or the recoveries shorter.")
        return tr("Next time: {time} is in your legs; ask for it, or recover less.").format(time=format_lap(mean))
    if early and late:
        return tr("Next time: the same pace for all of them, from the first.")
    return tr("Next time: the same again, all of them on target.")


def _judged(reps: Sequence[RepFigures]) -> list[RepFigures]:
    return [rep for rep in reps if rep.off_s is not None]


def _number(rep: RepFigures, place: int) -> int:
    return rep.segment.rep.rep_number if rep.segment.rep is not None else place + 1


def _asked(rep: RepFigures) -> Fraction:
    assert rep.segment.pace_s_per_m is not None
    assert rep.segment.distance_m is not None
    return rep.segment.pace_s_per_m * rep.segment.distance_m


def _race_sentence(rep: RepFigures) -> str:
    laps = [lap for lap in rep.laps if lap.off_s is not None]
    if len(laps) < 2:
        off = _off(rep)
        if abs(off) <= Fraction(1, 2):
            return tr("On target.")
        words = tr("{seconds} s slow.") if off > 0 else tr("{seconds} s quick.")
        return words.format(seconds=format_time(abs(off)))
    first = laps[0].off_s
    worst = max(laps, key=_off)
    assert first is not None
    assert worst.off_s is not None
    if max(abs(_off(lap)) for lap in laps) <= Fraction(1, 2):
        return tr("Even all the way.")
    if first < -Fraction(1, 2) and worst.off_s > Fraction(1, 2):
        target = laps[0].target_lap_s
        assert target is not None
        paid = tr("You went out {time} s quick and paid for it on lap {number}.")
        better = tr("Next time: {time} at the first line.")
        return f"{paid.format(time=format_time(-first), number=worst.number)} {better.format(time=format_lap(target))}"
    if first > Fraction(1, 2):
        words = tr("A slow first lap, {time} s over; the rest had to make it up.")
        return words.format(time=format_time(first))
    if worst.off_s > 0:
        words = tr("Lap {number} was the slowest, {time} s over.")
        return words.format(number=worst.number, time=format_time(worst.off_s))
    return tr("Quick throughout.")


def _off(run: RepFigures | LapFigures) -> Fraction:
    return run.off_s if run.off_s is not None else Fraction(0)
