"""What the figures of a race cost in processor time, once the program is there.

python -m pytest tests/benchmarks/test_race_cost.py -s -o addopts="" -m "not xvfb and not pulse"
"""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from app.cli import run

WORDS = {
    "splits": ("splits", "5:20", "--json"),
    "analyse": ("analyse", "3:43.13", "--marks", "409.344=55.07,809.344=1:51.58,1209.344=2:47.91", "--json"),
    "analyse, 25 laps": ("analyse", "30:00", "--race", "10000", "--laps", ",".join(["72"] * 25), "--json"),
}
MOST_MS = {"splits": 5, "analyse": 5, "analyse, 25 laps": 10}


def _least_ms(call: Callable[[], object], n: int = 200) -> float:
    """Time a call; the least of many is what it costs where nobody else wants the processor."""
    times = []
    for _ in range(n):
        begun = process_time()
        call()
        times.append(1000 * (process_time() - begun))
    return min(times)


@pytest.mark.parametrize("name", WORDS)
def test_a_command_takes_a_few_ms_of_its_own(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(WORDS[name]) == 0  # its modules are loaded now
    least = _least_ms(lambda: run(WORDS[name]))
    capsys.readouterr()
    with capsys.disabled():
        print(f"\n{name}: {least:.2f} ms")
    assert least <= MOST_MS[name]
