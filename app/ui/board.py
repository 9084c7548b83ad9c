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
    rep_figures,
)
from app.core.asked import command_words
from app.core.coach import advice_after, advice_words
from app.core.describe import rep_words, step_words, target_time_words
from app.core.events import Command, Event, PressRefused, Refusal, Undone
from app.core.extent import total_time_words
from app.core.plan import Plan, RepPlace, Segment
from app.core.session import Session
from app.core.state import Snapshot, State
from app.core.tongue import tr
from app.core.treadmill import speed_words
from app.core.units import format_lap, format_time
from app.core.workout import ByReps, Intensity, Split
from app.ui.blind import blind_board
from app.ui.dials import Dials, dial_figures, dial_sentence, dials_of
from app.ui.phases import is_easy, phase_of
from app.ui.rows import Row, lap_rows
from app.ui.run_figures import Figure, after_lead_in, figures_of, summary_of, totals_of


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
    """Write how far the session is: `17:24 of 42 min`; nothing in practice, nor in the wait for a go."""
    if plan.setup.is_blind or (shown.segment is not None and shown.segment.is_go):
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
        number, most = min(segment.lap_number(shown.n_splits + 1), segment.n_laps), segment.n_laps
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
            coming = after_lead_in(plan, segment.index)
            place, short = _place(coming.rep if coming is not None else None)
    asked = after_lead_in(plan, segment.index) if segment is not None else None
    says_time = asked is None or isinstance(asked.step.target, Split)  # `in 40` says it already
    asked_time = target_time_words(asked, format_lap) if asked is not None and not says_time else ""
    dials = dials_of(plan, shown)
    figures = figures_of(plan, session, reps, shown)
    if on_belt := dial_figures(dials, session):
        is_by_hand = segment is not None and segment.is_open
        figures = (*on_belt, *(figures if is_by_hand else ()))
    board = Board(
        phase,
        intensity,
        place,
        short,
        step_words(asked.step) if asked is not None else "",
        asked_time,
        figures,
        dial_sentence(dials, _sentence(plan, () if plan.setup.is_blind else reps, shown, last, caps)),
        lap_rows(plan, reps, shown),
        totals_of(plan) if shown.state is State.READY else summary_of(reps),
        _following(plan, shown),
        _far(figures, asked_time, dials),
    )
    return blind_board(board, plan, session, shown) if plan.setup.is_blind else board


def _place(rep: RepPlace | None) -> tuple[str, str]:
    """Return where a rep stands, and the same as short as it goes."""
    if rep is None:
        return "", ""
    least = f"{rep.least_reps}–" if rep.least_reps < rep.n_reps else ""
    if rep.n_reps > 1:
        return rep_words(rep), f"{rep.rep_number} / {least}{rep.n_reps}"
    short = tr("set {number} / {most}").format(number=rep.set_number, most=rep.n_sets) if rep.n_sets > 1 else ""
    return rep_words(rep), short


def _far(figures: tuple[Figure, ...], asked_time: str, dials: Dials) -> tuple[Figure, Figure]:
    nothing = Figure("", "")
    time = next((figure for figure in figures if figure.is_time), nothing)
    dial = dials.now or dials.coming
    if dial is not None:
        return time, Figure(tr("belt"), speed_words(dial))
    off = next((figure for figure in figures if figure.value[:1] in "+−" or figure.value == "0.0"), None)
    return time, off if off is not None else Figure(tr("target"), asked_time)


def _following(plan: Plan, shown: Snapshot) -> str:
    if shown.state in (State.FINISHED, State.STOPPED):
        return ""
    index = 0 if shown.state is State.READY else shown.next_index
    present = shown.segment
    if present is not None and present.intensity is Intensity.LEAD_IN and shown.state is not State.READY:
        index += 1
    coming = after_lead_in(plan, index)
    if coming is None:
        return tr("next: the end")
    rep = rep_words(coming.rep) if coming.rep is not None and coming.intensity is Intensity.WORK else ""
    said = tr("next: {step}, {rep}") if rep else tr("next: {step}")
    return said.format(step=step_words(coming.step), rep=rep)


def _advice(plan: Plan, lap: LapFigures, segment: Segment) -> str:
    return advice_words(advice_after(lap, segment, plan.setup.track.lap_m))


def _sentence(plan: Plan, reps: tuple[RepFigures, ...], shown: Snapshot, last: Event | None, caps: Caps) -> str:
    segment = shown.segment
    if isinstance(last, PressRefused):
        if last.refusal is Refusal.LEAD_IN:
            waits = segment is not None and segment.is_go
            return tr("Not taken: wait for the go.") if waits else tr("Not taken: the count is on.")
        if last.refusal is Refusal.DOUBLE:
            return tr("Not taken: too soon to be at a mark.")
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
        if running is not None and running.record.elapsed_ms is None and running.pieces and segment.distance_m:
            return _advice(plan, running.pieces[-1], segment)
        if isinstance(segment.step.length, ByReps):
            return leave or tr("Press {lap} when the set is done.").format(lap=caps.lap)
        return leave
    if segment.is_open:
        ready = tr("Press {lap} when ready.").format(lap=caps.lap)
        return f"{ready} {leave}".strip()
    done = [rep for rep in reps if rep.record.elapsed_ms is not None]
    said = ""
    if done and done[-1].laps and segment.index > done[-1].segment.index and done[-1].segment.distance_m:
        said = _advice(plan, done[-1].laps[-1], done[-1].segment)
    return f"{said} {leave}".strip()
