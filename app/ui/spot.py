"""A spot: a place on the drawn track, the way out of it, and what may be written there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from app.core.units import Metres, format_metres

MOST_SAID = 4
"""Distances at one mark; where there are more, the middle ones are left out."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the drawn track, and the way out of it."""

    x: float
    y: float
    out_x: float
    out_y: float

    def point(self, out: float) -> QPointF:
        """Return the point so far outside of the middle of the track."""
        return QPointF(self.x + out * self.out_x, self.y + out * self.out_y)

    def beside(self, out: float, wide: float, high: float) -> QRectF:
        """Return the room of a word that begins so far outside; inside for less than 0."""
        support = (abs(self.out_x) * wide + abs(self.out_y) * high) / 2
        middle = self.point(out + support if out > 0 else out - support)
        return QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)


def said_at(metres: tuple[Metres, ...]) -> list[str]:
    """Return what may be written at a place, all of it first, and the next distance alone last.

    >>> from fractions import Fraction
    >>> said_at(tuple(Fraction(400 * lap) for lap in range(1, 26)))
    ['400 · 800 · 1200 … 10000', '400 · 800 …', '400']
    >>> said_at((Fraction("1609.344"),))
    ['1609']
    """
    said = [format_metres(each, 0) for each in metres]
    found = [" · ".join(said)] if len(said) <= MOST_SAID else [f"{' · '.join(said[: MOST_SAID - 1])} … {said[-1]}"]
    if len(said) > 2:
        found.append(f"{said[0]} · {said[1]} …")
    if len(said) > 1:
        found.append(said[0])
    return found if said else []
