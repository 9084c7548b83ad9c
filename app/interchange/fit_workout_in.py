"""Workouts of FIT, read: steps in a row, whose repeats are pointers back, become a sheet.

Rules of the file: a repeat is a step that stands after what it repeats and names the first of them, so that a stack of
what stands before it is all that reading needs. What the sheet cannot say is kept as words in the step's note, and
warned of; a pointer that makes no sense is left out, and the steps stay. How many steps the file says it has is not
trusted: watches count with and without repeats.

Source: garmin/fit-python-sdk 21.205, profile: messages workout (26) and workout_step (27), types wkt_step_duration,
wkt_step_target, intensity.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from app.core.bounds import DISTANCE_M, FAULTS, NESTING, PLAN_MS, REPS
from app.core.tongue import tr
from app.core.workout import Intensity
from app.interchange.fit_messages import Message, Value
from app.interchange.fit_targets import Aim, aim_of, heart_words, power_words
from app.interchange.sheet import (
    Ends,
    ForDistance,
    ForReps,
    ForTime,
    Sheet,
    SheetItem,
    SheetRead,
    SheetRepeat,
    SheetStep,
    UntilPress,
)

INTENSITIES = {
    0: Intensity.WORK,
    1: Intensity.REST,
    2: Intensity.WARMUP,
    3: Intensity.COOLDOWN,
    4: Intensity.RECOVERY,
    5: Intensity.WORK,  # `interval`: newer watches write it where older ones wrote `active`
    6: Intensity.WORK,
}
_TIMES = (0, 28, 31)
_REPEATS = range(6, 14)
_LATE_REPEATS = (17, 18, 27)
_RUNNING = ("", "generic", "running", "training", "fitness_equipment", "walking")
_INDEX = 0x0FFF
"""The bits of a message_index that count; the upper ones are flags."""


def sheets_of(messages: Iterable[Message], faults: Iterable[str] = ()) -> tuple[SheetRead, ...]:
    """Read the workouts of one part.

    Args:
        messages: in the order of the file; each `workout` begins one, and its steps follow.
        faults: what of the part was not whole.

    Returns:
        The workouts that have steps.
    """
    drafts = [_Draft(faults=list(faults))]
    for message in messages:
        if message.kind == "workout":
            if drafts[-1].steps:
                drafts.append(_Draft())
            drafts[-1].head = message.values
        elif message.kind == "workout_step":
            drafts[-1].steps.append(message.values)
    return tuple(draft.read() for draft in drafts if draft.steps)


@dataclass(frozen=True, slots=True)
class _Placed:
    """An item of the stack, the index of its first step, and how deep repeats nest in it."""

    first: int
    item: SheetItem
    depth: int


@dataclass(slots=True)
class _Draft:
    """One workout while it is read."""

    head: dict[str, Value] = field(default_factory=dict)
    steps: list[dict[str, Value]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    stack: list[_Placed] = field(default_factory=list)

    def read(self) -> SheetRead:
        sport = self.head.get("sport", "")
        if isinstance(sport, str) and sport not in _RUNNING:
            self.faults.append(tr("this is a workout for {sport}, read as one for running").format(sport=_plain(sport)))
        number = 0
        for index, step in _in_order(self.steps):
            ends = _whole(step, "duration_type")
            if ends in _REPEATS or ends in _LATE_REPEATS:
                self._repeat(index, step)
            else:
                number += 1
                self.stack.append(_Placed(index, self._step(number, step), 0))
        if len(self.faults) > FAULTS:
            n = len(self.faults) - FAULTS + 1
            self.faults[FAULTS - 1 :] = [tr("{n} more things of this kind came through changed").format(n=n)]
        items = tuple(placed.item for placed in self.stack)
        sheet = Sheet(_text(self.head, "wkt_name"), items, _text(self.head, "wkt_description"))
        return SheetRead(sheet, tuple(self.faults), sport if isinstance(sport, str) else "")

    def _repeat(self, index: int, step: dict[str, Value]) -> None:
        """Wrap what a pointer goes back to."""
        first, n = _whole(step, "duration_value"), _whole(step, "target_value")
        if _whole(step, "duration_type") != 6:
            self.faults.append(tr("a repeat goes on until something is measured; its steps are taken once"))
            return
        at = len(self.stack)
        while at and first is not None and self.stack[at - 1].first >= first:
            at -= 1
        inside = self.stack[at:]
        if first is None or first >= index or not inside or inside[0].first != first:
            self.faults.append(tr("a repeat does not say which steps it repeats; they are taken once"))
        elif n is None or not 1 <= n <= REPS:
            self.faults.append(tr("a repeat does not say how often; its steps are taken once"))
        elif (depth := 1 + max(placed.depth for placed in inside)) > NESTING:
            self.faults.append(tr("repeats nest deeper than {n}; the outer ones are taken once").format(n=NESTING))
        else:
            items = tuple(placed.item for placed in inside)
            self.stack[at:] = [_Placed(first, SheetRepeat(n, items), depth)]

    def _step(self, number: int, step: dict[str, Value]) -> SheetStep:
        ends, until = _ends_of(step)
        if until:
            said = tr("step {number} ends by the lap button here; in the file it ends {until}")
            self.faults.append(said.format(number=number, until=until))
        words = [until] if until else []
        asks = None
        for aim in _aims(step):
            if aim.asks is not None and asks is None:
                asks = aim.asks
            else:
                said = tr("step {number} asks for {words}, which is kept as a note")
                self.faults.append(said.format(number=number, words=aim.words))
                words.append(aim.words)
        name = _text(step, "wkt_step_name") or _plain(step.get("exercise_category", ""))
        weight = _whole(step, "exercise_weight")
        if weight:
            words.insert(0, tr("{weight} kg").format(weight=f"{weight / 100:g}"))
        note = "; ".join(part for part in (_text(step, "notes"), *words) if part)
        intensity = INTENSITIES.get(_whole(step, "intensity") or 0, Intensity.WORK)
        return SheetStep(ends, intensity, asks, name, note)


def _in_order(steps: list[dict[str, Value]]) -> list[tuple[int, dict[str, Value]]]:
    """Return the steps with the indices that pointers name: the file's own where each step has one, none twice."""
    said = [_whole(step, "message_index") for step in steps]
    own = [index & _INDEX for index in said if index is not None]
    if len(set(own)) < len(steps):
        return list(enumerate(steps))
    return sorted(zip(own, steps, strict=True), key=lambda pair: pair[0])


