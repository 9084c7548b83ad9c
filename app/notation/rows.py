"""Items in the making, in a row: which of them a comma joins, and what holds for all of a row."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.core.bounds import REACH
from app.core.workout import Activity, Count, Item, Repeat, Step
from app.notation.pieces import Part
from app.notation.scanning import NotRead
from app.notation.sharing import is_long_run, is_set, takes_recovery, with_recovery

_ONCE = Count(1, 1)


@dataclass(slots=True)
class Placed:
    """An item in the making."""

    part: Part
    item: Item
    before: str
    """The separator in front of it."""
    is_block: bool
    """Takes a recovery of its own: it was counted, or stands in a ladder."""
    opens_set: bool = False
    """Takes the list that follows into its body."""


def run_at_end(row: list[Placed]) -> list[Placed]:
    """Return the items that a chain of commas joins to the last one.

    Raises:
        NotRead: there are more than `bounds.REACH` of them.
    """
    start = len(row) - 1
    while start > 0 and row[start].before == ",":
        start -= 1
        if len(row) - start > REACH:
            raise NotRead
    return row[start:]


def within_reach(row: list[Placed]) -> list[Placed]:
    """Return the whole row.

    Raises:
        NotRead: it has more than `bounds.REACH` items.
    """
    if len(row) > REACH:
        raise NotRead
    return row


def uncounted_run(row: list[Placed]) -> list[Placed]:
    """Return the list that commas join to the last item; empty where anything of it has a count of its own."""
    run = run_at_end(row)
    if any(isinstance(placed.item, Repeat) for placed in run):
        return []
    start = max((number + 1 for number, placed in enumerate(run) if not takes_recovery(placed.item)), default=0)
    return run[start:]


def give(soft: Step, between: str, row: list[Placed]) -> bool:
    """Give a recovery to all of a row that has none; say whether any took it."""
    taken = False
    for placed in row:
        item = placed.item
        if isinstance(item, Repeat) and between == "sets":
            if is_set(item) and item.recovery is None:
                placed.item, taken = replace(item, recovery=soft), True
        elif isinstance(item, Repeat):
            changed = with_recovery(item, soft)
            taken |= changed is not item
            placed.item = changed
        elif takes_recovery(item):
            placed.item, placed.is_block, taken = Repeat(_ONCE, (item,), soft), True, True
    return taken


def ease(row: list[Placed]) -> list[Placed]:
    """Take a long run with no more said about it for an easy one, before or after what is counted.

    Not where a `+` stands, which is how a run at no named pace is written for good.

    Returns:
        Those that were taken so.
    """
    if len(row) < 2 or not any(isinstance(placed.item, Repeat) and placed.item.reps.high > 1 for placed in row):
        return []
    eased = []
    for placed, separator in ((row[0], row[1].before), (row[-1], row[-1].before)):
        if separator not in ("+", ";") and is_long_run(placed.item):
            assert isinstance(placed.item, Step)
            placed.item = replace(placed.item, activity=Activity.EASY)
            eased.append(placed)
    return eased
