"""What can be mended of a session: every lap press that counts, and every one that was refused. Pure; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from app.core.asked import Command, How
from app.core.doubt import Doubt, DoubtKind
from app.core.events import Cause, PressRefused, Refusal
from app.core.plan import Plan
from app.core.session import Record, Session, Split
from app.core.tongue import tr
from app.core.units import Instant, Millis, format_lap, format_metres, format_signed
from app.ui.rows import rep_name


@dataclass(frozen=True, slots=True)
class MendRow:
    """One press."""

    at: Instant
    """When it counts; a mend tells it by this."""
    name: str
    """`Rep 3 · 200 m`."""
    split: str
    """Time since its segment began; empty for one that was refused."""
    lap: str
    note: str
    """`estimated`, `moved +0.3`, `refused: too soon`; empty for a press as it fell."""
    is_refused: bool = False
    mark_number: int | None = None
    n_marks: int = 0
    lines: tuple[int, ...] = ()
    """The numbers of the marks at which one has to press."""
    half_at: Instant | None = None
    """Where a press that was missed before this one is put, in proportion to the marks; None where none can be."""

    @property
    def said(self) -> str:
        """All of it in a line, for a screen reader."""
        return ", ".join(part for part in (self.name, self.split, self.lap, self.note) if part)


def mend_rows(plan: Plan, session: Session) -> tuple[MendRow, ...]:
    """Return every press of what was run, in the order of time."""
    rows = []
    for record in session.standing:
        rows += [_split_row(plan, record, number) for number in range(len(record.splits))]
        if record.cause is Cause.LAP and record.segment.is_open and record.ended_at is not None:
            name = rep_name(plan, record.segment) if record.segment.rep is None else _recovery(plan, record)
            time = format_lap(Fraction(record.elapsed_ms or 0, 1000))
            rows.append(MendRow(record.ended_at, name, "", time, ""))
    rows += [_refused_row(press) for press in session.refused if press.command is Command.LAP]
    return tuple(sorted(rows, key=lambda row: row.at.ms))


def _recovery(plan: Plan, record: Record) -> str:
    return tr("after {rep}").format(rep=rep_name(plan, record.segment))


def _split_row(plan: Plan, record: Record, number: int) -> MendRow:
    split = record.splits[number]
    before = record.splits[number - 1] if number else None
    mark = "" if split.mark is None else tr("{metres} m").format(metres=format_metres(split.mark.distance_m, 0))
    name = rep_name(plan, record.segment)
    return MendRow(
        split.at,
        f"{name} · {mark}" if len(record.segment.marks) > 1 else name,
        format_lap(Fraction(split.elapsed_ms, 1000)) if len(record.segment.marks) != 1 else "",
        format_lap(Fraction(split.lap_ms, 1000)),
        note_of(split),
        mark_number=split.mark_number,
        n_marks=len(record.segment.marks),
        lines=tuple(number for number, mark in enumerate(record.segment.marks, 1) if not mark.is_half),
        half_at=_half(record, split, before),
    )


def _half(record: Record, split: Split, before: Split | None) -> Instant | None:
    """Divide a lap where the mark before its end would have been passed at an even pace."""
    share = Fraction(1, 2)
    marks = record.segment.marks
    if record.segment.is_tied:
        between = _between(record, split, before)
        if between is None:
            return None
        share = between
    elif split.mark_number is not None and split.mark is not None:
        from_m = before.mark.distance_m if before is not None and before.mark is not None else Fraction(0)
        # The press is taken for the mark after the one it is written at: what was missed is the one it is written at.
        to_m = marks[min(split.mark_number, len(marks) - 1)].distance_m
        if to_m > split.mark.distance_m:
            share = (split.mark.distance_m - from_m) / (to_m - from_m)
    back_ms: Millis = round(split.lap_ms * (1 - share))
    return split.at - back_ms if 0 < back_ms < split.lap_ms else None


def _between(record: Record, split: Split, before: Split | None) -> Fraction | None:
    """Return how far in a lap the first line passed over lies, or else the first half; None where there is none."""
    first = (before.mark_number or 0) + 1 if before is not None else 1
    marks = record.segment.marks[first - 1 : (split.mark_number or first) - 1]
    passed = next((mark for mark in marks if not mark.is_half), marks[0] if marks else None)
    if passed is None or split.mark is None:
        return None
    from_m = before.mark.distance_m if before is not None and before.mark is not None else Fraction(0)
    return (passed.distance_m - from_m) / (split.mark.distance_m - from_m)


def note_of(split: Split) -> str:
    """Say how a split came about, where a person had a hand in it."""
    said = {
        How.INSERTED: tr("inserted"),
        How.ESTIMATED: tr("estimated"),
        How.RESTORED: tr("brought back"),
        How.INTERPOLATED: tr("interpolated"),
    }.get(split.how, "")
    moved = tr("moved {by}").format(by=format_signed(Fraction(split.moved_ms, 1000))) if split.moved_ms else ""
    named = tr("mark given") if split.is_named else "" if split.is_sure else tr("unsure mark")
    return ", ".join(part for part in (said, moved, named) if part)


def _refused_row(press: PressRefused) -> MendRow:
    why = {
        Refusal.DEAD_TIME: tr("refused: too soon"),
        Refusal.LEAD_IN: tr("refused: the count was on"),
        Refusal.DOUBLE: tr("refused: at no mark yet"),
    }[press.refusal]
    return MendRow(press.at, tr("lap press"), "", "", why, is_refused=True)


def doubt_words(doubt: Doubt) -> tuple[str, str]:
    """Return the question that a doubted press asks, and the verb of its answer."""
    if doubt.kind is DoubtKind.MISSED_LAP:
        where = tr("Missed the press at {metres} m?").format(metres=format_metres(doubt.mark_distance_m, 0))
        return where, tr("put it in, estimated")
    if doubt.kind is DoubtKind.UNSURE_MARK:
        metres = format_metres(doubt.mark_distance_m, 0)
        return tr("Was that press at {metres} m?").format(metres=metres), tr("yes, at {metres} m").format(metres=metres)
    return tr("Pressed twice?"), tr("delete the second")
