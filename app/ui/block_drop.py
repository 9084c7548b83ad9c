"""Where a dragged block would stand: between which rows, and in which set. Pure; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.notation.places import Place
from app.ui.block_words import Block


@dataclass(frozen=True, slots=True)
class Drop:
    """A place for a block."""

    gap: int
    """Rows above it."""
    before: Place
    """The place that the block takes, as counted before the move."""
    depth: int


def drop_at(blocks: Sequence[Block], gap: int, depth: int, dragged: Block) -> Drop | None:
    """Return the place between two rows that is nearest to a depth; None within what is dragged.

    Args:
        blocks: the rows.
        gap: how many of them stand above.
        depth: how far in the pointer is.
        dragged: the row that is moved.
    """
    ways: dict[int, Place] = {}
    least = blocks[gap].depth if gap < len(blocks) else 0
    if gap:
        above = blocks[gap - 1].place
        for level in range(len(above) - 1, least - 1, -1):
            ways[level] = (*above[:level], above[level] + 1)
    if gap < len(blocks):
        ways[least] = blocks[gap].place
    own = dragged.place
    can = {level: way for level, way in ways.items() if way[: len(own)] != own or way == own}
    if not can:
        return None
    level = min(can, key=lambda each: (abs(each - depth), -each))
    return Drop(gap, can[level], level)


def is_kept(drop: Drop, dragged: Block) -> bool:
    """Say whether a block would stand where it stands."""
    place = dragged.place
    return drop.before in (place, (*place[:-1], place[-1] + 1))


def way_of(blocks: Sequence[Block], index: int, way: str) -> Place | None:
    """Return the place that a block takes by a key: `up` or `down` in its row, `out` of its set, `in`to the one above.

    At the end of a set up and down lead out of it.
    """
    place = blocks[index].place
    level = [block.place for block in blocks if len(block.place) == len(place) and block.place[:-1] == place[:-1]]
    around = place[:-1]
    if way == "up":
        return (*around, place[-1] - 1) if place[-1] else around or None
    if way == "down":
        return (*around, place[-1] + 2) if place != level[-1] else _behind(around)
    if way == "out":
        return _behind(around)
    above = next((block for block in blocks if block.place == (*around, place[-1] - 1) and block.is_set), None)
    if above is None:
        return None
    n_inside = sum(block.place[:-1] == above.place for block in blocks)
    return (*above.place, n_inside)


def _behind(place: Place) -> Place | None:
    return (*place[:-1], place[-1] + 1) if place else None
