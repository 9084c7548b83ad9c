"""Cutting: a workout becomes a sheet that a format can say, and each difference a loss with its sentence and place.

Rules of the file: a sheet is run by a watch exactly as the plan would be run, so a recovery that falls away stands
outside of its repeat: `8 x 400m w/ 200m jog` is seven rounds of both, and a rep.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from app.core.athlete import Athlete
from app.core.describe import range_words
from app.core.plan import Segment, Setup
from app.core.tongue import tr
from app.core.workout import Intensity, Purpose, Workout
from app.interchange.laying import Laid, Place, Run, lay_out
from app.interchange.saying import Sayer
from app.interchange.sheet import Abilities, Loss, Sheet, SheetItem, SheetRepeat, SheetStep
from app.interchange.wording import cut_bytes, cut_to


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A step and where it was written."""

    step: SheetStep
    place: Place


@dataclass(frozen=True, slots=True)
class _Block:
    """Rounds that are all alike."""

    n: int
    nodes: tuple[_Leaf | _Block, ...]
    place: Place


_Node: TypeAlias = _Leaf | _Block


@dataclass(frozen=True, slots=True)
class Cut:
    """A sheet that a format can say, and what that costs."""

    sheet: Sheet
    losses: tuple[Loss, ...]
    """The whole workout's first, then in order of the steps."""
    places: dict[Place, Place]
    """From the places of the sheet's items, down its repeats, to those of the workout's."""


def sheet_of(
    workout: Workout, athlete: Athlete, abilities: Abilities, setup: Setup | None = None
) -> tuple[Sheet, tuple[Loss, ...]]:
    """Cut a workout to what a format can say.

    A range of reps is written to its upper end, as the plan has it; other ranges to their lower one.

    Args:
        workout: what was written.
        athlete: whose goal and best give the speeds.
        abilities: the format's.
        setup: whose track gives the length of a lap; the outdoor one where None.

    Returns:
        The sheet, and what does not come through.

    Raises:
        WorkoutError: the workout is over a bound, or has nothing in it.
    """
    cut = cut_for(workout, athlete, abilities, setup)
    return cut.sheet, cut.losses


def cut_for(workout: Workout, athlete: Athlete, abilities: Abilities, setup: Setup | None = None) -> Cut:
    """Cut a workout as `sheet_of` does, and keep where each item of the sheet was written."""
    cutter = _Cutter(athlete, abilities)
    nodes = cutter.nodes(lay_out(workout, athlete, setup or Setup()))
    nodes = cutter.not_too_deep(nodes, abilities.nesting)
    name, about = cutter.of_whole(workout)
    return Cut(Sheet(name, tuple(map(_plain, nodes)), about), cutter.losses(), dict(_places(nodes, ())))


