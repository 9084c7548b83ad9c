"""The shelf remembers what the files said, and is never wrong about one that has changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import app.library.files
from app.bootstrap.shelf import MEMORY, Memory, shelf
from app.core.workout import Workout

GOOD = 'name = "{}"\npurpose = "speed"\nsteps = ["8 x 200m w/ 200m jog"]\n'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "workouts"
    folder.mkdir()
    (folder / "mine.toml").write_text(GOOD.format("Mine"))
    (folder / "bad.toml").write_text("nonsense")
    return tmp_path


def names(folder: Path) -> list[str | None]:
    return [None if each.workout is None else each.workout.name for each in shelf(str(folder)) if each.is_own]


def test_what_was_read_once_is_recalled_as_it_was(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = shelf(str(own))
    read = []
    old = app.library.files._read

    def reading(path: Path) -> object:
        read.append(path.name)
        return old(path)

    monkeypatch.setattr(app.library.files, "_read", reading)
    assert shelf(str(own)) == first
    assert read == ["bad.toml"], "a file with faults is read each time"


def test_a_file_that_changed_is_read_again(own: Path) -> None:
    mine = own / "workouts" / "mine.toml"
    assert names(own) == [None, "Mine"]
    before = mine.stat()
    mine.write_text(GOOD.format("Ours"))  # of the same length
    os.utime(mine, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    assert names(own) == [None, "Ours"]
    mine.unlink()
    assert names(own) == [None]


def test_other_code_reads_anew(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf(str(own))
    mine = own / "workouts" / "mine.toml"
    assert isinstance(Memory(own).recall(mine), Workout)
    monkeypatch.setattr("app.bootstrap.shelf._stamp_of_readers", lambda: 1)
    assert Memory(own).recall(mine) is None


@pytest.mark.parametrize("data", [b"", b"[]", b"[1, 2]", b"\xff", b"[" * 9000, b'{"a": 1}'])
def test_a_damaged_memory_is_none(own: Path, data: bytes) -> None:
    (own / MEMORY).write_bytes(data)
    assert names(own) == [None, "Mine"]


def test_a_memory_whose_values_are_damaged_is_none(own: Path) -> None:
    shelf(str(own))
    memory = own / MEMORY
    memory.write_text(memory.read_text().replace("Workout", "Wörkout"))
    assert names(own) == [None, "Mine"]


def test_no_folder_no_memory(tmp_path: Path) -> None:
    assert len(shelf(str(tmp_path / "none"))) > 0
    assert not (tmp_path / "none").exists(), "a look makes no folder"
