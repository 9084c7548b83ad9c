"""Input is evidence: a lap is stamped with when its key went down, on a real display, while the window hangs.

The window is blocked for 400 ms at a time by a busy loop in its own thread. A failed measurement is repeated once: the
machine may have been away, and then says nothing of the program.
"""

from __future__ import annotations

import json
import os
import random
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.core.session import Session
from app.store.database import Store
from tests.xkeys import XKeys
from tests.xwindow import XWindow

pytestmark = pytest.mark.xvfb

N_PRESSES = 200
STALL_MS, EVERY_MS = 400, 480
STALLED = f"""
import sys, time
from PySide6.QtCore import QTimer
import app.ui.live
begun = app.ui.live.Live.__init__
def stall():
    until = time.perf_counter() + {STALL_MS} / 1000
    while time.perf_counter() < until:
        pass
def stalled(live, *given):
    begun(live, *given)
    live.stall = QTimer(live)
    live.stall.timeout.connect(stall)
    live.stall.start({EVERY_MS})
if "--hang" in sys.argv:
    sys.argv.remove("--hang")
    app.ui.live.Live.__init__ = stalled
from app.__main__ import main
sys.exit(main())
"""
"""The program as it is, with a timer in its window that hangs it again and again."""


@dataclass(frozen=True)
class Errors:
    """How far the recorded instants lie from when the keys went down, in milliseconds."""

    n: int
    median: float
    worst: float


def errors_of(recorded: Sequence[int], went_down: Sequence[tuple[float, float]]) -> Errors:
    """Compare the instants after the first press, which started the session, with those of the keys.

    A key went down somewhere between two readings of the clock: what lies between them is no error.
    """
    first, last = went_down[0]
    off = [
        max(0.0, before - last - at, at - (after - first))
        for at, (before, after) in zip(recorded, went_down[1:], strict=True)
    ]
    return Errors(len(off), statistics.median(off), max(off))


def splits_on_disk(folder: Path) -> list[int]:
    """Return the instants of all splits since the session's start, read from the file."""
    store = Store.open(folder)
    stored = store.load(store.sessions()[0].session_id)
    store.close()
    session = Session.from_events(stored.plan, stored.events)
    assert session.started_at is not None
    return [split.at - session.started_at for record in session.records for split in record.splits]


def pressed(
    folder: Path, n_presses: int, words: Sequence[str] = (), held_s: float = 0.012, *, by_mouse: bool = False
) -> tuple[list[int], list[tuple[float, float]]]:
    """Run the program, press space or the clock again and again at random; return what it recorded, and when."""
    folder.mkdir()
    (folder / "settings.json").write_text(json.dumps({"least_lap_ms": 0, "lead_in_s": 0}), encoding="utf-8")
    run = ["run", "60min easy", "--output", "silent", "--data-dir", str(folder), *words]
    track = XWindow(run, program=("-c", STALLED))
    keys = XKeys(os.environ["DISPLAY"])
    keys.repeat(200, 25)
    space, chance = keys.code("space"), random.Random(1609)
    try:
        track.shown().says("READY")
        true_ms = [keys.tap(space)]
        track.says("EASY")
        keys.wait(0.5)  # past the dead time of the start
        keys.point(400, 300)  # on the clock
        for _ in range(n_presses):
            keys.wait(chance.uniform(0.03, 0.13))
            true_ms.append(keys.click(held_s) if by_mouse else keys.tap(space, held_s))
        keys.wait(2.0)  # each event is committed as it falls; nothing has to be ended first
    finally:
        keys.close()
        track.close()
    return splits_on_disk(folder), true_ms


def test_two_hundred_presses_on_a_window_that_hangs_are_all_there_once_and_on_time(tmp_path: Path) -> None:
    found = None
    for attempt in ("first", "second"):
        recorded, true_ms = pressed(tmp_path / attempt, N_PRESSES, ["--hang"])
        assert len(recorded) == N_PRESSES, "a press was lost or doubled"
        found = errors_of(recorded, true_ms)
        print(f"\n{attempt}: {found.n} presses, window hanging {STALL_MS} of {EVERY_MS} ms: "
              f"error median {found.median:.2f}, worst {found.worst:.2f} ms")  # fmt: skip
        if found.median <= 1 and found.worst <= 3:
            return
    assert found is not None
    assert found.median <= 1
    assert found.worst <= 3


def test_clicks_on_the_clock_are_stamped_as_keys_are(tmp_path: Path) -> None:
    recorded, true_ms = pressed(tmp_path / "mouse", 40, ["--hang"], by_mouse=True)
    assert len(recorded) == 40, "a click was lost or doubled"
    assert errors_of(recorded, true_ms).worst <= 3


def test_a_key_held_down_for_a_second_is_one_lap_however_x11_repeats_it(tmp_path: Path) -> None:
    recorded, true_ms = pressed(tmp_path / "held", 8, held_s=1.0)
    assert len(recorded) == 8
    assert errors_of(recorded, true_ms).worst <= 20
