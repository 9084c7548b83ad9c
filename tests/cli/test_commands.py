"""What each command answers: `list`, `show`, `check`, `splits`, `doctor`, and none at all."""

from __future__ import annotations

import csv
import json
import math
from pathlib import Path

import pytest

from app import __version__
from app.core.events import Started
from app.core.lateness import CueRecord
from app.core.units import Instant
from app.store.database import Store
from tests.cli.programs import Bell
from tests.store.child import long_plan

DATA = Path(__file__).parent.parent / "data"
SHIPPED = sorted(path.stem for path in (Path(__file__).parent.parent.parent / "workouts").glob("*.toml"))
GOOD = 'name = "Ours"\npurpose = "speed"\nabout = "A line."\nsteps = ["8 x 200m w/ 200m jog"]\n'
BAD = 'name = "Ours"\npurpose = "sped"\nstpes = ["8 x 200m"]\n'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The athlete's own folder of workouts."""
    folder = tmp_path / "data" / "workouts"
    folder.mkdir(parents=True)
    return folder


# list -----------------------------------------------------------------------------------------------------------------


def test_every_shipped_workout_is_listed(bell: Bell) -> None:
    answer = bell("list")
    assert (answer.code, answer.err) == (0, "")
    assert [line.split()[0] for line in answer.out.splitlines()[1:]] == SHIPPED


def test_a_workout_of_ones_own_is_listed_and_one_with_faults_is_said(bell: Bell, own: Path) -> None:
    (own / "ours.toml").write_text(GOOD, "utf-8")
    (own / "worse.toml").write_text(BAD, "utf-8")
    answer = bell("list")
    assert answer.code == 0
    names = [line.split()[0] for line in answer.out.splitlines()]
    assert "ours" in names
    assert "worse" not in names
    assert "worse.toml:3" in answer.err
    assert "steps" in answer.err
    rows = {row["id"]: row for row in bell("list", "--json").document}
    assert rows["ours"]["own"] is True
    assert rows["ours"]["faults"] == []
    assert any("worse.toml:3" in fault for fault in rows["worse"]["faults"])


def test_a_list_is_for_the_athlete_whose_best_mile_is_said(bell: Bell) -> None:
    slow, fast = bell("list", "--best", "9:30").out, bell("list", "--best", "6:00").out
    assert "four-by-five" in slow
    assert "four-by-three" not in slow
    assert "four-by-three" in fast
    assert "four-by-five" not in fast
    suits = {row["id"]: row["suits"] for row in bell("list", "--best", "9:30", "--json").document}
    assert (suits["four-by-five"], suits["four-by-three"]) == (True, False)


# show -----------------------------------------------------------------------------------------------------------------


def test_a_plan_is_shown_as_a_table_with_totals(bell: Bell) -> None:
    answer = bell("show", "2 x 400m w/ 60s jog", "--goal", "5:20")
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[0] == "2 x 400m w/ 60s jog"
    assert [line.split()[1] for line in lines if line[:1].isdigit() and not line.startswith("2 x")] == [
        "lead-in",
        "work",
        "recovery",
        "work",
    ]
    assert "rep 1 of 2" in answer.out
    assert lines[-1].endswith("Work: 800 m hard")


def test_a_workout_is_found_by_its_name_its_words_or_its_file(bell: Bell, own: Path) -> None:
    path = own.parent / "elsewhere.toml"
    path.write_text(GOOD, "utf-8")
    shown = bell("show", "eight-by-200").out
    assert shown
    assert bell("show", "Eight by 200").out == shown
    assert bell("show", "  EIGHT BY 200 ").out == shown
    assert bell("show", str(path)).out.splitlines()[0] == "Ours"
    assert bell("show", str(path), "--json").document["id"] == "elsewhere"


def test_the_plan_as_values_has_the_exact_marks(bell: Bell) -> None:
    document = bell("show", "timed-mile", "--goal", "5:20", "--json").document
    mile = next(segment for segment in document["segments"] if segment["distance_m"] == 1609.344)
    assert [mark["distance_m"] for mark in mile["marks"] if not mark["is_half"]] == [
        409.344,
        809.344,
        1209.344,
        1609.344,
    ]
    assert mile["marks"][-1]["planned_ms"] == 320_000
    assert [segment["index"] for segment in document["segments"]] == list(range(len(document["segments"])))


def test_a_range_of_reps_is_said_with_both_its_ends(bell: Bell) -> None:
    answer = bell("show", "8-10 x 30s w/ 60s jog")
    assert "A range of reps runs to its upper end" in answer.out
    time = bell("show", "8-10 x 30s w/ 60s jog", "--lead-in", "0", "--json").document["time_ms"]
    assert (time["low"], time["high"]) == (8 * 30_000 + 7 * 60_000, 10 * 30_000 + 9 * 60_000)


@pytest.mark.parametrize("workout", SHIPPED)
def test_every_shipped_workout_can_be_shown_and_rehearsed(bell: Bell, workout: str) -> None:
    assert bell("show", workout, "--json").document["segments"]
    assert bell("rehearse", workout, "--goal", "5:20", "--json").document["ended"] == "finished"


