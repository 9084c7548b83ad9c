"""What cues and schemes are called on the sound page. No Qt.

Rules of the file: words an athlete would use; a kind's name says when it sounds.
"""

from __future__ import annotations

from app.core.cues import CueKind
from app.core.pace import Belt
from app.core.scheme import FULL, SCHEMES
from app.core.setup import Light
from app.core.tongue import tr
from app.ui.choices import SoundChoices

SAMPLES: dict[CueKind, str] = {
    CueKind.SAY_REP: "“rep 3 of 8, 400 metres in 1:20”",
    CueKind.SAY_SPLIT: "“1:19.4, 0.6 fast”",
    CueKind.SAY_CALL: "“halfway”, “ten seconds”, “bell lap”",
    CueKind.SAY_RECOVERY: "“60 seconds jog”",
}
"""What the voice says, as it would be written; it speaks English whatever the window does."""
SPEEDS: dict[Belt | None, str] = {
    None: "",
    Belt.KMH: "“set the belt to 18.1 km/h”",
    Belt.MPH: "“set the belt to 11.3 mph”",
}
"""Of a mile in 5:20, as the voice says it."""
MARK_SAID = "“1 16”"
"""The planned time of a mark in whole seconds."""
MOST_NAMED = 2
"""Kinds that the sentence names; more are counted."""


def name_of(kind: CueKind) -> str:
    """Name a kind of cue."""
    names = {
        CueKind.LEAD_IN: tr("count begins"), CueKind.PIP: tr("3, 2, 1"), CueKind.GO: tr("go"),
        CueKind.HALFWAY: tr("halfway"), CueKind.LAST_TEN: tr("ten seconds left"), CueKind.FINISH: tr("rep over"),
        CueKind.LAP: tr("lap press"), CueKind.MARK: tr("mark"), CueKind.SECOND_MARK: tr("mark, second pace"),
        CueKind.BELL: tr("bell"), CueKind.END: tr("workout over"), CueKind.SAY_REP: tr("which rep, and what it asks"),
        CueKind.SAY_SPLIT: tr("lap times"), CueKind.SAY_CALL: tr("calls"),
        CueKind.SAY_RECOVERY: tr("the recovery"), CueKind.SAY_SPEED: tr("belt speed"),
        CueKind.SAY_MARK: tr("times of the marks"),
    }  # fmt: skip
    return names[kind]


def tone_words(tone: str) -> str:
    """Name a sound."""
    names = {
        "lead-in": tr("lead-in"), "pip": tr("pip"), "go": tr("go"), "halfway": tr("halfway"),
        "last-ten": tr("last-ten"), "finish": tr("finish"), "mark": tr("mark"), "lap": tr("lap"),
        "second-mark": tr("mark 2"),
        "end": tr("end"), "low": tr("low"), "high": tr("high"), "trill": tr("trill"), "siren": tr("siren"),
        "bell": tr("bell"),
    }  # fmt: skip
    return names.get(tone, tone)


def speed_words(belt: Belt | None) -> str:
    """Say how the voice says a belt's speed, or why it does not."""
    return SPEEDS[belt] or tr("silent until a treadmill is set")


def mark_words(light: Light | None) -> str:
    """Say what the voice says at a mark, or why it does not."""
    is_said = light is not None and light.is_spoken
    return MARK_SAID if is_said else tr("silent until the light is set to speak")


def scheme_words(scheme: str) -> str:
    """Name a scheme."""
    names = {
        "full": tr("full"), "pips only": tr("pips only"), "voice only": tr("voice only"), "race": tr("race"),
        "mute": tr("mute"),
    }  # fmt: skip
    return names.get(scheme, scheme)


def scheme_sentence(sound: SoundChoices) -> str:
    """Say what the scheme sounds, and which kinds were switched on top of it."""
    base = SCHEMES.get(sound.scheme, FULL)
    on = sound.as_scheme().on
    sentences = {
        "full": tr("Tones and the voice."), "pips only": tr("All tones, no voice."),
        "voice only": tr("The voice, no tones."), "race": tr("The marks and the bell, nothing else."),
        "mute": tr("Nothing sounds."),
    }  # fmt: skip
    said = [sentences[base.name]]
    added, taken = on - base.on, base.on - on
    if len(added) + len(taken) <= MOST_NAMED:
        changed = ((tr("On as well: {kinds}."), added), (tr("Off: {kinds}."), taken))
    else:
        changed = (
            (tr("On as well: 1 kind.") if len(added) == 1 else tr("On as well: {n} kinds."), added),
            (tr("Off: 1 kind.") if len(taken) == 1 else tr("Off: {n} kinds."), taken),
        )
    for sentence, kinds in changed:
        if kinds:
            named = "; ".join(name_of(kind) for kind in CueKind if kind in kinds)
            said.append(sentence.format(kinds=named, n=len(kinds)))
    return " ".join(said)
