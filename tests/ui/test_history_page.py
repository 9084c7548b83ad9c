"""The history page: the list at once, what came out of each session as it is made; by keys alone; empty too."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.errors import StoreError
from app.ui.background import Background
from app.ui.desk import Desk, Past
from app.ui.digest import Digest
from app.ui.digests import UNREADABLE, Digests
from app.ui.history_page import HistoryPage
from app.ui.past_rows import PastRow, with_evenness
from app.ui.run_figures import Figure
from tests.staged import MILE, Staged

KEY = Qt.Key


def past(session_id: int, workout: str = "Timed mile", outcome: str = "finished") -> Past:
    return Past(session_id, workout, f"2026-11-{session_id:02d}T18:05:00+00:00", outcome)


NEWEST_FIRST = (past(22), past(21, "Eight by 400", "stopped"), past(20), past(19), past(18))
FASTER = Digest("4:59.40", Figure("", "0.6 inside 5:00", "faster"), 1.2)


class Recalling:
    """A desk that recalls a mile, and can be asked what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.damaged: set[int] = set()

    def recall(self, session_id: int) -> tuple[object, object]:
        self.asked.append(session_id)
        if session_id in self.damaged:
            raise StoreError("it is damaged")
        driver = Staged(*MILE[:3], 400_000).driver
        return driver.engine.plan, list(driver.session.held)


class Direct:
    """A background that is done at once, or when it is told to."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def ask(
        self, slow: Callable[[], Digest], then: Callable[[Digest], None], failed: Callable[[Exception], None]
    ) -> None:
        def do() -> None:
            try:
                answer = slow()
            except StoreError as error:
                failed(error)
            else:
                then(answer)

        self.waiting.append(do)

    def works(self, n: int = 1000) -> None:
        while self.waiting and n:
            self.waiting.pop(0)()
            n -= 1


@pytest.fixture
def desk() -> Recalling:
    return Recalling()


@pytest.fixture
def background() -> Direct:
    return Direct()


@pytest.fixture
def digests(desk: Recalling, background: Direct) -> Digests:
    return Digests(cast("Desk", desk), cast("Background", background))


@pytest.fixture
def opened() -> list[Past]:
    return []


@pytest.fixture
def page(qtbot: QtBot, digests: Digests, opened: list[Past]) -> HistoryPage:
    made = HistoryPage(opened.append, digests, lambda: None)
    qtbot.addWidget(made)
    made.resize(1060, 800)
    made.show()
    return made


def test_the_list_is_there_at_once_and_the_results_follow_newest_first(
    page: HistoryPage, desk: Recalling, background: Direct, qtbot: QtBot
) -> None:
    page.show_past(NEWEST_FIRST)
    assert page.list.count() == 5
    assert desk.asked == []
    background.works(2)
    assert desk.asked == [22, 21]
    assert len(background.waiting) == 1  # one at a time: what else is asked comes in between
    background.works()
    assert desk.asked == [22, 21, 20, 19, 18]
    qtbot.waitUntil(lambda: page.row(4).digest is not None)
    digest = page.row(0).digest
    assert digest is not None
    assert digest.main == "4:59.40"
    assert page.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Timed mile, Sun 22 Nov 2026, 18:05, finished, 4:59.40, 0.6 inside 5:00, 1.2 % spread"
    )


def test_what_is_known_is_not_recalled_again_but_for_the_newest(
    page: HistoryPage, desk: Recalling, background: Direct
) -> None:
    page.show_past(NEWEST_FIRST)
    background.works()
    desk.asked.clear()
    page.show_past((past(23), *NEWEST_FIRST))
    background.works()
    assert desk.asked == [23]
    desk.asked.clear()
    page.show_past((past(23), *NEWEST_FIRST))
    background.works()
    assert desk.asked == [23]


def test_nothing_is_recalled_once_nobody_looks(page: HistoryPage, desk: Recalling, background: Direct) -> None:
    page.show_past(NEWEST_FIRST)
    background.works(1)
    page.hide()
    background.works()
    assert len(desk.asked) == 2  # the one that was under way


def test_nothing_is_recalled_while_a_workout_runs(desk: Recalling, background: Direct) -> None:
    digests = Digests(cast("Desk", desk), cast("Background", background), lambda: False)
    digests.follow(NEWEST_FIRST, lambda _id, _digest: None, lambda: True)
    background.works()
    assert desk.asked == []


def test_a_damaged_session_does_not_keep_the_others_from_being_shown(
    page: HistoryPage, desk: Recalling, background: Direct, qtbot: QtBot
) -> None:
    desk.damaged = {21}
    page.show_past(NEWEST_FIRST)
    background.works()
    qtbot.waitUntil(lambda: page.row(4).digest is not None)
    assert page.row(1).digest == UNREADABLE


def test_the_line_is_of_the_same_workout_up_to_that_day() -> None:
    spread = {22: 1.0, 21: 9.0, 20: 1.5, 19: 2.0, 18: None}
    rows = [PastRow(each, Digest("", Figure("", ""), spread[each.session_id])) for each in NEWEST_FIRST]
    assert [row.evenness for row in with_evenness(rows)] == [(2.0, 1.5, 1.0), (9.0,), (2.0, 1.5), (2.0,), ()]


def test_arrows_choose_and_enter_opens(page: HistoryPage, opened: list[Past]) -> None:
    page.show_past(NEWEST_FIRST)
    QTest.keyClick(page.list, KEY.Key_Down)
    QTest.keyClick(page.list, KEY.Key_Down)
    assert page.chosen == past(20)
    page.open_chosen()  # what the window does on Enter
    assert opened == [past(20)]
    page.show_past((past(23), *NEWEST_FIRST))
    assert page.chosen == past(20)


def test_with_nothing_run_the_page_says_what_to_do(page: HistoryPage) -> None:
    page.show_past(())
    assert page.empty.isVisible()
    assert page.empty.text() == "Nothing has been run yet."
    assert page.advice.text() == "Enter on a workout starts one."
    assert not page.list.isVisible()
    assert not page.enter.isVisible()
    page.show_past(NEWEST_FIRST)
    assert not page.empty.isVisible()
    assert page.list.isVisible()


@pytest.mark.parametrize("size", [(1700, 1080), (1060, 800), (700, 600), (640, 340), (480, 740)])
def test_nothing_of_it_is_cut_off(page: HistoryPage, size: tuple[int, int]) -> None:
    page.resize(*size)
    page.show_past(NEWEST_FIRST)
    for each in NEWEST_FIRST:
        page.show_digest(each.session_id, FASTER)
    page._fill()
    page.grab()
    parts = [page.title, page.count, page.list, *page.caps]
    for part in parts:
        assert page.rect().contains(part.geometry())
    for one, other in combinations(parts, 2):
        assert not one.geometry().intersects(other.geometry())
