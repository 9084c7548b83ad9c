"""`compile_plan`: from what was written to what will happen.

Three passes. *Lay out* every occurrence of every step, with its place among the reps; *settle* which
recoveries stand; *build* the segments with their lead-ins, marks and times. The bounds are checked before
the first pass by multiplying, so `99999 x (99999 x 1s)` costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from app.core.athlete import Athlete
from app.core.belting import belt_lead_ms, belted
from app.core.errors import Fault, WorkoutError
from app.core.marking import Marked, marked
from app.core.pace import RACE_M, Asked, asked_pace
from app.core.plan import Plan, RepPlace, Segment, Setup, Total
from app.core.setup import RaceStart
from app.core.size import check_bounds, check_time
from app.core.tongue import tr
from app.core.treadmill import Dial
from app.core.units import Metres, Millis, to_millis
from app.core.workout import (
    Activity,
    ByDistance,
    ByReps,
    ByTime,
    Equal,
    Intensity,
    Item,
    Length,
    Measure,
    Open,
    Race,
    RacePace,
    Ratio,
    Repeat,
    SendOff,
    Step,
    Workout,
)

LONGEST_LONE_RACE_M = 5000
"""Longer single runs are tempo or long runs unless the coach says `timed`."""
_SOFT = (Intensity.RECOVERY, Intensity.REST)
_LEAD_IN = Step(Open(), Intensity.LEAD_IN, Activity.STAND)


def compile_plan(workout: Workout, athlete: Athlete | None = None, setup: Setup | None = None) -> Plan:
    """Resolve a workout for an athlete.

    A range of reps is laid out to its upper end; from the lower end on, segments say where LEAVE leads.

    Args:
        workout: what was written.
        athlete: whose goal and best give the paces; nobody's where None.
        setup: track, lead-in and marks; the outdoor track and 5 s where None.

    Raises:
        WorkoutError: for a workout over a bound, or with nothing in it.
    """
    athlete, setup = athlete or Athlete(), setup or Setup()
    check_bounds(workout.steps, setup.track.lap_m)
    places = _settled(list(_laid_out(workout.steps, _Around())))
    if not places:
        raise WorkoutError([Fault(tr("the workout has no steps"), tr("give it at least one, such as 8 x 200m"))])
    segments = tuple(_Builder(athlete, setup, lone=_lone_race(places)).build(places))
    check_time(sum(segment.duration_ms or 0 for segment in segments if segment.dial is not None))
    return Plan(workout, athlete, setup, segments, _total_time(segments, places), _total_work(segments, places))


# Lay out -----------------------------------------------------------------------------------------------------------


@dataclass(slots=True, eq=False)
class _Block:
    """A range of reps in the making: where LEAVE leads, as positions among the places."""

    tail: int | None = None
    """Of its last recovery, where that stands before what follows."""
    after: int = 0
    """Of the first place behind it."""


@dataclass(slots=True)
class _Place:
    """One occurrence of a step, on its way to be a segment."""

    step: Step
    intensity: Intensity
    rep: RepPlace | None
    between: bool = False
    """The recovery of a repeat, which may fall away."""
    optional: bool = False
    """Beyond the lower end of a range."""
    leaves: tuple[_Block, ...] = ()
    """The ranges that can be left from here, the inmost first."""
    ends: list[_Block] = field(default_factory=list)
    """The ranges whose last place this is."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a sequence of items."""

    set_number: int = 1
    n_sets: int = 1
    optional: bool = False
    leaves: tuple[_Block, ...] = ()


def _laid_out(items: Sequence[Item], around: _Around) -> Iterator[_Place]:
    last_rep: RepPlace | None = None
    for item, counted in zip(items, _counts(items), strict=True):
        if isinstance(item, Step):
            rep = counted.place(1, around) if counted else None
            last_rep = rep or last_rep
            yield _Place(
                item, item.intensity, rep or _soft_rep(item, last_rep), optional=around.optional, leaves=around.leaves
            )
            continue
        block = _Block() if item.reps.is_range else None
        for number in range(1, item.reps.high + 1):
            beyond = number > item.reps.low
            from_here = (block, *around.leaves) if block and number >= item.reps.low else around.leaves
            may_stop = around.optional or item.reps.low <= number < item.reps.high
            inside = _Around(
                around.set_number if item.reps.high == 1 or counted else number,
                around.n_sets if item.reps.high == 1 or counted else item.reps.high,
                around.optional or beyond,
                from_here if beyond else around.leaves,
            )
            if counted:
                step = item.steps[0]
                assert isinstance(step, Step)
                last_rep = counted.place(number, around)
                body = [_Place(step, step.intensity, last_rep, optional=inside.optional, leaves=inside.leaves)]
            else:
                body = list(_laid_out(item.steps, inside))
                last_rep = next((place.rep for place in reversed(body) if place.rep), last_rep)
            if item.recovery is not None:
                body.append(_Place(item.recovery, item.recovery.intensity, last_rep, True, may_stop, from_here))
            elif number >= item.reps.low and body and body[-1].between:  # the inner recovery stands between these too
                body[-1].optional, body[-1].leaves = may_stop, from_here
            if block and number == item.reps.high and body:
                body[-1].ends.append(block)
            yield from body


