"""The first page of all: two figures, what they give at once, and a workout one key away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.first_run import FirstRun
from tests.ui.conftest import Trackside

KEY = Qt.Key
SIZES = ((1280, 800), (1920, 1080), (900, 600), (640, 400), (480, 800))


def first_of(window: Trackside) -> FirstRun:
    """The first page."""
    assert window.pages.opening.first is not None
    return window.pages.opening.first


@pytest.fixture
def newcomer(qtbot: QtBot, tmp_path: Path) -> Iterator[Trackside]:
    """A window that opens for the first time."""
    made = Trackside(qtbot, tmp_path / "data", welcomed=False)
    made.until(lambda: made.pages.page == "first" and first_of(made).best.hasFocus())
    yield made
    made.close()


def test_two_times_and_enter_lead_to_a_workout_that_enter_starts(newcomer: Trackside) -> None:
    first = first_of(newcomer)
    QTest.keyClicks(first.best, "5:20")
    newcomer.key(KEY.Key_Return)
    assert first.goal.hasFocus()
    QTest.keyClicks(first.goal, "5:00")
    assert [figure.text() for _label, figure in first.figures] == ["1:14.6", "37.3"]
    assert first.laps.accessibleName() == "1:16.3, 2:30.9, 3:45.4, 5:00.0"
    assert first.said.text() == "20 s to find: 5 s in each lap."
    newcomer.key(KEY.Key_Return)
    assert newcomer.pages.page == "workouts"
    newcomer.until(lambda: newcomer.pages.library.name.text() == "Eight by 200")
    choices = newcomer.house.choices()
    assert (choices.best_s, choices.goal_s, choices.welcomed) == (Fraction(320), Fraction(300), True)
    assert newcomer.pages.sidebar.goal.text() == "5:00"
    newcomer.key(KEY.Key_Return)
    assert newcomer.live.plan.workout.name == "Eight by 200"
    assert newcomer.live.plan.athlete.goal_s == 300


@pytest.mark.parametrize("way", ["click", "escape"])
def test_later_asks_no_more_and_chooses_an_easy_run(newcomer: Trackside, way: str) -> None:
    first = first_of(newcomer)
    if way == "click":
        QTest.mouseClick(first.wait, Qt.MouseButton.LeftButton)
    else:
        newcomer.key(KEY.Key_Escape)
    newcomer.until(lambda: newcomer.pages.page == "workouts")
    newcomer.until(lambda: newcomer.pages.library.name.text() == "Easy thirty")
    assert newcomer.house.choices().welcomed
    assert newcomer.house.choices().goal_s is None


def test_who_was_welcomed_is_not_asked_again(newcomer: Trackside, opens: Callable[[], Trackside]) -> None:
    first_of(newcomer).later()
    newcomer.until(lambda: newcomer.house.choices().welcomed)
    newcomer.close()
    again = opens().opened()
    assert again.pages.page == "workouts"


def test_a_slip_is_told_while_it_is_typed_and_taken_for_nothing(qtbot: QtBot) -> None:
    answers: list[tuple[Fraction | None, Fraction | None]] = []
    page = FirstRun(lambda best, goal: answers.append((best, goal)))
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.best.hasFocus)
    QTest.keyClicks(page.best, "5.20")
    assert page.best_said.text() == "That is 5.2 seconds. Write 5:20?"
    assert page.best_said.tone == "quiet"
    page.ready()
    assert answers == []
    assert page.best_said.tone == "slower"
    assert page.best.hasFocus()
    QTest.keyClicks(page.best, "5:20")
    page.ready()
    assert answers == [(Fraction(320), None)]


def test_a_best_that_is_faster_than_the_goal_is_pointed_out_and_allowed(qtbot: QtBot) -> None:
    answers: list[tuple[Fraction | None, Fraction | None]] = []
    page = FirstRun(lambda best, goal: answers.append((best, goal)))
    qtbot.addWidget(page)
    page.best.setText("4:50")
    page.goal.setText("5:00")
    assert "10 s faster than your goal" in page.said.text()
    assert page.said.tone == "quiet"
    page.ready()
    assert answers == [(Fraction(290), Fraction(300))]


@pytest.mark.parametrize("size", SIZES)
def test_nothing_overlaps_on_the_first_page(qtbot: QtBot, size: tuple[int, int]) -> None:
    page = FirstRun(lambda _best, _goal: None)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.best.setText("4:50")
    page.goal.setText("5:00")
    QApplication.processEvents()
    parts = [
        part
        for part in (
            page.title, page.best_label, page.goal_label, page.best, page.goal, page.laps_label, page.laps, page.said,
            page.go, page.wait, *(figure for _label, figure in page.figures),
        )
        if part.isVisible()
    ]  # fmt: skip
    for number, one in enumerate(parts):
        assert page.rect().contains(one.geometry()), one
        for other in parts[number + 1 :]:
            assert not one.geometry().intersects(other.geometry()), (one, other)


def test_tab_goes_from_field_to_field_to_the_buttons(qtbot: QtBot) -> None:
    page = FirstRun(lambda _best, _goal: None)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.best.hasFocus)
    seen = []
    for _each in range(4):
        seen.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget() or page, KEY.Key_Tab)
    assert seen == [page.best, page.goal, page.go, page.wait]
