"""Pace arithmetic, exact: even splits, race paces, what a target asks in seconds.

Rules of the file: everything is a `Fraction`; nothing is rounded here, and nothing divides a mile by four.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from app.core.units import MILE_M, Metres, round_half_up
from app.core.workout import Pace, Race, RacePace, Split, Target

RACE_M: dict[Race, Metres] = {
    Race.GOAL: MILE_M,
    Race.MILE: MILE_M,
    Race.M200: Fraction(200),
    Race.M400: Fraction(400),
    Race.M800: Fraction(800),
    Race.M1500: Fraction(1500),
    Race.M1600: Fraction(1600),
    Race.K3: Fraction(3000),
    Race.M3200: Fraction(3200),
    Race.TWO_MILE: 2 * MILE_M,
    Race.K5: Fraction(5000),
    Race.K8: Fraction(8000),
    Race.K10: Fraction(10000),
    Race.TEN_MILE: 10 * MILE_M,
    Race.HALF: Fraction("21097.5"),
    Race.MARATHON: Fraction(42195),
}
"""Distances of the races whose pace can be asked; `Race.RACE` names none.
Source: World Athletics, competition rules; half marathon and marathon by definition."""

RIEGEL_EXPONENT = 1.06
RIEGEL_S = (Fraction(210), Fraction(13800))
"""Where the formula holds: 3.5 to 230 minutes.
Source: P. S. Riegel, Athletic Records and Human Endurance, American Scientist 69 (1981)."""


def even_time(goal_s: Fraction, race_m: Metres, mark_m: Metres) -> Fraction:
    """Return the even-pace time at a mark, in seconds.

    Args:
        goal_s: time for the whole race.
        race_m: length of the race.
        mark_m: distance of the mark from the start.

    >>> even_time(Fraction(300), MILE_M, Fraction(400))
    Fraction(312500, 4191)
    >>> float(even_time(Fraction(300), MILE_M, Fraction("409.344")))
    76.30637079455977
    """
    return goal_s * mark_m / race_m


def equivalent_time(time_s: Fraction, from_m: Metres, to_m: Metres) -> Fraction | None:
    """Return the time of equal merit over another distance, in seconds; None where the formula does not hold.

    Source: Riegel 1981, T2 = T1 (D2/D1)^1.06, for times of 3.5 to 230 minutes.
    """
    if from_m == to_m:
        return time_s
    seconds = Fraction(float(time_s) * float(to_m / from_m) ** RIEGEL_EXPONENT).limit_denominator(10**6)
    return seconds if RIEGEL_S[0] <= seconds <= RIEGEL_S[1] else None


@dataclass(frozen=True, slots=True)
class Asked:
    """A target as a pace."""

    s_per_m: Fraction
    """Seconds for a metre; the faster end of a range."""
    slowest_s_per_m: Fraction | None = None
    """The slower end of a range."""
    or_faster: bool = False


def asked_pace(
    target: Target | None, distance_m: Metres | None, goal_s: Fraction | None, best_s: Fraction | None
) -> Asked | None:
    """Return the pace that a target asks, or None where it asks none or none is known.

    Mile pace is the pace of the goal mile, or of the best one where no goal is set. Other races' paces come
    from that mile by Riegel's formula, where it holds. Effort, heart rate and words never become a pace.

    Args:
        target: what the step asks.
        distance_m: length of the step, for a split of it.
        goal_s: goal mile in seconds.
        best_s: best mile in seconds.
    """
    match target:
        case RacePace():
            ends = [_race_pace(race, target, goal_s, best_s) for race in (target.race, target.to) if race is not None]
            known = sorted(end for end in ends if end is not None)
            if not known:
                return None
            return Asked(known[0], known[-1] if len(known) > 1 else None, target.or_faster)
        case Pace():
            per_m = target.per.metres(Fraction(400))
            slowest = target.most_s / per_m if target.most_s is not None else None
            return Asked(target.s / per_m, slowest, target.or_faster)
        case Split() if distance_m:
            slowest = target.most_s / distance_m if target.most_s is not None else None
            return Asked(target.s / distance_m, slowest, target.or_faster)
        case _:
            return None


def _race_pace(race: Race, target: RacePace, goal_s: Fraction | None, best_s: Fraction | None) -> Fraction | None:
    mile_s = goal_s if race is Race.GOAL or goal_s is not None else best_s
    race_m = RACE_M.get(race)
    if mile_s is None or race_m is None:
        return None
    time_s = equivalent_time(mile_s, MILE_M, race_m)
    if time_s is None:
        return None
    shifted = time_s / race_m + target.shift_s / target.shift_per.metres(Fraction(400))
    return shifted if shifted > 0 else None


class Belt(Enum):
    """The unit a treadmill shows its speed in."""

    KMH = "km/h"
    MPH = "mph"


def belt_speed(s_per_m: Fraction, belt: Belt) -> Decimal:
    """Return the speed to dial in for a pace, rounded once to the 0.1 that a belt can be set to.

    >>> belt_speed(Fraction(320) / MILE_M, Belt.MPH), belt_speed(Fraction(320) / MILE_M, Belt.KMH)
    (Decimal('11.3'), Decimal('18.1'))
    """
    per_hour_m = Fraction(3600) / s_per_m
    return round_half_up(per_hour_m / (1000 if belt is Belt.KMH else MILE_M), 1)
