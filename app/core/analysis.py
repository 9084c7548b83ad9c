"""Analysis: laps against the even pace, and how even they were. Pure, exact until shown.

A target is never stored rounded: every ± here is actual milliseconds minus an exact time at the mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import sqrt

from app.core.plan import Segment
from app.core.session import Record, Session, Split
from app.core.units import Metres, Millis
from app.core.workout import Intensity


@dataclass(frozen=True, slots=True)
class LapFigures:
    """One lap of a distance segment, or a piece of one, beside what it should have been."""

    number: int
    """1-based, of the lap that it ends or lies in; one may span several, where a press was missed."""
    from_m: Metres
    to_m: Metres
    lap_ms: Millis
    split_ms: Millis
    """Time since the segment began."""
    target_lap_s: Fraction | None
    """Even-pace time of this lap; None where no pace is asked, and then no ± either."""
    off_s: Fraction | None
    """Lap time minus its target: above zero is slower."""
    off_total_s: Fraction | None
    """Split minus the even-pace time at the mark."""
    projected_s: Fraction
    """Finish at the pace so far, brought to the pace profile where there is one."""
    needed_s: Fraction | None
    """Time left for the rest if the target is to be met; None at the finish, without a target or past it."""
    split: Split
    """At its end: when it was pressed, where in the journal it stands, and whether a person mended it."""
    at_target_s: Fraction | None = None
    """Finish if the rest is run in the time planned for it; None without a target."""
    is_part: bool = False
    """Whether it begins or ends within a lap."""

    @property
    def position(self) -> int:
        """Events that must be on disk before the lap is acknowledged."""
        return self.split.position

    @property
    def per_400_s(self) -> Fraction:
        """The lap's time brought to 400 m."""
        return Fraction(self.lap_ms, 1000) * 400 / (self.to_m - self.from_m)


def lap_figures(segment: Segment, splits: Sequence[Split]) -> tuple[LapFigures, ...]:
    """Return the figures of every split at a mark of a distance segment, each since the split before.

    Where half laps may be pressed and nobody asked for them, each is since the lap line before: a lap stays a lap.
    """
    laps: list[LapFigures] = []
    end_m = segment.distance_m
    by_line = any(mark.is_quiet for mark in segment.marks)
    before_m, before_ms, was_half = Fraction(0), 0, False
    for place, split in enumerate(splits, 1):
        if split.mark is None or end_m is None:
            continue
        to_m = split.mark.distance_m
        split_s = Fraction(split.elapsed_ms, 1000)
        due, due_before, due_end = segment.time_at(to_m), segment.time_at(before_m), segment.time_at(end_m)
        target = None if due is None or due_before is None else due - due_before
        lap_ms = split.elapsed_ms - before_ms if by_line else split.lap_ms
        left = None if due_end is None or to_m >= end_m else due_end - split_s
        laps.append(
            LapFigures(
                place if split.mark_number is None else segment.lap_number(split.mark_number),
                before_m,
                to_m,
                lap_ms,
                split.elapsed_ms,
                target,
                None if target is None else Fraction(lap_ms, 1000) - target,
                None if due is None else split_s - due,
                split_s * (due_end / due if segment.course and due and due_end else end_m / to_m),
                left if left is not None and left > 0 else None,
                split,
                None if due is None or due_end is None else split_s + due_end - due,
                was_half or split.mark.is_half,
            )
        )
        if not (by_line and split.mark.is_half):
            before_m, before_ms, was_half = to_m, split.elapsed_ms, split.mark.is_half
    return tuple(laps)


def whole_laps(splits: Sequence[Split]) -> list[Split]:
    """Return the splits at lap lines, each with the time since the one before, and a last one wherever it was.

    Some laps may have been pressed at the half and some not: only laps are alike.
    """
    lines: list[Split] = []
    for place, split in enumerate(splits, 1):
        if split.mark is not None and split.mark.is_half and place < len(splits):
            continue
        lap_ms = split.elapsed_ms - (lines[-1].elapsed_ms if lines else 0)
        lines.append(split if lap_ms == split.lap_ms else replace(split, lap_ms=lap_ms))
    return lines


