"""A race from its splits: lap times, even pace beside them, halves, and how even it was. Pure, exact until shown.

Rules of the file: nothing is rounded but what a sentence says. What does not agree is taken, with a warning that says
by how much; what nobody can have run is refused. A race is measured against the even pace of its own time, never
against a goal: `app.core.analysis` does that for a session.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from app.core.analysis import spread_pct
from app.core.errors import InputError
from app.core.marks import FINISH_M, MarkTime
from app.core.pace import even_time
from app.core.telling import sentence_of_race
from app.core.tongue import tr
from app.core.track import Convention, race_marks
from app.core.units import MILE_M, Metres, format_metres, format_time

FASTEST_M_S = Fraction(20 * 100, 161)
"""No part of a race was ever run faster, 12.42 m/s.
Source: U. Bolt, 20 m in 1.61 s between 60 and 80 m; IAAF biomechanics project, Berlin 2009."""
LONG_M = 200
FASTEST_LONG_M_S = Fraction(100 * 100, 958)
"""No part of 200 m or more was ever run faster, 10.44 m/s: nobody held the pace of the 100 m record so far.
Source: World Athletics, records: 100 m in 9.58 s and 200 m in 19.19 s (10.42 m/s), both 2009."""

ALIKE = Fraction(11, 10)
"""Parts are comparable where the longest is at most so many times the shortest: a mile's first lap is 1.023 of the
others; a 1500's first 300 m is not a lap."""
FEWEST_PARTS = 3
"""Two parts say which half was faster, not how even the race was."""
NEAR_HALF = Fraction(1, 100)


@dataclass(frozen=True, slots=True)
class Part:
    """A race between two marks that follow each other."""

    from_m: Metres
    to_m: Metres
    time_s: Fraction

    @property
    def length_m(self) -> Metres:
        """Its length."""
        return self.to_m - self.from_m

    @property
    def per_400_s(self) -> Fraction:
        """Its time brought to 400 m."""
        return self.time_s * 400 / self.length_m


@dataclass(frozen=True, slots=True)
class RaceFigures:
    """What the splits of one race come to."""

    race_m: Metres
    final_s: Fraction
    parts: tuple[Part, ...]
    """From the start to the finish, each from one mark to the next."""
    offs: tuple[MarkTime, ...]
    """Split minus even-pace time at each mark before the finish, in seconds: above zero is slower than even."""
    halves_s: tuple[Fraction, Fraction]
    """Time of the first half and of the second. Half way is seldom a mark: its time is taken at even pace within the
    part that it lies in, and a warning says so where no mark lies within 1 % of it."""
    cv_laps_pct: float | None
    """Spread of the parts' times; None where they cannot be compared."""
    cv_per_400_pct: float | None
    """Spread of their seconds per 400 m; likewise. It is the fairer one where the first lap is longer."""
    sentence: str
    warnings: tuple[str, ...]

    @property
    def even_s_per_400(self) -> Fraction:
        """The race's own even pace."""
        return even_time(self.final_s, self.race_m, Fraction(400))


def race_figures(final_s: Fraction, race_m: Metres, marks: Iterable[MarkTime]) -> RaceFigures:
    """Return the figures of a race.

    Args:
        final_s: its time in seconds.
        race_m: its length.
        marks: splits in any order; the finish may be among them, or not.

    Raises:
        InputError: for what nobody can have run: a mark past the finish, a split past the time or not after the one
            before, a part faster than anybody ever ran.

    >>> laps = [MarkTime(Fraction("409.344"), Fraction(82)), MarkTime(Fraction("809.344"), Fraction(163))]
    >>> [float(part.time_s) for part in race_figures(Fraction(320), MILE_M, laps).parts]
    [82.0, 81.0, 157.0]
    """
    warnings: list[str] = []
    if 0 < abs(race_m - MILE_M) < FINISH_M:
        words = tr("{distance} m is not the mile, which is 1609.344 m; the race is taken as it is written")
        warnings.append(words.format(distance=format_metres(race_m)))
    splits = _ordered(final_s, race_m, list(marks), warnings)
    parts = _parts([*splits, MarkTime(race_m, final_s)])
    for part in parts:
        _can_be_run(part)
    even, per_400 = _spreads(parts, warnings)
    return RaceFigures(
        race_m,
        final_s,
        parts,
        tuple(MarkTime(mark_m, time_s - even_time(final_s, race_m, mark_m)) for mark_m, time_s in splits),
        _halves(final_s, race_m, parts, warnings),
        even,
        per_400,
        sentence_of_race([(part.from_m, part.to_m, part.per_400_s) for part in parts]),
        tuple(warnings),
    )


