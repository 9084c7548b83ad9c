"""The figures of a piece that are lengths, and those that count what stands behind them."""

from __future__ import annotations

from fractions import Fraction

from app.core.tongue import tr
from app.core.workout import ByReps, Length, Unit
from app.notation import words
from app.notation.cursor import Cursor, Doubt, NotRead
from app.notation.lexing import Token
from app.notation.part import Part
from app.notation.settling import MOST_COUNT
from app.notation.soft import BARE_METRES
from app.notation.vocabulary import Kind

FIGURES = (Kind.LENGTH, Kind.CLOCK, Kind.NUMBER, Kind.REPS)

MILE_RACE = "mile race"


class Lengths:
    """Takes the lengths of one piece."""

    def __init__(self, part: Part, cursor: Cursor) -> None:
        self._part, self._cursor = part, cursor

    def take(self) -> bool:
        """Take a length, or the other of two (`1 km or 4 min`); say whether there was one."""
        cursor, part = self._cursor, self._part
        if cursor.sees(Kind.OR) and cursor.sees(*FIGURES, ahead=1) and part.lengths and part.figures:
            cursor.at += 1
            token = cursor.take(*FIGURES)
            first = part.figures[-1]
            if token is not None:
                sentence = tr("took {one}, not {other}").format(one=first.text, other=token.text)
                other = token.text if Kind.LENGTH in token.kinds else f"{token.text} metres"
                part.doubts.append(Doubt(sentence, first.start, token.end, other))
            return True
        token = cursor.take(*FIGURES)
        if token is None:
            return self._unit()
        self.add(_length_of(token), token)
        return True

    def _unit(self) -> bool:
        """Read a unit with no figure: `a mile`, `lap`; and `mile race`, which is no pace where no length stands."""
        cursor, part = self._cursor, self._part
        if not cursor.is_done and cursor.tokens[cursor.at].text == MILE_RACE and not part.lengths:
            cursor.at += 1
            part.race = True
            self.add(words.distance(Fraction(1), Unit.MI), cursor.last)
            return True
        unit = cursor.tokens[cursor.at].kinds.get(Kind.UNIT) if not cursor.is_done else None
        if not isinstance(unit, Unit) or unit in (Unit.M, Unit.KM, Unit.YD) or part.lengths:
            return False
        cursor.at += 1
        self.add(words.distance(Fraction(1), unit), cursor.last)
        return True

    def add(self, length: Length | tuple[Length, ...], token: Token) -> None:
        """Keep a length, or the rungs of a ladder.

        Raises:
            NotRead: a ladder stands beside another length.
        """
        part = self._part
        if isinstance(length, tuple):
            if part.ladder or part.lengths:
                raise NotRead
            part.ladder = length
            return
        part.lengths.append(length)
        part.figures.append(token)
        part.is_bare = Kind.NUMBER in token.kinds or Kind.CLOCK in token.kinds

    def count(self) -> None:
        """Let a bare figure that was taken for a length count what stands behind it: `4 strides`, `2 (8 x 200)`."""
        part = self._part
        if len(part.lengths) != 1 or part.counts:
            return
        low, high = part.figures[0].kinds.get(Kind.NUMBER, (Fraction(0), None))
        if low.denominator == 1 and 1 < (high or low) <= MOST_COUNT:
            part.counts.append(words.count(low, high))
            part.lengths, part.figures = [], []


def _length_of(token: Token) -> Length | tuple[Length, ...]:
    kinds = token.kinds
    if Kind.LENGTH in kinds:
        found: Length | tuple[Length, ...] = kinds[Kind.LENGTH]
        return found
    if Kind.REPS in kinds:
        reps: Length = kinds[Kind.REPS]
        return reps
    if Kind.CLOCK in kinds:
        time: Length = kinds[Kind.CLOCK]
        return time
    low, high = kinds[Kind.NUMBER]
    if not low:
        raise NotRead
    if low >= BARE_METRES or low.denominator != 1 or low < 1:
        return words.distance(low, Unit.M, high)
    return ByReps(int(low), None if high is None else int(high))
