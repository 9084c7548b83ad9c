"""Pictures of the pages, for the README and to be looked at: python -m tests.shots FOLDER [SIZE …]

No test: it makes PNGs of the real pages with a session at virtual time. The figures in them agree with each other.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from app.clock import FakeClock
from app.core.athlete import Athlete
from app.core.cues import CueKind
from app.core.events import Command
from app.core.lateness import CueRecord
from app.core.plan import Setup
from app.core.planning import compile_plan
from app.core.units import Instant
from app.core.workout import Workout
from app.driver import Driver, Unkept
from app.notation.reading import parse_text
from app.rehearsal import Listener
from app.ui import design
from app.ui.desk import SavedState
from app.ui.keys import bindings
from app.ui.live import Live
from app.ui.result_page import ResultPage
from app.ui.run_page import RunPage
from app.ui.start import make_app

SIZES = ((1280, 800), (900, 600), (480, 800))
MILE = ("1 mile time trial", "Timed mile", (80_100, 155_000, 230_600, 304_400), 242_900)
REPS = (
    "10min warm-up, 8 x 400 @ mile pace w/ 200 jog, 10min cool-down",
    "Eight by 400",
    tuple(600_000 + at for at in (74_200, 154_200, 229_600, 311_600, 386_200, 467_200)),
    600_000 + 467_200 + 41_200,
)
ANSWERS = (CueKind.LAP, CueKind.BELL, CueKind.END)
"""Kinds that answer a key: they cannot be laid ahead."""


class Staged:
    """A session brought to an instant, all of it on disk."""

    workout_id = ""
    started_at = "2026-11-22T18:05:00+00:00"
    session_id = 1
    n_events = 0

    def __init__(self, text: str, name: str, laps_ms: tuple[int, ...], until_ms: int) -> None:
        plan = compile_plan(Workout(name, parse_text(text).steps), Athlete(Fraction(300)), Setup())
        clock = FakeClock()
        self._listener = Listener(clock)
        self.driver = Driver(plan, clock, self._listener, lambda _start: Unkept())
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

    def close(self) -> None:
        """Nothing is held."""


def main(folder: Path) -> None:
    """Make every picture."""
    app = make_app()
    folder.mkdir(parents=True, exist_ok=True)
    for palette in design.PALETTES:
        design.use_palette(palette)
        for size in SIZES:
            end = f"{palette}-{size[0]}.png"
            for name, staged in (("mile", MILE), ("reps", REPS)):
                page = RunPage(lambda _act: None, lambda: bindings({}), lambda _index: None)
                _show(app, page, size)
                live = Live(Staged(*staged))
                page.show_live(live)
                _take(app, page, folder / f"run-{name}-{end}")
                if name == "mile":
                    page.set_far(far=True)
                    _take(app, page, folder / f"far-{end}")
            whole = Staged(*MILE[:3], 400_000)
            result = ResultPage(*[lambda *_words: None] * 5)
            _show(app, result, size)
            result.show_session(
                whole.driver.engine.plan, whole.driver.session, whole.started_at, cue_log=whole.cue_log()
            )
            result.say_saved("Saved.", failed=False, can_undo=True)
            _take(app, result, folder / f"result-{end}")


def _show(app: QApplication, page: QWidget, size: tuple[int, int]) -> None:
    page.resize(*size)
    page.show()
    app.processEvents()


def _take(app: QApplication, page: QWidget, path: Path) -> None:
    app.processEvents()
    page.grab().save(str(path))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
