"""The sounds as samples: tones from their files, or made from figures where a file cannot be read; words from clips."""

from __future__ import annotations

import sys
import wave
from array import array
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.audio.synth import NAMES, RATE
from app.audio.synth import samples as synthesised

if TYPE_CHECKING:
    from app.audio.messages import Laid
    from app.audio.voice import Clips

LONGEST_S = 10
"""A tone's file is read no further."""


class Sounds:
    """Every tone, read once; the voice, when something is first said."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tones = {name: _load(folder / f"{name}.wav") or synthesised(name) for name in NAMES}

    @cached_property
    def _clips(self) -> Clips:
        from app.audio.voice import Clips  # noqa: PLC0415 - a process that only pips does without

        return Clips(self._folder)

    def samples(self, cue: Laid) -> array[int] | None:
        """Return what a cue sounds like: words, or the tone in their place where a clip is missing; None without one.

        A tone there is not sounds as its kind.
        """
        if cue.words:
            return self._clips.sentence(cue.words) or self._tones.get(cue.tone)
        return self._tones.get(cue.tone) or self._tones.get(cue.kind)


def _load(path: Path) -> array[int] | None:
    try:
        with wave.open(str(path), "rb") as file:
            if (file.getnchannels(), file.getsampwidth(), file.getframerate()) != (1, 2, RATE):
                return None
            made = array("h", file.readframes(min(file.getnframes(), LONGEST_S * RATE)))
    except (OSError, wave.Error, EOFError, ValueError):
        return None
    if sys.byteorder == "big":
        made.byteswap()
    return made or None
