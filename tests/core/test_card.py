"""What stands on the pace card."""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.card import ROWS, CardSide, pace_card
from app.core.units import MILE_M, format_metres, format_time, parse_time

with (Path(__file__).parents[1] / "data" / "even_pace.csv").open(encoding="utf-8", newline="") as stream:
    EVEN = [*csv.DictReader(stream)]


def laps(side: CardSide) -> list[float]:
    return [float(row.mark_m) for row in side.rows if row.is_lap]


def test_a_mile_has_both_lines_and_its_200s() -> None:
    finish, start = pace_card(Fraction(320)).sides
    assert laps(finish) == [409.344, 809.344, 1209.344, 1609.344]
    assert laps(start) == [400, 800, 1200, 1609.344]
    assert [float(row.mark_m) for row in finish.rows if not row.is_lap] == [209.344, 609.344, 1009.344, 1409.344]
    assert [float(row.mark_m) for row in start.rows if not row.is_lap] == [200, 600, 1000, 1400]
    assert [float(row.mark_m) for side in (finish, start) for row in side.rows if row.is_bell] == [1209.344, 1200]
    assert (finish.odd_m, start.odd_m) == (Fraction("409.344"), Fraction("409.344"))


@pytest.mark.parametrize("goal", sorted({row["goal"] for row in EVEN}))
def test_its_times_are_the_even_ones_to_the_last_digit(goal: str) -> None:
    known = {row["mark_m"]: row for row in EVEN if row["goal"] == goal}
    seen = 0
    for side in pace_card(parse_time(goal)).sides:
        for row in side.rows:
            even = known.get(format_metres(row.mark_m))
            if even is not None:
                assert row.time_s == Fraction(even["exact_s"])
                assert format_time(row.time_s, 1) == even["clock_1dp"]
                seen += 1
    assert seen >= 12


@pytest.mark.parametrize(
    ("race", "lap", "finish", "start"),
    [
        ("1500", 400, [300, 700, 1100, 1500], [400, 800, 1200, 1500]),
        ("1600", 400, [400, 800, 1200, 1600], [400, 800, 1200, 1600]),
        ("800", 400, [400, 800], [400, 800]),
        ("3000", 400, [200, 600, 1000, 1400, 1800, 2200, 2600, 3000], [400, 800, 1200, 1600, 2000, 2400, 2800, 3000]),
        ("200", 400, [200], [200]),
        ("5000", 400, [200 + 400 * n for n in range(13)], [1000, 2000, 3000, 4000, 5000]),
        ("42195", 400, [2195 + 4000 * n for n in range(11)], [5000 * n for n in range(1, 9)] + [42195]),
        ("1609.344", 200, [9.344 + 200 * n for n in range(1, 9)], [200 * n for n in range(1, 8)] + [1609.344]),
    ],
)
def test_every_race_has_its_laps_or_what_can_be_read(
    race: str, lap: int, finish: list[float], start: list[float]
) -> None:
    sides = pace_card(Fraction(1000), Fraction(race), Fraction(lap)).sides
    assert [round(mark, 3) for mark in laps(sides[0])] == [round(mark, 3) for mark in finish]
    assert laps(sides[1]) == start


def test_the_odd_metres_are_in_one_lap() -> None:
    assert {side.odd_m for side in pace_card(Fraction(200), Fraction(1500)).sides} == {300}
    assert {side.odd_m for side in pace_card(Fraction(200), Fraction(1600)).sides} == {400}
    assert {side.odd_m for side in pace_card(Fraction(200), 2 * MILE_M).sides} == {Fraction("418.688")}


@given(st.fractions(1, 900_000, max_denominator=1000), st.sampled_from([200, 300, 400, Fraction("402.336"), 5000]))
def test_any_race_fits_on_the_card_and_ends_at_its_goal(race_m: Fraction, lap_m: Fraction) -> None:
    for side in pace_card(Fraction(320), race_m, Fraction(lap_m)).sides:
        assert 1 <= len(side.rows) <= ROWS + 1
        marks = [row.mark_m for row in side.rows]
        assert marks == sorted({*marks})
        assert (side.rows[-1].mark_m, side.rows[-1].time_s) == (race_m, Fraction(320))
        assert all(row.time_s * race_m == 320 * row.mark_m for row in side.rows)
        assert sum(row.is_bell for row in side.rows) <= 1
