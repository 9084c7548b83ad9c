"""The race card: both conventions, exact, and the same figures as the plan's."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.athlete import Athlete
from app.core.errors import WorkoutError
from app.core.pace import even_time
from app.core.planning import compile_plan
from app.core.profile import Profile, ProfileKind
from app.core.racecard import lap_card, race_card
from app.core.setup import Light, Setup
from app.core.track import INDOOR, OUTDOOR, YARDS, Convention, track_in_lane
from app.core.units import MILE_M, to_millis
from app.core.workout import ByDistance, Split, Step, Workout

setups = st.builds(
    Setup,
    track=st.sampled_from([OUTDOOR, INDOOR, YARDS, track_in_lane(2), track_in_lane(8)]),
    mark_every_m=st.sampled_from([None, Fraction(100), Fraction(200)]),
    profile=st.sampled_from([Profile(kind) for kind in ProfileKind]),
    light=st.sampled_from([None, Light()]),
    convention=st.sampled_from(Convention),
)
races = st.sampled_from([Fraction(800), Fraction(1500), MILE_M, Fraction(3200), Fraction(5000)])
conventions = st.sampled_from(Convention)


@given(race_m=races, goal_s=st.fractions(100, 1500, max_denominator=100), setup=setups, convention=conventions)
def test_the_card_ends_with_the_goal_to_the_last_digit_and_its_laps_add_up(
    race_m: Fraction, goal_s: Fraction, setup: Setup, convention: Convention
) -> None:
    rows = race_card(race_m, goal_s, setup, convention)
    assert (rows[-1].distance_m, rows[-1].time_s) == (race_m, goal_s)
    assert sum(row.since_s for row in rows) == goal_s
    assert sum(row.since_m for row in rows) == race_m
    assert all(later.time_s > earlier.time_s for earlier, later in pairwise(rows))


@given(race_m=races, goal_s=st.fractions(100, 1500, max_denominator=100), setup=setups)
def test_the_card_says_what_the_plan_will_sound(race_m: Fraction, goal_s: Fraction, setup: Setup) -> None:
    race = Step(ByDistance(race_m), target=Split(goal_s), race=True)
    marks = compile_plan(Workout("race", (race,)), Athlete(), setup).segments[-1].marks
    rows = race_card(race_m, goal_s, setup, setup.convention)
    assert [(row.distance_m, to_millis(row.time_s)) for row in rows] == [(m.distance_m, m.planned_ms) for m in marks]


@given(race_m=races, goal_s=st.fractions(100, 1500, max_denominator=100), convention=conventions)
def test_even_pace_is_even_at_every_mark(race_m: Fraction, goal_s: Fraction, convention: Convention) -> None:
    for row in race_card(race_m, goal_s, Setup(), convention):
        assert row.time_s == even_time(goal_s, race_m, row.distance_m)
        assert row.per_400_s == goal_s / race_m * 400


def test_the_laps_of_a_mile_lie_9_344_m_apart_by_the_two_conventions() -> None:
    finish, start = (lap_card(MILE_M, Fraction(300), Setup(), convention) for convention in Convention)
    assert [float(row.distance_m) for row in finish] == [409.344, 809.344, 1209.344, 1609.344]
    assert [float(row.distance_m) for row in start] == [400, 800, 1200, 1609.344]
    indoor = lap_card(MILE_M, Fraction(300), Setup(INDOOR), Convention.FINISH_LINE)
    assert float(indoor[-2].distance_m) == 1409.344, "there the bell rings indoors"


def test_a_lap_card_has_one_row_a_lap_whatever_marks_are_set() -> None:
    every = Setup(mark_every_m=Fraction(100))
    assert len(race_card(MILE_M, Fraction(300), every, Convention.FINISH_LINE)) == 16
    assert len(lap_card(MILE_M, Fraction(300), every, Convention.FINISH_LINE)) == 4


def test_half_laps_at_which_nobody_presses_are_no_rows_of_it() -> None:
    halved = race_card(MILE_M, Fraction(300), Setup(halves=True), Convention.FINISH_LINE)
    assert halved == lap_card(MILE_M, Fraction(300), Setup(), Convention.FINISH_LINE)


def test_a_card_of_too_many_marks_is_refused_in_a_sentence() -> None:
    with pytest.raises(WorkoutError, match="take them further apart"):
        race_card(Fraction(1_000_000), Fraction(80_000), Setup(), Convention.FINISH_LINE)
