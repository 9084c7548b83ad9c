"""Knocking: a second start on the same data folder finds the first, hands over what it was to run, and ends.

Rules of the file: nothing of it may be felt by a first start. Where no socket stands nothing is loaded and nothing is
waited for; a first that hangs is waited for no longer than `PATIENCE_S`, and then the folder's lock tells. One that has
said that it heard is given `DONE_S`: on a busy machine a plan takes it a while.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.core.plan import Plan
    from app.ui.instance import Door
    from app.ui.workbench import ToEdit

PATIENCE_S = 0.5
DONE_S = 10.0
CAME, TOOK, BUSY = "came", "took", "busy"
"""Answers: it came to the front; it also took the plan; it came, but a workout is under way."""
SENTENCES = {
    CAME: "Bell Lap is open already; its window has come to the front.",
    TOOK: "Bell Lap is open already; its window has come to the front with this workout.",
    BUSY: "Bell Lap is open already and has come to the front; the workout there goes on, and this one waits its turn.",
}


def door_name(folder: Path) -> str:
    """Return the name of the local socket of a data folder; empty where there is no such folder yet.

    By the folder's number on its disk: links to it and other ways to write its path lead to the same door, with
    nothing to compute. The socket itself stands where the system keeps such things, since its path must be short.
    """
    try:
        at = folder.stat()
    except OSError:
        return ""
    name = f"bell-lap-{at.st_dev:x}-{at.st_ino:x}"
    if sys.platform == "win32":
        return name
    own = os.environ.get("XDG_RUNTIME_DIR", "")
    return f"{own}/{name}" if os.path.isdir(own) else f"/tmp/{name}-{os.getuid()}"  # noqa: PTH112, S108 - a string is all it is; see `_ask`


def knock(folder: Path, plan: Plan | None = None, workout_id: str = "", edit: ToEdit | None = None) -> str:
    """Ask the window that is open on a data folder to come to the front.

    Args:
        folder: the data folder.
        plan: what was to be run, for that window to make ready.
        workout_id: of its file, empty for a typed text.
        edit: what was to be edited, likewise.

    Returns:
        A sentence on what it did; empty where there is none, or none that answers in time.
    """
    name = door_name(folder)
    if not name or (sys.platform != "win32" and not _is_ours(name)):
        return ""
    import json  # noqa: PLC0415 - only where there is a door

    from app.store.values import encode  # noqa: PLC0415 - only where there is a door

    said: dict[str, str] = {"token": os.environ.get("XDG_ACTIVATION_TOKEN", "")}
    if plan is not None:
        said |= {"plan": encode(plan), "workout_id": workout_id}
    if edit is not None:
        said |= {"edit": edit.path or "", "workout_id": edit.workout_id}
    answer = _ask(name, json.dumps(said).encode() + b"\n")
    return SENTENCES.get(answer.decode("ascii", "replace").strip(".\n"), "")


def _is_ours(name: str) -> bool:
    try:
        return os.lstat(name).st_uid == os.getuid()  # in /tmp anybody could stand there
    except OSError:
        return False


def _ask(name: str, line: bytes) -> bytes:
    if sys.platform == "win32":  # never run by us
        from app.ui.instance import ask  # noqa: PLC0415 - Qt knows Windows' pipes

        return ask(name, line, int(1000 * PATIENCE_S))
    import socket  # noqa: PLC0415 - only where there is a door
    from time import monotonic  # noqa: PLC0415 - as above

    end = monotonic() + PATIENCE_S
    heard = b""
    try:
        with socket.socket(socket.AF_UNIX) as guest:
            guest.settimeout(PATIENCE_S)
            guest.connect(name)
            guest.sendall(line)
            while not heard.endswith(b"\n"):
                guest.settimeout(max(0.001, end - monotonic()))
                part = guest.recv(100)
                if not part:
                    break
                if not heard:
                    end += DONE_S
                heard += part
    except OSError:  # a dead one's socket, a queue that is full, no answer in time
        return b""
    return heard


def open_door(folder: Path) -> Door | None:
    """Open the door of a data folder, where there is none; for the window, once it is filled."""
    from app.ui.instance import Door  # noqa: PLC0415 - Qt's network room waits for the first paint

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None  # the house says why when it takes the folder
    door = Door(door_name(folder), _answer)
    return door if door.open() else None


def _answer(door: Door, line: bytes) -> bytes:
    """Bring the window forward, with the plan if one was said that can be read."""
    import json  # noqa: PLC0415 - loaded long since

    try:
        said: Any = json.loads(line)
        plan, workout_id, token = said.get("plan"), str(said.get("workout_id", "")), str(said["token"])
        edit = said.get("edit")
    except (ValueError, LookupError, AttributeError, RecursionError):
        return b"\n"  # whoever that was
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt takes it from here, and Wayland lets the window forward
    return _come(door, plan, workout_id, edit).encode() + b"\n"


def _come(door: Door, plan: object, workout_id: str, edit: object) -> str:
    from app.core.errors import StoreError  # noqa: PLC0415 - loaded long since
    from app.core.plan import Plan  # noqa: PLC0415 - as above
    from app.store.values import decode  # noqa: PLC0415 - as above

    if isinstance(edit, str):
        from app.ui.workbench import ToEdit  # noqa: PLC0415 - as above

        return TOOK if door.knocked(None, "", ToEdit(workout_id, edit)) else BUSY
    given = None
    if isinstance(plan, str):
        try:
            given = decode(plan)
        except StoreError:  # of another version: that window can only come forward
            given = None
    if not isinstance(given, Plan):
        door.knocked()
        return CAME
    return TOOK if door.knocked(given, workout_id) else BUSY
