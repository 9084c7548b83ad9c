"""`bell-lap edit`: opens the window on the editor, with a workout of the library or a file of any format in it."""

from __future__ import annotations

import argparse
import difflib
from pathlib import Path

from app.bootstrap.shelf import shelf
from app.bootstrap.window import open_window
from app.cli.workouts import entry_of
from app.core.errors import InputError
from app.folder import has_display
from app.ui.workbench import ToEdit

LONGEST_PATH = 4096


def command(options: argparse.Namespace) -> int:
    """Edit a workout."""
    if not has_display():
        raise InputError(
            "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no editor can open; "
            "write the workout into a text file and run that: bell-lap run FILE"
        )
    return open_window(options.data_dir, edit=to_edit(options.workout, options.data_dir))


def to_edit(words: str | None, data_dir: str | None) -> ToEdit:
    """Return what the words mean: a workout of the library, else a file.

    Raises:
        InputError: there is neither.
    """
    if words is None:
        return ToEdit()
    entries = shelf(data_dir)
    entry = entry_of(words, entries)
    if entry is not None and (entry.workout is not None or not _is_file(words)):
        return ToEdit(entry.workout_id)
    if _is_file(words):
        return ToEdit(path=str(Path(words).absolute()))
    shown = " ".join(words.split())
    shown = shown if len(shown) <= 60 else f"{shown[:57]}..."
    near = difflib.get_close_matches(
        words.strip().casefold().replace(" ", "-"), [each.workout_id for each in entries], 1
    )
    hint = f"did you mean {near[0]}?" if near else "see `bell-lap list`, or give a file that is there"
    raise InputError(f"{shown!r} is neither a workout of the library nor a file: {hint}")


def _is_file(words: str) -> bool:
    if len(words) > LONGEST_PATH or "\0" in words:
        return False
    try:
        return Path(words).is_file()
    except OSError:
        return False
