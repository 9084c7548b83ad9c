"""Marks as they are written down: `409.344=55.07, 809.344=1:51.58`, lap times, a text file of a race. Pure.

Rules of the file: it reads and orders nothing; whether what was read can have been run is `app.core.race`'s to say. A
bare number is metres. What cannot be read is refused with the form to use, and the line where there are lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from app.core.bounds import MARKS
from app.core.errors import InputError
from app.core.tongue import tr
from app.core.units import Metres, parse_distance, parse_time


class MarkTime(NamedTuple):
    """A split: the time at a mark."""

    mark_m: Metres
    """From the start."""
    time_s: Fraction
    """Since the start, in seconds."""


@dataclass(frozen=True, slots=True)
class WrittenRace:
    """What a text says of a race; what it leaves out is None, or no marks."""

    race_m: Metres | None = None
    final_s: Fraction | None = None
    marks: tuple[MarkTime, ...] = ()


FINISH_M = 1
"""A mark nearer to the finish than this is the finish: 1609 m and 1610 m are written for the mile, and nobody takes a
split a stride before the line."""

_BARE = re.compile(r"\d{1,9}(\.\d{1,9})?", re.ASCII)
_APART = re.compile(r"[,;\n]")


def parse_length(text: str) -> Metres:
    """Read a distance whose bare number is metres: `1500`, `409.344`, `440yd`, `2 miles`.

    Raises:
        InputError: as `parse_distance`.

    >>> parse_length("1500"), parse_length("440yd")
    (Fraction(1500, 1), Fraction(50292, 125))
    """
    bare = text.strip()
    return parse_distance(bare + "m" if len(bare) <= 32 and _BARE.fullmatch(bare) else bare)


def parse_marks(text: str) -> tuple[MarkTime, ...]:
    """Read marks with their times.

    Args:
        text: such as `409.344=55.07,809.344=1:51.58` or `440yd=57.5; 880yd=1:58.2`; in any order.

    Returns:
        One or more, in the order in which they were written; a start at 0 is left out.

    Raises:
        InputError: for no mark, for more than `bounds.MARKS`, or for one that cannot be read.
    """
    items = _items(text)
    marks = [mark for item in items if (mark := _mark(*_sides(item))) is not None]
    if not marks:
        raise InputError(tr("no mark is given: write metres=time, such as 409.344=55.07,809.344=1:51.58"))
    return tuple(marks)


def parse_laps(text: str) -> tuple[Fraction, ...]:
    """Read lap times in seconds, apart by commas, semicolons or blanks: `56.1,57.4,56.8,56.2`.

    Raises:
        InputError: for none, for more than `bounds.MARKS`, or for one that is no time.
    """
    laps = [word for item in _items(text) for word in item.split()]
    if not laps:
        raise InputError(tr("no lap time is given: write them as 81.2,80.0,79.6,79.2"))
    return tuple(parse_time(lap) for lap in laps)


def parse_race(text: str) -> WrittenRace:
    """Read a file of a race.

    Lines `race mile`, `time 3:43.13` and marks, one `409.344 55.07` a line or several `409.344=55.07, …`; or a table
    with the heads `distance_m,time_s`. Blank lines and what follows a `#` are left out.

    Returns:
        What it says. Of a text without a time or a race the mark that lies furthest may be the finish: `finished`.

    Raises:
        InputError: with the line that cannot be read.
    """
    lines = [(number, line.split("#")[0].strip()) for number, line in enumerate(text.splitlines(), 1)]
    lines = [(number, line) for number, line in lines if line]
    if not lines:
        raise InputError(tr("there is nothing in it: write a mark and its time on each line, such as 409.344 55.07"))
    if len(lines) > MARKS:
        raise InputError(tr("more than {most} lines; a race has fewer marks").format(most=f"{MARKS:,}"))
    heads = [head.strip().lower() for head in lines[0][1].split(",")]
    if "distance_m" in heads and "time_s" in heads:
        return WrittenRace(marks=_table(heads, lines[1:]))
    race_m: Metres | None = None
    final_s: Fraction | None = None
    marks: list[MarkTime] = []
    for number, line in lines:
        try:
            key, value = _key(line)
            if key == "race":
                race_m = parse_length(value)
            elif key == "time":
                final_s = parse_time(value)
            elif "=" in line:
                marks += parse_marks(line)
            elif (mark := _mark(*_two_words(line))) is not None:
                marks.append(mark)
        except InputError as error:
            raise InputError(tr("line {number}: {what}").format(number=number, what=error)) from None
    return WrittenRace(race_m, final_s, tuple(marks))


def finished(written: WrittenRace, race_m: Metres | None = None) -> tuple[Metres | None, Fraction | None]:
    """Return the race and its time, taken from the furthest mark where a text does not say them.

    Args:
        written: what a text says.
        race_m: the race, where it is said elsewhere.

    Returns:
        Metres, None where neither race nor finish is known; seconds, None where no mark is at the finish.
    """
    race_m = race_m or written.race_m
    if not written.marks or written.final_s is not None:
        return race_m, written.final_s
    furthest = max(written.marks)
    if race_m is None:
        return furthest
    if abs(furthest.mark_m - race_m) < FINISH_M:
        return race_m, furthest.time_s
    return race_m, None


def _items(text: str) -> list[str]:
    if len(text) > 40 * MARKS:
        raise InputError(_too_many())
    items = [item.strip() for item in _APART.split(text) if item.strip()]
    if len(items) > MARKS:
        raise InputError(_too_many())
    return items


def _too_many() -> str:
    return tr("more than {most} marks; take them further apart").format(most=f"{MARKS:,}")


def _mark(distance: str, time: str) -> MarkTime | None:
    """Return a mark; None for the start, which many tables begin with."""
    if _is_zero(distance) and _is_zero(time):
        return None
    return MarkTime(parse_length(distance), parse_time(time))


def _is_zero(text: str) -> bool:
    return len(text) <= 24 and re.fullmatch(r"[0:.]*0[0:.]*", text) is not None


def _sides(item: str) -> tuple[str, str]:
    distance, equals, time = item.partition("=")
    if not equals:
        shown = item if len(item) <= 40 else item[:37] + "..."
        words = tr("{text} is not a mark: write metres=time, such as 409.344=55.07")
        raise InputError(words.format(text=repr(shown)))
    return distance.strip(), time.strip()


def _two_words(line: str) -> tuple[str, str]:
    """Split a line at its last blank: `440 yd 57.5` has its unit with the distance."""
    words = line.replace(",", " ").rsplit(maxsplit=1)
    if len(words) != 2:
        shown = line if len(line) <= 40 else line[:37] + "..."
        words_ = tr("{text} is not a mark and its time, such as 409.344 55.07")
        raise InputError(words_.format(text=repr(shown)))
    return words[0], words[1]


def _key(line: str) -> tuple[str, str]:
    found = re.match(r"(race|time)\b[\s:=]*(.*)", line, re.IGNORECASE)
    return (found.group(1).lower(), found.group(2)) if found else ("", line)


def _table(heads: Sequence[str], lines: Sequence[tuple[int, str]]) -> tuple[MarkTime, ...]:
    distance_at, time_at = heads.index("distance_m"), heads.index("time_s")
    marks = []
    for number, line in lines:
        cells = [cell.strip() for cell in line.split(",")]
        try:
            if len(cells) <= max(distance_at, time_at):
                raise InputError(tr("a row has a distance and a time, as its heads say"))
            mark = _mark(cells[distance_at], cells[time_at])
        except InputError as error:
            raise InputError(tr("line {number}: {what}").format(number=number, what=error)) from None
        if mark is not None:
            marks.append(mark)
    return tuple(marks)
