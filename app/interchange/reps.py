"""Reps: which of a recorded run's pieces were meant as one distance or one time, and what the run is called by them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from statistics import median

from app.core.asked import How
from app.core.describe import duration_words
from app.core.tongue import tr
from app.core.units import Metres, Millis
from app.core.workout import Intensity
from app.interchange.nominal import distance_words, kilometres, meant_as, range_words
from app.interchange.pieces import Piece

BY_TIME_MS = 5000
"""Reps by time last a multiple of this."""
LEAST_TIMED = 3
"""Two laps may last the same by chance."""
TIMED_MS, THUMBED_MS, FOUND_MS = 200, 1000, 2000
"""How far off it each may be: ended by a watch; by a thumb, or found, and only where their distance is no usual one."""


def alike(pieces: Sequence[Piece], lap_m: Metres) -> tuple[list[Piece], tuple[str, ...]]:
    """Return pieces whose reps that were meant alike are alike, and a sentence for each distance taken for another.

    Args:
        pieces: of a run; those of work without splits may be reps.
        lap_m: one lap of the track, a distance that reps may be meant as.
    """
    reps = [piece for piece in pieces if piece.intensity is Intensity.WORK and not piece.splits]
    by_ms = _time_meant(reps, lap_m)
    if by_ms is not None:
        return [replace(piece, by_ms=by_ms) if piece in reps else piece for piece in pieces], ()
    groups: dict[Metres, list[Metres]] = {}
    for rep in reps:
        meant = meant_as([rep.distance_m], (lap_m,)) if rep.distance_m else None
        if meant is not None and rep.distance_m is not None:
            groups.setdefault(meant, []).append(rep.distance_m)
    notes: list[str] = []
    taken: dict[Metres, Metres] = {}
    for meant, measured in groups.items():
        if len(measured) < 2 or meant_as(measured, (lap_m,)) != meant:
            continue
        taken |= dict.fromkeys(measured, meant)
        if any(abs(each - meant) > 1 for each in measured):
            words = tr("Reps of {measured} are taken for {meant}.")
            notes.append(words.format(measured=range_words(measured), meant=distance_words(meant)))
    made = [
        replace(piece, distance_m=taken[piece.distance_m])
        if piece in reps and piece.distance_m is not None and piece.distance_m in taken
        else piece
        for piece in pieces
    ]
    return made, tuple(notes)


def _time_meant(reps: Sequence[Piece], lap_m: Metres) -> Millis | None:
    """Return the time that reps were meant as; None where they were meant as a distance, or as nothing alike."""
    if len(reps) < LEAST_TIMED:
        return None
    meant = BY_TIME_MS * round(median(rep.ms for rep in reps) / BY_TIME_MS)
    lengths = [rep.distance_m for rep in reps if rep.distance_m]
    is_measured = len(lengths) == len(reps) and meant_as(lengths, (lap_m,)) is not None
    is_found = all(rep.how is How.INTERPOLATED for rep in reps[:-1])
    if is_measured and is_found:
        return None
    most = TIMED_MS if is_measured else FOUND_MS if is_found else THUMBED_MS
    return meant if meant and all(abs(rep.ms - meant) <= most for rep in reps) else None


def name_of(pieces: Sequence[Piece]) -> str:
    """Name a run by its work: `8 × 400 m`, `The mile`, `12.4 km`."""
    work = [piece for piece in pieces if piece.intensity is Intensity.WORK]
    lengths = {piece.distance_m for piece in work}
    first = work[0] if work else pieces[0]
    if len(work) == 1:
        words = tr("Run", "imported") if not first.distance_m else distance_words(first.distance_m)
        return words[:1].upper() + words[1:]
    if len({piece.by_ms for piece in work}) == 1 and first.by_ms is not None:
        return f"{len(work)} × {duration_words(first.by_ms)}"
    if len(lengths) == 1 and first.distance_m:
        return f"{len(work)} × {distance_words(first.distance_m)}"
    known = sum((piece.distance_m or Fraction(0) for piece in work), Fraction(0))
    if known:
        return tr("{n} reps, {km}").format(n=len(work), km=kilometres(known))
    return tr("{n} laps").format(n=len(work))
