"""Compiling: where recoveries, lead-ins and marks fall, what leaving a range leads to, and bounds that cost nothing."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.belting import belt_lead_ms
from app.core.bounds import NESTING, SEGMENTS
from app.core.engine import DEAD_TIME_MS, Engine
from app.core.errors import WorkoutError
from app.core.events import Cause, Command, PressRefused, SegmentFinished
from app.core.plan import Plan, Segment
from app.core.planning import compile_plan, followed_ms
from app.core.setup import RaceStart
from app.core.state import State
from app.core.track import INDOOR
from app.core.units import MILE_M, Instant
from app.core.workout import (
    Activity,
    ByDistance,
    ByTime,
    Count,
    Equal,
    Intensity,
    Item,
    Measure,
    Ratio,
    Repeat,
    SendOff,
    Step,
    Unit,
    Workout,
)
from tests.drawn import (
    EQUAL,
    FULL,
    GOAL_PACE,
    cool_down,
    counts,
    easy_s,
    jog_m,
    jog_s,
    mile_race,
    plan_of,
    plans,
    recoveries,
    recovery,
    run_m,
    run_s,
    small,
    squats,
    times,
    warm_up,
    works,
)

SOFT = {Intensity.RECOVERY, Intensity.REST}
SHORT = {
    Intensity.WARMUP: "warm",
    Intensity.WORK: "work",
    Intensity.RECOVERY: "rec",
    Intensity.REST: "rec",
    Intensity.COOLDOWN: "cool",
    Intensity.LEAD_IN: "lead",
}


def shape(plan: Plan) -> str:
    """The intensities of a plan in a line."""
    return " ".join(SHORT[segment.intensity] for segment in plan.segments)


def seconds(plan: Plan) -> list[float]:
    return [segment.duration_ms / 1000 for segment in plan.segments if segment.duration_ms is not None]


def marks(segment: Segment) -> list[float]:
    return [float(mark.distance_m) for mark in segment.marks]


# Recoveries --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([times(3, run_s(30), rest=jog_s(60))], "work rec work rec work"),
        ([times(2, run_s(30), rest=jog_s(60)), cool_down()], "work rec work cool"),
        ([times(2, run_s(30), rest=jog_s(60)), easy_s(600)], "work rec work cool"),
        ([times(2, run_s(30), rest=jog_s(60)), times(2, run_s(10))], "work rec work rec work work"),
        ([times(2, run_s(30), rest=jog_s(60)), jog_s(300), run_s(60)], "work rec work rec work"),
        ([times(2, times(2, run_s(30), rest=jog_s(60)), rest=jog_s(300))], "work rec work rec work rec work"),
        ([times(2, times(2, run_s(30), rest=jog_s(60)))], "work rec work rec work rec work"),
        ([times(1, run_s(30), rest=jog_s(60)), times(1, run_s(20), rest=jog_s(90))], "work rec work"),
        ([run_s(30), jog_s(60)], "work rec"),
        ([warm_up(), run_s(30), cool_down()], "warm work cool"),
        ([easy_s(60), run_s(30), easy_s(60), run_s(30), easy_s(60)], "warm work rec work cool"),
        ([easy_s(1800)], "work"),
    ],
)
def test_a_recovery_stands_between_reps(items: list[Item], expected: str) -> None:
    assert shape(plan_of(*items, lead_s=0)) == expected


def test_between_two_blocks_the_earlier_blocks_recovery_stands() -> None:
    plan = plan_of(times(2, run_s(30), rest=jog_s(60)), times(2, run_s(20), rest=jog_s(40)), lead_s=0)
    assert [segment.duration_ms for segment in plan.segments] == [
        30_000,
        60_000,
        30_000,
        60_000,
        20_000,
        40_000,
        20_000,
    ]


def test_the_recovery_of_a_set_takes_the_place_of_its_last_reps() -> None:
    plan = plan_of(times(2, times(2, run_s(30), rest=jog_s(60)), rest=jog_s(300)), lead_s=0)
    assert seconds(plan) == [30, 60, 30, 300, 30, 60, 30]


@given(plans)
def test_no_recovery_of_a_repeat_stands_before_rest_a_cool_down_or_the_end(plan: Plan) -> None:
    own = {id(step) for step in _between(plan.workout.steps)} - {id(step) for step in _alone(plan.workout.steps)}
    for segment, following in zip(plan.segments, [*plan.segments[1:], None], strict=True):
        if id(segment.step) in own:
            assert following is not None
            assert following.intensity not in {*SOFT, Intensity.COOLDOWN}


def _between(items: tuple[Item, ...]) -> Iterator[Step]:
    for item in items:
        if isinstance(item, Repeat):
            yield from _between(item.steps)
            if item.recovery is not None:
                yield item.recovery


def _alone(items: tuple[Item, ...]) -> Iterator[Step]:
    for item in items:
        if isinstance(item, Repeat):
            yield from _alone(item.steps)
        else:
            yield item


# What a plan adds up to --------------------------------------------------------------------------------------------


@given(plans)
def test_segments_sum_to_the_plans_total(plan: Plan) -> None:
    known = [segment.expected_ms for segment in plan.segments if segment.expected_ms is not None]
    assert sum(known) == plan.time_ms.high
    assert len(plan.segments) - len(known) == plan.time_ms.n_open
    work = [segment.distance_m for segment in plan.segments if segment.intensity is Intensity.WORK]
    assert round(sum((metres for metres in work if metres is not None), Fraction(0))) == plan.work_m.high
    assert plan.time_ms.low <= plan.time_ms.high
    assert plan.work_m.low <= plan.work_m.high


@given(plans)
def test_segments_are_numbered_and_each_distance_ends_at_a_mark(plan: Plan) -> None:
    assert [segment.index for segment in plan.segments] == list(range(len(plan.segments)))
    for segment in plan.segments:
        distances = [mark.distance_m for mark in segment.marks]
        assert distances == sorted(set(distances))
        assert (distances[-1] if distances else None) == (segment.distance_m if segment.dial is None else None)
        if segment.rep is not None:
            assert 1 <= segment.rep.rep_number <= segment.rep.n_reps
            assert segment.rep.least_reps <= segment.rep.n_reps
            assert 1 <= segment.rep.set_number <= segment.rep.n_sets


lasting = recoveries.filter(lambda step: not isinstance(step.length, SendOff))  # one used up cannot be left
blocks = st.recursive(
    works,
    lambda inner: st.builds(
        Repeat, counts, st.lists(inner, min_size=1, max_size=2).map(tuple), st.one_of(st.none(), lasting)
    ),
    max_leaves=4,
)
ranges = st.builds(
    lambda before, body, after: Workout("drawn", (*before, *body, *after)),
    st.lists(st.builds(warm_up, st.just(60)), max_size=1),
    st.lists(blocks, min_size=1, max_size=3),
    st.lists(st.builds(cool_down, st.just(60)), max_size=1),
).filter(small)


def lower(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The same items with each range at its lower end."""
    return tuple(
        Repeat(Count(item.reps.low, item.reps.low), lower(item.steps), item.recovery)
        if isinstance(item, Repeat)
        else item
        for item in items
    )


