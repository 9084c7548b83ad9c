"""Pace profiles: how the time of a race is shared out over its distance. Pure and exact.

Rules of the file: whatever the profile, the finish is the goal to the last digit, since the shares are brought to it;
a profile says percentages of even pace, never seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

from app.core.bounds import PROFILE_LAPS, PROFILE_PCT
from app.core.errors import InputError
from app.core.tongue import tr
from app.core.units import MILE_M, Metres


class ProfileKind(Enum):
    """How the pace goes over a race."""

    EVEN = "even"
    RECORD = "record"
    """Fast, slower, slowest, fast: as record miles are run."""
    NEGATIVE = "negative"
    """The second half faster than the first."""
    OWN = "own"
    """Percentages of one's own, lap for lap."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A pace profile."""

    kind: ProfileKind = ProfileKind.EVEN
    percents: tuple[Fraction, ...] = ()
    """Of `OWN`: the pace of each lap in percent of even pace, seconds for a metre; over 100 is slower."""


EVEN = Profile()

RECORD_KNOTS = tuple(Fraction(m) / MILE_M for m in ("409.344", "809.344", "1209.344", "1609.344"))
"""The laps of a mile, as parts of it."""
RECORD_PCT = tuple(Fraction(pct) for pct in ("97.4", "100.7", "102.2", "99.8"))
"""Pace of the four laps in percent of even pace.

Source: the shape (laps 2 and 3 slower than 1 and 4) from Noakes, Lambert, Hauman 2009 (32 records of men) and Casado
and others 2021. The size is ours: the mean, to 0.1, over the eleven miles of `tests/data/races.json` whose splits
are the athlete's own, 3:46.91 to 5:32.9, most of them races for places and not records."""

NEGATIVE_PCT = (Fraction(101), Fraction(99))
"""Pace of the two halves in percent of even pace. Ours: at a goal of 5:20 the first half is 3.2 s slower."""

PERCENT_CHARS = 12 * PROFILE_LAPS
"""More of a text than this is more than the laps of a profile."""

Course: TypeAlias = tuple[tuple[Metres, Fraction], ...]
"""Where the pace changes: metres from the start and planned seconds there, the finish last; between them it is even."""


def course_of(profile: Profile, distance_m: Metres, time_s: Fraction, laps: Sequence[Metres]) -> Course:
    """Return the course of a race; empty for even pace.

    Args:
        profile: how the pace goes.
        distance_m: length of the race.
        time_s: for all of it.
        laps: the ends of its laps in metres from the start, the finish last, for percentages of one's own.

    Raises:
        InputError: as many percentages are needed as there are laps.

    >>> laps = [Fraction(m) for m in ("409.344", "809.344", "1209.344", "1609.344")]
    >>> [round(float(s), 2) for _, s in course_of(Profile(ProfileKind.RECORD), MILE_M, Fraction(300), laps)]
    [74.32, 149.39, 225.59, 300.0]
    """
    match profile.kind:
        case ProfileKind.EVEN:
            return ()
        case ProfileKind.RECORD:
            ends, percents = [distance_m * knot for knot in RECORD_KNOTS], RECORD_PCT
        case ProfileKind.NEGATIVE:
            ends, percents = [distance_m / 2, distance_m], NEGATIVE_PCT
        case ProfileKind.OWN:
            ends, percents = [*laps], profile.percents
            if len(ends) != len(percents):
                words = tr("the race has {laps} laps and the pace profile {given}; give one percentage a lap")
                raise InputError(words.format(laps=len(ends), given=len(percents)))
    shares, before = [], Fraction(0)
    for end, pct in zip(ends, percents, strict=True):
        shares.append((end - before) * pct)
        before = end
    whole, passed = sum(shares), Fraction(0)
    course = []
    for end, share in zip(ends, shares, strict=True):
        passed += share
        course.append((end, time_s * passed / whole))
    return tuple(course)


def time_on(course: Course, distance_m: Metres) -> Fraction:
    """Return the planned seconds at a distance; past the finish the last pace goes on."""
    before_m, before_s = Fraction(0), Fraction(0)
    for end_m, end_s in course[:-1]:
        if distance_m <= end_m:
            break
        before_m, before_s = end_m, end_s
    else:
        end_m, end_s = course[-1]
    return before_s + (end_s - before_s) * (distance_m - before_m) / (end_m - before_m)


def parse_percents(text: str) -> tuple[Fraction, ...]:
    """Read percentages of even pace, lap for lap: with commas, semicolons or slashes between them, or spaces alone.

    Raises:
        InputError: it is no list of figures, or one of them is no pace that anybody plans.

    >>> parse_percents("98, 101, 102, 99")
    (Fraction(98, 1), Fraction(101, 1), Fraction(102, 1), Fraction(99, 1))
    >>> parse_percents("98% / 101.5%")
    (Fraction(98, 1), Fraction(203, 2))
    """
    example = tr("write one percentage of even pace for each lap, such as 98, 101, 102, 99")
    plain = text[:PERCENT_CHARS].replace("%", " ").replace(";", ",").replace("/", ",").strip().removesuffix(",")
    words = [word.strip() for word in plain.split(",")] if "," in plain else plain.split() or [""]
    if len(words) > PROFILE_LAPS:
        raise InputError(tr("a pace profile has at most {most} laps").format(most=PROFILE_LAPS))
    percents = []
    for shown in words:
        if not (shown.isascii() and len(shown) <= 8 and shown.replace(".", "", 1).isdigit()):
            raise InputError(example)
        pct = Fraction(shown)
        if not PROFILE_PCT[0] <= pct <= PROFILE_PCT[1]:
            low, high = PROFILE_PCT
            raise InputError(tr("a lap is planned at {low} to {high} percent of even pace").format(low=low, high=high))
        percents.append(pct)
    return tuple(percents)
