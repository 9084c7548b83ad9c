"""Golden readings: what a coach's line means, in the model's own values."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from app.core.workout import (
    Activity,
    ByDistance,
    ByReps,
    ByTime,
    Count,
    Effort,
    Equal,
    Feel,
    HeartRate,
    Intensity,
    Item,
    Length,
    Open,
    OpenWhy,
    Pace,
    Race,
    RacePace,
    Ratio,
    Repeat,
    Rpe,
    SendOff,
    Split,
    Step,
    Unit,
)
from app.notation.reading import parse_text
from app.notation.writing import format_items
from tests.drawn import FULL, cool_down, easy_s, jog_m, jog_s, recovery, run_m, run_s, squats, times, warm_up

F = Fraction
FAST_GOAL = RacePace(Race.GOAL, or_faster=True)
MILE = ByDistance(F(1), Unit.MI)


def stand(length: Length) -> Step:
    return Step(length, Intensity.REST, Activity.STAND)


def walk(length: Length) -> Step:
    return Step(length, Intensity.RECOVERY, Activity.WALK)


def full() -> Step:
    return recovery(Open(OpenWhy.FULL))


def drill(metres: int, name: str) -> Step:
    return Step(ByDistance(F(metres)), activity=Activity.DRILL, name=name)


def phase(step: Step) -> Step:
    """A warm-up or cool-down that says nothing of ease."""
    return replace(step, activity=Activity.RUN)


def ladder(recovered: Step, *metres: int, target: RacePace | None = None) -> tuple[Item, ...]:
    return tuple(times(1, run_m(m, target), rest=recovered) for m in metres)


READINGS: dict[str, tuple[Item, ...]] = {
    # The miler's sessions
    "8 x 30s @ 90-95% w/ 60s jog": (times(8, run_s(30, Effort(F(90), F(95))), rest=jog_s(60)),),
    "8-10 x (30s @ 90-95% effort, 60s jog)": (
        times(8, run_s(30, Effort(F(90), F(95))), rest=jog_s(60), most=10),
    ),
    "4 x 5 min @ mile pace": (times(4, run_s(300, RacePace(Race.MILE))),),
    "4 x 600m @ goal mile pace, full recovery": (times(4, run_m(600, RacePace(Race.GOAL)), rest=full()),),
    "4x200, 2x400, 2x600, 1x800 full recovery @ goal mile pace or faster": (
        times(4, run_m(200, FAST_GOAL), rest=full()),
        times(2, run_m(400, FAST_GOAL), rest=full()),
        times(2, run_m(600, FAST_GOAL), rest=full()),
        times(1, run_m(800, FAST_GOAL), rest=full()),
    ),
    "200-400-600-400-200 w/ equal jog": ladder(
        Step(Equal(), Intensity.RECOVERY, Activity.JOG), 200, 400, 600, 400, 200
    ),
    "30 min conversational run": (replace(easy_s(1800), target=Feel("conversational")),),
    "timed mile @ goal mile pace": (Step(MILE, target=RacePace(Race.GOAL), race=True),),
    "3 x 5 squats, full recovery": (times(3, squats(), rest=full()),),
    "4 x 20m A-skips, walk back": (times(4, drill(20, "A-skips"), rest=walk(Open(OpenWhy.WALK_BACK))),),
    "6 x 10s hill sprint, walk back": (
        times(6, Step(ByTime(10_000), activity=Activity.HILL), rest=walk(Open(OpenWhy.WALK_BACK))),
    ),
    # Lengths
    "1 min 30": (run_s(90),),
    "1h30": (run_s(5400),),
    "2'30\"": (run_s(150),),
    "0:45.5": (run_s(45.5),),
    "1,500m": (run_m(1500),),
    "1.5 miles": (Step(ByDistance(F(3, 2), Unit.MI)),),
    "6 x 440yd in 75": (times(6, Step(ByDistance(F(440), Unit.YD), target=Split(F(75)))),),
    "2 laps": (Step(ByDistance(F(2), Unit.LAP)),),
    "3k": (Step(ByDistance(F(3), Unit.KM)),),
    "60-90s": (Step(ByTime(60_000, 90_000)),),
    "2-3 miles easy": (Step(ByDistance(F(2), Unit.MI, F(3)), activity=Activity.EASY),),
    "3 x 8-10 reps lunges": (times(3, Step(ByReps(8, 10), activity=Activity.STRENGTH, name="lunges")),),
    # Targets
    "8x400 @ 75-78": (times(8, run_m(400, Split(F(75), F(78)))),),
    "400m in 3:30": (run_m(400, Split(F(210))),),
    "1200m @ 5:20/mile or faster": (run_m(1200, Pace(F(320), MILE, None, or_faster=True)),),
    "3 x 1000m @ 3:45-3:50/km": (times(3, run_m(1000, Pace(F(225), ByDistance(F(1), Unit.KM), F(230)))),),
    "20 min @ rpe 6-7": (run_s(1200, Rpe(F(6), F(7))),),
    "45 min @ 70-80% max heart rate": (run_s(2700, HeartRate(F(70), F(80))),),
    # Recoveries
    "6x400m in 80 (90s rest)": (times(6, run_m(400, Split(F(80))), rest=stand(ByTime(90_000))),),
    "10 x 100 on 1:00": (times(10, run_m(100), rest=recovery(SendOff(60_000))),),
    "5 x 3 min, 2:1 recovery": (times(5, run_s(180), rest=recovery(Ratio(2, 1))),),
    "4 x 4 min uphill w/ jog down": (
        times(
            4,
            Step(ByTime(240_000), activity=Activity.HILL),
            rest=Step(Open(OpenWhy.JOG_BACK), Intensity.RECOVERY, Activity.JOG),
        ),
    ),
    "10 x 1 min on / 1 min off": (times(10, run_s(60), rest=jog_s(60)),),
    "3 x 1200m \u2013 3 min rest": (times(3, run_m(1200), rest=stand(ByTime(180_000))),),
    "8 x 200m w/ 90": (times(8, run_m(200), rest=recovery(ByTime(90_000))),),
    "8 x 200m w/ 200": (times(8, run_m(200), rest=recovery(ByDistance(F(200)))),),
    # Sets
    "2 sets of 6 x 300m w/ 100m jog, 5 min between sets": (
        times(2, times(6, run_m(300), rest=jog_m(100)), rest=recovery(ByTime(300_000))),
    ),
    "2 x 4 x 400m w/ 60s rest between reps, 3 min between sets": (
        times(2, times(4, run_m(400), rest=stand(ByTime(60_000))), rest=recovery(ByTime(180_000))),
    ),
    "3 x (400 @ mile pace, 30s rest, 200 @ 800 pace) w/ 4 min jog": (
        times(
            3, run_m(400, RacePace(Race.MILE)), stand(ByTime(30_000)), run_m(200, RacePace(Race.M800)), rest=jog_s(240)
        ),
    ),
    "2 x (3 x (200, 100 jog)) w/ 800 jog": (times(2, times(3, run_m(200), rest=jog_m(100)), rest=jog_m(800)),),
    "(8 x 200m w/ 200m jog) x 2": (Repeat(Count(2, 2), (times(8, run_m(200), rest=jog_m(200)),)),),
    "3-4 x (3 x 300m @ 1500m)\n100m jog between 300s, 400m between sets": (
        times(
            3,
            times(3, run_m(300, RacePace(Race.M1500)), rest=jog_m(100)),
            rest=recovery(ByDistance(F(400))),
            most=4,
        ),
    ),
    "5 x (600m, 60s jog, 400m) 3 min walk between each set": (
        times(5, run_m(600), jog_s(60), run_m(400), rest=walk(ByTime(180_000))),
    ),
    # As clubs and Daniels write
    "2 mi E + 4 x 200 R w/200 jg": (
        Step(ByDistance(F(2), Unit.MI), activity=Activity.EASY, target=Feel("E")),
        times(4, run_m(200, Feel("R")), rest=jog_m(200)),
    ),
    "4 x 800 @ 5k w/ 2 min jog": (times(4, run_m(800, RacePace(Race.K5)), rest=jog_s(120)),),
    "6 x 600m at Pace C": (times(6, run_m(600, Feel("pace C"))),),
    "10 quarters on the 2:00": (times(10, run_m(400), rest=recovery(SendOff(120_000))),),
    "5 x two minutes at threshold pace": (times(5, run_s(120, Feel("threshold"))),),
    "Run the 8 X 400m UP HILL (with jog down recovery)": (
        times(
            8,
            Step(ByDistance(F(400)), activity=Activity.HILL),
            rest=Step(Open(OpenWhy.JOG_BACK), Intensity.RECOVERY, Activity.JOG),
        ),
    ),
    "4 x 1k slightly faster than 10k pace, with long recoveries": (
        times(4, Step(ByDistance(F(1), Unit.KM), target=Feel("slightly faster than 10k pace")), rest=recovery(Open())),
    ),
    # Whole sessions
    "10 min WU, 3 x (400, 200 jog), 10 min CD": (
        phase(warm_up()),
        times(3, run_m(400), rest=jog_m(200)),
        phase(cool_down()),
    ),
    "warm-up 10min easy\n6 x 800m\n@ 5k pace\nRest: 90s\ncool-down 10min easy": (
        warm_up(),
        times(6, run_m(800, RacePace(Race.K5)), rest=stand(ByTime(90_000))),
        cool_down(),
    ),
}  # fmt: skip


@pytest.mark.parametrize("line", READINGS)
def test_a_line_means(line: str) -> None:
    reading = parse_text(line)
    assert reading.steps == READINGS[line]
    assert (reading.not_understood, reading.doubts) == ((), ())


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("8 \u00d7 400m \u2013 90\u2033 rest", "8 x 400m - 90s rest"),
        ("8\u00a0x\u00a0400m\tw/ 200m\u202fjog", "8 x 400m w/ 200m jog"),
        ("3 \u2715 \u201cA-skips\u201d", '3 x "A-skips"'),
        ("6 x 1/2 mile w/ 1/4 mile jog", "6 x 0.5 mile w/ 0.25 mile jog"),
        ("2 1/2 miles easy + 5 x half-mile w/ half a lap jog", "2.5 mile easy + 5 x 0.5 mile w/ 0.5 laps jog"),
        ("1\u00bd miles easy + \u00be mile easy", "1.5 mile easy + 0.75 mile easy"),
        ("4 x 2 min w/ 1 min E", "4 x 2min w/ 60s jog"),
        ("6 x 20s hill, 2 min walk down", "6 x 20s hill w/ 2min walk"),
        ("2 x (6 x 200m) R 4'", "2 x (6 x 200m) w/ 4min recovery"),
        ("2 x {2 x 200m}", "2 x (2 x 200m)"),
        ("\u0664 x \u0662\u0660\u0660m", "4 x 200m"),
        ("\u2022 10 min easy\r\n\u2022 4 x 200m", "10 min easy\n4 x 200m"),
        ("8   x  200m   w/   60s    jog", "8 x 200m w/ 60s jog"),
        ("8 X 200M W/ 60S JOG", "8 x 200m w/ 60s jog"),
    ],
)
def test_other_signs_for_the_same_words_change_nothing(written: str, same: str) -> None:
    reading = parse_text(written)
    assert reading.steps == parse_text(same).steps
    assert reading.not_understood == parse_text(same).not_understood


def test_a_title_is_no_step() -> None:
    reading = parse_text("Tuesday track:\n8 x 400m w/ 90s rest")
    assert reading.title == "Tuesday track"
    assert reading.steps == (times(8, run_m(400), rest=stand(ByTime(90_000))),)
    assert reading.not_understood == ()


def test_a_recovery_that_stands_alone_is_a_step_of_its_own() -> None:
    assert parse_text("4 x 200m w/ 60s jog + full recovery + 2 x 400m").steps == (
        times(4, run_m(200), rest=jog_s(60)),
        full(),
        times(2, run_m(400)),
    )
    assert full() != FULL, "an open recovery that is not said to be full is another"


def test_a_suffix_reaches_back_over_commas_but_not_over_a_plus() -> None:
    pace = RacePace(Race.K5)
    assert parse_text("2 x 400m, 2 x 200m @ 5k pace").steps == (times(2, run_m(400, pace)), times(2, run_m(200, pace)))
    assert parse_text("2 x 400m + 2 x 200m @ 5k pace").steps == (times(2, run_m(400)), times(2, run_m(200, pace)))


def test_a_mile_race_is_run_where_it_stands_alone_and_a_pace_where_a_length_does() -> None:
    assert format_items(parse_text("mile race").steps) == "timed 1 mile"
    assert format_items(parse_text("8x400 @ mile race pace").steps) == "8 x 400m @ mile pace"
