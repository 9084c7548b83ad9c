"""Adding a session that was run elsewhere: plan and events in one transaction, once.

Rules of the file: a run is told by its digest, which whoever imports it figures; it is kept whole, or not at all.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from app import __version__
from app.core.events import Event
from app.core.plan import Plan
from app.core.units import Instant
from app.store.values import encode, pack, whole_text

IMPORTED = "imported"
"""The outcome of a session that was run elsewhere."""


@dataclass(frozen=True, slots=True)
class ImportedRun:
    """A session that was run elsewhere."""

    plan: Plan
    events: tuple[Event, ...]
    """Instants count from its start."""
    started_at: str
    """ISO 8601 with offset."""
    digest: str
    """The same for the same run, and for no other."""
    file: str
    """The name of the file it came from."""


@dataclass(frozen=True, slots=True)
class Added:
    """Where it is kept."""

    session_id: int
    is_new: bool
    """False where it had been kept before."""


def add(connection: sqlite3.Connection, run: ImportedRun) -> Added:
    """Keep a run, unless it is kept already.

    Raises:
        sqlite3.Error: it cannot be written; nothing of it is.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        found = connection.execute("SELECT session_id FROM imports WHERE digest = ?", (run.digest,)).fetchone()
        session_id = int(found[0]) if found is not None else _insert(connection, run)
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
    return Added(session_id, is_new=found is None)


def _insert(connection: sqlite3.Connection, run: ImportedRun) -> int:
    last_ms = max((event.at.ms for event in run.events), default=0)
    name = whole_text(run.plan.workout.name)
    cursor = connection.execute(
        "INSERT INTO sessions (started_at, workout, workout_id, plan, outcome, seen_ms, app_version)"
        " VALUES (?, ?, '', ?, ?, ?, ?)",
        (run.started_at, name, pack(run.plan), IMPORTED, last_ms, __version__),
    )
    session_id = cursor.lastrowid
    assert session_id is not None
    rows = (
        (session_id, seq, (event.at - Instant(0)), type(event).__name__, encode(event))
        for seq, event in enumerate(run.events)
    )
    connection.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?)", rows)
    connection.execute("INSERT INTO imports VALUES (?, ?, ?)", (session_id, run.digest, whole_text(run.file)))
    return session_id
