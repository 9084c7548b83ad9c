"""Rabbits: a place is the inverse of the planned time, and the athlete's is never further than the splits bear out."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.athlete import Athlete
from app.core.pace import Belt
from app.core.plan import Plan, Segment
from app.core.planning import compile_plan
from app.core.profile import Profile, ProfileKind
from app.core.rabbit import (
    OVERRUN_M,
    athlete_way,
    belt_way,
    estimated_place,
    goal_way,
    place_at,
    start_on_lap,
    target_way,
)
from app.core.session import Split
from app.core.setup import Setup
from app.core.track import INDOOR, OUTDOOR, YARDS, Convention, track_in_lane
from app.core.units import MILE_M, Instant
from app.core.workout import ByDistance, Intensity, Item, Race, RacePace, Step, Workout
from app.core.workout import Split as In
from tests.drawn import GOAL_PACE, athletes, jog_s, mile_race, plan_of, plans, run_m, setups, times

FIVE = Athlete(Fraction(300))
PROFILES = [Profile(kind) for kind in (ProfileKind.EVEN, ProfileKind.RECORD, ProfileKind.NEGATIVE)]


def planned(setup: Setup | None = None, *items: Item, athlete: Athlete = FIVE) -> tuple[Plan, Segment]:
    plan = compile_plan(Workout("drawn", items or (mile_race(),)), athlete, setup or Setup())
    return plan, next(segment for segment in plan.segments if segment.intensity is Intensity.WORK)


def split(segment: Segment, number: int, elapsed_ms: int) -> Split:
    return Split(elapsed_ms, elapsed_ms, segment.marks[number - 1], Instant(elapsed_ms), number, number)


@given(plan=plans, seconds=st.fractions(0, 4000, max_denominator=1000))
def test_a_place_is_the_inverse_of_the_planned_time(plan: Plan, seconds: Fraction) -> None:
    for segment in plan.segments:
        place = place_at(segment, seconds)
        way = target_way(segment)
        if place is None:
            assert way is None
            continue
        assert way is not None
        assert segment.distance_m is not None
        whole = segment.time_at(segment.distance_m)
        assert whole is not None
        assert 0 <= place <= segment.distance_m
        assert segment.time_at(place) == min(seconds, whole)
        way = belt_way(segment) or way
        assert way.at(float(1000 * seconds)) == pytest.approx(float(place), abs=1e-6)


@pytest.mark.parametrize("profile", PROFILES)
def test_the_rabbit_is_at_each_mark_at_its_planned_instant(profile: Profile) -> None:
    _, segment = planned(Setup(profile=profile))
    way = target_way(segment)
    assert way is not None
    for mark in segment.marks:
        assert mark.planned_ms is not None
        assert way.at(mark.planned_ms) == pytest.approx(float(mark.distance_m), abs=0.01)  # half a ms of running
    assert way.at(10**7) == float(MILE_M)


def test_what_is_no_work_by_distance_has_no_rabbit() -> None:
    assert target_way(plan_of(jog_s(60), run_m(400), goal_s=300, lead_s=0).segments[0]) is None
    assert target_way(plan_of(run_m(450), goal_s=300, lead_s=0).segments[0]) is None  # no pace asked
    assert place_at(plan_of(mile_race(), lead_s=0).segments[0], Fraction(10)) is None


# Other goals ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("profile", PROFILES)
def test_another_goal_finishes_its_mile_in_its_time(profile: Profile) -> None:
    _, segment = planned(Setup(profile=profile))
    way = goal_way(segment, FIVE, Fraction(310))
    own = target_way(segment)
    assert way is not None
    assert own is not None
    assert way.at(310_000) == float(MILE_M)
    assert way.at(309_900) < float(MILE_M)
    assert way.at(155_000) == pytest.approx(own.at(150_000))


def test_a_rep_at_mile_pace_has_the_rabbits_of_other_miles_and_one_in_a_time_has_none() -> None:
    _, rep = planned(None, run_m(400, RacePace(Race.MILE, or_faster=True)))
    way = goal_way(rep, FIVE, Fraction(310))
    assert way is not None
    assert way.ms[-1] == pytest.approx(310_000 * 400 / 1609.344)
    for target in (In(Fraction(72)), RacePace(Race.K5), RacePace(Race.MILE, to=Race.K3), None):
        _, other = planned(None, *times(2, run_m(400, target), rest=jog_s(60)).steps, run_m(300))
        assert goal_way(other, FIVE, Fraction(310)) is None, target


def test_the_athletes_own_goal_is_no_other_one() -> None:
    _, segment = planned()
    assert goal_way(segment, FIVE, Fraction(300)) is None
    assert goal_way(segment, Athlete(None, Fraction(300)), Fraction(300)) is None


def test_on_a_belt_the_athlete_runs_at_the_speed_and_the_rabbit_at_the_pace_asked() -> None:
    _, segment = planned(Setup(belt=Belt.KMH))
    athlete, rabbit = belt_way(segment), target_way(segment)
    assert athlete is not None
    assert rabbit is not None
    assert rabbit.ms[-1] == 300_000
    assert athlete.ms[-1] == pytest.approx(1_000 * float(MILE_M) * 3.6 / 19.3)
    goal = goal_way(segment, FIVE, Fraction(310))
    assert goal is not None
    assert goal.ms[-1] == 310_000


# Where a race starts ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("track", "start_m"),
    [(OUTDOOR, "390.656"), (INDOOR, "190.656"), (YARDS, "0"), (track_in_lane(8), None)],
)
@pytest.mark.parametrize("convention", Convention)
def test_a_mile_starts_so_far_behind_the_line_that_it_ends_there(
    track: object, start_m: str | None, convention: Convention
) -> None:
    plan, segment = planned(Setup(track, convention=convention))  # type: ignore[arg-type]  # of the table above
    start = start_on_lap(plan, segment)
    assert (start + MILE_M) % plan.setup.track.lap_m == 0
    assert start == Fraction(start_m) if start_m is not None else float(start) == pytest.approx(202.78, abs=0.01)


def test_a_lone_mile_is_a_race_said_or_not_and_a_rep_starts_at_the_line() -> None:
    plan, segment = planned(None, Step(ByDistance(MILE_M)))
    assert float(start_on_lap(plan, segment)) == 390.656
    plan, segment = planned(None, *[Step(ByDistance(MILE_M), target=GOAL_PACE)] * 2)
    assert start_on_lap(plan, segment) == 0


# The athlete --------------------------------------------------------------------------------------------------------


def test_before_the_first_split_the_athlete_is_taken_to_run_at_the_pace_asked() -> None:
    _, segment = planned()
    assert estimated_place(segment, (), 30_000) == pytest.approx(float(MILE_M) / 10)


def test_after_a_split_they_go_on_at_their_own_pace_so_far() -> None:
    _, segment = planned()
    first = split(segment, 1, 80_000)
    assert estimated_place(segment, (first,), 80_000) == float(segment.marks[0].distance_m)
    assert estimated_place(segment, (first,), 120_000) == pytest.approx(1.5 * 409.344)


def test_no_further_past_the_line_than_a_late_press_and_not_past_the_end() -> None:
    _, segment = planned()
    assert estimated_place(segment, (), 100_000) == 409.344 + float(OVERRUN_M)
    assert estimated_place(segment, (split(segment, 3, 240_000),), 10**6) == float(MILE_M)


def test_without_a_goal_nothing_is_known_before_the_first_split() -> None:
    _, segment = planned(athlete=Athlete())
    assert athlete_way(segment, ()) is None
    first = split(segment, 1, 80_000)
    assert estimated_place(segment, (first,), 100_000) == pytest.approx(1.25 * 409.344)


def test_a_rep_of_one_lap_has_no_estimate_which_would_be_the_rabbit_itself() -> None:
    _, segment = planned(None, run_m(400, GOAL_PACE))
    assert athlete_way(segment, ()) is None


def test_a_half_where_nobody_has_to_press_holds_nobody_up() -> None:
    _, segment = planned(Setup(halves=True))
    assert segment.marks[0].is_half
    assert estimated_place(segment, (), 60_000) == pytest.approx(60 / 300 * 1609.344)
    assert estimated_place(segment, (), 100_000) == 409.344 + float(OVERRUN_M)
    half = split(segment, 1, 40_000)
    assert half.mark is not None
    assert estimated_place(segment, (half,), 50_000) == pytest.approx(1.25 * float(half.mark.distance_m))


@given(
    setup=setups,
    athlete=athletes,
    distance_m=st.sampled_from([Fraction(800), Fraction(1500), MILE_M, Fraction(3000)]),
    n_splits=st.integers(0, 8),
    laps_ms=st.lists(st.integers(1, 200_000), min_size=40, max_size=40),
)
def test_the_athletes_place_grows_within_the_distance_and_is_exact_at_splits(
    setup: Setup, athlete: Athlete, distance_m: Fraction, n_splits: int, laps_ms: list[int]
) -> None:
    _, segment = planned(setup, Step(ByDistance(distance_m), race=True), athlete=athlete)
    passed, splits = 0, []
    for number in range(1, min(n_splits, len(segment.marks)) + 1):
        passed += laps_ms[number - 1]
        splits.append(split(segment, number, passed))
    way = athlete_way(segment, splits)
    if way is None:
        assert not splits
        assert segment.pace_s_per_m is None or all(mark.is_quiet for mark in segment.marks[:-1])
        return
    done = float(splits[-1].mark.distance_m) if splits and splits[-1].mark is not None else 0.0
    assert way.at(passed) == pytest.approx(done)
    places = [way.at(passed + later) for later in range(0, 1_000_001, 20_000)]
    assert all(later >= earlier for earlier, later in pairwise(places))
    assert all(done <= place <= float(distance_m) for place in places)
    lines = [float(mark.distance_m) for mark in segment.marks if float(mark.distance_m) > done and not mark.is_half]
    if lines:
        assert places[-1] <= lines[0] + float(OVERRUN_M) + 1e-9
