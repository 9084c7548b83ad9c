"""Garmin Connect's workout JSON: both its shapes, its units, and that nothing in it can do harm."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import WorkoutError
from app.core.workout import Activity, Intensity
from app.interchange.garmin_json import FORMAT
from app.interchange.sheet import (
    ForDistance,
    ForReps,
    ForTime,
    SheetItem,
    SheetRead,
    SheetRepeat,
    SheetStep,
    Speed,
    UntilPress,
)


def made(kind: str, condition: str, value: Any = None, target: str = "no.target", **more: Any) -> dict[str, Any]:
    """A step as the web service gives it; the shape is Garmin's, the workout ours."""
    return {
        "type": "ExecutableStepDTO",
        "stepId": 1,
        "stepType": {"stepTypeId": 3, "stepTypeKey": kind},
        "endCondition": {"conditionTypeId": 3, "conditionTypeKey": condition},
        "endConditionValue": value,
        "targetType": {"workoutTargetTypeId": 6, "workoutTargetTypeKey": target},
        **more,
    }


def group(n: Any, *steps: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "RepeatGroupDTO", "numberOfIterations": n, "workoutSteps": [*steps], **more}


def workout(*steps: Any, **more: Any) -> dict[str, Any]:
    segment = {"segmentOrder": 1, "workoutSteps": [*steps]}
    sport = {"sportTypeId": 1, "sportTypeKey": "running"}
    return {"workoutName": "Ours", "sportType": sport, "workoutSegments": [segment], **more}


def read(document: Any) -> SheetRead:
    (held,) = FORMAT.read(json.dumps(document).encode())
    assert isinstance(held, SheetRead)
    return held


def items(*steps: Any) -> tuple[SheetItem, ...]:
    return read(workout(*steps)).sheet.items


WORK, REST = Intensity.WORK, Intensity.REST
EIGHT = group(
    8,
    made("interval", "distance", 400.0, "pace.zone", targetValueOne=5.5, targetValueTwo=5.25),
    made("rest", "time", 90.0),
)


def test_a_workout_of_the_web_service_is_read() -> None:
    given_workout = workout(
        made("warmup", "lap.button", None, description="easy"),
        EIGHT,
        made("cooldown", "time", "600"),
        description="Why.",
    )
    held = read(given_workout)
    rep = SheetStep(ForDistance(Fraction(400)), asks=Speed(Fraction("5.25"), Fraction("5.5")))
    rest = SheetStep(ForTime(90_000), REST, activity=Activity.STAND)
    assert (held.sheet.name, held.sheet.about, held.sport, held.warnings) == ("Ours", "Why.", "running", ())
    assert held.sheet.items == (
        SheetStep(UntilPress(), Intensity.WARMUP, note="easy"),
        SheetRepeat(8, (rep, rest)),
        SheetStep(ForTime(600_000), Intensity.COOLDOWN),
    )


def test_a_last_rest_that_is_skipped_stands_outside_of_its_block() -> None:
    block, last = items({**EIGHT, "skipLastRestStep": True})
    assert isinstance(block, SheetRepeat)
    assert (block.n, len(block.items)) == (7, 2)
    assert last == block.items[0]
    assert items(group(1, made("interval", "time", 60), made("rest", "time", 30), skipLastRestStep=True)) == (
        SheetStep(ForTime(60_000)),
    )


def test_an_older_export_is_a_flat_list_with_groups_and_units() -> None:
    def flat(order: int, kind: str, condition: str, value: float, unit: str, **more: Any) -> dict[str, Any]:
        keys = {"stepTypeKey": kind, "endConditionTypeKey": condition, "targetTypeKey": "no.target"}
        return {"stepOrder": order, **keys, "endConditionValue": value, "endConditionUnitKey": unit, **more}

    steps = [
        flat(4, "cooldown", "time", 600_000, "ms"),
        flat(1, "repeat", "iterations", 3, "dimensionless", groupId=7),
        flat(2, "interval", "distance", 40_000, "centimeter", parentGroupId=7)
        | {"targetTypeKey": "pace.zone", "targetValueOne": 0.5, "targetValueTwo": 0.55,
           "targetValueUnitKey": "centimetersPerMillisecond"},
        flat(3, "rest", "time", 60_000, "ms", parentGroupId=7),
    ]  # fmt: skip
    key = "com.garmin.connect.workout.json.UserWorkoutJson"
    held = read({key: {"workoutName": "Old", "sportTypeKey": "running", "workoutSteps": steps}})
    rep = SheetStep(ForDistance(Fraction(400)), asks=Speed(Fraction(5), Fraction("5.5")))
    rest = SheetStep(ForTime(60_000), REST, activity=Activity.STAND)
    assert held.sheet.name == "Old"
    assert held.sheet.items == (SheetRepeat(3, (rep, rest)), SheetStep(ForTime(600_000), Intensity.COOLDOWN))


def test_blocks_nest_and_segments_follow_one_another() -> None:
    inner = group(4, made("interval", "time", 30))
    document = workout(group(2, inner, made("recovery", "time", 300)))
    document["workoutSegments"].append({"workoutSteps": [made("cooldown", "distance", 1000)]})
    outer, cool = read(document).sheet.items
    assert isinstance(outer, SheetRepeat)
    assert outer.items[0] == SheetRepeat(4, (SheetStep(ForTime(30_000)),))
    assert cool == SheetStep(ForDistance(Fraction(1000)), Intensity.COOLDOWN)


