"""The board: what the run page says, in words and figures. Pure: a read of the plan, the session and a snapshot.

Rules of the file: no Qt. What changes at each frame (`clock_of`, `progress_words`) is apart from what changes with an
event (`board_of`), so that a frame costs next to nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from app.core.analysis import (
    LapFigures,
    RepFigures,
    evenness,
    n_on_target,
    rep_figures,
    sentence_after_lap,
)
from app.core.describe import rep_words, step_words, target_time_words
from app.core.events import Command, Event, PressRefused, Refusal, Undone
from app.core.extent import total_time_words, total_work_words
from app.core.plan import Plan, Segment
from app.core.session import Session
from app.core.state import Snapshot, State
from app.core.units import format_lap, format_metres, format_signed, format_time
from app.core.workout import ByReps, Intensity, Split
from app.ui.phases import PHASES, is_easy
from app.ui.rows import Row, lap_rows, rep_name, tone_of

TIMES = ("lap", "time", "split")
"""Labels of the time of a lap or rep that has just been run."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its label."""

    label: str
    value: str
    tone: str = "ink"


@dataclass(frozen=True, slots=True)
class Clock:
    """The hero: whole part and small part of the time, and what it counts."""

    whole: str
    part: str
    counts: str
    """`elapsed`, `left`, or empty."""

    @property
    def whole_seconds(self) -> Clock:
        """The same without tenths, which nobody reads from across the track."""
        return replace(self, part="")


@dataclass(frozen=True, slots=True)
class Board:
    """All that changes with an event."""

    phase: str
    intensity: Intensity | None
    """None before the start and after the end."""
    place: str
    """`rep 4 of 8`."""
    ask: str
    """`400 m at mile pace`."""
    ask_time: str
    """`1:19.5`; empty without a pace."""
    figures: tuple[Figure, ...]
    sentence: str
    rows: tuple[Row, ...]
    summary: tuple[Figure, ...]
    following: str
    """`next: 60 s jog`."""
    far: tuple[Figure, Figure]
    """What the far view says beside the clock: the last time, and its ± or what is asked."""


