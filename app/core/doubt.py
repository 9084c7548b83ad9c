"""Doubt: a lap press that is far from where the athlete should be, and the mend that would put it right. Pure.

Rules of the file: it asks, and changes nothing. What is expected comes from the athlete first (the laps of this
segment, then earlier reps of the distance) and from the plan last; where nothing is known, nothing is doubted. A
split that a person has mended is never doubted, and only work is judged: nobody jogs evenly. Where presses are tied to
marks, the ties say what is doubtful, of earlier presses too once a later one shows that they were read wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from statistics import median

from app.core.asked import Delete, How, Insert, Relabel
from app.core.events import Cause, Paused, Resumed, SegmentFinished, SplitTaken
from app.core.session import Record, Session, Split
from app.core.tying import NO_MARK, RECENT, SURE, Tying
from app.core.units import Instant, Metres, Millis, to_millis
from app.core.workout import Intensity

MISSED = Fraction(8, 5)
"""A lap this many times as long as expected may be two. Two even laps take 2; halfway between one and two, 1.5, is
reached by one who walks half a lap, so the line is drawn a little above."""

DOUBLE = Fraction(1, 2)
"""A lap under this part of what is expected may be none. One who laps in 75 s cannot lap in half of it: the world
record of 400 m is 43.03 s. Source: World Athletics, W. van Niekerk, 2016."""

LIKELY = 0.8
"""Where a mark is as likely, what was missed before it is asked first, and then whether it was that mark."""


class DoubtKind(Enum):
    """What may have happened."""

    MISSED_LAP = "missed lap"
    DOUBLE_PRESS = "double press"
    UNSURE_MARK = "unsure mark"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A press that may be a mistake."""

    kind: DoubtKind
    pressed_at: Instant
    """Of the press that is doubted."""
    mend: Insert | Delete | Relabel
    """What would put it right; of several missed laps the first, the others are asked about after it."""
    index: int
    """Of the segment."""
    mark_distance_m: Metres
    """Where the split is missing, where the athlete cannot have been yet, or where the press may have been instead."""
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
    if segment.intensity is not Intensity.WORK or split.mark is None:
        return None
    if record.tying is not None:
        return _tied_doubt(session, record, record.tying)
    if split.is_mended:
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


def _tied_doubt(session: Session, record: Record, tying: Tying) -> Doubt | None:
    """Ask what later presses have shown to be read wrong, then what was missed, then what may have been read wrong."""
    for place in range(max(0, len(record.splits) - RECENT), len(record.splits)):
        chances = tying.chances(place)
        likeliest = max(chances, key=lambda number: chances[number])
        if likeliest != record.splits[place].mark_number and (found := _read_as(record, place, likeliest)) is not None:
            return found
    last = len(record.splits) - 1
    split, chances = record.splits[-1], tying.chances()
    number = split.mark_number or NO_MARK
    found = None if split.how is not How.PRESSED else _missed(session, record, is_late=tying.is_after_end())
    chance = chances.pop(number, 0.0)
    if (chance < LIKELY or found is None) and chance < SURE and chances:
        found = _read_as(record, last, max(chances, key=lambda each: chances[each])) or found
    return found


def _read_as(record: Record, place: int, mark_number: int) -> Doubt | None:
    """Ask whether a press was at another mark, or at none; nothing of what a person has said, or what cannot be."""
    split = record.splits[place]
    before = record.splits[place - 1].mark_number or 0 if place else 0
    if split.is_mended:
        return None
    if mark_number == NO_MARK:
        return _tied(record, place, DoubtKind.DOUBLE_PRESS, Delete(split.at), split.mark_number or 1, split.at)
    if mark_number <= before:
        return None
    return _tied(record, place, DoubtKind.UNSURE_MARK, Relabel(split.at, mark_number), mark_number, split.at)


def _missed(session: Session, record: Record, *, is_late: bool) -> Doubt | None:
    """Ask about the first mark before the last press at which one has to press; one who leaves out every other is let.

    Where the press came after the end, the end itself was missed.
    """
    last, marks = len(record.splits) - 1, record.segment.marks
    number = record.splits[last].mark_number or 1
    before = record.splits[last - 1].mark_number or 0 if last else 0
    missed = [each for each in range(before + 1, number) if not marks[each - 1].is_half]
    if is_late:
        missed.append(number)
    pressed = {split.mark_number for split in record.splits}
    earlier = [each in pressed for each in range(1, before + 1) if not marks[each - 1].is_half]
    if not missed or (earlier and 2 * sum(earlier) <= len(earlier)):
        return None
    at = _passed_at(session, record, missed[0], is_late=is_late)
    return _tied(record, last, DoubtKind.MISSED_LAP, Insert(at, estimated=True), missed[0], at, len(missed))


def _tied(
    record: Record,
    place: int,
    kind: DoubtKind,
    mend: Insert | Delete | Relabel,
    mark_number: int,
    at: Instant,
    n_missed: int = 0,
) -> Doubt:
    split, marks = record.splits[place], record.segment.marks
    from_ms = _planned_ms(record, record.splits[place - 1].mark_number if place else None)
    return Doubt(
        kind,
        split.at,
        mend,
        record.segment.index,
        marks[mark_number - 1].distance_m,
        at,
        split.lap_ms,
        _planned_ms(record, split.mark_number) - from_ms,
        n_missed,
    )


def _passed_at(session: Session, record: Record, mark_number: int, *, is_late: bool) -> Instant:
    """Return when a mark before the last press was passed, by the planned times; after the end, at the pace so far."""
    split = record.splits[-1]
    before = record.splits[-2] if len(record.splits) > 1 else None
    from_ms, from_planned = (before.elapsed_ms, _planned_ms(record, before.mark_number)) if before else (0, 0)
    to_planned = _planned_ms(record, split.mark_number) - from_planned
    planned = _planned_ms(record, mark_number) - from_planned
    share = Fraction(planned, to_planned)
    if is_late:
        pace = Fraction(from_ms, from_planned) if from_planned else Fraction(1)
        return instant_at(session, record, from_ms + _whole(pace * planned))
    return instant_at(session, record, from_ms + _whole(split.lap_ms * share))


def _planned_ms(record: Record, mark_number: int | None) -> Millis:
    planned = record.segment.marks[mark_number - 1].planned_ms if mark_number else 0
    return planned or 0


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
