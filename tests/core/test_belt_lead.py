"""The lead of a belt: its speed is said so long before the work that it is there when the work begins."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.audio.synth import LENGTHS_MS
from app.core.athlete import Athlete
from app.core.cues import Cue, CueKind
from app.core.events import Command
from app.core.pace import Belt
from app.core.plan import Plan, Segment
from app.core.planning import compile_plan
from app.core.scheme import Lengths
from app.core.setup import Setup
from app.core.spoken import ENDING, VOCABULARY
from app.core.workout import (
    ByDistance,
    Intensity,
    Item,
    Pace,
    Step,
    Unit,
    Workout,
)
from app.rehearsal import Rehearsal
from tests.drawn import (
    FULL,
    GOAL_PACE,
    cool_down,
    jog_m,
    jog_s,
    run_m,
    squats,
    times,
    warm_up,
)

LENGTHS = Lengths(LENGTHS_MS, dict.fromkeys(VOCABULARY, 350) | {f"{word}.": 400 for word in ENDING})
KMH = Setup(belt=Belt.KMH)
WORK, LEAD_IN, RECOVERY = Intensity.WORK, Intensity.LEAD_IN, Intensity.RECOVERY
FIVE = "set the belt to 19 point 3 kilometres per hour"
"""5:00 a mile is 19.312 km/h."""
NINE = "set the belt to 10 point 7 kilometres per hour"

per_mile = ByDistance(Fraction(1), Unit.MI)


def at_pace(step: Step, seconds: int) -> Step:
    return replace(step, target=Pace(Fraction(seconds), per_mile))


def plan_for(*items: Item, setup: Setup = KMH, goal_s: int | None = 300) -> Plan:
    return compile_plan(Workout("drawn", items), Athlete(None if goal_s is None else Fraction(goal_s)), setup)


def of(plan: Plan, intensity: Intensity) -> list[Segment]:
    return [segment for segment in plan.segments if segment.intensity is intensity]


def heard(plan: Plan, until_ms: int = 3_600_000) -> list[Cue]:
    rehearsal = Rehearsal(plan, LENGTHS).start().to_the_end()
    return [cue for cue in rehearsal.heard if cue.at.ms <= until_ms]


def speeds(plan: Plan, until_ms: int = 3_600_000) -> list[tuple[int, str]]:
    return [(cue.at.ms, " ".join(cue.words)) for cue in heard(plan, until_ms) if cue.kind is CueKind.SAY_SPEED]


@pytest.mark.parametrize(
    ("before", "lead_ins"),
    [
        ([], [15_000]),
        ([warm_up(60)], []),
        ([warm_up(60), FULL], [15_000]),
        ([jog_m(200)], [15_000]),
        ([at_pace(jog_m(200), 540)], []),
        ([squats()], [5_000, 15_000]),
    ],
)
def test_work_that_a_person_starts_waits_until_the_belt_is_there(before: list[Step], lead_ins: list[int]) -> None:
    plan = plan_for(*before, run_m(400, GOAL_PACE))
    assert [segment.duration_ms for segment in of(plan, LEAD_IN)] == lead_ins


@pytest.mark.parametrize(("lead_in_s", "lead_s", "lasts_s"), [(0, 15, 15), (10, 5, 10), (3, 30, 30), (5, 0, 5)])
def test_the_longer_of_lead_in_and_lead_counts(lead_in_s: int, lead_s: int, lasts_s: int) -> None:
    setup = replace(KMH, lead_in_ms=1000 * lead_in_s, belt_lead_ms=1000 * lead_s)
    assert [s.duration_ms for s in of(plan_for(run_m(400, GOAL_PACE), setup=setup), LEAD_IN)] == [1000 * lasts_s]
    bare = replace(setup, lead_in_ms=0, belt_lead_ms=0)
    assert of(plan_for(run_m(400, GOAL_PACE), setup=bare), LEAD_IN) == []


@given(st.integers(7, 60), st.integers(0, 120), st.sampled_from([FULL, jog_s(60), warm_up(300)]))
def test_the_speed_is_said_a_lead_before_the_work(lead_s: int, more_s: int, before: Step) -> None:
    setup = replace(KMH, belt_lead_ms=1000 * lead_s)
    rest = before if before is FULL else replace(before, length=jog_s(lead_s + more_s).length)
    plan = plan_for(run_m(400, GOAL_PACE), rest, run_m(400, GOAL_PACE), setup=setup)
    rehearsal = Rehearsal(plan, LENGTHS).start().to_the_end()
    began = [record.started_at.ms for record in rehearsal.session.records if record.segment.intensity is WORK]
    told = [cue.at.ms for cue in rehearsal.heard if cue.kind is CueKind.SAY_SPEED]
    assert len(told) == len(began) == 2
    for said_ms, work_ms in zip(told, began, strict=True):
        assert -1500 <= said_ms - (work_ms - 1000 * lead_s) <= 1500  # a tone may stand there


def test_in_a_recovery_nothing_but_a_tone_keeps_the_speed_from_its_instant() -> None:
    plan = plan_for(times(3, run_m(400, GOAL_PACE), rest=jog_s(60)))
    ends, at = [], 0
    for segment in plan.segments:
        assert segment.duration_ms is not None
        at += segment.duration_ms
        if segment.intensity is RECOVERY:
            ends.append(at)
    assert [at for at, _ in speeds(plan)][1:] == [end - 15_000 for end in ends]


def test_in_a_recovery_shorter_than_the_lead_the_speed_is_said_as_it_begins() -> None:
    told = speeds(plan_for(times(2, run_m(400, GOAL_PACE), rest=jog_s(10))))
    assert [words for _, words in told] == [FIVE, FIVE]
    assert 0 <= told[1][0] - (15_000 + 74_611) < 800


def test_where_there_is_no_room_before_the_countdown_it_is_said_earlier() -> None:
    setup = replace(KMH, belt_lead_ms=4000)
    told = speeds(plan_for(times(2, run_m(400, GOAL_PACE), rest=jog_s(30)), setup=setup))
    begins = 5_000 + 74_611 + 30_000
    assert begins - 8_000 < told[1][0] < begins - 4_000


def test_a_speed_that_is_kept_is_not_said_again() -> None:
    plan = plan_for(run_m(400, GOAL_PACE), run_m(800, GOAL_PACE), at_pace(run_m(400), 540))
    assert [words for _, words in speeds(plan)] == [FIVE, NINE]


def test_a_recovery_says_its_own_speed_where_the_belt_can_get_there() -> None:
    long, short = at_pace(jog_s(60), 540), at_pace(jog_s(29), 540)
    assert [words for _, words in speeds(plan_for(times(2, run_m(400, GOAL_PACE), rest=long)))] == [FIVE, NINE, FIVE]
    assert [words for _, words in speeds(plan_for(times(2, run_m(400, GOAL_PACE), rest=short)))] == [FIVE, FIVE]


def test_warm_up_and_cool_down_say_their_speed_as_they_begin() -> None:
    told = speeds(plan_for(at_pace(warm_up(60), 540), run_m(400, GOAL_PACE), at_pace(cool_down(60), 540)))
    assert [words for _, words in told] == [NINE, FIVE, NINE]
    assert [at // 1000 for at, _ in told] == [0, 45, 60 + 75]


def test_work_that_is_skipped_to_says_its_speed_at_once() -> None:
    plan = plan_for(times(2, run_m(400, GOAL_PACE), rest=jog_s(120)))
    rehearsal = Rehearsal(plan, LENGTHS).start().at("1:40", Command.SKIP).alone()
    told = [cue.at.ms for cue in rehearsal.heard if cue.kind is CueKind.SAY_SPEED]
    assert len(told) == 2
    assert 100_000 < told[1] < 101_000


def test_a_longer_recovery_moves_the_speed_with_the_work() -> None:
    plan = plan_for(times(2, run_m(400, GOAL_PACE), rest=jog_s(60)))
    rehearsal = Rehearsal(plan, LENGTHS).start().at("1:40", Command.PAUSE).at("1:50", Command.RESUME).alone()
    told = [cue.at.ms for cue in rehearsal.heard if cue.kind is CueKind.SAY_SPEED]
    assert told[1] == 15_000 + 74_611 + 60_000 + 10_000 - 15_000
