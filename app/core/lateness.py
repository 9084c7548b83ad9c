"""Lateness: how late each cue came to the device, and what that is called. Pure; fed by the cue log of a session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from statistics import median

LATE_MS = 20
"""Later than this is heard as late.
Source: about 20 ms apart two sounds are heard one after the other (Hirsh 1959, auditory perception of order)."""
GIVEN_UP_MS = 250
"""Later than this a cue stays silent rather than wrong."""


class Grade(Enum):
    """What a lateness is called."""

    FINE = "fine"
    LATE = "late"
    """Heard, more than `LATE_MS` after its instant."""
    GIVEN_UP = "given up"
    """More than `GIVEN_UP_MS` late: it stayed silent."""


@dataclass(frozen=True, slots=True)
class CueRecord:
    """One line of a session's cue log; real milliseconds since the START press."""

    planned_ms: int
    handed_ms: int
    """When the device got it: before its instant for what was laid, after it for what answers a key."""
    kind: str
    """A value of `app.core.cues.CueKind`."""
    output: str
    """`simpleaudio`, `miniaudio`, or `silent` where there was no device."""
    given_up: bool = False

    @property
    def late_ms(self) -> int:
        """How long after its instant the device got it; 0 for what it had before."""
        return max(0, self.handed_ms - self.planned_ms)

    @property
    def grade(self) -> Grade:
        """Whether it was fine, late or given up."""
        if self.given_up or self.late_ms > GIVEN_UP_MS:
            return Grade.GIVEN_UP
        return Grade.LATE if self.late_ms > LATE_MS else Grade.FINE


@dataclass(frozen=True, slots=True)
class Lateness:
    """The cue log of a session in figures."""

    n_cues: int
    median_ms: int
    """Over all that sounded; 0 where every cue was with the device before its instant."""
    worst_ms: int
    n_late: int
    n_given_up: int
    n_silent: int
    """Cues that no device took."""


def lateness(log: Sequence[CueRecord]) -> Lateness | None:
    """Return the figures of a cue log; None for an empty one.

    What was given up stays out of median and worst: it was not heard.
    """
    if not log:
        return None
    heard = [record.late_ms for record in log if record.grade is not Grade.GIVEN_UP]
    return Lateness(
        len(log),
        round(median(heard)) if heard else 0,
        max(heard, default=0),
        sum(record.grade is Grade.LATE for record in log),
        sum(record.grade is Grade.GIVEN_UP for record in log),
        sum(record.output == "silent" for record in log),
    )


def lateness_words(found: Lateness | None) -> str:
    """Write it in one line: `42 cues, median 0 ms late, worst 4 ms`; empty for none."""
    if found is None:
        return ""
    if found.n_silent == found.n_cues:
        return f"{found.n_cues} cues, no device to sound them"
    words = f"{found.n_cues} cues, median {found.median_ms} ms late, worst {found.worst_ms} ms"
    words += f", {found.n_late} late" if found.n_late else ""
    words += f", {found.n_given_up} given up" if found.n_given_up else ""
    return words + (f", {found.n_silent} without a device" if found.n_silent else "")
