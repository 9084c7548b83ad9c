"""What a word that is not ours was nearly: a misspelt word may mean something, so it is never passed over."""

from __future__ import annotations

import re
from itertools import islice

from app.core.tongue import tr
from app.notation.vocabulary import PHRASES

_KNOWN = (
    "warm-up", "cool-down", "easy", "jog", "walk", "rest", "recovery", "full", "float", "strides", "sprint", "hill",
    "drills", "pace", "mile", "goal", "effort", "between", "sets", "reps", "timed", "equal", "conversational", "tempo",
    "squats", "back", "with", "hard", "metres", "minutes", "seconds", "threshold", "recoveries",
)  # fmt: skip
_WORDS = 50
"""Of a part; no more are looked at."""
_WORD = re.compile(r"[^\s-]+")
_LONG = 8
"""A word this long is still the same with two letters wrong."""


def nearest(word: str) -> str:
    """Return the word of ours that one of nobody's was meant for, or nothing."""
    if not word.isalpha() or not 2 < len(word) < 20 or word in PHRASES:
        return ""
    for known in _KNOWN:
        same = known.replace("-", "")
        if same[0] == word[0] and abs(len(same) - len(word)) <= 2 and same != word and _is_slip(word, same):
            return known
    return ""


def _is_slip(word: str, known: str) -> bool:
    """Say whether one was typed for the other: letters left out, doubled, turned round; in a long word, others."""
    if word.startswith(known) and len(known) > 3:
        return True
    if len(known) <= 4 and len(word) == len(known):
        return sorted(word) == sorted(known)  # rest is not best
    return _distance(word, known) <= (2 if len(known) >= _LONG else 1)


def _distance(one: str, other: str) -> int:
    """Return how many letters are to be added, taken away or changed."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        last, row[0] = row[0], number
        for index, same in enumerate(other, 1):
            last, row[index] = row[index], min(row[index] + 1, row[index - 1] + 1, last + (letter != same))
    return row[-1]


def mended(text: str) -> str:
    """Return a part that was not understood with the first misspelt word put right; nothing where there is none.

    >>> mended("6 x 400 w/ 200 jogg")
    '6 x 400 w/ 200 jog'
    """
    for word in islice(_WORD.finditer(text), _WORDS):
        near = nearest(word.group().lower())
        if near:
            return text[: word.start()] + near + text[word.end() :]
    return ""


def hint(text: str) -> str:
    """Return a suggestion for a part that was not understood, or nothing."""
    for word in text.lower().replace("-", " ").split()[:_WORDS]:
        near = nearest(word)
        if near:
            return tr("did you mean {word}?").format(word=near)
    return ""
