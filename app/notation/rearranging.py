"""Steps moved, doubled, taken out and put in, as values; the text follows in `editing`. Pure.

Rules of the file: an answer is written as a reader would read it. A recovery that comes to end a set of several is the
set's own, since that is what its text would say; a set that nothing is left of is gone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.core.errors import BellLapError
from app.core.tongue import tr
from app.core.workout import Count, Item, Repeat, SendOff, Step
from app.notation.places import Place
from app.notation.sharing import is_soft

Items = tuple[Item, ...]
TWICE = Count(2, 2)


class Refused(BellLapError):
    """An operation that cannot be; nothing was changed."""


def item_at(items: Sequence[Item], place: Place) -> Item:
    """Return what stands at a place.

    Raises:
        Refused: nothing does.
    """
    level: Sequence[Item] = items
    found: Item | None = None
    for number in place:
        if not 0 <= number < len(level):
            raise _gone()
        found = level[number]
        level = inside(found)
    if found is None:
        raise _gone()
    return found


def inside(item: Item) -> tuple[Item, ...]:
    """Return what stands in a repeat, its recovery last; nothing in a step."""
    if not isinstance(item, Repeat):
        return ()
    return item.steps if item.recovery is None else (*item.steps, item.recovery)


def is_recovery(items: Sequence[Item], place: Place) -> bool:
    """Say whether a place is the recovery of the repeat around it."""
    if len(place) < 2:
        return False
    around = item_at(items, place[:-1])
    return isinstance(around, Repeat) and place[-1] == len(around.steps)


def replaced(items: Sequence[Item], place: Place, *new: Item) -> Items:
    """Put others in the place of one; none of them takes it out.

    Raises:
        Refused: nothing stands there, or what is no recovery would be one.
    """
    item_at(items, place)
    return _settled(_put(items, place, new, n_gone=1))


def inserted(items: Sequence[Item], place: Place, *new: Item) -> Items:
    """Put others before a place, which may be the one behind the last of its level."""
    return _settled(_put(items, place, new, n_gone=0))


def duplicated(items: Sequence[Item], place: Place) -> Items:
    """Do one twice in a row."""
    item = item_at(items, place)
    if is_recovery(items, place):
        raise Refused(tr("a repeat has one recovery"))
    return replaced(items, place, item, replace(item))


def moved(items: Sequence[Item], place: Place, before: Place) -> tuple[Items, Place]:
    """Move one before a place of the same steps.

    Args:
        items: all of them.
        place: of what is moved.
        before: the place that it is to take, as it is counted before the move; behind the last of a level too.

    Returns:
        The steps, and the place where it stands now.

    Raises:
        Refused: it would stand in itself, or is a recovery.
    """
    if before[: len(place)] == place and len(before) > len(place):
        raise Refused(tr("a set cannot stand in itself"))
    if is_recovery(items, place):
        raise Refused(tr("the recovery belongs to its repeat"))
    item = replace(item_at(items, place))
    marked = _put(items, place, (_HOLE,), n_gone=1)
    found = _settled(_put(marked, before, (item,), n_gone=0))
    return found, place_of(found, item)


def wrapped(items: Sequence[Item], place: Place) -> Items:
    """Do one, whole, twice over: the beginning of a set."""
    if is_recovery(items, place):
        raise Refused(tr("the recovery belongs to its repeat"))
    return replaced(items, place, Repeat(TWICE, (item_at(items, place),)))


def unwrapped(items: Sequence[Item], place: Place) -> Items:
    """Take the count of a repeat away: what is in it is done once, its recovery behind it.

    Raises:
        Refused: it is no repeat.
    """
    item = item_at(items, place)
    if not isinstance(item, Repeat):
        raise Refused(tr("it is not repeated"))
    rest = item.recovery
    lone = rest is not None and not isinstance(rest.length, SendOff)
    return replaced(items, place, *(inside(item) if lone else item.steps))


def place_of(items: Sequence[Item], wanted: Item) -> Place:
    """Return the place of a value by its identity; the empty place where it is none of them."""
    return next((place for place, item in places(items) if item is wanted), ())


def places(items: Sequence[Item], around: Place = ()) -> Iterator[tuple[Place, Item]]:
    """Walk all places, each repeat before what stands in it, its recovery behind that."""
    for number, item in enumerate(items):
        yield (*around, number), item
        yield from places(inside(item), (*around, number))


def near(steps: Items, place: Place) -> Place:
    """Return a place that is there: this one, the one before it, or what stands around it."""
    while place:
        level = steps if len(place) == 1 else inside(item_at(steps, place[:-1]))
        if place[-1] < len(level):
            return place
        if level:
            return (*place[:-1], len(level) - 1)
        place = place[:-1]
    return ()


# The work ------------------------------------------------------------------------------------------------------------

_HOLE = Repeat(Count(1, 1), ())
"""Holds a place until all is put where it belongs."""


def _put(items: Sequence[Item], place: Place, new: Sequence[Item], n_gone: int) -> Items:
    number, rest = place[0], place[1:]
    if rest:
        if number >= len(items):
            raise _gone()
        return (*items[:number], _put_inside(items[number], rest, new, n_gone), *items[number + 1 :])
    if number > len(items):
        raise _gone()
    return (*items[:number], *new, *items[number + n_gone :])


def _put_inside(item: Item, place: Place, new: Sequence[Item], n_gone: int) -> Item:
    if not isinstance(item, Repeat):
        raise _gone()
    if place == (len(item.steps),) and n_gone and item.recovery is not None:
        if not new:
            return replace(item, recovery=None)
        only = new[0]
        if len(new) > 1 or not isinstance(only, Step) or not is_soft(only):
            raise Refused(tr("only a recovery can stand between reps"))
        return replace(item, recovery=only)
    return replace(item, steps=_put(item.steps, place, new, n_gone))


def _settled(items: Sequence[Item]) -> Items:
    found: list[Item] = []
    for item in items:
        if not isinstance(item, Repeat):
            found.append(item)
            continue
        steps = _settled(item.steps)
        last = steps[-1] if len(steps) > 1 else None
        if isinstance(last, Step) and is_soft(last) and item.recovery is None:
            found.append(Repeat(item.reps, steps[:-1], last))
        elif steps == item.steps:
            found += [item] if steps else []
        elif steps:
            found.append(replace(item, steps=steps))
    return tuple(found)


def _gone() -> Refused:
    return Refused(tr("that block is gone"))
