"""Workout files: two ways to write one model, faults by line, bounds at once, and nothing that stops the library."""

from __future__ import annotations

import json
import os
import tomllib
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.core.bounds import FAULTS, FILE_BYTES
from app.core.errors import StoreError, WorkoutError
from app.core.workout import Count, Item, Purpose, Repeat, Workout
from app.library.files import check_file, find_workouts, read_workout
from app.library.saving import save_workout
from app.notation.reading import parse_text
from app.notation.writing import format_item
from tests.drawn import FULL, jog_s, run_m, run_s, times, workouts

HEAD = 'name = "Drawn"\npurpose = "speed"\n'


def written(folder: Path, text: str | bytes, name: str = "drawn.toml") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def steps_of(folder: Path, *entries: str) -> tuple[Item, ...]:
    """Read a file whose steps are these TOML values."""
    return read_workout(
        written(folder, HEAD + "steps = [\n" + "".join(f"  {entry},\n" for entry in entries) + "]\n")
    ).steps


def faults_of(folder: Path, text: str | bytes, name: str = "drawn.toml") -> list[str]:
    return [str(fault) for fault in check_file(written(folder, text, name))]


# Two ways to write one model -----------------------------------------------------------------------------------------

BOTH_WAYS = [
    ('"400m @ mile pace"', '{ work = "400m", target = "mile pace" }'),
    ('"400m @ goal mile pace or faster"', '{ work = "400m", target = "goal mile pace or faster" }'),
    ('"warm-up 10min easy"', '{ warmup = "10min easy" }'),
    ('"cool-down 10min easy"', '{ cooldown = "10min easy" }'),
    ('"60s jog"', '{ recovery = "60s jog" }'),
    ('"full recovery"', '{ recovery = "full recovery" }'),
    ('"60s rest"', '{ rest = "60s" }'),
    ('"20m A-skips drill"', '{ drill = "20m A-skips" }'),
    ('"4 x 80m strides w/ walk back"', '{ strides = "4 x 80m", recovery = "walk back" }'),
    ('"4 x 400m @ mile pace w/ 60s jog"', '{ work = "4 x 400m", target = "mile pace", recovery = "60s jog" }'),
    ('"4 x 400m w/ 60s jog"', '{ repeat = 4, steps = ["400m", "60s jog"] }'),
    ('"4 x 400m w/ 60s jog"', '{ repeat = 4, steps = [{ work = "400m" }], recovery = "60s jog" }'),
    (
        '"8-10 x (30s @ 90-95% effort, 60s jog)"',
        '{ repeat = "8-10", recovery = "60s jog", steps = ["30s @ 90-95% effort"] }',
    ),
    (
        '"2 x (4 x 200m w/ 60s jog) w/ 5min walk"',
        '{ repeat = 2, recovery = "5min walk", steps = [{ repeat = 4, steps = ["200m", "60s jog"] }] }',
    ),
]  # fmt: skip


@pytest.mark.parametrize(("line", "table"), BOTH_WAYS)
def test_a_line_and_a_table_are_the_same_step(tmp_path: Path, line: str, table: str) -> None:
    assert steps_of(tmp_path, line) == steps_of(tmp_path, table) != ()


def test_a_table_becomes_what_it_says(tmp_path: Path) -> None:
    assert steps_of(tmp_path, '{ repeat = "8-10", steps = ["30s", "60s jog"] }') == (
        times(8, run_s(30), rest=jog_s(60), most=10),
    )
    (squats,) = steps_of(
        tmp_path, '{ repeat = 3, steps = [{ strength = "5 reps", name = "squats" }], recovery = "full recovery" }'
    )
    assert isinstance(squats, Repeat)
    assert squats.recovery is not None
    assert (squats.reps, squats.recovery.length) == (Count(3, 3), parse_text("full recovery").steps[0].length)  # type: ignore[union-attr]
    assert getattr(squats.steps[0], "name", "") == "squats"


def test_a_repeat_of_many_short_steps_is_not_mistaken_for_a_long_one(tmp_path: Path) -> None:
    assert steps_of(tmp_path, '{ repeat = 12000, steps = ["1s"] }') == (times(12_000, run_s(1)),)


def test_a_file_with_a_byte_order_mark_and_windows_lines_is_read(tmp_path: Path) -> None:
    text = "\ufeff" + HEAD + 'steps = ["400m"]\n'
    path = written(tmp_path, text.replace("\n", "\r\n"))
    assert read_workout(path) == Workout("Drawn", (run_m(400),), Purpose.SPEED)


# Faults --------------------------------------------------------------------------------------------------------------

