"""Pace profiles: the finish is the goal whatever the shape, and the record's shape comes from the races in the data."""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.athlete import Athlete
from app.core.errors import InputError
from app.core.plan import Segment
from app.core.planning import compile_plan
from app.core.profile import RECORD_PCT, Profile, ProfileKind, course_of, parse_percents, time_on
from app.core.setup import Light, RaceStart, Setup
from app.core.track import OUTDOOR, Convention, lap_in_lane, track_in_lane
from app.core.units import MILE_M
from app.core.workout import Intensity, Workout
from app.notation.reading import parse_text

RACES = json.loads((Path(__file__).parent.parent / "data" / "races.json").read_text(encoding="utf-8"))["races"]
LAPS = [Fraction(m) for m in ("409.344", "809.344", "1209.344", "1609.344")]


def mile(setup: Setup, text: str = "1 mile time trial") -> Segment:
    plan = compile_plan(Workout("a mile", parse_text(text).steps), Athlete(Fraction(300)), setup)
    return next(segment for segment in plan.segments if segment.intensity is Intensity.WORK)


def test_the_record_profile_is_the_mean_of_the_miles_whose_splits_are_the_athletes_own() -> None:
    shapes = []
    for race in RACES:
        if not race["own"] or Fraction(race["distance_m"]) != MILE_M:
            continue
        splits = {Fraction(m): Fraction(s) for m, s in race["splits"]}
        splits |= {Fraction(0): Fraction(0), MILE_M: Fraction(race["final_s"])}
        for first in (Fraction("409.344"), Fraction(400)):
            marks = [Fraction(0), first, first + 400, first + 800, MILE_M]
            if all(mark in splits for mark in marks):
                even = splits[MILE_M] / MILE_M
                shapes.append([(splits[b] - splits[a]) / (b - a) / even for a, b in pairwise(marks)])
                break
    means = [100 * sum(column) / len(shapes) for column in zip(*shapes, strict=True)]
    assert len(shapes) == 11
    assert [round(float(mean), 1) for mean in means] == pytest.approx([97.4, 100.7, 102.2, 99.8], abs=0.06)
    assert [float(pct) for pct in RECORD_PCT] == [97.4, 100.7, 102.2, 99.8]


def test_the_record_profile_has_two_slow_laps_between_two_fast_ones() -> None:
    first, second, third, last = RECORD_PCT
    assert max(first, last) < min(second, third)


@given(
    kind=st.sampled_from(ProfileKind),
    time_s=st.fractions(200, 1000, max_denominator=100),
    percents=st.lists(st.fractions(50, 200, max_denominator=10), min_size=4, max_size=4),
)
def test_whatever_the_profile_the_finish_is_the_goal(
    kind: ProfileKind, time_s: Fraction, percents: list[Fraction]
) -> None:
    course = course_of(Profile(kind, tuple(percents)), MILE_M, time_s, LAPS)
    if kind is ProfileKind.EVEN:
        assert course == ()
        return
    assert course[-1] == (MILE_M, time_s)
    times = [time_on(course, Fraction(m)) for m in range(0, 1601, 100)]
    assert all(later > earlier for earlier, later in pairwise(times))


def test_percentages_of_ones_own_have_to_be_as_many_as_the_laps() -> None:
    with pytest.raises(InputError, match="has 4 laps and the pace profile 3"):
        course_of(Profile(ProfileKind.OWN, (Fraction(100),) * 3), MILE_M, Fraction(300), LAPS)


@pytest.mark.parametrize(
    "text", ["", "98, , 100", "fast", "98,1e9", "20", "1" * 50, "٩٨, 100", ",".join(["100"] * 201)]
)
def test_a_profile_that_is_none_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(InputError):
        parse_percents(text)


@pytest.mark.parametrize("text", ["98,101,102", "98 101 102", "98%; 101 %; 102%", "98/101/102", " 98, 101,102, "])
def test_percentages_are_read_as_people_write_them(text: str) -> None:
    assert parse_percents(text) == (Fraction(98), Fraction(101), Fraction(102))


def test_the_marks_of_a_race_are_due_by_the_profile_and_reps_stay_even() -> None:
    profile = Profile(ProfileKind.NEGATIVE)
    race = mile(Setup(profile=profile))
    assert race.marks[-1].planned_ms == 300_000
    assert race.marks[1].planned_ms == 152_362  # 151.5 s at half way, then 4.672 m at the pace of a 4:57 mile
    rep = mile(Setup(profile=profile), "4 x 800 @ mile pace w/ 2 min jog")
    assert rep.course == ()


def test_the_start_line_is_a_convention_of_its_own() -> None:
    distances = [float(mark.distance_m) for mark in mile(Setup(convention=Convention.START_LINE)).marks]
    assert distances == [400, 800, 1200, 1609.344]


def test_a_mile_in_lane_8_is_marked_where_it_crosses_the_line_and_rings_one_lap_of_that_lane_before_the_end() -> None:
    race = mile(Setup(track_in_lane(8)))
    lap = lap_in_lane(8)
    assert [mark.distance_m for mark in race.marks] == [MILE_M - 3 * lap, MILE_M - 2 * lap, MILE_M - lap, MILE_M]
    assert race.bell_mark == 3
    assert race.time_at(MILE_M) == 300


def test_the_light_lies_at_the_same_places_of_the_track_in_every_lane() -> None:
    inner, outer = (mile(Setup(track, light=Light(Fraction(100)))) for track in (OUTDOOR, track_in_lane(8)))
    assert len(inner.light) == 16
    quarter = lap_in_lane(8) / 4
    assert all(b.distance_m - a.distance_m == quarter for a, b in pairwise(outer.light))
    assert outer.light[-1].planned_ms == inner.light[-1].planned_ms == 300_000


def test_a_second_pace_has_lights_of_its_own_and_the_light_of_practice_goes_out() -> None:
    light = mile(Setup(light=Light(Fraction(400), second_s=Fraction(310)))).light
    assert [mark.planned_ms for mark in light if mark.is_second][-1] == 310_000
    assert len(light) == 8
    short = mile(Setup(light=Light(Fraction(100), until_m=Fraction(410)))).light
    assert [float(mark.distance_m) for mark in short] == [109.344, 209.344, 309.344, 409.344]


def test_a_race_starts_by_hand_or_at_a_go_that_nobody_foresees() -> None:
    def first(setup: Setup) -> Segment:
        text = "1 mile time trial"
        return compile_plan(Workout(text, parse_text(text).steps), Athlete(Fraction(300)), setup).segments[0]

    assert first(Setup(start=RaceStart.OWN)).intensity is Intensity.WORK
    go = first(Setup(start=RaceStart.GO, go_after_ms=1234))
    assert (go.intensity, go.duration_ms, go.is_go) == (Intensity.LEAD_IN, 1234, True)
    assert first(Setup()).duration_ms == 5000
