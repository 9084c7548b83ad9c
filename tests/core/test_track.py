"""The track: marks at the finish line for a race, from the start for a rep, and where the bell stands."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.bounds import MARKS
from app.core.errors import InputError
from app.core.track import STUB, bell_mark, finish_line_marks, start_marks
from app.core.units import MILE_M, YARD_M

LAP = Fraction(400)
distances = st.builds(Fraction, st.integers(1, 20_000_000), st.just(1000))
steps = st.sampled_from([Fraction(100), Fraction(200), Fraction(400), 440 * YARD_M])


@pytest.mark.parametrize(
    ("distance", "step", "expected"),
    [
        (MILE_M, 400, [409.344, 809.344, 1209.344, 1609.344]),
        (MILE_M, 200, [209.344, 409.344, 609.344, 809.344, 1009.344, 1209.344, 1409.344, 1609.344]),
        (MILE_M, 440 * YARD_M, [402.336, 804.672, 1207.008, 1609.344]),
        (1500, 400, [300, 700, 1100, 1500]),
        (1600, 400, [400, 800, 1200, 1600]),
        (3000, 400, [200, 600, 1000, 1400, 1800, 2200, 2600, 3000]),
        (420, 400, [420]),
        (60, 400, [60]),
        (20, 400, [20]),
    ],
)
def test_a_race_is_marked_back_from_its_finish(distance: Fraction, step: Fraction, expected: list[float]) -> None:
    assert [float(mark) for mark in finish_line_marks(Fraction(distance), Fraction(step))] == expected


@pytest.mark.parametrize(
    ("distance", "step", "expected"),
    [
        (MILE_M, 400, [400, 800, 1200, 1609.344]),
        (1500, 400, [400, 800, 1200, 1500]),
        (600, 200, [200, 400, 600]),
        (300, 400, [300]),
        (410, 400, [410]),
    ],
)
def test_a_rep_is_marked_from_its_start(distance: Fraction, step: Fraction, expected: list[float]) -> None:
    assert [float(mark) for mark in start_marks(Fraction(distance), Fraction(step))] == expected


@given(distances, steps)
def test_marks_rise_to_the_finish_and_are_a_step_apart_but_for_one_end(distance: Fraction, step: Fraction) -> None:
    for marks, odd in ((finish_line_marks(distance, step), 0), (start_marks(distance, step), -1)):
        assert marks[-1] == distance
        laps = [b - a for a, b in zip((Fraction(0), *marks), marks, strict=False)]
        rest = laps[1:] if odd == 0 else laps[:-1]
        assert set(rest) <= {step}
        assert 0 < laps[odd] < step * (1 + STUB)
        assert laps[odd] >= min(step * STUB, distance)


@given(distances, steps, st.sampled_from([Fraction(200), LAP]))
def test_the_bell_stands_a_lap_before_the_end_and_never_in_one_lap_or_less(
    distance: Fraction, step: Fraction, lap: Fraction
) -> None:
    for marks in (finish_line_marks(distance, step), start_marks(distance, step)):
        bell = bell_mark(marks, lap)
        if distance <= lap:
            assert bell is None
        if bell is not None:
            assert bell < len(marks)
            assert lap <= distance - marks[bell - 1] <= lap * (1 + STUB)


def test_every_race_of_more_than_a_lap_and_its_stub_has_a_bell() -> None:
    for metres in ("800", "1500", "1600", "1609.344", "3000", "3218.688", "5000", "10000"):
        assert bell_mark(finish_line_marks(Fraction(metres), LAP), LAP) is not None


def test_too_many_marks_are_refused_before_they_are_made() -> None:
    assert len(start_marks(MARKS * LAP, LAP)) == MARKS
    for mark in (start_marks, finish_line_marks):
        with pytest.raises(InputError, match="more than 2,000 marks"):
            mark(Fraction(10**6), Fraction(1, 10**9))
        with pytest.raises(InputError, match="must lie apart"):
            mark(LAP, Fraction(0))
