"""A guess in the making: typed like a time, moved by arrows, and never a bug."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import InputError
from app.ui.guess_entry import LEAST_MS, MOST_CHARS, GuessEntry

EMPTY = GuessEntry(Fraction("79.5"))


def typed(text: str) -> GuessEntry:
    entry = EMPTY
    for character in text:
        entry = entry.typed(character)
    return entry


@pytest.mark.parametrize(("text", "ms"), [("1:19.5", 79_500), ("79.5", 79_500), ("79.54", 79_540), ("2:00", 120_000)])
def test_a_time_is_typed_as_anywhere(text: str, ms: int) -> None:
    assert typed(text).ms == ms


def test_what_no_time_has_is_left_out_and_so_is_what_has_no_room() -> None:
    assert typed("1a:1 9,.5").text == "1:19.5"
    assert typed("123456789012").text == "123456789012"[:MOST_CHARS]
    assert EMPTY.typed("12") == EMPTY.typed("") == EMPTY


def test_arrows_begin_at_the_target_and_go_on_from_what_stands_there() -> None:
    assert EMPTY.moved(100).text == "1:19.6"
    assert EMPTY.moved(-1000).text == "1:18.5"
    assert typed("81").moved(100).moved(100).text == "1:21.2"
    assert typed("1:").moved(-100).text == "1:19.4", "what is no time yet counts as nothing"
    assert EMPTY.moved(-(10**9)).ms == LEAST_MS


def test_what_is_taken_away_is_gone() -> None:
    assert typed("1:19.5").erased().text == "1:19."
    assert EMPTY.erased() == EMPTY


@given(st.lists(st.one_of(st.text(max_size=2), st.sampled_from([100, -100, 1000, -1000]), st.none()), max_size=20))
def test_whatever_is_pressed_is_a_time_or_one_sentence(keys: list[str | int | None]) -> None:
    entry = EMPTY
    for key in keys:
        entry = entry.erased() if key is None else entry.moved(key) if isinstance(key, int) else entry.typed(key)
    said = ""
    try:
        assert entry.ms > 0
    except InputError as error:
        said = str(error)
    assert said in ("", "Write a lap as 1:19.5, or 79.5.")
