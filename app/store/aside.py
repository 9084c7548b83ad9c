"""Setting a damaged file aside, so that a new one can begin; nothing of it is mended or thrown away."""

from __future__ import annotations

from pathlib import Path

from app.core.errors import StoreError
from app.core.tongue import tr
from app.store.database import FILE


def set_aside(folder: Path, day: str) -> Path:
    """Move a damaged file out of the way, so that a new one can begin; the person has agreed to it.

    Args:
        folder: the data folder.
        day: goes into the name, such as `2026-11-23`.

    Returns:
        Where the damaged file is now.

    Raises:
        StoreError: it cannot be moved.
    """
    path = folder / FILE
    number = 0
    while True:
        aside = folder / f"damaged-{day}{f'-{number}' if number else ''}.sqlite3"
        if not aside.exists():
            break
        number += 1
    try:
        log = folder / f"{FILE}-wal"
        if log.exists():  # it may hold the last laps; whoever mends the file needs both
            log.replace(folder / f"{aside.name}-wal")
        folder.joinpath(f"{FILE}-shm").unlink(missing_ok=True)
        path.replace(aside)
    except OSError as error:
        words = tr("{file} cannot be moved ({why}); move it by hand")
        raise StoreError(words.format(file=path, why=error.strerror)) from None
    return aside
