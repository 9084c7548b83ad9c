"""`bell-lap analyse FILE` of a watch: its one run, or its reps one behind the other; what was taken for what."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.bootstrap import exchange
from app.bootstrap.exchange import Imported
from app.bootstrap.keeping import keep_run
from app.core.athlete import Athlete
from app.core.errors import Fault, WorkoutError
from app.interchange.recording import Recording
from tests.cli.programs import Bell
from tests.recorded import INTERVALS, MILE, laps_of, recording

NOTE = "splits are interpolated between the watch's points"


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file whose bytes stand for what the format reads from them."""
    held: dict[bytes, tuple[Recording | None, ...]] = {
        b"mile": (MILE,),
        b"reps": (INTERVALS,),
        b"two": (recording(laps_of((60_000, 300.0))), MILE),
        b"bare": (Recording("running", "", 600_000, None),),
        b"sheet": (None,),
        b"ride": (replace(MILE, sport="cycling"),),
    }

    def read(data: bytes, name: str, _athlete: Athlete | None = None) -> tuple[Imported, ...]:
        if data not in held:
            raise WorkoutError([Fault("nothing in it is whole", file=name)])
        return tuple(
            Imported("workout", "fit", name) if run is None else Imported("run", "fit", name, recording=run)
            for run in held[data]
        )

    monkeypatch.setattr(exchange, "read_bytes", read)
    return tmp_path


def write(folder: Path, held: bytes, name: str = "kim.fit") -> str:
    (folder / name).write_bytes(held)
    return str(folder / name)


def test_a_mile_has_its_laps_and_says_what_was_interpolated(bell: Bell, watched: Path) -> None:
    document = bell("analyse", write(watched, b"mile"), "--json").document
    assert [*document] == [
        "final_s", "distance_m", "segments", "deviations", "even_s_per_400", "halves_s", "cv_laps_pct",
        "cv_per_400_pct", "sentence", "warnings",
    ]  # fmt: skip
    assert (document["final_s"], document["distance_m"]) == (302.4, 1609.344)
    assert [part["to_m"] for part in document["segments"]] == [409.344, 809.344, 1209.344, 1609.344]
    assert sum(part["time_s"] for part in document["segments"]) == pytest.approx(302.4)
    assert any(NOTE in warning for warning in document["warnings"])
    assert any("Taken for the mile" in warning for warning in document["warnings"])


def test_for_people_each_note_is_a_line(bell: Bell, watched: Path) -> None:
    lines = bell("analyse", write(watched, b"mile")).out.splitlines()
    assert lines[0] == "kim.fit: 5:02.40 over 1609.344 m"
    assert f"Note: Nobody pressed at the marks: the {NOTE}." in lines


def test_reps_stand_one_behind_the_other_and_one_can_be_taken(bell: Bell, watched: Path) -> None:
    path = write(watched, b"reps")
    document = bell("analyse", path, "--json").document
    assert (len(document["segments"]), document["distance_m"]) == (8, 3200)
    assert [part["time_s"] for part in document["segments"]] == [78.4, 77.9, 79.2, 78.8, 79.6, 80.3, 80.1, 77.2]
    assert any("8 reps stand one behind the other" in warning for warning in document["warnings"])
    one = bell("analyse", path, "--rep", "3", "--json").document
    assert (one["final_s"], one["distance_m"]) == (79.2, 400)
    assert "--rep takes 1 to 8" in bell("analyse", path, "--rep", "9").complaint


def test_race_track_and_lines_may_be_said(bell: Bell, watched: Path) -> None:
    path = write(watched, b"mile")
    assert bell("analyse", path, "--race", "1600", "--json").document["distance_m"] == 1600
    assert len(bell("analyse", path, "--track", "200", "--json").document["segments"]) == 8
    lines = bell("analyse", path, "--convention", "start-line", "--json").document
    assert [part["to_m"] for part in lines["segments"]] == [400, 800, 1200, 1609.344]


def test_of_several_runs_the_longest_is_taken_and_said(bell: Bell, watched: Path) -> None:
    document = bell("analyse", write(watched, b"two"), "--json").document
    assert document["distance_m"] == 1609.344
    assert document["warnings"][0] == "the file holds 2 runs; the longest is taken"


def test_another_sport_is_said(bell: Bell, watched: Path) -> None:
    assert "cycling" in bell("analyse", write(watched, b"ride"), "--json").document["warnings"][0]


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (b"bare", " has no distances"),
        (b"sheet", ": there is a workout in it and no run"),
        (b"broken", ": nothing in it is whole"),
    ],
)
def test_what_has_no_run_is_refused_in_a_line(bell: Bell, watched: Path, held: bytes, said: str) -> None:
    assert f"kim.fit{said}" in bell("analyse", write(watched, held)).complaint


def test_a_file_that_is_not_there_or_too_long_is_refused(
    bell: Bell, watched: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "no.fit: the file does not exist" in bell("analyse", str(watched / "no.fit")).complaint
    assert "--rep chooses" in bell("analyse", "5:00", "--rep", "1").complaint
    monkeypatch.setattr(exchange, "INTERCHANGE_BYTES", 3)
    assert "larger than" in bell("analyse", write(watched, b"mile")).complaint


@pytest.mark.parametrize(
    "held", [b"\x0e\x10\x00\x00\x00\x00\x00\x00.FIT", b'<?xml version="1.0"?>\n<gpx version="1.1">']
)
def test_a_file_of_a_watch_is_known_by_what_is_in_it(bell: Bell, watched: Path, held: bytes) -> None:
    assert "run.txt: nothing in it is whole" in bell("analyse", write(watched, held, "run.txt")).complaint


def test_the_last_session_says_that_it_is_of_a_watch(bell: Bell, tmp_path: Path) -> None:
    keep_run(MILE, "mile.tcx", str(tmp_path / "data"))
    warnings = bell("analyse", "last", "--data-dir", str(tmp_path / "data"), "--json").document["warnings"]
    assert warnings[0] == "Imported from a watch: mile.tcx · splits interpolated"
    assert any(NOTE in warning for warning in warnings)
