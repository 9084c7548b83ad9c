"""Sessions that were run elsewhere: kept whole and once, beside those that were run here."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest

from app.core.errors import StoreError
from app.core.events import Event
from app.core.session import Session
from app.core.units import Instant
from app.interchange.sessions import session_of
from app.store import importing, migrations
from app.store.database import Store
from app.store.importing import Added, ImportedRun
from app.store.looking import newest_sessions
from app.store.values import decode, encode
from tests.recorded import INTERVALS
from tests.store.child import begin, long_plan, story

MADE = session_of(INTERVALS, file="kim.fit")
RUN = ImportedRun(MADE.plan, MADE.events, "2026-11-21T18:05:00+01:00", "one", "kim.fit")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.open(tmp_path)
    yield made
    made.close()


def ran_here(store: Store, when: str) -> int:
    journal = store.begin(long_plan(1), "drawn", when, Instant(0))
    journal.append(*story(long_plan(1)))
    journal.end("finished")
    journal.close()
    assert journal.session_id is not None
    return journal.session_id


def test_what_is_added_is_read_back_whole(store: Store) -> None:
    added = store.add_imported(RUN)
    stored = store.load(added.session_id)
    assert added.is_new
    assert (stored.plan, stored.events) == (MADE.plan, MADE.events)
    assert stored.summary.outcome == "imported"
    assert stored.summary.workout == "8 × 400 m"
    assert stored.summary.started_at == RUN.started_at
    assert stored.summary.seen_ms == MADE.events[-1].at.ms
    assert Session.from_events(stored.plan, stored.events).finished


def test_the_same_run_is_kept_once(store: Store) -> None:
    first = store.add_imported(RUN)
    assert store.add_imported(replace(RUN, file="copy of kim.fit")) == Added(first.session_id, is_new=False)
    assert store.add_imported(replace(RUN, digest="two")).is_new
    assert len(store.sessions()) == 2


def test_an_older_run_stands_behind_what_was_run_here_later(store: Store, tmp_path: Path) -> None:
    here = ran_here(store, "2026-11-22T18:05:00+01:00")
    imported = store.add_imported(RUN).session_id
    before = ran_here(store, "2026-11-21T17:30:00+01:00")
    assert [summary.session_id for summary in store.sessions()] == [here, imported, before]
    assert [stored.summary.session_id for stored in newest_sessions(tmp_path)] == [here, imported, before]


def test_whoever_lives_further_east_ran_earlier(store: Store) -> None:
    east = store.add_imported(replace(RUN, started_at="2026-11-21T18:00:00+09:00", digest="east")).session_id
    west = store.add_imported(replace(RUN, started_at="2026-11-21T12:00:00-05:00", digest="west")).session_id
    assert [summary.session_id for summary in store.sessions()] == [west, east]


def test_a_run_of_a_watch_is_never_offered_to_be_gone_on_with(store: Store) -> None:
    store.add_imported(RUN)
    assert store.unfinished() is None


def test_what_fails_half_way_leaves_nothing(store: Store) -> None:
    n_encoded = 0

    def fails_late(event: Event) -> str:
        nonlocal n_encoded
        n_encoded += 1
        if n_encoded > 5:
            raise sqlite3.OperationalError("database or disk is full")
        return encode(event)

    with patch.object(importing, "encode", fails_late), pytest.raises(StoreError, match="full"):
        store.add_imported(RUN)
    assert store.sessions() == ()
    assert store.add_imported(RUN).is_new


def test_a_file_from_before_there_were_imports_takes_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as before:
        before.setattr(migrations, "STEPS", migrations.STEPS[:2])
        store = Store.open(tmp_path)
        journal = begin(store, long_plan(1))
        journal.append(*story(long_plan(1)))
        store.close()
    store = Store.open(tmp_path)
    assert store.load(1).events == tuple(story(long_plan(1)))
    assert store.add_imported(RUN).is_new
    store.close()


def test_a_name_with_half_a_character_is_kept(store: Store) -> None:
    plan = replace(MADE.plan, workout=replace(MADE.plan.workout, name="caf\udce9"))
    added = store.add_imported(replace(RUN, plan=plan, file="caf\udce9.fit"))
    assert store.sessions()[0].workout == "caf?"
    assert added.is_new


def test_a_plan_from_before_there_were_origins_has_none() -> None:
    text = encode(long_plan(1))
    assert '"origin":null' in text
    assert decode(text.replace(',"origin":null', "")) == long_plan(1)
