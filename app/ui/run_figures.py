"""The figures of the run page: what a split, a rep or a set comes to, each with its label. Pure; no Qt.

Where it stands: `app.ui.board` puts them beside the phase and the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from app.core.analysis import LapFigures, RepFigures, evenness, n_on_target
from app.core.coach import SEVERAL
from app.core.extent import total_distance_words, total_time_words
from app.core.plan import Plan, Segment
from app.core.resting import usual_recovery
from app.core.session import Session
from app.core.state import Snapshot, State
from app.core.tongue import tr
from app.core.track import Track
from app.core.units import Metres, format_lap, format_metres, format_signed, format_time
from app.core.workout import Intensity
from app.ui.rows import rep_name, tone_of

HUNDRED_M = Metres(100)
"""Where short reps have their marks."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its label."""

    label: str
    value: str
    tone: str = "ink"
    is_time: bool = False
    """Whether it is the time of a lap or rep that has just been run."""


def figures_of(plan: Plan, session: Session, reps: tuple[RepFigures, ...], shown: Snapshot) -> tuple[Figure, ...]:
    """Return what stands beside the clock: the last split, or what is asked first."""
    segment = shown.segment
    if shown.state is State.READY or segment is None or shown.state in (State.FINISHED, State.STOPPED):
        return _asked(after_lead_in(plan, 0), plan.setup.track) if shown.state is State.READY else ()
    present = session.records[-1] if session.records else None
    if segment.intensity is Intensity.WORK:
        running = next((rep for rep in reversed(reps) if rep.record is present), None)
        if running is not None and running.pieces:
            return _lap_figures(running.pieces[-1], segment, plan.setup.track.lap_m)
        if present is not None and present.splits:
            last = present.splits[-1]
            split = Figure(tr("split"), _s(last.elapsed_ms), is_time=True)
            return (split, Figure(tr("lap"), _s(last.lap_ms), is_time=True))
        done = [rep for rep in reps if rep.record.elapsed_ms is not None and rep.off_s is not None]
        if done and len(segment.marks) == 1:
            return (*_rep_done(done[-1], plan), *_hundreds(segment, plan.setup.track))
        return _asked(segment, plan.setup.track)
    done = [rep for rep in reps if rep.record.elapsed_ms is not None]
    if done and segment.intensity in (Intensity.RECOVERY, Intensity.REST, Intensity.COOLDOWN, Intensity.LEAD_IN):
        return (*_rep_done(done[-1], plan), *_usual(session, segment))
    return ()


def _usual(session: Session, segment: Segment) -> tuple[Figure, ...]:
    """How long the full recovery that runs now usually lasts."""
    usual = usual_recovery(session) if segment.is_open and segment.intensity is not Intensity.COOLDOWN else None
    if usual is None:
        return ()
    label = tr("your recovery so far") if usual.is_own else tr("usual recovery")
    low, high = (format_lap(Fraction(ms, 1000), 0) for ms in (usual.low_ms, usual.high_ms))
    return (Figure(label, low if low == high else f"{low}–{high}"),)


def _hundreds(segment: Segment, track: Track) -> tuple[Figure, ...]:
    """What each 100 m of a rep of a lap or less takes: the marks of a 300."""
    apart, distance_m = track.along(HUNDRED_M), segment.distance_m
    if distance_m is None or segment.pace_s_per_m is None or not 2 * apart <= distance_m <= track.lap_m:
        return ()
    label = tr("each {metres} m").format(metres=format_metres(apart, 0))
    return (Figure(label, format_lap(segment.pace_s_per_m * apart)),)


def _asked(segment: Segment | None, track: Track) -> tuple[Figure, ...]:
    """The first mark to look for, before any lap is recorded."""
    if segment is None or segment.pace_s_per_m is None or not segment.marks:
        return ()
    line = segment.next_line(0)
    first = segment.marks[line - 1].distance_m
    due = segment.time_at(first)
    assert due is not None
    label = tr("target at {metres} m").format(metres=format_metres(first, 0))
    figures = [Figure(label, format_lap(due))]
    if line < len(segment.marks):
        second = segment.time_at(segment.marks[segment.next_line(line) - 1].distance_m)
        assert second is not None
        label = tr("then the next lap") if segment.course else tr("then each lap")
        figures.append(Figure(label, format_lap(second - due)))
    return (*figures, *_hundreds(segment, track))


