"""The start of a race: a go that gives nothing away, and when a false start can be called."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.audio.synth import LENGTHS_MS
from app.core.asked import Command, Delete
from app.core.athlete import Athlete
from app.core.cues import CueKind
from app.core.gun import GO_AFTER_MS, can_be_false, has_go, with_go
from app.core.plan import Plan
from app.core.planning import compile_plan
from app.core.scheme import Lengths
from app.core.setup import RaceStart, Setup
from app.core.spoken import ENDING, VOCABULARY
from app.core.units import Instant
from app.core.workout import Item, Workout
from app.rehearsal import Rehearsal
from tests.drawn import FULL, jog_s, mile_race, plans, run_m, run_s, times

GO = Setup(start=RaceStart.GO)
LENGTHS = Lengths(LENGTHS_MS, dict.fromkeys(VOCABULARY, 350) | {f"{word}.": 400 for word in ENDING})


def plan_of(*steps: Item, setup: Setup = GO) -> Plan:
    return compile_plan(Workout("drawn", steps), Athlete(Fraction(320)), setup)


def started(*steps: Item, setup: Setup = GO) -> Rehearsal:
    return Rehearsal(plan_of(*steps, setup=setup), LENGTHS).start()


MILE = mile_race()


@given(after_ms=st.integers(*GO_AFTER_MS))
def test_the_go_sounds_at_the_drawn_instant_and_nothing_before_it_gives_it_away(after_ms: int) -> None:
    rehearsal = Rehearsal(with_go(plan_of(MILE), after_ms), LENGTHS).start().until(Instant(after_ms + 5000))
    heard = [(cue.at.ms, cue.kind) for cue in rehearsal.heard]
    assert heard == [(0, CueKind.LEAD_IN), (after_ms, CueKind.GO)], "no pip, no word, nothing said into the start"
    assert rehearsal.session.records[-1].started_at == Instant(after_ms), "the clock starts with it"


@given(one=st.integers(*GO_AFTER_MS), other=st.integers(*GO_AFTER_MS))
def test_a_plan_looks_the_same_whatever_was_drawn(one: int, other: int) -> None:
    plan = plan_of(MILE)
    first, second = with_go(plan, one), with_go(plan, other)
    assert first.time_ms == second.time_ms == plan.time_ms
    assert [each.expected_ms for each in first.segments] == [each.expected_ms for each in second.segments]
    assert with_go(first, other) == second, "drawn anew from what was drawn before"


@given(plan=plans)
def test_a_plan_without_a_go_is_left_as_it_is(plan: Plan) -> None:
    assert has_go(plan) or with_go(plan, 1500) is plan


def test_a_false_start_can_be_called_from_the_start_press_to_the_first_lap() -> None:
    rehearsal = started(MILE)
    assert can_be_false(rehearsal.session), "in the wait for the go"
    rehearsal.at(1000, Command.LAP)
    assert can_be_false(rehearsal.session), "a press in it was refused"
    rehearsal.until(Instant(30_000))
    assert can_be_false(rehearsal.session)
    rehearsal.at(82_000, Command.LAP)
    assert not can_be_false(rehearsal.session)
    rehearsal.at(83_000, Command.UNDO)
    assert can_be_false(rehearsal.session), "an undone lap never was"


@pytest.mark.parametrize("start", RaceStart)
def test_it_can_be_called_whichever_way_the_race_starts(start: RaceStart) -> None:
    assert can_be_false(started(MILE, setup=replace(GO, start=start)).until(Instant(20_000)).session)


def test_reps_have_no_false_start_and_what_was_run_before_a_race_is_never_thrown_away() -> None:
    assert not can_be_false(started(times(3, run_m(400), rest=jog_s(60))).session)
    assert not can_be_false(started(run_s(30)).until(Instant(6000)).session)
    after_strides = started(run_s(30), FULL, MILE).until(Instant(40_000))
    after_strides.at(50_000, Command.LAP).until(Instant(51_000))
    assert after_strides.session.records[-1].segment.is_go
    assert not can_be_false(after_strides.session)


def test_a_session_that_is_over_has_no_false_start() -> None:
    assert not can_be_false(started(MILE).at(9000, Command.STOP).session)


def test_a_lap_that_was_mended_away_leaves_the_false_start_open() -> None:
    rehearsal = started(MILE).at(82_000, Command.LAP)
    rehearsal.at(90_000, Delete(Instant(82_000)))
    assert can_be_false(rehearsal.session)
