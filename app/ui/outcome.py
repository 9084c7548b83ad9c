"""What the result page says of a session. Pure: the same fold as while it ran; no Qt."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from fractions import Fraction

from app.core.analysis import RepFigures, evenness, n_on_target, rep_figures, sentence_of
from app.core.plan import Plan
from app.core.session import Session
from app.core.units import MILE_M, Millis, format_metres, format_signed, format_time
from app.core.workout import Intensity
from app.ui.bars import LapBar
from app.ui.board import Figure
from app.ui.rows import lap_rows, rep_name, tone_of

NAME_CHARS = 40
APART = "  ·  "
"""Between the parts of an occasion."""


@dataclass(frozen=True, slots=True)
class LapLine:
    """One line of the result's table."""

    name: str
    lap: str
    per_400: str
    even: str
    off: str
    off_total: str
    tone: str
    total_tone: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result page in words and figures."""

    occasion: str
    """`Timed mile · Sunday 22 November, 18:05 · 400 m track`."""
    headline: str
    beside: Figure
    """What stands beside the headline: `0.6 inside 5:00`."""
    hero: Figure
    """The evenness, or the time where nothing can be compared."""
    hero_note: str
    stats: tuple[Figure, ...]
    bars: tuple[LapBar, ...]
    even: str
    lines: tuple[LapLine, ...]
    sentence: str


def outcome_of(plan: Plan, session: Session, started_at: str) -> Outcome:
    """Say what came out.

    Args:
        plan: what was run.
        session: the fold of its journal.
        started_at: by the wall clock, ISO 8601; may be empty.
    """
    reps = rep_figures(session)
    whole = [rep for rep in reps if rep.laps and rep.laps[-1].to_m == rep.segment.distance_m]
    lone = whole[0] if len(whole) == 1 and len(reps) == 1 else None
    headline, beside = _headline(plan, session, reps, whole, lone)
    hero, note = _hero(reps)
    track = f"{format_metres(plan.setup.track.lap_m, 0)} m track"
    occasion = APART.join(part for part in (_short(plan.workout.name), when_words(started_at), track) if part)
    return Outcome(
        occasion,
        headline,
        beside,
        hero,
        note,
        _stats(plan, session, reps, lone),
        _bars(plan, reps, lone),
        _even(lone, whole),
        _lines(plan, reps),
        sentence_of(reps),
    )


def _short(name: str) -> str:
    return name if len(name) <= NAME_CHARS else f"{name[: NAME_CHARS - 1].rstrip()}…"


def when_words(started_at: str) -> str:
    """Write a wall-clock time: `Sunday 22 November, 18:05`; empty for none."""
    if not started_at:
        return ""
    when = datetime.datetime.fromisoformat(started_at)
    return f"{when:%A} {when.day} {when:%B}, {when:%H:%M}"


def _headline(
    plan: Plan, session: Session, reps: tuple[RepFigures, ...], whole: list[RepFigures], lone: RepFigures | None
) -> tuple[str, Figure]:
    if lone is not None:
        time = format_time(Fraction(lone.laps[-1].split_ms, 1000))
        pace = lone.segment.pace_s_per_m
        if lone.off_s is None or pace is None or lone.segment.distance_m is None:
            return time, Figure("", "")
        goal = format_time(pace * lone.segment.distance_m).removesuffix(".0")
        size = format_signed(abs(lone.off_s)).lstrip("+")
        tone = tone_of(lone.off_s)
        words = "on" if tone == "ink" else f"{size} inside" if tone == "faster" else f"{size} outside"
        return time, Figure("", f"{words} {goal}", tone)
    n_planned = sum(1 for segment in plan.segments if segment.intensity is Intensity.WORK)
    n_done = sum(1 for rep in reps if rep.record.elapsed_ms is not None and rep.record.cause is not None)
    total = _minutes(session.running_ms)
    lengths = {rep.segment.distance_m for rep in whole}
    said = f"{n_done} of {n_planned} reps" if n_planned > 1 else ""
    if len(whole) > 1 and len(lengths) == 1:
        average = Fraction(sum(rep.laps[-1].split_ms for rep in whole), 1000 * len(whole))
        return f"{len(whole)} × {format_metres(next(iter(lengths)) or Fraction(0), 0)} m", Figure(
            "", f"average {format_time(average)}", "quiet"
        )
    return total, Figure("", said, "quiet")


def _minutes(ms: Millis) -> str:
    return format_time(Fraction(ms // 1000), 0) if ms >= 60_000 else f"0:{ms // 1000:02d}"


def _hero(reps: tuple[RepFigures, ...]) -> tuple[Figure, str]:
    even = evenness(reps)
    if even.cv_pct is not None:
        note = f"CV per 400 m of {even.n_pieces} {even.what}."
        lone = reps[0].segment.distance_m if len(reps) == 1 else None
        if lone == MILE_M:  # Source: Foster, de Koning, Thiel 2014, lap times of recent mile records
            note += " Record miles: 1.5 to 3\u00a0%."
        return Figure("How even?", f"{even.cv_pct:.1f} %"), note
    hard_ms = sum(rep.record.elapsed_ms or 0 for rep in reps)
    return Figure("Work", _minutes(hard_ms)), "Time in the reps. Pauses are taken out."


def _stats(plan: Plan, session: Session, reps: tuple[RepFigures, ...], lone: RepFigures | None) -> tuple[Figure, ...]:
    figures = []
    if lone is not None and len(lone.laps) > 1:
        laps = [lap for lap in lone.laps if lap.off_s is not None]
        if laps:
            worst = max(laps, key=lambda lap: lap.off_s or Fraction(0))
            for name, lap in (("first lap", laps[0]), (f"lap {worst.number}", worst), ("last lap", laps[-1])):
                if name.startswith("lap") and lap in (laps[0], laps[-1]):
                    continue
                assert lap.off_s is not None
                figures.append(Figure(name, f"{format_signed(lap.off_s)} s", tone_of(lap.off_s)))
    judged = [rep for rep in reps if rep.off_s is not None]
    if len(judged) > 1:
        n_on, n = n_on_target(reps)
        figures.append(Figure("on target", f"{n_on} of {n}"))
        for name, rep in (("first", judged[0]), ("last", judged[-1])):
            assert rep.off_s is not None
            label = f"{name}: {rep_name(plan, rep.segment).lower()}"
            figures.append(Figure(label, f"{format_signed(rep.off_s)} s", tone_of(rep.off_s)))
    if session.paused_ms:
        figures.append(Figure("paused", _minutes(session.paused_ms)))
    return tuple(figures[:4])


def _bars(plan: Plan, reps: tuple[RepFigures, ...], lone: RepFigures | None) -> tuple[LapBar, ...]:
    if lone is not None and len(lone.laps) > 1:
        rows = lap_rows(plan, reps)
        return tuple(
            LapBar(row.name, Fraction(lap.lap_ms, 1000), lap.off_s) for row, lap in zip(rows, lone.laps, strict=False)
        )
    return tuple(
        LapBar(rep_name(plan, rep.segment), Fraction(rep.record.elapsed_ms, 1000), rep.off_s)
        for rep in reps
        if rep.record.elapsed_ms is not None
    )


def _even(lone: RepFigures | None, whole: list[RepFigures]) -> str:
    alike = {(rep.segment.distance_m, rep.segment.pace_s_per_m) for rep in whole}
    if lone is None and len(alike) != 1:
        return "on target" if whole else ""
    distance_m, pace = next(iter(alike), (None, None))
    if distance_m is None or pace is None:
        return ""
    return f"{'even' if lone is not None else 'target'} {format_time(pace * distance_m)}"


def _lines(plan: Plan, reps: tuple[RepFigures, ...]) -> tuple[LapLine, ...]:
    laps = [lap for rep in reps for lap in (rep.laps or (None,)) if rep.laps or rep.record.elapsed_ms is not None]
    lines = []
    for row, lap in zip(lap_rows(plan, reps), laps, strict=False):
        if lap is None:
            lines.append(LapLine(row.name, row.time, "", "", "", "", "ink", "ink"))
            continue
        lines.append(
            LapLine(
                row.name,
                format_time(Fraction(lap.lap_ms, 1000), 2),
                format_time(lap.per_400_s, 2),
                "" if lap.target_lap_s is None else format_time(lap.target_lap_s, 2),
                "" if lap.off_s is None else format_signed(lap.off_s, 2),
                row.off_total and ("" if lap.off_total_s is None else format_signed(lap.off_total_s, 2)),
                row.tone,
                row.total_tone,
            )
        )
    return tuple(lines)
