"""The cue log: kept with its session, written along with it, and never at the cost of an event."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from app.core.lateness import CueRecord
from app.core.units import Instant
from app.store import journal as journal_module
from app.store import migrations
from app.store.database import FILE, Store, connect
from app.store.journal import Journal
from app.store.looking import recent_cue_logs
from tests.store.child import BEGUN, begin, long_plan, story

PLAN = long_plan(2)
STORY = story(PLAN)


def cues(first: int, n: int) -> tuple[CueRecord, ...]:
    """Return cues of which no two are alike."""
    return tuple(
        CueRecord(1000 * number, 1000 * number + 3, "pip", "simpleaudio", number % 7 == 0)
        for number in range(first, first + n)
    )


def until(holds: Callable[[], bool]) -> None:
    """Wait for the journal's thread, for a bounded time."""
    turn, patience = threading.Event(), monotonic() + 60
    while not holds():
        assert monotonic() < patience, "it never came to be"
        turn.wait(0.0005)


def hear(journal: Journal, log: Iterable[CueRecord]) -> None:
    for record in log:
        journal.heard(record)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let cues wait for ever for something to be written with."""
    monkeypatch.setattr(journal_module, "CUES_EVERY_S", 1e6)


def ran(store: Store, log: Iterable[CueRecord]) -> int:
    """Run a session with these cues; return its number."""
    journal = begin(store, PLAN)
    for event in STORY:
        journal.append(event)
    hear(journal, log)
    journal.end("finished")
    journal.close()
    assert journal.session_id is not None
    return journal.session_id


# Kept ----------------------------------------------------------------------------------------------------------------


def test_a_cue_log_is_kept_with_its_session(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    numbers = [ran(store, cues(first, 40)) for first in (0, 100)]
    for _ in range(2):
        assert [store.cue_log(number) for number in numbers] == [cues(0, 40), cues(100, 40)]
        assert [store.load(number).events for number in numbers] == [tuple(STORY)] * 2
        store.close()
        store = Store.open(tmp_path)
    assert store.cue_log(99) == ()
    store.close()


def test_a_session_taken_up_again_goes_on_behind_the_cues_that_are_there(store: Store) -> None:
    number = ran(store, cues(0, 30))
    for first in (30, 60):
        journal = store.resume(number, Instant(0))
        hear(journal, cues(first, 30))
        journal.close()
        assert journal.n_saved == len(STORY)
    assert store.cue_log(number) == cues(0, 90)


def test_a_cue_log_goes_with_its_session(store: Store) -> None:
    gone, kept = ran(store, cues(0, 30)), ran(store, cues(0, 20))
    store._write("DELETE FROM sessions WHERE id = ?", (gone,))
    assert (store.cue_log(gone), store.cue_log(kept)) == ((), cues(0, 20))
    assert store._read(lambda c: c.execute("SELECT count(*) FROM cues").fetchone()) == (20,)


@pytest.mark.usefixtures("patient")
def test_a_cue_log_has_a_bound_over_all_the_times_a_session_is_taken_up(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_module, "CUE_LOG", 50)
    number = ran(store, cues(0, 40))
    journal = store.resume(number, Instant(0))
    hear(journal, cues(40, 200))
    journal.close()
    assert store.cue_log(number) == cues(0, 50)


def test_a_file_from_before_there_were_cue_logs_gets_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as before:
        before.setattr(migrations, "STEPS", migrations.STEPS[:1])
        store = Store.open(tmp_path)
        old = ran(store, ())
        store.close()
    assert recent_cue_logs(tmp_path) == []
    store = Store.open(tmp_path)
    assert store.load(old).events == tuple(STORY)
    assert store.cue_log(old) == ()
    assert store.cue_log(ran(store, cues(0, 5))) == cues(0, 5)
    store.close()
    (copy,) = tmp_path.glob("*.before-*.sqlite3")
    kept = sqlite3.connect(copy)
    assert kept.execute("PRAGMA user_version").fetchone() == (1,)
    assert kept.execute("SELECT count(*) FROM events").fetchone() == (len(STORY),)
    kept.close()


# Written along -------------------------------------------------------------------------------------------------------


class Watched(sqlite3.Connection):
    """A connection that counts, and that fails where a test says so."""

    commits = 0
    fails_at = ""

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
        self._may(statement)
        Watched.commits += statement == "COMMIT"
        return super().execute(statement, *values)

    def executemany(self, statement: str, *values: Any) -> sqlite3.Cursor:
        cursor = super().executemany(statement, *values)
        self._may(statement)  # when it is half done
        return cursor

    def _may(self, statement: str) -> None:
        if Watched.fails_at and statement.startswith(Watched.fails_at):
            raise sqlite3.OperationalError("disk I/O error")


@pytest.fixture
def watched(store: Store, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Journal]:
    """Begin a session on a watched connection."""
    monkeypatch.setattr(Watched, "commits", 0)
    monkeypatch.setattr(Watched, "fails_at", "")

    def connecting() -> sqlite3.Connection:
        return sqlite3.connect(store.path, isolation_level=None, factory=Watched, check_same_thread=False)

    return lambda: Journal(connecting, Instant(0), new=(BEGUN, "drawn", "drawn", PLAN, "0"))


@pytest.mark.usefixtures("patient")
def test_a_thousand_cues_cost_the_disk_no_more_than_the_event_they_go_with(
    store: Store, watched: Callable[[], Journal]
) -> None:
    journal = watched()
    journal.append(STORY[0])
    until(lambda: journal.n_saved == 1)
    hear(journal, cues(0, 1000))
    until(journal._queue.empty)
    assert (Watched.commits, store.cue_log(1)) == (1, ())
    journal.append(STORY[1])
    until(lambda: journal.n_saved == 2)
    assert Watched.commits == 2
    assert store.cue_log(1) == cues(0, 1000)
    journal.close()
    assert store.cue_log(1) == cues(0, 1000)
    assert Watched.commits == 3


@pytest.mark.parametrize("word", [lambda j: j.seen(Instant(9000)), lambda j: j.end("finished"), lambda j: j.close()])
@pytest.mark.usefixtures("patient")
def test_whatever_is_written_next_takes_the_cues_along(store: Store, word: Callable[[Journal], None]) -> None:
    journal = begin(store, PLAN)
    journal.append(STORY[0])
    hear(journal, cues(0, 9))
    word(journal)
    until(lambda: store.cue_log(1) == cues(0, 9))
    journal.close()
    assert store.cue_log(1) == cues(0, 9)


def test_cues_with_which_nothing_else_comes_are_written_after_a_while(
    store: Store, monkeypatch: pytest.MonkeyPatch, watched: Callable[[], Journal]
) -> None:
    monkeypatch.setattr(journal_module, "CUES_EVERY_S", 0.2)
    journal = watched()
    journal.append(STORY[0])
    until(lambda: journal.n_saved == 1)
    hear(journal, cues(0, 300))
    until(lambda: len(store.cue_log(1)) == 300)
    assert Watched.commits <= 4, "together, not each on its own"
    assert journal.n_saved == 1, "a cue is no event"
    journal.close()


def test_who_hears_a_cue_never_waits_for_the_disk(store: Store) -> None:
    opening, gate = threading.Event(), threading.Event()

    def connecting() -> sqlite3.Connection:
        opening.set()
        assert gate.wait(60)
        return connect(store.path)

    journal = Journal(connecting, Instant(0), new=(BEGUN, "drawn", "drawn", PLAN, "0"))
    journal.append(STORY[0])
    assert opening.wait(60)  # from here on the disk hangs
    hear(journal, cues(0, 500))
    gate.set()
    journal.close()
    assert store.cue_log(1) == cues(0, 500)


# What fails ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("statement", ["BEGIN", "INSERT INTO events", "COMMIT"])
def test_after_a_failure_and_a_retry_no_cue_is_lost_or_doubled(
    store: Store, watched: Callable[[], Journal], statement: str
) -> None:
    journal = watched()
    journal.append(*STORY[:3])
    hear(journal, cues(0, 20))
    until(lambda: journal.n_saved == 3)
    Watched.fails_at = statement
    hear(journal, cues(20, 20))
    journal.append(*STORY[3:])
    until(lambda: journal.failure != "")
    hear(journal, cues(40, 20))
    journal.retry()
    until(journal._queue.empty)
    assert journal.n_saved == 3
    Watched.fails_at = ""
    journal.retry()
    until(lambda: journal.failure == "")
    journal.close()
    assert journal.n_saved == len(STORY)
    assert store.load(1).events == tuple(STORY)
    assert store.cue_log(1) == cues(0, 60)


@pytest.mark.usefixtures("patient")
def test_where_the_cue_log_fails_every_event_is_saved_and_the_cues_follow_later(
    store: Store, watched: Callable[[], Journal]
) -> None:
    Watched.fails_at = "INSERT INTO cues"
    journal = watched()
    hear(journal, cues(0, 20))
    for number, event in enumerate(STORY, start=1):
        journal.append(event)
        until(lambda number=number: journal.n_saved == number)  # type: ignore[misc]  # bound at once
    assert journal.failure == ""
    assert store.load(1).events == tuple(STORY)
    assert store.cue_log(1) == ()
    Watched.fails_at = ""
    journal.close()
    assert store.cue_log(1) == cues(0, 20)
    assert store.load(1).events == tuple(STORY)


@pytest.mark.usefixtures("patient")
def test_cues_that_cannot_be_written_do_not_grow_without_bound(
    watched: Callable[[], Journal], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_module, "CUE_LOG", 50)
    Watched.fails_at = "INSERT INTO cues"
    journal = watched()
    hear(journal, cues(0, 200))
    journal.append(STORY[0])
    until(lambda: journal.n_saved == 1)  # by then it has them all
    assert len(journal._cues) == 50
    journal.close()


def test_a_cue_that_is_no_cue_costs_no_event_and_is_not_swallowed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda told: raised.append(told.exc_type))
    journal = begin(store, PLAN)
    journal.append(STORY[0])
    journal.heard(CueRecord(0, 2**70, "pip", "simpleaudio"))
    for event in STORY[1:]:
        journal.append(event)
    until(lambda: journal.n_saved == len(STORY))
    hear(journal, cues(0, 3))
    journal.close()
    assert (journal.n_saved, journal.failure) == (len(STORY), "")
    assert store.load(1).events == tuple(STORY)
    assert store.cue_log(1)[-3:] == cues(0, 3)
    assert raised == [OverflowError]


# A look from outside -------------------------------------------------------------------------------------------------


def found_in(folder: Path, n: int = 5) -> list[tuple[int, tuple[CueRecord, ...]]]:
    return [(summary.session_id, log) for summary, log in recent_cue_logs(folder, n)]


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_last_logs_are_read_newest_first_and_sessions_without_one_are_left_out(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    for first in (0, 100, 200):
        ran(store, cues(first, 4))
        ran(store, ())
    store.close()
    before = files_of(tmp_path)
    assert found_in(tmp_path) == [(5, cues(200, 4)), (3, cues(100, 4)), (1, cues(0, 4))]
    assert found_in(tmp_path, 2) == [(5, cues(200, 4)), (3, cues(100, 4))]
    assert files_of(tmp_path) == before, "nothing was written, made or left behind"


def test_the_logs_are_read_while_a_session_is_being_written(store: Store) -> None:
    ran(store, cues(0, 4))
    journal = begin(store, PLAN)
    journal.append(STORY[0])
    hear(journal, cues(100, 4))
    until(lambda: store.cue_log(2) != ())
    writing = connect(store.path)
    writing.execute("BEGIN IMMEDIATE")
    assert found_in(store.folder) == [(2, cues(100, 4)), (1, cues(0, 4))]
    writing.execute("ROLLBACK")
    writing.close()
    journal.append(STORY[1])  # nobody was kept from anything
    journal.close()
    assert (journal.n_saved, journal.failure) == (2, "")


def test_a_folder_without_a_file_has_no_logs_and_gets_none(tmp_path: Path) -> None:
    assert recent_cue_logs(tmp_path / "missing") == []
    assert recent_cue_logs(tmp_path) == []
    (tmp_path / "no-folder").write_text("", "utf-8")
    assert recent_cue_logs(tmp_path / "no-folder") == []
    assert [path.name for path in tmp_path.iterdir()] == ["no-folder"]


def test_a_file_that_somebody_has_for_himself_has_no_logs(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    ran(store, cues(0, 4))
    jealous = sqlite3.connect(store.path, isolation_level=None)
    jealous.execute("PRAGMA locking_mode=EXCLUSIVE")
    jealous.execute("BEGIN EXCLUSIVE")
    assert recent_cue_logs(tmp_path) == []
    jealous.execute("ROLLBACK")
    jealous.close()
    assert found_in(tmp_path) == [(1, cues(0, 4))]
    store.close()


def test_a_damaged_file_has_no_logs_and_raises_nothing(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    ran(store, cues(0, 2000))
    store.close()
    whole = (tmp_path / FILE).read_bytes()
    for at in range(0, len(whole), 1024):
        (tmp_path / FILE).write_bytes(whole[:at] + b"\xa5" * 512 + whole[at + 512 :])
        for _summary, log in recent_cue_logs(tmp_path):
            assert all(isinstance(record, CueRecord) for record in log)
    (tmp_path / FILE).write_bytes(b"this is no database" * 400)
    assert recent_cue_logs(tmp_path) == []
