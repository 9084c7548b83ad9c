"""Workouts of FIT, written: a sheet becomes a file that a watch runs.

Rules of the file: a repeat is written after what it repeats, as a pointer to the first of it; a bound that is missing
is left out, never 0, since watches read 0 as a bound. The sheet was cut to `ABILITIES` before. The same sheet is always
the same bytes: a watch knows a file by its serial number and time, so both are drawn from what is written, and a
workout that is copied again takes the place of itself. There is no clock here to ask.

Source: garmin/fit-python-sdk 21.205, profile; developer.garmin.com/fit, file types, workout.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from typing import Any

from app.core.athlete import Athlete
from app.core.bounds import INTERCHANGE_STEPS
from app.core.errors import Fault, WorkoutError
from app.core.tongue import tr
from app.core.workout import Intensity
from app.interchange.sheet import (
    Abilities,
    ForDistance,
    ForReps,
    ForTime,
    HeartShare,
    Sheet,
    SheetItem,
    SheetStep,
    Speed,
)

TEXT_BYTES = 254
"""A field's length is one byte, and a text ends with a zero."""

ABILITIES = Abilities(
    name="a FIT workout",
    time_ms=1,
    distance_m=Fraction(1, 100),
    # Garmin's own builder lets one repeat be drawn into another, and no more (mgifos/quick-plan issue 38); pointers
    # would nest to any depth, but no watch is known to follow them.
    nesting=2,
    has_press=True,
    has_reps=True,
    speed_m_s=Fraction(1, 1000),
    has_race=False,
    has_heart=True,
    has_notes=True,
    name_chars=TEXT_BYTES,
    text_bytes=TEXT_BYTES,
    heart_pct=Fraction(1),
)

_INTENSITIES = {
    Intensity.WORK: 0,  # `active`: older watches do not know `interval`
    Intensity.REST: 1,
    Intensity.WARMUP: 2,
    Intensity.COOLDOWN: 3,
    Intensity.RECOVERY: 4,
}
_RUNNING, _TRACK, _WORKOUT, _DEVELOPMENT = 1, 4, 5, 255
_TIME, _DISTANCE, _PRESS, _REPEAT, _REPS = 0, 1, 5, 6, 29
_SPEED, _HEART, _NOTHING = 0, 1, 2
_NEEDS_SPEED, _NEEDS_HEART, _NEEDS_DISTANCE = 0x80, 0x100, 0x200
_FIRST_MS = 1_577_836_800_000
"""2020-01-01T00:00:00Z. Times of creation fall in the year after: long past for each watch."""
_YEAR_S = 366 * 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class _Pointer:
    """A repeat: the index of its first step, and how often."""

    first: int
    n: int


def write_workout(sheet: Sheet, _athlete: Athlete) -> bytes:
    """Write a sheet that was cut to `ABILITIES`; the speeds in it are the athlete's already.

    Raises:
        WorkoutError: it has more steps than a file may.
    """
    rows: list[SheetStep | _Pointer] = []
    _flatten(sheet.items, rows)
    from fit_tool.fit_file_builder import FitFileBuilder  # noqa: PLC0415 -- 180 ms that only an export spends

    builder = FitFileBuilder()
    builder.add(_file_id(sheet))
    builder.add(_workout(sheet, rows))
    for index, row in enumerate(rows):
        builder.add(_pointer(index, row) if isinstance(row, _Pointer) else _step(index, row))
    written: bytes = builder.build_bytes()
    return written


def _flatten(items: tuple[SheetItem, ...], rows: list[SheetStep | _Pointer]) -> None:
    for item in items:
        first = len(rows)
        if isinstance(item, SheetStep):
            rows.append(item)
        else:
            _flatten(item.items, rows)
            rows.append(_Pointer(first, item.n))
        if len(rows) > INTERCHANGE_STEPS:
            said = tr("a FIT workout has {n} steps at most, this one has more").format(n=INTERCHANGE_STEPS)
            raise WorkoutError([Fault(said)])


def _file_id(sheet: Sheet) -> Any:
    from fit_tool.profile.messages.file_id_message import FileIdMessage  # noqa: PLC0415 -- as above

    digest = sha256(repr(sheet).encode()).digest()
    message = FileIdMessage(local_id=0)
    message.type = _WORKOUT
    message.manufacturer = _DEVELOPMENT
    message.product = 1
    message.serial_number = 1 + int.from_bytes(digest[:4], "big") % 0xFFFFFFFE
    message.time_created = _FIRST_MS + int.from_bytes(digest[4:8], "big") % _YEAR_S * 1000
    return message


def _workout(sheet: Sheet, rows: list[SheetStep | _Pointer]) -> Any:
    from fit_tool.profile.messages.workout_message import WorkoutMessage  # noqa: PLC0415 -- as above

    steps = [row for row in rows if isinstance(row, SheetStep)]
    needs = 0
    if any(isinstance(step.asks, Speed) for step in steps):
        needs |= _NEEDS_SPEED
    if any(isinstance(step.asks, HeartShare) for step in steps):
        needs |= _NEEDS_HEART
    if any(isinstance(step.ends, ForDistance) for step in steps):
        needs |= _NEEDS_DISTANCE
    message = WorkoutMessage(local_id=1)
    message.sport = _RUNNING
    message.sub_sport = _TRACK
    if needs:
        message.capabilities = needs
    message.num_valid_steps = len(rows)
    if sheet.name:
        message.workout_name = fit_text(sheet.name)
    if sheet.about:
        message.workout_description = fit_text(sheet.about)
    return message


def _step(index: int, step: SheetStep) -> Any:
    message = _row(index)
    if step.name:
        message.workout_step_name = fit_text(step.name)
    match step.ends:
        case ForTime(ms):
            message.duration_type, message.duration_time = _TIME, ms / 1000
        case ForDistance(m):
            message.duration_type, message.duration_distance = _DISTANCE, float(m)
        case ForReps(n):
            message.duration_type, message.duration_reps = _REPS, n
        case _:
            message.duration_type = _PRESS
    match step.asks:
        case Speed(slow, fast):
            message.target_type, message.target_speed_zone = _SPEED, 0
            message.custom_target_speed_low = float(slow)
            message.custom_target_speed_high = float(fast)
        case HeartShare(low, high):
            message.target_type, message.target_hr_zone = _HEART, 0
            if low > 0:
                message.custom_target_heart_rate_low = min(100, round(low))
            message.custom_target_heart_rate_high = min(100, round(high))
        case _:
            message.target_type = _NOTHING
    message.intensity = _INTENSITIES[step.intensity]
    if step.note:
        message.notes = fit_text(step.note)
    return message


def _pointer(index: int, pointer: _Pointer) -> Any:
    """Write a repeat; the target is written too, since readers trip where it is missing."""
    message = _row(index)
    message.duration_type, message.duration_step = _REPEAT, pointer.first
    message.target_type, message.target_repeat_steps = _NOTHING, pointer.n
    return message


def _row(index: int) -> Any:
    from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage  # noqa: PLC0415 -- as above

    message = WorkoutStepMessage(local_id=2)
    message.message_index = index
    return message


def fit_text(text: str) -> str:
    """Return as much of a text as a field holds, cut between two characters."""
    return text.replace("\0", "").encode()[:TEXT_BYTES].decode(errors="ignore")
