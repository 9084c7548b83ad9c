"""Damaged FIT files: what is whole comes in with a warning, or one sentence refuses; nothing else is ever raised."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.athlete import Athlete
from app.core.bounds import FIT_PARTS, INTERCHANGE_BYTES
from app.core.errors import WorkoutError
from app.interchange import fit_messages
from app.interchange.fit import FORMAT, read_fit
from app.interchange.fit_bytes import checksum
from app.interchange.fit_salvage import Shape, next_whole
from app.interchange.fit_workout_out import write_workout
from app.interchange.format import Held
from app.interchange.recording import Recording
from app.interchange.sheet import SheetRead
from tests.interchange.fit_made import (
    BASE,
    LAP,
    RECORD,
    SESSION,
    TIME,
    Fields,
    crc16,
    data,
    definition,
    file_id,
    fit_file,
    message,
    repeat,
    step,
    workout,
)
from tests.interchange.test_fit_run import INTERVALS
from tests.interchange.test_fit_workout_out import CLASSIC

WORKOUT = workout(step(0, 1, 40_000), step(1, 5), repeat(2, 0, 4))


def points(n: int, start: int = 0) -> bytes:
    fields: Fields = {TIME: ("I", 0), 5: ("I", 0)}
    rows = [data({TIME: ("I", BASE + start + at), 5: ("I", 400 * at)}) for at in range(n)]
    return definition(RECORD, fields) + b"".join(rows)


def totals(seconds: int = 60) -> bytes:
    fields: Fields = {2: ("I", BASE), 5: ("E", 1), 7: ("I", seconds * 1000), 8: ("I", seconds * 1000)}
    return message(SESSION, fields)


RUN = fit_file(file_id(4), points(61), totals())


def run_of(made: bytes) -> Recording:
    (held,) = read_fit(made)
    assert isinstance(held, Recording)
    return held


@given(st.binary(max_size=300))
def test_the_checksum_is_that_of_the_protocol(some: bytes) -> None:
    assert checksum(some) == crc16(some)


def test_a_wrong_checksum_alone_is_a_warning() -> None:
    whole = run_of(RUN)
    damaged = run_of(RUN[:-2] + b"\x12\x34")
    assert whole.warnings == ()
    assert damaged.warnings == ("the file's checksum is wrong: something in it may be damaged",)
    assert damaged.samples == whole.samples


def test_a_wrong_checksum_of_the_header_is_a_warning_and_none_is_none() -> None:
    for said, n in ((b"\x12\x34", 1), (b"\0\0", 0)):
        made = RUN[:12] + said + RUN[14:-2]
        assert len(run_of(made + crc16(made).to_bytes(2, "little")).warnings) == n


@pytest.mark.parametrize("head", [12, 13, 14, 20])
def test_headers_of_any_length_are_read(head: int) -> None:
    made = fit_file(points(5), totals(), head=min(head, 14) if head < 14 else 14)
    if head not in (12, 14):
        body = made[14 if head > 14 else 12 : -2]
        made = bytes([head]) + made[1:12] + bytes(head - 12) + body
        made += crc16(made).to_bytes(2, "little")
    assert len(run_of(made).samples) == 5


def test_a_file_cut_short_keeps_what_is_whole() -> None:
    held = run_of(RUN[: len(RUN) // 2])
    assert 20 < len(held.samples) < 40
    assert held.warnings[0] == "the file ends too early; what is whole of it was read"
    assert held.laps == ()


def test_a_file_that_lost_its_checksum_keeps_all() -> None:
    held = run_of(RUN[:-2])
    assert len(held.samples) == 61
    assert len(held.warnings) == 1


def test_a_file_whose_length_was_never_written_keeps_all() -> None:
    held = run_of(fit_file(file_id(4), points(61), totals(), size=0)[:-2])
    assert len(held.samples) == 61
    assert held.warnings == ("the file was never finished; what is whole of it was read",)


def test_files_in_a_row_are_read_in_order() -> None:
    held = read_fit(RUN + WORKOUT + INTERVALS)
    assert [type(one) for one in held] == [Recording, SheetRead, Recording]
    assert not any(one.warnings for one in held)


def test_a_broken_file_in_the_row_costs_only_itself() -> None:
    broken = fit_file(file_id(4), points(30), bytes([0x0B]) * 40)
    first, second = read_fit(broken + RUN)
    assert isinstance(first, Recording)
    assert isinstance(second, Recording)
    assert first.warnings[0] == "the file is damaged in the middle; it was read up to there"
    assert (len(first.samples), len(second.samples), second.warnings) == (30, 61, ())


@pytest.mark.parametrize(
    ("gone", "put"),
    [
        (1, b""),
        (3, b""),
        (0, b"\0"),
        (30, b""),
        (0, bytes(range(200))),
    ],
)
def test_points_behind_a_hole_are_found_again(gone: int, put: bytes) -> None:
    rows = points(200)
    at = len(rows) // 2 + 3
    held = run_of(fit_file(file_id(4), rows[:at] + put + rows[at + gone :], totals(199)))
    assert held.warnings == ("the file is damaged in the middle; what is whole around it was read",)
    assert (held.elapsed_ms, held.samples[-1].at_ms) == (199_000, 199_000)
    assert len(held.samples) >= 198 - gone // 9
    assert all(sample.distance_m == sample.at_ms // 1000 * 4 for sample in held.samples)


def test_a_definition_that_came_with_the_damage_is_forgotten() -> None:
    rows, shape = points(200), len(points(0))
    at = shape + 100 * 9
    held = run_of(fit_file(file_id(4), rows[:at] + definition(RECORD, {0: ("B", 0)}) + rows[at:], totals(199)))
    assert held.warnings == ("the file is damaged in the middle; what is whole around it was read",)
    assert len(held.samples) == 199


def test_messages_go_on_at_one_that_bears_a_time() -> None:
    rows = b"".join(data({TIME: ("I", BASE + n), 5: ("I", n)}) for n in range(20))
    shapes = {0: Shape(8, 0), 1: Shape(3, None)}
    assert next_whole(b"\1abc" + rows, 0, shapes, BASE) == 4
    assert next_whole(b"\1abc" + rows, 0, shapes, BASE + 5) == 4 + 5 * 9
    assert next_whole(b"\1abc" + rows, 0, shapes, BASE - 90_000) is None
    assert next_whole(rows[: 3 * 9], 0, shapes, BASE) is None
    tail = b"\x80" + rows[1:9]
    assert next_whole(tail + rows[9:], 0, shapes, BASE) == 9


def test_a_hole_at_the_end_is_not_read_on_behind() -> None:
    rows = points(100)
    held = run_of(fit_file(file_id(4), rows[:-30], bytes([0x0B]) * 9, rows[-27:]))
    assert held.warnings[0] == "the file is damaged in the middle; it was read up to there"
    assert len(held.samples) == 97


def test_what_follows_without_a_header_is_left_out_with_a_word() -> None:
    assert run_of(RUN + b"\0" * 50).warnings == ()
    held = run_of(RUN + bytes(range(60)))
    assert held.warnings == ("what follows in the file has no beginning, and was left out",)


def test_a_part_that_holds_neither_is_left_out_with_a_word() -> None:
    held = run_of(RUN + fit_file(file_id(2)))
    assert held.warnings == ("part 2 of the file was left out: this FIT file holds settings, no workout and no run",)


def test_a_definition_that_promises_more_than_there_is_ends_the_file() -> None:
    fields: Fields = dict.fromkeys(range(200), ("y", b""))
    shape = bytearray(definition(RECORD, fields))
    shape[7::3] = b"\xff" * 200
    held = run_of(fit_file(file_id(4), points(10), bytes(shape), b"\0" * 100))
    assert len(held.samples) == 10
    assert held.warnings[0] == "the file is damaged in the middle; it was read up to there"


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (b"", "the file is empty"),
        (b"GPX", "this is no FIT file: it does not begin as one"),
        (bytes(86_000), "this is no FIT file: it does not begin as one"),
        (RUN[:11], "this is no FIT file: it does not begin as one"),
        (RUN[:14], "nothing in this FIT file is whole: the file ends too early; what is whole of it was read"),
        (fit_file(), "this FIT file is empty but for its head"),
        (fit_file(bytes([0x0B]) * 40), "nothing in this FIT file is whole: the file is damaged in the middle"),
    ],
)
def test_what_holds_nothing_is_refused_in_one_sentence(made: bytes, said: str) -> None:
    with pytest.raises(WorkoutError) as refused:
        read_fit(made)
    assert str(refused.value).startswith(said)
    assert len(refused.value.faults) == 1


def test_bounds_hold_before_anything_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(WorkoutError, match="25 MB are the most"):
        read_fit(RUN + bytes(INTERCHANGE_BYTES))
    monkeypatch.setitem(fit_messages._MOST, "record", 20)
    monkeypatch.setitem(fit_messages._MOST, "lap", 2)
    fields: Fields = {2: ("I", BASE), 7: ("I", 1000), 8: ("I", 1000)}
    held = run_of(fit_file(points(61), message(LAP, fields) * 5, totals()))
    assert (len(held.samples), len(held.laps), held.elapsed_ms) == (20, 2, 60_000)
    assert len(held.warnings) == 2


def test_a_file_of_endless_tiny_messages_is_read_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fit_messages, "FIT_FIELDS", 3_000)
    nothing = definition(0xFF00, {}, local=1) + bytes([1]) * 5_000
    held = run_of(fit_file(points(61), nothing, totals()))
    assert len(held.samples) == 61
    assert held.warnings[0] == "the file is too long; the rest of it was left out"


def test_parts_in_a_row_are_bounded() -> None:
    held = read_fit(RUN[:0] + fit_file(totals()) * (FIT_PARTS + 5))
    assert len(held) == FIT_PARTS
    assert held[-1].warnings[-1] == "the file is too long; the rest of it was left out"


# Nothing else is ever raised ---------------------------------------------------------------------------------------

WHOLE = (RUN, INTERVALS, WORKOUT, write_workout(CLASSIC, Athlete()), INTERVALS + WORKOUT)


def tried(made: bytes) -> tuple[Held, ...]:
    try:
        return read_fit(made)
    except WorkoutError:
        return ()


@given(made=st.sampled_from(WHOLE[:4]), cut=st.integers(0, 2000))
@settings(max_examples=60)
def test_any_file_cut_anywhere(made: bytes, cut: int) -> None:
    for held in tried(made[: cut % len(made)]):
        assert held.warnings


@given(made=st.sampled_from(WHOLE), bits=st.lists(st.integers(0, 10**6), min_size=1, max_size=8))
@settings(max_examples=150)
def test_any_file_with_bits_turned(made: bytes, bits: list[int]) -> None:
    turned = bytearray(made)
    for bit in bits:
        turned[bit // 8 % len(turned)] ^= 1 << bit % 8
    tried(bytes(turned))


@given(made=st.sampled_from(WHOLE), at=st.integers(0, 2000), gone=st.integers(0, 40), put=st.binary(max_size=40))
@settings(max_examples=100)
def test_any_file_with_a_piece_replaced(made: bytes, at: int, gone: int, put: bytes) -> None:
    at %= len(made)
    tried(made[:at] + put + made[at + gone :])


@given(body=st.binary(max_size=400))
@settings(max_examples=100)
def test_any_bytes_behind_a_header(body: bytes) -> None:
    made = fit_file(file_id(4), body)
    assert FORMAT.looks_like(made)
    tried(made)
    tried(body)
