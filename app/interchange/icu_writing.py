"""intervals.icu's workout text: what cannot be said in it is cut, the rest is written.

Rules of the file: metres are always `mtr`, paces are whole seconds for a mile or a kilometre, words that would be read
as a length or a target are mended, and what is written reads back as the same sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from app.core.athlete import Athlete
from app.core.tongue import tr
from app.core.units import MILE_M, Metres, Millis, format_metres, round_half_up
from app.core.workout import Intensity
from app.interchange.icu_heads import bare, phase_of, says_nothing
from app.interchange.icu_words import line, mended, prompt
from app.interchange.sheet import (
    Abilities,
    Asks,
    ForDistance,
    ForReps,
    ForTime,
    HeartShare,
    Loss,
    RaceSpeed,
    Sheet,
    SheetItem,
    SheetRepeat,
    SheetStep,
    Speed,
    UntilPress,
)

ABILITIES = Abilities(
    name="an intervals.icu workout",
    time_ms=1000,
    distance_m=Fraction(1, 1000),
    nesting=1,
    speed_m_s=Fraction(1, 10**9),
    has_heart=True,
    heart_pct=Fraction(1),
)
PLACEHOLDER_MS = 5 * 60 * 1000
"""Length of a step by the lap button of which nothing is known; the format wants one. Three to five minutes are usual
for a full recovery."""
_SNAP_S = Fraction(5, 1000)
"""A pace this near to a whole second is that second: nobody sees the difference, which a cut before may have made."""
_SLOWEST_M_S, _FASTEST_M_S = Fraction(1, 30), Fraction(100)
"""What is slower than a kilometre in 500 minutes, or a mile in 800, is no pace."""
_PER = ((MILE_M, "mi"), (Fraction(1000), "km"))
_INTENSITIES = {
    Intensity.WORK: "active", Intensity.REST: "rest", Intensity.RECOVERY: "recovery",
    Intensity.WARMUP: "warmup", Intensity.COOLDOWN: "cooldown", Intensity.LEAD_IN: "other",
}  # fmt: skip
_HEADS = {Intensity.WARMUP: "Warmup", Intensity.COOLDOWN: "Cooldown"}


# Cut ------------------------------------------------------------------------------------------------------------------


def cut(sheet: Sheet, _athlete: Athlete) -> tuple[Sheet, tuple[Loss, ...]]:
    """Cut what the abilities have no word for: paces to whole seconds, words that would be read as figures.

    Returns:
        What can be written, and what that costs, one sentence each.
    """
    losses: dict[Loss, None] = {}
    about = "\n".join(filter(None, map(line, sheet.about.splitlines())))
    name = line(sheet.name)
    if not name and about:
        name = tr("Workout")
    elif name and (phase_of(bare(name)) is not None or says_nothing(bare(name))):
        name = tr("{name} workout").format(name=name)
    _tell(losses, sheet.name, name, ())
    if " ".join(about.split()) != " ".join(sheet.about.split()):
        losses[Loss(tr("characters of the text about it that mean something else there are changed"))] = None
    items = tuple(_cut(item, losses, (index,)) for index, item in enumerate(sheet.items))
    return Sheet(name, items, about), tuple(losses)


def _tell(losses: dict[Loss, None], was: str, now: str, place: tuple[int, ...]) -> None:
    if " ".join(was.split()) != now:
        words = tr("the name {name} is written {mended}, so that it is not read as a figure")
        losses[Loss(words.format(name=repr(was), mended=repr(now)), place)] = None


def _cut(item: SheetItem, losses: dict[Loss, None], place: tuple[int, ...]) -> SheetItem:
    if isinstance(item, SheetRepeat):
        inner = (_cut(inner, losses, (*place, index)) for index, inner in enumerate(item.items))
        return replace(item, items=tuple(inner))
    name, note = mended(item.name, item.note)
    _tell(losses, item.name, name, place)
    if "".join(item.note.split()) != "".join(note.split()):
        _tell(losses, item.note, note, place)
    ends = item.ends
    if isinstance(ends, ForReps):
        ends = UntilPress()
    if isinstance(ends, UntilPress):
        about_ms = int(round_half_up(Fraction(ends.about_ms, 1000), 0)) * 1000 or PLACEHOLDER_MS
        if ends.about_ms < 1000:
            words = tr(
                "a step that ends by the lap button also ends by itself after {time}, a length that it must have"
            )
            losses[Loss(words.format(time=_time(about_ms)), place)] = None
        ends = UntilPress(about_ms)
    asks, lost = _cut_asks(item.asks)
    if lost:
        losses[Loss(lost, place)] = None
    return replace(item, ends=ends, asks=asks, name=name, note=note)


def _cut_asks(asks: Asks | None) -> tuple[Asks | None, str]:
    """Return what can be asked, and what that costs."""
    match asks:
        case Speed():
            return _cut_speed(asks)
        case HeartShare(low, high):
            whole = HeartShare(Fraction(round_half_up(low, 0)), Fraction(round_half_up(high, 0)))
            return whole, "" if whole == asks else tr("shares of the heart rate are written in whole percent")
        case _:
            return None, ""


def _cut_speed(asks: Speed) -> tuple[Speed | None, str]:
    """Return the speeds as whole seconds for a mile or a kilometre, whichever is nearer."""
    if not _SLOWEST_M_S <= asks.slow_m_s <= asks.fast_m_s <= _FASTEST_M_S:
        return None, tr("a pace that nobody can run is left out")
    ways = []
    for per_m, unit in _PER:
        exact = [per_m / asks.slow_m_s, per_m / asks.fast_m_s]
        whole = [Fraction(max(int(round_half_up(s, 0)), 1)) for s in exact]
        off_s = max(abs(s - w) for s, w in zip(exact, whole, strict=True))
        ways.append((Fraction(0) if off_s < _SNAP_S else off_s / per_m, per_m, unit, exact, whole))
    off, per_m, unit, exact, whole = min(ways, key=lambda way: way[0])
    speed = Speed(per_m / whole[0], per_m / whole[1])
    words = tr("a pace of {was} is written {now}, in whole seconds")
    said = words.format(was=f"{_clocks(exact, 2)}/{unit}", now=f"{_clocks(whole, 0)}/{unit}")
    return speed, said if off else ""


# Write ----------------------------------------------------------------------------------------------------------------


def write(sheet: Sheet, athlete: Athlete) -> bytes:
    """Write a sheet; one that was not cut is cut first."""
    sheet, _ = cut(sheet, athlete)
    blocks = ["\n".join(line for line in (sheet.name, sheet.about) if line)]
    plain: list[SheetStep] = []
    for item in sheet.items:
        if isinstance(item, SheetStep):
            plain.append(item)
            continue
        blocks += _blocks(plain)
        plain = []
        blocks.append("\n".join([f"{item.n}x", *(_step(step) for step in _flat(item.items))]))
    blocks += _blocks(plain)
    return ("\n\n".join(block for block in blocks if block) + "\n").encode()


def _flat(items: Sequence[SheetItem]) -> Iterator[SheetStep]:
    """Yield the steps one after another: a repeat within a repeat was cut before."""
    for item in items:
        if isinstance(item, SheetStep):
            yield item
        else:
            for _ in range(item.n):
                yield from _flat(item.items)


def _blocks(steps: Sequence[SheetStep]) -> list[str]:
    """Return steps in blocks, a warm-up and a cool-down under their headings."""
    blocks: list[str] = []
    last = None
    for step in steps:
        head = _HEADS.get(step.intensity, "")
        if last is None or head != last:
            blocks.append(head)
        last = head
        blocks[-1] = "\n".join(part for part in (blocks[-1], _step(step)) if part)
    return blocks


def _step(step: SheetStep) -> str:
    words = ["-", prompt(step.name, step.note)]
    match step.ends:
        case UntilPress(about_ms):
            words += ["press lap", _time(about_ms)]
        case ForTime(ms):
            words.append(_time(ms))
        case ForDistance(m):
            words.append(_distance(m))
        case ForReps():
            words += ["press lap", _time(PLACEHOLDER_MS)]
    words += [_asks(step.asks), f"intensity={_INTENSITIES[step.intensity]}"]
    return " ".join(word for word in words if word)


def _time(ms: Millis) -> str:
    """Write a time: `1h2m30s`, `10m`, `30s`."""
    minutes, seconds = divmod(int(round_half_up(Fraction(ms, 1000), 0)), 60)
    hours, minutes = divmod(minutes, 60)
    parts = (f"{hours}h" * (hours > 0), f"{minutes}m" * (minutes > 0), f"{seconds}s" * (seconds > 0))
    return "".join(parts) or "1s"


def _distance(m: Metres) -> str:
    """Write a distance; never `m`, which is minutes."""
    for per_m, unit in _PER:
        if m % per_m == 0:
            return f"{m // per_m}{unit}"
    return f"{format_metres(m)}mtr"


def _asks(asks: Asks | None) -> str:
    match asks:
        case HeartShare(low, high):
            return f"{low}% HR" if low == high else f"{low}-{high}% HR"
        case Speed(slow, fast):
            per_m, unit = next(per for per in _PER if (per[0] / slow).denominator == (per[0] / fast).denominator == 1)
            return f"{_clocks([per_m / slow, per_m / fast], 0)}/{unit} Pace"
        case RaceSpeed() | None:
            return ""


def _clocks(ends: list[Fraction], places: int) -> str:
    """Write seconds as `5:05-4:55`, minutes and never hours; one figure where both are the same."""
    shown = []
    for each in ends:
        minutes, seconds = divmod(round_half_up(each, places), 60)
        shown.append(f"{minutes}:{seconds:0{places + 3 if places else 2}.{places}f}")
    return shown[0] if shown[0] == shown[1] else "-".join(shown)
