"""Sound by miniaudio: a mixer of ours in its callback."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any

from app.audio.frames import PER_MS, faded, mix, now_ms
from app.audio.synth import RATE
from app.core.errors import DeviceError


@dataclass(slots=True, eq=False)
class _Placed:
    """Samples to be mixed in."""

    at_ms: float
    samples: array[int]
    frame: int | None = None
    """Where they begin in the stream, once that is near."""


class StreamClock:
    """Says when a frame is due, from the instants at which the card asked for frames.

    A card asks when it has taken what it had, so each call says how far it is; a call can only be late. The earliest
    call of each quarter second is followed slowly, which takes out the crystal's error (0.1 ms a second at 100 ppm is
    followed 0.3 ms behind), and at once where the stream stood still.
    """

    _WINDOW_MS = 250.0
    _FOLLOWED = 0.08
    """Share of the difference that is taken up in each window."""
    _JUMP_MS = 3.0
    """Two windows in a row this far off: the stream has starved, or stood still."""

    def __init__(self) -> None:
        self.origin_ms: float | None = None
        """Instant of frame 0."""
        self._window_began = 0.0
        self._earliest = 0.0
        self._is_first = True
        self._was_off = False

    def asked(self, at_ms: float, frame: int) -> float:
        """Take note of a call for a frame; return the instant of frame 0."""
        origin = at_ms - frame / PER_MS
        if self.origin_ms is None:
            self.origin_ms = self._earliest = origin
            self._window_began = at_ms
            return origin
        if self._is_first:
            self.origin_ms = min(self.origin_ms, origin)  # the stream is being filled: the first calls say little
        self._earliest = min(self._earliest, origin)
        if at_ms - self._window_began >= self._WINDOW_MS:
            self._close(at_ms)
        return self.origin_ms

    def _close(self, at_ms: float) -> None:
        assert self.origin_ms is not None
        off = self._earliest - self.origin_ms
        is_off = abs(off) > self._JUMP_MS
        if is_off and self._was_off:
            self.origin_ms, is_off = self._earliest, False
        elif not is_off:
            self.origin_ms += self._FOLLOWED * off
        self._was_off, self._is_first = is_off, False
        self._window_began, self._earliest = at_ms, float("inf")


class MiniaudioOutput:
    """A mixer in miniaudio's callback; positions are counted in frames the card has taken."""

    name = "miniaudio"
    floor_ms = 60.0
    """Two periods, and as much again as a wake-up may be late."""
    _PERIOD_MS = 20
    _PERIODS = 2
    """So much lies between the callback and the ear; an instant cue waits for it, a starved process lives on it."""

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
                import miniaudio  # noqa: PLC0415 - where it is not installed, the next output is tried
            except ImportError as error:
                raise DeviceError("miniaudio: not installed") from error
            library = miniaudio
        self._now = now
        self._lock = threading.Lock()
        self._waiting: list[_Placed] = []
        self._sounding: list[_Placed] = []
        self._position = 0
        self._clock = StreamClock()
        self._called_ms = now()
        self._silence = array("h", bytes(2 * self._PERIOD_MS * RATE // 1000))
        try:
            self._device = library.PlaybackDevice(
                output_format=library.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=RATE,
                buffersize_msec=self._PERIOD_MS,
                callback_periods=self._PERIODS,
                app_name="Bell Lap",
            )
            frames = self._frames()
            next(frames)
            self._device.start(frames)
        except library.MiniaudioError as error:
            raise DeviceError(f"miniaudio: {error.args[0] if error.args else error}") from error

    def _frames(self) -> Generator[array[int], int, None]:
        wanted = yield array("h")
        while True:
            wanted = yield self._mixed(wanted)

    def _mixed(self, n: int) -> array[int]:
        called = self._now()
        with self._lock:
            start = self._position
            origin = self._clock.asked(called, start)
            self._called_ms = called
            self._position = end = start + n
            if not self._waiting and not self._sounding:
                return self._silence if len(self._silence) == n else array("h", bytes(2 * n))
            if self._waiting:
                due = origin + end / PER_MS
                for placed in [placed for placed in self._waiting if placed.at_ms < due]:
                    placed.frame = max(start, round((placed.at_ms - origin) * PER_MS))
                    self._waiting.remove(placed)
                    self._sounding.append(placed)
            if len(self._sounding) == 1:  # in the midst of one sound, as most are: no need to mix
                only = self._sounding[0]
                at = start - (only.frame or 0)
                if 0 <= at < len(only.samples) - n:
                    return only.samples[at : at + n]
            if not self._sounding:
                return self._silence if len(self._silence) == n else array("h", bytes(2 * n))
            out = array("h", bytes(2 * n))
            for placed in self._sounding:
                assert placed.frame is not None
                mix(out, placed.samples, placed.frame - start)
            self._sounding = [placed for placed in self._sounding if (placed.frame or 0) + len(placed.samples) > end]
        return out

    def place(self, at_ms: float, samples: array[int]) -> _Placed:
        """Mix samples in at the frame that is due at an instant."""
        placed = _Placed(at_ms, samples)
        with self._lock:
            self._waiting.append(placed)
        return placed

    def play(self, samples: array[int]) -> _Placed:
        """Mix samples in at the next frame."""
        placed = _Placed(0.0, samples)
        with self._lock:
            placed.frame = self._position
            self._sounding.append(placed)
        return placed

    def take_back(self, handle: object) -> None:
        """Mix no more of something in."""
        if not isinstance(handle, _Placed):
            return
        with self._lock:
            if handle in self._waiting:
                self._waiting.remove(handle)
            elif handle in self._sounding and handle.frame is not None:
                handle.samples = faded(handle.samples, max(0, self._position - handle.frame))

    def is_alive(self) -> bool:
        """Whether the card has asked for frames lately; its own flag stays True when the server is gone."""
        return self._now() - self._called_ms < 500

    def renew(self, quiet_until_ms: float) -> None:
        """Nothing to do: every call binds the stream anew."""

    def close(self) -> None:
        """Let the device go."""
        self._device.close()
