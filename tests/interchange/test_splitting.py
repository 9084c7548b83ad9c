"""Splits between the points of a watch: exact where the speed is even, rising, and none where nothing is known."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from app.core.pace import even_time
from app.core.track import finish_line_marks
from app.core.units import MILE_M
from app.interchange.recording import Recording, Sample, Stop
from app.interchange.splitting import Knots, knots_of, splits_at
from app.interchange.timeline import Timeline, timeline_of
from tests.recorded import laps_of, points, recording

MARKS = finish_line_marks(MILE_M, Fraction(400))


def knots_from(run: Recording) -> Knots:
    timeline = timeline_of(run, run.laps, run.elapsed_ms)
    knots = knots_of(run, run.laps, timeline, run.elapsed_ms)
    assert knots is not None
    return knots


@given(st.integers(240_000, 600_000), st.sampled_from([500, 1000, 3000]))
def test_an_even_run_has_even_splits_to_the_millisecond(total_ms: int, every_ms: int) -> None:
    run = recording(
        laps_of((total_ms, float(MILE_M))), points(total_ms, lambda ms: float(MILE_M) * ms / total_ms, every_ms)
    )
    found = splits_at(knots_from(run), total_ms, MARKS, 200)
    assert [mark for mark, _ in found] == [*MARKS]
    for mark, ms in found:
        assert abs(ms - total_ms * mark / MILE_M) <= Fraction(1, 2) + Fraction(1, 1000)


def test_a_watch_that_measures_long_is_scaled_to_the_race() -> None:
    run = recording(laps_of((300_000, 1625.0)), points(300_000, lambda ms: 1625 * ms / 300_000))
    found = splits_at(knots_from(run), 300_000, MARKS, 200, Fraction(1625) / MILE_M)
    assert [ms for _, ms in found] == [round(even_time(Fraction(300_000), MILE_M, mark)) for mark in MARKS]


rises = st.lists(st.tuples(st.integers(1, 20_000), st.floats(0, 100)), min_size=2, max_size=40)


@given(rises, st.floats(0.9, 1.1))
def test_splits_rise_and_end_with_the_run_whatever_the_points(rise: list[tuple[int, float]], wrong: float) -> None:
    samples, ms, metres = [Sample(0, 0.0)], 0, 0.0
    for step_ms, step_m in rise:
        ms, metres = ms + step_ms, metres + step_m
        samples.append(Sample(ms, metres))
    run = recording(laps_of((ms, metres * wrong + 1)), tuple(samples))
    whole_m = Fraction(round(run.distance_m or 0))
    if whole_m < 2:
        return
    found = splits_at(knots_from(run), ms, (*(whole_m * n / 5 for n in range(1, 5)), whole_m), 1e9)
    times = [split_ms for _, split_ms in found]
    assert times == sorted(set(times))
    assert times[0] > 0
    assert times[-1] == ms
    assert sum(after - before for before, after in zip([0, *times], times, strict=False)) == ms


def test_who_stands_passes_a_mark_when_they_first_reach_it() -> None:
    knots = Knots((0, 100_000, 160_000, 260_000), (0.0, 400.0, 400.0, 800.0))
    assert [ms for _, ms in splits_at(knots, 260_000, (Fraction(400), Fraction(800)), 1e9)] == [100_000, 260_000]


def test_a_pause_costs_no_running_time() -> None:
    def metres(ms: int) -> float:
        return 4.0 * (ms if ms < 100_000 else 100_000 if ms < 130_000 else ms - 30_000) / 1000

    run = recording(laps_of((200_000, 800.0)), points(230_000, metres), (Stop(100_000, 30_000),))
    at_400, at_600, _ = splits_at(knots_from(run), 200_000, tuple(Fraction(m) for m in (400, 600, 800)), 200)
    assert (at_400[1], at_600[1]) == (100_000, 150_000)


def test_where_points_lie_too_far_apart_no_split_is_made_up() -> None:
    knots = Knots((0, 60_000, 180_000, 240_000), (0.0, 300.0, 900.0, 1200.0))
    marks = tuple(Fraction(m) for m in (200, 400, 800, 1000, 1200))
    assert [mark for mark, _ in splits_at(knots, 240_000, marks, 400)] == [200, 1000, 1200]


def test_marks_that_a_leap_of_the_watch_passes_at_once_are_one() -> None:
    knots = Knots((0, 100_000, 100_001, 200_000), (0.0, 390.0, 1210.0, 1600.0))
    marks = tuple(Fraction(m) for m in (400, 800, 1200, 1600))
    found = splits_at(knots, 200_000, marks, 1e9)
    assert [ms for _, ms in found] == sorted({ms for _, ms in found})


def test_the_end_of_a_lap_is_taken_before_what_the_points_say() -> None:
    run = recording(laps_of((75_300, 400.0), (74_700, 400.0)), points(150_000, lambda ms: 5.4 * ms / 1000))
    knots = knots_from(run)
    assert knots.time_at(400.0) == 75_300
    assert knots.distance_at(75_300) == 400.0
    assert knots.end_m == 800.0


def test_a_distance_that_nobody_ran_is_at_no_time() -> None:
    assert Knots((0, 1000), (0.0, 5.0)).time_at(6) is None


def test_without_any_distance_there_are_no_knots() -> None:
    run = recording(laps_of((60_000, None)), (Sample(0), Sample(60_000, heart_bpm=150)))
    assert knots_of(run, run.laps, Timeline(), 60_000) is None


@given(st.integers(0, 290_000), st.integers(1000, 10_000))
def test_a_piece_of_a_run_counts_from_its_own_start(from_ms: int, length_ms: int) -> None:
    knots = Knots((0, 100_000, 300_000), (0.0, 500.0, 1200.0))
    piece = knots.cut(from_ms, from_ms + length_ms)
    assert piece.times_ms[0] == 0
    assert piece.times_ms[-1] == length_ms
    assert abs(piece.end_m - (knots.distance_at(from_ms + length_ms) - knots.distance_at(from_ms))) < 1e-6
    assert [*piece.times_ms] == sorted(set(piece.times_ms))
