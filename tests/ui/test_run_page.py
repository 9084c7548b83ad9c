"""The run page's parts: what is painted, what is not on disk yet, and thousands of frames without harm."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.clock import FakeClock
from app.core.events import Command
from app.core.lateness import CueRecord
from app.core.plan import Plan
from app.driver import Driver, Unkept
from app.rehearsal import Listener
from app.ui import design
from app.ui.board import Clock, board_of, clock_of
from app.ui.desk import SavedState
from app.ui.hero import Hero
from app.ui.keys import bindings
from app.ui.live import Live
from app.ui.profile import bars_of
from app.ui.run_page import RunPage
from tests.drawn import GOAL_PACE, jog_s, mile_race, plan_of, run_m, run_s, times, warm_up

N_REPAINTS = 6_500
"""More than the 5,100 after which a None lost at each call ends the process; see test_refcount.py."""


class Running:
    """A session with a journal that the test holds back."""

    workout_id = ""
    started_at = ""
    session_id = None

    def __init__(self, plan: Plan) -> None:
        self.clock = FakeClock()
        self.driver = Driver(plan, self.clock, Listener(self.clock), lambda _start: Unkept())
        self.n_saved = 0
        self.n_events = 0

    def saved(self) -> SavedState:
        return SavedState(self.n_saved, "")

    def sound(self) -> str:
        return ""

    def cue_log(self) -> tuple[CueRecord, ...]:
        return ()

    def save_again(self) -> None:
        """Do nothing: it never fails here."""

    def discard(self) -> None:
        """Keep nothing anyway."""

    def close(self) -> None:
        """Hold nothing."""

    def after(self, ms: int, command: Command | None = None) -> None:
        """Let time pass, then press."""
        self.clock.forward(ms)
        self.driver.tick()
        if command is not None:
            self.driver.press(command)


@pytest.fixture
def page(qtbot: QtBot) -> RunPage:
    made = RunPage(lambda _act: None, lambda: bindings({}), lambda _index: None)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def test_only_changed_digits_are_painted_and_the_whole_is_as_if_painted_anew(qtbot: QtBot) -> None:
    kept = Hero()
    qtbot.addWidget(kept)
    kept.resize(700, 260)
    kept.show()
    for tenths in (0, 1, 9, 10, 599, 600, 6009, 36_001, 12):
        seconds = tenths // 10
        clock = Clock(f"{seconds // 60}:{seconds % 60:02d}", f".{tenths % 10}", "elapsed")
        kept.show_clock(clock)
        QApplication.processEvents()
        anew = Hero()
        qtbot.addWidget(anew)
        anew.resize(700, 260)
        anew.show_clock(clock)
        assert kept.grab().toImage() == anew.grab().toImage(), clock


def test_digits_are_digits_and_not_boxes(qtbot: QtBot) -> None:
    hero = Hero()
    qtbot.addWidget(hero)
    hero.resize(300, 200)
    pictures = set()
    for digit in "0123456789":
        hero.show_clock(Clock(digit, "", ""))
        image = hero.grab().toImage()
        pictures.add(bytes(image.constBits()))
    assert len(pictures) == 10


def test_a_row_carries_a_ring_until_its_lap_is_on_disk(page: RunPage) -> None:
    running = Running(plan_of(times(3, run_m(200, GOAL_PACE), rest=jog_s(20)), goal_s=300, lead_s=0))
    live = Live(running)
    page.show_live(live)
    live.press(Command.START)
    running.after(36_000, Command.LAP)
    live.frame()
    row = page.table._rows[0]
    assert not page.table.is_acknowledged(row)
    assert page.saved.text() == "saving"
    before = page.table.grab().toImage()
    running.n_saved = row.position
    running.after(100)
    live.frame()
    assert page.table.is_acknowledged(row)
    assert page.saved.text() == "saved"
    assert page.table.grab().toImage() != before


def test_a_failure_of_the_disk_is_on_the_page_at_once(page: RunPage) -> None:
    running = Running(plan_of(run_s(30), lead_s=0))
    live = Live(running)
    page.show_live(live)
    live.press(Command.START)
    running.saved = lambda: SavedState(0, "The disk is full: free some space and save again.")  # type: ignore[method-assign]
    running.after(100)
    live.frame()
    assert page.saved.text().startswith("The disk is full")
    assert page.saved.tone == "slower"


def test_the_far_view_shows_the_clock_and_the_difference_alone(page: RunPage) -> None:
    running = Running(plan_of(times(3, run_m(200, GOAL_PACE), rest=jog_s(20)), goal_s=300, lead_s=0))
    live = Live(running)
    page.show_live(live)
    live.press(Command.START)
    running.after(36_000, Command.LAP)
    page.set_far(far=True)
    assert page.far_left.text() == "36.0"
    assert page.far_right.text() == "−1.3"
    assert page.hero.isVisible()
    assert not page.table.isVisible()
    assert not page.strip.isVisible()


@pytest.mark.parametrize("size", [(440, 520), (480, 800), (760, 500), (900, 600), (1280, 800), (2560, 1440)])
def test_at_every_size_nothing_lies_over_the_clock_or_off_the_page(page: RunPage, size: tuple[int, int]) -> None:
    running = Running(plan_of(warm_up(), mile_race(), goal_s=300))
    page.show_live(Live(running))
    page.resize(*size)
    hero = page.hero.geometry()
    assert page.rect().adjusted(-20, 0, 20, 0).contains(hero)
    for other in (page.band, page.figures, page.sentence, page.table, page.strip, *page.caps.values()):
        if other.isVisible():
            assert not other.geometry().intersects(hero.adjusted(20, 2, -20, -2)), other
    for cap in page.caps.values():
        assert not cap.isVisible() or page.rect().contains(cap.geometry())


def test_thousands_of_frames_leave_the_page_and_python_unharmed(page: RunPage) -> None:
    running = Running(plan_of(times(20, run_m(400, GOAL_PACE), rest=jog_s(60)), goal_s=300, lead_s=0))
    live = Live(running)
    page.show_live(live)
    live.press(Command.START)
    for number in range(N_REPAINTS):
        running.after(
            330, Command.LAP if number % 220 == 219 and Command.LAP in running.driver.engine.accepts else None
        )
        page.frame()
        page.repaint() if number % 10 == 0 else QApplication.processEvents()
    assert page.hero.shown != "0:00.0"


def test_the_clock_shows_no_second_that_has_not_passed() -> None:
    running = Running(plan_of(run_m(400), lead_s=0))
    running.driver.press(Command.START)
    running.clock.forward(59_999)
    assert clock_of(running.driver.snapshot()) == Clock("0:59", ".9", "elapsed")
    running.clock.forward(3_540_001)
    assert clock_of(running.driver.snapshot()) == Clock("1:00:00", "", "elapsed")


def test_after_a_lap_of_the_mile_the_board_says_the_difference_the_need_and_the_projection() -> None:
    running = Running(plan_of(mile_race(), goal_s=300, lead_s=0))
    plan = running.driver.engine.plan
    running.driver.press(Command.START)
    running.after(75_100, Command.LAP)
    board = board_of(plan, running.driver.session, running.driver.snapshot())
    figures = {figure.label: figure.value for figure in board.figures}
    assert board.place == "lap 2 of 4"
    assert figures["at 409 m"] == "−1.2"
    assert figures["each lap from here"] == "1:15.0"
    assert figures["projected"] == "4:55.3"
    assert board.sentence == "1.2 fast. Ease: 1:15s from here."
    assert [row.name for row in board.rows] == ["409 m", "809 m"]


def test_the_profile_is_as_wide_as_the_plan_and_higher_for_work() -> None:
    bars = bars_of(plan_of(warm_up(300), times(2, run_s(60), rest=jog_s(60)), lead_s=0))
    assert [round(bar.right - bar.left, 3) for bar in bars] == [0.625, 0.125, 0.125, 0.125]
    assert bars[1].height > bars[2].height > 0
    assert [bar.tone for bar in bars] == ["warm", "work", "recovery", "work"]
    assert bars[-1].right == 1


def test_work_and_rest_differ_without_colour() -> None:
    from PySide6.QtCore import QRectF

    from app.core.workout import Intensity
    from app.ui.band import shape_of

    shapes = [shape_of(intensity, QRectF(0, 0, 40, 40)) for intensity in (*Intensity, None)]
    assert all(one != other for one, other in combinations(shapes, 2))
    assert design.on(design.DARK.of("work")).name() == "#0a0e13"
    assert design.on(design.DAY.of("recovery")).name() == "#ffffff"


def test_a_300_at_mile_pace_knows_its_100_m_marks() -> None:
    running = Running(plan_of(run_m(300, GOAL_PACE), goal_s=300, lead_s=0))
    running.driver.press(Command.START)
    board = board_of(running.driver.engine.plan, running.driver.session, running.driver.snapshot())
    figures = {figure.label: figure.value for figure in board.figures}
    assert (figures["target at 300 m"], figures["each 100 m"]) == ("55.9", "18.6")
