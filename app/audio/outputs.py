"""Outputs: where samples go. One small protocol, three ways, and `open_output` to choose.

Rules of the file: it runs in the sound process only. An output is given a cue up to two seconds early and takes it
back while it can; it knows nothing of workouts.
"""

from __future__ import annotations

from array import array
from typing import Protocol

from app.audio.miniaudio_card import MiniaudioOutput
from app.audio.simpleaudio_card import SimpleaudioOutput
from app.core.errors import DeviceError


class Output(Protocol):
    """An open device."""

    name: str

    def place(self, at_ms: float, samples: array[int]) -> None:
        """Sound samples at an instant that is yet to come."""
        ...

    def play(self, samples: array[int]) -> None:
        """Sound samples now."""
        ...

    def erase(self) -> None:
        """Take back all that was placed and has not begun."""
        ...

    def is_alive(self) -> bool:
        """Whether the device still takes samples."""
        ...

    def renew(self) -> None:
        """Bind the stream to the clock anew where that is needed; called when no cue is near."""
        ...

    def close(self) -> None:
        """Let the device go."""
        ...


class SilentOutput:
    """No device: everything is taken, nothing sounds."""

    name = "silent"

    def place(self, at_ms: float, samples: array[int]) -> None:
        """Take it."""

    def play(self, samples: array[int]) -> None:
        """Take it."""

    def erase(self) -> None:
        """Nothing is held."""

    def is_alive(self) -> bool:
        """Return True: silence does not fail."""
        return True

    def renew(self) -> None:
        """Nothing drifts."""

    def close(self) -> None:
        """Nothing is open."""


KINDS: dict[str, type[SimpleaudioOutput | MiniaudioOutput | SilentOutput]] = {
    "simpleaudio": SimpleaudioOutput,
    "miniaudio": MiniaudioOutput,
    "silent": SilentOutput,
}


def open_output(wanted: str) -> tuple[Output, str]:
    """Open an output.

    Args:
        wanted: a name of `KINDS`, or `auto` for the first that opens.

    Returns:
        The output, and a sentence on what was chosen and why.
    """
    said = []
    for name in ("simpleaudio", "miniaudio") if wanted == "auto" else (wanted,):
        try:
            output = KINDS[name]()
        except DeviceError as error:
            said.append(str(error))
        else:
            return output, f"Sound: {name}." if name != "silent" else "Sound is switched off."
    return SilentOutput(), "No sound: " + "; ".join(said) + "."
