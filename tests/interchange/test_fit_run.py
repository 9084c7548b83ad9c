"""FIT runs, read: laps, points and pauses as the watch kept them, and nothing that it did not."""

from __future__ import annotations

from typing import Any

import pytest
from garmin_fit_sdk import Encoder, Profile

from app.core.errors import WorkoutError
from app.core.workout import Intensity
from app.interchange.fit import read_fit
from app.interchange.recording import LapCause, Recording, RunLap, Sample, Stop
from tests.interchange.fit_made import (
    ACTIVITY,
    BASE,
    EVENT,
    FILE_ID,
    LAP,
    RECORD,
    SESSION,
    TIME,
    Fields,
    data,
    definition,
    file_id,
    fit_file,
    message,
)


def only(made: bytes) -> Recording:
    (held,) = read_fit(made)
    assert isinstance(held, Recording)
    return held


def encoded(*messages: tuple[str, dict[str, Any]]) -> bytes:
    """Write a file with Garmin's own encoder."""
    encoder = Encoder()
    for kind, fields in messages:
        encoder.on_mesg(Profile["mesg_num"][kind], fields)
    return encoder.close()


def at(seconds: int) -> int:
    return BASE + seconds


HEAD = ("FILE_ID", {"type": "activity", "manufacturer": "garmin", "product": 2691, "time_created": BASE})


def lap(start: int, timer: float, wall: float, distance: float, **more: str | int) -> tuple[str, dict[str, Any]]:
    fields = {"start_time": at(start), "timestamp": at(start + round(wall)), "total_timer_time": timer}
    return "LAP", fields | {"total_elapsed_time": wall, "total_distance": distance} | more


def record(seconds: int, **fields: float) -> tuple[str, dict[str, Any]]:
    return "RECORD", {"timestamp": at(seconds)} | fields


def timer(seconds: int, what: str) -> tuple[str, dict[str, Any]]:
    return "EVENT", {"timestamp": at(seconds), "event": "timer", "event_type": what}


INTERVALS = encoded(
    HEAD,
    timer(0, "start"),
    record(0, distance=0.0, enhanced_speed=0.0, heart_rate=90),
    record(40, distance=200.0, enhanced_speed=5.25, heart_rate=165),
    lap(0, 79.5, 79.5, 400.0, lap_trigger="manual", intensity="active"),
    timer(100, "stop"),
    timer(130, "start"),
    record(150, distance=420.0, enhanced_speed=0.5, heart_rate=120),
    lap(80, 60.25, 90.25, 20.0, lap_trigger="time", intensity="rest"),
    lap(170, 80.0, 80.0, 400.5, lap_trigger="session_end", intensity="active"),
    timer(250, "stop_all"),
    (
        "SESSION",
        {
            "start_time": at(0),
            "timestamp": at(250),
            "sport": "running",
            "sub_sport": "track",
            "total_timer_time": 219.75,
            "total_elapsed_time": 249.75,
            "total_distance": 820.5,
        },
    ),
    ("ACTIVITY", {"timestamp": at(250), "local_timestamp": at(250) - 5 * 3600, "num_sessions": 1}),
)


def test_an_interval_run_is_read_as_the_watch_kept_it() -> None:
    assert only(INTERVALS) == Recording(
        sport="running",
        started_at="2021-09-07T20:46:40-05:00",
        elapsed_ms=219_750,
        distance_m=820.5,
        laps=(
            RunLap(0, 79_500, 400.0, LapCause.PRESSED, Intensity.WORK, 79_500),
            RunLap(79_500, 60_250, 20.0, LapCause.TIME, Intensity.REST, 90_250),
            RunLap(169_750, 80_000, 400.5, LapCause.END, Intensity.WORK, 80_000),
        ),
        samples=(
            Sample(0, 0.0, 0.0, 90),
            Sample(40_000, 200.0, 5.25, 165),
            Sample(150_000, 420.0, 0.5, 120),
        ),
        stops=(Stop(100_000, 30_000),),
        device="Garmin fr935",
    )


def test_an_intensity_that_all_laps_share_says_nothing() -> None:
    laps = [lap(80 * n, 80, 80, 400, intensity="active") for n in range(3)]
    assert [found.intensity for found in only(encoded(HEAD, *laps)).laps] == [None] * 3


def test_a_lap_that_the_watch_ends_with_a_step_of_its_workout_says_so() -> None:
    laps = [
        lap(0, 80, 80, 400, lap_trigger="distance", wkt_step_index=0),
        lap(80, 60, 60, 100, lap_trigger="time", wkt_step_index=1),
        lap(140, 240, 240, 1000, lap_trigger="distance", wkt_step_index=2),
        lap(380, 120, 120, 500, lap_trigger="manual", wkt_step_index=2),
        lap(500, 60, 60, 300, lap_trigger="session_end"),
    ]
    causes = [found.cause for found in only(encoded(HEAD, *laps)).laps]
    assert causes == [LapCause.STEP, LapCause.STEP, LapCause.DISTANCE, LapCause.PRESSED, LapCause.END]


