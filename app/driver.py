"""The driver: the thin shell round the engine. It holds the clock, the sound and the journal by their seams.

Rules of the file: no Qt, no `if` about the workout. Every event goes one way: journal first, then the fold, the
sounds, the listeners. The window calls `press` and `tick`, and reads `engine`, `session` and `snapshot`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from app.audio.player import CuePlayer
from app.clock import Clock
from app.core.announce import CALLS, recorded
from app.core.asked import MEND_COMMANDS, Asked
from app.core.bounds import GIVEN_UP_MS
from app.core.cues import Cue, CueKind, CueSheet
from app.core.engine import Engine
from app.core.events import TAKES_BACK, Event, Finished, Mended, SegmentStarted
from app.core.plan import Plan
from app.core.scheme import FULL, Lengths, Scheme
from app.core.score import Fallen, scored
from app.core.session import Session
from app.core.state import Snapshot, State
from app.core.units import Instant, Millis

LOOK_AHEAD_MS: Millis = 120_000
"""Cues are handed over this early: longer than any stall the window can have, short enough to be cheap."""
TOP_UP_MS: Millis = 30_000
"""The sheet is laid on when less than this is left of it."""


class EventSink(Protocol):
    """Takes events as they fall; the journal of `app.store`, or nothing at all."""

    def append(self, *events: Event) -> None:
        """Keep events that belong together, all of them or none; never blocks."""
        ...


class Unkept:
    """Keeps nothing, for rehearsals."""

    def append(self, *events: Event) -> None:
        """Let them go."""


class Driver:
    """Runs one session."""

    def __init__(
        self,
        plan: Plan,
        clock: Clock,
        player: CuePlayer,
        open_journal: Callable[[Instant], EventSink],
        engine: Engine | None = None,
        session: Session | None = None,
        scheme: Scheme = FULL,
        lengths: Lengths | None = None,
    ) -> None:
        """Stand ready.

        Args:
            plan: what is to be run.
            clock: the one clock.
            player: takes cues; never blocks.
            open_journal: called once with the instant of the start, before the first event is kept.
            engine: one that is already under way, when a session is taken up again after a crash.
            session: the fold of its journal so far.
            scheme: which cues sound.
            lengths: of the sounds; without them nothing is spoken.
        """
        self.engine = engine or Engine(plan)
        self.session = session or Session.from_events(plan, self.engine.held)
        self.listeners: list[Callable[[Event], None]] = []
        self._clock = clock
        self._player = player
        self._open_journal = open_journal
        self._journal: EventSink | None = None
        self._sheet = CueSheet(plan, self.engine.held)
        self._scheme = scheme
        self._lengths = lengths or Lengths()
        self._fallen: Fallen | None = None
        self._laid_to: Instant | None = None
        self._more_to_lay = False

    def press(self, asked: Asked, at: Instant | None = None) -> None:
        """Do what a person asked, a command or a request, at the instant their key went down.

        Raises:
            IllegalCommand: it means nothing now; nothing but time has changed.
        """
        now = self._clock.now()
        last = self.engine.last_at
        pressed = now if at is None else min(at, now)
        try:
            self.engine.send(asked, pressed if last is None else max(pressed, last))
        finally:
            self._drain(now)

    def tick(self) -> None:
        """Let the engine catch up with the clock; call it at each frame and at each `wake`."""
        now = self._clock.now()
        self.engine.advance_to(now)
        self._drain(now)
        if self._laid_to is not None and self._laid_to - now < TOP_UP_MS:
            self._lay(now)

    def snapshot(self) -> Snapshot:
        """Return what is to be shown now."""
        now = self._clock.now()
        last = self.engine.last_at
        return self.engine.snapshot(now if last is None else max(now, last))

    @property
    def wake(self) -> Instant | None:
        """When `tick` is wanted at the latest; None while only a person can move things on."""
        deadline = self.engine.deadline
        if self._laid_to is None or not self._more_to_lay:
            return deadline
        top_up = self._laid_to - TOP_UP_MS + 1
        return top_up if deadline is None else min(deadline, top_up)

    def _drain(self, now: Instant) -> None:
        event = self.engine.next_event()
        if event is None:
            return
        fallen = [event]
        while (event := self.engine.next_event()) is not None:
            fallen.append(event)
        if self._journal is None:
            self._journal = self._open_journal(fallen[0].at)
        self._journal.append(*fallen)  # at once: half an undo on disk would be another story
        stale = False
        speaks = False
        since = now + 1  # what is due by now has sounded, except in a segment that a person has just begun
        told_at: Instant | None = None  # what follows an undo or a mend happened before it, and is not news
        is_mended = False
        stood: Sequence[Event] = ()  # what an undo plays again as it was has sounded then
        for event in fallen:
            if isinstance(event, TAKES_BACK):
                stood = self.session.held[event.back_to :]
            self.session.feed(event)
            stale |= self._sheet.takes_back(event)
            if isinstance(event, TAKES_BACK):
                command = event.mend.command if isinstance(event, Mended) else event.command
                told_at, is_mended = event.at, command in MEND_COMMANDS
            if stale and isinstance(event, SegmentStarted) and not is_mended and event not in stood:
                since = min(since, event.at)
            kind = self._sheet.sound_of(event)
            if told_at is not None and event.at < told_at:
                self._fallen = None
            else:
                if kind is not None and kind in self._scheme.on and now - event.at < GIVEN_UP_MS:
                    self._player.sound(self._scheme.dressed(Cue(event.at, kind)))
                speaks |= self._hear(event, kind)
            for listener in self.listeners:
                listener(event)
        if stale or speaks:
            self._lay(now, since=since)

    def _hear(self, event: Event, kind: CueKind | None) -> bool:
        """Note what an event has to say; whether the words that are laid are wrong after it."""
        if not self._lengths.clips:
            return False
        call = (CALLS[kind],) if kind in CALLS else ()
        sentences = tuple(recorded(event, self.session))
        if sentences:
            self._fallen = Fallen(event.at, kind, (*call, *sentences))
        elif isinstance(event, Finished) and kind is not None:
            before = self._fallen.sentences if self._fallen is not None and self._fallen.at == event.at else ()
            self._fallen = Fallen(event.at, kind, (*before, *call))
        elif self._fallen is not None and self._fallen.at == event.at:
            return False  # the rep that the press ended: its figures are said in what follows
        else:
            self._fallen = None  # a boundary, a pause, an undo: the figures are old or gone
        return self._fallen is not None

    def use(self, scheme: Scheme) -> None:
        """Sound what is to come by another scheme."""
        self._scheme = scheme
        if self.engine.state is State.RUNNING:
            now = self._clock.now()
            self._lay(now, since=now + 1)

    def _lay(self, now: Instant, since: Instant | None = None) -> None:
        """Hand over the cues that are due up to the horizon; those due just now sound at once.

        Args:
            now: the present instant.
            since: from when on; what was laid is replaced. None goes on from where it was laid to.
        """
        begin = self._laid_to if since is None else since
        assert begin is not None
        horizon = now + LOOK_AHEAD_MS
        ahead = []
        self._more_to_lay = False
        for cue in scored(self.engine, self._scheme, self._lengths, self._fallen):
            if cue.at >= horizon:
                self._more_to_lay = True
                break
            if cue.at < begin or now - cue.at >= GIVEN_UP_MS:
                continue
            if cue.at <= now:
                self._player.sound(cue)
            else:
                ahead.append(cue)
        if since is not None:
            self._player.replace(ahead)
        elif ahead:
            self._player.lay(ahead)
        self._laid_to = horizon
