"""The pieces of a recorded run, and the open plan and the events that are made of them. Pure.

Rules of the file: it knows no file and infers nothing. The events are what the engine tells when the pieces' ends are
pressed, so that an imported session is one of ours in every respect; no press of it is too soon for the engine, since
a watch vouches for its instant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.core.asked import Command, How
from app.core.athlete import Athlete
from app.core.engine import Engine
from app.core.events import Event
from app.core.mending import Press
from app.core.origin import Origin
from app.core.plan import Mark, Plan, RepPlace, Segment, Total
from app.core.setup import Setup
from app.core.tongue import tr
from app.core.track import bell_mark
from app.core.units import Instant, Metres, Millis
from app.core.workout import Activity, ByDistance, ByTime, Intensity, Open, Step, Workout
from app.interchange.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Taken:
    """A split of a piece, before its end."""

    mark_m: Metres
    ms: Millis
    """Since the piece began."""
    how: How


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a run: a rep, what lies between, or all of it."""

    ms: Millis
    """Running time."""
    distance_m: Metres | None
    intensity: Intensity = Intensity.WORK
    how: How = How.IMPORTED
    """How its end came about."""
    splits: tuple[Taken, ...] = ()
    """Both rise; of work with a distance alone."""
    is_by_hand: bool = True
    """Whether its end was asked for by nothing but a thumb: the next piece may be the same run."""
    by_ms: Millis | None = None
    """The time that was asked of it, where that is what it went by."""


_ACTIVITIES = {
    Intensity.WARMUP: Activity.EASY,
    Intensity.COOLDOWN: Activity.EASY,
    Intensity.RECOVERY: Activity.ANY,
    Intensity.REST: Activity.STAND,
}


def plan_of(pieces: Sequence[Piece], name: str, athlete: Athlete, setup: Setup, origin: Origin) -> Plan:
    """Return the open plan of pieces: nothing ends by itself, and no pace is asked.

    A piece of work with a distance has marks where its splits are and at its end; what lies between reps is open.
    """
    n_reps = sum(piece.intensity is Intensity.WORK for piece in pieces)
    segments: list[Segment] = []
    rep: RepPlace | None = None
    for index, piece in enumerate(pieces):
        is_work = piece.intensity is Intensity.WORK
        if is_work:
            rep = RepPlace(1 if rep is None else rep.rep_number + 1, n_reps, n_reps)
        has_rep = is_work or piece.intensity in (Intensity.RECOVERY, Intensity.REST)
        segments.append(_segment(index, piece, rep if has_rep else None, setup))
    steps = tuple(segment.step for segment in segments)
    work_m = round(sum((segment.distance_m or Fraction(0) for segment in segments), Fraction(0)))
    return Plan(
        Workout(name, steps),
        athlete,
        setup,
        tuple(segments),
        Total(0, 0, len(segments)),
        Total(work_m, work_m),
        origin,
    )


def _segment(index: int, piece: Piece, rep: RepPlace | None, setup: Setup) -> Segment:
    if piece.intensity is not Intensity.WORK:
        return Segment(index, Step(Open(), piece.intensity, _ACTIVITIES[piece.intensity]), piece.intensity, rep=rep)
    if piece.distance_m is None:
        step = Step(Open(), name=tr("Run", "imported")) if piece.by_ms is None else Step(ByTime(piece.by_ms))
        return Segment(index, step, piece.intensity, rep=rep)
    whole_m = piece.distance_m if piece.splits else Fraction(round(piece.distance_m))
    step = Step(ByDistance(whole_m or piece.distance_m) if piece.by_ms is None else ByTime(piece.by_ms))
    distances = (*(split.mark_m for split in piece.splits), piece.distance_m)
    marks = tuple(Mark(distance_m, None) for distance_m in distances)
    bell = bell_mark(distances, setup.track.lap_m)
    return Segment(index, step, piece.intensity, distance_m=piece.distance_m, marks=marks, bell_mark=bell, rep=rep)


def events_of(plan: Plan, pieces: Sequence[Piece], timeline: Timeline) -> tuple[Event, ...]:
    """Return the events of a session in which the pieces were run; instants count from its start."""
    presses = [(-1, 0, Press(Command.START, Instant(0)))]
    began_ms = 0
    for piece in pieces:
        ends = [(split.ms, split.how) for split in piece.splits] if piece.distance_m is not None else []
        for ms, how in (*ends, (piece.ms, piece.how)):
            wall_ms = timeline.wall_ms(began_ms + ms)
            presses.append((wall_ms, 0, Press(Command.LAP, Instant(wall_ms), how, is_taken=True)))
        began_ms += piece.ms
    cost = 0
    for pause in timeline.pauses:
        if pause.at_ms >= began_ms:
            break
        begins, cost = pause.at_ms + cost, cost + pause.ms
        presses.append((begins, 1, Press(Command.PAUSE, Instant(begins))))
        presses.append((begins + pause.ms, 2, Press(Command.RESUME, Instant(begins + pause.ms))))
    presses.sort(key=lambda each: each[:2])
    return tuple(Engine.replayed(plan, [press for _, _, press in presses]).held)
