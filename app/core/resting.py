"""Full recoveries: how long they lasted, and how long they usually do. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from app.core.session import Record, Session
from app.core.units import MILE_M, Millis
from app.core.workout import Intensity

TIMES_THE_REP = (2, 3)
"""Recovery after fast reps, against the time of the rep.

Source: J. Daniels, Daniels' Running Formula, repetitions (about mile pace, none over two minutes)."""
LONGEST_REP_MS = 120_000
SLOWEST = Fraction(105, 100)
"""Of mile pace; slower reps are no repetitions in the sense of the source."""
ENOUGH = 2
"""Recoveries of one's own from which a habit shows. Ours."""


@dataclass(frozen=True, slots=True)
class Usual:
    """How long a full recovery usually is."""

    low_ms: Millis
    high_ms: Millis
    is_own: bool
    """Whether it is the athlete's own of this session, else what is taught."""


def full_recoveries(session: Session) -> tuple[Record, ...]:
    """Return the recoveries that a person ended, after work and before more of it, in the order they were taken."""
    standing = session.standing
    found = []
    for place, record in enumerate(standing):
        is_soft = record.segment.intensity in (Intensity.RECOVERY, Intensity.REST)
        follows_work = any(each.segment.intensity is Intensity.WORK for each in standing[:place])
        if is_soft and record.segment.is_open and record.elapsed_ms and follows_work:
            found.append(record)
    return tuple(found)


def usual_recovery(session: Session) -> Usual | None:
    """Return how long the full recovery that runs now usually is; None where nobody knows.

    The athlete's own of this session come first, then what is taught for reps at about mile pace.
    """
    own = [record.elapsed_ms for record in full_recoveries(session) if record.elapsed_ms]
    if len(own) >= ENOUGH:
        usual = round(median(own))
        return Usual(usual, usual, is_own=True)
    rep = _rep_before(session.standing)
    mile_s = session.plan.athlete.mile_s
    if rep is None or mile_s is None or not rep.elapsed_ms or rep.elapsed_ms > LONGEST_REP_MS:
        return None
    distance_m = rep.segment.distance_m
    if distance_m is None or Fraction(rep.elapsed_ms, 1000) / distance_m > SLOWEST * mile_s / MILE_M:
        return None
    low, high = (times * rep.elapsed_ms for times in TIMES_THE_REP)
    return Usual(low, high, is_own=False)


def _rep_before(standing: Sequence[Record]) -> Record | None:
    return next((record for record in reversed(standing) if record.segment.intensity is Intensity.WORK), None)
