"""The phases' colours and words. Pure; no Qt."""

from __future__ import annotations

from app.core.plan import Segment
from app.core.tongue import tr
from app.core.workout import Activity, Intensity

TONES = {
    Intensity.WARMUP: "warm",
    Intensity.WORK: "work",
    Intensity.RECOVERY: "recovery",
    Intensity.REST: "recovery",
    Intensity.COOLDOWN: "warm",
    Intensity.LEAD_IN: "ink",
}
"""The colour of each phase, by the name of its meaning."""


def phase_words(intensity: Intensity) -> str:
    """Write a phase, as large as it stands on the band."""
    match intensity:
        case Intensity.WARMUP:
            return tr("WARM-UP")
        case Intensity.WORK:
            return tr("WORK")
        case Intensity.RECOVERY:
            return tr("RECOVERY")
        case Intensity.REST:
            return tr("REST")
        case Intensity.COOLDOWN:
            return tr("COOL-DOWN")
        case Intensity.LEAD_IN:
            return tr("GET READY")


def phase_of(segment: Segment) -> str:
    """Write the phase of a segment: the wait for a go has a word of its own."""
    return tr("SET", "the starter's") if segment.is_go else phase_words(segment.intensity)


def tone_of(segment: Segment) -> str:
    """Return the colour of a segment: an easy run that stands alone is no work of the hard kind."""
    if is_easy(segment):
        return "warm"
    return TONES[segment.intensity]


def is_easy(segment: Segment) -> bool:
    """Whether it is an easy run that stands alone: shown as easy running is, wherever it stands."""
    return segment.intensity is Intensity.WORK and segment.activity is Activity.EASY