def _lap_figures(lap: LapFigures, segment: Segment, lap_m: Metres) -> tuple[Figure, ...]:
    figures = []
    if lap.off_total_s is not None:
        label = tr("at {metres} m").format(metres=format_metres(lap.to_m, 0))
        figures.append(Figure(label, format_signed(lap.off_total_s), tone_of(lap.off_total_s)))
    piece = tr("last {metres} m").format(metres=format_metres(lap.to_m - lap.from_m, 0)) if lap.is_part else tr("lap")
    figures.append(Figure(piece, _s(lap.lap_ms), is_time=True))
    if lap.off_s is not None and lap.from_m:
        label = tr("±") if lap.is_part else tr("± lap")
        figures.append(Figure(label, format_signed(lap.off_s), tone_of(lap.off_s)))
    if abs(lap.to_m - lap.from_m - 400) >= 1:
        figures.append(Figure(tr("per 400 m"), format_lap(lap.per_400_s)))
    if lap.needed_s is not None and segment.distance_m is not None:
        left_m = segment.distance_m - lap.to_m
        if left_m >= SEVERAL * lap_m and not segment.course:
            figures.append(Figure(tr("each lap from here"), format_lap(lap.needed_s * lap_m / left_m)))
        else:
            figures.append(Figure(tr("needed for the rest"), format_lap(lap.needed_s)))
    figures.append(Figure(tr("projected"), format_time(lap.projected_s)))
    if lap.at_target_s is not None and segment.distance_m != lap.to_m:
        figures.append(Figure(tr("rest on target"), format_lap(lap.at_target_s)))
    return tuple(figures)


def _rep_done(rep: RepFigures, plan: Plan) -> tuple[Figure, ...]:
    name = rep_name(plan, rep.segment).lower()
    figures = []
    if rep.off_s is not None:
        figures.append(Figure(name, format_signed(rep.off_s), tone_of(rep.off_s)))
    assert rep.record.elapsed_ms is not None
    said = Figure(tr("time"), _s(rep.record.elapsed_ms), is_time=True)
    figures.append(said if rep.off_s is not None else Figure(name, said.value))
    if len(rep.laps) > 1:
        figures.append(Figure(tr("last lap"), _s(rep.laps[-1].lap_ms)))
    return tuple(figures)


def totals_of(plan: Plan) -> tuple[Figure, ...]:
    """Return what the plan comes to, before it is begun."""
    work = total_distance_words(plan.work_m)
    figures = (Figure(tr("planned"), total_time_words(plan.time_ms)), Figure(tr("work"), work))
    return tuple(figure for figure in figures if figure.value)


def summary_of(reps: tuple[RepFigures, ...]) -> tuple[Figure, ...]:
    """Return what the session came to."""
    whole = [rep for rep in reps if rep.laps and rep.laps[-1].to_m == rep.segment.distance_m]
    figures = []
    if len(whole) > 1 and len({rep.segment.distance_m for rep in whole}) == 1:
        average = Fraction(sum(rep.laps[-1].split_ms for rep in whole), 1000 * len(whole))
        figures.append(Figure(tr("average"), format_lap(average)))
    even = evenness(reps)
    if even.cv_pct is not None:
        figures.append(Figure(tr("spread (CV)"), f"{even.cv_pct:.1f} %"))
    n_on, n = n_on_target(reps)
    if n > 1:
        figures.append(Figure(tr("on target"), tr("{n} of {most}").format(n=n_on, most=n)))
    return tuple(figures)


def _s(ms: int) -> str:
    return format_lap(Fraction(ms, 1000))


def after_lead_in(plan: Plan, index: int) -> Segment | None:
    """Return the segment at a place, or the one that a count there leads to; None past the end."""
    while index < len(plan.segments) and plan.segments[index].intensity is Intensity.LEAD_IN:
        index += 1
    return plan.segments[index] if index < len(plan.segments) else None
