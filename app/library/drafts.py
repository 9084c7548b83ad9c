"""Drafts: texts that are typed and not saved, kept on the disk so that a crash takes no more than the last words.

Rules of the file: one file for each draft, whole or not at all. A draft that cannot be read is left where it is and
listed nowhere; nothing is deleted but by `drop_draft`.
"""

from __future__ import annotations

import contextlib
import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from app.core.bounds import DRAFT_BYTES
from app.core.errors import InputError, StoreError
from app.core.tongue import tr
from app.library.whole import write_whole

FOLDER = "drafts"
MOST_LISTED = 50
_SLOT = re.compile(r"[0-9a-z]{1,40}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Draft:
    """What stood in the editor."""

    slot: str
    """Its name among the drafts: letters and figures, drawn by chance."""
    text: str
    name: str = ""
    workout_id: str = ""
    """Of the workout that it was opened from; empty for a new one."""
    tags: tuple[str, ...] = ()
    """As they were typed; they may be no tags yet."""


def write_draft(data_folder: Path, draft: Draft) -> None:
    """Keep a draft in the place of what was kept in its slot.

    Raises:
        InputError: it is too long.
        StoreError: the folder cannot be written; the disk has what it had.
    """
    data = json.dumps(asdict(draft), ensure_ascii=False).encode(errors="replace")
    if len(data) > DRAFT_BYTES:
        said = tr("the text is too long to be kept unsaved: at most {n} MB; save it, or shorten it")
        raise InputError(said.format(n=DRAFT_BYTES // 1_000_000))
    try:
        write_whole(_place(data_folder, draft.slot), data)
    except OSError as error:
        said = tr("what is typed cannot be kept until it is saved: {why}; free or unlock {folder}")
        raise StoreError(said.format(why=error.strerror, folder=data_folder / FOLDER)) from None


def read_drafts(data_folder: Path) -> tuple[Draft, ...]:
    """Return the drafts that there are, the newest first."""
    found: list[tuple[int, Draft]] = []
    with contextlib.suppress(OSError):
        for path in (data_folder / FOLDER).glob("*.json"):
            draft = _read(path)
            if draft is not None:
                found.append((path.stat().st_mtime_ns, draft))
    found.sort(key=lambda each: each[0], reverse=True)
    return tuple(draft for _at, draft in found[:MOST_LISTED])


def drop_draft(data_folder: Path, slot: str) -> None:
    """Delete a draft: it was saved, or a person wants it no more. One that is not there, or cannot be, is let be."""
    with contextlib.suppress(OSError):
        _place(data_folder, slot).unlink()


def _place(data_folder: Path, slot: str) -> Path:
    assert _SLOT.fullmatch(slot), "a slot is never typed"
    return data_folder / FOLDER / f"{slot}.json"


def _read(path: Path) -> Draft | None:
    try:
        with path.open("rb") as stream:
            said = json.loads(stream.read(DRAFT_BYTES + 1))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(said, dict) or not _SLOT.fullmatch(path.stem):
        return None
    tags = said.get("tags")
    return Draft(
        path.stem,
        str(said.get("text", "")),
        str(said.get("name", "")),
        str(said.get("workout_id", "")),
        tuple(str(tag) for tag in tags) if isinstance(tags, list) else (),
    )
