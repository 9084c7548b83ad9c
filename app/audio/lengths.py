"""How long each sound lasts: what the window's process needs to know of them, without reading one."""

from __future__ import annotations

from pathlib import Path

from app.audio.synth import LENGTHS_MS
from app.audio.voice import clip_lengths
from app.core.scheme import Lengths


def lengths_of(sounds: Path) -> Lengths:
    """Return the lengths of all tones, and of the clips of a voice that can be read.

    Args:
        sounds: the folder of WAVs.
    """
    return Lengths(LENGTHS_MS, clip_lengths(sounds))
