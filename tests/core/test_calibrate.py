"""Calibration: taps along with beats say how late a loudspeaker is, or that they say nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.calibrate import BEAT_MS, LEAST_TAPS, MOST_OFFSET_MS, N_BEATS, SKIPPED, tapped
from app.core.units import Instant

BEATS = tuple(Instant(10_000 + BEAT_MS * number) for number in range(N_BEATS))
ENOUGH = SKIPPED + LEAST_TAPS


def taps(*late_ms: int) -> list[Instant]:
    return [beat + late for beat, late in zip(BEATS, late_ms, strict=False)]


@pytest.mark.parametrize("late_ms", [-60, 0, 35, 180, 320, 500])
def test_even_taps_say_how_late_the_sound_is(late_ms: int) -> None:
    assert tapped(BEATS, taps(*[late_ms] * ENOUGH)).offset_ms == late_ms


@given(st.lists(st.integers(-40, 40), min_size=ENOUGH, max_size=N_BEATS))
def test_a_hand_that_trembles_says_nearly_the_same(tremble: list[int]) -> None:
    found = tapped(BEATS, taps(*(180 + each for each in tremble)))
    assert found.offset_ms is not None
    assert abs(found.offset_ms - 180) <= 40


def test_the_first_taps_and_a_single_slip_count_for_nothing() -> None:
    late = [-150, 400, -90, *[180] * LEAST_TAPS, 520]
    assert tapped(BEATS, taps(*late)).offset_ms == 180


@pytest.mark.parametrize("n_taps", [0, 1, SKIPPED, ENOUGH - 1])
def test_too_few_taps_ask_for_more(n_taps: int) -> None:
    found = tapped(BEATS, taps(*[180] * n_taps))
    assert found.offset_ms is None
    assert found.sentence.startswith("Tap along")


def test_taps_at_random_say_nothing() -> None:
    found = tapped(BEATS, taps(*[-180, 500, 20, 390, -100, 250, 480, -150, 330, 60, 500, -170, 300, 120]))
    assert found.offset_ms is None
    assert "uneven" in found.sentence


@given(st.lists(st.integers(0, 60_000), max_size=60))
def test_whatever_is_tapped_the_offset_stays_within_its_bound(at_ms: list[int]) -> None:
    found = tapped(BEATS, [Instant(at) for at in sorted(at_ms)])
    assert found.offset_ms is None or abs(found.offset_ms) <= MOST_OFFSET_MS


def test_taps_before_the_beats_and_long_after_belong_to_none() -> None:
    assert tapped(BEATS, [Instant(100), Instant(10**6)]).offset_ms is None


def test_two_hands_that_disagree_say_nothing() -> None:
    assert tapped(BEATS, taps(*[40, 320] * 8)).offset_ms is None
