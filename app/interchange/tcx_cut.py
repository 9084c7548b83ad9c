"""A workout in TCX, cut and written: valid by Garmin's schema, TrainingCenterDatabase v2.

Rules of the file: `cut` makes a sheet what the schema can hold and names what that costs; `workout_of` writes what was
cut. The schema's bounds: 20 steps with repeats counted, names of 1 to 15 letters, repeats of 2 to 99, times and
distances in whole seconds and metres up to 65,535, heart rates in whole percent up to 100, two intensities.
Source: TrainingCenterDatabasev2.xsd, types StepId_t, RestrictedToken_t, Repetitions_t, Time_t, Distance_t,
PercentOfMax_t, Intensity_t.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

from app.core.athlete import Athlete
from app.core.tongue import tr
from app.core.units import format_metres, format_time
from app.core.workout import Activity, Intensity
from app.interchange.sheet import (
    Ends,
    ForDistance,
    ForTime,
    HeartShare,
    Loss,
    Sheet,
    SheetItem,
    SheetRepeat,
    SheetStep,
    Speed,
    UntilPress,
)
from app.interchange.tcx_steps import NAMES, says_no_more, told
from app.interchange.xml_door import Node
from app.interchange.xml_out import node
from app.interchange.xml_text import plain, refusal

STEPS = 20
NAME_CHARS = 15
MOST = 65_535
MOST_REPS = 99

Place: TypeAlias = tuple[int, ...]


def cut(sheet: Sheet, _athlete: Athlete) -> tuple[Sheet, tuple[Loss, ...]]:
    """Make a sheet what TCX can hold, and name what that costs; a sheet that was cut stays as it is.

    Raises:
        WorkoutError: it has more steps than TCX can number, or none.
    """
    cutting = _Cutting()
    items = cutting.items(sheet.items, ())
    n = _count(items)
    if n > STEPS:
        words = tr("a TCX workout has {most} steps at most, repeats counted; this one has {n}")
        raise refusal(words.format(most=STEPS, n=n), tr("write it as FIT"))
    if not items:
        raise refusal(tr("the workout has no steps"), tr("write at least one"))
    name = cutting.name(sheet.name, ()) or tr("Workout")[:NAME_CHARS]
    return Sheet(name, items, plain(sheet.about).strip()), tuple(cutting.losses)


class _Cutting:
    """One sheet's cutting."""

    def __init__(self) -> None:
        self.losses: list[Loss] = []

    def items(self, items: tuple[SheetItem, ...], place: Place) -> tuple[SheetItem, ...]:
        made: list[SheetItem] = []
        for index, item in enumerate(items):
            here = (*place, index)
            made += self._repeat(item, here) if isinstance(item, SheetRepeat) else self._step(item, here)
        return tuple(made)

    def name(self, name: str, place: Place) -> str:
        whole = plain(name, lines=False)
        if len(whole) > NAME_CHARS:
            words = tr("the name {name} is cut to {n} letters")
            self.losses.append(Loss(words.format(name=whole, n=NAME_CHARS), place))
        return whole[:NAME_CHARS].strip()

    def _repeat(self, repeat: SheetRepeat, place: Place) -> list[SheetItem]:
        inner = self.items(repeat.items, place)
        if not inner:
            return []
        whole, rest = divmod(repeat.n, MOST_REPS)
        if whole and repeat.n > MOST_REPS:
            words = tr("{n} times are written as several repeats of {most} at most")
            self.losses.append(Loss(words.format(n=repeat.n, most=MOST_REPS), place))
        made: list[SheetItem] = [SheetRepeat(MOST_REPS, inner)] * whole
        if rest > 1:
            made.append(SheetRepeat(rest, inner))
        elif rest == 1:
            made += inner
        return made

    def _step(self, step: SheetStep, place: Place) -> list[SheetStep]:
        name = self.name(step.name, place)
        intensity = self._intensity(step.intensity, name, place)
        name = "" if says_no_more(name, intensity) else name
        step = replace(step, name=name, intensity=intensity, activity=Activity.RUN)
        if isinstance(step.asks, HeartShare):
            low, high = (Fraction(min(100, round(each))) for each in (step.asks.low_pct, step.asks.high_pct))
            if (low, high) != (step.asks.low_pct, step.asks.high_pct):
                self.losses.append(Loss(tr("heart rates are written in whole percent, up to 100"), place))
            step = replace(step, asks=HeartShare(low, high))
        lengths = self._lengths(step.ends, place)
        return [replace(step, ends=each) for each in lengths]

    def _intensity(self, intensity: Intensity, name: str, place: Place) -> Intensity:
        """Return what will be read back: the name tells it, or Active and Resting do."""
        soft = (Intensity.RECOVERY, Intensity.REST)
        by_name = told(name)
        kept = Intensity.RECOVERY if intensity in soft else Intensity.WORK
        if by_name is not None and (by_name is not Intensity.REST or intensity in soft):
            kept = by_name
        elif not name:
            kept = intensity
        if kept is not intensity:
            words = tr("{name} is written as {kept}: TCX has one word for a step, and it has a name").format
            self.losses.append(Loss(words(name=_called(intensity), kept=_called(kept)), place))
        return kept

    def _lengths(self, ends: Ends, place: Place) -> list[Ends]:
        match ends:
            case ForTime(ms) if ms > MOST * 1000:
                shown = format_time(Fraction(ms, 1000), 0)
                return [ForTime(each * 1000) for each in self._parts(round(ms / 1000), shown, place)]
            case ForDistance(m) if m > MOST:
                shown = tr("{n} m").format(n=format_metres(m))
                return [ForDistance(Fraction(each)) for each in self._parts(round(m), shown, place)]
            case UntilPress():
                return [UntilPress()]  # how long it may last is no loss: a watch waits as long as it takes
            case _:
                return [ends]

    def _parts(self, whole: int, shown: str, place: Place) -> list[int]:
        n = -(-whole // MOST)
        self.losses.append(Loss(tr("{length} is written as {n} steps").format(length=shown, n=n), place))
        return [whole * (number + 1) // n - whole * number // n for number in range(n)]


def _called(intensity: Intensity) -> str:
    match intensity:
        case Intensity.WARMUP:
            return tr("warm-up", "in a step")
        case Intensity.COOLDOWN:
            return tr("cool-down", "in a step")
        case Intensity.RECOVERY:
            return tr("recovery", "in a step")
        case Intensity.REST:
            return tr("rest", "in a step")
        case _:
            return tr("work", "in a step")


def _count(items: tuple[SheetItem, ...]) -> int:
    return sum(1 + (_count(item.items) if isinstance(item, SheetRepeat) else 0) for item in items)


def workout_of(sheet: Sheet) -> Node:
    """Return the Workout of a sheet that was cut."""
    ids = iter(range(1, STEPS + 1))

    def step_of(item: SheetItem, tag: str) -> Node:
        number = node("StepId", str(next(ids)))
        if isinstance(item, SheetRepeat):
            inner = [step_of(each, "Child") for each in item.items]
            return node(tag, [number, node("Repetitions", str(item.n)), *inner], xsi__type="Repeat_t")
        name = item.name or NAMES.get(item.intensity, "")
        parts = [number, *([node("Name", name)] if name else []), _duration(item.ends)]
        soft = item.intensity in (Intensity.RECOVERY, Intensity.REST)
        parts += [node("Intensity", "Resting" if soft else "Active"), _target(item)]
        return node(tag, parts, xsi__type="Step_t")

    steps = [step_of(item, "Step") for item in sheet.items]
    notes = [node("Notes", sheet.about)] if sheet.about else []
    return node("Workout", [node("Name", sheet.name), *steps, *notes], Sport="Running")


def _duration(ends: Ends) -> Node:
    match ends:
        case ForTime(ms):
            seconds = min(MOST, max(1, round(ms / 1000)))
            return node("Duration", [node("Seconds", str(seconds))], xsi__type="Time_t")
        case ForDistance(m):
            return node("Duration", [node("Meters", str(min(MOST, max(1, round(m)))))], xsi__type="Distance_t")
        case _:
            return node("Duration", xsi__type="UserInitiated_t")


def _target(step: SheetStep) -> Node:
    match step.asks:
        case Speed(slow, fast):
            zone = [node("ViewAs", "Pace"), _speed("Low", slow), _speed("High", fast)]
            return node("Target", [node("SpeedZone", zone, xsi__type="CustomSpeedZone_t")], xsi__type="Speed_t")
        case HeartShare(low, high):
            ends = [_heart("Low", low), _heart("High", high)]
            zone_node = node("HeartRateZone", ends, xsi__type="CustomHeartRateZone_t")
            return node("Target", [zone_node], xsi__type="HeartRate_t")
        case _:
            return node("Target", xsi__type="None_t")


def _speed(end: str, m_s: Fraction) -> Node:
    return node(f"{end}InMetersPerSecond", f"{max(1, round(m_s * 1000)) / 1000:.3f}")


def _heart(end: str, pct: Fraction) -> Node:
    return node(end, [node("Value", str(round(pct)))], xsi__type="HeartRateAsPercentOfMax_t")
