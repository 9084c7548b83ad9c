"""PySide6 6.12.0 gives back a reference to None that it never took, at each call that returns nothing.

On Python 3.11 None is counted, so that after some 5,000 calls the process aborts in `none_dealloc`, mid-workout; from
3.12 on it is immortal. A short test run ends too early to notice, hence the count; True and False are watched as well.
Source: measured, 6.11.3 beside 6.12.0 on CPython 3.11.7.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import pytest

N_CALLS = 2_000


def references_lost(value: object, call: Callable[[], object]) -> int:
    """Count how many references to a value are gone after many calls."""
    before = sys.getrefcount(value)
    for _ in range(N_CALLS):
        call()
    return before - sys.getrefcount(value)


def measure() -> None:
    """Print the references lost, for a call that returns nothing and for two that answer yes and no."""
    from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPixmap

    _kept_alive = [None] * 50_000 + [True] * 50_000 + [False] * 50_000  # so that a thief does not bring us down
    _application = QGuiApplication([])
    pixmap = QPixmap(9, 9)
    painter, colour, font = QPainter(pixmap), QColor("red"), QFont()
    assert painter.isActive() is True
    assert font.bold() is False
    lost = {
        "None": references_lost(None, lambda: painter.setPen(colour)),
        "True": references_lost(True, painter.isActive),
        "False": references_lost(False, font.bold),
    }
    painter.end()
    print({name: n for name, n in lost.items() if abs(n) > N_CALLS / 2}, flush=True)
    os._exit(0)  # with no clearing up, which may abort


def test_the_count_sees_a_thief() -> None:
    held: list[object] = []
    value = object()
    assert references_lost(value, lambda: held.append(value)) == -N_CALLS
    assert references_lost(value, held.pop) == N_CALLS


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None, True and False are immortal from Python 3.12 on")
def test_qt_steals_no_reference_to_none_true_or_false() -> None:
    ran = subprocess.run([sys.executable, __file__], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "{}\n", "")


if __name__ == "__main__":
    measure()
