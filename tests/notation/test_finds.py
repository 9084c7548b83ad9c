"""The laws of the notation, and the texts with which a fuzzer once broke them (`tests/fuzz_notation.py`)."""

from __future__ import annotations

import pytest

from app.core.errors import WorkoutError
from app.notation.exchange import project
from app.notation.reading import parse_text
from app.notation.writing import format_items


def check(text: str) -> None:
    """Hold the laws against one text: read or refused, its places right, and the same once it is written and read."""
    try:
        reading = parse_text(text)
    except WorkoutError:
        return
    for unread in reading.not_understood:
        assert text[unread.start : unread.end] == unread.text
    for doubt in reading.doubts:
        assert 0 <= doubt.start <= doubt.end <= len(text)
    project(reading)
    if reading.steps:
        written = format_items(reading.steps)
        again = parse_text(written)
        assert again.steps == reading.steps, written
        assert not again.not_understood, written


@pytest.mark.parametrize(
    "text",
    [
        "walk following mile race",
        "to recover at conversational after following \u2033 secondes following mile race",
        "threshhold near full recoverywalk walk back to the startwalk back to the bottom mile race",
        "200-400-600 E",
        "2 x 200-400-600 easy",
        "1 :08.5:15.",
        "d 5s:1 ,5:15:5s: rest",
        "77777777777\x85p777\u202277777\u2013",
    ],
)
def test_what_a_fuzzer_found_is_read_or_refused_and_reads_back_the_same(text: str) -> None:
    check(text)
