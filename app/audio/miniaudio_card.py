"""Sound by miniaudio: a mixer of ours in its callback."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Generator

from app.audio.frames import PER_MS, mix, now_ms
from app.audio.synth import RATE
from app.core.errors import DeviceError


class MiniaudioOutput:
    """A mixer in miniaudio's callback; positions are counted in frames the card has taken."""

    name = "miniaudio"
    _BUFFER_MS = 100
    _WINDOW = 50
    """Calls after which the mapping of frames to time is looked at."""
    _SLEW = 5e-5
    """How fast it may follow the card, per ms: 50 ppm, more than a crystal is off."""
    _STALLED_MS = 100.0
    """Four calls this late are no jitter."""
    _JUMP_MS = 15.0
    """Further off than this the stream has starved or begun anew, and the mapping jumps."""

    def __init__(self) -> None:
        try:
            import miniaudio  # noqa: PLC0415 - where it is not installed, the next output is tried
        except ImportError as error:
            raise DeviceError(f"miniaudio cannot be loaded: {error}") from error
        self._lock = threading.Lock()
        self._waiting: list[tuple[float, array[int]]] = []  # instants
        self._sounding: list[tuple[int, array[int]]] = []  # frames
        self._position = 0
        self._offset_ms: float | None = None  # instant of frame 0
        self._seen: list[float] = []
        self._bound_ms = 0.0
        self._called_ms = now_ms()
        try:
            self._device = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=RATE,
                buffersize_msec=self._BUFFER_MS,
                app_name="Bell Lap",
            )
            frames = self._frames()
            next(frames)
            self._device.start(frames)
        except miniaudio.MiniaudioError as error:
            raise DeviceError(f"miniaudio opens no device: {error}") from error

    def _frames(self) -> Generator[array[int], int, None]:
        wanted = yield array("h")
        while True:
            wanted = yield self._mixed(wanted)

    def _mixed(self, n: int) -> array[int]:
        called = now_ms()
        with self._lock:
            start = self._position
            offset = self._bind(called, start)
            self._called_ms = called
            self._position = start + n
            due = offset + (start + n) / PER_MS
            self._sounding += [(round((at_ms - offset) * PER_MS), cue) for at_ms, cue in self._waiting if at_ms < due]
            self._waiting = [(at_ms, cue) for at_ms, cue in self._waiting if at_ms >= due]
            out = array("h", bytes(2 * n))
            for at, samples in self._sounding:
                mix(out, samples, at - start)
            self._sounding = [(at, samples) for at, samples in self._sounding if at + len(samples) > start + n]
        return out

    def _bind(self, called_ms: float, position: int) -> float:
        """Return the instant of frame 0: the earliest call for a frame says best when it is due."""
        offset = called_ms - position / PER_MS
        if self._offset_ms is None or (not self._bound_ms and offset < self._offset_ms):
            self._offset_ms = offset  # the first window: the stream is being filled
        self._seen.append(offset)
        if min(self._seen[-4:]) - self._offset_ms > self._STALLED_MS:
            self._offset_ms = min(self._seen[-4:])  # the stream stood still and has gone on
            self._seen.clear()
        if len(self._seen) >= self._WINDOW:
            off = min(self._seen) - self._offset_ms
            most = self._SLEW * (called_ms - self._bound_ms) if self._bound_ms else 0.0
            self._offset_ms += off if abs(off) > self._JUMP_MS else max(-most, min(most, off))
            self._seen.clear()
            self._bound_ms = called_ms
        return self._offset_ms

    def place(self, at_ms: float, samples: array[int]) -> None:
        """Mix samples in at the frame that is due at an instant, or at the next one."""
        with self._lock:
            self._waiting.append((max(at_ms, now_ms()), samples))

    def play(self, samples: array[int]) -> None:
        """Mix samples in at the next frame."""
        with self._lock:
            self._sounding.append((self._position, samples))

    def erase(self) -> None:
        """Take back what has not begun."""
        with self._lock:
            self._waiting = []
            self._sounding = [(at, samples) for at, samples in self._sounding if at < self._position]

    def is_alive(self) -> bool:
        """Whether the card has asked for frames lately; its own flag stays True when the server is gone."""
        return now_ms() - self._called_ms < 1500

    def renew(self) -> None:
        """Nothing to do: every call binds the stream anew."""

    def close(self) -> None:
        """Let the device go."""
        self._device.close()
