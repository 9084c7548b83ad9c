"""The window itself: where it opens, how it is remembered, how it comes forward, and how it comes up anew."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.bootstrap.door import DONE_S, SENTENCES, door_name, knock
from app.bootstrap.house import House
from app.clock import FakeClock
from app.ui import design
from app.ui.window import FIRST_FRAME, SMALLEST, Window
from app.ui.workbench import ToEdit
from tests.ui.conftest import Trackside

ANEW = """
import json, os, sys
import app.ui.window
from app.__main__ import main
from pathlib import Path
settings = Path(os.environ["BELL_LAP_DATA"]) / "settings.json"
def fill(window):
    print(os.environ.get("QT_SCALE_FACTOR"), window.devicePixelRatioF(), *sys.argv[1:], flush=True)
    if settings.exists():
        os._exit(0)
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"text_size": 150}))
    window.start_anew()
app.ui.window.Window.fill = fill
sys.exit(main())
"""


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    made = Window(lambda: pytest.fail("not to be filled"))
    made.fill = lambda: None  # type: ignore[method-assign]  # the window alone
    yield made
    made.close()


def test_the_first_frame_has_the_colours_of_every_palette() -> None:
    assert {name: FIRST_FRAME.get(name) for name in design.PALETTES} == {
        name: (palette.ground, palette.line) for name, palette in design.PALETTES.items()
    }


@pytest.mark.parametrize("state", ["", ",maximised", ",full screen"])
def test_it_opens_where_and_how_it_was(window: Window, state: str) -> None:
    window.show_where_it_was(f"20,30,500,420{state}")
    assert window.where() == f"20,30,500,420{state}"
    assert (window.isMaximized(), window.isFullScreen()) == (state == ",maximised", state == ",full screen")


@pytest.mark.parametrize(
    "kept",
    ["", "nonsense", "1,2,3", "90000,90000,500,420", "-5000,0,600,600", "0,0,99999999999,5", "0,0,5000,5000",
     "700,500,700,600", "a" * 2000],
)  # fmt: skip
def test_it_opens_whole_on_a_screen_that_is_there(window: Window, kept: str) -> None:
    window.show_where_it_was(kept)
    free = QGuiApplication.primaryScreen().availableGeometry()
    assert free.adjusted(0, 0, 2, 2).contains(window.geometry()), "but for the frame of the offscreen platform"
    assert window.width() >= SMALLEST[0]
    assert window.height() >= SMALLEST[1]


@pytest.mark.parametrize("was", ["", ",maximised"])
def test_full_screen_goes_back_to_how_it_was(window: Window, was: str) -> None:
    window.show_where_it_was(f"20,30,500,420{was}")
    window.toggle_full_screen()
    assert window.isFullScreen()
    window.toggle_full_screen()
    assert window.where() == f"20,30,500,420{was}"
    assert not window.isFullScreen()


def test_where_it_stood_is_kept_when_it_closes(opens: Callable[[], Trackside], tmp_path: Path) -> None:
    first = opens().opened()
    first.window.show_where_it_was("11,12,640,480,maximised")
    first.window.close()
    assert first.house.choices().window == "11,12,640,480,maximised"


@pytest.mark.qt_log_ignore("does not support raise")
def test_it_comes_forward_with_a_workout_unless_one_is_under_way(trackside: Trackside) -> None:
    plan = trackside.pages.library.list.item(0).data(0x100).row.plan
    trackside.window.showMinimized()
    assert trackside.window.come_forward(plan, "given")
    assert not trackside.window.isMinimized()
    assert trackside.pages.page == "run"
    trackside.key(0x20)  # type: ignore[arg-type]  # space
    assert trackside.pages.is_under_way
    assert not trackside.window.come_forward(plan, "another")
    assert trackside.live.running.workout_id == "given"
    assert not trackside.window.start_anew(), "a workout is not cut off for a text size"


def test_it_comes_up_anew_in_another_text_size_with_the_words_it_had(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", ANEW, "--data-dir", str(tmp_path / "data")],
        env={**os.environ, "QT_SCALE_FACTOR": "1.2"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    words = f"--data-dir {tmp_path}/data"
    assert ran.stdout.splitlines() == [f"1.2 1.2 {words}", f"1.8 1.8 {words}"], ran.stderr


# One window for each data folder -------------------------------------------------------------------------------------


FIRST = """
import sys
import app.ui.window
from app.ui.window import Window
from app.__main__ import main
come_forward, filled = Window.come_forward, Window._filled
def forward(window, *given):
    print("forward", window.isMinimized(), flush=True)
    return come_forward(window, *given)
