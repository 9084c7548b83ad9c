"""Outputs: where samples go. One small protocol, three ways, and `open_output` to choose.

Rules of the file: it runs in the sound process only. An output is given a cue up to two seconds early and takes it
back while it can; it knows nothing of workouts.
"""

from __future__ import annotations

import mmap
import threading
from array import array
from collections.abc import Generator
from typing import Any, Protocol

from app.audio.synth import RATE
from app.clock import boot_ns
from app.core.errors import DeviceError

Samples = array  # of "h": 16-bit samples at RATE
PER_MS = RATE / 1000
WRITE_FLOOR_MS = 150.0
"""Samples nearer than this may have been read by the device already.
Source: own measurement, 100 ms ahead exact in 30 of 30, 80 ms in 17 of 30; half as much again for safety."""


def now_ms() -> float:
    """Return the present reading of the one clock, in milliseconds."""
    return boot_ns() / 1e6


class Output(Protocol):
    """An open device."""

    name: str

    def place(self, at_ms: float, samples: array[int]) -> None:
        """Sound samples at an instant that is yet to come."""
        ...

    def play(self, samples: array[int]) -> None:
        """Sound samples now."""
        ...

    def erase(self) -> None:
        """Take back all that was placed and has not begun."""
        ...

    def is_alive(self) -> bool:
        """Whether the device still takes samples."""
        ...

    def renew(self) -> None:
        """Bind the stream to the clock anew where that is needed; called when no cue is near."""
        ...

    def close(self) -> None:
        """Let the device go."""
        ...


class SilentOutput:
    """No device: everything is taken, nothing sounds."""

    name = "silent"

    def place(self, at_ms: float, samples: array[int]) -> None:
        """Take it."""

    def play(self, samples: array[int]) -> None:
        """Take it."""

    def erase(self) -> None:
        """Nothing is held."""

    def is_alive(self) -> bool:
        """Return True: silence does not fail."""
        return True

    def renew(self) -> None:
        """Nothing drifts."""

    def close(self) -> None:
        """Nothing is open."""


class MiniaudioOutput:
    """A mixer in miniaudio's callback; positions are counted in frames the card has taken."""

    name = "miniaudio"
    _BUFFER_MS = 60
    _RISE = 5e-5
    """How fast the mapping may rise, per ms: 50 ppm, more than a card's crystal is off."""

    def __init__(self) -> None:
        try:
            import miniaudio  # noqa: PLC0415 - where it is not installed, the next output is tried
        except ImportError as error:
            raise DeviceError(f"miniaudio cannot be loaded: {error}") from error
        self._lock = threading.Lock()
        self._placed: list[tuple[int, array[int]]] = []
        self._position = 0
        self._offset_ms: float | None = None  # instant of frame 0
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
            self._bind(called, start)
            self._called_ms = called
            self._position = start + n
            out = array("h", bytes(2 * n))
            rest = []
            for at, samples in self._placed:
                _mix(out, samples, at - start)
                if at + len(samples) > start + n:
                    rest.append((at, samples))
            self._placed = rest
        return out

    def _bind(self, called_ms: float, position: int) -> None:
        """Follow the card's true rate: the earliest call for a frame says best when it is due."""
        offset = called_ms - position / PER_MS
        if self._offset_ms is None or offset < self._offset_ms or offset - self._offset_ms > 500:
            self._offset_ms = offset
        else:
            self._offset_ms += min(offset - self._offset_ms, self._RISE * max(0.0, called_ms - self._called_ms))

    def place(self, at_ms: float, samples: array[int]) -> None:
        """Mix samples in at the frame that is due at an instant, or at the next one."""
        with self._lock:
            offset = self._offset_ms if self._offset_ms is not None else now_ms()
            at = max(round((at_ms - offset) * PER_MS), self._position)
            self._placed.append((at, samples))

    def play(self, samples: array[int]) -> None:
        """Mix samples in at the next frame."""
        with self._lock:
            self._placed.append((self._position, samples))

    def erase(self) -> None:
        """Take back what has not begun."""
        with self._lock:
            self._placed = [(at, samples) for at, samples in self._placed if at < self._position]

    def is_alive(self) -> bool:
        """Whether the card has asked for frames lately; its own flag stays True when the server is gone."""
        return now_ms() - self._called_ms < 1500

    def renew(self) -> None:
        """Nothing to do: every call binds the stream anew."""

    def close(self) -> None:
        """Let the device go."""
        self._device.close()


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
        _mix(mixed, samples, 0)
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


def _mix(out: array[int], samples: array[int], at: int) -> None:
    """Add samples into a buffer from position `at`, which may lie before or behind it; clip at full scale."""
    first, last = max(at, 0), min(at + len(samples), len(out))
    for i in range(first, last):
        value = out[i] + samples[i - at]
        out[i] = 32767 if value > 32767 else max(value, -32768)


KINDS: dict[str, type[SimpleaudioOutput | MiniaudioOutput | SilentOutput]] = {
    "simpleaudio": SimpleaudioOutput,
    "miniaudio": MiniaudioOutput,
    "silent": SilentOutput,
}


def open_output(wanted: str) -> tuple[Output, str]:
    """Open an output.

    Args:
        wanted: a name of `KINDS`, or `auto` for the first that opens.

    Returns:
        The output, and a sentence on what was chosen and why.
    """
    names = ["simpleaudio", "miniaudio"] if wanted == "auto" else [wanted]
    said = []
    for name in names:
        try:
            output = KINDS[name]()
        except DeviceError as error:
            said.append(str(error))
        else:
            return output, f"Sound: {name}." if name != "silent" else "Sound is switched off."
    return SilentOutput(), "No sound: " + "; ".join(said) + "."
