"""Practice: laps run blind at a pace, as a workout and a setup. Pure.

Rules of the file: a practice is a workout and a setup like any other, and nothing else of it is stored: what was run is
read back from the plan. What it scored is in `app.core.practised`, what is run next in `app.core.ladder`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from app.core.athlete import Athlete
from app.core.bounds import PRACTICE_LAPS, PRACTICE_S_PER_400
from app.core.errors import InputError
from app.core.plan import Plan, Setup
from app.core.planning import compile_plan
from app.core.profile import EVEN
from app.core.setup import Light, RaceStart
from app.core.tongue import tr
from app.core.track import OUTDOOR, Track
from app.core.units import Metres, format_lap, format_metres, format_time
from app.core.workout import (
    Activity,
    ByDistance,
    Count,
    Intensity,
    Item,
    Open,
    Pace,
    Purpose,
    Repeat,
    Step,
    Unit,
    Workout,
)

WORKOUT_ID = "@practice"
"""Under what practices are kept; no workout file has such a name."""


class Tones(Enum):
    """How far the light goes with the athlete before it is silent; each gives less help than the one before."""

    QUARTERS = "quarters of lap one"
    HALVES = "halves of lap one"
    LINE = "the first line"
    START = "the first quarter"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Practice:
    """What is practised: even laps at a pace, with the clock hidden."""

    n_laps: int
    """At least and at most `app.core.bounds.PRACTICE_LAPS`."""
    lap_s: Fraction
    """For one lap of the track."""
    tones: Tones = Tones.QUARTERS
    with_rest: bool = False
    """Whether each lap is a rep of its own, guessed in the open rest that follows; else all are one run."""
    lap_m: Metres = OUTDOOR.lap_m
    """One lap, as it is run in its lane."""

    @property
    def per_400_s(self) -> Fraction:
        """The pace, in seconds for 400 m."""
        return self.lap_s * 400 / self.lap_m

    @property
    def whole_s(self) -> Fraction:
        """Time for all the laps."""
        return self.lap_s * self.n_laps

    def tone_every_m(self, track: Track) -> Metres:
        """Return how far the tones lie apart, measured in lane 1 as `Light.every_m` is."""
        parts = {Tones.QUARTERS: 4, Tones.START: 4, Tones.HALVES: 2}
        return track.inner_m / parts.get(self.tones, 1)

    def tone_until_m(self, track: Track) -> Metres:
        """Return how far they go with the athlete, from the start; 0 for no tone."""
        reach = {Tones.START: Fraction(1, 4), Tones.NONE: Fraction(0)}
        return track.lap_m * reach.get(self.tones, Fraction(1))


def check_practice(practice: Practice) -> None:
    """Check that a practice can be run.

    Raises:
        InputError: too few laps or too many, or a pace that nobody runs.
    """
    least, most = PRACTICE_LAPS
    if not least <= practice.n_laps <= most:
        raise InputError(tr("a practice has {least} to {most} laps").format(least=least, most=most))
    fastest, slowest = PRACTICE_S_PER_400
    if not fastest <= practice.per_400_s <= slowest:
        words = tr("a lap is practised in {fastest} to {slowest}; write it as 1:19.5 or 79.5")
        scale = practice.lap_m / 400
        ends = {"fastest": format_time(fastest * scale, 0), "slowest": format_time(slowest * scale, 0)}
        raise InputError(words.format(**ends))


def practice_workout(practice: Practice) -> Workout:
    """Write a practice as a workout.

    Raises:
        InputError: as `check_practice`.
    """
    check_practice(practice)
    target = Pace(practice.per_400_s, ByDistance(Fraction(400)))
    steps: tuple[Item, ...]
    if practice.with_rest:
        lap = Step(ByDistance(Fraction(1), Unit.LAP), target=target)
        rest = Step(Open(), Intensity.REST, Activity.STAND)
        steps = (Repeat(Count(practice.n_laps, practice.n_laps), (lap,), rest),)
    else:
        steps = (Step(ByDistance(Fraction(practice.n_laps), Unit.LAP), target=target, race=True),)
    name = tr("Practice: {laps} laps at {time}").format(laps=practice.n_laps, time=format_lap(practice.lap_s))
    return Workout(name, steps, Purpose.TIME_TRIAL)


def practice_setup(practice: Practice, setup: Setup) -> Setup:
    """Return a setup as it is for practice: blind, even, a mark at each line, and the light as far as it goes."""
    track = setup.track
    return replace(
        setup,
        mark_every_m=None,
        belt=None,
        profile=EVEN,
        light=Light(practice.tone_every_m(track), until_m=practice.tone_until_m(track)),
        rabbits=(),
        start=RaceStart.COUNT,
        halves=False,
        is_blind=True,
        incline_pct=Fraction(0),
    )


def practice_plan(practice: Practice, athlete: Athlete, setup: Setup) -> Plan:
    """Compile a practice for an athlete on the track that is set up.

    Raises:
        InputError: as `check_practice`.
    """
    return compile_plan(practice_workout(practice), athlete, practice_setup(practice, setup))


def practice_of(plan: Plan) -> Practice | None:
    """Return what a plan practises; None for any other session.

    >>> practice = Practice(3, Fraction(80), Tones.LINE)
    >>> practice_of(practice_plan(practice, Athlete(), Setup())) == practice
    True
    """
    work = [segment for segment in plan.segments if segment.intensity is Intensity.WORK and segment.marks]
    light, track = plan.setup.light, plan.setup.track
    if not plan.setup.is_blind or not work or light is None or work[0].pace_s_per_m is None:
        return None
    n_laps = sum(len(segment.marks) for segment in work)
    lap_s = work[0].pace_s_per_m * track.lap_m
    for tones in Tones:
        practice = Practice(n_laps, lap_s, tones, len(work) > 1, track.lap_m)
        if (light.every_m, light.until_m) == (practice.tone_every_m(track), practice.tone_until_m(track)):
            return practice
    return None


# In words --------------------------------------------------------------------------------------------------------


def tones_words(practice: Practice) -> str:
    """Write how far the tones go: `a tone every 100 m of lap one, then none`."""
    every = {Tones.QUARTERS: practice.lap_m / 4, Tones.START: practice.lap_m / 4, Tones.HALVES: practice.lap_m / 2}
    metres = format_metres(every.get(practice.tones, practice.lap_m), 0)
    words = {
        Tones.QUARTERS: tr("a tone every {metres} m of lap one, then none"),
        Tones.HALVES: tr("a tone every {metres} m of lap one, then none"),
        Tones.LINE: tr("one tone at the first line, then none"),
        Tones.START: tr("one tone after {metres} m, then none"),
        Tones.NONE: tr("no tone after the go"),
    }[practice.tones]
    return words.format(metres=metres)


def practice_words(practice: Practice) -> str:
    """Write what is to be run: `3 laps at 1:19.5, one tone at the first line, then none.`."""
    words = tr("{n} laps at {time}, {tones}.")
    if practice.with_rest:
        words = tr("{n} laps at {time} with rest between them, {tones}.")
    return words.format(n=practice.n_laps, time=format_lap(practice.lap_s), tones=tones_words(practice))
