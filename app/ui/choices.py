"""What an athlete sets, as frozen values: the window shows and changes them, `app.bootstrap` keeps them. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from app.core.cues import CueKind
from app.core.pace import Belt
from app.core.profile import EVEN, Profile
from app.core.scheme import FULL, SCHEMES, Scheme
from app.core.setup import Light, RaceStart
from app.core.track import Convention
from app.core.units import Metres, Millis


@dataclass(frozen=True, slots=True)
class SoundChoices:
    """What an athlete sets on the sound page; remembered."""

    scheme: str = FULL.name
    """A name of `app.core.scheme.SCHEMES`."""
    switched: Mapping[CueKind, bool] = field(default_factory=dict)
    """Kinds that are on or off whatever the scheme says; empty again when a scheme is chosen."""
    tones: Mapping[CueKind, str] = field(default_factory=dict)
    """The sound of a tone, where it is not its own."""
    volumes: Mapping[CueKind, int] = field(default_factory=dict)
    """Percent, 0 to 100, where it is not 100."""
    output: str = "auto"
    """`auto`, `simpleaudio`, `miniaudio` or `silent`."""
    offset_ms: Millis = 0
    """How late the loudspeaker is; every planned cue leaves so much earlier."""

    def as_scheme(self) -> Scheme:
        """Return the scheme that all this comes to."""
        base = SCHEMES.get(self.scheme, FULL)
        on = base.on.difference(kind for kind, is_on in self.switched.items() if not is_on)
        on |= {kind for kind, is_on in self.switched.items() if is_on}
        return Scheme(base.name, on, self.tones, self.volumes)


@dataclass(frozen=True, slots=True)
class PacingChoices:
    """What an athlete sets on the pacing page; remembered."""

    lane: int = 1
    """Of the standard 400 m track; another track is measured in lane 1."""
    convention: Convention = Convention.FINISH_LINE
    profile: Profile = EVEN
    light: Light | None = None
    rabbits: tuple[Fraction, ...] = ()
    """Other goal miles in seconds."""
    start: RaceStart = RaceStart.COUNT
    belt_lead_s: int = 15
    """How long before work the voice says the belt's speed; at most `app.core.bounds.BELT_LEAD_S`."""
    incline_pct: Fraction = Fraction(0)
    """Of the treadmill; at most `app.core.bounds.INCLINE_PCT`."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What an athlete sets; remembered."""

    goal_s: Fraction | None = None
    best_s: Fraction | None = None
    track_m: Metres = Fraction(400)
    """One lap in lane 1."""
    lead_in_s: int = 5
    """0, 3, 5 or 10."""
    mark_every_m: int | None = None
    palette: str = "dark"
    window: str = ""
    """Geometry of the window, opaque."""
    belt: Belt | None = None
    """On a treadmill, the unit of its speed; then the voice says it."""
    sound: SoundChoices = SoundChoices()
    text_size: int = 100
    """Percent of the lettering and of all that is drawn, 100 to 200; in force from the next opening of the window."""
    language: str = ""
    """`en` or `es`; empty is the system's, as far as it is one of them. In force as `text_size`."""
    flashes: bool = False
    """Whether the whole screen flashes at boundaries: gyms are noisy."""
    stays_awake: bool = True
    """Whether the screen is kept awake while a workout runs."""
    least_lap_ms: Millis = 300
    """A lap press sooner than this after another is refused as a double tap."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys by the name of what they do, where they are not the usual ones; see `app.ui.keys`."""
    miles: bool = False
    """Whether long distances and paces are written in miles; marks are metres either way: they are on the track."""
    lap_seconds: bool = False
    """Whether lap times under 100 s are written as seconds, `79.5` instead of `1:19.5`."""
    half_days: bool = False
    """Whether the time of day is written as `6:05 pm` instead of `18:05`."""
    favourites: tuple[str, ...] = ()
    """Workout ids, in the order in which they were chosen."""
    welcomed: bool = False
    """Whether the first questions have been answered, or waved away."""
    pacing: PacingChoices = PacingChoices()
