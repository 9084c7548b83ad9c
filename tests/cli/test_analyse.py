"""`bell-lap analyse`: a time and its marks, lap times, a file, the last session; and what is refused."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.plan import Plan
from app.core.units import Instant
from app.rehearsal import Rehearsal
from app.store.database import FILE, Store
from tests.cli.programs import Bell
from tests.drawn import GOAL_PACE, jog_s, mile_race, plan_of, run_m, run_s, times

RACES: list[dict[str, Any]] = json.loads((Path(__file__).parents[1] / "data" / "races.json").read_text("utf-8"))[
    "races"
]
ROME = "409.344=55.07,809.344=1:51.58,1209.344=2:47.91"


def keep(folder: Path, plan: Plan, *presses_s: float, outcome: str = "finished") -> None:
    """Put a session with these lap presses into the store."""
    store = Store.open(folder)
    journal = store.begin(plan, "drawn", "2026-11-22T18:05:00+01:00", Instant(0))
    for event in Rehearsal(plan).start().with_laps([round(1000 * s) for s in presses_s]).events:
        journal.append(event)
    journal.end(outcome)
    store.close()


# A time and its marks -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("race", RACES, ids=lambda race: race["id"])
def test_every_race_comes_out_as_it_was_figured_apart(bell: Bell, race: dict[str, Any]) -> None:
    marks = ",".join(f"{mark_m}={time_s}" for mark_m, time_s in race["splits"])
    document = bell("analyse", race["final_s"], "--marks", marks, "--race", race["distance_m"], "--json").document
    assert [part["time_s"] for part in document["segments"]] == [float(lap) for lap in race["lap_s"]]
    assert [part["per_400_s"] for part in document["segments"]] == pytest.approx(
        [float(pace) for pace in race["per_400_s"]], abs=0.0006
    )
    assert [off["actual_minus_even_s"] for off in document["deviations"]] == pytest.approx(
        [float(off) for off in race["off_even_s"]], abs=0.0006
    )
    for ours, known in (("cv_laps_pct", "cv_raw_pct"), ("cv_per_400_pct", "cv_per_400_pct")):
        if race[known] is None:
            assert document[ours] is None
            assert document["warnings"]
        else:
            assert document[ours] == pytest.approx(float(race[known]), abs=0.002)


def test_as_values_it_has_these_names(bell: Bell) -> None:
    document = bell("analyse", "3:43.13", "--marks", ROME, "--json").document
    assert [*document] == [
        "final_s", "distance_m", "segments", "deviations", "even_s_per_400", "halves_s", "cv_laps_pct",
        "cv_per_400_pct", "sentence", "warnings",
    ]  # fmt: skip
    assert (document["final_s"], document["distance_m"]) == (223.13, 1609.344)
    assert document["segments"][0] == {"from_m": 0, "to_m": 409.344, "time_s": 55.07, "per_400_s": 53.81293}
    assert document["deviations"][0] == {"mark_m": 409.344, "actual_minus_even_s": -1.684135}
    assert document["even_s_per_400"] == 55.458622
    assert sum(document["halves_s"]) == pytest.approx(223.13)
    assert document["warnings"] == []
    assert document["sentence"].startswith("You went out fast")


def test_for_people_it_is_a_table_with_a_sentence(bell: Bell) -> None:
    answer = bell("analyse", "3:43.13", "--marks", ROME)
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[0].split() == ["mark", "split", "lap", "per", "400", "±", "even"]
    assert lines[1].split() == ["409.344", "m", "55.07", "55.07", "53.81", "−1.68"]
    assert lines[4].split() == ["1609.344", "m", "3:43.13", "55.22", "55.22"]
    assert "Even pace: 55.46 per 400 m" in lines
    assert "Evenness (CV): laps 1.15 %, per 400 m 1.94 %" in lines
    assert lines[-1].startswith("You went out fast and paid for it: 53.8 per 400 m over the first 409 m")


@pytest.mark.parametrize(
    ("race", "metres"),
    [("mile", 1609.344), ("1600", 1600), ("1500", 1500), ("800", 800), ("3000", 3000), ("3200", 3200),
     ("2 miles", 3218.688), ("2mile", 3218.688), ("5000", 5000), ("5k", 5000), ("1.5km", 1500), ("1234.5", 1234.5)],
)  # fmt: skip
def test_any_race_can_be_said(bell: Bell, race: str, metres: float) -> None:
    words = ("analyse", "20:00", "--race", race, "--marks", "400=70", "--json")
    assert bell(*words).document["distance_m"] == metres


def test_an_hour_and_yards_and_an_indoor_track_are_read(bell: Bell) -> None:
    assert (
        bell("analyse", "1:02:03.5", "--race", "20km", "--marks", "10km=30:59", "--json").document["final_s"] == 3723.5
    )
    yards = bell("analyse", "3:59.4", "--marks", "440yd=57.5,880yd=1:58.2,1320yd=3:00.5", "--json").document
    assert yards["cv_laps_pct"] == yards["cv_per_400_pct"] == pytest.approx(3.029, abs=0.0005)
    laps = ",".join(["30"] * 8)
    indoor = bell("analyse", "4:00", "--laps", laps, "--track", "200", "--json").document
    assert [part["to_m"] for part in indoor["segments"]][:2] == [209.344, 409.344]
    assert len(indoor["segments"]) == 8
    assert indoor["warnings"] == []


def test_laps_may_be_counted_from_either_line(bell: Bell) -> None:
    words = ("analyse", "4:06.42", "--laps", "60.2,60.55,61.09,64.58", "--json")
    assert bell(*words).document["segments"][0]["to_m"] == 409.344
    document = bell(*words, "--convention", "start-line").document
    assert [part["to_m"] for part in document["segments"]] == [400, 800, 1200, 1609.344]
    assert document["cv_per_400_pct"] == pytest.approx(1.837, abs=0.001)


def test_laps_that_do_not_add_up_are_taken_with_a_note(bell: Bell) -> None:
    words = ("analyse", "3:46.91", "--laps", "56.1,57.4,56.8,56.2")
    (warning,) = bell(*words, "--json").document["warnings"]
    assert "0.41 s less than 3:46.91" in warning
    assert bell(*words).out.splitlines()[-1] == f"Note: {warning}."


@pytest.mark.parametrize(
    "words",
    [
        ("analyse",),
        ("analyse", "3:43.13"),
        ("analyse", "3:43.13", "--marks", ""),
        ("analyse", "3:43.13", "--marks", "x"),
        ("analyse", "3:43.13", "--marks", "409.344=55.07,809.344=nan"),
        ("analyse", "3:43.13", "--marks", "400=3:50"),
        ("analyse", "3:43.13", "--marks", "2000=3:00"),
        ("analyse", "3:43.13", "--marks", "400=55,800=54"),
        ("analyse", "3:43.13", "--marks", "400=0"),
        ("analyse", "3:43.13", "--marks=-400=55"),
        ("analyse", "3:43.13", "--marks", "400=30"),
        ("analyse", "3:43.13", "--marks", ",".join(f"{n / 10}={n / 50}" for n in range(1, 10_001))),
        ("analyse", "3:43.13", "--marks", ROME, "--race", "far"),
        ("analyse", "3:43.13", "--marks", ROME, "--race", "0"),
        ("analyse", "3:43.13", "--marks", ROME, "--laps", "56,56,56"),
        ("analyse", "3:43.13", "--marks", ROME, "--rep", "1"),
        ("analyse", "3:43.13", "--laps", "56,56"),
        ("analyse", "3:43.13", "--laps", "x"),
        ("analyse", "3:43.13", "--laps", "56,56,56", "--track", "4"),
        ("analyse", "0:03.43", "--marks", "400=2"),
        ("analyse", "no-such-file"),
        ("analyse", "a\x00b"),
        ("analyse", "\ud800"),
        ("analyse", "x" * 10_000),
        ("analyse", "/"),
        ("analyse", "last"),
        ("analyse", "last", "--marks", ROME),
        ("analyse", "last", "--race", "mile"),
        ("analyse", "last", "--rep", "x"),
    ],
    ids=lambda words: ascii(" ".join(words))[:40],
)
def test_what_cannot_be_is_refused_in_a_line(bell: Bell, words: tuple[str, ...]) -> None:
    assert bell(*words).complaint


@given(st.text(alphabet="0123456789.=,:; mkydn-\n", max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_text_for_marks_is_taken_or_refused_in_a_line(bell: Bell, text: str) -> None:
    answer = bell("analyse", "5:00", f"--marks={text}")
    assert answer.code == 0 or answer.complaint


# A file ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "race mile\ntime 3:43.13\n409.344 55.07\n809.344 1:51.58\n1209.344 2:47.91\n",
        "time 3:43.13\n" + ROME,
        "\ufeffrace mile\r\n1209.344,2:47.91\r\n409.344=55.07\r\n809.344\t1:51.58\r\n1609.344 3:43.13\r\n",
        "distance_m,time_s\n0,0\n409.344,55.07\n809.344,111.58\n1209.344,167.91\n1609.344,223.13\n",
    ],
)
def test_a_file_of_marks_comes_to_the_same_as_the_marks(bell: Bell, tmp_path: Path, text: str) -> None:
    path = tmp_path / "rome.txt"
    path.write_text(text, "utf-8")
    wanted = bell("analyse", "3:43.13", "--marks", ROME, "--json").document
    found = bell("analyse", str(path), "--json").document
    found["warnings"] = [said for said in found["warnings"] if "order" not in said]
    assert found == wanted
    assert bell("analyse", str(path)).out.splitlines()[0] == "rome.txt: 3:43.13 over 1609.344 m"


def test_a_race_on_the_command_line_wins_over_the_file_s(bell: Bell, tmp_path: Path) -> None:
    path = tmp_path / "race.txt"
    path.write_text("800 2:00\n1609 4:02\n", "utf-8")
    assert bell("analyse", str(path), "--json").document["distance_m"] == 1609
    document = bell("analyse", str(path), "--race", "mile", "--json").document
    assert (document["distance_m"], document["final_s"]) == (1609.344, 242)


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (b"", "nothing in it"),
        (b"\xff\xfe\x00", "no text file"),
        (b"race mile\n400 70\n", "no time for the finish"),
        (b"400 70\nfoo\n", "line 2"),
        (b"#" * 1_000_001, "at most 1,000,000 bytes"),
        (b"time 5:00\n400 20\n", "faster than anybody"),
    ],
)
def test_a_file_that_is_no_race_is_refused_in_a_line(bell: Bell, tmp_path: Path, held: bytes, said: str) -> None:
    path = tmp_path / "r.txt"
    path.write_bytes(held)
    assert said in bell("analyse", str(path)).complaint


def test_marks_go_with_a_time_and_not_with_a_file(bell: Bell, tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_text("time 5:00\n400 75", "utf-8")
    assert "go with a time" in bell("analyse", str(path), "--marks", ROME).complaint


# The last session -----------------------------------------------------------------------------------------------------


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_the_last_race_is_the_newest_session_with_splits(bell: Bell, data: Path) -> None:
    keep(data, plan_of(mile_race(), goal_s=320, lead_s=0), 82, 163, 244, 320.5)
    keep(data, plan_of(run_s(30), lead_s=0))
    keep(data, plan_of(run_m(200, GOAL_PACE), goal_s=320, lead_s=0), 40)
    document = bell("analyse", "last", "--json").document
    assert [part["time_s"] for part in document["segments"]] == [82, 81, 81, 76.5]
    assert (document["final_s"], document["distance_m"]) == (320.5, 1609.344)
    first = bell("analyse", "LAST").out.splitlines()[0]
    assert first.endswith(", 2026-11-22 18:05: 5:20.50 over 1609.344 m")


def test_of_several_reps_the_longest_is_taken_or_the_one_that_is_said(bell: Bell, data: Path) -> None:
    plan = plan_of(run_m(800, GOAL_PACE), jog_s(60), run_m(1200, GOAL_PACE), goal_s=320, lead_s=0)
    keep(data, plan, 80, 161, 161 + 60 + 79, 161 + 60 + 158, 161 + 60 + 240)
    assert bell("analyse", "last", "--json").document["distance_m"] == 1200
    assert "rep 2 of 2" in bell("analyse", "last").out
    first = bell("analyse", "last", "--rep", "1", "--json").document
    assert [part["time_s"] for part in first["segments"]] == [80, 81]
    for number in ("0", "3", "-1"):
        assert "--rep takes 1 to 2" in bell("analyse", "last", f"--rep={number}").complaint


def test_of_equal_reps_the_first_is_taken(bell: Bell, data: Path) -> None:
    plan = plan_of(times(2, run_m(800, GOAL_PACE), rest=jog_s(60)), goal_s=320, lead_s=0)
    keep(data, plan, 80, 161, 161 + 60 + 79, 161 + 60 + 158)
    assert bell("analyse", "last", "--json").document["final_s"] == 161


def test_without_a_race_in_the_store_that_is_said(bell: Bell, data: Path) -> None:
    assert "no session in" in bell("analyse", "last").complaint
    assert not data.exists(), "and none is made"
    keep(data, plan_of(run_s(30), lead_s=0))
    assert "no session in" in bell("analyse", "last").complaint
    keep(data, plan_of(mile_race(), goal_s=320, lead_s=0), 82, 163, outcome="stopped")
    assert "no session in" in bell("analyse", "last").complaint, "it was not run to its end"


def test_the_last_race_is_read_while_the_app_has_the_folder_and_nothing_is_written(bell: Bell, data: Path) -> None:
    keep(data, plan_of(mile_race(), goal_s=320, lead_s=0), 82, 163, 244, 320.5)
    before = {path.name: path.read_bytes() for path in data.iterdir()}
    assert bell("analyse", "last", "--json").document["final_s"] == 320.5
    assert {path.name: path.read_bytes() for path in data.iterdir()} == before
    store = Store.open(data)
    assert bell("analyse", "last", "--json").document["final_s"] == 320.5
    store.close()


def test_a_file_that_is_locked_or_damaged_is_said_in_a_line(bell: Bell, data: Path) -> None:
    keep(data, plan_of(mile_race(), goal_s=320, lead_s=0), 82, 163, 244, 320.5)
    other = sqlite3.connect(data / FILE)
    other.execute("PRAGMA locking_mode=EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    said = bell("analyse", "last").complaint
    assert "close Bell Lap if it is open on it" in said
    other.close()
    (data / FILE).write_bytes(b"no database" * 100)
    assert "cannot be read" in bell("analyse", "last").complaint
