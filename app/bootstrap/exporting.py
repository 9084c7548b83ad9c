"""Exporting: a workout as the bytes of a file, with what does not come through, and that file written.

Rules of the file: nothing is written but where a person chose, whole or not at all, and over nothing unasked. What is
lost is said before anything is written; so making the bytes and writing them are two calls.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from app.bootstrap.exchange import TEXT, TOML
from app.core.athlete import Athlete
from app.core.errors import InputError, StoreError
from app.core.setup import Setup
from app.core.tongue import tr
from app.core.workout import Workout
from app.interchange.registry import FORMATS, format_for, format_named
from app.interchange.sheet import Loss

WRITTEN = (*(each.key for each in FORMATS if each.write is not None), TOML, TEXT)
"""Keys of what a workout can be written as."""
_SUFFIXES = {".toml": TOML, ".txt": TEXT}


@dataclass(frozen=True, slots=True)
class Written:
    """A workout as a file's bytes, not on a disk yet."""

    data: bytes
    losses: tuple[Loss, ...]
    """What does not come through, the whole workout's first."""


def format_to_write(name: str, key: str = "") -> str:
    """Return the key of the format to write.

    Args:
        name: of the file, whose suffix says it where `key` does not.
        key: as a person chose it; empty where none was.

    Raises:
        InputError: there is no such format, or it is only read.
    """
    suffixes = ", ".join(
        [*(each.suffix for each in FORMATS if each.write is not None and each.suffix != ".txt"), *_SUFFIXES]
    )
    known = tr("a workout can be written as {keys}, by its file's suffix {suffixes}, or .icu.txt")
    ways = known.format(keys=", ".join(WRITTEN), suffixes=suffixes)
    found = format_named(key) if key else format_for(name)
    if found is not None and found.write is None:
        raise InputError(tr("{format} is only read; {ways}").format(format=found.name, ways=ways))
    if found is not None:
        return found.key
    own = key if key in WRITTEN else "" if key else _SUFFIXES.get(Path(name).suffix.lower(), "")
    if not own:
        shown = repr((key or Path(name).suffix or Path(name).name)[:40])
        raise InputError(tr("{word} is no format that is known: {ways}").format(word=shown, ways=ways))
    return own


def written(workout: Workout, key: str, athlete: Athlete, setup: Setup | None = None) -> Written:
    """Return a workout in a format, and what does not come through.

    Args:
        workout: what to write.
        key: one of `WRITTEN`.
        athlete: whose goal and best give the speeds.
        setup: whose track gives the length of a lap.

    Raises:
        WorkoutError: it cannot be written so: it is over a bound, or the format's.
    """
    if key == TOML:
        from app.library.saving import as_toml  # noqa: PLC0415 - the library loads when it is written

        return Written(as_toml(workout).encode(), tuple(map(Loss, lost_in_words(workout))))
    if key == TEXT:
        from app.interchange.plain import write_plain  # noqa: PLC0415 - the grammar loads when it is written

        text, losses = write_plain(workout)
        return Written(text.encode(), tuple(map(Loss, losses)))
    from app.interchange.exporting import export  # noqa: PLC0415 - as above

    found = format_named(key)
    assert found is not None
    made = export(workout, athlete, found, setup)
    return Written(made.data, made.losses)


def lost_in_words(workout: Workout) -> tuple[str, ...]:
    """Return what our notation, and so a file of ours, does not say of a workout's steps, one sentence each."""
    from app.interchange.plain import bare  # noqa: PLC0415 - as above

    if tuple(map(bare, workout.steps)) != workout.steps:
        return (tr("notes of steps are left out"),)
    return ()


def write_file(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write a file, whole or not at all.

    Args:
        path: where a person chose; its folder must be there.
        data: what to write.
        force: whether what stands there may be replaced.

    Raises:
        InputError: something stands there, or it is no place for a file.
        StoreError: it cannot be written.
    """
    shown = str(path)[:200]
    try:
        if path.is_dir():
            raise InputError(tr("{file} is a folder: give a file in it").format(file=shown))
        if not force and os.path.lexists(path):
            raise _stands(shown)
        new = path.with_name(f".bell-lap-{secrets.token_hex(6)}.new")
        try:
            with new.open("xb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            _put(new, path, shown, force=force)
        finally:
            with contextlib.suppress(OSError):
                new.unlink()
    except ValueError:
        raise InputError(tr("{file} is no name of a file").format(file=repr(shown))) from None
    except OSError as error:
        words = tr("{file} could not be written: {why}; free or unlock it")
        raise StoreError(words.format(file=shown, why=error.strerror)) from None


def _put(new: Path, path: Path, shown: str, *, force: bool) -> None:
    """Give the file its name; over nothing that came to stand there meanwhile."""
    if not force:
        try:
            os.link(new, path)
        except FileExistsError:
            raise _stands(shown) from None
        except OSError:  # a disk without links: looked at above, a moment ago
            if os.path.lexists(path):
                raise _stands(shown) from None
        else:
            return
    new.replace(path)


def _stands(shown: str) -> InputError:
    return InputError(tr("{file} is there already: give another name, or --force to replace it").format(file=shown))