def test_a_lap_whose_stamp_is_far_from_the_end_of_the_last_one_begins_at_its_stamp() -> None:
    laps = [lap(0, 80, 80, 400), lap(90, 80, 80, 400), lap(171, 80, 80, 400)]
    assert [found.start_ms for found in only(encoded(HEAD, *laps)).laps] == [0, 90_000, 170_000]


def test_laps_without_a_length_are_left_out() -> None:
    held = only(encoded(HEAD, lap(0, 80, 80, 400), lap(80, 0, 0, 0), lap(80, 0, 0, 5)))
    assert len(held.laps) == 1
    assert "laps without a length or a place were left out: 1" in held.warnings


def test_points_are_put_in_order_each_second_once() -> None:
    rows = [
        record(0, distance=0.0),
        record(20, distance=90.0),
        record(10, distance=45.0),
        record(20, heart_rate=150),
        record(30, distance=140.0, speed=4.5),
    ]
    held = only(encoded(HEAD, *rows))
    assert held.samples == (
        Sample(0, 0.0),
        Sample(10_000, 45.0),
        Sample(20_000, 90.0, None, 150),
        Sample(30_000, 140.0, 4.5),
    )
    assert held.warnings[0] == "the watch's clock went back on the way; the points were put in order"


def test_points_from_before_the_clock_was_set_are_left_out() -> None:
    old = [record(seconds - 500_000_000) for seconds in range(3)]
    held = only(encoded(HEAD, *old, record(1, distance=4.0), record(9, distance=40.0), lap(0, 10, 10, 44)))
    assert [sample.at_ms for sample in held.samples] == [1000, 9000]
    assert "points stamped outside the run were left out: 3" in held.warnings


def test_a_run_whose_totals_lie_elsewhere_in_time_begins_with_its_points() -> None:
    session = ("SESSION", {"start_time": at(-400_000_000), "total_timer_time": 60.0, "sport": "running"})
    held = only(encoded(HEAD, record(0, distance=0.0), record(60, distance=250.0), session))
    assert [sample.at_ms for sample in held.samples] == [0, 60_000]
    assert held.started_at == "2021-09-08T01:46:40+00:00"


def test_a_run_without_totals_is_measured_by_its_laps_or_points() -> None:
    points = (record(0, distance=0.0), record(60, distance=250.0))
    pause = (timer(20, "stop"), timer(30, "start"))
    alone = only(encoded(HEAD, *points, *pause))
    assert (alone.elapsed_ms, alone.distance_m, alone.laps) == (50_000, 250.0, ())
    assert alone.warnings == ("the file has no totals; time and distance are those of its laps or points",)
    lapped = only(encoded(HEAD, lap(0, 80.5, 80.5, 400), lap(80, 81, 81, 400)))
    assert (lapped.elapsed_ms, lapped.distance_m) == (161_500, 800.0)


def test_a_pause_lasts_from_the_first_stop_to_the_next_start() -> None:
    events = [timer(0, "start"), timer(20, "stop_all"), timer(25, "stop"), timer(40, "start"), timer(45, "start")]
    assert only(encoded(HEAD, *events, lap(0, 50, 70, 200))).stops == (Stop(20_000, 20_000),)


def test_a_stop_that_no_start_follows_is_the_end() -> None:
    events = [timer(0, "start"), timer(50, "stop_disable_all"), timer(60, "stop_all")]
    assert only(encoded(HEAD, *events, lap(0, 50, 50, 200))).stops == ()


def test_a_triathlon_is_three_runs() -> None:
    legs = [
        ("SESSION", {"start_time": at(start), "sport": sport, "total_timer_time": 100.0, "total_distance": far})
        for start, sport, far in ((300, "running", 400.0), (0, "swimming", 100.0), (150, "cycling", 900.0))
    ]
    points = [record(seconds, distance=float(seconds)) for seconds in (5, 160, 170, 310)]
    held = read_fit(encoded(HEAD, *points, lap(0, 100, 100, 100), lap(300, 50, 50, 200), lap(350, 50, 50, 200), *legs))
    runs = [run for run in held if isinstance(run, Recording)]
    assert [(run.sport, run.distance_m, len(run.laps), len(run.samples)) for run in runs] == [
        ("swimming", 100.0, 1, 1),
        ("cycling", 900.0, 0, 2),
        ("running", 400.0, 2, 1),
    ]


