"""The ear for every test of this room, and miles that are run beside them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from tests.audio.miles import LANES, Mile
from tests.ear import Ear

HEARS_MILES = "miles"
"""The fixture of the tests that are put last, since what they judge takes minutes."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=_hears_miles)


def _hears_miles(item: pytest.Item) -> bool:
    return HEARS_MILES in getattr(item, "fixturenames", ())


def _has_pulse() -> bool:
    return shutil.which("pulseaudio") is not None and shutil.which("parec") is not None


@pytest.fixture(scope="session", autouse=True)
def running(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[int, Mile] | None]:
    """Miles that begin with the first test of this room, where any test of the run is to hear them."""
    if not _has_pulse() or not any(map(_hears_miles, request.session.items)):
        yield None
        return
    made = {lane: Mile(tmp_path_factory.mktemp("mile"), lane) for lane in LANES}
    try:
        yield made
    finally:
        for mile in made.values():
            mile.stop()


@pytest.fixture(scope="session")
def miles(running: dict[int, Mile] | None) -> dict[int, Mile]:
    """The miles that were run meanwhile, one in each of two lanes."""
    if running is None:
        pytest.skip("pulseaudio and pulseaudio-utils are not installed")
    return running


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
