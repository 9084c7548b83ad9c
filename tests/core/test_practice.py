"""Practice: laps run blind, what they score, what passes a level, and what is run next; laws over drawn laps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.announce import recorded
from app.core.asked import Asked, Command, Guess
from app.core.athlete import Athlete
from app.core.bounds import PRACTICE_S_PER_400
from app.core.cues import CueKind, CueSheet
from app.core.engine import Engine
from app.core.errors import IllegalCommand, InputError
from app.core.events import Guessed
from app.core.ladder import (
    FASTER_FROM,
    LADDER,
    TOO_HARD,
    Practised,
    at_level,
    level_number,
    level_words,
    next_level,
    pass_words,
    proposed,
)
from app.core.plan import Plan, Setup
from app.core.practice import Practice, Tones, practice_of, practice_plan, practice_words
from app.core.practised import PracticeScore, feel_sentence, hidden_laps, lap_scores, practice_score, score_sentence
from app.core.profile import Profile, ProfileKind
from app.core.score import scored
from app.core.session import Session, holding
from app.core.session import presses as presses_of
from app.core.setup import Light, RaceStart
from app.core.state import State
from app.core.track import INDOOR, track_in_lane
from app.core.units import MILE_M, Instant
from tests.drawn import mile_race, plan_of

LAP, START, UNDO = Command.LAP, Command.START, Command.UNDO
TRACKS = [Setup().track, INDOOR, track_in_lane(8)]
practices = st.builds(
    lambda n, s, tones, rest, track: (Practice(n, s * track.lap_m / 400, tones, rest, track.lap_m), Setup(track)),
    st.integers(2, 12),
    st.fractions(45, 200, max_denominator=10),
    st.sampled_from(Tones),
    st.booleans(),
    st.sampled_from(TRACKS),
)
lap_times = st.lists(st.integers(60_000, 100_000), min_size=2, max_size=8)


def run_of(practice: Practice, laps_ms: Sequence[int], setup: Setup | None = None) -> Engine:
    """Run it in one, pressing at each line; the lead-in is over at 5 s."""
    engine = Engine(practice_plan(practice, Athlete(), setup or Setup()))
    engine.send(START, Instant(0))
    at = Setup().lead_in_ms
    for ms in laps_ms:
        at += ms
        engine.send(LAP, Instant(at))
    return engine


def score_of(practice: Practice, laps_ms: Sequence[int], guesses_ms: Sequence[int | None] = ()) -> PracticeScore:
    engine = run_of(practice, laps_ms)
    for number, guess_ms in enumerate(guesses_ms, 1):
        engine.send(Guess(1, number, guess_ms), Instant(10_000_000 + number))
    score = practice_score(Session.from_events(engine.plan, engine.held))
    assert score is not None
    return score


def of(n_laps: int, lap_s: int | str = 80) -> Practice:
    return Practice(n_laps, Fraction(lap_s), Tones.NONE)


# The plan --------------------------------------------------------------------------------------------------------


@given(practices)
def test_what_is_practised_is_read_back_from_the_plan(drawn: tuple[Practice, Setup]) -> None:
    practice, setup = drawn
    assert practice_of(practice_plan(practice, Athlete(), setup)) == practice


@given(practices)
def test_a_practice_has_a_mark_at_each_line_and_nothing_planned_tells_where_one_is(
    drawn: tuple[Practice, Setup],
) -> None:
    practice, setup = drawn
    plan = practice_plan(practice, Athlete(), setup)
    work = [segment for segment in plan.segments if segment.marks]
    marks = [mark for segment in work for mark in segment.marks]
    assert len(marks) == practice.n_laps
    assert {mark.planned_ms for mark in marks} == {None}
    assert {segment.bell_mark for segment in work} == {None}
    assert work[0].time_at(setup.track.lap_m) == practice.lap_s
    assert len(work) == (practice.n_laps if practice.with_rest else 1)


def tones_of(plan: Plan) -> list[int]:
    """Metres of the light's places, over the whole plan."""
    return [round(float(mark.distance_m)) for segment in plan.segments for mark in segment.light]


