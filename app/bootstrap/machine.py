"""What this machine has, for `doctor`: a data folder that can be written, sound outputs that open."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from app.folder import data_folder

if TYPE_CHECKING:
    from app.core.lateness import CueRecord
    from app.store.database import SessionSummary


def folder_state(data_dir: str | None) -> dict[str, Any]:
    """Say where the data folder is and whether it can be written, without making it."""
    folder = data_folder(data_dir)
    existing = next((place for place in (folder, *folder.parents) if place.exists()), folder)
    writable = existing.is_dir() and os.access(existing, os.W_OK)
    sentence = "can be written" if writable else "cannot be written; sessions would be kept in memory only"
    if writable and not folder.exists():
        sentence = "will be made at the first start"
    return {"folder": str(folder), "writable": writable, "sentence": sentence}


def recent_cues(data_dir: str | None) -> list[tuple[SessionSummary, tuple[CueRecord, ...]]]:
    """Return the last sessions that have a cue log, newest first, with it; works while the app has the folder."""
    from app.store.looking import recent_cue_logs  # noqa: PLC0415 - only to look

    return recent_cue_logs(data_folder(data_dir))


def probe_sound() -> dict[str, Any]:
    """Try each sound output in a process of its own, for a bounded time."""
    from app.audio.probe import probe_outputs  # noqa: PLC0415 - only to look

    found = probe_outputs()
    outputs = [{"output": one.output, "opens": one.working, "sentence": one.sentence} for one in found]
    first = next((one.output for one in found if one.working), "silent")
    said = "there is no sound here; workouts run silently" if first == "silent" else f"{first} would be used"
    return {"output": first, "opens": first != "silent", "sentence": said, "outputs": outputs}
