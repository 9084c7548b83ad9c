"""Words in intervals.icu's text: mended where they would be read as a length, a target or an option.

Rule of the file: what it returns was read back and is the same.
"""

from __future__ import annotations

import re
from functools import lru_cache

from app.interchange.icu_line import BadFigure, read_line, whole_share
from app.interchange.sheet import ForTime, UntilPress

FOREIGN = re.compile(r"@|\bw/", re.IGNORECASE)
"""Signs of coaches' own notation, by which such a text is told from one of intervals.icu."""
_MENDS = (
    (re.compile(r"@"), " at "),
    (re.compile(r"\bw/", re.IGNORECASE), "with "),
    (re.compile(r"<!>"), "[!]"),
    (re.compile(r"\("), "["),
    (re.compile(r"\)"), "]"),
    (re.compile(r"(?<=\d)\^"), " ^"),
    (re.compile(r"\bpress\s+lap\b", re.IGNORECASE), "press-lap"),
    (re.compile(r"\bfreeride\b", re.IGNORECASE), "free ride"),
    (re.compile(r"\bmaxeffort\b", re.IGNORECASE), "max effort"),
    (re.compile(r"(?<==)(?=\w)"), " "),
    (re.compile(r"\bhidepower\b", re.IGNORECASE), "hide power"),
    (re.compile(r"\bz(?=\d)", re.IGNORECASE), "zone "),
    (re.compile(r"(?<=[:\d]\d)/(?=\w)"), " per "),
    (re.compile(r"(?<=\d)\s?[x×](?!\w)", re.IGNORECASE), " times"),
    (re.compile(r"(?<=\d)(?=[A-Za-z%'\"′″’”“])"), " "),
    (re.compile(r"(?<=\d)\s+pace\b", re.IGNORECASE), " as pace"),
)


def line(text: str) -> str:
    """Return words as one line that is neither a step nor taken for a mark of the file."""
    plain = " ".join(text.encode("utf-8", "replace").decode().replace("\ufeff", "").split())
    return re.sub(r"^-", "–", plain)


@lru_cache(maxsize=1000)  # an unrolled workout has the same words a thousand times
def mended(name: str, note: str) -> tuple[str, str]:
    """Return name and note as they can stand before a length."""
    name, note = (" ".join(text.encode("utf-8", "replace").decode().split()) for text in (name, note))
    note = whole_share(note)
    for mend in (lambda text: text, _spaced, _letters):
        tried = mend(name), mend(note)
        if _holds(*tried):
            return tried
        for mixed in ((tried[0], note), (name, tried[1])):
            if _holds(*mixed):
                return mixed
    return "", ""


def _spaced(text: str) -> str:
    for found, mended in _MENDS:
        text = found.sub(mended, text)
    return " ".join(text.split())


def _letters(text: str) -> str:
    return " ".join(re.sub(r"[^A-Za-z ]", " ", text).split())


def _holds(name: str, note: str) -> bool:
    """Say whether the words read back as they are, in brackets or not, before a time and before the lap button."""
    if FOREIGN.search(f"{name} {note}"):
        return False
    if note and not _holds(_bare_share(note).replace("(", " ").replace(")", " ").strip(), ""):
        return False
    for behind, ends in (("10m", ForTime(600_000)), ("press lap 10m", UntilPress(600_000))):
        try:
            read = read_line(f"{prompt(name, note)} {behind}".strip())
        except BadFigure:
            return False
        is_plain = read.asks is None and read.intensity is None and read.times is None and not read.is_rest
        if not is_plain or (read.ends, read.name, read.note) != (ends, name, note) or read.warnings:
            return False
    return True


def prompt(name: str, note: str) -> str:
    """Return name and note as they stand before a length: `Hill (stay tall)`."""
    return " ".join(part for part in (name, f"({_bare_share(note)})" if note else "") if part)


def _bare_share(note: str) -> str:
    """Return a note whose shares are no targets: `90 %`; `icu_line` takes the space out again."""
    return re.sub(r"(?<=\d)%", " %", note)
