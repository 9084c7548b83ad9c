"""What goes over the sound process's pipes: frozen values, one JSON line each.

Instants on the wire are milliseconds of `app.clock.boot_ns`, which both sides read.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Lay:
    """Sound these at their instants."""

    cues: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Drop every cue that has not sounded."""


@dataclass(frozen=True, slots=True)
class Play:
    """Sound this now."""

    sound: str


@dataclass(frozen=True, slots=True)
class Ping:
    """Are you there?"""

    number: int


@dataclass(frozen=True, slots=True)
class Close:
    """Let the device go and end."""


@dataclass(frozen=True, slots=True)
class Pong:
    """I am here."""

    number: int


@dataclass(frozen=True, slots=True)
class Status:
    """Which output is open."""

    output: str
    working: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class Handed:
    """A cue was given to the device."""

    planned_ms: float
    handed_ms: float
    sound: str
    given_up: bool
    """Too late: it stayed silent."""


Message: TypeAlias = Lay | TakeBack | Play | Ping | Close | Pong | Status | Handed

_KINDS = {kind.__name__: kind for kind in (Lay, TakeBack, Play, Ping, Close, Pong, Status, Handed)}


def to_line(message: Message) -> str:
    """Return a message as one line."""
    return json.dumps({"is": type(message).__name__, **asdict(message)}) + "\n"


def from_line(line: str) -> Message:
    """Return the message of a line.

    Raises:
        ValueError: the line is none of ours.
    """
    try:
        fields = json.loads(line)
        kind = _KINDS[fields.pop("is")]
        if kind is Lay:
            fields["cues"] = tuple((float(at), str(sound)) for at, sound in fields["cues"])
        made: Message = kind(**fields)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("not a message of the sound process") from error
    return made
