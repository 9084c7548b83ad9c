"""intervals.icu's text: what is read, what is kept as words, and that what is written reads back."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.athlete import Athlete
from app.core.errors import WorkoutError
from app.core.units import MILE_M, YARD_M
from app.core.workout import Intensity
from app.interchange.icu import FORMAT
from app.interchange.sheet import (
    ForDistance,
    ForTime,
    HeartShare,
    SheetRead,
    SheetRepeat,
    SheetStep,
    Speed,
    UntilPress,
)

NOBODY = Athlete()
WORK, REST, RECOVERY = Intensity.WORK, Intensity.REST, Intensity.RECOVERY


def read(text: str) -> SheetRead:
    (held,) = FORMAT.read(text.encode())
    assert isinstance(held, SheetRead)
    return held


def step(line: str) -> SheetStep:
    (item,) = read(f"- {line}\n").sheet.items
    assert isinstance(item, SheetStep)
    return item


# Lengths --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "seconds"),
    [("30s", 30), ("10m", 600), ("1m30", 90), ("1m30s", 90), ("1h2m30s", 3750), ("5'", 300),
     ('30"', 30), ("1'30\"", 90), ("1′30″", 90), ("1h", 3600), ("Easy 99m", 5940)],
)  # fmt: skip
def test_m_is_minutes(line: str, seconds: int) -> None:
    assert step(line).ends == ForTime(1000 * seconds)


@pytest.mark.parametrize(
    ("line", "metres"),
    [("400mtr", Fraction(400)), ("400meters", Fraction(400)), ("0.4km", Fraction(400)), ("1mi", MILE_M),
     ("2miles", 2 * MILE_M), ("200yds", 200 * YARD_M), ("200yrd", 200 * YARD_M), ("100y", 100 * YARD_M),
     ("400 meters", Fraction(400)), ("Run 2 miles easy", 2 * MILE_M)],
)  # fmt: skip
def test_distances_have_units_of_their_own(line: str, metres: Fraction) -> None:
    assert step(line).ends == ForDistance(metres)


def test_hundreds_of_minutes_are_taken_as_metres_and_that_is_said() -> None:
    held = read("- 800m\n- 99m\n")
    assert [item.ends for item in held.sheet.items if isinstance(item, SheetStep)] == [
        ForDistance(Fraction(800)),
        ForTime(99 * 60_000),
    ]
    assert held.warnings == ("800m is taken as metres; intervals.icu reads 800 minutes, and metres are written 800mtr",)


def test_the_lap_button_has_a_placeholder() -> None:
    full = step("Full recovery press lap 3m intensity=rest")
    assert (full.ends, full.name, full.intensity) == (UntilPress(180_000), "Full recovery", REST)
    assert step("Warm up press lap").ends == UntilPress(0)
    held = read("- 400mtr press lap\n")
    assert held.sheet.items[0] == SheetStep(UntilPress(0))
    assert held.warnings == ("a step ends by the lap button: its 400 m are left out",)


# What is asked --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "slow", "fast"),
    [("5:00/mi Pace", MILE_M / 300, MILE_M / 300), ("7:15-7:00/km Pace", Fraction(1000, 435), Fraction(1000, 420)),
     ("7:00-7:15/km Pace", Fraction(1000, 435), Fraction(1000, 420)), ("7:00/km", Fraction(1000, 420), None),
     ("3:00/100m-4:00/100m Pace", Fraction(100, 240), Fraction(100, 180)), ("1:20/400m pace", Fraction(5), None)],
)  # fmt: skip
def test_paces_are_speeds_the_slow_one_first(words: str, slow: Fraction, fast: Fraction | None) -> None:
    assert step(f"400mtr {words}").asks == Speed(slow, fast or slow)


def test_a_pace_without_a_unit_is_taken_as_per_kilometre_and_that_is_said() -> None:
    held = read("- 1km 4:00 Pace\n")
    assert held.sheet.items == (SheetStep(ForDistance(Fraction(1000)), asks=Speed(Fraction(25, 6), Fraction(25, 6))),)
    assert "no unit" in held.warnings[0]


def test_a_share_of_the_highest_heart_rate_is_carried() -> None:
    assert step("10m 70-80% HR").asks == HeartShare(Fraction(70), Fraction(80))


@pytest.mark.parametrize(
    ("words", "kept"),
    [("90% Pace", "90% of threshold pace"), ("95-105%", "95-105% of threshold power"),
     ("Z2 HR", "zone 2"), ("Z3 Pace", "zone 3 of pace"), ("Z1-Z2", "zone 1-2"),
     ("90% LTHR", "90% of threshold heart rate"),
     ("250w", "250 W"), ("85-90rpm", "85-90 rpm"),
     ("ramp 60-80% Pace", "ramp 60-80% of threshold pace")],
)  # fmt: skip
def test_what_no_file_can_resolve_is_kept_as_words_and_said(words: str, kept: str) -> None:
    held = read(f"- 10m {words}\n")
    assert held.sheet.items == (SheetStep(ForTime(600_000), note=kept),)
    assert len(held.warnings) == 1
    assert repr(words.removeprefix("ramp ")) in held.warnings[0]


def test_words_behind_a_length_are_not_lost() -> None:
    assert step("10m easy").name == "easy"
    assert (step("Hill 45s hard [RPE 9]").name, step("Hill 45s hard [RPE 9]").note) == ("Hill", "hard [RPE 9]")


def test_a_prompt_for_a_moment_becomes_a_note() -> None:
    held = read("- First prompt 33^Second one <!> 10m\n")
    assert held.sheet.items == (SheetStep(ForTime(600_000), name="First prompt", note="at 33 s: Second one"),)
    assert len(held.warnings) == 1


def test_a_ramp_of_paces_is_a_range() -> None:
    held = read("- 10m ramp 6:00-5:00/km Pace\n")
    assert held.sheet.items == (SheetStep(ForTime(600_000), asks=Speed(Fraction(25, 9), Fraction(10, 3))),)
    assert held.warnings == ("a ramp is taken as a range",)


# Blocks ---------------------------------------------------------------------------------------------------------------

LADDER = """\ufeffMonday
A line about it.

