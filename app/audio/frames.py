"""Frames: samples in time, for the outputs."""

from __future__ import annotations

import time
from array import array

from app.audio.synth import RATE
from app.clock import boot_ns

PER_MS = RATE / 1000
"""Frames in a millisecond."""
FADE = RATE * 5 // 1000
"""Frames over which a word that is cut goes silent, so that it does not click."""


def now_ms() -> float:
    """Return the present reading of the one clock, in milliseconds."""
    return boot_ns() / 1e6


def asleep_ms() -> float:
    """Return how long the machine has slept, up to a constant: the one clock counts on then, a stream does not."""
    return (boot_ns() - time.monotonic_ns()) / 1e6


def mix(out: array[int], samples: array[int], at: int) -> None:
    """Add samples into a buffer from position `at`, which may lie before or behind it; clip at full scale."""
    first, last = max(at, 0), min(at + len(samples), len(out))
    if last <= first:
        return
    part, below = samples[first - at : last - at], out[first:last]
    if below.tobytes().strip(b"\0"):
        part = array("h", [min(32767, max(-32768, one + other)) for one, other in zip(part, below, strict=True)])
    out[first:last] = part


def scaled(samples: array[int], percent: int) -> array[int]:
    """Return samples at a volume; the same ones at 100 %."""
    if percent == 100:
        return samples
    return array("h", [value * percent // 100 for value in samples])


def faded(samples: array[int], keep: int) -> array[int]:
    """Return samples that go silent within `FADE` frames behind `keep`."""
    tail = samples[keep : keep + FADE]
    n = max(1, len(tail))
    return samples[:keep] + array("h", [value * (n - i) // n for i, value in enumerate(tail)])
