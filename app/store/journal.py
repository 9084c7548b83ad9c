"""The journal of one running session: every event on disk as it falls, off the window's thread.

Rules of the file: `append` never blocks and never raises. An event is acknowledged once it is committed; when nothing
can be committed, the events stay in memory, the failure is one sentence, and it can be tried again. The cue log rides
along: it is no event, is never acknowledged, makes no commit of its own while there is another, and fails alone.
"""

from __future__ import annotations

import contextlib
import queue
import sqlite3
import threading
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from time import monotonic
from typing import Any, TypeVar

from app.core.asked import Mend
from app.core.bounds import CUE_LOG
from app.core.events import Event, Mended
from app.core.lateness import CueRecord
from app.core.plan import Plan
from app.core.tongue import tr
from app.core.units import Instant
from app.store.values import encode, pack, whole_text

CLOSE_S = 5.0
"""How long closing waits for the disk; what is not written by then is kept by the next start as far as it came."""
SEEN_EVERY_MS = 2000
"""How often the session's row says how far it has come; a crash costs the clock no more than this."""
CUES_EVERY_S = 2.0
"""How long a line of the cue log waits for a commit to ride along with, at most."""

T = TypeVar("T", bound=Event | Mend)

_END = object()
_RETRY = object()
_DISCARD = object()


