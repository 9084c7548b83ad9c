"""Past runs: what was run before runs beside, from the real data folder, and never in the way of the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.core.ghost import Ghosts
from app.ui.pages import Pages
from app.ui.past_runs import PastRuns
from tests.drawn import mile_race, plan_of, run_m
from tests.staged import MILE, SLOWER_MILE, fill
from tests.ui.conftest import Trackside


@pytest.fixture
def raced(opens: Callable[[], Trackside], tmp_path: Path) -> Trackside:
    """A window on a folder with two miles in it, the last one the slower."""
    fill(tmp_path / "data", SLOWER_MILE)
    return opens().opened()


def times(pages: Pages) -> list[tuple[int, int]]:
    return [(pair.best.time_ms, pair.last.time_ms) for pair in pages.run.track.ghosts.pairs.values()]


def legend(pages: Pages) -> list[str]:
    return [words for _kind, words in pages.run.track.widget.legend.entries]


def test_the_best_and_the_last_mile_run_beside_the_next_one(raced: Trackside) -> None:
    raced.type_workout(MILE[0])
    raced.until(lambda: bool(times(raced.pages)))
    assert times(raced.pages) == [(299_400, 307_900)]
    raced.key(Qt.Key.Key_Space, raced.pages)
    raced.passes(5.1)
    assert legend(raced.pages) == ["target", "you, estimated", "best", "last"]


def test_another_distance_has_no_past_runs(raced: Trackside) -> None:
    told: list[Ghosts] = []
    PastRuns(raced.house, raced.pages.background).look(plan_of(run_m(1500)), None, told.append)
    raced.until(lambda: bool(told))
    assert told[0].pairs == {}


def test_a_mile_that_has_just_been_run_is_the_last_one_of_the_next(raced: Trackside) -> None:
    raced.type_workout(MILE[0])
    raced.key(Qt.Key.Key_Space, raced.pages)
    raced.passes(5.0)
    for _ in range(4):
        raced.lap_after(74.0)
    raced.saved()
    raced.type_workout(MILE[0])
    raced.until(lambda: bool(times(raced.pages)))
    assert times(raced.pages) == [(296_000, 296_000)]


def test_a_damaged_session_is_left_out(raced: Trackside, tmp_path: Path) -> None:
    with raced.house._store._connected() as connection:  # type: ignore[union-attr]  # it is open
        connection.execute("UPDATE sessions SET plan = x'00' WHERE id = (SELECT max(id) FROM sessions)")
    raced.type_workout(MILE[0])
    raced.until(lambda: bool(times(raced.pages)))
    assert times(raced.pages) == [(299_400, 299_400)]


def test_what_is_asked_meanwhile_does_not_wait_for_all_past_runs(raced: Trackside) -> None:
    background, order = raced.pages.background, list[str]()
    PastRuns(raced.house, background).look(plan_of(mile_race()), None, lambda _found: order.append("ghosts"))
    background.ask(lambda: None, lambda _: order.append("asked"))
    raced.until(lambda: len(order) == 2)
    assert order == ["asked", "ghosts"]


def test_a_look_for_another_plan_gives_the_first_one_up(raced: Trackside) -> None:
    runs = PastRuns(raced.house, raced.pages.background)
    first, second = list[Ghosts](), list[Ghosts]()
    runs.look(plan_of(mile_race()), None, first.append)
    runs.look(plan_of(mile_race()), None, second.append)
    raced.until(lambda: bool(second))
    assert first == []
