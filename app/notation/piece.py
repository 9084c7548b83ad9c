"""What stands between two separators."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.notation.lexing import Token


@dataclass(slots=True)
class Piece:
    """What stands between two separators."""

    tokens: list[Token] = field(default_factory=list)
    before: str = ""
    """The separator in front of it."""
    indent: int = 0
    """Of its line."""
    is_heading: bool = False
    """A colon or a dash ends it."""
    is_title: bool = False
    """It names what follows, whatever figures it has."""

    @property
    def start(self) -> int:
        """Of its first character in the text."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """The place behind its last character."""
        return self.tokens[-1].end
