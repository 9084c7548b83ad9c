"""Doubt: a lap press that is far from where the athlete should be, and the mend that would put it right. Pure.

Rules of the file: it asks, and changes nothing. What is expected comes from the athlete first (the laps of this
segment, then earlier reps of the distance) and from the plan last; where nothing is known, nothing is doubted. A
split that a person has mended is never doubted, and only work is judged: nobody jogs evenly.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from statistics import median

from app.core.asked import Delete, Insert
from app.core.events import Cause, Paused, Resumed, SegmentFinished, SplitTaken
from app.core.session import Record, Session, Split
from app.core.units import Instant, Metres, Millis, to_millis
from app.core.workout import Intensity

MISSED = Fraction(8, 5)
"""A lap this many times as long as expected may be two. Two even laps take 2; halfway between one and two, 1.5, is
reached by one who walks half a lap, so the line is drawn a little above."""

DOUBLE = Fraction(1, 2)
"""A lap under this part of what is expected may be none. One who laps in 75 s cannot lap in half of it: the world
record of 400 m is 43.03 s. Source: World Athletics, W. van Niekerk, 2016."""


class DoubtKind(Enum):
    """What may have happened."""

    MISSED_LAP = "missed lap"
    DOUBLE_PRESS = "double press"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A press that may be a mistake."""

    kind: DoubtKind
    pressed_at: Instant
    """Of the press that is doubted."""
    mend: Insert | Delete
    """What would put it right; of several missed laps the first, the others are asked about after it."""
    index: int
    """Of the segment."""
    mark_distance_m: Metres
    """Where the split is missing, or where the athlete cannot have been yet."""
    at: Instant
    """When the missing split was, or the press that is one too many."""
    took_ms: Millis
    """The lap as it was recorded."""
    expected_ms: Millis
    """The lap as it was to be expected."""
    n_missed: int = 0
    """How many lap presses seem to be missing."""


def doubt_of(session: Session) -> Doubt | None:
    """Return what is doubtful about the last lap press that holds; None where it looks right, or nobody can know."""
    for event in reversed(session.held):
        if isinstance(event, SegmentFinished) and event.cause is Cause.LAP:
            return None
        if isinstance(event, SplitTaken):
            record = next(each for each in reversed(session.records) if each.splits)
            return _doubt(session, record)
    return None


def _doubt(session: Session, record: Record) -> Doubt | None:
    segment, split = record.segment, record.splits[-1]
    if segment.intensity is not Intensity.WORK or split.mark is None or split.is_mended:
        return None
    pace = _pace(session, record)
    if pace is None:
        return None
    before = record.splits[-2] if len(record.splits) > 1 else None
    from_m, from_ms = _place(before)
    expected = pace * (split.mark.distance_m - from_m)
    if split.lap_ms < DOUBLE * expected:
        return Doubt(
            DoubtKind.DOUBLE_PRESS,
            split.at,
            Delete(split.at),
            segment.index,
            split.mark.distance_m,
            split.at,
            split.lap_ms,
            _whole(expected),
        )
    if split.lap_ms < MISSED * expected:
        return None
    assert split.mark_number is not None
    first_m = split.mark.distance_m - from_m
    reaches = [mark.distance_m - from_m for mark in segment.marks[split.mark_number - 1 :]]
    n_missed = min(range(len(reaches)), key=lambda n: abs(split.lap_ms - pace * reaches[n]))
    late = Fraction(split.lap_ms) / (pace * reaches[n_missed])
    # Near a later mark the time is shared out; past them all the press was no mark, and only the pace is left.
    is_mark = n_missed > 0 and late < MISSED
    after_ms = split.lap_ms * first_m / reaches[n_missed] if is_mark else expected
    at = instant_at(session, record, from_ms + _whole(after_ms))
    return Doubt(
        DoubtKind.MISSED_LAP,
        split.at,
        Insert(at, estimated=True),
        segment.index,
        split.mark.distance_m,
        at,
        split.lap_ms,
        _whole(expected),
        n_missed if is_mark else n_missed + 1,
    )


def instant_at(session: Session, record: Record, elapsed_ms: Millis) -> Instant:
    """Return the instant at which so much running time of a segment had passed, pauses counted in."""
    at = record.started_at + elapsed_ms
    paused_at: Instant | None = None
    for event in session.held:
        if isinstance(event, Paused):
            paused_at = event.at
        elif isinstance(event, Resumed) and paused_at is not None and record.started_at <= paused_at <= at:
            at += event.paused_ms
    return at


def _pace(session: Session, record: Record) -> Fraction | None:
    """Return milliseconds per metre to be expected of the last lap; None where nothing is known."""
    known = _earlier_reps(session, record) or _planned(record)
    own: list[Fraction] = []
    from_m, from_ms = Metres(0), 0
    for split in record.splits[:-1]:
        to_m, to_ms = _place(split)
        pace = Fraction(to_ms - from_ms) / (to_m - from_m)
        against = median(own) if own else known
        if against is None or split.is_mended or DOUBLE * against <= pace < MISSED * against:
            own.append(pace)  # a lap that was doubted itself says nothing of the next
        from_m, from_ms = to_m, to_ms
    return median(own) if own else known


def _earlier_reps(session: Session, record: Record) -> Fraction | None:
    distance_m = record.segment.distance_m
    assert distance_m is not None
    paces = [
        Fraction(each.elapsed_ms) / distance_m
        for each in session.standing
        if each is not record
        and each.segment.intensity is Intensity.WORK
        and each.segment.distance_m == distance_m
        and each.cause is Cause.LAST_MARK
        and each.elapsed_ms
    ]
    return median(paces) if paces else None


def _planned(record: Record) -> Fraction | None:
    pace = record.segment.pace_s_per_m
    return None if pace is None else 1000 * pace


def _place(split: Split | None) -> tuple[Metres, Millis]:
    if split is None:
        return Metres(0), 0
    assert split.mark is not None
    return split.mark.distance_m, split.elapsed_ms


def _whole(ms: Fraction) -> Millis:
    return to_millis(ms / 1000)