Warm-up
- 10m 60% Pace

Ladder 4x
- Fast 200mtr 5:00/mi Pace intensity=interval
- Full recovery press lap 3m Z1 Pace

Cooldown
- 10m\r
"""


def test_headings_say_the_phase_and_how_often() -> None:
    sheet = read(LADDER).sheet
    assert (sheet.name, sheet.about) == ("Monday", "A line about it.\nLadder 4x")
    warm, ladder, cool = sheet.items
    assert isinstance(warm, SheetStep)
    assert isinstance(cool, SheetStep)
    assert isinstance(ladder, SheetRepeat)
    assert (warm.intensity, cool.intensity) == (Intensity.WARMUP, Intensity.COOLDOWN)
    assert ladder.n == 4
    assert [inner.intensity for inner in ladder.items if isinstance(inner, SheetStep)] == [WORK, RECOVERY]


def test_the_words_of_a_heading_are_the_name_of_a_step_that_has_none() -> None:
    (strides,) = read("Strides 4x\n- 20s 95% Power\n- 40s jog\n").sheet.items
    assert isinstance(strides, SheetRepeat)
    assert [(inner.name, inner.note) for inner in strides.items if isinstance(inner, SheetStep)] == [
        ("Strides", "95% of threshold power"),
        ("jog", ""),
    ]


def test_a_step_that_is_called_a_warm_up_is_one() -> None:
    steps = read("- Warm Up 10m\n- Main 3m\n- Cool-down jog 10m\n- Rest 2m\n").sheet.items
    assert [item.intensity for item in steps if isinstance(item, SheetStep)] == [
        Intensity.WARMUP,
        WORK,
        Intensity.COOLDOWN,
        REST,
    ]


def test_a_repeat_ends_at_the_blank_line() -> None:
    sheet = read("3x\n- 400mtr\n\n- 1km\n").sheet
    assert sheet.items == (
        SheetRepeat(3, (SheetStep(ForDistance(Fraction(400))),)),
        SheetStep(ForDistance(Fraction(1000))),
    )


def test_a_heading_set_off_by_a_blank_line_keeps_its_phase_and_says_that_it_repeats_nothing() -> None:
    held = read("# Warmup\n\n- 3m\n\n# Main Set\n\n3x\n- 8m\n\n4x\n\n- 1m\n")
    warm, main, lone = held.sheet.items
    assert isinstance(warm, SheetStep)
    assert warm.intensity is Intensity.WARMUP
    assert main == SheetRepeat(3, (SheetStep(ForTime(480_000)),))
    assert lone == SheetStep(ForTime(60_000))
    assert held.warnings == ("a blank line stands behind '4x': its steps are run once",)


def test_repeats_in_a_step_line_are_read_and_said() -> None:
    held = read("- 4x 100mtr\n- 2x\n  - 400mtr\n  - 3x\n    - 30s\n  - 200mtr\n- 1km\n")
    run = {m: SheetStep(ForDistance(Fraction(m))) for m in (100, 200, 400, 1000)}
    inner = SheetRepeat(3, (SheetStep(ForTime(30_000)),))
    assert held.sheet.items == (SheetRepeat(4, (run[100],)), SheetRepeat(2, (run[400], inner, run[200])), run[1000])
    assert "by a heading" in held.warnings[0]


@pytest.mark.parametrize(
    ("second", "is_soft"),
    [("2m 60-70% Pace", True), ("2m 110% Pace", False), ("2m jog", True), ("2m Z1 HR", True), ("2m Z5 HR", False),
     ("2m", False), ("2m 5:00/km Pace", False)],
)  # fmt: skip
def test_a_recovery_that_is_not_said_is_told_by_its_words_or_by_asking_less(second: str, is_soft: bool) -> None:
    held = read(f"3x\n- 5m 95-100% Pace\n- {second}\n")
    (block,) = held.sheet.items
    assert isinstance(block, SheetRepeat)
    last = block.items[1]
    assert isinstance(last, SheetStep)
    assert last.intensity is (RECOVERY if is_soft else WORK)
    is_guess = any("taken as a recovery" in warning for warning in held.warnings)
    assert is_guess == (is_soft and "jog" not in second)


def test_lines_without_a_length_are_left_out_and_said() -> None:
    held = read("- stay relaxed\n- 10m\n- and drink\n")
    assert len(held.sheet.items) == 1
    assert held.warnings == ("line 1 has no length and is left out: 'stay relaxed'", "2 lines in all are left out")


# Refusals -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", "no step"), (b"Warmup\n\nhello", "no step"), (b"- 99999h", "under 24 h"), (b"- 9999999km", "1000 km"),
     (b"\xff\xfe- 10m", "UTF-8"), (b"9999999x\n- 10m", "more than"), (b"99999x\n- 10m", "too long"),
     (b"- 0s", "over 0"), (b"- 10m\n" * 100_000, "characters"),
     (b"".join(b" " * n + b"- 2x\n" for n in range(50)) + b" " * 60 + b"- 1m", "deep")],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(WorkoutError, match=words) as refused:
        FORMAT.read(data)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 200


_BITS = [
    "- ", "4x", "10m", "800m", " ", "\n", "\n\n", "5:00/mi", "Pace", "press lap", "Z2", "HR", "90%", "-", "<!>", "33^",
    "(", ")", "Warmup", "intensity=rest", "ramp", "0", "'", "x", "é", "9" * 8,
]  # fmt: skip


@settings(max_examples=100)
@given(st.lists(st.sampled_from(_BITS), max_size=30).map("".join))
def test_no_text_raises_anything_else(text: str) -> None:
    try:
        held = read(text)
    except WorkoutError:
        return
    assert held.sheet.items
    FORMAT.looks_like(text.encode()[:1024])


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    FORMAT.looks_like(data)
    try:
        FORMAT.read(data)
    except WorkoutError:
        return


def test_it_is_known_by_what_only_it_says() -> None:
    assert FORMAT.looks_like(LADDER.encode()[:1024])
    assert FORMAT.looks_like(b"- 400mtr\n")
    assert FORMAT.looks_like(b"3x\n- 5m\n- 1m\n")
    for other in (
        b"- 8x400m w/ 200m jog\n",
        b'WEEK,"4x 1.6k\n- run: 1600m @ 5:00\n',
        b"name = 'x'\n",
        b"- 10m easy\n",
        b"\0- 10m 60% Pace",
    ):
        assert not FORMAT.looks_like(other), other
