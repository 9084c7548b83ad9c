"""Everything, put together: `app.ui.desk.Desk`, made real.

Rules of the file: it makes the concrete things and hands them to each other. What is heavy is imported where it is
needed, after the first paint.
"""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.bootstrap.choices import Remembered, choices_of, remembered, remembered_of, settings_of
from app.bootstrap.run import ENDED, Run
from app.bootstrap.shelf import shelf
from app.bootstrap.sound import HouseSound
from app.clock import Clock, SystemClock
from app.core.cues import CueKind
from app.core.engine import Engine
from app.core.errors import InputError, StoreError
from app.core.events import Command, Event
from app.core.lateness import CueRecord
from app.core.plan import Plan
from app.core.planning import compile_plan
from app.core.session import Session, holding, presses
from app.core.tongue import tr
from app.core.units import Instant
from app.core.workout import Workout
from app.driver import Driver, EventSink, Unkept
from app.folder import data_folder
from app.ui.desk import Choices, Past, SoundChoices
from app.ui.desk import Shelved as OnPage

if TYPE_CHECKING:
    from app.store.database import SessionSummary, Store
    from app.store.journal import Journal


class House:
    """Everything, put together: `app.ui.desk.Desk`, made real."""

    def __init__(self, data_dir: str | None = None, clock: Clock | None = None, *, output: str | None = None) -> None:
        self.clock: Clock = clock or SystemClock()
        self.failure = ""
        """Why nothing can be saved, one sentence; empty while the store is open."""
        self._data_dir = data_dir
        self._folder = data_folder(data_dir)
        self._choices_now = Choices()
        self._store: Store | None = None
        self.sound = HouseSound(self.clock, output)
        self._runs: list[Run] = []

    # Opening and closing ------------------------------------------------------------------------------------------

    def open(self) -> str:
        """Load what is heavy, take the data folder, begin the sound process.

        Returns:
            A sentence to show, or an empty one.

        Raises:
            StoreError: another process has the folder, or its file is damaged.
        """
        from app.settings import load_settings  # noqa: PLC0415 - heavy; after the first paint

        settings, said = load_settings(self._folder)
        self._choices_now = choices_of(settings)
        self.sound.use(self._choices_now.sound)
        self.sound.start()
        self.take_folder()
        return said

    def take_folder(self) -> None:
        """Take the data folder, if it is not taken.

        Raises:
            StoreError: another process has it, it cannot be written, or its file is damaged.
        """
        from app.store.database import Store  # noqa: PLC0415 - heavy; after the first paint

        if self._store is None:
            self._store = Store.open(self._folder)
        self.failure = ""

    @property
    def folder(self) -> str:
        """Where the athlete's data are kept."""
        return str(self._folder)

    def open_unsaved(self, why: str) -> None:
        """Go on with no store: sessions run, and are kept in memory."""
        self.failure = why

    def set_aside_damaged(self) -> str:
        """Move a damaged file aside and begin a new one; the person has agreed."""
        from app.store.database import set_aside  # noqa: PLC0415 - only then

        aside = set_aside(self._folder, datetime.datetime.now().astimezone().date().isoformat())
        self.open()
        return tr("The damaged file is kept as {file}; a new one has begun.").format(file=aside.name)

    def close(self) -> None:
        """Let go of the sound and the data folder."""
        for run in self._runs:
            run.close()
        self.sound.close()
        if self._store is not None:
            self._store.close()

    def use_sound(self, sound: SoundChoices) -> None:
        """Sound by these from now on, a session that runs too."""
        if sound != self.sound.choices:
            self.sound.use(sound)
            for run in self._runs:
                run.use(sound.as_scheme())

    def sound_state(self) -> str:
        """Return one sentence on the sound output."""
        return self.sound.sentence

    def sound_check(self, kind: CueKind) -> None:
        """Sound a kind of cue now, as it is set."""
        self.sound.check(kind, self._choices_now.belt)

    def beats(self) -> tuple[Instant, ...]:
        """Sound even beats; return the instants at which they leave."""
        return self.sound.beats()

    def hush(self) -> None:
        """Take back the beats that have not sounded."""
        self.sound.hush()

    # What is set ----------------------------------------------------------------------------------------------------

    def choices(self) -> Choices:
        """Return what is set."""
        return self._choices_now

    def choose(self, choices: Choices) -> None:
        """Remember what is set."""
        from app.settings import save_settings  # noqa: PLC0415 - loaded by open()

        self._choices_now = choices
        new = settings_of(choices)
        with contextlib.suppress(StoreError):  # the run page says what cannot be saved; settings are the least of it
            self._folder.mkdir(parents=True, exist_ok=True)
            save_settings(new, self._folder)

    def remembered(self) -> Remembered:
        """Return what was set, for a command that has not opened the house."""
        return remembered(self._data_dir)

    # Workouts ---------------------------------------------------------------------------------------------------------

    def shelf(self) -> tuple[OnPage, ...]:
        """Read every workout file."""
        runs = self._store.last_runs() if self._store is not None else {}
        return tuple(
            OnPage(entry.workout_id, entry.workout, entry.faults, entry.is_own, runs.get(entry.workout_id, ""))
            for entry in shelf(self._data_dir)
        )

    def read(self, text: str) -> Workout:
        """Read a coach's line; what was not understood is a fault."""
        from app.notation.typed import read_typed  # noqa: PLC0415 - the grammar loads when a text is read

        return read_typed(text)

    def plan(self, workout: Workout) -> Plan:
        """Compile a workout for the athlete and track that are set."""
        known = remembered_of(self._choices_now)
        return compile_plan(workout, known.athlete, known.setup)

    # Sessions ---------------------------------------------------------------------------------------------------------

    def begin(self, plan: Plan, workout_id: str) -> Run:
        """Make ready to run."""
        return self._run(plan, workout_id, lambda start, begun: self._new_journal(plan, workout_id, start, begun))

    def unfinished(self) -> Past | None:
        """Return the session that was cut off, if there is one."""
        found = self._store.unfinished() if self._store is not None else None
        return None if found is None else _past(found)

    def offer(self) -> str:
        """Return the sentence that offers to take up a session that was cut off; empty if there is none."""
        found = self.unfinished()
        if found is None:
            return ""
        begun = found.started_at[:16].replace("T", " ")
        return f"{found.workout}, begun {begun}, was cut off and is kept; `bell-lap run --resume` takes it up."

    def resume_last(self) -> Run:
        """Take up the session that was cut off.

        Raises:
            InputError: there is none.
        """
        found = self.unfinished()
        if found is None:
            raise InputError("no session was cut off; start one with `bell-lap run WORKOUT`")
        return self.resume(found.session_id)

    def resume(self, session_id: int) -> Run:
        """Take up a session, paused where it was last known to be; the time since then is a pause."""
        from app.store.journal import rebased  # noqa: PLC0415 - loaded with the store

        assert self._store is not None
        stored = self._store.load(session_id)
        begun = datetime.datetime.fromisoformat(stored.summary.started_at)
        since_ms = int((datetime.datetime.now().astimezone() - begun).total_seconds() * 1000)
        last_ms = max([stored.summary.seen_ms, *(event.at.ms for event in stored.events)])
        origin = self.clock.now() - max(since_ms, last_ms)  # a wall clock set back makes the pause 0, not negative
        events = [rebased(event, origin.ms) for event in stored.events]
        engine = Engine.replayed(stored.plan, list(presses(holding(events))))
        engine.advance_to(origin + last_ms)
        while engine.next_event() is not None:
            pass
        journal = self._store.resume(session_id, origin)
        session = Session.from_events(stored.plan, events)
        n_after = len(engine.held) - len(session.held)
        for event in engine.held[len(session.held) :]:  # boundaries that fell after the last commit
            session.feed(event)
            journal.append(event)
        run = self._run(stored.plan, stored.summary.workout_id, lambda _start, _begun: journal, engine, session)
        run.go_on(journal, self._store.cue_log(session_id))
        run.started_at = stored.summary.started_at
        run.n_events = len(events) + n_after
        if Command.PAUSE in engine.accepts:
            run.driver.press(Command.PAUSE, origin + last_ms)
        run.settle()  # its end may have fallen just before the crash
        return run

    def keep(self, session_id: int) -> None:
        """Keep what was run and do not offer it again."""
        if self._store is not None:
            self._store.set_outcome(session_id, "kept")

    def history(self) -> tuple[Past, ...]:
        """Return past sessions, newest first."""
        return tuple(_past(found) for found in self._store.sessions()) if self._store is not None else ()

    def recall(self, session_id: int) -> tuple[Plan, Sequence[Event]]:
        """Return a past session's plan and events."""
        assert self._store is not None
        stored = self._store.load(session_id)
        return stored.plan, stored.events

    def note(self, session_id: int, text: str) -> None:
        """Keep the athlete's note on a session."""
        if self._store is not None:
            self._store.set_note(session_id, text)

    def cue_log(self, session_id: int) -> tuple[CueRecord, ...]:
        """Return a past session's cue log."""
        return self._store.cue_log(session_id) if self._store is not None else ()

    def _run(
        self,
        plan: Plan,
        workout_id: str,
        open_journal: Callable[[Instant, str], EventSink],
        engine: Engine | None = None,
        session: Session | None = None,
    ) -> Run:
        player = self.sound.start()

        def opened(start: Instant) -> EventSink:
            run.started_at = run.started_at or datetime.datetime.now().astimezone().isoformat()
            journal = open_journal(start, run.started_at)
            run.journal = journal if not isinstance(journal, Unkept) else None  # type: ignore[assignment]  # one or the other
            return journal

        scheme = self.sound.choices.as_scheme()
        driver = Driver(plan, self.clock, player, opened, engine, session, scheme, self.sound.lengths)
        run = Run(driver, workout_id, player, self)
        self._runs.append(run)
        return run

    def journal_of(self, run: Run, events: Sequence[Event]) -> Journal | None:
        """Open a journal for a session that began without one, and write what has fallen."""
        if self._store is None:
            return None
        plan = run.driver.engine.plan
        journal = self._store.begin(plan, run.workout_id, run.started_at, events[0].at)
        for event in events:
            journal.append(event)
        ended = ENDED.get(run.driver.engine.state)
        if ended:
            journal.end(ended)
        return journal

    def _new_journal(self, plan: Plan, workout_id: str, start: Instant, begun: str) -> EventSink:
        return Unkept() if self._store is None else self._store.begin(plan, workout_id, begun, start)


def _past(found: SessionSummary) -> Past:
    return Past(found.session_id, found.workout, found.started_at, found.outcome, found.note)
