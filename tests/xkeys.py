"""Keys and clicks injected into the X server by its own test extension, each with the time at which it went down.

The extension is reached through its C library: xdotool brings it along, and tells nobody when a key went down.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import threading
import time


class XKeys:
    """A keyboard whose keys go down when the test says so."""

    def __init__(self, display: str) -> None:
        self._x = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        self._test = ctypes.CDLL(ctypes.util.find_library("Xtst") or "libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))
        assert self._display.value, f"no X server at {display}"
        self._waiter = threading.Event()

    def code(self, name: str) -> int:
        """Return the code of a key by its X name, such as `space`."""
        self._x.XStringToKeysym.restype = ctypes.c_ulong
        symbol = ctypes.c_ulong(self._x.XStringToKeysym(name.encode()))
        return int(self._x.XKeysymToKeycode(self._display, symbol))

    def tap(self, code: int, held_s: float = 0.012) -> tuple[float, float]:
        """Press a key and let it go.

        Returns:
            Two readings of `time.monotonic`, in milliseconds, between which it went down: some 0.15 ms apart, unless
            the machine gave the core to somebody else meanwhile.
        """
        before = time.monotonic_ns()
        self._send(code, is_down=True)
        after = time.monotonic_ns()
        self.wait(held_s)
        self._send(code, is_down=False)
        return before / 1e6, after / 1e6

    def click(self, held_s: float = 0.012) -> tuple[float, float]:
        """Press the first button of the mouse and let it go; returns as `tap`."""
        before = time.monotonic_ns()
        self._button(is_down=True)
        after = time.monotonic_ns()
        self.wait(held_s)
        self._button(is_down=False)
        return before / 1e6, after / 1e6

    def point(self, x: int, y: int) -> None:
        """Move the mouse to a place on the screen."""
        self._test.XTestFakeMotionEvent(self._display, 0, x, y, ctypes.c_ulong(0))
        self._x.XSync(self._display, 0)

    def repeat(self, after_ms: int, every_ms: int) -> None:
        """Have the server repeat a key that is held."""
        core_keyboard = 0x0100
        self._x.XkbSetAutoRepeatRate(self._display, core_keyboard, after_ms, every_ms)
        self._x.XSync(self._display, 0)

    def wait(self, seconds: float) -> None:
        """Let real time pass: a key of a real keyboard takes some."""
        self._waiter.wait(seconds)

    def close(self) -> None:
        """Let the server go."""
        self._x.XCloseDisplay(self._display)

    def _button(self, *, is_down: bool) -> None:
        self._test.XTestFakeButtonEvent(self._display, 1, int(is_down), ctypes.c_ulong(0))
        self._x.XSync(self._display, 0)

    def _send(self, code: int, *, is_down: bool) -> None:
        self._test.XTestFakeKeyEvent(self._display, code, int(is_down), ctypes.c_ulong(0))
        self._x.XSync(self._display, 0)
