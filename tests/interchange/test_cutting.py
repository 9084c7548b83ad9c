"""A workout becomes a sheet: run as the plan is, and what does not come through is named at its place."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.athlete import Athlete
from app.core.errors import WorkoutError
from app.core.pace import asked_pace
from app.core.plan import Segment, Setup
from app.core.planning import compile_plan
from app.core.track import INDOOR
from app.core.workout import Count, HeartRate, Intensity, Purpose, RacePace, Repeat, Step, Workout
from app.interchange.cutting import cut_for, sheet_of
from app.interchange.laying import lay_out, runs
from app.interchange.paces import to_step
from app.interchange.sheet import (
    Abilities,
    ForDistance,
    ForReps,
    ForTime,
    HeartShare,
    Loss,
    RaceSpeed,
    Sheet,
    SheetItem,
    SheetRepeat,
    SheetStep,
    Speed,
    UntilPress,
)
from app.notation.reading import parse_text
from tests.drawn import jog_m, run_m, run_s, times
from tests.interchange.workouts import (
    ALL,
    FINE,
    FLAT,
    MUTE,
    ONE_DEEP,
    TERSE,
    athletes,
    flat,
    is_nothing,
    uncovered,
    workouts,
)

GOAL = Athlete(Fraction(320))


def cut(text: str, can: Abilities = FINE, athlete: Athlete = GOAL) -> tuple[Sheet, list[tuple[tuple[int, ...], str]]]:
    sheet, losses = sheet_of(Workout("w", parse_text(text).steps), athlete, can)
    return sheet, [(loss.place, loss.what) for loss in losses]


def shape(items: tuple[SheetItem, ...]) -> str:
    """Write a sheet's lengths: `7x(400m 200m) 400m`."""
    words = []
    for item in items:
        if isinstance(item, SheetRepeat):
            words.append(f"{item.n}x({shape(item.items)})")
            continue
        match item.ends:
            case ForTime(ms):
                words.append(f"{ms / 1000:g}s")
            case ForDistance(m):
                words.append(f"{float(m):g}m")
            case ForReps(n):
                words.append(f"{n}reps")
            case _:
                words.append("press")
    return " ".join(words)


# Laws --------------------------------------------------------------------------------------------------------------


def _is_as_planned(step: SheetStep, segment: Segment, can: Abilities, athlete: Athlete) -> bool:
    match step.ends:
        case ForTime(ms):
            long = segment.duration_ms == ms
        case ForDistance(m):
            long = segment.distance_m == m
        case _:
            long = segment.is_open
    pace, slowest = segment.pace_s_per_m, segment.slowest_s_per_m
    match step.asks:
        case Speed(slow, fast):
            assert can.speed_m_s is not None
            asked = pace is not None and fast == to_step(1 / pace, can.speed_m_s)
            asked = asked and slow == to_step(1 / (slowest or pace or Fraction(1)), can.speed_m_s)
        case RaceSpeed(race, slow, fast):
            known = asked_pace(RacePace(race), None, athlete.goal_s, athlete.best_s)
            asked = slow == fast == 100 and pace == (known.s_per_m if known else None)
        case HeartShare():
            asked = isinstance(segment.step.target, HeartRate)
        case _:
            asked = pace is None
    return long and asked and step.intensity is segment.intensity


@settings(max_examples=50)
@given(workouts, athletes, st.sampled_from(ALL))
def test_a_sheet_is_run_as_the_plan_is_but_where_a_loss_is_named(w: Workout, athlete: Athlete, can: Abilities) -> None:
    sheet, losses = sheet_of(w, athlete, can)
    planned = [s for s in compile_plan(w, athlete).segments if s.intensity is not Intensity.LEAD_IN]
    places = [run.place for run in runs(lay_out(w, athlete, Setup()))]
    left = [(segment, place) for segment, place in zip(planned, places, strict=True) if not is_nothing(segment)]
    written = list(flat(sheet.items))
    assert len(written) == len(left)
    off = {
        place
        for step, (segment, place) in zip(written, left, strict=True)
        if not _is_as_planned(step, segment, can, athlete)
    }
    assert uncovered(off, losses) == set()


