"""Figures of a step, one notch up or down: reps, length, target and recovery; pure.

Rules of the file: a notch is as large as a coach would make it, larger for larger figures, and a figure keeps its unit;
of a range both ends move. One up and one down is where it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from fractions import Fraction

from app.core.bounds import DISTANCE_M, PLAN_MS, REPS
from app.core.tongue import tr
from app.core.workout import (
    Activity,
    ByDistance,
    ByReps,
    ByTime,
    Count,
    Effort,
    HeartRate,
    Intensity,
    Item,
    Length,
    Open,
    OpenWhy,
    Pace,
    RacePace,
    Repeat,
    Rpe,
    SendOff,
    Split,
    Step,
    Target,
    Unit,
)
from app.notation.rearranging import Refused


class Figure(Enum):
    """A figure that can be stepped; of a repeat its reps, of a step the others."""

    REPS = "reps"
    LENGTH = "length"
    TARGET = "target"


class Manner(Enum):
    """How a recovery is run."""

    JOG = Activity.JOG
    WALK = Activity.WALK
    FLOAT = Activity.FLOAT
    REST = Activity.STAND


_Notches = Sequence[tuple[Fraction | None, Fraction]]


def _notches(*pairs: tuple[object, object]) -> _Notches:
    return [(None if most is None else Fraction(str(most)), Fraction(str(by))) for most, by in pairs]


_TIME_S = _notches((10, 1), (60, 5), (300, 15), (1200, 60), (None, 300))
_METRES = _notches((100, 10), (400, 50), (1000, 100), (3000, 200), (None, 500))
_LONG = _notches((2, "0.25"), (10, "0.5"), (None, 1))
_SPLIT_S = _notches((60, "0.5"), (None, 1))
_UNITS = {Unit.M: _METRES, Unit.YD: _METRES, Unit.KM: _LONG, Unit.MI: _LONG, Unit.LAP: _LONG}
_ONE, _FIVE = Fraction(1), Fraction(5)
_PER_400 = ByDistance(Fraction(400))
_LEAST_SPLIT_S = Fraction(1)


def _up(value: Fraction, notches: _Notches) -> Fraction:
    return value + next(by for most, by in notches if most is None or value < most)


def _down(value: Fraction, notches: _Notches) -> Fraction:
    """Return the figure of which this is one up; between two sizes of notch, where the larger one begins."""
    edge = Fraction(0)
    for most, by in notches:
        under = value - by
        if under >= edge and (most is None or under < most):
            return under
        if most is None or value - by < edge:
            return edge
        edge = most
    return edge


def _notched(value: Fraction, notches: _Notches, n: int) -> Fraction:
    for _ in range(abs(n)):
        value = _up(value, notches) if n > 0 else _down(value, notches)
    return value


def can_step(item: Item, figure: Figure) -> bool:
    """Say whether a figure of an item has notches."""
    if isinstance(item, Repeat):
        return figure is Figure.REPS
    if figure is Figure.LENGTH:
        return isinstance(item.length, ByTime | ByDistance | ByReps | SendOff)
    asked = Effort | HeartRate | Rpe | RacePace | Pace | Split
    return figure is Figure.TARGET and isinstance(item.target, asked)


def stepped(item: Item, figure: Figure, n: int) -> Item:
    """Move a figure of an item by `n` notches, down below zero.

    Raises:
        Refused: it has no such figure, or that is as far as it goes.
    """
    if isinstance(item, Repeat):
        if figure is not Figure.REPS:
            raise _none()
        low, high = item.reps.low + n, item.reps.high + n
        if low < 1 or high > REPS:
            raise Refused(tr("repeat 1 to {most} times").format(most=f"{REPS:,}"))
        return replace(item, reps=Count(low, high))
    if figure is Figure.LENGTH:
        return replace(item, length=length_stepped(item.length, n))
    if figure is Figure.TARGET and item.target is not None:
        return replace(item, target=_asked(item.target, n))
    raise _none()


def length_stepped(length: Length, n: int) -> Length:
    """Move a length by notches.

    Raises:
        Refused: it is no figure, or that is as far as it goes.
    """
    match length:
        case ByTime(ms, most_ms):
            low, high = _ends(Fraction(ms, 1000), None if most_ms is None else Fraction(most_ms, 1000), _TIME_S, n)
            if (high or low) * 1000 >= PLAN_MS:
                raise _far()
            return ByTime(_whole_ms(low), None if high is None else _whole_ms(high))
        case ByDistance(amount, unit, most):
            low, high = _ends(amount, most, _UNITS[unit], n)
            if ByDistance(high or low, unit).metres(Fraction(400)) > DISTANCE_M:
                raise _far()
            return ByDistance(low, unit, high)
        case ByReps(count, most_n):
            if count + n < 1 or (most_n or count) + n > REPS:
                raise _far()
            return ByReps(count + n, None if most_n is None else most_n + n)
        case SendOff(ms):
            low, _ = _ends(Fraction(ms, 1000), None, _TIME_S, n)
            return SendOff(_whole_ms(low))
        case _:
            raise _none()


def widened(item: Item, n: int) -> Item:
    """Move the upper end of a range alone: of the reps of a repeat, of the length of a step; down to no range at all.

    Raises:
        Refused: it is no range, or has no figure.
    """
    if isinstance(item, Repeat):
        high = item.reps.high + n
        if not item.reps.low <= high <= REPS:
            raise _no_range()
        return replace(item, reps=Count(item.reps.low, high))
    match item.length:
        case ByTime(ms, most_ms):
            low = Fraction(ms, 1000)
            most = _notched(Fraction(most_ms or ms, 1000), _TIME_S, n)
            if most < low:
                raise _no_range()
            return replace(item, length=ByTime(ms, None if most == low else _whole_ms(most)))
        case ByDistance(amount, unit, high_amount):
            wide = _notched(high_amount or amount, _UNITS[unit], n)
            if wide < amount:
                raise _no_range()
            return replace(item, length=ByDistance(amount, unit, None if wide == amount else wide))
        case ByReps(count, most_n):
            last = (most_n or count) + n
            if last < count:
                raise _no_range()
            return replace(item, length=ByReps(count, None if last == count else last))
        case _:
            raise _none()


def with_manner(item: Item, manner: Manner) -> Step:
    """Let a recovery be jogged, walked, floated or stood.

    Raises:
        Refused: it is no recovery, or the manner is not its own to choose.
    """
    if not isinstance(item, Step) or item.intensity not in (Intensity.RECOVERY, Intensity.REST):
        raise _none()
    if isinstance(item.length, SendOff):
        raise Refused(tr("between send-offs everyone recovers as they like"))
    length = item.length
    if isinstance(length, Open) and length.why in (OpenWhy.WALK_BACK, OpenWhy.JOG_BACK):
        backs = {Manner.WALK: Open(OpenWhy.WALK_BACK), Manner.JOG: Open(OpenWhy.JOG_BACK)}
        length = backs.get(manner, Open())
    intensity = Intensity.REST if manner is Manner.REST else Intensity.RECOVERY
    return replace(item, length=length, activity=manner.value, intensity=intensity)


def _ends(
    low: Fraction, high: Fraction | None, notches: _Notches, n: int, least: Fraction = Fraction(0)
) -> tuple[Fraction, Fraction | None]:
    """Move both ends by the notch of the lower one."""
    moved = _notched(low, notches, n)
    if moved <= least or moved == low:
        raise _far()
    return moved, None if high is None else high + moved - low


def _asked(target: Target, n: int) -> Target:
    match target:
        case Effort(low, high) if low + 5 * n > 0 and high + 5 * n <= 100:
            return Effort(low + 5 * n, high + 5 * n)
        case HeartRate(low, high) if low + n > 0 and high + n <= 100:
            return HeartRate(low + n, high + n)
        case Rpe(low, high) if low + n >= 1 and high + n <= 10:
            return Rpe(low + n, high + n)
        case RacePace(_, _, shift, per):
            moved = shift + n
            if abs(moved) >= 60:
                raise _far()
            return replace(target, shift_s=moved, shift_per=per if moved else _PER_400)
        case Pace(s, _, most):
            if s + n < 1:
                raise _far()
            return replace(target, s=s + n, most_s=None if most is None else most + n)
        case Split(s, most):
            low_s, high_s = _ends(s, most, _SPLIT_S, n, _LEAST_SPLIT_S)
            return replace(target, s=low_s, most_s=high_s)
        case Effort() | HeartRate() | Rpe():
            raise _far()
        case _:
            raise _none()


def _whole_ms(seconds: Fraction) -> int:
    return int(seconds * 1000)


def _far() -> Refused:
    return Refused(tr("that is as far as it goes"))


def _none() -> Refused:
    return Refused(tr("it has no figure of that kind"))


def _no_range() -> Refused:
    return Refused(tr("it is no range"))
