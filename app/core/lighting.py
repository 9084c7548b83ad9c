"""Lighting: which of a segment's planned cues sound, and in which form, where they stand near each other. Pure.

Rules of the file: what is planned has a fixed place. Nothing is moved; what has no room where it stands takes its other
form, a tone for a word, and what would blur the athlete's own pace stays silent. No press changes a light that the
device may already have.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from app.core.cues import Cue, CueKind
from app.core.scheme import Lengths, Scheme
from app.core.spoken import sentence_ms
from app.core.units import Instant, Millis

GAP_MS: Millis = 120
"""Between a tone and a word."""
TOGETHER_MS: Millis = 150
"""Where a mark of the second pace falls nearer than this to one of the athlete's own, only their own sounds. It is less
than a tone lasts: two would be one smear. A proposal, not a measured figure."""
AFTER_PRESS_MS: Millis = 300
"""From a press to what follows from it: the tick sounds first, and a device takes what is 150 ms ahead."""

OWN = (CueKind.MARK, CueKind.SAY_MARK, CueKind.BELL)
"""What sounds at the athlete's own pace."""


def settled(
    cues: Sequence[Cue], scheme: Scheme, lengths: Lengths, pressed: tuple[Instant, CueKind] | None = None
) -> list[Cue]:
    """Return the cues that sound, in order, each planned time as words or as the tone in its place.

    The time of a mark is said where its words have clips and stand clear of every tone and of one another. Else its
    tone sounds. So does it where the words would fall into the tone of a press, such as the bell.

    Args:
        cues: planned, in order.
        scheme: which kinds sound.
        lengths: of the sounds.
        pressed: the last press that recorded something, with its tone.
    """
    sounding = _told_apart([cue for each in cues if (cue := _heard(each, scheme, lengths)) is not None])
    found: list[Cue] = []
    free = sounding[0].at if sounding else Instant(0)
    for cue, following in zip_longest(sounding, sounding[1:]):
        if cue.kind is not CueKind.SAY_MARK:
            form: Cue | None = cue
        else:
            end = cue.at + (_lasts_ms(cue, scheme, lengths) + GAP_MS)
            is_clear = free <= cue.at and (following is None or end <= following.at)
            form = cue if is_clear and not _is_under(cue, pressed, scheme, lengths) else _tolled(cue, scheme)
        if form is not None:
            found.append(form)
            free = max(free, form.at + (_lasts_ms(form, scheme, lengths) + GAP_MS))
    return found


def _heard(cue: Cue, scheme: Scheme, lengths: Lengths) -> Cue | None:
    """Return a cue in the form in which it would sound alone; None where it is off."""
    if cue.kind is not CueKind.SAY_MARK:
        return cue if cue.kind in scheme.on else None
    if cue.kind in scheme.on and sentence_ms(cue.words, lengths.clips) is not None:
        return replace(cue, tone=scheme.tones.get(CueKind.MARK, CueKind.MARK.value))
    return _tolled(cue, scheme)


def _tolled(cue: Cue, scheme: Scheme) -> Cue | None:
    """Return the tone in the place of words."""
    return Cue(cue.at, CueKind.MARK) if CueKind.MARK in scheme.on else None


def _is_under(cue: Cue, pressed: tuple[Instant, CueKind] | None, scheme: Scheme, lengths: Lengths) -> bool:
    """Whether words would fall into the tone of a press that lies far enough before them."""
    if pressed is None or cue.at - pressed[0] < AFTER_PRESS_MS:
        return False
    return cue.at < pressed[0] + (_lasts_ms(Cue(*pressed), scheme, lengths) + GAP_MS)


def _told_apart(cues: list[Cue]) -> list[Cue]:
    """Leave out what is too near to the athlete's own pace."""
    own = [cue.at.ms for cue in cues if cue.kind in OWN]

    def is_near(at: int) -> bool:
        place = bisect_left(own, at)
        return any(abs(each - at) < TOGETHER_MS for each in own[max(0, place - 1) : place + 1])

    return [cue for cue in cues if cue.kind is not CueKind.SECOND_MARK or not is_near(cue.at.ms)]


def _lasts_ms(cue: Cue, scheme: Scheme, lengths: Lengths) -> Millis:
    words_ms = sentence_ms(cue.words, lengths.clips) if cue.words else None
    return lengths.tone_ms(cue.kind, scheme.tones.get(cue.kind, "")) if words_ms is None else words_ms