@settings(max_examples=40)
@given(workouts, athletes, st.sampled_from(ALL))
def test_a_sheet_says_no_more_than_its_format_can(w: Workout, athlete: Athlete, can: Abilities) -> None:
    sheet, _ = sheet_of(w, athlete, can)

    def check(items: tuple[SheetItem, ...], depth: int) -> None:
        assert items
        for item in items:
            if isinstance(item, SheetRepeat):
                assert depth < can.nesting
                assert item.n > 1
                check(item.items, depth + 1)
                continue
            assert len(item.name) <= can.name_chars
            assert can.has_notes or not item.note
            match item.ends:
                case ForTime(ms):
                    assert ms % can.time_ms == 0
                    assert ms > 0
                case ForDistance(m):
                    assert m % can.distance_m == 0
                    assert m > 0
                case ForReps():
                    assert can.has_reps
                case UntilPress():
                    assert can.has_press
            match item.asks:
                case Speed(slow, fast):
                    assert can.speed_m_s is not None
                    assert slow % can.speed_m_s == fast % can.speed_m_s == 0
                    assert 0 < slow <= fast
                case RaceSpeed():
                    assert can.has_race
                case HeartShare():
                    assert can.has_heart

    check(sheet.items, 0)


@settings(max_examples=30)
@given(workouts, athletes, st.sampled_from(ALL))
def test_each_place_of_a_loss_and_of_a_sheet_is_one_of_the_workout(
    w: Workout, athlete: Athlete, can: Abilities
) -> None:
    made = cut_for(w, athlete, can)
    for place in (*(loss.place for loss in made.losses), *made.places.values()):
        steps: tuple[Step | Repeat, ...] = w.steps
        for index in place:
            item = steps[index]
            steps = () if isinstance(item, Step) else (*item.steps, *([item.recovery] if item.recovery else []))
    assert len(set(made.losses)) == len(made.losses)


# Rounds ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8 x 400m w/ 200m jog", "7x(400m 200m) 400m"),
        ("2 x 400m w/ 200m jog", "400m 200m 400m"),
        ("8 x 400m", "8x(400m)"),
        ("8 x 400m w/ 200m jog + 800m", "8x(400m 200m) 800m"),
        ("8 x 400m w/ 200m jog + 200m jog", "8x(400m 200m)"),
        ("8 x 400m w/ 200m jog + cool-down 10min", "7x(400m 200m) 400m 600s"),
        ("3 x (4 x 300m w/ 100m jog) w/ 5min walk", "2x(3x(300m 100m) 300m 300s) 3x(300m 100m) 300m"),
        ("2 x (400m + 30s rest + 200m) w/ 4min jog", "400m 30s 200m 240s 400m 30s 200m"),
        ("4 x 200m w/ full recovery + 1 x 800m w/ full recovery", "4x(200m press) 800m"),
        ("2 x 2 x 2 x 400m", "2x(2x(2x(400m)))"),
    ],
)
def test_a_recovery_that_falls_away_stands_outside_of_its_rounds(text: str, expected: str) -> None:
    assert shape(cut(text)[0].items) == expected


def test_sets_are_written_out_where_a_format_knows_one_level() -> None:
    sheet, losses = cut("2 x (4 x 300m w/ 100m jog) w/ 5min walk", ONE_DEEP)
    assert shape(sheet.items) == "3x(300m 100m) 300m 300s 3x(300m 100m) 300m"
    assert losses == []  # two sets never are a repeat
    sheet, losses = cut("3 x (4 x 300m w/ 100m jog) w/ 5min walk", ONE_DEEP)
    assert shape(sheet.items) == "3x(300m 100m) 300m 300s 3x(300m 100m) 300m 300s 3x(300m 100m) 300m"
    assert losses == [((0,), "the sets are written one after the other")]


def test_each_rep_is_written_out_where_a_format_knows_no_repeat() -> None:
    sheet, losses = cut("3 x 400m w/ 200m jog", FLAT)
    assert shape(sheet.items) == "400m 200m 400m 200m 400m"
    assert losses == [((0,), "each rep is written by itself")]


