"""Carriage over a real folder: one workout to be seen, several shelved, runs kept, and what is not taken said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.bootstrap.bench import Bench
from app.bootstrap.carriage import wares
from app.bootstrap.exporting import WRITTEN
from app.bootstrap.house import House
from app.bootstrap.shelf import shelf
from app.core.bounds import TEXT_CHARS
from app.core.errors import BellLapError
from app.core.workout import Workout
from app.library.saving import save_workout
from app.notation.typed import read_typed

TEXT = "6 x 400 @ 5k pace, 200 jog"
TRACK = """<?xml version="1.0"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">
 <Activities><Activity Sport="Running"><Id>2026-11-24T18:00:00Z</Id>
  <Lap StartTime="2026-11-24T18:00:00Z"><TotalTimeSeconds>80</TotalTimeSeconds>
   <DistanceMeters>400</DistanceMeters><TriggerMethod>Manual</TriggerMethod><Track>{points}</Track></Lap>
 </Activity></Activities></TrainingCenterDatabase>
"""
POINT = "<Trackpoint><Time>2026-11-24T18:{:02}:{:02}Z</Time><DistanceMeters>{}</DistanceMeters></Trackpoint>"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(str(tmp_path / "data"), output="silent")
    made.open()
    yield made
    made.close()


@pytest.fixture
def bench(house: House) -> Bench:
    return house.bench


def typed(text: str = TEXT, name: str = "Club") -> Workout:
    return replace(read_typed(text), name=name)


def run_in(folder: Path) -> Path:
    path = folder / "run.tcx"
    points = "".join(POINT.format(s // 60, s % 60, 5 * s) for s in range(81))
    path.write_text(TRACK.format(points=points), "utf-8")
    return path


@pytest.mark.parametrize("ware", [ware.key for ware in wares()])
def test_what_is_packed_is_carried_in_again_with_its_losses_said_beforehand(
    bench: Bench, tmp_path: Path, ware: str
) -> None:
    packed = bench.pack(typed(), ware)
    suffix = next(each.suffix for each in bench.wares() if each.key == ware)
    (tmp_path / f"club{suffix}").write_bytes(packed.data)
    carried = bench.carry([str(tmp_path / f"club{suffix}")])
    (opened,) = carried.workouts
    assert "6 x 400m" in opened.text.replace("400 @", "400m @")
    assert carried.refused == ()
    assert all(isinstance(loss, str) for loss in packed.losses)


def test_every_format_that_is_written_is_offered() -> None:
    assert {ware.key for ware in wares()} == set(WRITTEN)


def test_a_text_is_seen_in_its_own_words_and_a_file_of_ours_with_its_tags(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "club.txt").write_text(f"Tuesday\n{TEXT} and bananas", "utf-8")
    (opened,) = bench.carry([str(tmp_path / "club.txt")]).workouts
    assert opened.text == f"Tuesday\n{TEXT} and bananas"
    path = save_workout(replace(typed(), tags=("track",), about="By hand."), tmp_path, typed=TEXT)
    (opened,) = bench.carry([str(path)]).workouts
    assert (opened.text, opened.tags, opened.workout_id) == (TEXT, ("track",), "")
    workout = read_typed(opened.text)
    bench.save(replace(workout, name="Club"), opened.text, "", opened.workout)
    (own,) = [entry for entry in shelf(bench._data_dir) if entry.is_own]
    assert own.workout is not None
    assert own.workout.about == "By hand."


def test_a_file_of_the_shelf_is_opened_as_itself(bench: Bench) -> None:
    kept = bench.save(typed(), TEXT, "")
    (opened,) = bench.carry([str(bench._own / f"{kept.workout_id}.toml")]).workouts
    assert opened.workout_id == kept.workout_id


def test_of_several_each_goes_to_the_shelf_and_what_cannot_be_is_said(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, "utf-8")
    (tmp_path / "two.txt").write_text("4 x 800 w/ 400 jog", "utf-8")
    (tmp_path / "bad.fit").write_bytes(b"\0" * 50)
    carried = bench.carry([str(tmp_path / name) for name in ("one.txt", "bad.fit", "two.txt", "gone.gpx")])
    assert carried.workouts == ()
    assert [each.workout_id for each in carried.shelved] == ["one", "two"]
    assert [said.split(":")[0] for said in carried.refused] == ["bad.fit", "gone.gpx"]


def test_a_run_goes_into_the_history_once(bench: Bench, house: House, tmp_path: Path) -> None:
    path = str(run_in(tmp_path))
    first, again = bench.carry([path]), bench.carry([path])
    assert ([run.is_new for run in first.runs], [run.is_new for run in again.runs]) == ([True], [False])
    assert [past.session_id for past in house.history()] == [first.runs[0].past.session_id]


def test_a_pasted_text_is_kept_as_it_is_and_a_pasted_file_is_read(bench: Bench) -> None:
    assert bench.carry_text("hello there").workouts[0].text == "hello there"
    toml = bench.pack(replace(typed(), tags=("track",)), "toml").data.decode()
    (opened,) = bench.carry_text(toml).workouts
    assert (opened.name, opened.tags) == ("Club", ("track",))


@pytest.mark.parametrize("text", ["  ", "x" * (TEXT_CHARS + 1), "<gpx><nothing/></gpx>"])
def test_what_cannot_be_pasted_is_said(bench: Bench, text: str) -> None:
    with pytest.raises(BellLapError):
        bench.carry_text(text)
