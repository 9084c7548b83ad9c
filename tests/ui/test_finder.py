"""Finding on the library page: the search as one types, chips, stars, keys, and what an empty list says."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.core.workout import Purpose
from app.ui import design
from app.ui.finding import Long
from app.ui.library_page import LibraryPage
from app.ui.loading import REST
from tests.ui.conftest import Trackside

KEY = Qt.Key
N = 16
SIZES = ((1280, 800), (1920, 1080), (900, 600), (640, 400), (480, 800))


def names(library: LibraryPage) -> list[str]:
    return [library.list.item(number).text() for number in range(library.list.count())]


def find(trackside: Trackside, text: str) -> LibraryPage:
    """Go to the search with ctrl F and type."""
    QTest.keyClick(QApplication.focusWidget() or trackside.pages, KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    library = trackside.pages.library
    assert library.search.hasFocus()
    QTest.keyClicks(library.search, text)
    return library


def test_the_list_follows_the_search_as_one_types_and_says_how_many(trackside: Trackside) -> None:
    library = find(trackside, "ladder")
    assert names(library) == ["Ladder down", "Ladder up"]
    assert library.count.text() == f"2 of {N} workouts"
    assert library.name.text() == "Ladder down"
    QTest.keyClicks(library.search, " up")
    assert names(library) == ["Ladder up"]
    trackside.key(KEY.Key_Return)
    assert trackside.live.plan.workout.name == "Ladder up"


def test_down_goes_into_the_list_and_up_comes_back(trackside: Trackside) -> None:
    library = find(trackside, "ladder")
    trackside.key(KEY.Key_Down)
    assert library.list.hasFocus()
    trackside.key(KEY.Key_Down)
    assert library.name.text() == "Ladder up"
    trackside.key(KEY.Key_Up)
    trackside.key(KEY.Key_Up)
    assert library.search.hasFocus()


def test_escape_clears_the_search_and_then_leaves_it(trackside: Trackside) -> None:
    library = find(trackside, "ladder")
    trackside.key(KEY.Key_Escape)
    assert library.search.text() == ""
    assert library.search.hasFocus()
    assert library.list.count() == N
    trackside.key(KEY.Key_Escape)
    assert library.list.hasFocus()


def test_what_is_not_found_can_be_typed_as_a_workout_with_one_key(trackside: Trackside) -> None:
    library = find(trackside, "6 x 300")
    assert library.vacant.isVisible()
    assert library.vacant.heading.text() == "Nothing matches “6 x 300”"
    assert not library.button.isEnabled()
    trackside.key(KEY.Key_Slash)
    assert library.paste.text() == "6 x 300"
    assert library.paste.hasFocus()
    assert library.search.text() == ""
    assert library.list.count() == N
    trackside.key(KEY.Key_Return)
    trackside.until(lambda: trackside.pages.page == "run")


def test_chips_narrow_the_list_and_arrows_go_from_one_to_the_next(trackside: Trackside) -> None:
    library = find(trackside, "")
    trackside.key(KEY.Key_Tab)
    assert library.filters.favourites.hasFocus()
    trackside.key(KEY.Key_Right)
    assert library.filters.purposes[Purpose.SPEED].hasFocus()
    trackside.key(KEY.Key_Space)
    speed = names(library)
    assert 0 < len(speed) < N
    assert "30-second speed" in speed
    QTest.mouseClick(library.filters.lengths[Long.LONG], Qt.MouseButton.LeftButton)
    assert library.vacant.heading.text() == "Nothing fits all of these filters"
    library.list.setFocus()
    trackside.key(KEY.Key_Escape)
    assert library.list.count() == N
    assert not library.filters.purposes[Purpose.SPEED].isChecked()


def test_a_star_puts_a_workout_first_and_is_remembered(opens: Callable[[], Trackside]) -> None:
    first = opens().opened()
    library = first.pages.library
    library.list.setCurrentRow(names(library).index("Pyramid"))
    QTest.keyClicks(library.list, "*")
    assert names(library)[0] == "Pyramid"
    assert library.name.text() == "Pyramid"
    assert library.finder.is_favourite
    first.until(lambda: first.house.choices().favourites == ("pyramid",))
    first.close()

    second = opens().opened()
    library = second.pages.library
    assert names(library)[0] == "Pyramid"
    library.list.setCurrentRow(0)
    row = library.list.visualItemRect(library.list.item(0))
    QTest.mouseClick(library.list.viewport(), Qt.MouseButton.LeftButton, pos=row.bottomLeft() + QPoint(20, -50))
    second.until(lambda: second.house.choices().favourites == ())
    assert names(library)[0] != "Pyramid"


def test_a_star_given_twice_in_a_hurry_is_taken_away_again(trackside: Trackside) -> None:
    library = trackside.pages.library
    QTest.keyClicks(library.list, "**")
    assert not library.finder.is_favourite
    trackside.until(lambda: not trackside.pages.choosing._under_way)
    assert trackside.house.choices().favourites == ()


def test_looking_through_the_list_leaves_a_typed_text_alone_and_shows_what_is_looked_at(trackside: Trackside) -> None:
    library = trackside.pages.library
    trackside.key(KEY.Key_Slash)
    QTest.keyClicks(library.paste, "200 in 40")
    trackside.until(lambda: "Read as typed" in library.about.text())
    trackside.key(KEY.Key_Down)
    trackside.key(KEY.Key_Down)
    assert library.name.text() == names(library)[1]
    trackside.key(KEY.Key_Slash)
    assert "Read as typed" in library.about.text()
    trackside.key(KEY.Key_Return)
    assert trackside.live.plan.workout.name == "200 in 40"


def test_escape_leaves_the_typed_text_where_it_is_and_shows_the_list_again(trackside: Trackside) -> None:
    library = trackside.pages.library
    trackside.key(KEY.Key_Slash)
    QTest.keyClicks(library.paste, "200 in 40")
    trackside.until(library.button.isEnabled)
    trackside.key(KEY.Key_Escape)
    assert library.list.hasFocus()
    assert library.paste.text() == "200 in 40"
    assert library.name.text() == names(library)[0]


def test_targets_stand_in_seconds_once_a_goal_is_set(trackside: Trackside) -> None:
    library = trackside.pages.library
    library.list.setCurrentRow(names(library).index("Even-split practice"))
    assert library.panel.targets.text() == ""
    trackside.pages.sidebar.goal.setText("5:00")
    trackside.until(lambda: library.panel.targets.text() == "400 m in 1:14.6")


def test_tab_goes_through_the_page_in_the_order_of_the_eye(trackside: Trackside) -> None:
    library = trackside.pages.library
    library.paste.setFocus()
    seen: list[QWidget | None] = [QApplication.focusWidget()]
    for _each in range(4):
        trackside.key(KEY.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [library.paste, library.search, library.filters.favourites, library.list, library.button]


def test_rows_and_controls_have_names_for_who_does_not_see_them(trackside: Trackside) -> None:
    library = trackside.pages.library
    said = library.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "30-second speed, speed, 31–34 min, never run"
    parts = (library.paste, library.search, library.list, library.button, *library.filters.chips)
    assert all(part.accessibleName() for part in parts)


def test_with_no_workouts_at_all_the_page_says_what_to_do(
    opens: Callable[[], Trackside], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.bootstrap.house.shelf", lambda _folder: ())
    bare = opens()
    library = bare.pages.library
    bare.until(lambda: library.vacant.heading.text() == "No workouts yet")
    assert library.count.text() == "0 workouts"


def test_a_data_folder_that_is_not_open_is_said_in_the_list(qtbot: object, opens: Callable[[], Trackside]) -> None:
    first = opens().opened()
    second = opens()
    second.until(lambda: second.pages.library.vacant.heading.text() == "The data folder is not open")
    assert second.pages.banner.isVisible()
    assert first.pages.opening.is_ready


@pytest.mark.parametrize("size", SIZES)
def test_nothing_overlaps_and_nothing_stands_outside(trackside: Trackside, size: tuple[int, int]) -> None:
    trackside.window.resize(*size)
    library = trackside.pages.library
    library.list.setCurrentRow(names(library).index("Pyramid"))
    QApplication.processEvents()
    panel = library.panel
    blocks: list[QWidget] = [library.paste, library.search, library.list, panel]
    blocks += [library.filters] if library.filters.isVisible() else []
    inner = [part for part in (panel.name, panel.about, panel.total, panel.targets, panel.button, panel.foot) if
             part.isVisible() and (not hasattr(part, "text") or part.text())]  # fmt: skip
    for group, home in ((blocks, library), (inner, panel)):
        for number, one in enumerate(group):
            assert home.rect().contains(one.geometry()), one
            for other in group[number + 1 :]:
                assert not one.geometry().intersects(other.geometry()), (one, other)
    assert library.list.height() >= 76


@pytest.mark.parametrize("palette", design.PALETTES)
def test_a_favourite_chip_that_holds_can_be_read_in_every_palette(palette: str) -> None:
    colours = design.PALETTES[palette]
    assert design.contrast(colours.of("ground"), colours.of("ink")) >= 4.5


def test_a_key_of_a_search_costs_little_more_through_500_workouts_than_through_50(trackside: Trackside) -> None:
    trackside.until(lambda: f"app.ui.{REST[-1]}" in sys.modules)  # pages that are still loaded have turns of their own
    library = trackside.pages.library
    row = library.chosen
    assert row is not None
    rows = [replace(row, name=f"Workout {n} {'odd' if n % 2 else 'even'}", workout_id=str(n)) for n in range(500)]
    cost = {50: [1.0] * 6, 500: [1.0] * 6}
    for n in (50, 500) * 4:  # side by side: what slows the machine slows both
        library.search.clear()
        library.show_shelf(tuple(rows[:n]))
        library.search.setFocus()
        QApplication.processEvents()
        for place, letter in enumerate("odd 47"):
            began = time.thread_time()
            QTest.keyClicks(library.search, letter)
            QApplication.processEvents()
            cost[n][place] = min(cost[n][place], time.thread_time() - began)
    assert library.list.count() < 250
    assert sum(cost[500]) < 3 * sum(cost[50]), cost