def _soft_rep(step: Step, last_rep: RepPlace | None) -> RepPlace | None:
    return last_rep if step.intensity in _SOFT else None


@dataclass(frozen=True, slots=True)
class _Counted:
    """How an item's reps are counted: a ladder's blocks count on."""

    before: int
    n_reps: int
    least_reps: int

    def place(self, number: int, around: _Around) -> RepPlace:
        return RepPlace(
            self.before + number, self.n_reps, self.least_reps, set_number=around.set_number, n_sets=around.n_sets
        )


def _counts(items: Sequence[Item]) -> list[_Counted | None]:
    """Count reps over neighbours of one sort, so that 4×200, 2×400, 800 has seven reps and not three times one.

    A recovery that stands alone between blocks begins a new count; drills, sprints and squats are never
    counted together.
    """
    counted: list[_Counted | None] = [None] * len(items)
    group: list[int] = []
    sort: object = None

    def close() -> None:
        n_reps = sum(_reps(items[index])[1] for index in group)
        least = sum(_reps(items[index])[0] for index in group)
        before = 0
        for index in group:
            counted[index] = _Counted(before, n_reps, least)
            before += _reps(items[index])[1]
        group.clear()

    for index, item in enumerate(items):
        core = item.steps[0] if isinstance(item, Repeat) and len(item.steps) == 1 else item
        is_rep = isinstance(core, Step) and core.intensity is Intensity.WORK and core.activity is not Activity.EASY
        if is_rep:
            assert isinstance(core, Step)
            this_sort = (core.activity, isinstance(core.length, ByDistance), core.race)
            if group and this_sort != sort:
                close()
            sort = this_sort
            group.append(index)
        elif (
            isinstance(item, Step)
            and item.intensity in _SOFT
            and group
            and isinstance(items[group[-1]], Step)
            and index + 1 < len(items)
            and isinstance(items[index + 1], Step)
        ):
            continue  # single reps with their recoveries written between them are one count
        else:
            close()
    close()
    return counted


def _reps(item: Item) -> tuple[int, int]:
    return (item.reps.low, item.reps.high) if isinstance(item, Repeat) else (1, 1)


# Settle ------------------------------------------------------------------------------------------------------------


def _settled(places: list[_Place]) -> list[_Place]:
    """Resolve easy runs by where they stand, then drop the recoveries that do not stand."""
    hard = [i for i, place in enumerate(places) if _is_hard(place)]
    for index, place in enumerate(places):
        if place.step.activity is Activity.EASY and place.intensity is Intensity.WORK and hard:
            before, after = index < hard[0], index > hard[-1]
            place.intensity = Intensity.WARMUP if before else Intensity.COOLDOWN if after else Intensity.RECOVERY
    kept: list[_Place] = []
    waiting: list[_Block] = []  # ranges whose last place was dropped end with the place before it
    for place in reversed(places):
        following = kept[-1] if kept else None
        falls_away = place.between and (following is None or following.intensity in (*_SOFT, Intensity.COOLDOWN))
        if falls_away:
            waiting += place.ends
            continue
        place.ends += waiting
        waiting = []
        kept.append(place)
    kept.reverse()
    return kept


def _lone_race(places: Sequence[_Place]) -> bool:
    """Whether the only work is one race distance, a mile or a 1500: then it is a race, said or not."""
    hard = [place for place in places if _is_hard(place)]
    length = hard[0].step.length if len(hard) == 1 else None
    return (
        isinstance(length, ByDistance)
        and length.most is None
        and length.metres(Fraction(400)) in RACE_M.values()
        and length.metres(Fraction(400)) <= LONGEST_LONE_RACE_M
    )


def _is_hard(place: _Place) -> bool:
    return place.intensity is Intensity.WORK and place.step.activity is not Activity.EASY


# Build -------------------------------------------------------------------------------------------------------------


def _by_hand(places: Sequence[_Place]) -> list[bool]:
    """Say which places a person ends with nothing measured; what follows a rep is one where no rep came before."""
    flags: list[bool] = []
    rep: Length | None = None
    for place in places:
        length = place.step.length
        nowhere = rep is None and isinstance(length, (Equal, Ratio, SendOff))
        equal_m = isinstance(length, Equal) and length.measure is Measure.DISTANCE
        unmeasured = equal_m and not isinstance(rep, ByDistance)
        flags.append(isinstance(length, (Open, ByReps)) or nowhere or unmeasured)
        if place.intensity is Intensity.WORK:
            rep = length
    return flags


