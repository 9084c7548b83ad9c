"""The track as it is drawn: its marks where the athlete passes them, and a lap that is as long as its parts."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from app.core.athlete import Athlete
from app.core.events import Command
from app.core.pace import Belt
from app.core.planning import compile_plan
from app.core.setup import Setup
from app.core.track import INDOOR, YARDS, Convention, track_in_lane
from app.core.workout import Item, Workout
from app.ui.oval import Oval
from app.ui.rounds import Rounds
from app.ui.runners import Ground, ground_of, subject
from app.ui.spot import Spot
from app.ui.strip import LapStrip
from tests.drawn import GOAL_PACE, mile_race, run_m, warm_up
from tests.looks import look
from tests.ui.test_rounds import forwards, page_of, tone


def marks(setup: Setup, *items: Item) -> tuple[float, dict[float, list[float]]]:
    plan = compile_plan(Workout("drawn", items or (mile_race(),)), Athlete(Fraction(300)), setup)
    ground = ground_of(plan, subject(plan, 0))
    return ground.start, {round(each.at, 3): [round(float(m), 3) for m in each.metres] for each in ground.places}


def test_marks_stand_where_the_athlete_passes_them() -> None:
    assert marks(Setup()) == (1 - 9.344 / 400, {0: [409.344, 809.344, 1209.344, 1609.344]})
    assert marks(Setup(convention=Convention.START_LINE))[1] == {0: [1609.344], 0.977: [400, 800, 1200]}
    assert marks(Setup(mark_every_m=Fraction(200)))[1] == {
        0: [409.344, 809.344, 1209.344, 1609.344], 0.5: [209.344, 609.344, 1009.344, 1409.344],
    }  # fmt: skip
    assert marks(Setup(YARDS)) == (0, {0: [402.336, 804.672, 1207.008, 1609.344]})
    assert marks(Setup(INDOOR))[0] == 1 - 9.344 / 200
    start, places = marks(Setup(track_in_lane(8)))
    assert start == pytest.approx(1 - 250.25 / 453.03, abs=1e-4)
    assert [*places] == [0]
    assert marks(Setup(), warm_up(), run_m(600, GOAL_PACE), run_m(200)) == (0, {0: [400], 0.5: [600]})


def test_a_belt_has_no_finish_line_and_a_short_rep_takes_the_whole_lane() -> None:
    assert marks(Setup(belt=Belt.KMH)) == (0, {0: [400, 800, 1200], 0.023: [1609.344]})
    assert marks(Setup(belt=Belt.KMH), run_m(300, GOAL_PACE), run_m(300)) == (0, {0: [300]})


def test_before_the_start_all_marks_are_written_and_then_the_next_one_at_each_place(qtbot: QtBot) -> None:
    page, running = page_of(qtbot, Setup(lead_in_ms=0, mark_every_m=Fraction(200)))

    def written() -> set[str]:
        return {words for _box, words in page.track.widget.words}

    assert written() == {"start", "409 · 809 · 1209 · 1609", "209 · 609 · 1009 · 1409"}
    assert page.track.widget.legend.entries == ((None, "start 9.344 m before the finish line"),)
    forwards(page, running, 0, Command.START)
    assert written() == {"409", "209"}
    forwards(page, running, 40, Command.LAP)
    assert written() == {"409", "609"}


def test_marks_close_to_each_other_are_written_side_by_side(qtbot: QtBot) -> None:
    page, _running = page_of(qtbot, Setup(convention=Convention.START_LINE))
    assert {words for _box, words in page.track.widget.words} == {"start", "400 · 800 · 1200", "1609"}


@pytest.mark.parametrize("width", [120, 220, 380, 900])
@pytest.mark.parametrize("kind", [Oval, LapStrip])
def test_at_small_sizes_words_go_and_marks_stay(qtbot: QtBot, width: int, kind: type[Rounds]) -> None:
    rounds = kind()
    qtbot.addWidget(rounds)
    plan = compile_plan(Workout("drawn", (mile_race(),)), Athlete(Fraction(300)), Setup(mark_every_m=Fraction(100)))
    rounds.show_ground(ground_of(plan, subject(plan, 0)), is_ready=True)
    rounds.resize(width, rounds.height_for(width))
    rounds.show()
    assert look(rounds).wrong == ()
    image = rounds.grab().toImage()
    for place in (0.25, 0.5, 0.75):
        assert tone(image, rounds.spot(place).point(-17 * rounds.grown)) != "ground", place


@pytest.mark.parametrize("straight", [84.39 / 400, 84.39 / 453.03, 0.3])
def test_a_lap_is_as_long_as_its_parts_and_closed(straight: float, qtbot: QtBot) -> None:
    oval = Oval()
    qtbot.addWidget(oval)
    oval.ground = Ground(0.0, (), straight)
    oval.resize(400, 240)
    oval.arrange()
    spots: list[Spot] = [oval.spot(number / 1000) for number in range(1001)]
    steps = [QPointF(b.x - a.x, b.y - a.y).manhattanLength() for a, b in pairwise(spots)]
    assert (spots[0].x, spots[0].y) == pytest.approx((spots[-1].x, spots[-1].y))
    assert max(steps) <= 1.5 * oval.around() / 1000
    assert all(each.out_x**2 + each.out_y**2 == pytest.approx(1) for each in spots)
    inner = oval.spot(1 - straight)
    assert inner.out_x == pytest.approx(0, abs=1e-6)  # there the home straight begins
    assert oval.spot(1 - straight - 0.05).out_x < -0.1
