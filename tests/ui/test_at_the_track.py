"""A session as a person at the track sees it: keys in, the clock, the laps, the result, and all of it on disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.core.analysis import rep_figures
from app.core.events import Command
from app.core.session import Session
from app.core.state import State
from app.ui.keys import Act
from app.ui.rows import lap_rows
from tests.ui.conftest import Trackside

KEY = Qt.Key


def started(trackside: Trackside, text: str = "2 x 200 in 40 w/ 20s jog") -> Trackside:
    """Begin a workout and let its lead-in pass."""
    trackside.type_workout(text)
    trackside.key(KEY.Key_Space)
    trackside.passes(5)
    return trackside


def test_a_whole_session_by_keys_ends_on_a_result_page_that_agrees_with_the_journal(trackside: Trackside) -> None:
    started(trackside)
    trackside.lap_after(39.4)
    trackside.passes(20)
    trackside.lap_after(41.2)

    assert trackside.pages.page == "result"
    trackside.saved()
    past = trackside.house.history()[0]
    plan, events = trackside.house.recall(past.session_id)
    session = Session.from_events(plan, events)
    assert past.outcome == "finished"
    assert [rep.laps[0].split_ms for rep in rep_figures(session)] == [39_400, 41_200]
    shown = trackside.pages.result.outcome
    assert shown is not None
    assert [(line.lap, line.off) for line in shown.lines] == [("39.40", "−0.60"), ("41.20", "+1.20")]
    assert [row.time for row in lap_rows(plan, rep_figures(session))] == ["39.4", "41.2"]
    trackside.until(lambda: trackside.pages.result.saved.text() == "Saved.")


def test_the_clock_counts_what_is_left_of_a_timed_step_and_what_has_passed_of_a_distance(trackside: Trackside) -> None:
    started(trackside)
    trackside.passes(12.34)
    assert trackside.pages.run.hero.shown == "0:12.3"
    trackside.lap_after(20)
    trackside.passes(7.05)
    assert trackside.pages.run.hero.shown == "0:12.9"


def test_a_lead_in_counts_down_in_whole_seconds(trackside: Trackside) -> None:
    trackside.type_workout("200 in 40")
    trackside.key(KEY.Key_Space)
    seen = []
    for _ in range(5):
        seen.append(trackside.pages.run.hero.shown)
        trackside.passes(1)
    assert seen == ["5", "4", "3", "2", "1"]
    assert trackside.pages.run.hero.shown == "0:00.0"


def test_a_key_means_the_same_on_every_page_while_a_workout_runs(trackside: Trackside) -> None:
    started(trackside)
    trackside.key(KEY.Key_H)
    assert trackside.pages.page == "history"
    trackside.lap_after(40)
    assert len(rep_figures(trackside.live.driver.session)[0].laps) == 1
    assert trackside.pages.page == "history"
    trackside.key(KEY.Key_P)
    assert trackside.stands(State.PAUSED)


def test_a_key_in_a_text_field_is_text_and_no_command(trackside: Trackside) -> None:
    started(trackside)
    trackside.key(KEY.Key_W)
    trackside.pages.library.paste.setFocus()
    QTest.keyClicks(trackside.pages.library.paste, "4 x 200 pu")
    assert trackside.pages.library.paste.text() == "4 x 200 pu"
    assert trackside.stands(State.RUNNING)
    trackside.key(KEY.Key_Escape, trackside.pages.library.paste)
    trackside.key(KEY.Key_P)
    assert trackside.stands(State.PAUSED)


def test_with_no_workout_running_space_starts_nothing(trackside: Trackside) -> None:
    trackside.key(KEY.Key_Space)
    assert trackside.pages.live is None


def test_a_held_key_is_one_lap(trackside: Trackside) -> None:
    started(trackside, "800 in 160")
    trackside.passes(30)
    for held in (False, True, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Space, Qt.KeyboardModifier.NoModifier, " ", held)
        QApplication.sendEvent(trackside.pages, event)
        trackside.passes(0.5)
    assert len(trackside.live.driver.session.records[-1].splits) == 1


def test_undo_after_the_finish_goes_back_to_the_clock(trackside: Trackside) -> None:
    started(trackside, "200 in 40")
    trackside.lap_after(30)
    assert trackside.pages.page == "result"
    trackside.key(KEY.Key_U)
    assert trackside.pages.page == "run"
    trackside.passes(9)
    assert trackside.pages.run.hero.shown == "0:39.0"


def test_stop_has_to_be_pressed_twice(trackside: Trackside) -> None:
    started(trackside)
    trackside.key(KEY.Key_X)
    assert trackside.stands(State.RUNNING)
    assert trackside.pages.run.sentence.text().startswith("Press X again")
    trackside.key(KEY.Key_X)
    assert trackside.stands(State.STOPPED)
    assert trackside.pages.page == "result"


def test_a_key_cap_that_is_clicked_does_what_its_key_does(trackside: Trackside) -> None:
    started(trackside)
    trackside.passes(38)
    QTest.mouseClick(trackside.pages.run.caps[Act.LAP], Qt.MouseButton.LeftButton)
    assert len(rep_figures(trackside.live.driver.session)[0].laps) == 1


def test_controls_are_enabled_by_what_the_engine_accepts(trackside: Trackside) -> None:
    trackside.type_workout("2 x 200 in 40 w/ 20s jog")
    enabled = {act for act, cap in trackside.pages.run.caps.items() if cap.isEnabled()}
    assert enabled == {Act.LAP, Act.FAR, Act.KEYS}
    trackside.key(KEY.Key_Space)
    enabled = {act for act, cap in trackside.pages.run.caps.items() if cap.isEnabled()}
    assert enabled == {Act.LAP, Act.PAUSE, Act.BACK, Act.SKIP, Act.STOP, Act.LAPS, Act.FAR, Act.KEYS}
    assert Command.UNDO not in trackside.live.driver.engine.accepts


def test_from_the_lower_end_of_a_range_the_page_says_how_to_leave_it(trackside: Trackside) -> None:
    started(trackside, "2-4 x 30s w/ 20s jog + 400m cool-down")
    trackside.passes(30 + 20 + 30 + 1)
    assert "2 of 2–4 done: L leaves the block." in trackside.pages.run.sentence.text()
    trackside.key(KEY.Key_L)
    trackside.passes(20)
    assert trackside.pages.run.band.accessibleName().startswith("cool-down")


def test_a_press_just_after_the_line_says_that_it_was_not_taken(trackside: Trackside) -> None:
    started(trackside, "3 x 200 in 40 w/ 20s jog")
    trackside.passes(0.1)
    trackside.key(KEY.Key_Space)
    assert trackside.pages.run.sentence.text().startswith("Not taken")
    assert trackside.live.driver.session.records[-1].splits == []


def test_without_a_goal_laps_have_no_difference(trackside: Trackside) -> None:
    started(trackside, "2 x 400 @ mile pace w/ 20s jog")
    trackside.lap_after(80)
    rows = lap_rows(trackside.live.plan, rep_figures(trackside.live.driver.session))
    assert [(row.time, row.off) for row in rows] == [("1:20.0", "")]
    assert trackside.pages.run.figures.figures[0].label != "at 400 m"


def test_a_window_closed_in_the_middle_offers_to_go_on_at_the_next_start(opens: Callable[[], Trackside]) -> None:
    first = started(opens().opened())
    first.lap_after(39)
    first.passes(4)
    first.saved()
    first.close()

    second = opens().opened()
    second.until(lambda: not second.pages.banner.isHidden())
    assert "was cut off" in second.pages.banner.sentence.text()
    go_on = second.pages.banner.buttons[0]
    QTest.mouseClick(go_on, Qt.MouseButton.LeftButton)
    second.until(lambda: second.pages.page == "run")
    assert second.stands(State.PAUSED)
    second.key(KEY.Key_Space)
    assert second.stands(State.RUNNING)
    second.passes(20)
    second.lap_after(41)
    laps = [rep.laps[0].split_ms for rep in rep_figures(second.live.driver.session)]
    assert laps[0] == 39_000
    assert len(laps) == 2
    second.saved()
    assert [past.outcome for past in second.house.history()] == ["finished"]


def test_what_was_run_can_be_kept_instead_and_is_not_offered_again(opens: Callable[[], Trackside]) -> None:
    first = started(opens().opened())
    first.lap_after(39)
    first.saved()
    first.close()

    second = opens().opened()
    second.until(lambda: not second.pages.banner.isHidden())
    QTest.mouseClick(second.pages.banner.buttons[1], Qt.MouseButton.LeftButton)
    second.until(lambda: second.pages.page == "result")
    assert second.pages.result.outcome is not None
    assert [line.lap for line in second.pages.result.outcome.lines] == ["39.00"]
    assert second.house.unfinished() is None


def test_a_second_window_on_the_folder_is_told_and_can_run_unsaved_and_save_later(
    opens: Callable[[], Trackside],
) -> None:
    first = opens().opened()
    second = opens()
    second.until(lambda: not second.pages.banner.isHidden())
    assert "already open" in second.pages.banner.sentence.text()
    words = [button.text() for button in second.pages.banner.buttons]
    assert words == ["Try again", "Go on without saving"]
    QTest.mouseClick(second.pages.banner.buttons[1], Qt.MouseButton.LeftButton)
    second.opened()
    started(second, "200 in 40")
    second.lap_after(38)
    assert second.pages.page == "result"
    assert "Not saved" in second.pages.result.saved.text()
    first.close()
    QTest.mouseClick(second.pages.result.buttons["save"], Qt.MouseButton.LeftButton)
    second.until(lambda: second.pages.result.saved.text() == "Saved.")
    assert [past.outcome for past in second.house.history()] == ["finished"]


def test_a_damaged_file_is_set_aside_when_asked(opens: Callable[[], Trackside]) -> None:
    first = opens().opened()
    first.close()
    path = next(iter((first.house._folder).glob("*.sqlite3")))
    path.write_bytes(b"this is no database" * 400)

    second = opens()
    second.until(lambda: not second.pages.banner.isHidden())
    assert "damaged" in second.pages.banner.sentence.text()
    aside = next(button for button in second.pages.banner.buttons if button.text() == "Set it aside")
    QTest.mouseClick(aside, Qt.MouseButton.LeftButton)
    second.opened()
    assert [found.name for found in path.parent.glob("damaged-*")] != []
    started(second, "200 in 40")
    second.lap_after(38)
    second.saved()


def test_a_note_is_kept_with_the_session(trackside: Trackside) -> None:
    started(trackside, "200 in 40")
    trackside.lap_after(38)
    trackside.saved()
    trackside.pages.result.note.setText("windy, spikes")
    trackside.key(KEY.Key_Return, trackside.pages.result.note)
    trackside.until(lambda: trackside.pages.result.saved.text() == "Note saved.")
    trackside.key(KEY.Key_H)
    trackside.until(lambda: trackside.pages.history.list.count() == 1)
    trackside.key(KEY.Key_Return, trackside.pages.history.list)
    trackside.until(lambda: trackside.pages.page == "result")
    assert trackside.pages.result.note.text() == "windy, spikes"


def test_sentences_and_caps_name_the_keys_that_are_set(trackside: Trackside) -> None:
    trackside.pages.choosing.change(lambda choices: replace(choices, keys={"lap": ("F9",), "stop": ("F10",)}))
    trackside.until(lambda: bool(trackside.house.choices().keys))
    trackside.pages.settings_changed()
    trackside.type_workout("2 x 200 in 40 w/ 20s jog")
    assert trackside.pages.run.sentence.text() == "Press F9 to start."
    assert trackside.pages.run.caps[Act.LAP].key == "F9"
    trackside.key(KEY.Key_Space)
    assert trackside.stands(State.READY)
    trackside.key(KEY.Key_F9)
    assert trackside.stands(State.RUNNING)
    trackside.key(KEY.Key_F10)
    assert trackside.pages.run.sentence.text() == "Press F10 again to stop and keep what was run."
