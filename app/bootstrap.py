"""Where concrete things meet: the data folder, the files that ship, the sound process, the journal, the window.

Rules of the file: the only place that knows a path of ours, and the only one that makes the concrete things. What is
heavy is imported where it is needed, after the first paint.
"""

from __future__ import annotations

import contextlib
import datetime
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.clock import Clock, SystemClock
from app.core.athlete import Athlete
from app.core.bounds import FILE_BYTES
from app.core.engine import Engine
from app.core.errors import Fault, InputError, StoreError, WorkoutError
from app.core.events import Command, Event, Undone
from app.core.plan import Plan, Setup
from app.core.planning import compile_plan
from app.core.session import Session, holding, presses
from app.core.state import State
from app.core.track import Track
from app.core.units import Instant, format_time, parse_time
from app.core.workout import Purpose, Workout
from app.driver import Driver, EventSink, Unkept
from app.ui.desk import Choices, Past, SavedState
from app.ui.desk import Shelved as OnPage

if TYPE_CHECKING:
    from app.audio.process import SoundProcess
    from app.settings import Settings
    from app.store.database import SessionSummary, Store
    from app.store.journal import Journal


def has_display() -> bool:
    """Whether a window can open: a display, or a Qt platform that somebody asked for by name."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def shipped(name: str) -> Path:
    """Return the folder `workouts` or `sounds`: beside the package in a clone, inside it once installed."""
    package = Path(__file__).resolve().parent
    in_clone = package.parent / name
    return in_clone if (package.parent / "pyproject.toml").is_file() and in_clone.is_dir() else package / name


def data_folder(argument: str | None) -> Path:
    """Return the athlete's data folder: the argument, else `BELL_LAP_DATA`, else where the system keeps such things."""
    given = argument or os.environ.get("BELL_LAP_DATA")
    if given:
        return Path(given).expanduser()
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local")) / "Bell Lap"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Bell Lap"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "bell-lap"


@dataclass(frozen=True, slots=True)
class Shelved:
    """A workout file as the commands list it."""

    workout_id: str
    path: Path
    workout: Workout | None
    faults: tuple[Fault, ...]
    is_own: bool