TIME_HELP = "write it as m:ss, m:ss.fff, h:mm:ss or seconds, above 0 and under 24 h, such as 5:20 or 223.13"
TOML_HELP = "strings stand in quotes, entries of steps are parted by commas"
FAULTY = {
    "a key with a typo": (
        HEAD + '\nstpes = ["8 x 200m"]\n',
        ['drawn.toml: steps is missing (add a line steps = ["8 x 200m"])',
         "drawn.toml:4: unknown key stpes (did you mean steps?)"],
    ),
    "a key of a table with a typo": (
        HEAD + 'steps = [\n "400m",\n { wrok = "400m" },\n]\n',
        ["drawn.toml:5: unknown key wrok (did you mean work?)"],
    ),
    "a purpose with a typo": (
        'name = "a"\npurpose = "sped"\nsteps = ["400m"]\n', ["drawn.toml:2: 'sped' is no purpose (did you mean speed?)"]
    ),
    "nothing but a name": (
        'name = "a"\n',
        ['drawn.toml: purpose is missing (add a line purpose = "speed")',
         'drawn.toml: steps is missing (add a line steps = ["8 x 200m"])'],
    ),
    "a bound that is no time": (
        HEAD + 'best_slower_than = "8:75"\nsteps = ["400m"]\n',
        [f"drawn.toml:3: best_slower_than: '8:75' is not a time: {TIME_HELP}"],
    ),
    "several at once, in the order of the file": (
        """naem = "a"
purpose = "speed"
name = "a"
steps = [
  "400m",
  "",
  "4 x recvery",
  { repeat = 2, steps = [
    "600m",
    "gibberish here",
  ] },
  7,
]
""",
        ["drawn.toml:1: unknown key naem (did you mean name?)",
         'drawn.toml:4: a step is a line of text or a table (write it as "8 x 200m" or {work = "200m"})',
         'drawn.toml:6: the step is empty (write it as "8 x 200m", or take it out)',
         "drawn.toml:7: '4 x recvery' is not understood (did you mean recovery?)",
         "drawn.toml:10: 'gibberish here' is not understood (write it as \"8 x 200m w/ 200m jog\")"],
    ),
    "TOML with a slip": (
        HEAD + 'steps = ["400m"\n"200m"]\n',
        [f"drawn.toml:4: this is not TOML: Unclosed array ({TOML_HELP})"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTY)
def test_a_fault_has_its_file_its_line_and_a_way_out(tmp_path: Path, name: str) -> None:
    text, expected = FAULTY[name]
    assert faults_of(tmp_path, text) == expected


NOTHING_IS_DROPPED = {
    '{ work = "400m", recovery = "60s jog, 30s walk" }': "is no recovery",
    '{ work = "400m", recovery = "200m" }': "is no recovery",
    '{ work = "400m", recovery = "glorp" }': "'glorp' is not understood",
    '{ work = "400m", target = "glorp" }': "is not understood",
    '{ work = "400m", drill = "20m" }': "says work and drill",
    '{ work = "400m", steps = ["200m"] }': "only a repeat has steps",
    '{ recovery = "60s jog", target = "mile pace" }': "a recovery has no target",
    '{ repeat = 4, target = "mile pace", steps = ["400m"] }': "a repeat has no target",
    "{ repeat = 4 }": "a repeat needs steps",
    "{ repeat = 4, steps = [] }": "a repeat needs steps",
    '{ repeat = 0, steps = ["400m"] }': "is no count",
    '{ repeat = -3, steps = ["400m"] }': "is no count",
    '{ repeat = true, steps = ["400m"] }': "repeat",
    '{ repeat = "2 x 400m, 3", steps = ["400m"] }': "is no count",
    '{ name = "squats" }': "says nothing",
    "{}": "says nothing",
    "{ work = 400 }": "work: Input should be a valid string",
    '""': "the step is empty",
    "nan": "a step is a line of text or a table",
    "1979-05-27": "a step is a line of text or a table",
    '["400m"]': "a step is a line of text or a table",
}  # fmt: skip


@pytest.mark.parametrize("entry", NOTHING_IS_DROPPED)
def test_what_cannot_be_run_as_written_is_a_fault_and_never_left_out(tmp_path: Path, entry: str) -> None:
    faults = faults_of(tmp_path, HEAD + f'steps = [\n  "800m",\n  {entry},\n]\n')
    assert faults
    line = 5 if entry[0] in '{"' else 3  # what is neither text nor table has the line of its steps
    assert all(NOTHING_IS_DROPPED[entry] in fault and fault.startswith(f"drawn.toml:{line}: ") for fault in faults)


def test_a_file_with_faults_has_no_workout_and_tells_them_all_at_once(tmp_path: Path) -> None:
    path = written(tmp_path, HEAD + 'steps = ["400m", "glorp", "blorp"]\n')
    with pytest.raises(WorkoutError) as refused:
        read_workout(path)
    assert [fault.line for fault in refused.value.faults] == [3, 3]


@given(st.dictionaries(st.text(max_size=8), st.one_of(st.text(max_size=20), st.integers(), st.booleans()), max_size=4))
def test_any_keys_are_a_workout_or_faults_of_one_line(keys: dict[str, str | int | bool]) -> None:
    lines = [f"{json.dumps(key)} = {json.dumps(value)}".replace("\x7f", "\\u007f") for key, value in keys.items()]
    text = "\n".join(lines) + "\n"
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        assume(False)
    with TemporaryDirectory() as folder:
        faults = faults_of(Path(folder), text)
    assert faults
    assert all("\n" not in fault and len(fault) < 400 for fault in faults)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_workout_or_faults(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        assert faults_of(Path(folder), data)


# Bounds --------------------------------------------------------------------------------------------------------------


def nested(levels: int) -> str:
    return "{ repeat = 2, steps = [" * levels + '"100m"' + "] }" * levels


def test_repeats_nest_five_deep_and_not_six(tmp_path: Path) -> None:
    (item,) = steps_of(tmp_path, nested(5))
    depth = 0
    while isinstance(item, Repeat):
        depth, item = depth + 1, item.steps[0]
    assert depth == 5
    for six in (nested(6), nested(5).replace('"100m"', '"2 x 100m"')):
        faults = faults_of(tmp_path, HEAD + f"steps = [{six}]\n")
        assert len(faults) == 1
        assert "more than 5 deep" in faults[0]


# Each of these took memory, minutes or both while it was read as it stands.
HUGE: dict[str, tuple[str, str]] = {
    "a line of ten thousand million reps": ('steps = ["99999 x (99999 x 1s)"]', "more than 20,000 steps"),
    "the same as tables": ('steps = [{repeat=99999, steps=[{repeat=99999, steps=["1s"]}]}]', "more than 20,000 steps"),
    "many times a day": ('steps = ["30 x 1h"]', "24 hours or more"),
    "a larger file than any": ("#" + "x" * FILE_BYTES, "the file is larger than 1 MB"),
    "many steps": ("steps = [" + '"1m",' * 150_000 + "]", "more than 20,000 steps are written"),
    "many steps deep down": (
        "steps = [" + ("{repeat=1, steps=[" + '"1m",' * 15_000 + "]},") * 2 + "]", "more than 20,000 steps are written"
    ),
    "many empty steps": ("steps = [" + '"",' * 300_000 + "]", "more than 20,000 steps are written"),
    "many lines that mean nothing": ("steps = [" + '"glorp",' * 110_000 + "]", "more than 20,000 steps are written"),
    "many unknown keys": ("\n".join(f"key{number}=1" for number in range(70_000)), f"the first {FAULTS} faults"),
    "a long key": ("k" * 900_000 + "=1", "unknown key kkk"),
    "a key of many parts": ("a." * 400_000 + "a = 1", "a key in it has too many parts"),
    "a key of many quoted parts": ('"a" . ' * 150_000 + '"a" = 1', "a key in it has too many parts"),
    "a heading of many parts": ("[" + "a." * 400_000 + "a]", "a key in it has too many parts"),
    "a list in a list in a list": ("steps = " + "[" * 400_000, "nests too deep"),
    "a table in a table in a table": ("a = " + "{a=" * 300_000, "nests too deep"),
    "a number of a million digits": ("steps = " + "9" * 900_000, "a number too large"),
    "a long line": ('steps = ["' + "k" * 900_000 + '"]', "more than 100,000 characters"),
}  # fmt: skip


@pytest.mark.parametrize("name", HUGE)
def test_a_file_over_a_bound_is_refused_before_it_costs_anything(tmp_path: Path, name: str) -> None:
    text, said = HUGE[name]
    faults = faults_of(tmp_path, HEAD + text)
    assert any(said in fault for fault in faults), faults[:3]
    assert len(faults) <= FAULTS + 1
    assert all(len(fault) < 400 for fault in faults)


# The folder ----------------------------------------------------------------------------------------------------------


def test_nothing_in_the_folder_stops_the_library(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    written(folder, HEAD + 'steps = ["400m"]\n', "good.toml")
    written(folder, "", "empty.toml")
    written(folder, bytes(range(256)), "binary.toml")
    written(folder, HEAD.encode() + b'about = "caf\xe9"\nsteps = ["400m"]\n', "latin.toml")
    written(folder, "# About this folder\n", "README.md")
    (folder / "folder.toml").mkdir()
    (folder / "gone.toml").symlink_to(folder / "nowhere")
    (folder / "loop.toml").symlink_to(folder / "loop.toml")
    os.mkfifo(folder / "pipe.toml")
    entries = find_workouts(tmp_path / "shipped", folder)
    assert [entry.workout_id for entry in entries if entry.workout is not None] == ["good"]
    assert {entry.workout_id: entry.faults[0].what for entry in entries if entry.faults} == {
        "binary": "the file is not UTF-8 text",
        "empty": "name is missing",
        "folder": "the file is a folder",
        "gone": "the file does not exist",
        "latin": "the file is not UTF-8 text",
        "loop": "the file does not exist",
        "pipe": "the file is no plain file",
    }
    assert next(entry for entry in entries if entry.workout_id == "latin").faults[0].line == 3


def test_a_library_without_folders_is_empty(tmp_path: Path) -> None:
    assert find_workouts(tmp_path / "nowhere", None) == ()
    assert find_workouts(written(tmp_path, "", "file"), tmp_path / "neither") == ()


def test_a_workout_of_ones_own_stands_before_the_shipped_one_of_its_name(tmp_path: Path) -> None:
    for folder, name in (("shipped", "Theirs"), ("own", "Mine")):
        (tmp_path / folder).mkdir()
        written(tmp_path / folder, f'name = "{name}"\npurpose = "speed"\nsteps = ["400m"]\n', "pyramid.toml")
    written(tmp_path / "shipped", HEAD + 'steps = ["400m"]\n', "other.toml")
    entries = find_workouts(tmp_path / "shipped", tmp_path / "own")
    assert [(entry.workout_id, entry.workout and entry.workout.name, entry.is_own) for entry in entries] == [
        ("other", "Drawn", False),
        ("pyramid", "Mine", True),
    ]


# Saving --------------------------------------------------------------------------------------------------------------


def kept_by_the_notation(workout: Workout) -> bool:
    """Whether each step is one that coach's notation writes and reads; that this holds for all is its own law."""
    return all(parse_text(format_item(item)).steps == (item,) for item in workout.steps)


@given(
    workouts.filter(kept_by_the_notation),
    st.text(min_size=1, max_size=40),
    st.sampled_from(Purpose),
    st.text(max_size=60),
    st.one_of(
        st.none(), st.fractions(1, 86_399, max_denominator=1000).map(lambda s: round(s, 3)), st.just("0.123456789")
    ),
)
def test_a_saved_workout_is_read_back_the_same(
    workout: Workout, name: str, purpose: Purpose, about: str, bound: str | None
) -> None:
    bound_s = None if bound is None else Fraction(bound)
    saved = replace(
        workout, name=name, purpose=purpose, about=about, best_slower_than_s=bound_s, best_faster_than_s=bound_s
    )
    with TemporaryDirectory() as folder:
        assert read_workout(save_workout(saved, Path(folder) / "new")) == saved


def test_saving_again_replaces_a_workout_and_never_another_one(tmp_path: Path) -> None:
    first = Workout("Läufe!", (run_m(400),))
    assert save_workout(first, tmp_path) == save_workout(replace(first, about="again"), tmp_path)
    other = save_workout(Workout("Läufe?", (run_m(200),)), tmp_path)
    assert {entry.workout and entry.workout.name for entry in find_workouts(tmp_path, None)} == {"Läufe!", "Läufe?"}
    other.write_text("by hand, and not done yet", encoding="utf-8")
    save_workout(Workout("Läufe?", (FULL,)), tmp_path)
    assert other.read_text("utf-8") == "by hand, and not done yet"


def test_a_folder_that_cannot_be_written_is_said_in_one_sentence(tmp_path: Path) -> None:
    in_the_way = written(tmp_path, "", "own")
    with pytest.raises(StoreError, match=r"could not be saved in .*own: (File exists|Not a directory)"):
        save_workout(Workout("a", (run_m(400),)), in_the_way)
    save_workout(Workout("a", (run_m(400),)), tmp_path / "other")
    assert {path.name for path in tmp_path.rglob("*") if path.is_file()} == {"own", "a.toml"}


def test_a_name_that_is_half_a_character_is_saved_with_a_mark_in_its_place(tmp_path: Path) -> None:
    path = save_workout(Workout("caf\udce9", (run_m(400),)), tmp_path)
    assert read_workout(path).name == "caf?"
