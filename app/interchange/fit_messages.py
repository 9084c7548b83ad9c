"""The messages of a FIT file, as far as they are whole, and again behind what is not.

Rules of the file: this is the one door to fitdecode, so that whatever it trips over in damaged bytes stays here; it
knows which messages and fields anyone wants, not what they mean. What is read is counted, so that time and memory are
bounded whatever the bytes are.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from app.core.bounds import FIT_FIELDS, INTERCHANGE_STEPS, RECORDED_LAPS, RECORDED_SAMPLES
from app.core.tongue import tr
from app.interchange.fit_salvage import GAP_S, Shape, next_whole

Value: TypeAlias = str | int | float
"""As fitdecode gives it: scaled to metres and seconds; an enumeration's word; raw numbers where `_RAW` says so."""

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


_OF_APPS = ("developer_data_id", "field_description")
"""Kinds that tell fitdecode of fields of apps on the watch; it wants them whole."""
_TIMESTAMP, _NOBODYS = 253, 255


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


@dataclass(slots=True)
class Budget:
    """What may still be read, so that time and memory are bounded before they are spent."""

    fields: int = field(default_factory=lambda: FIT_FIELDS)
    searches: int = 200
    """For where messages go on behind damage."""
    left: dict[str, int] = field(default_factory=lambda: dict(_MOST))


def read_messages(body: bytes, part: Part, budget: Budget) -> bool:
    """Put the messages of a body into a part.

    Returns:
        Whether it was read to its end; what lay behind damage counts, and is said among the faults.
    """
    reading = _Reading(body, part, budget)
    at = reading.read(0)
    holes = 0
    while at < len(body) and budget.fields > 0:
        found = reading.next_whole()
        if found is None:
            break
        holes += 1
        reading.forget(is_read_again=found < at)
        at = reading.read(found)
    if holes:
        part.faults.append(tr("the file is damaged in the middle; what is whole around it was read"))
    for kind, said in (
        ("record", tr("only the first {n} points were read")),
        ("lap", tr("only the first {n} laps were read")),
        ("workout_step", tr("only the first {n} steps were read")),
    ):
        if kind in reading.cut:
            part.faults.append(said.format(n=_MOST[kind]))
    return at >= len(body)


@dataclass(frozen=True, slots=True)
class _Ground:
    """Where a point ended whose time fits those before it: all up to there is believed.

    Attributes:
        at: the place in the body.
        n: messages up to there.
        stamp: of the point.
        heads: the latest definition of each local type, as bytes and as fitdecode has it.
    """

    at: int
    n: int
    stamp: int
    heads: dict[int, tuple[bytes, Any]]


