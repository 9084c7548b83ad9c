"""The workouts that ship: each is read, explained and planned, and is the session it is named for."""

from __future__ import annotations

import re
import tomllib
from fractions import Fraction
from pathlib import Path

import pytest

from app.core.athlete import Athlete
from app.core.plan import Plan, Segment, Setup
from app.core.planning import compile_plan
from app.core.size import check_bounds
from app.core.units import MILE_M, parse_time
from app.core.workout import Activity, Effort, Intensity, OpenWhy, Purpose, Race, RacePace, Workout
from app.folder import shipped
from app.library.files import check_file, find_workouts, read_workout
from app.library.saving import save_workout

FOLDER = shipped("workouts")
NAMES = sorted(path.stem for path in FOLDER.glob("*.toml"))
README = (FOLDER / "README.md").read_text("utf-8")

RECOVERING = (Intensity.RECOVERY, Intensity.REST)
SPEED, ENDURANCE, TRIAL = Purpose.SPEED, Purpose.SPEED_ENDURANCE, Purpose.TIME_TRIAL
STRENGTH, POWER, MIXED, BASE = Purpose.STRENGTH, Purpose.POWER, Purpose.MIXED, Purpose.BASE


def workout(name: str) -> Workout:
    return read_workout(FOLDER / f"{name}.toml")


def plan(name: str) -> Plan:
    return compile_plan(workout(name), Athlete(Fraction(320)), Setup())


def works(name: str) -> list[Segment]:
    return [segment for segment in plan(name).segments if segment.intensity is Intensity.WORK]


def recoveries(name: str) -> list[Segment]:
    return [segment for segment in plan(name).segments if segment.intensity in RECOVERING]


def distances(name: str) -> list[int]:
    return [int(segment.distance_m or 0) for segment in works(name)]


# All of them ---------------------------------------------------------------------------------------------------------


def test_the_library_is_whole_and_without_faults() -> None:
    entries = find_workouts(FOLDER, None)
    assert [entry.workout_id for entry in entries] == NAMES
    assert [entry.faults for entry in entries if entry.faults] == []
    assert len({entry.workout and entry.workout.name for entry in entries}) == len(entries) == 16


@pytest.mark.parametrize("name", NAMES)
def test_each_says_what_it_is_for_and_can_be_planned(name: str) -> None:
    read = workout(name)
    assert len(read.about) > 40
    assert read.purpose in Purpose
    segments = plan(name).segments
    assert any(segment.intensity is Intensity.WORK for segment in segments)
    assert check_bounds(read.steps)[0] <= 100, "a session that one person can do"


@pytest.mark.parametrize("name", NAMES)
def test_an_open_recovery_has_a_usual_time_in_about_that_is_said_to_be_ours(name: str) -> None:
    open_ones = [segment for segment in recoveries(name) if segment.is_open]
    full = [segment for segment in open_ones if getattr(segment.step.length, "why", None) is OpenWhy.FULL]
    if full:
        assert re.search(r"\(the figures? (is|are) ours\)", workout(name).about)


@pytest.mark.parametrize("name", NAMES)
def test_each_can_be_saved_and_read_again(name: str, tmp_path: Path) -> None:
    assert read_workout(save_workout(workout(name), tmp_path)) == workout(name)


# The sessions of the miler -------------------------------------------------------------------------------------------


def test_thirty_second_speed_is_eight_to_ten_with_sixty_second_jogs() -> None:
    read, reps, jogs = workout("30-second-speed"), works("30-second-speed"), recoveries("30-second-speed")
    assert read.purpose is SPEED
    assert [segment.duration_ms for segment in reps] == [30_000] * 10
    assert {segment.step.target for segment in reps} == {Effort(Fraction(90), Fraction(95))}
    assert all(segment.rep and (segment.rep.least_reps, segment.rep.n_reps) == (8, 10) for segment in reps)
    assert [(segment.duration_ms, segment.activity) for segment in jogs] == [(60_000, Activity.JOG)] * 9
    total = plan("30-second-speed").time_ms
    assert (total.low, total.high) == (1_200_000 + 8 * 30_000 + 7 * 60_000, 1_200_000 + 10 * 30_000 + 9 * 60_000)


@pytest.mark.parametrize(("name", "minutes"), [("four-by-five", 5), ("four-by-three", 3)])
def test_four_times_minutes_at_mile_pace(name: str, minutes: int) -> None:
    assert [segment.duration_ms for segment in works(name)] == [minutes * 60_000] * 4
    assert {segment.step.target for segment in works(name)} == {RacePace(Race.MILE)}
    assert [segment.is_open for segment in recoveries(name)] == [True] * 3


@pytest.mark.parametrize(
    ("best", "fives", "threes"),
    [
        ("12:00", True, False), ("9:00.001", True, False), ("9:00", True, False), ("8:59.999", True, True),
        ("8:30", True, True), ("8:00.001", True, True), ("8:00", False, True), ("7:59", False, True),
        ("4:30", False, True), (None, True, True),
    ],
)  # fmt: skip
def test_fives_are_for_nine_minute_milers_threes_for_eight_and_both_between(
    best: str | None, fives: bool, threes: bool
) -> None:
    best_s = None if best is None else parse_time(best)
    assert (workout("four-by-five").suits(best_s), workout("four-by-three").suits(best_s)) == (fives, threes)


