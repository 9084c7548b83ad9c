"""The window's side of the sound process: hands cues over, watches over the child, begins it again.

Rules of the file: no call blocks the caller. Everything that can wait, waits in a thread of ours: one writes to the
pipe, one reads from it, one pings and begins a child again that hangs or is gone. A write that hangs with its child
ends with it. The schedule is kept here too, so that a new child gets what the old one had not sounded.
"""

from __future__ import annotations

import contextlib
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.audio.messages import Close, Handed, Laid, Lay, Message, Ping, Play, Pong, Status, from_line, to_line
from app.audio.status import output_words
from app.clock import Clock, boot_ns
from app.core.cues import Cue
from app.core.tongue import tr

PING_S = 0.2
HUNG_MS = 700.0
"""Without an answer for this long the child is ended and begun again: with the ping, noticed within a second."""
START_MS = 8000.0
"""What a child may take until its first answer: a hung sound server blocks the opening of a device."""
SOONEST_MS = 500.0
"""Between two beginnings of a child."""
ROOM = 3000
"""With no more than so much in the pipe, a line of a few hundred characters cannot block: the smallest holds 4096."""
TAIL_MS = 1600.0
"""The longest sound, and most sentences."""
LINGER_S = 5.0
CLOSE_S = 1.0


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
        self.status = OutputStatus(output, working=False, sentence=tr("Sound is being opened."))
        self.listeners: list[Callable[[Handed], None]] = []
        """Called with each cue that was handed to the device, in a thread of ours."""
        self.offset_ms = 0.0
        """How much earlier a laid cue leaves, because the loudspeaker is that late."""
        self.n_begun = 0
        """Children begun so far."""
        self._clock = clock
        self._sounds = sounds
        self._output = output
        self._queue: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._pipe = threading.Lock()  # held while something is written
        self._sent = self._taken = 0
        """Characters written, and those of them that the child is known to have read."""
        self._pinged = (0, 0)
        self._laid: list[Laid] = []
        self._played_ms = 0.0
        self._child: subprocess.Popen[str] | None = None
        self._listener: threading.Thread | None = None
        self._answered_ms = self._begun_ms = 0.0
        self._is_up = False
        self._closing = threading.Event()
        self._look_now = threading.Event()
        self._writer = threading.Thread(target=self._write, name="sound", daemon=True)
        self._watcher = threading.Thread(target=self._watch, name="sound watch", daemon=True)
        self._watcher.start()
        self._writer.start()

    @property
    def pid(self) -> int | None:
        """The child's process id, while there is one."""
        return self._child.pid if self._child is not None else None

    def lay(self, cues: Sequence[Cue]) -> None:
        """Take cues for later."""
        laid = [self._at(cue) for cue in cues]
        now = _now_ms()
        with self._lock:
            self._laid = [cue for cue in self._laid if cue.at_ms > now] + laid
            self._queue.put(Lay(tuple(laid), instead=False))  # within the lock: a new child gets each cue once

    def replace(self, cues: Sequence[Cue]) -> None:
        """Take these instead of every cue that has not sounded; a word that is sounding is cut."""
        laid = [self._at(cue) for cue in cues]
        with self._lock:
            self._laid = laid
            self._queue.put(Lay(tuple(laid), instead=True))

    def sound(self, cue: Cue) -> None:
        """Sound something now: sent at once where the pipe has room, since the caller may keep Python's lock next."""
        message = Play(self._at(cue)._replace(at_ms=self._clock.boot_ms(cue.at)))
        self._played_ms = message.cue.at_ms
        if not self._send_now(message):
            self._queue.put(message)

    def wait_for_silence(self) -> None:
        """Wait until the last cue has sounded, `LINGER_S` at most; at once where there is no device. Blocks."""
        while self.status.working and self.status.output != "silent":
            with self._lock:
                left_ms = max([self._played_ms, *(cue.at_ms for cue in self._laid)]) + TAIL_MS - _now_ms()
            if not 0 < left_ms < 1000 * LINGER_S:
                return
            self._closing.wait(left_ms / 1000)

    def use_output(self, output: str) -> None:
        """Play by another output from now on; the child is begun again."""
        if output != self._output:
            self._output = output
            self.status = OutputStatus(output, working=False, sentence=tr("Sound is being opened."))
            if self._child is not None:
                with contextlib.suppress(OSError):
                    self._child.kill()
            self._look_now.set()

    def close(self) -> None:
        """End the child; waits a second or two at most."""
        self._closing.set()
        self._look_now.set()
        self._queue.put(None)
        self._writer.join(CLOSE_S)
        self._watcher.join(CLOSE_S)
        self._end_child()

    def _at(self, cue: Cue) -> Laid:
        tone = cue.tone or ("" if cue.words else cue.kind.value)
        return Laid(self._clock.boot_ms(cue.at) - self.offset_ms, cue.kind.value, tone, cue.words, cue.volume)

    # The thread that writes --------------------------------------------------------------------------------------

    def _write(self) -> None:
        while (message := self._queue.get()) is not None:
            with self._pipe:
                self._send(message)
        with self._pipe:
            self._send(Close())
        child = self._child
        if child is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(CLOSE_S / 2)
        self._end_child()

    def _send_now(self, message: Message) -> bool:
        """Send from the caller's thread, where that cannot block; say whether it was sent."""
        if not self._is_up or not self._queue.empty() or not self._pipe.acquire(blocking=False):
            return False
        try:
            if self._sent - self._taken > ROOM:
                return False
            self._send(message)
        finally:
            self._pipe.release()
        return True

    def _send(self, message: Message) -> None:
        """Write to the pipe; whoever calls holds it."""
        child = self._child
        if child is None or child.stdin is None:
            return
        line = to_line(message)
        with contextlib.suppress(OSError, ValueError):  # it is gone: the watch begins another, with all that is laid
            child.stdin.write(line)
            child.stdin.flush()
        self._sent += len(line)
        if isinstance(message, Ping):
            self._pinged = (message.number, self._sent)

    # The thread that watches -------------------------------------------------------------------------------------

    def _watch(self) -> None:
        number = 0
        self._spawn()
        while not self._closing.is_set():
            self._look_now.wait(PING_S)
            self._look_now.clear()
            if self._closing.is_set():
                break
            number += 1
            self._queue.put(Ping(number))
            if not self._is_well() and _now_ms() - self._begun_ms > SOONEST_MS:
                self._end_child()
                self._spawn()
        self._end_child(CLOSE_S)

    def _spawn(self) -> None:
        self._is_up = False
        self._begun_ms = self._answered_ms = _now_ms()
        self._taken = self._sent
        wanted = self._output
        words = [sys.executable, "-m", "app.audio.child", wanted, str(self._sounds)]
        try:
            child = subprocess.Popen(
                words,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
                bufsize=1,
            )
        except OSError as error:
            self._child = None
            sentence = tr("No sound: {why}.").format(why=error.strerror)
            self.status = OutputStatus("silent", working=False, sentence=sentence)
            return
        self.n_begun += 1
        self._child = child
        self._listener = threading.Thread(target=self._listen, args=(child, wanted), name="sound ear", daemon=True)
        self._listener.start()
        now = _now_ms()
        with self._lock:
            rest = tuple(cue for cue in self._laid if cue.at_ms > now)
            self._queue.put(Lay(rest, instead=True))

    def _listen(self, child: subprocess.Popen[str], wanted: str) -> None:
        assert child.stdout is not None
        with contextlib.suppress(ValueError, OSError):
            for line in child.stdout:
                try:
                    message = from_line(line)
                except ValueError:
                    continue
                if child is self._child:
                    self._answered_ms = _now_ms()
                    self._is_up = True
                self._hear(message, wanted)
        self._look_now.set()  # it is gone: no need to wait for the ping

    def _hear(self, message: Message, wanted: str) -> None:
        if isinstance(message, Status):
            sentence = output_words(wanted, message.output, message.why)
            self.status = OutputStatus(message.output, message.working, sentence)
        elif isinstance(message, Handed):
            for listener in [*self.listeners]:
                listener(message)
        elif isinstance(message, Pong) and message.number == self._pinged[0]:
            self._taken = self._pinged[1]  # the child has read all that was written up to that ping

    def _is_well(self) -> bool:
        child = self._child
        if child is None:
            return _now_ms() - self._answered_ms < START_MS
        if child.poll() is not None:
            return False
        return _now_ms() - self._answered_ms < (HUNG_MS if self._is_up else START_MS)

    def _end_child(self, grace_s: float = 0.0) -> None:
        child = self._child
        if child is None:
            return
        if grace_s:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(grace_s)
        with contextlib.suppress(OSError):
            child.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(CLOSE_S)
        if self._listener is not None and self._listener is not threading.current_thread():
            self._listener.join(CLOSE_S)  # its pipe ends with the child
        for pipe in (child.stdin, child.stdout):
            with contextlib.suppress(OSError, ValueError):
                if pipe is not None:
                    pipe.close()


def _now_ms() -> float:
    return boot_ns() / 1e6
