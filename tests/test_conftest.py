"""What conftest.py promises every test, tried on small suites of their own and on the lane's real X server."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

CONFTEST = Path(__file__).with_name("conftest.py")


def outcome(folder: Path, test: str) -> str:
    """Run one test file under our conftest.py; pytest's closing line."""
    shutil.copy(CONFTEST, folder)
    (folder / "test_it.py").write_text(f"import logging, os\n{test}", "utf-8")
    words = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:benchmark", str(folder)]
    ran = subprocess.run([sys.executable, *words], cwd=folder, capture_output=True, text=True, check=False)
    return ran.stdout.splitlines()[-1].split(" in ")[0]


def test_a_warning_that_is_logged_unasked_fails_its_test(tmp_path: Path) -> None:
    assert outcome(tmp_path, "def test(): logging.getLogger('x').warning('late')") == "1 passed, 1 error"


def test_a_test_that_takes_caplog_may_expect_a_warning(tmp_path: Path) -> None:
    assert outcome(tmp_path, "def test(caplog): logging.warning('late'); assert 'late' in caplog.text") == "1 passed"


def test_what_is_no_warning_may_be_logged(tmp_path: Path) -> None:
    assert outcome(tmp_path, "def test(): logging.getLogger('x').info('on time')") == "1 passed"


def test_no_test_sees_the_data_folder_of_another_or_of_a_person(tmp_path: Path) -> None:
    assert os.environ["BELL_LAP_DATA"] == str(tmp_path / "data")


def test_the_plain_suite_has_no_screen(qapp: QApplication) -> None:
    assert qapp.platformName() == "offscreen"
    assert "DISPLAY" not in os.environ


@pytest.mark.xvfb
def test_the_xvfb_lane_has_a_real_screen_that_other_programs_reach(qtbot: QtBot) -> None:
    window = QWidget()
    window.setWindowTitle("bell lap on a screen")
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    assert QApplication.platformName() == "xcb"
    found = subprocess.run(
        ["xdotool", "search", "--name", "^bell lap on a screen$"], capture_output=True, text=True, check=True
    )
    assert [int(number) for number in found.stdout.split()] == [window.winId()]