@pytest.mark.parametrize("with_rest", [False, True])
@pytest.mark.parametrize(
    ("tones", "places"),
    [
        (Tones.QUARTERS, [100, 200, 300, 400]),
        (Tones.HALVES, [200, 400]),
        (Tones.LINE, [400]),
        (Tones.START, [100]),
        (Tones.NONE, []),
    ],
)
def test_tones_go_with_the_athlete_through_lap_one_at_most(tones: Tones, places: list[int], with_rest: bool) -> None:
    practice = Practice(3, Fraction(80), tones, with_rest)
    assert tones_of(practice_plan(practice, Athlete(), Setup())) == places


def test_what_is_set_for_races_and_treadmills_is_left_out_of_practice() -> None:
    busy = Setup(
        mark_every_m=Fraction(200),
        profile=Profile(ProfileKind.RECORD),
        light=Light(is_spoken=True, second_s=Fraction(300)),
        rabbits=(Fraction(300),),
        start=RaceStart.GO,
        halves=True,
    )
    assert practice_plan(of(4), Athlete(Fraction(300)), busy).setup == practice_plan(of(4), Athlete(), Setup()).setup


@pytest.mark.parametrize(("n_laps", "lap_s"), [(1, 80), (13, 80), (2, 39), (2, 601)])
def test_what_cannot_be_practised_is_refused_with_its_bounds(n_laps: int, lap_s: int) -> None:
    with pytest.raises(InputError, match=r"2 to 12 laps|0:40|40 to 10:00"):
        practice_plan(of(n_laps, lap_s), Athlete(), Setup())


# Hidden means hidden ---------------------------------------------------------------------------------------------


def test_a_lap_press_is_answered_by_its_tick_alone() -> None:
    engine = run_of(of(3), [80_000, 80_000])
    sheet = CueSheet(engine.plan)
    session = Session(engine.plan)
    sounds = []
    for event in engine.held:
        session.feed(event)
        sounds.append(sheet.sound_of(event))
        assert recorded(event, session) == []
    assert {kind for kind in sounds if kind is not None} == {CueKind.LAP}


def test_a_guess_takes_no_sound_back() -> None:
    engine = run_of(Practice(3, Fraction(80), with_rest=True), [80_000])
    sheet = CueSheet(engine.plan, engine.held)
    assert not sheet.takes_back(Guessed(Instant(90_000), 1, 1, 79_000))


def test_after_the_go_nothing_sounds_that_tells_the_pace() -> None:
    engine = run_of(of(3), [])
    engine.advance_to(Instant(6_000))
    assert [cue.kind for cue in scored(engine)] == [CueKind.GO]


# A guess ---------------------------------------------------------------------------------------------------------


def test_a_lap_is_hidden_until_it_is_guessed_or_looked_at() -> None:
    engine = run_of(of(2), [80_000, 81_000])
    session = Session.from_events(engine.plan, engine.held)
    assert [lap.number for lap in hidden_laps(session)] == [1, 2]
    engine.send(Guess(1, 1, 79_000), Instant(200_000))
    engine.send(Guess(1, 2, None), Instant(201_000))
    session = Session.from_events(engine.plan, engine.held)
    assert hidden_laps(session) == ()
    assert [lap.guess_ms for lap in lap_scores(session)] == [79_000, None]
    assert [lap.guess_error_s for lap in lap_scores(session)] == [-1, None]


def test_a_session_that_is_no_practice_hides_nothing() -> None:
    engine = Engine.replayed(plan_of(mile_race(), goal_s=320, lead_s=0), [(START, Instant(0)), (LAP, Instant(80_000))])
    assert hidden_laps(Session.from_events(engine.plan, engine.held)) == ()


@pytest.mark.parametrize(
    "guess", [Guess(1, 3, 80_000), Guess(0, 1, 80_000), Guess(7, 1, 80_000), Guess(1, 1, 0), Guess(1, 1, 86_400_000)]
)
def test_a_guess_of_no_lap_or_of_no_time_is_refused_and_changes_nothing(guess: Guess) -> None:
    engine = run_of(of(4), [80_000, 80_000])
    held = list(engine.held)
    with pytest.raises(IllegalCommand, match=r"no such lap|more than nothing"):
        engine.send(guess, Instant(200_000))
    assert list(engine.held) == held


