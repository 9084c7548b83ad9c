"""Doubt: a steady runner is left in peace, and a press that is missing or one too many is found and put right."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest

from app.core.asked import Asked, Command, Delete, Insert, Relabel
from app.core.doubt import Doubt, DoubtKind, doubt_of
from app.core.engine import Engine
from app.core.events import SplitTaken
from app.core.plan import Plan
from app.core.session import Session
from app.core.units import Instant
from tests.drawn import FULL, GOAL_PACE, jog_m, jog_s, mile_race, plan_of, run_m, run_s, times

START, PAUSE, RESUME, LAP = Command.START, Command.PAUSE, Command.RESUME, Command.LAP
MILE = plan_of(mile_race(), lead_s=0, goal_s=320)


class Track:
    """A session with no clock but the instants of its presses."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.engine = Engine(plan)
        self.session = Session(plan)
        self.press(START, 0)

    def press(self, asked: Asked, ms: int) -> Doubt | None:
        self.engine.send(asked, Instant(ms))
        while (event := self.engine.next_event()) is not None:
            self.session.feed(event)
        return doubt_of(self.session)

    def laps(self, *at: int) -> list[Doubt | None]:
        return [self.press(LAP, ms) for ms in at]


def test_a_missed_lap_is_asked_about_and_its_time_is_shared_out_by_distance() -> None:
    track = Track(MILE)
    assert track.laps(82_000, 161_000) == [None, None]
    doubt = track.press(LAP, 321_000)
    assert doubt is not None
    assert (doubt.kind, doubt.pressed_at, doubt.index) == (DoubtKind.MISSED_LAP, Instant(321_000), 0)
    assert (doubt.mend, doubt.at) == (Insert(Instant(241_000), estimated=True), Instant(241_000))
    assert (doubt.mark_distance_m, doubt.took_ms, doubt.n_missed) == (Fraction("1209.344"), 160_000, 1)
    assert doubt.expected_ms == pytest.approx(79_500, abs=100)
    assert track.press(doubt.mend, 322_000) is None
    assert [split.elapsed_ms for split in track.session.records[0].splits] == [82_000, 161_000, 241_000, 321_000]


def test_of_two_missed_laps_one_is_asked_about_and_then_the_other() -> None:
    track = Track(plan_of(run_m(2000, GOAL_PACE), lead_s=0, goal_s=320))
    assert track.laps(80_000) == [None]
    doubt = track.press(LAP, 323_000)
    assert doubt is not None
    assert (doubt.n_missed, doubt.mend) == (2, Insert(Instant(161_000), estimated=True))
    doubt = track.press(doubt.mend, 324_000)
    assert doubt is not None
    assert (doubt.n_missed, doubt.mend) == (1, Insert(Instant(242_000), estimated=True))
    assert track.press(doubt.mend, 325_000) is None
    assert [split.mark_number for split in track.session.records[0].splits] == [1, 2, 3, 4]


def test_a_press_too_many_is_asked_about_and_taken_out() -> None:
    track = Track(MILE)
    assert track.laps(82_000) == [None]
    doubt = track.press(LAP, 84_000)
    assert doubt is not None
    assert (doubt.kind, doubt.mend) == (DoubtKind.DOUBLE_PRESS, Delete(Instant(84_000)))
    assert track.press(doubt.mend, 85_000) is None
    assert track.laps(162_000) == [None]


def test_a_rep_that_nobody_ended_is_asked_about_at_the_next_press() -> None:
    track = Track(plan_of(times(3, run_m(200), rest=FULL), lead_s=0))
    assert track.laps(35_000, 95_000) == [None, None]  # nothing is known of the first rep; the second press is no lap
    doubt = track.press(LAP, 190_000)  # the start of the third rep, taken for the end of the second
    assert doubt is not None
    assert (doubt.kind, doubt.mend) == (DoubtKind.MISSED_LAP, Insert(Instant(130_000), estimated=True))
    track.press(doubt.mend, 191_000)
    assert track.session.records[-1].segment.index == 4
    assert track.session.records[-1].started_at == Instant(190_000)


def test_a_last_lap_that_takes_two_has_its_end_where_the_pace_leads() -> None:
    track = Track(MILE)
    track.laps(80_000, 160_000, 240_000)
    doubt = track.press(LAP, 400_000)
    assert doubt is not None
    assert doubt.at.ms == pytest.approx(320_000, abs=500)


def test_a_pause_between_is_no_part_of_the_lap_and_moves_the_split_that_is_proposed() -> None:
    track = Track(plan_of(run_m(1600, GOAL_PACE), lead_s=0, goal_s=320))
    track.laps(80_000)
    track.press(PAUSE, 120_000)
    track.press(RESUME, 420_000)
    doubt = track.press(LAP, 540_000)
    assert doubt is not None
    assert (doubt.took_ms, doubt.at) == (160_000, Instant(460_000))
    assert track.press(doubt.mend, 541_000) is None


