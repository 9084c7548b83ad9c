"""Values as text and back: every event, every plan; a damaged text is an error and never a wrong value."""

from __future__ import annotations

import contextlib
import json
from dataclasses import replace
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.asked import Command, Delete, How, Insert, Move, Relabel, Restore
from app.core.errors import StoreError
from app.core.events import (
    BlockLeft,
    Cause,
    Event,
    Finished,
    Guessed,
    Jumped,
    Lengthened,
    Mended,
    Paused,
    PressRefused,
    Refusal,
    Resumed,
    SegmentFinished,
    SegmentStarted,
    SplitTaken,
    Started,
    Stopped,
    Undone,
)
from app.core.plan import Plan, Setup
from app.core.units import Instant
from app.core.workout import Effort, HeartRate, Rpe, Workout
from app.store.values import decode, encode, pack, unpack
from tests.drawn import GOAL_PACE, plan_of, plans, run_m, times

instants = st.builds(Instant, st.integers(-(10**12), 10**12))
millis = st.integers(0, 10**9)
indices = st.integers(0, 20_000)
mends = st.one_of(
    st.builds(Insert, instants, st.booleans()),
    st.builds(Delete, instants),
    st.builds(Move, instants, millis),
    st.builds(Relabel, instants, indices),
    st.builds(Restore, instants),
)
EVENTS: dict[type, st.SearchStrategy[Event]] = {
    Started: st.builds(Started, instants),
    SegmentStarted: st.builds(SegmentStarted, instants, indices, st.none() | millis),
    SplitTaken: st.builds(
        SplitTaken, instants, indices, st.none() | indices, millis, st.sampled_from(How), st.booleans(), millis
    ),
    SegmentFinished: st.builds(
        SegmentFinished, instants, indices, millis, st.sampled_from(Cause), st.sampled_from(How), millis
    ),
    BlockLeft: st.builds(BlockLeft, instants, indices, indices),
    Jumped: st.builds(Jumped, instants, indices, indices),
    Lengthened: st.builds(Lengthened, instants, indices, millis, millis),
    Guessed: st.builds(Guessed, instants, indices, indices, st.none() | millis),
    Paused: st.builds(Paused, instants),
    Resumed: st.builds(Resumed, instants, millis),
    PressRefused: st.builds(PressRefused, instants, indices, st.sampled_from(Command), st.sampled_from(Refusal)),
    Undone: st.builds(Undone, instants, st.sampled_from(Command), instants, indices),
    Mended: st.builds(Mended, instants, mends, indices),
    Stopped: st.builds(Stopped, instants),
    Finished: st.builds(Finished, instants),
}


def test_every_kind_of_event_is_drawn() -> None:
    assert set(EVENTS) == set(get_args(Event))


@pytest.mark.parametrize("kind", EVENTS.values(), ids=[kind.__name__ for kind in EVENTS])
@given(data=st.data())
def test_an_event_comes_back_as_it_was(kind: st.SearchStrategy[Event], data: st.DataObject) -> None:
    event = data.draw(kind)
    assert decode(encode(event)) == event


@given(plans)
def test_a_plan_comes_back_as_it_was(plan: Plan) -> None:
    assert unpack(pack(plan)) == plan


def test_what_was_stored_before_there_were_mends_is_read_as_pressed() -> None:
    split = '{"is":["SplitTaken",{"at":{"@":80000},"index":0,"mark_number":1,"elapsed_ms":80000}]}'
    assert decode(split) == SplitTaken(Instant(80_000), 0, 1, 80_000, How.PRESSED, is_named=False, moved_ms=0)
    ended = '{"is":["SegmentFinished",{"at":{"@":95000},"index":1,"elapsed_ms":60000,"cause":{"=":["Cause","LAP"]}}]}'
    assert decode(ended) == SegmentFinished(Instant(95_000), 1, 60_000, Cause.LAP, How.PRESSED)
    undone = '{"is":["Undone",{"at":{"@":9},"command":{"=":["Command","LAP"]},"pressed_at":{"@":5},"back_to":2}]}'
    assert decode(undone) == Undone(Instant(9), Command.LAP, Instant(5), 2)
    setup = (
        '{"is":["Setup",{"track":{"is":["Track",{"lap_m":{"/":[400,1]}}]},"lead_in_ms":5000,'
        '"mark_every_m":null,"belt":null}]}'
    )
    assert decode(setup) == Setup()


def test_values_of_one_shape_stay_apart() -> None:
    for target in (Effort, HeartRate, Rpe):
        value = target(Fraction(7), Fraction(8))
        assert type(decode(encode(value))) is target
        assert decode(encode(value)) == value


def test_a_step_that_comes_a_thousand_times_is_written_once() -> None:
    plan = plan_of(times(1000, run_m(400, GOAL_PACE)), goal_s=320)
    assert encode(plan).count('"ByDistance"') < 5
    read = decode(encode(plan))
    assert read == plan
    assert len({id(segment.step) for segment in read.segments}) == 2, "a count-down and a rep"


def changed(text: str) -> st.SearchStrategy[str]:
    places = st.integers(0, len(text) - 1)
    return st.builds(
        lambda at, much, other: text[:at] + other + text[at + much :], places, st.integers(0, 9), st.text(max_size=3)
    )


@given(changed(encode(plan_of(times(2, run_m(800, GOAL_PACE)), goal_s=320))))
def test_a_damaged_text_is_a_value_or_one_sentence(text: str) -> None:
    with contextlib.suppress(StoreError):  # anything else is a bug
        decode(text)


NAMES = st.sampled_from(["is", "/", "=", "@", "#", "Step", "Race", "GOAL", "Effort", "name"])
WORDS = st.recursive(
    st.none() | st.integers(-2, 3) | st.floats(allow_nan=False) | NAMES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=2),
)


@given(WORDS)
def test_any_json_is_a_value_or_one_sentence(data: object) -> None:
    with contextlib.suppress(StoreError):  # anything else is a bug
        decode(json.dumps(data))


@given(st.binary(max_size=40))
def test_any_bytes_are_a_value_or_one_sentence(data: bytes) -> None:
    with pytest.raises(StoreError, match="damaged"):
        unpack(data)


def test_a_workout_of_a_journal_from_before_there_were_tags_has_none() -> None:
    workout = Workout("Tuesday", (run_m(400),), tags=("track",))
    old = json.loads(encode(workout))
    del old["is"][1]["tags"]
    assert decode(json.dumps(old)) == replace(workout, tags=())
