"""Workout files on disk: find, read, check. A bad file never stops anything; it is listed with its faults."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.core.bounds import FAULTS, FILE_BYTES, KEY_PARTS
from app.core.errors import Fault, WorkoutError
from app.core.size import check_bounds
from app.core.tongue import tr
from app.core.units import parse_time
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
    text, fault = text_of_file(path)
    return read_toml(text, path.name) if fault is None else (None, (fault,))


def read_toml(text: str, name: str) -> tuple[Workout | None, tuple[Fault, ...]]:
    """Read a file's text.

    Args:
        text: of at most `FILE_BYTES`.
        name: of the file, for its faults.

    Returns:
        Its workout, or None with every fault.
    """
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


def text_of_file(path: Path) -> tuple[str, Fault | None]:
    """Read a file's text, its size checked before it is read; or say why it cannot be."""
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
            tuple(read.tags),
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


__all__: Sequence[str] = ("Entry", "check_file", "find_workouts", "read_toml", "read_workout", "text_of_file")
