"""The real window in a process of its own, with a watch on it: watched.py DOING WORDS…; says what it took on one line.

`library` says how many ms after the first paint the library was filled, and with how many rows. `run` and `far` start
the workout of WORDS and say the worst and the 99th percentile of a frame's painting, in ms of the processor's time, so
that what else the machine does is left out. A frame is all painting with less than a millisecond between.
"""

from __future__ import annotations

import os
import sys
import time
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

import app.ui.window
from app.__main__ import main
from app.ui.window import Window

DOING = sys.argv.pop(1)
WATCHED_MS = 10_000
SETTLED_MS = 1_000
painted_at = 0.0
frames: list[list[float]] = []
last_end = 0.0


def ended(*words: object) -> None:
    print(*words, flush=True)
    os._exit(0)


def watch_first_paint() -> None:
    fill = Window.fill

    def filled(window: Window) -> None:
        global painted_at  # noqa: PLW0603 - one program, one watch
        painted_at = time.perf_counter()
        fill(window)

    Window.fill = filled  # type: ignore[method-assign,assignment]  # the watch


def watch_library() -> None:
    from app.ui.library_page import LibraryPage

    show = LibraryPage.show_shelf

    def shown(page: LibraryPage, rows: Any) -> None:
        show(page, rows)
        page.repaint()
        ended(round(1000 * (time.perf_counter() - painted_at)), len(rows))

    LibraryPage.show_shelf = shown  # type: ignore[method-assign,assignment]  # the watch


def subclasses(kind: type[Any]) -> set[type[Any]]:
    found: set[type[Any]] = {kind}
    each: type[Any]
    for each in kind.__subclasses__():
        found |= subclasses(each)
    return found


def watch_frames() -> None:
    for kind in subclasses(QWidget):
        paint = vars(kind).get("paintEvent")
        if kind.__module__.startswith("app.") and paint is not None:
            kind.paintEvent = watched(paint)


def watched(paint: Any) -> Any:
    def painting(widget: QWidget, event: Any) -> None:
        global last_end  # noqa: PLW0603 - as above
        if time.perf_counter() - last_end > 0.001:
            frames.append([])
        begun = time.thread_time()
        paint(widget, event)
        frames[-1].append(1000 * (time.thread_time() - begun))
        last_end = time.perf_counter()

    return painting


def watch_running() -> None:
    from app.core.events import Command

    def look() -> None:
        pages = app_window().pages
        if pages is None or pages.live is None:
            return
        looking.stop()
        pages.sessions.command(Command.START)
        if DOING == "far":
            pages.toggle_far()
        QTimer.singleShot(SETTLED_MS, begin)
        QTimer.singleShot(SETTLED_MS + WATCHED_MS, say)

    def begin() -> None:
        frames.clear()

    def say() -> None:
        taken = sorted(sum(frame) for frame in frames)
        ended(f"{taken[-1]:.2f} {taken[int(0.99 * len(taken))]:.2f} {len(taken)}")

    looking = QTimer()
    looking.timeout.connect(look)
    filled = Window._filled

    def fill(window: Window, desk: Any) -> None:
        watch_frames()  # before the first of them is made: which method is ours is looked up once
        filled(window, desk)
        looking.start(50)

    Window._filled = fill  # type: ignore[method-assign,assignment]  # the watch


def app_window() -> Window:
    from PySide6.QtWidgets import QApplication

    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Window))


assert app.ui.window
watch_first_paint()
watch_library() if DOING == "library" else watch_running()
sys.argv[0] = "bell-lap"
sys.exit(main())
