"""Parts in a row become steps and blocks: which recovery belongs to what, and how far a suffix reaches.

Rules of the file: within a run of commas, a recovery that stands alone belongs to the block before it, and what the
last block says (its target, its recovery) holds for the blocks before it that say nothing. `+`, `;` and `then` part
things for good. A line that holds only a recovery or a target belongs to all that stands above it and has none.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from app.core.bounds import REACH
from app.core.tongue import tr
from app.core.workout import (
    Activity,
    ByDistance,
    ByReps,
    ByTime,
    Count,
    Intensity,
    Item,
    Length,
    Open,
    Repeat,
    Step,
    Target,
)
from app.notation.pieces import Part
from app.notation.rows import Placed, ease, give, run_at_end, uncounted_run, within_reach
from app.notation.scanning import NotRead
from app.notation.sharing import (
    is_of,
    is_rung,
    is_set,
    is_soft,
    says,
    takes_recovery,
    with_recovery,
    with_target,
)
from app.notation.targets import timed_target

_ONCE = Count(1, 1)


class Folder:
    """Takes parts one by one."""

    def __init__(self) -> None:
        self.placed: list[Placed] = []
        self.doubts: list[tuple[Part, str]] = []

    def items(self) -> tuple[Item, ...]:
        """Return the items, suffixes shared."""
        self._share()
        for placed in ease(self.placed):
            self.doubts.append((placed.part, tr("took a run that says no pace for an easy one")))
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
            self.doubts.append((part, tr("took {n} as metres").format(n=length.n)))
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
        run = uncounted_run(self.placed) if part.piece.before == "," and part.is_counted_behind else []
        if run and len(part.counts) == 1:
            self._count_run(part, run, step)
            return
        last = self.placed[-1] if self.placed and part.piece.before == "," else None
        if last is not None and last.opens_set and not part.counts and takes_recovery(step):
            self._extend_set(part, last, step)
            return
        if last is not None and not part.counts and part.recovery is None and self._is_easy_between(last, step):
            self.doubts.append((part, tr("took the easy minutes as the recovery")))
            give(Step(step.length, Intensity.RECOVERY, Activity.JOG), "", [last])
            return
        if not part.counts and part.recovery is None:
            self._add(part, step)
            return
        self._add_block(part, (step,))

    @staticmethod
    def _is_easy_between(last: Placed, step: Step) -> bool:
        """Say whether `1 min easy` behind `10 x 1 min hard` stands between its reps."""
        block, length = last.item, step.length
        if not isinstance(block, Repeat) or block.recovery is not None or block.reps.high == 1 or is_set(block):
            return False
        rep = block.steps[0].length if isinstance(block.steps[0], Step) else None
        easy = step == Step(length, activity=Activity.EASY)
        return easy and isinstance(rep, ByTime) and isinstance(length, ByTime) and length.ms <= 2 * rep.ms

    def _extend_set(self, part: Part, last: Placed, step: Step) -> None:
        """Take one more of a list into the set that was opened before it: `3 sets of 400m, 200m`."""
        assert isinstance(last.item, Repeat)
        if len(last.item.steps) >= REACH:
            raise NotRead
        if len(last.item.steps) == 1:
            self.doubts.append((part, tr("took the whole list for each set; to count one alone, write it with x")))
        block = replace(last.item, steps=(*last.item.steps, step))
        if part.recovery is not None and part.between == "sets":
            block = replace(block, recovery=part.recovery)
        elif part.recovery is not None:
            block = replace(block, steps=tuple(with_recovery(item, part.recovery) for item in block.steps))
        last.item = block

    def _count_run(self, part: Part, run: list[Placed], step: Step) -> None:
        """Count a whole list by what stands behind its last: `800m, 400m x3`."""
        n = part.counts[0].high
        words = tr("took x{n} for the whole list; to count the last alone, write {n} x before it")
        self.doubts.append((part, words.format(n=n)))
        del self.placed[-len(run) :]
        before = run[0].before
        body: tuple[Item, ...] = (*(placed.item for placed in run), step)
        if part.recovery is not None and part.between != "sets":
            body, part.recovery = tuple(with_recovery(item, part.recovery) for item in body), None
        self._add_block(part, body)
        self.placed[-1].before = before

    def _add_block(self, part: Part, body: tuple[Item, ...]) -> None:
        """Count a body: the innermost count takes the recovery, unless it is said to stand between sets."""
        counts = part.counts or [_ONCE]
        inner = body
        rest: Step | None = None
        last = inner[-1]
        if len(inner) > 1 and isinstance(last, Step) and is_soft(last):
            inner, rest = inner[:-1], last
        recovery = part.recovery
        if rest is not None and recovery is not None:
            inner, rest = body, None
        if part.target is not None and part.body is not None:
            inner = tuple(with_target(item, part.target) for item in inner)
        if recovery is not None and part.between == "reps" and part.body is not None:
            inner = tuple(with_recovery(item, recovery) for item in inner)
            recovery = None
        block = Repeat(counts[-1], inner, rest or (recovery if len(counts) == 1 or part.between != "sets" else None))
        for count in reversed(counts[:-1]):
            block = Repeat(count, (block,), recovery if part.between == "sets" else None)
        self._add(part, block, is_block=True)
        self.placed[-1].opens_set = part.opens_set and part.body is None and len(counts) == 1 and recovery is None

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
            self.placed.append(Placed(part, item, part.piece.before if number == 0 else ",", True))

    def _soft(self, part: Part, soft: Step) -> None:
        """Give a recovery to what stands before it, or let it stand alone."""
        before, last = part.piece.before, self.placed[-1] if self.placed else None
        if part.between.isdigit():
            reps = [placed for placed in within_reach(self.placed) if is_of(placed.item, int(part.between))]
            if not give(soft, "reps", reps):
                raise NotRead
            return
        if before in ("\n", ".") and self.placed and give(soft, part.between, within_reach(self.placed)):
            return
        if last is not None and before == ",":
            if part.between == "sets" and isinstance(last.item, Repeat) and is_set(last.item):
                if last.item.recovery is not None:
                    raise NotRead
                last.item = replace(last.item, recovery=soft)
                return
            if part.between == "reps" and give(soft, "reps", run_at_end(self.placed)):
                return
            if last.is_block and give(soft, "", [last]):
                return
        self._add(part, soft)

    def _suffix(self, part: Part) -> None:
        run = (
            within_reach(self.placed)
            if part.piece.before in ("\n", ".")
            else run_at_end(self.placed)
            if self.placed
            else []
        )
        taken = False
        for placed in run:
            lone = placed.item.steps[0] if isinstance(placed.item, Repeat) else placed.item
            length = lone.length if isinstance(lone, Step) else None
            asked = part.target if part.timed is None else timed_target(part.timed, length)[0]
            if asked is None:
                continue
            changed = with_target(placed.item, asked)
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
            target, recovery = says(item)
            at = last
            while at > 0 and self.placed[at].before == ",":
                at -= 1
                placed = self.placed[at]
                if target is not None:
                    placed.item = with_target(placed.item, target)
                if recovery is not None and is_rung(placed.item):
                    if isinstance(placed.item, Repeat):
                        placed.item = with_recovery(placed.item, recovery)
                    elif takes_recovery(placed.item):
                        placed.item = Repeat(_ONCE, (placed.item,), recovery)

    def _add(self, part: Part, item: Item, *, is_block: bool = False) -> None:
        self.placed.append(Placed(part, item, part.piece.before, is_block))


def _counts_movements(part: Part) -> bool:
    return part.activity in (Activity.STRENGTH, Activity.DRILL) or bool(part.name) or "rep" in part.piece.plain.lower()
