"""How long a segment may take where the plan does not know: for pictures and rehearsals, never for a ±.

All figures here are ours, round, and only meant to give a picture its width and a rehearsal its pace.
"""

from __future__ import annotations

from app.core.plan import Segment
from app.core.units import Millis, to_millis
from app.core.workout import ByReps, Intensity

OPEN_RECOVERY_MS: Millis = 120_000
OPEN_OTHER_MS: Millis = 300_000
MOVEMENT_MS: Millis = 4_000
"""One squat, one box jump."""
WORK_MS_PER_M = 250
"""4:10 for a kilometre: quick running with no goal set."""
SOFT_MS_PER_M = 420
"""7:00 for a kilometre: a jog."""


def estimated_ms(segment: Segment) -> Millis:
    """Return its planned length, or a round guess where it has none."""
    if segment.expected_ms is not None:
        return segment.expected_ms
    hard = segment.intensity is Intensity.WORK
    if segment.distance_m is not None:
        return to_millis(segment.distance_m * (WORK_MS_PER_M if hard else SOFT_MS_PER_M) / 1000)
    if isinstance(segment.step.length, ByReps):
        return segment.step.length.n * MOVEMENT_MS
    soft = segment.intensity in (Intensity.RECOVERY, Intensity.REST)
    return OPEN_RECOVERY_MS if soft else OPEN_OTHER_MS


def estimated_mark_ms(segment: Segment, mark_number: int) -> Millis:
    """Return when a mark should be reached, its 1-based number given; planned where a pace is asked."""
    mark = segment.marks[mark_number - 1]
    if mark.planned_ms is not None or segment.distance_m is None:
        return mark.planned_ms or estimated_ms(segment)
    return to_millis(estimated_ms(segment) * mark.distance_m / segment.distance_m / 1000)
