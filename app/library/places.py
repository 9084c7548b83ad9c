"""Where in a TOML file something stands: the line of a key, and of each entry of its steps.

`tomllib` gives values without places, so the text is walked once more. A line that cannot be found is 0, never
a guess.
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect_left
from functools import cached_property
from typing import Any

from app.core.tongue import tr

_KEY = re.compile(
    r"""^[ \t]*+\[{0,2}[ \t]*+(?:"([^"\n]+)"|'([^'\n]+)'|([\w-]+))[ \t]*+[=.\]]""", re.ASCII | re.MULTILINE
)
_EMPTY = re.compile("\"\"|''")


class Places:
    """The lines of one file."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._breaks = [found.start() for found in re.finditer("\n", text)]

    def key(self, name: str) -> int:
        """Return the line where a top-level key is set, 0 if it is not found."""
        return self._keys.get(name, 0)

    @cached_property
    def _keys(self) -> dict[str, int]:
        lines: dict[str, int] = {}
        for found in _KEY.finditer(self._text):
            lines.setdefault(next(filter(None, found.groups())), self._line(found.start()))
        return lines

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
                empty = None if step else _EMPTY.search(self._text, at)
                found = empty.start() if empty else self._text.find(step or '""', at)
                if found >= 0:  # a text with escapes is not: the file writes it otherwise
                    lines[here] = self._line(found)
                    at = found + (len(step) or 2)
            elif isinstance(step, dict):
                found = self._text.find("{", at)
                at = found + 1 if found >= 0 else at
                lines[here] = self._line(at)
                at = self._walk(step.get("steps"), here, at, lines)
        return at

    def _line(self, at: int) -> int:
        return bisect_left(self._breaks, at) + 1


def did_you_mean(word: str, known: list[str]) -> str:
    """Return `did you mean steps?` for `stpes`, or the words there are."""
    near = difflib.get_close_matches(word[:40].lower(), known, n=1, cutoff=0.6)
    if near:
        return tr("did you mean {word}?").format(word=near[0])
    return tr("one of {words}").format(words=", ".join(known))


def shown(text: str) -> str:
    """Return a word of the file as a sentence can carry it: on one line, and not more than a line of it."""
    short = text if len(text) <= 60 else text[:57] + "..."
    return short if short.isprintable() else repr(short)
