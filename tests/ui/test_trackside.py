"""The whole program on a real display: the README's command, real key presses, a result that the journal bears out."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from app.core.analysis import rep_figures
from app.core.events import Undone
from app.core.session import Session
from app.store.database import Store
from app.ui.outcome import outcome_of
from tests.xwindow import XWindow

pytestmark = pytest.mark.xvfb


def test_eight_by_thirty_seconds_by_real_keys_ends_on_a_result_that_agrees_with_the_journal(tmp_path: Path) -> None:
    words = ["run", "8 x 30s @ 90-95% w/ 60s jog", "--goal", "5:20", "--speed", "20", "--output", "silent"]
    track = XWindow([*words, "--data-dir", str(tmp_path)])
    try:
        track.shown().says("READY")
        track.key("space")
        track.says("WORK rep 1 of 8")
        track.key("space")
        track.key("p")
        track.key("p")
        track.says("RECOVERY rep 1 of 8")
        track.says("WORK rep 2 of 8")
        track.key("space")
        track.key("u")
        track.says("WORK rep 8 of 8")
        title = track.says("8 of 8 reps")
        _on_disk(tmp_path, "finished")
    finally:
        track.close()

    store = Store.open(tmp_path)
    summary = store.sessions()[0]
    stored = store.load(summary.session_id)
    store.close()
    session = Session.from_events(stored.plan, stored.events)
    outcome = outcome_of(stored.plan, session, summary.started_at)
    assert title == f"{outcome.headline}  {outcome.beside.value} – Bell Lap"
    reps = rep_figures(session)
    assert [rep.record.elapsed_ms for rep in reps] == [30_000] * 8
    assert [len(rep.record.splits) for rep in reps] == [1, *[0] * 7]
    assert sum(isinstance(event, Undone) for event in stored.events) == 1
    assert session.finished
    assert session.paused_ms > 0


def test_laps_pressed_on_the_keyboard_are_the_laps_of_the_journal(tmp_path: Path) -> None:
    words = ["run", "2 x 200 in 40 w/ 10s jog", "--speed", "20", "--output", "silent", "--data-dir", str(tmp_path)]
    track = XWindow(words)
    try:
        track.shown().says("READY")
        track.key("space")
        track.says("WORK rep 1 of 2")
        track.key("space")
        track.says("RECOVERY")
        track.says("WORK rep 2 of 2")
        track.key("Return")
        title = track.says("average")
        _on_disk(tmp_path, "finished")
    finally:
        track.close()

    store = Store.open(tmp_path)
    stored = store.load(store.sessions()[0].session_id)
    store.close()
    session = Session.from_events(stored.plan, stored.events)
    outcome = outcome_of(stored.plan, session, "")
    assert title == f"2 × 200 m  {outcome.beside.value} – Bell Lap"


def _on_disk(folder: Path, outcome: str) -> None:
    """Wait until the session's end is in the file, read by a connection of our own."""
    import threading

    waiter = threading.Event()
    for _ in range(400):
        with sqlite3.connect(next(folder.glob("*.sqlite3"))) as connection:
            rows = connection.execute("SELECT outcome FROM sessions").fetchall()
        connection.close()
        if rows == [(outcome,)]:
            return
        waiter.wait(0.05)
    pytest.fail(f"the file says {rows}")