def test_a_workout_over_the_bounds_is_refused_before_it_is_written_out() -> None:
    bomb = times(99_999, times(99_999, run_s(1)))
    with pytest.raises(WorkoutError, match="more than 20,000 steps"):
        sheet_of(Workout("w", (bomb,)), GOAL, FLAT)


def test_twenty_thousand_steps_are_cut_all_the_same() -> None:
    wide = times(99, times(100, run_m(40), rest=jog_m(40)))
    sheet, losses = sheet_of(Workout("w", (wide,)), GOAL, FLAT)
    assert len(sheet.items) == 19_799
    assert {loss.what for loss in losses} == {
        "the sets are written one after the other",
        "each rep is written by itself",
    }


# Sentences ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "can", "expected"),
    [
        ("6-8 x 400m", FINE, [((0,), "6–8 rounds are written as 8: stop early by hand")]),
        ("60-90s", FINE, [((0,), "60–90 s is written as 60 s")]),
        ("2-3 laps", FINE, [((0,), "2–3 laps is written as 800 m")]),
        ("2 x 2 laps", FINE, [((0, 0), "2 laps is written as 800 m")]),
        ("2 x 1 mile w/ 60s jog", TERSE, [((0, 0), "1609.344 m is written as 1609 m")]),
        ("2 x 805m w/ 60s jog", TERSE, [((0, 0), "805 m is read back as 0.5 miles")]),
        ("12.5 s", TERSE, [((0,), "12.5 s is written as 13 s")]),
        ("400m @ goal mile pace", FINE, [((0,), "goal mile pace is written as 5:20 per mile")]),
        (
            "2 x 400m @ 5k pace or faster w/ 60s jog",
            FINE,
            [((0, 0), "5k pace or faster is written as 5:42.5 per mile")],
        ),
        ("400m in 1:20 or faster", FINE, [((0,), "in 1:20 or faster is written as in 1:20")]),
        ("2 x 400m @ 800 pace", FINE, [((0, 0), "800 pace is written as words")]),
        ("30s @ 90-95% effort", FINE, [((0,), "90–95 % effort is written as words")]),
        ("3min @ rpe 7", FINE, [((0,), "RPE 7 is written as words")]),
        ("20min @ threshold", FINE, [((0,), "threshold is written as words")]),
        ("45min @ 70-80% max heart rate", FINE, []),
        ("45min @ 70-80% max heart rate", FLAT, [((0,), "70–80 % of max heart rate is written as words")]),
        ("400m @ 5:20/mile", FINE, []),
        ("2 x 400m w/ full recovery", FINE, []),
        (
            "2 x 400m w/ full recovery",
            FLAT,
            [((0, 1), "full recovery becomes 2 min, a guess: a flat workout knows no lap button")],
        ),
        ("2 x 400m w/ equal distance jog", FINE, [((0, 1), "as long as the rep is written as 400 m")]),
        ("2 x 60s w/ equal jog", FINE, [((0, 1), "as long as the rep is written as 60 s")]),
        ("2 x 60s w/ 2:1 jog", FINE, [((0, 1), "2:1 run to recovery is written as 30 s")]),
        ("2 x 400m in 80 on 4min", FINE, [((0, 1), "until 4 min from the start of the rep is written as 2:40 min")]),
        (
            "2 x 400m on 4min",
            FINE,
            [((0, 1), "until 4 min from the start of the rep is ended by the lap button, since no pace is known")],
        ),
        (
            "2 x 400m in 80 on 60s",
            FINE,
            [((0, 1), "until 60 s from the start of the rep leaves no recovery, and is left out")],
        ),
        ("5 reps strength", FINE, []),
        ("8-10 reps strength", FINE, [((0,), "8–10× is written as 8×")]),
        ("5 reps", TERSE, [((0,), "5× is written as words, and ended by the lap button")]),
        (
            'drill 40m "A-skips, tall and quick"',
            TERSE,
            [((0,), "'A-skips, tall and quick · drill' is cut to 'A-skips, tall'")],
        ),
        ("40m drill", MUTE, [((0,), "'drill' is left out: a mute workout has no names of steps")]),
        (
            "timed 300m",
            FINE,
            [
                ((0,), "goal mile pace is written as 5:20 per mile"),
                ((0,), "a timed race is written as words, and nothing counts its laps from the finish line"),
            ],
        ),
        (
            "mile",
            FINE,
            [
                ((0,), "1609.344 m is written as 1609.34 m"),
                ((0,), "goal mile pace is written as 5:20 per mile"),
            ],
        ),
    ],
)
def test_what_does_not_come_through_is_said(text: str, can: Abilities, expected: list[object]) -> None:
    whole = [loss for loss in cut(text, can)[1] if "each rep" not in loss[1]]
    assert [loss for loss in whole if loss[0]] == expected


