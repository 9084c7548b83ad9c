"""From a text to its pieces: plain characters, lines, separators and brackets; no meaning yet.

A piece is what stands between two separators. A bracket within it is scanned on its own and stands in the piece as
«0», «1» …; so nesting never reaches the grammar. A name in quotes stands as «"name»; no text can forge either.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from app.core.bounds import NESTING, SEGMENTS, TEXT_CHARS
from app.core.errors import Fault, WorkoutError
from app.core.tongue import tr

_PLAIN = str.maketrans(
    {
        "×": "x", "✕": "x", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "’": "'", "‘": "'", "′": "'", "´": "'",
        "″": '"', "“": '"', "”": '"', "«": "(", "»": ")", "\t": " ", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
        "\r": "\n", "•": "\n", "·": ",", "⁃": "\n", "{": "(", "}": ")",
    }
)  # fmt: skip
_OPEN, _SHUT = "([", ")]"
_WORD = re.compile(r"(?:followed by|then|plus)\b", re.IGNORECASE)
_AND = re.compile(r"and\b(?= [\w:'\"-]+(?: [a-z]+){0,3} between\b)", re.IGNORECASE)
"""`and 5 minutes between the sets`: a second recovery, a part of its own."""
_BULLET = re.compile(r"(?:[-*>]\s+|\d{1,2}[.)]\s+)")
_STOP = re.compile(r"\.(?=\s|$)")
_NAME = re.compile(r'"(\w[^"\n]*)"')
"""A name in quotes; its commas and brackets are its own. A sign of seconds stands behind a figure."""
_BLANKS = re.compile(r"  +")


class NotRead(Exception):
    """The piece is not in the grammar, or says two things at once."""


@dataclass(slots=True)
class Piece:
    """One piece of a text."""

    start: int
    """Of its first character in the text as it was given."""
    end: int
    plain: str = ""
    """Plain text with «n» for its brackets; case is kept, for names."""
    before: str = ""
    """The separator in front of it: a comma, `;`, `+`, a line break, or nothing."""
    groups: list[list[Piece]] = field(default_factory=list)


def plain(text: str) -> str:
    """Return the text with plain signs, character for character."""
    return text.translate(_PLAIN)


def scan(text: str) -> list[Piece]:
    """Return the pieces of a text.

    Raises:
        WorkoutError: for a text over `bounds.TEXT_CHARS` or nested deeper than `bounds.NESTING`.
    """
    if len(text) > TEXT_CHARS:
        words = tr("the text has more than {most} characters")
        raise WorkoutError([Fault(words.format(most=f"{TEXT_CHARS:,}"), tr("paste less at a time"))])
    pieces, _ = _scan(plain(text), 0, 0, [0])
    return pieces


def _scan(  # noqa: PLR0915 - one walk over the characters, each sign a branch
    text: str, at: int, depth: int, n_pieces: list[int]
) -> tuple[list[Piece], int]:
    """Scan up to the end or the closing bracket; return the pieces and the place behind."""
    if depth > NESTING:
        words = tr("brackets stand more than {n} deep")
        raise WorkoutError([Fault(words.format(n=NESTING), tr("write the inner ones out"))])
    pieces: list[Piece] = []
    held: list[str] = []
    piece = Piece(at, at)
    new_line = depth == 0

    def close(end: int, separator: str) -> None:
        nonlocal piece, held
        piece.plain = _BLANKS.sub(" ", "".join(held)).strip()
        piece.end = end
        if piece.plain:
            pieces.append(piece)
            n_pieces[0] += 1
            if n_pieces[0] > SEGMENTS:
                words = tr("the text has more than {most} parts")
                raise WorkoutError([Fault(words.format(most=f"{SEGMENTS:,}"), tr("paste less at a time"))])
        elif not separator.strip() and piece.before:
            separator = piece.before if piece.before != "," else separator
        piece, held = Piece(end, end, before=separator), []

    while at < len(text):
        letter = text[at]
        if new_line:
            new_line = letter in " \n"
            bullet = _BULLET.match(text, at)
            if bullet:
                at = bullet.end()
                continue
        name = _NAME.match(text, at) if letter == '"' and not text[at - 1 : at].isdigit() else None
        if name:
            piece.start = piece.start if held else at
            held.append(f' «"{name[1]}» ')
            at = name.end()
            continue
        if letter in _OPEN:
            inner, behind = _scan(text, at + 1, depth + 1, n_pieces)
            held.append(f" «{len(piece.groups)}» ")
            piece.groups.append(inner)
            at = behind
            continue
        if letter in _SHUT:
            if depth:
                close(at, ",")
                return pieces, at + 1
            at += 1
            continue
        separator = _separator(text, at)
        if separator:
            width, sign = separator
            close(at, sign)
            at += width
            piece.start = at
            new_line = sign == "\n"
            continue
        if not held:
            piece.start = at
        held.append(letter)
        at += 1
    close(at, "")
    return pieces, at


def _separator(text: str, at: int) -> tuple[int, str] | None:
    letter = text[at]
    if letter in ";+\n":
        return 1, letter
    if letter == ",":
        thousands = at > 0 and text[at - 1].isdigit() and re.match(r",\d{3}(?!\d)", text[at : at + 5])
        return None if thousands else (1, ",")
    if letter == "." and _STOP.match(text, at):
        return 1, "."
    if letter.isalpha() and (at == 0 or not text[at - 1].isalnum()):
        word = _WORD.match(text, at)
        if word:
            return word.end() - at, "+"
        word = _AND.match(text, at)
        if word:
            return word.end() - at, ","
    return None