def clock_of(shown: Snapshot) -> Clock:
    """Return the clock: what is left of a planned end, else what has passed.

    A lead-in counts its whole seconds down, 5 4 3 2 1, as it sounds.
    """
    if shown.state is State.READY:
        return Clock("0:00", ".0", "")
    if shown.segment is None or shown.state in (State.FINISHED, State.STOPPED):
        return _split(shown.session_ms, "")
    if shown.segment.intensity is Intensity.LEAD_IN and shown.remaining_ms is not None:
        return Clock(str(-(-shown.remaining_ms // 1000)), "", "")
    if shown.remaining_ms is not None:
        return _split(shown.remaining_ms, "left")
    return _split(shown.elapsed_ms, "elapsed")


def _split(ms: int, counts: str) -> Clock:
    tenths = ms // 100
    seconds = tenths // 10
    minutes, rest = divmod(seconds, 60)
    hours, over = divmod(minutes, 60)
    whole = f"{hours}:{over:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
    return Clock(whole, "" if hours else f".{tenths % 10}", counts)


def progress_words(plan: Plan, shown: Snapshot) -> str:
    """Write how far the session is: `17:24 of 42 min`."""
    passed = format_time(Fraction(shown.session_ms // 1000), 0)
    if shown.session_ms < 60_000:
        passed = f"0:{shown.session_ms // 1000:02d}"
    return f"{passed} of {total_time_words(plan.time_ms)}"


def board_of(plan: Plan, session: Session, shown: Snapshot, last: Event | None = None) -> Board:
    """Return what the page says after an event.

    Args:
        plan: what is run.
        session: the fold so far.
        shown: the snapshot.
        last: the event that has just fallen, for its own sentence.
    """
    reps = rep_figures(session)
    segment = shown.segment
    place = ""
    if segment is not None and segment.rep is not None:
        place = rep_words(segment.rep)
    if segment is not None and len(segment.marks) > 1:
        lap = f"lap {min(shown.n_splits + 1, len(segment.marks))} of {len(segment.marks)}"
        place = f"{place}, {lap}" if place else lap
    if shown.state is State.READY:
        phase, intensity = "READY", None
        place = plan.workout.name
    elif shown.state in (State.FINISHED, State.STOPPED) or segment is None:
        phase, intensity = shown.state.value.upper(), None
        place = plan.workout.name
    else:
        phase, intensity = PHASES[segment.intensity], segment.intensity
        if is_easy(segment):
            phase, intensity = "EASY", Intensity.WARMUP  # the colour and shape of easy running
        if segment.intensity is Intensity.LEAD_IN:
            coming = _after_lead_in(plan, segment.index)
            place = rep_words(coming.rep) if coming is not None and coming.rep is not None else ""
    asked = _after_lead_in(plan, segment.index) if segment is not None else None
    says_time = asked is None or isinstance(asked.step.target, Split)  # `in 40` says it already
    asked_time = target_time_words(asked, format_lap) if asked is not None and not says_time else ""
    figures = _figures(plan, session, reps, shown)
    return Board(
        phase,
        intensity,
        place,
        step_words(asked.step) if asked is not None else "",
        asked_time,
        figures,
        _sentence(reps, shown, last),
        lap_rows(plan, reps, shown),
        _totals(plan) if shown.state is State.READY else _summary(reps),
        _following(plan, shown),
        _far(figures, asked_time),
    )


def _far(figures: tuple[Figure, ...], asked_time: str) -> tuple[Figure, Figure]:
    nothing = Figure("", "")
    time = next((figure for figure in figures if figure.label in TIMES), nothing)
    off = next((figure for figure in figures if figure.value[:1] in "+−" or figure.value == "0.0"), None)
    return time, off if off is not None else Figure("target", asked_time)


def _after_lead_in(plan: Plan, index: int) -> Segment | None:
    while index < len(plan.segments) and plan.segments[index].intensity is Intensity.LEAD_IN:
        index += 1
    return plan.segments[index] if index < len(plan.segments) else None


def _following(plan: Plan, shown: Snapshot) -> str:
    if shown.state in (State.FINISHED, State.STOPPED):
        return ""
    index = 0 if shown.state is State.READY else shown.next_index
    present = shown.segment
    if present is not None and present.intensity is Intensity.LEAD_IN and shown.state is not State.READY:
        index += 1
    coming = _after_lead_in(plan, index)
    if coming is None:
        return "next: the end"
    rep = rep_words(coming.rep) if coming.rep is not None and coming.intensity is Intensity.WORK else ""
    return f"next: {step_words(coming.step)}" + (f", {rep}" if rep else "")


def _figures(plan: Plan, session: Session, reps: tuple[RepFigures, ...], shown: Snapshot) -> tuple[Figure, ...]:
    segment = shown.segment
    if shown.state is State.READY or segment is None or shown.state in (State.FINISHED, State.STOPPED):
        return _asked(_after_lead_in(plan, 0)) if shown.state is State.READY else ()
    present = session.records[-1] if session.records else None
    if segment.intensity is Intensity.WORK:
        running = next((rep for rep in reversed(reps) if rep.record is present), None)
        if running is not None and running.laps:
            return _lap_figures(running.laps[-1])
        if present is not None and present.splits:
            last = present.splits[-1]
            return (Figure("split", _s(last.elapsed_ms)), Figure("lap", _s(last.lap_ms)))
        done = [rep for rep in reps if rep.record.elapsed_ms is not None and rep.off_s is not None]
        return _rep_done(done[-1], plan) if done and len(segment.marks) == 1 else _asked(segment)
    done = [rep for rep in reps if rep.record.elapsed_ms is not None]
    if done and segment.intensity in (Intensity.RECOVERY, Intensity.REST, Intensity.COOLDOWN, Intensity.LEAD_IN):
        return _rep_done(done[-1], plan)
    return ()


def _asked(segment: Segment | None) -> tuple[Figure, ...]:
    """The first mark to look for, before any lap is recorded."""
    if segment is None or segment.pace_s_per_m is None or not segment.marks:
        return ()
    pace = segment.pace_s_per_m
    first = segment.marks[0].distance_m
    figures = [Figure(f"target at {format_metres(first, 0)} m", format_lap(pace * first))]
    if len(segment.marks) > 1:
        figures.append(
            Figure("then each lap", format_lap(pace * (segment.marks[1].distance_m - segment.marks[0].distance_m)))
        )
    return tuple(figures)


def _lap_figures(lap: LapFigures) -> tuple[Figure, ...]:
    figures = []
    if lap.off_total_s is not None:
        figures.append(
            Figure(f"at {format_metres(lap.to_m, 0)} m", format_signed(lap.off_total_s), tone_of(lap.off_total_s))
        )
    figures.append(Figure("lap", _s(lap.lap_ms)))
    if lap.off_s is not None and lap.number > 1:
        figures.append(Figure("± lap", format_signed(lap.off_s), tone_of(lap.off_s)))
    if lap.needed_s is not None:
        figures.append(Figure("needed for the rest", format_lap(lap.needed_s)))
    figures.append(Figure("projected", format_time(lap.projected_s)))
    return tuple(figures)


def _rep_done(rep: RepFigures, plan: Plan) -> tuple[Figure, ...]:
    name = rep_name(plan, rep.segment).lower()
    figures = []
    if rep.off_s is not None:
        figures.append(Figure(name, format_signed(rep.off_s), tone_of(rep.off_s)))
    assert rep.record.elapsed_ms is not None
    figures.append(Figure("time" if rep.off_s is not None else name, _s(rep.record.elapsed_ms)))
    if len(rep.laps) > 1:
        figures.append(Figure("last lap", _s(rep.laps[-1].lap_ms)))
    return tuple(figures)


def _sentence(reps: tuple[RepFigures, ...], shown: Snapshot, last: Event | None) -> str:
    segment = shown.segment
    if isinstance(last, PressRefused):
        if last.refusal is Refusal.LEAD_IN:
            return "Not taken: the count is on."
        return "Not taken: too soon after the line." if last.command is Command.LAP else "Not taken: too soon."
    if isinstance(last, Undone):
        return f"Taken back: {last.command.value}."
    if shown.state is State.READY:
        return "Press space to start."
    if shown.state is State.PAUSED:
        return "Paused. Press space to go on."
    if segment is None or shown.state is not State.RUNNING:
        return ""
    leave = ""
    rep = segment.rep
    if segment.leave_to is not None and rep is not None:
        n_done = rep.rep_number - (segment.intensity is Intensity.WORK)
        leave = f"{n_done} of {rep.least_reps}–{rep.n_reps} done: L leaves the block."
    if segment.intensity is Intensity.WORK:
        running = reps[-1] if reps else None
        if running is not None and running.record.elapsed_ms is None and running.laps and segment.distance_m:
            return sentence_after_lap(running.laps[-1], segment.distance_m)
        if isinstance(segment.step.length, ByReps):
            return leave or "Press space when the set is done."
        return leave
    if segment.is_open:
        return f"Press space when ready. {leave}".strip()
    done = [rep for rep in reps if rep.record.elapsed_ms is not None]
    said = ""
    if done and done[-1].laps and segment.index > done[-1].segment.index and done[-1].segment.distance_m:
        said = sentence_after_lap(done[-1].laps[-1], done[-1].segment.distance_m)
    return f"{said} {leave}".strip()


def _totals(plan: Plan) -> tuple[Figure, ...]:
    work = total_work_words(plan.work_m).removesuffix(" hard")
    figures = (Figure("planned", total_time_words(plan.time_ms)), Figure("work", work))
    return tuple(figure for figure in figures if figure.value)


def _summary(reps: tuple[RepFigures, ...]) -> tuple[Figure, ...]:
    whole = [rep for rep in reps if rep.laps and rep.laps[-1].to_m == rep.segment.distance_m]
    figures = []
    if len(whole) > 1 and len({rep.segment.distance_m for rep in whole}) == 1:
        average = Fraction(sum(rep.laps[-1].split_ms for rep in whole), 1000 * len(whole))
        figures.append(Figure("average", format_lap(average)))
    even = evenness(reps)
    if even.cv_pct is not None:
        figures.append(Figure("spread (CV)", f"{even.cv_pct:.1f} %"))
    n_on, n = n_on_target(reps)
    if n > 1:
        figures.append(Figure("on target", f"{n_on} of {n}"))
    return tuple(figures)


def _s(ms: int) -> str:
    return format_lap(Fraction(ms, 1000))
