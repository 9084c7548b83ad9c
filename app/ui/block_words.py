"""The blocks of a reading as they are shown: what stands in a row, and which figures of it can be stepped. Pure; no Qt.

Rules of the file: a row is made when it is to be seen, for a pasted season has three thousand. What is asked stands in
seconds for this athlete where the plan knows it; the rest in the words of `app.core.describe`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from app.core.describe import duration_words, length_words, range_words, step_words, target_time_words, target_words
from app.core.manner import manner
from app.core.plan import Plan, Segment
from app.core.tongue import tr
from app.core.units import MILE_M, format_lap, format_signed, format_time
from app.core.workout import (
    Activity,
    Count,
    Effort,
    Equal,
    Feel,
    HeartRate,
    Intensity,
    Item,
    Open,
    RacePace,
    Repeat,
    Rpe,
    SendOff,
    Step,
)
from app.notation.places import Place
from app.notation.reading import Reading
from app.notation.rearranging import places
from app.notation.sharing import is_set, is_soft
from app.notation.stepping import Figure, can_step

MOST_EQUAL = 300
"""Steps of a plan among which an equal one is looked for."""
_FELT = (Effort, HeartRate, Rpe, Feel)


@dataclass(frozen=True, slots=True)
class Block:
    """One row: a step, a repeat with its recovery, or the head of a set whose steps stand in the rows below."""

    place: Place
    item: Item
    start: int
    """Of its first character in the text."""
    end: int

    @property
    def depth(self) -> int:
        """How many sets it stands in."""
        return len(self.place) - 1

    @property
    def is_set(self) -> bool:
        """Whether its steps have rows of their own."""
        return isinstance(self.item, Repeat) and is_set(self.item)


@dataclass(frozen=True, slots=True)
class Dial:
    """A figure of a row."""

    name: str
    place: Place
    """Of the repeat, step or recovery whose figure it is."""
    figure: Figure
    words: str
    turns: bool
    """Whether it can be stepped; what cannot stands among the others as a word."""
    is_told: bool = False
    """Whether the head leaves it out."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a row says."""

    head: str
    """`8 × 400 m`."""
    asked: str
    """`80.0 s · 5:22/mi`, `by effort`; empty where nothing is asked."""
    dials: tuple[Dial, ...]
    tone: str
    brief: str = ""
    """What is asked where there is little room: the time alone."""
    otherwise: str = ""
    """Said where there is nothing else: `no pace asked`, `ended by hand`."""

    @property
    def quiet(self) -> str:
        """What else there is to say, under the head: `mile pace · 200 m jog`."""
        return " · ".join(dial.words for dial in self.dials if dial.is_told) or self.otherwise

    @property
    def live(self) -> tuple[tuple[int, Dial], ...]:
        """The dials that are shown, each with its number; a word that the head says already is none of them."""
        return tuple((n, dial) for n, dial in enumerate(self.dials) if dial.turns or dial.is_told)


def blocks_of(reading: Reading) -> tuple[Block, ...]:
    """Return the rows of a reading, each set before what stands in it."""
    spans = {span.place: span for span in reading.spans}
    found: list[Block] = []
    closed: Place = ()
    for place, item in places(reading.steps):
        if closed and place[: len(closed)] == closed:
            continue
        span = spans[place]
        block = Block(place, item, span.start, span.end)
        closed = () if block.is_set else place
        if len(place) == 1 or not _is_recovery(place, found):
            found.append(block)
    return tuple(found)


def _is_recovery(place: Place, before: list[Block]) -> bool:
    around = next(block for block in reversed(before) if block.place == place[:-1])
    assert isinstance(around.item, Repeat)
    return place[-1] == len(around.item.steps)


class Targets:
    """What a plan asks of each step, looked up when a row is made."""

    def __init__(self, plan: Plan | None = None) -> None:
        self._by_id: dict[int, Segment] = {}
        for segment in () if plan is None else plan.segments:
            self._by_id.setdefault(id(segment.step), segment)
        self.plan = plan  # which keeps the steps, and with them their ids

    def of(self, step: Step) -> Segment | None:
        """Return a segment of a step; of an equal one where a text was read anew and the plan is not there yet."""
        found = self._by_id.get(id(step))
        if found is not None and found.step is step:
            return found
        if len(self._by_id) > MOST_EQUAL:
            return None
        return next((segment for segment in self._by_id.values() if segment.step == step), None)


