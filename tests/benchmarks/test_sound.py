"""The cost of the sound process, and how exactly others would sound the same cues; real time, one run each.

    python -m pytest tests/benchmarks/test_sound.py -s -o addopts="" -o faulthandler_timeout=900 -m pulse

The rivals need `uv sync --group rivals` (PySide6-Addons, pygame-ce); one that is not there is left out of the table.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.core.cues import Cue, CueKind
from tests.audio.listening import OUTPUTS, SOUNDS, clock, compare, pips, sounding, wait_until
from tests.ear import Ear

pytestmark = pytest.mark.pulse
ROOT = Path(__file__).resolve().parents[2]
N, APART_MS = 60, 503
WATCHED_S = 20
MOST_CPU_PCT, MOST_MEMORY_MB = 1.5, 60
RIVALS = {"QSoundEffect": "PySide6.QtMultimedia", "simpleaudio": "simpleaudio", "pygame-ce": "pygame"}
HEAD = f"{'':14} {'window':>8} {'heard':>8} {'p50':>9} {'p99':>9} {'worst':>9}  ms"


def cpu_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory_mb(pid: int) -> float:
    line = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


@pytest.mark.parametrize("doing", ["silent", "cueing"])
@pytest.mark.parametrize("output", OUTPUTS)
def test_the_child_costs_little(ear: Ear, output: str, doing: str) -> None:
    begun = time.perf_counter()
    with sounding(output) as process:
        opened_s = time.perf_counter() - begun
        assert process.pid is not None
        first = clock.now() + 1000
        if doing == "cueing":
            words = [Cue(cue.at + 250, CueKind.SAY_SPLIT, ("1", "29", "point 4")) for cue in pips(first, 10, 2000)]
            process.replace([*pips(first, WATCHED_S, 1000), *words])
        wait_until(first)
        before, at = cpu_s(process.pid), time.monotonic()
        wait_until(first + 1000 * WATCHED_S)
        share = 100 * (cpu_s(process.pid) - before) / (time.monotonic() - at)
        peak = memory_mb(process.pid)
    print(f"\n{output}, {doing}: {share:.2f} % of a core, {peak:.0f} MB, device open after {1000 * opened_s:.0f} ms")
    assert share <= MOST_CPU_PCT
    assert peak <= MOST_MEMORY_MB


def line(ear: Ear, name: str, library: str, stall: str, environ: dict[str, str]) -> str:
    """Play the schedule through one library in a process of its own; return its line of the table."""
    ear.listen()
    first = clock.now() + 3000  # libraries and devices take their time to open
    words = [library, str(first.ms), str(N), str(APART_MS), stall, str(SOUNDS / "pip.wav")]
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    player = [sys.executable, str(Path(__file__).with_name("players.py")), *words]
    subprocess.run(player, env=os.environ | {"PYTHONPATH": path} | environ, check=True, timeout=120)
    found = compare(ear.onsets_ms(), [first.ms + APART_MS * k for k in range(N)], within_ms=250)
    p50 = sorted(map(abs, found.errors_ms))[found.n_found // 2] if found.n_found else float("inf")
    heard = f"{found.n_found}/{N}"
    return f"{name:14} {stall:>8} {heard:>8} {p50:9.3f} {found.p99_ms:9.3f} {found.worst_ms:9.3f}"


def test_how_exact_beside_others(ear: Ear) -> None:
    rows = []
    for stall in ("idle", "holding"):
        for name, module in RIVALS.items():
            try:
                there = importlib.util.find_spec(module) is not None
            except ModuleNotFoundError:
                there = False
            rows.append(line(ear, name, name, stall, {}) if there else f"{name:14} is not installed")
            _anew(ear)
        for output in OUTPUTS:
            rows.append(line(ear, f"ours, {output[:8]}", "ours", stall, {"OUTPUT": output}))
            _anew(ear)
    print("\n" + HEAD, *rows, sep="\n")
    ours = [row.split() for row in rows if row.startswith("ours")]
    assert all(row[3] == f"{N}/{N}" and float(row[-2]) < 1 for row in ours)


def _anew(ear: Ear) -> None:
    """Give the next player a server of its own."""
    ear.stop()
    ear.start()
