"""Zwift workouts, .zwo: in for a run or a ride, out for a run.

Rules of the file: a step that asks no pace is a FreeRide, which leaves the speed to the runner; a range of paces is a
SteadyState at its middle that says both ends. What Zwift has no word for (which step is the recovery, a step's name)
stands in attributes of ours, which it passes over.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from app.core.athlete import Athlete
from app.core.tongue import tr
from app.core.workout import Intensity
from app.interchange.format import Format, Held
from app.interchange.sheet import Abilities, ForDistance, ForTime, RaceSpeed, Sheet, SheetItem, SheetRepeat, SheetStep
from app.interchange.xml_door import Node, begins, tree
from app.interchange.xml_out import bytes_of, node
from app.interchange.xml_text import refusal
from app.interchange.zwo_cut import FINE, cut
from app.interchange.zwo_steps import INTENSITIES, NOTE_CHARS, RACES, read_sheet

ROOT = "workout_file"
SPACE = "urn:bell-lap:zwo"
_RAMPS = {Intensity.WARMUP: "Warmup", Intensity.COOLDOWN: "Cooldown"}


def read(data: bytes) -> tuple[Held, ...]:
    """Read a workout; slips of a hand in its XML are mended.

    Raises:
        WorkoutError: it is no Zwift workout, or not whole.
    """
    root, said = tree(data, "ZWO")
    if root.tag.casefold() != ROOT:
        words = tr("this is no {kind} file: it begins with <{tag}>").format(kind="ZWO", tag=root.tag[:40])
        raise refusal(words, tr("choose another file"))
    held = read_sheet(root)
    return (replace(held, warnings=said + held.warnings),)


def write(sheet: Sheet, athlete: Athlete) -> bytes:
    """Write a workout for a run.

    Raises:
        WorkoutError: it has no steps, or too many when its repeats are written out.
    """
    whole, _ = cut(sheet, athlete)
    blocks = [_block(item) for item in whole.items]
    parts = [node("author", "Bell Lap"), node("name", whole.name), node("description", whole.about)]
    parts += [node("sportType", "run"), node("durationType", "distance" if _is_metres(whole.items) else "time")]
    return bytes_of(node(ROOT, [*parts, node("workout", blocks)], xmlns__bell=SPACE))


def _is_metres(items: tuple[SheetItem, ...]) -> bool:
    first = items[0]
    return _is_metres(first.items) if isinstance(first, SheetRepeat) else isinstance(first.ends, ForDistance)


def _block(item: SheetItem) -> Node:
    if isinstance(item, SheetRepeat):
        return _intervals(item)
    texts = _texts(item, 0)
    intensity, told = item.intensity, {"bell__intensity": INTENSITIES[item.intensity]}
    if not isinstance(item.asks, RaceSpeed):
        return node("FreeRide", texts, Duration=_length(item), **({} if intensity is Intensity.WORK else told))
    slow, fast = _power(item.asks.slow_pct), _power(item.asks.fast_pct)
    pace = str(RACES.index(item.asks.race))
    if slow == fast and intensity in _RAMPS:
        tag = _RAMPS[intensity]
        return node(tag, texts, Duration=_length(item), PowerLow=slow, PowerHigh=fast, pace=pace)
    told = {} if intensity is Intensity.WORK else told
    ends = {} if slow == fast else {"PowerLow": slow, "PowerHigh": fast}
    middle = _power((item.asks.slow_pct + item.asks.fast_pct) / 2)
    return node("SteadyState", texts, Duration=_length(item), Power=middle, pace=pace, **ends, **told)


def _intervals(repeat: SheetRepeat) -> Node:
    on, off = repeat.items
    assert isinstance(on, SheetStep)
    assert isinstance(off, SheetStep)
    assert isinstance(on.asks, RaceSpeed)
    assert isinstance(off.asks, RaceSpeed)
    return node(
        "IntervalsT",
        _texts(on, 0) + _texts(off, int(_length(on))),
        Repeat=str(repeat.n),
        OnDuration=_length(on),
        OffDuration=_length(off),
        OnPower=_power(on.asks.slow_pct),
        OffPower=_power(off.asks.slow_pct),
        pace=str(RACES.index(on.asks.race)),
    )


def _texts(step: SheetStep, begin: int) -> list[Node]:
    """Return what Zwift shows as a step begins: its name and, if it is long enough, a little later its note."""
    offset = "distoffset" if isinstance(step.ends, ForDistance) else "timeoffset"
    shown = [(what, words) for what, words in (("name", step.name), ("note", step.note)) if words]
    later = min(int(_length(step)) // 2, 20)
    return [
        node("textevent", **{offset: str(begin + index * later)}, message=words, bell__is=what)
        for index, (what, words) in enumerate(shown)
    ]


def _length(step: SheetStep) -> str:
    match step.ends:
        case ForTime(ms):
            return str(max(1, round(ms / 1000)))
        case ForDistance(m):
            return str(max(1, round(m)))
        case _:
            raise AssertionError(step.ends)  # `cut` leaves no other


def _power(pct: Fraction) -> str:
    return f"{round(pct * FINE) / (100 * FINE):.6f}"


ABILITIES = Abilities(
    "a Zwift workout",
    time_ms=1000,
    distance_m=Fraction(1),
    nesting=1,
    has_reps=True,
    has_race=True,
    name_chars=NOTE_CHARS,
)
"""Presses, movements and speeds are turned into what Zwift knows by `cut`, which sees the whole file."""

FORMAT = Format("zwo", "Zwift", ".zwo", lambda head: begins(head, ROOT), read, ABILITIES, write, cut)