@dataclass(frozen=True, slots=True)
class _Shape:
    """What all occurrences of a step share."""

    distance_m: Metres | None
    marked: Marked
    asked: Asked | None
    expected_ms: int | None
    dial: Dial | None = None
    bell_ms: Millis | None = None


class _Builder:
    """Turns settled places into segments."""

    def __init__(self, athlete: Athlete, setup: Setup, *, lone: bool) -> None:
        self._athlete = athlete
        self._lone = lone
        self._setup = setup
        self._shapes: dict[tuple[int, Fraction | None], _Shape] = {}
        self._open: list[bool] = []

    def build(self, places: list[_Place]) -> list[Segment]:
        self._open = self._by_hand(places)
        starts, n = self._positions(places)
        for position, place in enumerate(places):
            for block in place.ends:
                block.after = (
                    starts[position + 1] - self._leads(places, position + 1) if position + 1 < len(places) else n
                )
                block.tail = starts[position] if place.between else None
            if place.between:  # the last recovery already leads out of its block
                place.leaves = tuple(block for block in place.leaves if block not in place.ends)
        segments: list[Segment] = []
        rep: Segment | None = None
        for position, place in enumerate(places):
            leave = place.leaves[0] if place.leaves else None
            if self._leads(places, position):
                after = leave.after if leave else None
                is_go = self._is_race(place) and self._setup.start is RaceStart.GO and not self._belt_lead_ms(place)
                lead_ms = self._setup.go_after_ms if is_go else max(self._setup.lead_in_ms, self._belt_lead_ms(place))
                segments.append(
                    Segment(
                        len(segments),
                        _LEAD_IN,
                        Intensity.LEAD_IN,
                        lead_ms,
                        expected_ms=lead_ms,
                        rep=place.rep,
                        leave_to=after,
                        is_go=is_go,
                    )
                )
            segment = self._segment(len(segments), place, rep)
            segments.append(segment)
            if segment.intensity is Intensity.WORK:
                rep = segment
        return segments

    def _leads(self, places: list[_Place], position: int) -> bool:
        """Whether a lead-in stands before this place: work that starts by hand, not at a line or on the clock."""
        place, start = places[position], self._setup.start
        if not _is_hard(place):
            return False
        if self._belt_lead_ms(place):
            pass  # whatever begins, the belt has to be brought to its speed
        elif self._is_race(place) and start is not RaceStart.COUNT:
            if start is RaceStart.OWN:
                return False
        elif not self._setup.lead_in_ms:
            return False
        return position == 0 or self._open[position - 1]

    def _belt_lead_ms(self, place: _Place) -> Millis:
        return belt_lead_ms(place.step, self._setup)

    def _by_hand(self, places: Sequence[_Place]) -> list[bool]:
        """Say which places a person ends; on a belt what is measured without a pace is one, since nobody lines up."""
        flags = _by_hand(places)
        if self._setup.belt is None:
            return flags
        rep_m: Metres | None = None
        for position, place in enumerate(places):
            shape = self._shape(place, _equal_m(place.step.length, rep_m))
            flags[position] |= shape.distance_m is not None and shape.dial is None
            if place.intensity is Intensity.WORK:
                rep_m = shape.distance_m
        return flags

    def _positions(self, places: list[_Place]) -> tuple[list[int], int]:
        starts, n = [], 0
        for position in range(len(places)):
            n += self._leads(places, position)
            starts.append(n)
            n += 1
        return starts, n

    def _segment(self, index: int, place: _Place, rep: Segment | None) -> Segment:
        step, length = place.step, place.step.length
        shape = self._shape(place, _equal_m(length, rep.distance_m if rep is not None else None))
        duration = shape.expected_ms if shape.dial is not None else None
        follows: Equal | Ratio | SendOff | None = None
        expected = shape.expected_ms
        if isinstance(length, ByTime):
            duration = expected = length.ms
        elif isinstance(length, (Equal, Ratio, SendOff)) and rep is not None and shape.distance_m is None:
            if isinstance(length, Equal) and length.measure is Measure.DISTANCE:
                pass  # as far as a rep that was run by time: nobody knows, so a person ends it
            elif rep.duration_ms is not None:
                duration = expected = followed_ms(length, rep.duration_ms)
            else:
                follows = length
                expected = None if rep.expected_ms is None else followed_ms(length, rep.expected_ms)
        leave = place.leaves[0] if place.leaves else None
        to, at_end = None, False
        if leave is not None:
            at_end = place.between and leave.tail is not None and place.intensity in _SOFT
            to = leave.after if place.between or leave.tail is None else leave.tail
        asked = shape.asked
        is_later_rep = self._setup.is_blind and place.rep is not None and place.rep.rep_number > 1
        return Segment(
            index,
            step,
            place.intensity,
            duration,
            follows,
            shape.distance_m,
            shape.marked.marks,
            shape.marked.bell,
            expected,
            asked.s_per_m if asked else None,
            asked.slowest_s_per_m if asked else None,
            asked.or_faster if asked else False,
            place.rep,
            to,
            at_end,
            shape.marked.course,
            () if is_later_rep else shape.marked.light,
            is_tied=shape.marked.is_tied,
            dial=shape.dial,
            bell_ms=shape.bell_ms,
            is_race=self._is_race(place),
        )

    def _shape(self, place: _Place, equal_m: Metres | None) -> _Shape:
        key = (id(place.step), equal_m)  # the workout holds every step, so no id comes twice
        shape = self._shapes.get(key)
        if shape is None:
            shape = self._shapes[key] = self._shaped(place, equal_m)
        return shape

    def _shaped(self, place: _Place, equal_m: Metres | None) -> _Shape:
        step, lap_m = place.step, self._setup.track.lap_m
        distance_m = step.length.metres(lap_m) if isinstance(step.length, ByDistance) else equal_m
        target, is_race = step.target, self._is_race(place)
        if is_race and target is None:
            target = RacePace(Race.GOAL)
        asked = asked_pace(target, distance_m, self._athlete.goal_s, self._athlete.best_s)
        belt = belted(asked, distance_m, self._setup, is_race=is_race, is_hard=_is_hard(place))
        if belt is not None:
            return _Shape(distance_m, Marked(()), belt.asked, belt.duration_ms, belt.dial, belt.bell_ms)
        if distance_m is None:
            return _Shape(None, Marked(()), asked, None)
        marked_ = marked(distance_m, asked, self._setup, is_race=is_race, is_hard=_is_hard(place))
        expected = None if asked is None else to_millis(asked.s_per_m * distance_m)
        return _Shape(distance_m, marked_, asked, expected)

    def _is_race(self, place: _Place) -> bool:
        return place.step.race or (self._lone and _is_hard(place))


