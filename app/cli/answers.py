"""How a command answers: one JSON document, or a table for people."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any


def print_json(document: Any) -> None:
    """Write one document to standard output."""
    print(json.dumps(document, ensure_ascii=False, indent=1))


def print_table(heads: Sequence[str], rows: Sequence[Sequence[str]], left: int = 1) -> None:
    """Write a table whose first columns are aligned left and the others right.

    Args:
        heads: one for each column.
        rows: each as long as `heads`.
        left: how many columns are text.
    """
    widths = [max(len(line[column]) for line in (heads, *rows)) for column in range(len(heads))]
    for line in (heads, *rows):
        cells = [
            cell.ljust(width) if column < left else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        print("  ".join(cells).rstrip())
