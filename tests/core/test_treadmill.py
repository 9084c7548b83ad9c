"""The treadmill: a speed is rounded once, what the belt gives comes from it, and models hold where they were tested."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.pace import Belt
from app.core.treadmill import (
    RUNS_FROM_M_MIN,
    TESTED_M_S,
    Dial,
    cost_words,
    dial_of,
    equal_flat,
    equal_uphill,
    fast_words,
    given_words,
    incline_words,
    oxygen_ml,
    speed_words,
)
from app.core.units import MILE_M, format_time, parse_time

FACTS = json.loads((Path(__file__).parent.parent / "data" / "treadmill.json").read_text(encoding="utf-8"))
UNIT_M = {Belt.KMH: Fraction(1000), Belt.MPH: MILE_M}

paces = st.fractions(Fraction(1, 10), Fraction(1), max_denominator=10_000)
inclines = st.fractions(0, 15, max_denominator=10)


def dial(mile: str, belt: Belt, incline_pct: str = "0") -> Dial:
    made = dial_of(parse_time(mile) / MILE_M, belt, Fraction(incline_pct))
    assert made is not None
    return made


@pytest.mark.parametrize("row", FACTS["goals"], ids=lambda row: str(row["goal"]))
def test_a_goal_mile_on_a_belt(row: dict[str, str]) -> None:
    mph, kmh = dial(row["goal"], Belt.MPH), dial(row["goal"], Belt.KMH)
    assert (str(mph.speed), str(kmh.speed)) == (row["nearest_0.1_mph"], row["nearest_0.1_kmh"])
    assert round(float(mph.mile_s), 2) == float(row["mile_time_at_rounded"])
    assert round(float(kmh.mile_s), 2) == float(row["mile_time_at_rounded_kmh"])
    assert 3600 / parse_time(row["goal"]) == pytest.approx(float(row["mph"]), abs=5e-5)


@pytest.mark.parametrize("row", FACTS["published_examples"])
def test_what_others_print_of_the_model(row: dict[str, str]) -> None:
    pace, incline = 3600 / (Fraction(row["mph"]) * MILE_M), Fraction(row["grade"]) * 100
    oxygen, flat = oxygen_ml(pace, incline), equal_flat(pace, incline)
    assert oxygen is not None
    assert flat is not None
    if "published_vo2" in row:
        assert round(float(oxygen), 2) == float(row["published_vo2"])
    if "published_flat_mph" in row:
        assert 3600 / (flat * MILE_M) == Fraction(row["published_flat_mph"])
    if "published_flat_pace" in row:
        assert abs(flat * MILE_M - parse_time(row["published_flat_pace"])) < 1  # printed in whole seconds, some cut


def test_the_tested_speeds_are_those_of_the_study() -> None:
    speeds = [Fraction(speed) for speed in FACTS["jones_doust_1996"]["speeds_m_s"]]
    assert (min(speeds), max(speeds)) == TESTED_M_S


@given(paces, st.sampled_from(Belt))
def test_the_speed_is_never_further_from_the_pace_than_half_a_step(s_per_m: Fraction, belt: Belt) -> None:
    made = dial_of(s_per_m, belt)
    assert made is not None
    asked = 3600 / s_per_m / UNIT_M[belt]
    assert abs(3600 / made.s_per_m / UNIT_M[belt] - asked) <= Fraction(1, 20)
    assert Fraction(made.speed) == Fraction(made.tenths, 10)


@given(paces, st.sampled_from(Belt), st.integers(1, 20_000))
def test_a_distance_takes_as_long_as_the_belt_needs_for_it(s_per_m: Fraction, belt: Belt, metres: int) -> None:
    made = dial_of(s_per_m, belt)
    assert made is not None
    hours = Fraction(metres) / UNIT_M[belt] / Fraction(made.speed)
    assert abs(made.duration_ms(Fraction(metres)) - hours * 3_600_000) <= Fraction(1, 2)


@given(paces, inclines)
def test_the_paces_that_cost_as_much_do(s_per_m: Fraction, incline_pct: Fraction) -> None:
    flat = equal_flat(s_per_m, incline_pct)
    if flat is not None:
        assert oxygen_ml(flat) == oxygen_ml(s_per_m, incline_pct)
        assert equal_uphill(flat, incline_pct) == s_per_m
    uphill = equal_uphill(s_per_m, incline_pct)
    if uphill is not None:
        assert oxygen_ml(uphill, incline_pct) == oxygen_ml(s_per_m)
        assert uphill >= s_per_m


def test_below_running_there_is_no_figure() -> None:
    slowest = Fraction(60, RUNS_FROM_M_MIN)
    assert oxygen_ml(slowest) is not None
    assert oxygen_ml(slowest + Fraction(1, 1000)) is None
    assert equal_uphill(slowest, Fraction(1)) is None  # it would be slower than that
    assert cost_words(dial("16:00", Belt.KMH, "1")) == ""


def test_a_belt_that_would_stand_is_not_set() -> None:
    assert dial_of(Fraction(100), Belt.MPH) is None
    assert dial_of(Fraction(36), Belt.KMH) == Dial(1, Belt.KMH, Fraction(36))


@pytest.mark.parametrize(
    ("mile", "belt", "said"),
    [
        ("7:00", Belt.MPH, "8.6 mph is 6:58.6 a mile, not 7:00."),
        ("6:00", Belt.MPH, "10.0 mph is 6:00.0 a mile."),
        ("5:20", Belt.KMH, "18.1 km/h is 3:18.9 a km and 5:20.1 a mile, not 5:20."),
        ("6:26.243", Belt.KMH, "15.0 km/h is 4:00.0 a km and 6:26.2 a mile."),
    ],
)
def test_it_is_said_what_a_speed_really_gives(mile: str, belt: Belt, said: str) -> None:
    assert given_words(dial(mile, belt)) == said


@given(paces, st.sampled_from(Belt))
def test_a_time_that_is_said_not_to_be_is_another_one(s_per_m: Fraction, belt: Belt) -> None:
    made = dial_of(s_per_m, belt)
    assert made is not None
    real, asked = format_time(made.mile_s), format_time(s_per_m * MILE_M)
    assert (", not " in given_words(made)) == (real != asked)
    assert real in given_words(made)


def test_an_incline_never_changes_the_speed_and_says_what_it_costs() -> None:
    flat, steep = dial("5:20", Belt.KMH), dial("5:20", Belt.KMH, "1")
    assert (flat.speed, flat.s_per_m) == (steep.speed, steep.s_per_m)
    assert cost_words(flat) == ""
    costs = "1 %: costs like 5:06.3 a mile on the flat; 17.3 km/h would cost like 5:20 (ACSM model)."
    assert cost_words(steep) == costs


def test_what_most_belts_cannot_is_said() -> None:
    assert fast_words(dial("3:43.13", Belt.KMH)) == "26.0 km/h is faster than most belts go (25.0 km/h)."
    assert fast_words(dial("3:43.13", Belt.MPH)) == "16.1 mph is faster than most belts go (15.5 mph)."
    assert fast_words(Dial(250, Belt.KMH, Fraction(18, 125))) == ""


def test_one_percent_is_named_with_the_speeds_at_which_it_was_tested() -> None:
    known = "1 % costs what the road does: tested on nine men from {} (Jones and Doust 1996)."
    assert incline_words(Belt.KMH) == known.format("10.5 to 18.0 km/h")
    inside, outside = dial("5:22", Belt.KMH), dial("5:00", Belt.MPH)  # 5.36 m/s was not tested
    assert incline_words(Belt.KMH, inside) == incline_words(Belt.KMH)
    assert incline_words(Belt.MPH, outside, outside) == f"{known.format('6.5 to 11.2 mph')} Outside of that: 12.0 mph."


def test_a_speed_is_written_as_the_belt_shows_it() -> None:
    assert [speed_words(dial("6:00", belt)) for belt in Belt] == ["16.1 km/h", "10.0 mph"]
