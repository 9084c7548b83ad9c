"""Room: the time that tones and words have taken, and where there is place for one sentence more. Pure.

Rules of the file: a word never overlaps a tone or another word; what has its own place is laid first.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.core.announce import Sentence
from app.core.cues import Cue
from app.core.lighting import GAP_MS
from app.core.scheme import Lengths, Scheme
from app.core.spoken import sentence_ms
from app.core.units import Instant, Millis

SENTENCE_GAP_MS: Millis = 260
"""Between two sentences."""
PATIENCE_MS: Millis = 2000
"""A sentence that could not begin this soon after its place is dropped."""


@dataclass(slots=True)
class Room:
    """The time that is taken, and what was laid in it."""

    scheme: Scheme
    clips: Mapping[str, Millis]
    taken: list[tuple[int, int]] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)

    def place(self, cue: Cue, lengths: Lengths) -> None:
        """Lay what has its own place, a tone or the words of a mark."""
        dressed = self.scheme.dressed(cue)
        words_ms = sentence_ms(cue.words, self.clips) if cue.words else None
        self.cues.append(dressed)
        lasts_ms = lengths.tone_ms(dressed.kind, dressed.tone) if words_ms is None else words_ms
        insort(self.taken, (cue.at.ms, cue.at.ms + lasts_ms))

    def length_ms(self, sentence: Sentence) -> Millis | None:
        """Return how long it takes to say; None where it is not said."""
        return sentence_ms(sentence.words, self.clips) if sentence.kind in self.scheme.on else None

    def first_fit(self, earliest: int, latest: int, end: int | None, length_ms: Millis) -> int | None:
        """Return the first place from `earliest` to `latest` that is free, and over before `end`."""
        at = earliest
        for begins, ends in self.taken:
            if ends + GAP_MS <= at:
                continue
            if begins - GAP_MS >= at + length_ms:
                break
            at = ends + GAP_MS
        return at if at <= latest and (end is None or at + length_ms + GAP_MS <= end) else None

    def last_fit(self, earliest: int, end: int, length_ms: Millis) -> int | None:
        """Return the last place from `earliest` on that is free and over before `end`."""
        at = end - GAP_MS - length_ms
        for begins, ends in reversed(self.taken):
            if begins - GAP_MS >= at + length_ms:
                continue
            if ends + GAP_MS <= at:
                break
            at = begins - GAP_MS - length_ms
        return at if at >= earliest else None

    def say(self, sentence: Sentence, at: int, length_ms: Millis) -> int:
        """Lay a sentence; return when the next one may begin."""
        self.cues.append(self.scheme.dressed(Cue(Instant(at), sentence.kind, sentence.words)))
        insort(self.taken, (at, at + length_ms))
        return at + length_ms + SENTENCE_GAP_MS

    def say_in_turn(self, sentences: Sequence[Sentence], earliest: int, patience: Millis, end: int | None) -> int:
        """Lay sentences one after the other, each within patience of its place; return when the next may begin."""
        at = earliest
        for sentence in sentences:
            length = self.length_ms(sentence)
            if length is None:
                continue
            place = self.first_fit(at, at + patience, end, length)
            if place is None:
                break  # what comes later would be later still
            at = self.say(sentence, place, length)
        return at

    def say_near(self, sentence: Sentence, at: int, earliest: int, end: int) -> bool:
        """Lay a sentence at a place, or as near to it as there is room; return whether it is said."""
        length = self.length_ms(sentence)
        if length is None:
            return False
        at = max(at, earliest)
        fits = (
            self.last_fit(earliest, min(end, at + length + GAP_MS), length),
            self.first_fit(at, at + PATIENCE_MS, end, length),
        )
        places = [place for place in fits if place is not None]
        if places:
            self.say(sentence, min(places, key=lambda place: abs(place - at)), length)
        return bool(places)

    def say_before(self, sentences: Sequence[Sentence], earliest: int, end: int) -> int:
        """Lay sentences as late as they fit together, the last ones dropped where they do not.

        Returns:
            How many of them are said, those before the first that is not.
        """
        lengths = [(sentence, length) for sentence in sentences if (length := self.length_ms(sentence)) is not None]
        while lengths:
            total = sum(length for _, length in lengths) + SENTENCE_GAP_MS * (len(lengths) - 1)
            at = self.last_fit(earliest, end, total)
            if at is not None:
                for sentence, length in lengths:
                    at = self.say(sentence, at, length)
                return sentences.index(lengths[-1][0]) + 1
            lengths.pop()
        return 0