def test_what_of_a_line_is_not_understood_is_said_and_the_rest_shown(bell: Bell) -> None:
    answer = bell("show", "8 x 200m, frobnicate")
    assert answer.code == 0
    assert "8 x 200m" in answer.out
    assert "'frobnicate'" in answer.err
    assert "took x3 for the whole list" in bell("show", "800m, 400m x3").err


# check ----------------------------------------------------------------------------------------------------------------


def test_a_good_file_is_good(bell: Bell, tmp_path: Path) -> None:
    path = tmp_path / "good.toml"
    path.write_text(GOOD, "utf-8")
    answer = bell("check", str(path))
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == f"{path}: good\n"


def test_every_fault_of_every_file_is_told_with_its_line(bell: Bell, tmp_path: Path) -> None:
    first, second, good = tmp_path / "first.toml", tmp_path / "second.toml", tmp_path / "good.toml"
    first.write_text(BAD, "utf-8")
    second.write_text('name = "Two"\nsteps = [\n  "8 x 200m",\n  "8 x frobs",\n  "8 x 0m",\n]\n', "utf-8")
    good.write_text(GOOD, "utf-8")
    answer = bell("check", str(first), str(good), str(second))
    assert answer.code == 1
    told = answer.out.splitlines()
    for place in ("first.toml:2: ", "first.toml:3: ", "second.toml:4: ", "second.toml:5: "):
        assert any(line.startswith(place) for line in told), place
    assert any("did you mean steps?" in line for line in told)
    document = bell("check", "--json", str(first), str(good), str(second)).document
    assert document["n_faults"] == sum(len(file["faults"]) for file in document["files"]) > 3
    assert [bool(file["faults"]) for file in document["files"]] == [True, False, True]
    assert document["files"][0]["file"] == str(first)


