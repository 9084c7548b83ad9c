"""The ear for every test of this room, and the miles of one of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from tests.audio.miles import LANES, QUICK_S, Mile
from tests.ear import Ear


def _has_pulse() -> bool:
    return shutil.which("pulseaudio") is not None and shutil.which("parec") is not None


@pytest.fixture(scope="module")
def miles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, Mile]]:
    """Miles at twice a fast pace, run side by side in two lanes; beside other tests of this room those starved."""
    if not _has_pulse():
        pytest.skip("pulseaudio and pulseaudio-utils are not installed")
    made = {lane: Mile(tmp_path_factory.mktemp("mile"), lane, goal_s=QUICK_S) for lane in LANES}
    try:
        yield made
    finally:
        for mile in made.values():
            mile.stop()


@pytest.fixture
def ear(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ear]:
    """A running server that this test's processes play to, already recording."""
    if not _has_pulse():
        pytest.skip("pulseaudio and pulseaudio-utils are not installed")
    made = Ear(tmp_path_factory.mktemp("pulse"))
    for name, value in made.environ.items():
        monkeypatch.setenv(name, value)
    made.start()
    made.listen()
    try:
        yield made
    finally:
        made.stop()
