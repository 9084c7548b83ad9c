"""How much a plan holds, in words: its time and the distance of its work. Pure.

Where it stands: beside `app.core.describe`, which writes what one step asks.
"""

from __future__ import annotations

from fractions import Fraction

from app.core.describe import range_words
from app.core.manner import manner
from app.core.plan import Total
from app.core.tongue import tr
from app.core.units import MILE_M, format_metres, round_half_up


def total_time_words(total: Total) -> str:
    """Write a total time: `31 min`, `29–32 min`, `12 min and 4 open`."""
    low, high = (int(round_half_up(Fraction(ms, 60_000), 0)) for ms in (total.low, total.high))
    if high == 0 and total.high > 0:
        words = tr("{n} s").format(n=total.high // 1000)
    else:
        words = tr("{n} min").format(n=range_words(str(low), str(high) if high != low else None))
    if not total.n_open:
        return words
    if not total.high:
        return tr("1 open") if total.n_open == 1 else tr("{n} open").format(n=total.n_open)
    if total.n_open == 1:
        return tr("{time} and 1 open").format(time=words)
    return tr("{time} and {n} open").format(time=words, n=total.n_open)


def total_work_words(total: Total) -> str:
    """Write the distance of the work: `3.6 km hard`; empty for none."""
    if not total.high:
        return ""
    if total.high < 1000:
        shown = range_words(str(total.low), str(total.high) if total.high != total.low else None)
        return tr("{distance} m hard").format(distance=shown)
    if manner().miles:
        low, high = (format_metres(Fraction(m) / MILE_M, 1) for m in (total.low, total.high))
        return tr("{distance} mi hard").format(distance=range_words(low, high if high != low else None))
    low, high = (format_metres(Fraction(m, 1000), 1) for m in (total.low, total.high))
    return tr("{distance} km hard").format(distance=range_words(low, high if high != low else None))


def total_distance_words(total: Total) -> str:
    """Write the same with no word on how it is run: `3.6 km`."""
    if not total.high:
        return ""
    if total.high < 1000:
        return tr("{n} m").format(n=range_words(str(total.low), str(total.high) if total.high != total.low else None))
    if manner().miles:
        low, high = (format_metres(Fraction(m) / MILE_M, 1) for m in (total.low, total.high))
        return tr("{n} mi").format(n=range_words(low, high if high != low else None))
    low, high = (format_metres(Fraction(m, 1000), 1) for m in (total.low, total.high))
    return tr("{n} km").format(n=range_words(low, high if high != low else None))
