"""Finding: every word must be somewhere, case and accents folded; sections in their order. Laws and examples."""

from __future__ import annotations

import time
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.athlete import Athlete
from app.core.plan import Plan, Setup
from app.core.planning import compile_plan
from app.core.workout import Purpose, Workout
from app.notation.reading import parse_text
from app.ui.finding import Long, Wanted, first_choice, fold, listed, sought, words_of
from app.ui.profile import bars_of, lengths_of
from app.ui.shelf import OnShelf, said_of, target_line, time_words, work_line

ATHLETE = Athlete(Fraction(300), Fraction(320))


def minutes_of(plan: Plan) -> Fraction:
    return Fraction(sum(lengths_of(plan)), 60_000)


def shelved(name: str, text: str, purpose: Purpose = Purpose.SPEED, athlete: Athlete = ATHLETE) -> OnShelf:
    """A row as the shelf makes it."""
    workout = Workout(name, parse_text(text).steps, purpose)
    plan = compile_plan(workout, athlete, Setup())
    paced = any(segment.pace_s_per_m is not None for segment in plan.segments)
    return OnShelf(
        name.lower(), name, work_line(workout), "", (), plan, bars_of(plan), time_words(plan, minutes_of(plan)),
        "2.4 km hard", "never",
        purpose=purpose, minutes=minutes_of(plan), asks_pace=paced,
    )  # fmt: skip


ROWS = (
    shelved("Échelle", "200m, 400m, 800m @ mile pace w/ full recovery", Purpose.SPEED_ENDURANCE),
    shelved("Eight by 200", "8 x 200m @ mile pace w/ 200m jog"),
    shelved("Easy thirty", "30min easy", Purpose.BASE),
)
BROKEN = OnShelf("mine", "mine", "mine.toml:2: unknown key", "", ("mine.toml:2: unknown key",), None, ())


def found(text: str, *rows: OnShelf, wanted: Wanted | None = None, favourites: tuple[str, ...] = ()) -> list[str]:
    look = replace(wanted or Wanted(), text=text)
    return [row.name for row in rows or ROWS if sought(row).is_wanted(look, words_of(text), favourites)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ["Échelle", "Eight by 200", "Easy thirty"]),
        ("echelle", ["Échelle"]),
        ("ÉCHELLE", ["Échelle"]),
        ("200 speed", ["Échelle", "Eight by 200"]),
        ("speed endurance", ["Échelle"]),
        ("8 x 200", ["Eight by 200"]),
        ("8×200", ["Eight by 200"]),
        ("base", ["Easy thirty"]),
        ("30–60", ["Easy thirty"]),
        ("eight base", []),
    ],
)
def test_every_word_must_be_somewhere_with_case_and_accents_folded(text: str, names: list[str]) -> None:
    assert found(text) == names


@given(st.text(max_size=30), st.text(max_size=10))
def test_one_more_word_never_finds_more(text: str, word: str) -> None:
    assert set(found(f"{text} {word}")) <= set(found(text))


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_filters_and_text_hold_together() -> None:
    assert found("", wanted=Wanted(purposes=frozenset({Purpose.BASE, Purpose.SPEED}))) == [
        "Eight by 200",
        "Easy thirty",
    ]
    assert found("eight", wanted=Wanted(purposes=frozenset({Purpose.BASE}))) == []
    assert found("", wanted=Wanted(lengths=frozenset({Long.MIDDLE}))) == ["Easy thirty"]
    assert found("", wanted=Wanted(favourites=True), favourites=("échelle",)) == ["Échelle"]
    assert found("", BROKEN, wanted=Wanted(lengths=frozenset(Long))) == []


def test_favourites_stand_first_as_they_were_chosen_then_what_suits_then_the_rest_then_faults() -> None:
    other = replace(ROWS[1], workout_id="other", name="Other", suits=False)
    rows = listed((BROKEN, other, *ROWS), ("easy thirty", "eight by 200"))
    assert [(each.heading, each.row.name) for each in rows] == [
        ("Favourites", "Easy thirty"),
        ("", "Eight by 200"),
        ("Workouts", "Échelle"),
        ("For another best mile", "Other"),
        ("Files to mend", "mine"),
    ]
    assert [each.heading for each in listed(ROWS, ())] == ["", "", ""]


@given(st.permutations([BROKEN, *ROWS]), st.lists(st.sampled_from(["échelle", "mine", "gone"]), unique=True))
def test_every_row_is_listed_once_whatever_the_favourites(rows: list[OnShelf], favourites: list[str]) -> None:
    assert sorted(each.row.name for each in listed(rows, favourites)) == sorted(row.name for row in rows)


def test_the_first_choice_is_gentle_at_goal_pace_or_an_easy_run_where_no_mile_is_known() -> None:
    assert first_choice(ROWS, ()) == "échelle"  # 1400 m at the pace of the mile, less than 1600
    assert first_choice(ROWS, ("gone", "eight by 200")) == "eight by 200"
    unknown = tuple(replace(row, asks_pace=False) for row in ROWS)
    assert first_choice(unknown, ()) == "easy thirty"
    assert first_choice((BROKEN,), ("mine",)) == ""


def test_a_row_is_read_aloud_with_all_that_is_seen() -> None:
    row = replace(ROWS[1], last="4 days ago", is_own=True)
    said = said_of(row, is_favourite=True)
    assert said == f"Eight by 200, speed, {row.time}, 2.4 km hard, last run 4 days ago, favourite, yours"
    assert "never run" in said_of(ROWS[1], is_favourite=False)
    assert said_of(BROKEN, is_favourite=False) == "mine, a file with faults: mine.toml:2: unknown key"


def test_targets_are_told_in_seconds_for_this_athlete() -> None:
    plans = [row.plan for row in ROWS]
    assert plans[0] is not None
    assert plans[2] is not None
    assert target_line(plans[0]) == "200 m in 37.3  ·  400 m in 1:14.6  ·  800 m in 2:29.1"
    assert target_line(plans[2]) == ""
    timed = shelved("Timed", "3 x 3min @ mile pace or faster w/ 2min jog").plan
    assert timed is not None
    assert target_line(timed) == "3 min at 1:14.6 per 400 m or faster"


def test_what_all_of_a_ladder_say_is_written_once() -> None:
    assert ROWS[0].line == "200m, 400m, 800m @ mile pace w/ full recovery"
    assert ROWS[1].line == "8 × 200m @ mile pace w/ 200m jog"


def test_five_hundred_workouts_are_searched_in_a_fraction_of_a_frame() -> None:
    rows = [sought(replace(ROWS[n % 3], name=f"Workout {n}", workout_id=str(n))) for n in range(500)]
    wanted, words = Wanted("work 200 speed"), words_of("work 200 speed")
    best = 1.0
    for _each in range(5):
        began = time.thread_time()
        listed([each.row for each in rows if each.is_wanted(wanted, words, ("7",))], ("7",))
        best = min(best, time.thread_time() - began)
    assert best < 0.016
