"""The workbench over a real folder: whose place a workout takes, what of it is kept, what another process spares."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.bootstrap.bench import Bench
from app.bootstrap.house import House
from app.bootstrap.shelf import shelf
from app.core.errors import InputError, StoreError, WorkoutError
from app.core.workout import Purpose, Workout
from app.library.drafts import Draft
from app.library.files import read_workout
from app.notation.typed import read_typed

TEXT = "6 x 400 @ mile pace, 200 jog"


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(str(tmp_path), output="silent")


@pytest.fixture
def bench(house: House) -> Bench:
    return house.bench


def typed(text: str = TEXT, name: str = "Club") -> Workout:
    return replace(read_typed(text), name=name)


def own(folder: Path) -> dict[str, Workout | None]:
    return {entry.workout_id: entry.workout for entry in shelf(str(folder)) if entry.is_own}


def test_a_new_workout_is_opened_again_in_the_words_it_was_typed_in(bench: Bench) -> None:
    kept = bench.save(replace(typed(), tags=(" track ", "Track")), TEXT, "")
    opened = bench.open(kept.workout_id)
    assert (opened.text, opened.name, opened.tags, opened.is_own) == (TEXT, "Club", ("track",), True)


def test_a_new_workout_takes_nobodys_place_nor_a_shipped_ones(bench: Bench, tmp_path: Path) -> None:
    n = len(shelf(str(tmp_path)))
    ids = [bench.save(typed(name="Pyramid"), TEXT, "").workout_id for _ in range(2)]
    assert ids == ["pyramid-2", "pyramid-3"]
    assert len(shelf(str(tmp_path))) == n + 2


def test_one_that_was_opened_is_saved_in_its_place_with_what_the_editor_does_not_show(
    bench: Bench, tmp_path: Path
) -> None:
    shipped = next(each for each in shelf(str(tmp_path)) if each.workout_id == "pyramid")
    assert shipped.workout is not None
    kept = bench.save(typed(name="My pyramid"), TEXT, "pyramid")
    assert (kept.workout_id, kept.hides_shipped) == ("pyramid", True)
    saved = own(tmp_path)["pyramid"]
    assert saved == replace(
        typed(), name="My pyramid", about=shipped.workout.about, purpose=shipped.workout.purpose,
        best_slower_than_s=shipped.workout.best_slower_than_s, best_faster_than_s=shipped.workout.best_faster_than_s,
    )  # fmt: skip
    assert read_workout(shipped.path) == shipped.workout
    assert not bench.save(typed(name="Again"), TEXT, "pyramid").hides_shipped


def test_a_removed_one_shows_the_shipped_one_again_and_comes_back(bench: Bench, tmp_path: Path) -> None:
    bench.save(typed(), TEXT, "pyramid")
    removed = bench.remove("pyramid")
    assert (removed.name, removed.shows_shipped, own(tmp_path)) == ("Club", True, {})
    assert bench.put_back(removed).workout_id == "pyramid"
    assert own(tmp_path)["pyramid"] is not None


def test_what_came_with_the_program_is_neither_renamed_nor_removed(bench: Bench) -> None:
    for do in (lambda: bench.rename("pyramid", "Mine"), lambda: bench.remove("pyramid")):
        with pytest.raises(InputError, match="came with Bell Lap and stays; a copy of it is yours"):
            do()


def test_copies_have_names_and_files_of_their_own(bench: Bench, tmp_path: Path) -> None:
    kept = [bench.duplicate("pyramid") for _ in range(2)]
    assert [(each.workout_id, each.name) for each in kept] == [
        ("pyramid-copy", "Pyramid copy"),
        ("pyramid-copy-2", "Pyramid copy 2"),
    ]
    assert {workout.purpose for workout in own(tmp_path).values() if workout} == {Purpose.SPEED_ENDURANCE}


def test_a_new_name_keeps_the_id(bench: Bench, tmp_path: Path) -> None:
    bench.save(typed(), TEXT, "")
    assert bench.rename("club", "  Club   night ") == "Club"
    assert own(tmp_path)["club"] == replace(typed(), name="Club night")


@pytest.mark.parametrize(
    ("name", "said"), [("x" * 201, "at most 200 characters"), ("  ", "needs a name")]
)  # fmt: skip
def test_a_name_that_cannot_be_is_said(bench: Bench, name: str, said: str) -> None:
    bench.save(typed(), TEXT, "")
    with pytest.raises(InputError, match=said):
        bench.rename("club", name)


def test_a_workout_that_nobody_named_is_called_by_its_text(bench: Bench) -> None:
    assert bench.save(replace(typed(), name=""), TEXT, "").name == TEXT
    with pytest.raises(InputError, match="nothing to save yet"):
        bench.save(Workout("A", ()), "", "")


def test_a_file_with_faults_is_not_opened_and_one_that_is_gone_is_said(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "workouts").mkdir()
    (tmp_path / "workouts" / "bad.toml").write_text("name = 3", "utf-8")
    with pytest.raises(WorkoutError, match=r"bad\.toml"):
        bench.open("bad")
    with pytest.raises(InputError, match="is gone"):
        bench.open("never-was")
    assert bench.remove("bad").name == "bad", "but it can be put away"


def test_a_draft_is_kept_until_it_is_dropped(bench: Bench) -> None:
    bench.keep_draft(Draft("a", TEXT))
    assert bench.drafts() == (Draft("a", TEXT),)
    bench.drop_draft("a")
    assert bench.drafts() == ()


def test_where_the_folder_is_anothers_its_drafts_are_let_be(house: House) -> None:
    house.bench.keep_draft(Draft("a", TEXT))
    house.open_unsaved("another window has it")
    assert house.bench.drafts() == ()
    house.bench.drop_draft("a")
    with pytest.raises(StoreError, match="another window has it"):
        house.bench.keep_draft(Draft("b", TEXT))
    house.failure = ""
    assert [draft.slot for draft in house.bench.drafts()] == ["a"]


def test_a_file_is_written_where_a_person_chose_or_it_is_said_why_not(bench: Bench, tmp_path: Path) -> None:
    bench.write(str(tmp_path / "a.fit"), b"whole")
    assert (tmp_path / "a.fit").read_bytes() == b"whole"
    with pytest.raises(StoreError, match=r"a\.fit/b could not be written"):
        bench.write(str(tmp_path / "a.fit" / "b"), b"")
