"""A look at the file from outside: it takes no lock and writes nothing, so that it works while the app has the folder.

Rules of the file: the file may be missing, locked, damaged or of an older shape. Who asks for cue logs then gets none;
who asks for sessions is told why.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from app.core.errors import StoreError
from app.core.lateness import CueRecord
from app.core.tongue import tr
from app.store.database import FILE, NEWEST_FIRST, SessionSummary, StoredSession, cues, summaries, whole


@contextlib.contextmanager
def _looked_at(folder: Path) -> Iterator[sqlite3.Connection]:
    path = folder.absolute() / FILE
    # With nothing written ahead the file is whole as it is. Read as any other it would be given a -wal and a -shm.
    how = "mode=ro" if path.with_name(f"{FILE}-wal").exists() else "mode=ro&immutable=1"
    with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?{how}", uri=True, timeout=1)) as connection:
        yield connection


def recent_cue_logs(folder: Path, n: int = 5) -> list[tuple[SessionSummary, tuple[CueRecord, ...]]]:
    """Return the last sessions that have a cue log, newest first, with it."""
    try:
        with _looked_at(folder) as connection:
            with_log = "WHERE EXISTS (SELECT 1 FROM cues WHERE session_id = sessions.id) ORDER BY id DESC LIMIT ?"
            found = summaries(connection, with_log, (n,))
            return [(summary, log) for summary in found if (log := cues(connection, summary.session_id))]
    except (sqlite3.Error, ValueError, TypeError):
        return []


def newest_sessions(folder: Path) -> Iterator[StoredSession]:
    """Yield the sessions of a data folder whole, newest first, the one under way among them.

    Raises:
        StoreError: the file cannot be read, or a session in it is damaged.
    """
    if not (folder / FILE).exists():
        return
    try:
        with _looked_at(folder) as connection:
            for summary in summaries(connection, NEWEST_FIRST, ()):
                yield whole(connection, summary)
    except (sqlite3.Error, ValueError, TypeError) as error:
        words = tr("{file} cannot be read: {why}; close Bell Lap if it is open on it, and try again")
        why = " ".join(str(error).split())
        raise StoreError(words.format(file=folder / FILE, why=why)) from error
