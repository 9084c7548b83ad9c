"""Calibration: how late a loudspeaker is, from taps along with beats. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from app.core.tongue import tr
from app.core.units import Instant, Millis

BEAT_MS: Millis = 750
"""Between beats: 80 a minute, which people tap along with most evenly, and longer than any loudspeaker is late."""
N_BEATS = 20
EARLIEST_MS, LATEST_MS = -BEAT_MS // 4, 3 * BEAT_MS // 4
"""What belongs to a beat: people tap a little early, loudspeakers are late by much more."""
SKIPPED = 3
"""Taps before the hand has found the beat."""
LEAST_TAPS = 8
"""Fewer say too little."""
UNEVEN_MS: Millis = 60
"""Taps that scatter more than this were no tapping along."""
MOST_OFFSET_MS: Millis = 500
"""An offset either way; the worst Bluetooth loudspeakers are 300 ms late."""


@dataclass(frozen=True, slots=True)
class Tapped:
    """What the taps say."""

    n_taps: int
    offset_ms: Millis | None
    """How late the beats are heard; None while it cannot be told."""
    sentence: str
    n_more: int = 0
    """Taps that are still wanted before anything can be told; 0 where there are enough, even ones or not."""


def tapped(beats: Sequence[Instant], taps: Sequence[Instant]) -> Tapped:
    """Say how late beats were heard.

    Each tap belongs to the beat that it is nearest to, half a beat early to half a beat late moved by a quarter towards
    late: people tap early by some tens of milliseconds, loudspeakers are late by some hundreds. That bias stays in: it
    is the same for each cue, and smaller than what is heard.
    Source: tapping runs 20 to 80 ms ahead of the beat (Repp 2005, sensorimotor synchronization, a review).

    Args:
        beats: instants at which each beat left, none of them moved by an offset.
        taps: instants at which the key went down.
    """
    late = gaps(beats, taps)[SKIPPED:]
    if len(late) < LEAST_TAPS:
        more = LEAST_TAPS - len(late)
        words = tr("Tap along: 1 more tap.") if more == 1 else tr("Tap along: {n} more taps.").format(n=more)
        return Tapped(len(taps), None, words, more)
    middle = median(late)
    lower, _, upper = quantiles(late, n=4)
    spread = (upper - lower) / 2
    if spread > UNEVEN_MS:
        return Tapped(len(taps), None, tr("The taps are too uneven to tell. Wait for the beat, then tap with it."))
    offset = max(-MOST_OFFSET_MS, min(MOST_OFFSET_MS, round(middle)))
    words = tr("The sound reaches you {offset} ms after it left, give or take {spread}.")
    return Tapped(len(taps), offset, words.format(offset=offset, spread=round(spread)))


def gaps(beats: Sequence[Instant], taps: Sequence[Instant]) -> list[Millis]:
    """Return how long after its beat each tap came; taps that belong to none are left out."""
    return [gap for tap in taps for beat in beats if EARLIEST_MS <= (gap := tap - beat) < LATEST_MS]
