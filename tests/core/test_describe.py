"""The field's words for lengths, targets, places and totals, and the round guesses where nothing is known."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given

from app.core.describe import duration_words, length_words, rep_words, step_words, target_time_words, target_words
from app.core.estimate import OPEN_RECOVERY_MS, estimated_mark_ms, estimated_ms
from app.core.extent import total_time_words, total_work_words
from app.core.plan import Plan, RepPlace, Total
from app.core.units import MILE_M
from app.core.workout import (
    Activity,
    ByDistance,
    ByReps,
    ByTime,
    Effort,
    Equal,
    Feel,
    HeartRate,
    Intensity,
    Length,
    Open,
    OpenWhy,
    Pace,
    Race,
    RacePace,
    Ratio,
    Rpe,
    SendOff,
    Split,
    Step,
    Target,
    Unit,
)
from tests.drawn import (
    FULL,
    GOAL_PACE,
    cool_down,
    easy_s,
    jog_s,
    mile_race,
    plan_of,
    plans,
    run_m,
    run_s,
    squats,
    times,
)


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (ByTime(30_000), "30 s"),
        (ByTime(30_500), "30.5 s"),
        (ByTime(150_000), "2:30 min"),
        (ByTime(300_000, 480_000), "5–8 min"),
        (ByTime(3_900_000), "1:05:00"),
        (ByDistance(Fraction(400)), "400 m"),
        (ByDistance(Fraction(16, 5), Unit.KM), "3.2 km"),
        (ByDistance(Fraction(1), Unit.MI), "1 mile"),
        (ByDistance(Fraction(1), Unit.MI, Fraction(2)), "1–2 mile"),
        (ByDistance(Fraction(2), Unit.LAP), "2 laps"),
        (ByReps(5, 8), "5–8×"),
        (Open(OpenWhy.FULL), "full recovery"),
        (Open(), "until ready"),
        (Equal(), "as long as the rep"),
        (Ratio(2, 1), "2:1 run to recovery"),
        (SendOff(240_000), "until 4 min from the start of the rep"),
    ],
)
def test_a_length_is_written_as_it_is_spoken(length: Length, words: str) -> None:
    assert length_words(length) == words


@pytest.mark.parametrize(
    ("ms", "words"),
    [(119_999, "119.999 s"), (120_000, "2 min"), (3_599_000, "59:59 min"), (3_600_000, "1:00:00")],
)
def test_a_duration_changes_its_unit_at_two_minutes_and_an_hour(ms: int, words: str) -> None:
    assert duration_words(ms) == words


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (None, ""),
        (Effort(Fraction(90), Fraction(95)), "90–95 % effort"),
        (HeartRate(Fraction(85), Fraction(85)), "85 % of max heart rate"),
        (Rpe(Fraction(8), Fraction(9)), "RPE 8–9"),
        (RacePace(Race.GOAL, or_faster=True), "goal mile pace or faster"),
        (RacePace(Race.K3, to=Race.K5), "3k to 5k pace"),
        (RacePace(Race.MILE, shift_s=Fraction(-2)), "mile pace, 2 s per 400 m faster"),
        (Pace(Fraction(360), ByDistance(Fraction(1), Unit.MI), Fraction(375)), "6:00–6:15 per mile"),
        (Split(Fraction(80)), "in 1:20"),
        (Split(Fraction("78.5"), Fraction(82)), "in 1:18.5–1:22"),
        (Feel("hard"), "hard"),
    ],
)
def test_a_target_is_written_as_it_is_spoken(target: Target | None, words: str) -> None:
    assert target_words(target) == words


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (run_m(400, GOAL_PACE), "400 m at goal mile pace"),
        (run_s(30, Effort(Fraction(90), Fraction(95))), "30 s at 90–95 % effort"),
        (Step(ByDistance(Fraction(400)), target=Split(Fraction(80))), "400 m in 1:20"),
        (jog_s(60), "60 s jog"),
        (cool_down(600), "10 min cool-down"),
        (easy_s(1800), "30 min easy"),
        (squats(5), "5× squats"),
        (FULL, "recovery"),
        (Step(Open(OpenWhy.FULL), Intensity.RECOVERY, Activity.ANY), "full recovery"),
        (Step(ByTime(600_000), activity=Activity.EASY, target=Feel("easy")), "10 min easy"),
    ],
)
def test_a_step_is_one_line(step: Step, words: str) -> None:
    assert step_words(step) == words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (RepPlace(1, 1, 1), ""),
        (RepPlace(3, 8, 8), "rep 3 of 8"),
        (RepPlace(9, 10, 8), "rep 9 of 8–10"),
        (RepPlace(1, 4, 4, 2, 3), "set 2 of 3, rep 1 of 4"),
    ],
)
def test_a_place_says_which_rep_of_how_many(place: RepPlace, words: str) -> None:
    assert rep_words(place) == words


@pytest.mark.parametrize(
    ("total", "words"),
    [
        (Total(1_860_000, 1_860_000), "31 min"),
        (Total(1_740_000, 1_920_000), "29–32 min"),
        (Total(720_000, 720_000, 4), "12 min and 4 open"),
        (Total(0, 0, 4), "4 open"),
        (Total(20_000, 20_000), "20 s"),
    ],
)
def test_a_total_is_a_range_where_the_workout_is(total: Total, words: str) -> None:
    assert total_time_words(total) == words


def test_the_work_is_told_in_metres_and_kilometres() -> None:
    assert total_work_words(Total(0, 0)) == ""
    assert total_work_words(Total(800, 800)) == "800 m hard"
    assert total_work_words(Total(1600, 2000)) == "1.6–2 km hard"


def test_the_time_asked_is_that_of_the_whole_segment() -> None:
    assert target_time_words(plan_of(mile_race(), goal_s=320, lead_s=0).segments[0]) == "5:20.0"
    between = Step(ByDistance(Fraction(400)), target=Split(Fraction(80), Fraction(82)))
    assert target_time_words(plan_of(between, lead_s=0).segments[0]) == "1:20.0–1:22.0"
    assert target_time_words(plan_of(run_m(400), lead_s=0).segments[0]) == ""


@given(plans)
def test_every_segment_has_words_and_a_guess_of_its_length(plan: Plan) -> None:
    for segment in plan.segments:
        assert step_words(segment.step)
        assert estimated_ms(segment) >= 0
        guesses = [estimated_mark_ms(segment, number) for number in range(1, len(segment.marks) + 1)]
        assert guesses == sorted(guesses)
        if guesses:
            assert guesses[-1] == estimated_ms(segment)


def test_guesses_are_round_and_plans_are_not_guessed() -> None:
    plan = plan_of(times(2, run_m(1000), rest=FULL), squats(5), run_s(30), mile_race(), goal_s=320, lead_s=0)
    guesses = [estimated_ms(segment) for segment in plan.segments]
    assert guesses == [250_000, OPEN_RECOVERY_MS, 250_000, OPEN_RECOVERY_MS, 20_000, 30_000, 320_000]
    assert plan.segments[-1].distance_m == MILE_M
