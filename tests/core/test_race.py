"""A race from its splits: the figures of races that were run, what does not agree, what nobody can have run."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import InputError
from app.core.marks import MarkTime
from app.core.race import marks_of_laps, race_figures
from app.core.track import Convention
from app.core.units import MILE_M, YARD_M

RACES: list[dict[str, Any]] = json.loads((Path(__file__).parents[1] / "data" / "races.json").read_text("utf-8"))[
    "races"
]
FROM_ROUNDED_PACES = 0.001
"""The facts' `cv_per_400_pct` was figured from paces that had been rounded to 0.001 s; ours from exact ones."""


def marks(*pairs: tuple[str, str]) -> list[MarkTime]:
    return [MarkTime(Fraction(mark_m), Fraction(time_s)) for mark_m, time_s in pairs]


def mile(time_s: str, *pairs: tuple[str, str]) -> Any:
    return race_figures(Fraction(time_s), MILE_M, marks(*pairs))


@pytest.mark.parametrize("race", RACES, ids=lambda race: race["id"])
def test_a_race_that_was_run_comes_to_what_was_figured_apart(race: dict[str, Any]) -> None:
    figures = race_figures(Fraction(race["final_s"]), Fraction(race["distance_m"]), marks(*race["splits"]))
    assert [part.time_s for part in figures.parts] == [Fraction(lap) for lap in race["lap_s"]]
    assert [float(part.per_400_s) for part in figures.parts] == pytest.approx(
        [float(pace) for pace in race["per_400_s"]], abs=0.0005
    )
    assert [float(off_s) for _, off_s in figures.offs] == pytest.approx(
        [float(off) for off in race["off_even_s"]], abs=0.0005
    )
    if race["cv_raw_pct"] is None:
        assert figures.cv_laps_pct is None
        assert figures.cv_per_400_pct is None
        assert any("no evenness is given" in warning for warning in figures.warnings)
    else:
        assert figures.cv_laps_pct == pytest.approx(float(race["cv_raw_pct"]), abs=0.0005)
        assert figures.cv_per_400_pct == pytest.approx(float(race["cv_per_400_pct"]), abs=FROM_ROUNDED_PACES)
    assert sum(figures.halves_s) == Fraction(race["final_s"])


def test_even_pace_has_no_deviation_no_spread_and_equal_halves() -> None:
    even = Fraction(320) / MILE_M
    splits = [MarkTime(mark_m, even * mark_m) for mark_m in (Fraction("409.344") + 400 * n for n in range(3))]
    figures = race_figures(Fraction(320), MILE_M, splits)
    assert [off_s for _, off_s in figures.offs] == [0, 0, 0]
    assert figures.cv_per_400_pct == 0
    assert figures.cv_laps_pct == pytest.approx(1.0, abs=0.01)  # its first lap is 2.3 % longer
    assert {*figures.halves_s} == {160}
    assert figures.even_s_per_400 == 320 * Fraction(3125, 12573)
    assert figures.warnings == ()


# What can be compared -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("last_m", "is_compared"), [("440", True), ("440.001", False), ("364", True), ("363", False)], ids=str
)
def test_parts_are_compared_up_to_a_tenth_of_difference(last_m: str, *, is_compared: bool) -> None:
    figures = race_figures(Fraction(240), 800 + Fraction(last_m), marks(("400", "80"), ("800", "160")))
    assert (figures.cv_laps_pct is not None) == (figures.cv_per_400_pct is not None) == is_compared
    assert any("no evenness" in warning for warning in figures.warnings) != is_compared


def test_two_parts_are_too_few_to_be_even() -> None:
    figures = mile("300", ("804.672", "150"))
    assert figures.cv_laps_pct is figures.cv_per_400_pct is None
    assert [warning for warning in figures.warnings if "three parts" in warning]


def test_a_race_without_a_mark_on_the_way_has_one_part() -> None:
    figures = mile("300")
    assert len(figures.parts) == 1
    assert figures.offs == ()
    assert figures.halves_s == (150, 150)
    assert "No mark on the way" in figures.sentence


# Halves ---------------------------------------------------------------------------------------------------------------


def test_half_way_is_reckoned_at_even_pace_within_its_part() -> None:
    figures = race_figures(Fraction(208), Fraction(1500), marks(("700", "95"), ("1100", "151")))
    assert figures.halves_s == (Fraction(95 + 7), Fraction(208 - 95 - 7))  # 50 of 400 m that took 56 s
    assert any("no mark lies near half way, 750 m" in warning for warning in figures.warnings)


