"""Places in a text: Python counts characters, Qt counts halves of those beyond 65,535, such as 🏃. Pure; no Qt."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

_WIDE = "\U00010000"


class Places:
    """Leads from the one count to the other."""

    def __init__(self, text: str) -> None:
        self._at = [] if text.isascii() else [at for at, sign in enumerate(text) if sign >= _WIDE]
        self._qt = [at + number for number, at in enumerate(self._at)]

    def to_qt(self, at: int) -> int:
        """Return where Qt has a character."""
        return at + bisect_left(self._at, at)

    def to_text(self, at: int) -> int:
        """Return which character Qt has at a place."""
        return at - bisect_left(self._qt, at)


def same_ends(one: str, other: str) -> tuple[int, int]:
    """Return how many characters two texts begin with alike, and how many of the rest they end with alike.

    >>> same_ends("8 x 400", "8 x 200")
    (4, 2)
    """
    n = min(len(one), len(other))
    before = _most(n, lambda n: one[:n] == other[:n])
    left = n - before
    behind = _most(left, lambda n: one[len(one) - n :] == other[len(other) - n :])
    return before, behind


def _most(n: int, holds: Callable[[int], bool]) -> int:
    """Return the greatest number up to n for which something holds that holds for all below it."""
    low, high = 0, n
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return low


def folded(text: str, most: int) -> str:
    """Return a text with no line longer than so many characters: a break stands after the last space before there."""
    if len(text) <= most or max(map(len, text.split("\n"))) <= most:
        return text
    lines: list[str] = []
    for line in text.split("\n"):
        rest = line
        while len(rest) > most:
            end = rest.rfind(" ", 1, most) + 1 or most
            lines.append(rest[:end].rstrip())
            rest = rest[end:]
        lines.append(rest)
    return "\n".join(lines)
