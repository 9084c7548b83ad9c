"""What the athlete set: between the settings file, the window's choices and what the core takes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from app.bootstrap.pacing import pacing_of, pacing_setting, time_text
from app.core.athlete import Athlete
from app.core.bounds import FILE_BYTES
from app.core.cues import CueKind
from app.core.errors import InputError
from app.core.pace import Belt
from app.core.setup import Setup
from app.core.track import OUTDOOR, track_in_lane
from app.core.units import parse_time
from app.folder import data_folder
from app.ui.choices import Choices, SoundChoices

if TYPE_CHECKING:
    from app.settings import Settings


FILE = "settings.json"
"""The same as `app.settings.FILE`, whose module loads pydantic."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the athlete set at some earlier time, as the core takes it."""

    athlete: Athlete
    setup: Setup


def remembered(data_dir: str | None) -> Remembered:
    """Return what was set, or the defaults; costs nothing where nothing was ever set."""
    folder = data_folder(data_dir)
    if not (folder / "settings.json").is_file():
        return Remembered(Athlete(), Setup(halves=True))
    from app.settings import load_settings  # noqa: PLC0415 - pydantic loads only where there is a file

    return remembered_of(choices_of(load_settings(folder)[0]))


def choices_of(settings: Settings) -> Choices:
    """Return the settings as the window shows them."""
    return Choices(
        parse_time(settings.goal) if settings.goal else None,
        parse_time(settings.best) if settings.best else None,
        Fraction(str(settings.track_m)),
        settings.lead_in_s,
        settings.mark_every_m,
        settings.palette,
        settings.window,
        None if settings.belt is None else Belt(settings.belt),
        SoundChoices(
            settings.scheme,
            {kind: set_.on for kind, set_ in settings.cues.items() if set_.on is not None},
            {kind: set_.tone for kind, set_ in settings.cues.items() if set_.tone},
            {kind: set_.volume for kind, set_ in settings.cues.items() if set_.volume is not None},
            settings.output,
            settings.offset_ms,
        ),
        text_size=settings.text_size,
        language=settings.language,
        flashes=settings.flashes,
        stays_awake=settings.stays_awake,
        least_lap_ms=settings.least_lap_ms,
        keys=settings.keys,
        miles=settings.miles,
        lap_seconds=settings.lap_seconds,
        half_days=settings.half_days,
        favourites=settings.favourites,
        welcomed=settings.welcomed,
        pacing=pacing_of(settings.pacing),
    )


def choices_at_once(folder: Path) -> Choices | None:
    """Return what was set without pydantic, whose loading takes a tenth of a second; None where that cannot be had.

    Only a file as we write it is taken, every field there and of its kind; bounds are not looked at. It serves to show
    the first page; `load_settings` has the last word, right behind it.
    """
    if not (folder / FILE).exists():
        return Choices()
    try:
        with (folder / FILE).open("rb") as stream:
            kept = json.loads(stream.read(FILE_BYTES))
        cues = {CueKind(kind): SimpleNamespace(**set_) for kind, set_ in kept.pop("cues").items()}
        keys = {name: tuple(each) for name, each in kept.pop("keys").items()}
        favourites = tuple(kept.pop("favourites"))
        pacing = SimpleNamespace(**kept.pop("pacing"))
        made = SimpleNamespace(**kept, cues=cues, keys=keys, favourites=favourites, pacing=pacing)
        return choices_of(cast("Settings", made))
    except (OSError, ValueError, TypeError, AttributeError, LookupError, InputError, RecursionError):
        return None


def remembered_of(choices: Choices) -> Remembered:
    """Return the choices as the core takes them."""
    pacing = choices.pacing
    lane = pacing.lane if choices.track_m == OUTDOOR.lap_m else 1  # only that track's outer lanes are known
    setup = Setup(
        track_in_lane(lane, choices.track_m),
        1000 * choices.lead_in_s,
        None if choices.mark_every_m is None else Fraction(choices.mark_every_m),
        choices.belt,
        choices.least_lap_ms,
        pacing.convention,
        pacing.profile,
        pacing.light,
        pacing.rabbits,
        pacing.start,
        belt_lead_ms=1000 * pacing.belt_lead_s,
        halves=True,
        incline_pct=pacing.incline_pct,
    )
    return Remembered(Athlete(choices.goal_s, choices.best_s), setup)


def settings_of(choices: Choices) -> Settings:
    """Return the settings to keep."""
    from app.settings import CueSetting, Settings  # noqa: PLC0415 - loaded by whoever had the old ones

    sound = choices.sound
    cues = {
        kind: CueSetting(on=sound.switched.get(kind), tone=sound.tones.get(kind), volume=sound.volumes.get(kind))
        for kind in CueKind
        if kind in sound.switched or kind in sound.tones or kind in sound.volumes
    }
    return Settings(
        goal=time_text(choices.goal_s),
        best=time_text(choices.best_s),
        track_m=float(choices.track_m),
        lead_in_s=choices.lead_in_s,  # type: ignore[arg-type]  # pydantic refuses any other
        mark_every_m=choices.mark_every_m,
        belt=None if choices.belt is None else choices.belt.value,
        output=sound.output,  # type: ignore[arg-type]  # pydantic refuses any other
        offset_ms=sound.offset_ms,
        scheme=sound.scheme,
        cues=cues,
        palette=choices.palette,
        window=choices.window,
        text_size=choices.text_size,
        language=choices.language,
        flashes=choices.flashes,
        stays_awake=choices.stays_awake,
        least_lap_ms=choices.least_lap_ms,
        keys=dict(choices.keys),
        miles=choices.miles,
        lap_seconds=choices.lap_seconds,
        half_days=choices.half_days,
        favourites=choices.favourites,
        welcomed=choices.welcomed,
        pacing=pacing_setting(choices.pacing),
    )
