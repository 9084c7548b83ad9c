"""The track: where the marks of a distance lie.

Two conventions, never mixed: a *race* is marked where it crosses the finish line (409.344, 809.344 … for a
mile), a *rep* at each full lap from its own start (400, 800 …).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from app.core.bounds import MARKS
from app.core.errors import InputError
from app.core.tongue import tr
from app.core.units import Metres, format_metres

STUB = Fraction(1, 10)
"""A first or last piece shorter than this part of its step is no lap of its own: the 9.344 m before a mile's
first crossing of the line, the 9.344 m left after four laps from its start."""


@dataclass(frozen=True, slots=True)
class Track:
    """A track, in lane 1."""

    lap_m: Metres = Fraction(400)
    """One circuit. Source: World Athletics, standard outdoor 400 m and indoor 200 m track."""


OUTDOOR = Track(Fraction(400))
INDOOR = Track(Fraction(200))


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
