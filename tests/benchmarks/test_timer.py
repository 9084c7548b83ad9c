"""The timer's cost: linear in the plan, the same at its end as at its start.

python -m pytest tests/benchmarks --benchmark-columns=median,rounds -s
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from time import perf_counter

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from app.core.athlete import Athlete
from app.core.engine import Engine
from app.core.events import Command
from app.core.plan import Plan, Setup
from app.core.planning import compile_plan
from app.core.units import Instant
from app.core.workout import Workout
from app.rehearsal import Rehearsal
from tests.drawn import jog_s, run_s, times

N = 20_000
REP_MS = 3_000


def workout_of(n_segments: int) -> Workout:
    """Return reps of 2 s and recoveries of 1 s, in two nested blocks."""
    return Workout("long", (times(100, times(n_segments // 200, run_s(2), jog_s(1))),))


def plan_of(n_segments: int) -> Plan:
    return compile_plan(workout_of(n_segments), Athlete(Fraction(300)), Setup(lead_in_ms=0))


def whole(n_segments: int) -> int:
    """Compile a plan and run it from start to end at virtual time; return how many cues were heard."""
    plan = compile_plan(workout_of(n_segments), Athlete(Fraction(300)), Setup(lead_in_ms=0))
    return len(Rehearsal(plan).start().to_the_end().heard)


def test_compiling_and_rehearsing_grows_with_the_plan_and_takes_less_than_a_second(benchmark: BenchmarkFixture) -> None:
    def ratio() -> float:
        begun = perf_counter()
        whole(N // 4)
        between = perf_counter()
        whole(N)
        return (perf_counter() - between) / (between - begun)

    ratios = sorted(ratio() for _ in range(3))
    n_cues = benchmark.pedantic(whole, args=(N,), rounds=5)  # type: ignore[no-untyped-call]  # it ships none
    print(f"\n{N:,} segments, {n_cues:,} cues; four times the plan takes {ratios[1]:.2f} times as long")
    assert ratios[1] < 5
    assert benchmark.stats is not None
    assert benchmark.stats.stats.median < 1


def _seconds(call: Callable[[], object], n: int = 2_000) -> float:
    begun = perf_counter()
    for _ in range(n):
        call()
    return (perf_counter() - begun) / n


@pytest.mark.parametrize("what", ["advance_to", "snapshot"])
def test_a_frame_costs_the_same_at_segment_10_and_at_20_000(what: str) -> None:
    plan = plan_of(N)
    engines = {}
    for index in (10, len(plan.segments) - 1):
        engine = Engine(plan)
        engine.send(Command.START, Instant(0))
        at = Instant(index // 2 * REP_MS + 500)
        engine.advance_to(at)
        while engine.next_event() is not None:
            pass
        assert abs(engine.snapshot(at).index - index) <= 1
        engines[index] = (engine, at)
    (early, early_at), (late, late_at) = engines.values()
    ratios = []
    for _ in range(9):
        near = _seconds(lambda: getattr(early, what)(early_at))
        far = _seconds(lambda: getattr(late, what)(late_at))
        ratios.append(far / near)
    ratio = sorted(ratios)[4]
    print(f"\n{what}: at segment 20,000 {ratio:.2f} times what it costs at segment 10")
    assert ratio <= 1.3
