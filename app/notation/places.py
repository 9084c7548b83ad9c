"""Where in a text a step came from; pure.

A place is the way to a step among the steps of a reading: indices from the outside in, 0-based, a repeat's recovery
being the place after its last step. The reader notes a node for each item that it places; `spans_of` turns them into
places once the items are settled, so that to read a text costs no more than the notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from app.core.workout import Item, Repeat

Place: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """The characters that an item was read from, and those of what stands in it where they are known apart."""

    start: int
    end: int
    is_shared: bool = False
    inner: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """The characters of a place.

    Attributes:
        place: of a step, a repeat or a recovery.
        start: of its first character in the text.
        end: the place behind its last character.
        is_shared: its characters say something of other places too, or something of it stands elsewhere.
    """

    place: Place
    start: int
    end: int
    is_shared: bool = False


def spans_of(items: Sequence[Item], nodes: Sequence[Node], place: Place = ()) -> list[Span]:
    """Return the span of every place, each repeat before what stands in it."""
    found: list[Span] = []
    for number, (item, node) in enumerate(zip(items, nodes, strict=True)):
        here = (*place, number)
        found.append(Span(here, node.start, node.end, node.is_shared))
        if isinstance(item, Repeat):
            found += _inside(item, node, here)
    return found


def _inside(item: Repeat, node: Node, place: Place) -> list[Span]:
    steps, inner = item.steps, node.inner
    all_of_it = Node(node.start, node.end, is_shared=True)
    n_known = len(inner)
    if len(steps) == 1 and isinstance(steps[0], Repeat) and n_known != 1:
        nodes = [Node(node.start, node.end, is_shared=True, inner=inner)]  # `2 x 4 x (...)`: two counts of one bracket
    elif n_known == len(steps) or (n_known == len(steps) + 1 and item.recovery is not None):
        nodes = list(inner[: len(steps)])
    else:
        nodes = [all_of_it] * len(steps)
    found = spans_of(steps, nodes, place)
    if item.recovery is not None:
        own = inner[-1] if n_known == len(steps) + 1 else all_of_it
        found.append(Span((*place, len(steps)), own.start, own.end, own.is_shared))
    return found
