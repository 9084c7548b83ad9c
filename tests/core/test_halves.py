"""Halves: where they lie, that nobody has to press there, and that laps stay laps whatever was pressed between."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given

from app.core.analysis import evenness, rep_figures
from app.core.announce import recorded
from app.core.asked import Command
from app.core.cues import CueKind, segment_cues
from app.core.engine import Engine
from app.core.plan import Plan, Segment
from app.core.session import Session
from app.core.track import INDOOR, OUTDOOR, Track, track_in_lane
from app.core.units import Instant
from app.core.workout import Step
from tests.drawn import GOAL_PACE, mile_race, plan_of, plans, run_m, times


def one(plan: Plan) -> Segment:
    return plan.segments[-1]


def places(segment: Segment) -> list[tuple[float, bool, bool]]:
    return [(round(float(mark.distance_m), 3), mark.is_half, mark.is_quiet) for mark in segment.marks]


def run(plan: Plan, *at: int) -> Session:
    engine, session = Engine(plan), Session(plan)
    engine.send(Command.START, Instant(0))
    for ms in at:
        engine.send(Command.LAP, Instant(ms))
    while (event := engine.next_event()) is not None:
        session.feed(event)
    return session


MILE = plan_of(mile_race(), lead_s=0, goal_s=320, halves=True)


def test_a_race_has_its_halves_between_the_crossings_of_the_line() -> None:
    segment = one(MILE)
    assert places(segment) == [
        (209.344, True, True),
        (409.344, False, False),
        (609.344, True, True),
        (809.344, False, False),
        (1009.344, True, True),
        (1209.344, False, False),
        (1409.344, True, True),
        (1609.344, False, False),
    ]
    assert (segment.bell_mark, segment.n_laps, segment.is_tied) == (6, 4, True)
    assert [segment.lap_number(number) for number in range(1, 9)] == [1, 1, 2, 2, 3, 3, 4, 4]
    assert [segment.next_line(after) for after in range(9)] == [2, 2, 4, 4, 6, 6, 8, 8, 8]


@pytest.mark.parametrize(
    ("step", "halves"),
    [
        (run_m(1000, GOAL_PACE), [200, 600]),
        (run_m(1100, GOAL_PACE), [200, 600, 1000]),
        (replace(run_m(1500), race=True), [100, 500, 900, 1300]),
        (run_m(600, GOAL_PACE), [200]),
        (run_m(400, GOAL_PACE), []),
        (run_m(300, GOAL_PACE), []),
    ],
)
def test_a_piece_that_is_too_short_for_it_has_no_half(step: Step, halves: list[int]) -> None:
    segment = one(plan_of(times(2, step), lead_s=0, goal_s=320, halves=True))
    assert [place for place, is_half, _ in places(segment) if is_half] == halves
    assert segment.is_tied == (len(segment.marks) > 1)


def test_marks_that_were_asked_for_within_a_lap_are_halves_with_their_tone_and_row() -> None:
    segment = one(plan_of(mile_race(), lead_s=0, goal_s=320, every_m=200, halves=True))
    assert len(segment.marks) == 8
    assert [is_half for _, is_half, _ in places(segment)] == [True, False] * 4
    assert not any(is_quiet for _, _, is_quiet in places(segment))
    by_100 = one(plan_of(run_m(800, GOAL_PACE), lead_s=0, goal_s=320, every_m=100, halves=True))
    assert [place for place, is_half, _ in places(by_100) if not is_half] == [400, 800]


def test_indoors_a_lap_is_a_lap_and_every_other_one_can_be_asked_for() -> None:
    segment = one(plan_of(mile_race(), lead_s=0, goal_s=320, track=INDOOR, halves=True))
    assert (len(segment.marks), segment.n_laps, segment.is_tied) == (8, 8, True)
    segment = one(plan_of(mile_race(), lead_s=0, goal_s=320, track=INDOOR, every_m=400, halves=True))
    assert [is_half for _, is_half, _ in places(segment)] == [True, False] * 4


@pytest.mark.parametrize("track", [OUTDOOR, track_in_lane(8)])
def test_in_an_outer_lane_a_half_is_half_of_its_lap(track: Track) -> None:
    segment = one(plan_of(times(2, run_m(1600, GOAL_PACE)), lead_s=0, goal_s=320, track=track, halves=True))
    assert segment.marks[0].distance_m == track.lap_m / 2


def test_without_a_pace_or_without_being_asked_nothing_is_tied() -> None:
    assert not one(plan_of(mile_race(), lead_s=0, halves=True)).is_tied
    assert not any(mark.is_half for mark in one(plan_of(mile_race(), lead_s=0, goal_s=320)).marks)


@given(plans)
def test_marks_rise_to_the_end_and_a_half_is_never_the_last(plan: Plan) -> None:
    for segment in plan.segments:
        distances = [mark.distance_m for mark in segment.marks]
        assert distances == sorted(set(distances))
        if segment.marks:
            assert (segment.marks[-1].distance_m, segment.marks[-1].is_half) == (segment.distance_m, False)
            assert segment.bell_mark is None or not segment.marks[segment.bell_mark - 1].is_half or not segment.is_tied
        assert not any(mark.is_half and not segment.is_tied for mark in segment.marks)


def test_a_half_that_nobody_asked_for_has_no_tone() -> None:
    kinds = [cue.kind for cue in segment_cues(one(MILE), Instant(0), None)]
    assert kinds == [CueKind.GO, CueKind.MARK, CueKind.MARK, CueKind.BELL, CueKind.MARK]


def test_laps_are_laps_where_some_were_pressed_at_the_half() -> None:
    session = run(MILE, 41_000, 81_500, 161_000, 200_000, 240_000, 319_000)
    (rep,) = rep_figures(session)
    assert [(float(each.to_m), each.lap_ms, each.is_part) for each in rep.pieces] == [
        (209.344, 41_000, True),
        (409.344, 81_500, False),
        (809.344, 79_500, False),
        (1009.344, 39_000, True),
        (1209.344, 79_000, False),
        (1609.344, 79_000, False),
    ]
    assert [(each.number, float(each.to_m), each.lap_ms) for each in rep.laps] == [
        (1, 409.344, 81_500),
        (2, 809.344, 79_500),
        (3, 1209.344, 79_000),
        (4, 1609.344, 79_000),
    ]
    assert all(not each.is_part for each in rep.laps)
    assert sum(each.off_s or 0 for each in rep.laps) == rep.off_s
    whole = rep_figures(run(MILE, 81_500, 161_000, 240_000, 319_000))
    assert evenness([rep]) == evenness(whole)


def test_a_mile_that_was_stopped_at_a_half_has_it_as_its_last_piece() -> None:
    (rep,) = rep_figures(run(MILE, 81_500, 121_000))
    assert [float(each.to_m) for each in rep.laps] == [409.344, 609.344]


def test_at_a_half_the_voice_says_the_time_since_the_last_split_and_the_off_in_all() -> None:
    session = run(MILE, 82_000, 122_000)
    said = [each.words for each in recorded(session.held[-1], session)]
    assert said == [("40", "seconds"), ("0", "point 8", "slow"), ("press on", "1", "19", "from here")]
    session = run(MILE, 82_000)
    said = [each.words for each in recorded(session.held[-1], session)]
    assert said == [("1", "22"), ("0", "point 6", "slow"), ("press on", "1", "19", "from here")]


def test_a_lap_stays_a_lap_where_its_half_was_pressed_unasked_and_is_a_piece_where_it_was_asked_for() -> None:
    lap = rep_figures(run(MILE, 41_000, 81_500))[0].pieces[-1]
    assert (lap.from_m, lap.off_s) == (
        Fraction(0),
        Fraction("81.5") - Fraction(320) * Fraction("409.344") / Fraction("1609.344"),
    )
    asked = plan_of(mile_race(), goal_s=320, lead_s=0, every_m=200)
    session = run(asked, 41_000, 81_500)
    assert [piece.lap_ms for piece in rep_figures(session)[0].pieces] == [41_000, 40_500]
