"""Counts that reach over several parts: `3 sets of:` above, `repeat x 4` below, `400m, 200m x 3`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.core.bounds import REACH
from app.core.tongue import tr
from app.core.workout import Intensity, Item, Repeat, Step
from app.notation.blocks import ONCE, block_of
from app.notation.cursor import Doubt, NotRead
from app.notation.part import Part
from app.notation.places import Node
from app.notation.rows import Placed, is_listed, share
from app.notation.sharing import is_soft, with_recovery
from app.notation.writing import format_items


@dataclass(slots=True)
class Opened:
    """A set whose steps are the parts that follow."""

    part: Part
    index: int
    """Of its first item among those placed."""
    recovery: Step | None = None
    """Between the sets."""
    indent: int = -1
    """Of its first line, where that stands further in than the count's own."""
    end: int = -1
    """Behind the last character of what was said between the sets."""

    def ends_before(self, part: Part, n_placed: int) -> bool:
        """Say whether a part no longer belongs to the set."""
        own, piece = self.part.piece, part.piece
        if not piece.before.startswith("\n"):
            return False
        if n_placed == self.index:
            self.indent = piece.indent if piece.indent > own.indent else -1
            return False
        left = self.indent > 0 and piece.indent <= own.indent
        sets = part.between == "sets"
        return part.phase is not None or left or (piece.before == "\n\n" and not sets)


def repeated(placed: list[Placed], part: Part) -> list[Placed]:
    """Return what a count below stands for: all above it, up to a warm-up or an empty line.

    Raises:
        NotRead: that is more than `bounds.REACH` items.
    """
    start = len(placed)
    while start > 0:
        item = placed[start - 1].item
        if isinstance(item, Step) and item.intensity in (Intensity.WARMUP, Intensity.COOLDOWN):
            break
        start -= 1
        if placed[start].before == "\n\n" or (is_listed(part.piece.before) and not is_listed(placed[start].before)):
            break
        if len(placed) - start > REACH:
            raise NotRead
    return placed[start:]


def closed(placed: list[Placed], row: list[Placed], part: Part, between: Step | None = None) -> list[Placed]:
    """Return the row with the end of it counted as one block."""
    share(row)
    body: tuple[Item, ...] = tuple(held.item for held in row)
    lone = row[0]
    recovery = between or part.recovery
    if len(row) == 1 and not lone.part.counts and isinstance(lone.item, Repeat) and lone.item.reps == ONCE:
        body, recovery = lone.item.steps, recovery or lone.item.recovery
    first, own = part.counts[0], part.recovery
    part.recovery = recovery
    block = block_of(part, body) if len(body) > 1 else Repeat(first, body, recovery)
    part.recovery = own
    nodes = [held.node for held in row]
    if len(row) == 1 and body is not None and len(body) != 1:
        nodes = list(nodes[0].inner)
    made = Placed(part, block, lone.before, is_block=True, inner=nodes)
    made.start, made.end = min(part.piece.start, nodes[0].start) if nodes else -1, row[-1].node.end
    return [*placed[: len(placed) - len(row)], made]


def extend_set(part: Part, last: Placed, step: Step) -> None:
    """Take one more of a list into the set that was opened before it: `3 sets of 400m, 200m`."""
    assert isinstance(last.item, Repeat)
    if len(last.item.steps) >= REACH:
        raise NotRead
    if len(last.item.steps) == 1:
        alone = format_items([last.item, step])
        sentence = tr("took the whole list for each set; to count one alone, write it with x")
        part.doubts.append(Doubt(sentence, last.part.piece.start, part.piece.end, alone))
    block = replace(last.item, steps=(*last.item.steps, step), recovery=part.set_recovery or last.item.recovery)
    if part.recovery is not None and part.between == "sets":
        block = replace(block, recovery=part.recovery)
    elif part.recovery is not None:
        block = replace(block, steps=tuple(with_recovery(item, part.recovery) for item in block.steps))
    last.item = block
    last.inner = [*(last.inner or [Node(last.part.piece.start, last.part.piece.end)]), _own(part)]


def count_run(part: Part, placed: list[Placed], run: list[Placed], step: Step) -> tuple[list[Placed], list[Doubt]]:
    """Count a whole list by what stands behind its last: `800m, 400m x3`."""
    n = part.counts[0].high
    doubts: list[Doubt] = []
    if part.piece.before != "/" and n > 1 and not is_soft(step):
        sentence = tr("took x{n} for the whole list; to count the last alone, write {n} x before it").format(n=n)
        alone = format_items([*(held.item for held in run), Repeat(part.counts[0], (step,), part.recovery)])
        doubts.append(Doubt(sentence, run[0].part.piece.start, part.piece.end, alone))
    before = run[0].before
    nodes = [*(held.node for held in run), _own(part)]
    body: tuple[Item, ...] = (*(held.item for held in run), step)
    if part.recovery is not None and part.between != "sets":
        body, part.recovery = tuple(with_recovery(item, part.recovery) for item in body), None
    block = block_of(part, body)
    made = Placed(part, block, before, is_block=True, start=nodes[0].start, inner=nodes)
    return [*placed[: len(placed) - len(run)], made], doubts


def _own(part: Part) -> Node:
    return Node(part.piece.start, part.piece.end)
