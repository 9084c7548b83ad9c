"""Numbered steps from one shape of the file to the next; `user_version` says which were taken.

Rules of the file: a step is never changed once it has shipped, only followed by another. Before the first step on
a file that holds something, the file is copied.
"""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from app.core.errors import StoreError
from app.core.tongue import tr

STEPS: tuple[str, ...] = (
    """
    CREATE TABLE sessions (
        id INTEGER PRIMARY KEY,
        started_at TEXT NOT NULL,
        workout TEXT NOT NULL,
        workout_id TEXT NOT NULL,
        plan BLOB NOT NULL,
        outcome TEXT NOT NULL DEFAULT 'running',
        seen_ms INTEGER NOT NULL DEFAULT 0,
        note TEXT NOT NULL DEFAULT '',
        app_version TEXT NOT NULL
    );
    CREATE TABLE events (
        session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        at_ms INTEGER NOT NULL,
        kind TEXT NOT NULL,
        data TEXT NOT NULL,
        PRIMARY KEY (session_id, seq)
    ) WITHOUT ROWID;
    CREATE INDEX sessions_by_workout ON sessions (workout_id, started_at);
    """,
    """
    CREATE TABLE cues (
        session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        planned_ms INTEGER NOT NULL,
        handed_ms INTEGER NOT NULL,
        kind TEXT NOT NULL,
        output TEXT NOT NULL,
        given_up INTEGER NOT NULL,
        PRIMARY KEY (session_id, seq)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE imports (
        session_id INTEGER PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
        digest TEXT NOT NULL UNIQUE,
        file TEXT NOT NULL
    );
    """,
)


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the file to the newest shape; a copy of the old one stays beside it.

    Raises:
        StoreError: a later version of the program made the file.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(STEPS):
        words = tr("{file} was made by a later Bell Lap; start that one, or give another --data-dir")
        raise StoreError(words.format(file=path))
    if 0 < version < len(STEPS):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copy2(path, path.with_suffix(f".before-{len(STEPS)}.sqlite3"))
    for number in range(version, len(STEPS)):
        connection.executescript(f"BEGIN;{STEPS[number]};PRAGMA user_version={number + 1};COMMIT;")
