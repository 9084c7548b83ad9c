"""Who runs round the drawn track, and where its marks are. Pure: a read of the plan, the splits and the ghosts.

Rules of the file: no Qt. It is made once an event; a frame only asks `Field.laps`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from app.core.ghost import Pair
from app.core.plan import Plan, Segment
from app.core.rabbit import Way, athlete_way, belt_way, goal_way, start_on_lap, target_way
from app.core.session import Split
from app.core.tongue import tr
from app.core.track import OUTDOOR, start_marks
from app.core.units import Metres, format_metres, format_time
from app.core.workout import Intensity


class Kind(Enum):
    """What a dot stands for; each has a shape of its own."""

    BEST = "best"
    LAST = "last"
    ESTIMATE = "estimate"
    """The athlete, as far as the splits tell."""
    ATHLETE = "athlete"
    """The athlete on a belt, whose speed is known."""
    GOAL = "goal"
    """The light of another goal."""
    TARGET = "target"


LIGHTS = (Kind.GOAL, Kind.TARGET)
"""They go round the inside, as on a kerb; who runs is outside of them."""


@dataclass(frozen=True, slots=True)
class Runner:
    """One dot."""

    kind: Kind
    label: str
    """Beside the dot; empty for those that the legend alone names."""
    way: Way


@dataclass(frozen=True, slots=True)
class Field:
    """All that runs in one segment, in the order in which it is painted: what matters most lies on top."""

    index: int
    """Of the segment."""
    start: float
    """Where it starts on the lap, 0 being the finish line, up to 1."""
    lap_m: float
    runners: tuple[Runner, ...]

    def laps(self, elapsed_ms: int) -> list[float]:
        """Return where everyone is, in laps from the finish line; whole ones are at it."""
        start, lap_m = self.start, self.lap_m
        return [start + runner.way.at(elapsed_ms) / lap_m for runner in self.runners]


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the lap where marks are."""

    at: float
    """0 being the finish line, up to 1."""
    metres: tuple[Metres, ...]
    """Of each mark that is still to come there, the next one first."""
    is_half: bool = False
    """Whether nobody has to press there."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The track as it is drawn for a segment."""

    start: float
    """Where it starts on the lap, 0 being the finish line, up to 1."""
    places: tuple[Place, ...]
    straight: float
    """The part of the lap that is one straight."""
    captions: tuple[str, ...] = ()
    """What is to be known before the start."""


STRAIGHT_M = 84.39
"""Of the standard 400 m track in every lane. Source: World Athletics, Track and Field Facilities Manual."""


def subject(plan: Plan, index: int) -> Segment | None:
    """Return the segment whose marks are shown: the present one, else the next by distance; None without one."""
    return next((segment for segment in plan.segments[max(0, index) :] if _is_seen(segment)), None)


def has_track(plan: Plan) -> bool:
    """Whether there is something to see on a track: work by distance with a pace, or a race."""
    return any(
        _is_seen(segment) and (segment.pace_s_per_m is not None or segment.step.race) for segment in plan.segments
    )


def _is_seen(segment: Segment) -> bool:
    return segment.intensity is Intensity.WORK and segment.distance_m is not None


def lane_of(plan: Plan, segment: Segment) -> tuple[Metres, Metres]:
    """Return where a segment starts on what is drawn, and how long that is.

    A belt has no finish line: what is run there starts at the left, and a rep shorter than a lap takes the whole width.
    """
    lap_m = plan.setup.track.lap_m
    if plan.setup.belt is None:
        return start_on_lap(plan, segment), lap_m
    assert segment.distance_m is not None
    return Fraction(0), min(lap_m, segment.distance_m)


def ground_of(plan: Plan, segment: Segment | None, passed_m: Metres = Fraction(0)) -> Ground:
    """Return the track for a segment.

    Args:
        plan: what is run.
        segment: whose marks are shown; None shows none.
        passed_m: marks up to here are behind the athlete.
    """
    track = plan.setup.track
    lap_m = track.lap_m
    is_known = track.inner_m == OUTDOOR.lap_m
    straight = STRAIGHT_M / float(lap_m if is_known else OUTDOOR.lap_m)
    if segment is None or segment.distance_m is None:
        return Ground(0.0, (), straight)
    start_m, long_m = lane_of(plan, segment)
    is_belt = plan.setup.belt is not None
    set_ = [mark for mark in segment.marks if not mark.is_quiet]
    halves = {mark.distance_m for mark in set_ if mark.is_half}
    found: dict[Metres, list[Metres]] = {}
    for metres in start_marks(segment.distance_m, long_m) if is_belt else [mark.distance_m for mark in set_]:
        found.setdefault((start_m + metres) % long_m, []).append(metres)
    places = tuple(
        Place(float(at / long_m), tuple(m for m in there if m > passed_m), is_half=halves.issuperset(there))
        for at, there in sorted(found.items())
    )
    captions = []
    if start_m:
        captions.append(tr("start {metres} m before the finish line").format(metres=format_metres(lap_m - start_m)))
    if is_belt:
        captions.append(tr("{metres} m from end to end").format(metres=format_metres(long_m)))
    elif track.lane != 1:
        words = tr("lane {lane}: {metres} m a lap")
        captions.append(words.format(lane=track.lane, metres=format_metres(lap_m, 2)))
    elif not is_known:
        captions.append(tr("{metres} m a lap, not to scale").format(metres=format_metres(lap_m)))
    return Ground(float(start_m / long_m), places, straight, tuple(captions))


def field_of(plan: Plan, segment: Segment, splits: Sequence[Split], pair: Pair | None) -> Field | None:
    """Return all that runs in a segment; None where nobody does, as in practice, where no pace is to be seen.

    Args:
        plan: what is run.
        segment: of it.
        splits: of the segment, so far.
        pair: how it was run before.
    """
    if plan.setup.is_blind or segment.distance_m is None or segment.intensity is not Intensity.WORK:
        return None
    target, belt = target_way(segment), belt_way(segment)
    athlete = belt or athlete_way(segment, splits)
    found: list[Runner] = []
    if pair is not None:
        if pair.last is not pair.best:
            found.append(Runner(Kind.LAST, tr("last", "a past run"), pair.last.way))
        found.append(Runner(Kind.BEST, tr("best", "a past run"), pair.best.way))
    if athlete is not None:
        found.append(Runner(Kind.ESTIMATE if belt is None else Kind.ATHLETE, "", athlete))
    for goal_s in plan.setup.rabbits:
        way = goal_way(segment, plan.athlete, goal_s)
        if way is not None:
            found.append(Runner(Kind.GOAL, goal_label(goal_s), way))
    if target is not None:
        found.append(Runner(Kind.TARGET, "", target))
    start_m, long_m = lane_of(plan, segment)
    return Field(segment.index, float(start_m / long_m), float(long_m), tuple(found)) if found else None


def goal_label(goal_s: Fraction) -> str:
    """Return how another goal is named: `5:10`."""
    return format_time(goal_s, 0 if goal_s.denominator == 1 else 1)


def legend_of(field: Field | None) -> tuple[tuple[Kind | None, str], ...]:
    """Return what each dot is, what matters most first; empty where only one runs."""
    runners = field.runners if field is not None else ()
    if len(runners) < 2:
        return ()
    names = {Kind.TARGET: tr("target"), Kind.ESTIMATE: tr("you, estimated"), Kind.ATHLETE: tr("you")}
    return tuple((runner.kind, names.get(runner.kind, runner.label)) for runner in reversed(runners))