class _Cutter:
    def __init__(self, athlete: Athlete, abilities: Abilities) -> None:
        self._sayer = Sayer(athlete, abilities)
        self._can = abilities
        self._said: dict[tuple[object, ...], tuple[SheetStep | None, tuple[str, ...]]] = {}
        self._losses: dict[Loss, None] = {}

    def losses(self) -> tuple[Loss, ...]:
        return tuple(sorted(self._losses, key=lambda loss: loss.place))

    def _lose(self, what: str, place: Place = ()) -> None:
        self._losses[Loss(what, place)] = None

    def of_whole(self, workout: Workout) -> tuple[str, str]:
        """Return the name and the text about the workout, and say what a sheet has no room for."""
        name = cut_bytes(cut_to(workout.name, self._can.name_chars), self._can.text_bytes)
        about = cut_bytes(workout.about, self._can.text_bytes)
        if name != workout.name:
            words = tr("the name is cut to {cut}") if name else tr("the name is left out")
            self._lose(words.format(cut=repr(name)))
        if about != workout.about:
            self._lose(tr("the text about it is cut"))
        if workout.purpose is not Purpose.MIXED:
            self._lose(tr("what it is for, {purpose}, is left out").format(purpose=workout.purpose.value))
        if workout.best_slower_than_s is not None or workout.best_faster_than_s is not None:
            self._lose(tr("whom it suits is left out"))
        return name, about

    # Rounds that are alike

    def nodes(self, laid: Sequence[Laid]) -> tuple[_Node, ...]:
        nodes: list[_Node] = []
        for item in laid:
            if isinstance(item, Run):
                nodes += self._leaf(item)
                continue
            if item.repeat.reps.is_range:
                low, high = item.repeat.reps.low, item.repeat.reps.high
                words = tr("{what} rounds are written as {n}: stop early by hand")
                self._lose(words.format(what=range_words(str(low), str(high)), n=high), item.place)
            for round_, alike in groupby(self.nodes(round_) for round_ in item.rounds):
                n = sum(1 for _ in alike)
                block = _Block(n, round_, item.place)
                nodes += [block] if round_ and (n > 1 or _ends_soft(block)) else round_
        return tuple(_alone(_taken_in(nodes)))

    def _leaf(self, run: Run) -> list[_Leaf]:
        step, losses = self._step(run.segment)
        for what in losses:
            self._lose(what, run.place)
        return [] if step is None else [_Leaf(step, run.place)]

    def _step(self, segment: Segment) -> tuple[SheetStep | None, tuple[str, ...]]:
        key = (
            id(segment.step),
            segment.intensity,
            segment.duration_ms,
            segment.distance_m,
            segment.expected_ms,
            segment.pace_s_per_m,
        )
        if key not in self._said:
            self._said[key] = self._sayer.step(segment)
        return self._said[key]

    # Depth

    def not_too_deep(self, nodes: Sequence[_Node], nesting: int) -> tuple[_Node, ...]:
        """Write out the outer repeats where they stand too deep; the bounds of a workout hold for what comes out."""
        kept: list[_Node] = []
        for node in nodes:
            if isinstance(node, _Leaf):
                kept.append(node)
            elif _depth(node) <= nesting:
                kept.append(_Block(node.n, self.not_too_deep(node.nodes, nesting - 1), node.place))
            else:
                is_set = any(isinstance(inner, _Block) for inner in node.nodes)
                told = tr("the sets are written one after the other") if is_set else tr("each rep is written by itself")
                self._lose(told, node.place)
                kept += node.n * self.not_too_deep(node.nodes, nesting)
        return tuple(kept)


def _places(nodes: Sequence[_Node], above: Place) -> Iterator[tuple[Place, Place]]:
    for index, node in enumerate(nodes):
        yield (*above, index), node.place
        if isinstance(node, _Block):
            yield from _places(node.nodes, (*above, index))


def _depth(node: _Node) -> int:
    return 0 if isinstance(node, _Leaf) else 1 + max(_depth(inner) for inner in node.nodes)


def _taken_in(nodes: Sequence[_Node]) -> list[_Node]:
    """Take a round that stands behind its rounds in: seven rounds, a rep and its recovery are eight rounds."""
    taken: list[_Node] = []
    index = 0
    while index < len(nodes):
        node = nodes[index]
        index += 1
        if isinstance(node, _Block) and _ends_soft(node):
            plain = [_plain(inner) for inner in node.nodes]
            while [_plain(inner) for inner in nodes[index : index + len(plain)]] == plain:
                node = _Block(node.n + 1, node.nodes, node.place)
                index += len(plain)
        taken.append(node)
    return taken


def _alone(nodes: Sequence[_Node]) -> Iterator[_Node]:
    """Take rounds of one for what is in them."""
    for node in nodes:
        if isinstance(node, _Block) and node.n == 1:
            yield from node.nodes
        else:
            yield node


def _ends_soft(block: _Block) -> bool:
    """Whether a recovery ends each round, behind something else."""
    last = block.nodes[-1]
    soft = isinstance(last, _Leaf) and last.step.intensity in (Intensity.RECOVERY, Intensity.REST)
    return soft and len(block.nodes) > 1


def _plain(node: _Node) -> SheetItem:
    return node.step if isinstance(node, _Leaf) else SheetRepeat(node.n, tuple(_plain(inner) for inner in node.nodes))
