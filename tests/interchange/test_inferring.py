"""Work and rest told by speed: of laps, and of a run that nobody lapped where its reps are clear."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.workout import Intensity
from app.interchange.inferring import bouts_of, told_by_speed
from app.interchange.splitting import Knots

W, R, S = Intensity.WORK, Intensity.RECOVERY, Intensity.REST
UP, DOWN = Intensity.WARMUP, Intensity.COOLDOWN


def told(*laps: tuple[float, float | None]) -> tuple[Intensity, ...]:
    """Seconds and metres a second of each lap."""
    return told_by_speed([(round(1000 * s), None if m_s is None else s * m_s) for s, m_s in laps]).intensities


def test_reps_and_jogs_alternate_between_warm_up_and_cool_down() -> None:
    found = told((600, 2.8), (75, 5.3), (90, 2.2), (76, 5.2), (90, 2.1), (76, 5.3), (500, 2.7))
    assert found == (UP, W, R, W, R, W, DOWN)


def test_a_walk_slower_than_the_jog_does_not_make_work_of_the_warm_up() -> None:
    assert told((600, 2.8), (75, 5.3), (90, 1.2), (76, 5.2), (90, 1.1), (76, 5.3), (500, 2.7)) == (
        UP, W, R, W, R, W, DOWN,
    )  # fmt: skip


def test_strides_at_the_end_do_not_make_recoveries_of_the_reps() -> None:
    thousands = ((220, 4.5), (120, 2.2)) * 4
    assert told(*thousands, (30, 6.4), (60, 1.9), (30, 6.5)) == (*(W, R) * 4, W, R, W)


def test_who_stands_rests() -> None:
    assert told((202, 4.95), (60, 0.05), (201, 5.0), (60, 0.2), (203, 4.9)) == (W, S, W, S, W)


def test_an_even_run_is_work_all_the_way_however_the_laps_wander() -> None:
    found = told_by_speed([(round(1000 * s), 1000.0) for s in (290, 300, 284, 310, 296)])
    assert set(found.intensities) == {W}
    assert found.parted_m_s is None


def test_a_float_is_running_on_and_a_jog_is_not() -> None:
    assert set(told((75, 5.3), (80, 4.6), (75, 5.3), (80, 4.6))) == {W}
    assert told((75, 5.3), (80, 4.2), (75, 5.3)) == (W, R, W)


def test_a_sprint_home_is_no_rep_and_a_stub_at_the_end_a_cool_down() -> None:
    assert set(told((1500, 3.3), (1500, 3.2), (8, 6.5))) == {W}
    assert told((1500, 3.3), (1500, 3.2), (20, 1.0)) == (W, W, DOWN)


def test_laps_without_distance_are_work() -> None:
    assert told((75, None), (90, None)) == (W, W)
    assert told((75, 5.3), (90, 2.0), (75, None)) == (W, R, W)


@given(st.lists(st.tuples(st.integers(1, 3_600_000), st.none() | st.floats(0, 50_000)), min_size=1, max_size=30))
def test_every_lap_is_something_and_one_of_them_work(laps: list[tuple[int, float | None]]) -> None:
    found = told_by_speed(laps).intensities
    assert len(found) == len(laps)
    assert W in found
    first, last = found.index(W), len(found) - 1 - found[::-1].index(W)
    assert all(each is not UP for each in found[first:])
    assert all(each is not DOWN for each in found[:last])


# Points ---------------------------------------------------------------------------------------------------------------


def knots(total_s: int, speed_at: Callable[[float], float], noise_m: float = 0.0) -> Knots:
    """A point each second of a run at these speeds, each a little wrong, as a watch's are."""
    drawn = random.Random(1)
    times, metres, true_m = [0], [0.0], 0.0
    for second in range(1, total_s + 1):
        true_m += speed_at(second - 0.5)
        times.append(1000 * second)
        metres.append(max(metres[-1], true_m + drawn.gauss(0, noise_m)))
    return Knots(tuple(times), tuple(metres))


def session(second: float, rep_s: int = 90, jog_s: int = 60, n: int = 5) -> float:
    """Ten minutes at 2.8 m/s, reps at 5 with jogs at 2 between, then 2.7."""
    at = second - 600
    if at < 0 or at >= n * (rep_s + jog_s):
        return 2.8 if at < 0 else 2.7
    return 5.0 if at % (rep_s + jog_s) < rep_s else 2.0


@pytest.mark.parametrize("noise_m", [0.0, 1.0])
def test_reps_that_nobody_pressed_are_found_within_two_seconds(noise_m: float) -> None:
    bouts = bouts_of(knots(1800, session, noise_m))
    fast = [bout for bout in bouts if bout.is_fast]
    assert len(fast) == 5
    for number, bout in enumerate(fast):
        assert bout.from_ms == pytest.approx(1000 * (600 + 150 * number), abs=2000)
        assert bout.to_ms == pytest.approx(1000 * (690 + 150 * number), abs=2000)


def test_bouts_follow_upon_each_other_from_the_start_to_the_end() -> None:
    bouts = bouts_of(knots(1800, session, 1.0))
    assert [bout.from_ms for bout in bouts] == [0, *(bout.to_ms for bout in bouts[:-1])]
    assert bouts[-1].to_ms == 1_800_000
    assert all(one.is_fast is not other.is_fast for one, other in pairwise(bouts))


@pytest.mark.parametrize(
    "speed_at",
    [
        lambda _: 3.2,
        lambda second: 3.0 + 0.8 * (second % 300 < 150),  # hills
        lambda second: 0.0 if second % 430 < 30 + second % 7 and second > 600 else 3.2,  # few lights, far apart
        lambda second: 3.0 + second / 1800,  # faster and faster
        lambda second: 5.0 if 600 < second < 900 or 1000 < second < 1030 or second > 1700 else 2.5,  # unlike
    ],
)
def test_a_run_whose_reps_are_not_clear_is_one_run(speed_at: Callable[[float], float]) -> None:
    assert bouts_of(knots(1800, speed_at, 1.0)) == ()


def test_a_short_run_or_one_with_few_points_has_no_reps() -> None:
    assert bouts_of(knots(60, lambda second: 5.0 if second % 20 < 10 else 1.0)) == ()
    assert bouts_of(Knots((0, 1_800_000), (0.0, 6000.0))) == ()
