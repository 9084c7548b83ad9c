"""The ear for every test of this room."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from tests.ear import Ear


@pytest.fixture
def ear(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ear]:
    """A running server that this test's processes play to, already recording."""
    if shutil.which("pulseaudio") is None or shutil.which("parec") is None:
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
