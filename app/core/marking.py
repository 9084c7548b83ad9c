"""Marking: where on a distance the marks and the audible light lie, and when each is due. Pure.

Where it stands: `planning` asks it once for each step; the plan then carries the answer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from app.core.errors import Fault, InputError, WorkoutError
from app.core.pace import Asked
from app.core.plan import LightMark, Mark
from app.core.profile import Course, Profile, ProfileKind, course_of, time_on
from app.core.setup import Light, Setup
from app.core.track import bell_mark, race_marks, start_marks
from app.core.units import MILE_M, Metres, to_millis

HALVED_FROM_M = Metres(300)
"""Marks that lie as far apart have a half between them. Indoors a lap is 200 m, and nobody times its half."""


@dataclass(frozen=True, slots=True)
class Marked:
    """The marks of a distance."""

    marks: tuple[Mark, ...]
    bell: int | None = None
    """1-based number of the mark where the last lap begins."""
    course: Course = ()
    light: tuple[LightMark, ...] = ()
    is_tied: bool = False

    def time_at(self, distance_m: Metres, asked: Asked) -> Fraction:
        """Return the planned seconds at a distance, exact."""
        return time_on(self.course, distance_m) if self.course else asked.s_per_m * distance_m


def marked(distance_m: Metres, asked: Asked | None, setup: Setup, *, is_race: bool, is_hard: bool) -> Marked:
    """Mark a distance.

    Args:
        distance_m: its length.
        asked: the pace asked of it; its marks have no time without one.
        setup: track, marks, profile and light.
        is_race: whether its marks are those of a race and its pace goes by the profile.
        is_hard: whether it is run for time; else its end is its only mark.

    Raises:
        WorkoutError: it would have too many marks.
    """
    if not is_hard:
        return Marked((Mark(distance_m, None if asked is None else to_millis(asked.s_per_m * distance_m)),))
    track = setup.track

    def places(apart: Metres) -> tuple[Metres, ...]:
        try:
            return race_marks(distance_m, apart, setup.convention) if is_race else start_marks(distance_m, apart)
        except InputError as error:
            raise WorkoutError([Fault(str(error))]) from error

    distances = places(track.lap_m if setup.mark_every_m is None else track.along(setup.mark_every_m))
    bell = bell_mark(distances, track.lap_m)
    if asked is None:
        return Marked(tuple(Mark(m, None) for m in distances), bell)
    if setup.is_blind:  # nothing tells a lap but its own press, nor which is the last
        bell = None
    whole_s = asked.s_per_m * distance_m
    course = _course(setup.profile, distance_m, whole_s, places(track.lap_m)) if is_race else ()

    def time_at(m: Metres) -> Fraction:
        return time_on(course, m) if course else asked.s_per_m * m

    light = () if setup.light is None else _light(setup, setup.light, places, time_at, asked, is_race=is_race)
    marks = tuple(Mark(m, None if setup.is_blind else to_millis(time_at(m))) for m in distances)
    made = Marked(marks, bell, course, light)
    is_tied = setup.halves and len(distances) > 1 and not setup.is_blind
    return _tied(made, setup, frozenset(places(track.lap_m)), time_at) if is_tied else made


def _tied(made: Marked, setup: Setup, lines: frozenset[Metres], time_at: Callable[[Metres], Fraction]) -> Marked:
    """Return the marks with the halves of whole laps among them, and with those within a lap told from its ends."""
    lap_m = setup.track.lap_m
    apart = lap_m if setup.mark_every_m is None else setup.track.along(setup.mark_every_m)
    marks = made.marks
    if (lap_m / apart).denominator == 1:
        marks = tuple(replace(mark, is_half=mark.distance_m not in lines) for mark in marks)
    if apart >= HALVED_FROM_M and (apart / lap_m).denominator == 1:
        halves = [Mark(m, to_millis(time_at(m)), is_half=True, is_quiet=True) for m in _halves(marks, apart)]
        marks = tuple(sorted((*marks, *halves), key=_distance))
    bell = None if made.bell is None else 1 + [m.distance_m for m in marks].index(made.marks[made.bell - 1].distance_m)
    if bell is not None and marks[bell - 1].is_half:
        bell = None  # half a lap early in an outer lane counted from the start: a bell rings at a line or not at all
    return replace(made, marks=marks, bell=bell, is_tied=True)


def _halves(marks: tuple[Mark, ...], apart: Metres) -> list[Metres]:
    """Return the places halfway between marks, but for those where a first or last piece is too short for it."""
    distances = [mark.distance_m for mark in marks]
    pieces = [(distances[0] - apart / 2, distances[0]), *((m + apart / 2, end) for m, end in pairwise(distances))]
    least_m = apart / 4
    return [m for m, end in pieces if least_m <= m <= end - least_m]


def _course(profile: Profile, distance_m: Metres, whole_s: Fraction, laps: tuple[Metres, ...]) -> Course:
    """Return the course of a race; percentages for another number of laps leave it even."""
    if profile.kind is ProfileKind.OWN and len(profile.percents) != len(laps):
        return ()
    return course_of(profile, distance_m, whole_s, laps)


def _light(
    setup: Setup,
    light: Light,
    places: Callable[[Metres], tuple[Metres, ...]],
    time_at: Callable[[Metres], Fraction],
    asked: Asked,
    *,
    is_race: bool,
) -> tuple[LightMark, ...]:
    until_m = light.until_m
    distances = [m for m in places(setup.track.along(light.every_m)) if until_m is None or m <= until_m]
    marks = [LightMark(m, to_millis(time_at(m))) for m in distances]
    if light.second_s is not None and is_race:
        share = light.second_s / (asked.s_per_m * MILE_M)
        marks += [LightMark(m, to_millis(time_at(m) * share), is_second=True) for m in distances]
    return tuple(sorted(marks, key=_planned))


def _distance(mark: Mark) -> Metres:
    return mark.distance_m


def _planned(mark: LightMark) -> tuple[int, bool]:
    return mark.planned_ms, mark.is_second
