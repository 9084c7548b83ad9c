"""The container of FIT: parts, checksums and messages, as far as they are whole.

Rules of the file: this is the one door to fitdecode, so that whatever it trips over in a damaged file stays here; it
knows how messages are kept, not what they mean. A file is parts in a row, each with a header, messages and a checksum.
What is broken ends its part, and is said; the messages before it count.

Source: Garmin, FIT protocol, `Flexible & Interoperable Data Transfer Protocol` (header, record header, checksum).
"""

from __future__ import annotations

import io
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeAlias

from app.core.bounds import FIT_FIELDS, FIT_PARTS, INTERCHANGE_BYTES, INTERCHANGE_STEPS, RECORDED_LAPS, RECORDED_SAMPLES
from app.core.errors import Fault, WorkoutError
from app.core.tongue import tr

Value: TypeAlias = str | int | float
"""As fitdecode gives it: scaled to metres and seconds; an enumeration's word; raw numbers where `_RAW` says so."""

_HEADER = 12
"""Bytes of the shortest header; the longer one has a checksum of its own, which the file's includes."""
_MESSAGE_COST = 6
"""What a message costs beside its fields, in fields: measured, 10 us and 1.7 us a field."""

_WANTED: dict[str, frozenset[str]] = {
    kind: frozenset(names.split())
    for kind, names in {
        "file_id": "type manufacturer product product_name",
        "workout": "sport wkt_name wkt_description",
        "workout_step": (
            "message_index wkt_step_name duration_type duration_value target_type target_value custom_target_value_low "
            "custom_target_value_high intensity notes exercise_category exercise_weight secondary_target_type "
            "secondary_target_value secondary_custom_target_value_low secondary_custom_target_value_high"
        ),
        "session": "timestamp start_time sport total_elapsed_time total_timer_time total_distance",
        "lap": (
            "timestamp start_time total_elapsed_time total_timer_time total_distance lap_trigger intensity "
            "wkt_step_index"
        ),
        "record": "timestamp distance enhanced_speed speed heart_rate compressed_speed_distance",
        "event": "timestamp event event_type",
        "activity": "timestamp local_timestamp",
        "sport": "sport",
    }.items()
}
_RAW = {"workout_step"}
"""Kinds whose numbers are read as they stand in the file: what they count depends on the step's other fields."""
_WORDS = {"exercise_category"}
_MARKS = {"compressed_speed_distance"}
"""Fields of which it is enough that they are there: 1."""

_MOST = {"record": RECORDED_SAMPLES, "lap": RECORDED_LAPS, "workout_step": INTERCHANGE_STEPS}


@dataclass(frozen=True, slots=True)
class Message:
    """One message, what of it anyone wants; a field that is invalid in the file is not there."""

    kind: str
    values: dict[str, Value]


@dataclass(slots=True)
class Part:
    """One FIT file of those in a row.

    Attributes:
        messages: in the order of the file.
        kinds: how many messages of each kind it had, those that nobody wants as well.
        faults: what of it was not whole, one sentence each.
    """

    messages: list[Message] = field(default_factory=list)
    kinds: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def of(self, kind: str) -> list[dict[str, Value]]:
        """Return the values of each message of a kind."""
        return [message.values for message in self.messages if message.kind == kind]


def looks_like_fit(start: bytes) -> bool:
    """Whether these first bytes can begin a FIT file."""
    return len(start) >= _HEADER and start[0] >= _HEADER and start[8:12] == b".FIT"


