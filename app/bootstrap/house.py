"""Everything, put together: `app.ui.desk.Desk`, made real.

Rules of the file: it makes the concrete things and hands them to each other. What is heavy is imported where it is
needed, after the first paint.
"""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.bootstrap.archive import Archive
from app.bootstrap.bench import Bench
from app.bootstrap.choices import choices_at_once, choices_of, remembered_of, settings_of
from app.bootstrap.go import drawn
from app.bootstrap.past import last_of, offered, past_of
from app.bootstrap.shelf import shelf
from app.bootstrap.sound import HouseSound
from app.clock import Clock, SystemClock
from app.core.cues import CueKind
from app.core.errors import StoreError
from app.core.events import Event
from app.core.plan import Plan, Setup
from app.core.planning import compile_plan
from app.core.tongue import tr
from app.core.units import Instant
from app.core.workout import Workout
from app.folder import data_folder
from app.ui.choices import Choices, SoundChoices
from app.ui.desk import Past
from app.ui.desk import Shelved as OnPage

if TYPE_CHECKING:
    from app.bootstrap.run import Run
    from app.core.engine import Engine
    from app.core.session import Session
    from app.driver import EventSink
    from app.store.database import Store
    from app.store.journal import Journal


class House(Archive):
    """Everything, put together: `app.ui.desk.Desk`, made real."""

    def __init__(self, data_dir: str | None = None, clock: Clock | None = None, *, output: str | None = None) -> None:
        super().__init__()
        self.clock: Clock = clock or SystemClock()
        self.failure = ""
        """Why nothing can be saved, one sentence; empty while the store is open."""
        self._data_dir = data_dir
        self._folder = data_folder(data_dir)
        self._choices_now = Choices()
        self._is_settled = True
        self._store: Store | None = None
        self.sound = HouseSound(self.clock, output)
        self._runs: list[Run] = []
        self.bench = Bench(self, data_dir)

    # Opening and closing ------------------------------------------------------------------------------------------

    def open(self) -> str:
        """Take the data folder and read what is set, as far as it can be had at once.

        Returns:
            A sentence to show, or an empty one.

        Raises:
            StoreError: another process has the folder, or its file is damaged.
        """
        choices = choices_at_once(self._folder)
        said = ""
        if choices is None:
            said = self._load()
        else:
            self._is_settled = False
            self._choices_now = choices
        self.sound.use(self._choices_now.sound)
        self.take_folder()
        return said

    def settle(self) -> str:
        """Load what is heavy: the settings by their own reader, which has the last word, and the sound."""
        said = "" if self._is_settled else self._load()
        self.sound.use(self._choices_now.sound)
        self.sound.start()
        return said

    def _load(self) -> str:
        from app.settings import load_settings  # noqa: PLC0415 - heavy; after the first page

        settings, said = load_settings(self._folder)
        self._choices_now, self._is_settled = choices_of(settings), True
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
        from app.store.aside import set_aside  # noqa: PLC0415 - only then

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

        self._choices_now, self._is_settled = choices, True
        new = settings_of(choices)
        with contextlib.suppress(StoreError):  # the run page says what cannot be saved; settings are the least of it
            self._folder.mkdir(parents=True, exist_ok=True)
            save_settings(new, self._folder)

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

    def setup(self, choices: Choices) -> Setup:
        """Return what is set as the core takes it."""
        return remembered_of(choices).setup

    # Sessions ---------------------------------------------------------------------------------------------------------

    def begin(self, plan: Plan, workout_id: str) -> Run:
        """Make ready to run; a go is drawn anew."""
        plan = drawn(plan)
        return self._run(plan, workout_id, lambda start, begun: self._new_journal(plan, workout_id, start, begun))

    def unfinished(self) -> Past | None:
        """Return the session that was cut off, if there is one."""
        found = self._store.unfinished() if self._store is not None else None
        return None if found is None else past_of(found)

    def offer(self) -> str:
        """Return the sentence that offers to take up a session that was cut off; empty if there is none."""
        return offered(self.unfinished())

    def resume_last(self) -> Run:
        """Take up the session that was cut off.

        Raises:
            InputError: there is none.
        """
        return self.resume(last_of(self.unfinished()).session_id)

    def resume(self, session_id: int) -> Run:
        """Take up a session, paused where it was last known to be; the time since then is a pause."""
        from app.bootstrap.resuming import resumed  # noqa: PLC0415 - only then

        assert self._store is not None

        def make_run(plan: Plan, workout_id: str, journal: Journal, engine: Engine, session: Session) -> Run:
            return self._run(plan, workout_id, lambda _start, _begun: journal, engine, session)

        return resumed(self._store, session_id, self.clock, make_run)

    def _run(
        self,
        plan: Plan,
        workout_id: str,
        open_journal: Callable[[Instant, str], EventSink],
        engine: Engine | None = None,
        session: Session | None = None,
    ) -> Run:
        from app.bootstrap.run import Run  # noqa: PLC0415 - loads when something is run
        from app.driver import Driver, Unkept  # noqa: PLC0415 - as above

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
        return None if self._store is None else run.journal_in(self._store, events)

    def _new_journal(self, plan: Plan, workout_id: str, start: Instant, begun: str) -> EventSink:
        from app.driver import Unkept  # noqa: PLC0415 - loads when something is run

        return Unkept() if self._store is None else self._store.begin(plan, workout_id, begun, start)