def _ends_of(step: dict[str, Value]) -> tuple[Ends, str]:
    """Return what ends a step, and in words what it cannot be here; those are empty where it can."""
    kind, value = _whole(step, "duration_type"), _whole(step, "duration_value")
    if kind == 5 or (kind is None and value is None):
        return UntilPress(), ""
    if not value or value < 0:
        return UntilPress(), tr("by something that it does not say")
    if kind in _TIMES:
        if value < PLAN_MS:
            return ForTime(value), ""
        return UntilPress(), tr("after {n} hours").format(n=value // 3_600_000)
    if kind == 1:
        if value <= DISTANCE_M * 100:
            return ForDistance(Fraction(value, 100)), ""
        return UntilPress(), tr("after {n} km").format(n=value // 100_000)
    if kind == 29 and value <= REPS:
        return ForReps(value), ""
    return UntilPress(), _until(kind or 0, value)


def _until(kind: int, value: int) -> str:
    """Say what ends a step that a person has to end here."""
    if kind == 2:
        return tr("when the heart rate is below {rate}").format(rate=heart_words(value))
    if kind == 3:
        return tr("when the heart rate is above {rate}").format(rate=heart_words(value))
    if kind == 4:
        return tr("after {n} calories").format(n=value)
    if kind in (14, 19, 20, 21, 25):
        return tr("when the power is below {power}").format(power=power_words(value))
    if kind in (15, 22, 23, 24, 26):
        return tr("when the power is above {power}").format(power=power_words(value))
    if kind == 29:
        return tr("after {n} movements").format(n=value)
    return tr("by something that only the watch knows")


def _aims(step: dict[str, Value]) -> list[Aim]:
    first = aim_of(
        _whole(step, "target_type"),
        _whole(step, "target_value"),
        _whole(step, "custom_target_value_low"),
        _whole(step, "custom_target_value_high"),
    )
    second = aim_of(
        _whole(step, "secondary_target_type"),
        _whole(step, "secondary_target_value"),
        _whole(step, "secondary_custom_target_value_low"),
        _whole(step, "secondary_custom_target_value_high"),
    )
    return [aim for aim in (first, second) if aim is not None]


def _whole(values: dict[str, Value], name: str) -> int | None:
    value = values.get(name)
    return value if isinstance(value, int) else None


def _text(values: dict[str, Value], name: str) -> str:
    """Return a text as a person may read it: without control characters, and without space round it."""
    value = values.get(name)
    if not isinstance(value, str):
        return ""
    return "".join(sign for sign in value if sign == "\n" or sign.isprintable()).strip()


def _plain(word: Value) -> str:
    """Return an enumeration's word as words: `stand_up_paddleboarding`."""
    return word.replace("_", " ") if isinstance(word, str) else ""