@pytest.mark.parametrize(
    ("name", "metres", "or_faster"),
    [
        ("eight-by-200", [200] * 8, False),
        ("four-by-600", [600] * 4, False),
        ("ladder-up", [200] * 4 + [400] * 2 + [600] * 2 + [800], True),
        ("ladder-down", [800] + [600] * 2 + [400] * 2 + [200] * 4, True),
        ("pyramid", [200, 400, 600, 800, 600, 400, 200], False),
        ("even-splits", [400] * 4, False),
    ],
)
def test_reps_by_distance_at_goal_mile_pace_with_full_recovery_between(
    name: str, metres: list[int], or_faster: bool
) -> None:
    reps = works(name)
    assert [int(segment.distance_m or 0) for segment in reps] == metres
    assert {segment.step.target for segment in reps} == {RacePace(Race.GOAL, or_faster=or_faster)}
    assert [segment.rep and (segment.rep.rep_number, segment.rep.n_reps) for segment in reps] == [
        (number, len(metres)) for number in range(1, len(metres) + 1)
    ]
    assert len(recoveries(name)) == len(metres) - 1
    assert all(segment.is_open for segment in recoveries(name))


def test_a_timed_mile_is_a_race_marked_at_the_finish_line_on_even_splits() -> None:
    (mile,) = (segment for segment in works("timed-mile") if segment.activity is not Activity.STRIDES)
    assert (workout("timed-mile").purpose, mile.distance_m, mile.step.race) == (TRIAL, MILE_M, True)
    assert [mark.distance_m for mark in mile.marks] == [
        Fraction(metres) for metres in ("409.344", "809.344", "1209.344", "1609.344")
    ]
    # 409.344 m of 320 s for 1609.344 m: 81.3934 s, 160.9290 s, 240.4645 s
    assert [mark.planned_ms for mark in mile.marks] == [81_393, 160_929, 240_464, 320_000]
    assert mile.bell_mark == 3


def test_an_easy_run_lasts_thirty_minutes_and_is_no_warm_up() -> None:
    (run,) = plan("easy-thirty").segments
    assert (workout("easy-thirty").purpose, run.duration_ms, run.intensity) == (BASE, 1_800_000, Intensity.WORK)


def test_drills_then_sprints_then_speed_endurance_come_in_this_order() -> None:
    kinds = [segment.activity for segment in works("drills-sprints-endurance")]
    assert kinds == [Activity.DRILL] * 8 + [Activity.SPRINT] * 4 + [Activity.RUN] * 3
    assert distances("drills-sprints-endurance") == [20] * 8 + [60] * 4 + [150] * 3


def test_drills_stand_between_sprints() -> None:
    kinds = [segment.activity for segment in works("drills-between-sprints")]
    assert kinds == [Activity.SPRINT, Activity.DRILL] * 6


def test_plyometrics_go_with_sprints() -> None:
    each = [(segment.step.name, segment.activity) for segment in works("plyometrics-and-sprints")]
    one = [("squat jumps", Activity.STRENGTH), ("bounds", Activity.STRENGTH), ("", Activity.SPRINT)]
    assert each == one * 4


def test_heavy_strength_has_the_six_lifts_at_few_reps() -> None:
    read = works("heavy-strength")
    assert workout("heavy-strength").purpose is STRENGTH
    assert list(dict.fromkeys(segment.step.name for segment in read)) == [
        "squats", "deadlifts", "step-ups", "Bulgarian split squats", "weighted calf raises", "hip thrusts",
    ]  # fmt: skip
    assert all(getattr(segment.step.length, "n", 99) <= 8 for segment in read)


def test_power_has_jumps_burpees_sled_and_hills() -> None:
    read = [segment.step.name or segment.activity.value for segment in works("power")]
    assert list(dict.fromkeys(read)) == ["box jumps", "burpees", "sled push", "hill"]
    assert workout("power").purpose is POWER


# What their README says ----------------------------------------------------------------------------------------------


def test_the_readme_is_no_workout_and_lists_each_one() -> None:
    assert "README" not in NAMES
    assert re.findall(r"^\| \[(.+?)\]\((.+?)\)", README, re.MULTILINE) == [(name, f"{name}.toml") for name in NAMES]


def test_the_example_file_of_the_readme_is_good(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    path = tmp_path / "example.toml"
    path.write_text(example, encoding="utf-8")
    assert check_file(path) == ()
    assert [purpose.value for purpose in Purpose] == example.split("# ")[1].split("\n")[0].split(" | ")


ROWS = re.findall(r"^\| `(\".+?)` \| `(\{.+?\})` \|$", README, re.MULTILINE)


@pytest.mark.parametrize(("line", "table"), ROWS)
def test_each_row_of_the_readme_is_one_step_in_two_forms(line: str, table: str, tmp_path: Path) -> None:
    read = []
    for entry in (line, table):
        tomllib.loads(f"steps = [{entry}]")
        path = tmp_path / "row.toml"
        path.write_text(f'name = "a"\npurpose = "speed"\nsteps = [\n{entry},\n]\n', encoding="utf-8")
        read.append(read_workout(path).steps)
    assert read[0] == read[1]


def test_the_readme_has_rows() -> None:
    assert len(ROWS) == 10


WORDS = re.findall(r"`([^`]+)`", README[README.index("- **How long") : README.index("- **Ranges")])
CARRIED = {"@": "400m {}", "w/": "4 x 400m {}", "walk": "4 x 400m, {}", "on": "4 x 400m {}", "full": "4 x 400m w/ {}"}


@pytest.mark.parametrize("words", [words for words in WORDS if words not in {"@", "steps"}])
def test_every_word_the_readme_teaches_is_understood(words: str, tmp_path: Path) -> None:
    length = re.fullmatch(r"[\d.:]+ ?(m|km|mile|yd|laps|s|min|reps)?", words)
    form = "{}" if length or words.startswith("400m in") else CARRIED.get(words.split(maxsplit=1)[0], "400m @ {}")
    path = tmp_path / "words.toml"
    path.write_text(f'name = "a"\npurpose = "speed"\nsteps = ["{form.format(words)}"]\n', encoding="utf-8")
    assert check_file(path) == ()
