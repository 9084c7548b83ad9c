"""The journal: appended at once, committed by a thread of its own, acknowledged after and never before."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from app.core.asked import MENDS, Command, Delete, Insert, Mend, Move, Relabel, Restore
from app.core.events import Finished, Mended, Started, Undone
from app.core.lateness import CueRecord
from app.core.units import Instant
from app.store.database import Store, connect
from app.store.journal import Journal, rebased
from tests.store.child import BEGUN, long_plan, story, wait_until

PLAN = long_plan(4)
STORY = story(PLAN)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "data")
    yield opened
    opened.close()


def journal_by(connecting: Callable[[], sqlite3.Connection], origin_ms: int = 0) -> Journal:
    return Journal(connecting, Instant(origin_ms), new=(BEGUN, "drawn", "drawn", PLAN, "0"))


def on_disk(store: Store) -> int:
    """Count the events that another connection sees."""
    other = sqlite3.connect(store.path)
    try:
        (n,) = other.execute("SELECT count(*) FROM events").fetchone()
    finally:
        other.close()
    return int(n)


def test_what_is_appended_is_on_disk_in_order(store: Store) -> None:
    journal = journal_by(lambda: connect(store.path))
    for event in STORY:
        journal.append(event)
    journal.close()
    assert journal.n_saved == len(STORY)
    assert journal.session_id is not None
    assert store.load(journal.session_id).events == tuple(STORY)
    assert store.load(journal.session_id).plan == PLAN


def test_the_caller_never_waits_for_the_disk(store: Store) -> None:
    opening, gate, threads = threading.Event(), threading.Event(), []

    def connecting() -> sqlite3.Connection:
        threads.append(threading.current_thread())
        opening.set()
        assert gate.wait(60)
        return connect(store.path)

    journal = journal_by(connecting)
    journal.append(STORY[0])
    assert opening.wait(60)  # from here on the disk hangs
    for event in STORY[1:]:
        journal.append(event)
    journal.seen(Instant(10_000))
    journal.retry()
    journal.end("finished")
    assert (journal.n_saved, on_disk(store)) == (0, 0)
    gate.set()
    journal.close()
    assert (journal.n_saved, on_disk(store)) == (len(STORY), len(STORY))
    assert threading.current_thread() not in threads
    assert journal.is_closed


def test_an_event_is_acknowledged_after_it_is_on_disk_and_never_before(store: Store) -> None:
    seen: list[tuple[str, int, int]] = []

    class Watched(sqlite3.Connection):
        def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
            before = (journal.n_saved, on_disk(store))
            cursor = super().execute(statement, *values)
            seen.append((f"before {statement[:6]}", *before))
            seen.append((f"after {statement[:6]}", journal.n_saved, on_disk(store)))
            return cursor

    ready = threading.Event()

    def connecting() -> sqlite3.Connection:
        assert ready.wait(60)
        return sqlite3.connect(store.path, isolation_level=None, factory=Watched, check_same_thread=False)

    journal = journal_by(connecting)
    ready.set()
    for event in STORY:
        journal.append(event)
    journal.close()
    assert journal.n_saved == on_disk(store) == len(STORY)
    assert [row for row in seen if row[1] > row[2]] == [], "acknowledged before it was on disk"
    assert any(what == "after COMMIT" and saved < disk for what, saved, disk in seen), "the moment between was seen"


class Cramped(sqlite3.Connection):
    """A connection on a disk that has no more room."""

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        super().execute("PRAGMA max_page_count = 1")  # SQLite takes the present size where it is larger


def test_a_full_disk_is_said_and_all_is_saved_once_there_is_room(store: Store) -> None:
    disk: dict[str, type[sqlite3.Connection]] = {"now": Cramped}
    failed = threading.Event()

    class Telling(Journal):
        def __setattr__(self, name: str, value: object) -> None:
            super().__setattr__(name, value)
            if name == "failure" and value:
                failed.set()

    def connecting() -> sqlite3.Connection:
        return sqlite3.connect(store.path, isolation_level=None, factory=disk["now"], check_same_thread=False)

    journal = Telling(connecting, Instant(0), new=(BEGUN, "drawn", "drawn", PLAN, "0"))
    many = STORY * 40
    for event in many[:-1]:
        journal.append(event)
    assert failed.wait(60)
    assert journal.failure == "The disk is full: the session goes on in memory; free some space and save again."
    assert journal.n_saved == on_disk(store) < len(many) - 1
    disk["now"] = sqlite3.Connection
    journal.append(many[-1])
    journal.retry()
    journal.close()
    assert (journal.failure, journal.n_saved, on_disk(store)) == ("", len(many), len(many))
    assert journal.session_id is not None
    assert store.load(journal.session_id).events == tuple(many)


def test_an_error_of_our_own_is_said_and_not_swallowed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    raised: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda told: raised.append(told.exc_type))

    def connecting() -> sqlite3.Connection:
        raise RuntimeError("a bug")

    journal = journal_by(connecting)
    journal.append(STORY[0])
    journal.close()
    assert journal.failure == "Saving failed (a bug): the session goes on in memory; save again when it is mended."
    assert raised == [RuntimeError]
    assert on_disk(store) == 0


def test_a_name_that_is_no_text_for_the_disk_does_not_cost_the_session(store: Store) -> None:
    journal = store.begin(PLAN, "caf\udce9", BEGUN, Instant(0))
    journal.append(STORY[0])
    journal.close()
    assert (journal.failure, journal.n_saved) == ("", 1)
    assert store.sessions()[0].workout_id == "caf?"


def test_instants_on_disk_count_from_the_start(store: Store) -> None:
    origin = Instant(777_000)
    journal = journal_by(lambda: connect(store.path), origin.ms)
    for event in STORY:
        journal.append(rebased(event, origin.ms))
    journal.close()
    assert journal.session_id is not None
    assert store.load(journal.session_id).events == tuple(STORY)


def test_every_instant_of_an_undo_is_moved() -> None:
    undone = Undone(Instant(900), Command.LAP, Instant(400), 3)
    assert rebased(undone, 100) == Undone(Instant(1000), Command.LAP, Instant(500), 3)
    assert [field.name for field in fields(Undone) if field.type == "Instant"] == ["at", "pressed_at"]


@pytest.mark.parametrize(
    ("mend", "moved"),
    [
        (Insert(Instant(400), estimated=True), Insert(Instant(500), estimated=True)),
        (Delete(Instant(400)), Delete(Instant(500))),
        (Move(Instant(400), -7), Move(Instant(500), -7)),
        (Relabel(Instant(400), 3), Relabel(Instant(500), 3)),
        (Restore(Instant(400)), Restore(Instant(500))),
    ],
    ids=lambda mend: mend.command.value,
)
def test_every_instant_of_a_mend_is_moved(mend: Mend, moved: Mend) -> None:
    assert rebased(Mended(Instant(900), mend, 3), 100) == Mended(Instant(1000), moved, 3)
    assert isinstance(mend, MENDS)


def test_a_journal_taken_up_again_writes_on_where_it_ended(store: Store) -> None:
    for part in (STORY[:7], STORY[7:]):
        first = store.sessions()
        journal = store.resume(first[0].session_id, Instant(0)) if first else store.begin(PLAN, "d", BEGUN, Instant(0))
        for event in part:
            journal.append(event)
        journal.close()
    assert journal.n_saved == len(STORY)
    assert [summary.session_id for summary in store.sessions()] == [journal.session_id]
    assert store.load(store.sessions()[0].session_id).events == tuple(STORY)


def summary_after(store: Store, *words: Callable[[Journal], None]) -> tuple[str, int]:
    journal = store.begin(PLAN, "drawn", BEGUN, Instant(1000))
    for word in words:
        word(journal)
    journal.close()
    summary = store.sessions()[0]
    return summary.outcome, summary.seen_ms


def test_the_row_of_a_session_says_how_far_it_is_known_to_have_come(store: Store) -> None:
    began: Callable[[Journal], None] = lambda journal: journal.append(Started(Instant(1000)))  # noqa: E731 - one word
    assert summary_after(store, began) == ("running", 0)
    assert summary_after(store, began, lambda journal: journal.seen(Instant(2999))) == ("running", 0), "not yet 2 s"
    assert summary_after(store, began, lambda journal: journal.seen(Instant(3000))) == ("running", 2000)
    assert summary_after(store, began, lambda journal: journal.append(Finished(Instant(9500)))) == ("running", 8500)


def test_an_end_that_is_undone_is_no_end(store: Store) -> None:
    began: Callable[[Journal], None] = lambda journal: journal.append(Started(Instant(1000)))  # noqa: E731 - one word
    assert summary_after(store, began, lambda journal: journal.end("finished")) == ("finished", 0)
    assert summary_after(store, began, lambda journal: journal.end("finished"), lambda journal: journal.end("")) == (
        "running",
        0,
    )


def test_closing_twice_is_closing(store: Store) -> None:
    journal = store.begin(PLAN, "drawn", BEGUN, Instant(0))
    journal.append(STORY[0])
    journal.close()
    journal.close()
    assert journal.n_saved == 1


# A session that is taken out again ------------------------------------------------------------------------------------


def rows(store: Store) -> dict[str, int]:
    """Count the rows of every table, as another connection sees them."""
    other = sqlite3.connect(store.path)
    try:
        tables = ("sessions", "events", "cues")
        return {table: other.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}
    finally:
        other.close()


NOTHING = {"sessions": 0, "events": 0, "cues": 0}


def test_a_discarded_session_leaves_nothing_behind_and_takes_nothing_more(store: Store) -> None:
    journal = store.begin(PLAN, "", BEGUN, Instant(0))
    journal.append(*STORY)
    journal.heard(CueRecord(0, 1, "go", "silent"))
    journal.append(STORY[-1])
    wait_until(lambda: rows(store)["events"] > len(STORY))
    journal.discard()
    journal.append(STORY[0])
    journal.heard(CueRecord(5, 5, "pip", "silent"))
    journal.end("finished")
    journal.close()
    assert journal.failure == ""
    assert rows(store) == NOTHING
    assert store.unfinished() is None


def test_what_was_never_committed_is_never_written(store: Store) -> None:
    journal = store.begin(PLAN, "", BEGUN, Instant(0))
    journal.append(*STORY)
    journal.discard()
    journal.close()
    assert rows(store) == NOTHING


def test_a_write_that_is_under_way_is_taken_out_behind_it(store: Store) -> None:
    opening, gate = threading.Event(), threading.Event()

    def connecting() -> sqlite3.Connection:
        opening.set()
        assert gate.wait(60)
        return connect(store.path)

    journal = journal_by(connecting)
    journal.append(*STORY)
    assert opening.wait(60)  # the disk hangs in the middle of it
    journal.discard()
    gate.set()
    journal.close()
    assert rows(store) == NOTHING


def test_other_sessions_stay_when_one_is_discarded(store: Store) -> None:
    kept, other = (store.begin(PLAN, "", BEGUN, Instant(0)) for _ in range(2))
    for journal in (kept, other):
        journal.append(*STORY)
    wait_until(lambda: rows(store)["sessions"] == 2)
    other.discard()
    other.close()
    kept.end("finished")
    kept.close()
    assert [found.outcome for found in store.sessions()] == ["finished"]
    assert rows(store)["events"] == len(STORY)


def test_a_disk_that_does_not_let_go_of_it_is_said(store: Store) -> None:
    journal = store.begin(PLAN, "", BEGUN, Instant(0))
    journal.append(*STORY)
    wait_until(lambda: rows(store)["sessions"] == 1)
    other = connect(store.path)
    other.execute("CREATE TRIGGER holds BEFORE DELETE ON sessions BEGIN SELECT RAISE(FAIL, 'held'); END")
    other.close()
    journal.discard()
    journal.close()
    assert "held" in journal.failure
    assert rows(store) == {"sessions": 1, "events": len(STORY), "cues": 0}, "all of it or none"
