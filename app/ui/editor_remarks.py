"""Remarks: what the editor says of a text, each with its place and the mend that is offered. Pure; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.tongue import tr

if TYPE_CHECKING:
    from app.notation.reading import Doubt, Reading

MOST = 60
"""Remarks that are listed and underlined; who has more has pasted something else than a workout."""
QUOTED = 44
"""Characters of a part that are quoted."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that is said of a text."""

    start: int
    """Of its first character in the text, 0-based."""
    end: int
    is_doubt: bool
    """Whether it was read, and could have been read otherwise; else it was not understood."""
    sentence: str
    row: str
    """What stands for it in a list: the part itself, or the guess."""
    fate: str = ""
    """What became of the part, in a word or two; empty for a doubt."""
    offer: str = ""
    """What the mend does, in a few words; empty where none is offered."""
    instead: str = ""
    """What the mend writes from `start` to `end`."""

    @property
    def said(self) -> str:
        """All of it, for a screen reader and for who points at it."""
        return f"{self.sentence}. {self.offer}".strip()


def remarks_of(text: str, reading: Reading) -> tuple[Remark, ...]:
    """Return what is to be said of a reading, in the order of the text; the first `MOST` of it."""
    unread = [
        _unread(part.text, part.start, part.end, part.hint, is_hole=part.is_hole)
        for part in reading.not_understood[:MOST]
    ]
    doubts = [_doubt(doubt) for doubt in reading.doubts[:MOST] if 0 <= doubt.start < doubt.end <= len(text)]
    return tuple(sorted((*unread, *doubts), key=lambda remark: (remark.start, remark.end))[:MOST])


def _unread(text: str, start: int, end: int, hint: str, *, is_hole: bool) -> Remark:
    from app.notation.hints import mended  # noqa: PLC0415 - the grammar loads when a text is read

    said, fate = (
        (tr("“{part}” is not understood, and left out"), tr("left out"))
        if is_hole
        else (tr("“{part}” is not understood, and passed over"), tr("passed over"))
    )
    part, instead = _short(text), mended(text) if hint else ""
    return Remark(start, end, False, said.format(part=part), part, fate, _capital(hint) if instead else "", instead)


def _doubt(doubt: Doubt) -> Remark:
    said = _capital(doubt.sentence)
    return Remark(doubt.start, doubt.end, True, said, said, "", _offer(doubt.instead), doubt.instead)


def _offer(instead: str) -> str:
    said = _short(instead.strip())
    return tr("or “{words}”?").format(words=said) if said else tr("or leave it out?")


def _short(text: str) -> str:
    plain = " ".join(text[: 4 * QUOTED].split())
    return plain if len(plain) <= QUOTED else plain[: QUOTED - 1].rstrip() + "…"


def _capital(sentence: str) -> str:
    at = 1 if sentence.startswith("¿") else 0
    return sentence[:at] + sentence[at : at + 1].upper() + sentence[at + 1 :]


def count_words(remarks: tuple[Remark, ...], *, runs: bool) -> str:
    """Say in a line how much of a text was understood.

    Args:
        remarks: of the text.
        runs: whether there is something that can be run.
    """
    n_unread = sum(not remark.is_doubt for remark in remarks)
    n_doubts = len(remarks) - n_unread
    if not remarks:
        return tr("All of it is understood.") if runs else ""
    said = []
    if n_unread:
        said.append(tr("1 part not understood") if n_unread == 1 else tr("{n} parts not understood").format(n=n_unread))
    if n_doubts:
        said.append(tr("1 taken at a guess") if n_doubts == 1 else tr("{n} taken at a guess").format(n=n_doubts))
    if n_unread and runs:
        said.append(tr("the rest runs"))
    return " · ".join(said)
