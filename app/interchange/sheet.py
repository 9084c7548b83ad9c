"""The sheet: a workout as watches and treadmills know it, between our words and a format's bytes.

Rules of the file: it holds nothing that only one format can say. Speeds are metres a second as written on a watch:
the low one is the slower. A recovery stands where it is run, as one more step of its repeat.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from app.core.units import Metres, Millis
from app.core.workout import Activity, Intensity, Race

# What ends a step --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ForTime:
    """Ends after a time."""

    ms: Millis


@dataclass(frozen=True, slots=True)
class ForDistance:
    """Ends after a distance."""

    m: Metres


@dataclass(frozen=True, slots=True)
class ForReps:
    """Ends after a count of movements; by hand."""

    n: int


@dataclass(frozen=True, slots=True)
class UntilPress:
    """Ends by the lap button.

    Attributes:
        about_ms: how long it is thought to last, for formats that need a figure; 0 where nothing is known.
    """

    about_ms: Millis = 0


Ends: TypeAlias = ForTime | ForDistance | ForReps | UntilPress


# What a step asks --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Speed:
    """A speed, or a range of one, in metres a second."""

    slow_m_s: Fraction
    fast_m_s: Fraction


@dataclass(frozen=True, slots=True)
class RaceSpeed:
    """A share of the speed of a race, in percent; both ends of a range."""

    race: Race
    slow_pct: Fraction
    fast_pct: Fraction


@dataclass(frozen=True, slots=True)
class HeartShare:
    """A share of the highest heart rate, in percent; both ends of a range."""

    low_pct: Fraction
    high_pct: Fraction


Asks: TypeAlias = Speed | RaceSpeed | HeartShare


# What is written ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SheetStep:
    """One step."""

    ends: Ends
    intensity: Intensity = Intensity.WORK
    asks: Asks | None = None
    name: str = ""
    """What the watch shows."""
    note: str = ""
    """More words, where a format has room for them: an effort, a weight, what to think of."""
    activity: Activity = Activity.RUN
    """Ours alone; formats that have no word for it leave it out, and read it as a run, or a jog where it is easy."""


@dataclass(frozen=True, slots=True)
class SheetRepeat:
    """Steps done n times, their recovery among them."""

    n: int
    items: tuple[SheetStep | SheetRepeat, ...]


SheetItem: TypeAlias = SheetStep | SheetRepeat

MANNERS = {Intensity.RECOVERY: Activity.JOG, Intensity.REST: Activity.STAND}
"""How a step is run where a format has no word for it; all others are runs."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A workout of any format."""

    name: str
    items: tuple[SheetItem, ...]
    about: str = ""


@dataclass(frozen=True, slots=True)
class Loss:
    """What does not come through, one sentence.

    Attributes:
        what: the sentence, without a full stop: `90-95 % effort is written as words`.
        place: of the step among the workout's items, down its repeats, 0-based, a repeat's recovery being the place
            after its last step; empty for the whole workout.
    """

    what: str
    place: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a format can say; a sheet is cut to it before it is written.

    Attributes:
        name: how the format is called in a sentence: `a FIT workout`.
        time_ms: the finest time.
        distance_m: the finest distance.
        nesting: levels of repeats; 0 writes every rep, 1 knows no repeat within a repeat.
        has_press: whether a step can end by the lap button.
        has_reps: whether a step can be a count of movements.
        speed_m_s: the finest speed; None where no speed can be asked.
        has_race: whether a share of a race's speed can be asked.
        has_heart: whether a share of the highest heart rate can be asked.
        has_notes: whether a step can carry more words than its name.
        name_chars: the longest name of a workout or step.
        text_bytes: the longest text of any kind, in bytes of UTF-8.
        heart_pct: the finest share of the highest heart rate.
    """

    name: str
    time_ms: Millis = 1
    distance_m: Fraction = Fraction(1, 100)
    nesting: int = 5
    has_press: bool = True
    has_reps: bool = False
    speed_m_s: Fraction | None = Fraction(1, 1000)
    has_race: bool = False
    has_heart: bool = False
    has_notes: bool = True
    name_chars: int = 1000
    text_bytes: int = 1_000_000
    heart_pct: Fraction = Fraction(1, 100)


@dataclass(frozen=True, slots=True)
class SheetRead:
    """A sheet as a file held it.

    Attributes:
        sheet: it.
        warnings: what could not be carried in, or was mended on the way, one sentence each.
        sport: in the file's own word, lower case: `running`; empty where it does not say.
    """

    sheet: Sheet
    warnings: tuple[str, ...] = ()
    sport: str = ""
