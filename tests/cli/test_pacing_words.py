"""The words of pacing: track, lane, convention, profile, light and start, as the commands take them."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from app.cli import run
from app.cli.athletes import CONVENTIONS, STARTS, setup_of
from app.cli.words import CONVENTIONS as SAID_CONVENTIONS
from app.cli.words import STARTS as SAID_STARTS
from app.cli.words import WORDS
from app.core.setup import Light, RaceStart, Setup
from app.core.track import Convention


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Any:
    """Run a command with a goal of 5:00; its JSON, or the one line that it complains with."""

    def running(*words: str) -> Any:
        code = run([*words, "--goal", "5:00", "--data-dir", str(tmp_path)])
        out, err = capsys.readouterr()
        if code:
            assert (code, out, err.count("\n")) == (2, "", 1)
            return err
        return json.loads(out)

    return running


def race(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in document["segments"] if each["intensity"] == "WORK")
    return found


def marks(document: dict[str, Any]) -> list[float]:
    return [round(mark["distance_m"], 3) for mark in race(document)["marks"] if not mark["is_half"]]


def times(document: dict[str, Any]) -> list[int]:
    return [mark["planned_ms"] for mark in race(document)["marks"] if not mark["is_half"]]


def test_the_words_that_can_be_said_are_all_there_are() -> None:
    assert set(SAID_STARTS) == set(STARTS)
    assert set(STARTS.values()) == set(RaceStart)
    assert set(SAID_CONVENTIONS) == set(CONVENTIONS)
    assert set(CONVENTIONS.values()) == set(Convention)


def test_a_lane_has_its_own_laps_and_lane_1_of_440_yards_is_402_336_m(said: Any) -> None:
    assert marks(said("show", "1 mile race", "--json", "--lane", "2"))[-1] == 1609.344
    assert marks(said("show", "1 mile race", "--json", "--lane", "2"))[-2] == pytest.approx(
        1609.344 - 407.038, abs=0.01
    )
    assert marks(said("show", "1 mile race", "--json", "--track", "440yd")) == [402.336, 804.672, 1207.008, 1609.344]


def test_the_convention_is_named_and_never_mixed(said: Any) -> None:
    words = ("show", "1 mile race", "--json", "--convention")
    assert marks(said(*words, "finish-line")) == [409.344, 809.344, 1209.344, 1609.344]
    assert marks(said(*words, "start-line")) == [400, 800, 1200, 1609.344]


def test_a_profile_moves_the_marks_and_never_the_finish(said: Any) -> None:
    even = times(said("show", "1 mile race", "--json", "--profile", "even"))
    record = times(said("show", "1 mile race", "--json", "--profile", "record"))
    negative = times(said("show", "1 mile race", "--json", "--profile", "negative"))
    own = times(said("show", "1 mile race", "--json", "--profile", "98, 101, 102, 99"))
    assert record[0] < even[0] < negative[0]
    assert own[0] < even[0]
    assert {each[-1] for each in (even, record, negative, own)} == {300_000}


def test_percentages_for_another_race_leave_it_even_and_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "1 mile race", "--goal", "5:00", "--profile", "98,101"]) == 0
    assert "4 laps and there are 2 percentages, so it is run evenly" in capsys.readouterr().err
    assert run(["show", "4 x 400", "--profile", "98,101"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("start", "first"), [("count", 5000), ("own", None), ("go", 2000)])
def test_a_race_starts_as_it_is_said_to(said: Any, start: str, first: int | None) -> None:
    segments = said("show", "1 mile race", "--json", "--start", start)["segments"]
    assert segments[0]["duration_ms"] == first


@pytest.mark.parametrize(("word", "every_m"), [("200", 200), ("off", None), (None, 100)])
def test_a_light_is_as_it_is_said_else_as_it_was_set(word: str | None, every_m: int | None) -> None:
    options = Namespace(**dict.fromkeys(WORDS)) if word is None else Namespace(**dict.fromkeys(WORDS) | {"light": word})
    was = Setup(light=Light(Fraction(100), is_spoken=True), rabbits=(Fraction(310),), incline_pct=Fraction(1))
    setup = setup_of(options, was)
    assert setup == replace(was, light=None if every_m is None else Light(Fraction(every_m), is_spoken=True))


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--lane", "0"), "lanes 1 to 9"),
        (("--lane", "three"), "such as --lane 3"),
        (("--lane", "3", "--track", "200"), "measured in lane 1"),
        (("--track", "20"), "50 to 5000 m"),
        (("--profile", "fast"), "even, record, negative or percentages"),
        (("--profile", "98, 20"), "50 to 200 percent"),
        (("--start", "gun"), "invalid choice"),
        (("--light", "50"), "invalid choice"),
    ],
)
def test_what_cannot_be_is_said_in_one_line_with_a_way_out(said: Any, words: tuple[str, ...], complaint: str) -> None:
    for command in ("show", "rehearse"):
        assert complaint in said(command, "1 mile race", *words)
