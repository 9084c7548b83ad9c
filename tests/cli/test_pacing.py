"""The options of `bell-lap splits`: conventions, lanes, profiles, the treadmill."""

from __future__ import annotations

import csv
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tests.cli.programs import Bell

DATA = Path(__file__).parents[1] / "data"
with (DATA / "track_lanes.csv").open(encoding="utf-8", newline="") as _stream:
    LANES = [*csv.DictReader(_stream)]
with (DATA / "even_pace.csv").open(encoding="utf-8", newline="") as _stream:
    EVEN = {(row["goal"], Fraction(row["mark_m"])): row["s_6dp"] for row in csv.DictReader(_stream)}
GOALS = json.loads((DATA / "treadmill.json").read_text("utf-8"))["goals"]


def rows(bell: Bell, *words: str) -> list[dict[str, Any]]:
    """The rows of the answer, figures as they are printed."""
    answer = bell("splits", *words, "--json")
    assert (answer.code, answer.err) == (0, "")
    found: list[dict[str, Any]] = json.loads(answer.out, parse_float=str, parse_int=str)
    return found


def marks(found: list[dict[str, Any]]) -> list[float]:
    return [float(row["distance_m"]) for row in found]


# Conventions ----------------------------------------------------------------------------------------------------------


def test_marks_lie_where_the_convention_says(bell: Bell) -> None:
    assert marks(rows(bell, "5:00")) == [409.344, 809.344, 1209.344, 1609.344]
    assert marks(rows(bell, "5:00", "--convention", "finish-line")) == [409.344, 809.344, 1209.344, 1609.344]
    assert marks(rows(bell, "5:00", "--convention", "start-line")) == [400, 800, 1200, 1609.344]
    assert marks(rows(bell, "5:00", "--convention", "every-200")) == [*range(200, 1601, 200), 1609.344]
    assert marks(rows(bell, "5:00", "--convention", "every-100")) == [*range(100, 1601, 100), 1609.344]
    assert marks(rows(bell, "4:00", "--convention", "every-200", "--distance", "1500m")) == [
        *range(200, 1401, 200),
        1500,
    ]
    assert marks(rows(bell, "5:00", "--convention", "start-line", "--track", "200"))[:2] == [200, 400]


def test_every_even_target_is_as_it_was_figured_apart(bell: Bell) -> None:
    seen = set()
    for goal in {goal for goal, _ in EVEN}:
        for words in (
            *(("--convention", each) for each in ("finish-line", "start-line", "every-100", "every-200")),
            ("--every", "440yd"),
            ("--track", "200"),
        ):
            for row in rows(bell, goal, *words):
                key = (goal, Fraction(row["distance_m"]))
                if key in EVEN:
                    assert row["time_s"] == EVEN[key]
                    seen.add(key)
    assert seen == {*EVEN}


def test_laps_are_the_differences_and_even_pace_is_off_by_nothing(bell: Bell) -> None:
    found = rows(bell, "5:20")
    assert [row["lap_s"] for row in found] == ["81.393462", "79.535513", "79.535513", "79.535513"]
    assert {row["minus_even_s"] for row in found} == {"0.000000"}


# Lanes ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", LANES, ids=lambda row: f"lane {row['lane']}")
def test_a_lane_has_the_lap_that_was_figured_apart(bell: Bell, row: dict[str, str]) -> None:
    found = rows(bell, "6:00", "--lane", row["lane"], "--convention", "start-line")
    lap_m, lap_s = float(found[0]["distance_m"]), float(found[0]["lap_s"])
    of_lane_1 = 0.0012 if row["lane"] == "1" else 0  # 400 m by definition; its geometry comes to 400.0012
    assert lap_m == pytest.approx(float(row["lap_m"]) - of_lane_1, abs=0.0001)
    assert lap_m - 400.0012 + of_lane_1 == pytest.approx(float(row["stagger_vs_lane1_m"]), abs=0.0001)
    assert 1609.344 / lap_m == pytest.approx(float(row["laps_per_mile"]), abs=0.00002)
    assert lap_s == pytest.approx(float(row["mile_seconds_per_lap_at_6:00"]), abs=0.0006)
    if row["naive_2pi_1.22_lap_m"] and row["lane"] != "1":
        assert abs(lap_m - float(row["naive_2pi_1.22_lap_m"])) > 0.6, "and not the one that many sites print"


def test_a_race_in_an_outer_lane_is_as_long_and_ends_at_the_goal(bell: Bell) -> None:
    found = rows(bell, "5:20", "--lane", "8")
    assert marks(found)[-1] == 1609.344
    assert found[-1]["time_s"] == "320.000000"
    laps = [b - a for a, b in zip(marks(found), marks(found)[1:], strict=False)]
    assert laps == pytest.approx([453.0313] * 3, abs=0.0001)
    assert marks(rows(bell, "5:20", "--lane", "8", "--convention", "every-200"))[0] == pytest.approx(
        226.5157, abs=0.0001
    )


