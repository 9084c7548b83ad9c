"""The drawn track as a person sees it: who stands where, by the pixels, and what is written beside it."""

from __future__ import annotations

from fractions import Fraction
from unittest.mock import patch

import pytest
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.athlete import Athlete
from app.core.events import Command
from app.core.ghost import Ghost, Ghosts, Pair
from app.core.pace import Belt
from app.core.planning import compile_plan
from app.core.rabbit import way_of
from app.core.setup import Setup
from app.core.units import MILE_M
from app.core.workout import Item, Workout
from app.ui import design
from app.ui.keys import bindings
from app.ui.live import Live
from app.ui.oval import Oval
from app.ui.rounds import Rounds
from app.ui.run_page import RunPage
from app.ui.runners import Kind
from app.ui.strip import LapStrip
from tests.drawn import GOAL_PACE, jog_s, mile_race, run_m, run_s, times
from tests.looks import look
from tests.ui.test_run_page import Running


def page_of(
    qtbot: QtBot, setup: Setup | None = None, *items: Item, goal_s: int | None = 300
) -> tuple[RunPage, Running]:
    goal = None if goal_s is None else Fraction(goal_s)
    plan = compile_plan(Workout("drawn", items or (mile_race(),)), Athlete(goal), setup or Setup(lead_in_ms=0))
    page = RunPage(lambda _act: None, lambda: bindings({}), lambda _index: None)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    running = Running(plan)
    page.show_live(Live(running))
    return page, running


def past(seconds: int) -> Ghost:
    return Ghost(1000 * seconds, way_of([(Fraction(0), Fraction(0)), (Fraction(seconds), MILE_M)]))


def at(page: RunPage, laps: float, kind: Kind = Kind.TARGET) -> QPointF:
    """Return where a dot of a kind has to stand."""
    rounds = page.track.widget
    return rounds.spot(laps).point(rounds.rail(kind))


def picture(page: RunPage) -> QImage:
    QApplication.processEvents()
    return page.track.widget.grab().toImage()


def tone(image: QImage, point: QPointF) -> str:
    """Return the colour at a place by its meaning."""
    found = image.pixelColor(round(point.x()), round(point.y()))
    tones = ("work", "ink", "quiet", "line", "ground")
    return next((each for each in tones if found == design.palette().of(each)), found.name())


def middle_of(image: QImage, colour: QColor) -> tuple[float, float]:
    """Return the middle of all pixels of a colour."""
    found = [(x, y) for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y) == colour]
    return sum(x for x, _ in found) / len(found), sum(y for _, y in found) / len(found)


def forwards(page: RunPage, running: Running, seconds: float, command: Command | None = None) -> None:
    running.after(round(1000 * seconds), command)
    page.frame()


# Who stands where ---------------------------------------------------------------------------------------------------


def test_the_rabbit_of_a_mile_starts_behind_the_line_and_is_round_the_first_bend_after_a_quarter(qtbot: QtBot) -> None:
    page, running = page_of(qtbot)
    forwards(page, running, 0, Command.START)
    start = 1 - 9.344 / 400
    assert tone(picture(page), at(page, start)) == "work"
    forwards(page, running, 300 / 1609.344 * 109.344)
    x, y = middle_of(page.track.widget.grab().toImage().copy(0, 0, 380, 200), design.palette().of("work"))
    wanted = at(page, 0.25)
    assert (x, y) == pytest.approx((wanted.x(), wanted.y()), abs=1.5)
    assert tone(picture(page), at(page, start)) != "work"  # and it has left where it was


def test_a_rep_starts_at_the_line(qtbot: QtBot) -> None:
    page, running = page_of(qtbot, None, *times(2, run_m(400, GOAL_PACE), rest=jog_s(60)).steps, run_m(200, GOAL_PACE))
    forwards(page, running, 0, Command.START)
    assert tone(picture(page), at(page, 0.0)) == "work"


def test_the_athlete_is_a_ring_that_stands_at_the_mark_when_it_is_pressed(qtbot: QtBot) -> None:
    page, running = page_of(qtbot)
    forwards(page, running, 0, Command.START)
    forwards(page, running, 80, Command.LAP)
    image, middle = picture(page), at(page, 0.0, Kind.ESTIMATE)
    assert tone(image, middle + QPointF(7.5, 0)) == "ink"
    assert tone(image, middle + QPointF(3, 0)) != "ink"  # the line of the finish runs through the middle of it
    forwards(page, running, 40)  # 1.5 laps at 80 s for 409.344 m
    middle = at(page, 204.672 / 400, Kind.ESTIMATE)
    assert tone(picture(page), middle) in ("ground", "line")
    assert tone(picture(page), middle + QPointF(0, 7.5)) == "ink"


def test_each_goal_and_each_past_run_has_its_place_and_its_shape(qtbot: QtBot) -> None:
    page, running = page_of(qtbot, Setup(lead_in_ms=0, rabbits=(Fraction(330), Fraction(300))))
    forwards(page, running, 0, Command.START)
    assert page._live is not None
    page.show_ghosts(page._live, Ghosts({0: Pair(past(290), past(340))}))  # they come late
    forwards(page, running, 70)
    image = picture(page)
    for kind, whole_s, wanted in ((Kind.GOAL, 330, "work"), (Kind.BEST, 290, "quiet"), (Kind.LAST, 340, "quiet")):
        laps = (70 / whole_s * 1609.344 - 9.344) / 400
        assert tone(image, at(page, laps, kind)) == wanted, kind
    said = [words for _kind, words in page.track.widget.legend.entries]
    assert said == ["target", "5:30", "you, estimated", "best", "last"]  # the athlete's own goal is no other one
    assert {each.text for each in look(page.track.widget).letters} >= {"5:30", "best", "last", "409"}


