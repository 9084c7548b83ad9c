"""Timed races to choose from: their distances, their goals, and the workout that is made of one. Pure; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from app.core.pace import equivalent_time
from app.core.tongue import tr
from app.core.units import MILE_M, Metres, format_metres, round_half_up
from app.core.workout import ByDistance, Purpose, Split, Step, Unit, Workout

RACES: tuple[Metres, ...] = (
    MILE_M, Fraction(1600), Fraction(1500), Fraction(800), Fraction(3000), Fraction(3200), 2 * MILE_M, Fraction(5000),
)  # fmt: skip
"""A miler's races, the mile first."""


@dataclass(frozen=True, slots=True)
class Goal:
    """What is asked of a race."""

    seconds: Fraction | None
    """None where nothing is known."""
    is_proposed: bool = False
    """Of equal merit with the goal mile, and nobody's own."""


def race_words(distance_m: Metres) -> str:
    """Write the name of a race: `mile`, `2 miles`, `1500 m`."""
    if distance_m == MILE_M:
        return tr("mile")
    if distance_m == 2 * MILE_M:
        return tr("2 miles")
    return tr("{metres} m").format(metres=format_metres(distance_m))


def proposed(distance_m: Metres, goal_mile_s: Fraction | None) -> Fraction | None:
    """Return a time of equal merit with a goal mile, rounded once to 0.1 s; None where the formula does not hold."""
    found = None if goal_mile_s is None else equivalent_time(goal_mile_s, MILE_M, distance_m)
    return None if found is None else Fraction(round_half_up(found, 1))


def goal_for(distance_m: Metres, goal_mile_s: Fraction | None, typed_s: Fraction | None) -> Goal:
    """Return the goal of a race: the athlete's own for the mile, else what was typed, else a proposal."""
    if distance_m == MILE_M:
        return Goal(goal_mile_s)
    if typed_s is not None:
        return Goal(typed_s)
    found = proposed(distance_m, goal_mile_s)
    return Goal(found, is_proposed=found is not None)


def race_workout(distance_m: Metres, seconds: Fraction | None) -> Workout:
    """Return the workout that is one race and nothing else."""
    miles = distance_m / MILE_M
    length = ByDistance(miles, Unit.MI) if miles.denominator == 1 else ByDistance(distance_m)
    step = Step(length, target=None if seconds is None else Split(seconds), race=True)
    name = tr("Timed {race}").format(race=race_words(distance_m))
    return Workout(name, (step,), Purpose.TIME_TRIAL)
