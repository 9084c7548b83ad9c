"""What can be done with a block by a menu, and what can be added; the words of it, and what each does to the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from app.core.tongue import tr
from app.core.workout import (
    Activity,
    ByDistance,
    ByReps,
    ByTime,
    Count,
    Intensity,
    Item,
    Race,
    RacePace,
    Repeat,
    SendOff,
    Step,
)
from app.notation.editing import Edited, Manner, duplicate, give_recovery, remove, switch, unwrap, widen, wrap
from app.notation.places import Place
from app.notation.reading import Reading
from app.notation.sharing import takes_recovery
from app.ui import design
from app.ui.block_words import Block

_JOG = Step(ByDistance(Fraction(200)), Intensity.RECOVERY, Activity.JOG)
_REST = Step(ByTime(90_000), Intensity.REST, Activity.STAND)
Operation = Callable[[str, Reading], Edited]


@dataclass(frozen=True, slots=True)
class New:
    """What can be added, and where it belongs: `first`, `last`, or behind the block that is chosen."""

    word: str
    item: Item
    where: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of the menu; without an operation it parts two groups."""

    words: str = ""
    does: Operation | None = None
    key: str = ""


def news() -> tuple[New, ...]:
    """Return what can be added."""
    reps = Repeat(Count(6, 6), (Step(ByDistance(Fraction(400)), target=RacePace(Race.MILE)),), _JOG)
    strides = Repeat(Count(4, 4), (Step(ByDistance(Fraction(100)), activity=Activity.STRIDES),))
    return (
        New(tr("reps", "to be added"), reps),
        New(tr("recovery", "to be added"), Step(ByTime(180_000), Intensity.RECOVERY, Activity.JOG)),
        New(tr("strides", "to be added"), strides),
        New(tr("warm-up", "to be added"), Step(ByTime(600_000), Intensity.WARMUP), "first"),
        New(tr("cool-down", "to be added"), Step(ByTime(600_000), Intensity.COOLDOWN), "last"),
    )


def choices_of(block: Block) -> tuple[Choice, ...]:
    """Return what can be done with a block, in groups."""
    item, place = block.item, block.place
    found = [
        Choice(tr("Duplicate"), partial(duplicate, place=place), "Ctrl+D"),
        Choice(tr("Remove"), partial(remove, place=place), "Del"),
        Choice(),
        Choice(tr("Repeat it as a set"), partial(wrap, place=place)),
    ]
    if isinstance(item, Repeat):
        found.append(Choice(tr("Take the count away"), partial(unwrap, place=place)))
    return (*found, *_ranges(item, place), *_recoveries(item, place))


def _ranges(item: Item, place: Place) -> list[Choice]:
    found: list[Choice] = []
    step = item
    if isinstance(item, Repeat):
        step = item.steps[0]
        found.append(Choice(tr("Allow one rep more"), partial(widen, place=place, n=1)))
        if item.reps.is_range:
            found.append(Choice(tr("Allow one rep less"), partial(widen, place=place, n=-1)))
    at = (*place, 0) if isinstance(item, Repeat) else place
    lone = not isinstance(item, Repeat) or len(item.steps) == 1
    if lone and isinstance(step, Step) and isinstance(step.length, ByTime | ByDistance | ByReps):
        most = step.length.most_ms if isinstance(step.length, ByTime) else step.length.most
        found.append(Choice(tr("Allow a greater length"), partial(widen, place=at, n=1)))
        if most is not None:
            found.append(Choice(tr("Allow less of a range"), partial(widen, place=at, n=-1)))
    return [Choice(), *found] if found else []


def _recoveries(item: Item, place: Place) -> list[Choice]:
    rest, at = (item, place) if isinstance(item, Step) else (item.recovery, (*place, len(item.steps)))
    found: list[Choice] = []
    if isinstance(rest, Step) and rest.intensity in (Intensity.RECOVERY, Intensity.REST):
        if not isinstance(rest.length, SendOff):
            words = {
                Manner.JOG: tr("Recovery: jog"),
                Manner.WALK: tr("Recovery: walk"),
                Manner.FLOAT: tr("Recovery: float"),
                Manner.REST: tr("Recovery: standing"),
            }
            manners = [manner for manner in Manner if manner.value is not rest.activity]
            found += [Choice(words[manner], partial(switch, place=at, manner=manner)) for manner in manners]
        if isinstance(item, Repeat):
            found.append(Choice(tr("Recovery: none"), partial(remove, place=at)))
    elif isinstance(item, Repeat) or takes_recovery(item):
        found = [
            Choice(tr("Recovery: 200 m jog"), partial(give_recovery, place=place, recovery=_JOG)),
            Choice(tr("Recovery: 90 s rest"), partial(give_recovery, place=place, recovery=_REST)),
        ]
    return [Choice(), *found] if found else []


class BlockMenu(QMenu):
    """The menu of one block."""

    def __init__(self, parent: QWidget, choices: tuple[Choice, ...], chosen: Callable[[Operation], None]) -> None:
        """Make it.

        Args:
            parent: of the widget.
            choices: its lines.
            chosen: called with what a person chose.
        """
        super().__init__(parent)
        self.setFont(design.lettering(design.SMALL))
        self.setAccessibleName(tr("what can be done with the block"))
        for choice in choices:
            if choice.does is None:
                self.addSeparator()
                continue
            line = self.addAction(f"{choice.words}\t{choice.key}" if choice.key else choice.words)
            line.triggered.connect(lambda _checked=False, does=choice.does: chosen(does))

    def open_at(self, point: QPoint) -> None:
        """Open it on the screen."""
        self.popup(point)