def test_the_last_run_that_was_the_best_runs_once(qtbot: QtBot) -> None:
    page, running = page_of(qtbot)
    ghost = past(290)
    assert page._live is not None
    page.show_ghosts(page._live, Ghosts({0: Pair(ghost, ghost)}))
    forwards(page, running, 0, Command.START)
    assert [words for _kind, words in page.track.widget.legend.entries] == ["target", "you, estimated", "best"]


def test_without_a_goal_a_mile_has_its_track_and_the_past_runs(qtbot: QtBot) -> None:
    page, running = page_of(qtbot, goal_s=None)
    assert page._live is not None
    page.show_ghosts(page._live, Ghosts({0: Pair(past(290), past(300))}))
    forwards(page, running, 0, Command.START)
    assert page.track.widget.isVisible()
    assert [words for _kind, words in page.track.widget.legend.entries] == ["best", "last"]


def test_in_practice_nobody_runs(qtbot: QtBot) -> None:
    page, running = page_of(qtbot, Setup(lead_in_ms=0, is_blind=True, rabbits=(Fraction(310),)))
    assert page._live is not None
    page.show_ghosts(page._live, Ghosts({0: Pair(past(290), past(340))}))
    forwards(page, running, 0, Command.START)
    before = picture(page)
    forwards(page, running, 30)
    assert picture(page) == before
    assert page.track.widget.legend.entries == ()


def test_nobody_runs_before_the_start_in_a_recovery_and_after_the_end(qtbot: QtBot) -> None:
    page, running = page_of(qtbot, None, *times(2, run_m(400, GOAL_PACE), rest=jog_s(60)).steps, run_s(30))
    work = design.palette().of("work")

    def runs() -> bool:
        image, rounds = picture(page), page.track.widget
        image = image.copy(0, 0, rounds.width(), rounds.height() - round(rounds.legend_high(rounds.width())))
        return any(image.pixelColor(x, y) == work for y in range(image.height()) for x in range(image.width()))

    assert not runs()
    forwards(page, running, 0, Command.START)
    assert runs()
    forwards(page, running, 75, Command.LAP)
    assert not runs()


def test_what_moves_leaves_nothing_behind(qtbot: QtBot) -> None:
    page, running = page_of(qtbot, Setup(lead_in_ms=0, rabbits=(Fraction(330), Fraction(270))))
    assert page._live is not None
    page.show_ghosts(page._live, Ghosts({0: Pair(past(290), past(340))}))
    forwards(page, running, 0, Command.START)
    rounds = page.track.widget
    kept = rounds.grab().toImage()
    for number in range(120):
        dirty: list[QRect] = []
        with patch.object(rounds, "update", lambda *box, dirty=dirty: dirty.append(box[0] if box else rounds.rect())):
            forwards(page, running, 1.7, Command.LAP if number in (40, 88) else None)
        painter = QPainter(kept)
        for box in dirty:
            rounds.render(painter, box.topLeft(), QRegion(box), QWidget.RenderFlag.DrawChildren)
        painter.end()
        if number % 10 == 0:
            assert rounds.grab().toImage() == kept, number


# On a belt ----------------------------------------------------------------------------------------------------------


def test_on_a_belt_the_lap_is_a_strip_and_the_athlete_a_full_dot(qtbot: QtBot) -> None:
    page, running = page_of(qtbot, Setup(lead_in_ms=0, belt=Belt.KMH, belt_lead_ms=0))
    forwards(page, running, 0, Command.START)
    strip = page.track.widget
    assert isinstance(strip, LapStrip)
    forwards(page, running, 300 / 1609.344 * 200)
    image, middle = picture(page), at(page, 0.5, Kind.ATHLETE)
    assert tone(image, middle) == "ink"
    assert middle.x() == pytest.approx(strip.width() / 2)
    assert [words for _kind, words in strip.legend.entries] == ["target", "you"]
    assert tone(image, at(page, 0.5)) == "work"  # 19.3 km/h is as good as 5:00 a mile


def test_on_a_belt_each_mark_that_is_reached_makes_room_for_the_next(qtbot: QtBot) -> None:
    page, running = page_of(qtbot, Setup(lead_in_ms=0, belt=Belt.KMH, belt_lead_ms=0))
    forwards(page, running, 0, Command.START)

    def written() -> set[str]:
        return {words for _box, words in page.track.widget.words}

    assert written() == {"400", "1609"}
    forwards(page, running, 75)
    assert written() == {"800", "1609"}
    forwards(page, running, 160)
    assert written() == {"1609"}
    forwards(page, running, 70)
    assert written() == set()


@pytest.mark.parametrize(("size", "kind"), [((1280, 800), Oval), ((900, 600), LapStrip), ((480, 800), LapStrip)])
def test_where_an_oval_would_be_too_small_the_lap_is_drawn_straight(
    qtbot: QtBot, size: tuple[int, int], kind: type[Rounds]
) -> None:
    page, running = page_of(qtbot)
    page.resize(*size)
    forwards(page, running, 0, Command.START)
    forwards(page, running, 80, Command.LAP)
    assert isinstance(page.track.widget, kind)
    assert page.track.widget.isVisible()
    assert not any(each.isVisible() for each in page.findChildren(Rounds) if each is not page.track.widget)
