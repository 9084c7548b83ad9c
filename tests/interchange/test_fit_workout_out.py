"""FIT workouts, written: what a watch gets, as fitdecode and Garmin's own reader see it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import fitdecode
import pytest
from garmin_fit_sdk import Decoder, Stream
from hypothesis import given, settings

from app.core.athlete import Athlete
from app.core.bounds import INTERCHANGE_STEPS
from app.core.errors import WorkoutError
from app.core.units import MILE_M
from app.core.workout import Intensity
from app.interchange.fit import FORMAT, read_fit
from app.interchange.fit_workout_out import ABILITIES, write_workout
from app.interchange.sheet import (
    ForDistance,
    ForReps,
    ForTime,
    HeartShare,
    Sheet,
    SheetRead,
    SheetRepeat,
    SheetStep,
    Speed,
    UntilPress,
)
from tests.interchange.sheets import sheets

GOAL = Speed(Fraction(5276, 1000), Fraction(5455, 1000))
CLASSIC = Sheet(
    "4 × 400 at goal pace",
    (
        SheetStep(UntilPress(), Intensity.WARMUP, name="Warm-up", note="easy, 10 min or so"),
        SheetRepeat(
            2,
            (
                SheetRepeat(
                    4,
                    (
                        SheetStep(ForDistance(Fraction(400)), Intensity.WORK, GOAL, "400"),
                        SheetStep(ForTime(90_000), Intensity.REST),
                    ),
                ),
                SheetStep(ForDistance(MILE_M), Intensity.RECOVERY, HeartShare(Fraction(0), Fraction(70))),
            ),
        ),
        SheetStep(ForReps(10), name="squats"),
        SheetStep(ForTime(600_000), Intensity.COOLDOWN, HeartShare(Fraction(60), Fraction(75))),
    ),
    "twice over",
)
KEYS = [
    "message_index",
    "wkt_step_name",
    "duration_type",
    "duration_value",
    "target_type",
    "target_value",
    "custom_target_value_low",
    "custom_target_value_high",
    "intensity",
    "notes",
]


def written(sheet: Sheet) -> bytes:
    return write_workout(sheet, Athlete())


def raw_messages(data: bytes) -> list[tuple[str, dict[str, Any]]]:
    """Return each message by fitdecode, the figures as they stand in the file; it checks the checksums."""
    reader = fitdecode.FitReader(
        data,
        processor=None,
        check_crc=fitdecode.CrcCheck.RAISE,
        error_handling=fitdecode.ErrorHandling.RAISE,
    )
    with reader:
        return [
            (
                frame.name,
                {(f.parent_field or f.field).name: f.raw_value for f in frame.fields if f.raw_value is not None},
            )
            for frame in reader
            if frame.frame_type == fitdecode.FIT_FRAME_DATA
        ]


def steps(data: bytes) -> list[tuple[Any, ...]]:
    rows = [values for name, values in raw_messages(data) if name == "workout_step"]
    assert all(set(row) <= set(KEYS) for row in rows)
    return [tuple(row.get(key) for key in KEYS) for row in rows]


def decoder_of(data: bytes) -> Decoder:
    """Return Garmin's reader of a file that passes its checks; checking spends one."""
    assert Decoder(Stream.from_byte_array(bytearray(data))).check_integrity()
    return Decoder(Stream.from_byte_array(bytearray(data)))


def test_each_field_of_a_workout_reads_as_it_was_meant() -> None:
    data = written(CLASSIC)
    head, workout, *_rows = raw_messages(data)
    assert head[0] == "file_id"
    assert head[1]["type"] == 5
    assert head[1]["manufacturer"] == 255
    assert workout == (
        "workout",
        {
            "sport": 1,
            "sub_sport": 4,
            "capabilities": 0x80 | 0x100 | 0x200,
            "num_valid_steps": 8,
            "wkt_name": "4 × 400 at goal pace",
            "wkt_description": "twice over",
        },
    )
    none = None
    assert steps(data) == [
        (0, "Warm-up", 5, none, 2, none, none, none, 2, "easy, 10 min or so"),
        (1, "400", 1, 40_000, 0, 0, 5276, 5455, 0, none),
        (2, none, 0, 90_000, 2, none, none, none, 1, none),
        (3, none, 6, 1, 2, 4, none, none, none, none),
        (4, none, 1, 160_934, 1, 0, none, 70, 4, none),
        (5, none, 6, 1, 2, 2, none, none, none, none),
        (6, "squats", 29, 10, 2, none, none, none, 0, none),
        (7, none, 0, 600_000, 1, 0, 60, 75, 3, none),
    ]