def run_leaving(plan: Plan) -> list[Step]:
    """Run a plan leaving every block as soon as it can be left; return the steps that were not left."""
    engine = Engine(plan)
    engine.send(Command.START, Instant(0))
    ms = 0
    while engine.state is State.RUNNING:
        leave = Command.LEAVE in engine.accepts and not isinstance(engine.held[-1], PressRefused)
        ms += 0 if leave else DEAD_TIME_MS
        engine.advance_to(Instant(ms))
        if engine.state is State.RUNNING:
            engine.send(Command.LEAVE if Command.LEAVE in engine.accepts else Command.SKIP, Instant(ms))
    ended = [event for event in engine.held if isinstance(event, SegmentFinished)]
    steps = [plan.segments[event.index] for event in ended if event.cause is not Cause.LEAVE]
    return [segment.step for segment in steps if segment.intensity is not Intensity.LEAD_IN]


def nests_ranges(items: tuple[Item, ...], within: bool = False) -> bool:
    return any(
        isinstance(item, Repeat)
        and ((within and item.reps.is_range) or nests_ranges(item.steps, within or item.reps.is_range))
        for item in items
    )


@given(ranges.filter(lambda workout: not nests_ranges(workout.steps)))
def test_leaving_at_once_is_the_workout_with_its_lower_ends(workout: Workout) -> None:
    plan, least = compile_plan(workout), compile_plan(Workout("least", lower(workout.steps)))
    steps = [segment.step for segment in least.segments if segment.intensity is not Intensity.LEAD_IN]
    assert run_leaving(plan) == steps


