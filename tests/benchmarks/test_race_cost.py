"""What the figures of a race cost, once the program is there.

python -m pytest tests/benchmarks/test_race_cost.py -s -o addopts="" -m "not xvfb and not pulse"
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

import pytest

from app.cli import run

WORDS = {
    "splits": ("splits", "5:20", "--json"),
    "analyse": ("analyse", "3:43.13", "--marks", "409.344=55.07,809.344=1:51.58,1209.344=2:47.91", "--json"),
    "analyse, 25 laps": ("analyse", "30:00", "--race", "10000", "--laps", ",".join(["72"] * 25), "--json"),
}
MOST_MS = {"splits": 5, "analyse": 5, "analyse, 25 laps": 10}


def _median_ms(call: Callable[[], object], n: int = 200) -> float:
    times = []
    for _ in range(n):
        begun = perf_counter()
        call()
        times.append(1000 * (perf_counter() - begun))
    return sorted(times)[n // 2]


@pytest.mark.parametrize("name", WORDS)
def test_a_command_takes_a_few_ms_of_its_own(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(WORDS[name]) == 0  # its modules are loaded now
    median = _median_ms(lambda: run(WORDS[name]))
    capsys.readouterr()
    with capsys.disabled():
        print(f"\n{name}: {median:.2f} ms")
    assert median <= MOST_MS[name]
