"""Where a damaged FIT file goes on: the next place from which messages follow each other as they should.

Rules of the file: no message has a mark to find it by, so a place is believed only where a dozen known messages stand
one behind the other, each with a time that fits. Whoever decodes them comes later.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

_SURE = 12
"""Messages in a row that are no chance: their times alone agree by chance in one of 2^15 places, each."""
_STAMPS = 4
"""Of those, the least that bear a time."""
GAP_S = 24 * 3600
"""Between two points that follow each other."""
_REACH = 16_384
"""Bytes that are looked through; a point has 20 to 80."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A message's form: bytes behind its header, and where among them its time stands."""

    size: int
    stamp: int | None
    order: Literal["little", "big"] = "little"


def next_whole(body: bytes, at: int, shapes: dict[int, Shape], stamp: int | None) -> int | None:
    """Return where whole messages go on after a damaged place; None where nothing is found.

    Args:
        body: of the part.
        at: where reading ended.
        shapes: of the messages, by local type.
        stamp: a time that was read before, in FIT's seconds; nothing is believed without one.
    """
    if stamp is None:
        return None
    for place in range(at, min(at + _REACH, len(body))):
        if _is_whole(body, place, shapes, stamp):
            return place
    return None


def _is_whole(body: bytes, at: int, shapes: dict[int, Shape], stamp: int) -> bool:
    stamped = 0
    for n in range(_SURE):
        if at == len(body):
            break
        head = body[at]
        is_compressed = head & 0x80
        shape = shapes.get(head >> 5 & 3 if is_compressed else head & 0x0F)
        if shape is None or (not is_compressed and head & 0x70):
            return False
        end = at + 1 + shape.size
        if end > len(body) or (n == 0 and shape.stamp is None):
            return False
        if is_compressed and shape.stamp is not None:
            return False  # the time stands in the header or behind it: this is the tail of a damaged message
        if shape.stamp is not None:
            said = int.from_bytes(body[at + 1 + shape.stamp : at + 5 + shape.stamp], shape.order)
            if not stamp <= said <= stamp + GAP_S:
                return False
            stamp = said
            stamped += 1
        at = end
    return stamped >= _STAMPS
