"""Every page as a person may have it before them, brought there through the real window at a fixed day and figures.

Rules of the file: a scene is a line of SCENES: a name, how it is brought from the open library by keys and by time that
passes, and the data folder it begins in. A page is never made by hand, so that scenes outlive the pages. The wall clock
stands at NOW, the session's clock where the scene left it; the athlete's goal is 5:00.

    Scene("run-mile", lambda stage: stage.runs(*MILE))
"""

from __future__ import annotations

import datetime
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import cycle
from pathlib import Path
from types import SimpleNamespace
from typing import cast
from unittest.mock import patch

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.lateness import CueRecord
from app.core.tongue import tr
from app.core.workout import Workout
from app.ui import design
from app.ui.desk import SavedState
from app.ui.window import Window
from tests.staged import CUT_OFF, MILE, REPS, fill
from tests.ui.conftest import Trackside

KEY = Qt.Key
LEAD_IN_MS = 5000
CUE_LOG = tuple(CueRecord(60_000, 60_000 + late_ms, "pip", "simpleaudio") for late_ms in (*[-2000] * 40, 1, 4))
FULL = "The disk is full: the session goes on in memory; free some space and save again."
SIZES = ((1280, 800), (1920, 1080), (900, 600), (640, 400), (480, 800))
"""In pixels of the design: 640 × 400 is what lettering of 200 % leaves of the first."""


class _Now(datetime.datetime):
    """The day of the pictures: Tuesday 24 November 2026, 18:05, wherever the machine is."""

    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> _Now:
        return cls(2026, 11, 24, 18, 5, tzinfo=tz or datetime.UTC)

    def astimezone(self, tz: datetime.tzinfo | None = None) -> _Now:
        return self


class Folder(Enum):
    """What a scene begins with."""

    FRESH = "nothing yet"
    FILLED = "past sessions"
    CUT_OFF = "past sessions, the last one cut off"


class _Patience:
    """Waits as pytest-qt does, where there is no pytest."""

    def waitUntil(self, done: Callable[[], bool], timeout: int = 20_000) -> None:
        beat = QTimer()
        beat.start(5)
        end = time.monotonic() + timeout / 1000
        while not done():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.monotonic() > end:
                raise TimeoutError(f"not to be seen within {timeout} ms")


