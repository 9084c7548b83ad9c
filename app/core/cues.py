"""Cues: what is to sound, and when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.core.units import Instant


class Sound(Enum):
    """Each cue's sound, by the name of its file in `sounds/`."""

    LEAD_IN = "lead-in"
    """A count to a rep begins."""
    PIP = "pip"
    """3, 2, 1."""
    GO = "go"
    """Work begins."""
    HALFWAY = "halfway"
    LAST_TEN = "last-ten"
    """Ten seconds before a planned end."""
    FINISH = "finish"
    """A rep is over, rest begins."""
    LAP = "lap"
    """A lap press was taken."""
    BELL = "bell"
    """The last lap begins."""
    END = "end"
    """The workout is over."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A planned sound."""

    at: Instant
    sound: Sound
