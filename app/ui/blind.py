"""What a run page shows of a practice: which lap of how many, and no time of any. Pure; no Qt.

Rules of the file: it leaves out, and adds nothing that could be counted. A lap that was guessed, or looked at without a
guess, is shown as any other; the count before a lap and the rest after one are no secret either.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from app.core.plan import Plan
from app.core.practised import lap_scores
from app.core.session import Session
from app.core.state import Snapshot, State
from app.core.tongue import tr
from app.core.units import Millis, format_lap, format_signed
from app.core.workout import Intensity
from app.ui.rows import Row, tone_of

if TYPE_CHECKING:
    from app.ui.board import Board


def hides_clock(plan: Plan, shown: Snapshot) -> bool:
    """Whether the clock is hidden now: before a practice, in its laps and after it."""
    if not plan.setup.is_blind:
        return False
    segment = shown.segment
    return shown.state is State.READY or segment is None or segment.intensity is Intensity.WORK


def laps_of(plan: Plan, shown: Snapshot) -> tuple[int, int]:
    """Return the lap that runs, or is next, and how many there are."""
    work = [segment for segment in plan.segments if segment.intensity is Intensity.WORK]
    before = sum(len(segment.marks) for segment in work if segment.index < shown.index)
    in_it = shown.segment is not None and shown.segment.intensity is Intensity.WORK
    most = sum(len(segment.marks) for segment in work)
    return min(most, before + 1 + (shown.n_splits if in_it else 0)), most


def blind_board(board: Board, plan: Plan, session: Session, shown: Snapshot) -> Board:
    """Return a board without what is hidden.

    Args:
        board: as it is for any session.
        plan: what is run.
        session: the fold so far.
        shown: the snapshot.
    """
    number, most = laps_of(plan, shown)
    place = tr("lap {number} of {most}").format(number=number, most=most)
    if shown.segment is not None and shown.segment.intensity in (Intensity.REST, Intensity.RECOVERY):
        place = tr("after lap {number} of {most}").format(number=number - 1, most=most)
    is_on = shown.state in (State.RUNNING, State.PAUSED)
    is_over = shown.state in (State.FINISHED, State.STOPPED)
    pace = next((segment.pace_s_per_m for segment in plan.segments if segment.pace_s_per_m is not None), None)
    asked = format_lap(pace * plan.setup.track.lap_m) if pace is not None else ""
    runs = shown.state is State.RUNNING and shown.segment is not None and shown.segment.intensity is Intensity.WORK
    return replace(
        board,
        place=place if is_on else board.place,
        short_place="",
        ask="" if is_over else tr("even laps"),
        ask_time="" if is_over else asked,
        figures=board.figures if shown.state is State.READY else (),
        sentence=board.sentence or (tr("Clock hidden. Press at each line.") if runs else ""),
        rows=blind_rows(session, shown) if is_on else (),
        summary=board.summary if shown.state is State.READY else (),
        far=(replace(board.far[0], label="", value=""), replace(board.far[1], label="", value="")),
    )


def blind_rows(session: Session, shown: Snapshot) -> tuple[Row, ...]:
    """Return a row for each lap that was run, its time only where it was guessed, and one for the lap that runs."""
    positions = {
        (record.segment.index, split.mark_number): split.position
        for record in session.standing
        for split in record.splits
    }
    rows = []
    for lap in lap_scores(session):
        row = Row(
            tr("Lap {number}").format(number=lap.number),
            tr("taken"),
            position=positions.get((lap.index, lap.mark_number), 0),
        )
        if lap.is_seen:
            off = format_signed(lap.error_s)
            row = replace(row, time=format_lap(Fraction(lap.actual_ms, 1000)), off=off, tone=tone_of(lap.error_s))
        rows.append(row)
    if shown.segment is not None and shown.segment.intensity is Intensity.WORK:
        number, _most = laps_of(session.plan, shown)
        rows.append(Row(tr("Lap {number}").format(number=number), tr("running"), is_running=True))
    return tuple(rows)


def gap_ms(number: int) -> Millis:
    """Return how long the sign of life stays as it is, the numberth time: 0.9 to 3.3 s, never in a rhythm.

    A steady one could be counted, and would be a clock. The figures are those of a multiplicative hash.
    """
    return 900 + (number * number * 2_654_435_761 >> 7) % 2_400
