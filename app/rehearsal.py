"""A rehearsal: a whole session at virtual time, by the same driver that runs it at the track.

Rehearsal(plan).start().at("1:04.2", Command.LAP).to_the_end().heard
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from app.clock import Clock, FakeClock
from app.core.asked import Asked
from app.core.cues import Cue
from app.core.engine import DEAD_TIME_MS
from app.core.errors import InputError
from app.core.estimate import estimated_mark_ms, estimated_ms
from app.core.events import Command, Event
from app.core.plan import Plan, Segment
from app.core.scheme import Lengths
from app.core.session import Session
from app.core.state import State
from app.core.units import Instant, Millis, parse_time, to_millis
from app.core.workout import Intensity
from app.driver import Driver, Unkept


class Listener:
    """A player that plays nothing and remembers what would have been heard."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._laid: list[Cue] = []
        self._heard: list[Cue] = []

    def lay(self, cues: Sequence[Cue]) -> None:
        """Take cues for later."""
        self._laid += cues

    def replace(self, cues: Sequence[Cue]) -> None:
        """Forget what has not sounded, for these."""
        now = self._clock.now()
        self._heard += [cue for cue in self._laid if cue.at <= now]
        self._laid = [*cues]

    def sound(self, cue: Cue) -> None:
        """Hear a sound at once."""
        self._heard.append(cue)

    def heard(self) -> list[Cue]:
        """Return all that has sounded up to now, in order."""
        now = self._clock.now()
        return sorted([*self._heard, *(cue for cue in self._laid if cue.at <= now)], key=lambda cue: cue.at)


class Rehearsal:
    """One session at virtual time; the session starts at 0 ms."""

    def __init__(self, plan: Plan, lengths: Lengths | None = None) -> None:
        """Make ready.

        Args:
            plan: what is rehearsed.
            lengths: of the sounds; without them nothing is spoken.
        """
        self.plan = plan
        self.events: list[Event] = []
        self.waits = False
        """Whether it ended before its plan, waiting for a press that nobody gave."""
        self._clock = FakeClock()
        self._listener = Listener(self._clock)
        self._driver = Driver(plan, self._clock, self._listener, lambda _start: Unkept(), lengths=lengths)
        self._driver.listeners.append(self.events.append)

    @property
    def session(self) -> Session:
        """What is remembered so far."""
        return self._driver.session

    @property
    def state(self) -> State:
        """Where it stands."""
        return self._driver.engine.state

    @property
    def heard(self) -> list[Cue]:
        """Every cue that sounded so far."""
        return self._listener.heard()

    def start(self) -> Rehearsal:
        """Start the session."""
        self._driver.press(Command.START)
        return self

    def at(self, when: str | Millis, asked: Asked) -> Rehearsal:
        """Let time pass to an instant since the start, then press.

        Args:
            when: a time as text (`1:04.2`), or milliseconds.
            asked: a command or a request; the instants in it count from the start of the session.
        """
        ms = to_millis(parse_time(when)) if isinstance(when, str) else when
        self.until(Instant(ms))
        self._driver.press(asked)
        return self

    def until(self, at: Instant) -> Rehearsal:
        """Let time pass, waking exactly when the driver asks."""
        while (wake := self._driver.wake) is not None and wake <= at:
            self._clock.set(wake)
            self._driver.tick()
            if wake == at:
                return self
        if self._clock.now() < at:
            self._clock.set(at)
            self._driver.tick()
        return self

    def alone(self) -> Rehearsal:
        """Let time pass until the end, or until only a press can move things on."""
        while (wake := self._driver.wake) is not None:
            self._clock.set(wake)
            self._driver.tick()
        self.waits = self.state is State.RUNNING
        return self

    def to_the_end(self) -> Rehearsal:
        """Run to the end as an athlete would who is always on pace, each mark pressed at its planned instant."""
        while self.state is State.RUNNING:
            self._press_next()
        return self

    def with_laps(self, laps_ms: Sequence[Millis]) -> Rehearsal:
        """Press LAP at times since the start of the first work, then let time pass.

        Up to the first work the athlete is always on pace; after the last press nobody presses.

        Raises:
            InputError: for presses that do not come one after another.
        """
        if any(later <= earlier for earlier, later in pairwise(laps_ms)):
            raise InputError("lap presses come one after another: give --laps as rising seconds, such as 75,150,225")
        while self.state is State.RUNNING and self._segment().intensity is not Intensity.WORK:
            self._press_next()
        began = self.session.records[-1].started_at
        for ms in laps_ms:
            self.until(began + ms)
            if self.state is not State.RUNNING:
                raise InputError(
                    f"the session was over before the press at {ms / 1000:g} s; leave out the presses after its end"
                )
            self._driver.press(Command.LAP)
        return self.alone()

    def _segment(self) -> Segment:
        return self.session.records[-1].segment

    def _press_next(self) -> None:
        """Wait for the end of a timed segment, or press as one who is on pace."""
        end = self._driver.engine.deadline
        if end is not None:
            self.until(end)
            return
        snapshot = self._driver.snapshot()
        segment = snapshot.segment
        assert segment is not None
        due = (
            estimated_mark_ms(segment, segment.next_line(snapshot.n_splits)) if segment.marks else estimated_ms(segment)
        )
        soonest = max(DEAD_TIME_MS, self.plan.setup.least_lap_ms)
        wait = max(due - snapshot.elapsed_ms, soonest)  # a press sooner would be refused
        self.until(self._clock.now() + wait)
        self._driver.press(Command.LAP)
