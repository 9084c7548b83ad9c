"""What the athlete set of pacing: between the settings file and the window's choices."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from app.core.profile import Profile, ProfileKind, parse_percents
from app.core.setup import Light, RaceStart
from app.core.track import Convention
from app.core.units import format_metres, format_time, parse_time
from app.ui.choices import PacingChoices

if TYPE_CHECKING:
    from app.settings import PacingSetting


def pacing_of(setting: PacingSetting) -> PacingChoices:
    """Return what was set as the window shows it."""
    kind = ProfileKind(setting.profile)
    light = None
    if setting.light_every_m is not None:
        second_s = parse_time(setting.light_second) if setting.light_second else None
        light = Light(Fraction(setting.light_every_m), setting.light_is_spoken, second_s=second_s)
    return PacingChoices(
        setting.lane,
        Convention(setting.convention),
        Profile(kind, parse_percents(setting.percents) if setting.percents else ()),
        light,
        tuple(parse_time(each) for each in setting.rabbits),
        RaceStart(setting.start),
        setting.belt_lead_s,
        Fraction(str(setting.incline_pct)),
    )


def pacing_setting(pacing: PacingChoices) -> PacingSetting:
    """Return what is set, to keep."""
    from app.settings import PacingSetting  # noqa: PLC0415 - loaded by whoever had the old ones

    light = pacing.light
    return PacingSetting(
        lane=pacing.lane,
        convention=pacing.convention.value,
        profile=pacing.profile.kind.value,
        percents=", ".join(format_metres(pct, 3) for pct in pacing.profile.percents),
        light_every_m=None if light is None else int(light.every_m),  # type: ignore[arg-type]  # as above
        light_is_spoken=light is not None and light.is_spoken,
        light_second=time_text(light.second_s) if light is not None else None,
        rabbits=tuple(time_text(each) or "" for each in pacing.rabbits),
        start=pacing.start.value,
        belt_lead_s=pacing.belt_lead_s,
        incline_pct=float(pacing.incline_pct),
    )


def time_text(seconds: Fraction | None) -> str | None:
    """Return a time with as many places as can be typed."""
    return None if seconds is None else format_time(seconds, 9).rstrip("0").rstrip(".")
