"""Times and distances: one parser each, one rounding each."""

from __future__ import annotations

import json
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import InputError
from app.core.units import (
    MILE_M,
    Instant,
    format_metres,
    format_signed,
    format_time,
    parse_distance,
    parse_time,
    round_half_up,
    round_up,
    to_millis,
)

TIMING = json.loads((Path(__file__).parents[1] / "data" / "timing.json").read_text())
UNDER_A_DAY = st.integers(1, 24 * 3600 * 1000 - 1)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("5:20", "320"),
        ("5:00", "300"),
        ("0:05", "5"),
        ("223.13", "223.13"),
        ("59.999", "59.999"),
        ("75", "75"),
        ("120", "120"),
        ("86399.999", "86399.999"),
        ("3:43.13", "223.13"),
        ("1:02:03.5", "3723.5"),
        ("23:59:59.999", "86399.999"),
        ("90:00", "5400"),
        ("5:00.1234567", "300.1234567"),
        ("0.001", "0.001"),
        (" 5:20 ", "320"),
        ("05:20", "320"),
    ],
)
def test_a_time_is_read_exactly(text: str, seconds: str) -> None:
    assert parse_time(text) == Fraction(seconds)


NO_TIMES = [
    "", " ", "0", "0:00", "0.0", "0:00:00", "00:00.000", "-5", "−5", "+5", "1e3", "1E3", "nan", "inf", "Infinity",
    "1:75", "1:60", "1:5", "1:005", "5:2", "1:60:00", "1:5:00", "1:75:00", "24:00:00", "1440:00", "86400",
    "99:99:99", "1:2:3:4", "5:20.", "5.", ".5", ":20", "5:", "::", "5:20,5", "5,5", "5 20", "5: 20", "5m", "5:20s",
    "0x10", "1_000", "٣:٢٠", "５:２０", "5\u200b:20", "5:20\n6:20", "\x00", "five", "5'20\"", "1/2", "5:20.1234567890",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time_is_refused_with_the_form_to_use(text: str) -> None:
    with pytest.raises(InputError, match=r"is not a time: write it as m:ss") as refused:
        parse_time(text)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("text", ["9" * 10_000_000, "1:" * 1_000_000, "5:20" + " " * 5_000_000 + "x", "5" + "0" * 30])
def test_a_huge_input_is_refused_in_one_short_line(text: str) -> None:
    for parse in (parse_time, parse_distance):
        with pytest.raises(InputError) as refused:
            parse(text)
        assert len(str(refused.value)) < 200


@given(st.text(max_size=30))
def test_any_text_is_a_time_or_refused(text: str) -> None:
    try:
        seconds = parse_time(text)
    except InputError:
        return
    assert 0 < seconds < 86400


@given(UNDER_A_DAY)
def test_reading_what_was_written_gives_the_same_time(ms: int) -> None:
    assert parse_time(format_time(Fraction(ms, 1000), 3)) == Fraction(ms, 1000)


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("mile", "1609.344"),
        ("Mile", "1609.344"),
        ("1 mile", "1609.344"),
        ("2mile", "3218.688"),
        ("2 miles", "3218.688"),
        ("1500m", "1500"),
        ("1500.0m", "1500"),
        ("1609.344m", "1609.344"),
        ("400 m", "400"),
        ("400M", "400"),
        ("880yd", "804.672"),
        ("440 yards", "402.336"),
        ("3.2km", "3200"),
        ("5k", "5000"),
        ("10K", "10000"),
        ("0.5mi", "804.672"),
        ("1000km", "1000000"),
    ],
)
def test_a_distance_is_read_exactly(text: str, metres: str) -> None:
    assert parse_distance(text) == Fraction(metres)


NO_DISTANCES = [
    "", "m", "km", "yd", "k", "400", "0m", "0mile", "-400m", "+400m", "1e3m", "nanm", "infm", "1000.001km",
    "1000001m", "400 ft", "400mm", "4 00m", "400m 200m", "400m\n", "٤٠٠m", "４００m", ".5km", "5.km", "1/2 mile",
    "half mile", "1,5km", "miles2", "0.0000000001m",
]  # fmt: skip


@pytest.mark.parametrize("text", [text for text in NO_DISTANCES if text.strip() == text])
def test_what_is_no_distance_is_refused_with_the_form_to_use(text: str) -> None:
    with pytest.raises(InputError, match=r"is not a distance: write a name"):
        parse_distance(text)


