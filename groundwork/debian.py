"""What the machine itself must have, and Debian's packages for it: looked for, installed if we may, else named.

Rule of the file: apt-get runs only as root or with a `sudo` that asks nothing, and never without a line that says so.
"""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

from app.preflight import HEADLESS, SCREEN, WAYLAND, loads
from groundwork import Stop, attempt, say, show_end

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ALSA_PLUGIN = "libasound_module_pcm_pulse.so"
LANES = {
    "xvfb": {**SCREEN, "Xvfb": "xvfb", "xdotool": "xdotool", "dbus-daemon": "dbus-daemon"},
    "pulse": {
        "pulseaudio": "pulseaudio",
        "pactl": "pulseaudio-utils",
        "libpulse.so.0": "libpulse0",
        _ALSA_PLUGIN: "libasound2-plugins",
    },
}
"""The lanes of the gate, by their pytest marker: the programs and libraries each needs, with their packages."""


def found(name: str) -> bool:
    """Whether a program, a library or ALSA's door to PulseAudio is on this machine."""
    if name == _ALSA_PLUGIN:  # in a folder of libasound's own, out of the loader's sight
        return any(any(Path("/usr").glob(f"lib*{folder}/alsa-lib/{name}")) for folder in ("", "/*"))
    return loads(name) if ".so" in name else shutil.which(name) is not None


def missing(needs: Mapping[str, str]) -> dict[str, str]:
    """Give those of the needs (name: package) that are not on this machine."""
    return {name: package for name, package in needs.items() if not found(name)}


def libraries_for_tests() -> dict[str, str]:
    """Give the libraries that the tests need without any screen, and a pace card."""
    return HEADLESS if sys.platform.startswith("linux") else {}


def libraries_for_a_window(environ: Mapping[str, str]) -> dict[str, str]:
    """Give the libraries that a window needs on the screen at hand; none where there is no screen.

    With no screen and no QT_QPA_PLATFORM the program runs the workout in the terminal, without Qt.
    """
    if not sys.platform.startswith("linux"):
        return {}  # the wheels bring all they need
    platform = environ.get("QT_QPA_PLATFORM")
    if not platform:
        platform = "xcb" if environ.get("DISPLAY") else "wayland" if environ.get("WAYLAND_DISPLAY") else None
    if platform is None:
        return {}
    return {**HEADLESS, **(SCREEN if platform[:3] == "xcb" else WAYLAND if platform[:7] == "wayland" else {})}


def apt_get() -> list[str] | None:
    """Give apt-get as this person may run it without being asked anything; None where they may not."""
    if os.name != "posix" or not shutil.which("apt-get"):
        return None
    command = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120"]
    if os.geteuid() == 0:
        return command
    return ["sudo", "-n", *command] if attempt(["sudo", "-n", "true"]) is None else None


def line_to_type(packages: Iterable[str]) -> str:
    """Give the line that installs packages, as a person types it."""
    sudo = "sudo " if os.name == "posix" and os.geteuid() != 0 and shutil.which("sudo") else ""
    return f"{sudo}apt-get install -y --no-install-recommends {' '.join(sorted(set(packages)))}"


def apt_install(packages: Iterable[str], why: str) -> None:
    """Install packages if we may, saying so; where it fails, what apt-get said is shown. The caller looks again."""
    names = sorted(set(packages))
    apt = apt_get() if names else None
    if apt is None:
        return
    say(f"installing with apt-get, {why}: {' '.join(names)}")
    install = [*apt, "install", "-y", "--no-install-recommends", *names]
    if attempt(install) is not None:  # a new machine has no lists of packages yet, an old one stale ones
        attempt([*apt, "update"])
        output = attempt(install)
        if output is not None:
            show_end(output)
            say("apt-get could not install them; its last lines are above")


def supply_qt(needs: Mapping[str, str]) -> None:
    """See to the system libraries that Qt needs.

    Raises:
        Stop: they are missing, and we may not install them.
    """
    apt_install(missing(needs).values(), "for Qt")
    lacking = missing(needs)
    if lacking:
        line = line_to_type(lacking.values())
        raise Stop(
            f"Qt needs system libraries that are missing here: {', '.join(lacking)}.\n"
            f"Install them as root (the names are Debian's), then type this again:\n    {line}\n"
            "Without them the commands for a terminal work: python3 bell.py list, or run WORKOUT --terminal"
        )


def supply_lanes() -> None:
    """See to what the lanes of the gate need; the gate itself says which it must leave out."""
    if sys.platform.startswith("linux"):
        needs = {name: package for lane in LANES.values() for name, package in lane.items()}
        apt_install(missing(needs).values(), "for the gate's lanes")


def lacking_to_build() -> dict[str, str]:
    """Give what this machine lacks to build a Python package against ALSA, with the packages."""
    if not sys.platform.startswith("linux"):
        return {}
    headers = Path(sysconfig.get_path("include"))
    there = {
        "C compiler": ("gcc", bool(shutil.which("cc") or shutil.which("gcc"))),
        "C headers": ("libc6-dev", Path("/usr/include/stdlib.h").exists()),
        "Python headers": ("python3-dev", (headers / "Python.h").exists()),
        "ALSA header": ("libasound2-dev", Path("/usr/include/alsa/asoundlib.h").exists()),
    }
    return {name: package for name, (package, is_there) in there.items() if not is_there}
