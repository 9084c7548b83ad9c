"""The engine: time as an argument, boundaries at their planned instants, and one key that does what is expected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.core.asked import Asked, Command
from app.core.engine import DEAD_TIME_MS, Engine
from app.core.errors import IllegalCommand, TimeReversed
from app.core.events import (
    TAKES_BACK,
    BlockLeft,
    Cause,
    Event,
    Finished,
    Paused,
    PressRefused,
    Refusal,
    Resumed,
    SegmentFinished,
    SegmentStarted,
    SplitTaken,
    Started,
    Stopped,
    Undone,
)
from app.core.plan import Plan
from app.core.session import holding
from app.core.state import State
from app.core.units import Instant
from app.core.workout import SendOff
from tests.drawn import (
    FULL,
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
    unmended,
    warm_up,
)

AN_HOUR = 3_600_000
START, PAUSE, RESUME, LAP, SKIP, BACK, LEAVE, UNDO, STOP = (
    Command.START,
    Command.PAUSE,
    Command.RESUME,
    Command.LAP,
    Command.SKIP,
    Command.BACK,
    Command.LEAVE,
    Command.UNDO,
    Command.STOP,
)


def drained(engine: Engine) -> list[Event]:
    return list(iter(engine.next_event, None))


def started(plan: Plan) -> Engine:
    """An engine whose session began at 0 ms, its queue empty."""
    engine = Engine(plan)
    engine.send(START, Instant(0))
    drained(engine)
    return engine


def pressed(engine: Engine, command: Asked, ms: int) -> list[Event]:
    engine.send(command, Instant(ms))
    return drained(engine)


def passed(engine: Engine, ms: int) -> list[Event]:
    engine.advance_to(Instant(ms))
    return drained(engine)


def story(plan: Plan, at: Iterable[tuple[Asked, int]], glances: Sequence[int] = (), end: int = AN_HOUR) -> Engine:
    """Press, looking at the clock at other instants as well; a press that means nothing is let go.

    The engine's queue holds everything that was told.
    """
    engine = Engine(plan)
    waiting = sorted(glances, reverse=True)
    for command, ms in at:
        while waiting and waiting[-1] <= ms:
            engine.advance_to(Instant(waiting.pop()))
        try:
            engine.send(command, Instant(ms))
        except IllegalCommand:
            continue
    for ms in [*reversed(waiting), end]:
        engine.advance_to(Instant(ms))
    return engine


def timed(drawn: Sequence[tuple[Asked, int]]) -> list[tuple[Asked, int]]:
    """Turn gaps into instants, with a start at 0."""
    at = 0
    story_: list[tuple[Asked, int]] = [(START, 0)]
    for command, gap in drawn:
        at += gap
        story_.append((command, at))
    return story_


# Time --------------------------------------------------------------------------------------------------------------


@given(plans, presses, st.lists(st.integers(0, AN_HOUR), max_size=20))
def test_chopping_time_in_any_way_yields_the_same_events(
    plan: Plan, drawn: list[tuple[Asked, int]], glances: list[int]
) -> None:
    at = timed(drawn)
    end = max(at[-1][1], *glances, 0) if glances else at[-1][1]
    whole, chopped = story(plan, at, end=end), story(plan, at, glances, end)
    assert drained(whole) == drained(chopped)
    assert whole.snapshot(Instant(end)) == chopped.snapshot(Instant(end))


@given(plans, unmended, st.integers(0, 30), st.integers(0, 299_999), st.sampled_from([1, 1000, 77_777]))
def test_a_pause_costs_exactly_its_length(
    plan: Plan, drawn: list[tuple[Asked, int]], before: int, wait: int, paused_ms: int
) -> None:
    at = [(c, ms) for c, ms in timed(drawn) if c not in {PAUSE, RESUME, UNDO, STOP}]
    before = 1 + before % len(at)
    wait = min(wait, at[before][1] - at[before - 1][1]) if before < len(at) else wait
    instant = at[before - 1][1] + wait
    plain = story(plan, at)
    assume(plain.held and not any(isinstance(event, PressRefused) for event in plain.held))  # nor is one, later
    resumed = instant + paused_ms
    later = [(c, ms + paused_ms) for c, ms in at[before:]]
    other = story(plan, [*at[:before], (PAUSE, instant), (RESUME, resumed), *later], end=AN_HOUR + paused_ms)
    events = [event for event in other.held if not isinstance(event, (Paused, Resumed))]
    assume(len(events) < len(other.held))  # the session was not over before it could be paused

    def moved(event: Event) -> Event:
        values = {field.name: getattr(event, field.name) for field in fields(event)}
        return type(event)(**(values | {"at": event.at + paused_ms}))

    earlier = next(n for n, event in enumerate(other.held) if isinstance(event, Paused))
    assert events == [event if n < earlier else moved(event) for n, event in enumerate(plain.held)]
    shown, shown_paused = plain.snapshot(Instant(AN_HOUR)), other.snapshot(Instant(AN_HOUR + paused_ms))
    assert shown == shown_paused


def test_boundaries_fall_at_planned_instants_when_the_lid_was_closed() -> None:
    engine = started(plan_of(times(8, run_s(10), rest=jog_s(20)), lead_s=0))
    passed(engine, 5_000)
    assert passed(engine, 65_000) == [
        SegmentFinished(Instant(10_000), 0, 10_000, Cause.ELAPSED),
        SegmentStarted(Instant(10_000), 1, 20_000),
        SegmentFinished(Instant(30_000), 1, 20_000, Cause.ELAPSED),
        SegmentStarted(Instant(30_000), 2, 10_000),
        SegmentFinished(Instant(40_000), 2, 10_000, Cause.ELAPSED),
        SegmentStarted(Instant(40_000), 3, 20_000),
        SegmentFinished(Instant(60_000), 3, 20_000, Cause.ELAPSED),
        SegmentStarted(Instant(60_000), 4, 10_000),
    ]
    shown = engine.snapshot(Instant(65_000))
    assert (shown.index, shown.elapsed_ms, shown.remaining_ms, shown.session_ms) == (4, 5_000, 5_000, 65_000)


def test_a_press_after_a_long_sleep_is_taken_where_time_has_come_to() -> None:
    engine = started(plan_of(run_s(10), jog_s(20), run_m(400), lead_s=0))
    events = pressed(engine, LAP, 100_000)
    assert events[-3:] == [
        SplitTaken(Instant(100_000), 2, 1, 70_000),
        SegmentFinished(Instant(100_000), 2, 70_000, Cause.LAST_MARK),
        Finished(Instant(100_000)),
    ]


def test_the_deadline_is_the_next_boundary_and_nothing_happens_before_it() -> None:
    engine = started(plan_of(run_s(10), run_m(400), lead_s=0))
    assert engine.deadline == Instant(10_000)
    assert passed(engine, 9_999) == []
    assert len(passed(engine, 10_000)) == 2
    assert engine.deadline is None


def test_no_deadline_runs_while_the_session_is_paused() -> None:
    engine = started(plan_of(run_s(10), lead_s=0))
    pressed(engine, PAUSE, 4_000)
    assert engine.deadline is None
    assert passed(engine, 500_000) == []
    assert engine.snapshot(Instant(500_000)).paused_ms == 496_000
    pressed(engine, RESUME, 500_000)
    assert engine.deadline == Instant(506_000)


def test_an_instant_before_the_last_event_is_a_bug_of_the_shell() -> None:
    engine = started(plan_of(run_s(10), jog_s(10), lead_s=0))
    passed(engine, 12_000)
    with pytest.raises(TimeReversed, match="lap at 9999 ms, but something happened at 10000 ms"):
        engine.send(LAP, Instant(9_999))
    assert pressed(engine, LAP, 10_000) == [PressRefused(Instant(10_000), 1, LAP, Refusal.DEAD_TIME)]


def test_what_was_due_survives_a_command_that_is_refused() -> None:
    engine = started(plan_of(run_s(10), run_s(10), lead_s=0))
    with pytest.raises(IllegalCommand, match="resume means nothing while the session is running"):
        engine.send(RESUME, Instant(12_000))
    assert drained(engine) == [
        SegmentFinished(Instant(10_000), 0, 10_000, Cause.ELAPSED),
        SegmentStarted(Instant(10_000), 1, 10_000),
    ]


@given(plans, presses)
def test_a_session_is_told_in_order_and_every_duration_shown_is_at_least_zero(
    plan: Plan, drawn: list[tuple[Asked, int]]
) -> None:
    engine = Engine(plan)
    for command, ms in timed(drawn):
        try:
            engine.send(command, Instant(ms))
        except IllegalCommand:
            continue
        finally:
            shown = engine.snapshot(Instant(ms))
            for name in ("elapsed_ms", "since_split_ms", "session_ms", "paused_ms"):
                assert getattr(shown, name) >= 0, name
            assert shown.remaining_ms is None or shown.remaining_ms >= 0
            assert shown.next_index <= len(plan.segments)
    instants = [event.at for event in engine.held]
    assert instants == sorted(instants)


@given(plans, presses)
def test_what_comes_next_is_what_happens_if_nobody_presses(plan: Plan, drawn: list[tuple[Asked, int]]) -> None:
    engine = story(plan, timed(drawn), end=timed(drawn)[-1][1])
    drained(engine)
    foreseen = list(engine.upcoming())
    if engine.state is not State.RUNNING:
        assert foreseen == []
        return
    engine.advance_to(Instant(10 * AN_HOUR))
    begun = [
        (event.index, event.at, event.duration_ms) for event in drained(engine) if isinstance(event, SegmentStarted)
    ]
    assert [(segment.index, began, ms) for segment, began, ms in foreseen[1:]] == begun


# One key -----------------------------------------------------------------------------------------------------------


def test_the_last_mark_ends_the_segment() -> None:
    engine = started(plan_of(mile_race(), cool_down(60), lead_s=0))
    for number, ms in enumerate((80_000, 161_000, 241_000), 1):
        assert pressed(engine, LAP, ms) == [SplitTaken(Instant(ms), 0, number, ms)]
    assert pressed(engine, LAP, 320_000) == [
        SplitTaken(Instant(320_000), 0, 4, 320_000),
        SegmentFinished(Instant(320_000), 0, 320_000, Cause.LAST_MARK),
        SegmentStarted(Instant(320_000), 1, 60_000),
    ]


@pytest.mark.parametrize("metres", [60, 200, 400])
def test_a_rep_of_one_lap_or_less_ends_at_the_first_press(metres: int) -> None:
    engine = started(plan_of(run_m(metres), jog_s(60), lead_s=0))
    events = pressed(engine, LAP, 35_000)
    assert [type(event) for event in events] == [SplitTaken, SegmentFinished, SegmentStarted]


def test_lap_in_a_timed_step_records_a_split_and_ends_nothing() -> None:
    engine = started(plan_of(run_s(300), lead_s=0))
    for ms in (80_000, 160_000, 240_000):
        assert pressed(engine, LAP, ms) == [SplitTaken(Instant(ms), 0, None, ms)]
    assert passed(engine, 299_999) == []
    assert engine.snapshot(Instant(250_000)).since_split_ms == 10_000


def test_time_since_the_last_split_begins_anew_with_each_segment() -> None:
    engine = started(plan_of(run_m(800), jog_s(60), lead_s=0))
    pressed(engine, LAP, 80_000)
    assert engine.snapshot(Instant(90_000)).since_split_ms == 10_000
    pressed(engine, LAP, 160_000)
    assert engine.snapshot(Instant(165_000)).since_split_ms == 5_000


def test_lap_ends_an_open_segment_and_records_no_split() -> None:
    engine = started(plan_of(squats(), FULL, run_m(200), lead_s=0))
    assert pressed(engine, LAP, 20_000) == [
        SegmentFinished(Instant(20_000), 0, 20_000, Cause.LAP),
        SegmentStarted(Instant(20_000), 1, None),
    ]
    assert pressed(engine, LAP, 90_000) == [
        SegmentFinished(Instant(90_000), 1, 70_000, Cause.LAP),
        SegmentStarted(Instant(90_000), 2, None),
    ]


def test_ending_an_open_recovery_starts_the_count_to_the_rep() -> None:
    engine = started(plan_of(times(2, run_m(200), rest=FULL), lead_s=10))
    passed(engine, 10_000)
    pressed(engine, LAP, 45_000)
    pressed(engine, LAP, 165_000)
    assert passed(engine, 175_000) == [
        SegmentFinished(Instant(175_000), 3, 10_000, Cause.ELAPSED),
        SegmentStarted(Instant(175_000), 4, None),
    ]


@pytest.mark.parametrize("after", [0, 1, DEAD_TIME_MS - 1])
def test_a_press_meant_for_the_rep_that_ended_does_not_eat_the_next(after: int) -> None:
    engine = started(plan_of(run_s(30), run_m(200), jog_s(30), lead_s=0))
    ms = 30_000 + after
    assert pressed(engine, LAP, ms)[-1] == PressRefused(Instant(ms), 1, LAP, Refusal.DEAD_TIME)
    assert pressed(engine, SKIP, ms)[-1] == PressRefused(Instant(ms), 1, SKIP, Refusal.DEAD_TIME)
    assert engine.snapshot(Instant(ms)).index == 1


def test_a_press_after_the_dead_time_counts() -> None:
    engine = started(plan_of(run_s(30), run_m(200), jog_s(30), lead_s=0))
    ms = 30_000 + DEAD_TIME_MS
    assert pressed(engine, LAP, ms)[2:4] == [
        SplitTaken(Instant(ms), 1, 1, DEAD_TIME_MS),
        SegmentFinished(Instant(ms), 1, DEAD_TIME_MS, Cause.LAST_MARK),
    ]


def test_a_double_tap_records_one_lap() -> None:
    engine = started(plan_of(run_m(800), lead_s=0))
    pressed(engine, LAP, 80_000)
    assert pressed(engine, LAP, 80_200) == [PressRefused(Instant(80_200), 0, LAP, Refusal.DEAD_TIME)]
    assert engine.n_splits == 1


def test_a_double_tap_at_the_last_mark_leaves_the_open_recovery_alone() -> None:
    engine = started(plan_of(times(2, run_m(200), rest=FULL), lead_s=0))
    pressed(engine, LAP, 35_000)
    pressed(engine, LAP, 35_250)
    assert engine.snapshot(Instant(36_000)).index == 1


def test_a_press_during_the_count_does_nothing_and_a_skip_ends_it() -> None:
    engine = started(plan_of(run_m(200), lead_s=5))
    assert pressed(engine, LAP, 2_000) == [PressRefused(Instant(2_000), 0, LAP, Refusal.LEAD_IN)]
    assert pressed(engine, SKIP, 2_500) == [
        SegmentFinished(Instant(2_500), 0, 2_500, Cause.SKIP),
        SegmentStarted(Instant(2_500), 1, None),
    ]


def test_skip_ends_any_segment_and_invents_no_splits() -> None:
    engine = started(plan_of(warm_up(), mile_race(), jog_s(60), squats(), cool_down(), lead_s=5))
    n = len(engine.plan.segments)
    events = [event for k in range(n) for event in pressed(engine, SKIP, 1_000 * (k + 1))]
    ended = [event for event in events if isinstance(event, SegmentFinished)]
    assert [event.index for event in ended] == list(range(n))
    assert {event.cause for event in ended} == {Cause.SKIP}
    assert not any(isinstance(event, SplitTaken) for event in events)
    assert engine.state is State.FINISHED


def test_skips_may_follow_each_other_at_once() -> None:
    engine = started(plan_of(times(3, run_s(30), rest=jog_s(30)), lead_s=0))
    for ms in (10_000, 10_050, 10_100):
        pressed(engine, SKIP, ms)
    assert engine.snapshot(Instant(10_100)).index == 3


def test_back_goes_to_the_start_of_the_segment_before() -> None:
    engine = started(plan_of(run_s(30), jog_s(60), lead_s=0))
    passed(engine, 30_000)
    assert pressed(engine, BACK, 40_000) == [
        SegmentFinished(Instant(40_000), 1, 10_000, Cause.BACK),
        SegmentStarted(Instant(40_000), 0, 30_000),
    ]
    assert pressed(engine, BACK, 50_000)[-1] == SegmentStarted(Instant(50_000), 0, 30_000)


def test_stop_keeps_what_was_run_and_ends_all() -> None:
    engine = started(plan_of(run_m(800), lead_s=0))
    pressed(engine, LAP, 80_000)
    assert pressed(engine, STOP, 100_000) == [
        SegmentFinished(Instant(100_000), 0, 100_000, Cause.STOP),
        Stopped(Instant(100_000)),
    ]
    shown = engine.snapshot(Instant(900_000))
    assert (shown.session_ms, shown.elapsed_ms, shown.since_split_ms) == (100_000, 0, 0)


def test_stopping_a_paused_session_counts_no_pause() -> None:
    engine = started(plan_of(run_s(60), lead_s=0))
    pressed(engine, PAUSE, 20_000)
    assert pressed(engine, STOP, 50_000)[0] == SegmentFinished(Instant(50_000), 0, 20_000, Cause.STOP)
    assert engine.snapshot(Instant(60_000)).session_ms == 20_000


def test_a_send_off_fills_up_the_clock_from_what_the_rep_took() -> None:
    engine = started(plan_of(times(3, run_m(400), rest=recovery(SendOff(120_000))), lead_s=0))
    assert pressed(engine, LAP, 80_000)[-1] == SegmentStarted(Instant(80_000), 1, 40_000)
    passed(engine, 120_000)
    late = pressed(engine, LAP, 250_000)
    assert late[-2:] == [
        SegmentFinished(Instant(250_000), 3, 0, Cause.ELAPSED),
        SegmentStarted(Instant(250_000), 4, None),
    ]


def test_leave_ends_the_block_from_its_lower_end_on() -> None:
    plan = plan_of(times(2, run_s(30), rest=jog_s(60), most=4), cool_down(), lead_s=0)
    engine = started(plan)
    passed(engine, 119_000)
    assert LEAVE not in engine.accepts  # in rep 2, which is still asked for
    passed(engine, 125_000)
    assert engine.snapshot(Instant(125_000)).segment == plan.segments[3]
    events = pressed(engine, LEAVE, 125_000)
    assert events == [
        BlockLeft(Instant(125_000), 3, 7),
        SegmentFinished(Instant(125_000), 3, 5_000, Cause.LEAVE),
        SegmentStarted(Instant(125_000), 7, 600_000),
    ]


def test_leaving_at_a_recovery_that_stands_before_the_next_block_lets_it_run() -> None:
    engine = started(plan_of(times(1, run_s(30), rest=jog_s(60), most=3), run_m(200), lead_s=0))
    events = pressed(engine, LEAVE, 40_000)
    assert events[-1] == BlockLeft(Instant(40_000), 1, 6)
    assert LEAVE not in engine.accepts
    assert engine.snapshot(Instant(40_000)).next_index == 6
    assert passed(engine, 90_000)[-1] == SegmentStarted(Instant(90_000), 6, None)


# Undo --------------------------------------------------------------------------------------------------------------


@given(plans, presses, st.sampled_from([LAP, SKIP, BACK, LEAVE]), st.integers(0, 20_000), st.integers(0, 200_000))
def test_an_undone_press_never_was(
    plan: Plan, drawn: list[tuple[Asked, int]], command: Command, gap: int, wait: int
) -> None:
    at = timed(drawn)
    instant = at[-1][1] + gap
    undone = instant + wait
    engine, never = story(plan, at, end=instant), story(plan, at, end=instant)
    assume(command in engine.accepts)
    engine.send(command, Instant(instant))
    assume(not isinstance(engine.held[-1], PressRefused))
    engine.send(UNDO, Instant(undone))
    never.advance_to(Instant(undone))
    assert engine.held == never.held
    assert engine.accepts == never.accepts
    assert engine.deadline == never.deadline
    assert engine.snapshot(Instant(undone)) == never.snapshot(Instant(undone))


@given(plans, presses)
def test_what_is_told_folds_to_what_holds(plan: Plan, drawn: list[tuple[Asked, int]]) -> None:
    engine = story(plan, timed(drawn))
    told = drained(engine)
    assert holding(told) == engine.held
    instants = [event.at for event in told if isinstance(event, TAKES_BACK)]
    assert instants == sorted(instants)


def test_undo_takes_back_a_lap_and_says_what_it_was() -> None:
    engine = started(plan_of(run_m(800), lead_s=0))
    pressed(engine, LAP, 80_000)
    assert pressed(engine, UNDO, 82_000) == [Undone(Instant(82_000), LAP, Instant(80_000), 2)]
    assert engine.n_splits == 0
    assert pressed(engine, LAP, 82_001) == [SplitTaken(Instant(82_001), 0, 1, 82_001)]


def test_undo_of_the_last_mark_goes_on_with_the_rep() -> None:
    engine = started(plan_of(run_m(400), jog_s(60), lead_s=0))
    pressed(engine, LAP, 70_000)
    pressed(engine, UNDO, 75_000)
    shown = engine.snapshot(Instant(75_000))
    assert (shown.index, shown.elapsed_ms, shown.n_splits) == (0, 75_000, 0)


def test_undo_after_a_skip_tells_the_boundaries_that_were_due_meanwhile() -> None:
    engine = started(plan_of(run_s(30), jog_s(60), run_s(30), lead_s=0))
    pressed(engine, SKIP, 20_000)
    assert pressed(engine, UNDO, 35_000) == [
        Undone(Instant(35_000), SKIP, Instant(20_000), 2),
        SegmentFinished(Instant(30_000), 0, 30_000, Cause.ELAPSED),
        SegmentStarted(Instant(30_000), 1, 60_000),
    ]


def test_undo_reaches_back_over_a_pause_and_over_the_end() -> None:
    engine = started(plan_of(run_m(400), lead_s=0))
    pressed(engine, PAUSE, 10_000)
    pressed(engine, RESUME, 20_000)
    pressed(engine, LAP, 90_000)
    assert engine.snapshot(Instant(90_000)).state is State.FINISHED
    pressed(engine, UNDO, 95_000)
    shown = engine.snapshot(Instant(95_000))
    assert (shown.state, shown.elapsed_ms) == (State.RUNNING, 85_000)


def test_a_pause_after_the_undone_press_stays() -> None:
    engine = started(plan_of(run_m(800), lead_s=0))
    pressed(engine, LAP, 80_000)
    pressed(engine, PAUSE, 90_000)
    pressed(engine, UNDO, 95_000)
    assert engine.state is State.PAUSED
    assert engine.held == [
        Started(Instant(0)),
        SegmentStarted(Instant(0), 0, None),
        Paused(Instant(90_000)),
    ]


def test_undo_goes_back_press_by_press_and_then_means_nothing() -> None:
    engine = started(plan_of(mile_race(), lead_s=0))
    for ms in (80_000, 160_000):
        pressed(engine, LAP, ms)
    pressed(engine, UNDO, 170_000)
    assert engine.n_splits == 1
    pressed(engine, UNDO, 170_000)
    assert engine.n_splits == 0
    assert UNDO not in engine.accepts
    with pytest.raises(IllegalCommand, match="undo means nothing"):
        engine.send(UNDO, Instant(170_000))