def shelf(data_dir: str | None) -> tuple[Shelved, ...]:
    """Read every workout file, shipped and own."""
    from app.library.files import find_workouts  # noqa: PLC0415 - pydantic loads when a file is read

    entries = find_workouts(shipped("workouts"), data_folder(data_dir) / "workouts")
    return tuple(Shelved(entry.workout_id, entry.path, entry.workout, entry.faults, entry.is_own) for entry in entries)


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the athlete set at some earlier time, as the core takes it."""

    athlete: Athlete
    setup: Setup


def remembered(data_dir: str | None) -> Remembered:
    """Return what was set, or the defaults; costs nothing where nothing was ever set."""
    folder = data_folder(data_dir)
    if not (folder / "settings.json").is_file():
        return Remembered(Athlete(), Setup())
    from app.settings import load_settings  # noqa: PLC0415 - pydantic loads only where there is a file

    return _remembered(_choices(load_settings(folder)[0]))


def _choices(settings: Settings) -> Choices:
    return Choices(
        parse_time(settings.goal) if settings.goal else None,
        parse_time(settings.best) if settings.best else None,
        settings.track_m,
        settings.lead_in_s,
        settings.mark_every_m,
        settings.palette,
        settings.window,
    )


def _remembered(choices: Choices) -> Remembered:
    every = None if choices.mark_every_m is None else Fraction(choices.mark_every_m)
    return Remembered(
        Athlete(choices.goal_s, choices.best_s),
        Setup(Track(Fraction(choices.track_m)), 1000 * choices.lead_in_s, every),
    )


def folder_state(data_dir: str | None) -> dict[str, Any]:
    """Say where the data folder is and whether it can be written, without making it."""
    folder = data_folder(data_dir)
    existing = next((place for place in (folder, *folder.parents) if place.exists()), folder)
    writable = existing.is_dir() and os.access(existing, os.W_OK)
    sentence = "can be written" if writable else "cannot be written; sessions would be kept in memory only"
    if writable and not folder.exists():
        sentence = "will be made at the first start"
    return {"folder": str(folder), "writable": writable, "sentence": sentence}


def probe_sound() -> dict[str, Any]:
    """Try each sound output in a process of its own, for a bounded time."""
    from app.audio.process import probe_outputs  # noqa: PLC0415 - only to look

    found = probe_outputs()
    outputs = [{"output": one.output, "opens": one.working, "sentence": one.sentence} for one in found]
    first = next((one.output for one in found if one.working), "silent")
    said = "there is no sound here; workouts run silently" if first == "silent" else f"{first} would be used"
    return {"output": first, "opens": first != "silent", "sentence": said, "outputs": outputs}


class Run:
    """A session under way: `app.ui.desk.Running`, made real."""

    def __init__(self, driver: Driver, workout_id: str, player: SoundProcess, house: House) -> None:
        self.driver = driver
        self.workout_id = workout_id
        self.started_at = ""
        self.n_events = len(driver.session.held)
        self.journal: Journal | None = None
        self._unkept: list[Event] = []
        self._player = player
        self._house = house
        driver.listeners.append(self._fell)

    @property
    def session_id(self) -> int | None:
        """Of the session in the store; None until something of it is saved."""
        return None if self.journal is None else self.journal.session_id

    def saved(self) -> SavedState:
        """Return how far the journal is."""
        if self.journal is None:
            why = self._house.failure or "it was begun without a data folder"
            return SavedState(0, f"Not saved: {why}" if self._unkept else "")
        if self.driver.engine.state is State.RUNNING:
            self.journal.seen(self._house.clock.now())
        return SavedState(self.journal.n_saved, self.journal.failure)

    def sound(self) -> str:
        """Return one sentence on the sound output."""
        return self._player.status.sentence

    def save_again(self) -> None:
        """Try to save once more; a session that no store could take is written whole once there is one."""
        if self.journal is not None:
            self.journal.retry()
        elif self._unkept:
            self._house.open()
            self.journal = self._house.journal_of(self, self._unkept)

    def close(self) -> None:
        """Silence what has not sounded and end the journal."""
        self._player.take_back()
        if self.journal is not None:
            self.journal.close()

    def _fell(self, event: Event) -> None:
        self.n_events += 1
        if self.journal is None or self._unkept:
            self._unkept.append(event)
        if self.journal is None:
            return
        if self._unkept:  # its driver has no journal: it was begun when nothing could be saved
            self.journal.append(event)
        state = self.driver.engine.state
        ended = {State.FINISHED: "finished", State.STOPPED: "stopped"}.get(state)
        if ended:
            self.journal.end(ended)
        elif isinstance(event, Undone):
            self.journal.end("")


class House:
    """Everything, put together: `app.ui.desk.Desk`, made real."""

    def __init__(self, data_dir: str | None = None, clock: Clock | None = None, *, output: str | None = None) -> None:
        self.clock: Clock = clock or SystemClock()
        self.failure = ""
        """Why nothing can be saved, one sentence; empty while the store is open."""
        self._data_dir = data_dir
        self._folder = data_folder(data_dir)
        self._output = output
        self._choices_now = Choices()
        self._store: Store | None = None
        self._player: SoundProcess | None = None
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
        from app.store.database import Store  # noqa: PLC0415 - as above

        settings, said = load_settings(self._folder)
        self._choices_now = _choices(settings)
        self._start_sound(self._output or settings.output)
        if self._store is None:
            self._store = Store.open(self._folder)
        self.failure = ""
        return said

    def look(self) -> tuple[str, str]:
        """Return palette and geometry as they were last; read by hand, since pydantic may not load yet."""
        import json  # noqa: PLC0415 - only where there is a window

        with contextlib.suppress(OSError, ValueError, AttributeError):
            with (self._folder / "settings.json").open("rb") as stream:
                kept = json.loads(stream.read(FILE_BYTES))
            return str(kept.get("palette", "")), str(kept.get("window", ""))
        return "", ""

    def open_unsaved(self, why: str) -> None:
        """Go on with no store: sessions run, and are kept in memory."""
        self.failure = why

    def set_aside_damaged(self) -> str:
        """Move a damaged file aside and begin a new one; the person has agreed."""
        from app.store.database import set_aside  # noqa: PLC0415 - only then

        aside = set_aside(self._folder, datetime.datetime.now().astimezone().date().isoformat())
        self.open()
        return f"The damaged file is kept as {aside.name}; a new one has begun."

    def close(self) -> None:
        """Let go of the sound and the data folder."""
        for run in self._runs:
            run.close()
        if self._player is not None:
            self._player.close()
        if self._store is not None:
            self._store.close()

    def _start_sound(self, output: str) -> None:
        from app.audio.process import SoundProcess  # noqa: PLC0415 - only where something is run

        if self._player is None:
            self._player = SoundProcess(self.clock, shipped("sounds"), output)

    # What is set ----------------------------------------------------------------------------------------------------

    def choices(self) -> Choices:
        """Return what is set."""
        return self._choices_now

    def choose(self, choices: Choices) -> None:
        """Remember what is set."""
        from app.settings import Settings, load_settings, save_settings  # noqa: PLC0415 - loaded by open()

        self._choices_now = choices
        old = load_settings(self._folder)[0]
        new = Settings(
            goal=_text(choices.goal_s),
            best=_text(choices.best_s),
            track_m=choices.track_m,
            lead_in_s=choices.lead_in_s,  # type: ignore[arg-type]  # pydantic refuses any other
            mark_every_m=choices.mark_every_m,
            output=old.output,
            palette=choices.palette,
            window=choices.window,
        )
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
        from app.notation.reading import parse_text  # noqa: PLC0415 - the grammar loads when a text is read

        reading = parse_text(text)
        faults = [Fault(f"{part.text!r} is not understood", part.hint) for part in reading.not_understood]
        if faults or not reading.steps:
            raise WorkoutError(faults or [Fault("nothing of it is understood", "write it as 8 x 200m w/ 200m jog")])
        plain = " ".join(text.split())
        return Workout(
            reading.title or (plain if len(plain) <= 60 else plain[:57] + "..."), reading.steps, Purpose.MIXED
        )

    def plan(self, workout: Workout) -> Plan:
        """Compile a workout for the athlete and track that are set."""
        known = _remembered(self._choices_now)
        return compile_plan(workout, known.athlete, known.setup)

    # Sessions ---------------------------------------------------------------------------------------------------------

    def begin(self, plan: Plan, workout_id: str) -> Run:
        """Make ready to run."""
        return self._run(plan, workout_id, lambda start: self._new_journal(plan, workout_id, start))

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
        run = self._run(stored.plan, stored.summary.workout_id, lambda _start: journal, engine, session)
        run.journal = journal
        run.started_at = stored.summary.started_at
        run.n_events = len(events) + n_after
        if Command.PAUSE in engine.accepts:
            run.driver.press(Command.PAUSE, origin + last_ms)
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

    def _run(
        self,
        plan: Plan,
        workout_id: str,
        open_journal: Callable[[Instant], EventSink],
        engine: Engine | None = None,
        session: Session | None = None,
    ) -> Run:
        self._start_sound(self._output or "auto")
        assert self._player is not None

        def opened(start: Instant) -> EventSink:
            run.started_at = run.started_at or datetime.datetime.now().astimezone().isoformat()
            journal = open_journal(start)
            run.journal = journal if not isinstance(journal, Unkept) else None  # type: ignore[assignment]  # one or the other
            return journal

        driver = Driver(plan, self.clock, self._player, opened, engine, session)
        run = Run(driver, workout_id, self._player, self)
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
        ended = {State.FINISHED: "finished", State.STOPPED: "stopped"}.get(run.driver.engine.state)
        if ended:
            journal.end(ended)
        return journal

    def _new_journal(self, plan: Plan, workout_id: str, start: Instant) -> EventSink:
        if self._store is None:
            return Unkept()
        return self._store.begin(plan, workout_id, datetime.datetime.now().astimezone().isoformat(), start)


def _past(found: SessionSummary) -> Past:
    return Past(found.session_id, found.workout, found.started_at, found.outcome, found.note)


def _text(seconds: Fraction | None) -> str | None:
    if seconds is None:
        return None
    text = format_time(seconds, 0 if seconds.denominator == 1 else 3)
    return text.rstrip("0").rstrip(".") if "." in text else text
