"""A workout in TCX, read: steps with their targets, repeats with their children.

Rules of the file: a step that ends by calories or heart rate ends by the lap button here, and its note says why. TCX
knows two intensities; warm-up, cool-down and standing rest are told by the step's name.
"""

from __future__ import annotations

from fractions import Fraction

from app.core.bounds import NESTING, REPS, SEGMENTS
from app.core.tongue import tr
from app.core.workout import Intensity
from app.interchange.sheet import (
    Asks,
    Ends,
    HeartShare,
    Sheet,
    SheetItem,
    SheetRead,
    SheetRepeat,
    SheetStep,
    Speed,
    UntilPress,
)
from app.interchange.xml_door import Node, number
from app.interchange.xml_lengths import length_of
from app.interchange.xml_text import plain, refusal

NAMES = {Intensity.WARMUP: "Warm-up", Intensity.COOLDOWN: "Cool-down", Intensity.REST: "Rest"}
"""How a step is called whose intensity TCX has no word for."""

TEXT_CHARS = 4000


def read_workout(workout: Node) -> SheetRead | None:
    """Return one Workout; None where it has no step that could be read.

    Raises:
        WorkoutError: it passes a bound.
    """
    reading = _Reading()
    items = reading.items([each for each in workout.children if each.tag == "Step"], 0)
    if not items:
        return None
    if workout.attributes.get("Sport", "Running") == "Biking":
        reading.say(tr("this is a workout for cycling"))
    name = plain(workout.words("Name"), lines=False)[:TEXT_CHARS]
    about = plain(workout.words("Notes"))[:TEXT_CHARS]
    sport = plain(workout.attributes.get("Sport", ""), lines=False)[:40].casefold()
    return SheetRead(Sheet(name, items, about), tuple(reading.said), sport)


def told(name: str) -> Intensity | None:
    """Return the intensity that a step's name tells, in whatever spelling; None for any other name.

    >>> told("Warmup"), told("warm-up easy"), told("8 x 400")
    (<Intensity.WARMUP: 'warm-up'>, <Intensity.WARMUP: 'warm-up'>, None)
    """
    plainly = name.casefold().replace("-", "").replace("warm up", "warmup").replace("cool down", "cooldown")
    words = plainly.split()
    if words[:1] == ["warmup"]:
        return Intensity.WARMUP
    if words[:1] == ["cooldown"]:
        return Intensity.COOLDOWN
    return Intensity.REST if {"rest", "stand", "standing"} & set(words) else None


def says_no_more(name: str, intensity: Intensity) -> bool:
    """Whether a name is the word for its intensity and nothing else."""
    letters = "".join(each for each in name.casefold() if each.isalpha())
    word = NAMES.get(intensity, "").casefold().replace("-", "")
    return bool(word) and letters == word


