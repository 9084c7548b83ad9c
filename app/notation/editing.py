"""A workout changed block by block, and the text that follows; pure.

Rules of the file: only what is touched is written anew, and the rest stays as the coach wrote it: titles, words that
were not understood, the wording of every other line. Where a change at one spot would change what stands beside it, the
smallest region that holds both is written in canonical form. What cannot be is refused in a sentence, and nothing
changes.

Where it stands: a page shows the blocks of a reading; each operation takes the text and its reading, and returns both
anew. The steps of the answer are always those of `rearranging` and `stepping`, held by tests/notation/test_editing.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from app.core.errors import BellLapError, WorkoutError
from app.core.size import check_bounds
from app.core.tongue import tr
from app.core.workout import Item, Repeat, SendOff, Step
from app.notation import rearranging as values
from app.notation.blocks import ONCE
from app.notation.places import Place
from app.notation.reading import Reading
from app.notation.rearranging import Items, Refused, inside, item_at
from app.notation.rewording import reworded
from app.notation.sharing import takes_recovery
from app.notation.stepping import Figure, Manner, stepped, widened, with_manner
from app.notation.ways import ancestors, moves, puts
from app.notation.weaving import Wanted, Weaver


@dataclass(frozen=True, slots=True)
class Edited:
    """What came of an operation.

    Attributes:
        text: the whole text; the old one where it was refused.
        reading: of that text.
        place: where the block stands now that was worked on; after a removal where the next one does.
        said: why it was refused, one sentence; empty where it was done.
    """

    text: str
    reading: Reading
    place: Place = ()
    said: str = ""


# Blocks as they stand ------------------------------------------------------------------------------------------------


def move(text: str, reading: Reading, place: Place, before: Place) -> Edited:
    """Move a block before a place, into a set or out of one too.

    Args:
        text: as it stands.
        reading: of it.
        place: of the block.
        before: the place it is to take, as counted before the move; behind the last of a level too.
    """
    try:
        steps, now = values.moved(reading.steps, place, before)
        check_bounds(steps)
    except BellLapError as error:
        return Edited(text, reading, place, str(error))
    if steps == reading.steps:
        return Edited(text, reading, now or place)
    weaver = Weaver(text, reading)
    item = item_at(reading.steps, place)
    first, last = sorted((place[0], before[0] if len(before) > 1 else max(0, before[0] - (before > place))))
    return _woven(weaver, moves(weaver, place, before, item), Wanted(steps), (first, last), now)


def duplicate(text: str, reading: Reading, place: Place) -> Edited:
    """Put the same block once more behind a block."""
    try:
        steps = values.duplicated(reading.steps, place)
        check_bounds(steps)
    except BellLapError as error:
        return Edited(text, reading, place, str(error))
    weaver = Weaver(text, reading)
    behind = _behind(place)
    ways = puts(weaver, behind, item_at(reading.steps, place), weaver.owned(place))
    return _woven(weaver, ways, Wanted(steps, again=weaver.spans.get(place)), (place[0], place[0]), behind)


def remove(text: str, reading: Reading, place: Place) -> Edited:
    """Take a block out, with the words in it that were not understood; a set goes with the last that stands in it."""
    try:
        while len(place) > 1 and not values.is_recovery(reading.steps, place):
            around = item_at(reading.steps, place[:-1])
            if not isinstance(around, Repeat) or len(around.steps) > 1:
                break
            place = place[:-1]
        steps = values.replaced(reading.steps, place)
    except BellLapError as error:
        return Edited(text, reading, place, str(error))
    weaver = Weaver(text, reading)
    span = weaver.spans.get(place)

    def ways() -> Iterator[str]:
        yield from (weaver.spliced(cut) for cut in weaver.cuts(place))
        yield from ancestors(weaver, place, steps)

    return _woven(weaver, ways(), Wanted(steps, gone=span), (place[0], place[0]), values.near(steps, place))


def add(text: str, reading: Reading, after: Place, item: Item) -> Edited:
    """Put a new block behind one; the empty place puts it behind all."""
    return insert(text, reading, _behind(after) if after else (len(reading.steps),), item)


def insert(text: str, reading: Reading, before: Place, item: Item) -> Edited:
    """Put a new block before a place, or behind the last of a level."""
    try:
        steps = values.inserted(reading.steps, before, item)
        check_bounds(steps)
    except BellLapError as error:
        return Edited(text, reading, before, str(error))
    weaver = Weaver(text, reading)
    first = before[0] if len(before) > 1 else max(0, before[0] - 1)
    return _woven(weaver, puts(weaver, before, item, None), Wanted(steps), (first, first), before)


# Counts around a block -----------------------------------------------------------------------------------------------


def wrap(text: str, reading: Reading, place: Place) -> Edited:
    """Count a block, whole: `400m w/ 60s jog` becomes two times that."""

    def change(steps: Items) -> Items:
        return values.wrapped(steps, place)

    return _changed(text, reading, place, change, "2 x ({})")


def unwrap(text: str, reading: Reading, place: Place) -> Edited:
    """Take the count of a repeat away."""
    try:
        steps = values.unwrapped(reading.steps, place)
        check_bounds(steps)
    except BellLapError as error:
        return Edited(text, reading, place, str(error))
    weaver, item = Weaver(text, reading), item_at(reading.steps, place)

    def ways() -> Iterator[str]:
        span = weaver.owned(place)
        if span is not None and isinstance(item, Repeat):
            lone = item.recovery is not None and not isinstance(item.recovery.length, SendOff)
            items = inside(item) if lone else item.steps
            for joint in (" + ", "\n") if not weaver.is_line(span) else ("\n", " + "):
                yield weaver.spliced((span.start, span.end, weaver.canonical(span, items, joint)))
        yield from ancestors(weaver, place, steps)

    return _woven(weaver, ways(), Wanted(steps), (place[0], place[0]), place)


# Figures -------------------------------------------------------------------------------------------------------------


def step(text: str, reading: Reading, place: Place, figure: Figure, n: int) -> Edited:
    """Move a figure by notches: the reps of a repeat, the length or target of a step, the length of a recovery.

    Args:
        text: as it stands.
        reading: of it.
        place: of the repeat, the step or the recovery.
        figure: which.
        n: notches, down below zero.
    """

    def change(steps: Items) -> Items:
        return values.replaced(steps, place, stepped(item_at(steps, place), figure, n))

    return _changed(text, reading, place, change)


def widen(text: str, reading: Reading, place: Place, n: int) -> Edited:
    """Move the upper end of a range by notches: of the reps of a repeat, of a length."""

    def change(steps: Items) -> Items:
        return values.replaced(steps, place, widened(item_at(steps, place), n))

    return _changed(text, reading, place, change)


def switch(text: str, reading: Reading, place: Place, manner: Manner) -> Edited:
    """Let a recovery be jogged, walked, floated or stood."""

    def change(steps: Items) -> Items:
        return values.replaced(steps, place, with_manner(item_at(steps, place), manner))

    return _changed(text, reading, place, change)


def put(text: str, reading: Reading, place: Place, item: Item) -> Edited:
    """Put another item in the place of one: a step that was typed anew."""

    def change(steps: Items) -> Items:
        return values.replaced(steps, place, item)

    return _changed(text, reading, place, change)


def give_recovery(text: str, reading: Reading, place: Place, recovery: Step) -> Edited:
    """Give a repeat its recovery, or work that is run once; it takes the place of the one that is there."""

    def change(steps: Items) -> Items:
        item = item_at(steps, place)
        if isinstance(item, Repeat):
            return values.replaced(steps, place, replace(item, recovery=recovery))
        if not takes_recovery(item):
            raise Refused(tr("only work is recovered from"))
        return values.replaced(steps, place, Repeat(ONCE, (item,), recovery))

    return _changed(text, reading, place, change)


# The work ------------------------------------------------------------------------------------------------------------


def _changed(text: str, reading: Reading, place: Place, change: Callable[[Items], Items], frame: str = "") -> Edited:
    """Change one place and nothing beside it."""
    try:
        steps = change(reading.steps)
        check_bounds(steps)
        old, new = item_at(reading.steps, place), item_at(steps, place)
    except BellLapError as error:
        return Edited(text, reading, place, str(error))
    weaver = Weaver(text, reading)

    def ways() -> Iterator[str]:
        span = weaver.spans[place]
        if frame and "\n" not in weaver.slice_of(span) and weaver.owned(place) is not None:
            yield weaver.spliced((span.start, span.end, frame.format(weaver.slice_of(span))))
        for words in reworded(weaver.slice_of(span), old, new):
            yield weaver.spliced((span.start, span.end, words))
        if weaver.owned(place) is not None:
            yield weaver.spliced((span.start, span.end, weaver.canonical(span, [new])))
        yield from ancestors(weaver, place, steps)

    return _woven(weaver, ways(), Wanted(steps), (place[0], place[0]), place)


def _woven(weaver: Weaver, ways: Iterator[str], wanted: Wanted, touched: tuple[int, int], place: Place) -> Edited:
    """Take the first way that says what is wanted, a region in canonical form where none of them does."""

    def all_ways() -> Iterator[str]:
        yield from ways
        yield from weaver.regions(wanted.steps, *touched)

    found = weaver.first(all_ways(), wanted)
    if found is None:
        said = tr("the words around it say more than can be kept; change it in the text")
        return Edited(weaver.text, weaver.reading, place, said)
    return Edited(*found, place)


def _behind(place: Place) -> Place:
    return (*place[:-1], place[-1] + 1)


__all__ = [
    "Edited", "Figure", "Manner", "Refused", "WorkoutError", "add", "duplicate", "give_recovery", "insert", "move",
    "put", "remove", "step", "switch", "unwrap", "widen", "wrap",
]  # fmt: skip
