"""What the driver may ask of the sound: three calls, none of which ever blocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from app.core.cues import Cue, Sound


class CuePlayer(Protocol):
    """Takes cues early and sounds them at their instants."""

    def lay(self, cues: Sequence[Cue]) -> None:
        """Take cues for later, in order."""
        ...

    def take_back(self) -> None:
        """Drop every cue that has not sounded."""
        ...

    def sound(self, sound: Sound) -> None:
        """Sound something now."""
        ...
