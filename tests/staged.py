"""Sessions brought to an instant at virtual time, and a data folder with such sessions in it; the figures are fixed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial
from pathlib import Path

from app.clock import FakeClock
from app.core.asked import Guess
from app.core.athlete import Athlete
from app.core.cues import CueKind
from app.core.engine import Engine
from app.core.events import Command
from app.core.ladder import at_level
from app.core.lateness import CueRecord
from app.core.plan import Plan, Setup
from app.core.planning import compile_plan
from app.core.practice import WORKOUT_ID, Practice, practice_plan
from app.core.units import Instant
from app.core.workout import Workout
from app.driver import Driver, EventSink, Unkept
from app.notation.reading import parse_text
from app.rehearsal import Listener
from app.settings import Settings, save_settings
from app.store.database import Store
from app.store.journal import Journal
from app.ui.desk import SavedState

MILE = ("1 mile time trial", "Timed mile", (80_100, 155_000, 230_600, 304_400), 242_900)
"""Text, name, lap presses in ms since the START press, and the instant of the picture."""
REPS = (
    "10min warm-up, 8 x 400 @ mile pace w/ 200 jog, 10min cool-down",
    "Eight by 400",
    tuple(
        600_000 + at
        for at in (
            74_200, 154_200, 229_600, 311_600, 386_200, 467_200, 542_300, 625_300, 700_200, 780_200, 855_800, 939_800,
            1_014_600, 1_096_600, 1_169_800,
        )
    ),
    600_000 + 467_200 + 41_200,
)  # fmt: skip
ANSWERS = (CueKind.LAP, CueKind.BELL, CueKind.END)
"""Kinds that answer a key: they cannot be laid ahead."""


class Staged:
    """A session brought to an instant, all of it on disk."""

    workout_id = ""
    started_at = "2026-11-22T18:05:00+00:00"
    session_id = 1
    n_events = 0

    def __init__(
        self,
        text: str,
        name: str,
        laps_ms: tuple[int, ...],
        until_ms: int,
        keep: Callable[[Plan, Instant], EventSink] = lambda _plan, _start: Unkept(),
    ) -> None:
        plan = compile_plan(Workout(name, parse_text(text).steps), Athlete(Fraction(300)), Setup(halves=True))
        clock = FakeClock()
        self._listener = Listener(clock)
        self.driver = Driver(plan, clock, self._listener, lambda start: keep(plan, start))
        self.driver.press(Command.START)
        for at_ms, press in (*((at, True) for at in laps_ms if at <= until_ms), (until_ms, False)):
            while (wake := self.driver.wake) is not None and wake.ms <= at_ms:
                clock.set(wake)
                self.driver.tick()
            clock.set(Instant(at_ms))
            self.driver.press(Command.LAP) if press else self.driver.tick()

    def saved(self) -> SavedState:
        return SavedState(10**6, "")

    def sound(self) -> str:
        return ""

    def cue_log(self) -> Sequence[CueRecord]:
        """Return what the device got: 2 s ahead what was planned, a little late what answers a key."""
        return tuple(
            CueRecord(
                cue.at.ms, cue.at.ms + (index % 5 if cue.kind in ANSWERS else -2000), cue.kind.value, "simpleaudio"
            )
            for index, cue in enumerate(self._listener.heard())
        )

    def save_again(self) -> None:
        """Nothing failed."""

    def discard(self) -> None:
        """Nothing is kept."""

    def close(self) -> None:
        """Nothing is held."""


PAST = (
    ("2 x 800 @ mile pace w/ 400 jog", "Two by 800", (150_300, 330_000, 480_900), 480_900, "", "2025-12-28T10:00"),
    ("2 x 400 @ mile pace w/ 200 jog", "Two by 400", (76_000,), 90_000, "stopped", "2026-10-18T17:40"),
    (*REPS[:3], 3_000_000, "", "2026-10-30T07:10"),
    ("200 in 40", "200 in 40", (39_400,), 39_400, "kept", "2026-11-15T09:30"),
    (*MILE[:3], 304_400, "", "2026-11-22T18:05"),
)
"""Sessions that lie in the folder: what was run, how it ended where that was not by itself, and when."""
NOTES = {
    3: "windy in the home straight",
    5: "Spikes, no wind. Held back in the first lap, and the third felt the longest.",
}
SLOWER_MILE = (*MILE[:2], (81_900, 158_300, 236_000, 312_900), 312_900, "", "2026-11-23T17:50")
CUT_OFF = (*REPS, "cut off", "2026-11-24T17:40")


def fill(folder: Path, *more: tuple[str, str, tuple[int, ...], int, str, str]) -> None:
    """Make a data folder: an athlete with a goal of 5:00, and past sessions."""
    store = Store.open(folder)
    journals: list[Journal] = []
    for number, (text, name, laps_ms, until_ms, outcome, when) in enumerate((*PAST, *more), 1):
        begin = partial(_begin, store, journals, f"{when}:00+00:00")
        cue_log = Staged(text, name, laps_ms, until_ms, begin).cue_log()
        for record in cue_log:
            journals[-1].heard(record)
        if outcome != "cut off":
            journals[-1].end(outcome or "finished")
        journals[-1].close()
        if number in NOTES:
            store.set_note(number, NOTES[number])
    store.close()
    save_settings(Settings(goal="5:00", best="5:08", welcomed=True), folder)


PRACTISED: tuple[tuple[int, tuple[int, ...], tuple[int | None, ...], str], ...] = (
    (1, (72_600, 77_900), (74_000, 76_000), "2026-11-03T18:10"),
    (1, (73_900, 75_200), (74_500, 75_000), "2026-11-06T18:00"),
    (2, (73_800, 76_100), (74_000, 76_500), "2026-11-09T07:20"),
    (2, (74_200, 75_000), (74_500, None), "2026-11-12T18:05"),
    (3, (72_900, 76_800), (74_500, 75_500), "2026-11-16T18:00"),
    (3, (74_100, 74_900), (74_000, 75_200), "2026-11-19T18:15"),
    (4, (73_700, 75_400), (74_500, 75_000), "2026-11-21T09:30"),
)
"""Practices: level, lap times, guesses, and when."""


def practise(store: Store) -> None:
    """Keep past practices in a store, at 1:14.6 a lap."""
    for number, laps_ms, guesses_ms, when in PRACTISED:
        practice = at_level(Practice(2, Fraction("74.6")), number)
        engine = Engine(practice_plan(practice, Athlete(Fraction(300)), Setup()))
        engine.send(Command.START, Instant(0))
        at_ms = 5000
        for lap_ms in laps_ms:
            at_ms += lap_ms
            engine.send(Command.LAP, Instant(at_ms))
        for lap, guess_ms in enumerate(guesses_ms, 1):
            engine.send(Guess(1, lap, guess_ms), Instant(at_ms + 5000 * lap))
        journal = store.begin(engine.plan, WORKOUT_ID, f"{when}:00+00:00", Instant(0))
        journal.append(*engine.held)
        journal.end("finished")
        journal.close()


def _begin(store: Store, journals: list[Journal], when: str, plan: Plan, start: Instant) -> Journal:
    journals.append(store.begin(plan, "timed-mile" if plan.workout.name == MILE[1] else "", when, start))
    return journals[-1]
