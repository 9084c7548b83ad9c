"""Lateness: how late each cue came to the device, and what that is called. Pure; fed by the cue log of a session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from statistics import median

from app.core.bounds import GIVEN_UP_MS
from app.core.tongue import tr

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
    n = found.n_cues
    if found.n_silent == n:
        one, many = tr("1 cue, no device to sound it"), tr("{n} cues, no device to sound them")
        return one if n == 1 else many.format(n=n)
    words = [tr("1 cue") if n == 1 else tr("{n} cues").format(n=n)]
    if found.n_heard:
        lateness_of = tr("median {median} ms late, worst {worst} ms")
        words.append(lateness_of.format(median=found.median_ms, worst=found.worst_ms))
    if found.n_late:
        words.append(tr("1 late") if found.n_late == 1 else tr("{n} late").format(n=found.n_late))
    if found.n_given_up:
        words.append(tr("1 given up") if found.n_given_up == 1 else tr("{n} given up").format(n=found.n_given_up))
    if found.n_silent:
        one, many = tr("1 without a device"), tr("{n} without a device")
        words.append(one if found.n_silent == 1 else many.format(n=found.n_silent))
    return ", ".join(words)
