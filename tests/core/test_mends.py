"""Mistakes mend: whatever is put right, the record is as if it had been so from the start, and every act is undone."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.core.asked import Asked, Command, Delete, How, Insert, Jump, Lengthen, Mend, Move, Relabel, Restore
from app.core.bounds import PLAN_MS, RESUME_WITHIN_MS
from app.core.engine import Engine
from app.core.errors import IllegalCommand
from app.core.events import (
    TAKES_BACK,
    Cause,
    Event,
    Finished,
    Jumped,
    Lengthened,
    Mended,
    Paused,
    PressRefused,
    Refusal,
    Resumed,
    SegmentFinished,
    SegmentStarted,
    SplitTaken,
    Stopped,
    Undone,
)
from app.core.plan import Plan
from app.core.session import Session, holding
from app.core.session import presses as presses_of
from app.core.state import State
from app.core.units import Instant
from app.core.workout import Equal, Measure
from tests.drawn import (
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
    shifts,
    times,
    warm_up,
)

START, PAUSE, RESUME, LAP, SKIP, BACK, COOL_DOWN, UNDO, STOP = (
    Command.START,
    Command.PAUSE,
    Command.RESUME,
    Command.LAP,
    Command.SKIP,
    Command.BACK,
    Command.COOL_DOWN,
    Command.UNDO,
    Command.STOP,
)
EQUAL_TIME = recovery(Equal(Measure.TIME))
MILE = plan_of(mile_race(), cool_down(600), lead_s=0, goal_s=320)


def drained(engine: Engine) -> list[Event]:
    return list(iter(engine.next_event, None))


def story(plan: Plan, *told: tuple[Asked, int]) -> Engine:
    """Start at 0 and press at instants; the queue is empty then."""
    engine = Engine(plan)
    for asked, ms in ((START, 0), *told):
        engine.send(asked, Instant(ms))
    drained(engine)
    return engine


def pressed(engine: Engine, asked: Asked, ms: int) -> list[Event]:
    engine.send(asked, Instant(ms))
    return drained(engine)


def lived(plan: Plan, drawn: list[tuple[Asked, int]]) -> tuple[Engine, Instant]:
    """Live through what was drawn; what means nothing is let go."""
    engine, at = Engine(plan), Instant(0)
    engine.send(START, at)
    for asked, gap in drawn:
        at += gap
        try:
            engine.send(asked, at)
        except IllegalCommand:
            continue
    return engine, at


def splits(engine: Engine) -> list[tuple[int | None, int]]:
    return [(event.mark_number, event.elapsed_ms) for event in engine.held if isinstance(event, SplitTaken)]


# Laws --------------------------------------------------------------------------------------------------------------

asked_next = st.one_of(
    st.sampled_from([LAP, SKIP, BACK, COOL_DOWN, STOP, Command.LEAVE]),
    st.builds(Jump, st.integers(0, 9)),
    st.builds(Lengthen, st.sampled_from([-600_000, -1000, 1000, 60_000])),
)


@given(plans, presses, asked_next, st.integers(0, 20_000), st.integers(0, 100_000))
def test_an_act_of_any_kind_that_is_undone_never_was(
    plan: Plan, drawn: list[tuple[Asked, int]], asked: Asked, gap: int, wait: int
) -> None:
    (engine, at), (never, _) = lived(plan, drawn), lived(plan, drawn)
    instant, undone = at + gap, at + gap + wait
    never.advance_to(undone)
    try:
        engine.send(asked, instant)
    except IllegalCommand:
        assume(False)
    assume(not isinstance(engine.held[-1], PressRefused))
    engine.send(UNDO, undone)
    assert engine.held == never.held
    assert engine.accepts == never.accepts
    assert engine.deadline == never.deadline
    assert engine.snapshot(undone) == never.snapshot(undone)


@given(plans, presses, st.data())
def test_a_mend_that_is_undone_never_was(plan: Plan, drawn: list[tuple[Asked, int]], data: st.DataObject) -> None:
    engine, at = lived(plan, drawn)
    before, accepts = list(engine.held), engine.accepts
    was = data.draw(st.sampled_from([event.at for event in before])) + data.draw(st.sampled_from([0, 0, 0, -5, 7]))
    mends: list[Mend] = [
        Insert(was),
        Delete(was),
        Move(was, data.draw(shifts)),
        Relabel(was, data.draw(st.integers(1, 5))),
        Restore(was),
    ]
    engine.advance_to(at)
    for mend in mends:
        try:
            engine.send(mend, at)
        except IllegalCommand:
            continue
        engine.send(UNDO, at)
        assert engine.held == before
        assert engine.accepts == accepts


@given(plans, presses, st.integers(1, 200_000))
def test_a_press_that_is_inserted_and_deleted_never_was(plan: Plan, drawn: list[tuple[Asked, int]], ms: int) -> None:
    engine, at = lived(plan, drawn)
    before = list(engine.held)
    try:
        engine.send(Insert(Instant(ms)), at)
    except IllegalCommand:
        assume(False)
    engine.send(Delete(Instant(ms)), at)
    assert engine.held == before


@given(plans, presses, shifts)
def test_a_press_that_is_moved_to_and_fro_is_where_it_was(
    plan: Plan, drawn: list[tuple[Asked, int]], by_ms: int
) -> None:
    engine, at = lived(plan, drawn)
    engine.advance_to(at)
    before = list(engine.held)
    for was in [event.at for event in before if isinstance(event, SplitTaken)]:
        try:
            engine.send(Move(was, by_ms), at)
        except IllegalCommand:
            continue
        engine.send(Move(was + by_ms, -by_ms), at)
        assert engine.held == before


@given(plans, presses)
def test_what_is_told_with_mends_in_it_folds_to_what_holds_and_plays_again(
    plan: Plan, drawn: list[tuple[Asked, int]]
) -> None:
    engine, at = lived(plan, drawn)
    told = drained(engine)
    assert holding(told) == engine.held
    assert list(Session.from_events(plan, told).held) == engine.held
    again = Engine.replayed(plan, list(presses_of(holding(told))))
    again.advance_to(at)
    assert again.held == engine.held
    assert engine.deadline is None or engine.last_at is None or engine.deadline >= engine.last_at
    instants = [event.at for event in engine.held]
    assert instants == sorted(instants)
    assert [event.at for event in told if isinstance(event, TAKES_BACK)] == sorted(
        event.at for event in told if isinstance(event, TAKES_BACK)
    )


@given(plans, presses, st.data())
def test_a_mend_that_means_nothing_changes_nothing(
    plan: Plan, drawn: list[tuple[Asked, int]], data: st.DataObject
) -> None:
    engine, at = lived(plan, drawn)
    engine.advance_to(at)
    drained(engine)
    before, accepts, shown = list(engine.held), engine.accepts, engine.snapshot(at)
    was = Instant(data.draw(st.integers(-10, at.ms + 10)))
    for mend in (Insert(was), Delete(was), Move(was, data.draw(shifts)), Relabel(was, 3), Restore(was)):
        try:
            engine.send(mend, at)
        except IllegalCommand:
            assert (list(engine.held), engine.accepts, engine.snapshot(at)) == (before, accepts, shown)
            assert engine.next_event() is None
            continue
        return


# Jump, cool-down, lengthen -----------------------------------------------------------------------------------------


def test_a_jump_leads_anywhere_and_back_again_counts_once() -> None:
    plan = plan_of(times(3, run_s(30), rest=jog_s(60)), lead_s=0)
    engine = story(plan)
    assert pressed(engine, Jump(4), 10_000) == [
        Jumped(Instant(10_000), 0, 4),
        SegmentFinished(Instant(10_000), 0, 10_000, Cause.JUMP),
        SegmentStarted(Instant(10_000), 4, 30_000),
    ]
    pressed(engine, Jump(1), 15_000)
    session = Session.from_events(plan, engine.held)
    assert [(record.segment.index, record.gone_back) for record in session.records] == [
        (0, False),
        (4, True),
        (1, False),
    ]


@pytest.mark.parametrize("index", [-1, 5])
def test_a_jump_out_of_the_workout_leads_nowhere(index: int) -> None:
    engine = story(plan_of(times(3, run_s(30), rest=jog_s(60)), lead_s=0))
    with pytest.raises(IllegalCommand, match="the workout has no such place"):
        engine.send(Jump(index), Instant(1_000))


def test_a_recovery_that_follows_a_rep_nobody_ran_lasts_as_planned() -> None:
    engine = story(plan_of(warm_up(), times(2, run_m(400, GOAL_PACE), rest=EQUAL_TIME), lead_s=0, goal_s=320))
    started = pressed(engine, Jump(2), 10_000)[-1]
    assert started == SegmentStarted(Instant(10_000), 2, 79_536)  # 320 s × 400 / 1609.344


def test_cool_down_is_taken_while_there_is_one_to_come() -> None:
    engine = story(plan_of(times(3, run_s(30), rest=jog_s(60)), cool_down(600), lead_s=0))
    assert COOL_DOWN in engine.accepts
    events = pressed(engine, COOL_DOWN, 40_000)
    assert events[2:] == [
        Jumped(Instant(40_000), 1, 5),
        SegmentFinished(Instant(40_000), 1, 10_000, Cause.JUMP),
        SegmentStarted(Instant(40_000), 5, 600_000),
    ]
    assert COOL_DOWN not in engine.accepts
    assert COOL_DOWN not in story(plan_of(run_s(30), lead_s=0)).accepts


def test_a_recovery_is_made_longer_and_shorter_and_a_cut_below_now_ends_it() -> None:
    engine = story(plan_of(run_s(30), jog_s(60), run_s(30), lead_s=0))
    engine.advance_to(Instant(40_000))
    drained(engine)
    assert pressed(engine, Lengthen(30_000), 40_000) == [Lengthened(Instant(40_000), 1, 30_000, 90_000)]
    assert engine.deadline == Instant(120_000)
    assert pressed(engine, Lengthen(-100_000), 50_000) == [
        Lengthened(Instant(50_000), 1, -100_000, 20_000),
        SegmentFinished(Instant(50_000), 1, 20_000, Cause.ELAPSED),
        SegmentStarted(Instant(50_000), 2, 30_000),
    ]


def test_work_and_what_a_person_ends_cannot_be_lengthened() -> None:
    work = story(plan_of(run_s(30), lead_s=0))
    assert Command.LENGTHEN not in work.accepts
    opened = story(plan_of(run_m(200), FULL, run_m(200), lead_s=0), (LAP, 30_000))
    assert Command.LENGTHEN not in opened.accepts


def test_nothing_is_lengthened_beyond_a_day() -> None:
    engine = story(plan_of(warm_up(600), run_s(30), lead_s=0))
    with pytest.raises(IllegalCommand, match="nothing lasts longer than 24 h"):
        engine.send(Lengthen(PLAN_MS), Instant(1_000))
    assert engine.deadline == Instant(600_000)


# A stop that was none -----------------------------------------------------------------------------------------------


def test_a_stop_is_taken_back_as_if_time_had_gone_on() -> None:
    engine = story(plan_of(run_s(30), jog_s(60), run_s(30), lead_s=0), (STOP, 20_000))
    events = pressed(engine, UNDO, 50_000)
    assert events == [
        Undone(Instant(50_000), STOP, Instant(20_000), 2),
        SegmentFinished(Instant(30_000), 0, 30_000, Cause.ELAPSED),
        SegmentStarted(Instant(30_000), 1, 60_000),
    ]
    assert (engine.state, engine.deadline) == (State.RUNNING, Instant(90_000))


def test_a_stop_becomes_a_pause_that_ends_now() -> None:
    engine = story(plan_of(run_s(30), jog_s(60), lead_s=0), (STOP, 20_000))
    assert pressed(engine, RESUME, 50_000) == [
        Undone(Instant(50_000), STOP, Instant(20_000), 2),
        Paused(Instant(20_000)),
        Resumed(Instant(50_000), 30_000),
    ]
    assert (engine.state, engine.deadline) == (State.RUNNING, Instant(60_000))


def test_a_stop_in_a_pause_leaves_the_pause() -> None:
    engine = story(plan_of(run_s(30), lead_s=0), (PAUSE, 10_000), (STOP, 20_000))
    assert pressed(engine, UNDO, 25_000) == [Undone(Instant(25_000), STOP, Instant(20_000), 3)]
    assert engine.state is State.PAUSED
    pressed(engine, STOP, 30_000)
    assert pressed(engine, RESUME, 50_000)[1:] == [Resumed(Instant(50_000), 40_000)]


@pytest.mark.parametrize("asked", [UNDO, RESUME])
def test_after_ten_minutes_a_stop_is_final(asked: Command) -> None:
    plan = plan_of(run_s(3000), lead_s=0)
    story(plan, (STOP, 20_000), (asked, 20_000 + RESUME_WITHIN_MS))
    engine = story(plan, (STOP, 20_000))
    with pytest.raises(IllegalCommand, match="a stop can be taken back within ten minutes, and these are over"):
        engine.send(asked, Instant(20_001 + RESUME_WITHIN_MS))
    assert isinstance(engine.held[-1], Stopped)


def test_a_mend_after_the_stop_stays_when_the_session_goes_on() -> None:
    engine = story(MILE, (LAP, 160_000), (STOP, 170_000), (Insert(Instant(80_000)), 175_000), (RESUME, 180_000))
    assert splits(engine) == [(1, 80_000), (2, 160_000)]
    assert engine.state is State.RUNNING


# Mends -------------------------------------------------------------------------------------------------------------


def test_a_missed_lap_is_put_in_and_those_after_it_move_on() -> None:
    engine = story(MILE, (LAP, 80_000), (LAP, 240_000))
    assert pressed(engine, Insert(Instant(160_000), estimated=True), 245_000) == [
        Mended(Instant(245_000), Insert(Instant(160_000), estimated=True), 3),
        SplitTaken(Instant(160_000), 0, 2, 160_000, How.ESTIMATED),
        SplitTaken(Instant(240_000), 0, 3, 240_000),
    ]
    assert engine.n_splits == 3


def test_a_press_that_was_one_too_many_gives_the_rep_back() -> None:
    engine = story(MILE, (LAP, 80_000), (LAP, 81_000), (LAP, 160_000), (LAP, 240_000))
    assert engine.snapshot(Instant(250_000)).index == 1
    assert pressed(engine, Delete(Instant(81_000)), 250_000) == [
        Mended(Instant(250_000), Delete(Instant(81_000)), 3),
        SplitTaken(Instant(160_000), 0, 2, 160_000),
        SplitTaken(Instant(240_000), 0, 3, 240_000),
    ]
    assert engine.snapshot(Instant(250_000)).elapsed_ms == 250_000


def test_a_missed_last_press_ends_the_workout_when_it_is_put_in() -> None:
    engine = story(plan_of(run_m(400), lead_s=0))
    events = pressed(engine, Insert(Instant(70_000)), 75_000)
    assert events[-1] == Finished(Instant(70_000))
    assert engine.snapshot(Instant(75_000)).state is State.FINISHED
    pressed(engine, UNDO, 80_000)
    assert engine.snapshot(Instant(80_000)).state is State.RUNNING


def test_a_split_that_was_at_another_mark_leaves_a_gap_and_the_next_follows_it() -> None:
    engine = story(MILE, (LAP, 160_000))
    assert pressed(engine, Relabel(Instant(160_000), 2), 165_000)[1:] == [
        SplitTaken(Instant(160_000), 0, 2, 160_000, is_named=True)
    ]
    shown = engine.snapshot(Instant(170_000))
    assert (shown.n_splits, shown.since_split_ms) == (2, 10_000)
    assert pressed(engine, LAP, 240_000) == [SplitTaken(Instant(240_000), 0, 3, 240_000)]


@pytest.mark.parametrize("number", [0, 1, 5])
def test_a_split_cannot_be_at_a_mark_that_was_passed_or_is_none(number: int) -> None:
    engine = story(MILE, (LAP, 80_000), (LAP, 160_000))
    with pytest.raises(IllegalCommand, match="a mark comes after the one before it, and no later than the last"):
        engine.send(Relabel(Instant(160_000), number), Instant(165_000))
    assert splits(engine) == [(1, 80_000), (2, 160_000)]


def test_a_mend_cannot_take_the_mark_that_a_later_split_was_given() -> None:
    engine = story(MILE, (LAP, 80_000), (LAP, 160_000), (Relabel(Instant(160_000), 2), 165_000))
    for mend in (Insert(Instant(40_000)), Relabel(Instant(80_000), 2)):
        with pytest.raises(IllegalCommand, match="a later split could not keep the mark it was given"):
            engine.send(mend, Instant(170_000))


def test_a_refused_press_counts_after_all_and_can_be_told_again_from_the_journal() -> None:
    engine = story(MILE, (LAP, 80_000), (LAP, 80_200))
    assert Session.from_events(MILE, engine.held).refused == [PressRefused(Instant(80_200), 0, LAP, Refusal.DEAD_TIME)]
    pressed(engine, Delete(Instant(80_000)), 81_000)
    assert pressed(engine, Restore(Instant(80_200)), 82_000)[1:] == [
        SplitTaken(Instant(80_200), 0, 1, 80_200, How.RESTORED)
    ]
    assert Engine.replayed(MILE, list(presses_of(engine.held))).held == engine.held


def test_a_refused_press_stays_refused_when_the_press_before_it_goes() -> None:
    engine = story(MILE, (LAP, 80_000), (LAP, 80_200), (UNDO, 81_000))
    assert splits(engine) == []
    assert isinstance(engine.held[-1], PressRefused)


def test_the_end_of_an_open_recovery_is_moved_and_remembers_it() -> None:
    plan = plan_of(times(2, run_m(200), rest=FULL), lead_s=0)
    engine = story(plan, (LAP, 35_000), (LAP, 95_000))
    pressed(engine, Move(Instant(95_000), -2_000), 97_000)
    assert engine.held[-2:] == [
        SegmentFinished(Instant(93_000), 1, 58_000, Cause.LAP, How.MOVED, -2_000),
        SegmentStarted(Instant(93_000), 2, None),
    ]
    assert Engine.replayed(plan, list(presses_of(engine.held))).held == engine.held


@pytest.mark.parametrize("ms", [2_000, 60_000])
def test_a_press_in_the_count_or_in_a_pause_records_nothing(ms: int) -> None:
    engine = story(plan_of(run_m(800), lead_s=5), (PAUSE, 50_000), (RESUME, 70_000))
    with pytest.raises(IllegalCommand, match="there was nothing to record then: a count, a pause or the end"):
        engine.send(Insert(Instant(ms)), Instant(80_000))


def test_undo_takes_back_mends_and_presses_one_by_one() -> None:
    engine = story(MILE, (LAP, 80_000), (LAP, 240_000), (Insert(Instant(160_000)), 245_000))
    pressed(engine, Move(Instant(80_000), -500), 246_000)
    seen = [splits(engine)]
    while UNDO in engine.accepts:
        pressed(engine, UNDO, 250_000)
        seen.append(splits(engine))
    assert seen == [
        [(1, 79_500), (2, 160_000), (3, 240_000)],
        [(1, 80_000), (2, 160_000), (3, 240_000)],
        [(1, 80_000), (2, 240_000)],
        [(1, 80_000)],
        [],
    ]


# The least lap -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("least_ms", "after_ms", "n"), [(300, 299, 1), (300, 300, 2), (0, 1, 2), (5000, 4999, 1)])
def test_a_double_tap_is_as_long_as_it_is_set(least_ms: int, after_ms: int, n: int) -> None:
    engine = story(plan_of(mile_race(), lead_s=0, least_lap_ms=least_ms), (LAP, 80_000), (LAP, 80_000 + after_ms))
    assert len(splits(engine)) == n


def test_no_dead_time_holds_for_a_press_that_a_person_vouches_for_and_none_begins_at_it() -> None:
    engine = story(MILE, (LAP, 80_000), (Insert(Instant(80_100)), 81_000), (Insert(Instant(81_400)), 81_500))
    pressed(engine, LAP, 81_600)
    assert [number for number, _ in splits(engine)] == [1, 2, 3, 4]


def test_a_press_that_was_taken_counts_however_near_one_is_put_before_it() -> None:
    engine = story(plan_of(times(2, run_m(200), rest=FULL), lead_s=0), (LAP, 35_100))
    pressed(engine, Insert(Instant(35_000)), 36_000)
    assert [event.at.ms for event in engine.held if isinstance(event, SegmentFinished)] == [35_000, 35_100]


def test_of_three_presses_refused_at_one_instant_the_first_is_restored_and_stays_the_first() -> None:
    """Found by the law of to and fro."""
    engine = Engine(plan_of(run_s(5), run_s(60), lead_s=0))
    engine.send(Command.START, Instant(0))
    for _tap in range(3):
        engine.send(Command.LAP, Instant(5000))
    engine.send(Restore(Instant(5000)), Instant(9000))
    before = list(engine.held)
    engine.send(Move(Instant(5000), -1000), Instant(9000))
    engine.send(Move(Instant(4000), 1000), Instant(9000))
    assert engine.held == before
