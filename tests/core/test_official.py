"""The official hand time: up to the next 0.1 s, once; checked against published examples row by row."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.official import official_hand_ms
from app.core.units import format_time, round_up

TIMING = json.loads((Path(__file__).parents[1] / "data" / "timing.json").read_text("utf-8"))
ROWS = [tuple(row[:2]) for row in (*TIMING["hand"], *TIMING["both"])]


@pytest.mark.parametrize(("raw", "official"), ROWS)
def test_each_published_row_comes_out_as_it_is_published(raw: str, official: str) -> None:
    assert round_up(Fraction(raw), 1) == Decimal(official)
    ms = Fraction(raw) * 1000
    if ms.denominator == 1:  # what our clock can have measured
        assert official_hand_ms(int(ms)) == Fraction(official) * 1000


def test_an_official_time_that_is_a_whole_minute_is_written_as_one() -> None:
    assert format_time(Fraction(official_hand_ms(59_999), 1000)) == "1:00.0"
    assert format_time(Fraction(official_hand_ms(320_310), 1000)) == "5:20.4"


@given(ms=st.integers(0, 10**9))
def test_it_is_the_least_tenth_that_is_not_faster_than_what_was_taken(ms: int) -> None:
    official = official_hand_ms(ms)
    assert official % 100 == 0
    assert 0 <= official - ms < 100
    assert official_hand_ms(official) == official
