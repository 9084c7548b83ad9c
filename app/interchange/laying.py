"""Laying out: a workout for an athlete as a tree of steps as they are run, each with its place in what was written.

Rules of the file: what is run, and in which order, is the plan's own answer: the segments of `compile_plan`, handed
back to the steps that they came from. No recovery is dropped here and no pace is figured.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from app.core.athlete import Athlete
from app.core.plan import Segment, Setup
from app.core.planning import compile_plan
from app.core.workout import Item, Repeat, Step, Workout

Place: TypeAlias = tuple[int, ...]
"""Of a step in a workout, as `sheet.Loss` counts it."""


@dataclass(frozen=True, slots=True)
class Run:
    """One occurrence of a step."""

    place: Place
    segment: Segment


@dataclass(frozen=True, slots=True)
class Rounds:
    """A repeat as it is run: one tuple for each round."""

    place: Place
    repeat: Repeat
    rounds: tuple[tuple[Run | Rounds, ...], ...]


Laid: TypeAlias = Run | Rounds


def lay_out(workout: Workout, athlete: Athlete, setup: Setup) -> tuple[Laid, ...]:
    """Return what is run, without lead-ins, in order.

    Raises:
        WorkoutError: as `compile_plan`.
    """
    own = tuple(_own(item) for item in workout.steps)
    plan = compile_plan(replace(workout, steps=own), athlete, Setup(track=setup.track, lead_in_ms=0))
    return _Layer(plan.segments).items(own, ())


def runs(laid: tuple[Laid, ...]) -> Iterator[Run]:
    """Yield the occurrences in order."""
    for item in laid:
        if isinstance(item, Run):
            yield item
        else:
            for round_ in item.rounds:
                yield from runs(round_)


def _own(item: Item) -> Item:
    """Copy an item, so that each step of it is a value of its own and a segment tells where it comes from."""
    if isinstance(item, Step):
        return replace(item)
    recovery = None if item.recovery is None else replace(item.recovery)
    return Repeat(item.reps, tuple(_own(inner) for inner in item.steps), recovery)


class _Layer:
    def __init__(self, segments: tuple[Segment, ...]) -> None:
        self._segments = segments
        self._next = 0

    def items(self, items: tuple[Item, ...], place: Place) -> tuple[Laid, ...]:
        laid: list[Laid] = []
        for index, item in enumerate(items):
            here = (*place, index)
            if isinstance(item, Step):
                laid += self._run(item, here)
                continue
            rounds = []
            for _ in range(item.reps.high):
                body = self.items(item.steps, here)
                if item.recovery is not None:
                    body += tuple(self._run(item.recovery, (*here, len(item.steps))))
                rounds.append(body)
            laid.append(Rounds(here, item, tuple(rounds)))
        return tuple(laid)

    def _run(self, step: Step, place: Place) -> list[Run]:
        """Take the next segment if it is this step's; a recovery that fell away has none."""
        if self._next < len(self._segments) and self._segments[self._next].step is step:
            self._next += 1
            return [Run(place, self._segments[self._next - 1])]
        return []
