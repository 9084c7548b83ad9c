"""What goes over the sound process's pipes: frozen values, one JSON line each.

Instants on the wire are milliseconds of `app.clock.boot_ns`, which both sides read.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple, TypeAlias


class Laid(NamedTuple):
    """A cue with its instant in real time."""

    at_ms: float
    """When it is to leave the device's hands."""
    kind: str
    tone: str
    """The sound's name; of words, the one in their place where a clip is missing."""
    words: tuple[str, ...]
    volume: int
    """Percent."""


@dataclass(frozen=True, slots=True)
class Lay:
    """Sound these at their instants."""

    cues: tuple[Laid, ...]
    instead: bool
    """Of every cue that has not sounded; a word that is sounding is cut."""


@dataclass(frozen=True, slots=True)
class Play:
    """Sound this now; its instant says when it was due."""

    cue: Laid


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
    why: str
    """What others said that did not open, in their own words; empty where none was tried in vain."""


@dataclass(frozen=True, slots=True)
class Handed:
    """A cue was given to the device, or given up."""

    planned_ms: float
    handed_ms: float
    kind: str
    output: str
    given_up: bool
    """Too late: it stayed silent."""


Message: TypeAlias = Lay | Play | Ping | Close | Pong | Status | Handed

_KINDS = {kind.__name__: kind for kind in (Lay, Play, Ping, Close, Pong, Status, Handed)}


def to_line(message: Message) -> str:
    """Return a message as one line."""
    return json.dumps({"is": type(message).__name__, **asdict(message)}, separators=(",", ":")) + "\n"


def from_line(line: str) -> Message:
    """Return the message of a line.

    Raises:
        ValueError: the line is none of ours.
    """
    try:
        fields = json.loads(line)
        kind = _KINDS[fields.pop("is")]
        if kind is Lay:
            fields["cues"] = tuple(_laid(*cue) for cue in fields["cues"])
        elif kind is Play:
            fields["cue"] = _laid(*fields["cue"])
        made: Message = kind(**fields)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("not a message of the sound process") from error
    return made


def _laid(at_ms: Any, kind: Any, tone: Any, words: Any, volume: Any) -> Laid:
    return Laid(float(at_ms), str(kind), str(tone), tuple(str(word) for word in words), int(volume))
