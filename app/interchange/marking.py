"""Marking: the marks and splits of one continuous piece of a recorded run. Pure.

Rules of the file: what was pressed is kept to the millisecond, and its marks are the lines it was pressed at, where
that is what they are; what nobody pressed is interpolated, and its marks are chosen here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from app.core.asked import How
from app.core.bounds import MARKS
from app.core.origin import Laps
from app.core.setup import Setup
from app.core.tongue import tr
from app.core.track import race_marks, start_marks
from app.core.units import Metres
from app.interchange.nominal import distance_words, meant_as, metres_words, race_meant, range_words
from app.interchange.pieces import Piece, Taken
from app.interchange.splitting import Knots, splits_at

LONGEST_ON_TRACK_M = 5100
"""Up to here splits lie a lap of the track apart, beyond a kilometre: 5000 m as a watch may measure it."""
ROAD_M = Fraction(1000)
AT_LINE = Fraction(1, 10)
"""How far a lap as measured may be off the one between two lines: more than any watch errs, far less than another."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece with its splits, and what was taken for what."""

    piece: Piece
    laps: Laps
    notes: tuple[str, ...] = ()


def lined(piece: Piece, setup: Setup, race_m: Metres | None, *, is_lone: bool) -> Marked:
    """Return a piece that was lapped by hand, its marks put on the lines where the laps are those of a track.

    Args:
        piece: with the splits as pressed, marks as measured.
        setup: whose track and lines they may be.
        race_m: what a person says it was; None to look.
        is_lone: whether it is the one piece of work, and may be a race.
    """
    assert piece.distance_m is not None
    ends = [Fraction(0), *(split.mark_m for split in piece.splits), piece.distance_m]
    lengths = [to_m - from_m for from_m, to_m in pairwise(ends)]
    likely_m = race_m or (race_meant(piece.distance_m) if is_lone else None)
    if likely_m is not None:
        marks = race_marks(likely_m, setup.track.lap_m, setup.convention)
        wanted = [to_m - from_m for from_m, to_m in pairwise((Fraction(0), *marks))]
        if len(wanted) == len(lengths) and all(
            abs(m - due) <= AT_LINE * due for m, due in zip(lengths, wanted, strict=True)
        ):
            words = tr("Taken for {race}, lapped at the lines; the watch measured {measured}.")
            said = words.format(race=distance_words(likely_m), measured=metres_words(piece.distance_m))
            return Marked(_at(piece, marks), Laps.AT_LINES, (said,))
    if race_m is not None:
        words = tr("Taken for {race}; the watch measured {measured}.")
        said = words.format(race=distance_words(race_m), measured=metres_words(piece.distance_m))
        marks = tuple(end_m * race_m / piece.distance_m for end_m in ends[1:])
        return Marked(_at(piece, marks), Laps.PRESSED, (said,))
    lap_m = meant_as(lengths[:-1], (setup.track.lap_m,))
    if lap_m is None:
        return Marked(piece, Laps.PRESSED)
    last_m = lengths[-1]
    if abs(last_m - lap_m) <= AT_LINE * lap_m / 2:
        last_m = lap_m
    marks = (*(lap_m * n for n in range(1, len(lengths))), lap_m * (len(lengths) - 1) + last_m)
    laps = Laps.AT_LINES if lap_m == setup.track.lap_m else Laps.PRESSED
    if all(abs(m - lap_m) <= 1 for m in lengths[:-1]):
        return Marked(_at(piece, marks), laps)
    words = tr("Laps of {measured} are taken for {lap}.")
    said = words.format(measured=range_words(lengths[:-1]), lap=distance_words(lap_m))
    return Marked(_at(piece, marks), laps, (said,))


def _at(piece: Piece, marks: tuple[Metres, ...]) -> Piece:
    splits = tuple(replace(split, mark_m=mark_m) for split, mark_m in zip(piece.splits, marks, strict=False))
    return replace(piece, distance_m=marks[-1], splits=splits)


def along(piece: Piece, knots: Knots | None, setup: Setup, race_m: Metres | None) -> Marked:
    """Return a piece that nobody lapped, with its splits as the watch took them or as they are interpolated.

    Args:
        piece: with the splits that the watch took by itself.
        knots: of the piece; None where it knows no distance.
        setup: whose track and lines its marks lie on.
        race_m: what a person says it was; None to look.
    """
    if piece.distance_m is None or knots is None:
        return Marked(piece, Laps.NONE, (tr("The file has no distances: the time is all that is known."),))
    notes = []
    whole_m = piece.distance_m
    if race_m is None and whole_m > LONGEST_ON_TRACK_M and piece.splits:
        return Marked(piece, Laps.AUTOMATIC)
    race_m = race_m or race_meant(whole_m)
    target_m = whole_m if race_m is None else race_m
    every_m = setup.track.lap_m if target_m <= LONGEST_ON_TRACK_M else ROAD_M
    if race_m is not None:
        words = tr("Taken for {race}; the watch measured {measured}.")
        notes.append(words.format(race=distance_words(race_m), measured=metres_words(whole_m)))
    if target_m / every_m > MARKS:
        marks: tuple[Metres, ...] = (target_m,)
    elif race_m is not None:
        marks = race_marks(race_m, every_m, setup.convention)
    else:
        marks = start_marks(whole_m, every_m)
    found = splits_at(knots, piece.ms, marks, float(every_m) / 2, whole_m / target_m)
    if len(found) > 1:
        if len(found) < len(marks):
            notes.append(tr("Where the watch recorded too few points a split is left out."))
        taken = {split.ms for split in piece.splits}
        splits = tuple(
            Taken(mark_m, ms, How.AUTOMATIC if ms in taken else How.INTERPOLATED) for mark_m, ms in found[:-1]
        )
        notes.append(tr("Nobody pressed at the marks: the splits are interpolated between the watch's points."))
        return Marked(replace(piece, distance_m=target_m, splits=splits), Laps.INTERPOLATED, tuple(notes))
    if piece.splits:
        return Marked(piece, Laps.AUTOMATIC)
    if len(marks) > 1:
        notes.append(tr("The watch recorded too few points to interpolate splits."))
    return Marked(replace(piece, distance_m=target_m), Laps.NONE, tuple(notes))
