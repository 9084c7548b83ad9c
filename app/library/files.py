"""Workout files on disk: find, read, check, save. A bad file never stops anything; it is listed with its faults."""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from app.core.bounds import FAULTS, FILE_BYTES, KEY_PARTS
from app.core.errors import Fault, StoreError, WorkoutError
from app.core.size import check_bounds
from app.core.tongue import tr
from app.core.units import format_time, parse_time
from app.core.workout import Item, Workout
from app.library.places import Places, did_you_mean, shown

_LONG_KEY = re.compile(
    rf"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{KEY_PARTS}}}(?=[\w"'-])""", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file as the library lists it."""

    workout_id: str
    path: Path
    workout: Workout | None
    """None for a file with faults."""
    faults: tuple[Fault, ...]
    is_own: bool


def find_workouts(
    shipped: Path, own: Path | None, recall: Callable[[Path], Workout | None] = lambda _path: None
) -> tuple[Entry, ...]:
    """Read every workout file; one of the athlete's own hides a shipped one of the same name.

    Args:
        shipped: the folder that comes with the program.
        own: the athlete's folder, where there is one.
        recall: returns the workout of a file that was read before and is as it was; None has it read.
    """
    entries: dict[str, Entry] = {}
    for folder, is_own in ((shipped, False), (own, True)):
        if folder is None or not folder.is_dir():
            continue
        for path in sorted(folder.glob("*.toml")):
            known = recall(path)
            workout, faults = _read(path) if known is None else (known, ())
            entries[path.stem] = Entry(path.stem, path, workout, faults, is_own)
    return tuple(entries[name] for name in sorted(entries))


def read_workout(path: Path) -> Workout:
    """Read one file.

    Raises:
        WorkoutError: with every fault of the file.
    """
    workout, faults = _read(path)
    if workout is None:
        raise WorkoutError(faults)
    return workout


def check_file(path: Path) -> tuple[Fault, ...]:
    """Return every fault of a file; none for a good one."""
    return _read(path)[1]


def _read(path: Path) -> tuple[Workout | None, tuple[Fault, ...]]:
    name = path.name
    text, fault = _text(path)
    if fault is not None:
        return None, (fault,)
    if long_key := _LONG_KEY.search(text):
        at = text.count("\n", 0, long_key.start()) + 1
        words = tr("this is no workout: a key in it has too many parts")
        return None, (Fault(words, tr("keys have no dots"), name, at),)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        line = re.search(r"at line (\d+)", said)
        what = re.sub(r"\s*\(at .*\)$", "", said)
        words = tr("this is not TOML: {what}").format(what=what)
        hint = tr("strings stand in quotes, entries of steps are parted by commas")
        return None, (Fault(words, hint, name, int(line.group(1)) if line else 0),)
    except (RecursionError, ValueError):
        words = tr("this is not a workout: it nests too deep or holds a number too large")
        return None, (Fault(words, "", name),)
    return _checked(data, Places(text), name)


def _text(path: Path) -> tuple[str, Fault | None]:
    """Read a file's text, its size checked before it is read."""
    name = path.name
    try:
        if not path.is_file():
            hint = tr("give a workout file such as {file}").format(file="workouts/pyramid.toml")
            return "", Fault(_no_file(path), hint, str(path))
        with path.open("rb") as stream:
            data = stream.read(FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        words = tr("the file cannot be read: its name cannot be")
        if isinstance(error, OSError):
            words = tr("the file cannot be read: {why}").format(why=error.strerror)
        return "", Fault(words, "", name)
    if len(data) > FILE_BYTES:
        words = tr("the file is larger than {n} MB").format(n=FILE_BYTES // 1_000_000)
        return "", Fault(words, tr("a workout is a page of text"), name)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n"), None
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return "", Fault(tr("the file is not UTF-8 text"), tr("save it as UTF-8"), name, line)


def _no_file(path: Path) -> str:
    if path.is_dir():
        return tr("the file is a folder")
    return tr("the file is no plain file") if path.exists() else tr("the file does not exist")


def _checked(data: dict[str, Any], places: Places, name: str) -> tuple[Workout | None, tuple[Fault, ...]]:
    from pydantic import ValidationError  # noqa: PLC0415 - heavy; after the first paint

    from app.library.models import WorkoutFile  # noqa: PLC0415 - as above
    from app.library.steps import Place, StepReader  # noqa: PLC0415 - as above

    faults: list[Fault] = []
    read: WorkoutFile | None = None
    try:
        read = WorkoutFile.model_validate(data)
    except ValidationError as error:
        known = list(WorkoutFile.model_fields)
        faults += [_fault(wrong, places, name, known) for wrong in error.errors()[:FAULTS]]
    given = data.get("steps")
    items: tuple[Item, ...] = ()
    if isinstance(given, list):
        lines: dict[Place, int] = {}

        def tell(place: Place, what: str, hint: str) -> None:
            if place and not lines:  # looked for once something is wrong
                lines.update(places.step_lines(given))
            where = next((lines[place[:n]] for n in range(len(place), 0, -1) if place[:n] in lines), 0)
            faults.append(Fault(what, hint, name, where or places.key("steps")))

        items = StepReader(tell).read(given)
    if not faults:
        try:
            check_bounds(items)
        except WorkoutError as error:
            faults += [Fault(fault.what, fault.hint, name, places.key("steps")) for fault in error.faults]
    if faults or read is None:
        told = sorted(faults, key=lambda fault: fault.line)[:FAULTS]
        words = tr("these are the first {n} faults").format(n=FAULTS)
        more = [Fault(words, tr("mend them and look again"), name)]
        return None, (*told, *(more if len(told) == FAULTS else ()))
    slower, faster = read.best_slower_than, read.best_faster_than
    return (
        Workout(
            read.name,
            items,
            read.purpose,
            read.about,
            parse_time(slower) if slower else None,
            parse_time(faster) if faster else None,
        ),
        (),
    )


def _fault(wrong: Any, places: Places, name: str, known: list[str]) -> Fault:
    key = str(wrong["loc"][0]) if wrong["loc"] else ""
    line = places.key(key)
    match wrong["type"]:
        case "extra_forbidden":
            return Fault(tr("unknown key {key}").format(key=shown(key)), did_you_mean(key, known), name, line)
        case "missing":
            example = {"name": 'name = "Pyramid"', "purpose": 'purpose = "speed"'}.get(key, 'steps = ["8 x 200m"]')
            words, hint = tr("{key} is missing"), tr("add a line {example}")
            return Fault(words.format(key=key), hint.format(example=example), name, line)
        case "enum":
            value = str(wrong["input"])
            words = tr("{word} is no purpose").format(word=repr(shown(value)))
            return Fault(words, did_you_mean(value, _purposes()), name, line)
        case _:
            return Fault(f"{key}: {wrong['msg'].removeprefix('Value error, ')}", "", name, line)


def _purposes() -> list[str]:
    from app.core.workout import Purpose  # noqa: PLC0415 - only for a fault

    return [purpose.value for purpose in Purpose]


def save_workout(workout: Workout, folder: Path) -> Path:
    """Write a workout as a file of its own, whole or not at all.

    Returns:
        The file; its name comes from the workout's, with a number where another workout has it.

    Raises:
        StoreError: the folder cannot be written.
    """
    from app.notation.writing import format_item  # noqa: PLC0415 - the grammar's room loads when it is needed

    stem = re.sub(r"[^a-z0-9]+", "-", workout.name.lower()).strip("-")[:60] or "workout"
    lines = [f"name = {_quoted(workout.name)}", f"purpose = {_quoted(workout.purpose.value)}"]
    if workout.about:
        lines.append(f"about = {_quoted(workout.about)}")
    for key in ("best_slower_than", "best_faster_than"):
        seconds = getattr(workout, f"{key}_s")
        if seconds is not None:
            lines.append(f"{key} = {_quoted(format_time(seconds, 9).rstrip('0').rstrip('.'))}")
    lines += ["steps = [", *(f"  {_quoted(format_item(item))}," for item in workout.steps), "]", ""]
    try:
        path = _place_of(workout, folder, stem)
        new = path.with_name(f".{path.name}.new")
        folder.mkdir(parents=True, exist_ok=True)
        with new.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write("\n".join(lines))
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(path)
    except OSError as error:
        words = tr("the workout could not be saved in {folder}: {why}; free or unlock it")
        raise StoreError(words.format(folder=folder, why=error.strerror)) from None
    return path


def _place_of(workout: Workout, folder: Path, stem: str) -> Path:
    """Return where it was saved before, or a place that is free; another workout is never written over."""
    for number in count(1):
        path = folder / (f"{stem}-{number}.toml" if number > 1 else f"{stem}.toml")
        if not path.exists():
            break
        there = _read(path)[0]
        if there is not None and there.name == workout.name:
            break
    return path


def _quoted(text: str) -> str:
    """Write a TOML string; JSON's escapes are TOML's, but for DEL, which TOML wants escaped."""
    text = text.encode(errors="replace").decode()  # half a character, of a command line that is not UTF-8
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


__all__: Sequence[str] = ("Entry", "check_file", "find_workouts", "read_workout", "save_workout")