@dataclass(frozen=True, slots=True)
class RepFigures:
    """One rep as it was run."""

    record: Record
    laps: tuple[LapFigures, ...]
    """Its whole laps; a last piece of one, where it was stopped there."""
    pieces: tuple[LapFigures, ...]
    """One for each press, as `lap_figures` has them."""
    off_s: Fraction | None
    """Time minus target, for a rep by distance that was run to its end; None without a target."""

    @property
    def segment(self) -> Segment:
        """The rep's segment."""
        return self.record.segment


def rep_figures(session: Session) -> tuple[RepFigures, ...]:
    """Return every piece of work of a session, in the order it was run; what was run again counts once."""
    reps = []
    for record in session.standing:
        segment = record.segment
        if segment.intensity is not Intensity.WORK:
            continue
        pieces = lap_figures(segment, record.splits)
        laps = lap_figures(segment, whole_laps(record.splits)) if any(piece.is_part for piece in pieces) else pieces
        at_end = bool(laps) and laps[-1].to_m == segment.distance_m
        reps.append(RepFigures(record, laps, pieces, laps[-1].off_total_s if at_end else None))
    return tuple(reps)


def spread_pct(values: Sequence[Fraction]) -> float | None:
    """Return the coefficient of variation in percent (population); None for fewer than two values.

    Source: CV = standard deviation / mean, divided by n, the definition under which the races of
    `tests/data/races.json` were figured.
    """
    if len(values) < 2:
        return None
    mean = sum(values) / len(values)
    if mean <= 0:
        return None
    variance = sum((value - mean) ** 2 for value in values) / len(values)
    return 100 * sqrt(variance) / float(mean)


@dataclass(frozen=True, slots=True)
class Evenness:
    """How even the laps, or the reps, of a session were."""

    cv_pct: float | None
    """Spread of the seconds per 400 m; None where fewer than two pieces can be compared."""
    n_pieces: int
    what: str
    """What was compared: `laps` of one race, or `reps`."""


def evenness(reps: Sequence[RepFigures]) -> Evenness:
    """Say how even: by lap for a single distance, by rep where there are several of one length."""
    run = [rep for rep in reps if rep.laps and rep.laps[-1].to_m == rep.segment.distance_m]
    if len(run) == 1:
        paces = [lap.per_400_s for lap in run[0].laps]
        return Evenness(spread_pct(paces), len(paces), "laps")
    paces = [Fraction(rep.laps[-1].split_ms, 1000) * 400 / rep.laps[-1].to_m for rep in run]
    return Evenness(spread_pct(paces), len(paces), "reps")


def leeway_s(rep: RepFigures) -> Fraction:
    """Return how far off its target a rep may be and still count: half a second, or 1 % for long reps."""
    pace, distance = rep.segment.pace_s_per_m, rep.segment.distance_m
    assert pace is not None
    assert distance is not None
    return max(Fraction(1, 2), pace * distance / 100)


def lateness_s(rep: RepFigures) -> Fraction:
    """Return how much slower a rep was than the slower end of its target; below zero within it or before it."""
    assert rep.off_s is not None
    assert rep.segment.pace_s_per_m is not None
    assert rep.segment.distance_m is not None
    slowest = rep.segment.slowest_s_per_m
    return rep.off_s - ((slowest - rep.segment.pace_s_per_m) * rep.segment.distance_m if slowest is not None else 0)


def is_on_target(rep: RepFigures) -> bool:
    """Say whether a judged rep is within its leeway; faster counts where the coach said `or faster`."""
    assert rep.off_s is not None
    allowed = leeway_s(rep)
    return lateness_s(rep) <= allowed and (rep.segment.or_faster or rep.off_s >= -allowed)


def n_on_target(reps: Sequence[RepFigures]) -> tuple[int, int]:
    """Return how many reps were on target, and how many have one."""
    judged = [rep for rep in reps if rep.off_s is not None]
    return sum(1 for rep in judged if is_on_target(rep)), len(judged)
