"""The audible light: each of its marks at its planned instant, as a tone or as words, and never after the athlete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.audio.synth import LENGTHS_MS
from app.core.asked import Asked, Command, Delete, Insert, Jump, Move
from app.core.athlete import Athlete
from app.core.cues import Cue, CueKind, mark_said
from app.core.engine import Engine
from app.core.lighting import GAP_MS, TOGETHER_MS, settled
from app.core.numerals import time_words
from app.core.plan import Plan, Setup
from app.core.planning import compile_plan
from app.core.scheme import FULL, SCHEMES, Lengths, Scheme
from app.core.score import scored
from app.core.setup import Light
from app.core.spoken import ENDING, VOCABULARY, sentence_ms
from app.core.state import State
from app.core.track import Track, lap_in_lane, track_in_lane
from app.core.units import MILE_M, Instant, format_time
from app.core.workout import Item, Workout
from app.rehearsal import Rehearsal
from tests.drawn import GOAL_PACE, jog_s, mile_race, run_m, times

MARK, SECOND_MARK, SAY_MARK, BELL = CueKind.MARK, CueKind.SECOND_MARK, CueKind.SAY_MARK, CueKind.BELL
LENGTHS = Lengths(LENGTHS_MS, dict.fromkeys(VOCABULARY, 350) | {f"{word}.": 400 for word in ENDING})
LIGHT, SPOKEN = Light(), Light(is_spoken=True)
LAP, PAUSE, RESUME, UNDO, SKIP = Command.LAP, Command.PAUSE, Command.RESUME, Command.UNDO, Command.SKIP


def lit(
    *items: Item,
    light: Light | None = LIGHT,
    goal_s: int = 300,
    lane: int = 1,
    track: Track | None = None,
    lead_ms: int = 0,
) -> Plan:
    """Compile items, a timed mile if none are given, under a light."""
    setup = Setup(track or track_in_lane(lane), lead_ms, light=light)
    return compile_plan(Workout("lit", items or (mile_race(),)), Athlete(Fraction(goal_s)), setup)


def score(plan: Plan, scheme: Scheme = FULL, lengths: Lengths = LENGTHS) -> list[Cue]:
    return [*scored(Engine.replayed(plan, [(Command.START, Instant(0))]), scheme, lengths)]


def of(kinds: Sequence[CueKind], cues: Sequence[Cue]) -> list[tuple[int, CueKind]]:
    return [(cue.at.ms, cue.kind) for cue in cues if cue.kind in kinds]


def at(kind: CueKind, cues: Sequence[Cue]) -> list[int]:
    return [cue.at.ms for cue in cues if cue.kind is kind]


def lasts_ms(cue: Cue) -> int:
    return (sentence_ms(cue.words, LENGTHS.clips) if cue.words else None) or LENGTHS.tone_ms(cue.kind, cue.tone)


def planned_ms(metres: Fraction, mile_s: int) -> int:
    return round(1000 * mile_s * metres / MILE_M)


# Where it sounds -----------------------------------------------------------------------------------------------------


def test_a_tone_falls_at_each_hundred_metres_counted_from_the_finish_and_the_bell_at_its_own() -> None:
    cues = score(lit())
    places = [Fraction("9.344") + 100 * number for number in range(1, 17)]
    assert at(MARK, cues) == [planned_ms(m, 300) for m in places if m != Fraction("1209.344")]
    assert at(BELL, cues) == [planned_ms(Fraction("1209.344"), 300)]


@pytest.mark.parametrize(("every_m", "n_marks"), [(100, 16), (200, 8), (400, 4)])
def test_it_sounds_as_often_as_it_is_set(every_m: int, n_marks: int) -> None:
    cues = score(lit(light=Light(Fraction(every_m))))
    assert len(of((MARK, BELL), cues)) == n_marks
    assert of((MARK, BELL), cues)[-1] == (300_000, MARK)


@pytest.mark.parametrize("lane", range(1, 10))
def test_in_an_outer_lane_places_lie_as_much_further_apart_as_the_lap_is_longer(lane: int) -> None:
    cues = score(lit(lane=lane, light=Light(Fraction(200))))
    lap = lap_in_lane(lane)
    places = [MILE_M - number * lap / 2 for number in range(10)]
    expected = sorted(planned_ms(m, 300) for m in places if m >= lap / 20)
    assert [ms for ms, _ in of((MARK, BELL), cues)] == expected
    assert at(BELL, cues) == [planned_ms(MILE_M - lap, 300)]


def test_the_bell_of_a_small_track_rings_two_hundred_metres_before_the_end() -> None:
    cues = score(lit(track=Track(Fraction(200))))
    assert at(BELL, cues) == [planned_ms(Fraction("1409.344"), 300)]


def test_a_rep_is_lit_from_its_own_start() -> None:
    cues = score(lit(run_m(400, GOAL_PACE)))
    assert at(MARK, cues) == [planned_ms(Fraction(m), 300) for m in (100, 200, 300, 400)]


def test_where_the_light_goes_out_nothing_tells_the_pace_any_more() -> None:
    cues = score(lit(light=Light(until_m=Fraction(800))))
    assert at(MARK, cues) == [planned_ms(Fraction("9.344") + 100 * number, 300) for number in range(1, 8)]
    assert at(BELL, cues) == []


@pytest.mark.parametrize("until_m", [0, 400])
def test_a_light_that_goes_out_before_its_first_place_leaves_no_marks_behind(until_m: int) -> None:
    plan = lit(light=Light(Fraction(400), until_m=Fraction(until_m)))
    assert of((MARK, BELL), score(plan)) == []
    rehearsal = Rehearsal(plan).start().at(76_000, LAP).at(150_000, LAP).at(226_000, LAP)
    assert at(BELL, rehearsal.heard) == [226_000]  # rung by hand: it tells what the athlete has done


# A second pace -------------------------------------------------------------------------------------------------------


def test_a_second_pace_has_a_tone_of_its_own_at_its_own_instants() -> None:
    cues = score(lit(light=Light(Fraction(400), second_s=Fraction(320))))
    places = [Fraction("409.344"), Fraction("809.344"), Fraction("1209.344"), MILE_M]
    assert at(SECOND_MARK, cues) == [planned_ms(m, 320) for m in places]
    assert len(of((MARK, BELL), cues)) == 4


def test_two_paces_that_meet_within_150_ms_sound_as_the_athletes_own() -> None:
    # 2 s in a mile: 136 ms at 109.344 m, 260 ms at 209.344 m
    cues = score(lit(light=Light(second_s=Fraction(302))))
    assert at(SECOND_MARK, cues)[0] == planned_ms(Fraction("209.344"), 302)
    assert len(at(SECOND_MARK, cues)) == 15


def test_the_bell_is_the_athletes_own_too() -> None:
    cues = score(lit(light=Light(second_s=Fraction("300.1"))))
    assert at(SECOND_MARK, cues) == []


def test_where_ones_own_is_switched_off_the_second_pace_is_heard_all_through() -> None:
    cues = score(lit(light=Light(second_s=Fraction(302))), Scheme("second", frozenset({SECOND_MARK})))
    assert len(at(SECOND_MARK, cues)) == 16


tones = st.lists(st.tuples(st.integers(0, 9_000), st.sampled_from([MARK, SECOND_MARK, BELL])), max_size=30).map(
    lambda drawn: [Cue(Instant(ms), kind) for ms, kind in sorted(drawn, key=lambda each: each[0])]
)


@given(tones)
def test_of_two_near_tones_none_but_a_second_one_is_left_out(cues: list[Cue]) -> None:
    own = [cue.at for cue in cues if cue.kind is not SECOND_MARK]
    assert settled(cues, FULL, LENGTHS) == [
        cue for cue in cues if cue.kind is not SECOND_MARK or all(abs(cue.at - each) >= TOGETHER_MS for each in own)
    ]


# Spoken --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        ("18.641", ("19",)),
        ("59.499", ("59",)),
        ("59.5", ("1", "minute")),
        ("60.49", ("1", "minute")),
        ("76.306", ("1", "16")),
        ("76.5", ("1", "17")),
        ("125", ("2", "oh 5")),
        ("300", ("5", "minutes")),
    ],
)
def test_the_planned_time_is_said_to_the_nearest_second(seconds: str, words: tuple[str, ...]) -> None:
    assert mark_said(Fraction(seconds)) == words


def test_the_words_begin_at_the_planned_instant_of_their_mark_and_the_bell_still_rings() -> None:
    cues = score(lit(light=replace(SPOKEN, every_m=Fraction(400))))
    assert [(cue.at.ms, cue.words) for cue in cues if cue.kind is SAY_MARK] == [
        (76_306, ("1", "16")),
        (150_871, ("2", "31")),
        (300_000, ("5", "minutes")),
    ]
    assert at(BELL, cues) == [225_435]
    assert at(MARK, cues) == []


def test_a_word_without_a_clip_is_toned() -> None:
    plan = lit(light=replace(SPOKEN, every_m=Fraction(400)))
    clips = {name: ms for name, ms in LENGTHS.clips.items() if name != "31."}
    cues = score(plan, lengths=Lengths(LENGTHS.tones, clips))
    assert of((MARK, SAY_MARK), cues) == [(76_306, SAY_MARK), (150_871, MARK), (300_000, SAY_MARK)]
    assert at(MARK, score(plan, lengths=Lengths())) == [76_306, 150_871, 300_000]


@pytest.mark.parametrize(
    ("scheme", "kinds"),
    [
        (FULL, {SAY_MARK}),
        (SCHEMES["race"], {SAY_MARK}),
        (SCHEMES["voice only"], {SAY_MARK}),
        (SCHEMES["pips only"], {MARK}),
        (SCHEMES["mute"], set()),
        (Scheme("words off", FULL.on - {SAY_MARK}), {MARK}),
        (Scheme("tones off", FULL.on - {MARK}), {SAY_MARK}),
        (Scheme("both off", FULL.on - {MARK, SAY_MARK}), set()),
    ],
    ids=lambda value: value.name if isinstance(value, Scheme) else None,
)
def test_a_switch_that_is_off_leaves_the_other_form(scheme: Scheme, kinds: set[CueKind]) -> None:
    plan = lit(light=replace(SPOKEN, every_m=Fraction(400)))
    assert {cue.kind for cue in score(plan, scheme) if cue.kind in (MARK, SAY_MARK)} == kinds


def test_words_go_with_the_tone_that_sounds_where_the_sound_process_misses_a_clip() -> None:
    plan = lit(light=SPOKEN)
    scheme = Scheme("own", FULL.on, {MARK: "siren"}, {SAY_MARK: 40})
    assert {(cue.tone, cue.volume) for cue in score(plan) if cue.kind is SAY_MARK} == {("mark", 100)}
    assert {(cue.tone, cue.volume) for cue in score(plan, scheme) if cue.kind is SAY_MARK} == {("siren", 40)}


def test_words_that_a_second_light_would_fall_into_are_toned_so_that_both_paces_are_heard() -> None:
    # "19", 400 ms with 120 ms round it: 373 ms apart at 109.344 m... and further with each place
    cues = score(lit(light=replace(SPOKEN, second_s=Fraction(305))))
    first = [(cue.at.ms, cue.kind) for cue in cues if cue.kind in (MARK, SAY_MARK, SECOND_MARK)][:4]
    assert [kind for _, kind in first] == [MARK, SECOND_MARK, SAY_MARK, SECOND_MARK]
    assert len(at(SECOND_MARK, cues)) == 16
    assert len(of((MARK, SAY_MARK, BELL), cues)) == 16


def test_words_are_toned_under_a_bell_that_was_rung_by_hand() -> None:
    plan = lit(light=replace(SPOKEN, every_m=Fraction(400)))
    for pressed, kind in ((223_900, MARK), (223_600, SAY_MARK)):
        rehearsal = Rehearsal(plan, LENGTHS).start().at(76_000, LAP).at(150_000, LAP).at(pressed, LAP)
        rehearsal.until(Instant(230_000))
        assert at(BELL, rehearsal.heard) == [pressed]
        assert of((MARK, SAY_MARK), rehearsal.heard)[-1] == (225_435, kind)


@st.composite
def _miles(draw: st.DrawFn) -> Plan:
    goal_s = draw(st.integers(223, 600))
    second_s = draw(st.one_of(st.none(), st.integers(-40, 40).map(lambda tenths: goal_s + Fraction(tenths, 10)),
                              st.integers(180, 700).map(Fraction)))  # fmt: skip
    every_m = draw(st.sampled_from([Fraction(100), Fraction(200), Fraction(400)]))
    light = Light(every_m, draw(st.booleans()), second_s=second_s)
    return lit(light=light, goal_s=goal_s, lane=draw(st.integers(1, 9)))


miles = _miles()


@given(miles)
def test_no_light_of_ones_own_is_lost_in_either_form_and_none_is_moved(plan: Plan) -> None:
    (segment,) = plan.segments
    own = sorted(mark.planned_ms for mark in segment.light if not mark.is_second)
    cues = score(plan)
    assert [ms for ms, _ in of((MARK, SAY_MARK, BELL), cues)] == own
    second = {mark.planned_ms for mark in segment.light if mark.is_second}
    far = {ms for ms in second if all(abs(ms - each) >= TOGETHER_MS for each in own)}
    assert set(at(SECOND_MARK, cues)) == far


@given(miles)
def test_words_of_a_mark_stand_clear_of_every_other_sound(plan: Plan) -> None:
    cues = score(plan)
    for cue in cues:
        if cue.kind is SAY_MARK:
            ends = cue.at + lasts_ms(cue)
            others = [each for each in cues if each is not cue]
            assert all(each.at >= ends + GAP_MS or each.at + (lasts_ms(each) + GAP_MS) <= cue.at for each in others)


@given(miles, st.lists(st.integers(6_000, 90_000), min_size=3, max_size=3))
def test_the_time_of_a_lap_finds_room_between_lights_whenever_it_is_pressed(plan: Plan, gaps: list[int]) -> None:
    rehearsal, ms = Rehearsal(plan, LENGTHS).start(), 0
    for gap in gaps:
        ms += gap
        rehearsal.at(ms, LAP).until(Instant(ms + 5_500))
        lap = rehearsal.session.records[-1].splits[-1].lap_ms
        said = [cue.words for cue in rehearsal.heard if cue.kind is CueKind.SAY_SPLIT and cue.at.ms > ms]
        assert said[:1] == [time_words(format_time(Fraction(lap, 1000)))]


@given(
    st.sampled_from([200, 300, 400, 600, 800, 1200]),
    st.integers(223, 480),
    st.sampled_from([15, 30, 60]),
    st.booleans(),
    st.lists(st.integers(-4_000, 4_000), min_size=12, max_size=12),
)
def test_a_light_takes_no_other_words_away(
    metres: int, goal_s: int, rest_s: int, spoken: bool, early: list[int]
) -> None:
    told = []
    for light in (None, Light(is_spoken=spoken)):
        plan = lit(times(3, run_m(metres, GOAL_PACE), rest=jog_s(rest_s)), light=light, goal_s=goal_s, lead_ms=5000)
        rehearsal, off = Rehearsal(plan, LENGTHS).start(), iter(early)
        while rehearsal.state is State.RUNNING:
            record = rehearsal.session.records[-1]
            left = record.segment.marks[len(record.splits) :]
            if left and left[0].planned_ms is not None:
                rehearsal.at(record.started_at.ms + left[0].planned_ms + next(off), LAP)
            else:
                rehearsal.until(Instant(record.started_at.ms + (record.segment.duration_ms or 0)))
        rehearsal.until(Instant(10_000_000))
        told.append([cue.words for cue in rehearsal.heard if cue.words and cue.kind is not SAY_MARK])
    assert told[0] == told[1]


@given(miles, st.lists(st.integers(-5_000, 5_000), min_size=4, max_size=4))
def test_every_sentence_about_a_lap_of_the_mile_is_said_between_lights_too(plan: Plan, early: list[int]) -> None:
    told = []
    for each in (plan, compile_plan(plan.workout, plan.athlete, replace(plan.setup, light=None))):
        rehearsal = Rehearsal(each, LENGTHS).start()
        for mark, off in zip(each.segments[0].marks, early, strict=False):
            assert mark.planned_ms is not None
            rehearsal.at(mark.planned_ms + off, LAP)
        rehearsal.until(Instant(1_000_000))
        told.append([cue.words for cue in rehearsal.heard if cue.kind in (CueKind.SAY_SPLIT, CueKind.SAY_CALL)])
    assert told[0] == told[1]


# Whatever is pressed -------------------------------------------------------------------------------------------------


def test_four_hundred_metres_ahead_the_tones_stay_with_the_plan() -> None:
    rehearsal = Rehearsal(lit(light=Light(Fraction(200)))).start()
    foreseen = of((MARK,), score(lit(light=Light(Fraction(200)))))
    rehearsal.at(57_000, LAP).at(113_000, LAP).at(169_000, LAP)  # each lap in the time of three quarters of one
    rehearsal.until(Instant(224_000))
    assert of((MARK,), rehearsal.heard) == [each for each in foreseen if each[0] <= 224_000]
    assert at(BELL, rehearsal.heard) == [169_000]
    rehearsal.at(225_000, LAP).until(Instant(400_000))
    assert at(MARK, rehearsal.heard)[-1] < 225_000  # the mile is over, and its light with it


def test_presses_that_are_missed_change_no_light() -> None:
    alone = Rehearsal(lit()).start().until(Instant(310_000))
    pressed = Rehearsal(lit()).start().at(152_000, LAP).until(Instant(310_000))
    assert at(MARK, alone.heard) == [
        ms for ms in at(MARK, pressed.heard) if ms != planned_ms(Fraction("1209.344"), 300)
    ]


def test_after_a_pause_every_light_to_come_is_exactly_as_much_later() -> None:
    plan = lit(light=Light(second_s=Fraction(320)))
    kinds = (MARK, SECOND_MARK, BELL)
    foreseen = of(kinds, score(plan))
    rehearsal = Rehearsal(plan).start().at(100_001, PAUSE).at(133_338, RESUME).until(Instant(400_000))
    assert of(kinds, rehearsal.heard) == [(ms + (33_337 if ms > 100_001 else 0), kind) for ms, kind in foreseen]


def test_a_mended_and_an_undone_press_leave_the_lights_where_they_were() -> None:
    foreseen = of((MARK,), score(lit()))
    rehearsal = Rehearsal(lit()).start().at(80_000, LAP).at(80_500, Move(Instant(80_000), -3000))
    rehearsal.at(160_000, LAP).at(161_000, UNDO).at(170_000, Insert(Instant(152_000))).at(
        180_000, Delete(Instant(152_000))
    )
    rehearsal.until(Instant(310_000))
    bell = planned_ms(Fraction("1209.344"), 300)
    assert [each for each in of((MARK,), rehearsal.heard) if each[0] != bell] == foreseen


def test_a_jump_and_an_undone_skip_lay_the_light_of_where_one_is() -> None:
    plan = lit(times(2, run_m(400, GOAL_PACE), rest=jog_s(60)))
    tones = [planned_ms(Fraction(m), 300) for m in (100, 200, 300, 400)]
    jumped = Rehearsal(plan).start().at(30_000, Jump(2)).until(Instant(120_000))
    assert at(MARK, jumped.heard) == [tones[0], *(30_000 + ms for ms in tones)]
    back = Rehearsal(plan).start().at(30_000, SKIP).at(40_000, UNDO).until(Instant(80_000))
    assert at(MARK, back.heard) == [tones[0], *(ms for ms in tones if ms > 40_000)]


@given(
    miles,
    st.lists(st.tuples(st.sampled_from([LAP, LAP, LAP, PAUSE, RESUME, UNDO]), st.integers(1, 90_000)), max_size=12),
)
def test_whatever_is_pressed_a_light_sounds_where_the_plan_and_the_pauses_put_it(
    plan: Plan, drawn: list[tuple[Asked, int]]
) -> None:
    kinds = (MARK, SAY_MARK, SECOND_MARK, BELL)
    rehearsal = Rehearsal(plan, LENGTHS).start()
    ms, paused_at, paused_ms, shifts = 0, None, 0, [(0, 0)]
    for asked, gap in drawn:
        ms += gap
        is_paused = rehearsal.until(Instant(ms)).state is State.PAUSED
        if rehearsal.state is State.FINISHED or (asked is not UNDO and is_paused is not (asked is RESUME)):
            continue
        if asked is UNDO and not any(each.splits for each in rehearsal.session.records):
            continue
        rehearsal.at(ms, asked)
        if asked is PAUSE:
            paused_at = ms
        elif asked is RESUME and paused_at is not None:
            paused_ms += ms - paused_at
            shifts.append((ms, paused_ms))
    rehearsal.until(Instant(ms + 30_000))
    planned = {mark.planned_ms for mark in plan.segments[0].light}
    pressed = {event.at.ms for event in rehearsal.events}
    for at_ms, kind in of(kinds, rehearsal.heard):
        shift = next(by for since, by in reversed(shifts) if since <= at_ms)
        assert at_ms - shift in planned or (kind is BELL and at_ms in pressed)
