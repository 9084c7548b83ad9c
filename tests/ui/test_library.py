"""The library page: what is listed, what is typed, what is set and remembered."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui import design
from tests.ui.conftest import Trackside

KEY = Qt.Key


def test_the_workouts_are_listed_and_enter_makes_the_chosen_one_ready(trackside: Trackside) -> None:
    library = trackside.pages.library
    names = [library.list.item(number).text() for number in range(library.list.count())]
    assert "30-second speed" in names
    library.list.setCurrentRow(names.index("Ladder up"))
    assert library.name.text() == "Ladder up"
    trackside.key(KEY.Key_Return, library.list)
    assert trackside.pages.page == "run"
    assert trackside.live.plan.workout.name == "Ladder up"


def test_a_bad_file_is_listed_with_its_fault_and_stops_nothing(opens: Callable[[], Trackside]) -> None:
    first = opens().opened()
    first.close()
    own = first.house._folder / "workouts"
    own.mkdir(parents=True, exist_ok=True)
    (own / "mine.toml").write_text('name = "Mine"\nstpes = ["8 x 200m"]\n', "utf-8")

    second = opens().opened()
    library = second.pages.library
    second.until(lambda: library.list.count() == 17)
    row = next(number for number in range(17) if library.list.item(number).text() == "mine")
    library.list.setCurrentRow(row)
    assert "did you mean steps?" in library.about.text()
    assert "mine.toml:2" in library.about.text()
    assert not library.button.isEnabled()


def test_a_typed_text_that_is_not_understood_says_what_and_starts_nothing(trackside: Trackside) -> None:
    trackside.key(KEY.Key_Slash)
    library = trackside.pages.library
    QTest.keyClicks(library.paste, "6 x 400 with bananas")
    trackside.key(KEY.Key_Return, library.paste)
    trackside.until(lambda: "not understood" in library.about.text())
    assert "bananas" in library.about.text()
    assert not library.button.isEnabled()
    assert trackside.pages.page == "workouts"
    library.paste.setText("6 x 400 @ 80 w/ 200 jog")
    trackside.until(library.button.isEnabled)
    assert "6 × 400m" in library.name.text()


def test_a_bound_is_said_at_once_for_a_typed_text(trackside: Trackside) -> None:
    trackside.pages.library.paste.setText("99999 x (99999 x 1s)")
    trackside.until(lambda: trackside.pages.library.about.tone == "slower")
    assert "20,000" in trackside.pages.library.about.text()


def test_goal_track_and_lead_in_are_remembered(opens: Callable[[], Trackside]) -> None:
    first = opens().opened()
    first.pages.sidebar.goal.setText("5:20")
    QTest.mouseClick(
        first.pages.sidebar.figures.track.choices[1][0],
        Qt.MouseButton.LeftButton,
    )
    QTest.mouseClick(first.pages.sidebar.figures.lead_in.choices[0][0], Qt.MouseButton.LeftButton)
    first.until(lambda: first.house.choices().track_m == 200 and first.house.choices().lead_in_s == 0)
    assert first.house.choices().goal_s == Fraction(320)
    assert first.pages.sidebar.pace.text() == "1:19.54 per 400 m"
    first.close()

    second = opens().opened()
    assert second.pages.sidebar.goal.text() == "5:20"
    assert second.house.choices().track_m == 200
    assert second.house.choices().lead_in_s == 0


def test_a_goal_that_is_no_time_is_said_and_the_old_one_holds(trackside: Trackside) -> None:
    sidebar = trackside.pages.sidebar
    sidebar.goal.setText("5:00")
    trackside.until(lambda: trackside.house.choices().goal_s == 300)
    sidebar.goal.setText("5:99")
    assert sidebar.pace.text() == "The goal mile is a time such as 5:20."
    assert sidebar.pace.tone == "slower"
    assert trackside.house.choices().goal_s == 300


def test_a_new_goal_changes_what_the_workouts_ask(trackside: Trackside) -> None:
    trackside.pages.sidebar.goal.setText("5:00")
    trackside.until(lambda: trackside.house.choices().goal_s == 300)
    trackside.until(lambda: trackside.pages.library.list.count() == 16)
    trackside.type_workout("2 x 400 @ mile pace w/ 200 jog")
    work = next(segment for segment in trackside.live.plan.segments if segment.marks)
    assert work.marks[-1].planned_ms == 74_565


def test_daylight_is_one_key_and_remembered(opens: Callable[[], Trackside]) -> None:
    first = opens().opened()
    first.key(KEY.Key_D, first.pages.library.list)
    assert design.palette() is design.DAY
    first.until(lambda: first.house.choices().palette == "day")
    first.close()
    design.use_palette("dark")

    opens().opened()
    assert design.palette() is design.DAY


def test_a_running_workout_is_not_lost_by_starting_another(trackside: Trackside) -> None:
    trackside.type_workout("200 in 40")
    trackside.key(KEY.Key_Space)
    trackside.key(KEY.Key_W)
    QTest.mouseClick(trackside.pages.library.button, Qt.MouseButton.LeftButton)
    assert "A workout is running" in trackside.pages.library.about.text()
    assert trackside.live.plan.workout.name == "200 in 40"


def test_a_long_library_is_listed_at_once_and_what_is_further_down_made_whole_behind_it(trackside: Trackside) -> None:
    from app.ui.shelf import on_shelf

    own = Path(trackside.house.folder) / "workouts"
    own.mkdir(exist_ok=True)
    for number in range(6):
        (own / f"z{number}.toml").write_text(
            f'name = "Z {number}"\npurpose = "speed"\nsteps = ["4 x 200m"]\n', encoding="utf-8"
        )
    at_once, all_of_them = on_shelf(trackside.house, 3), on_shelf(trackside.house)
    assert [row.name for row in at_once] == [row.name for row in all_of_them]
    assert [row.plan is not None for row in at_once] == [True] * 3 + [False] * (len(at_once) - 3)
    assert all(row.plan is not None for row in all_of_them)
    trackside.pages.library.show_shelf(at_once)
    trackside.pages.library.list.setCurrentRow(len(at_once) - 1)
    assert not trackside.pages.library.button.isEnabled()
    trackside.pages.library.show_shelf(all_of_them)
    assert trackside.pages.library.button.isEnabled()
