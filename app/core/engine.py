"""The engine: five states, a table of commands, and time as an argument.

Rules of the file:

1. It reads no clock. `send` and `advance_to` are told the instant; `deadline` says when to come back.
2. Boundaries fall at their planned instants, however late the wake-up: chopping `advance_to` in any way yields
   the same events.
3. Time first, then the command. Events are queued, so that the due ones survive a command that is refused.
4. It knows nothing of paces, sounds, files or windows. The plan has thought; the engine only counts. Where the plan
   says that presses are tied to marks, `app.core.tying` says from the planned times which mark one is for, and the
   engine counts on from there.
5. An undone press never was, and a mended one always was: the presses that count are played again to a new engine,
   and what then holds is told. What was done is a log of acts; `app.core.mending` makes presses of it.

    engine.send(Command.START, at)          # raises IllegalCommand; nothing but time has changed then
    engine.advance_to(at)                   # time passed: cross what is due
    while event := engine.next_event(): ... # one drain, in the driver only
"""

# ruff: noqa: SLF001 - the table of transitions stands beside the engine, in its own file
from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from app.core.asked import MENDS, SAY_MORE, Asked, Command, Guess, Jump, Lengthen, command_words
from app.core.bounds import PLAN_MS, RESUME_WITHIN_MS
from app.core.errors import IllegalCommand, TimeReversed
from app.core.events import (
    BlockLeft,
    Cause,
    Event,
    Finished,
    Guessed,
    Jumped,
    Lengthened,
    Mended,
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
from app.core.mending import Press, check_counts, check_guess, check_meant, folded, n_common
from app.core.plan import Plan, Segment
from app.core.planning import followed_ms
from app.core.state import Snapshot, State, state_words
from app.core.tongue import tr
from app.core.tying import Tie, Tying
from app.core.units import Instant, Millis
from app.core.workout import Intensity

DEAD_TIME_MS: Millis = 300
"""A press this soon after a boundary was meant for what had just ended. A proposal, not a measured figure: twice the
time of a quick double click, a third of the shortest step a runner can take on purpose."""

_ADJUSTABLE = (Intensity.RECOVERY, Intensity.REST, Intensity.WARMUP, Intensity.COOLDOWN)


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
        self._tying: Tying | None = None  # of the present segment, where its presses are tied to marks
        self._rep_ms: Millis | None = None  # what the last rep took, for recoveries that follow it
        self._leaving_to: int | None = None
        self._boundary: Instant | None = None  # the last one, however it came
        self._boundary_planned = False
        self._lap_at: Instant | None = None
        self._paused_at: Instant | None = None
        self._paused_ms: Millis = 0
        self._ended: Instant | None = None
        self._last_at: Instant | None = None  # of the last event
        self._acts: list[Press] = []  # all that was done and not undone, mends among it
        self._n_laps = 0
        self._n_refused = 0
        self._cool_downs = [each.index for each in plan.segments if each.intensity is Intensity.COOLDOWN]
        self._held: list[Event] = []
        self._queue: deque[Event] = deque()

    @classmethod
    def replayed(cls, plan: Plan, presses: Sequence[Press | tuple[Asked, Instant]]) -> Engine:
        """Return an engine to which these presses happened; its queue is empty.

        Args:
            plan: what they were pressed on.
            presses: as `app.core.session.presses` finds them in a journal, or what was asked with its instant.
        """
        engine = cls(plan)
        for press in presses:
            try:
                engine._take(press if isinstance(press, Press) else Press(*press))
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
        """The last mark passed in the present segment; where it has no marks, lap presses recorded."""
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

    def send(self, asked: Asked, at: Instant) -> None:
        """Cross what is due, then do what is asked.

        Args:
            asked: what a person asked, a bare command or one that says more.
            at: when they asked it; not before the last event.

        Raises:
            IllegalCommand: it means nothing in this state; only time has passed then.
            TimeReversed: the instant lies before the last event.
        """
        self._take(Press(asked, at))

    def _take(self, press: Press) -> None:
        at, command = press.at, press.command
        self.advance_to(at)
        if self._last_at is not None and at < self._last_at:
            raise TimeReversed(f"{command.value} at {at.ms} ms, but something happened at {self._last_at.ms} ms")
        if command not in self.accepts:
            words = tr("{command} means nothing while the session is {state}")
            raise IllegalCommand(words.format(command=command_words(command), state=state_words(self._state)))
        if command in SAY_MORE and isinstance(press.asked, Command):
            raise IllegalCommand(tr("{command} has to say more").format(command=command_words(command)))
        handler = TRANSITIONS[self._state][command]
        if handler in _REWRITE:
            handler(self, press)
            return
        refusal = press.refusal or self._refusal(press)
        if refusal is not None:
            self._acts.append(replace(press, refusal=refusal))
            self._tell(PressRefused(at, self._index, command, refusal))
            return
        handler(self, press)
        self._acts.append(replace(press, is_taken=True))
        self.advance_to(at)  # a send-off that is already used up lasts no time

    def next_event(self) -> Event | None:
        """Return the oldest event not yet taken, or None."""
        return self._queue.popleft() if self._queue else None

    # Handlers: what each command does -------------------------------------------------------------------------------

    def _start(self, press: Press) -> None:
        self._state = State.RUNNING
        self._started = press.at
        self._tell(Started(press.at))
        self._begin_segment(0, press.at)

    def _pause(self, press: Press) -> None:
        self._state = State.PAUSED
        self._paused_at = press.at
        self._tell(Paused(press.at))

    def _resume(self, press: Press) -> None:
        assert self._paused_at is not None
        paused_ms = press.at - self._paused_at
        self._state = State.RUNNING
        self._paused_at = None
        self._paused_ms += paused_ms
        self._began += paused_ms
        self._tell(Resumed(press.at, paused_ms))

    def _lap(self, press: Press) -> None:
        segment = self._segments[self._index]
        if not press.is_mended:
            self._lap_at = press.at
        if segment.is_open:
            self._end_segment(press.at, Cause.LAP, press)
            return
        elapsed = press.at - self._began
        number = self._named(press)
        is_named = number is not None
        if self._tying is not None:
            self._tying, tie = self._tied(self._tying, press)
            number = number or tie.mark_number
        number = number or self._n_splits + 1
        self._n_splits = number
        self._last_split_ms = elapsed
        mark_number = number if segment.marks else None
        self._tell(SplitTaken(press.at, self._index, mark_number, elapsed, press.how, is_named, press.moved_ms))
        if mark_number is not None and mark_number == len(segment.marks):
            self._end_segment(press.at, Cause.LAST_MARK, press)

    def _named(self, press: Press) -> int | None:
        """Return the mark that a person said it was, if it can be."""
        number = press.mark_number
        can_be = number is not None and self._n_splits < number <= len(self._segments[self._index].marks)
        return number if can_be else None

    def _tied(self, tying: Tying, press: Press) -> tuple[Tying, Tie]:
        tying = tying.pressed(press.at - self._began, self._named(press), is_told=press.is_mended)
        return tying, tying.tie(self._n_splits, is_taken=press.is_taken or press.is_mended)

    def _skip(self, press: Press) -> None:
        self._end_segment(press.at, Cause.SKIP)

    def _back(self, press: Press) -> None:
        self._leaving_to = max(0, self._index - 1)
        self._end_segment(press.at, Cause.BACK)

    def _leave(self, press: Press) -> None:
        segment = self._segments[self._index]
        assert segment.leave_to is not None
        self._leaving_to = segment.leave_to
        self._tell(BlockLeft(press.at, self._index, segment.leave_to))
        if not segment.leave_at_end:
            self._end_segment(press.at, Cause.LEAVE)

    def _jump(self, press: Press) -> None:
        assert isinstance(press.asked, Jump)
        if not 0 <= press.asked.to_index < len(self._segments):
            raise IllegalCommand(tr("the workout has no such place"))
        self._jump_to(press.asked.to_index, press.at)

    def _cool_down(self, press: Press) -> None:
        to_index = self._next_cool_down()
        assert to_index is not None
        self._jump_to(to_index, press.at)

    def _jump_to(self, to_index: int, at: Instant) -> None:
        self._leaving_to = to_index
        self._tell(Jumped(at, self._index, to_index))
        self._end_segment(at, Cause.JUMP)

    def _lengthen(self, press: Press) -> None:
        assert isinstance(press.asked, Lengthen)
        assert self._duration is not None
        by_ms = press.asked.by_ms
        duration = max(self._duration + by_ms, press.at - self._began)
        if by_ms > 0 and duration > PLAN_MS:
            raise IllegalCommand(tr("nothing lasts longer than 24 h"))
        self._duration = duration
        self._tell(Lengthened(press.at, self._index, by_ms, duration))

    def _guess(self, press: Press) -> None:
        assert isinstance(press.asked, Guess)
        asked = press.asked
        check_guess(asked, self._held)
        self._tell(Guessed(press.at, asked.index, asked.mark_number, asked.guess_ms))

    def _stop(self, press: Press) -> None:
        now = self._paused_at or press.at
        self._tell(SegmentFinished(press.at, self._index, now - self._began, Cause.STOP))
        self._state = State.STOPPED
        self._ended = now
        self._paused_at = None
        self._tell(Stopped(press.at))

    # What changes the past: the presses are played again, and what then holds is told ------------------------------

    def _undo(self, press: Press) -> None:
        place = self._last_undoable(press.at)
        undone = self._acts[place]
        acts = [*self._acts[:place], *self._acts[place + 1 :]]
        other = self._relived(acts, press.at)
        back_to = n_common(self._held, other._held)
        self._become(other, acts, Undone(press.at, undone.command, undone.at, back_to))

    def _go_on(self, press: Press) -> None:
        """Make a pause of the stop, ended now."""
        place = max(n for n, act in enumerate(self._acts) if act.command is Command.STOP)
        stop = self._acts[place]
        _check_stop(stop, press.at)
        acts = [*self._acts[:place], replace(stop, asked=Command.PAUSE), *self._acts[place + 1 :], press]
        other = self._relived(acts, press.at)
        self._become(other, acts, Undone(press.at, Command.STOP, stop.at, n_common(self._held, other._held)))

    def _mend(self, press: Press) -> None:
        assert isinstance(press.asked, MENDS)
        check_counts(press.asked, self._held)
        acts = [*self._acts, press]
        other = self._relived(acts, press.at)
        check_meant(press.asked, self._held, other._held)
        self._become(other, acts, Mended(press.at, press.asked, n_common(self._held, other._held)))

    def _last_undoable(self, at: Instant) -> int:
        place = max(n for n, act in enumerate(self._acts) if act.is_undoable)
        _check_stop(self._acts[place], at)
        return place

    def _relived(self, acts: Sequence[Press], at: Instant) -> Engine:
        other = Engine.replayed(self._plan, folded(acts))
        other.advance_to(at)
        return other

    def _become(self, other: Engine, acts: list[Press], event: Undone | Mended) -> None:
        queue = deque((*self._queue, event, *other._held[event.back_to :]))
        self.__dict__.update(other.__dict__)
        self._queue = queue
        self._acts = acts
        self._last_at = event.at

    # Segments -------------------------------------------------------------------------------------------------------

    def _begin_segment(self, index: int, at: Instant) -> None:
        self._index = index
        self._leaving_to = None
        self._n_splits = 0
        self._last_split_ms = 0
        self._tying = Tying.begun(self._segments[index]) if index < len(self._segments) else None
        if index >= len(self._segments):
            self._state = State.FINISHED
            self._ended = at
            self._duration = None
            self._tell(Finished(at))
            return
        self._began = at
        self._duration = _duration(self._segments[index], self._rep_ms)
        self._tell(SegmentStarted(at, index, self._duration))

    def _end_segment(self, at: Instant, cause: Cause, by: Press | None = None) -> None:
        elapsed = at - self._began
        if self._segments[self._index].intensity is Intensity.WORK:
            self._rep_ms = elapsed
        if by is None or not by.is_mended:
            self._boundary = at
            self._boundary_planned = cause is Cause.ELAPSED
        event = SegmentFinished(at, self._index, elapsed, cause)
        if by is not None and cause is Cause.LAP:
            event = replace(event, how=by.how, moved_ms=by.moved_ms)
        self._tell(event)
        self._begin_segment(self._index + 1 if self._leaving_to is None else self._leaving_to, at)

    def _refusal(self, press: Press) -> Refusal | None:
        if press.command is Command.LAP:
            if not press.is_mended and self._is_too_soon(press.at):
                return Refusal.DEAD_TIME
            if self._segments[self._index].intensity is Intensity.LEAD_IN:
                return Refusal.LEAD_IN
            if self._tying is not None and self._tied(self._tying, press)[1].mark_number is None:
                return Refusal.DOUBLE
        elif press.command in (Command.SKIP, Command.LEAVE) and self._boundary is not None and self._boundary_planned:
            return Refusal.DEAD_TIME if press.at - self._boundary < DEAD_TIME_MS else None
        return None

    def _is_too_soon(self, at: Instant) -> bool:
        line = self._started if self._boundary is None else max(self._boundary, self._started)
        is_double = self._lap_at is not None and at - self._lap_at < self._plan.setup.least_lap_ms
        return is_double or at - line < DEAD_TIME_MS

    def _next_cool_down(self) -> int | None:
        return next((index for index in self._cool_downs if index > self._index), None)

    def _tell(self, event: Event) -> None:
        self._last_at = event.at
        self._n_laps += isinstance(event, SplitTaken) or (
            isinstance(event, SegmentFinished) and event.cause is Cause.LAP
        )
        self._n_refused += isinstance(event, PressRefused) and event.command is Command.LAP
        self._held.append(event)
        self._queue.append(event)


def _duration(segment: Segment, rep_ms: Millis | None) -> Millis | None:
    if segment.follows is None:
        return segment.duration_ms
    if rep_ms is None and segment.expected_ms is not None:
        return segment.expected_ms  # a jump led here before any rep was run
    return followed_ms(segment.follows, rep_ms or 0)


def _check_stop(act: Press, at: Instant) -> None:
    if act.command is Command.STOP and at - act.at > RESUME_WITHIN_MS:
        raise IllegalCommand(tr("a stop can be taken back within ten minutes, and these are over"))


Handler: TypeAlias = Callable[[Engine, Press], None]

_MENDS: dict[Command, Handler] = dict.fromkeys((kind.command for kind in MENDS), Engine._mend)

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
        Command.JUMP: Engine._jump,
        Command.LENGTHEN: Engine._lengthen,
        Command.COOL_DOWN: Engine._cool_down,
        Command.GUESS: Engine._guess,
        Command.UNDO: Engine._undo,
        Command.STOP: Engine._stop,
        **_MENDS,
    },
    State.PAUSED: {
        Command.RESUME: Engine._resume,
        Command.GUESS: Engine._guess,
        Command.UNDO: Engine._undo,
        Command.STOP: Engine._stop,
        **_MENDS,
    },
    State.FINISHED: {
        Command.GUESS: Engine._guess,
        Command.UNDO: Engine._undo,
        **_MENDS,
    },
    State.STOPPED: {
        Command.RESUME: Engine._go_on,
        Command.GUESS: Engine._guess,
        Command.UNDO: Engine._undo,
        **_MENDS,
    },
}
"""What each state takes. A handler sets the next state itself: a skip may end in RUNNING or in FINISHED."""

_REWRITE = (Engine._undo, Engine._go_on, Engine._mend)
"""Handlers that play the presses again; they keep the log of acts themselves."""


def _can_lengthen(engine: Engine) -> bool:
    return engine._duration is not None and engine._segments[engine._index].intensity in _ADJUSTABLE


def _can_cool_down(engine: Engine) -> bool:
    is_in_it = engine._segments[engine._index].intensity is Intensity.COOLDOWN
    return not is_in_it and engine._next_cool_down() is not None


def _has_laps(engine: Engine) -> bool:
    return engine._n_laps > 0


_GUARDS: dict[Command, Callable[[Engine], bool]] = {
    Command.UNDO: lambda engine: any(act.is_undoable for act in reversed(engine._acts)),
    Command.LEAVE: lambda engine: engine._leaving_to is None and engine._segments[engine._index].leave_to is not None,
    Command.LENGTHEN: _can_lengthen,
    Command.COOL_DOWN: _can_cool_down,
    Command.DELETE: _has_laps,
    Command.MOVE: _has_laps,
    Command.RELABEL: _has_laps,
    Command.GUESS: _has_laps,
    Command.RESTORE: lambda engine: engine._n_refused > 0,
}
"""Commands of a row that also hang on what has happened."""
