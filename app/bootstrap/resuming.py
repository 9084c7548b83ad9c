"""Taking up a session that a crash cut off, or that was left under way."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.core.engine import Engine
from app.core.events import Command
from app.core.plan import Plan
from app.core.session import Session, holding, presses
from app.store.journal import Journal, rebased

if TYPE_CHECKING:
    from app.bootstrap.run import Run
    from app.clock import Clock
    from app.store.database import Store


def resumed(
    store: Store, session_id: int, clock: Clock, make_run: Callable[[Plan, str, Journal, Engine, Session], Run]
) -> Run:
    """Take up a session, paused where it was last known to be; the time since then is a pause.

    Args:
        store: has it.
        session_id: of the session.
        clock: the one clock.
        make_run: makes a run of a plan, its workout's id, its journal, its engine and its fold so far.
    """
    stored = store.load(session_id)
    begun = datetime.datetime.fromisoformat(stored.summary.started_at)
    since_ms = int((datetime.datetime.now().astimezone() - begun).total_seconds() * 1000)
    last_ms = max([stored.summary.seen_ms, *(event.at.ms for event in stored.events)])
    origin = clock.now() - max(since_ms, last_ms)  # a wall clock set back makes the pause 0, not negative
    events = [rebased(event, origin.ms) for event in stored.events]
    engine = Engine.replayed(stored.plan, list(presses(holding(events))))
    engine.advance_to(origin + last_ms)
    while engine.next_event() is not None:
        pass
    journal = store.resume(session_id, origin)
    session = Session.from_events(stored.plan, events)
    n_after = len(engine.held) - len(session.held)
    for event in engine.held[len(session.held) :]:  # boundaries that fell after the last commit
        session.feed(event)
        journal.append(event)
    run = make_run(stored.plan, stored.summary.workout_id, journal, engine, session)
    run.go_on(journal, store.cue_log(session_id))
    run.started_at = stored.summary.started_at
    run.n_events = len(events) + n_after
    if Command.PAUSE in engine.accepts:
        run.driver.press(Command.PAUSE, origin + last_ms)
    run.settle()  # its end may have fallen just before the crash
    return run