class _Reading:
    """One workout's reading."""

    def __init__(self) -> None:
        self.said: dict[str, None] = {}
        self._n = 0

    def say(self, words: str) -> None:
        self.said[words] = None

    def items(self, nodes: list[Node], depth: int) -> tuple[SheetItem, ...]:
        if depth > NESTING:
            words = tr("the workout is too long: repeats stand more than {n} deep in one another")
            raise refusal(words.format(n=NESTING), tr("write the inner ones out"))
        items: list[SheetItem] = []
        for node in nodes:
            self._n += 1
            if self._n > SEGMENTS:
                words = tr("the workout is too long: it comes to more than {most} steps in all")
                raise refusal(words.format(most=f"{SEGMENTS:,}"), tr("repeat less often"))
            kind = node.attributes.get("type", "").rpartition(":")[2]
            if kind == "Repeat_t" or (not kind and node.child("Repetitions") is not None):
                items += self._repeat(node, depth)
            else:
                items += self._step(node)
        return tuple(items)

    def _repeat(self, node: Node, depth: int) -> tuple[SheetItem, ...]:
        inner = self.items([each for each in node.children if each.tag == "Child"], depth + 1)
        n = number(node.words("Repetitions"))
        if n is None or n < 1 or n > REPS or n.denominator != 1:
            self.say(tr("a repeat says no count that can be; it is done once"))
            n = Fraction(1)
        if not inner:
            return ()
        return inner if n == 1 else (SheetRepeat(int(n), inner),)

    def _step(self, node: Node) -> tuple[SheetStep, ...]:
        notes: list[str] = []
        ends = self._ends(node.child("Duration"), notes)
        if ends is None:
            self.say(tr("a step of no length was left out"))
            return ()
        asks = self._asks(node.child("Target"), notes)
        name = plain(node.words("Name"), lines=False)[:TEXT_CHARS]
        is_rest = node.words("Intensity") == "Resting"
        intensity = told(name)
        if intensity is None or (intensity is Intensity.REST and not is_rest):
            intensity = Intensity.RECOVERY if is_rest else Intensity.WORK
        name = "" if says_no_more(name, intensity) else name
        return (SheetStep(ends, intensity, asks, name, "; ".join(notes)),)

    def _ends(self, duration: Node | None, notes: list[str]) -> Ends | None:
        if duration is None:
            self.say(tr("a step says no end; it ends by the lap button"))
            return UntilPress()
        seconds, metres = duration.words("Seconds"), duration.words("Meters")
        length = number(seconds or metres)
        if length is not None:
            return length_of(length, is_metres=not seconds)
        if seconds or metres:
            self.say(tr("a step says no end; it ends by the lap button"))
            return UntilPress()
        kind = duration.attributes.get("type", "").rpartition(":")[2]
        calories, heart = duration.words("Calories"), duration.words("HeartRate", "Value")
        note = ""
        if calories:
            note = tr("until {n} kcal are burned").format(n=plain(calories, lines=False)[:20])
        elif heart:
            share = duration.child("HeartRate")
            unit = tr("{n} bpm") if share is None or not _is_share(share) else tr("{n} % of the highest")
            said = unit.format(n=plain(heart, lines=False)[:20])
            above = tr("until the heart rate is above {n}").format(n=said)
            note = tr("until the heart rate is below {n}").format(n=said) if kind == "HeartRateBelow_t" else above
        if note:
            notes.append(note)
            self.say(tr("a step {until} ends by the lap button; its note says so").format(until=note))
        return UntilPress()

    def _asks(self, target: Node | None, notes: list[str]) -> Asks | None:
        if target is None:
            return None
        speeds, hearts = target.child("SpeedZone"), target.child("HeartRateZone")
        if speeds is not None:
            ends = [number(speeds.words(each)) for each in ("LowInMetersPerSecond", "HighInMetersPerSecond")]
            known = sorted(each for each in ends if each is not None and each > 0)
            if known:
                return Speed(_fine(known[0]), _fine(known[-1]))
            self._note(notes, tr("speed zone {n}").format(n=_brief(speeds.words("Number"))))
        elif hearts is not None:
            low, high = hearts.child("Low"), hearts.child("High")
            beats = [number(each.words("Value")) for each in (low, high) if each is not None]
            known = sorted(each for each in beats if each is not None and each > 0)
            if known and low is not None and _is_share(low):
                return HeartShare(known[0], known[-1])
            if known:
                said = tr("heart rate {low} to {high} bpm").format(low=_figure(known[0]), high=_figure(known[-1]))
            else:
                said = tr("heart rate zone {n}").format(n=_brief(hearts.words("Number")))
            self._note(notes, said)
        elif target.child("Low") is not None:
            said = tr("cadence {low} to {high}")
            self._note(notes, said.format(low=_brief(target.words("Low")), high=_brief(target.words("High"))))
        return None

    def _note(self, notes: list[str], said: str) -> None:
        notes.append(said)
        self.say(tr("a target that is no pace is kept as words: {said}").format(said=said))


def _is_share(value: Node) -> bool:
    return value.attributes.get("type", "").endswith("HeartRateAsPercentOfMax_t")


def _fine(speed: Fraction) -> Fraction:
    """Return a speed to the millimetre: other programs write it as they reckoned it, to seventeen places."""
    return max(Fraction(round(speed * 1000), 1000), Fraction(1, 1000))


def _figure(value: Fraction) -> str:
    return f"{float(value):g}"


def _brief(text: str) -> str:
    return plain(text, lines=False)[:20]