@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe" * 500, b"name = ", b"a = 1\n" * 200_000, None])
def test_what_is_no_workout_file_is_a_fault_and_no_crash(bell: Bell, tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "no.toml"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    answer = bell("check", str(path))
    assert (answer.code, answer.err) == (1, "")
    assert all("no.toml" in line for line in answer.out.splitlines())
    missing = bell("check", str(tmp_path / "missing.toml"))
    assert missing.code == 1
    assert "missing.toml" in missing.out


# splits ---------------------------------------------------------------------------------------------------------------


def test_splits_are_exact_to_six_decimals(bell: Bell) -> None:
    with (DATA / "even_pace.csv").open(encoding="utf-8", newline="") as stream:
        known = {(row["goal"], row["mark_m"]): row["s_6dp"] for row in csv.DictReader(stream)}
    goals = {goal for goal, _ in known}
    seen = 0
    for goal in sorted(goals):
        for every in ("100", "200", "400"):
            out = bell("splits", goal, "--every", every, "--json").out
            for row in json.loads(out, parse_float=str):  # as printed, no float in between
                wanted = known.get((goal, row["distance_m"].rstrip("0").rstrip(".")))
                if wanted is not None:
                    assert row["time_s"] == wanted
                    seen += 1
    assert seen >= 4 * len(goals)


def test_the_marks_are_the_crossings_of_the_finish_line(bell: Bell) -> None:
    def marks(*words: str) -> list[float]:
        return [row["distance_m"] for row in bell("splits", "5:00", *words, "--json").document]

    assert marks() == [409.344, 809.344, 1209.344, 1609.344]
    assert marks("--track", "200")[:2] == [209.344, 409.344]
    assert len(marks("--track", "200")) == 8
    assert marks("--every", "200") == [round(9.344 + 200 * n, 3) for n in range(1, 9)]
    assert marks("--distance", "1500m") == [300, 700, 1100, 1500]
    assert marks("--distance", "1600m") == [400, 800, 1200, 1600]
    assert marks("--distance", "880yd") == [404.672, 804.672]  # a stub of 4.672 m is no lap
    assert marks("--distance", "200m") == [200]
    assert marks("--distance", "2mile")[-1] == 3218.688


def test_the_last_split_is_the_time_itself(bell: Bell) -> None:
    for time, seconds in (("5:00", "300.000000"), ("223.13", "223.130000"), ("1:02:03.5", "3723.500000")):
        rows = json.loads(bell("splits", time, "--json").out, parse_float=str)
        assert rows[-1]["time_s"] == seconds
    table = bell("splits", "5:20").out.splitlines()
    assert [line.split()[0] for line in table[1:]] == ["409.344", "809.344", "1209.344", "1609.344"]
    assert table[-1].split()[-1] == "320.000000"


# doctor ---------------------------------------------------------------------------------------------------------------


def test_the_doctor_says_what_there_is_and_never_fails(bell: Bell, tmp_path: Path) -> None:
    answer = bell("doctor", "--json")
    assert (answer.code, answer.err) == (0, "")
    report = answer.document
    assert report["versions"]["bell-lap"] == __version__
    assert report["qt"]["platform"] == "offscreen"
    assert report["sound"]["sentence"]
    assert report["data"]["folder"] == str(tmp_path / "data")
    assert report["workouts"] == {"n": len(SHIPPED), "n_with_faults": 0}


def test_the_doctor_runs_where_nothing_works(bell: Bell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    blocked = tmp_path / "a-file"
    blocked.write_text("", "utf-8")
    answer = bell("--data-dir", str(blocked), "doctor")
    assert (answer.code, answer.err) == (0, "")
    assert "Bell Lap can run in the terminal." in answer.out
    assert str(blocked) in answer.out


def test_the_doctor_says_that_no_session_has_a_cue_log_yet(bell: Bell, tmp_path: Path) -> None:
    assert "Cues: no session has a cue log yet" in bell("doctor").out.splitlines()
    assert bell("doctor", "--json").document["cues"] == []
    assert not (tmp_path / "data").exists(), "and makes none"


def test_the_doctor_says_how_late_cues_were_while_the_app_has_the_folder(bell: Bell, tmp_path: Path) -> None:
    def cue(late_ms: int, output: str = "simpleaudio") -> CueRecord:
        return CueRecord(90_000, 90_000 + late_ms, "pip", output)

    logs: tuple[list[CueRecord], ...] = (
        [*[cue(-2000)] * 40, cue(4)],
        [],
        [*[cue(-2000)] * 3, *[cue(9, "miniaudio")] * 4, cue(24), cue(400)],
        [cue(0, "silent")] * 2,
    )
    store = Store.open(tmp_path / "data")
    for day, log in enumerate(logs, start=1):
        journal = store.begin(long_plan(1), "", f"2026-11-0{day}T18:05:00+01:00", Instant(0))
        journal.append(Started(Instant(0)))
        for record in log:
            journal.heard(record)
        journal.close()
    still_open = store.begin(long_plan(1), "", "2026-11-05T18:05:00+01:00", Instant(0))
    still_open.append(Started(Instant(0)))

    lines = bell("doctor").out.splitlines()
    first = next(index for index, line in enumerate(lines) if line.startswith("Cues:"))
    assert lines[first : first + 4] == [
        "Cues: 3 sessions, 52 cues, median 0 ms late, worst 24 ms, 1 late, 1 given up, 2 without a device",
        "  2026-11-04 18:05, drawn: 2 cues, no device to sound them",
        "  2026-11-03 18:05, drawn: 9 cues, median 9 ms late, worst 24 ms, 1 late, 1 given up",
        "  2026-11-01 18:05, drawn: 41 cues, median 0 ms late, worst 4 ms",
    ]
    silent, mixed, fine = bell("doctor", "--json").document["cues"]
    assert fine == {
        "started_at": "2026-11-01T18:05:00+01:00",
        "workout": "drawn",
        "n": 41,
        "median_ms": 0,
        "worst_ms": 4,
        "n_late": 0,
        "n_given_up": 0,
        "outputs": ["simpleaudio"],
    }
    assert mixed["outputs"] == ["simpleaudio", "miniaudio"]
    assert [mixed[name] for name in ("n", "median_ms", "worst_ms", "n_late", "n_given_up")] == [9, 9, 24, 1, 1]
    assert [silent[name] for name in ("n", "median_ms", "worst_ms", "outputs")] == [2, None, None, ["silent"]]
    store.close()


# No command -----------------------------------------------------------------------------------------------------------


def test_without_a_display_the_list_is_printed(bell: Bell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    answer = bell()
    assert answer.code == 0
    assert "no display" in answer.err
    assert "bell-lap run" in answer.err
    assert [line.split()[0] for line in answer.out.splitlines()[1:]] == SHIPPED


def test_a_data_folder_may_stand_before_or_behind_the_command(bell: Bell, tmp_path: Path) -> None:
    folder = tmp_path / "else" / "workouts"
    folder.mkdir(parents=True)
    (folder / "ours.toml").write_text(GOOD, "utf-8")
    for words in (("--data-dir", str(folder.parent), "list"), ("list", "--data-dir", str(folder.parent))):
        assert "Ours" in bell(*words).out
    assert "Ours" not in bell("list").out


@pytest.mark.parametrize("word", ["--help", "--version"])
def test_help_is_no_fault(bell: Bell, word: str) -> None:
    answer = bell(word)
    assert (answer.code, answer.err) == (0, "")
    assert "bell-lap" in answer.out


@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("show", "4 x 200m @ goal pace"),
        ("show", "99 x (2 x 200m w/ 100m jog) w/ 1 min rest"),
        ("rehearse", "4 x 200m w/ 60s rest"),
        ("splits", "4:59.99"),
        ("read", "8 x 200m \u2013 60\u2033 jog, frobnicate"),
        ("doctor",),
    ],
)
def test_json_is_one_document_and_nothing_else(bell: Bell, words: tuple[str, ...]) -> None:
    answer = bell(*words, "--json")
    assert answer.code == 0
    document = answer.document

    def finite(value: object) -> bool:
        if isinstance(value, dict):
            return all(finite(inner) for inner in value.values())
        if isinstance(value, list):
            return all(finite(inner) for inner in value)
        return not isinstance(value, float) or math.isfinite(value)

    assert finite(document)