def test_what_a_person_has_said_is_not_doubted_again_and_nothing_is_where_nothing_is_known() -> None:
    track = Track(MILE)
    track.laps(80_000)
    assert track.press(LAP, 240_000) is not None
    assert track.press(Relabel(Instant(240_000), 3), 241_000) is None
    assert track.laps(320_000) == [None]
    assert Track(plan_of(run_m(400), lead_s=0)).laps(500_000) == [None]
    assert Track(plan_of(run_s(300), lead_s=0)).laps(10_000, 11_000) == [None, None]
    jogged = Track(plan_of(run_m(200), jog_m(200), run_m(200), jog_m(200), run_m(200), lead_s=0))
    assert jogged.laps(35_000, 95_000, 130_000, 400_000) == [None] * 4


def test_a_lap_that_was_doubted_says_nothing_of_the_next() -> None:
    track = Track(MILE)
    assert track.press(LAP, 161_000) is not None
    assert track.press(LAP, 237_000) is None  # it is under half of the lap before


# A season of runners -------------------------------------------------------------------------------------------------

SEASON = 1500


def even_runner(random: Random, plan: Plan) -> list[int]:
    """Return when a runner who is steady in every rep presses: laps of 4 %, a drift of 6 %, a thumb of 0.1 s."""
    at, presses = 0.0, []
    off = 1 + random.uniform(-0.05, 0.05)  # the goal that was set is wrong by so much
    for segment in plan.segments:
        if segment.duration_ms is not None:
            at += segment.duration_ms
            continue
        assert segment.pace_s_per_m is not None
        drift = random.uniform(-0.06, 0.06)
        before_m, n = Fraction(0), len(segment.marks)
        for number, mark in enumerate(segment.marks):
            tired = 1 + drift * (number / (n - 1) - 0.5 if n > 1 else 0)
            lap_s = float(segment.pace_s_per_m * (mark.distance_m - before_m)) * off * tired * random.gauss(1, 0.04)
            at += 1000 * lap_s
            presses.append(round(at + 1000 * random.gauss(0, 0.1)))
            before_m = mark.distance_m
    return presses


BY_200 = plan_of(times(4, run_m(400, GOAL_PACE), rest=jog_s(90)), lead_s=0, goal_s=320, every_m=200)
SEASONS = [
    ("a mile", MILE),
    ("ten laps", plan_of(run_m(4000, GOAL_PACE), lead_s=0, goal_s=360)),
    ("400s marked at 200", BY_200),
    ("200s", plan_of(times(8, run_m(200, GOAL_PACE), rest=jog_s(60)), lead_s=0, goal_s=300)),
]


@pytest.mark.parametrize(("name", "plan"), SEASONS, ids=[name for name, _ in SEASONS])
def test_a_steady_runner_is_doubted_in_fewer_than_one_lap_of_a_hundred(name: str, plan: Plan) -> None:
    random, n_laps, n_doubted = Random(name), 0, 0
    while n_laps < SEASON:
        doubts = Track(plan).laps(*even_runner(random, plan))
        n_laps += len(doubts)
        n_doubted += sum(doubt is not None for doubt in doubts)
    assert n_doubted / n_laps < 0.01, f"{n_doubted} of {n_laps}"


@pytest.mark.parametrize(("name", "plan"), SEASONS, ids=[name for name, _ in SEASONS])
def test_a_missed_press_is_found_and_put_right(name: str, plan: Plan) -> None:
    random, n_found, n_right, errors = Random(name), 0, 0, []
    for _ in range(SEASON // 5):
        whole = even_runner(random, plan)
        missed = random.randrange(len(whole) - 1)
        track = Track(plan)
        doubts = track.laps(*whole[:missed], whole[missed + 1])
        found = doubts[-1]
        if found is None or found.kind is not DoubtKind.MISSED_LAP:
            continue
        n_found += 1
        track.press(found.mend, whole[missed + 1] + 500)
        taken = [event.at.ms for event in track.session.held if isinstance(event, SplitTaken)]
        n_right += len(taken) >= missed + 1
        errors.append(abs(taken[missed] - whole[missed]) / (whole[missed] - (whole[missed - 1] if missed else 0)))
    assert n_found / (SEASON // 5) > 0.95, f"{n_found} of {SEASON // 5}"
    assert n_right == n_found
    assert sorted(errors)[len(errors) // 2] < 0.1, "half of the estimates are within a tenth of the lap"


@pytest.mark.parametrize(("name", "plan"), SEASONS, ids=[name for name, _ in SEASONS])
def test_a_press_too_many_is_found(name: str, plan: Plan) -> None:
    random, n_found = Random(name), 0
    for _ in range(SEASON // 5):
        whole = even_runner(random, plan)
        place = random.randrange(len(whole) - 1)
        again = whole[place] + random.randrange(310, 3000)
        track = Track(plan)
        doubts = track.laps(*whole[: place + 1], again)
        is_lap = isinstance(track.session.held[-1], SplitTaken) and track.session.records[-1].segment.marks
        found = doubts[-1]
        n_found += not is_lap or (found is not None and found.mend == Delete(Instant(again)))
    assert n_found / (SEASON // 5) > 0.95
