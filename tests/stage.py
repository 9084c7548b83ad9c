"""A stage: a real window over a data folder, at a fixed day and with figures of its own, that scenes are brought to.

Rules of the file: nothing of the machine is to be seen in a picture, neither its day, its disk, its sound nor its
desktop; the wall clock stands at NOW, the session's clock where the scene left it, and the athlete's goal is 5:00.
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
from app.ui.awake import Awake
from app.ui.desk import SavedState
from app.ui.window import Window
from tests.staged import CUT_OFF, SLOWER_MILE, fill
from tests.ui.conftest import Trackside

KEY = Qt.Key
LEAD_IN_MS = 5000
CUE_LOG = tuple(CueRecord(60_000, 60_000 + late_ms, "pip", "simpleaudio") for late_ms in (*[-2000] * 40, 1, 4))
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

    NEW = "not even settings"
    FRESH = "nothing yet"
    FILLED = "past sessions"
    CUT_OFF = "past sessions, the last one cut off"
    RACED = "past sessions, the last one a slower mile"


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

    def __init__(self, folder: Path, *, welcomed: bool = True) -> None:
        with patch.object(Window, "setMinimumSize", lambda *_size: None):  # lettering of 200 % leaves less
            super().__init__(cast("QtBot", _Patience()), folder, welcomed=welcomed)
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
        self.pages.background.ask(lambda: None, lambda _: answered.append(True))
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
        library = self.pages.library
        QTest.keyClicks(library.paste, text)
        self.until(lambda: library._typed is not None or bool(library._faults))

    def ready(self, text: str, name: str) -> Stage:
        """Make a workout ready."""
        workout = Workout(name, self.house.read(text).steps)
        self.pages.sessions.start(self.house.plan(workout), "")
        self.live.running.sound = lambda: "Sound by miniaudio through PulseAudio."  # type: ignore[method-assign]
        self.is_saved(10**6)
        self.live.running.cue_log = lambda: CUE_LOG  # type: ignore[method-assign]  # no device is as even as a picture
        return self

    def starts(self, text: str, name: str) -> Stage:
        """Start it; the lead-in begins."""
        self.ready(text, name)
        self.key(KEY.Key_Space, self.pages)
        return self

    def runs(self, text: str, name: str, laps_ms: tuple[int, ...], until_ms: int) -> Stage:
        """Run it with lap presses at these instants since the START press, up to another."""
        self.starts(text, name)
        passed = 0
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
            if self.folder not in (Folder.NEW, Folder.FRESH):
                shutil.copytree(_filled(self.folder), folder)
            stack.enter_context(_at_this_day())
            stack.enter_context(patch.object(Awake, "hold", lambda *_: None))  # what the desktop says is its own
            design.use_palette("dark")
            QApplication.setCursorFlashTime(0)
            stage = Stage(folder, welcomed=self.folder is not Folder.NEW)
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
    more = {Folder.CUT_OFF: (CUT_OFF,), Folder.RACED: (SLOWER_MILE,)}
    fill(folder, *more.get(kind, ()))
    return folder
