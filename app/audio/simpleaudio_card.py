"""Sound by simpleaudio: a long buffer of ours that is edited while it plays."""

from __future__ import annotations

import mmap
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.audio.frames import PER_MS, faded, mix, now_ms
from app.audio.synth import RATE
from app.core.errors import DeviceError

WRITE_FLOOR_MS = 150.0
"""Samples nearer than this may have been read by the device already.
Source: own measurement, 100 ms ahead exact in 30 of 30, 80 ms in 17 of 30; half as much again for safety."""


@dataclass(slots=True, eq=False)
class _Placed:
    """Samples that were written into the stream."""

    at_ms: float
    samples: array[int]

    @property
    def end_ms(self) -> float:
        return self.at_ms + len(self.samples) / PER_MS


class SimpleaudioOutput:
    """One long private mapping that is edited while simpleaudio's own thread plays it.

    There is no call for the position, so the stream is bound to the clock by its start alone. A card's crystal is off
    by up to 100 ppm, 3.5 ms in the 35 s after which the next stream is begun; then what is placed moves over to it.
    The last stream still plays meanwhile, so that a Bluetooth sink hears no gap. A stream begins up to 10 ms late, each
    by its own, so the board lets none begin between the marks of one rep, which may be as long as a stream is. Silence
    costs nothing: untouched pages are the zero page.
    """

    name = "simpleaudio"
    floor_ms = WRITE_FLOOR_MS
    _STREAM_S = 900
    _RENEW_MS = 35_000.0
    _QUIET_MS = 400.0
    """Nothing may sound for this long when a stream is begun: what is nearer than the floor cannot move over."""

    def __init__(self, library: Any = None, now: Callable[[], float] = now_ms) -> None:
        """Open the device.

        Args:
            library: the module, or something that acts like it.
            now: the one clock in milliseconds.

        Raises:
            DeviceError: the library is not there, or opens nothing.
        """
        if library is None:
            try:
                import simpleaudio  # noqa: PLC0415 - an extra; where it is not installed, the next output is tried
            except ImportError as error:
                raise DeviceError("simpleaudio: not installed") from error
            library = simpleaudio
        self._library = library
        self._error: type[Exception] = library._simpleaudio.SimpleaudioError  # noqa: SLF001 - the package shows it nowhere
        self._now = now
        self._placed: list[_Placed] = []
        try:
            library.play_buffer(bytes(960), 1, 2, RATE).wait_done()  # the first connection takes longest
        except self._error as error:
            raise DeviceError(f"simpleaudio: {_short(error)}") from error
        self._begin()

    def _begin(self) -> None:
        flags = {"flags": mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS} if hasattr(mmap, "MAP_ANONYMOUS") else {}
        self._memory: Any = mmap.mmap(-1, 2 * RATE * self._STREAM_S, **flags)
        try:
            self._start_ms = self._now()
            self._stream = self._library.play_buffer(self._memory, 1, 2, RATE)
        except self._error as error:
            raise DeviceError(f"simpleaudio: {_short(error)}") from error

    def place(self, at_ms: float, samples: array[int]) -> _Placed:
        """Write samples ahead of the reader."""
        placed = _Placed(at_ms, samples)
        self._placed.append(placed)
        self._write(placed, 0)
        return placed

    def _frame(self, at_ms: float) -> int:
        return round((at_ms - self._start_ms) * PER_MS)

    def _write(self, placed: _Placed, first: int) -> None:
        """Mix what was placed into the stream, from a frame of the stream on."""
        at = self._frame(placed.at_ms)
        start = max(at, first)
        samples = placed.samples[start - at :]
        room = array("h", self._memory[2 * start : 2 * (start + len(samples))])
        mix(room, samples, 0)
        self._memory[2 * start : 2 * (start + len(room))] = room.tobytes()

    def take_back(self, handle: object) -> None:
        """Write silence over what the device has not read; what else sounds there is written once more."""
        if not isinstance(handle, _Placed):
            getattr(handle, "stop", lambda: None)()  # a short buffer of its own
            return
        if handle not in self._placed:
            return
        edge = self._frame(self._now() + self.floor_ms)
        at = self._frame(handle.at_ms)
        end = at + len(handle.samples)
        self._placed.remove(handle)
        if edge >= end:
            return
        if edge > at:  # it sounds: the rest goes silent without a click
            handle.samples = faded(handle.samples, edge - at)
            self._placed.append(handle)
        first = max(at, edge)
        last = min(end, len(self._memory) // 2)
        self._memory[2 * first : 2 * last] = bytes(max(0, 2 * (last - first)))
        for other in self._placed:
            begins = self._frame(other.at_ms)
            if begins < last and begins + len(other.samples) > first:
                self._write_between(other, first, last)

    def _write_between(self, placed: _Placed, first: int, last: int) -> None:
        """Mix that part of something placed which lies from one frame to another."""
        at = self._frame(placed.at_ms)
        start, end = max(at, first), min(at + len(placed.samples), last)
        self._write(_Placed(placed.at_ms, placed.samples[: end - at]), start)

    def play(self, samples: array[int]) -> object:
        """Play samples through a short buffer of their own."""
        try:
            return self._library.play_buffer(samples, 1, 2, RATE)
        except self._error:
            self._stream.stop()  # the watch over is_alive opens the device again
            return None

    def is_alive(self) -> bool:
        """Whether the stream still plays."""
        return bool(self._stream.is_playing())

    def renew(self, quiet_until_ms: float) -> None:
        """Begin the next stream while the last one still plays, when it is time and nothing sounds."""
        now = self._now()
        age = now - self._start_ms
        self._placed = [placed for placed in self._placed if placed.end_ms > now]
        is_quiet = quiet_until_ms - now >= self._QUIET_MS
        if age < self._RENEW_MS or not (is_quiet or age > 1000 * self._STREAM_S - 10_000):
            return
        before, old_start, old_memory = self._stream, self._start_ms, self._memory
        self._begin()
        for placed in self._placed:
            self._write(placed, 0)
            at = round((placed.at_ms - old_start) * PER_MS)
            last = min(at + len(placed.samples), len(old_memory) // 2)
            old_memory[2 * at : 2 * last] = bytes(max(0, 2 * (last - at)))
        before.stop()

    def close(self) -> None:
        """Stop all that plays."""
        self._library.stop_all()


def _short(error: Exception) -> str:
    """Return what an ALSA message says, without its place and code."""
    return " ".join(str(error).rpartition("MSG: ")[2].split())[:90]
