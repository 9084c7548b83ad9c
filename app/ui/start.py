"""Opens the window and runs Qt's loop."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from app.folder import Look
from app.ui.window import Window

if TYPE_CHECKING:
    from app.core.plan import Plan
    from app.ui.desk import Desk
    from app.ui.instance import Door
    from app.ui.workbench import ToEdit

START_ANEW = 75
"""What `run_window` returns when the program is to come up anew; no exit code of ours, nor of a signal."""
NAME = "bell-lap"
"""By which the desktop finds the window's icon and name: of the desktop file, X11's class, Wayland's app id."""


def make_app() -> QApplication:
    """Make the application with the house's design."""
    from app.ui import design  # noqa: PLC0415 - a window comes without it and brings it in after its first paint

    app = _bare_app()
    design.load_lettering()
    return app


def _bare_app() -> QApplication:
    # The style by word: setStyle() would make it a second time, and Qt's style class with all its enums.
    app = QApplication([NAME, "-style", "fusion"])
    app.setApplicationName("Bell Lap")
    app.setDesktopFileName(NAME)
    return app


def scale(text_size: int) -> None:
    """Let Qt scale everything by the text size; before the application is made.

    Args:
        text_size: percent; on top of a QT_SCALE_FACTOR that somebody set.
    """
    if text_size == 100:
        return
    try:
        base = float(os.environ.get("QT_SCALE_FACTOR") or 1)
    except ValueError:
        base = 1.0
    os.environ["QT_SCALE_FACTOR"] = f"{base * text_size / 100:g}"


def run_window(
    make_desk: Callable[[], Desk],
    look: Look | None = None,
    plan: Plan | None = None,
    workout_id: str = "",
    open_door: Callable[[], Door | None] = lambda: None,
    edit: ToEdit | None = None,
) -> int:
    """Open the window; returns when it is closed.

    Args:
        make_desk: makes the rest of the house; called in the background after the first paint.
        look: how the window looked last.
        plan: what to run at once; None opens the library.
        workout_id: of its file, empty for a typed text.
        open_door: opens the door at which a second start knocks, once the desk is made.
        edit: what to edit at once.

    Returns:
        The exit code, or START_ANEW.
    """
    look = look or Look()
    scale(look.text_size)
    app = _bare_app()
    window = Window(make_desk, plan, workout_id, look, open_door, edit)
    window.show_where_it_was(look.window)
    code: int = app.exec()
    return START_ANEW if window.starts_anew else code
