"""The setup: how a session is run at the track or on the treadmill. Nothing here is part of the workout."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from app.core.pace import Belt
from app.core.profile import EVEN, Profile
from app.core.track import OUTDOOR, Convention, Track
from app.core.units import Metres, Millis


class RaceStart(Enum):
    """How a race begins."""

    COUNT = "count"
    """After the lead-in, with its pips, as every rep that starts by hand."""
    OWN = "own start"
    """At the START press: the clock starts with it."""
    GO = "go"
    """At a go that sounds 1 to 3 s after the START press, nobody knows when; the clock starts at the go as heard."""


@dataclass(frozen=True, slots=True)
class Light:
    """The audible pacing light: a sound at places of the track, each at its planned instant."""

    every_m: Metres = Fraction(100)
    """As the places lie in lane 1: 100, 200 or 400 m; in another lane it is further from one to the next."""
    is_spoken: bool = False
    """Whether the planned time is said instead of the tone."""
    until_m: Metres | None = None
    """How far it goes with the athlete, for practice; of reps that are practised it goes with the first alone. None to
    the finish."""
    second_s: Fraction | None = None
    """Another goal mile in seconds, whose light has a tone of its own."""


@dataclass(frozen=True, slots=True)
class Setup:
    """How a session is set up at the track; nothing here is part of the workout."""

    track: Track = OUTDOOR
    lead_in_ms: Millis = 5000
    """The count before a rep that starts by hand: 0, 3, 5 or 10 s."""
    mark_every_m: Metres | None = None
    """Marks at this distance instead of each lap, such as every 200 m; as `Light.every_m`, measured in lane 1."""
    belt: Belt | None = None
    """On a treadmill, the unit of its speed, which is then announced; None on a track."""
    least_lap_ms: Millis = 300
    """A lap press this soon after another is a double tap; at most `app.core.bounds.LEAST_LAP_MS`.

    300 ms is a proposal, not a measured figure: twice the time of a quick double click.
    """
    convention: Convention = Convention.FINISH_LINE
    """Of the marks of a race; reps count from their own start."""
    profile: Profile = EVEN
    """Of a race; reps are run evenly."""
    light: Light | None = None
    """None sounds the marks alone."""
    rabbits: tuple[Fraction, ...] = ()
    """Other goal miles in seconds, whose lights run round the drawn track too."""
    start: RaceStart = RaceStart.COUNT
    go_after_ms: Millis = 2000
    """With `RaceStart.GO`: from the START press to the go; drawn by chance outside the core, at each session."""
    halves: bool = False
    """Whether presses are tied to marks by the pace asked; half laps are marks then, where nobody has to press."""
    is_blind: bool = False
    """Practice: no clock, no ± and no split is shown or said before the athlete has guessed."""
    belt_lead_ms: Millis = 15_000
    """How long before work the voice says its speed. A belt takes 5 to 30 s; the default is a proposal."""
    incline_pct: Fraction = Fraction(0)
    """Of the treadmill."""