# Profiles -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("profile", ["even", "record", "negative", "102,99,101,98", "102, 99; 101%, 98 %"])
@pytest.mark.parametrize("convention", ["finish-line", "start-line", "every-100"])
def test_a_profile_shares_out_the_goal_exactly(bell: Bell, profile: str, convention: str) -> None:
    found = rows(bell, "5:20", "--profile", profile, "--convention", convention)
    assert found[-1]["time_s"] == "320.000000"
    assert float(found[-1]["minus_even_s"]) == 0


def test_percentages_are_of_the_even_pace_of_each_lap(bell: Bell) -> None:
    paces = [
        float(row["lap_s"]) / length
        for row, length in zip(rows(bell, "5:20", "--profile", "102,99,101,98"), [409.344, 400, 400, 400], strict=True)
    ]
    for pace, percent in zip(paces, [102, 99, 101, 98], strict=True):
        assert pace / paces[0] == pytest.approx(percent / 102, abs=1e-6)
    table = bell("splits", "5:20", "--profile", "102,99,101,98").out.splitlines()
    assert table[0].split() == ["mark", "time", "lap", "±", "even", "seconds"]
    assert table[1].split()[-2] == "+1.62"


def test_a_record_goes_out_fast_and_a_negative_split_comes_home_fast(bell: Bell) -> None:
    record = [float(row["lap_s"]) for row in rows(bell, "5:20", "--profile", "record")]
    assert record[0] / 409.344 < record[3] / 400 < record[1] / 400 < record[2] / 400
    negative = rows(bell, "5:20", "--profile", "negative", "--distance", "1600m")
    assert float(negative[1]["time_s"]) == pytest.approx(160 * 1.01, abs=1e-6)


# The treadmill --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", GOALS, ids=lambda row: row["goal"])
def test_the_belt_says_what_it_really_gives(bell: Bell, row: dict[str, str]) -> None:
    for unit, speed, mile_s in (
        ("mph", "nearest_0.1_mph", "mile_time_at_rounded"),
        ("km/h", "nearest_0.1_kmh", "mile_time_at_rounded_kmh"),
    ):
        found = rows(bell, row["goal"], "--treadmill", unit)
        assert {(each["belt_unit"], each["belt_speed"]) for each in found} == {(unit, row[speed])}
        assert round(float(found[-1]["belt_time_s"]), 2) == float(row[mile_s])
        assert found[-1]["belt_mile_s"] == found[-1]["belt_time_s"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("7:00", "--treadmill", "mph"), "8.6 mph is 6:58.6, not 7:00.0: 4:20.1 a kilometre."),
        (("4:07.64", "--treadmill", "km/h"), "23.4 km/h is 4:07.59, not 4:07.64: 2:33.8 a kilometre."),
        (("5:00", "--treadmill", "mph"), "12.0 mph is 5:00.0, as asked: 3:06.4 a kilometre."),
        (
            ("5:00", "--treadmill", "mph", "--distance", "1500m"),
            "11.2 mph is 5:21.4 a mile, 3:19.7 a kilometre: 1500 m in 4:59.6, not 5:00.0.",
        ),
        (
            ("5:20", "--treadmill", "km/h", "--profile", "record"),
            "At these speeds the mile is run in 5:20.1, not 5:20.0.",
        ),
    ],
)
def test_the_last_line_says_what_the_speed_is_worth(bell: Bell, words: tuple[str, ...], said: str) -> None:
    assert bell("splits", *words).out.splitlines()[-1] == said


def test_the_table_has_the_speed_beside_each_lap(bell: Bell) -> None:
    lines = bell("splits", "7:00", "--treadmill", "mph").out.splitlines()
    assert lines[0].split() == ["mark", "time", "lap", "mph", "belt", "time", "seconds"]
    assert lines[4].split() == ["1609.344", "m", "7:00.00", "1:44.39", "8.6", "6:58.60", "420.000000"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--lane", "10"), "a track has lanes 1 to 9"),
        (("--lane", "0"), "a track has lanes 1 to 9"),
        (("--lane", "x"), "--lane takes the number of a lane"),
        (("--lane", "\u00b2"), "--lane takes the number of a lane"),
        (("--lane=-1",), "--lane takes the number of a lane"),
        (("--lane", "2", "--track", "200"), "only the standard 400 m track has known outer lanes"),
        (("--profile", "fast"), "--profile takes even, record, negative or a percentage for each lap"),
        (("--profile", "100,100"), "the race has 4 laps and the pace profile 2"),
        (("--profile", "100,100,100,1"), "50 to 200 percent"),
        (("--profile", "1e2,100,100,100"), "write one percentage"),
        (("--profile", ""), "write one percentage"),
        (("--profile", "nan,1,1,1"), "write one percentage"),
        (("--profile", ",".join(["100"] * 10_000)), "at most 200 laps"),
        (("--convention", "middle"), "invalid choice"),
        (("--treadmill", "m/s"), "invalid choice"),
        (("--treadmill", "mph", "--distance", "1m"), "no treadmill runs as slowly"),
        (("--convention", "every-100", "--distance", "1000km"), "more than 2,000 marks"),
    ],
    ids=lambda value: ascii(value)[:40],
)
def test_what_cannot_be_is_refused_in_a_line(bell: Bell, words: tuple[str, ...], said: str) -> None:
    time = "23:00:00" if "1m" in words else "5:00"
    assert said in bell("splits", time, *words).complaint
