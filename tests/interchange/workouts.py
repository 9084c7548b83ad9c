"""Drawn workouts, what real formats can say, and where two workouts differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from fractions import Fraction

from hypothesis import strategies as st

from app.core.athlete import Athlete
from app.core.errors import WorkoutError
from app.core.pace import asked_pace
from app.core.plan import Segment, Setup
from app.core.size import check_bounds
from app.core.workout import ByDistance, ByTime, Item, Length, Pace, Repeat, Split, Workout
from app.interchange.laying import Place, Run, lay_out, runs
from app.interchange.paces import speed_of, to_step
from app.interchange.sheet import Abilities, Loss, SheetItem, SheetRepeat, SheetStep
from tests.notation.test_identity import items

FINE = Abilities("a fine workout", has_reps=True, has_heart=True)
"""What a watch can say that can say most."""
TERSE = Abilities("a terse workout", time_ms=1000, distance_m=Fraction(1), has_notes=False, name_chars=15)
"""Whole seconds and metres, short names, no notes."""
FLAT = Abilities("a flat workout", 1000, Fraction(1), 0, has_press=False, speed_m_s=Fraction(1, 100), has_race=True)
"""No repeats and no lap button."""
ONE_DEEP = Abilities("a shallow workout", time_ms=1000, distance_m=Fraction(1, 1000), nesting=1, has_heart=True)
"""No sets of reps."""
MUTE = Abilities("a mute workout", has_notes=False, name_chars=0, speed_m_s=None)
"""Lengths alone."""
ALL = (FINE, TERSE, FLAT, ONE_DEEP, MUTE)

ATHLETES = (Athlete(), Athlete(Fraction(320)), Athlete(Fraction("301.5"), Fraction(310)))


def _is_bounded(steps: list[Item]) -> bool:
    """Say whether they stay within a day though an open step were eight minutes, as formats guess that know none."""
    try:
        _, ms, _ = check_bounds(steps)
    except WorkoutError:
        return False
    return ms < 8 * 3_600_000 and sum(map(_size, steps)) <= 100


def _size(item: Item) -> int:
    return item.reps.high * (1 + sum(map(_size, item.steps))) if isinstance(item, Repeat) else 1


workouts = st.lists(items, min_size=1, max_size=4).filter(_is_bounded).map(lambda steps: Workout("drawn", tuple(steps)))
athletes = st.sampled_from(ATHLETES)


def flat(given: Sequence[SheetItem]) -> Iterator[SheetStep]:
    """Yield the steps of a sheet as they are run."""
    for item in given:
        if isinstance(item, SheetRepeat):
            for _ in range(item.n):
                yield from flat(item.items)
        else:
            yield item


def differences(
    one: Workout, other: Workout, athlete: Athlete, can: Abilities, read_by: Athlete | None = None
) -> set[Place]:
    """Return the places of the first workout that are run or told in another way in the second.

    Two figures are alike that a format writes as the same figure; in which unit they are written is handwriting.
    """
    was = [run for run in runs(lay_out(one, athlete, Setup())) if not is_nothing(run.segment)]
    nothing = {run.place for run in runs(lay_out(one, athlete, Setup())) if is_nothing(run.segment)}
    now = list(runs(lay_out(other, read_by or athlete, Setup())))
    said = [_said(run, athlete, can) for run in was], [_said(run, read_by or athlete, can) for run in now]
    if len(was) == len(now):
        return nothing | {run.place for run, a, b in zip(was, *said, strict=True) if a != b}
    places: set[Place] = set()
    for tag, start, end, _, _ in SequenceMatcher(None, *said, autojunk=False).get_opcodes():
        if tag != "equal":
            places |= {run.place for run in was[start : max(end, start + 1)]} or {()}
    return nothing | places


def is_nothing(segment: Segment) -> bool:
    """Whether a recovery lasts no time at all: a send-off that is shorter than its rep."""
    return segment.distance_m is None and segment.expected_ms == 0


def _said(run: Run, athlete: Athlete, can: Abilities) -> tuple[object, ...]:
    segment, step = run.segment, run.segment.step
    target: object = step.target
    if isinstance(step.target, Pace | Split):
        asked = asked_pace(step.target, segment.distance_m, athlete.goal_s, athlete.best_s)
        step_m_s = can.speed_m_s or Fraction(1, 1000)
        target = asked and (speed_of(asked, step_m_s), asked.or_faster)
    return (segment.intensity, _long(step.length, can), step.activity, step.name, step.race, target)


def _long(length: Length, can: Abilities) -> object:
    if isinstance(length, ByTime):
        return ("s", to_step(Fraction(length.ms), Fraction(can.time_ms)), length.most_ms)
    if isinstance(length, ByDistance):
        return ("m", to_step(length.metres(Fraction(400)), can.distance_m), length.most)
    return length


def uncovered(places: set[Place], losses: Sequence[Loss]) -> set[Place]:
    """Return the places that no loss names, neither there nor around; the workout's name is no step's."""
    named = {loss.place for loss in losses if not loss.what.startswith("the name is ")}
    return {place for place in places if not any(place[:n] in named for n in range(len(place) + 1))}


def without_activities(given: Sequence[SheetItem]) -> tuple[SheetItem, ...]:
    """Return a sheet's items as a format reads them that has no word for what the body does."""
    return tuple(
        SheetRepeat(item.n, without_activities(item.items))
        if isinstance(item, SheetRepeat)
        else SheetStep(item.ends, item.intensity, item.asks, item.name, item.note)
        for item in given
    )