def shown_of(block: Block, targets: Targets) -> Shown:
    """Write a row."""
    item, place = block.item, block.place
    dials: list[Dial] = []
    step = _sole(item)
    at = (*place, 0) if isinstance(item, Repeat) else place
    if isinstance(item, Repeat):
        dials.append(_dial(tr("reps"), place, item, Figure.REPS, count_words(item.reps)))
    if step is not None:
        dials.append(_dial(tr("length"), at, step, Figure.LENGTH, step_words(replace(step, target=None))))
        if step.target is not None:
            dials.append(_dial(tr("target"), at, step, Figure.TARGET, _asked_words(step), is_told=True))
    if isinstance(item, Repeat) and item.recovery is not None:
        rest = item.recovery
        words = recovery_words(rest)
        words = words if step is not None else tr("{recovery} between").format(recovery=words)
        dials.append(_dial(tr("recovery"), (*place, len(item.steps)), rest, Figure.LENGTH, words, is_told=True))
    asked, brief = _seconds(step, targets)
    return Shown(_head(item, step), asked, tuple(dials), _tone(item, step), brief, _otherwise(item, step))


def said_of(shown: Shown, number: int, most: int) -> str:
    """Write a row as it is read aloud."""
    words = [shown.head, shown.asked, shown.quiet, tr("block {number} of {most}").format(number=number, most=most)]
    return ", ".join(word for word in words if word)


def count_words(count: Count) -> str:
    """Write how often: `8`, `8–10`."""
    return range_words(str(count.low), str(count.high) if count.is_range else None)


def recovery_words(rest: Step) -> str:
    """Write what stands between reps: `200 m jog`, `equal jog`, `on 4 min`."""
    match rest.length:
        case SendOff(ms):
            return tr("on {time}", "a send-off").format(time=duration_words(ms))
        case Equal():
            return tr("equal {recovery}").format(recovery=step_words(replace(rest, length=Open())))
        case _:
            return step_words(rest)


def _sole(item: Item) -> Step | None:
    """Return the step that a row is about; none for a set."""
    if isinstance(item, Step):
        return item
    only = item.steps[0] if len(item.steps) == 1 else None
    return only if isinstance(only, Step) else None


def _dial(name: str, place: Place, item: Item, figure: Figure, words: str, *, is_told: bool = False) -> Dial:
    return Dial(name, place, figure, words, can_step(item, figure), is_told)


def _head(item: Item, step: Step | None) -> str:
    what = "" if step is None else step_words(replace(step, target=None))
    if not isinstance(item, Repeat):
        return what
    if step is None:
        return tr("{n} sets").format(n=count_words(item.reps)) if item.reps.high > 1 else tr("1 set")
    return what if item.reps.high == 1 else tr("{n} × {step}").format(n=count_words(item.reps), step=what)


def _asked_words(step: Step) -> str:
    target = step.target
    if not isinstance(target, RacePace) or not target.shift_s:
        return target_words(target)
    plain = target_words(replace(target, shift_s=Fraction(0)))
    places = 0 if target.shift_s.denominator == 1 else 1
    shift = format_signed(target.shift_s, places)
    distance = length_words(target.shift_per).removeprefix("1 ")
    return tr("{pace} {shift} s/{distance}").format(pace=plain, shift=shift, distance=distance)


def _otherwise(item: Item, step: Step | None) -> str:
    """Say something where neither a target nor a recovery is told."""
    if step is None:
        return tr("no rest between")
    if isinstance(step.length, Open):
        return tr("ended by hand")
    if is_soft(step) and not isinstance(item, Repeat):
        return tr("recovery", "a step of its own")
    return tr("easy", "a warm-up") if step.intensity is not Intensity.WORK else tr("no pace asked")


def _seconds(step: Step | None, targets: Targets) -> tuple[str, str]:
    """Write what is asked in seconds for this athlete, and the same where there is little room."""
    if step is None or step.target is None:
        return "", ""
    if isinstance(step.target, _FELT):
        return tr("by effort"), tr("by effort")
    segment = targets.of(step)
    if segment is None or segment.pace_s_per_m is None:
        return "", ""
    pace = _pace(segment)
    if segment.distance_m is None:
        return pace, pace
    time = target_time_words(segment, format_lap)
    time = time if ":" in time else tr("{n} s").format(n=time)
    return f"{time} · {pace}", time


def _pace(segment: Segment) -> str:
    assert segment.pace_s_per_m is not None
    metres, words = (MILE_M, tr("{time}/mi")) if manner().miles else (Fraction(1000), tr("{time}/km"))
    ends = [segment.pace_s_per_m] + ([] if segment.slowest_s_per_m is None else [segment.slowest_s_per_m])
    times = [format_time(end * metres, 0) for end in ends]
    return words.format(time=range_words(times[0], times[1] if len(times) > 1 else None))


def _tone(item: Item, step: Step | None) -> str:
    """Return the colour of a row, as `app.ui.phases` has them; a set has that of what stands in it."""
    if step is None:
        return "work"
    if step.intensity in (Intensity.WARMUP, Intensity.COOLDOWN) or step.activity is Activity.EASY:
        return "warm"
    return "recovery" if is_soft(step) and not isinstance(item, Repeat) else "work"
