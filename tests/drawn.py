"""Workouts as short as they are spoken, and strategies that draw them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import strategies as st

from app.core.asked import SAY_MORE, Asked, Command, Delete, Guess, Insert, Jump, Lengthen, Move, Relabel, Restore
from app.core.athlete import Athlete
from app.core.errors import WorkoutError
from app.core.pace import Belt
from app.core.plan import Plan, Setup
from app.core.planning import compile_plan
from app.core.profile import Profile, ProfileKind
from app.core.setup import Light, RaceStart
from app.core.size import check_bounds
from app.core.track import INDOOR, OUTDOOR, YARDS, Convention, Track, track_in_lane
from app.core.units import MILE_M, Instant
from app.core.workout import (
    Activity,
    ByDistance,
    ByReps,
    ByTime,
    Count,
    Equal,
    Intensity,
    Item,
    Length,
    Measure,
    Open,
    Race,
    RacePace,
    Ratio,
    Repeat,
    SendOff,
    Step,
    Target,
    Workout,
)

GOAL_PACE = RacePace(Race.GOAL)


def run_s(seconds: float, target: Target | None = None) -> Step:
    """Work by time."""
    return Step(ByTime(round(seconds * 1000)), target=target)


def run_m(metres: str | int, target: Target | None = None) -> Step:
    """Work by distance."""
    return Step(ByDistance(Fraction(metres)), target=target)


def jog_s(seconds: float) -> Step:
    """A recovery by time."""
    return Step(ByTime(round(seconds * 1000)), Intensity.RECOVERY, Activity.JOG)


def jog_m(metres: int) -> Step:
    """A recovery by distance."""
    return Step(ByDistance(Fraction(metres)), Intensity.RECOVERY, Activity.JOG)


def recovery(length: Length) -> Step:
    """A recovery of any length."""
    return Step(length, Intensity.RECOVERY, Activity.ANY)


FULL = recovery(Open())
EQUAL = recovery(Equal())


def easy_s(seconds: float) -> Step:
    """An easy run; warm-up, cool-down or work by where it stands."""
    return Step(ByTime(round(seconds * 1000)), activity=Activity.EASY)


def warm_up(seconds: float = 600) -> Step:
    """A warm-up by time."""
    return Step(ByTime(round(seconds * 1000)), Intensity.WARMUP, Activity.EASY)


def cool_down(seconds: float = 600) -> Step:
    """A cool-down by time."""
    return Step(ByTime(round(seconds * 1000)), Intensity.COOLDOWN, Activity.EASY)


def squats(n: int = 5) -> Step:
    """Work by count."""
    return Step(ByReps(n), activity=Activity.STRENGTH, name="squats")


def mile_race() -> Step:
    """A timed mile."""
    return Step(ByDistance(MILE_M), race=True)


def times(n: int, *steps: Item, rest: Step | None = None, most: int | None = None) -> Repeat:
    """A block done n times, or n to most times."""
    return Repeat(Count(n, most or n), steps, rest)


def plan_of(
    *items: Item,
    goal_s: int | str | None = None,
    track: Track = OUTDOOR,
    lead_s: int = 5,
    every_m: int | None = None,
    least_lap_ms: int = 300,
    halves: bool = False,
) -> Plan:
    """Compile items for an athlete with a goal."""
    goal = None if goal_s is None else Fraction(goal_s)
    every = None if every_m is None else Fraction(every_m)
    setup = Setup(track, lead_s * 1000, every, least_lap_ms=least_lap_ms, halves=halves)
    return compile_plan(Workout("drawn", items), Athlete(goal), setup)


# Drawn -------------------------------------------------------------------------------------------------------------

seconds = st.sampled_from([1, 2, 3, 5, 6, 10, 20, 25, 30, 60, 90, 150])
metres = st.sampled_from([60, 100, 200, 300, 400, 600, 800, 1000, 1600])
asked = st.sampled_from([None, GOAL_PACE, RacePace(Race.MILE, or_faster=True)])

work_lengths = st.one_of(
    st.builds(lambda s: ByTime(s * 1000), seconds),
    st.builds(lambda m: ByDistance(Fraction(m)), metres),
    st.just(ByDistance(MILE_M)),
    st.builds(ByReps, st.integers(1, 12)),
    st.just(Open()),
)
recovery_lengths = st.one_of(
    st.builds(lambda s: ByTime(s * 1000), seconds),
    st.builds(lambda m: ByDistance(Fraction(m)), metres),
    st.just(Open()),
    st.sampled_from([Equal(), Equal(Measure.TIME), Equal(Measure.DISTANCE), Ratio(2, 1), Ratio(1, 3)]),
    st.builds(lambda s: SendOff(s * 1000), st.sampled_from([20, 60, 240])),
)
works = st.builds(
    Step,
    work_lengths,
    activity=st.sampled_from([Activity.RUN, Activity.SPRINT, Activity.DRILL, Activity.STRENGTH]),
    target=asked,
    race=st.booleans(),
)
easies = st.builds(easy_s, seconds)
recoveries = st.builds(
    Step,
    recovery_lengths,
    st.sampled_from([Intensity.RECOVERY, Intensity.REST]),
    st.sampled_from([Activity.JOG, Activity.WALK, Activity.STAND]),
)
counts = st.builds(lambda low, more: Count(low, low + more), st.integers(1, 3), st.sampled_from([0, 0, 1, 2]))
items: st.SearchStrategy[Item] = st.recursive(
    st.one_of(works, works, recoveries, easies),
    lambda inner: st.builds(
        Repeat, counts, st.lists(inner, min_size=1, max_size=3).map(tuple), st.one_of(st.none(), recoveries)
    ),
    max_leaves=6,
)
workouts = st.builds(
    lambda before, body, after: Workout("drawn", (*before, *body, *after)),
    st.lists(st.builds(warm_up, seconds), max_size=1),
    st.lists(items, min_size=1, max_size=4),
    st.lists(st.builds(cool_down, seconds), max_size=1),
)
athletes = st.builds(Athlete, st.sampled_from([None, Fraction(300), Fraction(22313, 100)]), st.none())
setups = st.builds(
    Setup,
    st.sampled_from([OUTDOOR, INDOOR, YARDS, track_in_lane(8)]),
    st.sampled_from([0, 3000, 5000, 10_000]),
    st.sampled_from([None, None, Fraction(200), Fraction(100)]),
    least_lap_ms=st.sampled_from([300, 300, 0, 2000]),
    convention=st.sampled_from(Convention),
    profile=st.sampled_from([*map(Profile, ProfileKind), Profile(ProfileKind.OWN, (Fraction(98), Fraction(102)) * 2)]),
    light=st.sampled_from(
        [None, Light(), Light(Fraction(400), True, second_s=Fraction(310)), Light(until_m=Fraction(410))]
    ),
    start=st.sampled_from([RaceStart.COUNT, *RaceStart]),
    halves=st.booleans(),
    belt=st.sampled_from([None, None, *Belt]),
    belt_lead_ms=st.sampled_from([15_000, 0, 5000, 30_000]),
    incline_pct=st.sampled_from([Fraction(0), Fraction(1)]),
)


def small(workout: Workout) -> bool:
    """Whether a drawn workout is within the program's bounds, and quick to lay out."""
    try:
        n_segments, _, _ = check_bounds(workout.steps)
    except WorkoutError:
        return False
    return n_segments <= 500


