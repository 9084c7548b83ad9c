"""What the result page says of a session. Pure: the same fold as while it ran; of Qt the names of days alone."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.core.analysis import Evenness, RepFigures, n_on_target, rep_figures
from app.core.coach import next_time_of, sentence_of
from app.core.plan import Plan
from app.core.resting import full_recoveries
from app.core.session import Session
from app.core.tongue import tr
from app.core.units import MILE_M, format_lap, format_metres, format_signed, round_half_up
from app.ui.dates import month, weekday
from app.ui.dials import ran_words
from app.ui.digest import evenness_of, headline_of, lone_of, minutes_words, official_words
from app.ui.picture import Picture, is_whole, mended, picture_of
from app.ui.rows import lap_rows, rep_name, tone_of
from app.ui.run_figures import Figure

NAME_CHARS = 40
NOTES = 3
"""Of what was taken for what when a run was imported; who imported it read all of them."""
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
    mark: str = ""
    """How the lap came about, where it was not pressed: `estimated`, or the speed of the belt."""
    guess: str = ""
    """What it was thought to take, in practice."""
    guess_off: str = ""
    """Guess minus lap."""


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
    picture: Picture
    lines: tuple[LapLine, ...]
    sentence: str
    nothing: str
    """What is said in the place of the picture where nothing can be drawn; empty where it can."""
    official: str = ""
    """`official 5:20.4 (hand)` for a race; empty for anything else."""


def outcome_of(plan: Plan, session: Session, started_at: str) -> Outcome:
    """Say what came out.

    Args:
        plan: what was run.
        session: the fold of its journal.
        started_at: by the wall clock, ISO 8601; may be empty.
    """
    reps = rep_figures(session)
    lone = lone_of(plan, reps)
    headline, beside = headline_of(plan, session, reps)
    even = evenness_of(plan, reps)
    hero, note = _hero(reps, lone, even, session)
    track = tr("{lap} m track").format(lap=format_metres(plan.setup.track.lap_m, 0))
    if plan.setup.belt is not None:
        track = tr("treadmill", "where it was run")
    if plan.origin is not None:
        track = tr("from a watch")
    occasion = APART.join(part for part in (_short(plan.workout.name), when_words(started_at), track) if part)
    if plan.setup.is_blind:
        from app.ui.practice_outcome import practice_outcome  # noqa: PLC0415 - it stands on this one

        return practice_outcome(occasion, session)
    picture = picture_of(plan, reps, lone)
    return Outcome(
        occasion,
        headline,
        beside,
        hero,
        note,
        _stats(plan, session, reps, lone, picture),
        picture if _says_something(picture) else Picture(),
        _lines(plan, reps),
        _sentence(plan, reps),
        _nothing(session, reps, picture),
        official_words(plan, reps),
    )


def _sentence(plan: Plan, reps: Sequence[RepFigures]) -> str:
    """Say how it went; of a run that was imported, what was taken for what."""
    said = f"{sentence_of(reps)} {next_time_of(reps)}".strip()
    return " ".join(part for part in (said, *(plan.origin.notes[:NOTES] if plan.origin is not None else ())) if part)


def _says_something(picture: Picture) -> bool:
    """Whether the picture shows more than its own figures do: one bar beside nothing shows no more."""
    return len(picture.bars) > 1


def _nothing(session: Session, reps: Sequence[RepFigures], picture: Picture) -> str:
    if _says_something(picture):
        return ""
    if not any(rep.record.elapsed_ms for rep in reps):
        return tr("It was stopped before any work was run.") if not session.finished else tr("There was no work in it.")
    if not any(is_whole(rep) for rep in reps) and any(rep.segment.distance_m is not None for rep in reps):
        return tr("No lap was run to its end: there is nothing to compare.")
    return tr("One piece of work: there is nothing to compare it with.")


def _short(name: str) -> str:
    return name if len(name) <= NAME_CHARS else f"{name[: NAME_CHARS - 1].rstrip()}…"


def when_words(started_at: str) -> str:
    """Write a wall-clock time: `Sunday 22 November, 18:05`; empty for none."""
    if not started_at:
        return ""
    when = datetime.datetime.fromisoformat(started_at)
    said = tr("{weekday} {day} {month}, {time}")
    return said.format(weekday=weekday(when), day=when.day, month=month(when), time=f"{when:%H:%M}")


def _hero(reps: Sequence[RepFigures], lone: RepFigures | None, even: Evenness, session: Session) -> tuple[Figure, str]:
    if even.cv_pct is not None:
        of_laps = even.what == "laps"
        note = tr("Spread (CV) of {n} laps, per 400 m.") if of_laps else tr("Spread (CV) of {n} reps, per 400 m.")
        note = note.format(n=even.n_pieces)
        if lone is not None and lone.segment.distance_m == MILE_M and is_whole(lone):
            # Source: Foster, de Koning, Thiel 2014, lap times of recent mile records
            note += " " + tr("Record miles: 1.5 to 3\u00a0%.")
        return Figure(tr("How even?"), f"{even.cv_pct:.1f} %"), note
    if lone is not None and lone.off_s is not None:
        return _signed(tr("Against the target"), lone.off_s), tr("One time alone cannot be even or uneven.")
    n, n_judged = n_on_target(reps)
    if n_judged > 1:
        of = tr("{n} of {most}").format(n=n, most=n_judged)
        return Figure(tr("On target"), of), tr("Different paces were asked: how even they were says nothing.")
    hard_ms = sum(rep.record.elapsed_ms or 0 for rep in reps)
    if not hard_ms:
        return Figure(tr("Time"), minutes_words(session.running_ms)), ""
    return Figure(tr("Work"), minutes_words(hard_ms)), tr("Time in the reps. Pauses are taken out.")


def _stats(
    plan: Plan, session: Session, reps: Sequence[RepFigures], lone: RepFigures | None, picture: Picture
) -> tuple[Figure, ...]:
    figures = []
    if lone is not None and len(lone.laps) > 1:
        laps = [lap for lap in lone.laps if lap.off_s is not None]
        if laps:
            worst = max(laps, key=lambda lap: lap.off_s or Fraction(0))
            shown = [(tr("first lap"), laps[0]), (tr("last lap"), laps[-1])]
            if worst not in (laps[0], laps[-1]):
                shown.insert(1, (tr("lap {number}").format(number=worst.number), worst))
            figures += [_signed(name, lap.off_s) for name, lap in shown if lap.off_s is not None]
        elif picture.bars:
            figures += [Figure(bar.word, bar.said) for bar in picture.bars if bar.word]
    judged = [rep for rep in reps if rep.off_s is not None]
    if lone is None and judged:
        n, n_judged = n_on_target(reps)
        if evenness_of(plan, reps).cv_pct is not None or n_judged == 1:  # else it is the hero
            figures.append(Figure(tr("on target"), tr("{n} of {most}").format(n=n, most=n_judged)))
        for label, rep in ((tr("first: {name}"), judged[0]), (tr("last: {name}"), judged[-1])):
            assert rep.off_s is not None
            figures.append(_signed(label.format(name=rep_name(plan, rep.segment).lower()), rep.off_s))
    elif lone is None:
        figures += [Figure(f"{bar.word}: {bar.name.lower()}", bar.said) for bar in picture.bars if bar.word]
    if picture.trend is not None:
        rise = picture.trend[1]
        value = tr("{rise} s a rep").format(rise=format_signed(rise)) if round_half_up(rise, 1) else tr("level")
        figures.append(Figure(tr("trend"), value, tone_of(rise) if picture.is_judged else "ink"))
    rests = [record.elapsed_ms for record in full_recoveries(session) if record.elapsed_ms]
    if rests:
        low, high = (format_lap(Fraction(ms, 1000), 0) for ms in (min(rests), max(rests)))
        label = tr("full recovery") if plan.origin is None else tr("recoveries")
        figures.append(Figure(label, low if low == high else f"{low}–{high}"))
    if session.paused_ms:
        figures.append(Figure(tr("paused"), minutes_words(session.paused_ms)))
    return tuple(figures)


def _signed(label: str, off_s: Fraction) -> Figure:
    return Figure(label, f"{format_signed(off_s)} s", tone_of(off_s))


def _lines(plan: Plan, reps: Sequence[RepFigures]) -> tuple[LapLine, ...]:
    laps = [(rep, lap) for rep in reps for lap in (rep.pieces or (None,)) if lap or rep.record.elapsed_ms is not None]
    lines = []
    for row, (rep, lap) in zip(lap_rows(plan, reps), laps, strict=False):
        if lap is None:
            per_400, even, speed = ran_words(rep.record)
            lines.append(LapLine(row.name, row.time, per_400, even, "", "", "ink", "ink", speed))
            continue
        lines.append(
            LapLine(
                row.name,
                format_lap(Fraction(lap.lap_ms, 1000), 2),
                format_lap(lap.per_400_s, 2),
                "" if lap.target_lap_s is None else format_lap(lap.target_lap_s, 2),
                "" if lap.off_s is None else format_signed(lap.off_s, 2),
                row.off_total and ("" if lap.off_total_s is None else format_signed(lap.off_total_s, 2)),
                row.tone,
                row.total_tone,
                mended(rep, lap),
            )
        )
    return tuple(lines)
