"""The session: a fold of events, the same while it runs, from its journal and after a crash."""

from __future__ import annotations

from dataclasses import astuple

from hypothesis import given

from app.core.asked import Asked, Command
from app.core.engine import Engine
from app.core.errors import IllegalCommand
from app.core.events import Cause, Event, SplitTaken, Undone
from app.core.plan import Plan
from app.core.session import Session, holding
from app.core.session import presses as presses_of
from app.core.units import Instant
from tests.drawn import FULL, jog_s, mile_race, plan_of, plans, presses, run_m, run_s, times

START, PAUSE, RESUME, LAP, SKIP, BACK, UNDO, STOP = (
    Command.START,
    Command.PAUSE,
    Command.RESUME,
    Command.LAP,
    Command.SKIP,
    Command.BACK,
    Command.UNDO,
    Command.STOP,
)


def run(plan: Plan, story: list[tuple[Asked, int]]) -> tuple[Engine, list[Event]]:
    """Press at instants; return the engine and its journal."""
    engine = Engine(plan)
    for command, ms in story:
        try:
            engine.send(command, Instant(ms))
        except IllegalCommand:
            continue
    return engine, list(iter(engine.next_event, None))


def timed(drawn: list[tuple[Asked, int]]) -> list[tuple[Asked, int]]:
    at = 0
    story: list[tuple[Asked, int]] = [(START, 0)]
    for command, gap in drawn:
        at += gap
        story.append((command, at))
    return story


def told(session: Session) -> tuple[object, ...]:
    """All that a session remembers, but for places in the journal, which an undo moves."""
    records = [
        (
            record.segment.index,
            record.started_at,
            record.elapsed_ms,
            record.cause,
            record.gone_back,
            [astuple(split)[:4] for split in record.splits],
        )
        for record in session.records
    ]
    ends = (session.started_at, session.ended_at, session.finished, session.paused_ms, session.n_refused)
    return records, ends, list(session.held)


@given(plans, presses)
def test_replaying_the_journal_gives_the_same_session(plan: Plan, drawn: list[tuple[Asked, int]]) -> None:
    story = timed(drawn)
    engine, journal = run(plan, story)
    end = Instant(story[-1][1])
    again = Engine.replayed(plan, list(presses_of(holding(journal))))
    again.advance_to(end)
    engine.advance_to(end)
    assert again.held == engine.held
    assert again.snapshot(end) == engine.snapshot(end)
    assert again.accepts - {UNDO} == engine.accepts - {UNDO}  # what was put right before a crash is settled
    assert told(Session.from_events(plan, again.held)) == told(Session.from_events(plan, engine.held))


@given(plans, presses)
def test_a_journal_with_undone_presses_folds_to_what_holds(plan: Plan, drawn: list[tuple[Asked, int]]) -> None:
    engine, journal = run(plan, timed(drawn))
    assert told(Session.from_events(plan, journal)) == told(Session.from_events(plan, engine.held))


@given(plans, presses)
def test_a_lap_stands_in_the_journal_where_the_session_says(plan: Plan, drawn: list[tuple[Asked, int]]) -> None:
    _, journal = run(plan, timed(drawn))
    session = Session(plan)
    for event in journal:
        session.feed(event)
        for record in session.records:
            for split in record.splits:
                taken = journal[split.position - 1]
                assert isinstance(taken, SplitTaken)
                assert (taken.at, taken.elapsed_ms) == (split.at, split.elapsed_ms)


@given(plans, presses)
def test_running_time_and_pauses_make_up_the_whole(plan: Plan, drawn: list[tuple[Asked, int]]) -> None:
    story = [*timed(drawn), (RESUME, 10_000_000), (STOP, 10_000_000)]
    _, journal = run(plan, story)
    session = Session.from_events(plan, journal)
    assert session.started_at is not None
    assert session.ended_at is not None
    assert session.running_ms + session.paused_ms == session.ended_at - session.started_at


def test_an_acknowledged_lap_stays_acknowledged_when_a_later_press_is_undone() -> None:
    plan = plan_of(mile_race(), lead_s=0)
    _, journal = run(plan, [(START, 0), (LAP, 80_000), (LAP, 160_000), (UNDO, 161_000), (LAP, 162_000)])
    session = Session.from_events(plan, journal)
    assert [(split.elapsed_ms, split.lap_ms, split.position) for split in session.records[0].splits] == [
        (80_000, 80_000, 3),
        (162_000, 82_000, 6),
    ]


def test_a_refused_press_is_kept_as_evidence_and_replayed_as_such() -> None:
    plan = plan_of(run_m(800), lead_s=0)
    engine, journal = run(plan, [(START, 0), (LAP, 100), (LAP, 80_000), (LAP, 80_100)])
    assert Session.from_events(plan, journal).n_refused == 2
    assert Engine.replayed(plan, list(presses_of(journal))).held == engine.held


def test_an_undone_skip_gives_the_rep_back() -> None:
    plan = plan_of(run_m(400), jog_s(60), lead_s=0)
    _, journal = run(plan, [(START, 0), (SKIP, 60_000), (UNDO, 65_000), (LAP, 70_000)])
    assert any(isinstance(event, Undone) for event in journal)
    rep, jog = Session.from_events(plan, journal).records
    assert (rep.cause, rep.elapsed_ms, rep.splits[0].elapsed_ms) == (Cause.LAST_MARK, 70_000, 70_000)
    assert jog.started_at == Instant(70_000)


def test_what_is_run_again_after_back_counts_once() -> None:
    plan = plan_of(times(3, run_m(200), rest=FULL), lead_s=0)
    _, journal = run(plan, [(START, 0), (LAP, 35_000), (LAP, 95_000), (BACK, 100_000), (BACK, 101_000), (LAP, 140_000)])
    session = Session.from_events(plan, journal)
    assert [(record.segment.index, record.gone_back) for record in session.records] == [
        (0, True),
        (1, True),
        (2, True),
        (1, True),
        (0, False),
        (1, False),
    ]
    assert [record.segment.index for record in session.standing] == [0, 1]
    assert session.standing[0].elapsed_ms == 39_000
    assert session.running_ms == 140_000


def test_pauses_are_taken_out_of_laps() -> None:
    plan = plan_of(run_m(800), lead_s=0)
    _, journal = run(plan, [(START, 0), (LAP, 80_000), (PAUSE, 90_000), (RESUME, 100_000), (LAP, 171_000)])
    session = Session.from_events(plan, journal)
    assert [(split.lap_ms, split.at) for split in session.records[0].splits] == [
        (80_000, Instant(80_000)),
        (81_000, Instant(171_000)),
    ]
    assert (session.finished, session.paused_ms, session.running_ms) == (True, 10_000, 161_000)


def test_a_split_in_a_timed_step_has_no_mark() -> None:
    plan = plan_of(run_s(60), lead_s=0)
    _, journal = run(plan, [(START, 0), (LAP, 30_000), (STOP, 40_000)])
    session = Session.from_events(plan, journal)
    assert session.records[0].splits[0].mark is None
    assert (session.finished, session.ended_at) == (False, Instant(40_000))