def marks_of_laps(
    laps_s: Sequence[Fraction],
    final_s: Fraction,
    race_m: Metres,
    lap_m: Metres,
    convention: Convention = Convention.FINISH_LINE,
) -> tuple[tuple[MarkTime, ...], tuple[str, ...]]:
    """Return the splits of lap times.

    The last lap may be left out. Given, it is what the race's time leaves it: the sum of hand-timed laps seldom is that
    time, and a warning says by how much.

    Args:
        laps_s: the lap times, the first from the start.
        final_s: time of the race.
        race_m: its length.
        lap_m: one lap of the track.
        convention: from which line the laps are counted.

    Returns:
        The marks before the finish, and the warnings.

    Raises:
        InputError: the race has another number of laps.
    """
    marks = race_marks(race_m, lap_m, convention)
    if len(laps_s) not in (len(marks), len(marks) - 1):
        words = tr("{race} m on a track of {lap} m has {n} laps; {given} lap times are given")
        raise InputError(
            words.format(race=format_metres(race_m), lap=format_metres(lap_m), n=len(marks), given=len(laps_s))
        )
    splits, so_far = [], Fraction(0)
    for mark_m, lap_s in zip(marks[:-1], laps_s, strict=False):
        so_far += lap_s
        splits.append(MarkTime(mark_m, so_far))
    total_s = sum(laps_s, Fraction(0))
    if len(laps_s) < len(marks) or total_s == final_s:
        return tuple(splits), ()
    words = (
        tr("the laps come to {sum}, {off} s less than {time}; the last one is taken as what is left, {left}")
        if total_s < final_s
        else tr("the laps come to {sum}, {off} s more than {time}; the last one is taken as what is left, {left}")
    )
    if so_far >= final_s:
        return tuple(splits), ()  # refused with its own sentence: no time is left
    warning = words.format(
        sum=format_time(total_s, 2),
        off=format_time(abs(total_s - final_s), 2),
        time=format_time(final_s, 2),
        left=format_time(final_s - so_far, 2),
    )
    return tuple(splits), (warning,)


def _ordered(final_s: Fraction, race_m: Metres, marks: list[MarkTime], warnings: list[str]) -> list[MarkTime]:
    """Return the splits before the finish in order, and say what of them did not agree."""
    if any(later.mark_m < mark.mark_m for mark, later in pairwise(marks)):
        warnings.append(tr("the marks were not in the order of their distance; they are now"))
        marks = sorted(marks, key=lambda mark: mark.mark_m)
    splits: list[MarkTime] = []
    for mark in marks:
        if mark.mark_m - race_m >= FINISH_M:
            words = tr("the mark at {mark} m lies past the finish, at {race} m; give the race that was run")
            raise InputError(words.format(mark=format_metres(mark.mark_m), race=format_metres(race_m)))
        if abs(mark.mark_m - race_m) < FINISH_M:
            warnings += _at_finish(mark, final_s, race_m)
            continue
        if splits and splits[-1].mark_m == mark.mark_m:
            off_s = mark.time_s - splits[-1].time_s
            if off_s:
                words = tr("the mark at {mark} m is given twice, {off} s apart; the first time, {time}, is taken")
                warnings.append(
                    words.format(
                        mark=format_metres(mark.mark_m),
                        off=format_time(abs(off_s), 2),
                        time=format_time(splits[-1].time_s, 2),
                    )
                )
            continue
        splits.append(mark)
    return splits