def test_garmins_own_reader_finds_nothing_wrong() -> None:
    messages, errors = decoder_of(written(CLASSIC)).read()
    assert not errors
    assert set(messages) == {"file_id_mesgs", "workout_mesgs", "workout_step_mesgs"}
    assert len(messages["workout_step_mesgs"]) == 8
    first, rep, _rest, repeat, *_more = messages["workout_step_mesgs"]
    assert (first["duration_type"], first["intensity"]) == ("open", "warmup")
    assert rep["duration_distance"] == 400
    assert (rep["custom_target_speed_low"], rep["custom_target_speed_high"]) == (5.276, 5.455)
    assert (repeat["duration_type"], repeat["duration_step"], repeat["repeat_steps"]) == (
        "repeat_until_steps_cmplt",
        1,
        4,
    )
    assert messages["workout_mesgs"][0]["sub_sport"] == "track"


@given(sheet=sheets(ABILITIES))
@settings(max_examples=25)
def test_what_is_written_reads_back_the_same(sheet: Sheet) -> None:
    assert read_fit(written(sheet)) == (SheetRead(sheet, sport="running"),)


@given(sheet=sheets(ABILITIES))
@settings(max_examples=15)
def test_garmin_and_fitdecode_agree_on_what_was_written(sheet: Sheet) -> None:
    data = written(sheet)
    raw, errors = decoder_of(data).read(
        apply_scale_and_offset=False,
        convert_types_to_strings=False,
        expand_sub_fields=False,
        expand_components=False,
        merge_heart_rates=False,
    )
    assert not errors
    theirs = [tuple(row.get(key) for key in KEYS) for row in raw["workout_step_mesgs"]]
    assert theirs == steps(data)
    assert raw["workout_mesgs"][0]["num_valid_steps"] == len(theirs)


def test_the_same_sheet_is_the_same_file_and_another_one_is_another() -> None:
    other = Sheet(CLASSIC.name, CLASSIC.items[1:], CLASSIC.about)
    assert written(CLASSIC) == written(CLASSIC)
    heads = [dict(raw_messages(written(sheet)))["file_id"] for sheet in (CLASSIC, other)]
    assert heads[0]["serial_number"] != heads[1]["serial_number"]
    assert heads[0]["time_created"] != heads[1]["time_created"]


@pytest.mark.parametrize("sign", ["x", "é", "東", "🏃"])
def test_a_long_name_is_cut_between_two_characters(sign: str) -> None:
    sheet = Sheet(sign * 300, (SheetStep(UntilPress(), name=sign * 300, note="a" + sign * 300),))
    (read,) = read_fit(written(sheet))
    assert isinstance(read, SheetRead)
    (step,) = read.sheet.items
    assert isinstance(step, SheetStep)
    whole = 254 // len(sign.encode())
    assert read.sheet.name == step.name == sign * whole
    assert step.note == "a" + sign * (253 // len(sign.encode()))


def test_more_steps_than_a_file_may_hold_are_refused_in_a_sentence() -> None:
    sheet = Sheet("long", (SheetStep(UntilPress()),) * (INTERCHANGE_STEPS + 1))
    with pytest.raises(WorkoutError, match="2000 steps at most"):
        written(sheet)


def test_the_format_writes_what_it_says_it_can() -> None:
    assert FORMAT.write is write_workout
    assert FORMAT.abilities is ABILITIES
    assert FORMAT.looks_like(written(CLASSIC)[:1024])