ENDS: list[tuple[State, list[Asked]]] = [
    (State.RUNNING, []),
    (State.PAUSED, [Command.PAUSE]),
    (State.STOPPED, [Command.STOP]),
    (State.FINISHED, [LAP]),
]


@pytest.mark.parametrize(("state", "asked"), ENDS, ids=lambda value: value.value if isinstance(value, State) else "")
def test_a_guess_is_kept_in_every_state_taken_back_by_undo_and_plays_again(state: State, asked: list[Asked]) -> None:
    engine = run_of(of(3), [80_000, 80_000])
    for each in asked:
        engine.send(each, Instant(246_000))
    before, accepts = list(engine.held), engine.accepts
    engine.send(Guess(1, 2, 79_500), Instant(300_000))
    assert engine.state is state
    assert engine.held[-1] == Guessed(Instant(300_000), 1, 2, 79_500)
    assert Engine.replayed(engine.plan, list(presses_of(engine.held))).held == engine.held
    engine.send(UNDO, Instant(301_000))
    assert (list(engine.held), engine.accepts) == (before, accepts)


def test_a_later_guess_takes_the_place_of_an_earlier_one() -> None:
    assert score_of(of(2), [80_000, 81_000], [70_000]).laps[0].guess_ms == 70_000
    engine = run_of(of(2), [80_000, 81_000])
    for number, ms in enumerate((70_000, 79_900)):
        engine.send(Guess(1, 1, ms), Instant(200_000 + number))
    assert Session.from_events(engine.plan, engine.held).guesses == {(1, 1): 79_900}


def test_a_guess_goes_with_the_lap_it_was_of() -> None:
    practice = Practice(3, Fraction(80), Tones.NONE, with_rest=True)
    engine = run_of(practice, [80_000])
    engine.send(Guess(1, 1, 79_000), Instant(90_000))
    engine.send(Command.BACK, Instant(91_000))  # the lap is run again
    session = Session.from_events(engine.plan, engine.held)
    assert session.guesses == {}
    with pytest.raises(IllegalCommand, match="no such lap"):
        engine.send(Guess(1, 1, 79_000), Instant(92_000))
    engine.send(UNDO, Instant(93_000))  # or it is not
    assert Session.from_events(engine.plan, engine.held).guesses == {(1, 1): 79_000}


def test_a_guess_of_a_press_that_is_undone_is_gone_with_it() -> None:
    engine = run_of(of(2), [80_000, 81_000])
    engine.send(Guess(1, 2, 79_000), Instant(200_000))
    told = list(engine.held)
    engine.send(UNDO, Instant(201_000))
    engine.send(UNDO, Instant(202_000))
    assert engine.state is State.RUNNING
    assert not any(isinstance(event, Guessed) for event in engine.held)
    assert holding(told) == told


# The score -------------------------------------------------------------------------------------------------------


def test_the_figures_of_a_practice() -> None:
    score = score_of(of(4), [78_400, 80_000, 80_800, 83_200], [79_000, 80_000, 81_000, 82_000])
    assert [float(lap.error_s) for lap in score.laps] == [-1.6, 0, 0.8, 3.2]
    assert float(score.mean_error_pct) == pytest.approx(100 * (1.6 + 0 + 0.8 + 3.2) / 320)
    assert score.cv_laps_pct == pytest.approx(100 * 3**0.5 / 80.6)
    assert score.cv_400_pct == score.cv_laps_pct
    assert score.first.error_pct == -2
    assert score.fade_s == Fraction("4.8")
    assert score.halves_s == Fraction("2.8")
    assert score.guess_error_s == Fraction(6 + 0 + 2 + 12, 40)
    assert score_sentence(score) == "Out 1.6 s quick, home 3.2 s slow: start easier."
    assert feel_sentence(score) == "Your guesses were 0.5 s off on average."


