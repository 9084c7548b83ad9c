"""The splits of a race to come: their times, and what a treadmill makes of them."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import InputError
from app.core.pace import Belt
from app.core.profile import Profile, ProfileKind, course_of
from app.core.splits import every_marks, planned_splits
from app.core.track import OUTDOOR, finish_line_marks
from app.core.units import MILE_M, parse_time

GOALS = json.loads((Path(__file__).parents[1] / "data" / "treadmill.json").read_text("utf-8"))["goals"]
MARKS = finish_line_marks(MILE_M, OUTDOOR.lap_m)


@pytest.mark.parametrize("row", GOALS, ids=lambda row: row["goal"])
def test_a_belt_gives_the_mile_that_its_speed_gives(row: dict[str, str]) -> None:
    for belt, speed, mile_s in (
        (Belt.MPH, "nearest_0.1_mph", "mile_time_at_rounded"),
        (Belt.KMH, "nearest_0.1_kmh", "mile_time_at_rounded_kmh"),
    ):
        finish = planned_splits(parse_time(row["goal"]), MILE_M, MARKS, belt=belt)[-1]
        assert finish.on_belt is not None
        assert finish.on_belt.speed == Decimal(row[speed])
        assert round(float(finish.on_belt.time_s), 2) == float(row[mile_s])
        assert finish.on_belt.mile_s == finish.on_belt.time_s


def test_a_race_slower_than_any_belt_is_refused() -> None:
    with pytest.raises(InputError, match="no treadmill runs as slowly"):
        planned_splits(Fraction(80_000), Fraction(100), [Fraction(100)], belt=Belt.MPH)


def test_marks_every_so_far_reach_the_finish_and_hide_nothing_before_it() -> None:
    assert [float(m) for m in every_marks(MILE_M, Fraction(400))] == [400, 800, 1200, 1600, 1609.344]
    assert [float(m) for m in every_marks(Fraction(300), Fraction(100))] == [100, 200, 300]
    assert [float(m) for m in every_marks(Fraction(50), Fraction(100))] == [50]
    with pytest.raises(InputError, match="more than 2,000 marks"):
        every_marks(Fraction(1_000_000), Fraction(100))


@given(
    st.integers(200, 3_000),
    st.lists(st.integers(50, 200), min_size=4, max_size=4),
    st.sampled_from([None, *Belt]),
)
def test_laps_add_up_to_the_goal_whatever_the_profile(goal_s: int, percents: list[int], belt: Belt | None) -> None:
    goal = Fraction(goal_s)
    course = course_of(Profile(ProfileKind.OWN, tuple(map(Fraction, percents))), MILE_M, goal, MARKS)
    splits = planned_splits(goal, MILE_M, MARKS, course, belt)
    assert sum(split.lap_s for split in splits) == splits[-1].time_s == goal
    assert splits[-1].off_even_s == 0
    if belt is not None:
        for split, length_m in zip(splits, [MARKS[0], *[Fraction(400)] * 3], strict=True):
            assert split.on_belt is not None
            unit_m = 1000 if belt is Belt.KMH else MILE_M
            assert split.on_belt.lap_s == 3600 * length_m / (Fraction(split.on_belt.speed) * unit_m)
            exact = 3600 * length_m / (split.lap_s * (1000 if belt is Belt.KMH else MILE_M))
            assert abs(Fraction(split.on_belt.speed) - exact) <= Fraction(1, 20)
