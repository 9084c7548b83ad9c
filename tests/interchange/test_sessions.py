"""Recorded runs as sessions of ours: what each lap becomes, what is taken for what, and that no time is changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.analysis import rep_figures
from app.core.asked import How
from app.core.athlete import Athlete
from app.core.engine import Engine
from app.core.errors import WorkoutError
from app.core.events import Paused, Resumed
from app.core.origin import Laps, Origin, origin_words
from app.core.plan import Plan
from app.core.session import Record, Session, holding, presses
from app.core.setup import Setup
from app.core.track import INDOOR, Convention
from app.core.units import MILE_M
from app.core.workout import Activity, Intensity
from app.interchange.recording import LapCause, Recording, RunLap, Sample, Stop
from app.interchange.sessions import Imported, session_of
from tests.recorded import INTERVALS, MILE, laps_of, mile_m, points, recording

W, R, S = Intensity.WORK, Intensity.RECOVERY, Intensity.REST
UP, DOWN = Intensity.WARMUP, Intensity.COOLDOWN
ROAD = LapCause.DISTANCE


def folded(made: Imported) -> Session:
    return Session.from_events(made.plan, made.events)


def origin_of(made: Imported) -> Origin:
    assert made.plan.origin is not None
    return made.plan.origin


def intensities(made: Imported) -> list[Intensity]:
    return [segment.intensity for segment in made.plan.segments]


def splits_of(record: Record) -> list[tuple[float, int]]:
    return [(float(split.mark.distance_m), split.elapsed_ms) for split in record.splits if split.mark is not None]


def lone(made: Imported) -> Record:
    (record,) = [record for record in folded(made).standing if record.segment.intensity is W]
    return record


# (a) An interval session, lapped --------------------------------------------------------------------------------------


def test_reps_and_recoveries_are_segments_that_last_what_the_watch_says() -> None:
    made = session_of(INTERVALS, Athlete(Fraction(300)), file="kim.fit")
    assert intensities(made) == [UP, *(W, R) * 7, W, DOWN]
    assert [record.elapsed_ms for record in folded(made).records] == [lap.elapsed_ms for lap in INTERVALS.laps]
    assert [segment.rep.rep_number for segment in made.plan.segments if segment.rep and segment.intensity is W] == [
        *range(1, 9)
    ]
    assert made.plan.workout.name == "8 × 400 m"
    assert made.started_at == INTERVALS.started_at


def test_reps_of_nearly_400_m_are_taken_for_400_m_and_it_is_said() -> None:
    made = session_of(INTERVALS)
    assert {segment.distance_m for segment in made.plan.segments if segment.intensity is W} == {Fraction(400)}
    assert [note.replace("\u00a0", " ") for note in made.notes] == [
        "Work and rest were told apart by speed: faster than 4:25 per km is work.",
        "Reps of 396 to 406 m are taken for 400 m.",
    ]


def test_no_pace_is_asked_so_that_nothing_has_a_plus_or_minus() -> None:
    made = session_of(INTERVALS, Athlete(Fraction(300)))
    assert all(rep.off_s is None for rep in rep_figures(folded(made)))
    assert made.plan.athlete == Athlete(Fraction(300))


def test_what_the_file_says_of_each_lap_holds() -> None:
    said = (UP, W, S, W, S, DOWN)
    laps = laps_of(
        (600_000, 1500.0), (75_000, 400.0), (60_000, 120.0), (75_500, 400.0), (60_000, 0.0), (300_000, 700.0),
        intensities=said,
    )  # fmt: skip
    made = session_of(recording(laps))
    assert intensities(made) == [*said]
    assert made.notes == ()


def test_a_file_that_knows_no_recovery_does_not_make_reps_of_the_jogs() -> None:
    said = (UP, *(W,) * 7, DOWN)
    reps = ((75_000, 400.0), (90_000, 200.0))
    laps = laps_of((600_000, 1500.0), *reps * 3, reps[0], (300_000, 700.0), cause=LapCause.STEP, intensities=said)
    made = session_of(recording(laps))
    assert intensities(made) == [UP, *(W, R) * 3, W, DOWN]
    assert "told apart by speed" in made.notes[0]
    rests = laps_of(*((220_000, 1000.0), (60_000, 10.0), (33_000, 200.0), (60_000, 10.0)) * 3, intensities=(W, S) * 6)
    assert intensities(session_of(recording(rests))) == [*(W, S) * 6], "it does say what is rest"


def test_a_lap_in_which_nobody_moved_is_rest_and_not_thrown_away() -> None:
    made = session_of(recording(laps_of((202_000, 1003.0), (60_000, 5.0), (201_500, 1000.0))))
    assert intensities(made) == [W, S, W]
    assert made.plan.segments[1].activity is Activity.STAND
    assert "laps in which nobody moved are rest" in made.notes[0]


def test_reps_by_time_keep_their_own_distances() -> None:
    laps = laps_of(*((30_000, 160.0 + 4 * n) if n % 2 == 0 else (60_000, 150.0) for n in range(11)))
    made = session_of(recording(laps))
    work = [segment for segment in made.plan.segments if segment.intensity is W]
    assert [segment.distance_m for segment in work] == [160 + 8 * n for n in range(6)]
    assert made.plan.workout.name == "6 × 30 s"


def test_a_ladder_keeps_its_rungs() -> None:
    rungs = (200, 400, 600, 400, 200)
    ran = [lap for m in rungs for lap in ((m * 185, m * 1.003), (m * 185, m * 0.45))]
    made = session_of(recording(laps_of(*ran)))
    assert [segment.distance_m for segment in made.plan.segments if segment.intensity is W] == [
        Fraction(200), Fraction(400), Fraction("601.8"), Fraction(400), Fraction(200),
    ]  # fmt: skip


def test_reps_that_were_lapped_on_the_way_have_their_laps() -> None:
    rep = ((84_000, 401.0), (83_000, 403.0), (82_500, 399.0))
    made = session_of(recording(laps_of(*rep, (180_000, 350.0), *rep)))
    assert intensities(made) == [W, R, W]
    assert splits_of(folded(made).records[0]) == [(400, 84_000), (800, 167_000), (1200, 249_500)]


def test_a_pause_between_two_laps_makes_two_reps_of_them() -> None:
    laps = laps_of((75_000, 401.0), (75_400, 402.0), (75_800, 399.0))
    made = session_of(recording(laps, stops=(Stop(75_000, 90_000), Stop(240_400, 90_000))))
    assert intensities(made) == [W, W, W]
    assert folded(made).paused_ms == 180_000


# (b) One run, lapped on the way ---------------------------------------------------------------------------------------


def test_a_mile_lapped_at_the_lines_is_a_mile_with_the_splits_as_pressed() -> None:
    run = recording(laps_of((75_100, 412.0), (74_900, 405.0), (75_600, 403.0), (73_800, 404.0)))
    made = session_of(run)
    assert lone(made).segment.distance_m == MILE_M
    assert splits_of(lone(made)) == [
        (409.344, 75_100), (809.344, 150_000), (1209.344, 225_600), (1609.344, 299_400),
    ]  # fmt: skip
    assert {split.how for split in lone(made).splits} == {How.IMPORTED}
    assert origin_of(made).laps is Laps.AT_LINES
    assert made.notes[0].replace("\u00a0", " ") == "Taken for the mile, lapped at the lines; the watch measured 1624 m."
    assert made.plan.segments[0].bell_mark == 3
    assert not made.plan.segments[0].is_race, "a watch's time is none of a race's"


def test_the_lines_are_those_that_are_set() -> None:
    run = recording(laps_of((75_100, 402.0), (74_900, 405.0), (75_600, 403.0), (73_800, 414.0)))
    from_start = session_of(run, setup=Setup(convention=Convention.START_LINE))
    assert [metres for metres, _ in splits_of(lone(from_start))] == [400, 800, 1200, 1609.344]
    indoors = recording(laps_of((39_500, 211.0), *(((37_400, 202.0),) * 7)))
    made = session_of(indoors, setup=Setup(INDOOR))
    assert lone(made).segment.distance_m == MILE_M
    assert len(lone(made).splits) == 8


def test_a_1500_has_its_short_first_lap() -> None:
    run = recording(laps_of((55_000, 303.0), (74_000, 405.0), (75_000, 404.0), (72_000, 402.0)))
    assert splits_of(lone(session_of(run)))[0] == (300, 55_000)


def test_laps_of_the_track_that_are_no_race_are_laps_all_the_same() -> None:
    made = session_of(recording(laps_of(*((84_000, 404.0),) * 6)))
    assert [metres for metres, _ in splits_of(lone(made))] == [400 * n for n in range(1, 7)]
    assert origin_of(made).laps is Laps.AT_LINES


def test_laps_pressed_anywhere_stand_where_the_watch_was() -> None:
    made = session_of(recording(laps_of((300_000, 1210.0), (200_000, 777.5), (400_000, 1583.25))))
    assert splits_of(lone(made)) == [(1210, 300_000), (1987.5, 500_000), (3570.75, 900_000)]
    assert origin_of(made).laps is Laps.PRESSED
    assert made.notes == ()


def test_a_race_between_warm_up_and_cool_down_is_still_one() -> None:
    race = ((75_000, 411.0), (76_000, 404.0), (75_000, 403.0), (74_000, 404.0))
    made = session_of(recording(laps_of((600_000, 1500.0), *race, (400_000, 900.0))))
    assert intensities(made) == [UP, W, DOWN]
    assert lone(made).segment.distance_m == MILE_M


def test_steps_of_a_workout_are_never_one_run() -> None:
    made = session_of(recording(laps_of((200_000, 1000.0), (198_000, 1000.0), (199_000, 1000.0), cause=LapCause.STEP)))
    assert intensities(made) == [W, W, W]


def test_laps_by_distance_that_are_unlike_were_steps() -> None:
    made = session_of(recording(laps_of(*((75_000, 400.0), (90_000, 200.0)) * 4, cause=ROAD)))
    assert intensities(made) == [*(W, R) * 3, W, DOWN]


# (c) One run, lapped by the watch or not at all -----------------------------------------------------------------------


def test_a_mile_that_nobody_lapped_has_splits_between_the_points_and_says_so() -> None:
    made = session_of(MILE, file="mile.tcx")
    record = lone(made)
    assert record.segment.distance_m == MILE_M
    assert record.elapsed_ms == 302_400
    assert [split.how for split in record.splits] == [How.INTERPOLATED] * 3 + [How.IMPORTED]
    assert [ms for _, ms in splits_of(record)] == pytest.approx([75_252, 150_904, 228_233, 302_400], abs=2)
    assert origin_words(origin_of(made)) == "Imported from a watch: mile.tcx · splits interpolated"
    assert "the watch measured 1621" in made.notes[0]
    assert "interpolated" in made.notes[1]


def test_a_person_may_say_how_long_it_was() -> None:
    run = recording(laps_of((310_000, 1700.0)), points(310_000, lambda ms: 1700 * ms / 310_000))
    assert lone(session_of(run)).segment.distance_m == 1700
    assert lone(session_of(run, race_m=MILE_M)).segment.distance_m == MILE_M
    pressed = recording(laps_of((150_000, 850.0), (160_000, 850.0)))
    assert splits_of(lone(session_of(pressed, race_m=Fraction(1600)))) == [(800, 150_000), (1600, 310_000)]


@pytest.mark.parametrize(
    ("measured", "taken"),
    [(1622, MILE_M), (1601, 1600), (1641, MILE_M), (1590, 1600), (1517, 1500), (5060, 5000), (812, 800), (1450, 1450),
     (1700, 1700), (3215, 2 * MILE_M), (3205, 3200)],
)  # fmt: skip
def test_a_run_is_taken_for_the_race_it_is_nearest_to(measured: float, taken: Fraction) -> None:
    run = recording(laps_of((400_000, float(measured))), points(400_000, lambda ms: measured * ms / 400_000))
    assert lone(session_of(run)).segment.distance_m == taken


def test_a_long_run_keeps_the_kilometres_of_the_watch_to_the_millisecond() -> None:
    laps = laps_of(*(((301_234, 1000.0),) * 10), (61_111, 203.4), cause=ROAD)
    made = session_of(recording(laps, points(3_073_000, lambda ms: 10_203.4 * ms / 3_073_451)))
    assert splits_of(lone(made)) == [*((1000 * n, 301_234 * n) for n in range(1, 11)), (10_203.4, 3_073_451)]
    assert origin_of(made).laps is Laps.AUTOMATIC
    assert {split.how for split in lone(made).splits[:-1]} == {How.AUTOMATIC}


def test_a_long_run_without_laps_has_splits_each_kilometre() -> None:
    run = recording(laps_of((2_400_000, 8400.0)), points(2_400_000, lambda ms: 3.5 * ms / 1000))
    assert [metres for metres, _ in splits_of(lone(session_of(run)))] == [*range(1000, 8000, 1000), 8000, 8400]


def test_kilometres_of_a_track_run_give_way_to_its_laps() -> None:
    laps = laps_of((250_000, 1000.0), (250_000, 1000.0), (100_000, 400.0), cause=ROAD)
    made = session_of(recording(laps, points(600_000, lambda ms: 4 * ms / 1000)))
    assert [ms for _, ms in splits_of(lone(made))] == [100_000 * n for n in range(1, 7)]
    assert origin_of(made).laps is Laps.INTERPOLATED


def test_laps_of_unsaid_cause_are_the_watch_s_where_each_is_a_kilometre() -> None:
    laps = laps_of(*(((300_000, 1000.2),) * 7), (20_000, 60.0), cause=LapCause.UNKNOWN)
    assert origin_of(session_of(recording(laps))).laps is Laps.AUTOMATIC
    uneven = laps_of((300_000, 1013.0), (310_000, 1020.0), (20_000, 60.0), cause=LapCause.UNKNOWN)
    assert origin_of(session_of(recording(uneven))).laps is Laps.PRESSED


def test_without_points_no_split_is_made_up() -> None:
    made = session_of(recording(laps_of((300_000, 1621.0))))
    assert splits_of(lone(made)) == [(1609.344, 300_000)]
    assert origin_of(made).laps is Laps.NONE
    assert "too few points" in made.notes[-1]


def test_a_warm_up_that_the_watch_lapped_is_one_segment() -> None:
    laps = (
        *laps_of((300_000, 1000.0), (301_000, 1000.0), (0, 0.0), cause=ROAD)[:2],
        replace(laps_of((100_000, 330.0))[0], start_ms=601_000, cause=LapCause.PRESSED),
        *(
            replace(lap, start_ms=lap.start_ms + 701_000)
            for lap in laps_of((75_000, 401.0), (90_000, 200.0), (76_000, 399.0))
        ),
    )
    made = session_of(recording(laps))
    assert intensities(made) == [UP, W, R, W]
    assert folded(made).records[0].elapsed_ms == 701_000


# (d) Reps that nobody lapped ------------------------------------------------------------------------------------------


def fartlek_m(ms: int) -> float:
    """Ten minutes at 2.7 m/s, then five times 200 s at 5 and 60 s at 1.5."""
    metres, left = min(ms, 600_000) * 2.7e-3, ms - 600_000
    for _ in range(5):
        for length_ms, m_s in ((200_000, 5.0), (60_000, 1.5)):
            metres += max(0, min(left, length_ms)) * m_s / 1000
            left -= length_ms
    return metres


def test_clear_reps_are_found_by_speed_and_said_to_be() -> None:
    run = recording(laps_of((1_900_000, fartlek_m(1_900_000))), points(1_900_000, fartlek_m))
    made = session_of(run)
    assert intensities(made) == [UP, *(W, R) * 4, W, DOWN]
    assert folded(made).running_ms == 1_900_000
    assert origin_of(made).laps is Laps.FOUND
    assert made.plan.workout.name == "5 × 1000 m"
    assert "found by speed" in made.notes[0]
    work = [record for record in folded(made).records if record.segment.intensity is W]
    assert all(record.elapsed_ms == pytest.approx(200_000, abs=2000) for record in work)
    assert all(record.splits[-1].how is How.INTERPOLATED for record in work)


def test_who_says_how_long_it_was_says_that_it_was_one_run() -> None:
    run = recording(laps_of((1_900_000, fartlek_m(1_900_000))), points(1_900_000, fartlek_m))
    assert intensities(session_of(run, race_m=Fraction(6800))) == [W]


# What any file may be -------------------------------------------------------------------------------------------------


def test_without_laps_and_points_there_is_one_segment_from_the_totals() -> None:
    made = session_of(Recording("running", "", 600_000, None))
    assert (len(made.plan.segments), folded(made).running_ms) == (1, 600_000)
    assert "no distances" in made.notes[0]


def test_laps_without_distances_are_shown_by_their_times() -> None:
    made = session_of(recording(laps_of((80_000, None), (91_000, None))))
    assert [record.elapsed_ms for record in folded(made).records] == [80_000, 91_000]


def test_another_sport_is_said() -> None:
    assert "cycling" in session_of(replace(INTERVALS, sport="cycling")).notes[0]


def test_no_running_time_is_refused() -> None:
    with pytest.raises(WorkoutError, match="no running time"):
        session_of(Recording("running", "", 0, 1000.0, laps_of((0, 1000.0))))


def test_what_is_over_a_bound_is_refused() -> None:
    with pytest.raises(WorkoutError, match="at most"):
        session_of(recording(laps_of(*((1000, 4.0),) * 2001)))
    with pytest.raises(WorkoutError, match="at most"):
        session_of(recording(laps_of((1000, 2e6))))


def test_as_many_laps_as_may_be_are_taken() -> None:
    made = session_of(recording(laps_of(*((1000 + n % 7, None) for n in range(2000)))))
    assert len(made.plan.segments) == 2000


@pytest.mark.parametrize(
    ("elapsed_ms", "running_ms", "said"),
    [(200_000, 200_000, "12.00 s less than the run; what is left is taken as a last lap"),
     (188_400, 188_000, "0.40 s less than the run; the laps are taken"),
     (187_000, 188_000, "1.00 s more than the run; the laps are taken")],
)  # fmt: skip
def test_a_file_that_disagrees_with_itself_is_said_to_by_how_much(elapsed_ms: int, running_ms: int, said: str) -> None:
    made = session_of(recording(laps_of((94_000, 400.0), (94_000, 400.0)), elapsed_ms=elapsed_ms))
    assert folded(made).running_ms == running_ms
    assert said in made.notes[0]


def test_distances_that_disagree_are_said() -> None:
    made = session_of(recording(laps_of((94_000, 400.0), (94_000, 400.0)), distance_m=900.0))
    assert made.notes[0].startswith("The laps come to 800 m and the run to 900 m")


def test_warnings_of_the_file_come_first() -> None:
    notes = session_of(replace(MILE, warnings=("The end was missing.", "points were left out: 1"))).notes
    assert notes[:2] == ("The end was missing.", "Points were left out: 1.")


def test_a_pause_in_a_lap_costs_exactly_its_length() -> None:
    laps = laps_of((75_000, 400.0), (80_000, 400.0))
    made = session_of(recording(laps, stops=(Stop(30_000, 7_000), Stop(100_000, 13_000))))
    session = folded(made)
    assert session.paused_ms == 20_000
    assert session.ended_at is not None
    assert session.ended_at.ms == 155_000 + 20_000
    assert [type(event) for event in made.events if isinstance(event, (Paused, Resumed))] == [Paused, Resumed] * 2
    assert [split.elapsed_ms for split in session.records[0].splits] == [75_000, 155_000]


causes = st.sampled_from([*LapCause])
efforts = st.sampled_from([None, W, R, S])
lap_values = st.tuples(st.integers(1, 4_000_000), st.none() | st.floats(0, 20_000), causes, efforts)
sample_steps = st.lists(st.tuples(st.integers(1, 60_000), st.none() | st.floats(0, 400)), max_size=30)
stop_lists = st.lists(st.builds(Stop, st.integers(0, 5_000_000), st.integers(0, 600_000)), max_size=4)


@st.composite
def recordings(draw: st.DrawFn) -> Recording:
    """Any recording that a reader may hand over, however odd."""
    laps, at_ms = [], 0
    for ms, metres, cause, intensity in draw(st.lists(lap_values, max_size=8)):
        laps.append(RunLap(at_ms, ms, metres, cause, intensity))
        at_ms += ms + draw(st.sampled_from([0, 0, 0, 30_000]))
    samples, ms, metres = [], 0, 0.0
    for step_ms, step_m in draw(sample_steps):
        ms, metres = ms + step_ms, metres + (step_m or 0)
        samples.append(Sample(ms, None if step_m is None else metres))
    total = sum(lap.elapsed_ms for lap in laps) or ms or 1000
    off = draw(st.sampled_from([0, 0, 0, 300, -300, 90_000]))
    whole_m = draw(st.none() | st.floats(0, 90_000))
    stops = tuple(draw(stop_lists))
    return Recording("running", "", max(1, total + off), whole_m, tuple(laps), tuple(samples), stops)


@settings(max_examples=150, deadline=None)
@given(recordings())
def test_no_time_is_lost_and_the_engine_tells_the_same(run: Recording) -> None:
    made = session_of(run)
    session = folded(made)
    laps_ms = sum(lap.elapsed_ms for lap in run.laps)
    whole = run.elapsed_ms if not laps_ms or run.elapsed_ms - laps_ms >= 1000 else laps_ms
    assert session.running_ms == whole
    assert session.finished
    assert sum(record.elapsed_ms or 0 for record in session.standing) == whole
    assert Engine.replayed(made.plan, list(presses(holding(made.events)))).held == list(made.events)
    assert session.ended_at is not None
    assert session.ended_at.ms == whole + session.paused_ms
    for record in session.records:
        marks = [mark.distance_m for mark in record.segment.marks]
        assert marks == sorted(set(marks))
        assert len(record.splits) == len(marks)


def ends_of(plan: Plan, events: Imported) -> list[int]:
    session = Session.from_events(plan, events.events)
    ends, at = [], 0
    for record in session.records:
        ends += [at + split.elapsed_ms for split in record.splits[:-1]]
        at += record.elapsed_ms or 0
        ends.append(at)
    return ends


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 600_000), st.floats(50, 3000)), min_size=2, max_size=12))
def test_every_lap_that_was_pressed_ends_where_the_watch_says(ran: Sequence[tuple[int, float]]) -> None:
    made = session_of(recording(laps_of(*ran)))
    ends, at = ends_of(made.plan, made), 0
    for ms, _ in ran:
        at += ms
        assert at in ends


def test_a_mile_s_points_are_those_of_the_mile() -> None:
    assert mile_m(302_400) == 1621.0
