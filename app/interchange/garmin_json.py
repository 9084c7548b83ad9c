"""Garmin Connect's workout JSON, which is unofficial: read only, as its web service and older exports give it.

```
{"workoutName", "sportType", "workoutSegments": [{"workoutSteps": [step …]}]}     as the service gives it
{"…UserWorkoutJson": {"workoutName", "workoutSteps": [step …]}}                   older: a flat list with group ids
step    {"type": "ExecutableStepDTO", "stepType", "endCondition", "endConditionValue", "targetType", "targetValueOne"…}
        {"type": "RepeatGroupDTO", "numberOfIterations", "workoutSteps": [step …]}
```

Rules of the file: size and depth are bounded before the JSON is parsed; a figure is taken only where it is one, finite
and within the bounds; values are seconds, metres and metres a second, the two ends of a range in either order.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from app.core.bounds import DISTANCE_M, NESTING, PLAN_MS, REPS, SEGMENTS
from app.core.tongue import tr
from app.core.workout import Activity, Intensity
from app.interchange.format import Format
from app.interchange.json_values import figure, key_of, parsed, refused, table, text_of
from app.interchange.sheet import (
    MANNERS,
    Asks,
    Ends,
    ForDistance,
    ForReps,
    ForTime,
    Sheet,
    SheetItem,
    SheetRead,
    SheetRepeat,
    SheetStep,
    Speed,
    UntilPress,
)

_WALK_M_S = Fraction(6, 10)
"""Slower than any walk: a pace below it is seconds a metre, as some programs write it by mistake."""
_INTENSITIES = {
    "warmup": Intensity.WARMUP, "cooldown": Intensity.COOLDOWN, "interval": Intensity.WORK, "other": Intensity.WORK,
    "main": Intensity.WORK, "recovery": Intensity.RECOVERY, "rest": Intensity.REST,
}  # fmt: skip
_FACTORS = {
    "ms": Fraction(1, 1000), "millisecond": Fraction(1, 1000), "centimeter": Fraction(1, 100),
    "millimeter": Fraction(1, 1000), "kilometer": Fraction(1000),
    "centimeterspermillisecond": Fraction(10), "meterspermillisecond": Fraction(1000),
    "centimeterspersecond": Fraction(1, 100),
}  # fmt: skip
"""Of the older exports, whose values name their unit."""


def looks_like(head: bytes) -> bool:
    """Say whether these can be the first bytes of JSON; there is no other format of that kind here."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def read(data: bytes) -> tuple[SheetRead, ...]:
    """Read one workout, or a list of them.

    Raises:
        WorkoutError: it is no such JSON, is over a bound, or holds no step that can be read.
    """
    document = parsed(data)
    given = document if isinstance(document, list) else [document]
    found = [each for each in given if isinstance(each, dict) and _steps_of(each) is not None]
    if not found:
        raise refused(
            tr("the JSON is no workout of Garmin Connect: it has no workoutSegments"),
            tr("export the workout itself, not the list of them"),
        )
    return tuple(_Reader().read(each) for each in found)


def _steps_of(workout: dict[str, Any]) -> list[Any] | None:
    """Return the steps of a workout's segments in order; None for what is none."""
    inner = next((value for key, value in workout.items() if key.endswith("UserWorkoutJson")), None)
    if isinstance(inner, dict):
        return _steps_of(inner)
    segments = workout.get("workoutSegments")
    if isinstance(segments, list):
        lists = [table(segment).get("workoutSteps") for segment in segments]
        return [step for steps in lists if isinstance(steps, list) for step in steps]
    steps = workout.get("workoutSteps")
    return steps if isinstance(steps, list) else None


def _nested(steps: list[Any]) -> list[Any]:
    """Return the flat list of the older exports with each step inside its group; another as it is, in its order."""
    tables = [dict(step) for step in steps if isinstance(step, dict)]
    if not any("groupId" in step or "parentGroupId" in step for step in tables):
        return steps
    tables.sort(key=lambda step: figure(step.get("stepOrder")) or Fraction(0))
    groups: dict[Any, dict[str, Any]] = {}
    for step in tables:
        group = figure(step.get("groupId"))
        if group is not None and key_of(step, "stepType", "stepTypeKey", "stepTypeKey") == "repeat":
            step["workoutSteps"] = []
            groups.setdefault(group, step)
    top: list[Any] = []
    for step in tables:
        parent = groups.get(figure(step.get("parentGroupId")))
        inside = top if parent is None or parent is step else parent["workoutSteps"]
        inside.append(step)
    return top


