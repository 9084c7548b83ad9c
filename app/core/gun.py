"""The start of a race: the go that nobody knows beforehand, and the false start. Pure: chance is drawn elsewhere."""

from __future__ import annotations

from dataclasses import replace

from app.core.plan import Plan
from app.core.session import Session
from app.core.units import Millis
from app.core.workout import Intensity

GO_AFTER_MS: tuple[Millis, Millis] = (1000, 3000)
"""The go comes so long after the START press, at least and at most; as an own proposal, near a starter's habit."""


def has_go(plan: Plan) -> bool:
    """Whether a race of it begins at a go."""
    return any(segment.is_go for segment in plan.segments)


def with_go(plan: Plan, go_after_ms: Millis) -> Plan:
    """Return the plan with its goes so long after their press.

    What is expected of them stays as it was: a picture or a total that followed them would give them away.

    Args:
        plan: with or without a go.
        go_after_ms: drawn by chance, anew for each session.
    """
    if not has_go(plan):
        return plan
    segments = tuple(
        replace(segment, duration_ms=go_after_ms) if segment.is_go else segment for segment in plan.segments
    )
    return replace(plan, segments=segments, setup=replace(plan.setup, go_after_ms=go_after_ms))


def can_be_false(session: Session) -> bool:
    """Whether a false start can be called: a race is all that has begun, and no lap was pressed yet.

    What was run before the race, a warm-up say, is never thrown away: there BACK leads to the segment before.
    """
    records = session.records
    if not records or session.ended_at is not None or any(record.splits for record in records):
        return False
    *before, last = records
    if any(record.segment.intensity is not Intensity.LEAD_IN for record in before):
        return False
    if last.segment.intensity is Intensity.LEAD_IN:
        following = session.plan.segments[last.segment.index + 1 :]
        return bool(following) and following[0].is_race
    return last.segment.is_race and last.elapsed_ms is None
