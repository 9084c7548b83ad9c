"""The clock: it counts through suspend, knows nothing of the wall, and its fakes obey."""

from __future__ import annotations

import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import clock
from app.clock import FakeClock, RateClock, SystemClock, boot_ns
from app.core.units import Instant


@pytest.mark.skipif(sys.platform != "linux", reason="the clock that counts through suspend has this name on Linux")
def test_on_linux_suspend_counts() -> None:
    before = time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    read = boot_ns()
    assert before <= read <= time.clock_gettime_ns(time.CLOCK_BOOTTIME)


def test_setting_the_wall_clock_does_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    real = SystemClock()
    before = real.now()
    monkeypatch.setattr(time, "time", lambda: 0.0)
    monkeypatch.setattr(time, "time_ns", lambda: 0)
    assert 0 <= real.now() - before < 60_000


def test_the_real_clock_shows_whole_milliseconds_of_boot_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "boot_ns", lambda: 5_000_999_999)
    assert SystemClock().now() == Instant(5_000)
    assert SystemClock().boot_ms(Instant(5_000)) == 5_000.0


def test_a_rehearsal_clock_runs_at_its_rate_from_its_making_on(monkeypatch: pytest.MonkeyPatch) -> None:
    real_ns = [1_000_000_000]
    monkeypatch.setattr(clock, "boot_ns", lambda: real_ns[0])
    fast = RateClock(20)
    assert fast.now() == Instant(1_000)
    real_ns[0] += 3_000_000_000
    assert fast.now() == Instant(61_000)
    assert fast.boot_ms(Instant(61_000)) == 4_000.0


@given(st.floats(0.5, 100), st.integers(0, 86_400_000))
def test_a_rehearsal_clock_shows_an_instant_when_it_said_it_would(rate: float, ahead_ms: int) -> None:
    fast = RateClock(rate)
    at = fast.now() + ahead_ms
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "boot_ns", lambda: round(fast.boot_ms(at) * 1e6))
        assert abs(fast.now() - at) <= 1


def test_the_fake_clock_stands_until_it_is_told_and_never_goes_back() -> None:
    fake = FakeClock(5_000)
    assert fake.now() == Instant(5_000)
    fake.forward(250)
    assert fake.now() == Instant(5_250)
    fake.set(Instant(4_000))
    assert fake.now() == Instant(5_250)
