"""The splits of a race that is still to be run: at any marks, evenly or by a profile, and as a treadmill runs them.

Rules of the file: exact but for one thing, a belt's speed, which has steps of 0.1; what it really gives is exact again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from app.core.bounds import MARKS
from app.core.errors import InputError
from app.core.pace import Belt, even_time
from app.core.profile import Course, time_on
from app.core.tongue import tr
from app.core.treadmill import dial_of
from app.core.units import Metres, format_metres


@dataclass(frozen=True, slots=True)
class OnBelt:
    """A lap as a treadmill runs it."""

    speed: Decimal
    """To dial in: the nearest 0.1 of its unit."""
    lap_s: Fraction
    """Time of the lap at that speed."""
    time_s: Fraction
    """Since the start, at the speeds up to here."""
    mile_s: Fraction
    """A mile at that speed."""


@dataclass(frozen=True, slots=True)
class PlannedSplit:
    """A mark of a race with its planned time, in seconds."""

    mark_m: Metres
    time_s: Fraction
    """Since the start."""
    lap_s: Fraction
    """Since the mark before."""
    off_even_s: Fraction
    """Planned minus even-pace time at the mark: above zero is later."""
    on_belt: OnBelt | None = None


def planned_splits(
    goal_s: Fraction, race_m: Metres, marks: Sequence[Metres], course: Course = (), belt: Belt | None = None
) -> tuple[PlannedSplit, ...]:
    """Return the splits of a race.

    Args:
        goal_s: for the race, in seconds.
        race_m: its length.
        marks: from the start, in order, the finish last.
        course: where its pace changes; empty for even pace.
        belt: the unit of a treadmill, where it is run on one.

    Raises:
        InputError: it is slower than any belt.

    >>> from app.core.units import MILE_M
    >>> [str(split.on_belt.speed) for split in planned_splits(Fraction(420), MILE_M, [MILE_M], belt=Belt.MPH)]
    ['8.6']
    """
    before_m, before_s, belt_s = Fraction(0), Fraction(0), Fraction(0)
    splits = []
    for mark_m in marks:
        even_s = even_time(goal_s, race_m, mark_m)
        time_s = time_on(course, mark_m) if course else even_s
        lap_m, lap_s, on_belt = mark_m - before_m, time_s - before_s, None
        if belt is not None:
            dial = dial_of(lap_s / lap_m, belt)
            if dial is None:
                raise InputError(tr("no treadmill runs as slowly as this; give a shorter time or a longer race"))
            belt_s += dial.s_per_m * lap_m
            on_belt = OnBelt(dial.speed, dial.s_per_m * lap_m, belt_s, dial.mile_s)
        splits.append(PlannedSplit(mark_m, time_s, lap_s, time_s - even_s, on_belt))
        before_m, before_s = mark_m, time_s
    return tuple(splits)


def every_marks(race_m: Metres, every_m: Metres) -> tuple[Metres, ...]:
    """Return each full distance from the start, however near to the finish, and the finish.

    >>> [float(mark) for mark in every_marks(Fraction("1609.344"), Fraction(400))]
    [400.0, 800.0, 1200.0, 1600.0, 1609.344]

    Raises:
        InputError: for more than `bounds.MARKS` marks.
    """
    if race_m / every_m > MARKS:
        words = tr("{distance} m has more than {most} marks of {apart} m; take them further apart")
        raise InputError(words.format(distance=format_metres(race_m), most=f"{MARKS:,}", apart=format_metres(every_m)))
    n_whole = int(race_m // every_m)
    return tuple(sorted({*(every_m * n for n in range(1, n_whole + 1)), race_m}))
