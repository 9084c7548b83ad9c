"""The errors, theirs and ours.

BellLapError                 a sentence fit to show, with a way out
├── InputError               a word that a person typed: a time, a distance, a goal
├── WorkoutError             the author's: every fault of a file or text, reported together
├── IllegalCommand           the presser's: refused, and nothing changed
├── DeviceError              the world's: no sound, a vanished card
└── StoreError               the world's: disk full, read-only, damaged, in use

TimeReversed                 ours: the shell handed over an instant before the last event; a bug, never swallowed
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.tongue import tr

if TYPE_CHECKING:
    from collections.abc import Sequence


class BellLapError(Exception):
    """Anything that is not a bug of ours; `str()` is one sentence fit to show."""


class InputError(BellLapError):
    """What a person typed cannot be taken; the sentence says what would be."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a workout file or text, and the way out."""

    what: str
    """What is wrong, a sentence without file or line."""
    hint: str = ""
    """A suggestion, such as `did you mean steps?`; may be empty."""
    file: str = ""
    """The file's name, empty for a typed text."""
    line: int = 0
    """1-based line in the file; 0 where none is known."""

    def __str__(self) -> str:
        """Write the fault as `file:line: what (hint)`."""
        place = self.file + (f":{self.line}" if self.line else "") if self.file else ""
        if not self.file and self.line:
            place = tr("line {number}").format(number=self.line)
        said = f"{self.what} ({self.hint})" if self.hint else self.what
        return f"{place}: {said}" if place else said


class WorkoutError(BellLapError):
    """A workout cannot be read or planned.

    Attributes:
        faults: all that is wrong, in the order of the file.
    """

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Keep the faults; the message is the first one and a count of the rest."""
        self.faults = tuple(faults)
        rest = len(self.faults) - 1
        said = str(self.faults[0]) if self.faults else tr("the workout cannot be read")
        if rest == 1:
            said = tr("{fault} (and 1 more)").format(fault=said)
        elif rest > 1:
            said = tr("{fault} (and {n} more)").format(fault=said, n=rest)
        super().__init__(said)


class IllegalCommand(BellLapError):
    """The command means nothing in this state; the engine is unchanged."""


class DeviceError(BellLapError):
    """A sound device or server does not do what was asked."""


class StoreError(BellLapError):
    """The data folder or its file cannot be read or written.

    Attributes:
        can_set_aside: whether its file is damaged, so that moving it away lets a new one begin.
    """

    can_set_aside = False


class TimeReversed(AssertionError):
    """An instant before the last event: a bug in the shell, not the athlete's fault."""
