"""Where in a TOML file something stands: the line of a key, and of each entry of its steps.

`tomllib` gives values without places, so the text is walked once more. A line that cannot be found is 0, never
a guess.
"""

from __future__ import annotations

import difflib
import re
from typing import Any


class Places:
    """The lines of one file."""

    def __init__(self, text: str) -> None:
        self._text = text

    def key(self, name: str) -> int:
        """Return the line where a top-level key is set, 0 if it is not found."""
        found = re.search(rf"^[ \t]*[\"']?{re.escape(name)}[\"']?[ \t]*[=.]", self._text, re.MULTILINE)
        return self._line(found.start()) if found else 0

    def step_lines(self, steps: Any) -> dict[tuple[int, ...], int]:
        """Return the line of each entry of `steps`, by its place: `(2,)`, or `(2, 0)` inside a repeat's steps."""
        start = re.search(r"^[ \t]*steps[ \t]*=", self._text, re.MULTILINE)
        lines: dict[tuple[int, ...], int] = {}
        if start:
            self._walk(steps, (), start.end(), lines)
        return lines

    def _walk(self, steps: Any, place: tuple[int, ...], at: int, lines: dict[tuple[int, ...], int]) -> int:
        if not isinstance(steps, list):
            return at
        for index, step in enumerate(steps):
            here = (*place, index)
            if isinstance(step, str):
                found = self._text.find(step, at) if step else -1
                lines[here] = self._line(found) if found >= 0 else self._line(at)
                at = found + len(step) if found >= 0 else at
            elif isinstance(step, dict):
                found = self._text.find("{", at)
                at = found + 1 if found >= 0 else at
                lines[here] = self._line(at)
                at = self._walk(step.get("steps"), here, at, lines)
        return at

    def _line(self, at: int) -> int:
        return self._text.count("\n", 0, at) + 1


def did_you_mean(word: str, known: list[str]) -> str:
    """Return `did you mean steps?` for `stpes`, or the words there are."""
    near = difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    return f"did you mean {near[0]}?" if near else "one of " + ", ".join(known)
