"""Mistakes mend: by a key where the page asks, by the lap sheet for the rest; nothing stops for it, all is undone."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.core.analysis import rep_figures
from app.core.asked import How
from app.core.session import Session
from app.core.state import State
from app.core.workout import Intensity
from app.ui.board import board_of
from app.ui.keys import Act
from tests.ui.conftest import Trackside

KEY = Qt.Key


def started(trackside: Trackside, text: str) -> Trackside:
    """Begin a workout and let its lead-in pass."""
    trackside.type_workout(text)
    trackside.key(KEY.Key_Space)
    trackside.passes(5)
    return trackside


def laps(trackside: Trackside) -> list[int]:
    """Return the splits of the work so far, in milliseconds."""
    figures = rep_figures(trackside.live.driver.session)
    return [lap.split_ms for rep in figures for lap in rep.pieces]


def test_a_press_far_from_every_mark_asks_and_one_key_mends_it(trackside: Trackside) -> None:
    started(trackside, "1600 in 5:20")
    trackside.lap_after(80)
    trackside.lap_after(161)
    page = trackside.pages.run
    assert "800 m" in page.sentence.text()
    assert page.mend.isVisible()
    assert trackside.stands(State.RUNNING)
    trackside.key(KEY.Key_M)
    assert laps(trackside) == [80_000, 160_500, 241_000]
    assert trackside.live.driver.session.records[-1].splits[1].how is How.ESTIMATED
    assert not page.mend.isVisible()
    trackside.key(KEY.Key_U)
    assert laps(trackside) == [80_000, 241_000]


def test_a_press_between_two_marks_is_marked_as_unsure_until_a_key_says_which(trackside: Trackside) -> None:
    started(trackside, "1600 in 5:20")
    trackside.lap_after(100)
    page = trackside.pages.run
    assert "Was that press at" in page.sentence.text()
    assert page.table.accessibleName() == "laps: 400 m · unsure, 1:40.0, +20.0"
    QTest.mouseClick(page.mend, Qt.MouseButton.LeftButton)
    assert trackside.live.driver.session.records[-1].splits[-1].mark_number == 3
    assert "unsure" not in page.table.accessibleName()


def test_a_half_is_a_row_of_its_own_and_the_lap_counts_on_at_the_line(trackside: Trackside) -> None:
    started(trackside, "1600 in 5:20")
    trackside.lap_after(40)
    board = board_of(trackside.live.plan, trackside.live.driver.session, trackside.live.snapshot())
    assert (board.place, [row.name for row in board.rows]) == ("lap 1 of 4", ["200 m", "400 m"])
    assert [(figure.label, figure.value) for figure in board.figures][:2] == [
        ("at 200 m", "0.0"),
        ("last 200 m", "40.0"),
    ]
    trackside.lap_after(40)
    board = board_of(trackside.live.plan, trackside.live.driver.session, trackside.live.snapshot())
    assert (board.place, [row.name for row in board.rows]) == ("lap 2 of 4", ["200 m", "400 m", "800 m"])
    trackside.lap_after(80)
    assert laps(trackside) == [40_000, 80_000, 160_000]


def test_a_press_too_soon_to_be_at_a_mark_is_not_taken(trackside: Trackside) -> None:
    started(trackside, "1600 in 5:20")
    trackside.lap_after(80)
    trackside.lap_after(4)
    assert trackside.pages.run.sentence.text() == "Not taken: too soon to be at a mark."
    assert not trackside.pages.run.mend.isVisible()
    assert laps(trackside) == [80_000]
    trackside.lap_after(76)
    assert laps(trackside) == [80_000, 160_000]
    assert not trackside.pages.run.mend.isVisible()


def test_ten_seconds_of_rest_are_added_and_taken_by_a_key_each(trackside: Trackside) -> None:
    started(trackside, "2 x 200 in 40 w/ 20s jog")
    assert not trackside.pages.run.caps[Act.MORE_REST].isVisible()
    trackside.lap_after(40)
    assert trackside.pages.run.caps[Act.MORE_REST].isVisible()
    trackside.key(KEY.Key_Plus)
    trackside.passes(0)
    assert trackside.pages.run.hero.shown == "0:30.0"
    trackside.key(KEY.Key_Minus)
    trackside.key(KEY.Key_Minus)
    trackside.passes(0)
    assert trackside.pages.run.hero.shown == "0:10.0"
    trackside.key(KEY.Key_U)
    trackside.passes(0)
    assert trackside.pages.run.hero.shown == "0:20.0"


def test_cool_down_now_goes_there(trackside: Trackside) -> None:
    started(trackside, "4 x 200 in 40 w/ 20s jog, 5min cool-down")
    trackside.lap_after(40)
    trackside.key(KEY.Key_C)
    segment = trackside.live.snapshot().segment
    assert segment is not None
    assert segment.intensity is Intensity.COOLDOWN


def test_a_click_on_the_strip_goes_to_that_segment_and_undo_comes_back(trackside: Trackside) -> None:
    started(trackside, "3 x 200 in 40 w/ 20s jog")
    before = trackside.live.snapshot().index
    strip = trackside.pages.run.strip
    last = trackside.live.plan.segments[-1].index
    x = next(x for x in range(strip.width() - 1, 0, -1) if strip.segment_at(x) == last)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(x, strip.height() // 2))
    assert trackside.live.snapshot().index == last
    trackside.key(KEY.Key_U)
    assert trackside.live.snapshot().index == before


def test_the_lap_sheet_moves_deletes_names_and_inserts_while_the_workout_goes_on(trackside: Trackside) -> None:
    started(trackside, "1600 in 5:20")
    trackside.lap_after(80)
    trackside.lap_after(81)
    trackside.key(KEY.Key_E)
    sheet = trackside.pages.mends.sheet
    assert sheet.isVisible()
    assert sheet.chosen is not None
    assert sheet.chosen.split == "2:41.0"
    trackside.key(KEY.Key_Left)
    trackside.key(KEY.Key_Left)
    assert laps(trackside) == [80_000, 160_800]
    trackside.key(KEY.Key_Up)
    trackside.key(KEY.Key_Right)
    assert laps(trackside) == [80_100, 160_800]
    trackside.key(KEY.Key_Down)
    trackside.key(KEY.Key_3)
    assert trackside.live.driver.session.records[-1].splits[-1].mark_number == 6
    trackside.key(KEY.Key_U)
    trackside.key(KEY.Key_Delete)
    assert laps(trackside) == [80_100]
    trackside.key(KEY.Key_I)
    assert laps(trackside) == [40_050, 80_100]
    trackside.lap_after(60)
    assert laps(trackside) == [40_050, 80_100, 221_000]
    assert sheet.isVisible()
    trackside.key(KEY.Key_Escape)
    assert not sheet.isVisible()
    assert trackside.stands(State.RUNNING)


def test_a_refused_press_is_in_the_sheet_and_can_be_brought_back(trackside: Trackside) -> None:
    started(trackside, "800 in 160")
    trackside.lap_after(80)
    trackside.lap_after(0.2)
    assert laps(trackside) == [80_000]
    trackside.key(KEY.Key_E)
    sheet = trackside.pages.mends.sheet
    assert sheet.chosen is not None
    assert sheet.chosen.is_refused
    trackside.key(KEY.Key_R)
    assert laps(trackside) == [80_000, 80_200]


def test_a_mend_that_means_nothing_says_why_and_changes_nothing(trackside: Trackside) -> None:
    started(trackside, "1600 in 5:20")
    trackside.lap_after(80)
    trackside.lap_after(81)
    trackside.key(KEY.Key_E)
    trackside.key(KEY.Key_1)
    assert laps(trackside) == [80_000, 161_000]
    assert "mark" in trackside.pages.mends.sheet.sentence.text()


def test_what_is_mended_is_on_disk_as_it_is_shown(trackside: Trackside) -> None:
    started(trackside, "400 in 80")
    trackside.lap_after(80.4)
    trackside.key(KEY.Key_E)
    trackside.key(KEY.Key_Left)
    trackside.saved()
    assert trackside.pages.page == "result"
    plan, events = trackside.house.recall(trackside.house.history()[0].session_id)
    stored = Session.from_events(plan, events)
    assert [rep.laps[0].split_ms for rep in rep_figures(stored)] == [80_300]
    shown = trackside.pages.result.outcome
    assert shown is not None
    assert shown.lines[0].lap == "1:20.30"


def test_the_least_lap_time_is_as_it_is_set(trackside: Trackside) -> None:
    from dataclasses import replace

    trackside.pages.choosing.change_plans(lambda choices: replace(choices, least_lap_ms=5000))
    trackside.until(lambda: trackside.house.choices().least_lap_ms == 5000)
    started(trackside, "1600m")
    trackside.lap_after(80)
    trackside.lap_after(4.9)
    assert laps(trackside) == [80_000]
    trackside.lap_after(0.2)
    assert laps(trackside) == [80_000, 85_100]


def test_the_screen_flashes_at_a_boundary_if_that_is_wanted(trackside: Trackside) -> None:
    from dataclasses import replace

    flash = trackside.pages.sheets.flash
    started(trackside, "3 x 200 in 40 w/ 20s jog")
    assert not flash.isVisible()
    trackside.pages.choosing.change(lambda choices: replace(choices, flashes=True))
    trackside.lap_after(40)
    assert flash.isVisible()
    trackside.until(lambda: not flash.isVisible())


def test_a_press_on_the_clock_is_a_lap(trackside: Trackside) -> None:
    started(trackside, "800 in 160")
    trackside.passes(80)
    QTest.mouseClick(trackside.pages.run.hero, Qt.MouseButton.LeftButton)
    assert laps(trackside) == [80_000]


def test_f11_takes_the_whole_screen_and_esc_gives_it_back(trackside: Trackside) -> None:
    started(trackside, "800 in 160")
    trackside.key(KEY.Key_F11)
    assert trackside.window.isFullScreen()
    trackside.key(KEY.Key_Escape)
    assert not trackside.window.isFullScreen()
    assert trackside.stands(State.RUNNING)
