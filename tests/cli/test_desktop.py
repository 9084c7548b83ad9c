"""`bell-lap desktop` puts the program among the desktop's, as the desktop wants it, and takes all of it away again."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

from app.cli.desktop import _quoted
from app.ui.icons import FOLDER, SIZES
from app.ui.start import NAME
from tests.cli.programs import Bell


@pytest.fixture
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path / "share"


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_it_is_put_there_with_every_icon_and_taken_away(bell: Bell, share: Path) -> None:
    other = share / "applications" / "other.desktop"
    other.parent.mkdir(parents=True)
    other.touch()
    assert bell("desktop").code == 0
    assert files(share) == {
        "applications/other.desktop",
        "applications/bell-lap.desktop",
        "icons/hicolor/scalable/apps/bell-lap.svg",
        *(f"icons/hicolor/{size}x{size}/apps/bell-lap.png" for size in SIZES),
    }
    assert bell("desktop", "--remove").code == 0
    assert files(share) == {"applications/other.desktop"}
    assert "nothing was removed" in bell("desktop", "--remove").out


def test_the_desktop_file_starts_this_program_and_names_its_window(bell: Bell, share: Path) -> None:
    bell("desktop")
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # its keys have capitals
    path = share / "applications" / "bell-lap.desktop"
    entry.read(path, "utf-8")
    words = shlex.split(entry["Desktop Entry"]["Exec"])
    assert Path(words[0]).is_file()
    assert entry["Desktop Entry"]["StartupWMClass"] == NAME
    if shutil.which("desktop-file-validate"):
        said = subprocess.run(["desktop-file-validate", path], capture_output=True, text=True, check=False).stdout
        assert said == ""


def test_a_path_with_odd_signs_is_one_word_of_the_desktop_file() -> None:
    assert _quoted('/a b/$c"%f') == r'"/a b/\\$c\\"%%f"'


def test_a_place_that_cannot_be_written_is_said(bell: Bell, share: Path) -> None:
    share.write_text("a file")
    answer = bell("desktop")
    assert (answer.code, answer.out) == (2, "")
    assert "cannot be written" in answer.err


def test_every_icon_is_what_its_drawing_renders(qapp: object) -> None:
    from PySide6.QtGui import QImage

    from tests.render_icons import rendered

    for size in SIZES:
        kept = QImage(str(FOLDER / f"bell-lap-{size}.png"))
        assert kept.convertToFormat(kept.Format.Format_ARGB32) == rendered(size), (
            f"{size}: python -m tests.render_icons"
        )
