"""The engine: five states, nine commands, and time as an argument.

Rules of the file:

1. It reads no clock. `send` and `advance_to` are told the instant; `deadline` says when to come back.
2. Boundaries fall at their planned instants, however late the wake-up: chopping `advance_to` in any way yields
   the same events.
3. Time first, then the command. Events are queued, so that the due ones survive a command that is refused.
4. It knows nothing of paces, sounds, files or windows. The plan has thought; the engine only counts.
5. An undone press never was: the other presses are played again to a new engine, and what then holds is told.

    engine.send(Command.START, at)          # raises IllegalCommand; nothing but time has changed then
    engine.advance_to(at)                   # time passed: cross what is due
    while event := engine.next_event(): ... # one drain, in the driver only
"""

# ruff: noqa: SLF001 - the table of transitions stands beside the engine, in its own file
from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from app.core.errors import IllegalCommand, TimeReversed
from app.core.events import (
    BlockLeft,
    Cause,
    Command,
    Event,
    Finished,
    Paused,
    PressRefused,
    Refusal,
    Resumed,
    SegmentFinished,
    SegmentStarted,
    SplitTaken,
    Started,
    Stopped,
    Undone,
)
from app.core.plan import Plan, Segment
from app.core.planning import followed_ms
from app.core.state import Snapshot, State
from app.core.units import Instant, Millis
from app.core.workout import Intensity

DEAD_TIME_MS: Millis = 300
"""A press this soon after a boundary was meant for what had just ended; a second lap press this soon is a
double tap. A proposal, not a measured figure: twice the time of a quick double click, a third of the shortest
step a runner can take on purpose."""


_UNDOABLE = (Command.LAP, Command.SKIP, Command.BACK, Command.LEAVE)


@dataclass(frozen=True, slots=True)
class _Press:
    command: Command
    at: Instant
    taken: bool
    """False for a press that was refused and kept as evidence."""


