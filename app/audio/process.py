"""The window's side of the sound process: hands cues over, watches over the child, begins it again.

Rules of the file: no call blocks the caller. Everything that can wait, waits in a thread of ours: the spawn, the pipe,
the ping. The schedule is kept here too, so that a new child gets what the old one had not sounded.
"""

from __future__ import annotations

import contextlib
import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.audio.messages import Close, Handed, Lay, Message, Ping, Play, Pong, Status, TakeBack, from_line, to_line
from app.clock import Clock, boot_ns
from app.core.cues import Cue, Sound

PING_S = 0.25
HUNG_MS = 900.0
"""Without an answer for this long the child is ended and begun again."""
START_MS = 8000.0
"""What a child may take until its first answer: a hung sound server blocks the opening of a device."""
CLOSE_S = 1.0
PROBE_S = 6.0
HANDED_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class OutputStatus:
    """What the sound process says of its device."""

    output: str
    working: bool
    sentence: str


class SoundProcess:
    """Plays cues in a child process; `app.audio.player.CuePlayer`, made real."""

    def __init__(self, clock: Clock, sounds: Path, output: str = "auto") -> None:
        """Begin the child; returns at once.

        Args:
            clock: the session's clock, whose instants are mapped to real time.
            sounds: the folder of WAVs.
            output: `auto`, `simpleaudio`, `miniaudio` or `silent`.
        """
        self.status = OutputStatus(output, working=False, sentence="Sound is being opened.")
        self.handed: list[Handed] = []
        """Evidence: each cue's planned instant and when it was given to the device, in real milliseconds."""
        self._clock = clock
        self._words = [sys.executable, "-m", "app.audio.child", output, str(sounds)]
        self._queue: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._laid: list[tuple[float, str]] = []
        self._child: subprocess.Popen[str] | None = None
        self._listener: threading.Thread | None = None
        self._answered_ms = 0.0
        self._is_up = False
        self._is_closed = False
        self._thread = threading.Thread(target=self._run, name="sound", daemon=True)
        self._thread.start()

    @property
    def pid(self) -> int | None:
        """The child's process id, while there is one."""
        return self._child.pid if self._child is not None else None

    def lay(self, cues: Sequence[Cue]) -> None:
        """Take cues for later."""
        laid = [(self._clock.boot_ms(cue.at), cue.sound.value) for cue in cues]
        now = boot_ns() / 1e6
        with self._lock:
            self._laid = [cue for cue in self._laid if cue[0] > now] + laid
        self._queue.put(Lay(tuple(laid)))

    def take_back(self) -> None:
        """Drop every cue that has not sounded."""
        with self._lock:
            self._laid = []
        self._queue.put(TakeBack())

    def sound(self, sound: Sound) -> None:
        """Sound something now."""
        self._queue.put(Play(sound.value))

    def close(self) -> None:
        """End the child; waits a second at most."""
        self._is_closed = True
        self._queue.put(None)
        self._thread.join(CLOSE_S)
        self._end_child()

    # The thread ------------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        number = 0
        self._spawn()
        while True:
            try:
                message = self._queue.get(timeout=PING_S)
            except queue.Empty:
                number += 1
                message = Ping(number)
            if message is None:
                break
            self._send(message)
            if not self._is_well() and not self._is_closed:
                self._end_child()
                self._spawn()
        self._send(Close())
        if self._child is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._child.wait(CLOSE_S / 2)
        self._end_child()  # here too: on a busy machine `close` may have given up before the child was there

    def _spawn(self) -> None:
        self._is_up = False
        self._answered_ms = boot_ns() / 1e6
        try:
            self._child = subprocess.Popen(
                self._words,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
                bufsize=1,
            )
        except OSError as error:
            self._child = None
            self.status = OutputStatus("silent", working=False, sentence=f"No sound: {error.strerror}.")
            return
        self._listener = threading.Thread(target=self._listen, args=(self._child,), daemon=True)
        self._listener.start()
        now = boot_ns() / 1e6
        with self._lock:
            rest = tuple(cue for cue in self._laid if cue[0] > now)
        if rest:
            self._send(Lay(rest))

    def _listen(self, child: subprocess.Popen[str]) -> None:
        assert child.stdout is not None
        with contextlib.suppress(ValueError, OSError):
            for line in child.stdout:
                try:
                    message = from_line(line)
                except ValueError:
                    continue
                self._answered_ms = boot_ns() / 1e6
                self._is_up = True
                if isinstance(message, Status):
                    self.status = OutputStatus(message.output, message.working, message.sentence)
                elif isinstance(message, Handed) and len(self.handed) < HANDED_KEPT:
                    self.handed.append(message)
                elif isinstance(message, Pong):
                    continue

    def _send(self, message: Message) -> None:
        if self._child is None or self._child.stdin is None:
            return
        with contextlib.suppress(OSError, ValueError):
            self._child.stdin.write(to_line(message))
            self._child.stdin.flush()

    def _is_well(self) -> bool:
        if self._child is None:
            return boot_ns() / 1e6 - self._answered_ms < START_MS
        if self._child.poll() is not None:
            return False
        return boot_ns() / 1e6 - self._answered_ms < (HUNG_MS if self._is_up else START_MS)

    def _end_child(self) -> None:
        if self._child is None:
            return
        with contextlib.suppress(OSError):
            self._child.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._child.wait(CLOSE_S)
        if self._listener is not None:
            self._listener.join(CLOSE_S)  # its pipe ends with the child
        for pipe in (self._child.stdin, self._child.stdout):
            with contextlib.suppress(OSError, ValueError):
                if pipe is not None:
                    pipe.close()


_PROBE = (
    "import sys; from app.audio.outputs import open_output; o, said = open_output(sys.argv[1]); print(o.name, said)"
)


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
            opened, _, said = tried.stdout.strip().partition(" ")
        except (OSError, subprocess.TimeoutExpired):
            opened, said = "silent", f"{name} does not answer."
        found.append(OutputStatus(name, opened == name, said or f"{name} failed."))
    return found
