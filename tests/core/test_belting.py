"""On a belt: distances become times, and the speed is said as long ahead as the belt needs."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given

from app.audio.synth import LENGTHS_MS
from app.core.athlete import Athlete
from app.core.cues import Cue, CueKind
from app.core.errors import WorkoutError
from app.core.events import Cause, Command, SegmentFinished, SplitTaken
from app.core.pace import Belt
from app.core.plan import Plan, Segment
from app.core.planning import compile_plan
from app.core.profile import Profile, ProfileKind
from app.core.scheme import Lengths
from app.core.setup import Light, RaceStart, Setup
from app.core.spoken import ENDING, VOCABULARY
from app.core.state import State
from app.core.track import Track
from app.core.units import MILE_M, to_millis
from app.core.workout import (
    ByDistance,
    Effort,
    Equal,
    Intensity,
    Item,
    Measure,
    Pace,
    Race,
    RacePace,
    Split,
    Step,
    Target,
    Unit,
    Workout,
)
from app.rehearsal import Rehearsal
from tests.drawn import (
    GOAL_PACE,
    athletes,
    jog_m,
    jog_s,
    mile_race,
    recovery,
    run_m,
    run_s,
    setups,
    small,
    times,
    workouts,
)

LENGTHS = Lengths(LENGTHS_MS, dict.fromkeys(VOCABULARY, 350) | {f"{word}.": 400 for word in ENDING})
KMH = Setup(belt=Belt.KMH)
WORK, LEAD_IN, RECOVERY = Intensity.WORK, Intensity.LEAD_IN, Intensity.RECOVERY
FIVE = "set the belt to 19 point 3 kilometres per hour"
"""5:00 a mile is 19.312 km/h."""
NINE = "set the belt to 10 point 7 kilometres per hour"

per_mile = ByDistance(Fraction(1), Unit.MI)


def at_pace(step: Step, seconds: int) -> Step:
    return replace(step, target=Pace(Fraction(seconds), per_mile))


def plan_for(*items: Item, setup: Setup = KMH, goal_s: int | None = 300) -> Plan:
    return compile_plan(Workout("drawn", items), Athlete(None if goal_s is None else Fraction(goal_s)), setup)


def of(plan: Plan, intensity: Intensity) -> list[Segment]:
    return [segment for segment in plan.segments if segment.intensity is intensity]


def heard(plan: Plan, until_ms: int = 3_600_000) -> list[Cue]:
    rehearsal = Rehearsal(plan, LENGTHS).start().to_the_end()
    return [cue for cue in rehearsal.heard if cue.at.ms <= until_ms]


def speeds(plan: Plan, until_ms: int = 3_600_000) -> list[tuple[int, str]]:
    return [(cue.at.ms, " ".join(cue.words)) for cue in heard(plan, until_ms) if cue.kind is CueKind.SAY_SPEED]


# Distances become times ----------------------------------------------------------------------------------------------


def test_a_distance_lasts_as_long_as_the_dialled_speed_takes_for_it() -> None:
    (work,) = of(plan_for(run_m(400, GOAL_PACE)), WORK)
    assert (work.duration_ms, work.expected_ms, work.distance_m) == (74_611, 74_611, Fraction(400))  # 0.4 / 19.3 h
    assert work.pace_s_per_m == Fraction(3600, 19_300)
    assert (work.marks, work.course, work.light, work.bell_mark) == ((), (), (), None)
    assert work.ends_by_itself


@given(workouts.filter(small), athletes, setups)
def test_every_pace_on_a_belt_has_its_speed_and_every_distance_with_one_its_time(
    workout: Workout, athlete: Athlete, setup: Setup
) -> None:
    plan = compile_plan(workout, athlete, setup)
    for segment in plan.segments:
        assert (segment.dial is not None) == (setup.belt is not None and segment.pace_s_per_m is not None)
        if segment.dial is not None:
            assert segment.pace_s_per_m == segment.dial.s_per_m
            assert segment.dial.incline_pct == setup.incline_pct
            if segment.distance_m is not None:
                assert segment.duration_ms == to_millis(segment.dial.s_per_m * segment.distance_m)
        assert segment.bell_ms is None or segment.dial is not None


@given(workouts.filter(small), athletes, setups)
def test_what_asks_no_pace_is_on_a_belt_as_it_is_on_a_track(workout: Workout, athlete: Athlete, setup: Setup) -> None:
    on_belt, on_track = (
        [segment for segment in compile_plan(workout, athlete, each).segments if segment.intensity is not LEAD_IN]
        for each in (setup, replace(setup, belt=None))
    )
    for belt, track in zip(on_belt, on_track, strict=True):
        assert (belt.dial is None) or track.pace_s_per_m is not None
        if belt.dial is None and track.follows is None:
            assert (belt.duration_ms, belt.distance_m) == (track.duration_ms, track.distance_m)


def test_a_distance_without_a_pace_stays_ended_by_hand() -> None:
    work, jog = plan_for(run_m(400), jog_m(200), goal_s=None).segments[1:]
    assert [(s.duration_ms, s.dial, len(s.marks)) for s in (work, jog)] == [(None, None, 1), (None, None, 1)]


def test_an_effort_has_no_speed() -> None:
    plan = plan_for(times(2, run_s(30, Effort(Fraction(90), Fraction(95))), rest=jog_s(60)))
    assert {segment.dial for segment in plan.segments} == {None}
    assert speeds(plan) == []


@pytest.mark.parametrize(
    ("target", "tenths"),
    [
        (Pace(Fraction(300), per_mile, Fraction(330)), 193),
        (Split(Fraction(75), Fraction(80)), 192),
        (RacePace(Race.K3, to=Race.MILE), 193),
    ],
)
def test_of_a_range_the_belt_runs_at_the_faster_end(target: Target, tenths: int) -> None:
    (work,) = of(plan_for(run_m(400, target)), WORK)
    assert work.dial is not None
    assert (work.dial.tenths, work.slowest_s_per_m) == (tenths, None)


def test_a_recovery_that_follows_its_rep_is_reckoned_from_the_belts_time() -> None:
    jog = of(plan_for(times(2, run_m(400, GOAL_PACE), rest=recovery(Equal(Measure.TIME)))), RECOVERY)[0]
    assert (jog.duration_ms, jog.follows) == (74_611, None)


def test_what_would_take_a_day_is_refused() -> None:
    slow = at_pace(run_m(200_000), 16 * 60)
    with pytest.raises(WorkoutError, match="24 hours"):
        plan_for(slow)
    assert plan_for(slow, setup=Setup()).segments


# Races ---------------------------------------------------------------------------------------------------------------


def test_a_race_on_a_belt_is_run_evenly_with_its_bell_a_lap_before_the_end() -> None:
    setup = replace(KMH, profile=Profile(ProfileKind.RECORD), light=Light(), start=RaceStart.GO)
    lead_in, race = plan_for(mile_race(), setup=setup).segments
    assert (lead_in.is_go, lead_in.duration_ms) == (False, 15_000)
    assert (race.duration_ms, race.course, race.light) == (300_189, (), ())  # 1.609344 km at 19.3 km/h
    assert race.bell_ms == to_millis((MILE_M - 400) * Fraction(3600, 19_300))
    rings = [cue.at.ms for cue in heard(plan_for(mile_race(), setup=setup)) if cue.kind is CueKind.BELL]
    assert rings == [15_000 + 225_577]


def test_two_laps_have_their_bell_and_not_halfway_with_it() -> None:
    kinds = [cue.kind for cue in heard(plan_for(run_m(800, GOAL_PACE)))]
    assert (kinds.count(CueKind.BELL), kinds.count(CueKind.HALFWAY), kinds.count(CueKind.MARK)) == (1, 0, 0)


def test_a_last_lap_of_a_few_seconds_has_no_bell() -> None:
    laps = {
        lap: of(plan_for(run_m(400, GOAL_PACE), setup=replace(KMH, track=Track(Fraction(lap)))), WORK)
        for lap in (50, 100)
    }
    assert [(lap, work[0].bell_ms) for lap, work in laps.items()] == [(50, None), (100, 55_959)]


def test_a_distance_of_more_laps_than_anybody_counts_is_run_without_a_bell() -> None:
    (work,) = of(
        plan_for(run_m(1_000_000, GOAL_PACE), goal_s=120, setup=Setup(Track(Fraction(50)), belt=Belt.KMH)), WORK
    )
    assert (work.bell_ms, work.ends_by_itself) == (None, True)


# A session -----------------------------------------------------------------------------------------------------------


def test_a_session_on_a_belt_runs_by_itself_and_a_press_is_a_split() -> None:
    plan = plan_for(times(2, run_m(800, GOAL_PACE), rest=jog_s(60)))
    rehearsal = Rehearsal(plan).start().at("1:30", Command.LAP).at("2:00", Command.LAP).alone()
    assert rehearsal.state is State.FINISHED
    splits = [event for event in rehearsal.events if isinstance(event, SplitTaken)]
    assert [(event.mark_number, event.elapsed_ms) for event in splits] == [(None, 75_000), (None, 105_000)]
    ends = [event for event in rehearsal.events if isinstance(event, SegmentFinished)]
    assert {event.cause for event in ends} == {Cause.ELAPSED}
    assert [event.elapsed_ms for event in ends] == [15_000, 149_223, 60_000, 149_223]
