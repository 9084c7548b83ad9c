"""Rabbits: where on a distance somebody is at each moment, target pace, other goals and the athlete alike. Pure.

Rules of the file: everyone who runs is a `Way`, a few points with straight lines between them, in floats: it is figured
once a segment or once a split, and read at each frame. Where a place has to be exact, `place_at` is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from app.core.athlete import Athlete
from app.core.pace import RACE_M, asked_pace
from app.core.plan import Plan, Segment
from app.core.planning import LONGEST_LONE_RACE_M
from app.core.session import Split
from app.core.units import Metres, Millis
from app.core.workout import Activity, Intensity, Race, RacePace

OVERRUN_M = Fraction(10)
"""How far past a line the athlete's place goes before the press: some 2 s of running, as late as an honest press is.
Ours."""


@dataclass(frozen=True, slots=True)
class Way:
    """How far somebody is at each moment: points in order, straight between them, still before and after."""

    ms: tuple[float, ...]
    """Since the segment began."""
    metres: tuple[float, ...]
    """From its start."""

    def at(self, ms: float) -> float:
        """Return how far they are.

        >>> way_of([(Fraction(0), Fraction(0)), (Fraction(60), Fraction(400))]).at(30_000)
        200.0
        """
        number = bisect_right(self.ms, ms)
        if number == 0:
            return self.metres[0]
        if number == len(self.ms):
            return self.metres[-1]
        begun, done = self.ms[number - 1], self.metres[number - 1]
        share = (ms - begun) / (self.ms[number] - begun)
        return done + share * (self.metres[number] - done)


def way_of(points: Iterable[tuple[Fraction, Metres]]) -> Way:
    """Return the way through points: seconds since the segment began, and metres from its start."""
    pairs = [(float(1000 * s), float(m)) for s, m in points]
    return Way(tuple(ms for ms, _ in pairs), tuple(m for _, m in pairs))


def is_race(plan: Plan, segment: Segment) -> bool:
    """Whether a segment is run as a race, which ends at the finish line; a rep begins there.

    The only work of a plan is one if its distance is raced, said or not, as its marks are.
    """
    if segment.step.race:
        return True
    hard = [each for each in plan.segments if each.intensity is Intensity.WORK and each.activity is not Activity.EASY]
    distance_m = segment.distance_m
    if hard != [segment] or distance_m is None:
        return False
    return distance_m in RACE_M.values() and distance_m <= LONGEST_LONE_RACE_M


def start_on_lap(plan: Plan, segment: Segment) -> Metres:
    """Return how far after the finish line a segment starts: of a mile on 400 m it is 390.656, 9.344 m before it."""
    if segment.distance_m is None or not is_race(plan, segment):
        return Fraction(0)
    return -segment.distance_m % plan.setup.track.lap_m


def place_at(segment: Segment, seconds: Fraction) -> Metres | None:
    """Return how far the pace asked is after a time, exact: the inverse of `Segment.time_at`, up to the end.

    Args:
        segment: work by distance.
        seconds: since it began.

    Returns:
        Metres from its start, not past its end; None where no pace or no distance is asked.
    """
    knots = _knots(segment)
    if knots is None:
        return None
    for (begun, from_m), (end, to_m) in pairwise(knots):
        if seconds < end:
            return from_m + (to_m - from_m) * max(Fraction(0), seconds - begun) / (end - begun)
    return knots[-1][1]


def target_way(segment: Segment) -> Way | None:
    """Return how the pace asked goes, on a belt too, whose speed only comes near it; None where none is asked."""
    knots = _knots(segment)
    if knots is None or segment.dial is None or segment.pace_s_per_m is None:
        return None if knots is None else way_of(knots)
    share = segment.dial.asked_s_per_m / segment.pace_s_per_m
    return way_of((s * share, m) for s, m in knots)


def belt_way(segment: Segment) -> Way | None:
    """Return where the athlete is on a belt, which is known: at the pace that the dialled speed gives."""
    knots = _knots(segment)
    return None if knots is None or segment.dial is None else way_of(knots)


def goal_way(segment: Segment, athlete: Athlete, goal_s: Fraction) -> Way | None:
    """Return how another goal goes, brought to the same pace profile.

    It is what the step would ask of an athlete with that goal: of a mile the goal itself, of another race the time of
    equal merit, of a rep at mile pace the pace of that mile.

    Args:
        segment: what is run.
        athlete: whose own goal it is beside.
        goal_s: the other goal mile, in seconds.

    Returns:
        None where it would say nothing: without a pace that comes from the goal mile, and for the athlete's own goal.
    """
    knots = _knots(segment)
    target = segment.step.target or RacePace(Race.GOAL)  # a race that asks nothing is run for the goal
    if knots is None or not isinstance(target, RacePace) or target.race not in (Race.GOAL, Race.MILE):
        return None
    if target.to is not None or goal_s == athlete.mile_s:
        return None
    other = asked_pace(target, segment.distance_m, goal_s, None)
    if other is None or segment.pace_s_per_m is None:
        return None
    share = other.s_per_m / segment.pace_s_per_m
    return way_of((s * share, m) for s, m in knots)


def athlete_way(segment: Segment, splits: Sequence[Split]) -> Way | None:
    """Return where the athlete is thought to be, as far as the splits tell.

    The rule: before the first split they run at the pace asked. From a split on they are at its mark, and go on at
    their own pace so far, brought to the pace profile where there is one. Past the next line they go no further than
    `OVERRUN_M` before it is pressed, and never past the end; a half, where nobody has to press, holds nobody up.

    Args:
        segment: what is run.
        splits: of it, so far.

    Returns:
        None where nothing is known: no distance, or neither a pace nor a split; and where no mark is set before the
        end, since then it would be the pace asked and no estimate at all.
    """
    if segment.intensity is not Intensity.WORK or segment.distance_m is None:
        return None
    known = [(Fraction(split.elapsed_ms, 1000), split.mark.distance_m) for split in splits if split.mark is not None]
    if not known and all(mark.is_quiet for mark in segment.marks[:-1]):
        return None
    if not known:
        knots = _knots(segment)
        return None if knots is None else way_of(_until(knots, _next_line(segment, Fraction(0))))
    split_s, at_m = known[-1]
    if split_s <= 0:
        return None
    knots = _knots(segment) or ((Fraction(0), Fraction(0)), (split_s * segment.distance_m / at_m, segment.distance_m))
    due = _seconds(knots, at_m)
    share = split_s / due
    ahead = ((split_s, at_m), *((split_s + (s - due) * share, m) for s, m in knots if m > at_m))
    return way_of(_until(ahead, _next_line(segment, at_m)))


def estimated_place(segment: Segment, splits: Sequence[Split], elapsed_ms: Millis) -> float | None:
    """Return how far the athlete is thought to be, in metres; see `athlete_way` for the rule."""
    way = athlete_way(segment, splits)
    return None if way is None else way.at(elapsed_ms)


_Knots = tuple[tuple[Fraction, Metres], ...]


def _knots(segment: Segment) -> _Knots | None:
    """Return seconds and metres where the pace asked changes, the start first and the finish last."""
    if segment.intensity is not Intensity.WORK or segment.distance_m is None or segment.pace_s_per_m is None:
        return None
    course = segment.course or ((segment.distance_m, segment.pace_s_per_m * segment.distance_m),)
    return ((Fraction(0), Fraction(0)), *((s, m) for m, s in course))


def _seconds(knots: _Knots, metres: Metres) -> Fraction:
    for (begun, from_m), (end, to_m) in pairwise(knots):
        if metres <= to_m:
            return begun + (end - begun) * (metres - from_m) / (to_m - from_m)
    return knots[-1][0]


def _next_line(segment: Segment, metres: Metres) -> Metres:
    """Return how far the athlete may be thought to have come before the next press."""
    assert segment.distance_m is not None
    ahead = (mark.distance_m for mark in segment.marks if mark.distance_m > metres and not mark.is_half)
    line = next(ahead, segment.distance_m)
    return min(segment.distance_m, line + OVERRUN_M)


def _until(knots: _Knots, most_m: Metres) -> list[tuple[Fraction, Metres]]:
    """Return the points up to a distance, which is the last of them."""
    kept = [(s, m) for s, m in knots if m < most_m]
    return [*kept, (_seconds(knots, most_m), most_m)]
