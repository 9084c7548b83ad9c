"""From a text to its tokens: figures with their units, counts, and the phrases of `vocabulary`; no meaning yet.

A token keeps its place in the text, and all that it may be: `run` is an activity, a word for a rep, and a filler, and
only the grammar can say which.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, NamedTuple

from app.core.bounds import NESTING, SEGMENTS, TEXT_CHARS, WORDS
from app.core.errors import Fault, WorkoutError
from app.core.tongue import tr
from app.notation.vocabulary import FEW, PHRASES, Kind

_PLAIN = str.maketrans(
    {
        "×": "x", "✕": "x", "✖": "x", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "’": "'", "‘": "'", "′": "'",
        "´": "'", "`": "'", "″": '"', "“": '"', "”": '"', "„": '"', "«": "(", "»": ")", "\t": " ", "\u00a0": " ",
        "\u202f": " ", "\u2009": " ", "\u200b": " ", "\ufeff": " ", "\r": "\n", "\u2028": "\n", "•": "\n", "·": ",",
        "⁃": "\n", "●": "\n", "▪": "\n", "◦": "\n", "→": ",", "{": "(", "}": ")", "＠": "@", "，": ",", "：": ":",
    }
)  # fmt: skip

_RAW = re.compile(
    r"""
    (?P<name>(?<!\d)"\w[^"\n]*")
  | (?P<clock>\d{0,3}:\d\d(?::\d\d)?(?:\.\d+)?(?![\d:]))
  | (?P<number>(?:\d{1,3},\d{3}(?![\d,])|\d+)(?:\.\d+)?)
  | (?P<word>
        (?:(?<=[\d)\]])|(?<=[\d)\]]\ ))x(?=[a-z(])
      | v?vo2(?:[ ]?max)? | lt[12]\b | km/h | w/(?:up|u|down|d|out|o)\b | w/ | c/d(?:own)?\b | b/[nw]\b | r/i\b
      | a\.u\.g\b | i\.e\. | e\.g\. | [wc]\.[ud]\b | [^\W\d_]+(?:'[^\W\d_]+)*
    )
  | (?P<sign>[^\s])
  | (?P<line>\n)
    """,
    re.VERBOSE,
)
_NAME = re.compile(r'(?<!\d)"\w[^"\n]*"')
_BRACKETS = re.compile(r"[()\[\]]")
_COUNTED = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
_BULLET = re.compile(r"(?:[ ]*\n)*([ ]*)(?:(?:(?:[->#]+|\d{1,2}[.)]|[a-h]\)|o)[ ]+|\*+[ ]*)(?=\S))?")
"""What a line begins with: its indent, and a sign or a number that only says that it begins."""


class Raw(NamedTuple):
    """A word, figure or sign."""

    sort: str
    text: str
    start: int
    end: int


@dataclass(slots=True)
class Token:
    """Something the grammar can ask about."""

    kinds: dict[Kind, Any]
    """All that it may be, each with its value."""
    text: str
    start: int
    """Of its first character in the text as it was given."""
    end: int


def plain(text: str) -> str:
    """Return the text in plain lower-case signs, character for character."""
    text = text.translate(_PLAIN)
    low = text.lower()
    return low if len(low) == len(text) else "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


def lex(text: str) -> list[Raw]:
    """Return the words, figures and signs of a plain text.

    Raises:
        WorkoutError: for a text over `bounds.TEXT_CHARS` or `bounds.WORDS`, or nested deeper than `bounds.NESTING`.
    """
    hint = tr("paste less at a time")
    if len(text) > TEXT_CHARS:
        words = tr("the text has more than {most} characters")
        raise WorkoutError([Fault(words.format(most=f"{TEXT_CHARS:,}"), hint)])
    if _depth(text) > NESTING:
        words = tr("brackets stand more than {n} deep")
        raise WorkoutError([Fault(words.format(n=NESTING), tr("write the inner ones out"))])
    n_words = len(_COUNTED.findall(text))
    if n_words > WORDS and sum(map(text.count, ",;+\n")) > SEGMENTS:
        words = tr("the text has more than {most} parts")
        raise WorkoutError([Fault(words.format(most=f"{SEGMENTS:,}"), hint)])
    if n_words > WORDS:
        words = tr("the text is too long: it has more than {most} words and figures")
        raise WorkoutError([Fault(words.format(most=f"{WORDS:,}"), hint)])
    found: list[Raw] = []
    at = _line(text, 0, found)
    while at < len(text):
        match = _RAW.search(text, at)
        if match is None:
            break
        sort = match.lastgroup
        assert sort is not None
        if sort == "line":
            at = _line(text, match.end(), found)
            continue
        found.append(Raw(sort, match[0], match.start(), match.end()))
        at = match.end()
    return found


def _depth(text: str) -> int:
    """Return how deep brackets stand in one another; one that nothing opens shuts nothing."""
    depth = deepest = 0
    for sign in _BRACKETS.findall(_NAME.sub("", text)):
        depth = depth + 1 if sign in "([" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest


def _line(text: str, at: int, found: list[Raw]) -> int:
    """Begin a line: keep its indent and whether a blank line stands before it; return the place behind its bullet."""
    match = _BULLET.match(text, at)
    assert match is not None
    if match.end() < len(text) and (found or match[0].strip()):
        blank = "\n" in text[at : match.start(1)]
        found.append(Raw("blank" if blank else "line", match[1], at, match.end()))
    return match.end()


def phrase(raws: list[Raw], at: int) -> tuple[Token, int] | None:
    """Return the longest phrase of ours that begins here, and the place behind it."""
    first = raws[at]
    for words, kinds in PHRASES.get(first.text, ()):
        behind = at + 1
        for word in words[1:]:
            gap = behind < len(raws) - 1 and raws[behind].text == "-" and raws[behind].end == raws[behind + 1].start
            if gap and raws[behind].start == raws[behind - 1].end:
                behind += 1
            if behind >= len(raws) or raws[behind].text != word:
                break
            behind += 1
        else:
            start, end = first.start, raws[behind - 1].end
            return Token(kinds, " ".join(words), start, end), behind
    return None


def few(raws: list[Raw], at: int) -> tuple[int, int] | None:
    """Return the number that a word says, and the place behind it: `two`, `couple of`."""
    text = raws[at].text
    if text in FEW:
        return FEW[text], at + 1
    if text == "couple" and at + 1 < len(raws) and raws[at + 1].text == "of":
        return 2, at + 2
    return None
