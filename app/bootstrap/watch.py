"""Reading the run of a watch: from a path to a recording, by whatever formats there are.

Rules of the file: no more is read than a file of a watch may hold, and what it is, its first bytes say.
"""

from __future__ import annotations

import importlib
from pathlib import Path

from app.core.bounds import INTERCHANGE_BYTES
from app.core.errors import InputError
from app.interchange.format import Format
from app.interchange.recording import Recording

FORMATS = ("fit", "tcx", "gpx")
FIRST_BYTES = 1024


def read_runs(path: Path) -> tuple[Recording, ...]:
    """Return the runs that a file holds, in its order, at least one.

    Raises:
        InputError: it cannot be opened, is too long, is no file of a watch, or has no run; each in a sentence that
            stands behind its name.
        WorkoutError: nothing in it is whole.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(INTERCHANGE_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL
        why = error.strerror if isinstance(error, OSError) else "no file has such a name"
        raise InputError(f"this file cannot be read: {why}") from None
    if len(data) > INTERCHANGE_BYTES:
        raise InputError(f"the file of a run has at most {INTERCHANGE_BYTES // 1_000_000} MB")
    for each in _formats():
        if each.looks_like(data[:FIRST_BYTES]):
            runs = tuple(held for held in each.read(data) if isinstance(held, Recording))
            if not runs:
                raise InputError("there is a workout in it and no run; `bell-lap show` takes workouts")
            return runs
    raise InputError("this is no FIT, TCX or GPX file, whatever its name says")


def _formats() -> tuple[Format, ...]:
    found = []
    for name in FORMATS:
        try:
            found.append(importlib.import_module(f"app.interchange.{name}").FORMAT)
        except ModuleNotFoundError:
            continue
    return tuple(found)
