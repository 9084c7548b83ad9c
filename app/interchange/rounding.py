"""Rounding up: what stands written out, or as rounds with a rep behind them, becomes repeats with a recovery between.

Rules of the file: what is run never changes. The recovery of a repeat of ours falls away where nothing, a cool-down or
another recovery follows (`core.planning`), so one that a file does run there is written behind the repeat once more;
and a rep joins the rounds before it only where the recovery between them would fall away behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from app.core.bounds import NESTING
from app.core.workout import Count, Intensity, Item, Repeat, Step
from app.interchange.sheet import SheetItem, SheetRepeat, SheetStep

_ROW = 3
_LONGEST = 24
"""Items of a round that is looked for where every round is written out."""
_FALLS = (Intensity.RECOVERY, Intensity.REST, Intensity.COOLDOWN)
Follow = frozenset[bool]
"""Whether a recovery before it falls away, for each that may follow."""
END: Follow = frozenset({True})


class Rounder:
    """Makes items of ours."""

    def __init__(self, carry: Callable[[SheetStep], Step], intensity: Callable[[Step], Intensity]) -> None:
        self._carry = carry
        self._intensity = intensity

    def items(self, given: Sequence[SheetItem], after: Follow = END, room: int = NESTING) -> list[Item]:
        """Return what is run as items of ours.

        Args:
            given: not empty, no repeat in it either, and not deeper than `room`.
            after: what may follow.
            room: levels of repeats that there may be.
        """
        items: list[Item] = []
        for index, item in enumerate(given):
            if isinstance(item, SheetStep):
                items.append(self._carry(item))
                continue
            follow = frozenset({_falls(given[index + 1])}) if index + 1 < len(given) else after
            body = self.items(item.items, follow | {_falls(item)}, room - 1)
            last = body[-1]
            if len(body) > 1 and self._is_soft(last):
                assert isinstance(last, Step)
                items += [Repeat(Count(item.n, item.n), tuple(body[:-1]), last), last]
            else:
                items.append(Repeat(Count(item.n, item.n), tuple(body)))
        return self._tidy(self._folded(items, after, room), after)

    # Rounds that stand written out

    def _folded(self, items: list[Item], after: Follow, room: int) -> list[Item]:
        if room:
            items = _in_rows(items)
        for _ in range(NESTING):
            folded = self._once(items, after, room)
            if len(folded) == len(items):
                break
            items = folded
        return items

    def _once(self, items: list[Item], after: Follow, room: int) -> list[Item]:
        numbers: dict[Item, int] = {}
        ids = [numbers.setdefault(item, len(numbers)) for item in items]
        made: list[Item] = []
        index = 0
        while index < len(items):
            joined = self._joined(items, index, after) or self._found(items, ids, index, after, room)
            repeat, n_taken = joined or (items[index], 1)
            made.append(repeat)
            index += n_taken
        return made

    def _joined(self, items: list[Item], index: int, after: Follow) -> tuple[Item, int] | None:
        """Take a rep into the rounds before it: 7 x (400, jog), jog being written once more, and a 400."""
        block = items[index]
        if not isinstance(block, Repeat) or block.recovery is None:
            return None
        recovery, body, n = block.recovery, list(block.steps), block.reps.high
        at = index + 1
        while items[at : at + 1] == [recovery] and items[at + 1 : at + 1 + len(body)] == body:
            end = at + 1 + len(body)
            if self._follow(items, end, after) != END:
                break
            at, n = end, n + 1
        return (Repeat(Count(n, n), block.steps, recovery), at - index) if at > index + 1 else None

    def _found(
        self, items: list[Item], ids: list[int], index: int, after: Follow, room: int
    ) -> tuple[Item, int] | None:
        """Find a round that is written out twice at least, with the same recovery between."""
        if self._is_soft(items[index]):
            return None
        for length in range(1, min(_LONGEST, (len(items) - index) // 2) + 1):
            between = index + length
            recovery = items[between]
            if not isinstance(recovery, Step) or not self._is_soft(recovery) or self._is_soft(items[between - 1]):
                continue
            body = ids[index:between]
            n, end = 1, between
            while ids[end : end + 1] == ids[between : between + 1] and ids[end + 1 : end + 1 + length] == body:
                n, end = n + 1, end + 1 + length
            if n > 1 and self._follow(items, end, after) != END:
                n, end = n - 1, end - 1 - length  # the recovery would stand before what follows
            steps = tuple(items[index:between])
            if n > 1 and _depth(steps) < room:
                return Repeat(Count(n, n), steps, recovery), end - index
        return None

    def _follow(self, items: Sequence[Item], at: int, after: Follow) -> Follow:
        return frozenset({self._falls_before(items[at])}) if at < len(items) else after

    # Recoveries that stand by themselves

    def _tidy(self, items: list[Item], after: Follow) -> list[Item]:
        """Take out a recovery that is written once more though it would not fall away."""
        kept: list[Item] = []
        for index, item in enumerate(items):
            before = kept[-1] if kept else None
            again = isinstance(before, Repeat) and before.recovery is not None and before.recovery == item
            if not (again and self._follow(items, index + 1, after) == frozenset({False})):
                kept.append(item)
        return kept

    def _falls_before(self, item: Item) -> bool:
        while isinstance(item, Repeat):
            item = item.steps[0]
        return self._intensity(item) in _FALLS

    @staticmethod
    def _is_soft(item: Item) -> bool:
        return isinstance(item, Step) and item.intensity in (Intensity.RECOVERY, Intensity.REST)


def _in_rows(items: list[Item]) -> list[Item]:
    """Count what is done three times on end and more, as formats write it that know no repeat; twice may be meant."""
    made: list[Item] = []
    for item, alike in groupby(items):
        row = list(alike)
        counted = isinstance(item, Step) and item.intensity is Intensity.WORK and len(row) >= _ROW
        made += [Repeat(Count(len(row), len(row)), (item,))] if counted else row
    return made


def _falls(item: SheetItem) -> bool:
    while isinstance(item, SheetRepeat):
        item = item.items[0]
    return item.intensity in _FALLS


def _depth(items: Sequence[Item]) -> int:
    return max((1 + _depth(item.steps) for item in items if isinstance(item, Repeat)), default=0)
