"""Asked: what a person can ask of a session, bare commands and those that have to say more.

Rules of the file: a command is the row's entry in the table of transitions; what needs an argument is a frozen value
with its command. Mends speak of a press by the instant at which it counts, and of nothing that was counted from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar, TypeAlias

from app.core.tongue import tr
from app.core.units import Instant, Millis


class Command(Enum):
    """What a person can ask of a session."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    """Goes on after a pause; after a stop too, for ten minutes, the time since then being a pause."""
    LAP = "lap"
    """Records the next mark, ends an open segment, records a split in a timed one."""
    SKIP = "skip"
    """Ends any segment at once and invents no splits."""
    BACK = "back"
    """Goes to the start of the segment before; at the first, to its own start."""
    LEAVE = "leave"
    """Leaves the block, once the lower end of its range of reps is done."""
    JUMP = "jump"
    """Goes to any segment."""
    LENGTHEN = "lengthen"
    """Makes a timed segment that is no work longer or shorter."""
    COOL_DOWN = "cool-down"
    """Goes to the first cool-down that is still to come."""
    UNDO = "undo"
    """Takes back the last lap press, skip, back, leave, jump, lengthening, cool-down, stop or mend."""
    STOP = "stop"
    INSERT = "insert"
    DELETE = "delete"
    MOVE = "move"
    RELABEL = "relabel"
    RESTORE = "restore"
    GUESS = "guess"
    """Says what a lap that was run blind is thought to have taken, or that it is to be seen without a guess."""


class How(Enum):
    """How a lap press came to count at its instant."""

    PRESSED = "pressed"
    INSERTED = "inserted"
    """A person says there was a split then."""
    ESTIMATED = "estimated"
    """Inserted at an instant that was figured out."""
    MOVED = "moved"
    """Pressed, and moved to another instant."""
    RESTORED = "restored"
    """Pressed, refused, and counted after all."""
    IMPORTED = "imported"
    """Pressed on a watch, or a step or a place of its own; its file was imported."""
    AUTOMATIC = "automatic"
    """Taken by a watch by itself, each kilometre or mile."""
    INTERPOLATED = "interpolated"
    """Taken by nobody: figured out between the points that a watch recorded."""


@dataclass(frozen=True, slots=True)
class Jump:
    """Go to a segment."""

    command: ClassVar[Command] = Command.JUMP
    to_index: int


@dataclass(frozen=True, slots=True)
class Lengthen:
    """Make the present segment longer, or shorter where it is below zero; under what has elapsed it ends at once."""

    command: ClassVar[Command] = Command.LENGTHEN
    by_ms: Millis


@dataclass(frozen=True, slots=True)
class Insert:
    """A lap press was missed."""

    command: ClassVar[Command] = Command.INSERT
    split_at: Instant
    estimated: bool = False
    """Whether the instant was figured out, and not seen on another watch."""


@dataclass(frozen=True, slots=True)
class Delete:
    """A lap press was a mistake."""

    command: ClassVar[Command] = Command.DELETE
    pressed_at: Instant


@dataclass(frozen=True, slots=True)
class Move:
    """A lap press was late, or early where `by_ms` is above zero; it stays between its neighbours."""

    command: ClassVar[Command] = Command.MOVE
    pressed_at: Instant
    by_ms: Millis


@dataclass(frozen=True, slots=True)
class Relabel:
    """A split was at another mark, and those after it follow on."""

    command: ClassVar[Command] = Command.RELABEL
    pressed_at: Instant
    mark_number: int
    """1-based, within its segment."""


@dataclass(frozen=True, slots=True)
class Restore:
    """A lap press that was refused counts after all."""

    command: ClassVar[Command] = Command.RESTORE
    pressed_at: Instant


@dataclass(frozen=True, slots=True)
class Guess:
    """What the athlete thinks a lap took, said before it is shown; a later guess takes the place of an earlier one."""

    command: ClassVar[Command] = Command.GUESS
    index: int
    """Of the segment."""
    mark_number: int
    """1-based, of the mark at the lap's end."""
    guess_ms: Millis | None
    """None to see it without a guess."""


Mend: TypeAlias = Insert | Delete | Move | Relabel | Restore
MENDS = (Insert, Delete, Move, Relabel, Restore)
"""The same, for `isinstance`."""

Request: TypeAlias = Jump | Lengthen | Guess | Mend
Asked: TypeAlias = Command | Request

MEND_COMMANDS = frozenset(kind.command for kind in MENDS)

SAY_MORE = MEND_COMMANDS | {Command.JUMP, Command.LENGTHEN, Command.GUESS}
"""Commands that mean nothing bare."""


def command_of(asked: Asked) -> Command:
    """Return the command of a request; a bare command is its own."""
    return asked if isinstance(asked, Command) else asked.command


def command_words(command: Command) -> str:
    """Write a command as the name of what a person can press."""
    return {
        Command.START: tr("start", "command"),
        Command.PAUSE: tr("pause", "command"),
        Command.RESUME: tr("resume", "command"),
        Command.LAP: tr("lap", "command"),
        Command.SKIP: tr("skip", "command"),
        Command.BACK: tr("back", "command"),
        Command.LEAVE: tr("leave", "command"),
        Command.JUMP: tr("jump", "command"),
        Command.LENGTHEN: tr("lengthen", "command"),
        Command.COOL_DOWN: tr("cool-down", "command"),
        Command.UNDO: tr("undo", "command"),
        Command.STOP: tr("stop", "command"),
        Command.INSERT: tr("insert", "command"),
        Command.DELETE: tr("delete", "command"),
        Command.MOVE: tr("move", "command"),
        Command.RELABEL: tr("relabel", "command"),
        Command.RESTORE: tr("restore", "command"),
        Command.GUESS: tr("guess", "command"),
    }[command]
