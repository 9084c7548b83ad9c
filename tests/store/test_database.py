"""The data folder and its file: pragmas, sessions as folds, migrations, damage."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings

from app.core.asked import Asked, Command
from app.core.engine import Engine
from app.core.errors import IllegalCommand, StoreError
from app.core.events import Event
from app.core.plan import Plan
from app.core.session import Session
from app.core.units import Instant
from app.store import migrations
from app.store.aside import set_aside
from app.store.database import FILE, DamagedStore, Store, connect
from tests.drawn import plans, presses
from tests.store.child import begin, long_plan, story


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store.open(tmp_path_factory.mktemp("shared"))
    yield store
    store.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with one session in it."""
    folder = tmp_path / "deep" / "data"
    store = Store.open(folder)
    journal = begin(store, long_plan(3))
    for event in story(long_plan(3)):
        journal.append(event)
    journal.end("finished")
    store.close()
    return folder


# What is committed survives a power cut ------------------------------------------------------------------------------


def test_a_commit_is_written_ahead_and_through_to_the_disk(folder: Path) -> None:
    connection = connect(folder / FILE)
    found = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys")
    }
    connection.close()
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}  # 2 is FULL


def test_the_journal_writes_by_such_a_connection(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    journal = begin(store, long_plan(1))
    with_it = journal._connect()
    assert with_it.execute("PRAGMA synchronous").fetchone() == (2,)
    with_it.close()
    store.close()


# Sessions are folds of events ----------------------------------------------------------------------------------------


def lived(plan: Plan, drawn: list[tuple[Asked, int]]) -> list[Event]:
    """Run a session of drawn presses; return all that happened."""
    engine, at = Engine(plan), Instant(0)
    engine.send(Command.START, at)
    for command, gap in drawn:
        at += gap
        try:
            engine.send(command, at)
        except IllegalCommand:
            continue
    return list(iter(engine.next_event, None))


def told(session: Session) -> dict[str, object]:
    return {name: value for name, value in vars(session).items() if name != "plan"}


@settings(max_examples=40)
@given(plans, presses)
def test_a_session_from_disk_is_the_session_in_memory(
    shared: Store, plan: Plan, drawn: list[tuple[Asked, int]]
) -> None:
    events = lived(plan, drawn)
    journal = begin(shared, plan)
    for event in events:
        journal.append(event)
    journal.close()
    assert journal.session_id is not None
    stored = shared.load(journal.session_id)
    assert (stored.plan, stored.events) == (plan, tuple(events))
    assert told(Session.from_events(stored.plan, stored.events)) == told(Session.from_events(plan, events))


def test_the_history_is_newest_first_and_a_workout_knows_its_last_run(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    for workout_id, day in (("ladder", "2026-11-20"), ("pyramid", "2026-11-21"), ("ladder", "2026-11-22"), ("", "x")):
        journal = store.begin(long_plan(1), workout_id, day, Instant(0))
        journal.append(story(long_plan(1))[0])
        journal.close()
    assert [summary.workout_id for summary in store.sessions()] == ["", "ladder", "pyramid", "ladder"]
    assert [summary.started_at for summary in store.sessions(limit=2)] == ["x", "2026-11-22"]
    assert store.last_runs() == {"ladder": "2026-11-22", "pyramid": "2026-11-21"}
    store.set_note(2, "wind")
    assert [summary.note for summary in store.sessions()] == ["", "", "wind", ""]
    store.close()


def test_the_newest_session_without_an_end_is_offered_unless_it_is_being_run(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    for _ in range(2):
        journal = begin(store, long_plan(1))
        journal.append(story(long_plan(1))[0])
        journal.close()
    running = begin(store, long_plan(1))
    running.append(story(long_plan(1))[0])
    running.end("")
    offered = []
    while (found := store.unfinished()) is not None and found.session_id not in offered:
        offered.append(found.session_id)
        store.set_outcome(found.session_id, "kept")
    assert offered == [2, 1]
    store.close()


def test_a_session_that_is_not_there_is_said(folder: Path) -> None:
    store = Store.open(folder)
    with pytest.raises(StoreError, match="there is no session 99; see the history"):
        store.load(99)
    store.close()


def test_a_session_that_cannot_be_read_costs_no_other(folder: Path) -> None:
    store = Store.open(folder)
    store._write(
        "INSERT INTO sessions SELECT 2, started_at, workout, workout_id, x'00', outcome, 0, '', '' FROM sessions", ()
    )
    store._write('UPDATE events SET data = \'{"is": ["Later", {}]}\' WHERE seq = ?', (3,))
    for session_id, said in ((1, "a later version wrote it"), (2, "a stored plan is damaged")):
        with pytest.raises(StoreError, match=said):
            store.load(session_id)
    assert len(store.sessions()) == 2
    store.close()


def test_a_folder_taken_by_one_thread_is_let_go_by_another(tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as background:
        store = background.submit(Store.open, tmp_path).result()
    store.close()
    Store.open(tmp_path).close()


# Shapes of the file --------------------------------------------------------------------------------------------------


def version_of(folder: Path) -> int:
    connection = sqlite3.connect(folder / FILE)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    return int(version)


def test_a_new_file_has_the_newest_shape(folder: Path) -> None:
    assert version_of(folder) == len(migrations.STEPS) >= 1
    assert sorted(path.name for path in folder.iterdir() if path.suffix != ".lock") == [FILE], "no copy of nothing"


def test_an_older_file_is_copied_and_brought_up_to_date(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    step = "ALTER TABLE sessions ADD COLUMN weather TEXT NOT NULL DEFAULT 'dry'"
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, step))
    store = Store.open(folder)
    assert version_of(folder) == len(migrations.STEPS)
    assert store._read(lambda connection: connection.execute("SELECT weather FROM sessions").fetchall()) == [("dry",)]
    assert store.load(1).events == tuple(story(long_plan(3)))
    store.close()
    (copy,) = folder.glob("*.before-*.sqlite3")
    old = sqlite3.connect(copy)
    assert old.execute("PRAGMA user_version").fetchone() == (len(migrations.STEPS) - 1,)
    assert old.execute("SELECT count(*) FROM events").fetchone() == (len(story(long_plan(3))),)
    old.close()


def test_a_step_that_fails_leaves_the_file_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = version_of(folder)
    steps = (*migrations.STEPS, "CREATE TABLE weather (sky TEXT); INSERT INTO nowhere VALUES (1)")
    monkeypatch.setattr(migrations, "STEPS", steps)
    with pytest.raises(StoreError, match="cannot be used: no such table: nowhere"):
        Store.open(folder)
    monkeypatch.undo()
    assert version_of(folder) == before
    store = Store.open(folder)
    assert len(store.sessions()) == 1
    assert store._read(lambda c: c.execute("SELECT count(*) FROM sqlite_master WHERE name = 'weather'").fetchone()) == (
        0,
    )
    store.close()


def test_a_file_of_a_later_version_is_refused_and_left_alone(folder: Path) -> None:
    connection = sqlite3.connect(folder / FILE)
    connection.execute(f"PRAGMA user_version = {len(migrations.STEPS) + 1}")
    connection.close()
    for _ in range(2):  # the lock is free again after the first
        with pytest.raises(
            StoreError, match=r"was made by a later Bell Lap; start that one, or give another --data-dir"
        ):
            Store.open(folder)
    assert version_of(folder) == len(migrations.STEPS) + 1


# Damage --------------------------------------------------------------------------------------------------------------


def damage(path: Path, at: int, n_bytes: int) -> None:
    with path.open("r+b") as stream:
        stream.seek(at)
        stream.write(b"\xa5" * n_bytes)


@pytest.mark.parametrize(("at", "n_bytes"), [(0, 100), (100, 3996), (4096, 4096)])
def test_a_damaged_file_is_said_and_set_aside_whole(folder: Path, at: int, n_bytes: int) -> None:
    damage(folder / FILE, at, n_bytes)
    damaged = (folder / FILE).read_bytes()
    with pytest.raises(DamagedStore, match=r"is damaged \(.*\); it can be set aside and a new one begun"):
        Store.open(folder)
    assert (folder / FILE).read_bytes() == damaged, "nothing was mended or made unasked"
    aside = set_aside(folder, "2026-11-23")
    assert aside == folder / "damaged-2026-11-23.sqlite3"
    assert aside.read_bytes() == damaged
    store = Store.open(folder)
    assert store.sessions() == ()
    store.close()


def test_a_second_damaged_file_of_a_day_has_its_own_name(folder: Path) -> None:
    for name in ("damaged-2026-11-23.sqlite3", "damaged-2026-11-23-1.sqlite3"):
        damage(folder / FILE, 0, 100)
        assert set_aside(folder, "2026-11-23") == folder / name
        Store.open(folder).close()
    assert len(list(folder.glob("damaged-*.sqlite3"))) == 2


def test_what_is_set_aside_keeps_the_laps_that_stood_only_in_the_log(folder: Path) -> None:
    log = folder / f"{FILE}-wal"
    log.write_bytes(b"laps")
    aside = set_aside(folder, "2026-11-23")
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"laps"
    assert not log.exists(), "a new file must not find the old one's log"


def test_setting_aside_what_cannot_be_moved_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"cannot be moved \(No such file or directory\); move it by hand"):
        set_aside(tmp_path, "2026-11-23")


@pytest.mark.parametrize("inside", [".", "data"])
def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path, inside: str) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match=r"cannot be written \(.+\); give another with --data-dir"):
        Store.open(in_the_way / inside)
