"""The sound process: `python -m app.audio.child OUTPUT SOUNDS`. It owns the device and nothing else.

A stalled window, a hung sound server or a crash in a C library stays on its own side of the pipe. It imports no Qt and
no pydantic, and ends when its standard input does.
"""

from __future__ import annotations

import contextlib
import os
import queue
import sys
import threading
from pathlib import Path

from app.audio.board import Board
from app.audio.messages import Close, Message, from_line, to_line
from app.audio.sounds import Sounds

SWITCH_S = 0.001
"""How long a busy thread keeps Python's lock from the callback of a card, which has 20 ms in all."""


def tell(message: Message) -> None:
    """Send a message to the window's process; it may be gone, and then so are we."""
    try:
        sys.stdout.write(to_line(message))
        sys.stdout.flush()
    except (BrokenPipeError, ValueError, OSError):
        os._exit(0)


def main() -> None:
    """Serve until the pipe ends."""
    sys.setswitchinterval(SWITCH_S)
    sounds = Sounds(Path(sys.argv[2]))
    board = Board(sys.argv[1], sounds.samples, tell)
    inbox: queue.SimpleQueue[Message | None] = queue.SimpleQueue()

    def listen() -> None:
        for line in sys.stdin:
            with contextlib.suppress(ValueError):
                inbox.put(from_line(line))
        inbox.put(None)

    threading.Thread(target=listen, daemon=True).start()
    wait_ms = 0.0
    while True:
        try:
            message = inbox.get(timeout=wait_ms / 1000)
        except queue.Empty:
            wait_ms = board.service()
            continue
        if message is None or isinstance(message, Close):
            break
        board.take(message)
        wait_ms = board.service()
    board.close()
    sys.stdout.flush()
    os._exit(0)  # an audio library's thread may hang on a dead server


if __name__ == "__main__":
    main()
