"""A workout as a plain text: what is written reads back, and a text that is none is refused."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from app.core.errors import WorkoutError
from app.core.workout import ByDistance, Purpose, Step, Workout
from app.interchange.plain import read_plain, write_plain
from app.library.files import read_workout
from app.notation.reading import parse_text

SHIPPED = sorted((Path(__file__).parents[2] / "workouts").glob("*.toml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_workout_reads_back_as_the_same_steps(path: Path) -> None:
    workout = read_workout(path)
    text, losses = write_plain(workout)
    read, warnings = read_plain(text.encode(), workout.name)
    assert (read.steps, read.name, warnings) == (workout.steps, workout.name, ())
    assert not any("otherwise" in loss for loss in losses)


def test_a_name_that_would_be_read_as_a_step_is_left_out_and_named() -> None:
    workout = Workout("8 x 200m", parse_text("8 x 200m w/ 200m jog").steps, Purpose.SPEED, "Why.")
    text, losses = write_plain(workout)
    assert text == "8 x 200m w/ 200m jog\n"
    assert losses == (
        "the name is left out, since it would be read as a part of the workout",
        "what it is for, speed, is left out",
        "the text about it is left out",
    )


def test_a_note_is_left_out_and_named() -> None:
    _, losses = write_plain(Workout("Monday", (Step(ByDistance(Fraction(400)), note="relax"),)))
    assert losses == ("notes of steps are left out",)


def test_what_is_not_understood_of_a_text_is_said() -> None:
    workout, warnings = read_plain(b"\xef\xbb\xbf8 x 400m w/ 200m jog\r\nflurbl wibble\r\n", "Mail")
    assert workout.name == "Mail"
    assert len(workout.steps) == 1
    assert warnings == ("not understood and left out: 'flurbl wibble'",)


_NONE = [b"Dear all, the meeting is moved to the hall beside the church.", b"\xff", b" \n", b"x" * 200_000]


@pytest.mark.parametrize("data", _NONE)
def test_a_text_that_is_no_workout_is_refused(data: bytes) -> None:
    with pytest.raises(WorkoutError) as refused:
        read_plain(data, "Mail")
    assert len(str(refused.value)) < 200
