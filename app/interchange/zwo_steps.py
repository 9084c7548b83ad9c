"""A Zwift workout, read: its blocks as steps, its powers as shares of a race's speed.

Rules of the file: in a run, Duration is metres unless `durationType` says time, and Power a share of the speed of the
race that `pace` names; in a ride, seconds and a share of threshold power, which no runner has, so it is kept as words.
What was assumed is said.
Source: h4l/zwift-workout-file-reference (elements, attributes); qdomyos-zwift, zwiftworkout.cpp (metres, pace);
zwo-editor, Label.tsx (pace 0 to 4); zwomaker's readme (no `pace`: percent of the best mile).
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from app.core.bounds import FAULTS, REPS, SEGMENTS
from app.core.describe import duration_words
from app.core.tongue import tr
from app.core.workout import Intensity, Race
from app.interchange.sheet import (
    Asks,
    Ends,
    RaceSpeed,
    Sheet,
    SheetItem,
    SheetRead,
    SheetRepeat,
    SheetStep,
    UntilPress,
)
from app.interchange.xml_door import Node, number
from app.interchange.xml_lengths import length_of
from app.interchange.xml_text import plain, refusal

RACES = (Race.MILE, Race.K5, Race.K10, Race.HALF, Race.MARATHON)
"""By `pace`."""
INTENSITIES = {
    Intensity.WORK: "active",
    Intensity.WARMUP: "warmup",
    Intensity.COOLDOWN: "cooldown",
    Intensity.RECOVERY: "recovery",
    Intensity.REST: "rest",
}
"""In an attribute `intensity` of ours, which Zwift passes over; Kaiord writes the same words, which are FIT's."""
JOIN = " \u00b7 "
NOTE_CHARS = 1000
TEXT_CHARS = 4000
MOST_POWER = 10
"""As a share; more are watts, or a slip."""

_STEADY = {"steadystate": Intensity.WORK, "solidstate": Intensity.WORK}
_RAMPS = {"warmup": Intensity.WARMUP, "cooldown": Intensity.COOLDOWN, "ramp": Intensity.WORK}
_FREE = {"freeride": Intensity.WORK, "maxeffort": Intensity.WORK}
_TEXTS = {"textevent", "textnotification"}
_PASSED_OVER = {"gameplayevent", "restday"}


def read_sheet(root: Node) -> SheetRead:
    """Return the workout of a file.

    Raises:
        WorkoutError: no step of it can be read, or it passes a bound.
    """
    file = next((each for each in root.children if each.tag.casefold() == "workout"), None)
    if file is None:
        raise refusal(tr("the file holds no workout"), tr("choose another file"))
    reading = _Reading(root, file)
    items: list[SheetItem] = []
    for block in file.children:
        items += reading.block(block)
        if len(items) > SEGMENTS:
            words = tr("the workout is too long: it comes to more than {most} steps in all")
            raise refusal(words.format(most=f"{SEGMENTS:,}"), tr("repeat less often"))
    if not items:
        raise refusal(tr("the workout has no steps"), tr("choose another file"))
    name = plain(_of(root, "name"), lines=False)[:TEXT_CHARS]
    sport = plain(_of(root, "sporttype"), lines=False)[:40].casefold()
    about = plain(_of(root, "description"))[:TEXT_CHARS]
    return SheetRead(Sheet(name, tuple(items), about), reading.warnings(), sport)


def _of(node: Node, tag: str) -> str:
    return next((each.text for each in node.children if each.tag.casefold() == tag), "")


