"""Files in and out: known by content, bounded before they are read, written whole and over nothing unasked."""

from __future__ import annotations

import json
import os
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bootstrap import exchange
from app.bootstrap.exchange import Imported, bytes_of, read_bytes, read_file
from app.bootstrap.exporting import WRITTEN, format_to_write, write_file, written
from app.bootstrap.intake import keep_workout
from app.core.athlete import Athlete
from app.core.bounds import INTERCHANGE_BYTES
from app.core.errors import InputError, StoreError, WorkoutError
from app.core.workout import Workout
from app.notation.reading import parse_text
from tests.interchange.lapped_run import RUN

OURS = b'name = "Ours"\npurpose = "speed"\nsteps = ["8 x 200m w/ 200m jog"]\n'
ICU = b"Theirs\n\n3x\n- 400mtr 5:00/mi Pace intensity=active\n- 2m intensity=recovery\n"
STEP = {
    "stepType": {"stepTypeKey": "interval"},
    "endCondition": {"conditionTypeKey": "time"},
    "endConditionValue": 60,
}
JSON = json.dumps({"workoutName": "Json", "workoutSegments": [{"workoutSteps": [STEP]}]}).encode()
EIGHT = Workout("Eight", parse_text("8 x 200m w/ 200m jog").steps)


def one(data: bytes, name: str) -> Imported:
    (found,) = read_bytes(data, name)
    return found


def refusal(path: Path) -> str:
    with pytest.raises(WorkoutError) as refused:
        read_file(path)
    said = str(refused.value)
    assert said.startswith(path.name)
    assert len(said) < 300
    return said


# Known by content -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "right", "key", "name"),
    [(OURS, "a.toml", "toml", "Ours"), (ICU, "a.icu.txt", "icu", "Theirs"), (JSON, "a.json", "garmin-json", "Json"),
     (b"8 x 400m w/ 200m jog", "a.txt", "text", "a")],
)  # fmt: skip
def test_a_file_is_what_its_content_is(data: bytes, right: str, key: str, name: str) -> None:
    found = one(data, right)
    assert (found.kind, found.format, found.name) == ("workout", key, name)
    assert not any("called" in warning for warning in found.warnings)
    wrong = one(data, "a.fit")
    assert (wrong.format, wrong.workout) == (key, found.workout)
    assert wrong.warnings[0].startswith("it is called .fit and holds ")


def test_a_text_without_a_title_is_called_by_its_file() -> None:
    assert one(b"- 400mtr\n", "Tuesday.icu.txt").name == "Tuesday"
    assert one(b"8 x 200m", "Mail.TXT").name == "Mail"


def test_a_run_is_a_recording() -> None:
    found = one(RUN, "kim.tcx")
    assert (found.kind, found.format, found.workout) == ("run", "tcx", None)
    assert found.recording is not None
    assert [lap.elapsed_ms for lap in found.recording.laps] == [80_000, 70_000]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [("a.csv", b"WEEK,Monday\n1,8 x 400m\n", "a table is not read"), ("a.fit", b"\0\1\2", "FIT"),
     ("a.bin", b"\0\1\2", "none of"), ("a.html", b"<html>8 x 400m</html>", "none of"), ("a.zwo", b"<html/>", "a.zwo"),
     ("a.json", b"{", "JSON"), ("a.toml", b"\xff", "UTF-8"), ("a.toml", b"steps = [", "TOML"),
     ("a.txt", b"hello there, all of you", "no workout"),
     ("a", b"", "empty"), ("a.jpg", b"\xff\xd8\xff", "none of")],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_its_name(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert words in refusal(path)


_HEADS = [
    b"",
    OURS,
    ICU,
    JSON,
    RUN,
    b"<",
    b"{",
    b"\x0e\x20\x54\x08.FIT",
    b"8 x 200m",
    b"\xef\xbb\xbf",
    b"<gpx>",
    b"\xff\xfe<\0",
]
_NAMES = [
    "",
    "a.fit",
    "a.tcx",
    "a.gpx",
    "a.zwo",
    "a.json",
    "a.toml",
    "a.txt",
    "a.icu.txt",
    "a.csv",
    "\ud800",
    "a" * 300,
]


@settings(max_examples=150)
@given(st.sampled_from(_HEADS), st.integers(0, 400), st.binary(max_size=30), st.sampled_from(_NAMES))
def test_no_content_under_any_name_raises_anything_else(head: bytes, at: int, junk: bytes, name: str) -> None:
    for data in (head[:at] + junk, head[:at] + junk + head[at + len(junk) :]):
        try:
            found = read_bytes(data, name)
        except WorkoutError as refused:
            said = str(refused)
        else:
            said = "".join(each.name for each in found)
            assert all(each.workout is not None or each.recording is not None for each in found)
        assert len(said) < 1000


# Bounds ---------------------------------------------------------------------------------------------------------------


def test_a_file_is_looked_at_before_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fifo, large, gone = tmp_path / "fifo", tmp_path / "large.fit", tmp_path / "gone"
    os.mkfifo(fifo)
    with large.open("wb") as stream:
        stream.truncate(INTERCHANGE_BYTES + 1)
    gone.symlink_to(tmp_path / "nothing")
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("it was opened"))
    assert "no plain file" in refusal(fifo)
    assert "larger than 25 MB" in refusal(large)
    assert "does not exist" in refusal(gone)
    assert "is a folder" in refusal(tmp_path)
    assert "no plain file" in refusal(Path("/dev/zero"))
    with pytest.raises(WorkoutError, match="its name"):
        bytes_of(Path("a\0b"))


