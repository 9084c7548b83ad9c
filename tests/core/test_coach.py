"""What is called across the track after a split, and said of a set when it is over."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.analysis import rep_figures
from app.core.announce import recorded
from app.core.athlete import Athlete
from app.core.coach import Call, advice_after, advice_said, advice_words, broken_at, next_time_of, sentence_of
from app.core.events import Command, SplitTaken
from app.core.plan import Plan
from app.core.planning import compile_plan
from app.core.profile import Profile, ProfileKind
from app.core.resting import full_recoveries, usual_recovery
from app.core.session import Session
from app.core.setup import Setup
from app.core.spoken import VOCABULARY
from app.core.track import INDOOR, OUTDOOR, Track
from app.core.units import MILE_M, Instant
from app.core.workout import ByDistance, Race, RacePace, Step, Workout
from app.rehearsal import Rehearsal
from tests.drawn import FULL, GOAL_PACE, jog_s, mile_race, plan_of, run_m, run_s, times

EIGHTY = "321.8688"
"""A mile at 80 s a lap."""
MILE_RACE = Step(ByDistance(Fraction(1600)), target=RacePace(Race.GOAL), race=True)


def session(plan: Plan, *splits_s: float) -> Session:
    return Rehearsal(plan).start().with_laps([round(s * 1000) for s in splits_s]).session


def called(plan: Plan, *splits_s: float) -> str:
    (rep,) = rep_figures(session(plan, *splits_s))
    return advice_words(advice_after(rep.laps[-1], rep.segment, plan.setup.track.lap_m))


def sixteen_hundred(track: Track = OUTDOOR, every_m: int | None = None) -> Plan:
    return plan_of(MILE_RACE, goal_s=EIGHTY, lead_s=0, track=track, every_m=every_m)


# After a split -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("splits_s", "said"),
    [
        ((80.0,), "On pace. Hold 1:20s."),
        ((80.3,), "On pace. Hold 1:20s."),
        ((79.0,), "One fast. Ease: 1:20s from here."),
        ((78.6,), "1.4 fast. Ease: 1:20s from here."),
        ((77.0,), "Too fast: 3.0 up already. Ease: 1:21s from here."),
        ((82.0,), "Two slow. Press on: 1:19s from here."),
        ((82.0, 160.0), "On pace. Hold 1:20s."),
        ((80, 161), "One slow. Press on: 1:20s from here."),
        ((80, 160, 241), "One slow. Press on: 1:19.0 for the last 400 m."),
        ((80, 160, 260), "20.0 slow. As you go: 5:46.7."),
        ((80, 160, 240, 318), "Two fast."),
        ((80, 160, 240, 320.2), "On pace."),
    ],
)
def test_a_split_is_answered_as_a_coach_would(splits_s: tuple[float, ...], said: str) -> None:
    assert called(sixteen_hundred(), *splits_s) == said


def test_two_fast_after_the_first_line_of_a_mile_is_what_a_coach_calls() -> None:
    plan = plan_of(mile_race(), goal_s=360, lead_s=0)
    assert called(plan, 91.571, 179.049) == "Two fast. Ease: 1:30s from here."


def test_a_first_lap_that_is_too_fast_is_called_out_at_the_first_mark_and_not_after_the_lap() -> None:
    plan = sixteen_hundred(every_m=200)
    assert called(plan, 39.0) == "Too fast: 1.0 up already. Ease: 1:20s from here."
    assert called(plan, 39.3) == "0.7 fast. Ease: 1:20s from here."  # less than 2 %
    assert called(plan, 40, 80, 117) == "Three fast. Ease: 1:21s from here."  # and later it is only fast


def test_laps_from_here_are_those_of_the_track_that_is_run_on() -> None:
    assert called(sixteen_hundred(INDOOR), 42.0) == "Two slow. Press on: 40s from here."


def test_less_than_a_lap_is_told_by_what_is_left() -> None:
    splits_s = [*range(40, 281, 40)]
    assert called(sixteen_hundred(every_m=200), *splits_s) == "On pace. Hold: 40.0 for the last 200 m."


def test_a_pace_profile_has_no_one_lap_from_here() -> None:
    negative = compile_plan(
        Workout("w", (MILE_RACE,)),
        Athlete(Fraction(EIGHTY)),
        Setup(lead_in_ms=0, profile=Profile(ProfileKind.NEGATIVE)),
    )
    assert called(negative, 80.8) == "On pace. Hold: 3:59.2 for the last 1200 m."


def test_nothing_is_said_without_a_target() -> None:
    (rep,) = rep_figures(session(plan_of(mile_race(), lead_s=0), 80))
    assert advice_after(rep.laps[0], rep.segment, Fraction(400)) is None
    assert advice_words(None) == ""
    assert sentence_of([rep]) == next_time_of([rep]) == ""


def test_what_is_spoken_is_what_is_shown() -> None:
    (rep,) = rep_figures(session(sixteen_hundred(), 82.0))
    advice = advice_after(rep.laps[0], rep.segment, Fraction(400))
    assert advice is not None
    assert advice_said(advice) == [("2", "slow"), ("press on", "1", "19", "from here")]
    plan = sixteen_hundred()
    rehearsal = Rehearsal(plan).start().with_laps([77_000])
    event = next(each for each in rehearsal.events if isinstance(each, SplitTaken))
    assert [sentence.words for sentence in recorded(event, rehearsal.session)] == [
        ("1", "17"),
        ("3", "fast"),
        ("too fast",),
        ("ease", "1", "21", "from here"),
    ]


@given(st.lists(st.integers(20_000, 140_000), min_size=1, max_size=8), st.integers(240, 600))
def test_every_advice_can_be_spoken_and_its_laps_come_to_the_goal(gaps: list[int], goal_s: int) -> None:
    plan = plan_of(mile_race(), goal_s=goal_s, lead_s=0, every_m=200)
    splits = [sum(gaps[: n + 1]) / 1000 for n in range(len(gaps))]
    (rep,) = rep_figures(session(plan, *splits))
    for lap in rep.laps:
        advice = advice_after(lap, rep.segment, Fraction(400))
        assert advice is not None
        assert all(word in VOCABULARY for words in advice_said(advice) for word in words)
        assert advice_words(advice)
        if advice.lap_s is not None:
            assert Fraction(lap.split_ms, 1000) + advice.lap_s * (MILE_M - lap.to_m) / 400 == goal_s
        if advice.call is Call.EASE:
            assert advice.off_s < 0


# When it is over -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("laps_s", "said"),
    [
        ((80, 160, 240, 320), "Even all the way."),
        (
            (77, 156, 238, 320),
            "You went out 3.0 s quick and paid for it on lap 3. Next time: 1:20.0 at the first line.",
        ),
        ((82, 162, 241, 320), "A slow first lap, 2.0 s over; the rest had to make it up."),
        ((80, 160, 243, 322), "Lap 3 was the slowest, 3.0 s over."),
        ((79, 158, 237, 316), "Quick throughout."),
    ],
)
def test_a_race_is_told_in_a_sentence(laps_s: tuple[float, ...], said: str) -> None:
    assert sentence_of(rep_figures(session(sixteen_hundred(), *laps_s))) == said


def reps_in(*seconds: float, or_faster: bool = False, rest: Step | None = None) -> Session:
    """400s at a goal pace of 80 s, with a minute between."""
    step = run_m(400, RacePace(Race.GOAL, or_faster=or_faster))
    plan = plan_of(times(len(seconds), step, rest=rest or jog_s(60)), goal_s=EIGHTY, lead_s=0)
    rehearsal, ms = Rehearsal(plan).start(), 0
    for s in seconds:
        ms += round(s * 1000)
        rehearsal.at(ms, Command.LAP)
        ms += 60_000
    return rehearsal.session


@pytest.mark.parametrize(
    ("times_s", "said", "then"),
    [
        ((80, 80.5, 80.4), "3 of 3 on target. Even from first to last.",
         "Next time: one rep more, or a little less recovery."),
        ((79, 80, 80, 82), "2 of 4 on target. Rep 4, the last, broke: 2.0 s slow.",
         "Next time: hold the first ones back, 1:20.0 and no faster."),
        ((80, 80, 80, 80, 82, 83), "4 of 6 on target. Rep 5 broke: 2.0 s slow, and none after it was on target.",
         "Next time: a longer recovery, or 4 reps well run."),
        ((82, 82, 82, 82), "0 of 4 on target. Even from first to last.",
         "Next time: aim at 1:22.0, which is what you held."),
        ((78, 78, 78), "0 of 3 on target. Even from first to last.",
         "Next time: 1:18.0 is in your legs; ask for it, or recover less."),
        ((78, 82, 80, 80), "2 of 4 on target. The last was 2.0 s slower than the first.",
         "Next time: the same pace for all of them, from the first."),
        ((80, 82, 80), "2 of 3 on target. Even from first to last.",
         "Next time: the same again, all of them on target."),
    ],
)  # fmt: skip
def test_a_set_is_told_with_what_broke_and_what_to_change(times_s: tuple[float, ...], said: str, then: str) -> None:
    reps = rep_figures(reps_in(*times_s))
    assert (sentence_of(reps), next_time_of(reps)) == (said, then)


def test_faster_counts_where_the_coach_said_so() -> None:
    reps = rep_figures(reps_in(76, 75, 74, or_faster=True))
    assert sentence_of(reps) == "3 of 3 on target. The last was 2.0 s faster than the first."
    assert broken_at(reps) is None


# Full recovery -------------------------------------------------------------------------------------------------------


def test_a_full_recovery_is_usually_two_to_three_times_the_rep_until_one_has_habits_of_ones_own() -> None:
    plan = plan_of(times(4, run_m(200, GOAL_PACE), rest=FULL), goal_s=300, lead_s=0)
    rehearsal = Rehearsal(plan).start().at("37", Command.LAP)
    usual = usual_recovery(rehearsal.session)
    assert usual is not None
    assert (usual.low_ms, usual.high_ms, usual.is_own) == (74_000, 111_000, False)
    rehearsal.at("2:37", Command.LAP).at("3:14", Command.LAP).at("5:34", Command.LAP).at("6:11", Command.LAP)
    assert [record.elapsed_ms for record in full_recoveries(rehearsal.session)] == [120_000, 140_000]
    usual = usual_recovery(rehearsal.session)
    assert usual is not None
    assert (usual.low_ms, usual.high_ms, usual.is_own) == (130_000, 130_000, True)


def test_what_is_usual_after_long_slow_or_timed_work_nobody_knows() -> None:
    slow = plan_of(times(2, run_m(200), rest=FULL), goal_s=300, lead_s=0)
    assert usual_recovery(Rehearsal(slow).start().at("60", Command.LAP).session) is None
    timed = plan_of(times(2, run_s(30), rest=FULL), goal_s=300, lead_s=0)
    assert usual_recovery(Rehearsal(timed).start().until(Instant(31_000)).session) is None
