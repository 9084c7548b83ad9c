"""How long a step of an XML workout is, held within our bounds."""

from __future__ import annotations

from fractions import Fraction

from app.core.bounds import DISTANCE_M, PLAN_MS
from app.core.tongue import tr
from app.interchange.sheet import ForDistance, ForTime
from app.interchange.xml_text import refusal


def length_of(amount: Fraction, *, is_metres: bool) -> ForDistance | ForTime | None:
    """Return what ends a step after so many metres or seconds; None where that comes to nothing.

    Raises:
        WorkoutError: it is longer than a workout may be.
    """
    ms = int(amount * 1000)
    if amount > DISTANCE_M if is_metres else ms >= PLAN_MS:
        words = tr("a step is longer than {km} km or {hours} hours")
        bounds = words.format(km=f"{DISTANCE_M // 1000:,}", hours=PLAN_MS // 3_600_000)
        raise refusal(bounds, tr("make it shorter"))
    if ms <= 0:
        return None
    return ForDistance(amount) if is_metres else ForTime(ms)
