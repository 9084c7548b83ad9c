"""FIT workouts, read: pointers become repeats, and what cannot be said is kept in words and warned of."""

from __future__ import annotations

from fractions import Fraction

import pytest

from app.core.bounds import INTERCHANGE_STEPS, NESTING
from app.core.errors import WorkoutError
from app.core.workout import Intensity
from app.interchange.fit import read_fit
from app.interchange.sheet import (
    Ends,
    ForDistance,
    ForReps,
    ForTime,
    HeartShare,
    Sheet,
    SheetItem,
    SheetRead,
    SheetRepeat,
    SheetStep,
    Speed,
    UntilPress,
)
from tests.interchange.fit_made import STEP, WORKOUT, file_id, fit_file, message, repeat, step, workout

RUN_400 = SheetStep(ForDistance(Fraction(400)))
REST_60 = SheetStep(ForTime(60_000), Intensity.REST)


def only(data: bytes) -> SheetRead:
    (held,) = read_fit(data)
    assert isinstance(held, SheetRead)
    return held


def items_of(*steps: bytes) -> tuple[tuple[SheetItem, ...], tuple[str, ...]]:
    held = only(workout(*steps))
    return held.sheet.items, held.warnings


def step_of(*steps: bytes) -> tuple[SheetStep, tuple[str, ...]]:
    (item,), warnings = items_of(*steps)
    assert isinstance(item, SheetStep)
    return item, warnings


def run_400(index: int) -> bytes:
    return step(index, 1, 40_000, intensity=0)


def rest_60(index: int) -> bytes:
    return step(index, 0, 60_000, intensity=1)


def test_a_pointer_repeats_what_stands_before_it_and_the_number_of_steps_is_not_trusted() -> None:
    held = only(workout(run_400(0), rest_60(1), repeat(2, 0, 6), n_said=2))
    assert held == SheetRead(Sheet("Tuesday", (SheetRepeat(6, (RUN_400, REST_60)),)), sport="running")


def test_repeats_nest() -> None:
    steps = (run_400(0), run_400(1), rest_60(2), repeat(3, 1, 4), rest_60(4), repeat(5, 1, 3), run_400(6))
    sets = SheetRepeat(3, (SheetRepeat(4, (RUN_400, REST_60)), REST_60))
    assert items_of(*steps) == ((RUN_400, sets, RUN_400), ())


@pytest.mark.parametrize("first", [2, 3, 99, 0xFFFFFFFF])
def test_a_pointer_that_does_not_go_back_is_left_out_and_its_steps_stay(first: int) -> None:
    items, warnings = items_of(run_400(0), rest_60(1), repeat(2, first, 6), run_400(3))
    assert items == (RUN_400, REST_60, RUN_400)
    assert warnings == ("a repeat does not say which steps it repeats; they are taken once",)


def test_a_pointer_into_the_middle_of_a_repeat_is_left_out() -> None:
    items, warnings = items_of(run_400(0), rest_60(1), repeat(2, 0, 6), run_400(3), repeat(4, 1, 2))
    assert items == (SheetRepeat(6, (RUN_400, REST_60)), RUN_400)
    assert len(warnings) == 1


@pytest.mark.parametrize("n", [0, 0xFFFFFFFF, 100_001])
def test_a_repeat_without_a_sensible_count_is_taken_once(n: int) -> None:
    assert items_of(run_400(0), repeat(1, 0, n)) == (
        (RUN_400,),
        ("a repeat does not say how often; its steps are taken once",),
    )


@pytest.mark.parametrize("until", [7, 8, 9, 10, 11, 12, 13, 17, 18, 27])
def test_a_repeat_until_something_is_measured_is_taken_once(until: int) -> None:
    items, warnings = items_of(run_400(0), rest_60(1), step(2, until, 0, zone=150))
    assert items == (RUN_400, REST_60)
    assert warnings == ("a repeat goes on until something is measured; its steps are taken once",)


