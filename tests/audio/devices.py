"""Devices of our own make, at virtual time: a card whose crystal is off, whose streams begin late, that can vanish.

They stand in for the libraries' modules, not for our code: the real outputs play through them. A mock, since no
machine of the gate has a real card; the real libraries are heard in the sound lane.
"""

from __future__ import annotations

import random
from array import array
from collections.abc import Callable, Generator
from typing import Any

from app.audio.synth import RATE

READ_AHEAD_MS = 100.0
"""ALSA's buffer: what is nearer than this has left our memory."""
STEP_MS = 10.0
QUIET_MS = 150.0


class Gone(Exception):
    """What a library raises when there is no device."""


class Card:
    """A card at virtual time."""

    MiniaudioError = Gone

    class _simpleaudio:  # noqa: N801 - where the real package keeps its error
        SimpleaudioError = Gone

    class SampleFormat:
        SIGNED16 = 2

    def __init__(self, ppm: float = 0.0, jitter_ms: float = 0.0, seed: int = 1) -> None:
        """Make a card.

        Args:
            ppm: how much faster than the clock it plays, in millionths.
            jitter_ms: streams begin up to this late; calls for frames come up to a fifth of it late.
            seed: of the jitter.
        """
        self.ms = 1_000_000.0
        self.asleep_ms = 0.0
        self.is_there = True
        self.jitter_ms = jitter_ms
        self.streams: list[Stream] = []
        self.devices: list[Device] = []
        self.heard_ms: list[float] = []
        self._per_ms = RATE / 1000 * (1 + ppm / 1e6)
        self._random = random.Random(seed)

    def now(self) -> float:
        """The one clock."""
        return self.ms

    def asleep(self) -> float:
        """How long the machine has slept."""
        return self.asleep_ms

    def late(self, most_ms: float) -> float:
        return self._random.uniform(0.0, most_ms)

    # What simpleaudio offers ---------------------------------------------------------------------------------------

    def play_buffer(self, data: Any, channels: int, width: int, rate: int) -> Stream:
        assert (channels, width, rate) == (1, 2, RATE)
        if not self.is_there:
            raise Gone("no device")
        stream = Stream(self, data, self.ms + self.late(self.jitter_ms), self._per_ms)
        self.streams.append(stream)
        return stream

    def stop_all(self) -> None:
        for stream in self.streams:
            stream.stop()

    # What miniaudio offers -----------------------------------------------------------------------------------------

    def PlaybackDevice(self, *, buffersize_msec: int, callback_periods: int, **_other: Any) -> Device:
        if not self.is_there:
            raise Gone("no device")
        device = Device(self, buffersize_msec * RATE // 1000, callback_periods, self._per_ms)
        self.devices.append(device)
        return device

    # Time ------------------------------------------------------------------------------------------------------------

    def run(self, until_ms: float, service: Callable[[], float]) -> None:
        """Let time pass, serving the board when it asks to be."""
        while self.ms < until_ms:
            self.to(min(until_ms, self.ms + max(1.0, min(STEP_MS, service()))))

    def to(self, ms: float) -> None:
        """Let the card play on to an instant."""
        if self.is_there:
            for stream in self.streams:
                stream.read_to(ms)
            for device in self.devices:
                device.ask_to(ms)
        self.ms = ms

    def vanish(self) -> None:
        """Be unplugged: every stream ends."""
        self.is_there = False
        self.streams.clear()
        self.devices.clear()

    def suspend(self, ms: float) -> None:
        """Suspend the machine: the clock goes on, the streams stand still."""
        self.ms += ms
        self.asleep_ms += ms
        for stream in self.streams:
            stream.began_ms += ms
        for device in self.devices:
            device.began_ms += ms
            device.next_ms += ms


class _Listening:
    """Finds where sound begins in what a stream plays."""

    def __init__(self, card: Card) -> None:
        self._card = card
        self._loud_ms = float("-inf")

    def hear(self, samples: array[int], at_ms: float, per_ms: float) -> None:
        if not samples.tobytes().strip(b"\0"):
            return
        for i, value in enumerate(samples):
            if value:
                ms = at_ms + i / per_ms
                if ms - self._loud_ms > QUIET_MS:
                    self._card.heard_ms.append(ms)
                self._loud_ms = ms


class Stream:
    """What `play_buffer` returns: it reads memory ahead of what is heard."""

    def __init__(self, card: Card, data: Any, began_ms: float, per_ms: float) -> None:
        self._card, self._data, self._per_ms = card, data, per_ms
        self.began_ms = began_ms
        self._read = 0
        self._n = memoryview(data).nbytes // 2
        self._ear = _Listening(card)
        self._is_stopped = False

    def read_to(self, ms: float) -> None:
        end = min(self._n, int((ms - self.began_ms + READ_AHEAD_MS) * self._per_ms))
        if self._is_stopped or end <= self._read:
            return
        part = array("h", bytes(memoryview(self._data).cast("B")[2 * self._read : 2 * end]))
        self._ear.hear(part, self.began_ms + self._read / self._per_ms, self._per_ms)
        self._read = end

    def is_playing(self) -> bool:
        return self in self._card.streams and not self._is_stopped and self._read < self._n

    def stop(self) -> None:
        self._is_stopped = True

    def wait_done(self) -> None:
        self.stop()


class Device:
    """What `PlaybackDevice` returns: it asks for frames as it plays."""

    def __init__(self, card: Card, period: int, n_periods: int, per_ms: float) -> None:
        self._card, self._period, self._n, self._per_ms = card, period, n_periods, per_ms
        self._asked = 0
        self._ear = _Listening(card)
        self.began_ms = card.ms
        self.next_ms = card.ms
        self._frames: Generator[array[int], int, None] | None = None

    def start(self, frames: Generator[array[int], int, None]) -> None:
        self._frames = frames
        self.began_ms = self.next_ms = self._card.ms + self._card.late(self._card.jitter_ms)

    def ask_to(self, ms: float) -> None:
        while self._frames is not None and self.next_ms <= ms:
            self._card.ms = max(self._card.ms, self.next_ms)
            samples = self._frames.send(self._period)
            self._ear.hear(samples, self.began_ms + self._asked / self._per_ms, self._per_ms)
            self._asked += self._period
            due = self.began_ms + max(0, self._asked - (self._n - 1) * self._period) / self._per_ms
            self.next_ms = due + self._card.late(self._card.jitter_ms / 5)

    def close(self) -> None:
        self._frames = None
