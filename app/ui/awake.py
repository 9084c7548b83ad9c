"""Awake: while a workout runs the screen stays on, and it lets go whatever happens.

Rules of the file: nothing is loaded before a workout starts, and the window never waits for another program. On Linux
the hold is a line to the session bus (`app.ui.bus`) with one call made on it, and letting go is hanging up: the screen
saver drops the hold of whoever left the bus, be it by `let_go`, by the window's end, or by a crash.
"""

from __future__ import annotations

import os
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.tongue import tr

if TYPE_CHECKING:
    import subprocess

    from app.ui.bus import Line

SERVICE = "org.freedesktop.ScreenSaver"
"""Answered by GNOME, KDE, Xfce, Cinnamon and MATE. Source: freedesktop.org, Idle Inhibition Service draft 0.1."""
PATH = "/org/freedesktop/ScreenSaver"
PATIENCE_S = 5.0
"""For each answer of the bus; a thread waits, not the window."""
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2
"""Source: Microsoft, SetThreadExecutionState."""


class Awake(QObject):
    """Keeps the screen on between `hold` and `let_go`."""

    changed = Signal()
    """The sentence changed."""
    _asked = Signal(int, object)
    """The hold's number, and its line, or the sentence on why there is none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sentence = ""
        """Whether the screen stays awake, or why not; empty while nothing is held."""
        self.is_held = False
        """Whether the screen was asked to stay awake."""
        self._n_holds = 0
        self._line: Line | None = None
        self._caffeine: subprocess.Popen[bytes] | None = None
        self._asked.connect(self._answered)

    def hold(self, reason: str) -> None:
        """Ask that the screen stays awake; asked again while it is held, nothing happens.

        Args:
            reason: what the desktop shows of it, such as the workout's name.
        """
        if self.is_held:
            return
        self.is_held = True
        self._n_holds += 1
        if sys.platform == "win32":
            self._hold_windows()
        elif sys.platform == "darwin":
            self._hold_mac()
        else:
            asking = threading.Thread(target=self._ask, args=(self._n_holds, reason), name="awake", daemon=True)
            asking.start()

    def let_go(self) -> None:
        """Let the screen go dark again; costs nothing where nothing is held."""
        if not self.is_held:
            return
        self.is_held = False
        if sys.platform == "win32":
            _set_windows(_CONTINUOUS)
        if self._caffeine is not None:
            self._caffeine.terminate()
            self._caffeine = None
        if self._line is not None:
            self._line.close()
            self._line = None
        self._say("")

    def _say(self, sentence: str) -> None:
        if sentence != self.sentence:
            self.sentence = sentence
            self.changed.emit()

    # Linux ----------------------------------------------------------------------------------------------------------

    def _ask(self, number: int, reason: str) -> None:
        """Ask the screen saver to wait; runs in a thread of its own."""
        from app.ui.bus import Line, Refused, session_bus  # noqa: PLC0415 - loads with the first workout

        said: Line | str = tr("The screen may go dark: there is no session bus to ask.")
        for place in session_bus():
            try:
                line = Line(place, PATIENCE_S)
            except OSError:
                said = tr("The screen may go dark: the session bus does not answer.")
                continue
            try:
                line.call(SERVICE, PATH, SERVICE, "Inhibit", "Bell Lap", reason)
            except OSError as error:
                line.close()
                said = (
                    tr("The screen may go dark: this desktop has no screen saver that can be asked to wait.")
                    if isinstance(error, Refused)
                    else tr("The screen may go dark: the screen saver does not answer.")
                )
            else:
                said = line
                break
        try:
            self._asked.emit(number, said)
        except RuntimeError:  # the window is gone meanwhile
            if not isinstance(said, str):
                said.close()

    def _answered(self, number: int, said: Line | str) -> None:
        if isinstance(said, str):
            if self.is_held and number == self._n_holds:
                self._say(said)
        elif self.is_held and number == self._n_holds:
            self._line = said
            self._say(tr("The screen stays awake."))
        else:  # let go meanwhile
            said.close()

    # Other systems; never run by us -----------------------------------------------------------------------------------

    def _hold_windows(self) -> None:
        if _set_windows(_CONTINUOUS | _SYSTEM | _DISPLAY):
            self._say(tr("The screen stays awake."))
        else:
            self._say(tr("The screen may go dark: Windows refused to keep it on."))

    def _hold_mac(self) -> None:
        import subprocess  # noqa: PLC0415 - only there

        try:
            self._caffeine = subprocess.Popen(["/usr/bin/caffeinate", "-di", "-w", str(os.getpid())])
        except OSError:
            self._say(tr("The screen may go dark: caffeinate is missing."))
        else:
            self._say(tr("The screen stays awake."))


def _set_windows(flags: int) -> bool:
    import ctypes  # noqa: PLC0415 - only there

    return bool(ctypes.windll.kernel32.SetThreadExecutionState(flags))  # type: ignore[attr-defined,unused-ignore]  # Windows alone has it
