"""The sentence on a race claims only what its parts show."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.telling import sentence_of_race
from app.core.units import format_time

Parts = list[tuple[Fraction, Fraction, Fraction]]


def parts(*paces: float, length_m: int = 400) -> Parts:
    return [(Fraction(length_m * n), Fraction(length_m * (n + 1)), Fraction(str(pace))) for n, pace in enumerate(paces)]


@pytest.mark.parametrize(
    ("paces", "said"),
    [
        ((60, 60, 60, 60), "Even from mark to mark: 1:00.0 per 400 m."),
        ((59.8, 60.2, 60.1, 59.9), "Even from mark to mark: 59.8 to 1:00.2 per 400 m, around an average of 1:00.0."),
        ((58, 60, 62, 60), "You went out fast and paid for it: 58.0 per 400 m over the first 400 m, 1:02.0 over 800"),
        ((60, 58, 62, 60), "Quick, then slow: 58.0 per 400 m over 400 to 800 m, 1:02.0 over 800 to 1200 m"),
        ((62, 61, 59, 58), "You held back and came home fast: 1:02.0 per 400 m over the first 400 m, 58.0 over the la"),
        ((60, 62, 58, 60), "Slow, then quick: 1:02.0 per 400 m over 400 to 800 m, 58.0 over 800 to 1200 m"),
        ((58, 61, 63, 58), "Quick out, quick home, slow between: 1:03.0 per 400 m over 800 to 1200 m, where even was"),
        ((60, 58, 63, 58, 61), "Up and down: 58.0 per 400 m over 400 to 800 m, 1:03.0 over 800 to 1200 m; 1:00.0 all"),
        ((60, 58, 64, 58, 60), "Quick, slow and quick again: 1:04.0 per 400 m over 800 to 1200 m"),
        ((63, 58, 58, 63), "Quick in the middle, slow before and after: 58.0 per 400 m over 400 to 800 m"),
        ((60.2, 60.3, 60.3, 59.0), "Close to even; quickest was the last 400 m, at 59.0 per 400 m"),
        ((59.7, 59.7, 59.7, 61.0), "Close to even; slowest was the last 400 m, at 1:01.0 per 400 m"),
        ((60,), "No mark on the way, so all that is known is the average: 1:00.0 per 400 m."),
        (
            (58, 62),
            "You went out fast and paid for it: 58.0 per 400 m over the first 400 m, 1:02.0 over the last 400 m",
        ),
        ((62, 58), "You held back and came home fast"),
    ],
)
def test_each_shape_of_a_race_has_its_sentence(paces: tuple[float, ...], said: str) -> None:
    assert sentence_of_race(parts(*paces)).startswith(said)


@given(
    st.lists(
        st.tuples(st.integers(1, 3_000), st.one_of(st.integers(5_900, 6_100), st.integers(5_000, 9_000))),
        min_size=2,
        max_size=9,
    )
)
def test_the_sentence_is_never_wrong(drawn: list[tuple[int, int]]) -> None:
    told: Parts = []
    at = Fraction(0)
    for length_m, hundredths in drawn:
        told.append((at, at + length_m, Fraction(hundredths, 100)))
        at += length_m
    paces = [pace for _, _, pace in told]
    average = sum((to_m - from_m) * pace for from_m, to_m, pace in told) / at
    said = sentence_of_race(told)
    assert format_time(average) in said
    assert said.count(".") >= 1
    assert "{" not in said
    slowest, fastest = paces.index(max(paces)), paces.index(min(paces))
    within = max(abs(pace - average) for pace in paces) <= average / 100
    assert said.startswith("Even") == within
    if said.startswith("You went out fast"):
        assert paces[0] < average
        assert fastest < slowest
    if said.startswith("You held back"):
        assert paces[0] > average > paces[-1]
        assert slowest < fastest
    if said.startswith("Quick out"):
        assert max(paces[0], paces[-1]) < average < max(paces)
        assert 0 < slowest < len(paces) - 1
    if said.startswith("Quick in the middle"):
        assert 0 < fastest < len(paces) - 1
        assert any(pace > average for pace in paces[:fastest])
        assert any(pace > average for pace in paces[fastest:])
    if "over the first" in said and "last" not in said:
        assert 0 in (slowest, fastest)
    if not within:
        assert format_time(min(paces)) in said or format_time(max(paces)) in said
