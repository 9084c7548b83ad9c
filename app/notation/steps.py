"""From a part to its step: how long, how hard, and what it asks."""

from __future__ import annotations

from fractions import Fraction

from app.core.tongue import tr
from app.core.workout import (
    Activity,
    ByDistance,
    ByReps,
    ByTime,
    Feel,
    Intensity,
    Length,
    Open,
    Race,
    RacePace,
    Step,
    Target,
    Unit,
)
from app.notation import words
from app.notation.cursor import Doubt, NotRead
from app.notation.part import Part
from app.notation.targets import is_easy_word, timed_target
from app.notation.vocabulary import Kind

_MOST_MIN = 60
_SUSTAINED = ("tempo", "threshold", "T", "lt", "cv", "steady", "moderate")
_LEAST_M = 20
"""A bare figure below is no distance anybody runs."""


def step_of(part: Part) -> Step:
    """Return the work of a part.

    Raises:
        NotRead: it has none, or two lengths.
    """
    length = _length_of(part)
    activity = part.activity or Activity.RUN
    if length is None and activity in (Activity.RUN, Activity.EASY) and not part.name:
        raise NotRead
    target = target_of(part, length)
    if activity is Activity.RUN and is_easy_word(target) and not part.counts:
        activity = Activity.EASY
    return Step(length or Open(), Intensity.WORK, activity, target, part.name, race=part.race)


def phase_of(part: Part) -> Step:
    """Return the warm-up or cool-down of a part.

    Raises:
        NotRead: it is counted, or has two lengths.
    """
    if part.counts or len(part.lengths) > 1 or (part.recovery is not None and part.lengths):
        raise NotRead
    assert part.phase is not None
    joined = None if part.recovery is None else part.recovery.length  # `warm up with 2 miles of jogging`
    if joined is not None and not isinstance(joined, ByTime | ByDistance):
        raise NotRead
    length = joined or _length_of(part)
    activity = part.activity or Activity.RUN
    return Step(length or Open(), part.phase, activity, target_of(part, length), part.name)


def target_of(part: Part, length: Length | None) -> Target | None:
    """Return what a part asks of a step of this length.

    Raises:
        NotRead: a split is asked of a time.
    """
    if part.timed is None:
        return part.target
    if part.timed.is_split and isinstance(length, ByTime):
        raise NotRead  # `5 min in 80`: in what?
    target, doubt, instead = timed_target(part.timed, length)
    if doubt:
        part.doubts.append(Doubt(doubt, part.timed.start, part.timed.end, instead))
    return target


def _length_of(part: Part) -> Length | None:
    if not part.lengths:
        return None
    if len(part.lengths) > 1:
        raise NotRead
    length = part.lengths[0]
    if not isinstance(length, ByReps) or _counts_movements(part):
        return length
    if not part.counts and part.target is None and part.activity is None:
        raise NotRead  # a figure alone
    if part.counts and _is_pair_of_seconds(part):
        return ByTime(length.n * 1000, None if length.most is None else length.most * 1000)
    if part.counts and length.n <= _MOST_MIN and _is_sustained(part.target):
        part.doubt(tr("took {n} as minutes").format(n=length.n), f"{length.n} metres", part.figures[0])
        return ByTime(length.n * 60_000, None if length.most is None else length.most * 60_000)
    if length.n < _LEAST_M and part.activity not in (Activity.SPRINT, Activity.HILL, Activity.STRIDES):
        raise NotRead
    figure = part.figures[0]
    part.doubt(tr("took {n} as metres").format(n=length.n), f"{figure.text.replace(' ', '')}s", figure)
    return words.distance(Fraction(length.n), Unit.M, None if length.most is None else Fraction(length.most))


def _is_sustained(target: Target | None) -> bool:
    """Say whether a target is one that is held for minutes: `2 x 20 @ MP`."""
    if isinstance(target, RacePace):
        return target.race in (Race.HALF, Race.MARATHON, Race.K10, Race.TEN_MILE)
    return isinstance(target, Feel) and target.word in _SUSTAINED and len(target.word) > 1


def _counts_movements(part: Part) -> bool:
    if part.activity in (Activity.STRENGTH, Activity.DRILL) or part.name:
        return True
    return any(Kind.REPS in token.kinds for token in part.piece.tokens)


def _is_pair_of_seconds(part: Part) -> bool:
    """Say whether the length is the first of `10 x 30/30`."""
    tokens = part.piece.tokens
    pairs = zip(tokens, tokens[1:], tokens[2:], strict=False)
    return any(one.text.isdigit() and join.text in ("/", "-") and two.text.isdigit() for one, join, two in pairs)


def is_second_pace(part: Part, last: Part) -> bool:
    """Say whether a length alone may be one more pace of a list of paces: `@ 5k, 3k`."""
    only = part.lengths[0] if len(part.lengths) == 1 and len(part.piece.tokens) == 1 else None
    long = isinstance(only, ByDistance) and only.unit in (Unit.KM, Unit.MI)
    return long and isinstance(last.target, RacePace)
