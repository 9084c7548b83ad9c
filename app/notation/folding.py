"""Parts in a row become steps and blocks: which recovery belongs to what, and how far a suffix reaches.

Rules of the file: within a run of commas, a recovery that stands alone belongs to the block before it, and what the
last block says (its target, its recovery) holds for the blocks before it that say nothing. `+`, `;` and `then` part
things for good. A line that holds only a recovery or a target belongs to all that stands above it and has none.
"""

from __future__ import annotations

from dataclasses import replace

from app.core.tongue import tr
from app.core.workout import (
    Item,
    Repeat,
    Step,
    Unit,
)
from app.notation.blocks import ONCE, block_of, ladder_of
from app.notation.contrast import between, doubt_a_time_behind, rest_of_list, slowed
from app.notation.cursor import Doubt, NotRead
from app.notation.lines import is_under_phase, section
from app.notation.part import Part
from app.notation.places import Node
from app.notation.rows import Placed, ease, give, is_listed, mark_shared, run_at_end, share, uncounted_run, within_reach
from app.notation.sets import Opened, closed, count_run, extend_set, repeated
from app.notation.sharing import (
    alone,
    is_of,
    is_set,
    takes_recovery,
    with_recovery,
    with_target,
)
from app.notation.steps import is_second_pace, phase_of, step_of, target_of
from app.notation.targets import timed_target
from app.notation.vocabulary import Kind
from app.notation.writing import format_item

_METRE = Unit.M


