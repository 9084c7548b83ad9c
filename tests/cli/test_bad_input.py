"""Bad input: one line on standard error, exit 2, no traceback, whatever was typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.programs import Bell

TIMES = [
    "5:60", "-1", "24:00:00", "1e9", "9" * 10_000, "0", "0:00", "", " ", "nan", "inf", "5:2", "5:", ":20", "1:2:3",
    "5.", "five", "5:20\n", "\u0665:\u0662\u0660", "0x10", "5:20:61", "+5:00", "5,5", "\ud800", "5:00\x00", "1_0",
]  # fmt: skip
DISTANCES = [
    "m", "0m", "1e400m", "9" * 10_000 + "m", "", "banana", "1500", "nanm", "infkm", "1,500m", "2000km", "0.0000000001m",
    "mile" * 1000, "1500m\x00", "1500 parsecs", "0mile",
]  # fmt: skip
METRES = ["0", "nan", "inf", "1e9", "", "x", "9" * 5_000, "-1", "0m", "\u00b2"]
SPEEDS = ["0", "nan", "inf", "-1", "1e9", "1001", "fast", "", "9" * 5_000, "0.05"]
WORKOUTS = [
    "", " ", "\n", "zzz qqq", "missing.toml", "no/such/folder.toml", "x" * 200_000, "99999 x (99999 x 1s)",
    "(" * 10_000, "\x00", "8 x 0m", "24:00:00", "\ud800", "9" * 50_000, "a" * 5_000 + ".toml", "\U0001f3c3",
]  # fmt: skip


def spaced(text: str) -> str:
    """Keep a parametrised name short and printable."""
    return ascii(text)[:24]


@pytest.mark.parametrize("time", TIMES, ids=spaced)
def test_a_time_that_is_none(bell: Bell, time: str) -> None:
    if time.strip() == "5:20":  # blanks around a time are no fault
        assert bell("splits", time).code == 0
        return
    assert "is not a time: write it as m:ss" in bell("splits", "--", time).complaint
    assert bell("list", f"--goal={time}").complaint
    assert bell("show", "8 x 200m", f"--best={time}").complaint


@pytest.mark.parametrize("distance", DISTANCES, ids=spaced)
def test_a_distance_that_is_none(bell: Bell, distance: str) -> None:
    assert "is not a distance: write a name" in bell("splits", "5:00", f"--distance={distance}").complaint


@pytest.mark.parametrize("metres", METRES, ids=spaced)
def test_metres_that_are_none(bell: Bell, metres: str) -> None:
    assert "--track" in bell("splits", "5:00", f"--track={metres}").complaint
    assert "--every" in bell("splits", "5:00", f"--every={metres}").complaint
    assert "--every" in bell("show", "mile", f"--every={metres}").complaint


@pytest.mark.parametrize("words", [("--every", "0.001"), ("--track", "49"), ("--track", "6000"), ("--every", "1mm")])
def test_marks_without_end(bell: Bell, words: tuple[str, str]) -> None:
    assert bell("splits", "5:00", *words).complaint


@pytest.mark.parametrize("speed", SPEEDS, ids=spaced)
def test_a_speed_that_is_none(bell: Bell, speed: str, tmp_path: Path) -> None:
    said = bell("run", "1 x 1s", "--terminal", f"--speed={speed}").complaint
    assert "--speed takes a number from 0.1 to 1000" in said
    assert not (tmp_path / "data").exists(), "nothing was begun"


@pytest.mark.parametrize("workout", WORKOUTS, ids=spaced)
@pytest.mark.parametrize("command", [("show",), ("rehearse",), ("run", "--terminal")], ids=" ".join)
def test_a_workout_that_is_none(bell: Bell, command: tuple[str, ...], workout: str) -> None:
    assert bell(*command, workout).complaint


@pytest.mark.parametrize("laps", ["", ",", "x", "-1", "75,,x", "nan", "5:60", "1," * 10_001, "9" * 5_000], ids=spaced)
def test_laps_that_are_none(bell: Bell, laps: str) -> None:
    assert bell("rehearse", "mile", f"--laps={laps}").complaint


@pytest.mark.parametrize("content", [b"\x00\x01\xff" * 1000, b"", b"steps = [", b"#" * 2_000_000, "ordner"])
def test_a_file_that_is_no_workout(bell: Bell, tmp_path: Path, content: bytes | str) -> None:
    path = tmp_path / "w.toml"
    if isinstance(content, str):
        path.mkdir()
    else:
        path.write_bytes(content)
    for command in ("show", "rehearse"):
        assert "w.toml" in bell(command, str(path)).complaint


@pytest.mark.parametrize(
    "words",
    [
        ("frobnicate",),
        ("splits",),
        ("splits", "5:00", "--frob"),
        ("splits", "5:00", "5:01"),
        ("check",),
        ("run",),
        ("run", "8 x 200m", "--lead-in", "4"),
        ("run", "8 x 200m", "--output", "trumpet"),
        ("run", "--resume", "--terminal", "--output", "silent"),
        ("read",),
        ("read", "8 x 200m", "--jsonl", "f"),
        ("read", "--jsonl", "missing.jsonl"),
        ("read", "--jsonl", "/"),
        ("read", ""),
        ("show",),
        ("x" * 100_000,),
        ("list", "\ud800"),
    ],
    ids=lambda words: spaced(" ".join(words)),
)
def test_words_that_mean_nothing(bell: Bell, words: tuple[str, ...]) -> None:
    assert bell(*words).complaint


def test_a_data_folder_that_is_a_file_stops_a_run_before_it_starts(bell: Bell, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("", "utf-8")
    said = bell("--data-dir", str(path), "run", "1 x 1s", "--terminal", "--output", "silent").complaint
    assert str(path) in said
    assert "--data-dir" in said


@given(st.text(max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_text_for_a_time_is_taken_or_refused_in_a_line(bell: Bell, text: str) -> None:
    answer = bell("splits", "--", text)
    assert answer.code == 0 or answer.complaint


@given(st.text(max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_text_for_a_distance_is_taken_or_refused_in_a_line(bell: Bell, text: str) -> None:
    answer = bell("splits", "5:00", f"--distance={text}")
    assert answer.code == 0 or answer.complaint
