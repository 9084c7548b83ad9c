"""`bell-lap import`: what files hold is shown, then kept; a bad one stops no other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.store.database import Store
from tests.cli.programs import Bell
from tests.interchange.lapped_run import RUN

ICU = b"Theirs\n\n3x\n- 400mtr 5:00/mi Pace intensity=active\n- 2m Z1 HR intensity=recovery\n"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of somebody's exports, which is the current one."""
    folder = tmp_path / "exports"
    folder.mkdir()
    (folder / "theirs.icu.txt").write_bytes(ICU)
    (folder / "run.tcx").write_bytes(RUN)
    (folder / "junk.fit").write_bytes(b"\0\1\2")
    (folder / "empty.tcx").touch()
    monkeypatch.chdir(folder)
    return folder


def shelved(tmp_path: Path) -> list[str]:
    folder = tmp_path / "data" / "workouts"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_a_workout_is_shown_and_kept_on_the_shelf(bell: Bell, files: Path, tmp_path: Path) -> None:
    answer = bell("import", "theirs.icu.txt")
    assert answer.code == 0
    assert "theirs.icu.txt: Theirs, a workout (icu), 1200 m, 6:00.0" in answer.out
    assert "3 x 400m @ 5:00/mile w/ 2min jog" in answer.out
    assert "kept as theirs" in answer.out
    assert answer.err.startswith("bell-lap: theirs.icu.txt: 'Z1 HR' is kept as words")
    assert shelved(tmp_path) == ["theirs.toml"]
    assert "theirs" in bell("list").out
    assert "is there already as theirs" in bell("import", "theirs.icu.txt").out
    assert shelved(tmp_path) == ["theirs.toml"]


def test_a_run_is_shown_and_kept_in_the_history(bell: Bell, files: Path, tmp_path: Path) -> None:
    answer = bell("import", "run.tcx")
    assert answer.code == 0
    rows = [line.split() for line in answer.out.splitlines()]
    assert ["1", "400", "1:20.0", "pressed"] in rows
    assert ["2", "400", "1:10.0", "pressed"] in rows
    assert "kept in the history" in answer.out
    assert "imported before" in bell("import", "run.tcx").out
    store = Store.open(tmp_path / "data")
    assert [found.workout for found in store.sessions()] == ["800 m"]
    store.close()


def test_looking_keeps_nothing(bell: Bell, files: Path, tmp_path: Path) -> None:
    assert bell("import", "--look", "theirs.icu.txt", "run.tcx").code == 0
    assert not (tmp_path / "data").exists()


def test_the_document_of_a_workout(bell: Bell, files: Path) -> None:
    document = bell("import", "--json", "theirs.icu.txt").document
    assert {key: document[key] for key in ("file", "kind", "format", "name", "distance_m", "time_s", "saved")} == {
        "file": "theirs.icu.txt", "kind": "workout", "format": "icu", "name": "Theirs", "distance_m": 1200,
        "time_s": 360, "saved": "theirs",
    }  # fmt: skip
    (block,) = document["steps"]
    assert block["repeat"] == 3
    assert [step.get("distance_m") or step["duration_s"] for step in block["steps"]] == [400, 120]
    assert document["laps"] == []
    assert document["error"] is None
    assert "'Z1 HR' is kept as words" in document["warnings"][0]


def test_the_document_of_a_run(bell: Bell, files: Path) -> None:
    document = bell("import", "--json", "--look", "run.tcx").document
    assert (document["kind"], document["format"], document["sport"], document["saved"]) == (
        "run",
        "tcx",
        "running",
        None,
    )
    assert (document["distance_m"], document["time_s"], document["steps"]) == (800, 150, [])
    assert [(lap["lap"], lap["distance_m"], lap["time_s"], lap["trigger"]) for lap in document["laps"]] == [
        (1, 400, 80, "pressed"),
        (2, 400, 70, "pressed"),
    ]


def test_a_bad_file_stops_no_other(bell: Bell, files: Path, tmp_path: Path) -> None:
    answer = bell("import", "--json", "junk.fit", "theirs.icu.txt", "empty.tcx", "gone.fit")
    assert answer.code == 2
    junk, theirs, empty, gone = answer.document
    assert theirs["saved"] == "theirs"
    assert [each["kind"] for each in (junk, empty, gone)] == [None, None, None]
    said = [line.removeprefix("bell-lap: ") for line in answer.err.splitlines() if ": theirs" not in line]
    assert said == [junk["error"], empty["error"], gone["error"]]
    assert ["the file is empty" in said[1], "does not exist" in said[2]] == [True, True]
    assert shelved(tmp_path) == ["theirs.toml"]


def test_where_nothing_can_be_kept_the_reading_is_shown_all_the_same(bell: Bell, files: Path, tmp_path: Path) -> None:
    store = Store.open(tmp_path / "data")
    answer = bell("import", "--json", "run.tcx")
    store.close()
    assert answer.code == 0
    assert answer.document["saved"] is None
    assert len(answer.document["laps"]) == 2
    assert "could not be kept" in answer.document["warnings"][-1]
    assert "could not be kept" in answer.err


def test_files_within_one_file_come_after_the_first(bell: Bell, files: Path) -> None:
    step = {
        "stepType": {"stepTypeKey": "interval"},
        "endCondition": {"conditionTypeKey": "time"},
        "endConditionValue": 60,
    }
    two = [{"workoutName": name, "workoutSegments": [{"workoutSteps": [step]}]} for name in ("One", "Two")]
    (files / "two.json").write_text(json.dumps(two), "utf-8")
    document = bell("import", "--json", "--look", "two.json").document
    assert document["name"] == "One"
    assert [each["name"] for each in document["more"]] == ["Two"]


def test_a_file_of_another_program_serves_where_ours_does(bell: Bell, files: Path) -> None:
    assert bell("show", "theirs.icu.txt").out.startswith("Theirs\n")
    assert bell("check", "theirs.icu.txt").out == "theirs.icu.txt: good\n"
    (files / "wrong.toml").write_bytes(ICU)
    assert "called .toml and holds intervals.icu" in bell("show", "wrong.toml").err
    checked = bell("check", "junk.fit")
    assert (checked.code, checked.out.count("\n")) == (1, 1)
    assert "holds a run" in bell("show", "run.tcx").complaint
    assert bell("import", *["theirs.icu.txt"] * 201).complaint
