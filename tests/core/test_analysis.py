"""Laps beside the even pace, against races that were run, and what is said of them."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.analysis import (
    LapFigures,
    evenness,
    lap_figures,
    n_on_target,
    rep_figures,
    spread_pct,
)
from app.core.events import Command
from app.core.plan import Mark, Plan, Segment
from app.core.session import Session, Split
from app.core.track import INDOOR, Track
from app.core.units import MILE_M, Instant, round_half_up, to_millis
from app.core.workout import ByDistance, Intensity, Race, RacePace, Step
from app.rehearsal import Rehearsal
from tests.drawn import FULL, GOAL_PACE, jog_s, mile_race, plan_of, plans, run_m, run_s, times

RACES: list[dict[str, Any]] = json.loads((Path(__file__).parents[1] / "data" / "races.json").read_text("utf-8"))[
    "races"
]
MILES = {race["id"]: race for race in RACES}
FROM_ROUNDED_PACES = 0.001
"""The fact `cv_per_400_pct` was figured from paces that had been rounded to 0.001 s; ours from exact ones."""


def run(race: dict[str, Any]) -> tuple[LapFigures, ...]:
    """The figures of a race with the time it was run in as its goal."""
    distance, final = Fraction(race["distance_m"]), Fraction(race["final_s"])
    points = [(Fraction(m), Fraction(s)) for m, s in race["splits"]] + [(distance, final)]
    segment = Segment(
        0,
        Step(ByDistance(distance), race=True),
        Intensity.WORK,
        distance_m=distance,
        marks=tuple(Mark(m, None) for m, _ in points),
        pace_s_per_m=final / distance,
    )
    splits, before = [], 0
    for number, (_, s) in enumerate(points):
        ms = to_millis(s)
        splits.append(Split(ms, ms - before, segment.marks[number], Instant(ms), number + 1))
        before = ms
    return lap_figures(segment, splits)


def rounded(value: Fraction | None) -> Fraction:
    assert value is not None
    return Fraction(round_half_up(value, 3))


@pytest.mark.parametrize("race", RACES, ids=[race["id"] for race in RACES])
def test_real_races_have_the_laps_that_were_figured_apart(race: dict[str, Any]) -> None:
    laps = run(race)
    final, distance = Fraction(race["final_s"]), Fraction(race["distance_m"])
    assert [Fraction(lap.lap_ms, 1000) for lap in laps] == [Fraction(s) for s in race["lap_s"]]
    assert [rounded(lap.off_total_s) for lap in laps] == [*(Fraction(s) for s in race["off_even_s"]), 0]
    assert [rounded(lap.per_400_s) for lap in laps] == [Fraction(s) for s in race["per_400_s"]]
    for lap in laps[:-1]:
        assert lap.needed_s == final - Fraction(lap.split_ms, 1000)
        assert lap.projected_s == Fraction(lap.split_ms, 1000) / lap.to_m * distance
    assert laps[-1].projected_s == final
    assert laps[-1].needed_s is None
    assert sum(lap.off_s for lap in laps if lap.off_s is not None) == laps[-1].off_total_s == 0


@pytest.mark.parametrize("race", [r for r in RACES if r["cv_raw_pct"]], ids=lambda race: race["id"])
def test_evenness_is_the_coefficient_of_variation(race: dict[str, Any]) -> None:
    laps = run(race)
    raw, per_400 = spread_pct([Fraction(lap.lap_ms, 1000) for lap in laps]), spread_pct([lap.per_400_s for lap in laps])
    assert raw == pytest.approx(float(race["cv_raw_pct"]), abs=0.0005)
    assert per_400 == pytest.approx(float(race["cv_per_400_pct"]), abs=FROM_ROUNDED_PACES)


@pytest.mark.parametrize("name", ["el_guerrouj_1999_mile", "webb_2001_hs_mile", "club_mile_2007"])
def test_a_race_pressed_at_the_line_comes_to_the_same(name: str) -> None:
    race = MILES[name]
    presses = [to_millis(Fraction(s)) for _, s in race["splits"]] + [to_millis(Fraction(race["final_s"]))]
    rehearsal = Rehearsal(plan_of(mile_race(), goal_s=race["final_s"], lead_s=5)).start().with_laps(presses)
    (rep,) = rep_figures(rehearsal.session)
    assert [rounded(lap.off_total_s) for lap in rep.laps] == [*(Fraction(s) for s in race["off_even_s"]), 0]
    even = evenness([rep])
    assert (even.n_pieces, even.what) == (4, "laps")
    assert even.cv_pct == pytest.approx(float(race["cv_per_400_pct"]), abs=FROM_ROUNDED_PACES)


def session(plan: Plan, *laps_s: float) -> Session:
    return Rehearsal(plan).start().with_laps([round(s * 1000) for s in laps_s]).session


def test_without_a_goal_laps_have_times_and_no_difference() -> None:
    (rep,) = rep_figures(session(plan_of(mile_race(), lead_s=0), 80, 160, 240, 320))
    assert [lap.lap_ms for lap in rep.laps] == [80_000] * 4
    assert {lap.off_s for lap in rep.laps} == {lap.needed_s for lap in rep.laps} == {rep.off_s} == {None}
    assert rep.laps[0].projected_s == 80 * MILE_M / Fraction("409.344")


def test_a_goal_that_is_gone_needs_no_time_any_more() -> None:
    (rep,) = rep_figures(session(plan_of(mile_race(), goal_s=200, lead_s=0), 80, 160, 240))
    assert [lap.needed_s for lap in rep.laps] == [120, 40, None]
    assert rep.off_s is None  # it was not run to its end


@given(st.lists(st.integers(300, 200_000), min_size=1, max_size=8), st.integers(200, 600))
def test_a_lap_is_what_the_splits_differ_by_and_the_differences_add_up(gaps: list[int], goal_s: int) -> None:
    plan = plan_of(mile_race(), goal_s=goal_s, lead_s=0, track=INDOOR)
    presses = [sum(gaps[: n + 1]) for n in range(len(gaps))]
    (rep,) = rep_figures(Rehearsal(plan).start().with_laps(presses).session)
    total = Fraction(0)
    for lap, split_ms in zip(rep.laps, presses, strict=True):
        assert lap.off_s is not None
        total += lap.off_s
        assert (lap.split_ms, lap.off_total_s) == (split_ms, total)
        if lap.needed_s is not None:
            assert lap.needed_s + Fraction(split_ms, 1000) == goal_s


@given(plans)
def test_on_pace_is_on_target_to_the_millisecond(plan: Plan) -> None:
    for rep in rep_figures(Rehearsal(plan).start().to_the_end().session):
        assert rep.off_s is None or abs(rep.off_s) <= Fraction(1, 2000)


def test_what_was_run_again_is_judged_once() -> None:
    plan = plan_of(run_m(200, GOAL_PACE), jog_s(60), run_m(200, GOAL_PACE), goal_s=320, lead_s=0)
    rehearsal = Rehearsal(plan).start().at("45", Command.LAP).at("50", Command.BACK).at("1:29.8", Command.LAP)
    (rep,) = rep_figures(rehearsal.session)
    assert rep.record.elapsed_ms == 39_800


def test_reps_of_one_length_are_compared_as_wholes() -> None:
    plan = plan_of(times(3, run_m(200), rest=FULL), lead_s=0)
    rehearsal = Rehearsal(plan).start()
    for ms in (35_000, 95_000, 130_000, 190_000, 229_000):
        rehearsal.at(ms, Command.LAP)
    even = evenness(rep_figures(rehearsal.session))
    assert (even.n_pieces, even.what) == (3, "reps")
    # 35, 35 and 39 s: mean 109/3, standard deviation √(32/9)
    assert even.cv_pct == pytest.approx(100 * (32 / 9) ** 0.5 / (109 / 3))


def test_one_piece_is_neither_even_nor_uneven() -> None:
    assert evenness(rep_figures(session(plan_of(run_m(400), lead_s=0), 80))).cv_pct is None
    assert evenness(()).cv_pct is None
    assert evenness(rep_figures(session(plan_of(run_s(30), lead_s=0)))).n_pieces == 0


def reps_in(*seconds: float, or_faster: bool = False) -> Session:
    """400s at a goal pace of 80 s, with a minute between."""
    step = run_m(400, RacePace(Race.GOAL, or_faster=or_faster))
    plan = plan_of(times(len(seconds), step, rest=jog_s(60)), goal_s="321.8688", lead_s=0)
    rehearsal, ms = Rehearsal(plan).start(), 0
    for s in seconds:
        ms += round(s * 1000)
        rehearsal.at(ms, Command.LAP)
        ms += 60_000
    return rehearsal.session


def test_reps_on_target_are_counted_and_faster_counts_where_it_was_said() -> None:
    # one per cent of 80 s is allowed either way
    assert n_on_target(rep_figures(reps_in(80.8, 80.9, 79.2, 79.1))) == (2, 4)
    assert n_on_target(rep_figures(reps_in(80.8, 80.9, 79.2, 70, or_faster=True))) == (3, 4)
    assert n_on_target(rep_figures(session(plan_of(run_m(400), lead_s=0), 80))) == (0, 0)


def test_a_yard_track_has_its_marks_where_bannister_passed_them() -> None:
    race = MILES["bannister_1954_mile"]
    plan = plan_of(mile_race(), lead_s=0, track=Track(Fraction(race["track_lap_m"])))
    assert [mark.distance_m for mark in plan.segments[0].marks[:-1]] == [Fraction(m) for m, _ in race["splits"]]
