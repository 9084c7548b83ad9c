"""The plan: what happens if nobody presses anything, flat and resolved.

Everything that needs thought is decided here, once, so that the engine stays poor: lead-ins, where a
recovery stands and where it falls away, marks and their times, rep numbers, where leaving a block leads.
Durations are integer milliseconds; the pace stays exact, so that a ± is rounded once, where it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from app.core.athlete import Athlete
from app.core.origin import Origin
from app.core.profile import Course, time_on
from app.core.setup import Setup as Setup  # noqa: PLC0414 - who reads plans names their setup
from app.core.treadmill import Dial
from app.core.units import Metres, Millis
from app.core.workout import Activity, Equal, Intensity, Ratio, SendOff, Step, Workout


@dataclass(frozen=True, slots=True)
class Mark:
    """A distance on a segment, with its planned time where a pace is asked."""

    distance_m: Metres
    planned_ms: Millis | None
    """Since the segment began, rounded to a millisecond for cues; None in practice too, where nothing is to tell it."""
    is_half: bool = False
    """It lies within a lap: a press there is taken for it, and nobody has to press."""
    is_quiet: bool = False
    """A half that the setup did not ask for: it has no tone, no tick and no row until somebody presses at it."""


@dataclass(frozen=True, slots=True)
class LightMark:
    """A place where the audible pacing light sounds, at its planned instant."""

    distance_m: Metres
    planned_ms: Millis
    """Since the segment began."""
    is_second: bool = False
    """Whether it is the light of the second pace."""


@dataclass(frozen=True, slots=True)
class RepPlace:
    """Which rep of how many, as it is shown and spoken."""

    rep_number: int
    n_reps: int
    """The upper end of a range."""
    least_reps: int
    """The lower end of a range; equal to `n_reps` where there is none."""
    set_number: int = 1
    n_sets: int = 1


@dataclass(frozen=True, slots=True)
class Segment:
    """One occurrence of a step on the timeline."""

    index: int
    step: Step
    """What was written."""
    intensity: Intensity
    """Of this occurrence: an easy run is a warm-up before the first work and a cool-down after the last."""
    duration_ms: Millis | None = None
    """Ends by itself after this; None where a person ends it or where `follows` decides."""
    follows: Equal | Ratio | SendOff | None = None
    """The duration comes from what the rep before it really took."""
    distance_m: Metres | None = None
    marks: tuple[Mark, ...] = ()
    """At least one for a distance segment that is pressed, the last at its end; none for others."""
    bell_mark: int | None = None
    """1-based number of the mark where the last lap begins."""
    expected_ms: Millis | None = None
    """How long it should take, where that is known: its duration, or its distance at the pace asked."""
    pace_s_per_m: Fraction | None = None
    """The pace asked (the faster end of a range), exact; on a belt the pace it really gives."""
    slowest_s_per_m: Fraction | None = None
    """The slower end of a range."""
    or_faster: bool = False
    rep: RepPlace | None = None
    """None for what is no rep: warm-up, recoveries, cool-down, lead-in. A recovery carries the rep just run."""
    leave_to: int | None = None
    """Where LEAVE leads from here, the number of segments where nothing follows; None where it means nothing."""
    leave_at_end: bool = False
    """LEAVE lets this recovery run to its end first: it stands before the next block."""
    course: Course = ()
    """Where the pace changes; empty where it is even."""
    light: tuple[LightMark, ...] = ()
    """In order of their instants; empty where the marks sound themselves."""
    is_go: bool = False
    """A lead-in whose end nobody is to know: no pips, no figure, then the go."""
    is_tied: bool = False
    """Whether a press is for the mark at which the athlete can have been; else it is for the next one."""
    dial: Dial | None = None
    """What to dial in on a belt, and then a distance has its time; None on a track and without a pace."""
    bell_ms: Millis | None = None
    """When the last lap begins on a belt, where no press records its mark; since the segment began."""
    is_race: bool = False
    """Marked from the line that is asked, run by the profile, and timed officially."""

    def time_at(self, distance_m: Metres) -> Fraction | None:
        """Return the planned seconds at a distance, exact; None where no pace is asked."""
        if self.course:
            return time_on(self.course, distance_m)
        return None if self.pace_s_per_m is None else self.pace_s_per_m * distance_m

    def lap_number(self, mark_number: int) -> int:
        """Return the 1-based number of the lap that a mark ends, or lies in."""
        return 1 + sum(not mark.is_half for mark in self.marks[: mark_number - 1])

    @property
    def n_laps(self) -> int:
        """How many laps its marks make; 0 where it has none."""
        return sum(not mark.is_half for mark in self.marks)

    def next_line(self, after: int) -> int:
        """Return the number of the first mark behind another at which one has to press, at most of the last."""
        marks = range(after + 1, len(self.marks) + 1)
        return next((number for number in marks if not self.marks[number - 1].is_half), len(self.marks))

    @property
    def activity(self) -> Activity:
        """What the body does."""
        return self.step.activity

    @property
    def is_open(self) -> bool:
        """Whether a person ends it and nothing is measured: full recovery, a set of squats."""
        return self.duration_ms is None and self.distance_m is None and self.follows is None

    @property
    def ends_by_itself(self) -> bool:
        """Whether its end is planned."""
        return self.duration_ms is not None or self.follows is not None


@dataclass(frozen=True, slots=True)
class Total:
    """A total over a plan, low and high; `n_open` segments have no length and are left out."""

    low: int
    high: int
    n_open: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """The flat timeline of one workout for one athlete."""

    workout: Workout
    athlete: Athlete
    setup: Setup
    segments: tuple[Segment, ...]
    time_ms: Total
    """Planned running time; what has neither time nor pace counts as open."""
    work_m: Total
    """Planned distance of the work, in whole metres."""
    origin: Origin | None = None
    """Where it was made from a run that a watch recorded; None for what was planned and run here."""
