"""The system libraries that Qt needs on Linux, and the Debian packages that hold them.

Rules of the file: standard library alone and nothing of ours, since `bell.py` reads it before anything is installed
(and on Python 3.8, to say that a newer one is needed).
Qt's own message always blames libxcb-cursor0, whatever is missing.
"""

from __future__ import annotations

import ctypes
import sys

HEADLESS = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""What importing Qt's widgets needs, also with no display."""

SCREEN = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What a window on an X display needs besides."""

WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
"""What a window on Wayland needs besides, where there is no X display beside it."""


def loads(library: str) -> bool:
    """Whether the system's loader finds a library and all that it needs."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(*, screen: bool) -> list[str]:
    """Return the Debian packages whose libraries cannot be loaded; none on other systems than Linux.

    Args:
        screen: whether a window on an X display is wanted, not only Qt without one.
    """
    if not sys.platform.startswith("linux"):
        return []
    wanted = dict(HEADLESS, **SCREEN) if screen else HEADLESS
    return [package for library, package in wanted.items() if not loads(library)]
