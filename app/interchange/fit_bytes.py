"""The container of FIT: parts in a row, each with a header, messages and a checksum, as far as they are whole.

Rules of the file: it knows how a file is put together, not what is in it. What is broken is said of its part; the
messages before it, and the parts behind it, count.

Source: Garmin, FIT protocol, `Flexible & Interoperable Data Transfer Protocol` (header, record header, checksum).
"""

from __future__ import annotations

from array import array
from functools import cache

from app.core.bounds import FIT_PARTS, INTERCHANGE_BYTES
from app.core.errors import Fault, WorkoutError
from app.core.tongue import tr
from app.interchange.fit_messages import Budget, Part, read_messages

_HEADER = 12
"""Bytes of the shortest header; the longer one has a checksum of its own, which the file's includes."""


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
    budget = Budget()
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


def _next_header(data: bytes, at: int) -> int:
    """Return where the next part begins after `at`; the end where none does."""
    while (found := data.find(b".FIT", at + 9)) >= 0:
        if data[found - 8] >= _HEADER:
            return found - 8
        at = found - 8
    return len(data)


def _read_part(data: bytes, at: int, budget: Budget) -> tuple[Part, int]:
    """Read one part; return it and where the next may begin."""
    part = Part()
    start = at + data[at]
    end = start + int.from_bytes(data[at + 4 : at + 8], "little")
    is_cut = end + 2 > len(data)
    if end == start and start + 2 < len(data) and not looks_like_fit(data[start + 2 : start + 2 + _HEADER]):
        end = len(data)  # a watch writes the length last: this one was switched off before
        part.faults.append(tr("the file was never finished; what is whole of it was read"))
    elif is_cut:
        end = min(end, len(data))
        part.faults.append(tr("the file ends too early; what is whole of it was read"))
    elif not _is_sound(data, at, end):
        part.faults.append(tr("the file's checksum is wrong: something in it may be damaged"))
    is_whole = read_messages(data[start:end], part, budget)
    if not is_whole and budget.fields > 0 and not is_cut:
        part.faults = [tr("the file is damaged in the middle; it was read up to there")]
        end = min(_next_header(data, start), end)
    return part, min(end + 2, len(data))


def _is_sound(data: bytes, at: int, end: int) -> bool:
    """Whether both checksums of a part are right; that of the header may be left out, or 0."""
    head, said = at + _HEADER, int.from_bytes(data[at + 12 : at + 14], "little") if data[at] > _HEADER + 1 else 0
    if said and checksum(data[at:head]) != said:
        return False
    return checksum(data[at:end]) == int.from_bytes(data[end : end + 2], "little")


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
