"""`bell-lap rehearse`: a whole session at virtual time, with presses and without."""

from __future__ import annotations

from typing import Any

from tests.cli.programs import Bell


def named(document: Any, event: str) -> list[Any]:
    return [row for row in document["events"] if row["event"] == event]


def test_without_laps_the_athlete_is_always_on_pace(bell: Bell) -> None:
    document = bell("rehearse", "timed mile @ goal pace", "--goal", "5:20", "--json").document
    assert document["ended"] == "finished"
    assert [lap["distance_m"] for lap in document["laps"]] == [409.344, 809.344, 1209.344, 1609.344]
    assert document["laps"][-1]["split_ms"] == 320_000
    assert [abs(lap["off_s"]) < 0.001 for lap in document["laps"]] == [True] * 4


def test_laps_are_pressed_at_their_seconds_from_the_first_work(bell: Bell) -> None:
    answer = bell(
        "rehearse",
        "warm-up 1min + timed mile @ goal pace",
        "--goal",
        "5:20",
        "--laps",
        "80,160.5,4:01,5:19.25",
        "--json",
    )
    laps = answer.document["laps"]
    assert [lap["split_ms"] for lap in laps] == [80_000, 160_500, 241_000, 319_250]
    assert [lap["lap_ms"] for lap in laps] == [80_000, 80_500, 80_500, 78_250]
    # 320 s x 409.344 / 1609.344 and 320 s x 400 / 1609.344, by hand
    assert [round(lap["target_lap_s"], 3) for lap in laps] == [81.393, 79.536, 79.536, 79.536]
    assert laps[0]["off_s"] == round(80 - 81.393462, 6)
    assert laps[-1]["off_total_s"] == -0.75
    assert answer.document["ended"] == "finished"


def test_with_too_few_laps_the_session_waits_and_says_so(bell: Bell) -> None:
    words = ("rehearse", "4 x 400m w/ 10s rest", "--goal", "5:20", "--laps", "80,170")
    document = bell(*words, "--json").document
    assert document["ended"] == "waiting"
    assert [lap["lap_ms"] for lap in document["laps"]] == [80_000, 80_000]
    assert "waits here for a lap press" in bell(*words).out
    assert "waits here" not in bell("rehearse", "4 x 1s").out


def test_every_event_and_cue_has_its_instant_in_order(bell: Bell) -> None:
    document = bell("rehearse", "2 x 30s w/ 10s jog", "--lead-in", "3", "--json").document
    instants = [row["at_ms"] for row in document["events"]]
    assert instants == sorted(instants)
    assert named(document, "Started")[0]["at_ms"] == 0
    assert instants[-1] == 3_000 + 30_000 + 10_000 + 30_000
    cues = [(cue["at_ms"], cue["sound"]) for cue in document["cues"]]
    assert cues == sorted(cues, key=lambda cue: cue[0])
    assert (3_000, "go") in cues
    assert [at for at, sound in cues if sound == "pip"][:3] == [0, 1_000, 2_000] or (1_000, "pip") in cues
    assert cues[-1] == (73_000, "end")


def test_no_press_no_bell_twice(bell: Bell) -> None:
    alone = bell("rehearse", "timed mile @ goal pace", "--goal", "5:20", "--json").document
    pressed = bell(
        "rehearse", "timed mile @ goal pace", "--goal", "5:20", "--laps", "80,160,240,320", "--json"
    ).document
    for document in (alone, pressed):
        assert [cue["sound"] for cue in document["cues"]].count("bell") == 1
    bell_at = next(cue["at_ms"] for cue in pressed["cues"] if cue["sound"] == "bell")
    assert bell_at == 5_000 + 240_000


def test_the_table_tells_the_same_story(bell: Bell) -> None:
    answer = bell("rehearse", "1 x 30s", "--lead-in", "0")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines()[1].split(maxsplit=1) == ["0.00", "started"]
    assert "30.00" in answer.out
    assert "\u266a go" in answer.out