@pytest.mark.parametrize("mark", ["800", "804.672", "809.344"])
def test_a_mark_near_half_way_needs_no_word(mark: str) -> None:
    assert not [warning for warning in mile("300", (mark, "150")).warnings if "half way" in warning]


def test_a_mark_half_way_is_the_half() -> None:
    assert mile("300", ("804.672", "148.5")).halves_s == (Fraction("148.5"), Fraction("151.5"))


# What does not agree is taken, with by how much -----------------------------------------------------------------------


def test_marks_out_of_order_are_put_in_order_and_that_is_said() -> None:
    figures = mile("223.13", ("1209.344", "167.91"), ("409.344", "55.07"), ("809.344", "111.58"))
    assert [float(part.to_m) for part in figures.parts] == [409.344, 809.344, 1209.344, 1609.344]
    assert figures.warnings == ("the marks were not in the order of their distance; they are now",)


def test_the_finish_may_be_among_the_marks() -> None:
    told = mile("300", ("409.344", "75"), ("809.344", "150"), ("1209.344", "225"), ("1609.344", "300"))
    untold = mile("300", ("409.344", "75"), ("809.344", "150"), ("1209.344", "225"))
    assert told == untold


def test_a_finish_that_disagrees_is_said_with_the_difference() -> None:
    figures = mile("226.91", ("809.344", "113.5"), ("1609.344", "226.5"))
    assert figures.final_s == Fraction("226.91")
    assert any("0.41 s off the time of the race" in warning for warning in figures.warnings)


@pytest.mark.parametrize("mark", ["1609", "1609.34", "1610"])
def test_a_mark_a_stride_from_the_finish_is_the_finish(mark: str) -> None:
    figures = mile("300", ("809.344", "150"), (mark, "300"))
    assert len(figures.parts) == 2
    assert f"the mark at {mark} m is taken for the finish, at 1609.344 m" in figures.warnings


def test_a_race_of_1609_m_is_no_mile_and_that_is_said() -> None:
    figures = race_figures(Fraction(300), Fraction(1609), marks(("800", "149")))
    assert figures.race_m == 1609
    assert "1609 m is not the mile" in figures.warnings[0]


def test_a_mark_given_twice_is_taken_once() -> None:
    once = mile("300", ("809.344", "150"))
    assert mile("300", ("809.344", "150"), ("809.344", "150")) == once
    twice = mile("300", ("809.344", "150"), ("809.344", "150.31"))
    assert twice.parts == once.parts
    assert any("given twice, 0.31 s apart" in warning for warning in twice.warnings)


def test_webb_s_laps_come_to_less_than_his_time() -> None:
    laps = [Fraction(lap) for lap in ("56.1", "57.4", "56.8", "56.2")]
    splits, warnings = marks_of_laps(laps, Fraction("226.91"), MILE_M, Fraction(400))
    assert [float(split.mark_m) for split in splits] == [409.344, 809.344, 1209.344]
    figures = race_figures(Fraction("226.91"), MILE_M, splits)
    assert [float(part.time_s) for part in figures.parts] == [56.1, 57.4, 56.8, 56.61]
    (warning,) = warnings
    assert "the laps come to 3:46.50, 0.41 s less than 3:46.91" in warning


def test_laps_that_come_to_more_say_so_and_those_that_agree_say_nothing() -> None:
    laps = [Fraction(80)] * 4
    assert "1.00 s more than 5:19.00" in marks_of_laps(laps, Fraction(319), MILE_M, Fraction(400))[1][0]
    assert marks_of_laps(laps, Fraction(320), MILE_M, Fraction(400))[1] == ()
    assert marks_of_laps(laps[:3], Fraction(320), MILE_M, Fraction(400)) == marks_of_laps(
        laps, Fraction(320), MILE_M, Fraction(400)
    )


def test_laps_may_be_counted_from_the_start_line() -> None:
    laps = [Fraction(lap) for lap in ("60.2", "60.55", "61.09", "64.58")]
    splits, warnings = marks_of_laps(laps, Fraction("246.42"), MILE_M, Fraction(400), Convention.START_LINE)
    assert [float(split.mark_m) for split in splits] == [400, 800, 1200]
    assert [float(split.time_s) for split in splits] == [60.2, 120.75, 181.84]
    assert warnings == ()


