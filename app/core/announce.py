"""Announcements: what a coach would say before a rep, after a lap and as a recovery begins. Pure.

Rules of the file: the figures are those of `analysis`, rounded as they are shown; each sentence is a cue of its own, so
that what finds no room falls away from the end and what comes first is always the rep, or the time.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from app.core.analysis import LapFigures, lap_figures
from app.core.coach import advice_after, advice_said
from app.core.cues import CueKind
from app.core.describe import target_time_words
from app.core.events import Event, SplitTaken
from app.core.numerals import Words, number_words, time_words
from app.core.pace import Belt
from app.core.plan import RepPlace, Segment
from app.core.session import Session
from app.core.spoken import length_said, speed_said, step_said
from app.core.units import Metres, format_time
from app.core.workout import Intensity, Open


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the voice."""

    kind: CueKind
    words: Words


CALLS: dict[CueKind, Sentence] = {
    CueKind.HALFWAY: Sentence(CueKind.SAY_CALL, ("halfway",)),
    CueKind.LAST_TEN: Sentence(CueKind.SAY_CALL, ("ten seconds",)),
    CueKind.BELL: Sentence(CueKind.SAY_CALL, ("bell lap",)),
    CueKind.END: Sentence(CueKind.SAY_CALL, ("workout complete",)),
}
"""What is called out with a tone, or in its place where the tone is off."""


_SAMPLES: dict[CueKind, Words] = {
    CueKind.SAY_REP: ("rep", "3", "of", "8"),
    CueKind.SAY_SPLIT: ("1", "29", "point 4"),
    CueKind.SAY_CALL: ("halfway",),
    CueKind.SAY_RECOVERY: ("60", "seconds", "jog"),
    CueKind.SAY_MARK: ("1", "16"),
}


def sample(kind: CueKind, belt: Belt | None = None) -> Words:
    """Return a sentence of a kind of words, for the sound check; nothing for a tone."""
    if kind is CueKind.SAY_SPEED:
        return speed_said("18.1" if belt is not Belt.MPH else "11.3", (belt or Belt.KMH).value)
    return _SAMPLES.get(kind, ())


def speed(segment: Segment) -> list[Sentence]:
    """Say what to set the belt to; nothing on a track, and where no pace is known."""
    if segment.dial is None:
        return []
    return [Sentence(CueKind.SAY_SPEED, speed_said(str(segment.dial.speed), segment.dial.belt.value))]


def coming(segment: Segment) -> list[Sentence]:
    """Say what a piece of work, a warm-up or a cool-down is, before it begins."""
    said = [*_place(segment.rep)] if segment.rep is not None else []
    said.append(_asked(segment))
    if segment.intensity in (Intensity.WARMUP, Intensity.COOLDOWN):
        said.insert(0, ("warm up",) if segment.intensity is Intensity.WARMUP else ("cool down",))
    return [Sentence(CueKind.SAY_REP, words) for words in said if words]


def resting(segment: Segment, next_work: Segment | None) -> list[Sentence]:
    """Say what a recovery is as it begins; where nobody has planned its end, the rep that follows too."""
    said = [Sentence(CueKind.SAY_RECOVERY, step_said(segment.step))]
    if not segment.ends_by_itself and next_work is not None and next_work.rep is not None:
        place = _place(next_work.rep)
        if place:
            said.append(Sentence(CueKind.SAY_REP, place[-1] if place[-1] == ("last rep",) else ("next", *place[-1])))
    return [sentence for sentence in said if sentence.words]


def recorded(event: Event, session: Session) -> list[Sentence]:
    """Say what a lap press recorded, but in practice; the session is the fold with the event in it."""
    if not isinstance(event, SplitTaken) or not session.records or session.plan.setup.is_blind:
        return []
    record = session.records[-1]
    split = record.splits[-1]
    laps = lap_figures(record.segment, record.splits)
    if split.mark is None or not laps:
        return [Sentence(CueKind.SAY_SPLIT, time_words(_shown(split.lap_ms)))]
    lap_m = session.plan.setup.track.lap_m
    return [Sentence(CueKind.SAY_SPLIT, words) for words in _lap(laps, record.segment, lap_m)]


def _lap(laps: tuple[LapFigures, ...], segment: Segment, lap_m: Metres) -> list[Words]:
    lap = laps[-1]
    said = [time_words(_shown(lap.lap_ms))]
    if lap.to_m == segment.distance_m and len(laps) > 1:
        said.append(("in all", *time_words(_shown(lap.split_ms))))
    advice = advice_after(lap, segment, lap_m)
    return said if advice is None else [*said, *advice_said(advice)]


def _shown(ms: int) -> str:
    return format_time(Fraction(ms, 1000))


def _place(rep: RepPlace) -> list[Words]:
    """Say which rep of how many, the set first where a set begins."""
    said: list[Words] = []
    if rep.n_sets > 1 and rep.rep_number == 1:
        said.append(("set", *number_words(rep.set_number), "of", *number_words(rep.n_sets)))
    if rep.n_reps < 2:
        return said
    if rep.rep_number == rep.n_reps and rep.set_number == rep.n_sets:
        return [*said, ("last rep",)]
    least = (*number_words(rep.least_reps), "to") if rep.least_reps < rep.n_reps else ()
    return [*said, ("rep", *number_words(rep.rep_number), "of", *least, *number_words(rep.n_reps))]


def _asked(segment: Segment) -> Words:
    """Say how long and how hard: the time asked where there is one, as it is shown."""
    asked = target_time_words(segment)
    if not asked:
        return step_said(segment.step)
    length = length_said(segment.step.length) if not isinstance(segment.step.length, Open) else ()
    fast, _, slow = asked.partition("–")
    words = (*length, "in", *time_words(fast), *(("to", *time_words(slow)) if slow else ()))
    return (*words, "or faster") if segment.or_faster else words
