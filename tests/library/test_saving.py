"""Saved, renamed, put away, put back: a file keeps its name, its author's words, and is never lost."""

from __future__ import annotations

import os
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.bounds import TAG_CHARS, TAGS
from app.core.errors import InputError, StoreError
from app.core.tags import clean_tags, format_tags, parse_tags
from app.core.workout import Workout
from app.library.files import check_file, find_workouts, read_toml, read_workout
from app.library.saving import as_toml, copy_name, put_back, remove_workout, rename_workout, save_workout
from app.library.texts import editor_text, says, typed_of
from app.notation.reading import parse_text
from tests.drawn import run_m, workouts

BY_HAND = """# Tuesdays, from the club
name = "Ladder" # ask Jo
purpose = "speed"
tags = ["track"]
steps = ["200m, 400m"] # no more
"""
TYPED = "Tuesday\n- 6 x 400 @ mile pace, 200 jog\n- 4 × 200″"


def typed_workout(text: str, name: str = "Club") -> Workout:
    return Workout(name, parse_text(text).steps)


def test_tags_are_kept_with_a_workout_and_a_file_without_them_has_none(tmp_path: Path) -> None:
    tagged = Workout("A", (run_m(400),), tags=("track", "800", "Jo's"))
    assert read_workout(save_workout(tagged, tmp_path)) == tagged
    assert read_workout(save_workout(replace(tagged, tags=()), tmp_path)).tags == ()


@pytest.mark.parametrize(
    ("tags", "fault"),
    [
        ('"track"', "Input should be a valid list"),
        ('["a, b"]', "a tag is a word or two without a comma"),
        ('["  "]', "a tag is a word or two without a comma"),
        (f'["{"x" * (TAG_CHARS + 1)}"]', f"a tag has at most {TAG_CHARS} characters"),
        (repr([str(n) for n in range(TAGS + 1)]), f"at most {TAGS} tags"),
        ("[1]", "Input should be a valid string"),
    ],
)
def test_tags_that_cannot_be_are_a_fault_on_their_line(tmp_path: Path, tags: str, fault: str) -> None:
    path = tmp_path / "a.toml"
    path.write_text(BY_HAND.replace('["track"]', tags), "utf-8")
    (found,) = check_file(path)
    assert fault in str(found)
    assert found.line == 4


@given(st.lists(st.text(max_size=12), max_size=5))
def test_tags_that_are_kept_are_read_back_the_same(words: list[str]) -> None:
    try:
        tags = clean_tags(words)
    except InputError:
        return
    assert clean_tags(tags) == tags == parse_tags(format_tags(tags))


def test_a_tag_is_kept_once_whatever_its_case() -> None:
    assert parse_tags(" track , Track,long  run,") == ("track", "long run")


def test_a_workout_saved_over_its_file_keeps_the_file_whatever_it_is_called_now(tmp_path: Path) -> None:
    first = save_workout(Workout("Old", (run_m(400),)), tmp_path)
    assert save_workout(Workout("New", (run_m(200),)), tmp_path, over=first) == first
    assert read_workout(first) == Workout("New", (run_m(200),))
    assert [path.name for path in tmp_path.iterdir()] == ["old.toml"]


# The author's words ---------------------------------------------------------------------------------------------------


def test_the_words_of_the_author_are_kept_beside_the_steps_and_shown_again(tmp_path: Path) -> None:
    saved = typed_workout(TYPED)
    path = save_workout(saved, tmp_path, typed=TYPED)
    assert read_workout(path) == saved
    assert typed_of(path) == TYPED
    assert editor_text(saved, typed_of(path)) == TYPED


def test_words_that_no_longer_say_the_steps_are_not_shown(tmp_path: Path) -> None:
    path = save_workout(typed_workout(TYPED), tmp_path, typed=TYPED)
    path.write_text(path.read_text("utf-8").replace("6 x 400m", "8 x 400m"), "utf-8")
    mended = read_workout(path)
    assert mended.steps != typed_workout(TYPED).steps
    assert "8 x 400m" in editor_text(mended, typed_of(path))
    path = save_workout(mended, tmp_path, typed=TYPED, over=path)
    assert typed_of(path) == "", "nor kept"


