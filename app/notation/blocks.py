"""Counted bodies: which recovery stands between the reps, and which between the sets; pure functions of a part."""

from __future__ import annotations

from app.core.workout import Activity, Count, Intensity, Item, Repeat, Step, Target
from app.notation.cursor import NotRead
from app.notation.part import Part
from app.notation.sharing import is_of, is_soft, with_recovery, with_target
from app.notation.targets import is_easy_word

ONCE = Count(1, 1)


def block_of(part: Part, body: tuple[Item, ...]) -> Repeat:
    """Count a body: the innermost count takes the recovery, unless it is said to stand between sets."""
    counts = part.counts or [ONCE]
    inner = body
    rest: Step | None = None
    last = inner[-1]
    if len(inner) > 1 and isinstance(last, Step) and is_soft(last):
        inner, rest = inner[:-1], last
    recovery, outer = part.recovery, part.set_recovery
    if part.between.isdigit() and not any(is_of(item, int(part.between)) for item in inner):
        raise NotRead  # `400s, with a minute between 300s`
    if rest is not None and recovery is not None and not (part.between == "sets" and len(counts) > 1):
        inner, rest = body, None
    is_body = part.body is not None or bool(part.ladder)
    if part.target is not None and part.body is not None:
        asked = tuple(with_target(item, part.target) for item in inner)
        if asked == inner:
            raise NotRead  # all of it has a target already
        inner = asked
    if recovery is not None and (part.between == "reps" or part.between.isdigit()) and is_body:
        given = tuple(with_recovery(item, recovery) for item in inner)
        if given == inner:
            raise NotRead  # all of it has a recovery already
        inner, recovery = given, None
    if outer is not None:
        if len(counts) == 1 and not is_body:
            raise NotRead  # a recovery between sets, and no sets
        if is_body and len(counts) == 1:
            recovery = outer
    if rest is None and recovery is None and len(inner) > 1 and isinstance(last, Step) and is_soft(last):
        inner, rest = inner[:-1], last
    between_sets = part.between == "sets"
    block = Repeat(counts[-1], inner, rest or (recovery if len(counts) == 1 or not between_sets else None))
    for count in reversed(counts[:-1]):
        block = Repeat(count, (block,), recovery if between_sets else outer)
    return block


def ladder_of(part: Part, target: Target | None) -> tuple[Item, ...]:
    """Return the rungs of a ladder, each with the recovery that the piece gives."""
    if part.set_recovery is not None and not part.counts:
        raise NotRead  # a recovery between sets, and no sets
    activity = part.activity or Activity.RUN
    recovery = None if part.between == "sets" or part.counts else part.recovery
    if part.counts and part.recovery is not None and part.between != "sets":
        recovery, part.recovery = part.recovery, None
    if activity is Activity.RUN and is_easy_word(target) and recovery is None:
        activity = Activity.EASY  # as each rung would be, written alone
    steps = [Step(length, Intensity.WORK, activity, target) for length in part.ladder]
    return tuple(Repeat(ONCE, (step,), recovery) if recovery is not None else step for step in steps)
