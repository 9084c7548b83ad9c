"""Ghosts: how past sessions ran the same distance, or the same rep of the same workout. Pure.

Rules of the file: only a run from its start to its end leaves a ghost; between its splits it is run evenly, since more
is not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise

from app.core.events import Cause
from app.core.plan import Plan, Segment
from app.core.rabbit import Way, way_of
from app.core.session import Record, Session
from app.core.units import Metres, Millis, to_millis
from app.core.workout import Intensity


@dataclass(frozen=True, slots=True)
class Ghost:
    """A past run of a distance."""

    time_ms: Millis
    way: Way


@dataclass(frozen=True, slots=True)
class Pair:
    """The best and the last run; one and the same where the last was the best."""

    best: Ghost
    last: Ghost


@dataclass(slots=True)
class Ghosts:
    """What past sessions leave for the segments of a plan; they are told newest first."""

    pairs: dict[int, Pair] = field(default_factory=dict)
    """By the index of a segment of the plan."""

    def add(self, found: Mapping[int, Ghost]) -> None:
        """Take in what an older session left."""
        for index, ghost in found.items():
            pair = self.pairs.get(index)
            if pair is None:
                self.pairs[index] = Pair(ghost, ghost)
            elif ghost.time_ms < pair.best.time_ms:
                self.pairs[index] = Pair(ghost, pair.last)


def ghosts_in(plan: Plan, past: Session) -> dict[int, Ghost]:
    """Return what a past session leaves for the segments of a plan, by their index.

    A race is beside the fastest run of its distance, whatever the workout was. A rep is beside the same rep, counted
    among the work, of the same workout. A belt that goes by itself is only raced on a belt, and of what a watch kept
    only what was lapped at the lines of a track.
    """
    if past.plan.setup.belt is not None and plan.setup.belt is None:
        return {}
    if past.plan.origin is not None and not past.plan.origin.can_be_raced:
        return {}
    runs = {id(record.segment): ghost for record in past.standing if (ghost := _ghost(record)) is not None}
    if not runs:
        return {}
    fastest: dict[Metres, Ghost] = {}
    for record in past.standing:
        ghost, distance_m = runs.get(id(record.segment)), record.segment.distance_m
        if ghost is None or distance_m is None:
            continue
        if distance_m not in fastest or ghost.time_ms < fastest[distance_m].time_ms:
            fastest[distance_m] = ghost
    is_same = past.plan.workout.steps == plan.workout.steps
    theirs = _work(past.plan) if is_same else []
    found: dict[int, Ghost] = {}
    lone = len(_work(plan)) == 1
    for number, segment in enumerate(_work(plan)):
        if segment.distance_m is None:
            continue
        ghost = None
        if segment.step.race or lone:
            ghost = fastest.get(segment.distance_m)
        elif number < len(theirs) and theirs[number].distance_m == segment.distance_m:
            ghost = runs.get(id(theirs[number]))
        if ghost is not None:
            found[segment.index] = ghost
    return found


def _work(plan: Plan) -> list[Segment]:
    return [segment for segment in plan.segments if segment.intensity is Intensity.WORK]


def _ghost(record: Record) -> Ghost | None:
    """Return the ghost of a run; None if it was not run from its start to its end."""
    segment = record.segment
    if segment.intensity is not Intensity.WORK or segment.distance_m is None:
        return None
    at_marks = ((Fraction(split.elapsed_ms, 1000), split.mark.distance_m) for split in record.splits if split.mark)
    points = [(Fraction(0), Fraction(0)), *at_marks]
    if segment.dial is not None and record.cause is Cause.ELAPSED and record.elapsed_ms:
        points.append((Fraction(record.elapsed_ms, 1000), segment.distance_m))
    if points[-1][1] != segment.distance_m or any(before[0] >= after[0] for before, after in pairwise(points)):
        return None
    return Ghost(to_millis(points[-1][0]), way_of(points))