@given(ranges)
def test_the_lower_total_is_that_of_the_lower_ends(workout: Workout) -> None:
    plan, least = compile_plan(workout), compile_plan(Workout("least", lower(workout.steps)))
    assert plan.time_ms.low == least.time_ms.high
    assert plan.work_m.low == least.work_m.high


def test_a_range_of_reps_runs_to_its_upper_end_and_shows_both() -> None:
    plan = plan_of(times(8, run_s(30), rest=jog_s(60), most=10), cool_down(), lead_s=0)
    reps = [segment.rep for segment in plan.segments if segment.intensity is Intensity.WORK]
    assert [(rep.rep_number, rep.least_reps, rep.n_reps) for rep in reps if rep] == [(n, 8, 10) for n in range(1, 11)]
    assert (plan.time_ms.low, plan.time_ms.high) == (240_000 + 420_000 + 600_000, 300_000 + 540_000 + 600_000)


def test_a_range_can_be_left_from_the_recovery_after_its_lower_end_on() -> None:
    plan = plan_of(times(2, run_s(30), rest=jog_s(60), most=4), cool_down(), lead_s=0)
    assert [segment.leave_to for segment in plan.segments] == [None, None, None, 7, 7, 7, 7, None]
    assert not any(segment.leave_at_end for segment in plan.segments)


def test_leaving_a_rep_before_another_block_leads_to_the_recovery_between_them() -> None:
    plan = plan_of(times(1, run_s(30), rest=jog_s(60), most=2), run_m(200), lead_s=0)
    assert shape(plan) == "work rec work rec work"
    assert [(segment.leave_to, segment.leave_at_end) for segment in plan.segments] == [
        (None, False),
        (4, True),
        (3, False),
        (None, False),
        (None, False),
    ]


def test_a_ladder_counts_its_reps_through() -> None:
    ladder = [times(4, run_m(200), rest=FULL), times(2, run_m(400), rest=FULL), times(1, run_m(800), rest=FULL)]
    plan = plan_of(*ladder, lead_s=0)
    reps = [segment.rep for segment in plan.segments if segment.intensity is Intensity.WORK]
    assert [(rep.rep_number, rep.n_reps) for rep in reps if rep] == [(n, 7) for n in range(1, 8)]


def test_sets_count_their_reps_anew() -> None:
    plan = plan_of(times(2, times(3, run_m(200), rest=jog_s(30)), rest=jog_s(300)), lead_s=0)
    reps = [segment.rep for segment in plan.segments if segment.intensity is Intensity.WORK]
    assert [(r.set_number, r.n_sets, r.rep_number, r.n_reps) for r in reps if r] == [
        (s, 2, n, 3) for s in (1, 2) for n in (1, 2, 3)
    ]


# Lead-ins ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lead_s", [3, 5, 10])
def test_a_lead_in_stands_before_work_that_starts_by_hand(lead_s: int) -> None:
    plan = plan_of(times(2, run_m(200), rest=FULL), lead_s=lead_s)
    assert shape(plan) == "lead work rec lead work"
    assert {s.duration_ms for s in plan.segments if s.intensity is Intensity.LEAD_IN} == {lead_s * 1000}


def test_a_coach_at_the_line_sets_no_lead_in() -> None:
    assert shape(plan_of(times(2, run_m(200), rest=FULL), lead_s=0)) == "work rec work"


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([times(2, run_m(200), rest=jog_m(200))], "lead work rec work"),
        ([times(2, run_m(200), rest=jog_s(60))], "lead work rec work"),
        ([times(2, run_m(200), rest=EQUAL)], "lead work rec work"),
        ([times(2, run_m(200), rest=recovery(SendOff(60_000)))], "lead work rec work"),
        ([squats(), run_m(200)], "lead work lead work"),
        ([warm_up(), run_m(200)], "warm work"),
        ([FULL, run_m(200)], "rec lead work"),
        ([times(2, run_s(60), rest=recovery(Equal(Measure.DISTANCE)))], "lead work rec lead work"),
        ([recovery(Ratio(2, 1)), run_m(200)], "rec lead work"),
        ([easy_s(1800)], "work"),
        ([run_m(200), FULL, cool_down()], "lead work rec cool"),
    ],
)
def test_a_recovery_that_ends_at_the_line_or_by_the_clock_goes_straight_into_the_rep(
    items: list[Item], expected: str
) -> None:
    assert shape(plan_of(*items)) == expected