def fill(window, desk):
    filled(window, desk)
    window.showMinimized()
    print("open", flush=True)
Window.come_forward, Window._filled = forward, fill
sys.exit(main())
"""


@pytest.fixture
def first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[str]]:
    """A window of another process, open on the test's data folder."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    process = subprocess.Popen([sys.executable, "-c", FIRST], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def second(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app", *words], capture_output=True, text=True, check=False, timeout=60
    )


def test_a_second_start_brings_the_first_window_forward(
    first: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPROFILEIMPORTTIME", "1")
    ran = second()
    *loaded, said = ran.stderr.splitlines()
    assert (ran.returncode, said) == (0, "Bell Lap is open already; its window has come to the front.")
    assert first.stdout is not None
    assert first.stdout.readline() == "forward True\n"
    assert [line for line in loaded if "PySide6" in line] == [], "it does not even load Qt"
    assert first.poll() is None


def test_a_second_start_hands_its_workout_over(first: subprocess.Popen[str]) -> None:
    ran = second("run", "8 x 200m w/ 200m jog", "--goal", "5:20")
    assert (ran.returncode, ran.stderr.strip()) == (0, SENTENCES["took"])


def test_a_second_start_hands_over_what_it_was_to_edit(first: subprocess.Popen[str], tmp_path: Path) -> None:
    (tmp_path / "club.txt").write_text("6 x 400 @ mile pace, 200 jog", "utf-8")
    for words in ("pyramid", str(tmp_path / "club.txt")):
        ran = second("edit", words)
        assert (ran.returncode, ran.stderr.strip()) == (0, SENTENCES["took"])


def test_it_opens_on_what_is_to_be_edited(qtbot: QtBot, tmp_path: Path) -> None:
    house = House(str(tmp_path / "data"), FakeClock(1_000_000), output="silent")
    window = Window(lambda: house, edit=ToEdit("pyramid"))
    window.resize(1280, 800)
    window.show()
    try:
        qtbot.waitUntil(lambda: window.pages is not None and window.pages.opening.is_ready, timeout=20_000)
        assert window.pages is not None
        editor = window.pages.editor
        qtbot.waitUntil(lambda: editor.name() == "Pyramid", timeout=20_000)
        assert window.pages.page == "editor"
    finally:
        window.close()


def test_a_window_that_was_killed_leaves_no_door(first: subprocess.Popen[str], tmp_path: Path) -> None:
    name = door_name(tmp_path / "data")
    assert stat.S_ISSOCK(os.lstat(name).st_mode)
    first.kill()
    first.wait()
    assert knock(tmp_path / "data") == ""


def test_a_window_that_hangs_holds_the_second_up_for_half_a_second(
    first: subprocess.Popen[str], tmp_path: Path
) -> None:
    os.kill(first.pid, 19)  # SIGSTOP
    begun = perf_counter()
    assert knock(tmp_path / "data") == ""
    assert 0.4 < perf_counter() - begun < DONE_S, "it is not given what one is given that heard"


def test_who_answers_nonsense_is_nobody(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    from app.bootstrap.door import open_door

    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    folder = tmp_path / "data"
    door = open_door(folder)
    assert door is not None
    assert open_door(folder) is None, "whoever stands there is left in peace"
    knocks: list[tuple[object, ...]] = []

    def knocked(*given: object) -> bool:
        knocks.append(given)
        return False

    door.knocked = knocked
    import socket

    for said in (b"{}\n", b"[]\n", b"\xff\n", b'{"token": "", "plan": "nonsense"}\n'):
        with socket.socket(socket.AF_UNIX) as guest:
            guest.connect(door_name(folder))
            guest.sendall(said)
            answered: list[bytes] = []
            guest.settimeout(0)

            def hear(guest: socket.socket = guest, answered: list[bytes] = answered) -> bool:
                try:
                    answered.append(guest.recv(100))
                except BlockingIOError:
                    return False
                return answered[-1].endswith(b"\n")

            qtbot.waitUntil(hear)
            assert b"".join(answered) == (b".came\n" if b"token" in said else b".\n")
    assert knocks == [()]
    door.close()
    assert not Path(door_name(folder)).exists()


def test_a_first_start_asks_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.bootstrap.door._ask", lambda *_: pytest.fail("nobody is there"))
    assert knock(tmp_path / "data") == ""
    (tmp_path / "data").mkdir()
    assert knock(tmp_path / "data") == ""