class Engine:
    """One execution of a plan."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._segments = plan.segments
        self._state = State.READY
        self._index = 0
        self._started = Instant(0)
        self._began = Instant(0)  # of the segment, moved later by each pause
        self._duration: Millis | None = None
        self._n_splits = 0
        self._last_split_ms: Millis = 0
        self._rep_ms: Millis = 0  # what the last rep took, for recoveries that follow it
        self._leaving_to: int | None = None
        self._boundary: Instant | None = None  # the last one, however it came
        self._boundary_planned = False
        self._lap_at: Instant | None = None
        self._paused_at: Instant | None = None
        self._paused_ms: Millis = 0
        self._ended: Instant | None = None
        self._last_at: Instant | None = None  # of the last event
        self._presses: list[_Press] = []
        self._n_undoable = 0
        self._held: list[Event] = []
        self._queue: deque[Event] = deque()

    @classmethod
    def replayed(cls, plan: Plan, presses: Sequence[tuple[Command, Instant]]) -> Engine:
        """Return an engine to which these presses happened; its queue is empty.

        Args:
            plan: what they were pressed on.
            presses: commands with their instants, as `app.core.session.presses` finds them in a journal.
        """
        engine = cls(plan)
        for command, at in presses:
            try:
                engine.send(command, at)
            except IllegalCommand:
                continue  # it hung on a press that is gone
        engine._queue.clear()
        return engine

    # What others read ------------------------------------------------------------------------------------------

    @property
    def plan(self) -> Plan:
        """The plan it runs."""
        return self._plan

    @property
    def state(self) -> State:
        """Where the session stands."""
        return self._state

    @property
    def held(self) -> Sequence[Event]:
        """The events that hold, undone ones left out."""
        return self._held

    @property
    def n_splits(self) -> int:
        """Lap presses recorded in the present segment."""
        return self._n_splits

    @property
    def last_at(self) -> Instant | None:
        """The instant of the last event; no press can be older."""
        return self._last_at

    @property
    def deadline(self) -> Instant | None:
        """The next planned boundary; None while only a person can move things on."""
        if self._state is not State.RUNNING or self._duration is None:
            return None
        return self._began + self._duration

    @property
    def accepts(self) -> frozenset[Command]:
        """The commands that mean something now; buttons enable from it."""
        return frozenset(c for c in TRANSITIONS[self._state] if c not in _GUARDS or _GUARDS[c](self))

    def snapshot(self, at: Instant) -> Snapshot:
        """Return what is to be shown at an instant not before the last event."""
        now = self._paused_at or self._ended or at
        running = self._state in (State.RUNNING, State.PAUSED)
        elapsed = max(0, now - self._began) if running else 0
        segment = self._segments[self._index] if self._index < len(self._segments) else None
        following = self._leaving_to if self._leaving_to is not None else self._index + 1
        return Snapshot(
            self._state,
            self._index,
            segment,
            elapsed,
            None if self._duration is None or not running else max(0, self._duration - elapsed),
            max(0, elapsed - self._last_split_ms),
            self._n_splits,
            0 if self._state is State.READY else max(0, now - self._started - self._paused_ms),
            max(0, at - self._paused_at) if self._paused_at is not None else 0,
            min(following, len(self._segments)),
        )

    def upcoming(self) -> Iterator[tuple[Segment, Instant, Millis | None]]:
        """Yield the present segment and those after it, up to the first whose end nobody has planned.

        Yields:
            The segment, when it began or will begin, and how long it lasts (None where a person ends it).
        """
        if self._state is not State.RUNNING:
            return
        index, began, duration, rep_ms = self._index, self._began, self._duration, self._rep_ms
        following = self._leaving_to
        while index < len(self._segments):
            segment = self._segments[index]
            yield segment, began, duration
            if duration is None:
                return
            if segment.intensity is Intensity.WORK:
                rep_ms = duration
            began += duration
            index = index + 1 if following is None else following
            following = None
            if index < len(self._segments):
                duration = _duration(self._segments[index], rep_ms)

    # What the driver says ----------------------------------------------------------------------------------------

    def advance_to(self, at: Instant) -> None:
        """Let time pass; every boundary that is due falls at its own instant."""
        while self._state is State.RUNNING and self._duration is not None:
            boundary = self._began + self._duration
            if boundary > at:
                return
            self._end_segment(boundary, Cause.ELAPSED)

    def send(self, command: Command, at: Instant) -> None:
        """Cross what is due, then do what is asked.

        Args:
            command: what a person asked.
            at: when they asked it; not before the last event.

        Raises:
            IllegalCommand: it means nothing in this state; only time has passed then.
            TimeReversed: the instant lies before the last event.
        """
        self.advance_to(at)
        if self._last_at is not None and at < self._last_at:
            raise TimeReversed(f"{command.value} at {at.ms} ms, but something happened at {self._last_at.ms} ms")
        if command not in self.accepts:
            raise IllegalCommand(f"{command.value} means nothing while the session is {self._state.value}")
        if command is Command.UNDO:
            self._undo(at)
            return
        refusal = self._refusal(command, at)
        self._presses.append(_Press(command, at, refusal is None))
        self._n_undoable += refusal is None and command in _UNDOABLE
        if refusal is not None:
            self._tell(PressRefused(at, self._index, command, refusal))
            return
        TRANSITIONS[self._state][command](self, at)
        self.advance_to(at)  # a send-off that is already used up lasts no time

    def next_event(self) -> Event | None:
        """Return the oldest event not yet taken, or None."""
        return self._queue.popleft() if self._queue else None

    # Handlers: what each command does -------------------------------------------------------------------------------

    def _start(self, at: Instant) -> None:
        self._state = State.RUNNING
        self._started = at
        self._tell(Started(at))
        self._begin_segment(0, at)

    def _pause(self, at: Instant) -> None:
        self._state = State.PAUSED
        self._paused_at = at
        self._tell(Paused(at))

    def _resume(self, at: Instant) -> None:
        assert self._paused_at is not None
        paused_ms = at - self._paused_at
        self._state = State.RUNNING
        self._paused_at = None
        self._paused_ms += paused_ms
        self._began += paused_ms
        self._tell(Resumed(at, paused_ms))

    def _lap(self, at: Instant) -> None:
        segment = self._segments[self._index]
        self._lap_at = at
        if segment.is_open:
            self._end_segment(at, Cause.LAP)
            return
        elapsed = at - self._began
        self._n_splits += 1
        self._last_split_ms = elapsed
        number = self._n_splits if segment.marks else None
        self._tell(SplitTaken(at, self._index, number, elapsed))
        if number is not None and number == len(segment.marks):
            self._end_segment(at, Cause.LAST_MARK)

    def _skip(self, at: Instant) -> None:
        self._end_segment(at, Cause.SKIP)

    def _back(self, at: Instant) -> None:
        self._leaving_to = max(0, self._index - 1)
        self._end_segment(at, Cause.BACK)

    def _leave(self, at: Instant) -> None:
        segment = self._segments[self._index]
        assert segment.leave_to is not None
        self._leaving_to = segment.leave_to
        self._tell(BlockLeft(at, self._index, segment.leave_to))
        if not segment.leave_at_end:
            self._end_segment(at, Cause.LEAVE)

    def _stop(self, at: Instant) -> None:
        now = self._paused_at or at
        self._tell(SegmentFinished(at, self._index, now - self._began, Cause.STOP))
        self._state = State.STOPPED
        self._ended = now
        self._paused_at = None
        self._tell(Stopped(at))

    # The undo -------------------------------------------------------------------------------------------------------

    def _undo(self, at: Instant) -> None:
        last = max(i for i, press in enumerate(self._presses) if press.taken and press.command in _UNDOABLE)
        undone = self._presses[last]
        after = [press for press in self._presses[last + 1 :] if press.taken]
        kept = [(press.command, press.at) for press in self._presses[:last] + after]
        other = Engine.replayed(self._plan, kept)
        other.advance_to(at)
        back_to = _common(self._held, other._held)
        queue = (*self._queue, Undone(at, undone.command, undone.at, back_to), *other._held[back_to:])
        self.__dict__.update(other.__dict__)
        self._queue = deque(queue)
        self._last_at = at

    # Segments -------------------------------------------------------------------------------------------------------

    def _begin_segment(self, index: int, at: Instant) -> None:
        self._index = index
        self._leaving_to = None
        self._n_splits = 0
        self._last_split_ms = 0
        if index >= len(self._segments):
            self._state = State.FINISHED
            self._ended = at
            self._duration = None
            self._tell(Finished(at))
            return
        self._began = at
        self._duration = _duration(self._segments[index], self._rep_ms)
        self._tell(SegmentStarted(at, index, self._duration))

    def _end_segment(self, at: Instant, cause: Cause) -> None:
        elapsed = at - self._began
        if self._segments[self._index].intensity is Intensity.WORK:
            self._rep_ms = elapsed
        self._boundary = at
        self._boundary_planned = cause is Cause.ELAPSED
        self._tell(SegmentFinished(at, self._index, elapsed, cause))
        self._begin_segment(self._index + 1 if self._leaving_to is None else self._leaving_to, at)

    def _refusal(self, command: Command, at: Instant) -> Refusal | None:
        if command is Command.LAP:
            recent = [instant for instant in (self._boundary, self._lap_at, self._started) if instant is not None]
            if at - max(recent) < DEAD_TIME_MS:
                return Refusal.DEAD_TIME
            if self._segments[self._index].intensity is Intensity.LEAD_IN:
                return Refusal.LEAD_IN
        elif command in (Command.SKIP, Command.LEAVE) and self._boundary is not None and self._boundary_planned:
            return Refusal.DEAD_TIME if at - self._boundary < DEAD_TIME_MS else None
        return None

    def _tell(self, event: Event) -> None:
        self._last_at = event.at
        self._held.append(event)
        self._queue.append(event)


def _duration(segment: Segment, rep_ms: Millis) -> Millis | None:
    return followed_ms(segment.follows, rep_ms) if segment.follows is not None else segment.duration_ms


def _common(ours: Sequence[Event], theirs: Sequence[Event]) -> int:
    """Count the events that both begin with."""
    for number, (one, other) in enumerate(zip(ours, theirs, strict=False)):
        if one != other:
            return number
    return min(len(ours), len(theirs))


Handler: TypeAlias = Callable[[Engine, Instant], None]

TRANSITIONS: dict[State, dict[Command, Handler]] = {
    State.READY: {
        Command.START: Engine._start,
    },
    State.RUNNING: {
        Command.PAUSE: Engine._pause,
        Command.LAP: Engine._lap,
        Command.SKIP: Engine._skip,
        Command.BACK: Engine._back,
        Command.LEAVE: Engine._leave,
        Command.UNDO: Engine._undo,
        Command.STOP: Engine._stop,
    },
    State.PAUSED: {
        Command.RESUME: Engine._resume,
        Command.UNDO: Engine._undo,
        Command.STOP: Engine._stop,
    },
    State.FINISHED: {
        Command.UNDO: Engine._undo,
    },
    State.STOPPED: {},
}
"""What each state takes. A handler sets the next state itself: a skip may end in RUNNING or in FINISHED."""

_GUARDS: dict[Command, Callable[[Engine], bool]] = {
    Command.UNDO: lambda engine: engine._n_undoable > 0,
    Command.LEAVE: lambda engine: engine._leaving_to is None and engine._segments[engine._index].leave_to is not None,
}
"""Commands of a row that also hang on what has happened."""
