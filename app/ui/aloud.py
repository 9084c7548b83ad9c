"""Aloud: what a screen reader says of a session. Laps and phases, never ticks.

Rules of the file: it says what the page shows, and costs nothing where no screen reader listens.
"""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from app.core.events import Event, SegmentFinished, SegmentStarted, SplitTaken
from app.ui.board import Board


def words_of(event: Event, board: Board) -> str:
    """Return what is to be said of an event; empty for nothing."""
    match event:
        case SplitTaken() | SegmentFinished():
            done = [row for row in board.rows if not row.is_running]
            if not done:
                return ""
            row = done[-1]
            return ", ".join(part for part in (row.label, row.time, row.off, board.sentence) if part)
        case SegmentStarted():
            return ", ".join(part for part in (board.phase, board.place, board.ask, board.ask_time) if part)
        case _:
            return board.sentence


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say something, and the clock be called so."""
    if not words:
        return
    widget.setAccessibleDescription(words)
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
