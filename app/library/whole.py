"""A file written whole or not at all: what stood there before stays until all of the new is on the disk."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file; its folder is made if need be, and what a link points to is written, not the link.

    Raises:
        OSError: nothing has changed.
    """
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name[:80]}.{os.getpid()}.new")
    try:
        with new.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            new.unlink()
        raise
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Let the folder be on the disk, too, where it can be asked for: a file without its name is lost at a power cut."""
    with contextlib.suppress(OSError, AttributeError):
        at = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(at)
        finally:
            os.close(at)
