"""Past practices: those that have a score, newest first, figured from the journal and remembered."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from unittest.mock import patch

import pytest

from app.bootstrap.past import Practices
from app.core.athlete import Athlete
from app.core.engine import Engine
from app.core.events import Command
from app.core.plan import Setup
from app.core.practice import WORKOUT_ID, Practice, practice_plan
from app.core.units import Instant
from app.store.database import Store
from tests.drawn import mile_race, plan_of
from tests.staged import PRACTISED, practise


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.open(tmp_path)
    yield made
    made.close()


def test_the_newest_come_first_with_the_scores_of_their_journals(store: Store) -> None:
    practise(store)
    scored = Practices().scored(store)
    assert [each.started_at[:16] for each in scored] == [when for *_rest, when in reversed(PRACTISED)]
    assert [tuple(lap.actual_ms for lap in each.score.laps) for each in scored] == [
        laps_ms for _level, laps_ms, *_rest in reversed(PRACTISED)
    ]
    assert [tuple(lap.guess_ms for lap in each.score.laps) for each in scored] == [
        guesses for _level, _laps, guesses, _when in reversed(PRACTISED)
    ]
    assert all(each.practice is not None for each in scored)


def run(store: Store, outcome: str, n_laps: int) -> None:
    engine = Engine(practice_plan(Practice(3, PRACTICE_S), Athlete(), Setup()))
    engine.send(Command.START, Instant(0))
    for number in range(n_laps):
        engine.send(Command.LAP, Instant(85_000 + 80_000 * number))
    journal = store.begin(engine.plan, WORKOUT_ID, "2026-11-24T18:00:00+00:00", Instant(0))
    journal.append(*engine.held)
    journal.end(outcome)
    journal.close()


PRACTICE_S = Fraction(80)


def test_what_runs_was_never_run_or_is_no_practice_has_no_score(store: Store) -> None:
    run(store, "", 2)
    run(store, "stopped", 0)
    race = store.begin(plan_of(mile_race(), goal_s=320), "timed-mile", "2026-11-24T18:00:00+00:00", Instant(0))
    race.close()
    assert Practices().scored(store) == ()
    run(store, "stopped", 1)
    (only,) = Practices().scored(store)
    assert (len(only.score.laps), only.score.is_whole) == (1, False)


def test_each_is_read_once_but_for_the_newest(store: Store) -> None:
    practise(store)
    practices = Practices()
    first = practices.scored(store)
    with patch.object(store, "load", wraps=store.load) as load:
        assert practices.scored(store) == first
    load.assert_called_once_with(first[0].session_id)


def test_a_damaged_journal_is_left_out(store: Store) -> None:
    practise(store)
    with store._connected() as connection:
        connection.execute("UPDATE events SET data = '{' WHERE session_id = 2")
    assert [each.session_id for each in Practices().scored(store)] == [7, 6, 5, 4, 3, 1]
