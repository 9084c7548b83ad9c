"""How a text can say other steps: the ways to write a change, the one that touches least first; pure.

Rules of the file: nothing is trusted. Every way is read again, and taken only where the reading is exactly what was
wanted, with all that was not understood still standing there. So the ways may be guesses, and the last ones write a
whole region anew in the canonical form.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from app.core.errors import WorkoutError
from app.core.workout import Item
from app.notation.places import Place, Span
from app.notation.reading import Reading, Unread, parse_text
from app.notation.writing import format_item

MOST_TRIES = 12
"""Ways that are read before a change is given up; the last is the whole text in its canonical form."""
_BULLET = re.compile(r"[ \t]*(?:(?:[-*>#•]+|\d{1,2}[.)]|[a-h]\))[ \t]*)?")
_TAIL = re.compile(r"[ \t\r.,;]*")
Splice = tuple[int, int, str]
"""What stands from one character to another gives way to this."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a new text is to say."""

    steps: tuple[Item, ...]
    gone: Span | None = None
    """What is taken out, with the words in it that were not understood."""
    again: Span | None = None
    """What is done twice, likewise."""


class Weaver:
    """Knows a text and where its steps stand in it."""

    def __init__(self, text: str, reading: Reading) -> None:
        self.text, self.reading = text, reading
        spans = reading.spans
        self.spans = {span.place: span for span in spans}
        self.top = [span for span in spans if len(span.place) == 1]

    # ── what is taken ────────────────────────────────────────────────────────────────────────────────────────────────

    def first(self, ways: Iterable[str], wanted: Wanted) -> tuple[str, Reading] | None:
        """Return the first way that says what is wanted, and its reading."""
        seen: set[str] = set()
        fresh = (way for way in ways if not (way in seen or seen.add(way)))  # type: ignore[func-returns-value]
        for way in islice(fresh, MOST_TRIES):
            try:
                found = parse_text(way)
            except WorkoutError:
                continue
            if found.steps == wanted.steps and self._keeps(way, found, wanted):
                return way, found
        return None

    def _keeps(self, text: str, found: Reading, wanted: Wanted) -> bool:
        old = self.reading
        if not wanted.steps:
            return all(unread.text in text for unread in old.not_understood if not _is_in(unread, wanted.gone))
        if found.title != old.title or not {d.sentence for d in found.doubts} <= {d.sentence for d in old.doubts}:
            return False
        stays = [unread for unread in old.not_understood if not _is_in(unread, wanted.gone)]
        least = _words(stays)
        most = _words(old.not_understood) + _words(each for each in old.not_understood if _is_in(each, wanted.again))
        now = _words(found.not_understood)
        return least <= now <= most and all(unread.text in text for unread in stays)

    # ── splices ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def spliced(self, *splices: Splice) -> str:
        """Return the text with pieces of it replaced; where two begin together the longer one is done last."""
        text = self.text
        for start, end, new in sorted(splices, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def slice_of(self, span: Span) -> str:
        """Return what stands at a place."""
        return self.text[span.start : span.end]

    def canonical(self, span: Span, items: Sequence[Item], joint: str = " + ") -> str:
        """Write what is to stand at a place, with the words there that were not understood."""
        words = [each.text for each in self.reading.not_understood if not each.is_hole and _is_in(each, span)]
        holes = [each.text for each in self.reading.not_understood if each.is_hole and _is_in(each, span)]
        written = " ".join([joint.join(map(format_item, items)), *words])
        return joint.join([written, *holes])

    def owned(self, place: Place) -> Span | None:
        """Return the span of a place if it has characters of its own, and not those of what stands around it."""
        span, around = self.spans.get(place), self.spans.get(place[:-1])
        if span is None or (around is not None and (around.start, around.end) == (span.start, span.end)):
            return None
        return span

    def is_line(self, span: Span) -> bool:
        """Whether nothing else stands on the lines of a span."""
        start, end = self.line_of(span)
        head, tail = self.text[start : span.start], self.text[span.end : end]
        return _BULLET.fullmatch(head) is not None and _TAIL.fullmatch(tail) is not None

    def line_of(self, span: Span) -> tuple[int, int]:
        """Return where the lines of a span begin and end, the last line break left out."""
        end = self.text.find("\n", span.end)
        return self.text.rfind("\n", 0, span.start) + 1, len(self.text) if end < 0 else end

    def cuts(self, place: Place) -> Iterator[Splice]:
        """Return the ways to take a place out."""
        span = self.owned(place)
        if span is None:
            return
        if self.is_line(span):
            start, end = self.line_of(span)
            if end < len(self.text):
                above, below = self.text[:start], self.text[end + 1 :]
                if (not above or above.endswith("\n\n")) and below.startswith("\n"):
                    yield start, end + 2, ""  # with one of the two empty lines round it
                yield start, end + 1, ""
            elif self.text[:start].endswith("\n\n"):
                yield max(0, start - 2), end, ""
            else:
                yield max(0, start - 1), end, ""
            return
        before, behind = self.owned(_sibling(place, -1)), self.owned(_sibling(place, 1))
        if behind is not None and behind.start >= span.end and self._is_bare(span.end, behind.start):
            yield span.start, behind.start, ""
        if before is not None and before.end <= span.start and self._is_bare(before.end, span.start):
            yield before.end, span.end, ""
        yield span.start, span.end, ""

    def puts(self, place: Place, piece: str) -> Iterator[Splice]:
        """Return the ways to put a piece before a place, or behind the last of a level."""
        before, behind = self.owned(_sibling(place, -1)), self.owned(place)
        if before is not None:
            if self.is_line(before):
                start, end = self.line_of(before)
                if "\n" in piece:
                    yield end, end, f"\n\n{piece}"  # a paragraph stays one
                yield end, end, f"\n{_bullet(self.text[start : before.start])}{piece}"
            earlier = self.owned(_sibling(place, -2))
            pair = (before, behind) if behind is not None or earlier is None else (earlier, before)
            for joint in self._joints(*pair):
                yield before.end, before.end, joint + piece
        elif behind is not None:
            if self.is_line(behind):
                start, _ = self.line_of(behind)
                if "\n" in piece:
                    yield start, start, f"{piece}\n\n"
                yield start, start, f"{_bullet(self.text[start : behind.start])}{piece}\n"
            for joint in self._joints(behind, self.owned(_sibling(place, 1))):
                yield behind.start, behind.start, piece + joint
        elif not self.top:
            at = len(self.text.rstrip())
            yield at, len(self.text), f"\n{piece}" if at else piece

    def _joints(self, one: Span, other: Span | None) -> Iterator[str]:
        if other is not None and one.end <= other.start and self._is_bare(one.end, other.start):
            joint = self.text[one.end : other.start]
            if "\n" not in joint and 0 < len(joint) <= 6:
                yield joint
        yield " + "
        yield ", "

    def _is_bare(self, start: int, end: int) -> bool:
        """Whether nothing that was not understood stands there."""
        return not any(start <= unread.start < end for unread in self.reading.not_understood)

    # ── regions ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def regions(self, steps: Sequence[Item], first: int, last: int) -> Iterator[str]:
        """Return the text with a region of it in canonical form: what was touched, what is joined to it, all.

        Args:
            steps: what is wanted.
            first: index of the first step of the old text that is touched.
            last: of the last one; before the first where something is only put in.
        """
        if not self.top:
            return
        first, last = min(first, len(self.top) - 1), max(min(first, len(self.top) - 1), last)
        regions = [(first, last), self._joined(first, last), (0, len(self.top) - 1)]
        for start, end in dict.fromkeys(regions):
            items = steps[start : len(steps) - (len(self.top) - 1 - end)]
            yield from self._anew(start, end, items)

    def _joined(self, first: int, last: int) -> tuple[int, int]:
        """Return the region with what shares words with it, or stands on a line with it."""
        while first > 0 and self._hangs(first - 1):
            first -= 1
        while last < len(self.top) - 1 and self._hangs(last):
            last += 1
        return first, last

    def _hangs(self, number: int) -> bool:
        one, other = self.top[number], self.top[number + 1]
        return (one.is_shared and other.is_shared) or "\n" not in self.text[one.end : other.start]

    def _anew(self, first: int, last: int, items: Sequence[Item]) -> Iterator[str]:
        start, end = self.top[first].start, max(span.end for span in self.top[first : last + 1])
        inside = [each for each in self.reading.not_understood if start <= each.start < end]
        joints = ["\n", " + "] if "\n" in self.text[start:end] else [" + ", "\n"]
        for joint in joints:
            parts = [format_item(item) for item in items]
            for unread in reversed(inside):
                number = sum(span.start <= unread.start for span in self.top[first : last + 1])
                number = min(max(number, 1), len(parts))
                if unread.is_hole or not parts:
                    parts.insert(number, unread.text)
                else:
                    parts[number - 1] += f" {unread.text}"
            yield self.text[:start] + joint.join(parts) + self.text[end:]


def _words(unread: Iterable[Unread]) -> Counter[str]:
    return Counter(word for each in unread for word in each.text.split())


def _is_in(unread: Unread, span: Span | None) -> bool:
    return span is not None and span.start <= unread.start and unread.end <= span.end


def _sibling(place: Place, by: int) -> Place:
    return (*place[:-1], place[-1] + by)


def _bullet(head: str) -> str:
    """Return what a line beside this one begins with; a number would be said twice."""
    return "" if any(sign.isalnum() for sign in head) else head