def _equal_m(length: Length, rep_m: Metres | None) -> Metres | None:
    """Return the distance of a recovery that is as long as its rep; None where time is what counts."""
    return rep_m if isinstance(length, Equal) and length.measure is not Measure.TIME else None


def followed_ms(follows: Equal | Ratio | SendOff, rep_ms: int) -> int:
    """Return how long a recovery lasts after a rep that took `rep_ms`; never below zero.

    >>> followed_ms(SendOff(240_000), 150_000)
    90000
    >>> followed_ms(Ratio(2, 1), 60_001)
    30001
    """
    match follows:
        case SendOff(ms):
            return max(0, ms - rep_ms)
        case Ratio(work, recovery):
            return to_millis(Fraction(rep_ms, 1000) * recovery / work)
        case Equal():
            return rep_ms


# Totals ------------------------------------------------------------------------------------------------------------


def _total_time(segments: Sequence[Segment], places: Sequence[_Place]) -> Total:
    optional = _optional(segments, places)
    low = high = n_open = 0
    for segment in segments:
        if segment.expected_ms is None:
            n_open += 1
            continue
        length = segment.step.length
        high += max(segment.expected_ms, (length.most_ms or 0) if isinstance(length, ByTime) else 0)
        low += 0 if optional[segment.index] else segment.expected_ms
    return Total(low, high, n_open)


def _total_work(segments: Sequence[Segment], places: Sequence[_Place]) -> Total:
    optional = _optional(segments, places)
    low = high = Fraction(0)
    for segment in segments:
        if segment.intensity is not Intensity.WORK or segment.distance_m is None:
            continue
        length = segment.step.length
        most = length.most / length.amount if isinstance(length, ByDistance) and length.most else Fraction(1)
        high += segment.distance_m * most
        low += 0 if optional[segment.index] else segment.distance_m
    return Total(round(low), round(high))


def _optional(segments: Sequence[Segment], places: Sequence[_Place]) -> list[bool]:
    """Say which segments lie beyond the lower end of a range; a lead-in goes with its rep."""
    flags: list[bool] = []
    waiting = iter(places)
    n_lead = 0
    for segment in segments:
        if segment.intensity is Intensity.LEAD_IN:
            n_lead += 1
            continue
        place = next(waiting)
        flags += [place.optional] * (n_lead + 1)
        n_lead = 0
    return flags
