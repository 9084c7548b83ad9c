"""Opens the window and runs Qt's loop."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from app.ui import design
from app.ui.window import Window

if TYPE_CHECKING:
    from app.core.plan import Plan
    from app.ui.desk import Desk


def make_app() -> QApplication:
    """Make the application with the house's design."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Bell Lap")
    app.setStyle("Fusion")
    design.load_lettering()
    return app


def run_window(
    make_desk: Callable[[], Desk], look: tuple[str, str] = ("", ""), plan: Plan | None = None, workout_id: str = ""
) -> int:
    """Open the window; returns when it is closed.

    Args:
        make_desk: makes the rest of the house; called in the background after the first paint.
        look: the palette's name and the window's geometry as they were last.
        plan: what to run at once; None opens the library.
        workout_id: of its file, empty for a typed text.
    """
    app = make_app()
    palette, geometry = look
    design.use_palette(palette)
    window = Window(make_desk, plan, workout_id)
    window.show_where_it_was(geometry)
    window.show()
    code: int = app.exec()
    return code
