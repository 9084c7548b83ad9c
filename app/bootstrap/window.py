"""The window, with the house behind it: found where it is open already, opened else, brought up anew when it asks."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from app.bootstrap.door import knock
from app.folder import data_folder, look

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.core.plan import Plan
    from app.ui.desk import Desk
    from app.ui.instance import Door
    from app.ui.workbench import ToEdit


def open_window(
    data_dir: str | None,
    make_desk: Callable[[], Desk] | None = None,
    plan: Plan | None = None,
    workout_id: str = "",
    edit: ToEdit | None = None,
) -> int:
    """Open the window, or bring the one to the front that is open on this data folder.

    Args:
        data_dir: the data folder that was asked for, if one was.
        make_desk: makes the house; None makes the usual one.
        plan: what to run at once; None opens the library.
        workout_id: of its file, empty for a typed text.
        edit: what to edit at once.

    Returns:
        The exit code, once the window is closed.
    """
    folder = data_folder(data_dir)
    said = knock(folder, plan, workout_id, edit)
    if said:
        print(said, file=sys.stderr)
        return 0
    from app.ui.start import START_ANEW, run_window  # noqa: PLC0415 - Qt loads only for a window

    def house() -> Desk:
        from app.bootstrap.house import House  # noqa: PLC0415 - heavy, so it waits for the first paint

        return House(data_dir)

    def door() -> Door | None:
        from app.bootstrap.door import open_door  # noqa: PLC0415 - waits for the first paint

        return open_door(folder)

    scale = os.environ.get("QT_SCALE_FACTOR")
    code = run_window(make_desk or house, look(data_dir), plan, workout_id, door, edit)
    return _anew(scale) if code == START_ANEW else code


def _anew(scale: str | None) -> int:
    """Become the program once more, with the words it was started with.

    Args:
        scale: QT_SCALE_FACTOR as it was then; ours comes on top of it again.
    """
    if scale is None:
        os.environ.pop("QT_SCALE_FACTOR", None)
    else:
        os.environ["QT_SCALE_FACTOR"] = scale
    frozen = getattr(sys, "frozen", False)
    line = [sys.executable, *(sys.argv[1:] if frozen else sys.orig_argv[1:])]
    if sys.platform == "win32":  # exec there gives the prompt back at once; never run by us
        import subprocess  # noqa: PLC0415 - only there

        return subprocess.call(line)
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(line[0], line)  # noqa: S606 - our own command line, as it was
    return 0  # never reached: an exec does not come back
