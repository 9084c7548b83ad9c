"""What came out: the picture and the words of each kind of session, the odd ones too; a digest of it for the list."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.asked import How
from app.core.athlete import Athlete
from app.core.events import Command
from app.core.plan import Plan, Setup
from app.core.planning import compile_plan
from app.core.session import Split
from app.core.units import Instant, format_signed
from app.core.workout import Workout
from app.notation.reading import parse_text
from app.rehearsal import Rehearsal
from app.ui.digest import digest_of
from app.ui.outcome import Outcome, outcome_of
from app.ui.picture import TREND_REPS, how_words, trend_of

MILE_MS = (75_100, 150_000, 225_600, 299_400)
FIVE = Athlete(Fraction(300))


@dataclass
class Run:
    """A workout that is run with a thumb on the key."""

    text: str
    athlete: Athlete = FIVE

    def __post_init__(self) -> None:
        steps = parse_text(self.text).steps
        self.plan: Plan = compile_plan(Workout("Run", steps), self.athlete, Setup(lead_in_ms=0))
        self.rehearsal = Rehearsal(self.plan).start()

    def laps(self, *at_ms: int) -> Run:
        for at in at_ms:
            self.at(at, Command.LAP)
        return self

    def at(self, at_ms: int, command: Command) -> Run:
        self.rehearsal.at(at_ms, command)
        return self

    @property
    def outcome(self) -> Outcome:
        return outcome_of(self.plan, self.rehearsal.session, "")


def reps(*seconds: float, rest: int = 60) -> tuple[int, ...]:
    """Return when reps of these lengths end, with a rest between them."""
    ends, at = [], 0
    for each in seconds:
        at += round(each * 1000)
        ends.append(at)
        at += rest * 1000
    return tuple(ends)


def words(outcome: Outcome) -> list[str]:
    return [bar.word for bar in outcome.picture.bars]


# A race --------------------------------------------------------------------------------------------------------------


def test_a_race_is_shown_lap_by_lap_with_what_it_comes_to_at_each_mark() -> None:
    picture = Run("1 mile time trial").laps(*MILE_MS).outcome.picture
    assert [bar.said for bar in picture.bars] == ["−1.2", "+0.3", "+1.0", "−0.8"]
    assert [format_signed(bar.total_s or Fraction(0)) for bar in picture.bars] == ["−1.2", "−0.9", "+0.2", "−0.6"]
    assert [bar.word for bar in picture.bars] == ["fastest", "", "slowest", ""]
    assert picture.line == ("even", "5:00.0")
    assert picture.has_total
    assert picture.trend is None


def test_with_no_goal_a_race_is_as_even_and_nothing_is_judged() -> None:
    asked = Run("1 mile time trial").laps(*MILE_MS).outcome
    free = Run("1 mile time trial", Athlete()).laps(*MILE_MS).outcome
    assert free.hero == asked.hero
    assert not free.picture.is_judged
    assert {bar.tone for bar in free.picture.bars} == {"quiet"}
    assert [bar.said for bar in free.picture.bars] == ["1:15.1", "1:14.9", "1:15.6", "1:13.8"]
    assert sum((bar.height_s or Fraction(0) for bar in free.picture.bars), Fraction(0)) == 0
    assert words(free) == words(asked)
    assert not free.picture.has_total
    assert free.beside.value == ""


def test_a_race_that_was_stopped_shows_the_laps_that_were_run() -> None:
    outcome = Run("1 mile time trial").laps(*MILE_MS[:2]).at(170_000, Command.STOP).outcome
    assert (outcome.headline, outcome.beside.value) == ("2:30.0", "stopped after 809 m")
    assert outcome.hero.label == "How even?"
    assert [bar.said for bar in outcome.picture.bars] == ["−1.2", "+0.3"]


def test_a_stop_before_the_first_lap_leaves_nothing_to_compare_and_says_so() -> None:
    outcome = Run("1 mile time trial").at(3_000, Command.STOP).outcome
    assert outcome.picture.bars == ()
    assert outcome.nothing == "No lap was run to its end: there is nothing to compare."
    assert outcome.beside.value == "stopped"
    assert outcome.hero.value == "0:03"


def test_one_lap_alone_is_held_against_its_target() -> None:
    outcome = Run("200 in 40").laps(39_000).outcome
    assert (outcome.hero.label, outcome.hero.value, outcome.hero.tone) == ("Against the target", "−1.0 s", "faster")
    assert outcome.picture.bars == ()
    assert outcome.nothing


def test_a_pause_is_said_and_costs_no_evenness() -> None:
    plain = Run("1 mile time trial").laps(*MILE_MS).outcome
    run = Run("1 mile time trial").laps(*MILE_MS[:2]).at(160_000, Command.PAUSE).at(200_000, Command.RESUME)
    paused = run.laps(*(at + 40_000 for at in MILE_MS[2:])).outcome
    assert paused.picture == plain.picture
    assert [(figure.label, figure.value) for figure in paused.stats[-1:]] == [("paused", "0:40")]


# Reps ----------------------------------------------------------------------------------------------------------------


def test_reps_have_a_trend_and_no_sum() -> None:
    run = Run("5 x 400 in 75 w/ 60s rest").laps(*reps(74, 74.5, 75, 75.5, 76))
    picture = run.outcome.picture
    assert [bar.said for bar in picture.bars] == ["−1.0", "−0.5", "0.0", "+0.5", "+1.0"]
    assert picture.trend == (Fraction(-1), Fraction(1, 2))
    assert not picture.has_total
    assert picture.line == ("target", "1:15.0")
    assert any((figure.label, figure.value) == ("trend", "+0.5 s a rep") for figure in run.outcome.stats)


def test_a_rep_that_was_skipped_keeps_its_place_and_has_no_bar() -> None:
    run = Run("5 x 400 in 75 w/ 60s rest").laps(*reps(74, 75)).at(reps(74, 75, 20)[-1], Command.SKIP)
    picture = run.laps(*reps(74, 75, 20, 75, 76)[3:]).outcome.picture
    assert [bar.mark for bar in picture.bars] == ["", "", "skipped", "", ""]
    assert [bar.height_s is None for bar in picture.bars] == [False, False, True, False, False]
    assert "skipped" in picture.words


def test_reps_with_no_target_stand_on_their_own_average() -> None:
    picture = Run("4 x 400 w/ 60s rest", Athlete()).laps(*reps(74, 75, 76, 75)).outcome.picture
    assert picture.line == ("average", "1:15.0")
    assert [bar.height_s for bar in picture.bars] == [-1, 0, 1, 0]
    assert not picture.is_judged


def test_timed_reps_are_their_times_and_the_work_in_all() -> None:
    run = Run("3 x 3min w/ 60s jog")
    run.rehearsal.alone()
    outcome = run.outcome
    assert outcome.hero.value == "9:00"
    assert outcome.picture.from_nothing
    assert words(outcome) == ["", "", ""]
    assert outcome.sentence == ""


def test_reps_at_different_paces_are_not_called_uneven() -> None:
    run = Run("400 in 80, 60s rest, 400 in 70, 60s rest, 400 in 90").laps(*reps(80, 70, 92))
    assert (run.outcome.hero.label, run.outcome.hero.value) == ("On target", "2 of 3")
    assert [bar.said for bar in run.outcome.picture.bars] == ["0.0", "0.0", "+2.0"]


def test_equal_laps_have_no_fastest() -> None:
    assert words(Run("3 x 400 in 75 w/ 60s rest").laps(*reps(75, 75, 75)).outcome) == ["", "", ""]


# The trend and the digest -------------------------------------------------------------------------------------------

SECONDS = st.fractions(min_value=-30, max_value=30, max_denominator=1000)


@given(start=SECONDS, rise=SECONDS, gaps=st.lists(st.booleans(), min_size=8, max_size=20))
def test_the_trend_of_a_straight_line_is_that_line_whatever_is_left_out(
    start: Fraction, rise: Fraction, gaps: list[bool]
) -> None:
    heights = [None if gap else start + rise * index for index, gap in enumerate(gaps)]
    found = trend_of(heights)
    if gaps.count(False) < TREND_REPS:
        assert found is None
    else:
        assert found == (start, rise)


@pytest.mark.parametrize(
    ("way", "said"),
    [
        (How.PRESSED, ""),
        (How.INSERTED, "mended"),
        (How.MOVED, "mended"),
        (How.ESTIMATED, "estimated"),
        (How.RESTORED, "restored"),
    ],
)
def test_a_split_that_was_not_pressed_says_how_it_came_about(way: How, said: str) -> None:
    split = Split(80_000, 80_000, None, Instant(80_000), 1, how=way)
    assert how_words(split) == said


def test_a_split_whose_mark_is_unsure_says_so() -> None:
    assert how_words(Split(80_000, 80_000, None, Instant(80_000), 1, is_sure=False)) == "unsure"


def test_a_digest_says_a_race_and_reps_in_a_few_words() -> None:
    race = Run("1 mile time trial").laps(*MILE_MS)
    digest = digest_of(race.plan, race.rehearsal.session)
    assert (digest.main, digest.beside.value, digest.beside.tone) == ("4:59.40", "0.6 inside 5:00", "faster")
    assert f"{digest.cv_pct:.1f} %" == race.outcome.hero.value
    eight = Run("3 x 400 in 75 w/ 60s rest").laps(*reps(75, 75.2, 79))
    digest = digest_of(eight.plan, eight.rehearsal.session)
    assert (digest.main, digest.beside.value) == ("3 × 400 m", "2 of 3 on target")
