"""Lateness: how late each cue came to the device, and what that is called. Pure; fed by the cue log of a session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from statistics import median

from app.core.bounds import GIVEN_UP_MS

LATE_MS = 20
"""Later than this is heard as late.
Source: about 20 ms apart two sounds are heard one after the other (Hirsh 1959, auditory perception of order)."""


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
    """Cues that stayed silent although there was a device."""
    n_silent: int
    """Cues that no device took."""

    @property
    def n_heard(self) -> int:
        """Cues that sounded."""
        return self.n_cues - self.n_given_up - self.n_silent


def lateness(log: Sequence[CueRecord]) -> Lateness | None:
    """Return the figures of a cue log; None for an empty one.

    What was given up, and what no device took, stays out of median, worst and late: it was not heard.
    """
    if not log:
        return None
    taken = [record for record in log if record.output != "silent"]
    heard = [record for record in taken if record.grade is not Grade.GIVEN_UP]
    return Lateness(
        len(log),
        round(median(record.late_ms for record in heard)) if heard else 0,
        max((record.late_ms for record in heard), default=0),
        sum(record.grade is Grade.LATE for record in heard),
        len(taken) - len(heard),
        len(log) - len(taken),
    )


def lateness_words(found: Lateness | None) -> str:
    """Write it in one line: `42 cues, median 0 ms late, worst 4 ms`; empty for none."""
    if found is None:
        return ""
    words = "1 cue" if found.n_cues == 1 else f"{found.n_cues} cues"
    if found.n_silent == found.n_cues:
        return f"{words}, no device to sound {'it' if found.n_cues == 1 else 'them'}"
    words += f", median {found.median_ms} ms late, worst {found.worst_ms} ms" if found.n_heard else ""
    words += f", {found.n_late} late" if found.n_late else ""
    words += f", {found.n_given_up} given up" if found.n_given_up else ""
    return words + (f", {found.n_silent} without a device" if found.n_silent else "")
