"""Which workout is meant: a name from the library, a file, or a coach's line."""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from app.bootstrap.shelf import Shelved, shelf
from app.core.athlete import Athlete
from app.core.bounds import TEXT_CHARS
from app.core.errors import InputError, WorkoutError
from app.core.workout import Purpose, Workout

_LONGEST_PATH = 4096
_OWN = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:#|\[|[\w\"'-]+[ \t]*=)")
"""How a TOML begins: with a remark, a table or a key."""


def find_workout(words: str, data_dir: str | None, athlete: Athlete | None = None) -> tuple[str, Workout]:
    """Return the workout that the words mean, with its id (empty for a typed text).

    A name from the library wins, then a file, of ours or another program's, then a coach's line. What of a line or
    a file was not understood is said on standard error; the rest runs.

    Args:
        words: from the command line.
        data_dir: the data folder that was asked for, if one was.
        athlete: whose goal gives the paces of a file that asks shares of it.

    Raises:
        InputError: nothing of it was understood.
        WorkoutError: a file with faults.
    """
    if not words.strip():
        raise InputError("say which workout: a name from `bell-lap list`, a line such as '8 x 200m', or a file")
    if len(words) > TEXT_CHARS:
        raise InputError(f"a workout's text has at most {TEXT_CHARS:,} characters; keep it in a file and shorten it")
    entries = shelf(data_dir)
    entry = entry_of(words, entries)
    if entry is not None:
        if entry.workout is None:
            raise WorkoutError(entry.faults)
        return entry.workout_id, entry.workout
    path = _as_file(words)
    if path is not None:
        return path.stem, workout_in(path, athlete)
    return "", _as_text(words, [entry.workout_id for entry in entries])


def entry_of(words: str, entries: Sequence[Shelved]) -> Shelved | None:
    """Return the workout of the library that the words name, by its id or its name; None for none of it."""
    wanted = words.strip().casefold()
    for entry in entries:
        names = {entry.workout_id, entry.workout_id.replace("-", " ")}
        if entry.workout is not None:
            names.add(entry.workout.name.casefold())
        if wanted in names:
            return entry
    return None


def workout_in(path: Path, athlete: Athlete | None = None) -> Workout:
    """Return the workout of a file; what could not be carried in is said on standard error.

    Raises:
        WorkoutError: it holds none that can be read, or faults.
        InputError: it holds a run.
    """
    if is_ours(path):
        from app.library.files import read_workout  # noqa: PLC0415 - pydantic loads when a file is read

        return read_workout(path)
    from app.bootstrap.exchange import read_file  # noqa: PLC0415 - the formats load when a file is read

    first, *more = read_file(path, athlete)
    if first.workout is None:
        raise InputError(f"{path.name} holds a run, and no workout; see `bell-lap import --look {path.name}`")
    for warning in first.warnings:
        print(f"bell-lap: {warning}", file=sys.stderr)
    if more:
        print(f"bell-lap: {path.name} holds {1 + len(more)} things; the first is taken", file=sys.stderr)
    return first.workout


def is_ours(path: Path) -> bool:
    """Say whether a file is one of our own, by its name and by how it begins."""
    if path.suffix.lower() != ".toml":
        return False
    try:
        if not path.is_file():
            return True  # whoever opens it says what it is
        with path.open("rb") as stream:
            head = stream.read(400)
    except (OSError, ValueError):
        return True
    return _OWN.match(head) is not None


def _as_file(words: str) -> Path | None:
    if len(words) > _LONGEST_PATH or "\n" in words or "\0" in words:
        return None
    path = Path(words)
    try:
        if path.is_file():
            return path
    except OSError:
        return None
    if words.endswith(".toml"):
        raise InputError(f"there is no file {words}")
    return None


def _as_text(words: str, known: list[str]) -> Workout:
    from app.notation.reading import parse_text  # noqa: PLC0415 - the grammar loads when a text is read

    reading = parse_text(words)
    if not reading.steps:
        near = difflib.get_close_matches(words.strip().casefold().replace(" ", "-"), known, n=1)
        shown = " ".join(words.split())
        shown = shown if len(shown) <= 60 else shown[:57] + "..."
        hint = f"did you mean {near[0]}?" if near else "write it as `8 x 200m w/ 200m jog`, or see `bell-lap list`"
        raise InputError(f"{shown!r} is neither a workout, a file nor a line that can be read: {hint}")
    for part in reading.not_understood:
        print(f"bell-lap: not understood and left out: {part.text!r}", file=sys.stderr)
    for doubt in reading.doubts:
        print(f"bell-lap: {doubt.sentence}", file=sys.stderr)
    plain = " ".join(words.split())
    name = reading.title or (plain if len(plain) <= 60 else plain[:57] + "...")
    return Workout(name, reading.steps, Purpose.MIXED)
