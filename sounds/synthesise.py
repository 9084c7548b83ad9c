"""Render every sound to a WAV beside this file: `python sounds/synthesise.py`, from the clone's root.

The figures are in `app/audio/synth.py`, where the program finds them too when these files cannot be read.
"""

from __future__ import annotations

import sys
import wave
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app.audio.synth import NAMES, RATE, samples


def render(folder: Path) -> None:
    """Write one WAV for each sound: mono, 16 bits, 48 kHz."""
    for name in NAMES:
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            made = samples(name)
            if sys.byteorder == "big":
                made.byteswap()
            file.writeframes(made.tobytes())


if __name__ == "__main__":
    render(Path(__file__).resolve().parent)
