"""One recovery as it is gathered from its words, and the lengths it may have."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction

from app.core.tongue import tr
from app.core.workout import Activity, ByDistance, Intensity, Length, Open, OpenWhy, Step, Unit
from app.notation import words
from app.notation.cursor import Doubt, NotRead
from app.notation.lexing import Token
from app.notation.vocabulary import Kind

BARE_METRES = 100
"""A figure without a unit is metres from here on; below it is seconds of a recovery."""
_MOST_MIN = 5
"""A bare figure up to here is minutes of a recovery: nobody rests for two seconds."""
SHORT_M = 10
"""So few metres with an `m` are minutes, where they are jogged or rested."""
_MANNERS = (Activity.JOG, Activity.WALK, Activity.FLOAT, Activity.STAND)
"""The first of these that is said is the manner; `jog/walk` is a jog, a `jogging rest` too."""


@dataclass(slots=True)
class Soft:
    """What is said of one recovery, as it is gathered."""

    lengths: list[Length] = field(default_factory=list)
    manners: list[Activity] = field(default_factory=list)
    why: OpenWhy = OpenWhy.UNSAID
    measure: Length | None = None
    between: str = ""
    is_gentle: bool = False
    is_said: bool = False
    """A word of recovery was read, not a length alone."""

    def step(self) -> Step:
        """Return the recovery.

        Raises:
            NotRead: it has two lengths.
        """
        length = self.lengths[0] if self.lengths else self.measure
        if len(self.lengths) > 1 or (self.lengths and self.measure is not None):
            raise NotRead
        manner = next((manner for manner in _MANNERS if manner in self.manners), Activity.ANY)
        if self.why is OpenWhy.WALK_BACK and (length is None or manner is Activity.ANY):
            manner = Activity.WALK
        elif self.why is OpenWhy.JOG_BACK and (length is None or manner is Activity.ANY):
            manner = Activity.JOG
        if length is None:
            length = Open(self.why)
        intensity = Intensity.REST if manner is Activity.STAND else Intensity.RECOVERY
        return Step(length, intensity, manner)


def soft_length(token: Token, doubts: list[Doubt]) -> Length:
    """Return the length of a recovery: a bare figure under 100 is seconds, from there on metres.

    Raises:
        NotRead: it is a ladder, or no length at all: the mile of `mile race`.
    """
    kinds = token.kinds
    if Kind.CLOCK in kinds and kinds[Kind.CLOCK] is not None:
        time: Length = kinds[Kind.CLOCK]
        return time
    if Kind.NUMBER in kinds:
        low, high = kinds[Kind.NUMBER]
        if low <= _MOST_MIN and low.denominator == 1:
            doubts.append(Doubt(tr("took {n} as minutes").format(n=low), token.start, token.end, f"{token.text}s"))
            return words.time(low * 60, None if high is None else high * 60)
        return words.time(low, high) if low < BARE_METRES else words.distance(low, Unit.M, high)
    if Kind.REPS in kinds:
        raise NotRead
    if Kind.LENGTH not in kinds:
        if Kind.UNIT not in kinds:
            raise NotRead
        return ByDistance(Fraction(1), kinds[Kind.UNIT])
    length = kinds[Kind.LENGTH]
    if isinstance(length, tuple):
        raise NotRead
    return as_minutes(length, token, doubts)


def as_minutes(
    length: Length, token: Token, doubts: list[Doubt], *, miles: bool = False, most_m: int = SHORT_M
) -> Length:
    """Read `2m rest` as two minutes: nobody rests for two metres; `2m warm-up` as miles, where that is likelier."""
    few = isinstance(length, ByDistance) and length.unit is Unit.M and length.amount <= most_m
    if not few or not isinstance(length, ByDistance) or not token.text.endswith("m"):
        return length
    n = f"{length.amount}" if length.most is None else f"{length.amount}-{length.most}"
    if length.amount.denominator != 1:
        return length
    most = None if length.most is None else length.most
    if miles:
        doubts.append(Doubt(tr("took {n}m as miles").format(n=n), token.start, token.end, f"{n} min"))
        return words.distance(length.amount, Unit.MI, most)
    doubts.append(Doubt(tr("took {n}m as minutes").format(n=n), token.start, token.end, f"{n} metres"))
    return words.time(length.amount * 60, None if most is None else most * 60)


def in_order(first: Step, second: Step) -> tuple[Step, Step]:
    """Return the two recoveries of a piece; where only one says its manner, it is that of both."""
    if second.activity is Activity.ANY and first.activity is not Activity.ANY:
        second = replace(second, activity=first.activity, intensity=first.intensity)
    elif first.activity is Activity.ANY and second.activity is not Activity.ANY:
        first = replace(first, activity=second.activity, intensity=second.intensity)
    return first, second