@given(plans)
def test_work_after_an_open_end_has_a_lead_in_if_one_is_set_and_nothing_else_has(plan: Plan) -> None:
    for before, segment in zip([None, *plan.segments], plan.segments, strict=False):
        if segment.intensity is not Intensity.WORK or segment.activity is Activity.EASY:
            assert before is None or before.intensity is not Intensity.LEAD_IN
            continue
        lead_ms = belt_lead_ms(segment.step, plan.setup)  # nothing on a track
        if before is None or before.is_open:
            assert lead_ms == 0
            assert plan.setup.lead_in_ms == 0 or plan.setup.start is RaceStart.OWN
        elif before.intensity is Intensity.LEAD_IN:
            assert before.is_go or before.duration_ms == max(plan.setup.lead_in_ms, lead_ms) > 0
            assert not before.is_go or before.duration_ms == plan.setup.go_after_ms
            earlier = plan.segments[before.index - 1] if before.index else None
            assert earlier is None or earlier.is_open or (plan.setup.belt and not earlier.ends_by_itself)
        else:
            assert plan.setup.belt is None or before.ends_by_itself or not lead_ms


# Marks -------------------------------------------------------------------------------------------------------------


def test_a_race_is_marked_at_the_finish_line_and_a_rep_from_its_start() -> None:
    race = plan_of(mile_race(), lead_s=0).segments[0]
    reps = plan_of(times(2, run_m("1609.344"), rest=FULL), lead_s=0).segments[0]
    assert marks(race) == [409.344, 809.344, 1209.344, 1609.344]
    assert marks(reps) == [400.0, 800.0, 1200.0, 1609.344]
    assert (race.bell_mark, reps.bell_mark) == (3, 3)


def test_a_mile_that_is_the_only_work_is_a_race_said_or_not() -> None:
    plan = plan_of(warm_up(), run_m("1609.344"), cool_down(), goal_s=300, lead_s=0)
    assert marks(plan.segments[1]) == [409.344, 809.344, 1209.344, 1609.344]
    assert plan.segments[1].pace_s_per_m == Fraction(300) / MILE_M


def test_marks_lie_closer_on_a_small_track_or_every_200_if_set() -> None:
    indoors = plan_of(mile_race(), track=INDOOR, lead_s=0).segments[0]
    every = plan_of(mile_race(), every_m=200, lead_s=0).segments[0]
    assert marks(indoors) == marks(every) == [209.344 + 200 * n for n in range(8)]
    assert (indoors.bell_mark, every.bell_mark) == (7, 6)


@pytest.mark.parametrize(
    ("metres", "expected", "bell"),
    [
        (60, [60], None),
        (200, [200], None),
        (400, [400], None),
        (600, [400, 600], None),
        (800, [400, 800], 1),
        (1200, [400, 800, 1200], 2),
        (1600, [400, 800, 1200, 1600], 3),
    ],
)
def test_a_rep_is_marked_at_each_lap_from_its_start(metres: int, expected: list[int], bell: int | None) -> None:
    segment = plan_of(times(2, run_m(metres), rest=FULL), lead_s=0).segments[0]
    assert (marks(segment), segment.bell_mark) == (expected, bell)


def test_marks_every_200_give_a_600_its_bell_and_a_lap_none() -> None:
    plan = plan_of(run_m(600), jog_s(60), run_m(400), every_m=200, lead_s=0)
    assert [(marks(s), s.bell_mark) for s in plan.segments if s.intensity is Intensity.WORK] == [
        ([200, 400, 600], 1),
        ([200, 400], None),
    ]


def test_a_recovery_by_distance_has_one_mark_at_its_end() -> None:
    plan = plan_of(run_m(200), jog_m(800), run_m(200), lead_s=0)
    assert marks(plan.segments[1]) == [800]


