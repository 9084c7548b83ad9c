"""Bell Lap as a process: pipes that close, a terminal with keys, a session that is killed and taken up."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

import pytest

from app.cli.terminal import clock_line, lap_line
from app.core.athlete import Athlete
from app.core.engine import Engine
from app.core.events import Command
from app.core.plan import Setup
from app.core.practice import Practice, practice_plan
from app.core.session import Session
from app.core.units import Instant
from app.store.database import FILE, Store
from tests.cli.programs import PATIENCE_S, ROOT, WORDS, Lines, bell_lap, environment

RUN = ("run", "--terminal", "--output", "silent")


def kept(folder: Path) -> list[tuple[str, str]]:
    """What the store of a data folder holds: workout and outcome of each session, newest first."""
    store = Store.open(folder)
    try:
        return [(found.workout, found.outcome) for found in store.sessions()]
    finally:
        store.close()


# Pipes ----------------------------------------------------------------------------------------------------------------


def test_a_reader_that_has_read_enough_is_no_fault() -> None:
    program = subprocess.Popen(
        [*WORDS, "rehearse", "400 x 10s w/ 10s jog"],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert program.stdout is not None
    assert program.stderr is not None
    with program, program.stdout as out, program.stderr as err:
        assert out.readline().startswith(b"time")
        out.close()
        assert err.read() == b""
        assert program.wait(PATIENCE_S) == 0


def test_a_terminal_without_a_display_gets_the_list() -> None:
    answer = bell_lap()
    assert answer.returncode == 0
    assert "eight-by-200" in answer.stdout
    assert "no display" in answer.stderr


def test_bad_input_of_a_process_is_one_line_and_exit_2() -> None:
    answer = bell_lap("splits", "5:60")
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.count("\n") == 1
    assert "Traceback" not in answer.stderr


def test_signs_beyond_ascii_are_written_in_any_locale() -> None:
    answer = bell_lap("rehearse", "1 x 2s", more={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"})
    assert answer.returncode == 0
    assert "\u266a go" in answer.stdout


# A session with nobody there ------------------------------------------------------------------------------------------


def test_a_timed_workout_runs_to_its_end_with_standard_input_closed(tmp_path: Path) -> None:
    answer = bell_lap(*RUN, "2 x 3s w/ 2s jog", "--speed", "1000")
    assert answer.returncode == 0
    assert answer.stdout.endswith("Saved.\n")
    assert "Traceback" not in answer.stderr
    assert kept(tmp_path / "data") == [("2 x 3s w/ 2s jog", "finished")]


def test_a_workout_that_needs_a_press_is_stopped_and_kept_where_nobody_can_press(tmp_path: Path) -> None:
    answer = bell_lap(*RUN, "2s + 400m", "--speed", "1000", "--json")
    assert answer.returncode == 0
    assert json.loads(answer.stdout)["ended"] == "stopped"
    assert json.loads(answer.stdout)["saved"] is True
    assert kept(tmp_path / "data") == [("2s + 400m", "stopped")]


# A terminal with keys -------------------------------------------------------------------------------------------------


REPS = "4 x 400m @ goal pace w/ 1s jog"
"""A press in it may come at any time: it ends the rep."""


class Typist:
    """A run with a terminal for its keys: types, and reads what is said."""

    def __init__(self, program: subprocess.Popen[bytes], keys: int) -> None:
        assert program.stderr is not None
        self.program = program
        self._keys = keys
        self._lines = Lines(program.stderr.fileno())

    def until(self, *words: str) -> str:
        return self._lines.until(*words)

    def type(self, keys: str) -> None:
        os.write(self._keys, keys.encode())

    def lap(self) -> str:
        """Press Enter until a rep has a lap: in the dead time, or in what is left of a jog, it is none."""
        while True:
            self.type("\n")
            said = self.until("lap ", "not taken", "split ")
            if said.lstrip("\r\033[K").startswith("lap "):
                return said

    def end(self) -> tuple[int, bytes]:
        out, _ = self.program.communicate(timeout=PATIENCE_S)
        return self.program.returncode, out


@contextmanager
def typing(*words: str) -> Iterator[Typist]:
    ours, theirs = pty.openpty()
    program = subprocess.Popen(
        [*WORDS, *RUN, *words],
        cwd=ROOT,
        env=environment(),
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    os.close(theirs)
    try:
        yield Typist(program, ours)
    finally:
        if program.poll() is None:
            program.kill()
        program.communicate()
        os.close(ours)


def kept_while_open(folder: Path) -> int:
    """How many sessions the file holds that another process has open."""
    with contextlib.closing(sqlite3.connect(folder / FILE)) as connection:
        (n,) = connection.execute("SELECT count(*) FROM sessions").fetchone()
    return int(n)


def test_enter_starts_and_records_each_rep(tmp_path: Path) -> None:
    with typing(REPS, "--goal", "5:20", "--speed", "50", "--lead-in", "0", "--json") as typist:
        typist.until("Press Enter to start")
        typist.type("\n")
        said = [typist.lap() for _ in range(4)]
        code, out = typist.end()
    assert code == 0
    document = json.loads(out)
    assert (document["ended"], document["saved"]) == ("finished", True)
    assert [lap["distance_m"] for lap in document["laps"]] == [400] * 4
    assert all("in all" in line for line in said)
    assert kept(tmp_path / "data") == [(REPS, "finished")]


def test_the_keys_pause_resume_undo_and_stop(tmp_path: Path) -> None:
    with typing("1 mile race", "--speed", "50", "--lead-in", "0", "--json") as typist:
        typist.until("Press Enter to start")
        typist.type("\n")
        typist.lap()
        typist.type("u")
        typist.until("taken back: lap")
        typist.type("x")  # no key of ours: they are named
        typist.until("Enter lap")
        typist.lap()
        typist.type("p")
        typist.type("p")
        typist.type("q")
        code, out = typist.end()
    assert code == 0
    document = json.loads(out)
    assert document["ended"] == "stopped"
    assert [lap["distance_m"] for lap in document["laps"]] == [409.344]
    assert kept(tmp_path / "data") == [("1 mile race", "stopped")]


def test_a_false_start_is_one_key_back_to_ready_with_nothing_kept(tmp_path: Path) -> None:
    with typing("200m race", "--speed", "20", "--start", "go") as typist:
        typist.until("Press Enter to start")
        typist.type("\n")
        typist.type("n")
        typist.until("False start; nothing of it is kept. Press Enter to start.")
        assert kept_while_open(tmp_path / "data") == 0
        typist.type("\n")
        typist.lap()
        code, out = typist.end()
    assert code == 0
    assert re.search(r"[.][0-9]{2}, official [0-9:]*[.][0-9] [(]hand[)]\n", out.decode())
    assert kept(tmp_path / "data") == [("200m race", "finished")]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 here")
def test_a_session_that_was_killed_is_offered_and_taken_up_with_its_laps(tmp_path: Path) -> None:
    words = ("--goal", "5:20", "--speed", "50", "--lead-in", "0")
    with typing(REPS, *words) as typist:
        typist.until("Press Enter to start")
        typist.type("\n")
        typist.lap()
        typist.lap()
        typist.program.send_signal(signal.SIGKILL)
        assert typist.program.wait(PATIENCE_S) == -signal.SIGKILL
    offered = bell_lap(*RUN, "1 x 1s", "--speed", "1000")
    assert REPS in offered.stderr
    assert "--resume" in offered.stderr
    with typing("--resume", "--json", "--speed", "50") as typist:
        typist.until("Press Enter to go on")
        typist.type("\n")
        typist.lap()
        typist.lap()
        code, out = typist.end()
    assert code == 0
    document = json.loads(out)
    assert (document["ended"], document["saved"]) == ("finished", True)
    assert [lap["distance_m"] for lap in document["laps"]] == [400] * 4
    assert (REPS, "finished") in kept(tmp_path / "data")
    assert "no session was cut off" in bell_lap(*RUN, "--resume").stderr


def test_a_practice_is_blind_in_the_terminal_too() -> None:
    engine = Engine(practice_plan(Practice(3, Fraction(80)), Athlete(), Setup()))
    engine.send(Command.START, Instant(0))
    assert "2.0" in clock_line(engine.snapshot(Instant(3000)), is_blind=True), "the count is no secret"
    engine.send(Command.LAP, Instant(86_000))
    session = Session.from_events(engine.plan, engine.held)
    assert lap_line(session, engine.held[-1]) == "lap taken"
    line = clock_line(engine.snapshot(Instant(97_300)), is_blind=True)
    assert line.startswith("WORK")
    assert "1:3" not in line
