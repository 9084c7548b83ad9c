"""The digest: what a list says of a session in a few words. Pure; cheap enough to be made for every row.

Rules of the file: the result page's headline is the same as the history's; both come from here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.core.analysis import Evenness, RepFigures, evenness, n_on_target, rep_figures, spread_pct
from app.core.ladder import level_words
from app.core.official import official_hand_ms
from app.core.plan import Plan
from app.core.practice import practice_of
from app.core.practised import hidden_laps, practice_score
from app.core.session import Session
from app.core.tongue import tr
from app.core.units import Millis, format_lap, format_metres, format_signed, format_time
from app.core.workout import Intensity
from app.ui.dials import ran_words
from app.ui.picture import is_whole
from app.ui.rows import tone_of
from app.ui.run_figures import Figure


@dataclass(frozen=True, slots=True)
class Digest:
    """A session in a list."""

    main: str
    """The time of a race, the reps of a workout."""
    beside: Figure
    """What is said of it: `0.6 inside 5:00`, `7 of 8 on target`."""
    cv_pct: float | None
    """How even; None where fewer than two pieces can be compared."""


def digest_of(plan: Plan, session: Session) -> Digest:
    """Say a session in a few words."""
    if plan.setup.is_blind:
        return _of_practice(plan, session)
    reps = rep_figures(session)
    main, beside = headline_of(plan, session, reps)
    n, n_judged = n_on_target(reps)
    if lone_of(plan, reps) is None and n_judged > 1:
        beside = Figure("", tr("{n} of {most} on target").format(n=n, most=n_judged), "quiet")
    return Digest(main, beside, evenness_of(plan, reps).cv_pct)


def _of_practice(plan: Plan, session: Session) -> Digest:
    """Say a practice by its score; nothing of laps that are hidden still."""
    score, practice = practice_score(session), practice_of(plan)
    level = level_words(practice) if practice is not None else tr("Practice")
    if score is None or hidden_laps(session):
        return Digest("–", Figure("", level, "quiet"), None)
    said = tr("{level}, passed").format(level=level) if score.is_passed else level
    return Digest(f"{float(score.mean_error_pct):.1f} %", Figure("", said, "quiet"), score.cv_400_pct)


def lone_of(plan: Plan, reps: Sequence[RepFigures]) -> RepFigures | None:
    """Return the one race, where the session was one and a lap of it was run."""
    return reps[0] if len(reps) == 1 and reps[0].laps and n_planned(plan) == 1 else None


def n_planned(plan: Plan) -> int:
    """Return how many pieces of work were planned."""
    return sum(1 for segment in plan.segments if segment.intensity is Intensity.WORK)


def evenness_of(plan: Plan, reps: Sequence[RepFigures]) -> Evenness:
    """Say how even; of a race that was stopped, the laps that were run.

    Reps at different paces, or with no pace over different lengths, were not to be even and are not compared.
    """
    lone = lone_of(plan, reps)
    if lone is None:
        asked = {rep.segment.pace_s_per_m or rep.segment.distance_m for rep in reps if is_whole(rep)}
        return evenness(reps) if len(asked) == 1 else Evenness(None, 0, "reps")
    if is_whole(lone):
        return evenness(reps)
    return Evenness(spread_pct([lap.per_400_s for lap in lone.laps]), len(lone.laps), "laps")


def headline_of(plan: Plan, session: Session, reps: Sequence[RepFigures]) -> tuple[str, Figure]:
    """Return the result in a figure, and what stands beside it: `4:59.4`, `0.6 inside 5:00`."""
    whole = [rep for rep in reps if is_whole(rep)]
    lone = lone_of(plan, reps)
    if lone is not None and not is_whole(lone):
        lap = lone.laps[-1]
        words = tr("stopped after {metres} m").format(metres=format_metres(lap.to_m, 0))
        return format_lap(Fraction(lap.split_ms, 1000)), Figure("", words, "quiet")
    if lone is not None:
        places = 2 if is_timed(lone) else 1  # a race keeps its hundredths: the official time is made of them
        time = format_time(Fraction(lone.laps[-1].split_ms, 1000), places)
        pace = lone.segment.pace_s_per_m
        if lone.off_s is None or pace is None or lone.segment.distance_m is None:
            return time, Figure("", "")
        goal = format_time(pace * lone.segment.distance_m).removesuffix(".0")
        size = format_signed(abs(lone.off_s)).lstrip("+")
        tone = tone_of(lone.off_s)
        said = {
            "ink": tr("on {goal}").format(goal=goal),
            "faster": tr("{size} inside {goal}").format(size=size, goal=goal),
            "slower": tr("{size} outside {goal}").format(size=size, goal=goal),
        }
        return time, Figure("", said[tone], tone)
    most = n_planned(plan)
    if most == 1 and len(reps) == 1 and (speed := ran_words(reps[0].record)[2]):
        time = format_time(Fraction(reps[0].record.elapsed_ms or 0, 1000))
        return time, Figure("", tr("at {speed}", "on a treadmill").format(speed=speed), "quiet")
    n_done = sum(1 for rep in reps if rep.record.elapsed_ms is not None and rep.record.cause is not None)
    total = minutes_words(session.running_ms)
    lengths = {rep.segment.distance_m for rep in whole}
    stopped = tr("stopped") if not session.finished else ""
    of = tr("{done} of {planned} reps").format(done=n_done, planned=most) if most > 1 else stopped
    if len(whole) > 1 and len(lengths) == 1:
        average = Fraction(sum(rep.laps[-1].split_ms for rep in whole), 1000 * len(whole))
        return f"{len(whole)} × {format_metres(next(iter(lengths)) or Fraction(0), 0)} m", Figure(
            "", tr("average {time}").format(time=format_lap(average)), "quiet"
        )
    return total, Figure("", of, "quiet")


def is_timed(rep: RepFigures) -> bool:
    """Whether it is a race, whose time is taken officially."""
    return rep.segment.is_race or rep.segment.step.race  # sessions of earlier versions know the step alone


def official_words(plan: Plan, reps: Sequence[RepFigures]) -> str:
    """Return the official time of a race that was run to its end: `official 5:20.4 (hand)`; else empty."""
    lone = lone_of(plan, reps)
    if lone is None or not is_whole(lone) or not is_timed(lone):
        return ""
    time = format_time(Fraction(official_hand_ms(lone.laps[-1].split_ms), 1000))
    return tr("official {time} (hand)").format(time=time)


def minutes_words(ms: Millis) -> str:
    """Write a duration in whole seconds, `0:42` below a minute."""
    return format_time(Fraction(ms // 1000), 0) if ms >= 60_000 else f"0:{ms // 1000:02d}"
