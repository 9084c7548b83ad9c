"""The window's cost beside a bare one: time to the first paint, and the processor's share while a clock runs.

python -m pytest tests/benchmarks -s            the first paint
python -m pytest tests/benchmarks -s -m xvfb    the processor's share, on a display of its own
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import threading
from pathlib import Path
from time import perf_counter

import pytest

from tests.xwindow import XWindow

N_STARTS = 11
WATCHED_S = 12.0

BARE = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, lambda: os._exit(0))
app = QApplication(sys.argv[:1])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""

OURS = """
import os, sys
import app.ui.window
app.ui.window.Window.fill = lambda window: os._exit(0)
from app.__main__ import main
sys.argv = ["bell-lap"]
main()
"""


def start_s(program: str, folder: Path) -> float:
    """Return seconds from the spawn to after the first paint."""
    begun = perf_counter()
    environ = {**os.environ, "BELL_LAP_DATA": str(folder)}
    subprocess.run([sys.executable, "-c", program], env=environ, check=True, timeout=60)
    return perf_counter() - begun


def test_the_first_paint_comes_within_1_3_times_that_of_a_bare_window(tmp_path: Path) -> None:
    times: dict[str, list[float]] = {BARE: [], OURS: []}
    for _ in range(N_STARTS):
        for program, taken in times.items():
            taken.append(start_s(program, tmp_path))
    bare, ours = (1000 * statistics.median(taken) for taken in times.values())
    print(f"\nfirst paint: bare {bare:.0f} ms, ours {ours:.0f} ms, {ours / bare:.2f} times ({N_STARTS} starts each)")
    assert ours <= 1.3 * bare


def share_pct(process_id: int, seconds: float) -> float:
    """Return the share of one core that a process takes over a time."""
    ticks = os.sysconf("SC_CLK_TCK")

    def used() -> int:
        fields = Path(f"/proc/{process_id}/stat").read_text("ascii").rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    before, begun = used(), perf_counter()
    threading.Event().wait(seconds)
    return 100 * (used() - before) / ticks / (perf_counter() - begun)


@pytest.mark.xvfb
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_the_run_page_takes_no_more_than_3_percent_of_a_core(tmp_path: Path) -> None:
    track = XWindow(["run", "1 mile time trial", "--goal", "5:00", "--output", "silent", "--data-dir", str(tmp_path)])
    try:
        track.shown().says("READY")
        track.key("space")
        track.says("WORK")
        share = share_pct(track.process_id, WATCHED_S)
    finally:
        track.close()
    print(f"\nrun page, 30 frames a second, oval and clock moving: {share:.1f} % of one core")
    assert share <= 3
