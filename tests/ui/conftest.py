"""A window with the real house behind it: a real data folder, real key events, a clock that the test moves."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.bootstrap.house import House
from app.clock import FakeClock
from app.core.state import State
from app.folder import Look
from app.ui import design
from app.ui.language import speak_language
from app.ui.live import Live
from app.ui.pages import Pages
from app.ui.window import Window


class Trackside:
    """What a person has before them: the window, its keys, and the time that passes."""

    def __init__(self, qtbot: QtBot, folder: Path, *, welcomed: bool = True, look: Look | None = None) -> None:
        self.qtbot = qtbot
        if welcomed and not (folder / "settings.json").exists():
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "settings.json").write_text('{"welcomed": true}', "utf-8")
        self.clock = FakeClock(1_000_000)
        self.house = House(str(folder), self.clock, output="silent")
        self.window = Window(lambda: self.house, look=look)
        self.window.resize(1280, 800)
        self.window.show()
        qtbot.waitUntil(lambda: self.window.pages is not None, timeout=20_000)

    @property
    def pages(self) -> Pages:
        assert self.window.pages is not None
        return self.window.pages

    @property
    def live(self) -> Live:
        assert self.pages.live is not None
        return self.pages.live

    def opened(self) -> Trackside:
        """Wait until the data folder is open and the workouts are listed."""
        self.until(lambda: self.pages.opening.is_ready and self.pages.library.list.count() > 0)
        return self

    def until(self, done: Callable[[], bool]) -> None:
        """Let the window work until something is there to be seen."""
        self.qtbot.waitUntil(done, timeout=20_000)

    def key(self, key: Qt.Key, widget: QWidget | None = None) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(widget or QApplication.focusWidget() or self.pages, key)

    def stands(self, state: State) -> bool:
        """Whether the session is in a state."""
        return self.live.state is state

    def type_workout(self, text: str) -> None:
        """Type a workout and make it ready with Enter."""
        self.key(Qt.Key.Key_Slash)
        QTest.keyClicks(self.pages.library.paste, text)
        self.key(Qt.Key.Key_Return, self.pages.library.paste)
        self.until(lambda: self.pages.page == "run")

    def passes(self, seconds: float) -> None:
        """Let time pass and a frame be shown."""
        self.clock.forward(round(seconds * 1000))
        self.live.frame()

    def lap_after(self, seconds: float) -> None:
        """Let time pass, then press space."""
        self.passes(seconds)
        self.key(Qt.Key.Key_Space)

    def saved(self) -> None:
        """Wait until all that has fallen is on disk."""
        self.until(lambda: self.live.running.saved().n_saved >= self.live.running.n_events)

    def close(self) -> None:
        """Close the window and free it here, in the window's thread."""
        if isValid(self.window):
            self.window.close()
            self.window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()


@pytest.fixture(autouse=True)
def _house_style(qapp: QApplication) -> Iterator[None]:
    qapp.setStyle("Fusion")
    design.load_lettering()
    design.use_palette("dark")
    yield
    speak_language("en")


@pytest.fixture
def opens(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Trackside]]:
    """Open the window; several times, one after the other, on the same data folder."""
    made: list[Trackside] = []

    def opened() -> Trackside:
        made.append(Trackside(qtbot, tmp_path / "data"))
        return made[-1]

    yield opened
    for each in made:
        each.close()


@pytest.fixture
def trackside(opens: Callable[[], Trackside]) -> Trackside:
    """A window that is open on an empty data folder."""
    return opens().opened()
