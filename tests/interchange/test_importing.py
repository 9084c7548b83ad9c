"""A sheet becomes a workout in our words: run as the file runs it, and written in our notation."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from app.core.athlete import Athlete
from app.core.errors import WorkoutError
from app.core.plan import Setup
from app.core.units import MILE_M
from app.core.workout import Activity, Intensity, Race, Workout
from app.interchange.cutting import sheet_of
from app.interchange.importing import workout_of
from app.interchange.laying import lay_out, runs
from app.interchange.sheet import (
    Asks,
    Ends,
    ForDistance,
    ForReps,
    ForTime,
    HeartShare,
    RaceSpeed,
    Sheet,
    SheetItem,
    SheetRead,
    SheetRepeat,
    SheetStep,
    Speed,
    UntilPress,
)
from app.notation.reading import parse_text
from app.notation.writing import format_items
from tests.interchange.workouts import (
    ALL,
    FINE,
    athletes,
    differences,
    flat,
    uncovered,
    without_activities,
    workouts,
)

GOAL = Athlete(Fraction(320))
WORK, EASY, STILL = Intensity.WORK, Intensity.RECOVERY, Intensity.REST


def m(metres: float | str, name: str = "", asks: Asks | None = None, intensity: Intensity = WORK) -> SheetStep:
    return SheetStep(ForDistance(Fraction(metres)), intensity, asks, name)


def jog(metres: int = 200, name: str = "jog") -> SheetStep:
    return m(metres, name, intensity=EASY)


def s(seconds: float, intensity: Intensity = WORK, name: str = "") -> SheetStep:
    return SheetStep(ForTime(round(seconds * 1000)), intensity, name=name)


def x(n: int, *items: SheetItem) -> SheetRepeat:
    return SheetRepeat(n, items)


def speed(slow: str, fast: str = "") -> Speed:
    return Speed(Fraction(slow), Fraction(fast or slow))


def read(*items: SheetItem, athlete: Athlete = GOAL) -> tuple[str, tuple[str, ...]]:
    workout, warnings = workout_of(SheetRead(Sheet("w", items)), athlete)
    return format_items(workout.steps), warnings


# Laws --------------------------------------------------------------------------------------------------------------

ends: st.SearchStrategy[Ends] = st.one_of(
    st.integers(1, 900_000).map(ForTime),
    st.integers(1, 300_000).map(lambda n: ForDistance(Fraction(n, 100))),
    st.sampled_from([400, 1609, 1600, 5000]).map(lambda n: ForDistance(Fraction(n))),
    st.integers(1, 50).map(ForReps),
    st.just(UntilPress()),
    st.just(UntilPress(120_000)),
)
figures = st.integers(1, 9000).map(lambda n: Fraction(n, 1000))
percents = st.integers(1, 120).map(Fraction)
asks: st.SearchStrategy[Asks | None] = st.one_of(
    st.none(),
    st.builds(Speed, figures, figures),
    st.builds(HeartShare, percents, percents),
    st.builds(RaceSpeed, st.sampled_from(Race), percents, percents),
)
words = st.one_of(
    st.sampled_from(["", "", "easy", "jog", "strides", "drills", "Warm up", "Mile", "hard", "goal mile pace", "timed",
                     "5 reps", "warm-up easy", "full recovery walk", "walk back", "90% effort \u00b7 hill"]),
    st.text(max_size=12),
)  # fmt: skip
steps = st.builds(
    SheetStep,
    ends,
    st.sampled_from([one for one in Intensity if one is not Intensity.LEAD_IN]),
    asks,
    words,
    words,
    st.sampled_from(Activity),
)
few: st.SearchStrategy[SheetItem] = st.one_of(
    steps, st.sampled_from([m(400), jog(200), jog(100), s(60, STILL), s(600, Intensity.COOLDOWN, "easy")])
)
sheets = st.recursive(
    few,
    lambda inner: st.builds(SheetRepeat, st.sampled_from([0, 1, 2, 3, 8]), st.lists(inner, max_size=4).map(tuple)),
    max_leaves=8,
)


@settings(max_examples=40)
@given(st.lists(sheets, max_size=8), athletes)
def test_any_sheet_is_run_as_it_stands_and_written_in_our_notation(items: list[SheetItem], athlete: Athlete) -> None:
    given_sheet = Sheet("drawn", tuple(items))
    try:
        workout, _ = workout_of(SheetRead(given_sheet), athlete)
    except WorkoutError as error:
        said = str(error)
        event(said)
        assume("too long" not in said)
        workout = Workout("nothing", ())
    assert bool(workout.steps) == any(True for _ in flat(items))
    texts = [((item,), format_items([item])) for item in workout.steps]
    whole = format_items(workout.steps)
    for held, text in [*texts, *([(workout.steps, whole)] if len(whole) < 5000 else [])]:
        reading = parse_text(text)
        assert (reading.steps, reading.not_understood, reading.doubts) == (held, (), ())
    if not workout.steps:
        return
    segments = [run.segment for run in runs(lay_out(workout, athlete, Setup()))]
    written = list(flat(items))
    assert len(segments) == len(written)
    for segment, step in zip(segments, written, strict=True):
        soft = (Intensity.RECOVERY, Intensity.REST)
        assert segment.intensity is step.intensity or (segment.intensity in soft and step.intensity in soft)
        match step.ends:
            case ForTime(ms):
                assert segment.duration_ms == ms
            case ForDistance(metres):
                assert segment.distance_m is not None
                assert abs(segment.distance_m - metres) < 1
            case _:
                assert segment.is_open


@settings(max_examples=40)
@given(workouts, athletes, st.sampled_from(ALL))
def test_a_workout_comes_back_but_for_what_a_loss_names(w: Workout, athlete: Athlete, can: object) -> None:
    abilities = next(each for each in ALL if each is can)
    sheet, losses = sheet_of(w, athlete, abilities)
    bare = Sheet(sheet.name, without_activities(sheet.items))
    back, _ = workout_of(SheetRead(bare), athlete, abilities)
    assert uncovered(differences(w, back, athlete, abilities), losses) == set(), format_items(w.steps)


@settings(max_examples=25)
@given(workouts, athletes)
def test_what_came_back_once_comes_back_the_same(w: Workout, athlete: Athlete) -> None:
    once, _ = workout_of(SheetRead(sheet_of(w, athlete, FINE)[0]), athlete, FINE)
    sheet, losses = sheet_of(once, athlete, FINE)
    twice, _ = workout_of(SheetRead(sheet), athlete, FINE)
    if not losses:
        assert format_items(twice.steps) == format_items(once.steps)


@pytest.mark.parametrize(
    "text",
    [
        "8 x 400m @ 5:20/mile w/ 60s rest",
        "2 x 400m in 1:20 w/ 200m jog",
        "3 x (4 x 300m in 1:00 w/ 100m jog) w/ 5min walk + cool-down 10min",
        "2 x (3 x (200m in 0:36 + 30s rest + 100m) w/ 4min float) w/ 10min rest",
        "10min easy + 6 x 100m strides w/ full recovery walk + 10min easy",
        "warm-up 10min easy + 2 x 60s hill w/ jog back + 30min @ 70-80% max heart rate",
        '3 x 8 reps strength "squats" w/ open rest + 40m drill "A-skips"',
        "4 x 400m w/ 60s jog + 800m in 2:40-2:45",
        "5 x 1km",
        "20min easy",
    ],
)
def test_what_a_format_can_say_comes_back_to_the_letter(text: str) -> None:
    workout = Workout("w", parse_text(text).steps)
    sheet, losses = sheet_of(workout, GOAL, FINE)
    assert losses == ()
    bare = Sheet(sheet.name, without_activities(sheet.items))
    assert format_items(workout_of(SheetRead(bare), GOAL, FINE)[0].steps) == text.replace("1km", "1000m")


# Rounds ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([x(7, m(400), jog()), m(400)], "8 x 400m w/ 200m jog"),
        ([m(400), jog(), m(400)], "2 x 400m w/ 200m jog"),
        ([m(400), jog(), m(400), jog(), m(400)], "3 x 400m w/ 200m jog"),
        ([x(8, m(400), jog())], "8 x 400m w/ 200m jog + 200m jog"),
        ([x(8, m(400), jog()), s(600, Intensity.COOLDOWN)], "8 x 400m w/ 200m jog + 200m jog + cool-down 10min"),
        ([x(8, m(400), jog()), m(800)], "8 x 400m w/ 200m jog + 800m"),
        ([x(7, m(400), jog()), m(400), m(800)], "7 x 400m w/ 200m jog + 400m + 800m"),
        ([x(7, m(400), jog()), m(400), s(300, EASY)], "8 x 400m w/ 200m jog + 5min recovery"),
        ([x(2, x(3, m(300), jog(100)), m(300), s(300, EASY)), x(3, m(300), jog(100)), m(300)],
         "3 x (4 x 300m w/ 100m jog) w/ 5min recovery"),
        ([x(2, x(4, m(300), jog(100)))], "2 x (4 x 300m w/ 100m jog) w/ 100m jog + 100m jog"),
        ([x(2, x(2, m(300), jog(100)), m(300)), m(800)], "2 x (2 x 300m w/ 100m jog + 300m) + 800m"),
        ([x(3, m(400))], "3 x 400m"),
        ([m(400), m(400), m(400)], "3 x 400m"),
        ([m(400), m(400)], "400m + 400m"),
        ([x(3, jog(), m(400))], "3 x (200m jog + 400m)"),
        ([x(1, m(400), x(1, jog()))], "400m + 200m jog"),
        ([m(200), jog(), m(400), jog(), m(200)], "200m + 200m jog + 400m + 200m jog + 200m"),
    ],
)  # fmt: skip
def test_rounds_become_repeats_that_are_run_the_same(items: list[SheetItem], expected: str) -> None:
    assert read(*items) == (expected, ())


def test_a_deep_or_huge_sheet_is_refused_in_one_sentence() -> None:
    deep: SheetItem = m(400)
    for _ in range(3000):
        deep = x(2, deep)
    with pytest.raises(WorkoutError, match="more than 5 deep"):
        read(deep)
    with pytest.raises(WorkoutError, match="more than 20,000 steps"):
        read(x(99_999, x(99_999, s(1))))
    with pytest.raises(WorkoutError, match="24 hours"):
        read(x(25, s(3600)))
    with pytest.raises(WorkoutError, match="without steps"):
        read(x(3), x(0, m(400)))


def test_many_steps_written_out_are_read_within_the_bounds() -> None:
    laid = [step for _ in range(2500) for step in (m(40), jog(40))]
    assert read(*laid)[0] == "2500 x 40m w/ 40m jog + 40m jog"


# Steps -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (m(1609), "1 mile"),
        (m("1609.34"), "1 mile"),
        (m("402.34"), "440yd"),
        (m(5000), "5km"),
        (m(1500), "1500m"),
        (m(404), "404m"),
        (m(400, asks=speed("5.029")), "400m @ 5:20/mile"),
        (m(400, asks=speed("5")), "400m in 1:20"),
        (s(180, name="") , "3min"),
        (m(400, asks=speed("4.878", "5")), "400m in 1:20-1:22"),
        (m(400, asks=HeartShare(Fraction(80), Fraction(70))), "400m @ 70-80% max heart rate"),
        (m(400, asks=RaceSpeed(Race.K5, Fraction(100), Fraction(100))), "400m @ 5k pace"),
        (m(400, "goal mile pace", speed("5.029")), "400m @ goal mile pace"),
        (m(400, "Strides"), "400m strides"),
        (m(40, "A-skips \u00b7 drill"), '40m drill "A-skips"'),
        (m(400, "Mile"), '400m "Mile"'),
        (m(400, "Interval"), "400m"),
        (m(1200, "Tempo"), '1200m "Tempo"'),
        (m(1200, "tempo"), "1200m @ tempo"),
        (SheetStep(UntilPress()), '"run"'),
        (SheetStep(UntilPress(), Intensity.WARMUP), "warm-up"),
        (SheetStep(UntilPress(), EASY), "open recovery"),
        (SheetStep(UntilPress(), STILL), "open rest"),
        (SheetStep(UntilPress(), EASY, name="full recovery walk"), "full recovery walk"),
        (SheetStep(ForReps(8), name="squats \u00b7 strength"), '8 reps strength "squats"'),
        (s(60, EASY, "Easy jog"), "60s jog"),
        (s(600, Intensity.WARMUP, "Warm Up"), "warm-up 10min"),
        (SheetStep(ForTime(60_000), note="stay tall"), '60s "stay tall"'),
        (SheetStep(ForTime(60_000), name="A", note="B"), '60s "A, B"'),
        (SheetStep(ForTime(60_000), activity=Activity.HILL), "60s hill"),
    ],
)  # fmt: skip
def test_a_step_is_told_in_our_words(step: SheetStep, expected: str) -> None:
    assert read(step)[0] == expected


@pytest.mark.parametrize(
    ("step", "athlete", "text", "warning"),
    [
        (m(400, asks=RaceSpeed(Race.MILE, Fraction(95), Fraction(95))), GOAL, "400m @ 5:36.8/mile",
         "95 % of mile pace is read as 5:36.8 per mile"),
        (m(400, asks=RaceSpeed(Race.MILE, Fraction(95), Fraction(95))), Athlete(), "400m",
         "95 % of mile pace is left out: set a goal mile, and import the file again"),
        (m(400, "goal mile pace", speed("4")), GOAL, "400m in 1:40",
         "'goal mile pace' is left out: the file asks in 1:40"),
        (m(200, "Shuffle", intensity=EASY), GOAL, "200m recovery",
         "'Shuffle' is left out: a recovery has no name"),
        (m(200, asks=speed("2.5"), intensity=EASY), GOAL, "200m recovery",
         "6:40 per km is left out: a recovery has no target"),
        (SheetStep(ForTime(60_000), name="A", note="b" * 90), GOAL, '60s "A, ' + 77 * "b" + '"',
         "words of a step that are longer than 80 letters are cut"),
        (m(400, asks=speed("0")), GOAL, "400m", "a speed of nothing is left out"),
    ],
)  # fmt: skip
def test_what_cannot_be_carried_in_is_said(step: SheetStep, athlete: Athlete, text: str, warning: str) -> None:
    assert read(step, athlete=athlete) == (text, (warning,))


def test_an_easy_run_is_one_where_it_stands_as_one() -> None:
    warm, cool = s(600, Intensity.WARMUP, "easy"), s(600, Intensity.COOLDOWN, "easy")
    assert read(warm, x(4, m(400)), cool)[0] == "10min easy + 4 x 400m + 10min easy"
    assert read(x(4, m(400)), warm)[0] == "4 x 400m + warm-up 10min easy"  # ours would be a cool-down there


def test_a_name_and_words_about_it_come_along_within_bounds() -> None:
    workout, warnings = workout_of(SheetRead(Sheet("  Tuesday\n\tclub ", (m(400),), "About it.\n"), ("mended",)))
    assert (workout.name, workout.about, warnings) == ("Tuesday club", "About it.", ("mended",))
    long, warnings = workout_of(SheetRead(Sheet("", (m(400),), "a" * 5000)))
    assert (long.name, len(long.about)) == ("imported workout", 4000)
    assert warnings == ("what the file says about the workout is cut",)


def test_many_warnings_are_counted() -> None:
    steps = [m(200, f"Shuffle {n}", intensity=EASY) for n in range(50)]
    warnings = read(m(400), *steps)[1]
    assert len(warnings) == 20
    assert warnings[-1] == "and 31 more that could not be carried in"


def test_a_mile_is_a_mile_to_the_millimetre() -> None:
    workout, _ = workout_of(SheetRead(Sheet("w", (m(1609),))))
    assert [run.segment.distance_m for run in runs(lay_out(workout, GOAL, Setup()))] == [MILE_M]
