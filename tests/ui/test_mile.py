"""A mile as it is typed: read, or told how to write it."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.mile import FASTEST_S, gives, read_mile


@pytest.mark.parametrize(
    ("text", "seconds"), [("5:20", 320), (" 4:07.64 ", Fraction(6191, 25)), ("320", 320), ("", None)]
)
def test_a_mile_is_read(text: str, seconds: int | Fraction | None) -> None:
    assert read_mile(text).seconds == seconds
    assert read_mile(text).said == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("5.20", "That is 5.2 seconds. Write 5:20?"),
        ("5,20", "Write it as 5:20"),
        ("5'20\"", "Write it as 5:20"),
        ("5 20", "Write it as 5:20"),
        ("5:2", "Write it as 5:20"),
        ("5", "That is 5 seconds. Write 5:00?"),
        ("5:60", "Write it as minutes and seconds: 5:20"),
        ("fast", "Write it as minutes and seconds: 5:20"),
        ("3:00", "Nobody has run a mile in 3:00 yet. Write it as 5:20"),
        ("90", "Nobody has run a mile in 1:30 yet. Write it as 5:20"),
    ],
)
def test_a_slip_is_told_with_how_to_write_it(text: str, said: str) -> None:
    assert read_mile(text).seconds is None
    assert read_mile(text).said == said


@given(st.text(max_size=60) | st.from_regex(r"[0-9]{0,3}[:.,' ][0-9]{0,3}", fullmatch=True))
def test_whatever_is_typed_is_a_mile_or_told_and_what_is_told_can_be_typed(text: str) -> None:
    read = read_mile(text)
    assert read.seconds is None or not read.said
    assert read.seconds is None or read.seconds >= FASTEST_S
    for written in re.findall(r"[0-9]+:[0-9.]+(?=\?|$)", read.said):
        assert read_mile(written).seconds is not None


def test_an_even_mile_is_told_by_lap_and_at_the_line() -> None:
    assert gives(Fraction(320)).per_400 == "1:19.5"
    assert gives(Fraction(320)).at_line[-1] == "5:20.0"
