"""Outputs: where samples go. One small protocol, three ways, and `open_output` to choose.

Rules of the file: it runs in the sound process only. An output is given a cue up to two seconds early and takes it
back while it can; it knows nothing of workouts.
"""

from __future__ import annotations

import sys
from array import array
from typing import Protocol

from app.audio.miniaudio_card import MiniaudioOutput
from app.audio.simpleaudio_card import SimpleaudioOutput
from app.core.errors import DeviceError


class Output(Protocol):
    """An open device."""

    name: str
    floor_ms: float
    """Nearer than this nothing can be placed any more; it is played when it is due."""

    def place(self, at_ms: float, samples: array[int]) -> object:
        """Sound samples at an instant at least `floor_ms` ahead; return a handle to take them back by."""
        ...

    def take_back(self, handle: object) -> None:
        """Silence what has not sounded of something placed; what the device already has still sounds."""
        ...

    def play(self, samples: array[int]) -> object:
        """Sound samples now; return a handle to take them back by."""
        ...

    def is_alive(self) -> bool:
        """Whether the device still takes samples."""
        ...

    def renew(self, quiet_until_ms: float) -> None:
        """Bind the stream to the clock anew where that is needed.

        Args:
            quiet_until_ms: nothing sounds now, and nothing will before this instant.
        """
        ...

    def close(self) -> None:
        """Let the device go."""
        ...


class SilentOutput:
    """No device: everything is taken, nothing sounds."""

    name = "silent"
    floor_ms = 0.0

    def place(self, at_ms: float, samples: array[int]) -> object:
        """Take it."""

    def take_back(self, handle: object) -> None:
        """Nothing is held."""

    def play(self, samples: array[int]) -> object:
        """Take it."""

    def is_alive(self) -> bool:
        """Return True: silence does not fail."""
        return True

    def renew(self, quiet_until_ms: float) -> None:
        """Nothing drifts."""

    def close(self) -> None:
        """Nothing is open."""


KINDS: dict[str, type[SimpleaudioOutput | MiniaudioOutput | SilentOutput]] = {
    "simpleaudio": SimpleaudioOutput,
    "miniaudio": MiniaudioOutput,
    "silent": SilentOutput,
}


BY_ITSELF = ("simpleaudio", "miniaudio") if sys.platform == "linux" else ("miniaudio", "simpleaudio")
"""What `auto` tries, in this order: that a buffer can be edited while it plays was measured on Linux alone."""


def open_output(wanted: str) -> tuple[Output, str]:
    """Open an output.

    Args:
        wanted: a name of `KINDS`, or `auto` for the first that opens.

    Returns:
        The output, and what those before it said that did not open.
    """
    said = []
    for name in BY_ITSELF if wanted == "auto" else (wanted,):
        try:
            output = KINDS[name]()
        except DeviceError as error:
            said.append(str(error))
        else:
            return output, said[0] if said else ""
    return SilentOutput(), "; ".join(said)
