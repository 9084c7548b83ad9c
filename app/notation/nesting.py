"""Brackets in brackets: from the tokens of a text to its pieces; the value of a bracket is its own pieces."""

from __future__ import annotations

from collections.abc import Sequence

from app.notation.lexing import Token
from app.notation.parting import Splitter
from app.notation.piece import Piece
from app.notation.vocabulary import Kind


def pieces(tokens: Sequence[Token]) -> list[Piece]:
    """Return the pieces of a text; the value of a bracket is its own pieces."""
    level, _ = _nested(tokens, 0, 0)
    return level


def _nested(tokens: Sequence[Token], at: int, depth: int) -> tuple[list[Piece], int]:
    level: list[Token] = []
    while at < len(tokens):
        token = tokens[at]
        if Kind.OPEN in token.kinds:
            inner, behind = _nested(tokens, at + 1, depth + 1)
            end = tokens[min(behind, len(tokens)) - 1].end
            level.append(Token({Kind.GROUP: inner}, "[]" if token.text == "[" else "()", token.start, end))
            at = behind
        elif Kind.SHUT in token.kinds:
            at += 1
            if depth:
                break
        else:
            level.append(token)
            at += 1
    return Splitter(level, depth).split(), at
