"""The track: how long a lap of it is, in which lane, and where the marks of a distance lie.

Two conventions, never mixed: a *race* is marked where it crosses the finish line (409.344, 809.344 … for a
mile) unless the start line is asked for, a *rep* at each full lap from its own start (400, 800 …).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from math import pi

from app.core.bounds import MARKS
from app.core.errors import InputError
from app.core.tongue import tr
from app.core.units import YARD_M, Metres, format_metres

STUB = Fraction(1, 10)
"""A first or last piece shorter than this part of its step is no lap of its own: the 9.344 m before a mile's
first crossing of the line, the 9.344 m left after four laps from its start."""


STRAIGHT_M, KERB_RADIUS_M, LANE_WIDTH_M = Fraction("84.39"), Fraction("36.5"), Fraction("1.22")
"""Of the standard 400 m track. Source: World Athletics, Track and Field Facilities Manual."""
FROM_LINE_M = Fraction("0.2")
"""A lane but the first is measured so far outside the line on its inside. Source: as above."""
LANES = 9
"""The standard track has eight or nine."""


class Convention(Enum):
    """From which line the laps of a race are counted."""

    FINISH_LINE = "finish line"
    """At each crossing of it: 409.344, 809.344, 1209.344 m of a mile."""
    START_LINE = "start line"
    """At each full lap from the start: 400, 800, 1200 m, which lie 9.344 m earlier."""


@dataclass(frozen=True, slots=True)
class Track:
    """A track, as it is run in one of its lanes."""

    lap_m: Metres = Fraction(400)
    """One circuit in this lane. Source: World Athletics, standard outdoor 400 m and indoor 200 m track."""
    lane: int = 1

    @property
    def inner_m(self) -> Metres:
        """One circuit in lane 1."""
        return self.lap_m if self.lane == 1 else OUTDOOR.lap_m

    def along(self, every_m: Metres) -> Metres:
        """Return how far it is in this lane between places that lie `every_m` apart in lane 1.

        What is nearly a whole part of a lap, or a number of laps, is that: 100 m on 440 yards is a quarter of it.

        >>> [round(float(track_in_lane(8).along(Fraction(m))), 2) for m in (400, 200, 100)]
        [453.03, 226.52, 113.26]
        >>> float(YARDS.along(Fraction(100)))
        100.584
        """
        laps = every_m / self.inner_m
        near = Fraction(round(laps)) if laps > 1 else Fraction(1, round(1 / laps))
        return self.lap_m * (near if abs(near - laps) <= laps * NEARLY else laps)


NEARLY = Fraction(1, 50)
"""Between two lengths that are meant as the same part of a lap: 440 yards are 402.336 m."""
OUTDOOR = Track(Fraction(400))
INDOOR = Track(Fraction(200))
YARDS = Track(440 * YARD_M)


def lap_in_lane(lane: int) -> Metres:
    """Return one circuit of the standard 400 m track in a lane.

    Lane 1 is 400 m by definition (measured 0.30 m from its kerb it is 400.001 m).

    Source: World Athletics, Track and Field Facilities Manual: 2 straights and a circle 0.20 m outside the inner line.

    Raises:
        InputError: there is no such lane.

    >>> [round(float(lap_in_lane(lane)), 2) for lane in (1, 2, 3, 8)]
    [400.0, 407.04, 414.7, 453.03]
    """
    if not 1 <= lane <= LANES:
        raise InputError(tr("a track has lanes 1 to {most}").format(most=LANES))
    if lane == 1:
        return OUTDOOR.lap_m
    return 2 * STRAIGHT_M + 2 * Fraction(pi) * (KERB_RADIUS_M + LANE_WIDTH_M * (lane - 1) + FROM_LINE_M)


def track_in_lane(lane: int, inner_m: Metres = OUTDOOR.lap_m) -> Track:
    """Return a track as it is run in a lane.

    Args:
        lane: from 1.
        inner_m: one circuit in lane 1.

    Raises:
        InputError: there is no such lane, or it is a lane of a track whose geometry is not known.
    """
    if lane != 1 and inner_m != OUTDOOR.lap_m:
        words = tr("only the standard 400 m track has known outer lanes; a track of {lap} m is measured in lane 1")
        raise InputError(words.format(lap=format_metres(inner_m)))
    return Track(inner_m) if lane == 1 else Track(lap_in_lane(lane), lane)


def _counted(distance_m: Metres, step_m: Metres) -> None:
    if step_m <= 0:
        raise InputError(tr("marks must lie apart: give a distance above 0, such as --every 200"))
    if distance_m / step_m > MARKS:
        words = tr("{distance} m has more than {most} marks of {apart} m; take them further apart")
        raise InputError(
            words.format(distance=format_metres(distance_m), most=f"{MARKS:,}", apart=format_metres(step_m))
        )


def finish_line_marks(distance_m: Metres, step_m: Metres) -> tuple[Metres, ...]:
    """Return the marks counted back from the finish, ending with the finish.

    Args:
        distance_m: length of the race.
        step_m: the lap of the track, or any distance between marks.

    Raises:
        InputError: for more than `bounds.MARKS` marks.

    >>> [float(mark) for mark in finish_line_marks(Fraction("1609.344"), Fraction(400))]
    [409.344, 809.344, 1209.344, 1609.344]
    >>> [float(mark) for mark in finish_line_marks(Fraction(1500), Fraction(400))]
    [300.0, 700.0, 1100.0, 1500.0]
    """
    _counted(distance_m, step_m)
    n_whole = distance_m // step_m
    first = distance_m - n_whole * step_m
    skipped = 1 if first < step_m * STUB else 0
    marks = [first + k * step_m for k in range(skipped, int(n_whole) + 1)]
    return tuple(marks) if marks else (distance_m,)


def start_marks(distance_m: Metres, step_m: Metres) -> tuple[Metres, ...]:
    """Return the marks counted from the start, ending with the finish.

    >>> [float(mark) for mark in start_marks(Fraction("1609.344"), Fraction(400))]
    [400.0, 800.0, 1200.0, 1609.344]
    >>> [float(mark) for mark in start_marks(Fraction(300), Fraction(400))]
    [300.0]
    """
    _counted(distance_m, step_m)
    n_whole = int(distance_m // step_m)
    marks = [k * step_m for k in range(1, n_whole + 1)]
    if marks and distance_m - marks[-1] < step_m * STUB:
        marks.pop()
    return (*marks, distance_m)


def race_marks(distance_m: Metres, step_m: Metres, convention: Convention) -> tuple[Metres, ...]:
    """Return the marks of a race, ending with the finish, counted from the line that is asked.

    >>> [float(mark) for mark in race_marks(Fraction("1609.344"), Fraction(400), Convention.START_LINE)]
    [400.0, 800.0, 1200.0, 1609.344]
    """
    return (finish_line_marks if convention is Convention.FINISH_LINE else start_marks)(distance_m, step_m)


def bell_mark(marks: tuple[Metres, ...], lap_m: Metres) -> int | None:
    """Return the 1-based number of the mark where the last lap begins, or None where there is none.

    A distance of one lap or less has none. The last lap may be longer than a lap by the stub: from 1200 m of a
    mile that is marked from its start.

    >>> bell_mark(finish_line_marks(Fraction("1609.344"), Fraction(400)), Fraction(400))
    3
    """
    for number in range(len(marks) - 1, 0, -1):
        left = marks[-1] - marks[number - 1]
        if lap_m <= left <= lap_m * (1 + STUB):
            return number
        if left > lap_m * (1 + STUB):
            break
    return None
