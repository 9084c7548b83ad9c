"""The audible light of whole miles, in two lanes and by both outputs at once; real time, four minutes.

    python -m pytest tests/benchmarks/test_light.py -s -o addopts="" -m pulse

A tone's distance from the plan is from the exact instant; the plan itself is in whole milliseconds, up to 0.5 ms off.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.audio.listening import OUTPUTS, busy
from tests.audio.miles import LANES, Mile

pytestmark = pytest.mark.pulse
HEAD = f"{'':22} {'heard':>8} {'p50':>7} {'p99':>7} {'worst':>7}  ms"


def test_how_exact_a_mile_of_lights_is(tmp_path: Path) -> None:
    miles = [Mile(tmp_path / f"{output}{lane}", lane, output) for lane in LANES for output in OUTPUTS]
    found = [(mile.name, mile.judged()) for mile in miles]
    print("\n" + HEAD)
    for name, each in found:
        p50 = sorted(map(abs, each.errors_ms))[each.n_found // 2]
        heard = f"{each.n_found}/{each.n_planned}"
        off = ", ".join(f"{number}: {error:.1f}" for number, error in enumerate(each.errors_ms) if abs(error) >= 1)
        print(f"{name:22} {heard:>8} {p50:7.3f} {each.p99_ms:7.3f} {each.worst_ms:7.3f}  {off}")
    if any(each.p99_ms >= 1 for _, each in found):
        busy(miles[0].since)
    assert all(each.n_found == each.n_planned and each.p99_ms < 1 for _, each in found)
