"""How exactly cues are heard by a real sound server; real time, a failed measurement is repeated once."""

from __future__ import annotations

import ctypes
import os
import signal
import statistics
import threading
import time
from pathlib import Path

import pytest

from app.audio.process import SoundProcess
from app.clock import SystemClock
from app.core.cues import Cue, CueKind
from tests.ear import Ear, onsets_ms

SOUNDS = Path(__file__).resolve().parents[2] / "sounds"
N, APART_MS = 24, 503
pytestmark = pytest.mark.pulse


def opened(output: str) -> SoundProcess:
    if output == "simpleaudio":
        pytest.importorskip("simpleaudio", reason="the extra needs a compiler and ALSA's header")
    process = SoundProcess(SystemClock(), SOUNDS, output)
    wait_for(lambda: process.status.working, 10, "no output opened")
    return process


def wait_for(done: object, seconds: float, said: str) -> None:
    """Wait in real time for something another process does."""
    deadline = time.monotonic() + seconds
    waiter = threading.Event()
    while not done():  # type: ignore[operator]
        assert time.monotonic() < deadline, said
        waiter.wait(0.02)


def spread_ms(ear: Ear, output: str, stall: str) -> tuple[int, float, float]:
    """Lay pips, stall this process as asked, and compare what was heard with the plan."""
    process = opened(output)
    clock = SystemClock()
    first = clock.now() + 1000
    process.lay([Cue(first + APART_MS * number, CueKind.PIP) for number in range(N)])
    hold = ctypes.PyDLL(None).usleep
    end = first + APART_MS * N + 500
    waiter = threading.Event()
    while clock.now() < end:
        if stall == "holding the GIL":
            hold(300_000)
        elif stall == "in Python":
            until = time.monotonic() + 0.3
            while time.monotonic() < until:
                pass
        waiter.wait(1.7 if stall else 0.2)
    process.close()
    found = onsets_ms(ear.heard())
    offsets = [at - APART_MS * number for number, at in enumerate(found)]
    middle = statistics.median(offsets) if offsets else 0.0
    worst = max((abs(offset - middle) for offset in offsets), default=0.0)
    return len(found), worst, middle


def busy() -> None:
    """Skip when other work kept the machine from telling: no sound server keeps time then."""
    if os.getloadavg()[0] > 1.0:
        pytest.skip(f"this machine was busy with other work (load {os.getloadavg()[0]:.1f}), so nothing was measured")


@pytest.mark.parametrize("stall", ["", "in Python", "holding the GIL"])
def test_every_cue_is_heard_on_its_sample_while_the_window_is_stalled(ear: Ear, stall: str) -> None:
    n, worst, _ = spread_ms(ear, "simpleaudio", stall)
    print(f"simpleaudio, stalled {stall or 'never'}: {n} of {N} heard, worst {worst:.3f} ms")
    if n != N or worst >= 1:
        print("repeated once")
        ear.stop()
        ear.start()
        ear.listen()
        n, worst, _ = spread_ms(ear, "simpleaudio", stall)
        if n != N or worst >= 1:
            busy()

    assert n == N
    assert worst < 1


def test_the_other_output_is_heard_too(ear: Ear) -> None:
    n, worst, _ = spread_ms(ear, "miniaudio", "")
    print(f"miniaudio: {n} of {N} heard, worst {worst:.3f} ms")
    if n < N // 2:
        busy()

    assert n >= N // 2  # its exactness is not promised: a stream of 100 ms in a callback starves on a shared machine


def test_what_is_taken_back_is_not_heard_and_the_rest_is(ear: Ear) -> None:
    output = "simpleaudio"
    process = opened(output)
    clock = SystemClock()
    now = clock.now()
    process.lay([Cue(now + 600 + 400 * number, CueKind.PIP) for number in range(6)])
    wait_for(lambda: clock.now() - now > 1200, 5, "time stood still")
    process.take_back()
    process.lay([Cue(now + 2600, CueKind.BELL)])
    wait_for(lambda: clock.now() - now > 4800, 8, "time stood still")
    process.close()
    found = onsets_ms(ear.heard())

    if len(found) != 3:
        busy()
    assert len(found) == 3
    assert found[1] - found[0] == pytest.approx(400, abs=2)
    assert found[2] - found[0] == pytest.approx(2000, abs=5)


def test_a_killed_child_comes_back_and_plays_the_rest_once(ear: Ear) -> None:
    output = "simpleaudio"
    process = opened(output)
    clock = SystemClock()
    now = clock.now()
    process.lay([Cue(now + 500, CueKind.PIP), Cue(now + 3500, CueKind.PIP), Cue(now + 4200, CueKind.PIP)])
    wait_for(lambda: clock.now() - now > 900, 5, "time stood still")
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    wait_for(lambda: clock.now() - now > 5000, 8, "time stood still")
    process.close()
    found = onsets_ms(ear.heard())

    if len(found) != 3:
        busy()
    assert len(found) == 3
    assert found[2] - found[1] == pytest.approx(700, abs=2)


def test_a_lap_press_is_heard_at_once(ear: Ear) -> None:
    output = "simpleaudio"
    process = opened(output)
    clock = SystemClock()
    planned = clock.now() + 700
    process.lay([Cue(planned, CueKind.PIP)])
    pressed = []
    for number in range(8):
        wait_for(lambda number=number: clock.now() - planned >= 500 + 400 * number, 8, "time stood still")
        pressed.append(clock.now() - planned)
        process.sound(CueKind.LAP)
    wait_for(lambda: clock.now() - planned > 4200, 8, "time stood still")
    process.close()
    found = onsets_ms(ear.heard())
    late = [at - found[0] - ms for at, ms in zip(found[1:], pressed, strict=True)]
    print(f"{output}: lap heard after {statistics.median(late):.1f} ms, worst {max(late):.1f} ms")

    assert max(late) < 120
