"""The treadmill: the speed to dial in for a pace, and what a belt at that speed really gives. Pure and exact.

Rules of the file: it advises, and nothing moves a belt. A speed is rounded once, to the belt's step, and every other
figure comes from the rounded speed. What an incline costs is a model, and a model is named wherever it is shown; it
never changes the speed.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from app.core.bounds import BELT_KMH
from app.core.pace import Belt, belt_speed
from app.core.tongue import tr
from app.core.units import MILE_M, Metres, Millis, format_metres, format_time, round_half_up, to_millis

KM_M = Fraction(1000)
STEPS = 10
"""Settings of a belt in one km/h or mph. Source: machines step by 0.1, basic ones by 0.5; general knowledge."""

RUNS_FROM_M_MIN = 134
"""The slowest speed, in metres a minute, at which the equation for running holds: about 8.0 km/h or 5 mph.
Source: as `oxygen_ml`."""

TESTED_M_S = (Fraction("2.92"), Fraction(5))
"""Speeds at which running on a belt was measured against the road, in metres a second: 9:11 to 5:22 a mile.

Source: A. M. Jones, J. H. Doust, A 1 % treadmill grade most accurately reflects the energetic cost of outdoor running,
J Sports Sci 14 (1996) 321-327: nine men at 0, 1, 2 and 3 % for about five minutes each. 1 % was equal to the road from
3.75 to 4.58 m/s; at 2.92 and 3.33 m/s 0 % was too, and at 5.0 m/s no incline could be told from the road."""


@dataclass(frozen=True, slots=True)
class Dial:
    """What to dial in on a belt for a pace, and what the belt then gives."""

    tenths: int
    """The speed in tenths of the belt's unit."""
    belt: Belt
    asked_s_per_m: Fraction
    """The pace that was asked, which the speed only comes near."""
    incline_pct: Fraction = Fraction(0)

    @property
    def speed(self) -> Decimal:
        """The speed as the belt shows it, with its tenth."""
        return Decimal(self.tenths).scaleb(-1)

    @property
    def s_per_m(self) -> Fraction:
        """The pace the belt really gives, seconds for a metre, exact."""
        return Fraction(3600 * STEPS) / (self.tenths * _unit_m(self.belt))

    @property
    def mile_s(self) -> Fraction:
        """Seconds the belt takes for a mile, exact.

        >>> float(Dial(86, Belt.MPH, Fraction(420) / MILE_M).mile_s)
        418.6046511627907
        """
        return self.s_per_m * MILE_M

    @property
    def is_too_fast(self) -> bool:
        """Whether most belts do not go so fast."""
        return self.tenths * _unit_m(self.belt) > STEPS * BELT_KMH * KM_M

    @property
    def is_tested(self) -> bool:
        """Whether the speed is among those at which 1 % was tested."""
        return TESTED_M_S[0] <= 1 / self.s_per_m <= TESTED_M_S[1]

    def is_set_as(self, other: Dial | None) -> bool:
        """Whether a belt that stands at the other one has not to be touched."""
        return other is not None and (self.tenths, self.belt) == (other.tenths, other.belt)

    def duration_ms(self, distance_m: Metres) -> Millis:
        """Return how long the belt takes for a distance, rounded once."""
        return to_millis(self.s_per_m * distance_m)


def dial_of(s_per_m: Fraction, belt: Belt, incline_pct: Fraction = Fraction(0)) -> Dial | None:
    """Return what to dial in for a pace; None for one so slow that the belt would stand.

    >>> dial_of(Fraction(420) / MILE_M, Belt.MPH).speed
    Decimal('8.6')
    """
    tenths = int(belt_speed(s_per_m, belt) * STEPS)
    return Dial(tenths, belt, s_per_m, incline_pct) if tenths > 0 else None


def _unit_m(belt: Belt) -> Metres:
    return KM_M if belt is Belt.KMH else MILE_M


# What an incline costs ---------------------------------------------------------------------------------------------


def oxygen_ml(s_per_m: Fraction, incline_pct: Fraction = Fraction(0)) -> Fraction | None:
    """Return the oxygen that running takes by the model, ml for a kg and minute; None where it does not hold.

    Source: ACSM's Guidelines for Exercise Testing and Prescription, metabolic equation for running:
    VO2 = 0.2 S + 0.9 S G + 3.5 with S in m/min and G as a fraction, above 134 m/min.

    >>> round(float(oxygen_ml(Fraction(600) / MILE_M, Fraction(5))), 2)  # 6 mph
    42.93
    """
    speed = 60 / s_per_m
    if speed < RUNS_FROM_M_MIN:
        return None
    return speed / 5 + speed * Fraction(9, 10) * incline_pct / 100 + Fraction(7, 2)


