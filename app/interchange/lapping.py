"""Lapping: what the laps of a recorded run are, as the watch took them, and which of them belong together. Pure.

Rules of the file: a lap's running time is never changed. Where the file disagrees with itself it says by how much.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from app.core.tongue import tr
from app.core.units import Millis, format_metres, format_time
from app.interchange.inferring import n_changes, told_by_speed
from app.interchange.recording import LapCause, Recording, RunLap

UNSAID_MS = 50
"""Laps that differ from the whole by less are rounded, and nothing is said of it."""
LAST_LAP_MS = 1000
"""What is missing from the laps, from here on, is a last lap that the file does not hold."""
OFF = Fraction(1, 100)
AUTO_M = 1000
"""Laps whose cause is not told and which are as long as each other, from this length on, were taken by the watch."""
EVEN_M = 1.0
ALTERNATES = 4
"""So many changes between quick and slow laps, and they were steps of a workout, however alike."""
AUTOMATIC = (LapCause.DISTANCE, LapCause.TIME)
"""The watch by itself, again and again."""


def whole_laps(recording: Recording, notes: list[str]) -> tuple[RunLap, ...]:
    """Return the laps that count: those with time, and the rest of the run where the file holds no lap for it.

    Args:
        recording: as it was read.
        notes: gets a sentence for each disagreement.
    """
    laps = [lap for lap in recording.laps if lap.elapsed_ms > 0]
    if not laps:
        return (RunLap(0, recording.elapsed_ms, recording.distance_m, LapCause.END),)
    sum_ms = sum(lap.elapsed_ms for lap in laps)
    off_ms = recording.elapsed_ms - sum_ms if recording.elapsed_ms else 0
    if abs(off_ms) >= UNSAID_MS:
        notes.append(_off_words(sum_ms, off_ms))
    known = [lap.distance_m for lap in laps if lap.distance_m is not None]
    whole_m, laps_m = recording.distance_m, sum(known) if len(known) == len(laps) else None
    if off_ms >= LAST_LAP_MS:
        rest_m = None if whole_m is None or laps_m is None else max(0.0, whole_m - laps_m)
        last = laps[-1]
        laps.append(RunLap(last.start_ms + (last.wall_ms or last.elapsed_ms), off_ms, rest_m, LapCause.END))
    elif whole_m and laps_m is not None and abs(Fraction(whole_m) - Fraction(laps_m)) > OFF * Fraction(whole_m):
        words = tr("The laps come to {laps} m and the run to {whole} m; the laps are taken.")
        notes.append(words.format(laps=format_metres(Fraction(laps_m), 0), whole=format_metres(Fraction(whole_m), 0)))
    return _even_ones(_steps(laps))


def _off_words(sum_ms: Millis, off_ms: Millis) -> str:
    if off_ms >= LAST_LAP_MS:
        words = tr("The laps come to {sum}, {off} s less than the run; what is left is taken as a last lap.")
    elif off_ms > 0:
        words = tr("The laps come to {sum}, {off} s less than the run; the laps are taken.")
    else:
        words = tr("The laps come to {sum}, {off} s more than the run; the laps are taken.")
    return words.format(sum=format_time(Fraction(sum_ms, 1000), 2), off=format_time(Fraction(abs(off_ms), 1000), 2))


def _steps(laps: Sequence[RunLap]) -> list[RunLap]:
    """Say of laps by distance or time whether they are steps of the watch's workout: unlike, or quick and slow."""
    own = [lap for lap in laps[:-1] if lap.cause in (LapCause.DISTANCE, LapCause.TIME)]
    sizes = [lap.distance_m if lap.cause is LapCause.DISTANCE else lap.elapsed_ms for lap in own]
    known = [size for size in sizes if size]
    are_alike = len({lap.cause for lap in own}) < 2 and (not known or max(known) <= 1.01 * min(known))
    told = told_by_speed([(lap.elapsed_ms, lap.distance_m) for lap in own])
    if are_alike and n_changes(told.intensities) < ALTERNATES:
        return list(laps)
    return [replace(lap, cause=LapCause.STEP) if lap in own else lap for lap in laps]


def _even_ones(laps: Sequence[RunLap]) -> tuple[RunLap, ...]:
    """Say of laps whose cause is not told whether the watch took them, every kilometre or mile."""
    unsaid = [lap for lap in laps[:-1] if lap.cause is LapCause.UNKNOWN]
    lengths = [lap.distance_m or 0.0 for lap in unsaid]
    if not unsaid or len(unsaid) < len(laps) - 1 or min(lengths) < AUTO_M - EVEN_M:
        return tuple(laps)
    if max(lengths) - min(lengths) > EVEN_M:
        return tuple(laps)
    return tuple(replace(lap, cause=LapCause.DISTANCE) if lap in unsaid else lap for lap in laps)


def grouped(laps: Sequence[RunLap]) -> tuple[tuple[RunLap, ...], ...]:
    """Return the laps in groups: a new one begins where somebody pressed, and where the file says another intensity."""
    groups: list[list[RunLap]] = [[laps[0]]]
    for before, lap in pairwise(laps):
        is_one = before.cause in AUTOMATIC and before.intensity is lap.intensity
        if is_one:
            groups[-1].append(lap)
        else:
            groups.append([lap])
    return tuple(tuple(group) for group in groups)


def distance_of(laps: Sequence[RunLap]) -> float | None:
    """Return how far laps are together; None where one of them does not know."""
    known = [lap.distance_m for lap in laps if lap.distance_m is not None]
    return sum(known) if len(known) == len(laps) else None
