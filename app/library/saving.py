"""Workout files written: saved, renamed, put away and put back; each whole or not at all, and never over another.

Rules of the file: a workout's id is its file's name, and stars and past sessions know it by that; so a file keeps its
name for good, whatever the workout in it is called later. What is put away is moved, never deleted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Container, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TypeVar

from app.core.errors import StoreError
from app.core.tongue import tr
from app.core.units import format_time
from app.core.workout import Workout
from app.library.files import read_toml, read_workout, text_of_file
from app.library.places import Places
from app.library.texts import says, typed_of
from app.library.whole import write_whole

T = TypeVar("T")

REMOVED = "removed"
"""The folder, beside the workouts, where removed ones lie."""


def save_workout(workout: Workout, folder: Path, *, typed: str = "", over: Path | None = None) -> Path:
    """Write a workout as a file of its own.

    Args:
        workout: what to save.
        folder: of the athlete's workouts.
        typed: the author's words for the steps; kept beside them where they say the same.
        over: the file that it was opened from; None finds a place by the workout's name.

    Returns:
        The file; its name comes from the workout's, with a number where another workout has it.

    Raises:
        StoreError: the folder cannot be written.
    """
    text = as_toml(workout, typed if typed and says(typed, workout.steps) else "")

    def write() -> Path:
        path = over or _place_of(workout, folder)
        write_whole(path, text.encode())
        return path

    return _done(write, folder)


def rename_workout(path: Path, name: str) -> None:
    """Call a workout otherwise; nothing else in its file changes, comments neither, and the file keeps its name.

    Raises:
        StoreError: the file cannot be written.
        WorkoutError: it has faults.
    """
    renamed = replace(read_workout(path), name=name)
    text, _ = text_of_file(path)
    lines = text.split("\n")
    at = Places(text).key("name") - 1
    lines[at] = f"name = {_quoted(name)}"
    new = "\n".join(lines)
    if at < 0 or read_toml(new, path.name)[0] != renamed:  # a name over several lines, or a table of another shape
        new = as_toml(renamed, typed_of(path))
    _done(lambda: write_whole(path, new.encode()), path.parent)


def remove_workout(path: Path) -> Path:
    """Put a workout's file away, into the folder `removed` beside it.

    Returns:
        Where it lies.

    Raises:
        StoreError: it cannot be moved.
    """
    folder = path.parent / REMOVED

    def move() -> Path:
        folder.mkdir(exist_ok=True)
        to = _free(folder, path.stem)
        path.rename(to)
        return to

    return _done(move, folder)


def put_back(removed: Path, path: Path) -> Path:
    """Put a file that was removed back.

    Args:
        removed: where it lies.
        path: where it was; where another has its place by now, it gets a number.

    Returns:
        Where it is.

    Raises:
        StoreError: it cannot be moved.
    """

    def move() -> Path:
        to = path if not path.exists() else _free(path.parent, path.stem)
        removed.rename(to)
        return to

    return _done(move, path.parent)


def copy_name(name: str, taken: Callable[[str], bool]) -> str:
    """Return what a copy of a workout is called: `Pyramid copy`, `Pyramid copy 2`.

    Args:
        name: of the workout.
        taken: whether a name is another's.
    """
    for number in count(1):
        called = tr("{name} copy") if number == 1 else tr("{name} copy {n}")
        copy = called.format(name=name, n=number)
        if not taken(copy):
            break
    return copy


def as_toml(workout: Workout, typed: str = "") -> str:
    """Write a workout as the text of a file.

    Args:
        workout: what to write.
        typed: the author's words for its steps, where they are to be kept.
    """
    from app.notation.writing import format_item  # noqa: PLC0415 - the grammar's room loads when it is needed

    lines = [f"name = {_quoted(workout.name)}", f"purpose = {_quoted(workout.purpose.value)}"]
    if workout.about:
        lines.append(f"about = {_quoted(workout.about)}")
    if workout.tags:
        lines.append(f"tags = [{', '.join(map(_quoted, workout.tags))}]")
    for key in ("best_slower_than", "best_faster_than"):
        seconds = getattr(workout, f"{key}_s")
        if seconds is not None:
            lines.append(f"{key} = {_quoted(format_time(seconds, 9).rstrip('0').rstrip('.'))}")
    if typed:
        lines.append(f"typed = {_quoted_lines(typed)}")
    lines += ["steps = [", *(f"  {_quoted(format_item(item))}," for item in workout.steps), "]", ""]
    return "\n".join(lines)


# Places and quotes ---------------------------------------------------------------------------------------------------


def _place_of(workout: Workout, folder: Path) -> Path:
    """Return where it was saved before, or a place that is free; another workout is never written over."""
    for path in _places(folder, _stem(workout.name)):
        if not path.exists():
            break
        there = read_toml(text_of_file(path)[0], path.name)[0]
        if there is not None and there.name == workout.name:
            break
    return path


def free_place(name: str, folder: Path, taken: Container[str]) -> Path:
    """Return a place for a new workout, by its name.

    Args:
        name: of the workout.
        folder: of the athlete's workouts.
        taken: ids whose place it must not take, those that came with the program among them.
    """
    return next(path for path in _places(folder, _stem(name)) if not path.exists() and path.stem not in taken)


def _stem(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60] or "workout"


def _free(folder: Path, stem: str) -> Path:
    return next(path for path in _places(folder, stem) if not path.exists())


def _places(folder: Path, stem: str) -> Iterator[Path]:
    return (folder / (f"{stem}-{number}.toml" if number > 1 else f"{stem}.toml") for number in count(1))


def _done(write: Callable[[], T], folder: Path) -> T:
    try:
        return write()
    except OSError as error:
        words = tr("the workout could not be saved in {folder}: {why}; free or unlock it")
        raise StoreError(words.format(folder=folder, why=error.strerror)) from None


def _quoted(text: str) -> str:
    """Write a TOML string; JSON's escapes are TOML's, but for DEL, which TOML wants escaped."""
    text = text.encode(errors="replace").decode()  # half a character, of a command line that is not UTF-8
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _quoted_lines(text: str) -> str:
    """Write a TOML string over several lines, as a person would."""
    if "\n" not in text:
        return _quoted(text)
    body = _quoted(text)[1:-1].replace("\\\\", "\0").replace("\\n", "\n").replace("\\t", "\t").replace("\0", "\\\\")
    return f'"""\n{body}"""'
