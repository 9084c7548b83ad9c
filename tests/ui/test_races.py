"""Timed races: a goal for each distance, and a timed mile from the go to its official time, at virtual time."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.asked import Command
from app.core.athlete import Athlete
from app.core.cues import CueKind
from app.core.gun import with_go
from app.core.planning import compile_plan
from app.core.setup import RaceStart, Setup
from app.core.state import State
from app.core.track import INDOOR, OUTDOOR, YARDS, Track
from app.core.units import MILE_M, to_millis
from app.rehearsal import Rehearsal
from app.ui.digest import digest_of
from app.ui.outcome import outcome_of
from app.ui.races import RACES, Goal, goal_for, proposed, race_words, race_workout

GOAL_S = Fraction(320)


def test_the_goal_of_the_mile_is_the_athletes_own_and_no_proposal() -> None:
    assert goal_for(MILE_M, GOAL_S, Fraction(1)) == Goal(GOAL_S)
    assert goal_for(MILE_M, None, None) == Goal(None)


@pytest.mark.parametrize(("metres", "seconds"), [(1500, "297.0"), (1600, "318.0"), (3000, "619.2"), (5000, "1064.2")])
def test_another_race_is_proposed_a_time_of_equal_merit_to_a_tenth(metres: int, seconds: str) -> None:
    goal = goal_for(Fraction(metres), GOAL_S, None)
    assert goal.is_proposed
    assert goal.seconds == Fraction(seconds)
    assert goal_for(Fraction(metres), GOAL_S, Fraction(300)) == Goal(Fraction(300)), "what is typed is no proposal"


def test_where_the_formula_does_not_hold_nothing_is_proposed() -> None:
    assert proposed(Fraction(800), GOAL_S) is None, "under 3.5 minutes"
    assert goal_for(Fraction(800), GOAL_S, None) == Goal(None)


@given(race_m=st.sampled_from(RACES), seconds=st.fractions(100, 1500, max_denominator=10))
def test_the_workout_is_one_race_of_that_length_in_that_time(race_m: Fraction, seconds: Fraction) -> None:
    plan = compile_plan(race_workout(race_m, seconds), Athlete(GOAL_S), Setup(start=RaceStart.OWN))
    (segment,) = plan.segments
    assert segment.is_race
    assert segment.distance_m == race_m
    assert segment.marks[-1].planned_ms == to_millis(seconds)
    assert race_words(race_m) in plan.workout.name


@pytest.mark.parametrize(
    ("track", "bell_m"), [(OUTDOOR, "1209.344"), (INDOOR, "1409.344"), (YARDS, "1207.008")], ids=["400", "200", "440y"]
)
def test_a_timed_mile_goes_from_the_go_over_the_bell_to_its_official_time(track: Track, bell_m: str) -> None:
    setup = Setup(track, start=RaceStart.GO)
    plan = with_go(compile_plan(race_workout(MILE_M, GOAL_S), Athlete(GOAL_S), setup), 2345)
    rehearsal = Rehearsal(plan).start()
    race = plan.segments[-1]
    assert race.bell_mark is not None
    assert race.marks[race.bell_mark - 1].distance_m == Fraction(bell_m)
    late_ms = 314
    for mark in race.marks[:-1]:
        assert mark.planned_ms is not None
        rehearsal.at(2345 + mark.planned_ms, Command.LAP)
    rehearsal.at(2345 + 320_000 + late_ms, Command.LAP)
    assert rehearsal.state is State.FINISHED
    heard = [(cue.at.ms, cue.kind) for cue in rehearsal.heard]
    bell_ms = race.marks[race.bell_mark - 1].planned_ms
    assert bell_ms is not None
    assert [at for at, kind in heard if kind is CueKind.BELL] == [2345 + bell_ms]
    assert [at for at, kind in heard if kind is CueKind.GO] == [2345]
    assert heard[-1][1] is CueKind.END
    outcome = outcome_of(plan, rehearsal.session, "")
    assert outcome.headline == "5:20.31"
    assert outcome.official == "official 5:20.4 (hand)"
    assert digest_of(plan, rehearsal.session).main == "5:20.31", "the history keeps the hundredths"


def test_a_race_that_was_stopped_has_no_official_time() -> None:
    plan = compile_plan(race_workout(MILE_M, GOAL_S), Athlete(GOAL_S), Setup(start=RaceStart.OWN))
    rehearsal = Rehearsal(plan).start().at(80_000, Command.LAP).at(90_000, Command.STOP)
    assert outcome_of(plan, rehearsal.session, "").official == ""
