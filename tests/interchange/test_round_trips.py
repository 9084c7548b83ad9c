"""Workout → format → workout, through the bytes of every format: nothing changes but what a loss names."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, event, given, settings

from app.core.athlete import Athlete
from app.core.errors import WorkoutError
from app.core.workout import Workout
from app.interchange.exporting import Exported, export
from app.interchange.format import Format
from app.interchange.importing import workout_of
from app.interchange.registry import FORMATS, format_of
from app.interchange.sheet import SheetRead
from app.notation.reading import parse_text
from app.notation.writing import format_items
from tests.interchange.workouts import athletes, differences, uncovered, workouts

WRITTEN = [each for each in FORMATS if each.write is not None]
GOAL = Athlete(Fraction(320))


def back(made: Exported, written: Format, athlete: Athlete) -> Workout:
    assert format_of(made.data) is written
    (held,) = written.read(made.data)
    assert isinstance(held, SheetRead)
    return workout_of(held, athlete, written.abilities)[0]


@pytest.mark.parametrize("written", WRITTEN, ids=lambda each: each.key)
def test_a_workout_comes_back_from_the_bytes_but_for_what_a_loss_names(written: Format) -> None:
    assert written.abilities is not None
    can = written.abilities

    @settings(max_examples=40)
    @given(workouts, athletes)
    def law(w: Workout, athlete: Athlete) -> None:
        try:
            made = export(w, athlete, written)
            again = back(made, written, athlete)
        except WorkoutError as error:  # TCX numbers twenty steps; what was open may come to a day by guesses
            refused = str(error)
            event(refused)
            assume("at most" not in refused and "too long" not in refused)
            raise
        places = differences(w, again, athlete, can)
        assert uncovered(places, made.losses) == set(), (format_items(w.steps), made.losses)

    law()


@pytest.mark.parametrize("written", WRITTEN, ids=lambda each: each.key)
def test_what_is_exported_twice_is_the_same_bytes(written: Format) -> None:
    workout = Workout("Tuesday", parse_text("10 min warm-up, 6 x 400m in 80 w/ 200m jog, 10 min cool-down").steps)
    assert export(workout, GOAL, written).data == export(workout, GOAL, written).data
    assert written.looks_like(export(workout, GOAL, written).data[:1024])
    again = back(export(workout, GOAL, written), written, GOAL)
    assert export(again, GOAL, written).data == export(workout, GOAL, written).data


PLAIN = [
    "6 x 400m in 1:20 w/ 200m jog",
    "warm-up 10min + 3 x 1000m in 3:20 w/ 400m jog + cool-down 10min",
]
WATCH = [
    "8 x 400m @ 5:20/mile w/ 60s rest",
    "3 x (4 x 300m in 1:00 w/ 100m jog) w/ 5min walk",
    "10min easy + 6 x 30s strides w/ full recovery + 10min easy",
    "2 x 60s hill w/ jog back",
    "30min @ 70-80% max heart rate",
]


@pytest.mark.parametrize("text", [*PLAIN, *WATCH])
@pytest.mark.parametrize("written", [each for each in WRITTEN if each.key == "fit"], ids=lambda each: each.key)
def test_what_a_watch_knows_comes_back_as_it_was_written(written: Format, text: str) -> None:
    made = export(Workout("w", parse_text(text).steps), GOAL, written)
    assert made.losses == ()
    assert format_items(back(made, written, GOAL).steps) == text