@given(st.text(max_size=30))
def test_any_text_is_a_distance_or_refused(text: str) -> None:
    try:
        metres = parse_distance(text)
    except InputError:
        return
    assert 0 < metres <= 1_000_000


@pytest.mark.parametrize(("read", "official"), TIMING["hand"])
def test_hand_times_are_rounded_up_to_a_tenth(read: str, official: str) -> None:
    assert round_up(Fraction(read), 1) == Decimal(official)


@pytest.mark.parametrize(
    ("read", "official", "places"),
    [*([*row, 0] for row in TIMING["road_s"]), *([*row, 2] for row in TIMING["long_track_s"])],
)
def test_a_road_and_a_long_track_time_are_rounded_up_too(read: str, official: str, places: int) -> None:
    assert round_up(parse_time(read), places) == Decimal(str(float(parse_time(official))))


@pytest.mark.parametrize(("read", "hand", "automatic"), TIMING["both"])
def test_official_times_are_rounded_up_and_once(read: str, hand: str, automatic: str) -> None:
    assert str(round_up(Fraction(read), 1)) == hand
    assert str(round_up(Fraction(read), 2)) == automatic


@pytest.mark.parametrize(
    ("seconds", "places", "shown"),
    [
        ("59.96", 1, "1:00.0"),
        ("59.94", 1, "59.9"),
        ("59.95", 1, "1:00.0"),
        ("59.5", 0, "1:00"),
        ("3599.96", 1, "1:00:00.0"),
        ("3599.94", 1, "59:59.9"),
        ("119.995", 2, "2:00.00"),
        ("0", 1, "0.0"),
        ("0.04", 1, "0.0"),
        ("9.05", 1, "9.1"),
        ("69.05", 1, "1:09.1"),
        ("3605.25", 1, "1:00:05.3"),
        ("80", 0, "1:20"),
        ("320", 3, "5:20.000"),
    ],
)
def test_a_time_never_shows_sixty_seconds(seconds: str, places: int, shown: str) -> None:
    assert format_time(Fraction(seconds), places) == shown
    assert format_time(Decimal(seconds), places) == shown


@given(st.fractions(0, 86_400), st.integers(0, 3))
def test_a_shown_time_has_clock_fields_below_sixty(seconds: Fraction, places: int) -> None:
    fields = format_time(seconds, places).split(":")
    assert all(float(field) < 60 for field in fields[-2:])
    assert all(len(field.partition(".")[0]) == 2 for field in fields[1:])


@given(st.fractions(-1000, 1000), st.integers(0, 4))
def test_rounding_is_never_more_than_half_a_step_off(value: Fraction, places: int) -> None:
    step = Fraction(1, 10**places)
    assert abs(Fraction(round_half_up(value, places)) - value) <= step / 2
    assert 0 <= Fraction(round_up(value, places)) - value < step


@given(st.fractions(-1000, 1000))
def test_milliseconds_are_the_nearest_halves_up(seconds: Fraction) -> None:
    off = Fraction(to_millis(seconds), 1000) - seconds
    assert Fraction(-1, 2000) < off <= Fraction(1, 2000)


@pytest.mark.parametrize(
    ("seconds", "shown"), [("0.9", "+0.9"), ("-0.3", "−0.3"), ("0.04", "0.0"), ("-0.04", "0.0"), ("61", "+1:01.0")]
)
def test_a_difference_carries_its_sign_unless_it_rounds_to_nothing(seconds: str, shown: str) -> None:
    assert format_signed(Fraction(seconds)) == shown


@pytest.mark.parametrize(
    ("metres", "shown"), [("400", "400"), ("409.344", "409.344"), ("1000", "1000"), ("0.5", "0.5")]
)
def test_metres_carry_no_needless_zeros(metres: str, shown: str) -> None:
    assert format_metres(Fraction(metres)) == shown


def test_instants_subtract_to_a_duration_and_do_not_add() -> None:
    assert Instant(5000) - Instant(2000) == 3000
    assert Instant(5000) - 2000 == Instant(3000)
    assert Instant(5000) + 2000 == Instant(7000)
    with pytest.raises(TypeError):
        Instant(1) + Instant(2)  # type: ignore[operator]  # the point of the test


def test_a_mile_is_1760_yards() -> None:
    assert parse_distance("1760yd") == MILE_M == Fraction("1609.344")


def test_reading_does_not_hang_on_the_digits_python_refuses() -> None:
    with pytest.raises(InputError):
        parse_time("9" * (sys.get_int_max_str_digits() + 1))