class Journal:
    """Takes events, writes them in a thread of its own."""

    def __init__(
        self,
        connect: Callable[[], sqlite3.Connection],
        origin: Instant,
        *,
        new: tuple[str, str, str, Plan, str] | None = None,
        session_id: int | None = None,
        n_events: int = 0,
    ) -> None:
        self.session_id = session_id
        """None until the first commit of a new session."""
        self.failure = ""
        """One sentence while nothing can be saved."""
        self._connect = connect
        self._origin = origin
        self._new = new
        self._first = n_events
        self._committed = n_events
        self._events: list[Event] = []
        self._queue: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._seen_ms = 0
        self._outcome: str | None = None
        self._cues: list[CueRecord] = []
        self._cues_due: float | None = None
        self._fault: Exception | None = None
        self._is_discarded = False
        self._connection: sqlite3.Connection | None = None
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    @property
    def n_saved(self) -> int:
        """Events on disk, counted from the start of the session."""
        return self._committed

    @property
    def is_closed(self) -> bool:
        """Whether its thread has ended."""
        return not self._thread.is_alive()

    def append(self, *events: Event) -> None:
        """Keep events in one transaction; returns at once."""
        self._queue.put(list(events))

    def seen(self, at: Instant) -> None:
        """Say that the session has come this far; cheap, written every 2 s at most."""
        ms = at - self._origin
        if ms - self._seen_ms >= SEEN_EVERY_MS:
            self._seen_ms = ms
            self._queue.put(ms)

    def heard(self, record: CueRecord) -> None:
        """Keep a line of the cue log, from any thread; returns at once, written with what is written next."""
        self._queue.put(record)

    def end(self, outcome: str) -> None:
        """Say how the session ended; taken back by an empty outcome when the end is undone."""
        self._queue.put(("outcome", outcome or "running"))

    def retry(self) -> None:
        """Try once more after a failure; returns at once, `failure` tells the outcome."""
        self._queue.put(_RETRY)

    def discard(self) -> None:
        """Take the whole session out of the file again, also what is on its way there; returns at once.

        All of it goes in one transaction, or none; once `close` has returned, `failure` tells which. Nothing is taken
        from then on.
        """
        self._is_discarded = True
        self._queue.put(_DISCARD)

    def close(self) -> None:
        """Write what is left and let the file go; waits for the disk, but not for ever."""
        if self._thread.is_alive():
            self._queue.put(_END)
            self._thread.join(CLOSE_S)

    # The thread ------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        ended = False
        seen: int | None = None
        while not ended:
            things = self._come()
            for thing in things:
                if thing is _END:
                    ended = True
                elif isinstance(thing, int):
                    seen = thing
                elif isinstance(thing, tuple):
                    self._outcome = thing[1]
                elif isinstance(thing, list):
                    self._events += thing
                elif isinstance(thing, CueRecord):
                    self._hold(thing)
            if self._is_discarded:
                ended = ended or _DISCARD in things
                if ended:
                    self._remove()
                continue
            is_due = self._cues_due is not None and monotonic() >= self._cues_due
            if is_due or not all(isinstance(thing, CueRecord) for thing in things):
                self._write(seen)
        if self._connection is not None:
            self._connection.close()
        if self._fault is not None:
            raise self._fault

    def _come(self) -> list[Any]:
        """Wait until there is something to do; nothing comes when the cue log has waited long enough."""
        things = []
        wait_s = None if self._cues_due is None else max(0.0, self._cues_due - monotonic())
        with contextlib.suppress(queue.Empty):
            things.append(self._queue.get(timeout=wait_s))
            while True:
                things.append(self._queue.get_nowait())
        return things

    def _hold(self, record: CueRecord) -> None:
        if len(self._cues) < CUE_LOG:
            self._cues.append(record)
        if self._cues_due is None:
            self._cues_due = monotonic() + CUES_EVERY_S

    def _write(self, seen_ms: int | None) -> None:
        """Commit all that is not on disk, in one transaction."""
        self._cues_due = None  # lines that fail wait for the next thing to do: a dead disk is not tried for ever
        try:
            if not (self._cues and self._commit_all(seen_ms)):
                self._commit(seen_ms)
        except Exception as error:
            self.failure = _sentence(error)
            self._let_go()
            if not isinstance(error, (sqlite3.Error, OSError)):
                raise  # a bug of ours: said on the page, and never swallowed

    def _commit_all(self, seen_ms: int | None) -> bool:
        """Commit the events and the cue log together; False where that fails: the events are then tried alone."""
        try:
            self._commit(seen_ms, self._cues)
        except Exception as error:  # noqa: BLE001 - what is wrong with the events is found again without the log
            self._let_go()
            if not isinstance(error, (sqlite3.Error, OSError)):
                self._cues, self._fault = [], error  # a bug of ours: raised at the end, when it costs no event
            return False
        self._cues = []
        return True

    def _commit(self, seen_ms: int | None, cues: Sequence[CueRecord] = ()) -> None:
        done = self._committed - self._first
        waiting = self._events[done:]
        if self._connection is None:
            self._connection = self._connect()
        connection = self._connection
        connection.execute("BEGIN IMMEDIATE")
        session_id = self.session_id if self.session_id is not None else self._begin(connection)
        rows = [
            (session_id, self._committed + number, (event.at - self._origin), type(event).__name__, self._text(event))
            for number, event in enumerate(waiting)
        ]
        connection.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?)", rows)
        last_ms = max([seen_ms or 0, *(row[2] for row in rows)])
        connection.execute("UPDATE sessions SET seen_ms = max(seen_ms, ?) WHERE id = ?", (last_ms, session_id))
        if self._outcome is not None:
            connection.execute("UPDATE sessions SET outcome = ? WHERE id = ?", (self._outcome, session_id))
        if cues:
            _log(connection, session_id, cues)
        connection.execute("COMMIT")
        self.session_id = session_id
        self._outcome = None
        self._committed += len(rows)
        self.failure = ""

    def _begin(self, connection: sqlite3.Connection) -> int:
        assert self._new is not None
        started_at, workout, workout_id, plan, version = self._new
        cursor = connection.execute(
            "INSERT INTO sessions (started_at, workout, workout_id, plan, app_version) VALUES (?, ?, ?, ?, ?)",
            (started_at, whole_text(workout), whole_text(workout_id), pack(plan), version),
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def _text(self, event: Event) -> str:
        return encode(rebased(event, -self._origin.ms))

    def _remove(self) -> None:
        """Delete the session with its events and its cue log, if any of it was ever committed."""
        self.failure = ""
        if self.session_id is None:
            return
        try:
            if self._connection is None:
                self._connection = self._connect()
            self._connection.execute("DELETE FROM sessions WHERE id = ?", (self.session_id,))  # the rest cascades
        except (sqlite3.Error, OSError) as error:
            self.failure = _sentence(error)
            self._let_go()

    def _let_go(self) -> None:
        """Close a connection that failed; a new one is made at the next try."""
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None


def rebased(event: Event, ms: int) -> Event:
    """Return the event with every instant moved: stored ones count from the session's start."""
    if isinstance(event, Mended):
        event = replace(event, mend=_moved(event.mend, ms))
    return _moved(event, ms)


def _moved(value: T, ms: int) -> T:
    given: dict[str, Any] = {field.name: getattr(value, field.name) for field in fields(value)}
    moved: dict[str, Any] = {name: was + ms for name, was in given.items() if isinstance(was, Instant)}
    return replace(value, **moved)


def _log(connection: sqlite3.Connection, session_id: int, cues: Sequence[CueRecord]) -> None:
    """Write lines of the cue log behind those that are there, as far as the bound goes."""
    (first,) = connection.execute(
        "SELECT coalesce(max(seq) + 1, 0) FROM cues WHERE session_id = ?", (session_id,)
    ).fetchone()
    rows = [
        (
            session_id,
            seq,
            cue.planned_ms,
            cue.handed_ms,
            whole_text(cue.kind),
            whole_text(cue.output),
            int(cue.given_up),
        )
        for seq, cue in zip(range(first, CUE_LOG), cues, strict=False)
    ]
    connection.executemany("INSERT INTO cues VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


def _sentence(error: Exception) -> str:
    text = str(error)
    if "full" in text:
        return tr("The disk is full: the session goes on in memory; free some space and save again.")
    if "readonly" in text or "read-only" in text or "unable to open" in text:
        return tr("The data folder cannot be written: the session goes on in memory; unlock it and save again.")
    if "malformed" in text or "not a database" in text:
        return tr("The data file is damaged: the session goes on in memory.")
    words = tr("Saving failed ({why}): the session goes on in memory; save again when it is mended.")
    return words.format(why=text)
