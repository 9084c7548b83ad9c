"""Items in the making, in a row: which of them a comma joins, and what holds for all of a row."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction

from app.core.bounds import REACH
from app.core.workout import Activity, ByDistance, ByTime, Count, Item, Open, Repeat, Split, Step
from app.notation.cursor import NotRead
from app.notation.part import Part
from app.notation.places import Node
from app.notation.sharing import is_long_run, is_rung, is_set, is_soft, says, takes_recovery, with_recovery, with_target

_ONCE = Count(1, 1)
_BRIEF_MS, _BRIEF_M = 180_000, 800


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
    start: int = -1
    """Of its first character, where that is not the first of its part."""
    end: int = -1
    """Behind the last character of what was folded into it, where that is not the last of its part."""
    is_shared: bool = False
    """Something of it stands in a part that holds for others too."""
    inner: list[Node] = field(default_factory=list)
    """Where what stands in it was read, if that is not the body of its part."""

    @property
    def node(self) -> Node:
        """Where it was read."""
        piece, start = self.part.piece, self.start
        inner = tuple(self.inner) or self.part.inner
        return Node(piece.start if start < 0 else start, max(piece.end, self.end), self.is_shared, inner)


def mark_shared(row: list[Placed]) -> None:
    """Note that one part says something of all of these."""
    if len(row) > 1:
        for placed in row:
            placed.is_shared = True


def is_listed(before: str) -> bool:
    """Say whether a separator joins a list: a comma, a slash or a dash."""
    return before in (",", "/", "-")


def run_at_end(row: list[Placed]) -> list[Placed]:
    """Return the items that a chain of commas joins to the last one.

    Raises:
        NotRead: there are more than `bounds.REACH` of them.
    """
    start = len(row) - 1
    while start > 0 and is_listed(row[start].before):
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
    apart = (number + 1 for number, placed in enumerate(run) if not (takes_recovery(placed.item) or _is_brief(placed)))
    start = max(apart, default=0)
    return run[start:]


def _is_brief(placed: Placed) -> bool:
    """Say whether an item is a recovery that can stand in a list of reps."""
    step = placed.item
    if not isinstance(step, Step) or not is_soft(step):
        return False
    length = step.length
    long = isinstance(length, ByTime) and length.ms > _BRIEF_MS
    return not long and not (isinstance(length, ByDistance) and length.metres(Fraction(400)) > _BRIEF_M)


def _is_side_work(item: Item) -> bool:
    """Say whether an item is drills, or strides of no length, which no recovery is meant for."""
    if not isinstance(item, Step):
        return False
    return item.activity is Activity.DRILL or (isinstance(item.length, Open) and item.activity is Activity.STRIDES)


def give(soft: Step, between: str, row: list[Placed]) -> bool:
    """Give a recovery to all of a row that has none; say whether any took it."""
    taken = []
    for placed in row:
        item = placed.item
        if isinstance(item, Repeat) and between == "sets":
            if is_set(item) and item.recovery is None:
                placed.item = replace(item, recovery=soft)
        elif isinstance(item, Repeat):
            placed.item = with_recovery(item, soft)
        elif takes_recovery(item) and not _is_side_work(item):
            placed.item, placed.is_block = Repeat(_ONCE, (item,), soft), True
        if placed.item is not item:
            taken.append(placed)
    mark_shared(taken)
    return bool(taken)


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


def _is_joined(row: list[Placed], at: int) -> bool:
    """Say whether an item is of one list with the one before it; `;` joins single reps, and parts blocks."""
    if row[at].before != ";":
        return is_listed(row[at].before)
    pair = row[at - 1].item, row[at].item
    return all(is_rung(item) and (isinstance(item, Step) or item.reps == _ONCE) for item in pair)


def _is_as_long(item: Item, other: Item) -> bool:
    """Say whether a time asked of one may be asked of the other."""
    first, second = (one.steps[0] if isinstance(one, Repeat) else one for one in (item, other))
    return isinstance(first, Step) and isinstance(second, Step) and first.length == second.length


def share(row: list[Placed]) -> None:
    """Let what the last of a run of commas says hold for those before it that say nothing."""
    for last in range(len(row) - 1, 0, -1):
        ending = last == len(row) - 1 or not _is_joined(row, last + 1)
        if not ending or not _is_joined(row, last):
            continue
        target, recovery = says(row[last].item)
        at = last
        taken = [row[last]]
        while at > 0 and _is_joined(row, at):
            at -= 1
            placed = row[at]
            if isinstance(placed.item, Step) and is_soft(placed.item):
                break  # a recovery that stands alone ends what is said behind it
            was = placed.item
            split = isinstance(target, Split) and not _is_as_long(placed.item, row[last].item)
            if target is not None and not split:
                placed.item = with_target(placed.item, target)
            if recovery is not None and is_rung(placed.item):
                if isinstance(placed.item, Repeat):
                    placed.item = with_recovery(placed.item, recovery)
                elif takes_recovery(placed.item):
                    placed.item = Repeat(_ONCE, (placed.item,), recovery)
            if placed.item is not was:
                taken.append(placed)
        mark_shared(taken)
