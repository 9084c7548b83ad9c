"""`parse_text`: a coach's text becomes steps, and what was not understood is said.

Every character is in the result, a filler word, or in `not_understood` with its place. A part that was not understood
is left out whole; no guess is made of it, and the rest still runs. Words that are not ours beside a part that was
understood without them are left out alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from app.core.errors import BellLapError, Fault, WorkoutError
from app.core.size import check_bounds
from app.core.workout import Item, Repeat, Step
from app.notation.cursor import Doubt, NotRead
from app.notation.figures import tokens
from app.notation.folding import Folder
from app.notation.grammar import read_piece
from app.notation.hints import hint
from app.notation.lexing import lex, plain
from app.notation.nesting import pieces
from app.notation.part import Part
from app.notation.parting import FIGURES
from app.notation.piece import Piece
from app.notation.places import Node, Span, spans_of
from app.notation.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of the text that was not understood."""

    text: str
    start: int
    """Of its first character in the text, 0-based."""
    end: int
    hint: str = ""
    """A suggestion such as `did you mean recovery?`, or empty."""
    is_hole: bool = field(default=True, compare=False)
    """A whole part is left out, not words beside one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says."""

    steps: tuple[Item, ...]
    not_understood: tuple[Unread, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    title: str = ""
    nodes: tuple[Node, ...] = field(default=(), compare=False, repr=False)
    """Where the steps were read, as the reader noted it; `spans` is what to ask."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """The characters of every place among the steps, in order, each repeat before what stands in it."""
        return tuple(spans_of(self.steps, self.nodes))


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
    steps = reader.read(pieces(tokens(lex(plain(text)))))
    check_bounds(steps)
    reader.unread.sort(key=lambda unread: unread.start)
    return Reading(steps, tuple(reader.unread), tuple(reader.doubts), reader.title, reader.nodes)


class _Reading:
    def __init__(self, text: str, wanted: Callable[[], bool]) -> None:
        self._text, self._wanted = text, wanted
        self.unread: list[Unread] = []
        self.doubts: list[Doubt] = []
        self.title = ""
        self.nodes: tuple[Node, ...] = ()
        self._sole: Step | None = None

    def read(self, given: Sequence[Piece], depth: int = 0) -> tuple[Item, ...]:
        folder = Folder()
        for number, piece in enumerate(given):
            if not self._wanted():
                raise Unwanted("given up")
            if depth == 0 and number == 0 and self._is_title(piece, given[1:2]):
                continue
            try:
                part = read_piece(piece, self._text)
                folder.take(part, self._body(part, depth))
            except NotRead:
                self._leave_out(piece)
            else:
                for start, end in part.unread:
                    self._say(start, end)
        items = folder.items(is_whole=depth == 0)
        for failed in folder.failed:
            self._leave_out(failed.piece)
        self.doubts += folder.doubts
        self._sole, self.nodes = folder.sole(), folder.nodes()
        return items

    def _body(self, part: Part, depth: int) -> tuple[Item, ...] | None:
        if part.body is None:
            return None
        n_unread, n_doubts = len(self.unread), len(self.doubts)
        body = self.read(part.body, depth + 1)
        if not body or any(unread.is_hole for unread in self.unread[n_unread:]):  # a set with a hole is another set
            del self.unread[n_unread:], self.doubts[n_doubts:]
            raise NotRead
        part.inner = self.nodes
        if (
            self._sole is not None
            and isinstance(body[0], Repeat)
            and part.recovery is None
            and part.set_recovery is None
        ):
            part.recovery, body, part.inner = self._sole, body[0].steps, self.nodes[0].inner
        return body

    def _is_title(self, piece: Piece, follows: Sequence[Piece]) -> bool:
        """Say whether the first piece is a heading, and keep it."""
        told = FIGURES | {Kind.COUNT, Kind.GROUP, Kind.COUNT_BEHIND, Kind.REPEAT}
        if piece.is_title and follows:
            self.title = self._of(piece).removesuffix(":").strip()
            return True
        if not follows or any(not told.isdisjoint(token.kinds) for token in piece.tokens):
            return False
        known = {Kind.PHASE, Kind.SOFT, Kind.NEVER}
        steps = any(not known.isdisjoint(token.kinds) for token in piece.tokens)
        strange = any(Kind.WORD in token.kinds for token in piece.tokens)
        if steps or not (piece.is_heading or strange):
            return False
        if not piece.is_heading and (not follows[0].before.startswith("\n") or hint(self._of(piece))):
            return False
        self.title = self._of(piece).removesuffix(":").strip()
        return True

    def _of(self, piece: Piece) -> str:
        return self._text[piece.start : piece.end].strip()

    def _leave_out(self, piece: Piece) -> None:
        self._say(piece.start, piece.end, is_hole=True)

    def _say(self, start: int, end: int, *, is_hole: bool = False) -> None:
        text = self._text[start:end]
        self.unread.append(Unread(text, start, end, hint(text), is_hole))


__all__ = ["Doubt", "Fault", "Reading", "Unread", "Unwanted", "WorkoutError", "always", "parse_text"]