@pytest.mark.parametrize("n", [1, 2, 5, 8])
def test_another_number_of_laps_is_refused(n: int) -> None:
    with pytest.raises(InputError, match=rf"has 4 laps; {n} lap times are given"):
        marks_of_laps([Fraction(40)] * n, Fraction(320), MILE_M, Fraction(400))


def test_laps_that_leave_no_time_are_refused() -> None:
    splits, _ = marks_of_laps([Fraction(120)] * 4, Fraction(320), MILE_M, Fraction(400))
    with pytest.raises(InputError, match=r"no time is left from 1209\.344 m"):
        race_figures(Fraction(320), MILE_M, splits)


# What nobody can have run ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([("1700", "290")], "lies past the finish"),
        ([("1610.344", "300")], "lies past the finish"),
        ([("800", "301")], "no time is left"),
        ([("800", "300")], "no time is left"),
        ([("400", "75"), ("800", "75")], "is not after 400 m"),
        ([("400", "75"), ("800", "74")], "is not after 400 m"),
        ([("400", "38.31")], "0 to 400 m in 38.31 is faster than anybody ever ran"),
        ([("1509.344", "292")], "1509.344 to 1609.344 m in 8.00 is faster"),
    ],
)
def test_what_nobody_can_have_run_is_refused(pairs: list[tuple[str, str]], said: str) -> None:
    with pytest.raises(InputError, match=said):
        mile("300", *pairs)


def test_what_somebody_has_run_is_not_refused() -> None:
    assert race_figures(Fraction("9.58"), Fraction(100), marks(("60", "6.31"), ("80", "7.92"))).parts
    assert race_figures(Fraction("19.19"), Fraction(200), marks(("100", "9.92"))).parts
    assert race_figures(Fraction("43.03"), Fraction(400), marks(("200", "20.5"))).parts


# Laws -----------------------------------------------------------------------------------------------------------------


@st.composite
def races(draw: st.DrawFn) -> tuple[Fraction, Fraction, list[MarkTime]]:
    """Races of parts that can be run, in hundredths."""
    parts = draw(st.lists(st.tuples(st.integers(20_000, 1_000_000), st.integers(110, 900)), min_size=1, max_size=12))
    mark_m, time_s, splits = Fraction(0), Fraction(0), []
    for length_mm, pace in parts:
        mark_m += Fraction(length_mm, 1000)
        time_s += Fraction(length_mm, 1000) * Fraction(pace, 1000)
        splits.append(MarkTime(mark_m, time_s))
    return time_s, mark_m, splits[:-1]


@given(races())
def test_parts_and_halves_add_up_to_the_race(race: tuple[Fraction, Fraction, list[MarkTime]]) -> None:
    final_s, race_m, splits = race
    figures = race_figures(final_s, race_m, splits)
    assert sum(part.time_s for part in figures.parts) == sum(figures.halves_s) == final_s
    assert sum(part.length_m for part in figures.parts) == race_m
    assert all(half_s > 0 for half_s in figures.halves_s)


@given(races(), st.randoms(use_true_random=False))
def test_the_order_in_which_marks_are_written_changes_nothing_but_a_warning(
    race: tuple[Fraction, Fraction, list[MarkTime]], chance: Any
) -> None:
    final_s, race_m, splits = race
    mixed = splits[:]
    chance.shuffle(mixed)
    one, other = race_figures(final_s, race_m, splits), race_figures(final_s, race_m, mixed)
    assert (one.parts, one.halves_s, one.cv_laps_pct, one.sentence) == (
        other.parts,
        other.halves_s,
        other.cv_laps_pct,
        other.sentence,
    )


@given(races(), st.integers(2, 9))
def test_a_race_in_yards_is_the_same_race(race: tuple[Fraction, Fraction, list[MarkTime]], times: int) -> None:
    """Longer units of everything leave the pace of each part in proportion, and the spread as it is."""
    final_s, race_m, splits = race
    figures = race_figures(final_s, race_m, splits)
    scaled = race_figures(
        final_s * times, race_m * YARD_M * times, [MarkTime(m * YARD_M * times, s * times) for m, s in splits]
    )
    if figures.cv_laps_pct is not None and scaled.cv_laps_pct is not None:
        assert scaled.cv_laps_pct == pytest.approx(figures.cv_laps_pct)
