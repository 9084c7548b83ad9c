"""A typed text is a workout, or its faults; and it is given up between two parts once nobody wants it."""

from __future__ import annotations

from itertools import count

import pytest

from app.core.errors import WorkoutError
from app.core.workout import Purpose
from app.notation.reading import Unwanted, parse_text
from app.notation.typed import read_typed


def test_a_typed_text_is_named_by_its_title_or_by_itself() -> None:
    assert read_typed("6 x 400\n@ mile pace").name == "6 x 400 @ mile pace"
    assert read_typed("Tuesday: \n6 x 400").name == "Tuesday"
    assert read_typed("6 x 400").purpose is Purpose.MIXED
    assert len(read_typed("400m, " * 30).name) == 60


@pytest.mark.parametrize("text", ["6 x 400 with bananas", "bananas", " "])
def test_what_is_not_understood_is_a_fault(text: str) -> None:
    with pytest.raises(WorkoutError):
        read_typed(text)


def test_a_reading_stops_at_the_next_part_once_it_is_not_wanted() -> None:
    asked = count(1)
    with pytest.raises(Unwanted):
        parse_text("400m\n" * 1000, lambda: next(asked) < 4)
    assert next(asked) == 5


def test_a_reading_that_is_wanted_to_the_end_is_the_same() -> None:
    text = "2 x (400m, 200m jog)\n300m"
    assert parse_text(text, lambda: True) == parse_text(text)
