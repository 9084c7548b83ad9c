"""A treadmill in the terminal: the speed of each row, what it gives, and words that cannot be taken."""

from __future__ import annotations

from fractions import Fraction

import pytest

from app.cli.terminal import lap_line
from app.core.athlete import Athlete
from app.core.pace import Belt
from app.core.planning import compile_plan
from app.core.setup import Setup
from app.core.workout import Workout
from app.notation.reading import parse_text
from app.rehearsal import Rehearsal
from tests.cli.programs import Bell

MILE = ("timed mile @ goal pace", "--goal", "7:00", "--belt", "mph")


def test_show_names_the_speed_and_what_it_really_gives(bell: Bell) -> None:
    lines = bell("show", *MILE).out.splitlines()
    assert next(line for line in lines if " work " in line).endswith("6:58.6  8.6 mph")
    assert "8.6 mph is 6:58.6 a mile, not 7:00." in lines
    assert any("Jones and Doust 1996" in line for line in lines)
    assert not any("ACSM" in line for line in lines)


def test_an_incline_says_its_cost_and_its_model(bell: Bell) -> None:
    flat, steep = bell("show", *MILE).out, bell("show", *MILE, "--incline", "1%").out
    assert "1 %: costs like 6:40.6 a mile on the flat; 8.2 mph would cost like 7:00 (ACSM model)." in steep
    assert flat.count("8.6 mph") == steep.count("8.6 mph")


def test_show_has_the_speed_for_programs(bell: Bell) -> None:
    lead_in, work = bell("show", *MILE, "--incline", "1.5", "--json").document["segments"]
    assert "speed" not in lead_in
    assert {key: work[key] for key in ("speed", "speed_unit", "real_mile_s", "incline_pct", "duration_ms")} == {
        "speed": 8.6,
        "speed_unit": "mph",
        "real_mile_s": 418.604651,
        "incline_pct": 1.5,
        "duration_ms": 418_605,
    }
    assert (lead_in["duration_ms"], work["marks"]) == (15_000, [])


def test_on_a_track_nothing_is_said_of_belts(bell: Bell) -> None:
    answer = bell("show", *MILE[:3]).out
    assert not any(word in answer for word in ("belt", "mph", "Jones"))
    assert "speed" not in bell("show", *MILE[:3], "--json").document["segments"][-1]


def test_without_a_pace_nothing_false_is_said(bell: Bell) -> None:
    answer = bell("show", "4 x 30s hard w/ 60s jog", "--belt", "km/h").out
    assert "No pace is asked that is known: run by feel, or set a goal." in answer
    assert "km/h" not in answer


def test_a_rehearsal_sets_the_belt_its_lead_before_the_work(bell: Bell) -> None:
    words = ("rehearse", "2 x 400m @ goal pace w/ 60s jog", "--goal", "5:00", "--belt", "km/h", "--belt-lead", "20")
    document = bell(*words, "--json").document
    told = [row["at_ms"] for row in document["words"] if row["kind"] == "words: speed"]
    began = [row for row in document["events"] if row["event"] == "SegmentStarted" and "speed" in row]
    assert [row["at_ms"] for row in began] == [20_000, 20_000 + 74_611 + 60_000]
    assert told[1] == began[1]["at_ms"] - 20_000
    assert {(row["speed"], row["speed_unit"], row["real_mile_s"]) for row in began} == {(19.3, "km/h", 300.188518)}
    assert "segment started: work, 400 m at goal mile pace, belt at 19.3 km/h" in bell(*words).out


@pytest.mark.parametrize(
    ("word", "given", "said"),
    [
        ("--belt-lead", "61", "--belt-lead takes 0 to 60 s"),
        ("--belt-lead", "soon", "--belt-lead takes 0 to 60 s"),
        ("--belt-lead", "-1", "--belt-lead"),
        ("--incline", "16", "--incline takes 0 to 15 percent"),
        ("--incline", "1/2", "--incline takes 0 to 15 percent"),
        ("--incline", ".", "--incline takes 0 to 15 percent"),
        ("--incline", "1e9", "--incline takes 0 to 15 percent"),
    ],
)
def test_what_no_belt_has_is_refused_in_one_sentence(bell: Bell, word: str, given: str, said: str) -> None:
    answer = bell("show", *MILE, f"{word}={given}")
    assert answer.code == 2
    assert said in answer.err
    assert answer.err.count("\n") == 1


def test_what_would_take_a_day_on_a_belt_is_refused(bell: Bell) -> None:
    answer = bell("show", "200km @ 16:00 per mile", "--belt", "km/h")
    assert answer.code == 2
    assert "24 hours" in answer.err


def test_the_terminal_says_the_next_speed_as_soon_as_what_is_before_it_begins() -> None:
    steps = parse_text("400m @ goal pace, 60s jog, 400m @ goal pace, 200m @ goal pace").steps
    plan = compile_plan(Workout("On a belt", steps), Athlete(Fraction(300)), Setup(belt=Belt.KMH))
    rehearsal = Rehearsal(plan).start().to_the_end()
    said = [(event.at.ms, lap_line(rehearsal.session, event)) for event in rehearsal.events]
    assert [row for row in said if "belt" in row[1]] == [(0, "belt next: 19.3 km/h"), (89_611, "belt next: 19.3 km/h")]
