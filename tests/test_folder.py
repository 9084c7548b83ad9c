"""Where things are: the data folder by word, by environment and by system; the files that ship; a display or none."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.folder import Look, data_folder, has_display, look, shipped
from app.settings import FILE, Settings, save_settings


def test_a_data_folder_is_the_word_then_the_environment_then_the_systems(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    monkeypatch.setenv("BELL_LAP_DATA", str(tmp_path / "environment"))
    found = [data_folder(str(tmp_path / "word")), data_folder("~/word"), data_folder(None), data_folder("")]
    assert found == [tmp_path / name for name in ("word", "word", "environment", "environment")]
    monkeypatch.delenv("BELL_LAP_DATA")
    assert data_folder(None) == tmp_path / "xdg" / "bell-lap"
    monkeypatch.setenv("XDG_DATA_HOME", "")  # empty counts as unset: XDG base directory specification 0.8
    assert data_folder(None) == tmp_path / ".local" / "share" / "bell-lap"


def test_other_systems_have_their_own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BELL_LAP_DATA")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "darwin")
    assert data_folder(None) == tmp_path / "Library" / "Application Support" / "Bell Lap"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert data_folder(None) == tmp_path / "local" / "Bell Lap"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        (None, "", False), ("DISPLAY", ":0", True), ("WAYLAND_DISPLAY", "wayland-0", True), ("DISPLAY", "", False),
        ("QT_QPA_PLATFORM", "offscreen", True),
    ],
)  # fmt: skip
def test_a_window_opens_on_a_display_or_where_a_platform_is_asked_for(
    name: str | None, value: str, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for known in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(known, raising=False)
    if name:
        monkeypatch.setenv(name, value)
    assert has_display() is expected


def test_what_ships_stands_beside_the_package_in_a_clone() -> None:
    root = Path(__file__).parents[1]
    assert (shipped("workouts"), shipped("sounds")) == (root / "workouts", root / "sounds")


def test_the_look_of_the_window_is_read_without_the_settings_reader(tmp_path: Path) -> None:
    assert look(str(tmp_path)) == Look("", "", 100, "")
    save_settings(Settings(palette="paper", window="geometry"), tmp_path)
    assert look(str(tmp_path)) == Look("paper", "geometry")


@pytest.mark.parametrize(
    ("said", "text_size"), [("150", 150), ("20", 100), ("9999", 200), ('"150"', 100), ("1.5", 100), ("null", 100)]
)
def test_the_text_size_is_read_before_the_window_is_made(tmp_path: Path, said: str, text_size: int) -> None:
    (tmp_path / FILE).write_text(f'{{"text_size": {said}, "language": "de"}}')
    assert look(str(tmp_path)) == Look(text_size=text_size, language="de")


@pytest.mark.parametrize("data", [b"", b"[]", b"{", bytes(range(256)), b'{"palette": null}', b"1" * 5000, b"[" * 9000])
def test_a_look_that_cannot_be_read_is_none_and_stops_nothing(tmp_path: Path, data: bytes) -> None:
    (tmp_path / FILE).write_bytes(data)
    assert look(str(tmp_path)) == Look()
