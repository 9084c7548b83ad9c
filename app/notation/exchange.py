"""`project`: a reading as plain values, for exchange with other programs. A projection, not the model."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from app.core.workout import (
    Activity,
    ByDistance,
    ByReps,
    ByTime,
    Count,
    Equal,
    Intensity,
    Item,
    Measure,
    Open,
    OpenWhy,
    Ratio,
    Repeat,
    SendOff,
    Step,
)
from app.notation.reading import Reading
from app.notation.writing import format_target

_KINDS = {
    Activity.RUN: "run", Activity.SPRINT: "run", Activity.HILL: "run", Activity.STRIDES: "stride",
    Activity.DRILL: "drill", Activity.STRENGTH: "strength", Activity.EASY: "easy", Activity.JOG: "jog",
    Activity.WALK: "walk", Activity.FLOAT: "float", Activity.STAND: "rest", Activity.ANY: "recovery",
}  # fmt: skip
_LAP_M = Fraction(400)


def project(reading: Reading) -> dict[str, Any]:
    """Return `{"steps", "not_understood", "doubts"}`; steps is None where nothing was understood."""
    steps = _steps(reading.steps, is_last=True)
    return {
        "steps": steps or None,
        "not_understood": [
            {"text": part.text, "start": part.start, "end": part.end, "hint": part.hint}
            for part in reading.not_understood
        ],
        "doubts": [doubt.sentence for doubt in reading.doubts],
    }


def _steps(items: Sequence[Item], *, is_last: bool) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for number, item in enumerate(items):
        if isinstance(item, Step):
            rows.append(_step(item))
        else:
            rows += _repeat(item, rows, is_last=is_last and number == len(items) - 1)
    return rows


def _repeat(item: Repeat, before: Sequence[dict[str, Any]], *, is_last: bool) -> list[dict[str, Any]]:
    inner = _steps(item.steps, is_last=False)
    is_set = len(item.steps) > 1 or isinstance(item.steps[0], Repeat)
    recovery = None if item.recovery is None else _step(item.recovery)
    if item.reps == Count(1, 1):
        falls_away = is_last and recovery in before  # behind the last rung of a ladder
        return [*inner, recovery] if recovery is not None and not falls_away else inner
    row: dict[str, Any] = {"repeat": _range(item.reps.low, item.reps.high), "steps": inner}
    if recovery is not None and is_set:
        row["between_sets"] = recovery
    elif recovery is not None:
        inner.append(recovery)
    return [row]


def _step(step: Step) -> dict[str, Any]:
    kind = _KINDS[step.activity]
    if step.intensity is Intensity.WARMUP:
        kind = "warmup"
    elif step.intensity is Intensity.COOLDOWN:
        kind = "cooldown"
    row: dict[str, Any] = {"kind": kind}
    match step.length:
        case ByTime(ms, most_ms):
            row["duration_s"] = _range(Fraction(ms, 1000), None if most_ms is None else Fraction(most_ms, 1000))
        case ByDistance(_, _, most) as length:
            metres = length.metres(_LAP_M)
            row["distance_m"] = _range(metres, None if most is None else metres * most / length.amount)
        case ByReps(n, most_n):
            row["reps"] = _range(n, most_n)
        case Open(OpenWhy.FULL):
            row["full"] = True
        case Open(OpenWhy.WALK_BACK | OpenWhy.JOG_BACK):
            row["back_to_start"] = True
        case Open():
            row["open"] = True
        case Equal(measure):
            row["equal"] = "time" if measure is Measure.TIME else "distance"
        case Ratio(work, recovery):
            row["ratio_of_work"] = _plain(Fraction(recovery, work))
        case SendOff(ms):
            row["sendoff_s"] = ms / 1000
    if step.target is not None:
        row["target"] = format_target(step.target).removeprefix("@ ")
    if step.name:
        row["name"] = step.name
    return row


def _range(low: Fraction | int, high: Fraction | int | None) -> Any:
    first = _plain(Fraction(low))
    return first if high is None or high == low else [first, _plain(Fraction(high))]


def _plain(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else round(float(value), 6)
