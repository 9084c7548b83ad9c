"""The workout files, shipped and the athlete's own; what was read once is remembered until its file changes.

Reading a file takes 1.5 ms, and the first one loads pydantic and the grammar, a tenth of a second; recalling one takes
a sixth of that and loads neither. The memory (`shelf.json` in the data folder) may be deleted at any time.
"""

from __future__ import annotations

import contextlib
import json
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.core.errors import Fault, StoreError
from app.core.workout import Workout
from app.folder import data_folder, shipped

MEMORY = "shelf.json"
MOST_BYTES = 50_000_000
"""A workout takes 2 kB of it."""
_READERS = ("notation/*", "library/*.py", "core/*.py")
"""Code on which it depends what a file says."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A workout file as the commands list it."""

    workout_id: str
    path: Path
    workout: Workout | None
    faults: tuple[Fault, ...]
    is_own: bool


class Memory:
    """What the files said when they were last read; a file that has changed since is not recalled."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / MEMORY
        self._readers = _stamp_of_readers()
        self._told = self._load()
        self._recalled: dict[str, list[Any]] = {}

    def recall(self, path: Path) -> Workout | None:
        """Return the workout of a file that is as it was."""
        from app.store.values import decode  # noqa: PLC0415 - the store's room loads after the first paint

        kept = self._told.get(str(path))
        if not isinstance(kept, list) or kept[:-1] != _stamp(path):
            return None
        try:
            workout = decode(kept[-1])
        except StoreError:
            return None
        if not isinstance(workout, Workout):
            return None
        self._recalled[str(path)] = kept
        return workout

    def keep(self, read: dict[Path, Workout]) -> None:
        """Remember these and no others; nothing is written where nothing has changed.

        Args:
            read: every good file with its workout, recalled or just read.
        """
        from app.store.values import encode  # noqa: PLC0415 - as above

        if {str(path) for path in read} == self._told.keys() == self._recalled.keys():
            return
        new = self._recalled | {
            str(path): [*_stamp(path), encode(workout)]
            for path, workout in read.items()
            if str(path) not in self._recalled
        }
        with contextlib.suppress(OSError, ValueError):  # a folder that cannot be written has no memory
            whole = self._path.with_name(f"{MEMORY}.new")
            whole.write_text(json.dumps([self._readers, new]), "utf-8")
            whole.replace(self._path)

    def _load(self) -> dict[str, Any]:
        with contextlib.suppress(OSError, ValueError, RecursionError), self._path.open("rb") as stream:
            said = json.loads(stream.read(MOST_BYTES))
            if isinstance(said, list) and len(said) == 2 and said[0] == self._readers and isinstance(said[1], dict):
                return said[1]
        return {}


def shelf(data_dir: str | None) -> tuple[Shelved, ...]:
    """Read every workout file, shipped and own."""
    from app.library.files import find_workouts  # noqa: PLC0415 - pydantic loads when a file is read

    folder = data_folder(data_dir)
    memory = Memory(folder)
    entries = find_workouts(shipped("workouts"), folder / "workouts", memory.recall)
    memory.keep({entry.path: entry.workout for entry in entries if entry.workout is not None})
    return tuple(Shelved(entry.workout_id, entry.path, entry.workout, entry.faults, entry.is_own) for entry in entries)


def _stamp(path: Path) -> list[Any]:
    try:
        at = path.stat()
    except OSError:
        return [0, 0, 0]
    return [at.st_mtime_ns, at.st_size, at.st_ino]


def _stamp_of_readers() -> int:
    package = Path(__file__).parents[1]
    stamps = [(path.name, _stamp(path)) for each in _READERS for path in sorted(package.glob(each)) if path.is_file()]
    return zlib.crc32(repr(stamps).encode())
