"""A false start in the house: nothing of it stays, nothing of it sounds, and the next go is another."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from app.bootstrap.go import drawn
from app.bootstrap.house import House
from app.bootstrap.run import Run
from app.clock import FakeClock
from app.core.asked import Command
from app.core.athlete import Athlete
from app.core.gun import GO_AFTER_MS
from app.core.plan import Plan
from app.core.planning import compile_plan
from app.core.setup import RaceStart, Setup
from app.core.workout import Workout
from tests.drawn import mile_race
from tests.store.child import wait_until

PLAN = compile_plan(Workout("mile", (mile_race(),)), Athlete(Fraction(300)), Setup(start=RaceStart.GO))


@contextlib.contextmanager
def house_on(folder: Path) -> Iterator[House]:
    house = House(str(folder), FakeClock(9_000_000), output="silent")
    house.open()
    try:
        yield house
    finally:
        house.close()


def go_ms(plan: Plan) -> int:
    duration = plan.segments[0].duration_ms
    assert duration is not None
    return duration


def begun(house: House) -> Run:
    run = house.begin(PLAN, "timed-mile")
    run.driver.press(Command.START)
    wait_until(lambda: run.saved().n_saved == run.n_events)
    return run


def test_a_discarded_session_is_neither_in_the_history_nor_offered(tmp_path: Path) -> None:
    with house_on(tmp_path) as house:
        run = begun(house)
        run.discard()
        run.close()
        assert run.saved().failure == ""
        assert house.history() == ()
        assert house.unfinished() is None
    with house_on(tmp_path) as house:  # as after a crash, too: nothing on disk tells of it
        assert house.offer() == ""


def test_its_sounds_are_taken_back_at_once_and_its_cues_kept_nowhere(tmp_path: Path) -> None:
    with house_on(tmp_path) as house:
        run = begun(house)
        player = house.sound.start()
        replaced: list[int] = []
        player.replace = lambda cues: replaced.append(len(cues))  # type: ignore[method-assign]
        run.discard()
        assert replaced == [0]
        assert run._handed not in player.listeners


def test_a_session_that_nothing_could_keep_is_discarded_too(tmp_path: Path) -> None:
    with house_on(tmp_path) as house:
        assert house._store is not None
        house._store.close()
        house._store = None
        run = house.begin(PLAN, "")
        run.driver.press(Command.START)
        run.discard()
        run.close()
        assert run.saved().failure == ""


def test_each_session_has_a_go_of_its_own_anywhere_from_1_to_3_s(tmp_path: Path) -> None:
    with house_on(tmp_path) as house:
        goes = {go_ms(house.begin(PLAN, "").driver.engine.plan) for _ in range(30)}
    least, most = GO_AFTER_MS
    assert all(least <= go <= most for go in goes)
    assert len(goes) > 10
    many = [go_ms(drawn(PLAN)) for _ in range(4000)]
    assert min(many) < least + 100
    assert max(many) > most - 100


def test_a_disk_that_does_not_answer_is_told_once_it_was_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.journal.CLOSE_S", 0.05)
    gate = threading.Event()
    with house_on(tmp_path) as house:
        run = begun(house)
        assert run.journal is not None
        remove = run.journal._remove
        run.journal._remove = lambda: (gate.wait(60), remove())[1]  # type: ignore[method-assign]
        run.discard()
        run.close()
        assert run.saved().failure == "The disk does not answer"
        gate.set()
        wait_until(lambda: run.journal is not None and run.journal.is_closed)
        assert run.saved().failure == ""
        assert house.history() == ()
