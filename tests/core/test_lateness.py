"""Lateness: what a late cue is called, and the figures and words of a whole log."""

from __future__ import annotations

import pytest

from app.core.lateness import CueRecord, Grade, Lateness, lateness, lateness_words

FINE, LATE, GIVEN_UP = Grade.FINE, Grade.LATE, Grade.GIVEN_UP


def cue(late_ms: int, output: str = "simpleaudio", *, given_up: bool = False) -> CueRecord:
    return CueRecord(60_000, 60_000 + late_ms, "pip", output, given_up)


@pytest.mark.parametrize(
    ("late_ms", "grade"),
    [(-2000, FINE), (0, FINE), (1, FINE), (20, FINE), (21, LATE), (250, LATE), (251, GIVEN_UP), (9000, GIVEN_UP)],
)
def test_a_cue_is_called_by_how_late_it_came(late_ms: int, grade: Grade) -> None:
    assert cue(late_ms).grade is grade
    assert cue(late_ms, given_up=True).grade is GIVEN_UP, "whatever its figures say"


def test_what_the_device_had_before_its_instant_is_not_late_at_all() -> None:
    assert [cue(late_ms).late_ms for late_ms in (-2000, -1, 0, 7)] == [0, 0, 0, 7]


def test_median_and_worst_are_of_what_was_heard() -> None:
    log = [cue(-2000), cue(3), cue(9), cue(30), cue(400), cue(2, given_up=True), cue(5000, "silent")]
    assert lateness(log) == Lateness(n_cues=7, median_ms=6, worst_ms=30, n_late=1, n_given_up=2, n_silent=1)


def test_every_cue_is_counted_in_one_place() -> None:
    log = [cue(late_ms, output) for late_ms in (0, 21, 251) for output in ("simpleaudio", "miniaudio", "silent")]
    found = lateness(log)
    assert found is not None
    assert (found.n_heard, found.n_given_up, found.n_silent) == (4, 2, 3)
    assert found.n_late == 2, "what no device took was not late either"


def test_an_empty_log_has_no_figures_and_no_words() -> None:
    assert lateness(()) is None
    assert lateness_words(None) == ""


@pytest.mark.parametrize(
    ("log", "words"),
    [
        ([cue(-2000)] * 41 + [cue(4)], "42 cues, median 0 ms late, worst 4 ms"),
        ([cue(5)], "1 cue, median 5 ms late, worst 5 ms"),
        ([cue(0), cue(25)], "2 cues, median 12 ms late, worst 25 ms, 1 late"),
        ([cue(0), cue(0), cue(300)], "3 cues, median 0 ms late, worst 0 ms, 1 given up"),
        ([cue(0), cue(0, "silent")], "2 cues, median 0 ms late, worst 0 ms, 1 without a device"),
        ([cue(300)] * 2, "2 cues, 2 given up"),
        ([cue(300), cue(0, "silent")], "2 cues, 1 given up, 1 without a device"),
        ([cue(0, "silent")] * 3, "3 cues, no device to sound them"),
        ([cue(0, "silent", given_up=True)], "1 cue, no device to sound it"),
    ],
)
def test_a_log_is_said_in_one_line(log: list[CueRecord], words: str) -> None:
    assert lateness_words(lateness(log)) == words
