"""`python -m app` and the entry point `bell-lap`."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the program with the words of the command line."""
    from app.cli import run  # noqa: PLC0415 - `import app.__main__` alone costs nothing

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
