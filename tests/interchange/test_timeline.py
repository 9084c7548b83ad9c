"""Pauses of a recorded run: told by stops or by the laps' own clocks, at the running time at which they began."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.interchange.recording import Stop
from app.interchange.timeline import Pause, timeline_of
from tests.recorded import laps_of, recording

LAPS = laps_of((60_000, 200.0), (60_000, 200.0))


def test_a_stop_is_a_pause_at_the_running_time_before_it() -> None:
    run = recording(LAPS, stops=(Stop(40_000, 5_000), Stop(65_000, 2_000)))
    assert timeline_of(run, LAPS, 120_000).pauses == (Pause(40_000, 5_000), Pause(60_000, 2_000))


def test_what_lies_after_the_run_is_no_pause() -> None:
    assert timeline_of(recording(LAPS, stops=(Stop(120_000, 9_000),)), LAPS, 120_000).pauses == ()


def test_two_stops_at_one_instant_are_one_pause() -> None:
    run = recording(LAPS, stops=(Stop(40_000, 5_000), Stop(45_000, 1_000), Stop(46_000, 0)))
    assert timeline_of(run, LAPS, 120_000).pauses == (Pause(40_000, 6_000),)


def test_stops_that_overlap_still_cost_each_its_length() -> None:
    run = recording(LAPS, stops=(Stop(40_000, 5_000), Stop(42_000, 3_000)))
    assert timeline_of(run, LAPS, 120_000).pauses == (Pause(40_000, 8_000),)


def test_without_stops_a_gap_between_laps_is_a_pause_at_the_end_of_the_first() -> None:
    laps = (LAPS[0], replace(LAPS[1], start_ms=75_000))
    assert timeline_of(recording(laps), laps, 120_000).pauses == (Pause(59_999, 15_000),)


def test_without_stops_a_lap_longer_by_the_wall_clock_has_a_pause() -> None:
    laps = (LAPS[0], replace(LAPS[1], wall_ms=80_000))
    assert timeline_of(recording(laps), laps, 120_000).pauses == (Pause(119_999, 20_000),)


def test_less_than_two_seconds_between_laps_is_how_starts_are_written() -> None:
    laps = (LAPS[0], replace(LAPS[1], start_ms=61_900))
    assert timeline_of(recording(laps), laps, 120_000).pauses == ()


stops = st.lists(st.builds(Stop, st.integers(0, 119_000), st.integers(0, 30_000)), max_size=6).map(tuple)


@given(stops, st.integers(0, 119_999))
def test_running_time_and_wall_clock_are_each_other_s_way_back(told: tuple[Stop, ...], running_ms: int) -> None:
    timeline = timeline_of(recording(LAPS, stops=told), LAPS, 120_000)
    assert timeline.running_ms([timeline.wall_ms(running_ms)]) == [running_ms]


@given(stops, st.lists(st.integers(0, 300_000), min_size=2, max_size=20))
def test_running_time_never_falls_and_never_outruns_the_wall_clock(told: tuple[Stop, ...], walls: list[int]) -> None:
    timeline = timeline_of(recording(LAPS, stops=told), LAPS, 120_000)
    found = timeline.running_ms(sorted(walls))
    assert found == sorted(found)
    assert all(running <= wall for running, wall in zip(found, sorted(walls), strict=True))