class Stage(Trackside):
    """A window that scenes are brought to."""

    def __init__(self, folder: Path) -> None:
        with patch.object(Window, "setMinimumSize", lambda *_size: None):  # lettering of 200 % leaves less
            super().__init__(cast("QtBot", _Patience()), folder)
        self.house.sound_state = lambda: "Sound by miniaudio through PulseAudio."  # type: ignore[method-assign]
        self.then: Callable[[], None] = lambda: None
        """What a scene leaves to be undone."""

    def settled(self) -> None:
        """Let all that was asked for come, and be laid out and shown."""
        if self.pages.live is not None and self.pages.live.is_under_way:
            self.live.frame()
        for _ in range(3):
            QApplication.processEvents()

    def resize(self, size: tuple[int, int]) -> None:
        """Give the window a size."""
        self.window.resize(*size)
        self.settled()

    def use(self, palette: str) -> None:
        """Give the window a palette."""
        self.pages.use_palette(palette)
        self.settled()

    def asked(self) -> None:
        """Wait until the background has done all that was asked of it."""
        answered: list[bool] = []
        self.pages._background.ask(lambda: None, lambda _: answered.append(True))
        self.until(lambda: bool(answered))

    # What scenes are made of ------------------------------------------------------------------------------------------

    def choose(self, name: str) -> None:
        """Choose a workout of the library."""
        shelf = self.pages.library.list
        shelf.setCurrentRow(next(row for row in range(shelf.count()) if shelf.item(row).text() == name))
        self.asked()

    def types(self, text: str) -> None:
        """Type into the field of the library, and wait until it is read."""
        self.key(KEY.Key_Slash)
        before = self.pages.library.name.text()
        QTest.keyClicks(self.pages.library.paste, text)
        self.until(lambda: self.pages.library.name.text() != before)

    def ready(self, text: str, name: str) -> Stage:
        """Make a workout ready."""
        workout = Workout(name, self.house.read(text).steps)
        self.pages.sessions.start(self.house.plan(workout), "")
        self.is_saved(10**6)
        self.live.running.cue_log = lambda: CUE_LOG  # type: ignore[method-assign]  # no device is as even as a picture
        return self

    def starts(self, text: str, name: str) -> Stage:
        """Start it; the lead-in begins."""
        self.ready(text, name)
        self.key(KEY.Key_Space, self.pages)
        return self

    def runs(self, text: str, name: str, laps_ms: tuple[int, ...], until_ms: int) -> Stage:
        """Run it with lap presses at these instants since the end of the lead-in, up to another."""
        self.starts(text, name)
        passed = -LEAD_IN_MS
        for at_ms in (at for at in laps_ms if at <= until_ms):
            self.lap_after((at_ms - passed) / 1000)
            passed = at_ms
        self.passes((until_ms - passed) / 1000)
        return self

    def presses(self, *keys: Qt.Key) -> Stage:
        """Press one key after the other."""
        for key in keys:
            self.key(key, self.pages)
        self.asked()
        return self

    def is_saved(self, n_events: int, failure: str = "") -> None:
        """Let so many events be on disk, whatever the real disk is at: pictures are the same each time."""
        self.live.running.saved = lambda: SavedState(n_events, failure)  # type: ignore[method-assign]
        self.passes(0.1)  # the page reads it when a tenth has passed

    def has_run(self, text: str, name: str, laps_ms: tuple[int, ...], until_ms: int) -> None:
        """Run it to its end, and look at the result once it is saved."""
        self.runs(text, name, laps_ms, until_ms).is_over()

    def is_over(self) -> None:
        """Wait until its result is shown as saved."""
        self.until(lambda: self.pages.page == "result" and self.pages.result.saved.text() == tr("Saved."))


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture."""

    name: str
    bring: Callable[[Stage], object]
    folder: Folder = Folder.FILLED
    is_opened: bool = True
    """Whether it begins once the workouts are listed; else as soon as the window is there."""

    @contextmanager
    def staged(self) -> Iterator[Stage]:
        """Open the window and bring the scene."""
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "data"
            if self.folder is not Folder.FRESH:
                shutil.copytree(_filled(self.folder), folder)
            stack.enter_context(_at_this_day())
            design.use_palette("dark")
            QApplication.setCursorFlashTime(0)
            stage = Stage(folder)
            stack.callback(stage.close)
            if self.is_opened:
                stage.opened()
            stack.callback(lambda: stage.then())  # noqa: PLW0108 - what it is then is not known yet
            self.bring(stage)
            stage.resize((1300, 820))  # so that every scene has been laid out anew since it was brought
            stage.resize(SIZES[0])
            yield stage


@contextmanager
def _at_this_day() -> Iterator[None]:
    """Let every module of the program that reads the wall clock read NOW."""

    today = SimpleNamespace(**{**vars(datetime), "datetime": _Now})
    with ExitStack() as stack:
        for name, module in [*sys.modules.items()]:
            if name.startswith("app.") and getattr(module, "datetime", None) is datetime:
                stack.enter_context(patch.object(module, "datetime", today))
        yield


_made = ExitStack()


@cache
def _filled(kind: Folder) -> Path:
    """Make a data folder once; scenes get copies."""
    folder = Path(_made.enter_context(tempfile.TemporaryDirectory(prefix="bell-lap-scenes-"))) / "data"
    fill(folder, *([CUT_OFF] if kind is Folder.CUT_OFF else []))
    return folder


# The scenes -----------------------------------------------------------------------------------------------------------


def _with_bad_file(stage: Stage) -> None:
    own = stage.house._folder / "workouts"
    own.mkdir(exist_ok=True)
    (own / "mine.toml").write_text('name = "Mine"\nstpes = ["8 x 200m"]\n', "utf-8")
    n = stage.pages.library.list.count()
    stage.pages.go("workouts")
    stage.until(lambda: stage.pages.library.list.count() == n + 1)
    stage.choose("mine")


def _without_workouts(stage: Stage) -> None:
    stage.house.shelf = lambda: ()  # type: ignore[method-assign]
    stage.pages.go("workouts")
    stage.until(lambda: stage.pages.library.list.count() == 0)


def _shows_history(stage: Stage) -> None:
    stage.presses(KEY.Key_H)
    stage.settled()


def _opens_past(stage: Stage, row: int) -> None:
    _shows_history(stage)
    stage.pages.history.list.setCurrentRow(row)
    stage.presses(KEY.Key_Return)
    stage.until(lambda: stage.pages.page == "result")


def _fails_to_save(stage: Stage) -> None:
    stage.runs(*MILE[:3], 300_000)
    stage.is_saved(0, FULL)
    stage.lap_after(4.3)
    stage.until(lambda: stage.pages.page == "result")


def _taps(stage: Stage, late_ms: int = 180) -> None:
    stage.presses(KEY.Key_S, KEY.Key_T)
    stage.key(KEY.Key_Space)
    scatter = cycle((0, 6, -4, 2, -3, 5, -6, 3))
    for beat, off in zip(stage.pages.sound.calibration.beats, scatter, strict=False):
        stage.clock.set(beat + late_ms + off)
        stage.key(KEY.Key_Space)


def _another_has_the_folder(stage: Stage) -> None:
    other = Stage(stage.house._folder)
    stage.then = other.close
    other.until(lambda: not other.pages.banner.isHidden())
    said = other.pages.banner.sentence.text().replace(str(stage.house._folder), "/home/kim/.local/share/bell-lap")
    answers = tuple((button.text(), lambda: None) for button in other.pages.banner.buttons)
    stage.pages.banner.ask(said, answers, "slower")


TIMED = ("10min warm-up, 6 x 30s @ 90% effort w/ 60s jog", "Six by 30 s", (), 600_000 + 90_000 + 12_300)
OPEN = ("6 x 80m strides, full recovery", "Strides", (13_800,), 41_500)
RANGE = ("2-4 x 30s w/ 20s jog + 400m cool-down", "Two to four", (), 81_000)

SCENES = (
    Scene("first-run", lambda _stage: None, Folder.FRESH),
    Scene("library", lambda stage: stage.choose("Timed mile")),
    Scene("library-typed", lambda stage: stage.types("10min warm-up, 6 x 400 @ mile pace w/ 200 jog")),
    Scene("library-fault", lambda stage: stage.types("6 x 400 with bananas")),
    Scene("library-bad-file", _with_bad_file),
    Scene("library-empty", _without_workouts),
    Scene("library-running", lambda stage: stage.runs(*TIMED).presses(KEY.Key_W)),
    Scene("run-ready", lambda stage: stage.ready(*REPS[:2])),
    Scene("run-lead-in", lambda stage: stage.starts(*MILE[:2]).passes(2.4)),
    Scene("run-timed", lambda stage: stage.runs(*TIMED)),
    Scene("run-mile", lambda stage: stage.runs(*MILE)),
    Scene("run-reps", lambda stage: stage.runs(*REPS)),
    Scene("run-recovery", lambda stage: stage.runs(*OPEN)),
    Scene("run-range", lambda stage: stage.runs(*RANGE)),
    Scene("run-paused", lambda stage: stage.runs(*REPS).presses(KEY.Key_P)),
    Scene("run-stop-asked", lambda stage: stage.runs(*REPS).presses(KEY.Key_X)),
    Scene("run-disk-full", lambda stage: stage.runs(*MILE).is_saved(0, FULL)),
    Scene("run-saving", lambda stage: stage.runs(*REPS).is_saved(0)),
    Scene("far", lambda stage: stage.runs(*MILE).presses(KEY.Key_F)),
    Scene("far-reps", lambda stage: stage.runs(*REPS).presses(KEY.Key_F)),
    Scene("far-paused", lambda stage: stage.runs(*REPS).presses(KEY.Key_F, KEY.Key_P)),
    Scene("keys", lambda stage: stage.presses(KEY.Key_Question)),
    Scene("keys-running", lambda stage: stage.runs(*REPS).presses(KEY.Key_Question)),
    Scene("result-mile", lambda stage: stage.has_run(*MILE[:3], 304_400)),
    Scene("result-reps", lambda stage: stage.has_run(*REPS[:3], 2_369_800)),
    Scene("result-stopped", lambda stage: stage.runs(*REPS).presses(KEY.Key_X, KEY.Key_X).is_over()),
    Scene("result-unsaved", _fails_to_save),
    Scene("result-past", lambda stage: _opens_past(stage, 0)),
    Scene("history", _shows_history),
    Scene("history-empty", _shows_history, Folder.FRESH),
    Scene("sound", lambda stage: stage.presses(KEY.Key_S)),
    Scene("sound-running", lambda stage: stage.runs(*TIMED).presses(KEY.Key_S, KEY.Key_T)),
    Scene("tap-along", lambda stage: stage.presses(KEY.Key_S, KEY.Key_T)),
    Scene("tapped", _taps),
    Scene("banner-cut-off", lambda stage: stage.until(lambda: not stage.pages.banner.isHidden()), Folder.CUT_OFF),
    Scene("banner-taken", _another_has_the_folder),
)
BY_NAME = {scene.name: scene for scene in SCENES}
