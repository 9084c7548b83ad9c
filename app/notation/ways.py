"""The ways to write one operation, each a whole text, the one that touches least first; guesses all. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.workout import Item
from app.notation import rearranging as values
from app.notation.places import Place, Span
from app.notation.rearranging import Items, item_at
from app.notation.weaving import Splice, Weaver
from app.notation.writing import format_item


def ancestors(weaver: Weaver, place: Place, steps: Items) -> Iterator[str]:
    """Write what stands around a place in canonical form, from the inside out."""
    for depth in range(len(place) - 1, 0, -1):
        around = weaver.owned(place[:depth])
        if around is not None:
            item = item_at(steps, place[:depth])
            yield weaver.spliced((around.start, around.end, weaver.canonical(around, [item])))


def moves(weaver: Weaver, place: Place, before: Place, item: Item) -> Iterator[str]:
    """Move what stands at a place before another, in its own words first."""
    span = weaver.owned(place)
    if span is None:
        return
    own = weaver.slice_of(span)
    for piece in dict.fromkeys((own, weaver.canonical(span, [item]))):
        for number, put_in in enumerate(weaver.puts(before, piece)):
            for cut in weaver.cuts(place):
                if cut[0] < put_in[0] < cut[1] or number > 1:
                    continue
                yield weaver.spliced(cut, put_in)
                break


def puts(weaver: Weaver, place: Place, item: Item, source: Span | None) -> Iterator[str]:
    """Put an item before a place, in the words of a source first where it has one."""
    if source is not None:
        yield from (weaver.spliced(each) for each in _two(weaver.puts(place, weaver.slice_of(source))))
    yield from (weaver.spliced(each) for each in weaver.puts(place, format_item(item)))
    # a set whose children have no characters of their own is written anew
    for depth in range(len(place) - 1, 0, -1):
        around = weaver.owned(place[:depth])
        if around is not None:
            whole = values.inserted(weaver.reading.steps, place, item)
            written = weaver.canonical(around, [item_at(whole, place[:depth])])
            yield weaver.spliced((around.start, around.end, written))


def _two(splices: Iterator[Splice]) -> Iterator[Splice]:
    yield from (splice for splice, _ in zip(splices, range(2), strict=False))
