"""What holds for every test: its own data folder, no real screen unless a lane brings one, and nothing logged unasked.

`pytest -m xvfb` starts an X server of its own for the run, so that Qt, and every program a test starts, opens there.
"""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Before Qt is imported by anybody. A test that wants another value sets it for the process it starts.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("LC_ALL", "C.UTF-8")  # in the C locale Qt warns, and a warning is an error
for _name in ("DISPLAY", "WAYLAND_DISPLAY"):
    os.environ.pop(_name, None)

# No deadline and no "too slow": they measure the machine. CI repeats itself; elsewhere each run looks further.
settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("here"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")

_SCREEN = "1600x1000x24"
_x_server: list[subprocess.Popen[bytes]] = []


def pytest_configure(config: pytest.Config) -> None:
    """Start the X server when the Xvfb lane is what was asked for."""
    if config.option.markexpr != "xvfb":
        return
    if not shutil.which("Xvfb"):
        pytest.exit("the xvfb lane needs Xvfb: apt-get install xvfb, or python3 bell.py test", returncode=1)
    ours, servers = os.pipe()
    # The server picks a free display and writes its number once it can be reached. -noreset: it outlives each client.
    command = ["Xvfb", "-displayfd", str(servers), "-screen", "0", _SCREEN, "-dpi", "96", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[servers], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _x_server.append(server)
    os.close(servers)
    with os.fdopen(ours) as pipe:
        number = pipe.readline().strip()
    if not number:
        pytest.exit("Xvfb ended before it was ready; `Xvfb :99` shows why", returncode=1)
    os.environ.update(DISPLAY=f":{number}", QT_QPA_PLATFORM="xcb")


def pytest_unconfigure() -> None:
    """Stop the X server, after the last window is gone."""
    for server in _x_server:
        server.terminate()
        server.wait()
    _x_server.clear()


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test, and every program it starts, out of the real data and settings folders."""
    monkeypatch.setenv("BELL_LAP_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


class _Warnings(logging.Handler):
    """Collects what was logged as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _nothing_logged_unasked(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning; one that expects it asks for `caplog` and looks."""
    if "caplog" in request.fixturenames:
        yield
        return
    handler = _Warnings()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if handler.lines:
        pytest.fail("logged unasked (a test that expects this takes `caplog`):\n" + "\n".join(handler.lines))
