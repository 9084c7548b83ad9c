"""Parts in a row become steps and blocks: which recovery belongs to what, and how far a suffix reaches.

Rules of the file: within a run of commas, a recovery that stands alone belongs to the block before it, and what the
last block says (its target, its recovery) holds for the blocks before it that say nothing. `+`, `;` and `then` part
things for good. A line that holds only a recovery or a target belongs to all that stands above it and has none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from app.core.workout import Activity, ByDistance, ByReps, Count, Intensity, Item, Length, Open, Repeat, Step, Target
from app.notation.pieces import Part
from app.notation.scanning import NotRead
from app.notation.targets import timed_target

_ONCE = Count(1, 1)
_UNSHARED = (Activity.STRIDES, Activity.DRILL, Activity.STRENGTH, Activity.EASY, Activity.SPRINT)


@dataclass(slots=True)
class Placed:
    """An item in the making."""

    item: Item
    before: str
    """The separator in front of it."""
    is_block: bool
    """Takes a recovery of its own: it was counted, or stands in a ladder."""


class Folder:
    """Takes parts one by one."""

    def __init__(self) -> None:
        self.placed: list[Placed] = []
        self.doubts: list[tuple[Part, str]] = []

    def items(self) -> tuple[Item, ...]:
        """Return the items, suffixes shared."""
        self._share()
        return tuple(placed.item for placed in self.placed)

    def take(self, part: Part, body: tuple[Item, ...] | None) -> None:
        """Place one part.

        Args:
            part: as read.
            body: the items of the bracket it counts, where it counts one.

        Raises:
            NotRead: it says nothing that can be placed.
        """
        for sentence in part.doubts:
            self.doubts.append((part, sentence))
        if part.phase is not None:
            self._add(part, self._phase(part))
        elif part.soft is not None:
            self._soft(part, part.soft)
        elif body is not None:
            self._add_block(part, body)
        elif part.ladder:
            self._ladder(part)
        elif part.lengths or part.activity or part.name:
            self._hard(part)
        elif part.target is not None or part.timed is not None:
            self._suffix(part)
        elif part.recovery is not None and not part.counts:
            self._soft(part, part.recovery)
        else:
            raise NotRead  # a count of nothing, or only words that say nothing

    def _target(self, part: Part, length: Length | None) -> Target | None:
        if part.timed is None:
            return part.target
        target, doubt = timed_target(part.timed, length)
        if doubt:
            self.doubts.append((part, doubt))
        return target

    def _phase(self, part: Part) -> Step:
        if part.counts or len(part.lengths) > 1 or part.recovery is not None:
            raise NotRead
        assert part.phase is not None
        length = self._work_length(part)
        activity = part.activity or Activity.RUN
        return Step(length or Open(), part.phase, activity, self._target(part, length), part.name)

    def _work_length(self, part: Part) -> Length | None:
        if not part.lengths:
            return None
        if len(part.lengths) > 1:
            raise NotRead
        length = part.lengths[0]
        if isinstance(length, ByReps) and not _counts_movements(part):
            self.doubts.append((part, f"took {length.n} as metres"))
            return ByDistance(Fraction(length.n))
        return length

    def _step(self, part: Part) -> Step:
        length = self._work_length(part)
        activity = part.activity or Activity.RUN
        if length is None and activity in (Activity.RUN, Activity.EASY) and not part.name:
            raise NotRead
        target = self._target(part, length)
        return Step(length or Open(), Intensity.WORK, activity, target, part.name, race=part.race)

    def _hard(self, part: Part) -> None:
        step = self._step(part)
        run = self._uncounted_run() if part.piece.before == "," and part.is_counted_behind else []
        if run and len(part.counts) == 1:
            self._count_run(part, run, step)
            return
        if not part.counts and part.recovery is None:
            self._add(part, step)
            return
        self._add_block(part, (step,))

    def _count_run(self, part: Part, run: list[Placed], step: Step) -> None:
        """Count a whole list by what stands behind its last: `800m, 400m x3`."""
        n = part.counts[0].high
        self.doubts.append((part, f"took x{n} for the whole list; to count the last alone, write {n} x before it"))
        del self.placed[-len(run) :]
        before = run[0].before
        self._add_block(part, (*(placed.item for placed in run), step))
        self.placed[-1].before = before

    def _uncounted_run(self) -> list[Placed]:
        """Return the list that commas join to the last item; empty where anything of it has a count of its own."""
        run = self._run()
        if any(isinstance(placed.item, Repeat) for placed in run):
            return []
        start = max((number + 1 for number, placed in enumerate(run) if not _takes_recovery(placed.item)), default=0)
        return run[start:]

    def _add_block(self, part: Part, body: tuple[Item, ...]) -> None:
        """Count a body: the innermost count takes the recovery, unless it is said to stand between sets."""
        counts = part.counts or [_ONCE]
        inner = body
        rest: Step | None = None
        last = inner[-1]
        if len(inner) > 1 and isinstance(last, Step) and _is_soft(last):
            inner, rest = inner[:-1], last
        recovery = part.recovery
        if rest is not None and recovery is not None:
            inner, rest = body, None
        if part.target is not None and part.body is not None:
            inner = tuple(_with_target(item, part.target) for item in inner)
        if recovery is not None and part.between == "reps" and part.body is not None:
            inner = tuple(_with_recovery(item, recovery) for item in inner)
            recovery = None
        block = Repeat(counts[-1], inner, rest or (recovery if len(counts) == 1 or part.between != "sets" else None))
        for count in reversed(counts[:-1]):
            block = Repeat(count, (block,), recovery if part.between == "sets" else None)
        self._add(part, block, is_block=True)

    def _ladder(self, part: Part) -> None:
        target = self._target(part, part.ladder[0])
        activity = part.activity or Activity.RUN
        steps = [Step(length, Intensity.WORK, activity, target) for length in part.ladder]
        if part.counts:
            rungs: tuple[Item, ...] = tuple(
                Repeat(_ONCE, (step,), part.recovery) if part.recovery is not None else step for step in steps
            )
            self._add(part, Repeat(part.counts[0], rungs), is_block=True)
            return
        for number, step in enumerate(steps):
            item: Item = Repeat(_ONCE, (step,), part.recovery) if part.recovery is not None else step
            self.placed.append(Placed(item, part.piece.before if number == 0 else ",", True))

    def _soft(self, part: Part, soft: Step) -> None:
        """Give a recovery to what stands before it, or let it stand alone."""
        before, last = part.piece.before, self.placed[-1] if self.placed else None
        if before in ("\n", ".") and self.placed and self._give(soft, part.between, self.placed):
            return
        if last is not None and before == ",":
            if part.between == "sets" and isinstance(last.item, Repeat) and _is_set(last.item):
                last.item = replace(last.item, recovery=soft)
                return
            if part.between == "reps" and self._give(soft, "reps", self._run()):
                return
            if last.is_block and self._give(soft, "", [last]):
                return
        self._add(part, soft)

    def _run(self) -> list[Placed]:
        """Return the items that a chain of commas joins to the last one."""
        start = len(self.placed) - 1
        while start > 0 and self.placed[start].before == ",":
            start -= 1
        return self.placed[start:]

    def _give(self, soft: Step, between: str, run: list[Placed]) -> bool:
        taken = False
        for placed in run:
            item = placed.item
            if isinstance(item, Repeat) and between == "sets":
                if _is_set(item) and item.recovery is None:
                    placed.item, taken = replace(item, recovery=soft), True
            elif isinstance(item, Repeat):
                changed = _with_recovery(item, soft)
                taken |= changed is not item
                placed.item = changed
            elif _takes_recovery(item):
                placed.item, placed.is_block, taken = Repeat(_ONCE, (item,), soft), True, True
        return taken

    def _suffix(self, part: Part) -> None:
        run = self.placed if part.piece.before in ("\n", ".") else self._run() if self.placed else []
        taken = False
        for placed in run:
            lone = placed.item.steps[0] if isinstance(placed.item, Repeat) else placed.item
            length = lone.length if isinstance(lone, Step) else None
            asked = part.target if part.timed is None else timed_target(part.timed, length)[0]
            if asked is None:
                continue
            changed = _with_target(placed.item, asked)
            taken |= changed is not placed.item
            placed.item = changed
        if not taken:
            raise NotRead

    def _share(self) -> None:
        """Let what the last of a run of commas says hold for those before it that say nothing."""
        for last in range(len(self.placed) - 1, 0, -1):
            ending = last == len(self.placed) - 1 or self.placed[last + 1].before != ","
            if not ending or self.placed[last].before != ",":
                continue
            item = self.placed[last].item
            target, recovery = _says(item)
            at = last
            while at > 0 and self.placed[at].before == ",":
                at -= 1
                placed = self.placed[at]
                if target is not None:
                    placed.item = _with_target(placed.item, target)
                if recovery is not None and _rungs(placed.item):
                    if isinstance(placed.item, Repeat):
                        placed.item = _with_recovery(placed.item, recovery)
                    elif _takes_recovery(placed.item):
                        placed.item = Repeat(_ONCE, (placed.item,), recovery)

    def _add(self, part: Part, item: Item, *, is_block: bool = False) -> None:
        self.placed.append(Placed(item, part.piece.before, is_block))


def _counts_movements(part: Part) -> bool:
    return part.activity in (Activity.STRENGTH, Activity.DRILL) or bool(part.name) or "rep" in part.piece.plain.lower()


def _is_soft(step: Step) -> bool:
    return step.intensity in (Intensity.RECOVERY, Intensity.REST)


def _is_set(item: Repeat) -> bool:
    return any(isinstance(inner, Repeat) for inner in item.steps) or len(item.steps) > 1


def _takes_recovery(step: Item) -> bool:
    return isinstance(step, Step) and step.intensity is Intensity.WORK and step.activity is not Activity.EASY


def _rungs(item: Item) -> bool:
    step = item.steps[0] if isinstance(item, Repeat) and len(item.steps) == 1 else item
    return isinstance(step, Step) and _takes_recovery(step) and step.activity not in _UNSHARED


def _says(item: Item) -> tuple[Target | None, Step | None]:
    """Return the target and the recovery that a block gives to those before it."""
    if not _rungs(item):
        return None, None
    step = item.steps[0] if isinstance(item, Repeat) else item
    assert isinstance(step, Step)
    return step.target, item.recovery if isinstance(item, Repeat) else None


def _with_target(item: Item, target: Target) -> Item:
    if isinstance(item, Repeat):
        steps = tuple(_with_target(inner, target) for inner in item.steps)
        return replace(item, steps=steps) if steps != item.steps else item
    plain = _takes_recovery(item) and item.target is None and item.activity not in _UNSHARED
    return replace(item, target=target) if plain else item


def _with_recovery(item: Item, recovery: Step) -> Item:
    """Give a recovery to the innermost repeats that have none."""
    if not isinstance(item, Repeat):
        return Repeat(_ONCE, (item,), recovery) if _takes_recovery(item) else item
    if _is_set(item):
        soft_inside = any(isinstance(inner, Step) and _is_soft(inner) for inner in item.steps)
        if soft_inside:
            return item if item.recovery is not None else replace(item, recovery=recovery)
        steps = tuple(_with_recovery(inner, recovery) for inner in item.steps)
        return replace(item, steps=steps) if steps != item.steps else item
    return item if item.recovery is not None else replace(item, recovery=recovery)
