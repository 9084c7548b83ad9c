"""What the sound lane shares: a sound process by the real clock, and what of it was heard."""

from __future__ import annotations

import ctypes
import os
import statistics
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.audio.messages import Handed
from app.audio.process import SoundProcess
from app.clock import SystemClock, boot_ns
from app.core.cues import Cue, CueKind
from app.core.units import Instant
from tests.ear import Ear

SOUNDS = Path(__file__).resolve().parents[2] / "sounds"
OUTPUTS = ("simpleaudio", "miniaudio")
STALLS = ("idle", "in a Python loop", "holding the lock")
STALL_S, STALL_EVERY_S = 0.3, 2.0
BUSY = 1.5
STOLEN = 0.005
"""Of the processors' time: with more, a hypervisor serves others, and no thread keeps to milliseconds.

Measured: with 0.6 % all cues of 30 s were on time; with 1.3 to 7 % half of the runs had some 5 to 10 ms late."""
clock = SystemClock()


def wait_for(done: Callable[[], bool], seconds: float, said: str) -> None:
    """Wait in real time for something another process does."""
    deadline = time.monotonic() + seconds
    waiter = threading.Event()
    while not done():
        assert time.monotonic() < deadline, said
        waiter.wait(0.01)


def wait_until(at: Instant) -> None:
    """Wait until an instant of the one clock."""
    threading.Event().wait(max(0, at - clock.now()) / 1000)


@contextmanager
def sounding(output: str, sounds: Path = SOUNDS, *, works: bool = True) -> Iterator[SoundProcess]:
    """A sound process that has opened its output."""
    if output == "simpleaudio":
        pytest.importorskip("simpleaudio", reason="the extra needs a compiler and ALSA's header")
    process = SoundProcess(clock, sounds, output)
    try:
        if works:
            wait_for(lambda: process.status.working, 20, "no output opened")
        yield process
    finally:
        process.close()


def pips(first: Instant, n: int, apart_ms: int) -> list[Cue]:
    return [Cue(first + apart_ms * number, CueKind.PIP) for number in range(n)]


def stall(how: str, seconds: float) -> None:
    """Keep this process from its work, as a window that does too much would."""
    if how == "holding the lock":
        ctypes.PyDLL(None).poll(None, 0, round(1000 * seconds))  # in C, the lock held
    elif how == "in a Python loop":
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            pass


@dataclass(frozen=True, slots=True)
class Found:
    """What was heard of a plan."""

    n_planned: int
    errors_ms: tuple[float, ...]
    """Of each cue that was heard, its distance from the plan, the median of the run taken out."""
    constant_ms: float
    extra_ms: tuple[float, ...]
    """Instants of sounds that nobody planned."""

    @property
    def n_found(self) -> int:
        return len(self.errors_ms)

    @property
    def p99_ms(self) -> float:
        ordered = sorted(abs(error) for error in self.errors_ms)
        return ordered[min(len(ordered) - 1, round(0.99 * (len(ordered) - 1)))] if ordered else float("inf")

    @property
    def worst_ms(self) -> float:
        return max((abs(error) for error in self.errors_ms), default=float("inf"))

    def __str__(self) -> str:
        return (
            f"{self.n_found} of {self.n_planned} heard, p99 {self.p99_ms:.3f} ms, worst {self.worst_ms:.3f} ms, "
            f"constant {self.constant_ms:.1f} ms, {len(self.extra_ms)} unplanned"
        )


def compare(heard_ms: Sequence[float], planned_ms: Sequence[float], within_ms: float = 150.0) -> Found:
    """Find each planned sound among what was heard, each sound at most once."""
    left = sorted(heard_ms)
    offsets = []
    for due in planned_ms:
        near = min(left, key=lambda at: abs(at - due), default=None)
        if near is not None and abs(near - due) <= within_ms:
            offsets.append(near - due)
            left.remove(near)
    constant = statistics.median(offsets) if offsets else 0.0
    return Found(len(planned_ms), tuple(offset - constant for offset in offsets), constant, tuple(left))


def after(heard_ms: Sequence[float], pressed_ms: Sequence[float], within_ms: float = 200.0) -> list[float]:
    """Return how long after each press something was heard; a press that was not heard is left out."""
    found = []
    for at in pressed_ms:
        later = [each - at for each in heard_ms if -15 <= each - at <= within_ms]
        if later:
            found.append(min(later))
    return found


def now_ms() -> float:
    return boot_ns() / 1e6


def cpu_ms() -> tuple[float, float]:
    """Return the time that a hypervisor kept the processors from this machine, and all of their time; 0 elsewhere."""
    try:
        words = Path("/proc/stat").read_text("ascii").splitlines()[0].split()[1:9]
    except (OSError, ValueError):
        return 0.0, 0.0
    jiffies = [10.0 * int(word) for word in words]
    return jiffies[-1], sum(jiffies)


def busy(since: tuple[float, float] = (0.0, 0.0)) -> None:
    """Skip when other work kept the machine from telling: no sound server keeps time then.

    Args:
        since: what `cpu_ms` returned before the measurement; since the machine's start where it is not given.
    """
    if os.getloadavg()[0] > BUSY:
        pytest.skip(f"this machine was busy with other work (load {os.getloadavg()[0]:.1f}), so nothing was measured")
    stolen, whole = (now - then for now, then in zip(cpu_ms(), since, strict=True))
    if stolen > STOLEN * whole:
        pytest.skip(
            f"other machines took {100 * stolen / whole:.1f} % of this one's processors, so nothing was measured"
        )


def twice(ear: Ear, measure: Callable[[], str]) -> None:
    """Measure in real time; a failed measurement is repeated once, on a new server, and said.

    Args:
        ear: is started anew between the two.
        measure: returns what was wrong; empty if nothing.
    """
    since = cpu_ms()
    wrong = measure()
    if not wrong:
        return
    print(f"repeated once, since {wrong}")
    ear.stop()
    ear.start()
    ear.listen()
    wrong = measure()
    if wrong:
        busy(since)
    assert not wrong


def heard_by(process: SoundProcess) -> list[Handed]:
    """Collect what the process hands to its device from now on."""
    found: list[Handed] = []
    process.listeners.append(found.append)
    return found
