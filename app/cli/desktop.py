"""`bell-lap desktop`: puts Bell Lap among the desktop's programs, with its icon; `--remove` takes it away again.

Rules of the file: everything goes under the person's own XDG_DATA_HOME, and only what was put there is taken away.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

from app.core.errors import InputError, StoreError

NAME = "bell-lap"
SOURCES = Path(__file__).parents[1] / "ui" / "icons"


def command(options: argparse.Namespace) -> int:
    """Install the desktop file and the icons, or remove them."""
    if not sys.platform.startswith("linux"):
        raise InputError("desktop files are for Linux; here, pin the program that is open to the task bar or dock")
    share = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    try:
        said = _remove(share) if options.remove else _install(share)
    except OSError as error:
        raise StoreError(f"{error.filename or share} cannot be written: {error.strerror}; free or unlock it") from None
    print(said)
    return 0


def _places(share: Path) -> dict[Path, Path]:
    """Give what goes where: source by target. The sources are read by name, so that Qt stays unloaded."""
    icons = share / "icons" / "hicolor"
    places = {share / "applications" / f"{NAME}.desktop": SOURCES / f"{NAME}.desktop"}
    places[icons / "scalable" / "apps" / f"{NAME}.svg"] = SOURCES / f"{NAME}.svg"
    for source in sorted(SOURCES.glob(f"{NAME}-*.png")):
        size = source.stem.removeprefix(f"{NAME}-")
        places[icons / f"{size}x{size}" / "apps" / f"{NAME}.png"] = source
    return places


def _install(share: Path) -> str:
    for target, source in _places(share).items():
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.suffix == ".desktop":
            text = source.read_text("utf-8").replace(f"Exec={NAME}\n", f"Exec={_program()}\n")
            target.write_text(text, "utf-8")
        else:
            shutil.copyfile(source, target)
    _tell_desktop(share)
    return f"Bell Lap is among the desktop's programs now ({share}). `bell-lap desktop --remove` takes it away."


def _remove(share: Path) -> str:
    there = [target for target in _places(share) if target.is_file()]
    for target in there:
        target.unlink()
    _tell_desktop(share)
    return "Bell Lap is no longer among the desktop's programs." if there else "It was not there; nothing was removed."


def _program() -> str:
    """Return the command line that starts the program as it was started now, quoted as a desktop file wants it.

    Source: Desktop Entry Specification 1.5, "The Exec key": arguments in double quotes, with a backslash before
    `"`, `` ` ``, `$` and the backslash itself; a value's own backslash is doubled, and so is a percent sign.
    """
    installed = shutil.which(NAME)
    entry = Path(__file__).parents[2] / "bell.py"
    words = (
        [installed] if installed else [sys.executable, str(entry)] if entry.is_file() else [sys.executable, "-m", "app"]
    )
    return " ".join(map(_quoted, words))


def _quoted(word: str) -> str:
    inner = "".join(f"\\{each}" if each in '"`$\\' else each for each in word)
    return '"' + inner.replace("\\", "\\\\").replace("%", "%%") + '"'


def _tell_desktop(share: Path) -> None:
    """Let the desktop look again: it notices a folder whose time has changed."""
    for folder in (share / "applications", share / "icons" / "hicolor"):
        if folder.is_dir():
            os.utime(folder)
