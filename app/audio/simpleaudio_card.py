"""Sound by simpleaudio: a long buffer of ours that is edited while it plays."""

from __future__ import annotations

import mmap
import threading
from array import array
from typing import Any

from app.audio.frames import PER_MS, mix, now_ms
from app.audio.synth import RATE
from app.core.errors import DeviceError

WRITE_FLOOR_MS = 150.0
"""Samples nearer than this may have been read by the device already.
Source: own measurement, 100 ms ahead exact in 30 of 30, 80 ms in 17 of 30; half as much again for safety."""


class SimpleaudioOutput:
    """One long private mapping that is edited while simpleaudio's own thread plays it.

    There is no call for the position, so the stream is bound to the clock by its start alone; `renew` begins a new one
    before a card's crystal can have drifted far. Silence costs nothing: untouched pages are the zero page.
    """

    name = "simpleaudio"
    _STREAM_S = 120
    _RENEW_S = 55

    def __init__(self) -> None:
        try:
            import simpleaudio  # noqa: PLC0415 - an extra; where it is not installed, the next output is tried
        except ImportError as error:
            raise DeviceError(f"simpleaudio cannot be loaded: {error}") from error
        self._simpleaudio = simpleaudio
        self._playing: list[tuple[float, array[int]]] = []
        try:
            simpleaudio.play_buffer(bytes(960), 1, 2, RATE).wait_done()  # the first connection takes longest
        except simpleaudio.SimpleaudioError as error:
            raise DeviceError(f"simpleaudio opens no device: {error}") from error
        self._begin()

    def _begin(self) -> None:
        flags = {"flags": mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS} if hasattr(mmap, "MAP_ANONYMOUS") else {}
        self._memory: Any = mmap.mmap(-1, 2 * RATE * self._STREAM_S, **flags)
        try:
            self._start_ms = now_ms()
            self._stream = self._simpleaudio.play_buffer(self._memory, 1, 2, RATE)
        except self._simpleaudio.SimpleaudioError as error:
            raise DeviceError(f"simpleaudio opens no device: {error}") from error

    def place(self, at_ms: float, samples: array[int]) -> None:
        """Write samples ahead of the reader; nearer than the floor they are played as soon as they are due."""
        if at_ms - now_ms() < WRITE_FLOOR_MS:
            delay = max(0.0, at_ms - now_ms()) / 1000
            timer = threading.Timer(delay, self.play, (samples,))
            timer.daemon = True
            timer.start()
            return
        self._playing.append((at_ms, samples))
        self._write(at_ms, samples)

    def _write(self, at_ms: float, samples: array[int]) -> None:
        at = 2 * round((at_ms - self._start_ms) * PER_MS)
        room = self._memory[at : at + 2 * len(samples)]
        mixed = array("h", room)
        mix(mixed, samples, 0)
        self._memory[at : at + len(room)] = mixed.tobytes()

    def play(self, samples: array[int]) -> None:
        """Play samples through a short buffer of their own."""
        try:
            self._simpleaudio.play_buffer(samples, 1, 2, RATE)
        except self._simpleaudio.SimpleaudioError:
            self._stream.stop()  # the watch over is_alive opens the device again

    def erase(self) -> None:
        """Write silence over what has not begun; what sounds now is written once more."""
        edge_ms = now_ms() + WRITE_FLOOR_MS
        begun = [(at, samples) for at, samples in self._playing if at < edge_ms]
        late = [at + len(samples) / PER_MS for at, samples in self._playing if at >= edge_ms]
        if late:
            first = 2 * round((min(at for at, _ in self._playing if at >= edge_ms) - self._start_ms) * PER_MS)
            last = min(2 * round((max(late) - self._start_ms) * PER_MS) + 2, len(self._memory))
            self._memory[first:last] = bytes(last - first)
            for at, samples in begun:
                end = 2 * round((at - self._start_ms) * PER_MS) + 2 * len(samples)
                if end > first:
                    skip = (first - 2 * round((at - self._start_ms) * PER_MS)) // 2
                    self._write(at + skip / PER_MS, samples[skip:])
        self._playing = begun

    def is_alive(self) -> bool:
        """Whether the stream still plays."""
        return bool(self._stream.is_playing())

    def renew(self) -> None:
        """Begin the next stream while the last one still plays; a Bluetooth sink hears no gap."""
        now = now_ms()
        self._playing = [(at, samples) for at, samples in self._playing if at + len(samples) / PER_MS > now]
        if now - self._start_ms < 1000 * self._RENEW_S or self._playing:
            return
        before = self._stream
        self._begin()
        before.stop()

    def close(self) -> None:
        """Stop all that plays."""
        self._simpleaudio.stop_all()
