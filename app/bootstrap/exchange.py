"""Exchange: files of other programs in; the one way by which a path is read.

    path ── bytes_of ──► bytes ── read_bytes ──► Imported: a workout of ours, or a recording

Rules of the file: no more is read than the bound, and only of a plain file. A file is what its content is, whatever
its name says. The way out is `app.bootstrap.exporting`.
"""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from app.core.athlete import Athlete
from app.core.bounds import FILE_BYTES, INTERCHANGE_BYTES
from app.core.errors import Fault, WorkoutError
from app.core.tongue import tr
from app.core.workout import Workout
from app.interchange.format import Format, Held
from app.interchange.recording import Recording
from app.interchange.registry import FORMATS, format_for, format_of, misnamed

TOML, TEXT = "toml", "text"
"""Our own files, and a coach's words; they are no sheets, so they are none of the registry's."""
_SUFFIXES = {".toml": TOML, ".txt": TEXT, ".text": TEXT, ".md": TEXT}
_TABLES = (".csv", ".tsv", ".xls", ".xlsx", ".ods")
_TOML = re.compile(rb"^(?:\xef\xbb\xbf)?[ \t]*(?:name|purpose|steps|about|tags|typed)[ \t]*=", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Imported:
    """One thing that a file holds."""

    kind: Literal["workout", "run"]
    format: str
    """The key of its format: `fit`, `toml`, `text`."""
    name: str
    workout: Workout | None = None
    recording: Recording | None = None
    sport: str = ""
    """In the file's own word; empty where it does not say."""
    warnings: tuple[str, ...] = ()
    """What could not be carried in, or was not whole, one sentence each."""


def read_file(path: Path, athlete: Athlete | None = None) -> tuple[Imported, ...]:
    """Read what a file holds.

    Args:
        path: a plain file, or a link to one.
        athlete: whose goal gives shares of a race's speed; nobody's where None.

    Returns:
        What it holds, in its order, at least one.

    Raises:
        WorkoutError: it cannot be read, or holds nothing that can; a sentence with its name.
    """
    return read_bytes(bytes_of(path), path.name, athlete)


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a file, its kind and size looked at before it is read.

    Raises:
        WorkoutError: it is no plain file, cannot be opened, is empty or too large.
    """
    name = path.name or str(path)
    try:
        _look(path, name)
        at = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(at, "rb") as stream:
            if not stat.S_ISREG(os.fstat(at).st_mode):  # it was put in the file's place since
                raise _refused(name, tr("the file is no plain file"))
            data = stream.read(INTERCHANGE_BYTES + 1)
    except ValueError:
        raise _refused(name, tr("the file cannot be read: its name cannot be")) from None
    except OSError as error:
        raise _refused(name, tr("the file cannot be read: {why}").format(why=error.strerror)) from None
    if len(data) > INTERCHANGE_BYTES:
        raise _too_large(name)
    if not data:
        raise _refused(name, tr("the file is empty"), tr("export it again"))
    return data


def _look(path: Path, name: str) -> None:
    try:
        found = path.stat()
    except FileNotFoundError:
        raise _refused(name, tr("the file does not exist")) from None
    if stat.S_ISDIR(found.st_mode):
        raise _refused(name, tr("the file is a folder"), tr("give the files in it"))
    if not stat.S_ISREG(found.st_mode):
        raise _refused(name, tr("the file is no plain file"))
    if found.st_size > INTERCHANGE_BYTES:
        raise _too_large(name)


def _too_large(name: str) -> WorkoutError:
    return _refused(name, tr("the file is larger than {n} MB").format(n=INTERCHANGE_BYTES // 1_000_000))


def read_bytes(data: bytes, name: str = "", athlete: Athlete | None = None) -> tuple[Imported, ...]:
    """Read the content of a file, or what was pasted.

    Args:
        data: at most `INTERCHANGE_BYTES`.
        name: of the file: a hint where the content does not say what it is, and for sentences.
        athlete: as `read_file`.

    Raises:
        WorkoutError: it holds nothing that can be read.
    """
    found = format_of(data)
    said = format_for(name)
    try:
        if found is None and (said is None or (_is_text(data) and not _is_marked(data))):
            return (_of_ours(data, name),)
        return _of_format(data, name, found or said, athlete or Athlete())
    except WorkoutError as error:
        faults = [Fault(each.what, each.hint, name, each.line) for each in error.faults]
        raise WorkoutError(faults) from None


def _of_format(data: bytes, name: str, held_in: Format | None, athlete: Athlete) -> tuple[Imported, ...]:
    assert held_in is not None
    own = _SUFFIXES.get(Path(name).suffix.lower())
    odd = misnamed(name, held_in)
    if not odd and own == TOML:
        odd = tr("it is called {suffix} and holds {format}: read as that").format(suffix=".toml", format=held_in.name)
    made: list[Imported] = []
    for number, held in enumerate(held_in.read(data)):
        made.append(_imported(held, held_in, name, athlete, (odd,) if odd and number == 0 else ()))
    return tuple(made)


def _imported(held: Held, held_in: Format, name: str, athlete: Athlete, odd: tuple[str, ...]) -> Imported:
    if isinstance(held, Recording):
        called = held.name or Path(name).stem
        return Imported("run", held_in.key, called, None, held, held.sport, (*odd, *held.warnings))
    from app.interchange.importing import workout_of  # noqa: PLC0415 - the grammar loads when a workout is read

    if not held.sheet.name and name:  # a text without a title is called by its file
        held = replace(held, sheet=replace(held.sheet, name=_stem(name)))
    workout, warnings = workout_of(held, athlete, held_in.abilities)
    return Imported("workout", held_in.key, workout.name, workout, None, held.sport, (*odd, *warnings))


def _of_ours(data: bytes, name: str) -> Imported:
    """Read a TOML of ours, or a text in a coach's words."""
    low = name.lower()
    suffix = Path(low).suffix
    if suffix in _TABLES:
        raise _refused(name, tr("a table is not read"), tr("copy one workout out of it, and paste that"))
    if suffix == ".toml" or (_is_text(data) and _TOML.search(data) is not None):
        odd = tr("it is called {suffix} and holds {format}: read as that").format(suffix=suffix, format="TOML")
        workout = _of_toml(data, name)
        return Imported("workout", TOML, workout.name, workout, warnings=() if suffix in ("", ".toml") else (odd,))
    if not _is_text(data) or _is_marked(data):
        known = ", ".join([*(each.name for each in FORMATS), "TOML"])
        raise _refused(name, tr("it is none of the files that can be read: {known}").format(known=known))
    from app.interchange.plain import read_plain  # noqa: PLC0415 - the grammar loads when a text is read

    workout, warnings = read_plain(data, _stem(name) or tr("Workout"))
    said = format_for(name)
    if said is not None:
        odd = tr("it is called {suffix} and holds {format}: read as that")
        warnings = (odd.format(suffix=said.suffix, format=tr("text")), *warnings)
    return Imported("workout", TEXT, workout.name, workout, warnings=warnings)


def _of_toml(data: bytes, name: str) -> Workout:
    from app.library.files import read_toml  # noqa: PLC0415 - pydantic loads when a file is read

    if len(data) > FILE_BYTES:
        words = tr("the file is larger than {n} MB").format(n=FILE_BYTES // 1_000_000)
        raise _refused(name, words, tr("a workout is a page of text"))
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise _refused(name, tr("the file is not UTF-8 text"), tr("save it as UTF-8")) from None
    workout, faults = read_toml(text, name)
    if workout is None:
        raise WorkoutError(faults)
    return workout


def _is_text(data: bytes) -> bool:
    if b"\0" in data:
        return False
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return True


def _is_marked(data: bytes) -> bool:
    """Say whether a text begins as XML or JSON does, and as no coach does."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"<", b"{", b"[")


def _stem(name: str) -> str:
    return re.sub(r"(?i)(?:\.icu)?\.\w{1,5}$", "", name)


def _refused(name: str, what: str, hint: str = "") -> WorkoutError:
    return WorkoutError([Fault(what, hint, name)])
