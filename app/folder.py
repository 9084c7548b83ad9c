"""Where things are on this machine: the display, the files that ship, the athlete's data folder.

Rules of the file: standard library alone and nothing of ours, since the window reads it before its first paint.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import NamedTuple

SETTINGS_BYTES = 1_000_000
SMALLEST_TEXT, LARGEST_TEXT = 100, 200
"""Percent; the settings file may hold anything."""


def has_display() -> bool:
    """Whether a window can open: a display, or a Qt platform that somebody asked for by name."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def shipped(name: str) -> Path:
    """Return the folder `workouts` or `sounds`: beside the package in a clone, inside it once installed."""
    package = Path(__file__).resolve().parent
    in_clone = package.parent / name
    return in_clone if (package.parent / "pyproject.toml").is_file() and in_clone.is_dir() else package / name


def data_folder(argument: str | None) -> Path:
    """Return the athlete's data folder: the argument, else `BELL_LAP_DATA`, else where the system keeps such things."""
    given = argument or os.environ.get("BELL_LAP_DATA")
    if given:
        return Path(given).expanduser()
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local")) / "Bell Lap"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Bell Lap"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "bell-lap"


class Look(NamedTuple):
    """How the window looked last, and what has to be known before it is made."""

    palette: str = ""
    """Its name; empty where nothing was ever set."""
    window: str = ""
    """Its geometry, opaque."""
    text_size: int = 100
    """Percent of the usual size, of lettering and of all that is pressed."""
    language: str = ""
    """Of the sentences, such as `de`; empty for the system's."""


def look(argument: str | None) -> Look:
    """Return how the window looked last.

    Read by hand: the settings' own reader loads pydantic, which has to wait for the first paint.
    """
    with contextlib.suppress(OSError, ValueError, RecursionError):
        with (data_folder(argument) / "settings.json").open("rb") as stream:
            import json  # noqa: PLC0415 - not needed where nothing was ever set

            kept = json.loads(stream.read(SETTINGS_BYTES))
        if isinstance(kept, dict):
            size = kept.get("text_size")
            return Look(
                str(kept.get("palette") or ""),
                str(kept.get("window") or ""),
                min(max(size, SMALLEST_TEXT), LARGEST_TEXT) if isinstance(size, int) else 100,
                str(kept.get("language") or ""),
            )
    return Look()
