"""Finding a workout: what is looked for, where it stands, and in which order all is listed. Pure; no Qt.

Rules of the file: every word that is typed must be somewhere in what is known of a workout; case and accents are
folded, and a word may be a part of one. What is looked in is folded once, when the workouts are read.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from app.core.estimate import estimated_ms
from app.core.tongue import tr
from app.core.workout import Intensity, Purpose
from app.ui.shelf import OnShelf, purpose_words

SHORT_MIN, LONG_MIN = 30, 60
MOST_TAGS = 12
"""That are offered as filters; the others are found by their words."""

_GAP = re.compile(r"(?<=\d) ?[x×] ?(?=\d)")


class Long(Enum):
    """How long a workout takes."""

    SHORT = "under 30 min"
    MIDDLE = "30–60 min"
    LONG = "over 60 min"


def long_words(length: Long) -> str:
    """Write a length."""
    match length:
        case Long.SHORT:
            return tr("under 30 min")
        case Long.MIDDLE:
            return tr("30–60 min")
        case Long.LONG:
            return tr("over 60 min")


def short_words(length: Long) -> str:
    """Write a length as it stands on its chip, beside the others."""
    match length:
        case Long.SHORT:
            return tr("under 30")
        case Long.MIDDLE:
            return tr("30–60 min")
        case Long.LONG:
            return tr("over 60")


def long_of(minutes: Fraction) -> Long:
    """Return the length that so many minutes are; 30 and 60 are in the middle one."""
    return Long.SHORT if minutes < SHORT_MIN else Long.LONG if minutes > LONG_MIN else Long.MIDDLE


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; all of it must hold."""

    text: str = ""
    purposes: frozenset[Purpose] = frozenset()
    """Any of these; empty wants no certain one."""
    lengths: frozenset[Long] = frozenset()
    """Any of these, likewise."""
    favourites: bool = False
    tags: frozenset[str] = frozenset()
    """Any of these, folded, likewise."""

    @property
    def is_all(self) -> bool:
        """Whether every workout is wanted."""
        return not (self.text.strip() or self.purposes or self.lengths or self.favourites or self.tags)


@dataclass(frozen=True, slots=True)
class Sought:
    """A row with what it can be found by."""

    row: OnShelf
    folded: str
    length: Long

    def is_wanted(self, wanted: Wanted, words: Sequence[str], favourites: Sequence[str]) -> bool:
        """Whether it is looked for.

        Args:
            wanted: what is looked for.
            words: of its text, by `words_of`.
            favourites: ids of the favourites.
        """
        row = self.row
        if wanted.favourites and row.workout_id not in favourites:
            return False
        if wanted.purposes and row.purpose not in wanted.purposes:
            return False
        if wanted.lengths and (row.plan is None or self.length not in wanted.lengths):
            return False
        if wanted.tags and not any(fold(tag) in wanted.tags for tag in row.tags):
            return False
        return all(word in self.folded for word in words)


def fold(text: str) -> str:
    """Return a text without case, accents and the blanks of `8 x 200`.

    >>> fold("Échelle 8 × 200")
    'echelle 8x200'
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _GAP.sub("x", "".join(letter for letter in plain if not unicodedata.combining(letter)))


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of what is looked for, folded."""
    return tuple(fold(text).split())


def sought(row: OnShelf) -> Sought:
    """Make a row findable: by name, file, work, purpose, length, tags and what is said about it."""
    length = long_of(row.minutes)
    known = (
        row.name, row.workout_id, row.line, row.purpose_words, row.purpose.value if row.purpose else "", row.time,
        row.work, long_words(length) if row.plan is not None else "", row.about, tr("yours") if row.is_own else "",
        *row.tags, *row.faults[:3],
    )  # fmt: skip
    return Sought(row, fold("\n".join(known)), length)


@dataclass(frozen=True, slots=True)
class Listed:
    """A row where it stands in the list."""

    row: OnShelf
    is_favourite: bool
    heading: str = ""
    """Of its section, if it is the first of it; empty where all is one section."""


def listed(rows: Sequence[OnShelf], favourites: Sequence[str]) -> tuple[Listed, ...]:
    """Put rows in sections: favourites as they were chosen, those that suit, the others, files with faults."""
    place = {workout_id: number for number, workout_id in enumerate(favourites)}
    ordered = sorted(rows, key=lambda row: (_section(row, place), place.get(row.workout_id, -1)))
    sections = [_section(row, place) for row in ordered]
    is_one = len(set(sections)) < 2 and sections[:1] in ([], [1])
    return tuple(
        Listed(
            row,
            row.workout_id in place,
            "" if is_one or (number and sections[number - 1] == section) else _heading(section),
        )
        for number, (row, section) in enumerate(zip(ordered, sections, strict=True))
    )


def _section(row: OnShelf, favourites: dict[str, int]) -> int:
    if row.faults:
        return 3
    return 0 if row.workout_id in favourites else 1 if row.suits else 2


def _heading(section: int) -> str:
    match section:
        case 0:
            return tr("Favourites")
        case 1:
            return tr("Workouts")
        case 2:
            return tr("For another best mile")
        case _:
            return tr("Files to mend")


def count_words(n: int, of: int) -> str:
    """Write how many are shown: `7 of 18 workouts`, `18 workouts`, `1 workout`."""
    if n != of:
        return tr("{n} of {of} workouts").format(n=n, of=of)
    return tr("1 workout") if n == 1 else tr("{n} workouts").format(n=n)


def first_choice(rows: Sequence[OnShelf], favourites: Sequence[str]) -> str:
    """Return the id of what an athlete may start with: a favourite, else the gentlest that asks the pace of a mile.

    Where no mile is known nothing asks a pace, and the gentlest of all is an easy run. Empty if there is none.
    """
    sound = [row for row in rows if row.plan is not None and row.suits]
    for workout_id in favourites:
        if any(row.workout_id == workout_id for row in sound):
            return workout_id
    paced = [row for row in sound if row.asks_pace]
    easy = [row for row in sound if row.purpose is Purpose.BASE]

    def gentle(row: OnShelf) -> tuple[int, Fraction, str]:
        assert row.plan is not None
        work = (segment for segment in row.plan.segments if segment.intensity is Intensity.WORK)
        return sum(estimated_ms(segment) for segment in work), row.minutes, row.name

    chosen = min(paced or easy or sound, key=gentle, default=None)
    return chosen.workout_id if chosen is not None else ""


def purposes_of(rows: Sequence[OnShelf]) -> tuple[Purpose, ...]:
    """Return the purposes there are, in the order of the model."""
    there = {row.purpose for row in rows}
    return tuple(purpose for purpose in Purpose if purpose in there)


def tags_of(rows: Sequence[OnShelf]) -> tuple[str, ...]:
    """Return the tags there are, the most used first, each as it is written first; `MOST_TAGS` at most."""
    written: dict[str, str] = {}
    used: Counter[str] = Counter()
    for row in rows:
        for tag in row.tags:
            written.setdefault(fold(tag), tag)
            used[fold(tag)] += 1
    ordered = sorted(used, key=lambda folded: (-used[folded], folded))
    return tuple(written[folded] for folded in ordered[:MOST_TAGS])


__all__ = [
    "Listed", "Long", "Sought", "Wanted", "count_words", "first_choice", "fold", "listed", "long_of", "long_words",
    "purpose_words", "purposes_of", "short_words", "sought", "tags_of", "words_of",
]  # fmt: skip
