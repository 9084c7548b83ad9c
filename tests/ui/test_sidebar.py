"""The sidebar: it stands whole at every size, and Tab reaches all of it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.options import Options
from app.ui.sidebar import Sidebar
from tests.ui.conftest import Trackside
from tests.ui.standing import overlaps, words_cut

KEY = Qt.Key
SIZES = [
    (1920, 1080), (1280, 800), (1000, 640), (900, 600), (800, 400), (760, 520), (640, 400), (640, 520), (480, 800),
    (480, 400), (440, 520),
]  # fmt: skip


def controls(sidebar: Sidebar) -> list[QWidget]:
    """Return all that can be set or pressed, as Tab goes."""
    figures = sidebar.figures
    ways = [way for way in sidebar.ways.values() if not way.isHidden()]
    return [
        *ways, figures.goal, figures.best, *(row.holder for row in figures.findChildren(Options)),
    ]  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("is_running", [False, True], ids=["", "running"])
def test_all_of_it_is_seen_at_every_size(trackside: Trackside, size: tuple[int, int], *, is_running: bool) -> None:
    trackside.pages.resize(*size)
    if is_running:
        trackside.type_workout("200 in 40")
        trackside.key(KEY.Key_Space)
        trackside.key(KEY.Key_W)
    sidebar = trackside.pages.sidebar
    sidebar.goal.setText("5:00")
    assert words_cut(sidebar) == []
    assert overlaps(sidebar) == []
    for control in controls(sidebar):
        corner = control.mapTo(sidebar, QPoint(control.width(), control.height()))
        assert sidebar.rect().adjusted(0, 0, 1, 1).contains(corner), control
        assert control.isVisible()


@pytest.mark.parametrize("size", [(1280, 800), (760, 520), (640, 400), (480, 400)])
def test_what_cannot_be_read_is_said_and_not_cut(trackside: Trackside, size: tuple[int, int]) -> None:
    trackside.pages.resize(*size)
    trackside.pages.sidebar.best.setText("quick")
    assert trackside.pages.sidebar.pace.text() == "The best mile is a time such as 5:20."
    assert words_cut(trackside.pages.sidebar) == []


def test_tab_goes_through_the_ways_and_the_figures(trackside: Trackside) -> None:
    sidebar = trackside.pages.sidebar
    wanted = controls(sidebar)
    wanted[0].setFocus()
    reached: list[QWidget | None] = [QApplication.focusWidget()]
    for _ in wanted[1:]:
        trackside.key(KEY.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached == wanted


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_Return])
def test_a_way_with_the_focus_is_gone_by_space_and_by_enter(trackside: Trackside, key: Qt.Key) -> None:
    trackside.pages.sidebar.ways["history"].setFocus()
    trackside.key(key)
    assert trackside.pages.page == "history"


def test_a_track_that_is_none_of_the_choices_leaves_none_chosen_and_tab_still_enters(trackside: Trackside) -> None:
    track = trackside.pages.sidebar.figures.track
    track.show_value(Fraction(300))
    assert not any(choice.isChecked() for choice, _metres in track.choices)
    assert track.choices[0][0].focusPolicy() == Qt.FocusPolicy.TabFocus
    track.show_value(Fraction(200))
    assert track.holder.text() == "200"
