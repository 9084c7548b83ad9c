"""How far a target or a recovery reaches into an item, and what an item can take; pure functions of items."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from app.core.workout import (
    Activity,
    ByDistance,
    ByTime,
    Count,
    Intensity,
    Item,
    Length,
    Repeat,
    Split,
    Step,
    Target,
    Unit,
)
from app.notation.targets import is_easy_word

_ONCE = Count(1, 1)
_UNSHARED = (Activity.STRIDES, Activity.DRILL, Activity.STRENGTH, Activity.EASY, Activity.SPRINT)
_LONG_MS = 300_000
_LONG_M, _LONG_JOG_M = 2000, 1000
"""A run this long, with no pace, beside what is counted, is there to warm up or to cool down: coaches' reps of five
minutes and 2 km are counted, or have a pace."""


def is_long_run(item: Item) -> bool:
    """Say whether an item is a long run of which nothing is said but its length."""
    if not isinstance(item, Step) or item != Step(item.length):
        return False
    match item.length:
        case ByTime(ms, _):
            return ms >= _LONG_MS
        case ByDistance(_, unit, _) as length:
            return unit in (Unit.KM, Unit.MI) and length.metres(Fraction(400)) >= _LONG_M
        case _:
            return False


def alone(soft: Step, *, is_gentle: bool) -> Step:
    """Return a recovery that stands alone; a long easy jog with no work beside it is a run of its own."""
    length = soft.length
    long = isinstance(length, ByTime) and length.ms >= _LONG_MS
    if isinstance(length, ByDistance):
        long = length.metres(Fraction(400)) > _LONG_JOG_M
    if is_gentle and soft.activity is Activity.JOG and long:
        return Step(length, activity=Activity.EASY)
    return soft


def is_soft(step: Step) -> bool:
    """Say whether a step is a recovery."""
    return step.intensity in (Intensity.RECOVERY, Intensity.REST)


def is_of(item: Item, metres: int) -> bool:
    """Say whether all that is run in it is reps of so many metres."""
    if isinstance(item, Repeat):
        return all(is_of(inner, metres) for inner in item.steps)
    length = item.length
    return isinstance(length, ByDistance) and metres in (length.metres(Fraction(400)), length.amount)


def is_set(item: Repeat) -> bool:
    """Say whether a block holds more than reps of one thing."""
    return any(isinstance(inner, Repeat) for inner in item.steps) or len(item.steps) > 1


def takes_recovery(step: Item) -> bool:
    """Say whether an item is work that is recovered from."""
    return isinstance(step, Step) and step.intensity is Intensity.WORK and step.activity is not Activity.EASY


def is_rung(item: Item) -> bool:
    """Say whether what the last of a list says may hold for this one too."""
    step = item.steps[0] if isinstance(item, Repeat) and len(item.steps) == 1 else item
    return isinstance(step, Step) and takes_recovery(step) and step.activity not in _UNSHARED


def says(item: Item) -> tuple[Target | None, Step | None]:
    """Return the target and the recovery that a block gives to those before it."""
    if not is_rung(item):
        return None, None
    step = item.steps[0] if isinstance(item, Repeat) else item
    assert isinstance(step, Step)
    return step.target, item.recovery if isinstance(item, Repeat) else None


def with_target(item: Item, target: Target, *, is_counted: bool = False) -> Item:
    """Give a target to all work that has none; a split only to distances.

    Args:
        item: work, alone or counted.
        target: what it is to ask.
        is_counted: it is the only thing that a count counts; a run that is not counted may be made an easy one.
    """
    if isinstance(item, Repeat):
        sole = len(item.steps) == 1
        steps = tuple(with_target(inner, target, is_counted=sole) for inner in item.steps)
        return replace(item, steps=steps) if steps != item.steps else item
    plain = takes_recovery(item) and item.target is None and not item.race and item.activity not in _UNSHARED
    if not plain or (isinstance(target, Split) and not isinstance(item.length, ByDistance)):
        return item
    easy = is_easy_word(target) and not is_counted and item.activity is Activity.RUN
    return replace(item, target=target, activity=Activity.EASY if easy else item.activity)


def with_recovery(item: Item, recovery: Step) -> Item:
    """Give a recovery to the innermost repeats that have none."""
    if not isinstance(item, Repeat):
        return Repeat(_ONCE, (item,), recovery) if takes_recovery(item) else item
    if is_set(item):
        soft_inside = any(isinstance(inner, Step) and is_soft(inner) for inner in item.steps)
        if soft_inside:
            return item if item.recovery is not None else replace(item, recovery=recovery)
        steps = tuple(with_recovery(inner, recovery) for inner in item.steps)
        return replace(item, steps=steps) if steps != item.steps else item
    return item if item.recovery is not None else replace(item, recovery=recovery)


def is_fast(step: Step) -> bool:
    """Say whether a step is work at a pace or effort that was said."""
    return takes_recovery(step) and (step.target is not None or step.activity in (Activity.SPRINT, Activity.HILL))


def is_brief_after(length: Length, rep: Length) -> bool:
    """Say whether an easy length can stand between reps of another: no longer than two of them."""
    match length, rep:
        case ByTime(ms, _), ByTime(rep_ms, _):
            return ms <= 2 * rep_ms
        case ByDistance(), ByDistance():
            return length.metres(Fraction(400)) <= 2 * rep.metres(Fraction(400))
        case _:
            return False