class Folder:
    """Takes parts one by one."""

    def __init__(self) -> None:
        self.placed: list[Placed] = []
        self.doubts: list[Doubt] = []
        self.failed: list[Part] = []
        """Parts that were placed, and then had nothing to stand for."""
        self._opened: Opened | None = None

    def items(self, *, is_whole: bool = True) -> tuple[Item, ...]:
        """Return the items, suffixes shared.

        Args:
            is_whole: they are no body of a bracket, where a recovery at the end stands between the sets.
        """
        self._shut()
        if is_whole:
            self.placed, doubts = rest_of_list(self.placed)
            self.doubts += doubts
        share(self.placed)
        for placed in ease(self.placed):
            sentence = tr("took a run that says no pace for an easy one")
            instead = f"{format_item(Step(placed.item.length))} @ steady" if isinstance(placed.item, Step) else ""
            self.doubts.append(Doubt(sentence, placed.part.piece.start, placed.part.piece.end, instead))
        return tuple(placed.item for placed in self.placed)

    def nodes(self) -> tuple[Node, ...]:
        """Return where the items were read, side by side with them."""
        return tuple(placed.node for placed in self.placed)

    def sole(self) -> Step | None:
        """Return the recovery of the only item, where that was not counted: the `60s` of `(400 w/ 60s)`."""
        only = self.placed[0] if len(self.placed) == 1 else None
        if only is None or only.part.counts or only.part.ladder or not isinstance(only.item, Repeat):
            return None
        return only.item.recovery if only.item.reps == ONCE else None

    def take(self, part: Part, body: tuple[Item, ...] | None) -> None:
        """Place one part.

        Args:
            part: as read.
            body: the items of the bracket it counts, where it counts one.

        Raises:
            NotRead: it says nothing that can be placed.
        """
        if self._opened is not None and self._opened.ends_before(part, len(self.placed)):
            self._shut()
        n_placed, opened = len(self.placed), self._opened
        between = None if opened is None else opened.recovery
        self._place(part, body)
        self.doubts += part.doubts
        if opened is not None and opened.recovery is not between:
            opened.end = part.piece.end
        elif len(self.placed) <= n_placed and self.placed and part.is_said and self._opened is opened:
            self.placed[-1].end = part.piece.end

    def _place(self, part: Part, body: tuple[Item, ...] | None) -> None:
        if is_under_phase(part, self.placed):
            last = self.placed[-1].item
            assert isinstance(last, Step)
            self.placed[-1].item = replace(step_of(part), intensity=last.intensity)
        elif part.phase is not None:
            self._add(part, phase_of(part))
        elif part.soft is not None:
            if part.asked is not None and not (Kind.AT in part.asked.kinds and self._ask(part)):
                part.unread.append((part.asked.start, part.asked.end))  # what a recovery is run at
            self._soft(part, part.soft)
        elif body is not None and not part.counts:
            self._list(part, body)
        elif body is not None:
            self._add(part, block_of(part, body), is_block=True)
        elif part.steps:
            asked = part.target
            body = tuple(step if asked is None else with_target(step, asked) for step in part.steps)
            self._add(part, block_of(part, body), is_block=True)
        elif part.ladder:
            self._ladder(part)
        elif part.lengths or part.activity or part.name or (part.race and not part.counts):
            self._hard(part)
        elif part.counts:
            self._repeat(part)
        elif part.target is not None or part.timed is not None:
            self._suffix(part)
        elif part.recovery is not None:
            self._soft(part, part.recovery)
        elif part.unread or not part.is_idle:
            raise NotRead  # only words that say nothing

    # ── what is run ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _hard(self, part: Part) -> None:
        last = self.placed[-1] if self.placed and is_listed(part.piece.before) else None
        if last is not None and is_second_pace(part, last.part):
            raise NotRead  # `@ 5k, 3k, mile pace`
        alone = len(part.piece.tokens) == 1 and part.is_bare
        if last is not None and alone and last.part.timed is not None:
            raise NotRead  # `in 65, 64, 63`: times of the reps, one by one
        step = step_of(part)
        if (last is not None and last.part.target is not None) or part.is_slow or part.is_counted_behind:
            step = slowed(part, step, last)
        run = uncounted_run(self.placed) if last is not None and part.is_counted_behind else []
        if run and len(part.counts) == 1:
            self.placed, doubt = count_run(part, self.placed, run, step)
            self.doubts += doubt
            return
        if last is not None and last.opens_set and not part.counts and takes_recovery(step):
            extend_set(part, last, step)
            return
        if last is not None and not part.counts and part.recovery is None and between(part, last, step):
            return
        if not part.counts and part.recovery is None:
            doubt_a_time_behind(part, self.placed, step)
            self._add(part, step)
            return
        self._add(part, block_of(part, (step,)), is_block=True)
        self.placed[-1].opens_set = part.opens_set and len(part.counts) == 1 and part.recovery is None

    def _list(self, part: Part, body: tuple[Item, ...]) -> None:
        """Take a bracket that is not counted for the list it holds."""
        if part.set_recovery is not None:
            raise NotRead
        target = target_of(part, None)
        for number, item in enumerate(body):
            asked = item if target is None else with_target(item, target)
            given = with_recovery(asked, part.recovery) if part.recovery is not None else asked
            before = part.piece.before if number == 0 else ","
            made = Placed(part, given, before, is_block=isinstance(given, Repeat))
            if number < len(part.inner):
                node = part.inner[number]
                made.start, made.inner = node.start, list(node.inner)
            made.is_shared = True
            self.placed.append(made)

    def _ladder(self, part: Part) -> None:
        target = target_of(part, part.ladder[0])
        items = ladder_of(part, target)
        if part.counts:
            self._add(part, block_of(part, items), is_block=True)
            return
        for number, item in enumerate(items):
            before = part.piece.before if number == 0 else ","
            self.placed.append(Placed(part, item, before, is_block=True, is_shared=True))

    # ── what stands between, and what holds for others ───────────────────────────────────────────────────────────────

    def _reach(self) -> list[Placed]:
        """Return what a line may hold for: all above it, or all of the set that is open."""
        return within_reach(self.placed if self._opened is None else self.placed[self._opened.index :])

    def _soft(self, part: Part, soft: Step) -> None:
        """Give a recovery to what stands before it, or let it stand alone."""
        before, last = part.piece.before, self.placed[-1] if self.placed else None
        if part.lengths or part.counts:
            raise NotRead
        if part.set_recovery is not None:
            self._soft_between(part, part.set_recovery)
        if part.between == "sets" and self._opened is not None and self._opened.recovery is None:
            self._opened.recovery = soft
            return
        if part.between.isdigit():
            reps = [placed for placed in self._reach() if is_of(placed.item, int(part.between))]
            if not give(soft, "reps", reps):
                raise NotRead
            return
        far = before in (".", "\n", "\n\n") and bool(self.placed)
        if far and (give(soft, part.between, section(self._reach())) or give(soft, part.between, self._reach())):
            return
        if last is not None and before == ";" and last.is_block and give(soft, part.between, [last]):
            return
        if last is not None and (is_listed(before) or (part.between and before in ("+", ";"))):
            if part.between == "sets" and isinstance(last.item, Repeat) and is_set(last.item):
                self._soft_between(part, soft)
                return
            if part.between == "reps" and give(soft, "reps", run_at_end(self.placed)):
                return
            if last.is_block and give(soft, "", [last]):
                return
            if isinstance(last.item, Repeat) and is_set(last.item) and last.item.recovery is None and last.part.counts:
                self._soft_between(part, soft)
                return
        self._add(part, alone(soft, is_gentle=part.is_gentle))

    def _soft_between(self, part: Part, soft: Step) -> None:
        last = self.placed[-1] if self.placed else None
        if last is None or not isinstance(last.item, Repeat):
            raise NotRead
        told = last.item.recovery
        if told is not None:
            if last.part.body is None or last.part.between == "sets":
                raise NotRead
            steps = tuple(with_recovery(item, told) for item in last.item.steps)  # the first was between the reps
            last.item = replace(last.item, steps=steps, recovery=None)
        if part.piece.before in ("\n", "\n\n") and not is_set(last.item):
            raise NotRead
        last.item = Repeat(last.item.reps, last.item.steps, soft)

    def _suffix(self, part: Part) -> None:
        last = self.placed[-1] if self.placed else None
        if last is not None and is_listed(part.piece.before) and last.part.target is not None:
            raise NotRead  # it has one already
        if not self._ask(part):
            raise NotRead
        if part.recovery is not None:
            self._soft(part, part.recovery)

    def _ask(self, part: Part) -> bool:
        """Give a target to all it reaches that has none; say whether any took it."""
        far = part.piece.before in (".", "\n", "\n\n")
        run = self._reach() if far else run_at_end(self.placed) if self.placed else []
        taken = []
        for placed in run:
            lone = placed.item.steps[0] if isinstance(placed.item, Repeat) else placed.item
            length = lone.length if isinstance(lone, Step) else None
            asked = part.target if part.timed is None else timed_target(part.timed, length)[0]
            if asked is None:
                continue
            changed = with_target(placed.item, asked)
            if changed is not placed.item:
                taken.append(placed)
            placed.item = changed
        mark_shared(taken)
        return bool(taken)

    # ── what is done again ───────────────────────────────────────────────────────────────────────────────────────────

    def _repeat(self, part: Part) -> None:
        """Take a count of nothing: it counts what follows, `3 sets of:`, or what stands above, `repeat x 4`."""
        if part.target is not None or part.timed is not None or part.between == "reps":
            raise NotRead
        behind = part.is_counted_behind or part.repeats
        row = repeated(self.placed, part) if behind and not part.piece.is_heading else []
        if row:
            self.placed = closed(self.placed, row, part)
            return
        if self._opened is not None:
            raise NotRead
        self._opened = Opened(part, len(self.placed), part.recovery)

    def _shut(self) -> None:
        """End the set that is open."""
        opened, self._opened = self._opened, None
        if opened is None:
            return
        row = self.placed[opened.index :]
        if not row:
            self.failed.append(opened.part)
            return
        self.placed = closed(self.placed, row, opened.part, opened.recovery)
        self.placed[-1].end = max(self.placed[-1].end, opened.end)

    def _add(self, part: Part, item: Item, *, is_block: bool = False) -> None:
        self.placed.append(Placed(part, item, part.piece.before, is_block))
