"""Bell Lap's answers, and Bell Lap as a real process: its words, and waits that have an end."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
WORDS = (sys.executable, "-m", "app")
PATIENCE_S = 60
"""How long a process may take before the test gives up; no test is about how fast it is."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command said."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output; anything beside it fails."""
        return json.loads(self.out)

    @property
    def complaint(self) -> str:
        """The one line on standard error of a command that refused its input."""
        assert (self.code, self.out) == (2, "")
        assert self.err.count("\n") == 1
        assert self.err.endswith("\n")
        assert self.err.startswith("bell-lap")
        assert len(self.err) < 500
        return self.err.strip()


Bell = Callable[..., Answer]


def environment(**more: str) -> dict[str, str]:
    """What a process started by a test finds around it: no screen, its own data folder."""
    kept = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    return kept | more


def bell_lap(*words: str, stdin: str = "", more: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run Bell Lap to its end."""
    return subprocess.run(
        [*WORDS, *words],
        cwd=ROOT,
        env=environment(**(more or {})),
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE_S,
        check=False,
    )


class Lines:
    """The lines of a pipe, waited for one at a time."""

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe
        self._held = b""

    def until(self, *words: str) -> str:
        """Return the next line that has one of the words in it."""
        while True:
            line, found, rest = self._held.partition(b"\n")
            if found:
                self._held = rest
                text = line.decode()
                if any(word in text for word in words):
                    return text
                continue
            ready, _, _ = select.select([self._pipe], [], [], PATIENCE_S)
            more = os.read(self._pipe, 4096) if ready else b""
            if not more:
                why = "it ended" if ready else "it says nothing"
                raise AssertionError(f"waited for {words}, but {why}; the last was {self._held.decode()!r}")
            self._held += more
