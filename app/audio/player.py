"""What the driver may ask of the sound: three calls, none of which ever blocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from app.core.cues import Cue


class CuePlayer(Protocol):
    """Takes cues early and sounds them at their instants."""

    def lay(self, cues: Sequence[Cue]) -> None:
        """Take cues for later, in order."""
        ...

    def replace(self, cues: Sequence[Cue]) -> None:
        """Take these instead of every cue that has not sounded; a word that is sounding is cut. None is silence."""
        ...

    def sound(self, cue: Cue) -> None:
        """Sound something now; its instant says when it was due."""
        ...
