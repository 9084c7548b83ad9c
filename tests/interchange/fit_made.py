"""FIT files made byte by byte, so that a test can make what no library writes: damage, odd headers, bad pointers.

Written from the protocol's text, apart from any library and from the code under test.
"""

from __future__ import annotations

import struct

FILE_ID, SESSION, LAP, RECORD, EVENT, WORKOUT, STEP, ACTIVITY = 0, 18, 19, 20, 21, 26, 27, 34
TIME = 253
BASE = 1_000_000_000
"""2021-09-08T01:46:40Z in FIT's seconds."""

_TYPES = {"E": (0x00, "B"), "B": (0x02, "B"), "H": (0x84, "H"), "I": (0x86, "I"), "d": (0x89, "d")}

Fields = dict[int, tuple[str, float | str | bytes]]
"""By number: the type's letter and the figure as it stands in the file; `s` is a text, `y` plain bytes."""


def crc16(data: bytes) -> int:
    """Bit by bit, as CRC-16/ARC is defined."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc


def definition(number: int, fields: Fields, local: int = 0) -> bytes:
    rows = b""
    for key, (letter, value) in fields.items():
        if letter in "sy":
            rows += bytes([key, len(_bytes(letter, value)), 0x07 if letter == "s" else 0x0D])
        else:
            code, form = _TYPES[letter]
            rows += bytes([key, struct.calcsize(form), code])
    return bytes([0x40 | local, 0, 0]) + struct.pack("<HB", number, len(fields)) + rows


def data(fields: Fields, local: int = 0, offset: int | None = None) -> bytes:
    """Make a data message; an offset makes its header one of the compressed kind."""
    head = local if offset is None else 0x80 | local << 5 | offset
    body = b"".join(
        _bytes(letter, value) if letter in "sy" else struct.pack("<" + _TYPES[letter][1], value)
        for letter, value in fields.values()
    )
    return bytes([head]) + body


def _bytes(letter: str, value: float | str | bytes) -> bytes:
    if isinstance(value, str):
        return value.encode() + b"\0"
    assert isinstance(value, bytes), letter
    return value


def message(number: int, fields: Fields) -> bytes:
    return definition(number, fields) + data(fields)


def fit_file(*messages: bytes, crc: int | None = None, size: int | None = None, head: int = 14) -> bytes:
    """Put a header before messages and a checksum behind; both can be given wrong."""
    body = b"".join(messages)
    start = struct.pack("<BBHI4s", head, 0x10, 2140, len(body) if size is None else size, b".FIT")
    if head == 14:
        start += struct.pack("<H", crc16(start))
    whole = start + body
    return whole + struct.pack("<H", crc16(whole) if crc is None else crc)


def file_id(kind: int) -> bytes:
    return message(FILE_ID, {0: ("E", kind), 1: ("H", 1), 2: ("H", 2691), 3: ("I", 7)})


def step(index: int, ends: int | None, value: int | None = None, **more: float | str) -> bytes:
    """Make a workout's step; what is None is left out of the message."""
    numbers = {
        "name": (0, "s"), "target": (3, "E"), "zone": (4, "I"), "low": (5, "I"), "high": (6, "I"),
        "intensity": (7, "E"), "notes": (8, "s"), "second": (19, "E"), "second_zone": (20, "I"),
        "second_low": (21, "I"), "second_high": (22, "I"),
    }  # fmt: skip
    fields: Fields = {254: ("H", index)}
    if ends is not None:
        fields[1] = ("E", ends)
    if value is not None:
        fields[2] = ("I", value)
    for name, figure in more.items():
        number, letter = numbers[name]
        fields[number] = (letter, figure)
    return message(STEP, fields)


def repeat(index: int, first: int, n: int) -> bytes:
    return step(index, 6, first, zone=n)


def workout(*steps: bytes, n_said: int = 1, sport: int = 1) -> bytes:
    return fit_file(file_id(5), message(WORKOUT, {4: ("E", sport), 6: ("H", n_said), 8: ("s", "Tuesday")}), *steps)
