"""`bell-lap check`: every fault of workout files."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.answers import print_json
from app.library.files import check_file


def command(options: argparse.Namespace) -> int:
    """Print every fault of every file; exit 1 if there is any."""
    checked = [(name, check_file(Path(name))) for name in options.files]
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
