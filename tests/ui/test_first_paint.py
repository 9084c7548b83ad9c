"""The window is on the screen before anything heavy is loaded."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HEAVY = {
    "pydantic",
    "app.notation.grammar",
    "asyncio",
    "importlib.metadata",
    "sqlite3",
    "http.server",
    "miniaudio",
    "app.core.engine",
}

START = """
import os, sys
import app.ui.window
from app.__main__ import main
def fill(window):
    print(*sorted(sys.modules))
    sys.stdout.flush()
    os._exit(0)
app.ui.window.Window.fill = fill
sys.argv = ["bell-lap"]
main()
"""


def test_the_first_paint_waits_for_nothing_heavy(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", START],
        env={**os.environ, "BELL_LAP_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    loaded = set(ran.stdout.split())
    assert "PySide6.QtWidgets" in loaded, ran.stderr
    assert loaded & HEAVY == set()