class _Reading:
    """One file's reading."""

    def __init__(self, root: Node, workout: Node) -> None:
        self._said: dict[str, None] = {}
        self._n_texts = self._n_ramps = 0
        blocks = [_lower(each) for each in workout.children]
        measure = _of(root, "durationtype").casefold()
        self._is_run = self._sport(_of(root, "sporttype").casefold(), measure, blocks, workout)
        self._is_metres = "distance" in measure or ("time" not in measure and self._is_run)
        if measure not in {"time", "distance"}:
            metres = tr("the file does not say what it counts: taken as metres, as Zwift does in a run")
            seconds = tr("the file does not say what it counts: taken as seconds, as Zwift does in a ride")
            self._say(metres if self._is_metres else seconds)

    def _sport(self, sport: str, measure: str, blocks: list[dict[str, str]], workout: Node) -> bool:
        if sport.startswith("run"):
            return True
        if not sport:
            offsets = (name for block in workout.children for each in block.children for name in _lower(each))
            is_run = measure == "distance" or any("pace" in block for block in blocks) or "distoffset" in offsets
            self._say(tr("the file names no sport: taken as a run") if is_run else "")
            if is_run:
                return True
            self._say(tr("the file names no sport: taken as a ride, as Zwift does"))
        self._say(tr("this is a workout for cycling: its powers are kept as words"))
        return False

    def warnings(self) -> tuple[str, ...]:
        if self._n_ramps:
            self._say(tr("a ramp from one pace to another is kept as a range ({n} of them)").format(n=self._n_ramps))
        if self._n_texts:
            words = tr("texts that Zwift shows on the way are kept in the notes of their steps ({n} of them)")
            self._say(words.format(n=self._n_texts))
        return tuple(self._said)[:FAULTS]

    def _say(self, words: str) -> None:
        if words:
            self._said[words] = None

    def block(self, node: Node) -> list[SheetItem]:
        tag, given = node.tag.casefold(), _lower(node)
        if tag == "intervalst":
            return self._intervals(node, given)
        kind = next((kind for kind in (_STEADY, _RAMPS, _FREE) if tag in kind), None)
        if kind is None:
            if tag in _TEXTS:
                self._say(tr("a text that belongs to no step was left out"))
            elif tag not in _PASSED_OVER:
                self._say(tr("a block <{tag}> is not known and was left out").format(tag=node.tag[:40]))
            return []
        ends = self._ends(given.get("duration"), is_open=tag in _FREE)
        if ends is None:
            return []
        notes = [tr("maximum effort")] if tag == "maxeffort" else []
        asks = self._asks(given, ("power", "powerlow", "powerhigh", "zone"), notes, is_ramp=tag in _RAMPS)
        step = self._step(given, ends, kind[tag], asks, notes)
        return [self._with_texts(step, self._texts(node))]

    def _intervals(self, node: Node, given: dict[str, str]) -> list[SheetItem]:
        times = number(given.get("repeat", "1"))
        if times is None or times < 1 or times > REPS or times.denominator != 1:
            self._say(tr("a repeat says no count that can be; it is done once"))
            times = Fraction(1)
        steps: list[SheetStep] = []
        for side, intensity in (("on", Intensity.WORK), ("off", Intensity.RECOVERY)):
            text = given.get(f"{side}duration")
            ends = None if text is None and side == "off" else self._ends(text)
            if ends is None:
                continue
            notes: list[str] = []
            names = (f"{side}power", f"power{side}low", f"power{side}high", f"power{side}zone")
            asks = self._asks(given, names, notes)
            bare = {name: value for name, value in given.items() if name not in {"intensity", "name"}}
            steps.append(self._step(bare, ends, intensity, asks, notes))
        if not steps:
            return []
        on_length = number(given.get("onduration", "0")) or Fraction(0)
        texts = self._texts(node)
        later = [each for each in texts if each[2] and each[0] >= on_length > 0] if len(steps) > 1 else []
        steps[0] = self._with_texts(steps[0], [each for each in texts if each not in later])
        if later:
            steps[1] = self._with_texts(steps[1], [(Fraction(0), *each[1:]) for each in later])
        return [SheetRepeat(int(times), tuple(steps))] if times > 1 else [*steps]

    def _step(
        self, given: dict[str, str], ends: Ends, intensity: Intensity, asks: Asks | None, notes: list[str]
    ) -> SheetStep:
        told = given.get("intensity", "").casefold()
        intensity = next((each for each, word in INTENSITIES.items() if word == told), intensity)
        incline, cadence = number(given.get("incline", "0")), number(given.get("cadence", "0"))
        if incline:
            notes.append(tr("incline {n} %").format(n=f"{float(incline):g}"))
        if cadence:
            notes.append(tr("cadence {n}").format(n=f"{float(cadence):g}"))
        name = plain(given.get("name", ""), lines=False)[:NOTE_CHARS]
        return SheetStep(ends, intensity, asks, name, JOIN.join(notes))

    def _ends(self, text: str | None, *, is_open: bool = False) -> Ends | None:
        if text is None and is_open:
            return UntilPress()
        given = number(text or "")
        length = None if given is None else length_of(given, is_metres=self._is_metres)
        if length is None:
            self._say(tr("a step of no length was left out"))
        return length

    def _asks(
        self, given: dict[str, str], names: tuple[str, str, str, str], notes: list[str], *, is_ramp: bool = False
    ) -> Asks | None:
        one, low, high, zone = (given.get(name, "") for name in names)
        ends = [number(each) for each in (low, high) if each] or [number(one)]
        shares = sorted(each for each in ends if each is not None and each > 0)
        if not shares:
            if zone:
                notes.append(tr("power zone {n}").format(n=plain(zone, lines=False)[:20]))
            return None
        slow, fast = 100 * shares[0], 100 * shares[-1]
        shown = f"{float(slow):g}" if slow == fast else f"{float(slow):g}-{float(fast):g}"
        self._n_ramps += is_ramp and slow != fast
        pace = given.get("pace", "").strip()
        race = RACES[int(pace)] if pace in {str(index) for index in range(len(RACES))} else None
        if not self._is_run:
            notes.append(tr("{n} % of threshold power").format(n=shown))
            return None
        if shares[-1] > MOST_POWER:
            notes.append(tr("power {n}").format(n=f"{float(shares[-1]):g}"))
            self._say(tr("a power that is no share of a race's speed is kept as words"))
            return None
        if race is None and pace:
            notes.append(tr("{n} % of a pace {name}").format(n=shown, name=plain(pace, lines=False)[:20]))
            self._say(tr("a race that Zwift's figure does not name is kept as words"))
            return None
        if race is None:
            self._say(tr("the file names no race for its paces: taken as shares of mile pace"))
        return RaceSpeed(race or Race.MILE, slow, fast)

    def _texts(self, node: Node) -> list[tuple[Fraction, str, str]]:
        """Return what is shown in a block: how far in, the words, and what of ours they are."""
        texts: list[tuple[Fraction, str, str]] = []
        for each in node.children:
            if each.tag.casefold() not in _TEXTS:
                continue
            given = _lower(each)
            words = next((given[name] for name in ("message", "mssage", "text", "msg") if given.get(name)), "")
            offset = number(given.get("distoffset", "") or given.get("timeoffset", "0"))
            shown = plain(words, lines=False)[:TEXT_CHARS]
            if shown:
                texts.append((offset or Fraction(0), shown, given.get("is", "")))
        return texts

    def _with_texts(self, step: SheetStep, texts: list[tuple[Fraction, str, str]]) -> SheetStep:
        name = next((words for _, words, what in texts if what == "name"), step.name)
        notes = [step.note] if step.note else []
        notes += [words for _, words, what in texts if what == "note"]
        for offset, words, what in texts:
            if not what:
                self._n_texts += 1
                notes.append(words if offset <= 0 else f"{self._shown(offset)}: {words}")
        note = JOIN.join(notes)
        if len(note) > NOTE_CHARS:
            self._say(tr("the texts of a step are cut to {n} letters").format(n=NOTE_CHARS))
            note = note[:NOTE_CHARS].strip()
        return replace(step, name=name[:NOTE_CHARS].strip(), note=note)

    def _shown(self, offset: Fraction) -> str:
        if self._is_metres:
            return tr("{n} m").format(n=f"{float(offset):g}")
        return duration_words(int(min(offset, Fraction(10**6)) * 1000))


def _lower(node: Node) -> dict[str, str]:
    return {name.casefold(): value for name, value in node.attributes.items()}