def test_a_list_of_workouts_is_read_whole() -> None:
    step = made("interval", "time", 60)
    both = FORMAT.read(json.dumps([workout(step), "junk", workout(step, workoutName="Other")]).encode())
    assert [held.sheet.name for held in both if isinstance(held, SheetRead)] == ["Ours", "Other"]


@pytest.mark.parametrize(
    ("step", "ends", "note", "said"),
    [(made("interval", "reps", 10.0, exerciseName="PUSH_UP"), ForReps(10), "push up", 0),
     (made("rest", "fixed.rest", 20), ForTime(20_000), "", 0),
     (made("interval", "calories", 100), UntilPress(), "until calories 100", 1),
     (made("rest", "heart.rate", 120, endConditionCompare="lt"), UntilPress(), "until heart.rate under 120", 1),
     (made("interval", "time", 60, "heart.rate.zone", zoneNumber=4), ForTime(60_000), "heart rate zone 4", 1),
     (made("interval", "time", 60, "heart.rate.zone", targetValueOne=150, targetValueTwo=140.0), ForTime(60_000),
      "heart rate 140-150 bpm", 1),
     (made("interval", "time", 60, "power.zone", targetValueOne=250), ForTime(60_000), "power 250 W", 1),
     (made("hover", "time", 60), ForTime(60_000), "", 1)],
)  # fmt: skip
def test_what_is_none_of_ours_is_kept_as_words_and_said(step: Any, ends: Any, note: str, said: int) -> None:
    held = read(workout(step))
    (only,) = held.sheet.items
    assert isinstance(only, SheetStep)
    assert (only.ends, only.note, len(held.warnings)) == (ends, note, said)


def test_seconds_a_metre_by_mistake_are_told_from_speeds() -> None:
    held = read(workout(made("interval", "time", 60, "pace.zone", targetValueOne=0.3, targetValueTwo=0.25)))
    assert held.sheet.items == (SheetStep(ForTime(60_000), asks=Speed(Fraction(10, 3), Fraction(4))),)
    assert len(held.warnings) == 1


def test_another_sport_is_said() -> None:
    held = read(workout(made("interval", "time", 60), sportType={"sportTypeKey": "cycling"}))
    assert (held.sport, held.warnings) == ("cycling", ("it is a workout for 'cycling', taken as a run",))


@pytest.mark.parametrize(
    "value", ["NaN", "1e999", "-60", '"60_0"', '"nan"', "true", "[60]", "0", "1e11", "9" * 4000, "null"]
)
def test_a_figure_that_is_none_leaves_its_step_out_and_says_so(value: str) -> None:
    document = json.dumps(workout(made("interval", "time", "HERE"), made("cooldown", "time", 60)))
    (held,) = FORMAT.read(document.replace('"HERE"', value).encode())
    assert isinstance(held, SheetRead)
    assert len(held.sheet.items) == 1
    assert len(held.warnings) == 1


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", "not whole JSON"), (b"{", "not whole JSON"), (b"[1, 2]", "no workout"), (b'{"a": 1}', "no workout"),
     (b"{}", "no workout"), (b"\xff", "not whole JSON"), (b"[" * 900_000, "deep"), (b'{"a":' * 41, "deep"),
     (b'"\\"' * 300_000, "not whole JSON"), (b" " * 1_000_001, "larger than"), (b"1" * 900_000, "not whole JSON"),
     (json.dumps(workout()).encode(), "no step"),
     (json.dumps(workout(group(99_999, made("interval", "time", 1)))).encode(), "too long"),
     (json.dumps(workout(*[None] * 20_001)).encode(), "more than")],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(WorkoutError, match=words) as refused:
        FORMAT.read(data)
    assert len(str(refused.value)) < 200


def test_blocks_within_blocks_without_end_are_refused() -> None:
    deep = made("interval", "time", 1)
    for _ in range(8):
        deep = group(2, deep)
    with pytest.raises(WorkoutError, match="deep in one another"):
        read(workout(deep))


_WHOLE = workout(
    made("warmup", "lap.button", None, description="easy"),
    EIGHT,
    made("rest", "heart.rate", 120, "power.zone", zoneNumber=1),
)
_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["time", "distance"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def _places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(place for key, inner in pairs for place in _places(inner, (*at, key)))]


@settings(max_examples=100)
@given(st.lists(st.tuples(st.sampled_from(_places(_WHOLE)[1:]), _values), min_size=1, max_size=3))
def test_no_change_of_a_value_raises_anything_else(changes: list[tuple[tuple[Any, ...], Any]]) -> None:
    document = json.loads(json.dumps(_WHOLE))
    for (*way, last), value in changes:
        there = document
        for key in way:
            try:
                there = there[key]
            except (LookupError, TypeError):
                there = None
        if isinstance(there, dict) or (isinstance(there, list) and isinstance(last, int) and last < len(there)):
            there[last] = value
    try:
        held = read(document)
    except WorkoutError:
        return
    assert held.sheet.items


@given(st.integers(0, 600), st.binary(max_size=8))
def test_no_change_of_a_byte_raises_anything_else(at: int, junk: bytes) -> None:
    data = json.dumps(_WHOLE).encode()
    for given_data in (data[:at], data[:at] + junk + data[at + len(junk) :]):
        try:
            FORMAT.read(given_data)
        except WorkoutError:
            continue


def test_it_is_known_by_its_bracket() -> None:
    assert FORMAT.looks_like(b'\xef\xbb\xbf \n{"a": 1')
    assert FORMAT.looks_like(b"[")
    assert not FORMAT.looks_like(b"- 10m")
    assert not FORMAT.looks_like(b"")