def read_parts(data: bytes) -> tuple[Part, ...]:
    """Read what is whole.

    Returns:
        The parts in order, at least one; a part may hold nothing.

    Raises:
        WorkoutError: the file is empty, too large, or no FIT file.
    """
    if not data:
        raise WorkoutError([Fault(tr("the file is empty"))])
    if len(data) > INTERCHANGE_BYTES:
        said = tr("the file is too large: {n} MB are the most").format(n=INTERCHANGE_BYTES // 1_000_000)
        raise WorkoutError([Fault(said)])
    if not looks_like_fit(data[:_HEADER]):
        raise WorkoutError([Fault(tr("this is no FIT file: it does not begin as one"))])
    parts: list[Part] = []
    budget = _Budget()
    at = 0
    while at < len(data) and len(parts) < FIT_PARTS and budget.fields > 0:
        if not looks_like_fit(data[at : at + _HEADER]):
            if data[at:].strip(b"\0"):
                parts[-1].faults.append(tr("what follows in the file has no beginning, and was left out"))
            at = _next_header(data, at)
            continue
        part, at = _read_part(data, at, budget)
        parts.append(part)
    if at < len(data) or budget.fields <= 0:
        parts[-1].faults.append(tr("the file is too long; the rest of it was left out"))
    return tuple(parts)


@dataclass(slots=True)
class _Budget:
    """What may still be read, so that time and memory are bounded before they are spent."""

    fields: int = field(default_factory=lambda: FIT_FIELDS)
    left: dict[str, int] = field(default_factory=lambda: dict(_MOST))


def _next_header(data: bytes, at: int) -> int:
    """Return where the next part begins after `at`; the end where none does."""
    while (found := data.find(b".FIT", at + 9)) >= 0:
        if data[found - 8] >= _HEADER:
            return found - 8
        at = found - 8
    return len(data)


def _read_part(data: bytes, at: int, budget: _Budget) -> tuple[Part, int]:
    """Read one part; return it and where the next may begin."""
    part = Part()
    start = at + data[at]
    end = start + int.from_bytes(data[at + 4 : at + 8], "little")
    fault = ""
    if end == start and start + 2 < len(data) and not looks_like_fit(data[start + 2 : start + 2 + _HEADER]):
        end = len(data)  # a watch writes the length last: this one was switched off before
        fault = tr("the file was never finished; what is whole of it was read")
    elif end + 2 > len(data):
        end = min(end, len(data))
        fault = tr("the file ends too early; what is whole of it was read")
    elif not _is_sound(data, at, end):
        fault = tr("the file's checksum is wrong: something in it may be damaged")
    is_whole = _read_messages(data[start:end], part, budget)
    if not is_whole and budget.fields > 0 and end + 2 <= len(data):
        fault = tr("the file is damaged in the middle; it was read up to there")
        end = min(_next_header(data, start), end)
    if fault:
        part.faults.insert(0, fault)
    return part, min(end + 2, len(data))


def _is_sound(data: bytes, at: int, end: int) -> bool:
    """Whether both checksums of a part are right; that of the header may be left out, or 0."""
    head, said = at + _HEADER, int.from_bytes(data[at + 12 : at + 14], "little") if data[at] > _HEADER + 1 else 0
    if said and checksum(data[at:head]) != said:
        return False
    return checksum(data[at:end]) == int.from_bytes(data[end : end + 2], "little")


def _read_messages(body: bytes, part: Part, budget: _Budget) -> bool:
    """Put the messages of a body into a part; return whether all of it was read."""
    cut: set[str] = set()
    try:
        for frame in _frames(body):
            budget.fields -= _MESSAGE_COST + len(frame.fields)
            if budget.fields <= 0:
                return False
            kind = frame.name
            part.kinds[kind] = part.kinds.get(kind, 0) + 1
            wanted = _WANTED.get(kind)
            if wanted is None:
                continue
            if kind in budget.left:
                if not budget.left[kind]:
                    cut.add(kind)
                    continue
                budget.left[kind] -= 1
            part.messages.append(Message(kind, _values(frame, wanted)))
    except Exception:  # noqa: BLE001 -- fitdecode meets damage with many kinds of error; all mean that the part ends here
        return False
    finally:
        if "record" in cut:
            part.faults.append(tr("only the first {n} points were read").format(n=RECORDED_SAMPLES))
        if "lap" in cut:
            part.faults.append(tr("only the first {n} laps were read").format(n=RECORDED_LAPS))
        if "workout_step" in cut:
            part.faults.append(tr("only the first {n} steps were read").format(n=INTERCHANGE_STEPS))
    return True


def _frames(body: bytes) -> Iterator[Any]:
    """Yield fitdecode's data messages; the header is made anew, so that it says what is there."""
    import fitdecode  # noqa: PLC0415 -- 25 ms that only an import of a file spends

    head = bytes([_HEADER, 0x20, 0, 0]) + len(body).to_bytes(4, "little") + b".FIT"
    reader = fitdecode.FitReader(
        io.BytesIO(head + body + b"\0\0"),
        processor=None,
        check_crc=fitdecode.CrcCheck.DISABLED,
        error_handling=fitdecode.ErrorHandling.IGNORE,
    )
    with reader:
        for frame in reader:
            if frame.frame_type == fitdecode.FIT_FRAME_DATA:
                yield frame


def _values(frame: Any, wanted: frozenset[str]) -> dict[str, Value]:
    raw = frame.name in _RAW
    values: dict[str, Value] = {}
    for held in frame.fields:
        if held.field is None or (held.field_def is not None and held.field_def.is_dev):
            continue  # a field of an app on the watch may bear any name
        name = (held.parent_field or held.field).name
        if name in wanted:
            value = held.raw_value if raw and name not in _WORDS else held.value
            if name in _MARKS:
                values[name] = 1
            elif isinstance(value, Value):
                values[name] = value
    return values


# The checksum ------------------------------------------------------------------------------------------------------


@cache
def _table() -> array[int]:
    """The checksum of each two bytes; it is linear, so that the rest follows from those of single bits."""
    table = array("H", bytes(2 << 16))
    for bit in range(16):
        crc = 1 << bit
        for _ in range(16):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
        for low in range(1 << bit):
            table[1 << bit | low] = crc ^ table[low]
    return table


def checksum(data: bytes) -> int:
    """Return FIT's checksum: CRC-16 of the polynomial 0x8005, reflected, from 0; two bytes at a step."""
    table = _table()
    crc = 0
    words = memoryview(data)[: len(data) & ~1]
    for at in range(0, len(words), 1 << 20):
        pairs = array("H", words[at : at + (1 << 20)].tobytes())
        if pairs.itemsize != 2 or _BIG:
            pairs.byteswap()
        for pair in pairs:
            crc = table[crc ^ pair]
    if len(data) & 1:
        crc ^= data[-1]
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc


_BIG = array("H", b"\1\0")[0] != 1
