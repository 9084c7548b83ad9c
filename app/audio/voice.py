"""The voice: clips of words, brought to the rate of the tones and joined to sentences.

Rules of the file: standard library alone, for it runs in the sound process. A clip that cannot be read is a sentence
that is not said, never an error: pips go on.
"""

from __future__ import annotations

import json
import sys
import wave
from array import array
from collections import OrderedDict
from pathlib import Path

from app.audio.frames import PER_MS
from app.audio.synth import RATE
from app.core.numerals import Words
from app.core.spoken import WORD_GAP_MS, clips_of
from app.core.units import Millis

FOLDER, INDEX = "voice", "index.json"
CLIP_RATE = RATE // 2
INDEX_BYTES = 200_000
LONGEST_MS = 4_000
"""A clip is a word or three."""
KEPT_BYTES = 20_000_000
"""Clips at the rate of the tones; all there are take about 13 MB."""


def _index(folder: Path) -> dict[str, tuple[str, Millis]]:
    """Return file and length of each clip; nothing where the index cannot be read."""
    try:
        with (folder / FOLDER / INDEX).open("rb") as stream:
            data = stream.read(INDEX_BYTES + 1)
        read = json.loads(data) if len(data) <= INDEX_BYTES else {}
        if read["rate"] != CLIP_RATE:
            return {}
        clips = {str(name): (Path(clip["file"]).name, int(clip["ms"])) for name, clip in read["clips"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return {}
    return {name: clip for name, clip in clips.items() if 0 < clip[1] <= LONGEST_MS}


def clip_lengths(folder: Path) -> dict[str, Millis]:
    """Return how long each clip lasts, by its name; nothing where they cannot be read.

    Args:
        folder: of the sounds.
    """
    return {name: ms for name, (_, ms) in _index(folder).items()}


class Clips:
    """The clips of a folder, each read when it is first said."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = _index(folder)
        self._kept: OrderedDict[str, array[int]] = OrderedDict()
        self._kept_bytes = 0

    def sentence(self, words: Words) -> array[int] | None:
        """Return a sentence as 16-bit samples at `RATE`; None where a clip is missing."""
        joined = array("h")
        for number, name in enumerate(clips_of(words)):
            clip = self._clip(name)
            if clip is None:
                return None
            if number:
                joined.frombytes(bytes(2 * round(WORD_GAP_MS * PER_MS)))
            joined.extend(clip)
        return joined or None

    def _clip(self, name: str) -> array[int] | None:
        if name in self._kept:
            self._kept.move_to_end(name)
            return self._kept[name]
        known = self._files.get(name)
        read = None if known is None else _read(self._folder / FOLDER / known[0])
        if read is None:
            return None
        clip = self._kept[name] = doubled(read)
        self._kept_bytes += 2 * len(clip)
        while self._kept_bytes > KEPT_BYTES:
            self._kept_bytes -= 2 * len(self._kept.popitem(last=False)[1])
        return clip


def _read(path: Path) -> array[int] | None:
    try:
        with wave.open(str(path), "rb") as file:
            if (file.getnchannels(), file.getsampwidth(), file.getframerate()) != (1, 2, CLIP_RATE):
                return None
            made = array("h", file.readframes(min(file.getnframes(), LONGEST_MS * CLIP_RATE // 1000)))
    except (OSError, wave.Error, EOFError, ValueError):
        return None
    if sys.byteorder == "big":
        made.byteswap()
    return made or None


def doubled(samples: array[int]) -> array[int]:
    """Return samples at twice the rate: between two one by four points, (−1, 9, 9, −1) of 16: a half-band filter."""
    n = len(samples)
    if n < 4:
        return array("h", [value for value in samples for _ in (0, 1)])
    out = array("h", bytes(4 * n))
    out[::2] = samples
    a, b, c = samples[:-3], samples[1:-2], samples[2:-1]
    between = [
        (9 * (two + three) - one - four) // 16 for one, two, three, four in zip(a, b, c, samples[3:], strict=True)
    ]
    ends = [(samples[0] + samples[1]) // 2, *between, (samples[-2] + samples[-1]) // 2, samples[-1]]
    if max(ends) > 32767 or min(ends) < -32768:
        ends = [max(-32768, min(32767, value)) for value in ends]
    out[1::2] = array("h", ends)
    return out