def test_repeats_that_nest_too_deep_are_taken_once() -> None:
    rows = [run_400(0), *(repeat(index, 0, 2) for index in range(1, NESTING + 20))]
    items, warnings = items_of(*rows)
    depth = 0
    while isinstance(items[0], SheetRepeat):
        items, depth = items[0].items, depth + 1
    assert (items, depth, len(warnings)) == ((RUN_400,), NESTING, 19)


def test_steps_that_are_out_of_order_are_put_in_order() -> None:
    assert items_of(repeat(2, 0, 6), rest_60(1), run_400(0)) == ((SheetRepeat(6, (RUN_400, REST_60)),), ())


def test_steps_without_an_index_are_counted() -> None:
    rows = [message(STEP, {1: ("E", 1), 2: ("I", 40_000)}), message(STEP, {1: ("E", 6), 2: ("I", 0), 4: ("I", 3)})]
    assert items_of(*rows) == ((SheetRepeat(3, (RUN_400,)),), ())


@pytest.mark.parametrize(
    ("ends", "value", "read"),
    [
        (0, 90_500, ForTime(90_500)),
        (28, 30_000, ForTime(30_000)),
        (1, 160_934, ForDistance(Fraction(160_934, 100))),
        (29, 12, ForReps(12)),
        (5, None, UntilPress()),
        (5, 0, UntilPress()),
        (None, None, UntilPress()),
    ],
)
def test_what_ends_a_step(ends: int | None, value: int | None, read: Ends) -> None:
    assert step_of(step(0, ends, value)) == (SheetStep(read), ())


@pytest.mark.parametrize(
    ("ends", "value", "words"),
    [
        (2, 225, "when the heart rate is below 125 bpm"),
        (2, 65, "when the heart rate is below 65 % of the highest"),
        (3, 260, "when the heart rate is above 160 bpm"),
        (4, 200, "after 200 calories"),
        (14, 80, "when the power is below 80 % of the threshold"),
        (15, 1250, "when the power is above 250 W"),
        (16, 50, "by something that only the watch knows"),
        (0, 200_000_000, "after 55 hours"),
        (1, 200_000_000, "after 2000 km"),
        (0, 0, "by something that it does not say"),
        (0, None, "by something that it does not say"),
    ],
)
def test_what_only_a_watch_can_end_is_ended_by_hand_and_said(ends: int, value: int | None, words: str) -> None:
    read, warnings = step_of(step(0, ends, value, notes="easy"))
    assert read == SheetStep(UntilPress(), note=f"easy; {words}")
    assert warnings == (f"step 1 ends by the lap button here; in the file it ends {words}",)


@pytest.mark.parametrize(
    ("more", "asks"),
    [
        ({"target": 0, "zone": 0, "low": 5276, "high": 5455}, Speed(Fraction(5276, 1000), Fraction(5455, 1000))),
        ({"target": 12, "low": 5455, "high": 5276}, Speed(Fraction(5276, 1000), Fraction(5455, 1000))),
        ({"target": 0, "low": 5000}, Speed(Fraction(5), Fraction(5))),
        ({"target": 0, "low": 0, "high": 5000}, Speed(Fraction(5), Fraction(5))),
        ({"target": 1, "zone": 0, "low": 60, "high": 75}, HeartShare(Fraction(60), Fraction(75))),
        ({"target": 13, "high": 75}, HeartShare(Fraction(0), Fraction(75))),
        ({"target": 1, "low": 60}, HeartShare(Fraction(60), Fraction(100))),
        ({"target": 2}, None),
        ({"target": 1}, None),
        ({"target": 2, "second": 0, "second_low": 4000, "second_high": 5000}, Speed(Fraction(4), Fraction(5))),
    ],
)
def test_what_a_step_asks(more: dict[str, int], asks: Speed | HeartShare | None) -> None:
    assert step_of(step(0, 5, **more)) == (SheetStep(UntilPress(), asks=asks), ())


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"target": 0, "zone": 3}, "speed zone 3"),
        ({"target": 1, "zone": 2, "low": 60, "high": 70}, "heart rate zone 2"),
        ({"target": 4, "zone": 5}, "power zone 5"),
        ({"target": 3, "zone": 1}, "cadence zone 1"),
        ({"target": 1, "low": 240, "high": 250}, "a heart rate of 140 bpm to 150 bpm"),
        ({"target": 4, "low": 1200, "high": 1250}, "a power of 200 W to 250 W"),
        ({"target": 7, "low": 90, "high": 95}, "a power of 90 % of the threshold to 95 % of the threshold"),
        ({"target": 3, "low": 85, "high": 90}, "a cadence of 85 to 90"),
        ({"target": 5, "low": 1, "high": 2}, "something that only the watch knows"),
        ({"target": 0, "low": 40_000, "high": 50_000}, "a speed of 50 m/s"),
    ],
)
def test_what_cannot_be_asked_here_is_kept_in_words(more: dict[str, int], words: str) -> None:
    read, warnings = step_of(step(0, 5, **more))
    assert read == SheetStep(UntilPress(), note=words)
    assert warnings == (f"step 1 asks for {words}, which is kept as a note",)