@pytest.mark.parametrize(("kind", "what"), [(6, "a course"), (2, "settings"), (32, "monitoring data"), (9, "weight")])
def test_a_file_of_another_kind_is_named_and_refused(kind: int, what: str) -> None:
    made = fit_file(file_id(kind), message(RECORD, {TIME: ("I", BASE)}) if kind == 6 else b"")
    with pytest.raises(WorkoutError, match=f"^this FIT file holds {what}, no workout and no run$"):
        read_fit(made)


def test_an_activity_of_one_moment_is_no_run() -> None:
    with pytest.raises(WorkoutError, match="no workout and no run"):
        read_fit(encoded(HEAD, record(0, distance=0.0)))


# What only bytes made by hand can hold -----------------------------------------------------------------------------


def test_compressed_stamps_and_distances_of_old_watches_run_on() -> None:
    """The five bits of a stamp and the twelve of a distance both wrap; a definition in between resets nothing."""

    def old(speed: int, sixteenths: int) -> bytes:
        low = speed | (sixteenths & 0xF) << 12
        return bytes([low & 0xFF, low >> 8, sixteenths >> 4 & 0xFF])

    first: Fields = {TIME: ("I", BASE), 8: ("y", old(400, 0))}
    shape: Fields = {8: ("y", b"123"), 3: ("B", 0)}
    again = definition(RECORD, shape, local=1)
    rows = [definition(RECORD, first), data(first), again]
    for n in range(1, 9):
        offset = (BASE + 20 * n) & 0x1F
        packed = old(500, 1600 * n & 0xFFF)
        rows.append(data({8: ("y", packed), 3: ("B", 140 + n)}, local=1, offset=offset))
        if n == 5:
            rows.append(again)
    held = only(fit_file(file_id(4), *rows))
    assert [(sample.at_ms, sample.distance_m, sample.heart_bpm) for sample in held.samples] == [
        (20_000 * n, 100.0 * n, 140 + n if n else None) for n in range(9)
    ]
    assert held.samples[1].speed_m_s == 5.0


def test_fields_of_an_app_on_the_watch_are_not_taken_for_its_own() -> None:
    app_id = message(207, {3: ("B", 0)})
    described = message(206, {0: ("B", 0), 1: ("B", 0), 2: ("B", 0x02), 3: ("s", "heart_rate")})
    fields: Fields = {TIME: ("I", BASE), 3: ("B", 150)}
    own = definition(RECORD, fields)
    defined = bytes([own[0] | 0x20]) + own[1:] + bytes([1, 0, 1, 0])
    rows = [data({TIME: ("I", BASE + n), 3: ("B", 150)}) + bytes([77]) for n in (0, 1)]
    held = only(fit_file(file_id(4), app_id, described, defined, *rows))
    assert [sample.heart_bpm for sample in held.samples] == [150, 150]


def test_figures_that_cannot_be_are_left_out() -> None:
    rows = [
        message(RECORD, {TIME: ("I", BASE + n), 3: ("B", 0), 5: ("d", far), 6: ("d", far)})
        for n, far in enumerate((float("inf"), -1.0, 1e300))
    ]
    assert only(fit_file(file_id(4), *rows)).samples == (Sample(0), Sample(1000), Sample(2000))


def test_a_watch_that_was_never_set_has_no_date() -> None:
    lap_fields: Fields = {2: ("I", 1000), TIME: ("I", 1080), 7: ("I", 80_000), 8: ("I", 80_000), 9: ("I", 40_000)}
    held = only(fit_file(file_id(4), message(LAP, lap_fields)))
    assert (held.started_at, held.elapsed_ms, held.distance_m) == ("", 80_000, 400.0)


def test_a_file_that_says_nothing_of_itself_is_known_by_what_it_holds() -> None:
    session: Fields = {2: ("I", BASE), 5: ("E", 1), 7: ("I", 60_000), 8: ("I", 60_000), 9: ("I", 25_000)}
    held = only(fit_file(message(SESSION, session)))
    assert (held.sport, held.elapsed_ms, held.distance_m, held.device) == ("running", 60_000, 250.0, "")


def test_the_name_of_the_watch_is_its_makers_own_where_it_says_one() -> None:
    head = message(FILE_ID, {0: ("E", 4), 1: ("H", 23), 8: ("s", "Ambit 3")})
    event = message(EVENT, {TIME: ("I", BASE), 0: ("E", 0), 1: ("E", 0)})
    local = message(ACTIVITY, {TIME: ("I", BASE), 5: ("I", BASE + 10**8)})
    session: Fields = {2: ("I", BASE), 8: ("I", 60_000)}
    held = only(fit_file(head, event, message(SESSION, session), local))
    assert held.device == "Suunto Ambit 3"
    assert held.started_at.endswith("+00:00")
