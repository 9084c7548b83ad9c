"""The file itself: opened, locked, read. Writing a running session is the journal's (`journal.py`)."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from filelock import FileLock, Timeout

from app import __version__
from app.core.errors import StoreError
from app.core.events import Event
from app.core.lateness import CueRecord
from app.core.plan import Plan
from app.core.tongue import tr
from app.core.units import Instant
from app.store.importing import Added, ImportedRun, add
from app.store.journal import Journal
from app.store.migrations import migrate
from app.store.values import decode, unpack

T = TypeVar("T")

FILE = "bell-lap.sqlite3"
LOCK = "bell-lap.lock"
RUNNING, FINISHED, STOPPED, KEPT = "running", "finished", "stopped", "kept"
NEWEST_FIRST = "ORDER BY coalesce(julianday(started_at), 1e9) DESC, id DESC"
"""By when they were run: a run that was imported may be older than what was run here before."""


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """A session as lists show it."""

    session_id: int
    workout: str
    workout_id: str
    started_at: str
    """ISO 8601 with offset, by the wall clock."""
    outcome: str
    seen_ms: int
    """How far the session is known to have come, since its start."""
    note: str


@dataclass(frozen=True, slots=True)
class StoredSession:
    """A session whole; instants count from its start."""

    summary: SessionSummary
    plan: Plan
    events: tuple[Event, ...]


def connect(path: Path) -> sqlite3.Connection:
    """Open the file so that what is committed survives a power cut.

    Raises:
        sqlite3.Error: the file is damaged or cannot be opened.
    """
    connection = sqlite3.connect(path, isolation_level=None, timeout=5, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


class Store:
    """The data folder, held by this process alone."""

    def __init__(self, folder: Path, lock: FileLock) -> None:
        self.folder = folder
        self.path = folder / FILE
        self._lock = lock
        self._journals: list[Journal] = []

    @classmethod
    def open(cls, folder: Path) -> Store:
        """Take the folder and bring its file up to date.

        Raises:
            StoreError: another process has it, it cannot be written, or its file is damaged.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock = FileLock(folder / LOCK, thread_local=False)  # taken in the background, let go by the window
            lock.acquire(timeout=0)
        except Timeout:
            words = tr("Bell Lap is already open on {folder}; close it there, or give another folder with --data-dir")
            raise StoreError(words.format(folder=folder)) from None
        except OSError as error:
            words = tr("{folder} cannot be written ({why}); give another with --data-dir")
            raise StoreError(words.format(folder=folder, why=error.strerror)) from None
        store = cls(folder, lock)
        try:
            with contextlib.closing(connect(store.path)) as connection:
                (sound,) = connection.execute("PRAGMA quick_check(1)").fetchone()
                if sound != "ok":
                    raise sqlite3.DatabaseError(sound)
                migrate(connection, store.path)
        except sqlite3.Error as error:
            lock.release()
            raise _said(error, store.path) from error
        except StoreError:
            lock.release()
            raise
        return store

    def begin(self, plan: Plan, workout_id: str, started_at: str, origin: Instant) -> Journal:
        """Open the journal of a new session; returns at once, its thread does the writing.

        Args:
            plan: what is run.
            workout_id: of its file, empty for a typed text.
            started_at: the wall clock, ISO 8601 with offset.
            origin: the instant of the START press.
        """
        row = (started_at, plan.workout.name, workout_id, plan, __version__)
        return self._journal(Journal(lambda: connect(self.path), origin, new=row))

    def resume(self, session_id: int, origin: Instant) -> Journal:
        """Open the journal of a session that was cut off, to write on where it ends."""
        n_events = len(self.load(session_id).events)
        return self._journal(Journal(lambda: connect(self.path), origin, session_id=session_id, n_events=n_events))

    def add_imported(self, run: ImportedRun) -> Added:
        """Keep a session that was run elsewhere, whole and at once; one that is kept already is left as it is.

        Raises:
            StoreError: the file cannot be written.
        """
        with self._connected() as connection:
            return add(connection, run)

    def sessions(self, limit: int = 1000, workout_id: str | None = None) -> tuple[SessionSummary, ...]:
        """Return sessions, newest first; of one workout where its id is given.

        Raises:
            StoreError: the file cannot be read.
        """
        which = f"WHERE workout_id = coalesce(?, workout_id) {NEWEST_FIRST} LIMIT ?"
        return self._read(lambda connection: summaries(connection, which, (workout_id, limit)))

    def unfinished(self) -> SessionSummary | None:
        """Return the newest session that neither ended nor was kept, if there is one that is not being run."""
        mine = {journal.session_id for journal in self._journals if not journal.is_closed}
        found = self._read(
            lambda connection: summaries(connection, "WHERE outcome = ? ORDER BY id DESC LIMIT 20", (RUNNING,))
        )
        return next((summary for summary in found if summary.session_id not in mine), None)

    def last_runs(self) -> dict[str, str]:
        """Return when each workout was last run, by its id, as ISO 8601."""
        rows = self._read(
            lambda connection: connection.execute(
                "SELECT workout_id, max(started_at) FROM sessions WHERE workout_id != '' GROUP BY workout_id"
            ).fetchall()
        )
        return dict(rows)

    def load(self, session_id: int) -> StoredSession:
        """Return a session whole.

        Raises:
            StoreError: there is none, or it is damaged.
        """

        def read(connection: sqlite3.Connection) -> StoredSession:
            found = summaries(connection, "WHERE id = ?", (session_id,))
            if not found:
                raise StoreError(tr("there is no session {number}; see the history").format(number=session_id))
            return whole(connection, found[0])

        return self._read(read)

    def cue_log(self, session_id: int) -> tuple[CueRecord, ...]:
        """Return a session's cue log, in the order in which the device got its cues; empty where there is none.

        Raises:
            StoreError: the file cannot be read.
        """
        return self._read(lambda connection: cues(connection, session_id))

    def set_outcome(self, session_id: int, outcome: str) -> None:
        """Set how a session ended: `kept` for one that was cut off and is not to be offered again."""
        self._write("UPDATE sessions SET outcome = ? WHERE id = ?", (outcome, session_id))

    def set_note(self, session_id: int, note: str) -> None:
        """Set the athlete's note on a session."""
        self._write("UPDATE sessions SET note = ? WHERE id = ?", (note, session_id))

    def close(self) -> None:
        """Close what is open and let the folder go."""
        for journal in self._journals:
            journal.close()
        self._lock.release()

    def _journal(self, journal: Journal) -> Journal:
        self._journals = [open_one for open_one in self._journals if not open_one.is_closed]
        self._journals.append(journal)
        return journal

    def _read(self, read: Callable[[sqlite3.Connection], T]) -> T:
        with self._connected() as connection:
            return read(connection)

    def _write(self, statement: str, values: tuple[object, ...]) -> None:
        with self._connected() as connection:
            connection.execute(statement, values)

    @contextlib.contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        try:
            with contextlib.closing(connect(self.path)) as connection:
                yield connection
        except sqlite3.Error as error:
            raise _said(error, self.path) from error