def test_a_second_target_stays_beside_the_first_in_words() -> None:
    read, warnings = step_of(step(0, 5, target=0, low=4000, high=5000, second=3, second_low=85, second_high=90))
    assert read == SheetStep(UntilPress(), asks=Speed(Fraction(4), Fraction(5)), note="a cadence of 85 to 90")
    assert len(warnings) == 1


@pytest.mark.parametrize(
    ("said", "read"),
    [
        (0, Intensity.WORK),
        (1, Intensity.REST),
        (2, Intensity.WARMUP),
        (3, Intensity.COOLDOWN),
        (4, Intensity.RECOVERY),
        (5, Intensity.WORK),
        (6, Intensity.WORK),
        (0xFF, Intensity.WORK),
        (77, Intensity.WORK),
    ],
)
def test_intensities(said: int, read: Intensity) -> None:
    assert step_of(step(0, 5, intensity=said))[0].intensity is read


def test_names_lose_their_control_characters() -> None:
    read, _warnings = step_of(step(0, 5, name="\x07 A-skips\t ", notes="one\ntwo \x1b[31m"))
    assert (read.name, read.note) == ("A-skips", "one\ntwo [31m")


def test_a_text_that_is_no_utf_8_is_read_as_far_as_it_is() -> None:
    row = message(STEP, {1: ("E", 5), 0: ("s", b"ca\xff\xfft\0")})
    assert step_of(row)[0].name == "ca\ufffd\ufffdt"


def test_two_workouts_in_one_file_are_two() -> None:
    first, second = (message(WORKOUT, {8: ("s", name)}) for name in ("one", "two"))
    held = read_fit(fit_file(file_id(5), first, run_400(0), second, rest_60(0)))
    assert held == (SheetRead(Sheet("one", (RUN_400,))), SheetRead(Sheet("two", (REST_60,))))


def test_a_workout_without_its_own_message_is_read_without_a_name() -> None:
    assert only(fit_file(run_400(0))) == SheetRead(Sheet("", (RUN_400,)))


def test_a_workout_for_another_sport_is_said_to_be_one() -> None:
    held = only(workout(run_400(0), sport=2))
    assert held.warnings == ("this is a workout for cycling, read as one for running",)


def test_the_number_of_steps_is_bounded() -> None:
    held = only(workout(*(run_400(index) for index in range(INTERCHANGE_STEPS + 5))))
    assert len(held.sheet.items) == INTERCHANGE_STEPS
    assert held.warnings == (f"only the first {INTERCHANGE_STEPS} steps were read",)


def test_a_hundred_warnings_are_enough() -> None:
    held = only(workout(*(step(index, 4, 100) for index in range(300))))
    assert len(held.warnings) == 100
    assert held.warnings[-1] == "201 more things of this kind came through changed"


def test_a_workout_without_steps_is_none() -> None:
    with pytest.raises(WorkoutError, match="no workout and no run"):
        read_fit(workout())
