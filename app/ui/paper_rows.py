"""What stands on the printed page of a workout: its steps as they were written, with what each asks. Pure; no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from app.core.describe import step_words, target_time_words
from app.core.extent import total_time_words, total_work_words
from app.core.plan import Plan, Segment
from app.core.tongue import tr
from app.core.units import format_lap
from app.core.workout import Count, Intensity, Item, Step

MOST_MARKS = 12
"""Split times that stand under a rep; of more laps the page says no more than the time."""
_SOFT = (Intensity.RECOVERY, Intensity.REST)


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One line of steps."""

    depth: int
    """How many repeats it stands in."""
    times: str
    """`6 ×`; empty for once."""
    words: str
    target: str
    """What it asks of this athlete, `1:14.6`; empty for nothing."""
    splits: str = ""
    """The times at its marks, where it has several."""
    tone: str = "work"
    """`work`, `recovery` or `warm`, by which its dot is coloured; empty for a heading."""
    goes_on: bool = False
    """Whether its recovery stands in the next line."""


def rows_of(plan: Plan) -> tuple[PaperRow, ...]:
    """Return the lines of a workout's page, in the order of its text."""
    first: dict[Step, Segment] = {}
    for segment in plan.segments:
        if segment.intensity is not Intensity.LEAD_IN:
            first.setdefault(segment.step, segment)
    return tuple(_rows(plan.workout.steps, 0, first))


def _rows(items: tuple[Item, ...], depth: int, first: dict[Step, Segment]) -> Iterator[PaperRow]:
    for item in items:
        if isinstance(item, Step):
            yield _row(item, depth, first.get(item), "")
            continue
        n = _times(item.reps)
        only = item.steps[0] if len(item.steps) == 1 else None
        if isinstance(only, Step):
            yield replace(_row(only, depth, first.get(only), n), goes_on=item.recovery is not None)
        else:
            yield PaperRow(depth, n, tr("all of this"), "", tone="")
            yield from _rows(item.steps, depth + 1, first)
        if item.recovery is not None:
            words = step_words(item.recovery)
            said = words if isinstance(only, Step) else tr("{recovery} between them").format(recovery=words)
            yield PaperRow(depth, "", said, "", tone="recovery")


def _times(reps: Count) -> str:
    if reps.low == reps.high == 1:
        return ""
    return f"{reps.low}–{reps.high} ×" if reps.is_range else f"{reps.low} ×"


def _row(step: Step, depth: int, segment: Segment | None, times: str) -> PaperRow:
    tone = "recovery" if step.intensity in _SOFT else "work"
    if segment is not None and segment.intensity in (Intensity.WARMUP, Intensity.COOLDOWN):
        tone = "warm"
    target = target_of(segment) if segment is not None else ""
    return PaperRow(depth, times, step_words(step), target, _splits(segment), tone)


def target_of(segment: Segment) -> str:
    """Write what a segment asks in seconds: `1:14.6`, or `1:14.6 per 400 m` of one by time; empty for no pace."""
    if segment.pace_s_per_m is None:
        return ""
    said = target_time_words(segment, format_lap)
    if not said:
        said = tr("{time} per 400 m").format(time=format_lap(segment.pace_s_per_m * 400))
    return tr("{target} or faster").format(target=said) if segment.or_faster else said


def _splits(segment: Segment | None) -> str:
    if segment is None:
        return ""
    times = [mark.planned_ms for mark in segment.marks if not mark.is_quiet]
    known = [format_lap(Fraction(ms, 1000)) for ms in times if ms is not None]
    return "  ·  ".join(known) if 2 <= len(known) == len(times) <= MOST_MARKS else ""


def total_of(plan: Plan) -> str:
    """Write how long it is: `20 min and 8 open  ·  3.6 km hard`."""
    return "  ·  ".join(word for word in (total_time_words(plan.time_ms), total_work_words(plan.work_m)) if word)


def goal_of(plan: Plan) -> str:
    """Write for whom the targets are: `goal mile 5:00`; empty where nothing asks a pace."""
    mile_s = plan.athlete.mile_s
    if mile_s is None or not any(row.target for row in rows_of(plan)):
        return ""
    return tr("for a mile in {time}").format(time=format_lap(mile_s).removesuffix(".0"))
