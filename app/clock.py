"""The one clock, and its fakes.

It counts on through suspend and does not notice when somebody sets the wall clock. Both sides of the sound
pipe read it, so an instant means the same to the window and to the sound process.

Source: `time.monotonic` stops in suspend on Linux and macOS (clock_gettime(2), Apple's mach_absolute_time); what
counts on is CLOCK_BOOTTIME on Linux, CLOCK_MONOTONIC on macOS, the performance counter on Windows.
"""

from __future__ import annotations

import sys
import time
from typing import Protocol

from app.core.units import Instant, Millis


def boot_ns() -> int:
    """Return nanoseconds of the clock that counts through suspend."""
    if sys.platform == "linux":
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    return time.perf_counter_ns()


class Clock(Protocol):
    """Tells the instant, and where that instant lies in real time."""

    def now(self) -> Instant:
        """Return the present instant."""
        ...

    def boot_ms(self, at: Instant) -> float:
        """Return the reading of `boot_ns`, in milliseconds, at which this clock will show `at`."""
        ...

    def ago(self, real_ms: float) -> Instant:
        """Return the instant that this clock showed so many real milliseconds ago."""
        ...


class SystemClock:
    """The real one: milliseconds of `boot_ns`."""

    def now(self) -> Instant:
        """Return the present instant."""
        return Instant(boot_ns() // 1_000_000)

    def boot_ms(self, at: Instant) -> float:
        """Return the same instant: this clock is the real one."""
        return float(at.ms)

    def ago(self, real_ms: float) -> Instant:
        """Return the instant so many milliseconds ago."""
        return Instant(round(boot_ns() / 1e6 - real_ms))


class RateClock:
    """Runs `rate` times as fast as the real one from its making on: a rehearsal of a long workout."""

    def __init__(self, rate: float) -> None:
        self._rate = rate
        self._origin_ms = boot_ns() / 1e6

    def now(self) -> Instant:
        """Return the present instant of the faster clock."""
        return Instant(int(self._origin_ms + (boot_ns() / 1e6 - self._origin_ms) * self._rate))

    def boot_ms(self, at: Instant) -> float:
        """Return when, in real time, this clock shows `at`."""
        return self._origin_ms + (at.ms - self._origin_ms) / self._rate

    def ago(self, real_ms: float) -> Instant:
        """Return what this clock showed so many real milliseconds ago."""
        return self.now() - round(real_ms * self._rate)


class FakeClock:
    """Stands still until it is told; for tests and for rehearsals at virtual time."""

    def __init__(self, at_ms: Millis = 0) -> None:
        self._at = Instant(at_ms)

    def now(self) -> Instant:
        """Return the instant it was set to."""
        return self._at

    def boot_ms(self, at: Instant) -> float:
        """Return the same instant: there is no real time here."""
        return float(at.ms)

    def ago(self, real_ms: float) -> Instant:
        """Return the instant so many milliseconds ago."""
        return self.now() - round(real_ms)

    def set(self, at: Instant) -> None:
        """Move to an instant, not backwards."""
        self._at = max(self._at, at)

    def forward(self, duration: Millis) -> None:
        """Let time pass."""
        self.set(self._at + duration)
