"""The manner: what is read changes, and what is counted and kept does not."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pytest

from app.core.describe import target_time_words
from app.core.extent import total_work_words
from app.core.manner import Manner, format_hour, use_manner
from app.core.plan import Total
from app.core.units import format_lap
from tests.drawn import GOAL_PACE, plan_of, run_m


@pytest.fixture(autouse=True)
def _usual_again() -> Iterator[None]:
    yield
    use_manner(Manner())


def test_a_lap_under_a_hundred_seconds_is_written_as_seconds_if_that_is_wanted() -> None:
    assert [format_lap(Fraction(s)) for s in ("59.94", "79.5", "100")] == ["59.9", "1:19.5", "1:40.0"]
    use_manner(Manner(lap_seconds=True))
    assert [format_lap(Fraction(s)) for s in ("59.94", "79.5", "99.94", "99.95", "100")] == [
        "59.9", "79.5", "99.9", "1:40.0", "1:40.0",
    ]  # fmt: skip


def test_long_distances_are_written_in_miles_if_that_is_wanted_and_short_ones_never() -> None:
    assert total_work_words(Total(3200, 3200)) == "3.2 km hard"
    use_manner(Manner(miles=True))
    assert total_work_words(Total(3200, 4800)) == "2–3 mi hard"
    assert total_work_words(Total(800, 800)) == "800 m hard"


def test_the_time_of_day_is_halved_if_that_is_wanted() -> None:
    assert [format_hour(*at) for at in ((0, 5), (12, 0), (18, 5))] == ["00:05", "12:00", "18:05"]
    use_manner(Manner(half_days=True))
    assert [format_hour(*at) for at in ((0, 5), (12, 0), (18, 5))] == ["12:05 am", "12:00 pm", "6:05 pm"]


def test_what_is_spoken_is_read_off_the_usual_form_whatever_the_manner() -> None:
    segment = plan_of(run_m(400, GOAL_PACE), goal_s=320, lead_s=0).segments[0]
    use_manner(Manner(lap_seconds=True))
    assert target_time_words(segment) == "1:19.5"
    assert target_time_words(segment, format_lap) == "79.5"
