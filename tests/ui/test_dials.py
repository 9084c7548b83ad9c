"""What the pages say of a treadmill: the speed now, the one to come, and what came of them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given

from app.clock import FakeClock
from app.core.asked import Asked
from app.core.athlete import Athlete
from app.core.errors import IllegalCommand
from app.core.events import Command
from app.core.pace import Belt
from app.core.plan import Plan
from app.core.planning import compile_plan
from app.core.session import Session
from app.core.setup import Setup
from app.core.units import Instant
from app.core.workout import ByDistance, Effort, Item, Pace, Step, Unit, Workout
from app.driver import Driver, Unkept
from app.rehearsal import Listener, Rehearsal
from app.ui.board import Board, board_of
from app.ui.outcome import outcome_of
from app.ui.shelf import target_line
from tests.drawn import FULL, GOAL_PACE, jog_s, mile_race, plans, presses, run_m, run_s, times

KMH = Setup(belt=Belt.KMH)
MPH = Setup(belt=Belt.MPH)
GIVEN = "19.3 km/h is 3:06.5 a km and 5:00.2 a mile, not 5:00."
REPS = times(2, run_m(800, GOAL_PACE), rest=jog_s(60))


def plan_for(*items: Item, setup: Setup = KMH, goal_s: str = "300") -> Plan:
    return compile_plan(Workout("On a belt", items), Athlete(Fraction(goal_s)), setup)


class Running:
    """A session at virtual time, and what the page says of it."""

    def __init__(self, plan: Plan) -> None:
        self.clock = FakeClock()
        self.driver = Driver(plan, self.clock, Listener(self.clock), lambda _start: Unkept())

    def at(self, seconds: float, command: Command | None = None) -> Running:
        self.clock.set(Instant(round(1000 * seconds)))
        self.driver.tick()
        if command is not None:
            self.driver.press(command)
        return self

    @property
    def board(self) -> Board:
        return board_of(self.driver.engine.plan, self.driver.session, self.driver.snapshot())

    @property
    def figures(self) -> dict[str, str]:
        return {figure.label: figure.value for figure in self.board.figures}


def test_the_speed_stands_before_the_rep_while_it_runs_and_ahead_of_the_next() -> None:
    run = Running(plan_for(REPS))
    assert run.figures == {"set the belt to, km/h": "19.3", "a mile at it": "5:00.2"}
    assert run.at(0, Command.START).figures == {"set the belt to, km/h": "19.3", "a mile at it": "5:00.2"}
    assert run.at(20).figures == {"belt, km/h": "19.3", "a mile at it": "5:00.2"}
    assert run.at(170).figures == {"belt next, km/h": "19.3", "a mile at it": "5:00.2"}
    assert [run.board.sentence, run.board.far[1].value] == [GIVEN, "19.3 km/h"]
    assert run.at(500).figures == {}


def test_a_recovery_with_a_speed_shows_both_and_a_kept_one_shows_itself_alone() -> None:
    easy = Step(jog_s(60).length, jog_s(60).intensity, target=Pace(Fraction(540), ByDistance(Fraction(1), Unit.MI)))
    run = Running(plan_for(run_m(400, GOAL_PACE), easy, run_m(400, GOAL_PACE), run_m(200, GOAL_PACE), setup=MPH))
    run.at(0, Command.START)
    assert run.at(20).figures == {"belt, mph": "12.0", "belt next, mph": "6.7", "a mile at it": "5:00.0"}
    assert run.at(100).figures == {"belt, mph": "6.7", "belt next, mph": "12.0", "a mile at it": "8:57.3"}
    assert run.at(160).figures == {"belt, mph": "12.0", "a mile at it": "5:00.0"}


def test_a_press_on_a_belt_shows_its_split_behind_the_speed() -> None:
    run = Running(plan_for(REPS)).at(0, Command.START).at(90, Command.LAP)
    assert list(run.figures.items())[-1] == ("split", "1:15.0")
    assert run.board.far[0].value == "1:15.0"


def test_an_incline_is_shown_with_its_cost_and_the_speed_stays() -> None:
    run = Running(plan_for(REPS, setup=Setup(belt=Belt.KMH, incline_pct=Fraction(1))))
    assert run.figures == {"set the belt to, km/h": "19.3", "a mile at it": "5:00.2", "1 % costs like (ACSM)": "4:47.3"}


def test_before_the_start_it_is_said_that_most_belts_are_slower() -> None:
    run = Running(plan_for(mile_race(), goal_s="223.13"))
    fast = "26.0 km/h is faster than most belts go (25.0 km/h)."
    assert run.board.sentence == f"{fast} Press space to start."
    assert run.at(0, Command.START).at(20).board.sentence == fast


def test_an_effort_on_a_belt_has_no_speed_on_any_page() -> None:
    plan = plan_for(times(2, run_s(30, Effort(Fraction(90), Fraction(95))), rest=FULL))
    run = Running(plan)
    assert (run.figures, run.board.sentence) == ({}, "Press space to start.")
    assert target_line(plan) == ""


@given(plans, presses)
def test_whatever_is_pressed_only_a_belt_with_a_pace_shows_a_speed(plan: Plan, drawn: list[tuple[Asked, int]]) -> None:
    run, ms = Running(plan), 0
    run.driver.press(Command.START)
    has_dials = any(segment.dial for segment in plan.segments)
    for asked, gap in drawn:
        ms += gap
        run.at(ms / 1000)
        try:
            run.driver.press(asked)
        except IllegalCommand:
            continue
        labels = [figure.label for figure in run.board.figures]
        assert has_dials or not any("belt" in label for label in labels)
        segment = run.driver.snapshot().segment
        if segment is not None and segment.dial is not None and labels:
            assert labels[0].startswith("belt, ")


@pytest.mark.parametrize(
    ("setup", "said"),
    [
        (KMH, "800 m in 2:29.2, 19.3 km/h"),
        (MPH, "800 m in 2:29.1, 12.0 mph"),
        (Setup(), "800 m in 2:29.1"),
    ],
)
def test_the_library_says_the_speed_of_the_work(setup: Setup, said: str) -> None:
    assert target_line(plan_for(REPS, setup=setup)) == said


def test_the_library_says_what_most_belts_cannot() -> None:
    line = target_line(plan_for(run_m(400, GOAL_PACE), run_s(60, GOAL_PACE), goal_s="223.13"))
    assert line == (
        "400 m in 55.4, 26.0 km/h  ·  60 s at 55.4 per 400 m, 26.0 km/h  ·  "
        "26.0 km/h is faster than most belts go (25.0 km/h)."
    )


def test_the_result_has_the_belts_time_for_its_target_and_names_the_treadmill() -> None:
    rehearsal = Rehearsal(plan_for(REPS)).start().to_the_end()
    outcome = outcome_of(rehearsal.plan, rehearsal.session, "")
    assert outcome.occasion == "On a belt  ·  treadmill"
    assert [(line.lap, line.per_400, line.even, line.mark) for line in outcome.lines] == [
        ("2:29.2", "1:14.61", "2:29.22", "19.3 km/h")
    ] * 2


def test_a_mile_on_a_belt_has_the_belts_time_for_its_headline() -> None:
    rehearsal = Rehearsal(plan_for(mile_race())).start().to_the_end()
    outcome = outcome_of(rehearsal.plan, rehearsal.session, "")
    assert (outcome.headline, outcome.beside.value) == ("5:00.2", "at 19.3 km/h")


def test_a_rep_that_was_left_has_no_target_to_be_measured_by() -> None:
    rehearsal = Rehearsal(plan_for(REPS)).start().at("1:00", Command.SKIP).to_the_end()
    session: Session = rehearsal.session
    lines = outcome_of(rehearsal.plan, session, "").lines
    assert [(line.even, line.mark) for line in lines] == [("", ""), ("2:29.22", "19.3 km/h")]
