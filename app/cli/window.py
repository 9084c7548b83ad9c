"""`bell-lap` with no command: the window, or the list where there is no display."""

from __future__ import annotations

import argparse
import sys

from app.bootstrap.window import open_window
from app.cli.words import WORDS
from app.folder import has_display


def command(options: argparse.Namespace) -> int:
    """Open the window on the library page."""
    if not has_display():
        print(
            "bell-lap: there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.\n"
            "Run a workout here in the terminal, such as:  bell-lap run 30-second-speed --goal 5:20\n",
            file=sys.stderr,
        )
        from app.cli import list as listing  # noqa: PLC0415 - only without a display

        for word in WORDS:
            setattr(options, word, None)
        options.json = False
        return listing.command(options)
    return open_window(options.data_dir)