@dataclass(slots=True)
class _Reading:
    """One part while it is read.

    Attributes:
        heads: as those of the ground.
        ground: of the last two points; bytes that are missing in one are felt only in the next.
        cut: kinds of message of which there are more than are kept.
    """

    body: bytes
    part: Part
    budget: Budget
    heads: dict[int, tuple[bytes, Any]] = field(default_factory=dict)
    ground: tuple[_Ground, ...] = ()
    cut: set[str] = field(default_factory=set)

    def read(self, at: int) -> int:
        """Read from a place in the body until its end, damage or the bound; return where that is."""
        import fitdecode  # noqa: PLC0415 -- 25 ms that only an import of a file spends

        known = b"".join(head for head, _frame in self.heads.values())
        start = bytes([12, 0x20, 0, 0]) + (len(known) + len(self.body) - at).to_bytes(4, "little") + b".FIT"
        data = start + known + self.body[at:] + b"\0\0"  # a header made anew says what is there
        moved = at - len(start) - len(known)
        whole = len(start)
        stream = io.BytesIO(data)
        reader = fitdecode.FitReader(
            stream,
            processor=None,
            check_crc=fitdecode.CrcCheck.DISABLED,
            error_handling=fitdecode.ErrorHandling.IGNORE,
        )
        frames = iter(reader)
        while self.budget.fields > 0 and (frame := _next(frames)) is not None:
            if frame.frame_type == fitdecode.FIT_FRAME_CRC:
                return len(self.body)
            now = stream.tell()
            self.budget.fields -= _MESSAGE_COST
            if frame.frame_type == fitdecode.FIT_FRAME_DEFINITION:
                self.budget.fields -= len(frame.field_defs)
                _slim(frame)
                self.heads = self.heads | {frame.local_mesg_num: (data[whole:now], frame)}
            elif frame.frame_type == fitdecode.FIT_FRAME_DATA:
                self.budget.fields -= len(frame.fields)
                if not self._keep(frame, now + moved):
                    break
            whole = now
        return max(at, whole + moved)

    def _keep(self, frame: Any, end: int) -> bool:
        """Keep a message that anyone wants; return whether to go on: not where it is a point that cannot be."""
        kind, part = frame.name, self.part
        part.kinds[kind] = part.kinds.get(kind, 0) + 1
        wanted = _WANTED.get(kind)
        if wanted is None:
            return True
        left = self.budget.left.get(kind)
        if left == 0:
            self.cut.add(kind)
            return True
        if left is not None:
            self.budget.left[kind] = left - 1
        values = _values(frame, wanted)
        part.messages.append(Message(kind, values))
        stamp = values.get("timestamp")
        if kind != "record" or not isinstance(stamp, int):
            return True
        if self.ground and abs(stamp - self.ground[-1].stamp) > GAP_S and self.next_whole() is not None:
            return False  # its time is days off, and points whose time fits stand further on
        self.ground = (*self.ground[-1:], _Ground(end, len(part.messages), stamp, self.heads))
        return True

    def next_whole(self) -> int | None:
        """Return where whole messages go on behind what is believed, as far as may still be searched."""
        if not self.ground or self.budget.searches <= 0:
            return None
        self.budget.searches -= 1
        ground = self.ground[0]
        shapes = {}
        for local, (_head, frame) in ground.heads.items():
            size, stamp = 0, None
            for row in frame.all_field_defs:
                if row.def_num == _TIMESTAMP and row.size == 4 and not row.is_dev:
                    stamp = size
                size += row.size
            shapes[local] = Shape(size, stamp, "little" if frame.endian == "<" else "big")
        return next_whole(self.body, ground.at + 1, shapes, ground.stamp)

    def forget(self, *, is_read_again: bool) -> None:
        """Go back to what is believed; messages behind it stay, but for points, unless they are read again."""
        ground = self.ground[0]
        behind = [] if is_read_again else self.part.messages[ground.n :]
        self.part.messages[ground.n :] = [message for message in behind if message.kind != "record"]
        self.heads = ground.heads
        self.ground = (replace(ground, n=len(self.part.messages)),)


def _next(frames: Iterator[Any]) -> Any:
    """Return the next frame; None at the end, and where fitdecode ends before it."""
    try:
        return next(frames, None)
    except Exception:  # noqa: BLE001 -- it meets damage with errors of many kinds, its own and Python's; all mean one thing
        return None


def _slim(frame: Any) -> None:
    """Let fitdecode take the fields of a definition that nobody wants as plain bytes, in one piece; length is kept.

    It decodes a watch's point three times as fast then, and never sees what it trips over: fields of no length, fields
    of apps, counters that it adds up.
    """
    from fitdecode.types import BASE_TYPE_BYTE, FieldDefinition  # noqa: PLC0415 -- as above

    if frame.name in _OF_APPS:
        return
    wanted = _WANTED.get(frame.name, frozenset())
    rows: list[Any] = []
    for row in frame.all_field_defs:
        is_wanted = not row.is_dev and row.field and (row.field.name in wanted or row.def_num == _TIMESTAMP)
        if not is_wanted and rows and rows[-1].field is None:
            rows[-1] = FieldDefinition(None, _NOBODYS, BASE_TYPE_BYTE, rows[-1].size + row.size)
        elif row.size:
            rows.append(row if is_wanted else FieldDefinition(None, _NOBODYS, BASE_TYPE_BYTE, row.size))
    frame.field_defs[:] = rows
    frame.dev_field_defs.clear()


def _values(frame: Any, wanted: frozenset[str]) -> dict[str, Value]:
    raw = frame.name in _RAW
    values: dict[str, Value] = {}
    for held in frame.fields:
        if held.field is None:
            continue
        name = (held.parent_field or held.field).name
        if name in wanted:
            value = held.raw_value if raw and name not in _WORDS else held.value
            if name in _MARKS:
                values[name] = 1
            elif isinstance(value, Value):
                values[name] = value
    return values
