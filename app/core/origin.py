"""The origin: where a session comes from that was not run here, and how far its laps can be trusted. Pure.

Rules of the file: it is part of the plan, so that whoever folds a session can say it; nothing is figured from it but
whether a run may stand beside one that was run here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.core.tongue import tr


class Laps(Enum):
    """How the laps of an imported run came about."""

    AT_LINES = "at lines"
    """One race or run, lapped by hand at the lines of its track."""
    PRESSED = "pressed"
    """By hand, or by the watch's own workout: each is a rep, a recovery, or a piece of one run."""
    AUTOMATIC = "automatic"
    """By the watch, each kilometre or mile."""
    INTERPOLATED = "interpolated"
    """Nobody took the splits: they were figured out between recorded points."""
    FOUND = "found"
    """Nobody pressed: reps and recoveries were told by the speed of the recorded points."""
    NONE = "none"
    """One time is all there is."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The file of a watch from which a session was made."""

    file: str
    """Its name, `kim.fit`; empty where none is known."""
    laps: Laps
    device: str = ""
    notes: tuple[str, ...] = ()
    """What was taken for what when it was imported, a sentence each, in the language of that day."""

    @property
    def can_be_raced(self) -> bool:
        """Whether its times are those of a measured distance: a watch's own metres are a hundredth off, or more."""
        return self.laps is Laps.AT_LINES


def laps_words(laps: Laps) -> str:
    """Say how the laps came about: `laps as pressed`."""
    return {
        Laps.AT_LINES: tr("laps as pressed"),
        Laps.PRESSED: tr("laps as pressed"),
        Laps.AUTOMATIC: tr("laps by the watch"),
        Laps.INTERPOLATED: tr("splits interpolated"),
        Laps.FOUND: tr("reps found by speed"),
        Laps.NONE: tr("no laps"),
    }[laps]


def origin_words(origin: Origin) -> str:
    """Say where a session comes from: `Imported from a watch: kim.fit · laps as pressed`."""
    laps = laps_words(origin.laps)
    if not origin.file:
        return tr("Imported from a watch · {laps}").format(laps=laps)
    return tr("Imported from a watch: {file} · {laps}").format(file=origin.file, laps=laps)
