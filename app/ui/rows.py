"""The lap table's rows: one for each lap or rep that was run, with its ±. Pure; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.core.analysis import RepFigures
from app.core.asked import How
from app.core.describe import length_words
from app.core.events import Cause
from app.core.plan import Plan, Segment
from app.core.session import Split
from app.core.state import Snapshot, State
from app.core.tongue import tr
from app.core.units import MILE_M, Metres, format_lap, format_metres, format_signed, round_half_up
from app.core.workout import Intensity


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the lap table."""

    name: str
    time: str
    off: str = ""
    """± against the target of this lap or rep."""
    off_total: str = ""
    """± in all, at its mark; empty where it would repeat `off`."""
    tone: str = "ink"
    total_tone: str = "ink"
    position: int = 0
    """Events that must be on disk before this row is acknowledged."""
    is_running: bool = False
    note: str = ""
    """`estimated` for a split that was filled in, `unsure` where its mark is."""
    short_note: str = ""
    """The same where there is little room."""

    @property
    def label(self) -> str:
        """Its name with what is to be noted of it."""
        return f"{self.name} · {self.note}" if self.note else self.name


def tone_of(off_s: Fraction) -> str:
    """Return the colour of a ± as it is shown: blue for faster, vermillion for slower, ink for 0.0."""
    shown = round_half_up(off_s, 1)
    return "ink" if not shown else "slower" if shown > 0 else "faster"


def rep_name(plan: Plan, segment: Segment) -> str:
    """Write a short name for a rep: `Rep 4`, `200 m · 2`, `Set 2 · 4`, or what it is where there is only one."""
    rep = segment.rep
    length = segment.step.name or length_words(segment.step.length)
    if rep is None or rep.n_reps == 1:
        if rep is None or rep.n_sets == 1:
            return length
        return tr("{length} · set {number}").format(length=length, number=rep.set_number)
    if rep.n_sets > 1:
        return tr("Set {set} · {rep}").format(set=rep.set_number, rep=rep.rep_number)
    alike = {(other.step.length, other.step.name) for other in plan.segments if other.intensity is Intensity.WORK}
    return tr("Rep {number}").format(number=rep.rep_number) if len(alike) == 1 else f"{length} · {rep.rep_number}"


def lap_rows(plan: Plan, reps: Sequence[RepFigures], shown: Snapshot | None = None) -> tuple[Row, ...]:
    """Return the rows of all that was run, the running one last.

    Args:
        plan: what is run.
        reps: the figures of `app.core.analysis.rep_figures`.
        shown: the snapshot while it runs, for the row that is still open.
    """
    rows: list[Row] = []
    for rep in reps:
        name = rep_name(plan, rep.segment)
        n_marks = len(rep.segment.marks)
        lone = n_marks > 1 and sum(1 for other in plan.segments if other.intensity is Intensity.WORK) == 1
        for lap in rep.pieces:
            mark = _mark(rep.segment, lap.to_m)
            rows.append(
                Row(
                    mark if lone else name if n_marks == 1 else f"{name} · {mark}",
                    _s(lap.lap_ms),
                    "" if lap.off_s is None else format_signed(lap.off_s),
                    "" if lap.off_total_s is None or n_marks == 1 else format_signed(lap.off_total_s),
                    "ink" if lap.off_s is None else tone_of(lap.off_s),
                    "ink" if lap.off_total_s is None else tone_of(lap.off_total_s),
                    lap.position,
                    note=note_of(lap.split)[0],
                    short_note=note_of(lap.split)[1],
                )
            )
        record = rep.record
        if record.elapsed_ms is None:
            if shown is not None and shown.state in (State.RUNNING, State.PAUSED):
                marks = rep.segment.marks
                coming = (
                    _mark(rep.segment, marks[rep.segment.next_line(shown.n_splits) - 1].distance_m) if marks else name
                )
                named = coming if lone else name if n_marks <= 1 else f"{name} · {coming}"
                rows.append(Row(named, tr("running"), is_running=True))
        elif not rep.pieces:
            left = tr("left {time}", "a rep that was left")
            cut = {
                Cause.SKIP: tr("skipped {time}"), Cause.BACK: left, Cause.STOP: tr("stopped {time}"), Cause.LEAVE: left,
            }  # fmt: skip
            said = cut.get(record.cause, "{time}") if record.cause is not None else "{time}"
            rows.append(Row(name, said.format(time=_s(record.elapsed_ms)), position=record.position))
    return tuple(rows)


def note_of(split: Split) -> tuple[str, str]:
    """Say what is to be noted of a split where it is one row among others, and the same in short; empty for most."""
    if split.how is How.ESTIMATED:
        return tr("estimated"), tr("est.", "estimated")
    if split.how is How.INTERPOLATED:
        return tr("interpolated"), tr("interp.", "interpolated")
    return ("", "") if split.is_sure else (tr("unsure"), "?")


def _mark(segment: Segment, at_m: Metres) -> str:
    """Name a mark; the end of a named distance by its name, such as `mile`."""
    if at_m == segment.distance_m == MILE_M:
        return tr("mile")
    return f"{format_metres(at_m, 0)} m"


def _s(ms: int) -> str:
    return format_lap(Fraction(ms, 1000))
