"""What the pages say of a treadmill: the speed now and the one to come, and what they really give. Pure; no Qt.

Where it stands: `board` and `outcome` ask it, and show their own figures where it has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from app.core.events import Cause
from app.core.plan import Plan
from app.core.session import Record, Session
from app.core.state import Snapshot, State
from app.core.tongue import tr
from app.core.treadmill import Dial, equal_flat, fast_words, given_words, speed_words
from app.core.units import MILE_M, format_lap, format_metres, format_time
from app.core.workout import Intensity
from app.ui.run_figures import Figure, after_lead_in


@dataclass(frozen=True, slots=True)
class Dials:
    """The belt as it stands at an instant."""

    now: Dial | None = None
    """None before the work and where no pace is asked."""
    coming: Dial | None = None
    """The next one, where the belt has to be set to it."""
    is_at_once: bool = False
    """Whether it is to be set now: before the start and while the lead-in counts."""


def dials_of(plan: Plan, shown: Snapshot) -> Dials:
    """Return the belt's speeds at an instant; none on a track, and none once the session is over."""
    if plan.setup.belt is None or shown.state in (State.FINISHED, State.STOPPED):
        return Dials()
    is_ready = shown.state is State.READY
    present = None if is_ready else shown.segment
    following = after_lead_in(plan, 0 if is_ready else shown.next_index)
    is_lead_in = present is not None and present.intensity is Intensity.LEAD_IN
    now = present.dial if present is not None else None
    coming = following.dial if following is not None else None
    is_kept = coming is not None and coming.is_set_as(now)
    return Dials(now, None if is_kept else coming, is_ready or is_lead_in)


def dial_figures(dials: Dials, session: Session) -> tuple[Figure, ...]:
    """Return the speed, what it gives, and the split that was last pressed at it; nothing where there is no speed."""
    found = []
    for dial, label in (
        (dials.now, tr("belt, {unit}")),
        (dials.coming, tr("set the belt to, {unit}") if dials.is_at_once else tr("belt next, {unit}")),
    ):
        if dial is not None:
            found.append(Figure(label.format(unit=dial.belt.value), str(dial.speed)))
    told = dials.now or dials.coming
    if told is None:
        return ()
    found.append(Figure(tr("a mile at it"), format_time(told.mile_s)))
    flat = equal_flat(told.s_per_m, told.incline_pct) if told.incline_pct else None
    if flat is not None:
        label = tr("{incline} % costs like (ACSM)").format(incline=format_metres(told.incline_pct, 1))
        found.append(Figure(label, format_time(flat * MILE_M)))
    present = session.records[-1] if session.records else None
    if dials.now is not None and present is not None and present.splits:
        split = format_lap(Fraction(present.splits[-1].elapsed_ms, 1000))
        found.append(Figure(tr("split"), split, is_time=True))
    return tuple(found)


def dial_sentence(dials: Dials, said: str) -> str:
    """Say what the speed really gives, or that most belts do not have it.

    Args:
        dials: the belt.
        said: what the page has to say else, which goes before; a belt that is to be set now goes before that.
    """
    told = dials.now or dials.coming
    if told is None:
        return said
    fast = fast_words(told)
    if dials.is_at_once and fast:
        return f"{fast} {said}".strip()
    return said or fast or given_words(told)


def ran_words(record: Record) -> tuple[str, str, str]:
    """Return the time for 400 m, the planned time and the speed of what a belt ran to its end; else nothing."""
    segment = record.segment
    if segment.dial is None or segment.distance_m is None or record.cause is not Cause.ELAPSED:
        return "", "", ""
    pace = segment.dial.s_per_m
    return format_lap(pace * 400, 2), format_lap(pace * segment.distance_m, 2), speed_words(segment.dial)
