"""`.venv` and what is in it: made where it is missing or broken, filled by pip, remembered by what it was made from.

Rules of the file: what was done is written last, so that whoever is killed half-way begins anew; pip is not heard
unless it fails; one at a time.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

from groundwork import ROOT, Stop, attempt, debian, is_new_enough, say, show_end

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
_MEMORY = VENV / "bell-lap.json"


def set_up() -> None:
    """Make .venv hold the package and its tools; where it does, nothing is done.

    Raises:
        Stop: it cannot, and there is no older install to go on with.
    """
    if _is_up_to_date():
        return
    with _alone():
        if not _is_up_to_date():  # the one we waited for may have done it
            _install_all()


def try_simpleaudio() -> None:
    """Try for the sound output that is built on this machine, once until things change; miniaudio is there anyway."""
    lacking = debian.lacking_to_build()
    if _remembered().get("simpleaudio") == _trial(lacking) or not os.access(VENV, os.W_OK):
        return
    debian.apt_install(lacking.values(), "to build simpleaudio, one of the two sound outputs")
    lacking = debian.lacking_to_build()
    without = "going on without simpleaudio, one of the two sound outputs"
    if lacking:
        say(f"{without}: to build it there is no {', no '.join(lacking)}. If you want it, type:")
        say(f"    {debian.line_to_type(lacking.values())}")
    else:
        say("building simpleaudio, one of the two sound outputs")
        output = _pip_install(*_settings()["project"]["optional-dependencies"]["simpleaudio"])
        if output is not None:
            show_end(output)
            say(f"{without}: it could not be built, see above")
    _remember({**_remembered(), "simpleaudio": _trial(lacking)})


def _trial(lacking: Mapping[str, str]) -> str:
    """Name a try to build, so that the same one is not made twice."""
    return f"{_fingerprint()['project'][:12]} lacking {sorted(lacking)}"


def _remembered() -> dict[str, str]:
    """Read what the last set-up left in .venv; {} where there was none."""
    try:
        return dict(json.loads(_MEMORY.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def _remember(facts: Mapping[str, str]) -> None:
    """Write what was set up, whole or not at all."""
    draft = _MEMORY.with_suffix(".new")
    draft.write_text(json.dumps(facts, indent=1), "utf-8")
    draft.replace(_MEMORY)


def _fingerprint() -> dict[str, str]:
    """Give what must be as it was for the last set-up to hold still."""
    return {
        "project": hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest(),
        "root": str(ROOT),  # where the editable install points
        "interpreter": os.path.realpath(PYTHON) if PYTHON.exists() else "gone",
    }


def _is_up_to_date() -> bool:
    memory = _remembered()
    return PYTHON.exists() and "unfinished" not in memory and _fingerprint().items() <= memory.items()


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Keep a second bell.py waiting. The lock is bell.py itself: nothing is left behind, whoever dies."""
    try:
        import fcntl  # noqa: PLC0415 - POSIX alone has it
    except ImportError:
        yield
        return
    with (ROOT / "bell.py").open("rb") as lock:
        with contextlib.suppress(OSError):  # a network disk may know no locks
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("another bell.py is setting up here; waiting for it")
                fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _settings() -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - an older Python must get as far as saying so

    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def _install_all() -> None:
    before, now = _remembered(), _fingerprint()
    moved = any(before.get(key, now[key]) != now[key] for key in ("root", "interpreter"))
    if moved or "unfinished" in before or not is_new_enough(PYTHON):
        _make_venv()
        before = {}
    _remember({**before, "unfinished": "yes"})
    say("installing Bell Lap and its tools into .venv; the first time that is some 150 MB")
    started = time.monotonic()
    tools = [tool for tool in _settings()["dependency-groups"]["dev"] if isinstance(tool, str)]
    output = _pip_install("--editable", ".", *tools)  # one by one: an older pip knows no groups
    if output is None:
        _remember(_fingerprint())
        say(f"installed in {time.monotonic() - started:.0f} s")
        return
    _remember(before)
    reason = "there seems to be no network"
    if not re.search(r"NewConnectionError|name resolution|unreachable|ConnectTimeout", output):
        reason = "pip's last lines are above"
        show_end(output)
    if "project" not in before or os.environ.get("CI"):
        raise Stop(f"Bell Lap could not be installed: {reason}. Type this again once that is mended.")
    say(f".venv could not be brought up to date: {reason}. Going on with what was installed before")


def _make_venv() -> None:
    """Make .venv anew, and empty: Debian's python3 alone cannot put pip there."""
    import venv  # noqa: PLC0415 - once a machine

    if VENV.is_symlink():
        raise Stop(f"{VENV} is a link to another environment, which would be emptied. Remove the link, then try again.")
    say(f"making .venv with {sys.executable}")
    try:
        venv.create(VENV, clear=True, with_pip=False, symlinks=os.name != "nt")
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        raise Stop(f"Cannot make {VENV}: {error}. Remove it or see to the folder's rights, then try again.") from error


def _pip() -> list[object]:
    """Give the pip that installs into .venv.

    Raises:
        Stop: there is none to be had.
    """
    inside: list[object] = [PYTHON, "-m", "pip"]
    outside: list[object] = [sys.executable, "-m", "pip", "--python", PYTHON]
    bring: list[object] = [PYTHON, "-m", "ensurepip", "--default-pip"]
    if attempt([*inside, "--version"]) is None or attempt(bring) is None:
        return inside
    if attempt([*outside, "--version"]) is None:
        return outside
    debian.apt_install(["python3-venv"], "for pip")
    if attempt(bring) is None:
        return inside
    line = debian.line_to_type(["python3-venv"])
    raise Stop(f"{sys.executable} has neither ensurepip nor pip. Install it as root, then type this again:\n    {line}")


def _pip_install(*words: str) -> str | None:
    """Install with pip; None when it succeeded, else what it printed."""
    flags = ("--disable-pip-version-check", "--no-input", "--retries", "2")
    return attempt([*_pip(), "install", *flags, *words], PIP_USER="0")