def test_the_two_spreads_differ_where_laps_are_not_of_one_length() -> None:
    plan = plan_of(mile_race(), goal_s=320, lead_s=0)
    blind = replace(plan, setup=replace(plan.setup, is_blind=True))
    even_ms = [round(1000 * 320 * m / MILE_M) for m in (Fraction("409.344"), Fraction("809.344"), Fraction("1209.344"))]
    engine = Engine.replayed(blind, [(START, Instant(0)), *((LAP, Instant(ms)) for ms in (*even_ms, 320_000))])
    score = practice_score(Session.from_events(blind, engine.held))
    assert score is not None
    assert score.cv_400_pct == pytest.approx(0, abs=0.01)
    assert score.cv_laps_pct == pytest.approx(1.01, abs=0.02)
    assert practice_of(blind) is None


@given(lap_times)
def test_a_score_is_zero_for_laps_on_the_pace_and_above_it_for_any_other(laps_ms: list[int]) -> None:
    score = score_of(of(len(laps_ms)), laps_ms)
    assert (score.mean_error_pct == 0) == all(ms == 80_000 for ms in laps_ms)
    assert score.mean_error_pct >= 0
    assert score.is_whole
    assert score_sentence(score)


@given(lap_times)
def test_slow_and_quick_count_alike(laps_ms: list[int]) -> None:
    mirrored = [160_000 - ms for ms in laps_ms]
    one, other = score_of(of(len(laps_ms)), laps_ms), score_of(of(len(laps_ms)), mirrored)
    assert one.mean_error_pct == other.mean_error_pct
    assert one.fade_s == -(other.fade_s or 0)
    assert one.halves_s == -(other.halves_s or 0)


@given(lap_times)
def test_what_passes_is_within_all_three_limits_and_what_does_not_says_what_it_lacks(laps_ms: list[int]) -> None:
    score = score_of(of(len(laps_ms)), laps_ms)
    assert score.cv_400_pct is not None
    within = (
        all(abs(ms - 80_000) <= 1600 for ms in laps_ms) and abs(laps_ms[0] - 80_000) <= 1200 and score.cv_400_pct <= 2
    )
    assert score.is_passed == within == (score.short_of == "")


@pytest.mark.parametrize(
    ("laps_ms", "said"),
    [
        ([81_200, 78_800], ""),
        ([81_201, 80_000], "Not passed: the first lap was 1.50 % off, and 1.5 % is allowed."),
        ([80_000, 81_601], "Not passed: lap 2 was 2.00 % off, and 2 % is allowed."),
        ([80_000, 86_000], "Not passed: lap 2 was 7.5 % off, and 2 % is allowed."),
        ([80_000], "Not passed: 1 of 2 laps were run."),
    ],
)
def test_what_a_level_lacks_is_one_sentence(laps_ms: list[int], said: str) -> None:
    assert score_of(of(2), laps_ms).short_of == said


def test_a_lap_that_was_estimated_proves_nothing() -> None:
    score = score_of(of(2), [80_000, 80_000])
    assert score.is_passed
    mended = replace(score, laps=(replace(score.laps[0], is_estimated=True), *score.laps[1:]))
    assert "estimated" in mended.short_of


def test_nothing_run_has_no_score() -> None:
    engine = run_of(of(2), [])
    assert practice_score(Session.from_events(engine.plan, engine.held)) is None


@pytest.mark.parametrize(
    ("laps_ms", "said"),
    [
        ([80_400, 79_700], "Even: no lap more than 0.4 s off."),
        ([77_000, 80_000], "The first lap was 3.0 s quick: start easier."),
        ([83_000, 80_000], "The first lap was 3.0 s slow: be on the pace sooner."),
        ([80_000, 77_000], "Lap 2 was 3.0 s quick."),
        ([80_000, 84_000], "Lap 2 was 4.0 s slow."),
    ],
)
def test_a_sentence_says_what_to_do(laps_ms: list[int], said: str) -> None:
    assert score_sentence(score_of(of(2), laps_ms)) == said


# The ladder ------------------------------------------------------------------------------------------------------

PASSED, FAILED = score_of(of(2), [80_000, 80_000]), score_of(of(2), [75_000, 85_000])
levels = st.builds(
    lambda number, s, rest: at_level(Practice(2, s, with_rest=rest), number),
    st.integers(1, len(LADDER)),
    st.fractions(45, 120, max_denominator=10),
    st.booleans(),
)