def test_a_pace_that_hangs_on_a_goal_is_words_where_none_is_set() -> None:
    sheet, losses = cut("400m @ goal mile pace", athlete=Athlete())
    assert losses == [((0,), "goal mile pace is written as words, since no goal is set")]
    assert isinstance(sheet.items[0], SheetStep)
    assert (sheet.items[0].asks, sheet.items[0].note) == (None, "goal mile pace")


def test_a_format_that_knows_races_is_asked_for_the_race() -> None:
    sheet, losses = cut("400m @ 5k pace", FLAT)
    assert losses == []
    assert sheet.items[0] == SheetStep(
        ForDistance(Fraction(400)),
        asks=RaceSpeed(parse_text("1s @ 5k pace").steps[0].target.race, *2 * [Fraction(100)]),  # type: ignore[union-attr]
    )


def test_what_is_said_of_the_whole_workout_has_no_place() -> None:
    whole = Workout("A Tuesday at the track", (run_s(60),), Purpose.SPEED, "long words", Fraction(400))
    sheet, losses = sheet_of(whole, GOAL, TERSE)
    assert (sheet.name, sheet.about) == ("A Tuesday at", "long words")
    assert losses == (
        Loss("the name is cut to 'A Tuesday at'"),
        Loss("what it is for, speed, is left out"),
        Loss("whom it suits is left out"),
    )


def test_words_go_into_the_name_where_there_are_no_notes() -> None:
    (step,) = cut("30s hill @ 90% effort", replace(TERSE, name_chars=40))[0].items
    assert isinstance(step, SheetStep)
    assert (step.name, step.note) == ("hill · 90% effort", "")
    (step,) = cut("30s hill @ 90% effort", FINE)[0].items
    assert isinstance(step, SheetStep)
    assert (step.name, step.note) == ("hill", "90% effort")


def test_a_lap_is_as_long_as_the_track_has_it() -> None:
    workout = Workout("w", parse_text("4 x 1 lap w/ 60s jog").steps)
    sheet, losses = sheet_of(workout, GOAL, FINE, Setup(track=INDOOR))
    assert shape(sheet.items) == "3x(200m 60s) 200m"
    assert losses == (Loss("1 lap is written as 200 m", (0, 0)),)


def test_a_note_of_a_step_goes_along_or_is_named() -> None:
    noted = Workout("w", (replace(run_s(60), note="stay tall"),))
    assert sheet_of(noted, GOAL, FINE)[0].items[0] == SheetStep(ForTime(60_000), note="stay tall")
    assert sheet_of(noted, GOAL, TERSE)[1] == (Loss("the note 'stay tall' is left out", (0,)),)


def test_one_step_at_two_places_is_told_apart() -> None:
    one = run_m(400)
    rest = jog_m(200)
    made = cut_for(Workout("w", (Repeat(Count(2, 2), (one, one), rest), rest, one)), GOAL, FINE)
    assert shape(made.sheet.items) == "2x(400m 400m 200m) 400m"
    laid = lay_out(Workout("w", (Repeat(Count(2, 2), (one,), rest), rest)), GOAL, Setup())
    assert [run.place for run in runs(laid)] == [(0, 0), (0, 1), (0, 0), (1,)]  # the last of the repeat fell away
