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
from app.core.asked import command_words
from app.core.describe import rep_words, step_words, target_time_words
from app.core.events import Command, Event, PressRefused, Refusal, Undone
from app.core.extent import total_distance_words, total_time_words
from app.core.plan import Plan, RepPlace, Segment
from app.core.session import Session
from app.core.state import Snapshot, State
from app.core.tongue import tr
from app.core.units import format_lap, format_metres, format_signed, format_time
from app.core.workout import ByReps, Intensity, Split
from app.ui.phases import is_easy, phase_of
from app.ui.rows import Row, lap_rows, rep_name, tone_of


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its label."""

    label: str
    value: str
    tone: str = "ink"
    is_time: bool = False
    """Whether it is the time of a lap or rep that has just been run."""


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
    short_place: str
    """`4 / 8`, for the far view; empty where it would say nothing."""
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
    if shown.segment is not None and shown.segment.is_go:
        return Clock("0:00", ".0", "")  # nothing that counts: nobody is to know when
    if shown.segment is None or shown.state in (State.FINISHED, State.STOPPED):
        return _split(shown.session_ms, "")
    if shown.segment.intensity is Intensity.LEAD_IN and shown.remaining_ms is not None:
        return Clock(str(-(-shown.remaining_ms // 1000)), "", "")
    if shown.remaining_ms is not None:
        return _split(shown.remaining_ms, tr("left"))
    return _split(shown.elapsed_ms, tr("elapsed"))


def _split(ms: int, counts: str) -> Clock:
    tenths = ms // 100
    seconds = tenths // 10
    minutes, rest = divmod(seconds, 60)
    hours, over = divmod(minutes, 60)
    whole = f"{hours}:{over:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
    return Clock(whole, "" if hours else f".{tenths % 10}", counts)


def progress_words(plan: Plan, shown: Snapshot) -> str:
    """Write how far the session is: `17:24 of 42 min`; nothing in the wait for a go, which it would give away."""
    if shown.segment is not None and shown.segment.is_go:
        return ""
    passed = format_time(Fraction(shown.session_ms // 1000), 0)
    if shown.session_ms < 60_000:
        passed = f"0:{shown.session_ms // 1000:02d}"
    return tr("{passed} of {total}").format(passed=passed, total=total_time_words(plan.time_ms))


@dataclass(frozen=True, slots=True)
class Caps:
    """What stands on the keys that a sentence names."""

    lap: str = "space"
    leave: str = "L"


def board_of(plan: Plan, session: Session, shown: Snapshot, last: Event | None = None, caps: Caps = Caps()) -> Board:
    """Return what the page says after an event.

    Args:
        plan: what is run.
        session: the fold so far.
        shown: the snapshot.
        last: the event that has just fallen, for its own sentence.
        caps: the keys in force.
    """
    reps = rep_figures(session)
    segment = shown.segment
    place, short = _place(segment.rep if segment is not None else None)
    if segment is not None and len(segment.marks) > 1:
        number, most = min(shown.n_splits + 1, len(segment.marks)), len(segment.marks)
        lap = tr("lap {number} of {most}").format(number=number, most=most)
        place = f"{place}, {lap}" if place else lap
        short = tr("lap {number} / {most}").format(number=number, most=most)
    if shown.state is State.READY:
        phase, intensity = tr("READY"), None
        place, short = plan.workout.name, ""
    elif shown.state in (State.FINISHED, State.STOPPED) or segment is None:
        phase, intensity = tr("STOPPED") if shown.state is State.STOPPED else tr("FINISHED"), None
        place, short = plan.workout.name, ""
    else:
        phase, intensity = phase_of(segment), segment.intensity
        if is_easy(segment):
            phase, intensity = tr("EASY"), Intensity.WARMUP  # the colour and shape of easy running
        if segment.intensity is Intensity.LEAD_IN:
            coming = _after_lead_in(plan, segment.index)
            place, short = _place(coming.rep if coming is not None else None)
    asked = _after_lead_in(plan, segment.index) if segment is not None else None
    says_time = asked is None or isinstance(asked.step.target, Split)  # `in 40` says it already
    asked_time = target_time_words(asked, format_lap) if asked is not None and not says_time else ""
    figures = _figures(plan, session, reps, shown)
    return Board(
        phase,
        intensity,
        place,
        short,
        step_words(asked.step) if asked is not None else "",
        asked_time,
        figures,
        _sentence(reps, shown, last, caps),
        lap_rows(plan, reps, shown),
        _totals(plan) if shown.state is State.READY else _summary(reps),
        _following(plan, shown),
        _far(figures, asked_time),
    )


def _place(rep: RepPlace | None) -> tuple[str, str]:
    """Return where a rep stands, and the same as short as it goes."""
    if rep is None:
        return "", ""
    least = f"{rep.least_reps}–" if rep.least_reps < rep.n_reps else ""
    if rep.n_reps > 1:
        return rep_words(rep), f"{rep.rep_number} / {least}{rep.n_reps}"
    short = tr("set {number} / {most}").format(number=rep.set_number, most=rep.n_sets) if rep.n_sets > 1 else ""
    return rep_words(rep), short


def _far(figures: tuple[Figure, ...], asked_time: str) -> tuple[Figure, Figure]:
    nothing = Figure("", "")
    time = next((figure for figure in figures if figure.is_time), nothing)
    off = next((figure for figure in figures if figure.value[:1] in "+−" or figure.value == "0.0"), None)
    return time, off if off is not None else Figure(tr("target"), asked_time)


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
        return tr("next: the end")
    rep = rep_words(coming.rep) if coming.rep is not None and coming.intensity is Intensity.WORK else ""
    said = tr("next: {step}, {rep}") if rep else tr("next: {step}")
    return said.format(step=step_words(coming.step), rep=rep)


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
            split = Figure(tr("split"), _s(last.elapsed_ms), is_time=True)
            return (split, Figure(tr("lap"), _s(last.lap_ms), is_time=True))
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
    first = segment.marks[0].distance_m
    due = segment.time_at(first)
    assert due is not None
    label = tr("target at {metres} m").format(metres=format_metres(first, 0))
    figures = [Figure(label, format_lap(due))]
    if len(segment.marks) > 1:
        second = segment.time_at(segment.marks[1].distance_m)
        assert second is not None
        label = tr("then the next lap") if segment.course else tr("then each lap")
        figures.append(Figure(label, format_lap(second - due)))
    return tuple(figures)


def _lap_figures(lap: LapFigures) -> tuple[Figure, ...]:
    figures = []
    if lap.off_total_s is not None:
        label = tr("at {metres} m").format(metres=format_metres(lap.to_m, 0))
        figures.append(Figure(label, format_signed(lap.off_total_s), tone_of(lap.off_total_s)))
    figures.append(Figure(tr("lap"), _s(lap.lap_ms), is_time=True))
    if lap.off_s is not None and lap.number > 1:
        figures.append(Figure(tr("± lap"), format_signed(lap.off_s), tone_of(lap.off_s)))
    if lap.needed_s is not None:
        figures.append(Figure(tr("needed for the rest"), format_lap(lap.needed_s)))
    figures.append(Figure(tr("projected"), format_time(lap.projected_s)))
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


def _sentence(reps: tuple[RepFigures, ...], shown: Snapshot, last: Event | None, caps: Caps) -> str:
    segment = shown.segment
    if isinstance(last, PressRefused):
        if last.refusal is Refusal.LEAD_IN:
            waits = segment is not None and segment.is_go
            return tr("Not taken: wait for the go.") if waits else tr("Not taken: the count is on.")
        if last.command is Command.LAP:
            return tr("Not taken: too soon after the line.")
        return tr("Not taken: too soon.")
    if isinstance(last, Undone):
        return tr("Taken back: {command}.").format(command=command_words(last.command))
    if shown.state is State.READY:
        return tr("Press {lap} to start.").format(lap=caps.lap)
    if shown.state is State.PAUSED:
        return tr("Paused. Press {lap} to go on.").format(lap=caps.lap)
    if segment is None or shown.state is not State.RUNNING:
        return ""
    leave = ""
    rep = segment.rep
    if segment.leave_to is not None and rep is not None:
        n_done = rep.rep_number - (segment.intensity is Intensity.WORK)
        said = tr("{done} of {least}–{most} done: {leave} leaves the block.")
        leave = said.format(done=n_done, least=rep.least_reps, most=rep.n_reps, leave=caps.leave)
    if segment.is_go:
        return tr("Wait for the go: the clock starts with it.")
    if segment.intensity is Intensity.WORK:
        running = reps[-1] if reps else None
        if running is not None and running.record.elapsed_ms is None and running.laps and segment.distance_m:
            return sentence_after_lap(running.laps[-1], segment.distance_m)
        if isinstance(segment.step.length, ByReps):
            return leave or tr("Press {lap} when the set is done.").format(lap=caps.lap)
        return leave
    if segment.is_open:
        ready = tr("Press {lap} when ready.").format(lap=caps.lap)
        return f"{ready} {leave}".strip()
    done = [rep for rep in reps if rep.record.elapsed_ms is not None]
    said = ""
    if done and done[-1].laps and segment.index > done[-1].segment.index and done[-1].segment.distance_m:
        said = sentence_after_lap(done[-1].laps[-1], done[-1].segment.distance_m)
    return f"{said} {leave}".strip()


def _totals(plan: Plan) -> tuple[Figure, ...]:
    work = total_distance_words(plan.work_m)
    figures = (Figure(tr("planned"), total_time_words(plan.time_ms)), Figure(tr("work"), work))
    return tuple(figure for figure in figures if figure.value)


def _summary(reps: tuple[RepFigures, ...]) -> tuple[Figure, ...]:
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
