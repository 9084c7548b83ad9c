"""Where a session stands, and what a display needs to show it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.core.plan import Segment
from app.core.tongue import tr
from app.core.units import Millis


class State(Enum):
    """Where a session stands."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    STOPPED = "stopped"


def state_words(state: State) -> str:
    """Write where a session stands: `the session is running`."""
    match state:
        case State.READY:
            return tr("ready", "the session is")
        case State.RUNNING:
            return tr("running", "the session is")
        case State.PAUSED:
            return tr("paused", "the session is")
        case State.FINISHED:
            return tr("finished", "the session is")
        case State.STOPPED:
            return tr("stopped", "the session is")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a display needs at one instant; a pure read."""

    state: State
    index: int
    """Of the segment; the number of segments after the last one."""
    segment: Segment | None
    elapsed_ms: Millis
    """Running time in the segment."""
    remaining_ms: Millis | None
    """To its planned end; None where a person ends it."""
    since_split_ms: Millis
    """Running time since the last split, or since the segment began."""
    n_splits: int
    """The last mark passed in this segment; where it has no marks, lap presses recorded."""
    session_ms: Millis
    """Running time of the session, pauses taken out."""
    paused_ms: Millis
    """Length of the present pause, 0 where there is none."""
    next_index: int
    """Of the segment that comes after this one."""
