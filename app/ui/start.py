"""Opens the window and runs Qt's loop."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.core.plan import Plan
from app.ui import design
from app.ui.desk import Desk
from app.ui.window import Window


def make_app() -> QApplication:
    """Make the application with the house's design."""
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Bell Lap")
    app.setStyle("Fusion")
    design.load_lettering()
    return app


def run_window(desk: Desk, plan: Plan | None = None, workout_id: str = "") -> int:
    """Open the window; returns when it is closed.

    Args:
        desk: the rest of the house.
        plan: what to run at once; None opens the library.
        workout_id: of its file, empty for a typed text.
    """
    app = make_app()
    palette, geometry = desk.look()
    design.use_palette(palette)
    window = Window(desk, plan, workout_id)
    window.show_where_it_was(geometry)
    window.show()
    code: int = app.exec()
    return code
