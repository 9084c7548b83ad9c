"""The sounds, made from figures: pure, standard library alone.

Four pitches in all, a fifth and an octave apart, between 500 and 3000 Hz where speech and shoes mask least; cues differ
by pitch, length and pattern, and the bell by its partials, which no other sound has.

Source for the range and the count: NUREG-0700, auditory signals (500–3000 Hz preferred, at most four tones).
"""

from __future__ import annotations

import math
from array import array

RATE = 48_000
"""Samples a second; mono, 16 bits."""

LOW, MIDDLE, HIGH, TOP = 880.0, 1320.0, 1760.0, 2640.0
PEAK = 0.62
"""Of full scale: −4 dBFS, so that a bell over a pip does not clip."""

_BELL = (
    (0.5 * HIGH, 0.9, 1.3),
    (1.19 * LOW, 0.5, 0.9),
    (MIDDLE, 0.45, 0.7),
    (HIGH, 1.0, 0.8),
    (1.33 * HIGH, 0.35, 0.4),
)
"""Partials of a struck bell: frequency, strength, decay in seconds. Prime, minor third, fifth, nominal, and above."""

_SILENCE = 0.0
PATTERNS: dict[str, tuple[tuple[float, int], ...]] = {
    "lead-in": ((LOW, 120), (_SILENCE, 80), (LOW, 120)),
    "pip": ((MIDDLE, 110),),
    "go": ((HIGH, 620),),
    "halfway": ((MIDDLE, 70), (_SILENCE, 70), (MIDDLE, 70)),
    "last-ten": ((HIGH, 50), (_SILENCE, 60), (HIGH, 50), (_SILENCE, 60), (HIGH, 50)),
    "finish": ((MIDDLE, 200), (LOW, 420)),
    "mark": ((MIDDLE, 60), (HIGH, 110)),
    "second-mark": ((HIGH, 50), (LOW, 100)),
    "lap": ((TOP, 45),),
    "end": ((LOW, 180), (MIDDLE, 180), (HIGH, 180), (_SILENCE, 60), (HIGH, 520)),
    "low": ((LOW, 160),),
    "high": ((HIGH, 160),),
    "trill": ((HIGH, 40), (TOP, 40)) * 4,
    "siren": ((LOW, 90), (HIGH, 90)) * 4,
}
"""Each sound as pitches in Hz and milliseconds; `bell` is made of partials instead. The last four are nobody's own."""

BELL_MS = 1600
NAMES = (*PATTERNS, "bell")
LENGTHS_MS = {"bell": BELL_MS, **{name: sum(ms for _, ms in pattern) for name, pattern in PATTERNS.items()}}
"""How long each sound lasts."""


def samples(name: str) -> array[int]:
    """Return a sound as 16-bit samples at `RATE`.

    Args:
        name: one of `NAMES`.
    """
    if name == "bell":
        return _bell()
    made = array("h")
    for pitch, ms in PATTERNS[name]:
        made.extend(_tone(pitch, ms * RATE // 1000))
    return made


def _tone(pitch: float, n: int) -> list[int]:
    """Return a tone with a soft third harmonic and edges that do not click; silence for a pitch of 0."""
    if not pitch:
        return [0] * n
    rise, fall = RATE * 4 // 1000, min(RATE * 25 // 1000, n // 2)
    scale = PEAK * 32767 / 1.12
    turn = 2 * math.pi * pitch / RATE
    return [
        round(scale * min(1.0, i / rise, (n - 1 - i) / fall) * (math.sin(turn * i) + 0.12 * math.sin(2 * turn * i)))
        for i in range(n)
    ]


def _bell() -> array[int]:
    n = RATE * BELL_MS // 1000
    raw = [0.0] * n
    for pitch, strength, decay in _BELL:
        turn = 2 * math.pi * pitch / RATE
        for i in range(n):
            raw[i] += strength * math.exp(-i / (decay * 0.35 * RATE)) * math.sin(turn * i)
    rise, fall = RATE * 2 // 1000, RATE * 100 // 1000
    shaped = [value * min(1.0, i / rise, (n - 1 - i) / fall) for i, value in enumerate(raw)]
    scale = PEAK * 32767 / max(abs(value) for value in shaped)
    return array("h", [round(scale * value) for value in shaped])
