"""The cursor that the grammar reads with, and what it has to say: a doubt, or that a piece is not read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.notation.lexing import Token
from app.notation.vocabulary import Kind


class NotRead(Exception):
    """The piece is not in the grammar, or says two things at once."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reading that could have been another."""

    sentence: str
    start: int
    end: int
    instead: str = ""
    """What stands for `text[start:end]` in the other reading; empty where the words are simply left out."""


class Cursor:
    """Stands before a token, and asks what it may be."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.at = 0

    @property
    def is_done(self) -> bool:
        """Whether no token is left."""
        return self.at >= len(self.tokens)

    @property
    def last(self) -> Token:
        """The token that was taken last."""
        return self.tokens[self.at - 1]

    def sees(self, *kinds: Kind, ahead: int = 0) -> bool:
        """Say whether a token may be one of these."""
        at = self.at + ahead
        if not 0 <= at < len(self.tokens):
            return False
        may_be = self.tokens[at].kinds
        for kind in kinds:  # noqa: SIM110 - `any` costs twice as much, and nothing is asked more often
            if kind in may_be:
                return True
        return False

    def take(self, *kinds: Kind) -> Token | None:
        """Take the token if it may be one of these."""
        if not self.sees(*kinds):
            return None
        self.at += 1
        return self.tokens[self.at - 1]

    def value(self, kind: Kind) -> Any:
        """Return what the token that was taken last is, as one of these."""
        return self.last.kinds.get(kind)

    def skip(self, *kinds: Kind) -> None:
        """Pass over tokens that are nothing but these."""
        while not self.is_done and all(kind in kinds for kind in self.tokens[self.at].kinds):
            self.at += 1
