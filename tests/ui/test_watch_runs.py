"""Runs of a watch on the pages: said to be from one wherever they stand, with which laps nobody pressed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.analysis import rep_figures
from app.core.session import Session
from app.core.state import State
from app.interchange.recording import Recording, Stop
from app.interchange.sessions import session_of
from app.ui.digest import digest_of
from app.ui.outcome import NOTES, Outcome, outcome_of
from app.ui.past_rows import PastRow
from app.ui.rows import lap_rows
from tests.recorded import INTERVALS, MILE, laps_of, recording
from tests.ui.conftest import Trackside

KEY = Qt.Key


def outcome(run: Recording) -> Outcome:
    made = session_of(run, file="kim.fit")
    return outcome_of(made.plan, Session.from_events(made.plan, made.events), "2026-11-21T18:05:00+01:00")


def test_a_mile_has_its_time_and_nothing_beside_it_where_no_goal_was_asked() -> None:
    found = outcome(MILE)
    assert (found.headline, found.beside.value, found.official) == ("5:02.4", "", "")
    assert found.occasion.endswith("from a watch")
    assert found.hero.label == "How even?"
    assert {line.off for line in found.lines} == {""}


def test_laps_that_begin_or_end_between_points_are_shown_as_interpolated() -> None:
    found = outcome(MILE)
    assert [line.mark for line in found.lines] == ["interpolated"] * 4
    made = session_of(MILE)
    rows = lap_rows(made.plan, rep_figures(Session.from_events(made.plan, made.events)))
    assert [row.note for row in rows] == ["interpolated"] * 3 + [""], "the finish itself was taken"
    assert rows[0].short_note == "interp."


def test_pressed_laps_are_as_good_as_any() -> None:
    assert {line.mark for line in outcome(INTERVALS).lines} == {""}


def test_what_was_taken_for_what_is_said_on_the_page() -> None:
    said = outcome(MILE).sentence.replace("\u00a0", " ")
    assert said.startswith("Taken for the mile; the watch measured 1621 m.")
    many = recording(MILE.laps, MILE.samples, warnings=tuple(f"Oddity {n}." for n in range(9)))
    assert outcome(many).sentence == " ".join(f"Oddity {n}." for n in range(NOTES))


def test_recoveries_and_pauses_of_the_watch_are_among_the_figures() -> None:
    stats = {figure.label: figure.value for figure in outcome(INTERVALS).stats}
    assert stats["recoveries"] == "1:30–1:38"
    paused = recording(laps_of((75_000, 400.0), (75_000, 400.0)), stops=(Stop(30_000, 65_000),))
    assert {figure.label: figure.value for figure in outcome(paused).stats}["paused"] == "1:05"


def test_the_digest_is_the_headline() -> None:
    made = session_of(INTERVALS)
    digest = digest_of(made.plan, Session.from_events(made.plan, made.events))
    assert (digest.main.replace("\u00a0", " "), digest.beside.value) == ("8 × 400 m", "average 1:18.9")


@pytest.fixture
def trackside(qtbot: QtBot, tmp_path: Path) -> Iterator[Trackside]:
    made = Trackside(qtbot, tmp_path / "data").opened()
    yield made
    made.close()


def shows(trackside: Trackside, run: Recording, file: str) -> None:
    trackside.house.keep_run(run, file)
    trackside.key(KEY.Key_H, trackside.pages)
    trackside.until(lambda: trackside.pages.history.list.count() > 0)
    trackside.key(KEY.Key_Return, trackside.pages)
    trackside.until(lambda: trackside.pages.page == "result")


def test_history_and_result_say_where_it_came_from(trackside: Trackside) -> None:
    shows(trackside, MILE, "mile.tcx")
    row: PastRow = trackside.pages.history.row(0)
    assert "from a watch" in row.words
    assert trackside.pages.result.saved.text() == "Imported from a watch: mile.tcx · splits interpolated"


def test_run_again_runs_it_here_as_an_open_plan_of_ours(trackside: Trackside) -> None:
    shows(trackside, INTERVALS, "kim.fit")
    trackside.pages.result.buttons["again"].click()
    trackside.until(lambda: trackside.pages.page == "run")
    plan = trackside.live.plan
    assert plan.origin is None
    trackside.key(KEY.Key_Space, trackside.pages)
    assert trackside.stands(State.RUNNING)
    for _ in plan.segments:
        trackside.passes(40)
        trackside.key(KEY.Key_Space, trackside.pages)
    assert trackside.stands(State.FINISHED)
