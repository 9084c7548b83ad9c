"""A workout for Zwift, cut: one measure for the whole file, paces as shares of five races, pairs as repeats.

Rules of the file: it takes a sheet before or after it was cut to the abilities, and places are of the sheet it takes. A
Zwift workout counts all in metres or all in seconds; the measure is the one that needs the fewest guesses, and a
standing rest is never made a distance that nobody covers while something better is left.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

from app.core.athlete import Athlete
from app.core.bounds import DISTANCE_M, PLAN_MS, SEGMENTS
from app.core.describe import duration_words
from app.core.estimate import MOVEMENT_MS, OPEN_OTHER_MS, OPEN_RECOVERY_MS, SOFT_MS_PER_M, WORK_MS_PER_M
from app.core.pace import RACE_M, equivalent_time
from app.core.tongue import tr
from app.core.units import MILE_M, Millis, format_metres
from app.core.workout import Activity, ByDistance, Intensity, Pace, Race, RacePace, Unit
from app.interchange.sheet import (
    Asks,
    Ends,
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
from app.interchange.xml_text import plain, refusal
from app.interchange.zwo_steps import JOIN, NOTE_CHARS, RACES
from app.notation.writing import format_target

Place: TypeAlias = tuple[int, ...]

SOFT = (Intensity.RECOVERY, Intensity.REST)
FINE = 10_000
"""Parts of a percent that are written: a hundredth of a second in a marathon."""
_KNOWN, _GUESSED, _STOOD = 1, 3, 10
"""What it costs to turn a step into the other measure: at the pace it asks, at a guessed one, while standing."""


def cut(sheet: Sheet, athlete: Athlete) -> tuple[Sheet, tuple[Loss, ...]]:
    """Make a sheet what a Zwift workout can hold, and name what that costs; a sheet that was cut stays as it is.

    Raises:
        WorkoutError: it has no steps, or too many when its repeats are written out.
    """
    if not sheet.items:
        raise refusal(tr("the workout has no steps"), tr("write at least one"))
    cutting = _Cutting(athlete, is_metres=counts_metres(sheet.items, athlete))
    items = cutting.items(sheet.items, ())
    return Sheet(plain(sheet.name, lines=False), items, plain(sheet.about).strip()), tuple(cutting.losses)


def counts_metres(items: tuple[SheetItem, ...], athlete: Athlete) -> bool:
    """Whether the file counts metres; seconds otherwise. A sheet of one measure keeps it."""
    in_metres, in_seconds = _costs(items, athlete)
    return in_metres < in_seconds or (in_metres == in_seconds and _has_distance(items))


def _has_distance(items: tuple[SheetItem, ...]) -> bool:
    return any(
        _has_distance(item.items) if isinstance(item, SheetRepeat) else isinstance(item.ends, ForDistance)
        for item in items
    )


def _costs(items: tuple[SheetItem, ...], athlete: Athlete) -> tuple[int, int]:
    """Return what a file in metres would cost, and one in seconds."""
    in_metres = in_seconds = 0
    for item in items:
        if isinstance(item, SheetRepeat):
            inner = _costs(item.items, athlete)
            in_metres, in_seconds = in_metres + item.n * inner[0], in_seconds + item.n * inner[1]
            continue
        cost = _GUESSED if _asked_m_s(item.asks, athlete) is None else _KNOWN
        if isinstance(item.ends, ForDistance):
            in_seconds += cost
        elif item.intensity is Intensity.REST:
            in_metres += _STOOD
        elif isinstance(item.ends, ForTime):
            in_metres += cost  # of a press there is a guess in either measure
    return in_metres, in_seconds


def _race_m_s(race: Race, athlete: Athlete) -> Fraction | None:
    race_m = RACE_M.get(race)
    if athlete.mile_s is None or race_m is None:
        return None
    time_s = equivalent_time(athlete.mile_s, MILE_M, race_m)
    return None if time_s is None else race_m / time_s


def _asked_m_s(asks: Asks | None, athlete: Athlete) -> Fraction | None:
    match asks:
        case RaceSpeed(race, slow, fast):
            speed = _race_m_s(race, athlete)
            return None if speed is None else speed * (slow + fast) / 200
        case Speed(slow, fast):
            return (slow + fast) / 2
        case _:
            return None


class _Cutting:
    """One sheet's cutting."""

    def __init__(self, athlete: Athlete, *, is_metres: bool) -> None:
        self.losses: list[Loss] = []
        self._athlete, self._is_metres = athlete, is_metres
        self._n = 0

    def items(self, items: tuple[SheetItem, ...], place: Place) -> tuple[SheetItem, ...]:
        made: list[SheetItem] = []
        for index, item in enumerate(items):
            here = (*place, index)
            if isinstance(item, SheetRepeat):
                made += self._repeat(item, here)
            else:
                self._count(1)
                made.append(self._step(item, here))
        return tuple(made)

    def _count(self, n: int) -> None:
        self._n += n
        if self._n > SEGMENTS:
            words = tr("the workout is too long: it comes to more than {most} steps in all")
            raise refusal(words.format(most=f"{SEGMENTS:,}"), tr("repeat less often"))

    def _repeat(self, repeat: SheetRepeat, place: Place) -> tuple[SheetItem, ...]:
        before = self._n
        inner = self.items(repeat.items, place)
        if repeat.n == 1 or not inner:
            return inner
        if is_pair(inner):
            return (SheetRepeat(repeat.n, inner),)
        self._count((self._n - before) * (repeat.n - 1))
        words = tr("each rep is written by itself: Zwift repeats only a run and its recovery at two paces of one race")
        self.losses.append(Loss(words, place))
        return inner * repeat.n

    def _step(self, step: SheetStep, place: Place) -> SheetStep:
        ends = self._ends(step, place)
        asks, said = self._asks(step.asks, place)
        reps = f"{step.ends.n} reps" if isinstance(step.ends, ForReps) else ""
        note = plain(JOIN.join(each for each in (reps, said, step.note) if each), lines=False)
        name = plain(step.name, lines=False)
        for each in (name, note):
            if len(each) > NOTE_CHARS:
                self.losses.append(Loss(tr("the words of a step are cut to {n} letters").format(n=NOTE_CHARS), place))
        name, note = name[:NOTE_CHARS].strip(), note[:NOTE_CHARS].strip()
        intensity = Intensity.WORK if step.intensity is Intensity.LEAD_IN else step.intensity
        return replace(step, ends=ends, asks=asks, name=name, note=note, intensity=intensity, activity=Activity.RUN)

    def _ends(self, step: SheetStep, place: Place) -> Ends:
        asked = _asked_m_s(step.asks, self._athlete)
        soft = step.intensity is not Intensity.WORK
        m_s = asked or Fraction(1000, SOFT_MS_PER_M if soft else WORK_MS_PER_M)
        ends: ForTime | ForDistance
        old = ""
        match step.ends:
            case UntilPress(about_ms):
                guess = OPEN_RECOVERY_MS if step.intensity in SOFT else OPEN_OTHER_MS
                ends = self._length(about_ms or guess, m_s)
                words = tr("the lap button ends no step in Zwift; {length} is written in its place")
            case ForReps(n):
                ends = self._length(n * MOVEMENT_MS, m_s)
                old, words = str(n), tr("{old} movements are written as words, and as {length}: Zwift counts none")
            case ForTime(ms) if self._is_metres:
                ends = self._length(ms, m_s)
                old, words = duration_words(ms), _turned(is_asked=asked is not None)
            case ForDistance(m) if not self._is_metres:
                ends = self._length(round(1000 * m / m_s), m_s)
                old, words = tr("{n} m").format(n=format_metres(m)), _turned(is_asked=asked is not None)
            case _:
                return step.ends
        shown = duration_words(ends.ms) if isinstance(ends, ForTime) else tr("{n} m").format(n=format_metres(ends.m))
        self.losses.append(Loss(words.format(old=old, length=shown), place))
        return ends

    def _length(self, ms: Millis, m_s: Fraction) -> ForTime | ForDistance:
        if self._is_metres:
            return ForDistance(Fraction(min(max(1, round(ms * m_s / 1000)), DISTANCE_M)))
        return ForTime(min(1000 * max(1, round(ms / 1000)), PLAN_MS - 1000))

    def _asks(self, asks: Asks | None, place: Place) -> tuple[Asks | None, str]:
        """Return what is asked as Zwift can ask it, and what is kept as words."""
        match asks:
            case RaceSpeed(race, slow, fast) if race in RACES:
                return RaceSpeed(race, _fine(slow), _fine(fast)), ""
            case RaceSpeed(race, slow, fast):
                own, mile = _race_m_s(race, self._athlete), _race_m_s(Race.MILE, self._athlete)
                share = Fraction(1) if race is Race.GOAL else None if own is None or mile is None else own / mile
                named = format_target(RacePace(race)).removeprefix("@ ")
                if share is None:
                    self.losses.append(Loss(tr("{pace} is written as words").format(pace=named), place))
                    return None, named if slow == fast == 100 else f"{_range(slow, fast)} % {named}"
                made = RaceSpeed(Race.MILE, _fine(slow * share), _fine(fast * share))
                words = tr("{pace} is written as {n} % of mile pace")
            case Speed(slow_m_s, fast_m_s):
                mile = _race_m_s(Race.MILE, self._athlete)
                paces = [Fraction(round(10_000 / each), 10) for each in (fast_m_s, slow_m_s)]
                most_s = paces[1] if paces[1] != paces[0] else None
                named = format_target(Pace(paces[0], ByDistance(Fraction(1), Unit.KM), most_s)).removeprefix("@ ")
                if mile is None:
                    self.losses.append(Loss(tr("{pace} is written as words").format(pace=named), place))
                    return None, named
                made = RaceSpeed(Race.MILE, _fine(100 * slow_m_s / mile), _fine(100 * fast_m_s / mile))
                words = tr("{pace} is written as {n} % of mile pace")
            case HeartShare() | None:
                return asks, ""
        shown = _range(made.slow_pct, made.fast_pct)
        if shown == "100":
            words = tr("{pace} is written as mile pace")
        self.losses.append(Loss(words.format(pace=named, n=shown), place))
        return made, ""


def is_pair(items: tuple[SheetItem, ...]) -> bool:
    """Whether these are a run and its recovery, each at one pace of one race, as Zwift repeats them."""
    match items:
        case (
            SheetStep(intensity=Intensity.WORK, asks=RaceSpeed(race, slow, fast)),
            SheetStep(intensity=Intensity.RECOVERY, asks=RaceSpeed(other, soft, softest)),
        ):
            return race is other and slow == fast and soft == softest
        case _:
            return False


def _turned(*, is_asked: bool) -> str:
    if is_asked:
        return tr("{old} is written as {length}, at the pace asked: a Zwift workout counts in one measure")
    return tr("{old} is written as {length}, at a guessed pace: a Zwift workout counts in one measure")


def _fine(pct: Fraction) -> Fraction:
    return Fraction(max(1, round(pct * FINE)), FINE)


def _range(slow: Fraction, fast: Fraction) -> str:
    low, high = f"{float(slow):.4g}", f"{float(fast):.4g}"
    return low if low == high else f"{low}-{high}"
