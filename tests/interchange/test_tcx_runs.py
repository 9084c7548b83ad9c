"""TCX activities: laps, points and pauses as the watch kept them, and what is whole of a broken file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings

from app.core.errors import WorkoutError
from app.core.workout import Intensity
from app.interchange import ground, tcx_run
from app.interchange.recording import LapCause, Recording, RunLap, Sample, Stop
from app.interchange.tcx import read
from tests.interchange.xml_sheets import damaged, is_read_or_refused

NINE = datetime(2026, 11, 29, 9, tzinfo=UTC)
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/'
    'TrainingCenterDatabase/v2" xmlns:ns3="http://www.garmin.com/xmlschemas/ActivityExtension/v2"><Activities>'
)
TAIL = "</Activities></TrainingCenterDatabase>"


def clock(second: float) -> str:
    return (NINE + timedelta(seconds=second)).isoformat().replace("+00:00", "Z")


def point(second: float, metres: float | None = None, more: str = "") -> str:
    distance = "" if metres is None else f"<DistanceMeters>{metres}</DistanceMeters>"
    return f"<Trackpoint><Time>{clock(second)}</Time>{distance}{more}</Trackpoint>"


def lap(
    start: float, seconds: float | str, metres: float | str, *tracks: str, trigger: str = "Manual", how: str = "Active"
) -> str:
    inner = "".join(f"<Track>{track}</Track>" for track in tracks)
    distance = "" if metres == "" else f"<DistanceMeters>{metres}</DistanceMeters>"
    return (
        f'<Lap StartTime="{clock(start)}"><TotalTimeSeconds>{seconds}</TotalTimeSeconds>{distance}'
        f"<Intensity>{how}</Intensity><TriggerMethod>{trigger}</TriggerMethod>{inner}</Lap>"
    )


def activity(*laps: str, more: str = "", sport: str = "Running") -> str:
    return f'<Activity Sport="{sport}"><Id>{clock(0)}</Id>{"".join(laps)}{more}</Activity>'


def run_of(*laps: str, more: str = "") -> Recording:
    (held,) = read(f"{HEAD}{activity(*laps, more=more)}{TAIL}".encode())
    assert isinstance(held, Recording)
    return held


REPS = (
    lap(0, 80, 400, point(0, 0) + point(40, 200) + point(80, 400)),
    lap(80, 60, 100, point(81, 403) + point(140, 500), how="Resting"),
    lap(140, 78.5, 400, point(141, 505) + point(218.5, 900)),
)


def test_laps_and_points_are_kept_as_the_watch_kept_them() -> None:
    creator = "<Notes>Club night</Notes><Creator><Name>A watch</Name></Creator>"
    run = run_of(*REPS, more=creator)
    assert (run.sport, run.started_at) == ("running", "2026-11-29T09:00:00+00:00")
    assert (run.name, run.device) == ("Club night", "A watch")
    assert (run.elapsed_ms, run.distance_m, run.stops, run.warnings) == (218_500, 900, (), ())
    assert run.laps == (
        RunLap(0, 80_000, 400, LapCause.PRESSED, Intensity.WORK, 80_000),
        RunLap(80_000, 60_000, 100, LapCause.PRESSED, Intensity.RECOVERY, 60_000),
        RunLap(140_000, 78_500, 400, LapCause.PRESSED, Intensity.WORK, 78_500),
    )
    assert run.samples == tuple(
        Sample(ms, metres)
        for ms, metres in (
            (0, 0),
            (40_000, 200),
            (80_000, 400),
            (81_000, 403),
            (140_000, 500),
            (141_000, 505),
            (218_500, 900),
        )
    )


@pytest.mark.parametrize(
    ("trigger", "cause"),
    [
        ("Manual", LapCause.PRESSED),
        ("Distance", LapCause.DISTANCE),
        ("Time", LapCause.TIME),
        ("Location", LapCause.PLACE),
        ("HeartRate", LapCause.UNKNOWN),
        ("", LapCause.UNKNOWN),
    ],
)
def test_why_a_lap_ended_is_kept(trigger: str, cause: LapCause) -> None:
    run = run_of(lap(0, 300, 1000, trigger=trigger))
    assert run.laps[0].cause is cause
    assert run.laps[0].intensity is None  # the same of every lap says nothing


def test_heart_and_speed_of_a_point_are_kept() -> None:
    speed = "<Extensions><ns3:TPX><ns3:Speed>4.5</ns3:Speed></ns3:TPX></Extensions>"
    more = f"<HeartRateBpm><Value>151</Value></HeartRateBpm>{speed}"
    run = run_of(lap(0, 10, 40, point(0, 0, more) + point(10, 40, more.replace("4.5", "NaN").replace("151", "0"))))
    assert run.samples == (Sample(0, 0, 4.5, 151), Sample(10_000, 40))


def test_several_tracks_in_a_lap_are_parted_by_a_pause() -> None:
    run = run_of(
        lap(0, 80, 400, point(0, 0) + point(30, 150), point(90, 150) + point(140, 400)),
        lap(140, 60, 100, point(200, 500)),
    )
    assert run.stops == (Stop(30_000, 60_000),)
    assert [(each.elapsed_ms, each.wall_ms) for each in run.laps] == [(80_000, 140_000), (60_000, 60_000)]
    assert run.elapsed_ms == 140_000


def test_tracks_without_a_pause_in_the_laps_time_are_none() -> None:
    run = run_of(lap(0, 80, 400, point(0, 0), point(7, 40), point(80, 400)), lap(80, 60, 100))
    assert run.stops == ()


def test_pauses_come_to_what_the_laps_time_leaves() -> None:
    # The tracks are 61 s and 41 s apart, points being seconds apart; the lap's time says that 100 s were paused.
    run = run_of(lap(0, 50, 200, point(0, 0), point(61, 0), point(102, 90) + point(150, 200)), lap(150, 60, 100))
    assert sum(stop.ms for stop in run.stops) == pytest.approx(100_000, abs=2)


def test_a_lap_without_distance_is_a_slip_when_short_and_a_rest_when_long() -> None:
    run = run_of(lap(0, 80, 400), lap(80, 0.4, 0), lap(80.4, 60, 0), lap(140.4, 80, 400))
    assert [(each.elapsed_ms, each.distance_m) for each in run.laps] == [(80_000, 400), (60_000, 0), (80_000, 400)]
    assert run.warnings == ("laps of neither time nor distance were left out (1 of them)",)


def test_an_activity_of_no_time_is_no_run() -> None:
    with pytest.raises(WorkoutError, match="holds no run and no workout"):
        run_of(lap(0, 0, 0), lap(0, 0, 400, point(0, 0)))


def test_a_missing_distance_is_taken_from_the_points() -> None:
    run = run_of(lap(0, 80, "", point(0, 0) + point(80, 400)), lap(80, 60, ""))
    assert [each.distance_m for each in run.laps] == [400, None]


def test_distances_that_begin_anew_in_each_lap_are_added_up() -> None:
    run = run_of(lap(0, 80, 400, point(0, 0) + point(80, 400)), lap(80, 80, 390, point(81, 3) + point(160, 390)))
    assert [sample.distance_m for sample in run.samples] == [0, 400, 403, 790]
    assert run.warnings == ("distances begin anew in each lap; they were added up",)


def test_places_serve_where_there_are_no_distances() -> None:
    place = "<Position><LatitudeDegrees>{}</LatitudeDegrees><LongitudeDegrees>0</LongitudeDegrees></Position>"
    run = run_of(lap(0, 300, "", point(0, None, place.format(0)) + point(300, None, place.format(0.01))))
    assert run.distance_m == pytest.approx(1111.95, abs=0.01)
    assert run.warnings == ("the file has no distances; they were measured between its places",)


def test_points_are_sorted_and_each_time_is_there_once() -> None:
    heart = "<HeartRateBpm><Value>140</Value></HeartRateBpm>"
    run = run_of(lap(0, 80, 400, point(40, 200) + point(0, 0) + point(40, None, heart) + point(80, 400)))
    assert run.samples == (Sample(0, 0), Sample(40_000, 200, None, 140), Sample(80_000, 400))
    assert run.warnings == ("some points are not in the order of their times; they were sorted",)


def test_points_of_another_day_are_left_out() -> None:
    early = point(0, 0).replace("2026-11-29", "1989-12-31")
    run = run_of(lap(0, 80, 400, early + point(1, 5) + point(80, 400)))
    assert (run.started_at, len(run.samples)) == ("2026-11-29T09:00:00+00:00", 2)
    assert run.warnings == ("some points are of another day; they were left out",)


@pytest.mark.parametrize(
    ("written", "second"),
    [
        ("2026-11-29T09:00:10Z", 10),
        ("2026-11-29T09:00:10.5Z", 10.5),
        ("2026-11-29T09:00:10.500000Z", 10.5),
        ("2026-11-29T10:00:10+01:00", 10),
        ("2026-11-29T09:00:10", 10),
        (" 2026-11-29T09:00:10Z\n", 10),
    ],
)
def test_times_are_read_with_and_without_fraction_and_offset(written: str, second: float) -> None:
    run = run_of(lap(0, 20, 80, point(0, 0) + point(99, 40).replace(clock(99), written)))
    assert run.samples[-1].at_ms == second * 1000


@pytest.mark.parametrize("written", ["", "yesterday", "2026-13-45T99:00:00Z", "0001-01-01T00:00:00+14:00"])
def test_a_point_without_a_time_is_none(written: str) -> None:
    run = run_of(lap(0, 20, 80, point(0, 0) + point(99, 40).replace(clock(99), written)))
    assert len(run.samples) == 1


def test_blanks_before_the_declaration_are_left_out() -> None:
    (held,) = read(f"  \n{HEAD}{activity(*REPS)}{TAIL}".encode())
    assert isinstance(held, Recording)
    assert held.warnings == ("the file begins with blanks, which XML forbids; they were left out",)


def test_every_activity_is_a_run_of_its_own() -> None:
    two = activity(*REPS[:1]) + activity(*REPS[1:], sport="Biking")
    first, second = read(f"{HEAD}{two}{TAIL}".encode())
    assert isinstance(first, Recording)
    assert isinstance(second, Recording)
    assert (first.sport, len(first.laps), second.sport, len(second.laps)) == ("running", 1, "biking", 2)
    assert second.started_at == "2026-11-29T09:01:20+00:00"


def test_a_course_beside_an_activity_is_passed_over() -> None:
    course = (
        "<Courses><Course><Lap><TotalTimeSeconds>9</TotalTimeSeconds></Lap><Track>" + point(5, 9) + "</Track></Course>"
    )
    (held,) = read(f"{HEAD}{activity(*REPS)}</Activities>{course}</Courses></TrainingCenterDatabase>".encode())
    assert isinstance(held, Recording)
    assert (len(held.laps), len(held.samples)) == (3, 7)


def test_what_is_whole_of_a_file_that_breaks_off_is_kept() -> None:
    whole = f"{HEAD}{activity(*REPS)}{TAIL}"
    at = whole.index(point(218.5, 900)) + 30
    (held,) = read(whole[:at].encode())
    assert isinstance(held, Recording)
    assert held.warnings == ("the file breaks off at line 2; what stands before was read",)
    assert [each.elapsed_ms for each in held.laps] == [80_000, 60_000, 78_500]  # a lap says its time before its points
    assert len(held.samples) == 6


def test_a_file_that_breaks_off_anywhere_is_read_or_refused() -> None:
    whole = f"{HEAD}{activity(*REPS)}{TAIL}".encode()
    for at in range(0, len(whole), 7):
        assert is_read_or_refused(read, whole[:at])


def test_bounds_of_a_run_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tcx_run, "RECORDED_LAPS", 2)
    with pytest.raises(WorkoutError, match="more than 2 laps"):
        run_of(*REPS)
    monkeypatch.setattr(tcx_run, "RECORDED_LAPS", 3)
    monkeypatch.setattr(ground, "RECORDED_SAMPLES", 6)
    with pytest.raises(WorkoutError, match="more than 6 points"):
        run_of(*REPS)


SAMPLE = f"{HEAD}{activity(*REPS, more='<Notes>x</Notes>')}{TAIL}".encode()


@given(damaged(SAMPLE))
@settings(max_examples=100)
def test_a_damaged_run_is_read_or_refused(data: bytes) -> None:
    assert is_read_or_refused(read, data)