def summaries(connection: sqlite3.Connection, rest: str, values: tuple[object, ...]) -> tuple[SessionSummary, ...]:
    """Return sessions as lists show them.

    Args:
        connection: to the file.
        rest: of the query, such as `ORDER BY id DESC`.
        values: what the question marks in it stand for.
    """
    rows = connection.execute(
        f"SELECT id, workout, workout_id, started_at, outcome, seen_ms, note FROM sessions {rest}",  # noqa: S608 - ours
        values,
    )
    return tuple(SessionSummary(*row) for row in rows)


def whole(connection: sqlite3.Connection, summary: SessionSummary) -> StoredSession:
    """Return the session of a summary, with its plan and its events.

    Raises:
        StoreError: it is damaged.
    """
    (plan,) = connection.execute("SELECT plan FROM sessions WHERE id = ?", (summary.session_id,)).fetchone()
    rows = connection.execute("SELECT data FROM events WHERE session_id = ? ORDER BY seq", (summary.session_id,))
    return StoredSession(summary, unpack(plan), tuple(decode(data) for (data,) in rows))


def cues(connection: sqlite3.Connection, session_id: int) -> tuple[CueRecord, ...]:
    """Return a session's cue log, in the order in which the device got its cues."""
    rows = connection.execute(
        "SELECT planned_ms, handed_ms, kind, output, given_up FROM cues WHERE session_id = ? ORDER BY seq",
        (session_id,),
    )
    return tuple(
        CueRecord(int(planned), int(handed), kind, output, bool(given_up))
        for planned, handed, kind, output, given_up in rows
    )


def _said(error: sqlite3.Error, path: Path) -> StoreError:
    text = " ".join(str(error).split())
    if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
        words = tr("{file} is damaged ({why}); it can be set aside and a new one begun")
        return DamagedStore(words.format(file=path, why=text))
    words = tr("{file} cannot be used: {why}; free or unlock its folder, or give another with --data-dir")
    return StoreError(words.format(file=path, why=text))


class DamagedStore(StoreError):
    """The file is no database any more; `set_aside` makes room for a new one."""

    can_set_aside = True
