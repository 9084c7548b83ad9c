"""Ghosts: whole runs of the same distance, or of the same rep, and none of what was broken off."""

from __future__ import annotations

from fractions import Fraction

import pytest

from app.clock import FakeClock
from app.core.athlete import Athlete
from app.core.events import Command
from app.core.ghost import Ghosts, ghosts_in
from app.core.pace import Belt
from app.core.plan import Plan
from app.core.planning import compile_plan
from app.core.session import Session
from app.core.setup import Setup
from app.core.units import MILE_M
from app.core.workout import Workout
from app.driver import Driver, Unkept
from app.interchange.recording import Recording
from app.interchange.sessions import session_of
from app.rehearsal import Listener
from tests.drawn import GOAL_PACE, jog_s, mile_race, plan_of, run_m, times, warm_up
from tests.recorded import MILE as WATCH_MILE
from tests.recorded import laps_of, recording
from tests.staged import MILE, REPS, Staged

MILES = (*MILE[:3], 304_400)


def session(*staged: object) -> Session:
    return Staged(*staged).driver.session  # type: ignore[arg-type]  # as the function takes them


def work(plan: Plan) -> list[int]:
    return [segment.index for segment in plan.segments if segment.intensity.value == "work"]


def test_a_past_mile_runs_beside_a_mile_evenly_between_its_splits() -> None:
    plan = plan_of(mile_race(), goal_s=290)
    (ghost,) = ghosts_in(plan, session(*MILES)).values()
    assert ghost.time_ms == 299_400  # the lead-in is no part of it
    assert ghost.way.at(75_100) == pytest.approx(409.344)
    assert ghost.way.at(75_100 + 74_900 / 2) == pytest.approx(609.344)
    assert ghost.way.at(10**7) == float(MILE_M)
    assert ghost.way.at(0) == 0


def test_the_distance_counts_and_not_the_workout() -> None:
    past = session(*MILES)
    assert [*ghosts_in(plan_of(warm_up(), mile_race(), goal_s=300), past)] == [1]
    assert ghosts_in(plan_of(run_m(1500), goal_s=300), past) == {}


def test_a_run_that_was_broken_off_leaves_no_ghost() -> None:
    assert ghosts_in(plan_of(mile_race()), session(*MILES[:2], MILES[2][:3], 290_000)) == {}


def test_a_rep_runs_beside_the_same_rep_of_the_same_workout() -> None:
    past = session(*REPS)
    found = ghosts_in(past.plan, past)
    assert [*found] == work(past.plan)[:3]
    assert [ghost.time_ms for ghost in found.values()] == [74_200, 75_400, 74_600]
    other = plan_of(times(8, run_m(400, GOAL_PACE), rest=jog_s(60)), goal_s=300)
    assert ghosts_in(other, past) == {}


def test_the_best_and_the_last_of_several_and_one_where_they_are_the_same() -> None:
    plan = plan_of(mile_race())
    index = work(plan)[0]
    slow = ghosts_in(plan, session(MILES[0], MILES[1], (90_000, 170_000, 250_000, 330_000), 330_000))
    fast = ghosts_in(plan, session(*MILES))
    ghosts = Ghosts()
    for found in (slow, fast, slow):
        ghosts.add(found)
    assert ghosts.pairs[index].last.time_ms == 325_000
    assert ghosts.pairs[index].best.time_ms == 299_400
    alone = Ghosts()
    for found in (fast, slow, {}):
        alone.add(found)
    assert alone.pairs[index].best is alone.pairs[index].last


def test_of_two_runs_of_a_distance_in_one_session_the_faster_stays() -> None:
    past = session("2 x 400 @ mile pace w/ 60s jog", "Two", (81_000, 211_000), 211_000)
    (ghost,) = ghosts_in(plan_of(run_m(400)), past).values()
    assert ghost.time_ms == 70_000


def test_a_belt_that_went_by_itself_is_raced_on_a_belt_alone() -> None:
    belt = compile_plan(Workout("drawn", (mile_race(),)), Athlete(Fraction(300)), Setup(lead_in_ms=0, belt=Belt.KMH))
    clock = FakeClock()
    driver = Driver(belt, clock, Listener(clock), lambda _start: Unkept())
    driver.press(Command.START)
    clock.forward(400_000)
    driver.tick()
    (ghost,) = ghosts_in(belt, driver.session).values()
    assert ghost.time_ms == belt.segments[-1].duration_ms
    assert ghost.way.at(ghost.time_ms / 2) == pytest.approx(float(MILE_M) / 2)
    assert ghosts_in(plan_of(mile_race()), driver.session) == {}
    assert [*ghosts_in(belt, session(*MILES)).values()] != []  # but the track is raced on it


def test_of_what_a_watch_kept_only_laps_pressed_at_the_lines_are_raced() -> None:
    def kept(run: Recording) -> Session:
        made = session_of(run)
        return Session.from_events(made.plan, made.events)

    pressed = recording(laps_of((75_100, 412.0), (74_900, 405.0), (75_600, 403.0), (73_800, 404.0)))
    (ghost,) = ghosts_in(plan_of(mile_race()), kept(pressed)).values()
    assert ghost.time_ms == 299_400
    assert ghosts_in(plan_of(mile_race()), kept(WATCH_MILE)) == {}, "its own metres are not those of the track"
