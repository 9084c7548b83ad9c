"""Three rungs or more in a row: `200-400-600`, `400/300m/200`, `1-2-3-2-1 min`, `3, 2, 1 minutes`."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TypeAlias

from app.core.workout import Length, Unit
from app.notation import words
from app.notation.lexing import Raw
from app.notation.measures import LEAST_PLURAL, unit_at, value_of

_MOST_RUNGS = 30
_SIGNS = ("-", "/", "|", ">")
_Rung: TypeAlias = tuple[Fraction, Unit | int | None]


def ladder_at(raws: Sequence[Raw], at: int) -> tuple[tuple[Length, ...] | None, int]:
    """Read the ladder that begins here.

    Returns:
        Its rungs and the place behind them; or None, and the place before which no ladder begins.
    """
    rungs: list[_Rung] = []
    sign, behind = "", at
    while raws[at].sort in ("number", "clock") and len(rungs) < _MOST_RUNGS:
        is_clock = raws[at].sort == "clock"
        unit = None if is_clock else unit_at(raws, at + 1)
        behind = unit[1] if unit is not None else at + 1
        rungs.append((value_of(raws, at), 1 if is_clock else unit[0] if unit is not None else None))
        joint = raws[behind].text
        small = joint == "," and unit is None and not is_clock and rungs[-1][0] < LEAST_PLURAL
        if (sign and joint != sign) or (joint not in _SIGNS and not small):
            break
        sign = joint
        at = behind + 1
    else:
        return None, at  # a sign with no rung behind it, or more rungs than anybody runs
    is_list = sign == "," and not isinstance(rungs[-1][1], int)
    if len(rungs) < 3 or is_list or raws[behind].text in ("x", "*", "%"):
        return None, at
    lengths = _lengths(rungs)
    return lengths, at if lengths is None else behind


def _lengths(rungs: list[_Rung]) -> tuple[Length, ...] | None:
    """Return the lengths of a ladder; a unit that only the last one has is the unit of all that are as small."""
    last = rungs[-1][1]
    lengths: list[Length] = []
    for value, given in rungs:
        unit = given if given is not None else Unit.M if value >= LEAST_PLURAL else last
        if unit is None or not value:
            return None
        lengths.append(words.distance(value, unit) if isinstance(unit, Unit) else words.time(value * unit))
    return tuple(lengths)
