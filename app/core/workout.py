"""The workout: what was written, as frozen values.

Rules of the file: it says what the coach asked, never what that comes to. Times of marks, the number of
segments, where a recovery falls away: all that is the plan's (`plan.py`). Read from text by `notation`, from
files by `library`; both end in the same values.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

from app.core.units import MILE_M, YARD_M, Metres, Millis


class Intensity(Enum):
    """How hard a step or segment is meant (the FIT words, and the lead-in of ours)."""

    WARMUP = "warm-up"
    WORK = "work"
    RECOVERY = "recovery"
    """Between reps, moving."""
    REST = "rest"
    """Between reps, standing."""
    COOLDOWN = "cool-down"
    LEAD_IN = "lead-in"
    """The count before a rep; only plans have it, no coach writes it."""


class Activity(Enum):
    """What the body does in a step."""

    RUN = "run"
    STRIDES = "strides"
    SPRINT = "sprint"
    HILL = "hill"
    DRILL = "drill"
    STRENGTH = "strength"
    EASY = "easy"
    """An easy run: warm-up before the first work, cool-down after the last, work where it stands alone."""
    JOG = "jog"
    WALK = "walk"
    FLOAT = "float"
    """A recovery run nearly as fast as the rep."""
    STAND = "rest"
    ANY = "recovery"
    """A recovery whose manner is not said."""


class Purpose(Enum):
    """What a workout is for."""

    SPEED = "speed"
    SPEED_ENDURANCE = "speed-endurance"
    BASE = "base"
    STRENGTH = "strength"
    POWER = "power"
    DRILLS = "drills"
    TIME_TRIAL = "time-trial"
    MIXED = "mixed"


class Unit(Enum):
    """The unit a distance was written in; kept, so that it is written back as it came."""

    M = "m"
    KM = "km"
    MI = "mi"
    YD = "yd"
    LAP = "lap"


_METRES = {Unit.M: Fraction(1), Unit.KM: Fraction(1000), Unit.MI: MILE_M, Unit.YD: YARD_M}


# What ends a step --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ByTime:
    """Ends after a time; a range keeps both ends and runs to the lower one."""

    ms: Millis
    most_ms: Millis | None = None


@dataclass(frozen=True, slots=True)
class ByDistance:
    """Ends after a distance; a range keeps both ends and runs to the lower one."""

    amount: Fraction
    unit: Unit = Unit.M
    most: Fraction | None = None

    def metres(self, lap_m: Metres) -> Metres:
        """Return the length in metres, a lap being `lap_m` long."""
        return self.amount * (lap_m if self.unit is Unit.LAP else _METRES[self.unit])


@dataclass(frozen=True, slots=True)
class ByReps:
    """Ends by hand after a count of movements: `5 squats`. A range keeps both ends."""

    n: int
    most: int | None = None


class OpenWhy(Enum):
    """Why a step is open, where the coach said so."""

    UNSAID = ""
    FULL = "full recovery"
    WALK_BACK = "walk back"
    JOG_BACK = "jog back"


@dataclass(frozen=True, slots=True)
class Open:
    """Ends by hand: full recovery, a warm-up of no stated length."""

    why: OpenWhy = OpenWhy.UNSAID


class Measure(Enum):
    """What an equal recovery is equal in."""

    SAME = "as the rep"
    """Distance after a rep by distance, time after a rep by time."""
    TIME = "time"
    DISTANCE = "distance"


@dataclass(frozen=True, slots=True)
class Equal:
    """A recovery as long as the rep before it."""

    measure: Measure = Measure.SAME


@dataclass(frozen=True, slots=True)
class Ratio:
    """A recovery that is a part of the rep's time: 2:1 run to recovery is `Ratio(2, 1)`."""

    work: int
    recovery: int


@dataclass(frozen=True, slots=True)
class SendOff:
    """A recovery that fills up a clock: `on 4:00`, rep and recovery together take this long."""

    ms: Millis


Length: TypeAlias = ByTime | ByDistance | ByReps | Open | Equal | Ratio | SendOff


# What a step asks --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Effort:
    """A share of one's best effort, in percent; both ends of a range, equal where one is given.

    Source: no agreed meaning exists (`90 %` is RPE 9 to some, 7 of 10 to others), so it is shown as written
    and never turned into a pace.
    """

    low_pct: Fraction
    high_pct: Fraction


