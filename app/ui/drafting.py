"""Drafting: what is unsaved is on the disk a second after the last key, and every two seconds while one types.

Rules of the file: it is written in the background, one writing at a time; what is typed meanwhile is written behind it.
A writing that fails is said once, and tried again with the next key.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from app.core.errors import BellLapError
from app.library.drafts import Draft
from app.ui.background import Background
from app.ui.workbench import Workbench

REST_MS, MOST_MS = 700, 2000
"""After the last key; and the longest that typing goes on unwritten."""


class Drafting(QObject):
    """Keeps one text at a time."""

    def __init__(
        self, owner: QObject, bench: Workbench, background: Background, told: Callable[[BellLapError], None]
    ) -> None:
        """Keep nothing yet.

        Args:
            owner: it ends with it.
            bench: has the disk.
            background: where it is written.
            told: gets the reason why nothing can be written.
        """
        super().__init__(owner)
        self._bench, self._background, self._told = bench, background, told
        self.slot = ""
        """Of the text that is kept; empty until one is."""
        self._waiting: Draft | None = None
        self._is_writing = self._has_told = False
        self._rest, self._most = QTimer(self), QTimer(self)
        for timer, after_ms in ((self._rest, REST_MS), (self._most, MOST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(after_ms)
            timer.timeout.connect(self.write)

    def begin(self, slot: str = "") -> None:
        """Keep another text from now on; the one before stays as it is kept.

        Args:
            slot: where it is kept already; empty for a text that is not.
        """
        self._write_now()
        self.slot = slot

    def keep(self, draft: Draft) -> None:
        """Take a text that has changed; it is written soon, in the slot that is kept now."""
        self.slot = self.slot or secrets.token_hex(8)
        self._waiting = replace(draft, slot=self.slot)
        self._rest.start()
        if not self._most.isActive():
            self._most.start()

    def drop(self) -> None:
        """Keep the text no longer: it is saved, or not wanted."""
        self._stop()
        self._waiting = None
        slot, self.slot = self.slot, ""
        if slot:
            self._background.ask(lambda: self._bench.drop_draft(slot))

    def write(self) -> None:
        """Write what waits, unless a writing is under way: then soon."""
        if self._is_writing and self._waiting is not None:
            self._most.stop()
            self._rest.start()
        else:
            self._write_now()

    def _write_now(self) -> None:
        self._stop()
        draft, self._waiting = self._waiting, None
        if draft is not None:
            self._is_writing = True
            self._background.ask(lambda: self._bench.keep_draft(draft), self._written, self._failed)

    def close_down(self) -> None:
        """Write what waits; the background does what was asked before it ends."""
        self._write_now()

    def _written(self, _nothing: None) -> None:
        self._is_writing = self._has_told = False

    def _failed(self, error: BellLapError) -> None:
        self._is_writing = False
        if not self._has_told:
            self._has_told = True
            self._told(error)

    def _stop(self) -> None:
        self._rest.stop()
        self._most.stop()