plans: st.SearchStrategy[Plan] = st.builds(compile_plan, workouts.filter(small), athletes, setups)

gaps = st.sampled_from([0, 1, 100, 299, 300, 301, 1000, 2500, 5000, 20_000, 61_000, 200_000])
by_hand = [command for command in Command if command not in SAY_MORE]
shifts = st.sampled_from([-60_000, -1000, -100, -1, 1, 250, 1000, 20_000])
onward: st.SearchStrategy[Asked] = st.sampled_from(
    [
        *by_hand,
        *[Command.LAP] * 14,
        *[Command.RESUME] * 2,
        *[Command.SKIP] * 2,
        *[Command.UNDO] * 2,
        Command.LEAVE,
        *map(Jump, (-1, 0, 2, 7)),
        *[Guess(0, 1, 80_000), Guess(1, 1, None), Guess(1, 2, 40_000), Guess(3, 1, 1)],
        *map(Lengthen, (-1_000_000, -30_000, 0, 1, 60_000)),
    ]
)
unmended: st.SearchStrategy[list[tuple[Asked, int]]] = st.lists(st.tuples(onward, gaps), max_size=30)
"""What a person asks, with the milliseconds that pass before each; nothing is put right."""


@st.composite
def _told(draw: st.DrawFn) -> list[tuple[Asked, int]]:
    at, laps, story = 0, [0], list[tuple[Asked, int]]()
    for asked, gap in draw(unmended):
        at += gap
        story.append((asked, gap))
        if asked is Command.LAP:
            laps.append(at)
        if draw(st.integers(0, 3)) == 0:
            was = Instant(draw(st.sampled_from(laps[-4:])))
            mends: list[st.SearchStrategy[Asked]] = [
                st.builds(Insert, st.just(was + draw(shifts)), st.booleans()),
                st.just(Delete(was)),
                st.builds(Move, st.just(was), shifts),
                st.builds(Relabel, st.just(was), st.integers(0, 5)),
                st.just(Restore(was)),
                st.just(Command.UNDO),
            ]
            mend = draw(st.one_of(mends))
            story.append((mend, 0))
            if isinstance(mend, Insert):
                laps.append(mend.split_at.ms)
            elif isinstance(mend, Move):
                laps.append((was + mend.by_ms).ms)
    return story


presses = _told()
"""The same with mends; instants in them count from the start, which is at 0."""


def since(asked: Asked, origin: Instant) -> Asked:
    """Return what was asked with its instants counted from an origin."""
    match asked:
        case Insert(split_at=at):
            return replace(asked, split_at=origin + at.ms)
        case Delete() | Move() | Relabel() | Restore():
            return replace(asked, pressed_at=origin + asked.pressed_at.ms)
        case _:
            return asked