def test_a_file_that_grows_while_it_is_read_is_bounded_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 30)
    monkeypatch.setattr(exchange, "INTERCHANGE_BYTES", 20)
    monkeypatch.setattr(exchange, "_look", lambda _path, _name: None)
    assert "larger than" in refusal(path)


def test_a_link_to_a_file_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "there.toml").write_bytes(OURS)
    (tmp_path / "here.toml").symlink_to(tmp_path / "there.toml")
    assert read_file(tmp_path / "here.toml")[0].name == "Ours"


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(OURS)
    path.chmod(0)
    assert "cannot be read" in refusal(path)


# Out ------------------------------------------------------------------------------------------------------------------


def test_a_suffix_says_the_format_and_an_unknown_one_is_refused_with_those_there_are() -> None:
    names = ("a.fit", "a.ZWO", "a.tcx", "a.icu.txt", "a.txt", "a.toml")
    assert [format_to_write(name) for name in names] == ["fit", "zwo", "tcx", "icu", "text", "toml"]
    assert format_to_write("a.whatever", "icu") == "icu"
    for name, key in (("a.pdf", ""), ("a", ""), ("a.fit", "pdf"), ("", "")):
        with pytest.raises(InputError, match="fit, zwo, tcx, icu, toml, text"):
            format_to_write(name, key)
    with pytest.raises(InputError, match="only read"):
        format_to_write("a.json")


@pytest.mark.parametrize("key", WRITTEN)
def test_what_is_written_is_read_as_the_same_steps(key: str) -> None:
    kim = Athlete(Fraction(320))
    made = written(EIGHT, key, kim)
    (found,) = read_bytes(made.data, "x", kim)
    assert found.format == key
    assert found.workout is not None
    assert found.workout.steps == EIGHT.steps
    assert found.name == "Eight"
    assert found.sport == {"fit": "running", "tcx": "running", "zwo": "run"}.get(key, "")


def test_nothing_is_written_over_unasked(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_file(path, b"one")
    with pytest.raises(InputError, match="--force"):
        write_file(path, b"two")
    assert path.read_bytes() == b"one"
    write_file(path, b"two", force=True)
    assert path.read_bytes() == b"two"
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nothing")
    with pytest.raises(InputError, match="--force"):
        write_file(link, b"two")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.txt", "link"]


def test_a_file_that_came_meanwhile_is_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"

    def late(_stream: object) -> None:
        path.write_bytes(b"another's")

    monkeypatch.setattr(os, "fsync", late)
    with pytest.raises(InputError, match="--force"):
        write_file(path, b"ours")
    assert path.read_bytes() == b"another's"


def test_where_it_cannot_be_written_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(StoreError, match="could not be written"):
        write_file(tmp_path / "no" / "a.txt", b"one")
    with pytest.raises(InputError, match="folder"):
        write_file(tmp_path, b"one")
    with pytest.raises((InputError, StoreError)):
        write_file(tmp_path / "a\0b", b"one")

    def full(_stream: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="No space left"):
        write_file(tmp_path / "a.txt", b"one")
    assert [*tmp_path.iterdir()] == []


# Kept -----------------------------------------------------------------------------------------------------------------


def test_a_workout_is_kept_once_and_takes_nobodys_place(tmp_path: Path) -> None:
    other = Workout("Eight", parse_text("10 x 200m").steps)
    first, again, second = (keep_workout(each, None) for each in (EIGHT, EIGHT, other))
    assert [(each.workout_id, each.is_new) for each in (first, again, second)] == [
        ("eight", True),
        ("eight", False),
        ("eight-2", True),
    ]
    assert keep_workout(Workout("Pyramid", EIGHT.steps), None).workout_id == "pyramid-2"
    own = tmp_path / "data" / "workouts"
    names = {path.stem: read_file(path)[0].name for path in own.iterdir()}
    assert names == {"eight": "Eight", "eight-2": "Eight 2", "pyramid-2": "Pyramid 2"}
