"""The recording: a run as a watch kept it, between a format's bytes and our session.

Rules of the file: times are milliseconds since the start as a wall clock counts them, pauses included; distances are
metres from the start as the watch measured them. Nothing is inferred here: what the file does not say is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.core.units import Millis
from app.core.workout import Intensity


class LapCause(Enum):
    """Why a watch ended a lap."""

    PRESSED = "pressed"
    DISTANCE = "distance"
    """By itself, every kilometre or mile."""
    TIME = "time"
    PLACE = "place"
    END = "end"
    """With the run."""
    STEP = "step"
    """With a step of the watch's own workout."""
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class RunLap:
    """One lap as the watch kept it."""

    start_ms: Millis
    """Of the wall clock."""
    elapsed_ms: Millis
    """Running time, pauses taken out."""
    distance_m: float | None
    cause: LapCause = LapCause.UNKNOWN
    intensity: Intensity | None = None
    """None where the file does not say, or says the same of every lap."""
    wall_ms: Millis | None = None
    """With its pauses; None where the file does not say."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One point of the run."""

    at_ms: Millis
    distance_m: float | None = None
    speed_m_s: float | None = None
    heart_bpm: int | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """The watch was stopped: a pause."""

    at_ms: Millis
    ms: Millis


@dataclass(frozen=True, slots=True)
class Recording:
    """A run as a file holds it, what is whole of it."""

    sport: str
    """In the file's own word, lower case: `running`, `cycling`; empty where it does not say."""
    started_at: str
    """ISO 8601 with offset, UTC where the file has no other; empty where it does not say."""
    elapsed_ms: Millis
    """Running time."""
    distance_m: float | None
    laps: tuple[RunLap, ...] = ()
    samples: tuple[Sample, ...] = ()
    """In order of time, each time once."""
    stops: tuple[Stop, ...] = ()
    device: str = ""
    name: str = ""
    warnings: tuple[str, ...] = ()
    """What of the file was not whole, one sentence each."""
