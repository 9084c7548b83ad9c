"""`python -m app` and the entry point `bell-lap`."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the program with the words of the command line."""
    words = sys.argv[1:]
    if not words:  # nothing to parse: the window is on the screen sooner without the parser
        from app.folder import has_display  # noqa: PLC0415 - `import app.__main__` alone costs nothing

        if has_display():
            from app.bootstrap.window import open_window  # noqa: PLC0415 - Qt loads only for a window

            return open_window(None)
    from app.cli import run  # noqa: PLC0415 - as above

    return run(words)


if __name__ == "__main__":
    sys.exit(main())
