"""Cues: what sounds and when, before an end that is planned, and a bell that rings once."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.asked import Asked, Command
from app.core.cues import TONES, CueKind, CueSheet, start_sound
from app.core.engine import Engine
from app.core.errors import IllegalCommand
from app.core.events import SegmentFinished, SegmentStarted
from app.core.plan import Plan
from app.core.score import scored
from app.core.state import State
from app.core.track import INDOOR
from app.core.units import Instant
from app.core.workout import Intensity, SendOff, Step
from app.rehearsal import Rehearsal
from tests.drawn import (
    EQUAL,
    FULL,
    GOAL_PACE,
    cool_down,
    jog_s,
    mile_race,
    plan_of,
    plans,
    presses,
    recovery,
    run_m,
    run_s,
    squats,
    times,
    warm_up,
)

LEAD_IN, PIP, GO, HALFWAY, LAST_TEN, FINISH, LAP, MARK, SECOND_MARK, BELL, END = TONES
COUNTDOWN = {PIP, LAST_TEN, HALFWAY}


def sheet(plan: Plan) -> list[tuple[float, CueKind]]:
    """What would sound, in seconds from the start, up to the first end that nobody has planned."""
    engine = Engine.replayed(plan, [(Command.START, Instant(0))])
    return [(cue.at.ms / 1000, cue.kind) for cue in scored(engine)]


def heard(rehearsal: Rehearsal) -> list[tuple[float, CueKind]]:
    """What was heard, but for the tones that stay with the plan; they have tests of their own."""
    return [(cue.at.ms / 1000, cue.kind) for cue in rehearsal.heard if cue.kind is not MARK]


def marks(rehearsal: Rehearsal) -> list[float]:
    return [cue.at.ms / 1000 for cue in rehearsal.heard if cue.kind is MARK]


# Before a planned end ----------------------------------------------------------------------------------------------


def test_a_timed_session_sounds_from_the_lead_in_to_its_end() -> None:
    assert sheet(plan_of(times(2, run_s(30), rest=jog_s(60)))) == [
        (0, LEAD_IN),
        (2, PIP),
        (3, PIP),
        (4, PIP),
        (5, GO),
        (20, HALFWAY),
        (25, LAST_TEN),
        (32, PIP),
        (33, PIP),
        (34, PIP),
        (35, FINISH),
        (85, LAST_TEN),
        (92, PIP),
        (93, PIP),
        (94, PIP),
        (95, GO),
        (110, HALFWAY),
        (115, LAST_TEN),
        (122, PIP),
        (123, PIP),
        (124, PIP),
        (125, END),
    ]


@pytest.mark.parametrize(
    ("lead_s", "expected"),
    [
        (0, [(0, GO)]),
        (3, [(0, PIP), (1, PIP), (2, PIP), (3, GO)]),
        (5, [(0, LEAD_IN), (2, PIP), (3, PIP), (4, PIP), (5, GO)]),
        (10, [(0, LEAD_IN), (7, PIP), (8, PIP), (9, PIP), (10, GO)]),
    ],
)
def test_the_count_to_a_rep_is_three_pips_and_go(lead_s: int, expected: list[tuple[float, CueKind]]) -> None:
    assert sheet(plan_of(run_m(200), lead_s=lead_s)) == expected


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (4.999, set()),
        (5, {PIP}),
        (19.999, {PIP}),
        (20, {PIP, HALFWAY}),
        (24.999, {PIP, HALFWAY}),
        (25, {PIP, HALFWAY, LAST_TEN}),
    ],
)
def test_a_short_step_is_not_filled_with_cues(seconds: float, expected: set[CueKind]) -> None:
    assert {sound for _, sound in sheet(plan_of(run_s(seconds), lead_s=0))} - {GO, END} == expected


def test_a_recovery_has_no_halfway() -> None:
    assert [sound for at, sound in sheet(plan_of(run_s(4), jog_s(60), run_s(4), lead_s=0)) if 4 <= at < 64] == [
        FINISH,
        LAST_TEN,
        PIP,
        PIP,
        PIP,
    ]


@pytest.mark.parametrize("step", [run_m(200), run_m(1000), FULL, squats()])
def test_an_end_by_hand_has_no_countdown(step: Step) -> None:
    assert COUNTDOWN.isdisjoint(sound for _, sound in sheet(plan_of(step, run_s(60), lead_s=0)))


@given(plans, presses)
def test_every_countdown_stands_before_a_planned_end(plan: Plan, drawn: list[tuple[Asked, int]]) -> None:
    engine, ms = Engine(plan), 0
    engine.send(Command.START, Instant(0))
    for command, gap in drawn:
        ms += gap
        try:
            engine.send(command, Instant(ms))
        except IllegalCommand:
            continue
    cues = list(scored(engine))
    assert all(before.at <= after.at for before, after in pairwise(cues))
    ends = {began + lasts for _, began, lasts in engine.upcoming() if lasts is not None}
    for cue in cues:
        if cue.kind is PIP:
            assert ends & {cue.at + ahead for ahead in (1000, 2000, 3000)}
        elif cue.kind is LAST_TEN:
            assert cue.at + 10_000 in ends
        elif cue.kind is END:
            assert cue.at in ends
    if engine.state is not State.RUNNING:
        assert cues == []


@given(plans)
def test_start_of_work_and_start_of_rest_are_never_alike(plan: Plan) -> None:
    soft = (Intensity.RECOVERY, Intensity.REST)
    assert all(start_sound(segment) is GO for segment in plan.segments if segment.intensity is Intensity.WORK)
    assert all(start_sound(segment) is FINISH for segment in plan.segments if segment.intensity in soft)


def test_the_workout_begins_with_go_and_ends_with_the_end() -> None:
    cues = sheet(plan_of(warm_up(60), run_s(30), cool_down(60), lead_s=0))
    assert [(at, sound) for at, sound in cues if sound not in COUNTDOWN] == [
        (0, GO),
        (60, GO),
        (90, FINISH),
        (150, END),
    ]


def test_the_end_sounds_once_by_hand_too() -> None:
    rehearsal = Rehearsal(plan_of(run_m(200), lead_s=0)).start().at(35_000, Command.LAP).until(Instant(60_000))
    assert heard(rehearsal) == [(0, GO), (35, END)]


def test_the_end_sounds_after_a_send_off_that_the_rep_used_up() -> None:
    plan = plan_of(run_m(400), recovery(SendOff(60_000)), lead_s=0)
    rehearsal = Rehearsal(plan).start().at(75_000, Command.LAP)
    assert heard(rehearsal) == [(0, GO), (75, END)]


# The bell ----------------------------------------------------------------------------------------------------------


def test_the_bell_sounds_at_the_press_one_lap_before_the_end() -> None:
    rehearsal = Rehearsal(plan_of(mile_race(), goal_s=300, lead_s=0)).start()
    for ms in (77_000, 152_000, 227_000, 301_000):
        rehearsal.at(ms, Command.LAP)
    assert heard(rehearsal) == [(0, GO), (77, LAP), (152, LAP), (227, BELL), (301, END)]


def test_the_bell_sounds_at_its_planned_instant_where_nobody_presses() -> None:
    rehearsal = Rehearsal(plan_of(mile_race(), goal_s=300, lead_s=0)).start().until(Instant(290_000))
    # 300 s × 1209.344 / 1609.344
    assert heard(rehearsal) == [(0, GO), (225.435, BELL)]


def test_presses_that_begin_after_the_planned_bell_do_not_ring_it_again() -> None:
    rehearsal = Rehearsal(plan_of(run_m(800, GOAL_PACE), goal_s=320, lead_s=0)).start()
    rehearsal.at(81_000, Command.LAP)
    assert heard(rehearsal) == [(0, GO), (79.536, BELL), (81, LAP)]


def test_the_bell_rings_once_after_a_press_that_was_taken_back() -> None:
    rehearsal = Rehearsal(plan_of(run_m(800, GOAL_PACE), goal_s=320, lead_s=0)).start()
    rehearsal.at(10_000, Command.LAP).at(12_000, Command.UNDO).at(81_000, Command.LAP)
    assert heard(rehearsal)[2:] == [(79.536, BELL), (81, LAP)]


def test_the_bell_waits_for_its_press_when_an_undone_skip_gives_the_laps_back() -> None:
    rehearsal = Rehearsal(plan_of(run_m(1200, GOAL_PACE), jog_s(60), goal_s=320, lead_s=0)).start()
    rehearsal.at(80_000, Command.LAP).at(100_000, Command.SKIP).at(105_000, Command.UNDO).at(162_000, Command.LAP)
    assert heard(rehearsal)[-1] == (162, BELL)


def test_a_sheet_begun_later_knows_the_laps_of_before() -> None:
    plan = plan_of(run_m(1200, GOAL_PACE), goal_s=320, lead_s=0)
    engine = Engine.replayed(plan, [(Command.START, Instant(0)), (Command.LAP, Instant(80_000))])
    resumed = CueSheet(plan, engine.held)
    engine.send(Command.LAP, Instant(162_000))
    event = engine.next_event()
    assert event is not None
    assert resumed.sound_of(event) is BELL


def test_a_lap_in_the_warm_up_does_not_silence_the_planned_bell_of_the_mile() -> None:
    plan = plan_of(warm_up(60), mile_race(), goal_s=300, lead_s=0)
    engine = Engine.replayed(plan, [(Command.START, Instant(0)), (Command.LAP, Instant(30_000))])
    assert [cue.at.ms for cue in scored(engine) if cue.kind is BELL] == [285_435]


def test_no_bell_without_a_press_or_a_pace() -> None:
    rehearsal = Rehearsal(plan_of(mile_race(), lead_s=0)).start().until(Instant(600_000))
    assert heard(rehearsal) == [(0, GO)]


def test_a_400_on_a_small_track_has_its_bell_after_the_first_lap() -> None:
    rehearsal = Rehearsal(plan_of(run_m(400), lead_s=0, track=INDOOR)).start().at(38_000, Command.LAP)
    assert heard(rehearsal)[-1] == (38, BELL)


# Marks -------------------------------------------------------------------------------------------------------------


def test_a_tone_falls_at_each_mark_of_the_plan_whatever_is_pressed() -> None:
    rehearsal = Rehearsal(plan_of(mile_race(), goal_s=300, lead_s=0)).start()
    for ms in (70_000, 140_000, 229_000, 301_000):
        rehearsal.at(ms, Command.LAP)
    assert marks(rehearsal) == [76.306, 150.871, 225.435, 300]  # 409.344, 809.344, 1209.344, 1609.344 m of a 5:00 mile


def test_an_athlete_who_is_early_ends_the_rep_and_its_marks() -> None:
    rehearsal = Rehearsal(plan_of(run_m(400, GOAL_PACE), jog_s(60), goal_s=320, lead_s=0)).start()
    rehearsal.at(79_000, Command.LAP).until(Instant(90_000))
    assert marks(rehearsal) == []


def test_the_bell_takes_the_place_of_the_tone_at_its_mark() -> None:
    rehearsal = Rehearsal(plan_of(mile_race(), goal_s=300, lead_s=0)).start().until(Instant(240_000))
    assert marks(rehearsal) == [76.306, 150.871]


def test_without_a_pace_no_mark_sounds() -> None:
    assert marks(Rehearsal(plan_of(mile_race(), lead_s=0)).start().until(Instant(600_000))) == []


distance_plans = st.builds(
    plan_of,
    st.sampled_from(["60", "200", "400", "600", "800", "1200", "1609.344"]).map(
        lambda metres: times(2, run_m(metres, GOAL_PACE), rest=EQUAL)
    ),
    goal_s=st.sampled_from([None, 240, 320]),
    lead_s=st.sampled_from([0, 5]),
    every_m=st.sampled_from([None, 200]),
)


@given(distance_plans, st.lists(st.integers(300, 120_000), max_size=12))
def test_the_bell_rings_at_most_once_in_a_rep_and_never_in_one_lap_or_less(plan: Plan, gaps: list[int]) -> None:
    rehearsal, ms = Rehearsal(plan).start(), 0
    for gap in gaps:
        ms += gap
        rehearsal.until(Instant(ms))
        if rehearsal.state is State.RUNNING:
            rehearsal.at(ms, Command.LAP)
    rehearsal.until(Instant(ms + 600_000))
    bells = [cue.at for cue in rehearsal.heard if cue.kind is BELL]
    begun = [event for event in rehearsal.events if isinstance(event, SegmentStarted)]
    ended = [event.at for event in rehearsal.events if isinstance(event, SegmentFinished)]
    for start, end in zip(begun, [*ended, Instant(ms + 600_000)], strict=False):
        segment = plan.segments[start.index]
        n_bells = sum(1 for at in bells if start.at < at <= end)
        last_lap = segment.distance_m is not None and segment.distance_m > 400 and segment.bell_mark is not None
        assert n_bells <= (1 if last_lap and segment.intensity is Intensity.WORK else 0)
