"""What must stand before Bell Lap runs: Debian's packages (`debian`), `.venv` and what is in it (`environment`).

Rules of the folder: the standard library alone, written so that Python 3.8 still reads it; it speaks on standard error,
since standard output belongs to the program (`bell.py list --json`). No part of the installed package.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)


class Stop(Exception):
    """Nothing more can be done; the text says what is wrong and the way out."""


def say(text: str) -> None:
    """Print a plain line of progress on standard error."""
    print(f"bell.py: {text}", file=sys.stderr, flush=True)


def attempt(command: Sequence[object], **variables: str) -> str | None:
    """Run a command unseen in the project's folder; None when it succeeded, else what it printed."""
    try:
        ran = subprocess.run(
            [str(word) for word in command],
            cwd=ROOT,
            env={**os.environ, **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
    except OSError as error:
        return str(error)
    return None if ran.returncode == 0 else ran.stdout


def show_end(output: str) -> None:
    """Show the last lines of what a failed command printed."""
    for line in output.strip().splitlines()[-15:]:
        print(f"    {line}", file=sys.stderr)


def is_new_enough(python: object) -> bool:
    """Whether a Python runs, and is one that Bell Lap runs on."""
    return attempt([python, "-c", f"import sys; sys.exit(sys.version_info < {OLDEST_PYTHON})"]) is None
