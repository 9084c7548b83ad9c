"""Frames: samples in time, for the outputs."""

from __future__ import annotations

from array import array

from app.audio.synth import RATE
from app.clock import boot_ns

PER_MS = RATE / 1000
"""Frames in a millisecond."""


def now_ms() -> float:
    """Return the present reading of the one clock, in milliseconds."""
    return boot_ns() / 1e6


def mix(out: array[int], samples: array[int], at: int) -> None:
    """Add samples into a buffer from position `at`, which may lie before or behind it; clip at full scale."""
    first, last = max(at, 0), min(at + len(samples), len(out))
    for i in range(first, last):
        value = out[i] + samples[i - at]
        out[i] = 32767 if value > 32767 else max(value, -32768)
