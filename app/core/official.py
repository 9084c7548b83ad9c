"""The official time of a race that was timed by hand. Pure; integers alone, so that nothing is rounded twice."""

from __future__ import annotations

from app.core.units import Millis

TENTH_MS: Millis = 100
HUNDREDTH_MS: Millis = 10


def official_hand_ms(ms: Millis) -> Millis:
    """Return a hand time as it is official: the next longer 0.1 s, an exact tenth as it is.

    Nothing is added to compare it with a fully automatic time: over 800 m and more the usual conversion is nothing.

    Args:
        ms: as it was taken, never as it was shown.

    Source: World Athletics technical rules, rule 19, hand timing: any time not ending in zero is converted to the
    next longer 0.1 s. Conversion: Track & Field News adds 0.24 s under 300 m, 0.14 s under 800 m, else nothing.

    >>> [official_hand_ms(ms) for ms in (10_870, 59_999, 75_000)]
    [10900, 60000, 75000]
    """
    return -(-ms // TENTH_MS) * TENTH_MS