class _Reader:
    """Reads one workout."""

    def __init__(self) -> None:
        self._warnings: dict[str, None] = {}
        self._n_steps = 0

    def read(self, workout: dict[str, Any]) -> SheetRead:
        inner = next((value for key, value in workout.items() if key.endswith("UserWorkoutJson")), None)
        workout = inner if isinstance(inner, dict) else workout
        steps = _steps_of(workout) or []
        sport = key_of(workout, "sportType", "sportTypeKey", "sportTypeKey")
        if sport and "run" not in sport:
            self._say(tr("it is a workout for {sport}, taken as a run").format(sport=repr(sport[:40])))
        items = self._items(_nested(steps), 0)
        if not items:
            raise refused(tr("the workout holds no step that can be read"))
        if _size(items) > SEGMENTS:
            words = tr("the workout is too long: it comes to more than {most} steps in all")
            raise refused(words.format(most=f"{SEGMENTS:,}"), tr("repeat less often"))
        sheet = Sheet(text_of(workout.get("workoutName")), items, text_of(workout.get("description")))
        return SheetRead(sheet, tuple(self._warnings), sport[:40])

    def _say(self, sentence: str) -> None:
        if len(self._warnings) < 40:
            self._warnings[sentence] = None

    def _items(self, steps: list[Any], depth: int) -> tuple[SheetItem, ...]:
        if depth > NESTING:
            words = tr("the workout is too long: repeats stand more than {n} deep in one another")
            raise refused(words.format(n=NESTING), tr("write the inner ones out"))
        items: list[SheetItem] = []
        for given in steps:
            step = table(given)
            self._n_steps += 1
            if self._n_steps > SEGMENTS:
                raise refused(tr("the workout has more than {most} steps").format(most=f"{SEGMENTS:,}"))
            inner = step.get("workoutSteps")
            if isinstance(inner, list):
                items += self._repeat(step, inner, depth)
            else:
                items += self._step(step)
        return tuple(items)

    def _repeat(self, step: dict[str, Any], inner: list[Any], depth: int) -> tuple[SheetItem, ...]:
        condition = key_of(step, "endCondition", "conditionTypeKey", "endConditionTypeKey")
        times = figure(step.get("numberOfIterations"))
        if times is None:
            times = figure(step.get("endConditionValue"))
        if condition not in ("", "iterations"):
            words = tr("a block repeats until {condition}: it is run once")
            self._say(words.format(condition=repr(condition[:40])))
            times = Fraction(1)
        if times is None or times.denominator != 1 or not 1 <= times <= REPS:
            self._say(tr("a block does not say how often it is repeated: it is run once"))
            times = Fraction(1)
        n, items = int(times), self._items(inner, depth + 1)
        last = items[-1] if items else None
        if step.get("skipLastRestStep") is True and isinstance(last, SheetStep) and last.intensity in MANNERS:
            return (*_rounds(n - 1, items), *items[:-1])
        return _rounds(n, items)

    def _step(self, step: dict[str, Any]) -> tuple[SheetStep, ...]:
        kind = key_of(step, "stepType", "stepTypeKey", "stepTypeKey")
        intensity = _INTENSITIES.get(kind)
        if intensity is None:
            if not kind:
                self._say(tr("what says no kind of step is left out"))
                return ()
            self._say(tr("{kind} is no kind of step that is known: taken as work").format(kind=repr(kind[:40])))
            intensity = Intensity.WORK
        ends, ends_words = self._ends(step)
        if ends is None:
            self._say(tr("a step whose length is no figure, or over a bound, is left out"))
            return ()
        asks, asks_words = self._asks(step)
        exercise = text_of(step.get("exerciseName")) or text_of(step.get("category"))
        words = (ends_words, asks_words, exercise.replace("_", " ").lower())
        note = ", ".join(word for word in (text_of(step.get("description")), *words) if word)
        return (SheetStep(ends, intensity, asks, "", note, MANNERS.get(intensity, Activity.RUN)),)

    def _ends(self, step: dict[str, Any]) -> tuple[Ends | None, str]:
        """Return what ends a step, and words where that is none of ours; None where its figure is none."""
        condition = key_of(step, "endCondition", "conditionTypeKey", "endConditionTypeKey")
        value = figure(step.get("endConditionValue"))
        if value is not None:
            value *= _FACTORS.get(text_of(step.get("endConditionUnitKey")).lower(), Fraction(1))
        match condition:
            case "lap.button" | "lapbutton":
                return UntilPress(), ""
            case "time" | "fixed.rest" | "fixed.repetition" if value is not None:
                ms = round(value * 1000)
                return (ForTime(ms) if 0 < ms < PLAN_MS else None), ""
            case "distance" if value is not None:
                return (ForDistance(value.limit_denominator(1000)) if 0 < value <= DISTANCE_M else None), ""
            case "reps" if value is not None:
                is_count = value.denominator == 1 and 0 < value <= REPS
                return (ForReps(int(value)) if is_count else None), ""
            case "time" | "fixed.rest" | "fixed.repetition" | "distance" | "reps":
                return None, ""
            case _:
                shown = condition[:40] or "?"
                self._say(tr("a step ends at {condition}: taken as by the lap button").format(condition=repr(shown)))
                compare = {"lt": "under ", "gt": "over "}.get(text_of(step.get("endConditionCompare")).lower(), "")
                span = "" if value is None else f" {compare}{_plain(value)}"
                return UntilPress(), f"until {shown}{span}" if condition else ""

    def _asks(self, step: dict[str, Any]) -> tuple[Asks | None, str]:
        """Return what a step asks, and words where that is none of ours."""
        target = key_of(step, "targetType", "workoutTargetTypeKey", "targetTypeKey")
        if target in ("", "no.target"):
            return None, ""
        figures = [figure(step.get(key)) for key in ("targetValueOne", "targetValueTwo")]
        ends = sorted(end for end in figures if end is not None and end > 0)
        zone = figure(step.get("zoneNumber")) or figure(table(step.get("targetType")).get("zoneNumber"))
        if target in ("pace.zone", "speed.zone") and ends and not zone:
            speed = self._speed(ends, text_of(step.get("targetValueUnitKey")).lower(), target)
            if speed is not None:
                return speed, ""
        span = f"zone {_plain(zone)}" if zone else "-".join(_plain(end) for end in ends[:: len(ends) - 1 or 1])
        unit = {"heart.rate.zone": " bpm", "cadence.zone": " steps a minute", "power.zone": " W"}.get(target, "")
        if text_of(table(step.get("targetValueUnit")).get("unitKey")).lower() == "percent":
            unit = " %"
        name = target.removesuffix(".zone").replace(".", " ")[:40]
        self._say(tr("a target of {target} is kept as words").format(target=repr(name)))
        return None, f"{name} {span}{'' if zone or not span else unit}".strip()

    def _speed(self, ends: list[Fraction], unit: str, target: str) -> Speed | None:
        is_pace = unit.endswith(("permeter", "percentimeter", "percentimeters"))
        if not unit and target == "pace.zone" and ends[-1] < _WALK_M_S:
            self._say(tr("paces below {n} m/s are taken as seconds a metre").format(n=float(_WALK_M_S)))
            is_pace = True
        if is_pace:
            factor = (Fraction(1) if unit.startswith("second") or not unit else Fraction(1, 1000)) * (
                100 if "centimeter" in unit else 1
            )
            ends = sorted(1 / (end * factor) for end in ends)
        else:
            ends = [end * _FACTORS.get(unit, Fraction(1)) for end in ends]
        slow, fast = (end.limit_denominator(10**9) for end in (ends[0], ends[-1]))
        if not 0 < slow <= fast <= 100:
            return None
        return Speed(slow, fast)


def _plain(value: Fraction) -> str:
    return f"{float(value):.6g}"


def _rounds(n: int, items: tuple[SheetItem, ...]) -> tuple[SheetItem, ...]:
    return (SheetRepeat(n, items),) if n > 1 and items else items if n else ()


def _size(items: tuple[SheetItem, ...]) -> int:
    return sum(item.n * _size(item.items) if isinstance(item, SheetRepeat) else 1 for item in items)


FORMAT = Format("garmin-json", "Garmin Connect", ".json", looks_like, read)
