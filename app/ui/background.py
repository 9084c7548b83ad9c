"""One thread for what is slow, so that nothing blocks the window."""

from __future__ import annotations

import queue
import sys
import threading
from collections.abc import Callable
from typing import TypeVar, cast

from PySide6.QtCore import QObject, Signal

from app.core.errors import BellLapError

T = TypeVar("T")
_Job = tuple[Callable[[], object], Callable[[object], None], Callable[[BellLapError], None] | None]
HAND_OVER_S = 0.0005
"""After so long the thread hands Python's lock over to the window, which takes it some ten times for a key.

Source: measured, typing in a text of 3,000 words while it is read: with Python's 5 ms the window waited up to 180 ms
for a key, with this 18 ms, and the reading took as long."""


class Background(QObject):
    """Does one slow thing after the other and brings each answer back to the window's thread."""

    _answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        sys.setswitchinterval(HAND_OVER_S)
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._is_closed = False
        self._answered.connect(self._tell)
        self._thread = threading.Thread(target=self._run, name="background", daemon=True)
        self._thread.start()

    def ask(
        self,
        slow: Callable[[], T],
        then: Callable[[T], None] = lambda _answer: None,
        failed: Callable[[BellLapError], None] | None = None,
    ) -> None:
        """Do something slow; later, in the window's thread, `then` gets its answer or `failed` its error.

        Args:
            slow: runs in the thread; knows nothing of Qt.
            then: gets what it returned.
            failed: gets an error with a sentence fit to show; without it, or for a bug, the error is raised there.
        """
        self._jobs.put((slow, cast("Callable[[object], None]", then), failed))

    def close(self, seconds: float = 5.0) -> None:
        """Finish what was asked, then end; answers are dropped."""
        self._is_closed = True
        self._jobs.put(None)
        self._thread.join(seconds)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            slow, then, failed = job
            try:
                answer = slow()
            except Exception as error:  # noqa: BLE001 - it is raised again in the window's thread
                self._answered.emit((None, error, failed))
            else:
                self._answered.emit((then, answer, None))

    def _tell(
        self, told: tuple[Callable[[object], None] | None, object, Callable[[BellLapError], None] | None]
    ) -> None:
        then, answer, failed = told
        if self._is_closed:
            return
        if then is not None:
            then(answer)
        elif isinstance(answer, BellLapError) and failed is not None:
            failed(answer)
        else:
            raise cast("Exception", answer)
