"""Tying: a press is for the mark where the athlete can have been, and what is unsure of it is said."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.asked import Asked, Command, Delete, How, Insert, Move, Relabel, Restore
from app.core.doubt import Doubt, DoubtKind, doubt_of
from app.core.engine import Engine
from app.core.events import PressRefused, Refusal, SegmentFinished, SplitTaken
from app.core.plan import Plan
from app.core.session import Session, presses
from app.core.track import INDOOR
from app.core.tying import SURE, Tying
from app.core.units import Instant
from tests.drawn import FULL, GOAL_PACE, jog_s, mile_race, plan_of, run_m, times
from tests.simulated_runner import RUNNERS, Runner, season

START, PAUSE, RESUME, UNDO, LAP = Command.START, Command.PAUSE, Command.RESUME, Command.UNDO, Command.LAP
MILE = plan_of(mile_race(), lead_s=0, goal_s=320, halves=True)
"""Marks at 209, 409, ... 1609 m, due at 41.6, 81.4, 121.2, 160.9, 200.7, 240.5, 280.2 and 320 s."""


class Track:
    """A session with no clock but the instants of its presses."""

    def __init__(self, plan: Plan = MILE) -> None:
        self.plan = plan
        self.engine = Engine(plan)
        self.session = Session(plan)
        self.press(START, 0)

    def press(self, asked: Asked, ms: int) -> Doubt | None:
        self.engine.send(asked, Instant(ms))
        while (event := self.engine.next_event()) is not None:
            self.session.feed(event)
        return doubt_of(self.session)

    def laps(self, *at_s: float) -> Doubt | None:
        doubt = None
        for each in at_s:
            doubt = self.press(LAP, round(1000 * each))
        return doubt

    @property
    def numbers(self) -> list[int | None]:
        return [split.mark_number for split in self.session.records[0].splits]

    @property
    def unsure(self) -> list[int | None]:
        return [split.mark_number for split in self.session.records[0].splits if not split.is_sure]


# What a press is for -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at_s", "numbers"),
    [
        ((81, 160, 240, 319), [2, 4, 6, 8]),
        ((41, 81, 121, 160, 200, 240, 280, 319), [1, 2, 3, 4, 5, 6, 7, 8]),
        ((41, 81, 160, 200, 240, 319), [1, 2, 4, 5, 6, 8]),
        ((85, 169, 252, 336), [2, 4, 6, 8]),
        ((77, 152, 229, 304), [2, 4, 6, 8]),
    ],
    ids=["each 400", "each 200", "one lap so, the next otherwise", "5 % slow", "5 % fast"],
)
def test_a_press_is_for_the_mark_that_the_pace_leads_to(at_s: tuple[float, ...], numbers: list[int]) -> None:
    track = Track()
    assert track.laps(*at_s) is None
    assert (track.numbers, track.unsure) == (numbers, [])
    assert track.session.finished


def test_a_missed_lap_is_asked_about_and_filled_in_as_an_estimate() -> None:
    track = Track()
    doubt = track.laps(82, 241)
    assert track.numbers == [2, 6]
    assert doubt is not None
    assert (doubt.kind, doubt.n_missed, doubt.mark_distance_m) == (DoubtKind.MISSED_LAP, 1, Fraction("809.344"))
    assert doubt.mend == Insert(Instant(161_500), estimated=True)
    assert track.press(doubt.mend, 242_000) is None
    assert [(split.mark_number, split.how) for split in track.session.records[0].splits] == [
        (2, How.PRESSED),
        (4, How.ESTIMATED),
        (6, How.PRESSED),
    ]
    track.laps(320)
    assert track.session.finished


def test_two_missed_laps_are_asked_about_one_after_the_other() -> None:
    track = Track()
    doubt = track.laps(41, 81, 121, 161, 321)
    assert doubt is not None
    assert (doubt.kind, doubt.mark_distance_m) == (DoubtKind.MISSED_LAP, Fraction("1209.344"))
    track = Track()
    doubt = track.laps(82, 322)
    assert doubt is not None
    assert (doubt.n_missed, doubt.mark_distance_m) == (2, Fraction("809.344"))
    doubt = track.press(doubt.mend, 323_000)
    assert doubt is not None
    assert (doubt.n_missed, doubt.mark_distance_m) == (1, Fraction("1209.344"))
    assert track.press(doubt.mend, 324_000) is None
    assert (track.numbers, track.session.finished) == ([2, 4, 6, 8], True)


def test_a_half_that_nobody_pressed_is_never_asked_about_and_one_who_leaves_out_every_other_lap_once() -> None:
    track = Track()
    assert track.laps(41, 81, 160) is None
    indoors = Track(plan_of(mile_race(), lead_s=0, goal_s=320, track=INDOOR, halves=True))
    asked = [indoors.laps(at_s) is not None for at_s in (81, 160, 240, 319)]
    assert (indoors.numbers, asked) == ([2, 4, 6, 8], [True, False, False, False])


def test_a_press_too_soon_to_be_at_a_mark_is_refused_and_can_be_brought_back() -> None:
    track = Track()
    assert track.laps(81, 83) is None
    assert track.session.refused == [PressRefused(Instant(83_000), 0, LAP, Refusal.DOUBLE)]
    track.laps(160)
    assert track.numbers == [2, 4]
    track.press(Delete(Instant(81_000)), 161_000)
    track.press(Restore(Instant(83_000)), 162_000)
    assert [(split.mark_number, split.at.ms, split.how) for split in track.session.records[0].splits] == [
        (2, 83_000, How.RESTORED),
        (4, 160_000, How.PRESSED),
    ]


def test_a_press_soon_after_the_start_is_none() -> None:
    track = Track()
    track.laps(2, 81)
    assert track.numbers == [2]


def test_a_press_that_was_taken_is_not_refused_when_the_one_before_it_is_moved() -> None:
    track = Track(plan_of(mile_race(), lead_s=0, goal_s=320, every_m=100, halves=True))
    track.laps(20, 41)
    track.press(Command.LAP, 61_000)
    track.press(Move(Instant(41_000), 18_000), 62_000)
    assert len(track.numbers) == 3
    assert track.session.refused == []


def test_a_pause_is_no_part_of_the_pace() -> None:
    track = Track()
    track.laps(81)
    track.press(PAUSE, 100_000)
    track.press(RESUME, 400_000)
    assert track.laps(460, 540) is None
    assert track.numbers == [2, 4, 6]


def test_what_is_unsure_is_marked_and_asked_about_until_a_later_press_tells() -> None:
    track = Track()
    doubt = track.laps(104)  # between 409 and 609 m
    assert doubt is not None
    (number,) = track.unsure
    other = {2: 3, 3: 2}[number or 0]
    assert doubt.kind is DoubtKind.UNSURE_MARK or doubt.kind is DoubtKind.MISSED_LAP
    track.press(Relabel(Instant(104_000), other), 105_000)
    assert (track.numbers, track.unsure) == ([other], [])


def test_a_later_press_shows_that_an_earlier_one_was_read_wrong() -> None:
    track = Track()
    first = track.laps(112)  # near 609 m for one on pace; a lap for one who is far behind it
    assert first is not None
    assert track.numbers == [3]
    doubt = track.laps(224)
    assert doubt is not None
    assert doubt.mend == Relabel(Instant(112_000), 2)
    track.press(doubt.mend, 225_000)
    assert track.numbers == [2, 4]
    track.laps(336, 448)
    assert (track.unsure, track.session.finished) == ([], True)


def test_a_rep_is_not_ended_by_a_press_that_hardly_can_be_its_end() -> None:
    track = Track()
    track.laps(115, 230)
    assert track.numbers == [3, 6]  # read too far on
    track.laps(345)
    assert not track.session.finished
    track.laps(460)
    assert track.session.finished


def test_a_mark_that_a_person_gave_stays_and_the_others_follow_it() -> None:
    track = Track()
    track.laps(81, 160)
    track.press(Relabel(Instant(160_000), 3), 161_000)
    track.laps(200)
    assert track.numbers[:2] == [2, 3]
    assert [split.is_named for split in track.session.records[0].splits] == [False, True, False]


def test_a_finish_that_nobody_pressed_is_asked_about_at_the_next_press_and_the_rep_is_over_all_the_same() -> None:
    track = Track(plan_of(times(2, run_m(1200, GOAL_PACE), rest=FULL), lead_s=0, goal_s=320, halves=True))
    doubt = track.laps(79, 158, 330)
    assert any(isinstance(event, SegmentFinished) for event in track.session.held)
    assert doubt is not None
    assert (doubt.kind, doubt.mark_distance_m) == (DoubtKind.MISSED_LAP, Fraction(1200))
    assert doubt.at.ms == pytest.approx(237_000, abs=1500)
    track.press(doubt.mend, 331_000)
    assert track.session.records[0].elapsed_ms == doubt.at.ms
    assert track.session.records[-1].segment.index == 2


@given(st.lists(st.integers(40_000, 200_000), min_size=9, max_size=9))
def test_whatever_the_pace_a_rep_is_finished_in_as_many_presses_as_it_has_marks(gaps: list[int]) -> None:
    track, at = Track(), 0
    for gap in gaps:
        at += gap
        if track.session.finished:
            return
        track.press(LAP, at)
    assert track.session.finished


def test_what_is_not_tied_is_counted() -> None:
    for plan in (plan_of(mile_race(), lead_s=0, halves=True), plan_of(mile_race(), lead_s=0, goal_s=320)):
        track = Track(plan)
        track.laps(5, 9, 14)
        assert track.numbers == [1, 2, 3]
    reps = Track(plan_of(times(2, run_m(300, GOAL_PACE), rest=jog_s(60)), lead_s=0, goal_s=320, halves=True))
    reps.laps(10)
    assert reps.numbers == [1]


# Laws ----------------------------------------------------------------------------------------------------------------

stories = st.lists(
    st.tuples(st.integers(0, 200_000), st.sampled_from([None, None, None, 1, 4, 8]), st.booleans()), max_size=8
)


@given(stories, st.integers(0, 7))
def test_the_chances_of_a_press_are_one_together_and_a_tie_is_behind_the_last_mark(
    story: list[tuple[int, int | None, bool]], after: int
) -> None:
    tying, at = Tying.begun(MILE.segments[0]), 0
    assert tying is not None
    for gap, named, is_told in story:
        at += gap
        tying = tying.pressed(at, named, is_told=is_told)
    for place in range(len(story)):
        assert sum(tying.chances(place).values()) == pytest.approx(1)
    if not story:
        return
    _, named, is_told = story[-1]
    if named is not None:
        assert tying.chances() == {named: pytest.approx(1)}
    if is_told:
        assert 0 not in tying.chances()
    taken = tying.tie(after, is_taken=True).mark_number
    assert taken is not None
    assert after < taken <= 8
    assert tying.tie(after).mark_number in (None, taken)


@given(st.lists(st.integers(300, 120_000), max_size=10))
def test_presses_that_are_played_again_have_the_marks_they_had(gaps: list[int]) -> None:
    track, at = Track(), 0
    for gap in gaps:
        at += gap
        if not track.session.finished:
            track.press(LAP, at)
    again = Engine.replayed(MILE, list(presses(track.engine.held)))
    assert again.held == track.engine.held
    assert Session.from_events(MILE, again.held).records[0].splits == track.session.records[0].splits
    splits = [event for event in again.held if isinstance(event, SplitTaken)]
    assert all((one.mark_number or 0) < (other.mark_number or 0) for one, other in pairwise(splits))


# A season of runners -------------------------------------------------------------------------------------------------


def test_the_runner_of_the_issue_is_labelled_right_and_never_silently_wrong() -> None:
    found = season(400, 5, RUNNERS["the issue's runner"])
    assert found.n_miles_wrong <= 2
    assert found.n_miles_still_wrong <= 1
    assert found.sums["n_silent"] == 0
    assert found.unsure_pct < 3
    assert found.sums["n_filled"] > 0.9 * found.sums["n_missed"]
    assert sorted(found.estimates)[len(found.estimates) // 2] < 0.5


def test_one_who_runs_without_a_fault_is_asked_nothing() -> None:
    found = season(150, 6, Runner(most_faults=0))
    assert (found.n_miles_wrong, found.sums["n_silent"]) == (0, 0)
    assert SURE > 0.9