def equal_flat(s_per_m: Fraction, incline_pct: Fraction) -> Fraction | None:
    """Return the pace on the flat that costs as much as this one does uphill; None where the model does not hold.

    Source: `oxygen_ml` solved for the speed, S (1 + 4.5 G).

    >>> round(float(equal_flat(Fraction(600) / MILE_M, Fraction(5)) * MILE_M), 1)  # 6 mph at 5 % is 8:09.8
    489.8
    """
    return None if oxygen_ml(s_per_m) is None else s_per_m / _steeper(incline_pct)


def equal_uphill(s_per_m: Fraction, incline_pct: Fraction) -> Fraction | None:
    """Return the pace uphill that costs as much as this one does on the flat; None where the model does not hold.

    Source: as `equal_flat`, solved the other way.
    """
    uphill = s_per_m * _steeper(incline_pct)
    return None if oxygen_ml(uphill) is None else uphill


def _steeper(incline_pct: Fraction) -> Fraction:
    return 1 + Fraction(9, 2) * incline_pct / 100


# In words ----------------------------------------------------------------------------------------------------------


def speed_words(dial: Dial) -> str:
    """Write the speed as the belt shows it: `16.1 km/h`."""
    return _in_unit(str(dial.speed), dial.belt)


def given_words(dial: Dial) -> str:
    """Write what the belt really gives, and what was asked where that is another time: `8.6 mph is 6:58.6 a mile`."""
    mile, asked = format_time(dial.mile_s), format_time(dial.asked_s_per_m * MILE_M)
    if dial.belt is Belt.KMH:
        kilometre = format_time(dial.s_per_m * KM_M)
        said = tr("{speed} is {kilometre} a km and {mile} a mile, not {asked}.")
        if mile == asked:
            said = tr("{speed} is {kilometre} a km and {mile} a mile.")
        return said.format(speed=speed_words(dial), kilometre=kilometre, mile=mile, asked=asked.removesuffix(".0"))
    said = tr("{speed} is {mile} a mile.") if mile == asked else tr("{speed} is {mile} a mile, not {asked}.")
    return said.format(speed=speed_words(dial), mile=mile, asked=asked.removesuffix(".0"))


def fast_words(dial: Dial) -> str:
    """Say that most belts do not go so fast; empty for those that do."""
    if not dial.is_too_fast:
        return ""
    most = _rounded(Fraction(1000 * BELT_KMH), dial.belt)
    return tr("{speed} is faster than most belts go ({most}).").format(speed=speed_words(dial), most=most)


def cost_words(dial: Dial) -> str:
    """Say what the incline costs, by the model; empty on the flat, and where the model does not hold."""
    flat, uphill = equal_flat(dial.s_per_m, dial.incline_pct), equal_uphill(dial.asked_s_per_m, dial.incline_pct)
    if not dial.incline_pct or flat is None:
        return ""
    said = tr("{incline} %: costs like {flat} a mile on the flat (ACSM model).")
    if uphill is not None:
        said = tr("{incline} %: costs like {flat} a mile on the flat; {slower} would cost like {asked} (ACSM model).")
    return said.format(
        incline=format_metres(dial.incline_pct, 1),
        flat=format_time(flat * MILE_M),
        slower="" if uphill is None else _rounded(3600 / uphill, dial.belt),
        asked=format_time(dial.asked_s_per_m * MILE_M).removesuffix(".0"),
    )


def incline_words(belt: Belt, *dials: Dial) -> str:
    """Say what 1 % is for, who tested it and how fast; and which speeds lie outside of that.

    Args:
        belt: in whose unit the speeds are written.
        dials: the speeds that are run.
    """
    low, high = (f"{round_half_up(3600 * speed / _unit_m(belt), 1):.1f}" for speed in TESTED_M_S)
    said = tr("1 % costs what the road does: tested on nine men from {low} to {high} (Jones and Doust 1996).")
    words = said.format(low=low, high=_in_unit(high, belt))
    outside = dict.fromkeys(speed_words(dial) for dial in dials if not dial.is_tested)
    beyond = tr("Outside of that: {speeds}.").format(speeds=", ".join(outside))
    return f"{words} {beyond}" if outside else words


def _rounded(m_per_hour: Fraction, belt: Belt) -> str:
    return _in_unit(f"{round_half_up(m_per_hour / _unit_m(belt), 1):.1f}", belt)


def _in_unit(shown: str, belt: Belt) -> str:
    return (tr("{speed} km/h") if belt is Belt.KMH else tr("{speed} mph")).format(speed=shown)
