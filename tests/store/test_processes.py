"""Real processes: killed in the middle of a session, out of disk, locked out, and two on one folder."""

from __future__ import annotations

import contextlib
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.errors import StoreError
from app.store.aside import set_aside
from app.store.database import FILE, DamagedStore, Store
from tests.store.child import long_plan, story

ROOT = Path(__file__).parents[2]
CHILD = [sys.executable, "-m", "tests.store.child"]


@contextlib.contextmanager
def child(name: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    started = subprocess.Popen(
        [*CHILD, name, str(folder)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with started as process:
        try:
            yield process
        finally:
            process.kill()


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def killed(folder: Path, n_acknowledged: int) -> int:
    """Run a session, kill it once so many events are acknowledged; return how many were by then."""
    with child("run", folder) as process:
        assert process.stdout is not None
        last = 0
        while last < n_acknowledged:
            last = int(said(process))
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read().split("\n")[:-1]  # the last line may be cut
        assert process.wait() == -signal.SIGKILL
    return int(rest[-1]) if rest else last


@pytest.mark.parametrize("n_acknowledged", [1, 40])
def test_kill_minus_nine_loses_no_acknowledged_event(tmp_path: Path, n_acknowledged: int) -> None:
    acknowledged = killed(tmp_path, n_acknowledged)
    expected = story(long_plan())
    assert n_acknowledged <= acknowledged < len(expected)
    store = Store.open(tmp_path)
    offered = store.unfinished()
    assert offered is not None
    assert offered.outcome == "running"
    stored = store.load(offered.session_id)
    assert len(stored.events) >= acknowledged
    assert stored.events == tuple(expected[: len(stored.events)])
    assert stored.plan == long_plan()
    assert offered.seen_ms == stored.events[-1].at.ms
    store.close()


def test_a_file_damaged_after_a_crash_keeps_every_lap_for_whoever_mends_it(tmp_path: Path) -> None:
    acknowledged = killed(tmp_path, 20)
    with (tmp_path / FILE).open("r+b") as stream:
        header = stream.read(100)
        stream.seek(0)
        stream.write(b"\xa5" * 100)
    with pytest.raises(DamagedStore):
        Store.open(tmp_path)
    aside = set_aside(tmp_path, "2026-11-23")
    with aside.open("r+b") as stream:
        stream.write(header)
    mended = sqlite3.connect(aside)
    (n,) = mended.execute("SELECT count(*) FROM events").fetchone()
    mended.close()
    assert n >= acknowledged


def test_a_second_process_on_the_folder_is_told_and_the_folder_is_free_once_the_first_is_killed(tmp_path: Path) -> None:
    with child("hold", tmp_path) as first:
        assert said(first) == "open"
        with pytest.raises(StoreError) as refused:
            Store.open(tmp_path)
        assert str(refused.value) == (
            f"Bell Lap is already open on {tmp_path}; close it there, or give another folder with --data-dir"
        )
        first.send_signal(signal.SIGKILL)
        first.wait()
        store = Store.open(tmp_path)
        assert store.sessions() == ()
        store.close()


def test_a_folder_that_may_not_be_written_is_said_at_once(tmp_path: Path) -> None:
    with child("refused", tmp_path / "data") as process:
        assert said(process) == (
            f"StoreError {tmp_path / 'data'} cannot be written (Permission denied); give another with --data-dir"
        )


def test_a_session_locked_out_goes_on_in_memory_and_is_saved_whole_later(tmp_path: Path) -> None:
    with child("locked_out", tmp_path) as process:
        assert said(process) == (
            "The data folder cannot be written: the session goes on in memory; unlock it and save again."
        )
        assert [said(process) for _ in range(3)] == ["0 None", "''", "True"]


def small_disk() -> list[str]:
    """Return the words that run a program on a disk of 400 kB of its own, mounted at its last argument's parent."""
    if shutil.which("unshare") is None:
        return []
    words = ["unshare", "--mount", "--map-root-user", "sh", "-ec"]
    tried = subprocess.run([*words, "mount -t tmpfs -o size=400k none /mnt"], capture_output=True, check=False)
    return words if tried.returncode == 0 else []


def test_a_session_on_a_full_disk_goes_on_in_memory_and_is_saved_whole_later(tmp_path: Path) -> None:
    words = small_disk()
    if not words:
        pytest.skip("no disk of its own can be mounted here; test_journal.py fills SQLite's file instead")
    script = 'mount -t tmpfs -o size=400k none "$0"; exec "$@"'
    ran = subprocess.run(
        [*words, script, str(tmp_path), *CHILD, "full", str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.stdout.splitlines() == [
        "The disk is full: the session goes on in memory; free some space and save again.", "True", "''", "True",
    ], ran.stderr  # fmt: skip
