"""Events: what happened.

An event is a self-sufficient fact: nobody has to ask the engine, or pair it with another, to know what it
means. Every `elapsed_ms` is running time of its segment, pauses taken out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from app.core.asked import Command as Command  # noqa: PLC0414 - who reads events names commands
from app.core.asked import How, Mend
from app.core.units import Instant, Millis


class Cause(Enum):
    """Why a segment ended."""

    ELAPSED = "elapsed"
    """Its planned time ran out."""
    LAST_MARK = "last mark"
    """The split at its last mark was recorded, just before."""
    LAP = "lap"
    """An open segment was ended by hand."""
    SKIP = "skip"
    BACK = "back"
    LEAVE = "leave"
    JUMP = "jump"
    """A person went to another segment, the cool-down perhaps."""
    STOP = "stop"


class Refusal(Enum):
    """Why a press did nothing."""

    DEAD_TIME = "dead time"
    """It came so soon after a boundary or a lap press that it was meant for what had just ended."""
    LEAD_IN = "lead-in"
    """A lap press during the count before a rep."""
    DOUBLE = "double"
    """A lap press when the athlete cannot have been at a mark yet."""


@dataclass(frozen=True, slots=True)
class Started:
    """The session began."""

    at: Instant


@dataclass(frozen=True, slots=True)
class SegmentStarted:
    """A segment of the plan began, at its own instant, however late the wake-up was."""

    at: Instant
    index: int
    duration_ms: Millis | None
    """When it will end by itself, counted from `at`; None where a person ends it."""


@dataclass(frozen=True, slots=True)
class SplitTaken:
    """A lap press recorded a split."""

    at: Instant
    index: int
    """Of the segment."""
    mark_number: int | None
    """1-based place among the segment's marks; None in a timed segment, which has none."""
    elapsed_ms: Millis
    """The split: time since the segment began."""
    how: How = How.PRESSED
    is_named: bool = False
    """Whether a person said which mark it was; else it is the one after the last."""
    moved_ms: Millis = 0
    """How far a person moved it from where it was pressed or inserted."""


@dataclass(frozen=True, slots=True)
class SegmentFinished:
    """A segment ended."""

    at: Instant
    index: int
    elapsed_ms: Millis
    cause: Cause
    how: How = How.PRESSED
    """Of the lap press that ended an open segment; a split says its own."""
    moved_ms: Millis = 0
    """Of the same press, as in `SplitTaken`."""


@dataclass(frozen=True, slots=True)
class BlockLeft:
    """The athlete left a range of reps at or above its lower end."""

    at: Instant
    index: int
    """Of the segment in which it was asked."""
    to_index: int
    """Of the segment that follows the block; the number of segments where none does."""


@dataclass(frozen=True, slots=True)
class Jumped:
    """A person went to another segment; the one before ends next."""

    at: Instant
    index: int
    """Of the segment in which it was asked."""
    to_index: int


@dataclass(frozen=True, slots=True)
class Lengthened:
    """A person made the present segment longer or shorter."""

    at: Instant
    index: int
    by_ms: Millis
    """What was asked; below zero is shorter."""
    duration_ms: Millis
    """The new length of the whole segment, never less than what has elapsed."""


@dataclass(frozen=True, slots=True)
class Guessed:
    """The athlete said what a lap took, before it was shown; from now on it may be shown."""

    at: Instant
    index: int
    """Of the segment."""
    mark_number: int
    """1-based, of the mark at the lap's end."""
    guess_ms: Millis | None
    """None where they would see it without a guess."""


@dataclass(frozen=True, slots=True)
class Paused:
    """Time stopped."""

    at: Instant


@dataclass(frozen=True, slots=True)
class Resumed:
    """Time went on."""

    at: Instant
    paused_ms: Millis


@dataclass(frozen=True, slots=True)
class PressRefused:
    """A press was kept as evidence and did nothing."""

    at: Instant
    index: int
    command: Command
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Undone:
    """A press was taken back: of the events that hold, those from `back_to` on no longer do.

    What holds instead follows at once, each with its own instant, which may lie before this one.
    """

    at: Instant
    command: Command
    pressed_at: Instant
    back_to: int
    """How many of the events that hold stay, counted from the start of the session."""


@dataclass(frozen=True, slots=True)
class Mended:
    """The record was put right: of the events that hold, those from `back_to` on no longer do.

    What holds instead follows at once, as after `Undone`.
    """

    at: Instant
    mend: Mend
    back_to: int


@dataclass(frozen=True, slots=True)
class Stopped:
    """The session was abandoned by hand."""

    at: Instant


@dataclass(frozen=True, slots=True)
class Finished:
    """The session reached the end of its plan."""

    at: Instant


Event: TypeAlias = (
    Started
    | SegmentStarted
    | SplitTaken
    | SegmentFinished
    | BlockLeft
    | Jumped
    | Lengthened
    | Guessed
    | Paused
    | Resumed
    | PressRefused
    | Undone
    | Mended
    | Stopped
    | Finished
)

TAKES_BACK = (Undone, Mended)
"""Those after which earlier events hold no longer, for `isinstance`."""
