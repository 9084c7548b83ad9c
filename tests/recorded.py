"""Recordings as values: runs that a watch kept, made up here; no file was copied for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from app.core.workout import Intensity
from app.interchange.recording import LapCause, Recording, RunLap, Sample, Stop

STARTED = "2026-11-21T17:05:00Z"


def laps_of(
    *ran: tuple[int, float | None],
    cause: LapCause = LapCause.PRESSED,
    intensities: Sequence[Intensity | None] = (),
) -> tuple[RunLap, ...]:
    """Laps one behind the other: running time in ms and metres of each; the last ends with the run."""
    made: list[RunLap] = []
    at_ms = 0
    for place, (ms, metres) in enumerate(ran):
        is_last = place == len(ran) - 1
        intensity = intensities[place] if intensities else None
        made.append(RunLap(at_ms, ms, metres, LapCause.END if is_last else cause, intensity))
        at_ms += ms
    return tuple(made)


def recording(
    laps: tuple[RunLap, ...] = (),
    samples: tuple[Sample, ...] = (),
    stops: tuple[Stop, ...] = (),
    **more: object,
) -> Recording:
    """A run whose totals are those of its laps."""
    known = [lap.distance_m for lap in laps if lap.distance_m is not None]
    whole = Recording(
        "running",
        STARTED,
        sum(lap.elapsed_ms for lap in laps),
        sum(known) if known and len(known) == len(laps) else None,
        laps,
        samples,
        stops,
    )
    return replace(whole, **more)  # type: ignore[arg-type]  # as the fields are named


def points(total_ms: int, metres_at: Callable[[int], float], every_ms: int = 1000) -> tuple[Sample, ...]:
    """Points of a run, one each second, the last at its end or just before."""
    return tuple(Sample(ms, metres_at(ms)) for ms in range(0, total_ms + 1, every_ms))


INTERVALS = recording(
    laps_of(
        (912_300, 2_610.0),
        (78_400, 402.1),
        (92_000, 198.0),
        (77_900, 398.7),
        (90_400, 203.4),
        (79_200, 404.9),
        (95_100, 201.1),
        (78_800, 401.2),
        (91_700, 196.7),
        (79_600, 396.4),
        (94_800, 204.2),
        (80_300, 403.3),
        (96_300, 199.3),
        (80_100, 400.8),
        (97_900, 202.5),
        (77_200, 405.6),
        (641_800, 1_702.0),
    ),
    device="Watch",
)
"""Eight by 400 with a jogged 200 between, each lap pressed, none of them said to be work or rest."""


def mile_m(ms: int) -> float:
    """How far into a mile of 5:02.4, as a watch measured it: 1,621 m, its third lap the slowest."""
    ends = ((0, 0.0), (75_300, 412.6), (150_900, 815.2), (228_200, 1217.9), (302_400, 1621.0))
    for (from_ms, from_m), (to_ms, to_m) in pairwise(ends):
        if ms <= to_ms:
            return from_m + (to_m - from_m) * (ms - from_ms) / (to_ms - from_ms)
    return ends[-1][1]


MILE = recording((RunLap(0, 302_400, 1621.0, LapCause.END),), points(302_400, mile_m), device="Watch")
"""A mile that nobody lapped."""
