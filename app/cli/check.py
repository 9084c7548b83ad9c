"""`bell-lap check`: every fault of workout files."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.answers import print_json
from app.cli.workouts import is_ours
from app.core.errors import Fault, WorkoutError
from app.library.files import check_file


def command(options: argparse.Namespace) -> int:
    """Print every fault of every file; exit 1 if there is any."""
    checked = [(name, _faults(Path(name))) for name in options.files]
    n_faults = sum(len(faults) for _, faults in checked)
    if options.json:
        print_json(
            {
                "files": [
                    {
                        "file": name,
                        "faults": [{"line": f.line, "what": f.what, "hint": f.hint} for f in faults],
                    }
                    for name, faults in checked
                ],
                "n_faults": n_faults,
            }
        )
    else:
        for name, faults in checked:
            for fault in faults:
                print(fault)
            if not faults:
                print(f"{name}: good")
    return 1 if n_faults else 0


def _faults(path: Path) -> tuple[Fault, ...]:
    if is_ours(path):
        return check_file(path)
    from app.bootstrap.exchange import read_file  # noqa: PLC0415 - the formats load when a file is read

    try:
        read_file(path)
    except WorkoutError as error:
        return error.faults
    return ()
