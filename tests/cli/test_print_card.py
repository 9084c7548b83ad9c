"""`bell-lap card`: where it is written, over what, and what is refused."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.programs import Bell, bell_lap

NO_FONTS = """
import sys, app.ui.design
app.ui.design.find_spec = lambda name: None
from app.cli import run
sys.exit(run(["card", "5:20", "--out", sys.argv[1]]))
"""


@pytest.mark.parametrize(("name", "start"), [("card.pdf", b"%PDF"), ("card.png", b"\x89PNG"), ("CARD.PNG", b"\x89PNG")])
def test_a_card_is_drawn_without_a_display(tmp_path: Path, name: str, start: bytes) -> None:
    path = tmp_path / name
    ran = bell_lap("card", "5:20", "--out", str(path))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == f"{path}: 85.6 × 54 mm; print it at 100 %, not fitted to the page.\n"
    assert path.read_bytes().startswith(start)
    assert [each.name for each in tmp_path.iterdir()] == [name], "nothing is left beside it"


def test_a_card_is_written_over_and_nothing_else(bell: Bell, tmp_path: Path) -> None:
    for name in ("card.pdf", "card.png"):
        path = tmp_path / name
        path.write_bytes(b"")
        assert bell("card", "5:20", "--out", str(path)).code == 0
        first = path.read_bytes()
        assert bell("card", "5:00", "--race", "1500", "--out", str(path)).code == 0
        assert path.read_bytes() != first
        path.write_bytes(b"my thesis")
        assert "is there already and is no pace card" in bell("card", "5:20", "--out", str(path)).complaint
        assert path.read_bytes() == b"my thesis"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("card", "5:20"), "--out"),
        (("card", "5:20", "--out", "card.svg"), ".pdf or .png"),
        (("card", "5:20", "--out", "card"), ".pdf or .png"),
        (("card", "5:20", "--out", ""), ".pdf or .png"),
        (("card", "5:20", "--out", "no/such/folder/card.pdf"), "cannot be written: No such file or directory"),
        (("card", "5:20", "--out", "x" * 300 + ".pdf"), "cannot be written"),
        (("card", "5:20", "--out", "a\x00.pdf"), "no file can have this name"),
        (("card", "5:20", "--out", "\ud800.pdf"), "no file can have this name"),
        (("card", "soon", "--out", "card.pdf"), "is not a time"),
        (("card", "5:20", "--race", "far", "--out", "card.pdf"), "is not a distance"),
        (("card", "5:20", "--track", "3", "--out", "card.pdf"), "a track has"),
    ],
    ids=lambda value: ascii(value)[:40],
)
def test_what_cannot_be_is_refused_in_a_line(
    bell: Bell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert said in bell(*words).complaint
    assert [*tmp_path.iterdir()] == []


def test_a_folder_of_that_name_is_no_file(bell: Bell, tmp_path: Path) -> None:
    (tmp_path / "card.pdf").mkdir()
    assert "is a folder" in bell("card", "5:20", "--out", str(tmp_path / "card.pdf")).complaint


def test_a_disk_that_cannot_take_it_leaves_the_earlier_card(
    bell: Bell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "card.pdf"
    assert bell("card", "5:20", "--out", str(path)).code == 0
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert "No space left on device" in bell("card", "5:00", "--out", str(path)).complaint
    assert path.read_bytes() == before


def test_where_qt_does_not_load_that_is_said(bell: Bell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "app.ui.pace_card", None)
    said = bell("card", "5:20", "--out", str(tmp_path / "card.pdf")).complaint
    assert "a card is drawn with Qt" in said


def test_on_a_machine_without_any_font_that_is_said(tmp_path: Path) -> None:
    import subprocess

    from tests.cli.programs import PATIENCE_S, ROOT, environment

    (tmp_path / "fonts.conf").write_text(f"<fontconfig><dir>{tmp_path / 'none'}</dir></fontconfig>", "utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", NO_FONTS, str(tmp_path / "card.png")],
        cwd=ROOT,
        env=environment(FONTCONFIG_FILE=str(tmp_path / "fonts.conf")),
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert ran.returncode == 2
    assert "there is no font on this machine" in ran.stderr
    assert not (tmp_path / "card.png").exists()