def test_the_ladder_has_fewer_tones_then_more_laps_then_a_faster_pace() -> None:
    level = Practice(2, Fraction(80))
    seen: list[tuple[object, ...]] = []
    for _ in range(9):
        seen.append((level_number(level), level.tones, level.n_laps, level.lap_s))
        level = next_level(level, [PASSED])
    assert seen == [
        *((number, *rung, 80) for number, rung in enumerate(LADDER, 1)),
        (3, Tones.LINE, 2, 79),
        (4, Tones.START, 2, 79),
    ]


@given(levels, st.lists(st.sampled_from([PASSED, FAILED]), max_size=5))
def test_the_next_level_is_never_easier_after_a_pass_nor_harder_without_one(
    level: Practice, scores: list[PracticeScore]
) -> None:
    after = next_level(level, scores)
    here, there = ((-each.lap_s, level_number(each) or 0) for each in (level, after))
    if scores and scores[0].is_passed:
        assert there > here
        assert after == next_level(level, scores[:1])
    else:
        assert there <= here
        assert after == level or scores[:TOO_HARD] == [FAILED] * TOO_HARD
    assert after.with_rest == level.with_rest


def test_after_three_attempts_that_were_not_passed_it_goes_back_one_level() -> None:
    level = at_level(of(2), 4)
    assert next_level(level, [FAILED] * 2) == level
    assert next_level(level, [FAILED] * 3) == at_level(level, 3)
    assert next_level(level, [FAILED, FAILED, PASSED]) == level
    assert next_level(at_level(level, 1), [FAILED] * 5) == at_level(level, 1)


def test_the_pace_stops_at_the_goal_once_and_goes_beyond() -> None:
    level, paces = at_level(of(2, "80.5"), len(LADDER)), []
    for _ in range(4):
        level = at_level(next_level(level, [PASSED], Fraction("79.2")), len(LADDER))
        paces.append(level.lap_s)
    assert paces == [Fraction("79.5"), Fraction("79.2"), Fraction("78.2"), Fraction("77.2")]


def test_the_fastest_level_there_is_stays() -> None:
    level = at_level(of(2, PRACTICE_S_PER_400[0]), len(LADDER))
    assert next_level(level, [PASSED]) == level


def test_what_is_no_level_stays_as_it_is() -> None:
    own = Practice(5, Fraction(80), Tones.QUARTERS)
    assert level_number(own) is None
    assert next_level(own, [PASSED]) == own
    assert level_words(own) == "Your own practice"


def past(*runs: tuple[Practice, PracticeScore]) -> list[Practised]:
    return [Practised(number, "", practice, score) for number, (practice, score) in enumerate(runs)]


def test_what_is_proposed_follows_from_past_scores() -> None:
    first, second, own = of(2), at_level(of(2), 2), Practice(6, Fraction(80))
    begin = at_level(first, 1)
    assert proposed([], begin) == begin
    assert proposed(past((begin, PASSED)), begin) == second
    assert proposed(past((begin, FAILED), (begin, PASSED)), begin) == begin
    assert proposed(past((own, PASSED), (begin, PASSED)), begin) == second, "what is no level says nothing"
    failed = [(second, FAILED)] * TOO_HARD
    assert proposed(past(*failed, (begin, PASSED)), begin) == begin
    assert proposed(past(*failed[1:], (begin, FAILED), *failed), begin) == second, "attempts in a row alone count"
    indoors = replace(begin, lap_s=Fraction(40), lap_m=INDOOR.lap_m)
    assert proposed(past((indoors, PASSED)), begin) == begin, "another track is another ladder"
    faster = proposed(past((at_level(first, len(LADDER)), PASSED)), begin)
    assert faster == at_level(replace(first, lap_s=Fraction(79)), FASTER_FROM)


def test_a_level_is_said_with_what_passes_it() -> None:
    level = at_level(of(2, "79.5"), 4)
    assert level_words(level) == "Level 4 of 7"
    assert practice_words(level) == "2 laps at 1:19.5, one tone after 100 m, then none."
    rests = Practice(3, Fraction(80), Tones.HALVES, with_rest=True)
    assert practice_words(rests) == (
        "3 laps at 1:20.0 with rest between them, a tone every 200 m of lap one, then none."
    )
    assert pass_words(level) == "To pass: every lap within 1.6 s, the first within 1.2 s, spread (CV) at most 2 %."
