"""Analysis: laps against the even pace, and how even they were. Pure, exact until shown.

A target is never stored rounded: every ± here is actual milliseconds minus an exact time at the mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from app.core.plan import Segment
from app.core.session import Record, Session, Split
from app.core.tongue import tr
from app.core.units import Metres, Millis, format_lap, format_metres, format_time
from app.core.workout import Intensity


@dataclass(frozen=True, slots=True)
class LapFigures:
    """One lap of a distance segment, beside what it should have been."""

    number: int
    """Of its mark, 1-based; a lap of a mended record may span several."""
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

    @property
    def position(self) -> int:
        """Events that must be on disk before the lap is acknowledged."""
        return self.split.position

    @property
    def per_400_s(self) -> Fraction:
        """The lap's time brought to 400 m."""
        return Fraction(self.lap_ms, 1000) * 400 / (self.to_m - self.from_m)


def lap_figures(segment: Segment, splits: Sequence[Split]) -> tuple[LapFigures, ...]:
    """Return the figures of every split at a mark of a distance segment."""
    laps: list[LapFigures] = []
    end_m = segment.distance_m
    before_m = Fraction(0)
    for place, split in enumerate(splits, 1):
        if split.mark is None or end_m is None:
            continue
        to_m = split.mark.distance_m
        split_s = Fraction(split.elapsed_ms, 1000)
        due, due_before, due_end = segment.time_at(to_m), segment.time_at(before_m), segment.time_at(end_m)
        target = None if due is None or due_before is None else due - due_before
        left = None if due_end is None or to_m >= end_m else due_end - split_s
        laps.append(
            LapFigures(
                split.mark_number or place,
                before_m,
                to_m,
                split.lap_ms,
                split.elapsed_ms,
                target,
                None if target is None else Fraction(split.lap_ms, 1000) - target,
                None if due is None else split_s - due,
                split_s * (due_end / due if segment.course and due and due_end else end_m / to_m),
                left if left is not None and left > 0 else None,
                split,
                None if due is None or due_end is None else split_s + due_end - due,
            )
        )
        before_m = to_m
    return tuple(laps)


@dataclass(frozen=True, slots=True)
class RepFigures:
    """One rep as it was run."""

    record: Record
    laps: tuple[LapFigures, ...]
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
        laps = lap_figures(segment, record.splits)
        at_end = bool(laps) and laps[-1].to_m == segment.distance_m
        reps.append(RepFigures(record, laps, laps[-1].off_total_s if at_end else None))
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


def sentence_after_lap(lap: LapFigures, end_m: Metres) -> str:
    """Say what a coach would call across the track after this lap; empty without a target.

    Three tenths either way is a good lap: a thumb on a key is no better.
    Source for the thumb: sd 0.07–0.1 s for one press (4304 presses, human timing studies).
    """
    if lap.off_s is None or lap.off_total_s is None:
        return ""
    off = float(lap.off_s)
    size, is_much = f"{abs(off):.1f}", abs(off) >= 1.0
    if abs(off) <= 0.3:
        said, then = tr("On pace."), tr("Hold: {time} for the last {distance} m.")
    elif off < 0:
        said = tr("{seconds} s quick.").format(seconds=size) if is_much else tr("A touch quick.")
        then = tr("Ease: {time} for the last {distance} m.")
    else:
        said = tr("{seconds} s slow.").format(seconds=size) if is_much else tr("A touch slow.")
        then = tr("Press on: {time} for the last {distance} m.")
    if lap.needed_s is None:
        return said
    left_m = end_m - lap.to_m
    return f"{said} {then.format(time=format_lap(lap.needed_s), distance=format_metres(left_m, 0))}"


def sentence_of(reps: Sequence[RepFigures]) -> str:
    """Say in one sentence how the session went; empty where there is nothing to judge."""
    judged = [rep for rep in reps if rep.off_s is not None]
    if not judged:
        return ""
    if len(judged) == 1:
        return _race_sentence(judged[0])
    n_on = sum(1 for rep in judged if _on_target(rep))
    first, last = judged[0].off_s, judged[-1].off_s
    assert first is not None
    assert last is not None
    fade = last - first
    if abs(fade) <= 1:
        trend = tr("Even from first to last.")
    elif fade > 0:
        trend = tr("The last was {time} s slower than the first.").format(time=format_time(fade))
    else:
        trend = tr("The last was {time} s faster than the first.").format(time=format_time(-fade))
    on_target = tr("{n} of {most} on target.").format(n=n_on, most=len(judged))
    return f"{on_target} {trend}"


def _on_target(rep: RepFigures) -> bool:
    """Within half a second, or 1 % for long reps; faster counts where the coach said `or faster`."""
    assert rep.off_s is not None
    pace, distance = rep.segment.pace_s_per_m, rep.segment.distance_m
    assert pace is not None
    assert distance is not None
    allowed = max(Fraction(1, 2), pace * distance / 100)
    slowest = rep.segment.slowest_s_per_m
    late = rep.off_s - ((slowest - pace) * distance if slowest is not None else 0)
    return late <= allowed and (rep.segment.or_faster or rep.off_s >= -allowed)


def n_on_target(reps: Sequence[RepFigures]) -> tuple[int, int]:
    """Return how many reps were on target, and how many have one."""
    judged = [rep for rep in reps if rep.off_s is not None]
    return sum(1 for rep in judged if _on_target(rep)), len(judged)


def _race_sentence(rep: RepFigures) -> str:
    laps = [lap for lap in rep.laps if lap.off_s is not None]
    if len(laps) < 2:
        assert rep.off_s is not None
        off = rep.off_s
        if abs(off) <= Fraction(1, 2):
            return tr("On target.")
        words = tr("{seconds} s slow.") if off > 0 else tr("{seconds} s quick.")
        return words.format(seconds=format_time(abs(off)))
    first = laps[0].off_s
    worst = max(laps, key=_off)
    assert first is not None
    assert worst.off_s is not None
    if max(abs(_off(lap)) for lap in laps) <= Fraction(1, 2):
        return tr("Even all the way.")
    if first < -Fraction(1, 2) and worst.off_s > Fraction(1, 2):
        target = laps[0].target_lap_s
        assert target is not None
        paid = tr("You went out {time} s quick and paid for it on lap {number}.")
        better = tr("Next time: {time} at the first line.")
        return f"{paid.format(time=format_time(-first), number=worst.number)} {better.format(time=format_lap(target))}"
    if first > Fraction(1, 2):
        words = tr("A slow first lap, {time} s over; the rest had to make it up.")
        return words.format(time=format_time(first))
    if worst.off_s > 0:
        words = tr("Lap {number} was the slowest, {time} s over.")
        return words.format(number=worst.number, time=format_time(worst.off_s))
    return tr("Quick throughout.")


def _off(lap: LapFigures) -> Fraction:
    return lap.off_s if lap.off_s is not None else Fraction(0)
