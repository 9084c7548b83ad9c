"""The screen stays awake while a workout runs, and is let go whatever happens; on a session bus of the test's own."""

from __future__ import annotations

import os
import queue
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

import app.ui.awake
from app.ui.awake import Awake

PATIENCE_S = 20.0

HOLDER = """
from PySide6.QtCore import QCoreApplication
from app.ui.awake import Awake
app = QCoreApplication([])
awake = Awake()
awake.changed.connect(lambda: print(awake.sentence, flush=True))
awake.hold("8 x 200m")
app.exec()
"""


class Lines:
    """What a program says, line by line, each waited for within a bound."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._said: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as stdout:
            for line in stdout:
                self._said.put(line.rstrip("\n"))

    def next(self) -> list[str]:
        return self._said.get(timeout=PATIENCE_S).split("\t")


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Run a session bus; its address."""
    address = f"unix:path={tmp_path}/bus"
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={address}", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # as root it complains of a limit
        text=True,
    )
    assert daemon.stdout is not None
    assert daemon.stdout.readline()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    yield address
    daemon.terminate()
    daemon.wait()
    daemon.stdout.close()


@pytest.fixture
def saver(bus: str) -> Iterator[Lines]:
    """Run a screen saver on the bus."""
    program = Path(__file__).with_name("screensaver.py")
    process = subprocess.Popen([sys.executable, program], text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    lines = Lines(process)
    assert lines.next() == ["ready"]
    yield lines
    assert process.stdin is not None
    process.stdin.close()
    process.wait()


@pytest.mark.xvfb
def test_the_screen_is_held_once_and_let_go(qtbot: QtBot, saver: Lines) -> None:
    awake = Awake()
    for _ in range(2):
        with qtbot.waitSignal(awake.changed):
            awake.hold("8 x 200m")
            awake.hold("8 x 200m")
        assert awake.sentence == "The screen stays awake."
        held, holder, application, reason = saver.next()
        assert (held, application, reason) == ("held", "Bell Lap", "8 x 200m")
        awake.let_go()
        awake.let_go()
        assert saver.next() == ["gone", holder]
        assert awake.sentence == ""


@pytest.mark.xvfb
def test_a_killed_program_holds_nothing(saver: Lines) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLDER], stdout=subprocess.PIPE, text=True)
    assert Lines(holder).next() == ["The screen stays awake."]
    held, name, *_ = saver.next()
    assert held == "held"
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    assert saver.next() == ["gone", name]


@pytest.mark.xvfb
def test_what_is_let_go_at_once_is_not_held_later(qtbot: QtBot, saver: Lines) -> None:
    awake = Awake()
    awake.hold("first")
    awake.let_go()
    with qtbot.waitSignal(awake.changed):
        awake.hold("second")
    said = [saver.next()]
    while said[-1][3:] != ["second"]:  # the first may have been asked for and let go again
        said.append(saver.next())
    qtbot.waitUntil(lambda: not [thread for thread in threading.enumerate() if thread.name == "awake"])
    QCoreApplication.processEvents()
    second = said[-1][1]
    assert second not in {words[1] for words in said if words[0] == "gone"}
    awake.let_go()
    while saver.next() != ["gone", second]:
        pass  # the first one's end, if it came so far


@pytest.mark.xvfb
def test_a_desktop_without_a_screen_saver_is_said(qtbot: QtBot, bus: str) -> None:
    awake = Awake()
    with qtbot.waitSignal(awake.changed):
        awake.hold("8 x 200m")
    assert "no screen saver" in awake.sentence
    awake.let_go()


def test_a_bus_that_hangs_holds_nothing_up(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app.ui.awake, "PATIENCE_S", 0.2)
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(tmp_path / "hung"))
        silent.listen()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/hung")
        awake = Awake()
        begun = perf_counter()
        with qtbot.waitSignal(awake.changed):
            awake.hold("8 x 200m")
            held_up_ms = 1000 * (perf_counter() - begun)
        assert "the session bus does not answer" in awake.sentence
        assert held_up_ms < 16
        awake.let_go()


def test_a_machine_without_a_bus_is_said(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    awake = Awake()
    with qtbot.waitSignal(awake.changed):
        awake.hold("8 x 200m")
    assert "no session bus" in awake.sentence
    awake.let_go()
    assert awake.sentence == ""
