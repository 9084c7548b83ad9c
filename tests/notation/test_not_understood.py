"""What is not understood is said with its place, what is doubtful is said, and no text whatever does harm."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.core.bounds import TEXT_CHARS
from app.core.errors import InputError, WorkoutError
from app.notation.exchange import project
from app.notation.reading import parse_text
from app.notation.writing import format_items
from tests.drawn import run_m, times

# Left out, and said so ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("8 x 200m, blah, 4 x 400m", "blah"),
        ("6 x 800 @ 5k (2:50)", "(2:50)"),
        ("8 x 200m w/o rest", "8 x 200m w/o rest"),
        ("don't run today", "don't run today"),
        ("8 x", "8 x"),
        ("x", "x"),
        ("and the", "and the"),
        ("10 min easy; 3 x (400m, nonsense); 5 min easy", "3 x (400m, nonsense)"),
        ("8 x 400m w/ 60s jog w/ 90s rest", "8 x 400m w/ 60s jog w/ 90s rest"),
        ("5 x 400m in 80 @ mile pace", "5 x 400m in 80 @ mile pace"),
        ("5 min in 80", "5 min in 80"),
        ("400m in 0", "400m in 0"),
        ("8 x 400m @ 2k pace", "8 x 400m @ 2k pace"),
        ("8 x 400m, 3 min between 200s", "3 min between 200s"),
        ("8 x 400m hardly", "8 x 400m hardly"),
        ("400m in 0:00", "400m in 0:00"),
        ("8 x 200m (blah)", "(blah)"),
        ("in 80", "in 80"),
        ("8 x 200m w/ 60s equal jog", "8 x 200m w/ 60s equal jog"),
        ("3 x \u00ab400 m run\u00bb 7 \u00ab", "3 x \u00ab400 m run\u00bb 7 \u00ab"),
        ("9 " * 300 + "m", "9 " * 300 + "m"),
        ("400m \U0001f3c3\u200d\u2642\ufe0f", "400m \U0001f3c3\u200d\u2642\ufe0f"),
        ("400m\u0001", "400m\u0001"),
    ],
)
def test_what_is_not_understood_is_said_with_its_place(text: str, part: str) -> None:
    reading = parse_text(text)
    said = reading.not_understood
    assert [unread.text for unread in said] == [part]
    assert text[said[0].start : said[0].end] == part


@given(st.lists(st.sampled_from(["8 x 200m", "frobnicate", "10 min easy", "zzz 5", "w/ 60s jog", "8 x 400m @ moon"])))
def test_no_piece_is_swallowed(pieces: list[str]) -> None:
    strange = [piece for piece in pieces if piece in {"frobnicate", "zzz 5", "8 x 400m @ moon"}]
    text = "; ".join(pieces)
    unread = parse_text(text).not_understood
    assert [part.text for part in unread if part.text in strange] == strange
    assert all(text[part.start : part.end] == part.text for part in unread)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("4 x 400m, ful recvery", "did you mean full?"),
        ("10 min warmup, 8 x 200m, 10 min coldown", "did you mean cool-down?"),
        ("8 x 200m w/ recoverry", "did you mean recovery?"),
        ("zzzz qqqq", ""),
    ],
)
def test_a_word_that_is_nearly_right_is_suggested(text: str, hint: str) -> None:
    assert [part.hint for part in parse_text(text).not_understood] == [hint]


def test_an_open_bracket_is_read_as_if_it_were_shut() -> None:
    reading = parse_text("2 x (400m, 200m")
    assert (reading.steps, reading.not_understood) == ((times(2, run_m(400), run_m(200)),), ())


# Doubts ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "written", "doubt"),
    [
        ("800m, 400m x3", "3 x (800m + 400m)", "took x3 for the whole list"),
        ("10 min easy, 800m, 400m x3", "10min easy + 3 x (800m + 400m)", "took x3 for the whole list"),
        (
            "800 metres, 400 metres x3\n200 metre recoveries",
            "3 x (1 x 800m w/ 200m recovery + 1 x 400m w/ 200m recovery)",
            "took x3 for the whole list",
        ),
        ("400 x 3", "3 x 400m", "took 400 x 3 as 3 x 400m"),
        ("8x3min +90sec", "8 x 3min + 90s", "took 90s as one more step"),
        ("6 x 800 @ 5k (90s)", "6 x 800m @ 5k pace w/ 90s recovery", "took (90s) as the recovery"),
        ("8 x 90", "8 x 90m", "took 90 as metres"),
        ("3 x 200 (100)", "3 x 200m w/ 100m recovery", "took (100) as the recovery"),
        (
            "200m, 400m x3 with 2 minutes between the reps and 5 minutes between the sets",
            "3 x (1 x 200m w/ 2min recovery + 1 x 400m w/ 2min recovery) w/ 5min recovery",
            "took x3 for the whole list",
        ),
        (
            "3 sets of 3', 2' w 45\" jog and 2' jog between sets",
            "3 x (1 x 3min w/ 45s jog + 1 x 2min w/ 45s jog) w/ 2min jog",
            "took the whole list for each set",
        ),
        ("10min, 4 x 400m", "10min easy + 4 x 400m", "took a run that says no pace for an easy one"),
        ("4 x 400m\n2 miles", "4 x 400m + 2 mile easy", "took a run that says no pace for an easy one"),
        ("10 x 1 min hard, 1 min easy", "10 x 60s @ hard w/ 60s jog", "took the easy minutes as the recovery"),
        ("3 x 1T", "3 x 1 mile @ T", "took 1 as miles"),
        ("20 min @ 7:30", "20min @ 7:30/mile", "took the time as a pace per mile"),
        ("1600m @ 12:00", "1600m @ 12:00/mile", "took the time as a pace per mile"),
    ],
)
def test_a_reading_that_could_be_another_says_so(text: str, written: str, doubt: str) -> None:
    reading = parse_text(text)
    assert format_items(reading.steps) == written
    assert [found.sentence.startswith(doubt) for found in reading.doubts] == [True]
    assert 0 <= reading.doubts[0].start < reading.doubts[0].end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "2 x 800m, 400m x3",
        "10 min wu, 400m x3",
        "8 x 200m, 10 min easy",
        "5min + 4 x 400m + 5min",
        "3 x 400m",
        "100 x 5 reps squats",
    ],
)
def test_a_count_that_can_only_be_meant_one_way_is_no_doubt(text: str) -> None:
    reading = parse_text(text)
    assert len(reading.steps) >= 1
    assert (reading.not_understood, reading.doubts) == ((), ())


# Bounds ---------------------------------------------------------------------------------------------------------------

OVER: dict[str, Callable[[], str]] = {
    "more than 20,000 steps": lambda: "99999 x (99999 x 1s)",
    "100,001 times is not a count": lambda: "100001 x 1s",
    "0 times is not a count": lambda: "0 x 400m",
    "more than 100,000 characters": lambda: "x" * 1_000_000,
    "brackets stand more than 5 deep": lambda: "(" * 10_000,
    "more than 5 deep": lambda: "2 x (" * 6 + "400m" + ")" * 6,
    "repeats stand more than 5 deep": lambda: "2 x 2 x 2 x 2 x 2 x 2 x 400m",
    "too large a number": lambda: "9" * 50_000 + "m",
    "more than 20,000 parts": lambda: "1s," * 30_000,
    "less than 24 hours": lambda: "24:00:00",
    "24 hours or more": lambda: "25 x 1h",
    "that is no distance": lambda: "8 x 0m",
    "longer than 1,000 km": lambda: "2000 x 1km",
    "give one up to 1,000 km": lambda: "1001km",
}


@pytest.mark.parametrize("sentence", OVER)
def test_a_bound_is_named_before_memory_is_spent(sentence: str) -> None:
    text = OVER[sentence]()
    parse_text("8 x 200m")  # the grammar is loaded once
    tracemalloc.start()
    try:
        with pytest.raises(WorkoutError, match=sentence):
            parse_text(text)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 20_000_000


@pytest.mark.parametrize(
    "text",
    [
        "8 x 20m\n" + "4 x 20m, 1m jog between 20s\n" * 2000,
        "3 sets of 4m" + ", 2m w/ 1s jog" * 4000,
        "2m, " * 5000 + "2m x 2",
        "2 x 20m\n60s jog\n" * 3000,
    ],
    ids=["between", "set", "count behind", "lines"],
)
def test_what_reaches_back_too_far_is_not_understood(text: str) -> None:
    try:
        reading = parse_text(text)
    except WorkoutError as error:
        assert "too long" in str(error)  # noqa: PT017 - or it passes a bound of the whole
    else:
        assert reading.not_understood


def test_a_text_at_its_bound_is_read() -> None:
    text = ("20m easy\n" * 500).ljust(TEXT_CHARS)
    assert parse_text(text).steps == parse_text("20m easy").steps * 500


# Any text at all ------------------------------------------------------------------------------------------------------

ALPHABET = (
    "0123456789xX*()[]{}<>\u00ab\u00bb\"'.,;:+-/@%&=msk \n\tjogrestpacewu"
    "\u00d7\u2013\u2032\u2033\u2022\u0000\u0085\u2028\ud800"
)


def harmless(text: str) -> None:
    try:
        reading = parse_text(text)
    except (WorkoutError, InputError) as error:
        said = str(error)
        assert said == " ".join(said.split()) != ""
        return
    for part in reading.not_understood:
        assert text[part.start : part.end] == part.text
    project(reading)
    again = parse_text(format_items(reading.steps)) if reading.steps else reading
    assert again.steps == reading.steps


@given(st.text())
@example("\x00")
@example("1 x" * 100)
@example("\ud800 x 400m")
def test_any_text_is_read_or_refused_in_a_sentence(text: str) -> None:
    harmless(text)


@given(st.text(ALPHABET, max_size=60))
@example('"')
@example("5 x (")
@example("0:0 x 1:")
def test_any_text_of_the_notations_own_signs_is_read_or_refused(text: str) -> None:
    harmless(text)


WORDS = [
    "8 x", "3-5 x", "x 4", "(", ")", "400m", "200", "1:30", "90s", "mile", "5k", "@", "in", "80", "pace", "goal", "w/",
    "/", "-", ",", ";", "+", "\n", "then", "jog", "rest", "full recovery", "walk back", "easy", "hard", "warm-up",
    "strides", "2:1", "equal", "between sets", "on", "or faster", "90%", "rpe 6", "squats", '"A-skips"', "sets of",
    "timed", "off",
    ".",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_the_notations_words_in_any_order_are_read_or_refused(text: str) -> None:
    harmless(text)