def _at_finish(mark: MarkTime, final_s: Fraction, race_m: Metres) -> list[str]:
    said = []
    if mark.mark_m != race_m:
        words = tr("the mark at {mark} m is taken for the finish, at {race} m")
        said.append(words.format(mark=format_metres(mark.mark_m), race=format_metres(race_m)))
    off_s = mark.time_s - final_s
    if off_s:
        words = tr("the mark at the finish says {mark}, {off} s off the time of the race; {time} is taken")
        said.append(
            words.format(mark=format_time(mark.time_s, 2), off=format_time(abs(off_s), 2), time=format_time(final_s, 2))
        )
    return said


def _parts(splits: Sequence[MarkTime]) -> tuple[Part, ...]:
    before = MarkTime(Fraction(0), Fraction(0))
    parts = []
    for split in splits:
        if split.time_s <= before.time_s:
            words = (
                tr("no time is left from {before} m, at {earlier}, to the finish, at {time}; check the times")
                if split is splits[-1]
                else tr("{mark} m at {time} is not after {before} m at {earlier}; check the times")
            )
            raise InputError(
                words.format(
                    mark=format_metres(split.mark_m),
                    time=format_time(split.time_s, 2),
                    before=format_metres(before.mark_m),
                    earlier=format_time(before.time_s, 2),
                )
            )
        parts.append(Part(before.mark_m, split.mark_m, split.time_s - before.time_s))
        before = split
    return tuple(parts)


def _can_be_run(part: Part) -> None:
    fastest = FASTEST_LONG_M_S if part.length_m >= LONG_M else FASTEST_M_S
    if part.length_m > fastest * part.time_s:
        words = tr("{from_m} to {to_m} m in {time} is faster than anybody ever ran; check the marks and times")
        raise InputError(
            words.format(
                from_m=format_metres(part.from_m), to_m=format_metres(part.to_m), time=format_time(part.time_s, 2)
            )
        )


def _spreads(parts: Sequence[Part], warnings: list[str]) -> tuple[float | None, float | None]:
    """Return the spread of the times and of the paces; neither where the parts cannot be compared.

    Source: CV = standard deviation / mean, divided by n. Both are stated, since they differ: for El Guerrouj in
    Rome 1999 they are 1.15 and 1.94 %, because a mile's first lap is 2.3 % longer.
    """
    lengths = [part.length_m for part in parts]
    if len(parts) < FEWEST_PARTS:
        words = tr("no evenness is given: it takes three parts, by two marks or more, and here are {n}")
        warnings.append(words.format(n=len(parts)))
        return None, None
    if max(lengths) > ALIKE * min(lengths):
        words = tr("no evenness is given: parts of {shortest} to {longest} m are too unlike to be compared")
        warnings.append(words.format(shortest=format_metres(min(lengths)), longest=format_metres(max(lengths))))
        return None, None
    return spread_pct([part.time_s for part in parts]), spread_pct([part.per_400_s for part in parts])


def _halves(final_s: Fraction, race_m: Metres, parts: Sequence[Part], warnings: list[str]) -> tuple[Fraction, Fraction]:
    """Return both halves, the time half way taken at even pace within the part that it lies in."""
    half_m, so_far = race_m / 2, Fraction(0)
    for part in parts:
        if part.to_m >= half_m:
            break
        so_far += part.time_s
    so_far += part.time_s * (half_m - part.from_m) / part.length_m
    if min(abs(each.to_m - half_m) for each in parts) > NEAR_HALF * half_m:
        words = tr(
            "no mark lies near half way, {half} m; the halves are reckoned at even pace from {from_m} to {to_m} m"
        )
        warnings.append(
            words.format(half=format_metres(half_m), from_m=format_metres(part.from_m), to_m=format_metres(part.to_m))
        )
    return so_far, final_s - so_far
