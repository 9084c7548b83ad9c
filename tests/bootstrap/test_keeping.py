"""Keeping the run of a watch: by the house or by a command, once, under the day on which it was run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from app.bootstrap.house import House
from app.bootstrap.keeping import digest_of, keep_run
from app.clock import FakeClock
from app.core.errors import StoreError, WorkoutError
from app.core.session import Session
from app.core.units import MILE_M
from app.interchange.recording import Recording
from app.settings import Settings, save_settings
from app.store.database import Store
from tests.recorded import INTERVALS, MILE


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    save_settings(Settings(goal="5:00", welcomed=True), tmp_path)
    made = House(str(tmp_path), FakeClock(), output="silent")
    made.open()
    yield made
    made.close()


def test_the_house_keeps_a_run_and_recalls_it_as_any_session(house: House) -> None:
    kept = house.keep_run(INTERVALS, "kim.fit")
    (past,) = house.history()
    assert (past, past.outcome) == (kept.past, "imported")
    plan, events = house.recall(past.session_id)
    assert plan.origin is not None
    assert plan.origin.file == "kim.fit"
    assert plan.athlete.goal_s == 300
    assert Session.from_events(plan, events).running_ms == INTERVALS.elapsed_ms
    assert kept.notes == plan.origin.notes


def test_the_same_run_is_kept_once_whatever_its_file_is_called(house: House) -> None:
    first = house.keep_run(INTERVALS, "kim.fit")
    again = house.keep_run(replace(INTERVALS, name="Track night", warnings=("odd",)), "kim (1).fit")
    assert (first.is_new, again.is_new) == (True, False)
    assert again.past == first.past
    assert len(house.history()) == 1


def test_it_stands_under_its_own_day_by_the_clock_of_this_place(house: House) -> None:
    past = house.keep_run(MILE, "mile.tcx").past
    assert past.started_at[:13] in {f"2026-11-{day}T{hour:02d}" for day in (21, 22) for hour in range(24)}
    assert past.started_at[-6] in "+-"


@pytest.mark.parametrize("started_at", ["", "yesterday", "0001-01-01T00:00:00+14:00"])
def test_a_run_of_no_known_day_is_kept_under_today_and_that_is_said(house: House, started_at: str) -> None:
    kept = house.keep_run(replace(MILE, started_at=started_at), "mile.gpx")
    assert "does not say when it was run" in kept.notes[-1]
    assert house.history()[0].started_at == kept.past.started_at


def test_without_a_data_folder_nothing_is_kept_and_it_is_said_why(tmp_path: Path) -> None:
    house = House(str(tmp_path), FakeClock(), output="silent")
    house.open_unsaved("The disk is gone.")
    with pytest.raises(StoreError, match="The disk is gone"):
        house.keep_run(MILE, "mile.tcx")
    house.close()


def test_a_command_keeps_a_run_and_lets_the_folder_go(tmp_path: Path) -> None:
    kept = keep_run(MILE, "mile.tcx", str(tmp_path), race_m=Fraction(1600))
    store = Store.open(tmp_path)
    assert store.load(kept.past.session_id).plan.segments[0].distance_m == 1600
    store.close()
    assert keep_run(MILE, "mile.tcx", str(tmp_path)).is_new is False


def test_while_the_window_has_the_folder_a_command_says_so(house: House, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="already open on"):
        keep_run(MILE, "mile.tcx", str(tmp_path))
    assert house.history() == ()


def test_what_is_no_run_is_refused_and_nothing_is_kept(house: House) -> None:
    with pytest.raises(WorkoutError, match="no running time"):
        house.keep_run(Recording("running", "", 0, None), "empty.fit")
    assert house.history() == ()


def test_other_runs_have_other_digests() -> None:
    runs = [
        MILE, INTERVALS, replace(MILE, started_at="2026-11-22T17:05:00Z"), replace(MILE, samples=MILE.samples[:-1]),
        replace(MILE, started_at=""), replace(MILE, started_at="", distance_m=1609.0),
    ]  # fmt: skip
    assert len({digest_of(run) for run in runs}) == len(runs)
    assert digest_of(replace(MILE, device="Other", distance_m=1609.0)) == digest_of(MILE)


def test_a_mile_of_a_watch_is_a_mile_in_the_history(house: House) -> None:
    plan, _ = house.recall(house.keep_run(MILE, "mile.tcx").past.session_id)
    assert plan.segments[0].distance_m == MILE_M
