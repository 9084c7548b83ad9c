"""Pace arithmetic: exact to the last digit, and silent where no formula holds."""

from __future__ import annotations

import csv
import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.pace import RACE_M, RIEGEL_S, asked_pace, equivalent_time, even_time
from app.core.units import MILE_M, format_time, parse_distance, parse_time, round_half_up
from app.core.workout import ByDistance, Effort, Feel, HeartRate, Pace, Race, RacePace, Rpe, Split, Target, Unit

DATA = Path(__file__).parents[1] / "data"
EVEN = list(csv.DictReader((DATA / "even_pace.csv").read_text("utf-8").splitlines()))
PUBLISHED = json.loads((DATA / "published_equivalents.json").read_text("utf-8"))
GOAL, BEST = Fraction(320), Fraction(340)


@pytest.mark.parametrize("row", EVEN, ids=[f"{row['goal']} at {row['mark_m']}" for row in EVEN])
def test_even_pace_is_exact_and_rounded_once(row: dict[str, str]) -> None:
    seconds = even_time(parse_time(row["goal"]), MILE_M, Fraction(row["mark_m"]))
    assert seconds == Fraction(row["exact_s"])
    assert str(round_half_up(seconds, 6)) == row["s_6dp"]
    assert format_time(seconds, 2) == row["clock_2dp"]
    assert format_time(seconds, 1) == row["clock_1dp"]


@pytest.mark.parametrize(("time", "distance", "other", "printed"), PUBLISHED["agree"])
def test_even_pace_agrees_with_what_others_printed(time: str, distance: str, other: str, printed: str) -> None:
    seconds = even_time(parse_time(time), parse_distance(distance), parse_distance(other))
    assert abs(seconds - parse_time(printed)) <= Fraction(1, 200)


@pytest.mark.parametrize(("time", "distance", "other", "printed", "exact"), PUBLISHED["disagree"])
def test_a_mile_is_not_1609_metres(time: str, distance: str, other: str, printed: str, exact: str) -> None:
    seconds = even_time(parse_time(time), parse_distance(distance), parse_distance(other))
    assert format_time(seconds, 2) == exact
    assert format_time(seconds * 1609 / MILE_M, 2) == printed


@given(st.fractions(1, 86_400), st.fractions(1, 50_000), st.fractions(0, 1))
def test_pieces_of_an_even_race_sum_to_the_whole(goal_s: Fraction, race_m: Fraction, share: Fraction) -> None:
    mark_m = share * race_m
    assert even_time(goal_s, race_m, mark_m) + even_time(goal_s, race_m, race_m - mark_m) == goal_s


def test_the_formula_of_riegel_holds_between_three_and_a_half_minutes_and_230() -> None:
    # 300 s × (5000 / 1609.344) ^ 1.06 = 997.66 s
    seconds = equivalent_time(Fraction(300), MILE_M, Fraction(5000))
    assert seconds is not None
    assert str(round_half_up(seconds, 2)) == "997.66"
    assert equivalent_time(Fraction(300), MILE_M, Fraction(800)) is None  # 143 s
    assert equivalent_time(Fraction(3600), MILE_M, Fraction(42_195)) is None
    assert equivalent_time(Fraction(100), MILE_M, MILE_M) == 100  # the same race needs no formula


@given(st.integers(210, 3600), st.sampled_from(sorted(RACE_M.values())))
def test_an_equivalent_is_slower_over_a_longer_race_or_not_known(time_s: int, to_m: Fraction) -> None:
    seconds = equivalent_time(Fraction(time_s), MILE_M, to_m)
    if seconds is None or to_m == MILE_M:
        return
    assert RIEGEL_S[0] <= seconds <= RIEGEL_S[1]
    assert (seconds / to_m > Fraction(time_s) / MILE_M) == (to_m > MILE_M)


def per_mile(target: Target, distance_m: int | None = None, *, goal: bool = True, best: bool = True) -> list[object]:
    """The pace that a target asks, in seconds for a mile: fast end, slow end, or faster."""
    distance = None if distance_m is None else Fraction(distance_m)
    asked = asked_pace(target, distance, GOAL if goal else None, BEST if best else None)
    if asked is None:
        return []
    slow = None if asked.slowest_s_per_m is None else asked.slowest_s_per_m * MILE_M
    return [asked.s_per_m * MILE_M, slow, asked.or_faster]


def test_mile_pace_is_the_goal_and_the_best_where_no_goal_is_set() -> None:
    assert per_mile(RacePace(Race.MILE)) == [320, None, False]
    assert per_mile(RacePace(Race.MILE), goal=False) == [340, None, False]
    assert per_mile(RacePace(Race.MILE), goal=False, best=False) == []


def test_goal_pace_is_never_the_best() -> None:
    assert per_mile(RacePace(Race.GOAL, or_faster=True)) == [320, None, True]
    assert per_mile(RacePace(Race.GOAL), goal=False) == []


def test_a_shift_is_seconds_for_each_lap_or_mile() -> None:
    assert per_mile(RacePace(Race.GOAL, shift_s=Fraction(-4), shift_per=ByDistance(Fraction(1), Unit.MI)))[0] == 316
    assert per_mile(RacePace(Race.GOAL, shift_s=Fraction(2)))[0] == 320 + 2 * MILE_M / 400
    assert per_mile(RacePace(Race.GOAL, shift_s=Fraction(-100))) == []


def test_a_pace_between_two_races_has_a_fast_and_a_slow_end() -> None:
    between = per_mile(RacePace(Race.K5, to=Race.K3))
    five, three = per_mile(RacePace(Race.K5)), per_mile(RacePace(Race.K3))
    assert between == [three[0], five[0], False]
    assert between[0] < between[1]  # type: ignore[operator]  # both are fractions here


def test_a_pace_and_a_split_are_taken_as_written() -> None:
    assert per_mile(Pace(Fraction(360), ByDistance(Fraction(1), Unit.MI), Fraction(375))) == [360, 375, False]
    assert per_mile(Split(Fraction(80), or_faster=True), 400) == [80 * MILE_M / 400, None, True]
    assert per_mile(Split(Fraction(80))) == []


@pytest.mark.parametrize(
    "target",
    [
        Effort(Fraction(90), Fraction(95)),
        HeartRate(Fraction(80), Fraction(85)),
        Rpe(Fraction(8), Fraction(9)),
        Feel("hard"),
        RacePace(Race.RACE),
        RacePace(Race.M400),
    ],
)
def test_effort_and_words_never_become_a_pace(target: Target) -> None:
    assert per_mile(target, 400) == []
