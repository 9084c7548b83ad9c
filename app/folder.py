"""Where things are on this machine: the display, the files that ship, the athlete's data folder.

Rules of the file: standard library alone and nothing of ours, since the window reads it before its first paint.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

SETTINGS_BYTES = 1_000_000


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


def look(argument: str | None) -> tuple[str, str]:
    """Return the window's palette and geometry as they were last; both empty where nothing was ever set.

    Read by hand: the settings' own reader loads pydantic, which has to wait for the first paint.
    """
    with contextlib.suppress(OSError, ValueError, AttributeError):
        with (data_folder(argument) / "settings.json").open("rb") as stream:
            import json  # noqa: PLC0415 - not needed where nothing was ever set

            kept = json.loads(stream.read(SETTINGS_BYTES))
        return str(kept.get("palette", "")), str(kept.get("window", ""))
    return "", ""