@dataclass(frozen=True, slots=True)
class HeartRate:
    """A share of maximum heart rate, in percent; both ends."""

    low_pct: Fraction
    high_pct: Fraction


@dataclass(frozen=True, slots=True)
class Rpe:
    """Rating of perceived exertion, 1 to 10; both ends."""

    low: Fraction
    high: Fraction


class Race(Enum):
    """A race whose pace is asked."""

    GOAL = "goal mile"
    MILE = "mile"
    M200 = "200"
    M400 = "400"
    M800 = "800"
    M1500 = "1500"
    M1600 = "1600"
    K3 = "3k"
    M3200 = "3200"
    TWO_MILE = "2 mile"
    K5 = "5k"
    K8 = "8k"
    K10 = "10k"
    TEN_MILE = "10 mile"
    HALF = "half marathon"
    MARATHON = "marathon"
    RACE = "race"
    """Race pace with no race named."""


@dataclass(frozen=True, slots=True)
class RacePace:
    """The even pace of a race, maybe shifted by seconds for each 400 m, km or mile."""

    race: Race
    or_faster: bool = False
    shift_s: Fraction = Fraction(0)
    """Seconds added for each `shift_per`; below zero is faster."""
    shift_per: ByDistance = ByDistance(Fraction(400))
    to: Race | None = None
    """The other end where two races are named: `3k-5k pace`."""


@dataclass(frozen=True, slots=True)
class Pace:
    """A pace as written: seconds for a distance, such as 6:00 per mile; `most_s` is the slower end of a range."""

    s: Fraction
    per: ByDistance
    most_s: Fraction | None = None
    or_faster: bool = False


@dataclass(frozen=True, slots=True)
class Split:
    """A time for the whole step: `400 in 80`; `most_s` is the slower end of a range."""

    s: Fraction
    most_s: Fraction | None = None
    or_faster: bool = False


@dataclass(frozen=True, slots=True)
class Feel:
    """A word of effort: `easy`, `hard`, `tempo`, `all out`, a Daniels letter."""

    word: str


Target: TypeAlias = Effort | HeartRate | Rpe | RacePace | Pace | Split | Feel


# What is written ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Count:
    """How often: `8`, or `8-10` with both ends."""

    low: int
    high: int

    @property
    def is_range(self) -> bool:
        """Whether two ends were written."""
        return self.high > self.low


@dataclass(frozen=True, slots=True)
class Step:
    """One authored line: how long, how hard, and what it asks."""

    length: Length
    intensity: Intensity = Intensity.WORK
    activity: Activity = Activity.RUN
    target: Target | None = None
    name: str = ""
    """A name that the author gave it, such as `A-skips` or `Bulgarian split squats`; shown, not spoken."""
    note: str = ""
    """Words that go with it and change nothing."""
    race: bool = False
    """A race or time trial: its marks are the crossings of the finish line, not laps from its start."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A block done n times; nests.

    The recovery stands between reps: after the last one it falls away if nothing or a cool-down follows, or
    if the recovery of the block around it takes its place; otherwise it stands before the next block.
    A single rep that brings its recovery along (`1x800 full recovery` in a ladder) is a repeat of one.
    """

    reps: Count
    steps: tuple[Step | Repeat, ...]
    recovery: Step | None = None


Item: TypeAlias = Step | Repeat


@dataclass(frozen=True, slots=True)
class Workout:
    """The written prescription."""

    name: str
    steps: tuple[Item, ...]
    purpose: Purpose = Purpose.MIXED
    about: str = ""
    best_slower_than_s: Fraction | None = None
    """Offered to athletes whose best mile is slower than this; None offers it to all."""
    best_faster_than_s: Fraction | None = None
    """Offered to athletes whose best mile is faster than this; None offers it to all."""
    tags: tuple[str, ...] = ()
    """Words it is found by, as `app.core.tags` leaves them."""

    def suits(self, best_s: Fraction | None) -> bool:
        """Whether the workout is meant for an athlete with this best mile (unknown suits all)."""
        if best_s is None:
            return True
        slow_enough = self.best_slower_than_s is None or best_s > self.best_slower_than_s
        fast_enough = self.best_faster_than_s is None or best_s < self.best_faster_than_s
        return slow_enough and fast_enough