def test_laps_are_as_long_as_the_track() -> None:
    step = Step(ByDistance(Fraction(2), Unit.LAP))
    assert plan_of(times(2, step), lead_s=0).segments[0].distance_m == 800
    assert plan_of(times(2, step), lead_s=0, track=INDOOR).segments[0].distance_m == 400


def test_marks_have_their_times_where_a_pace_is_asked() -> None:
    plan = plan_of(times(2, run_m(800, GOAL_PACE), rest=FULL), goal_s=320, lead_s=0)
    # 320 s × 400 / 1609.344 = 79.535512… s
    assert [mark.planned_ms for mark in plan.segments[0].marks] == [79_536, 159_071]
    assert [m.planned_ms for m in plan_of(run_m(800, GOAL_PACE), lead_s=0).segments[0].marks] == [None, None]


# Recoveries that follow the rep ------------------------------------------------------------------------------------


def test_an_equal_recovery_takes_the_measure_of_its_rep() -> None:
    by_time = plan_of(times(2, run_s(90), rest=EQUAL), lead_s=0).segments[1]
    by_distance = plan_of(times(2, run_m(400), rest=EQUAL), lead_s=0).segments[1]
    in_time = plan_of(times(2, run_m(400), rest=recovery(Equal(Measure.TIME))), lead_s=0).segments[1]
    assert by_time.duration_ms == 90_000
    assert (by_distance.distance_m, by_distance.ends_by_itself) == (Fraction(400), False)
    assert (in_time.duration_ms, in_time.follows) == (None, Equal(Measure.TIME))


def test_a_ratio_or_a_send_off_after_a_timed_rep_is_known_beforehand() -> None:
    assert plan_of(times(2, run_s(60), rest=recovery(Ratio(2, 1))), lead_s=0).segments[1].duration_ms == 30_000
    assert plan_of(times(2, run_s(60), rest=recovery(SendOff(150_000))), lead_s=0).segments[1].duration_ms == 90_000


@pytest.mark.parametrize(
    ("follows", "rep_ms", "expected"),
    [
        (SendOff(240_000), 239_999, 1),
        (SendOff(240_000), 240_001, 0),
        (Ratio(2, 1), 60_000, 30_000),
        (Ratio(1, 3), 1_001, 3_003),
        (Equal(Measure.TIME), 75_123, 75_123),
    ],
)
def test_what_follows_a_rep_is_figured_from_what_it_took(
    follows: Equal | Ratio | SendOff, rep_ms: int, expected: int
) -> None:
    assert followed_ms(follows, rep_ms) == expected


# Bounds ------------------------------------------------------------------------------------------------------------


def nested(depth: int, item: Item, n: int = 1) -> Item:
    for _ in range(depth):
        item = times(n, item)
    return item


@pytest.mark.parametrize(
    ("item", "sentence"),
    [
        (times(SEGMENTS + 1, Step(ByTime(1))), "more than 20,000 steps"),
        (times(99_999, times(99_999, run_s(1))), "more than 20,000 steps"),
        (nested(NESTING, run_s(1), n=99_999), "more than 20,000 steps"),
        (times(12, run_s(7200)), "24 hours or more"),
        (times(1, run_s(1), rest=jog_s(86_400)), "24 hours or more"),
        (times(2, run_m(500_001)), "longer than 1,000 km"),
        (nested(NESTING + 1, run_s(1)), "more than 5 deep"),
        (nested(200, run_s(1)), "more than 5 deep"),
        (times(1, run_s(1), most=20_001), "more than 20,000 steps"),
        (run_m(900_000), "more than 2,000 marks"),
    ],
)
def test_a_workout_over_a_bound_is_refused_at_once_with_the_bound(item: Item, sentence: str) -> None:
    with pytest.raises(WorkoutError, match=sentence):
        plan_of(item)


def test_a_workout_at_the_bounds_is_planned() -> None:
    assert len(plan_of(times(SEGMENTS, Step(ByTime(1))), lead_s=0).segments) == SEGMENTS
    assert len(plan_of(nested(NESTING, run_s(1)), lead_s=0).segments) == 1
    assert plan_of(times(1, Step(ByTime(86_399_999))), lead_s=0).time_ms.high == 86_399_999


def test_a_workout_with_nothing_in_it_is_refused() -> None:
    with pytest.raises(WorkoutError, match="has no steps"):
        plan_of()
