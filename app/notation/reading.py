"""`parse_text`: a coach's text becomes steps, and what was not understood is said.

Every character is in the result, a filler word, or in `not_understood` with its place. A part that was not understood
is left out whole; no guess is made of it, and the rest still runs.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.core.errors import BellLapError, Fault, WorkoutError
from app.core.size import check_bounds
from app.core.tongue import tr
from app.core.workout import Item
from app.notation.folding import Folder
from app.notation.pieces import Part, read_piece
from app.notation.scanning import NotRead, Piece, scan

_KNOWN = (
    "warm-up", "cool-down", "easy", "jog", "walk", "rest", "recovery", "full", "float", "strides", "sprint", "hill",
    "drills", "pace", "mile", "goal", "effort", "between", "sets", "reps", "timed", "equal", "conversational", "tempo",
    "squats", "back", "with",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of the text that was not understood."""

    text: str
    start: int
    """Of its first character in the text, 0-based."""
    end: int
    hint: str = ""
    """A suggestion such as `did you mean recovery?`, or empty."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reading that could have been another."""

    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says."""

    steps: tuple[Item, ...]
    not_understood: tuple[Unread, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    title: str = ""


class Unwanted(BellLapError):
    """Nobody wants the answer any more; nothing is wrong, and nothing is shown."""


def always() -> bool:
    """Say that the answer is wanted."""
    return True


def parse_text(text: str, wanted: Callable[[], bool] = always) -> Reading:
    """Read a coach's text, one line or many.

    Args:
        text: at most `bounds.TEXT_CHARS` characters.
        wanted: asked between two parts, cheap; once it says no, the reading is given up.

    Returns:
        The steps in order, what was not understood, and doubtful readings.

    Raises:
        WorkoutError: a bound is passed, and which.
        Unwanted: given up.
    """
    reader = _Reading(text, wanted)
    steps = reader.read(scan(text))
    check_bounds(steps)
    return Reading(steps, tuple(reader.unread), tuple(reader.doubts), reader.title)


class _Reading:
    def __init__(self, text: str, wanted: Callable[[], bool]) -> None:
        self._text, self._wanted = text, wanted
        self.unread: list[Unread] = []
        self.doubts: list[Doubt] = []
        self.title = ""

    def read(self, pieces: Sequence[Piece]) -> tuple[Item, ...]:
        folder = Folder()
        for number, piece in enumerate(pieces):
            if not self._wanted():
                raise Unwanted("given up")
            try:
                part = read_piece(piece)
                folder.take(part, self._body(part))
            except NotRead:
                self._leave_out(piece, is_first=number == 0)
        items = folder.items()
        for part, sentence in folder.doubts:
            self.doubts.append(Doubt(sentence, part.piece.start, part.piece.end))
        return items

    def _body(self, part: Part) -> tuple[Item, ...] | None:
        if part.body is None:
            return None
        n_unread = len(self.unread)
        body = self.read(part.body)
        if not body or len(self.unread) > n_unread:  # a set with a hole in it is another set
            del self.unread[n_unread:]
            raise NotRead
        return body

    def _leave_out(self, piece: Piece, *, is_first: bool) -> None:
        text = self._text[piece.start : piece.end].strip()
        is_title = is_first and text.endswith(":") and any(letter.isalpha() for letter in text)
        if is_title and not any(word in text.lower() for word in ("set", "x ", "rep", "min")):
            self.title = text[:-1].strip()
            return
        start = self._text.find(text, piece.start)
        self.unread.append(Unread(text, start, start + len(text), _hint(text)))


def _hint(text: str) -> str:
    for word in text.lower().replace("-", " ").split()[:50]:
        near = difflib.get_close_matches(word, _KNOWN, n=1, cutoff=0.75) if word.isalpha() and len(word) < 20 else []
        if near and near[0] != word:
            return tr("did you mean {word}?").format(word=near[0])
    return ""


__all__ = ["Doubt", "Fault", "Reading", "Unread", "Unwanted", "WorkoutError", "always", "parse_text"]
