"""A look at which outputs open, each in a process of its own: a hung sound server hangs nothing else."""

from __future__ import annotations

import subprocess
import sys

from app.audio.process import OutputStatus
from app.audio.status import output_words

PROBE_S = 6.0

_PROBE = "import sys; from app.audio.outputs import open_output; o, why = open_output(sys.argv[1]); print(o.name, why)"


def probe_outputs() -> list[OutputStatus]:
    """Try each output in a process of its own, for a bounded time."""
    found = []
    for name in ("simpleaudio", "miniaudio"):
        try:
            tried = subprocess.run(
                [sys.executable, "-c", f"{_PROBE}; sys.stdout.flush(); import os; os._exit(0)", name],
                capture_output=True,
                text=True,
                timeout=PROBE_S,
                check=False,
            )
            opened, _, why = tried.stdout.strip().partition(" ")
            said = output_words(name, opened, why) if opened else f"{name} failed."
        except (OSError, subprocess.TimeoutExpired):
            opened, said = "silent", f"{name} does not answer."
        found.append(OutputStatus(name, opened == name, said))
    return found
