"""A program in a window of the X server, driven by real key presses; what its title says is what is waited for."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import pytest

ROOT = Path(__file__).parent.parent
PATIENCE_S = 60.0
T = TypeVar("T")


class XWindow:
    """One run of the program, by the command that a person types."""

    def __init__(
        self,
        words: Sequence[str],
        environ: dict[str, str] | None = None,
        program: Sequence[str] = (str(ROOT / "bell.py"),),
    ) -> None:
        self._process = subprocess.Popen(
            [sys.executable, *program, *words],
            cwd=ROOT,
            env=os.environ | (environ or {}),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        self._waiter = threading.Event()
        self.window = ""

    def shown(self) -> XWindow:
        """Wait for the window and give it the keyboard: there is no window manager to do it."""
        self.window = self._until(
            lambda: self._do("search", "--onlyvisible", "--name", "Bell Lap").split(), "a window"
        )[-1]
        self._do("windowfocus", "--sync", self.window)
        return self

    @property
    def process_id(self) -> int:
        """Of the program; `bell.py` becomes it."""
        return self._process.pid

    @property
    def title(self) -> str:
        """What the window's title says."""
        return self._do("getwindowname", self.window).strip()

    def says(self, words: str) -> str:
        """Wait until the title says some words; return all of it."""
        return self._until(lambda: title if words in (title := self.title) else "", repr(words))

    def key(self, name: str) -> None:
        """Press a key, as the keyboard would."""
        self._do("key", name)

    def put_away(self) -> None:
        """Take the window off the screen, as a window manager does with one that is minimised."""
        self._do("windowunmap", "--sync", self.window)

    def close(self) -> None:
        """End it, by its own id, if it has not ended."""
        if self._process.poll() is None:
            self._process.terminate()
        _out, said = self._process.communicate(timeout=20)
        self.said = said.decode()

    def _until(self, look: Callable[[], T], wanted: str) -> T:
        deadline = time.monotonic() + PATIENCE_S
        while not (found := look()):
            if self._process.poll() is not None:
                said = self._process.communicate()[1].decode()
                pytest.fail(f"the program ended while {wanted} was waited for: {said}")
            if time.monotonic() > deadline:
                pytest.fail(f"{wanted} did not come; the title says {self.title!r}")
            self._waiter.wait(0.05)
        return found

    def _do(self, *words: str) -> str:
        ran = subprocess.run(["xdotool", *words], capture_output=True, text=True, check=False, timeout=30)
        return ran.stdout
