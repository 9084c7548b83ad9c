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
import wave
from array import array
from pathlib import Path

from app.audio.frames import now_ms
from app.audio.messages import Close, Handed, Lay, Message, Ping, Play, Pong, Status, TakeBack, from_line, to_line
from app.audio.outputs import Output, SilentOutput, open_output
from app.audio.synth import NAMES, RATE
from app.audio.synth import samples as synthesised

AHEAD_MS = 2000.0
"""A cue goes to the device this early: far beyond any stall of this process, near enough to be taken back."""
GIVEN_UP_MS = 250.0
"""Later than this a cue stays silent rather than wrong."""
SERVICE_S = 0.02
REOPEN_MS = 2000.0


def load_sounds(folder: Path) -> dict[str, array[int]]:
    """Read every sound; one that cannot be read is synthesised."""
    return {name: _load(folder / f"{name}.wav") or synthesised(name) for name in NAMES}


def _load(path: Path) -> array[int] | None:
    try:
        with wave.open(str(path), "rb") as file:
            if (file.getnchannels(), file.getsampwidth(), file.getframerate()) != (1, 2, RATE):
                return None
            made = array("h", file.readframes(min(file.getnframes(), 10 * RATE)))
    except (OSError, wave.Error, EOFError, ValueError):
        return None
    if sys.byteorder == "big":
        made.byteswap()
    return made or None


class Board:
    """Holds the schedule and feeds the output."""

    def __init__(self, wanted: str, sounds: dict[str, array[int]]) -> None:
        self._wanted = wanted
        self._sounds = sounds
        self._waiting: list[tuple[float, str]] = []
        self._output: Output = SilentOutput()
        self._tried_ms = 0.0
        self._told: Status | None = None
        self._open()

    def take(self, message: Message) -> None:
        """Do what a message says."""
        match message:
            case Lay(cues):
                self._waiting = sorted([*self._waiting, *cues])
                self.service()
            case TakeBack():
                self._waiting = []
                self._output.erase()
            case Play(sound):
                self._output.play(self._sounds[sound])
                now = now_ms()
                tell(Handed(now, now, sound, given_up=False))
            case Ping(number):
                tell(Pong(number))
            case _:
                pass

    def service(self) -> None:
        """Give the device what is due soon; open it again if it is gone."""
        now = now_ms()
        is_lost = not self._output.is_alive() or (self._output.name == "silent" and self._wanted != "silent")
        if is_lost and now - self._tried_ms > REOPEN_MS:
            self._open()
        while self._waiting and self._waiting[0][0] - now < AHEAD_MS:
            at, sound = self._waiting.pop(0)
            given_up = now - at > GIVEN_UP_MS
            if not given_up:
                self._output.place(at, self._sounds[sound])
            tell(Handed(at, now, sound, given_up=given_up))
        if not self._waiting or self._waiting[0][0] - now > AHEAD_MS + 500:
            self._output.renew()

    def _open(self) -> None:
        self._tried_ms = now_ms()
        with contextlib.suppress(
            Exception
        ):  # a device that is gone may fail in its own ways; it is let go all the same
            self._output.close()
        self._output, sentence = open_output(self._wanted)
        status = Status(self._output.name, self._output.name != "silent" or self._wanted == "silent", sentence)
        if status != self._told:
            self._told = status
            tell(status)

    def close(self) -> None:
        """Let the device go."""
        self._output.close()


def tell(message: Message) -> None:
    """Send a message to the window's process; it may be gone, and then so are we."""
    try:
        sys.stdout.write(to_line(message))
        sys.stdout.flush()
    except (BrokenPipeError, ValueError, OSError):
        os._exit(0)


def main() -> None:
    """Serve until the pipe ends."""
    wanted, folder = sys.argv[1], Path(sys.argv[2])
    board = Board(wanted, load_sounds(folder))
    inbox: queue.SimpleQueue[Message | None] = queue.SimpleQueue()

    def listen() -> None:
        for line in sys.stdin:
            with contextlib.suppress(ValueError):
                inbox.put(from_line(line))
        inbox.put(None)

    threading.Thread(target=listen, daemon=True).start()
    while True:
        try:
            message = inbox.get(timeout=SERVICE_S)
        except queue.Empty:
            board.service()
            continue
        if message is None or isinstance(message, Close):
            break
        board.take(message)
    board.close()
    sys.stdout.flush()
    os._exit(0)  # an audio library's thread may hang on a dead server


if __name__ == "__main__":
    main()
