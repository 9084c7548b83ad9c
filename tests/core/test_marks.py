"""Marks as they are written down, on a line and in a file."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import InputError
from app.core.marks import MarkTime, WrittenRace, finished, parse_laps, parse_length, parse_marks, parse_race
from app.core.units import MILE_M

MILE = """
# Rome, 7 July 1999
race mile
time 3:43.13

409.344 55.07
809.344 m  1:51.58   # the pacemaker's
1209.344 2:47.91
"""
TABLE = "distance_m,time_s\n0,0\n409.344,55.07\n809.344,1:51.58\n1209.344,167.91\n1609.344,223.13\n"


@pytest.mark.parametrize(
    ("text", "metres"),
    [("1500", 1500), ("409.344", Fraction("409.344")), ("440yd", Fraction("402.336")), ("mile", MILE_M),
     ("2 miles", 2 * MILE_M), ("1 km", 1000), ("5k", 5000), (" 800 ", 800), ("1 mile", MILE_M)],
)  # fmt: skip
def test_a_bare_number_is_metres(text: str, metres: Fraction) -> None:
    assert parse_length(text) == metres


def test_marks_are_read_in_any_unit_with_any_time() -> None:
    assert parse_marks("409.344=55.07, 880yd = 1:58.2;1 km=0:02:45.0\n1mile=4:00") == (
        MarkTime(Fraction("409.344"), Fraction("55.07")),
        MarkTime(Fraction("804.672"), Fraction("118.2")),
        MarkTime(Fraction(1000), Fraction(165)),
        MarkTime(MILE_M, Fraction(240)),
    )
    assert parse_marks("0=0,400=70,") == (MarkTime(Fraction(400), Fraction(70)),)


@pytest.mark.parametrize(
    "text",
    ["", ",", "0=0", "400", "400=", "=70", "400=nan", "400=-1", "-400=70", "400=70=80", "400:70", "x=70", "4e2=70",
     "400=70,x", "0=5", "400=0", "400=" + "9" * 5000, "1,000=3:00", "inf=5", "\ud800=5", "400=1:2:3"],
)  # fmt: skip
def test_what_is_no_mark_is_refused(text: str) -> None:
    with pytest.raises(InputError) as refused:
        parse_marks(text)
    assert len(str(refused.value)) < 200
    assert "\n" not in str(refused.value)


def test_more_marks_than_a_race_has_are_refused_before_they_are_read() -> None:
    for n in (2_001, 10_000, 1_000_000):
        with pytest.raises(InputError, match="more than 2,000 marks"):
            parse_marks(",".join(f"{m}={m}" for m in range(1, n + 1)))
    assert len(parse_marks(",".join(f"{m}={m}" for m in range(1, 2_001)))) == 2_000


def test_lap_times_stand_apart_by_what_one_likes() -> None:
    assert [*map(float, parse_laps("56.1, 57.4;1:02 58"))] == [56.1, 57.4, 62, 58]
    for text in ("", ",", "x", "60,,y"):
        with pytest.raises(InputError):
            parse_laps(text)


def test_a_file_is_read_line_by_line_or_as_a_table() -> None:
    marks = (
        MarkTime(Fraction("409.344"), Fraction("55.07")),
        MarkTime(Fraction("809.344"), Fraction("111.58")),
        MarkTime(Fraction("1209.344"), Fraction("167.91")),
    )
    assert parse_race(MILE) == WrittenRace(MILE_M, Fraction("223.13"), marks)
    assert parse_race(TABLE) == WrittenRace(None, None, (*marks, MarkTime(MILE_M, Fraction("223.13"))))
    assert parse_race("Race: mile\nTIME=3:43.13\n409.344=55.07, 809.344=1:51.58\n1209.344,2:47.91") == WrittenRace(
        MILE_M, Fraction("223.13"), marks
    )
    assert parse_race("440 yd 57.5").marks == (MarkTime(Fraction("402.336"), Fraction("57.5")),)
    assert parse_race("time_s,lap,distance_m\n70,1,400").marks == (MarkTime(Fraction(400), Fraction(70)),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "there is nothing in it"),
        ("# nothing\n\n", "there is nothing in it"),
        ("race mile\ntime soon", "line 2: 'soon' is not a time"),
        ("race far", "line 1: 'far' is not a distance"),
        ("race mile\n\n400", "line 3: '400' is not a mark and its time"),
        ("distance_m,time_s\n400", "line 2: a row has a distance and a time"),
        ("distance_m,time_s\n400,70\n800,x", "line 3: 'x' is not a time"),
        ("400 70\n" * 2_001, "more than 2,000 lines"),
        ("400=70,800", "line 1: '800' is not a mark"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        parse_race(text)


def test_the_furthest_mark_is_the_finish_where_none_is_said() -> None:
    assert finished(parse_race(TABLE)) == (MILE_M, Fraction("223.13"))
    assert finished(parse_race("race mile\n800 2:00\n1609 4:02")) == (MILE_M, Fraction(242))
    assert finished(parse_race("race mile\n800 2:00")) == (MILE_M, None)
    assert finished(parse_race("800 2:00\n1609 4:02"), MILE_M) == (MILE_M, Fraction(242))
    assert finished(parse_race("800 2:00\n1500 4:02")) == (Fraction(1500), Fraction(242))
    assert finished(parse_race("time 4:02\n800 2:00")) == (None, Fraction(242))
    assert finished(WrittenRace()) == (None, None)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    for parse in (parse_marks, parse_laps, parse_race, parse_length):
        said = ""
        try:
            parse(text)
        except InputError as refused:
            said = str(refused)
        assert len(said.splitlines()) <= 1
