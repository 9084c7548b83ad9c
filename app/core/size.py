"""How large a workout is, found by multiplying, before anything is laid out.

`99999 x (99999 x 1s)` is refused here and costs neither memory nor time.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from app.core.bounds import DISTANCE_M, NESTING, PLAN_MS, SEGMENTS
from app.core.errors import Fault, WorkoutError
from app.core.tongue import tr
from app.core.units import Metres
from app.core.workout import ByDistance, ByTime, Item, Repeat, SendOff, Step


def check_bounds(items: Sequence[Item], lap_m: Metres = Fraction(400), nesting: int = 0) -> tuple[int, int, Fraction]:
    """Refuse what is over a bound, by multiplying and before anything is laid out.

    Returns:
        Segments, milliseconds and metres, all at the upper ends of ranges.

    Raises:
        WorkoutError: with the bound that is passed.
    """
    if nesting > NESTING:
        words = tr("the workout is too long: repeats stand more than {n} deep in one another")
        raise _over(words.format(n=NESTING), tr("write the inner ones out"))
    n_segments, ms, metres = 0, 0, Fraction(0)
    for item in items:
        if isinstance(item, Repeat):
            inner = (*item.steps, item.recovery) if item.recovery is not None else item.steps
            n_in, ms_in, m_in = check_bounds(inner, lap_m, nesting + 1)
            n, time, distance = item.reps.high * n_in, item.reps.high * ms_in, item.reps.high * m_in
        else:
            n, time, distance = 1, *_measure(item, lap_m)
        n_segments, ms, metres = n_segments + n, ms + time, metres + distance
        if n_segments > SEGMENTS:
            words = tr("the workout is too long: it comes to more than {most} steps in all")
            raise _over(words.format(most=f"{SEGMENTS:,}"), tr("repeat less often"))
        check_time(ms)
        if metres > DISTANCE_M:
            words = tr("the workout is too long: it is longer than {most} km")
            raise _over(words.format(most=f"{DISTANCE_M // 1000:,}"), tr("make it shorter"))
    return n_segments, ms, metres


def check_time(ms: int) -> None:
    """Refuse what takes a day.

    Raises:
        WorkoutError: it does.
    """
    if ms >= PLAN_MS:
        words = tr("the workout is too long: it takes 24 hours or more")
        raise _over(words, tr("make it shorter than a day"))


def _over(what: str, hint: str) -> WorkoutError:
    return WorkoutError([Fault(what, hint)])


def _measure(step: Step, lap_m: Metres) -> tuple[int, Fraction]:
    match step.length:
        case ByTime(ms, most_ms):
            return most_ms or ms, Fraction(0)
        case SendOff(ms):
            return ms, Fraction(0)
        case ByDistance() as distance:
            return 0, distance.metres(lap_m) * ((distance.most or distance.amount) / distance.amount)
        case _:
            return 0, Fraction(0)
