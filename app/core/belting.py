"""Belting: what a treadmill makes of a step, its time from the speed that is dialled. Pure.

Rules of the file: who runs on a belt runs evenly and passes no line, so that a distance has no marks to be pressed, a
race has no profile, and nothing sounds for a place on a track; of the laps the last is told from the rest by its bell.

Where it stands: `planning` asks it for each step, instead of `marking`, while a belt is set.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import InputError
from app.core.pace import Asked
from app.core.setup import Setup
from app.core.track import bell_mark, race_marks, start_marks
from app.core.treadmill import Dial, dial_of
from app.core.units import Metres, Millis
from app.core.workout import Activity, Step

SHORTEST_LAP_MS: Millis = 15_000
"""A last lap shorter than this has no bell, which would crowd the call at ten seconds. Laps of 50 m are so short."""

_OFF_THE_BELT = (Activity.DRILL, Activity.STRENGTH)


@dataclass(frozen=True, slots=True)
class Belted:
    """A step as it is run on a belt."""

    dial: Dial
    asked: Asked
    """The pace of the belt, which has taken the place of the one asked."""
    duration_ms: Millis | None = None
    """None for a step that was written without a distance."""
    bell_ms: Millis | None = None


def belted(
    asked: Asked | None, distance_m: Metres | None, setup: Setup, *, is_race: bool, is_hard: bool
) -> Belted | None:
    """Put a step on the belt; None on a track, and where no pace is known.

    A belt runs at one speed: of a range of paces it is the faster end.

    Args:
        asked: the pace asked of it.
        distance_m: its length, where that is a distance.
        setup: with the belt, its incline, and the lap whose bell is heard.
        is_race: whether its last lap begins where that of a race does.
        is_hard: whether it is run for time and has a bell.
    """
    dial = dial_of(asked.s_per_m, setup.belt, setup.incline_pct) if asked is not None and setup.belt else None
    if asked is None or dial is None:
        return None
    given = Asked(dial.s_per_m, None, asked.or_faster)
    if distance_m is None:
        return Belted(dial, given)
    duration_ms = dial.duration_ms(distance_m)
    bell_m = _last_lap(distance_m, setup, is_race=is_race) if is_hard else None
    bell_ms = None if bell_m is None else dial.duration_ms(bell_m)
    if bell_ms is not None and duration_ms - bell_ms < SHORTEST_LAP_MS:
        bell_ms = None
    return Belted(dial, given, duration_ms, bell_ms)


def _last_lap(distance_m: Metres, setup: Setup, *, is_race: bool) -> Metres | None:
    """Return where the last lap would begin on the track, as its marks are; None where there are too many to count."""
    lap_m = setup.track.lap_m
    try:
        laps = race_marks(distance_m, lap_m, setup.convention) if is_race else start_marks(distance_m, lap_m)
    except InputError:
        return None
    bell = bell_mark(laps, lap_m)
    return None if bell is None else laps[bell - 1]


def belt_lead_ms(step: Step, setup: Setup) -> Millis:
    """Return how long before a piece of work the belt is set; 0 on a track, and for what is done beside the belt."""
    return 0 if setup.belt is None or step.activity in _OFF_THE_BELT else setup.belt_lead_ms
