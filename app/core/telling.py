"""Telling a race: one plain sentence on how it was paced, from nothing but its parts. Pure.

Rules of the file: a sentence claims only what its own figures show, whatever the race. A part is quick or slow where it
is more than 1 % off the average of the race; the order of quick and slow parts chooses the sentence, so that it fits
any race, and its figures are of the parts it names.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby

from app.core.tongue import tr
from app.core.units import Metres, format_metres, format_time

NOTICED = Fraction(1, 100)
"""A part is even within this of the average: 0.6 s per 400 m at 60 s, which is what a runner feels and a thumb times.
Source: coefficients of variation of lap times in record miles are 1.5 to 3 %, the next record's perhaps 1 %
(C. Foster, J. J. de Koning, C. Thiel, Evolutionary pattern of improved 1-mile running performance, 2014)."""


def sentence_of_race(parts: Sequence[tuple[Metres, Metres, Fraction]]) -> str:
    """Say how a race was paced.

    Args:
        parts: from its start to its finish, each with both its ends and its seconds per 400 m.
    """
    length_m = parts[-1][1]
    average = sum(((to_m - from_m) * pace for from_m, to_m, pace in parts), Fraction(0)) / length_m
    shown = format_time(average)
    if len(parts) == 1:
        return tr("No mark on the way, so all that is known is the average: {average} per 400 m.").format(average=shown)
    fastest, slowest = min(parts, key=_pace), max(parts, key=_pace)
    shown_fast, shown_slow = format_time(fastest[2]), format_time(slowest[2])
    signs = [_sign(pace, average) for _, _, pace in parts]
    return _words(signs, is_one=shown_fast == shown_slow).format(
        average=shown,
        fast=shown_fast,
        slow=shown_slow,
        fastest=_name(fastest, length_m),
        slowest=_name(slowest, length_m),
    )


def _words(signs: Sequence[int], *, is_one: bool) -> str:
    """Choose the sentence: by the order of quick and slow, and by what the first part and the last were."""
    match [sign for sign, _ in groupby(sign for sign in signs if sign)], signs[0], signs[-1]:
        case [], _, _:
            if is_one:
                return tr("Even from mark to mark: {average} per 400 m.")
            return tr("Even from mark to mark: {fast} to {slow} per 400 m, around an average of {average}.")
        case [-1], _, _:
            return tr("Close to even; quickest was {fastest}, at {fast} per 400 m, where the average was {average}.")
        case [1], _, _:
            return tr("Close to even; slowest was {slowest}, at {slow} per 400 m, where the average was {average}.")
        case [-1, 1], -1, _:
            return tr(
                "You went out fast and paid for it: {fast} per 400 m over {fastest}, {slow} over {slowest}; "
                "even was {average}."
            )
        case [-1, 1], _, _:
            return tr("Quick, then slow: {fast} per 400 m over {fastest}, {slow} over {slowest}; even was {average}.")
        case [1, -1], 1, -1:
            return tr(
                "You held back and came home fast: {slow} per 400 m over {slowest}, {fast} over {fastest}; "
                "even was {average}."
            )
        case [1, -1], _, _:
            return tr("Slow, then quick: {slow} per 400 m over {slowest}, {fast} over {fastest}; even was {average}.")
        case [-1, 1, -1], -1, -1:
            return tr("Quick out, quick home, slow between: {slow} per 400 m over {slowest}, where even was {average}.")
        case [-1, 1, -1], _, _:
            return tr("Quick, slow and quick again: {slow} per 400 m over {slowest}, where even was {average}.")
        case [1, -1, 1], _, _:
            return tr(
                "Quick in the middle, slow before and after: {fast} per 400 m over {fastest}, where even was {average}."
            )
        case _:
            return tr(
                "Up and down: {fast} per 400 m over {fastest}, {slow} over {slowest}; {average} all the way is as fast."
            )


def _pace(part: tuple[Metres, Metres, Fraction]) -> Fraction:
    return part[2]


def _sign(pace: Fraction, average: Fraction) -> int:
    """Return −1 for quick, 1 for slow, 0 for what is near the average."""
    off = pace - average
    return 0 if abs(off) <= NOTICED * average else -1 if off < 0 else 1


def _name(part: tuple[Metres, Metres, Fraction], length_m: Metres) -> str:
    from_m, to_m, _ = part
    if from_m == 0:
        return tr("the first {length} m").format(length=format_metres(to_m, 0))
    if to_m == length_m:
        return tr("the last {length} m").format(length=format_metres(to_m - from_m, 0))
    return tr("{from_m} to {to_m} m").format(from_m=format_metres(from_m, 0), to_m=format_metres(to_m, 0))
