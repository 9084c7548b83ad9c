"""GPX: a track is a run without laps, measured between its places, or a sentence says why it is none."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import gpxpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import WorkoutError
from app.interchange.gpx import FORMAT, read
from app.interchange.ground import Place, metres_between
from app.interchange.recording import Recording, Stop
from tests.interchange.xml_sheets import damaged, is_read_or_refused

NINE = datetime(2026, 11, 29, 9, tzinfo=UTC)
HEAD = '<?xml version="1.0"?><gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1" creator="A watch">'


def point(second: int | None, lat: float, lon: float = 0.0, more: str = "") -> str:
    time = "" if second is None else f"<time>{(NINE + timedelta(seconds=second)).isoformat()}</time>"
    return f'<trkpt lat="{lat}" lon="{lon}"><ele>12</ele>{time}{more}</trkpt>'


def track(*segments: str, head: str = "<name>Parkrun</name><type>running</type>") -> str:
    return f"<trk>{head}{''.join(f'<trkseg>{each}</trkseg>' for each in segments)}</trk>"


def run_of(*segments: str) -> Recording:
    (held,) = read(f"{HEAD}{track(*segments)}</gpx>".encode())
    assert isinstance(held, Recording)
    return held


def test_a_track_with_times_is_a_run_without_laps() -> None:
    run = run_of(point(0, 0) + point(30, 0.001) + point(60, 0.002))
    assert (run.name, run.sport, run.device) == ("Parkrun", "running", "A watch")
    assert (run.started_at, run.elapsed_ms, run.laps, run.stops) == ("2026-11-29T09:00:00+00:00", 60_000, (), ())
    assert [round(sample.distance_m or 0, 2) for sample in run.samples] == [0, 111.2, 222.39]
    assert run.distance_m == run.samples[-1].distance_m
    assert run.warnings == ("the file has no distances; they were measured between its places",)


def test_between_segments_the_watch_was_stopped_and_nothing_is_covered() -> None:
    run = run_of(point(0, 0) + point(30, 0.001), "", point(90, 0.005) + point(120, 0.006))
    assert run.stops == (Stop(30_000, 60_000),)
    assert run.elapsed_ms == 60_000
    assert run.distance_m == pytest.approx(222.39, abs=0.01)


def test_every_track_is_a_run_of_its_own() -> None:
    two = read(
        f"{HEAD}{track(point(0, 0) + point(30, 0.001))}{track(point(900, 0) + point(960, 0.002))}</gpx>".encode()
    )
    assert [round(run.distance_m or 0) for run in two if isinstance(run, Recording)] == [111, 222]


def test_heart_and_speed_are_kept_where_a_program_put_them() -> None:
    inner = "<gpxtpx:hr>151</gpxtpx:hr><x:speed>4.5</x:speed>"
    eleven = f"<extensions><gpxtpx:TrackPointExtension>{inner}</gpxtpx:TrackPointExtension></extensions>"
    run = run_of(point(0, 0, 0, eleven) + point(9, 0.001, 0, "<speed>3.5</speed><extensions><hr>99</hr></extensions>"))
    assert [(sample.speed_m_s, sample.heart_bpm) for sample in run.samples] == [(4.5, 151), (3.5, 99)]


def test_points_out_of_order_are_sorted() -> None:
    run = run_of(point(30, 0.001) + point(0, 0) + point(60, 0.002))
    assert [sample.at_ms for sample in run.samples] == [0, 30_000, 60_000]
    assert run.distance_m == pytest.approx(222.39, abs=0.01)
    assert "some points are not in the order of their times; they were sorted" in run.warnings


def test_points_without_time_or_place_are_left_out() -> None:
    run = run_of(point(0, 0) + point(None, 0.001) + point(30, 99) + point(60, float("nan")) + point(90, 0.002))
    assert len(run.samples) == 2
    assert "3 of 5 points have no time or place; they were left out" in run.warnings


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (f"{HEAD}{track(point(None, 0) + point(None, 1))}</gpx>", "the track has no times, so no splits can be had"),
        (f"{HEAD}{track(point(9, 0) + point(9, 1))}</gpx>", "the track has no times, so no splits can be had"),
        (f'\ufeff{HEAD}<wpt lat="1" lon="2"><name>x</name></wpt></gpx>', "waypoints or a route and no track"),
        (f'{HEAD}<rte><rtept lat="1" lon="2"/></rte></gpx>', "waypoints or a route and no track"),
        (f"{HEAD}</gpx>", "the file holds no track"),
        (f"{HEAD}{track('')}</gpx>", "the file holds no track"),
        ("<kml/>", "it begins with <kml>"),
    ],
)
def test_what_gives_no_splits_is_refused(data: str, sentence: str) -> None:
    with pytest.raises(WorkoutError, match=sentence):
        read(data.encode())


def test_what_is_whole_of_a_file_that_breaks_off_is_kept() -> None:
    whole = f"{HEAD}{track(point(0, 0) + point(30, 0.001), point(60, 0.001) + point(90, 0.002))}</gpx>"
    (held,) = read(whole[: whole.rindex("<trkpt") + 20].encode())
    assert isinstance(held, Recording)
    assert held.warnings[0] == "the file breaks off at line 1; what stands before was read"
    assert (len(held.samples), held.stops) == (3, (Stop(30_000, 30_000),))


def test_a_mark_of_bytes_at_its_beginning_is_no_fault() -> None:
    data = b"\xef\xbb\xbf" + f"{HEAD}{track(point(0, 0) + point(30, 0.001))}</gpx>".encode()
    assert FORMAT.looks_like(data[:1024])
    assert len(read(data)) == 1


# 0.5 %: the other takes a degree of latitude for 111,120 m where ours has 111,195, and the earth for flat close by.
@given(
    st.lists(st.tuples(st.integers(-900, 900), st.integers(-900, 900)), min_size=2, max_size=40), st.integers(-60, 60)
)
@settings(max_examples=60)
def test_distances_agree_with_another_program(steps: list[tuple[int, int]], lat: int) -> None:
    points, north, east = "", 0, 0
    for second, (up, right) in enumerate(steps):
        north, east = north + up, east + right
        points += point(second, lat + north / 1e6, 9 + east / 1e6)
    data = f"{HEAD}{track(points)}</gpx>"
    (held,) = read(data.encode())
    assert isinstance(held, Recording)
    assert held.distance_m == pytest.approx(gpxpy.parse(data).length_2d(), rel=0.005, abs=0.01)


def test_a_quarter_of_the_earth_is_ten_thousand_kilometres() -> None:
    assert metres_between(Place(0, 0), Place(90, 0)) == pytest.approx(10_007_557, abs=1)
    assert metres_between(Place(0, 179.9), Place(0, -179.9)) == pytest.approx(22_239, abs=1)


SAMPLE = f"{HEAD}{track(point(0, 0) + point(30, 0.001), point(60, 0.001) + point(90, 0.002))}</gpx>".encode()


@given(damaged(SAMPLE))
@settings(max_examples=100)
def test_a_damaged_track_is_read_or_refused(data: bytes) -> None:
    assert is_read_or_refused(read, data)
