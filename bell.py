#!/usr/bin/env python3
"""The two commands: `python3 bell.py` opens Bell Lap, `python3 bell.py test` passes its gate (`tests/gate.py`).

Both first set up what is missing (`groundwork`). Further words go on to the program:
`python3 bell.py run "8 x 30s @ 90-95% w/ 60s jog" --goal 5:20`.

Rule of the file: written so that Python 3.8 still reads it, to say which one is wanted.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, NoReturn

from groundwork import OLDEST_PYTHON, ROOT, Stop, is_new_enough, say

if TYPE_CHECKING:
    from collections.abc import Sequence

DRAWN = {"card"}
"""Needs Qt, and no screen."""
IN_THE_TERMINAL = {"list", "show", "check", "rehearse", "splits", "analyse", "card", "read", "desktop", "doctor"}


def main(words: list[str]) -> int:
    """Set up what is missing, then become the program or its gate.

    Returns:
        The exit code where it got to neither: 1 when something is missing, 130 when interrupted.
    """
    try:
        if sys.version_info < OLDEST_PYTHON:
            go_on_with_a_newer_python(words)
        if words[:1] == ["test"]:
            test(words[1:])
        run(words)
    except (Stop, OSError) as end:  # OSError: a folder that may not be written, a full disk
        say(str(end))
        return 1
    except KeyboardInterrupt:
        return 130


def run(words: Sequence[str]) -> NoReturn:
    """Open the program with these words."""
    from groundwork import debian, environment  # noqa: PLC0415 - Debian's python3-minimal lacks what they import

    windowed = wants_a_window(words)
    if windowed:
        debian.supply_qt(debian.libraries_for_a_window(os.environ))
    elif command_of(words) in DRAWN:
        debian.supply_qt(debian.libraries_for_tests())
    environment.set_up()
    if windowed or "run" in words:
        environment.try_simpleaudio()
    become([environment.PYTHON, "-P", "-m", "app", *words])  # -P: an `app` folder where we were called is not ours


def test(words: Sequence[str]) -> NoReturn:
    """Pass the gate; words go on to the plain pytest run."""
    from groundwork import debian, environment  # noqa: PLC0415 - as in run

    debian.supply_qt(debian.libraries_for_tests())
    if not words:
        debian.supply_lanes()
    environment.set_up()
    environment.try_simpleaudio()
    become([environment.PYTHON, ROOT / "tests" / "gate.py", *words])


def wants_a_window(words: Sequence[str]) -> bool:
    """Whether these words may open a window; a command for the terminal needs no Qt."""
    command = command_of(words)
    return command not in {"--help", *IN_THE_TERMINAL} and (not command or "--terminal" not in words)


def command_of(words: Sequence[str]) -> str:
    """Return the command among the words, `--help` where that is asked for before one; empty for none."""
    rest = iter(words)
    for word in rest:
        if word == "--data-dir":
            next(rest, None)
        elif word in {"-h", "--help", "--version"}:
            return "--help"
        elif not word.startswith("-"):
            return word
    return ""


def go_on_with_a_newer_python(words: Sequence[str]) -> NoReturn:
    """Leave an old Python for a newer one on the PATH, or say which one is wanted."""
    this = ".".join(str(part) for part in sys.version_info[:3])
    for name in ("python3.13", "python3.12", "python3.11", "python3.14", "python3"):
        newer = shutil.which(name)
        if newer and is_new_enough(newer):
            say(f"Python {this} is too old for Bell Lap; going on with {newer}")
            become([newer, __file__, *words])
    raise Stop(f"Bell Lap needs Python 3.11 or newer, and this is {this}. Install one, then: python3.11 bell.py")


def become(command: Sequence[object]) -> NoReturn:
    """Go on as another program."""
    line = [str(word) for word in command]
    if os.name == "nt":  # exec there gives the prompt back at once, and the window its keys
        sys.exit(subprocess.call(line))
    os.execv(line[0], line)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