@given(workouts)
@settings(max_examples=40)
def test_what_the_editor_is_given_reads_back_as_the_steps(workout: Workout) -> None:
    text = editor_text(workout, "4 x 400")
    if says(as_one_line(workout), workout.steps):  # beyond the notation's reach no text says it
        assert says(text, workout.steps)


def as_one_line(workout: Workout) -> str:
    from app.notation.writing import format_items

    return format_items(workout.steps)


@given(st.text(max_size=60))
def test_any_words_stand_in_a_file_as_they_were_typed(text: str) -> None:
    toml = as_toml(Workout("A", (run_m(400),)), text + "\n" + text)
    clean = (text + "\n" + text).encode(errors="replace").decode()
    assert tomllib.loads(toml)["typed"] == clean
    assert read_toml(toml, "a.toml")[0] == Workout("A", (run_m(400),))


# Renamed, copied ------------------------------------------------------------------------------------------------------


def test_a_new_name_changes_the_line_of_the_name_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "ladder.toml"
    path.write_text(BY_HAND, "utf-8")
    rename_workout(path, 'Ladder "up"')
    assert read_workout(path).name == 'Ladder "up"'
    assert path.read_text("utf-8").splitlines()[::2] == BY_HAND.splitlines()[::2]
    assert [each.name for each in tmp_path.iterdir()] == ["ladder.toml"], "stars and history know it by its file"


def test_a_name_over_several_lines_is_renamed_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(BY_HAND.replace('"Ladder" # ask Jo', '"""\nname = "x"\n"""'), "utf-8")
    steps = read_workout(path).steps
    rename_workout(path, "Plain")
    assert (read_workout(path).name, read_workout(path).steps) == ("Plain", steps)


def test_a_copy_has_a_name_of_its_own() -> None:
    taken = {"Pyramid copy"}
    assert copy_name("Ladder", taken.__contains__) == "Ladder copy"
    assert copy_name("Pyramid", taken.__contains__) == "Pyramid copy 2"


# Put away and back ----------------------------------------------------------------------------------------------------


def test_what_is_removed_lies_beside_the_others_and_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "ladder.toml"
    path.write_text(BY_HAND, "utf-8")
    removed = remove_workout(path)
    assert removed.parent == tmp_path / "removed"
    assert find_workouts(tmp_path, None) == ()
    assert put_back(removed, path) == path
    assert path.read_text("utf-8") == BY_HAND


def test_nothing_is_lost_where_another_has_the_place(tmp_path: Path) -> None:
    path = tmp_path / "ladder.toml"
    removed = []
    for line in ("# one\n", "# two\n"):
        path.write_text(line + BY_HAND, "utf-8")
        removed.append(remove_workout(path))
    path.write_text("# three\n" + BY_HAND, "utf-8")
    back = [put_back(each, path) for each in removed]
    texts = [each.read_text("utf-8").split("\n")[0] for each in (*back, path)]
    assert texts == ["# one", "# two", "# three"]


def test_a_full_disk_leaves_what_was_there_and_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = save_workout(Workout("A", (run_m(400),)), tmp_path)

    def full(_descriptor: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="No space left on device; free or unlock it"):
        save_workout(Workout("A", (run_m(200),)), tmp_path)
    with pytest.raises(StoreError, match="No space left"):
        rename_workout(path, "B")
    assert read_workout(path) == Workout("A", (run_m(400),))
    assert [each.name for each in tmp_path.iterdir()] == ["a.toml"]


def test_a_file_that_cannot_be_put_away_stays(tmp_path: Path) -> None:
    path = save_workout(Workout("A", (run_m(400),)), tmp_path)
    (tmp_path / "removed").write_text("in the way", "utf-8")
    with pytest.raises(StoreError, match="could not be saved"):
        remove_workout(path)
    assert path.exists()
