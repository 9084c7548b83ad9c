"""Importing: a sheet becomes a workout in our words, and what could not be carried in is said.

Rules of the file: what comes out is run as the file runs it: each import is planned once and held against the sheet. It
can be written in our notation and is read back from there as the same steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial

from app.core.athlete import Athlete
from app.core.bounds import NESTING, SEGMENTS
from app.core.errors import Fault, WorkoutError
from app.core.plan import Segment, Setup
from app.core.tongue import tr
from app.core.workout import Item, Purpose, Workout
from app.interchange.carrying import SOFT, Carrier
from app.interchange.laying import lay_out, runs
from app.interchange.rounding import Rounder
from app.interchange.sheet import (
    Abilities,
    ForDistance,
    ForTime,
    Sheet,
    SheetItem,
    SheetRead,
    SheetRepeat,
    SheetStep,
)
from app.notation.reading import parse_text
from app.notation.writing import format_items

_NAME_CHARS = 200
_ABOUT_CHARS = 4000
_WARNINGS = 20
"""Told of one file; who has more of them has another kind of file."""
_NEAR_M = 1
"""1609 m of a file are our mile."""


def workout_of(
    read: SheetRead, athlete: Athlete | None = None, abilities: Abilities | None = None
) -> tuple[Workout, tuple[str, ...]]:
    """Make a workout of a sheet.

    Args:
        read: the sheet as a file held it.
        athlete: whose goal gives shares of a race's speed; nobody's where None.
        abilities: of the file's format, for the finest speed it can say; FIT's where None.

    Returns:
        The workout, and the file's warnings followed by what could not be carried in, one sentence each.

    Raises:
        WorkoutError: the sheet holds no step, or is over a bound.
    """
    athlete = athlete or Athlete()
    items = _bounded(read.sheet)
    steps, lost = _steps(items, athlete, abilities.speed_m_s if abilities is not None else None)
    name = " ".join(read.sheet.name.split())[:_NAME_CHARS] or tr("imported workout")
    about = read.sheet.about.strip()
    warnings = [*read.warnings, *lost]
    if len(about) > _ABOUT_CHARS:
        warnings.append(tr("what the file says about the workout is cut"))
    if len(warnings) > _WARNINGS:
        rest = len(warnings) - _WARNINGS + 1
        warnings[_WARNINGS - 1 :] = [tr("and {n} more that could not be carried in").format(n=rest)]
    return Workout(name, steps, Purpose.MIXED, about[:_ABOUT_CHARS]), tuple(warnings)


# Bounds ------------------------------------------------------------------------------------------------------------


def _bounded(sheet: Sheet) -> tuple[SheetItem, ...]:
    """Return the items without rounds of one and of nothing.

    Raises:
        WorkoutError: there is nothing, too much, or it stands too deep.
    """
    if _is_deep(sheet.items):
        words = tr("the workout is too long: repeats stand more than {n} deep in one another").format(n=NESTING)
        raise WorkoutError([Fault(words, tr("write the inner ones out"))])
    if _n_steps(sheet.items) > SEGMENTS:
        words = tr("the workout is too long: it comes to more than {most} steps in all").format(most=f"{SEGMENTS:,}")
        raise WorkoutError([Fault(words, tr("repeat less often"))])
    items = _plain(sheet.items)
    if not items:
        raise WorkoutError([Fault(tr("the file holds a workout without steps"), tr("choose another file"))])
    return items


def _is_deep(items: Sequence[SheetItem]) -> bool:
    level: list[SheetItem] = list(items)
    for _ in range(NESTING + 1):
        level = [inner for item in level if isinstance(item, SheetRepeat) for inner in item.items]
        if not level:
            return False
    return True


def _n_steps(items: Sequence[SheetItem]) -> int:
    return sum(max(item.n, 0) * _n_steps(item.items) if isinstance(item, SheetRepeat) else 1 for item in items)


def _plain(items: Sequence[SheetItem]) -> tuple[SheetItem, ...]:
    plain: list[SheetItem] = []
    for item in items:
        if isinstance(item, SheetStep):
            plain.append(item)
            continue
        body = _plain(item.items)
        if item.n == 1:
            plain += body
        elif item.n > 1 and body:
            plain.append(SheetRepeat(item.n, body))
    return tuple(plain)


# Held against the sheet --------------------------------------------------------------------------------------------


def _steps(
    items: tuple[SheetItem, ...], athlete: Athlete, speed_step: Fraction | None
) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """Return the steps in the shortest form that is run as the sheet is, and that our notation can write."""
    flat = tuple(_flat(items))
    for easy in (True, False):
        carrier = Carrier(athlete, speed_step)
        for given in (items, flat):
            steps = tuple(Rounder(partial(carrier.step, easy=easy), carrier.intensity).items(given))
            if _is_run_as(steps, flat, athlete) and _reads_back(steps):
                return steps, carrier.warnings
    return tuple(carrier.step(step, easy=False) for step in flat), carrier.warnings


def _flat(items: Sequence[SheetItem]) -> Iterator[SheetStep]:
    for item in items:
        if isinstance(item, SheetStep):
            yield item
        else:
            steps = tuple(_flat(item.items))
            for _ in range(item.n):
                yield from steps


def _is_run_as(steps: tuple[Item, ...], flat: Sequence[SheetStep], athlete: Athlete) -> bool:
    segments = [run.segment for run in runs(lay_out(Workout("", steps), athlete, Setup()))]
    return len(segments) == len(flat) and all(map(_is_alike, segments, flat))


def _is_alike(segment: Segment, step: SheetStep) -> bool:
    soft, given_soft = segment.intensity in SOFT, step.intensity in SOFT
    if soft != given_soft or (not soft and segment.intensity is not step.intensity):
        return False
    match step.ends:
        case ForTime(ms):
            return segment.duration_ms == max(ms, 1)
        case ForDistance(m):
            return segment.distance_m is not None and abs(segment.distance_m - m) < _NEAR_M
        case _:
            return segment.is_open


def _reads_back(steps: tuple[Item, ...]) -> bool:
    """Whether our notation writes the steps and reads them as the same; of a very long workout, item by item."""
    texts = [(steps, format_items(steps))]
    if len(texts[0][1]) > _LONG_CHARS:
        texts = [((item,), format_items([item])) for item in dict.fromkeys(steps)]
    try:
        return all(parse_text(text).steps == items for items, text in texts)
    except WorkoutError:
        return False


_LONG_CHARS = 10_000
