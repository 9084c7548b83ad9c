"""Rehearsals: whole sessions at virtual time, told as stories."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given

from app.core.analysis import rep_figures
from app.core.asked import Command, Delete, How, Insert, Move, Relabel
from app.core.cues import CueKind
from app.core.engine import Engine
from app.core.errors import InputError
from app.core.events import Cause, Finished, SegmentFinished, SegmentStarted, SplitTaken
from app.core.plan import Plan
from app.core.score import scored
from app.core.session import holding
from app.core.state import State
from app.core.units import Instant
from app.core.workout import Intensity
from app.rehearsal import Rehearsal
from tests.drawn import (
    FULL,
    GOAL_PACE,
    cool_down,
    easy_s,
    jog_s,
    mile_race,
    plan_of,
    plans,
    run_m,
    run_s,
    times,
    warm_up,
)


def test_a_timed_mile_by_presses() -> None:
    rehearsal = Rehearsal(plan_of(mile_race(), goal_s=300, lead_s=5)).start()
    rehearsal.at("1:21.3", Command.LAP).at("2:36", Command.LAP).at("3:50.5", Command.LAP).at("5:05", Command.LAP)
    assert rehearsal.state is State.FINISHED
    assert [event for event in rehearsal.events if not isinstance(event, SegmentStarted)][1:] == [
        SegmentFinished(Instant(5_000), 0, 5_000, Cause.ELAPSED),
        SplitTaken(Instant(81_300), 1, 1, 76_300),
        SplitTaken(Instant(156_000), 1, 2, 151_000),
        SplitTaken(Instant(230_500), 1, 3, 225_500),
        SplitTaken(Instant(305_000), 1, 4, 300_000),
        SegmentFinished(Instant(305_000), 1, 300_000, Cause.LAST_MARK),
        Finished(Instant(305_000)),
    ]
    assert [(cue.at.ms, cue.kind) for cue in rehearsal.heard] == [
        (0, CueKind.LEAD_IN),
        (2_000, CueKind.PIP),
        (3_000, CueKind.PIP),
        (4_000, CueKind.PIP),
        (5_000, CueKind.GO),
        (81_300, CueKind.LAP),
        (81_306, CueKind.MARK),
        (155_871, CueKind.MARK),
        (156_000, CueKind.LAP),
        (230_435, CueKind.MARK),
        (230_500, CueKind.BELL),
        (305_000, CueKind.END),
        (305_000, CueKind.MARK),
    ]


def test_eight_by_thirty_seconds_runs_by_itself() -> None:
    plan = plan_of(warm_up(600), times(8, run_s(30), rest=jog_s(60)), cool_down(600), lead_s=5)
    rehearsal = Rehearsal(plan).start().alone()
    assert (rehearsal.state, rehearsal.waits) == (State.FINISHED, False)
    assert rehearsal.events[-1] == Finished(Instant(600_000 + 8 * 30_000 + 7 * 60_000 + 600_000))
    sounds = [cue.kind for cue in rehearsal.heard]
    assert (sounds.count(CueKind.GO), sounds.count(CueKind.FINISH), sounds.count(CueKind.END)) == (9, 8, 1)
    assert sounds.count(CueKind.HALFWAY) == 8


@given(plans)
def test_one_who_is_always_on_pace_reaches_the_end_of_any_plan(plan: Plan) -> None:
    rehearsal = Rehearsal(plan).start().to_the_end()
    assert rehearsal.state is State.FINISHED
    assert [record.segment.index for record in rehearsal.session.records] == list(range(len(plan.segments)))
    assert not any(record.gone_back for record in rehearsal.session.records)
    assert all(before.at <= after.at for before, after in pairwise(rehearsal.heard))


@given(plans)
def test_what_is_heard_alone_is_what_was_foreseen(plan: Plan) -> None:
    foreseen = list(scored(Engine.replayed(plan, [(Command.START, Instant(0))])))
    rehearsal = Rehearsal(plan).start().alone()
    rehearsal.until(Instant(86_400_000))
    assert sorted(rehearsal.heard, key=lambda cue: (cue.at, cue.kind.value)) == sorted(
        foreseen, key=lambda cue: (cue.at, cue.kind.value)
    )


def test_a_rehearsal_alone_stops_where_only_a_press_can_move_it_on() -> None:
    rehearsal = Rehearsal(plan_of(times(2, run_s(30), rest=FULL), lead_s=0)).start().alone()
    assert rehearsal.waits
    assert rehearsal.events[-1] == SegmentStarted(Instant(30_000), 1, None)


def test_on_pace_means_every_mark_at_its_planned_instant() -> None:
    rehearsal = Rehearsal(plan_of(mile_race(), goal_s=300, lead_s=0)).start().to_the_end()
    # 300 s × 409.344, 809.344, 1209.344 and 1609.344 / 1609.344
    splits = [event.elapsed_ms for event in rehearsal.events if isinstance(event, SplitTaken)]
    assert splits == [76_306, 150_871, 225_435, 300_000]


def test_a_rep_shorter_than_the_dead_time_is_pressed_when_it_may_be() -> None:
    rehearsal = Rehearsal(plan_of(run_m(1), lead_s=0)).start().to_the_end()
    assert [event.elapsed_ms for event in rehearsal.events if isinstance(event, SplitTaken)] == [300]


def test_laps_are_counted_from_the_first_work() -> None:
    plan = plan_of(easy_s(600), run_m(800, GOAL_PACE), goal_s=320, lead_s=5)
    rehearsal = Rehearsal(plan).start().with_laps([80_000, 161_500])
    splits = [event for event in rehearsal.events if isinstance(event, SplitTaken)]
    assert [(split.at.ms, split.elapsed_ms) for split in splits] == [(680_000, 80_000), (761_500, 161_500)]
    assert rehearsal.state is State.FINISHED


def test_laps_that_are_too_few_leave_the_session_waiting() -> None:
    rehearsal = Rehearsal(plan_of(mile_race(), lead_s=0)).start().with_laps([80_000])
    assert (rehearsal.waits, rehearsal.state) == (True, State.RUNNING)


@pytest.mark.parametrize("laps", [[80_000, 80_000], [80_000, 70_000]])
def test_laps_that_do_not_rise_are_refused(laps: list[int]) -> None:
    with pytest.raises(InputError, match="one after another"):
        Rehearsal(plan_of(mile_race(), lead_s=0)).start().with_laps(laps)


def test_a_lap_after_the_end_is_refused() -> None:
    with pytest.raises(InputError, match=r"over before the press at 170\.5 s"):
        Rehearsal(plan_of(run_m(800), lead_s=0)).start().with_laps([80_000, 160_000, 170_500])


def test_waking_late_and_often_makes_no_difference_to_what_is_told() -> None:
    plan = plan_of(times(3, run_s(30), rest=jog_s(60)), lead_s=5)
    whole = Rehearsal(plan).start().until(Instant(200_000))
    chopped = Rehearsal(plan).start()
    for ms in range(0, 200_000, 16):
        chopped.until(Instant(ms))
    chopped.until(Instant(200_000))
    assert whole.events == chopped.events
    assert whole.heard == chopped.heard
    assert sum(1 for record in whole.session.records if record.segment.intensity is Intensity.WORK) == 3


def test_a_whole_story_with_mistakes_is_told_as_if_there_had_been_none() -> None:
    plan = plan_of(mile_race(), cool_down(60), lead_s=0, goal_s=320)
    clean, mended = Rehearsal(plan).start(), Rehearsal(plan).start()
    for ms in (80_000, 160_000, 240_000, 320_000):
        clean.at(ms, Command.LAP)
    mended.at(82_000, Command.LAP).at(83_000, Move(Instant(82_000), -2_000))
    mended.at(240_000, Command.LAP).at(245_000, Insert(Instant(160_000)))
    mended.at(247_000, Command.LAP).at(248_000, Delete(Instant(247_000)))
    mended.at(300_000, Command.STOP).at(303_000, Command.UNDO).at(320_000, Command.LAP)
    for rehearsal in (clean, mended):
        rehearsal.alone()
        (rep,) = rep_figures(rehearsal.session)
        assert [lap.lap_ms for lap in rep.laps] == [80_000] * 4
        assert rehearsal.state is State.FINISHED
    ended = [[each for each in holding(one.events) if isinstance(each, SegmentFinished)] for one in (clean, mended)]
    assert ended[0] == ended[1]
    assert [cue for cue in mended.heard if cue.at.ms > 330_000] == [cue for cue in clean.heard if cue.at.ms > 330_000]
    (rep,) = rep_figures(mended.session)
    assert [lap.split.how for lap in rep.laps] == [How.MOVED, How.INSERTED, How.PRESSED, How.PRESSED]


def test_a_lap_of_two_rounds_carries_the_mark_it_ended_at_and_the_bell_follows() -> None:
    rehearsal = Rehearsal(plan_of(mile_race(), lead_s=0, goal_s=320)).start()
    rehearsal.at(161_000, Command.LAP).at(165_000, Relabel(Instant(161_000), 2)).at(240_000, Command.LAP)
    (rep,) = rep_figures(rehearsal.session)
    assert [(lap.number, lap.from_m, lap.to_m) for lap in rep.laps] == [
        (2, 0, Fraction("809.344")),
        (3, Fraction("809.344"), Fraction("1209.344")),
    ]
    assert rep.laps[0].off_s == rep.laps[0].off_total_s == Fraction(161) - Fraction(320) * 809344 / 1609344
    assert [(cue.at.ms, cue.kind) for cue in rehearsal.heard][-1] == (240_000, CueKind.BELL)
    rehearsal.at(320_000, Command.LAP)
    assert rehearsal.state is State.FINISHED
