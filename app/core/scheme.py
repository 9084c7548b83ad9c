"""Which cues sound, and how: schemes. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.core.cues import TONES, WORDS, Cue, CueKind
from app.core.units import Millis

LOUDEST = 100
"""Percent; a sound as it was made."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """Which kinds of cue sound, with which tone, how loud."""

    name: str
    on: frozenset[CueKind]
    tones: Mapping[CueKind, str] = field(default_factory=dict)
    """The sound of a tone by its name; a kind that is not named has its own."""
    volumes: Mapping[CueKind, int] = field(default_factory=dict)
    """Percent; 100 for a kind that is not named."""

    def dressed(self, cue: Cue) -> Cue:
        """Return the cue with the tone and volume that were chosen for its kind."""
        tone, volume = self.tones.get(cue.kind, cue.tone), self.volumes.get(cue.kind, LOUDEST)
        return Cue(cue.at, cue.kind, cue.words, tone, volume) if tone or volume != LOUDEST else cue


SCHEMES: dict[str, Scheme] = {
    scheme.name: scheme
    for scheme in (
        Scheme("full", frozenset(CueKind)),
        Scheme("pips only", frozenset(TONES)),
        Scheme("voice only", frozenset(WORDS)),
        Scheme("race", frozenset((CueKind.MARK, CueKind.SECOND_MARK, CueKind.SAY_MARK, CueKind.BELL))),
        Scheme("mute", frozenset()),
    )
}
"""The schemes a person chooses from; single kinds can be switched on top of one."""
FULL = SCHEMES["full"]


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long each sound lasts, so that words find room between tones."""

    tones: Mapping[str, Millis] = field(default_factory=dict)
    """By the sound's name; one that is not named counts as `TONE_MS`."""
    clips: Mapping[str, Millis] = field(default_factory=dict)
    """Of the voice, by the clip's name; a sentence with a clip that is not named is not said."""

    def tone_ms(self, kind: CueKind, tone: str) -> Millis:
        """Return the length of a kind's sound."""
        return self.tones.get(tone or kind.value, TONE_MS)


TONE_MS: Millis = 250
