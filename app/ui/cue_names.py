"""What cues and schemes are called on the sound page. No Qt.

Rules of the file: words an athlete would use; a kind's name says when it sounds.
"""

from __future__ import annotations

from app.core.cues import CueKind
from app.core.pace import Belt
from app.core.scheme import FULL, SCHEMES
from app.ui.desk import SoundChoices

NAMES: dict[CueKind, str] = {
    CueKind.LEAD_IN: "count begins",
    CueKind.PIP: "3, 2, 1",
    CueKind.GO: "go",
    CueKind.HALFWAY: "halfway",
    CueKind.LAST_TEN: "ten seconds left",
    CueKind.FINISH: "rep over",
    CueKind.LAP: "lap press",
    CueKind.MARK: "mark",
    CueKind.BELL: "bell",
    CueKind.END: "workout over",
    CueKind.SAY_REP: "which rep, and what it asks",
    CueKind.SAY_SPLIT: "lap times",
    CueKind.SAY_CALL: "calls",
    CueKind.SAY_RECOVERY: "the recovery",
    CueKind.SAY_SPEED: "belt speed",
}

SAMPLES: dict[CueKind, str] = {
    CueKind.SAY_REP: "“rep 3 of 8, 400 metres in 1:20”",
    CueKind.SAY_SPLIT: "“1:19.4, 0.6 fast”",
    CueKind.SAY_CALL: "“halfway”, “ten seconds”, “bell lap”",
    CueKind.SAY_RECOVERY: "“60 seconds jog”",
}
"""What the voice says, as it would be written."""
SPEEDS: dict[Belt | None, str] = {
    None: "silent until a treadmill is set",
    Belt.KMH: "“set the belt to 18.1 km/h”",
    Belt.MPH: "“set the belt to 11.3 mph”",
}
"""Of a mile in 5:20."""

SCHEME_SENTENCES = {
    "full": "Tones and the voice.",
    "pips only": "All tones, no voice.",
    "voice only": "The voice, no tones.",
    "race": "The marks and the bell, nothing else.",
    "mute": "Nothing sounds.",
}
MOST_NAMED = 2
"""Kinds that the sentence names; more are counted."""


def scheme_sentence(sound: SoundChoices) -> str:
    """Say what the scheme sounds, and which kinds were switched on top of it."""
    base = SCHEMES.get(sound.scheme, FULL)
    on = sound.as_scheme().on
    said = [SCHEME_SENTENCES[base.name]]
    changed = (("On as well", on - base.on), ("Off", base.on - on))
    are_named = sum(len(kinds) for _word, kinds in changed) <= MOST_NAMED
    for word, kinds in changed:
        if kinds:
            named = "; ".join(NAMES[kind] for kind in CueKind if kind in kinds)
            said.append(f"{word}: {named if are_named else f'{len(kinds)} kinds'}.")
    return " ".join(said)
