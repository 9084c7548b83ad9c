"""What the athlete set, as a file in the data folder; read by pydantic at the door.

A file that cannot be read never stops the app: the defaults hold, the file is kept aside, and one sentence says so.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from app.core.bounds import (
    BELT_LEAD_S,
    FAVOURITES,
    FILE_BYTES,
    INCLINE_PCT,
    KEY_NAMES,
    LEAST_LAP_MS,
    RABBITS,
    TRACK_M,
)
from app.core.calibrate import MOST_OFFSET_MS
from app.core.cues import CueKind
from app.core.errors import InputError, StoreError
from app.core.profile import parse_percents
from app.core.scheme import LOUDEST
from app.core.tongue import tr
from app.core.track import LANES
from app.core.units import parse_time

FILE = "settings.json"


def _as_time(text: str) -> str:
    try:
        parse_time(text)
    except InputError as error:
        raise ValueError(str(error)) from None
    return text


Time = Annotated[str, AfterValidator(_as_time)]
"""A time as it was typed; exact, since text is."""


def _as_percents(text: str) -> str:
    try:
        parse_percents(text or "100")
    except InputError as error:
        raise ValueError(str(error)) from None
    return text


Percents = Annotated[str, AfterValidator(_as_percents)]
"""Percentages of even pace as they were typed; empty for none."""


class CueSetting(BaseModel):
    """What was set of one kind of cue; None is as the scheme has it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    on: bool | None = None
    tone: str | None = Field(default=None, max_length=40)
    volume: int | None = Field(default=None, ge=0, le=LOUDEST)


class PacingSetting(BaseModel):
    """What was set of pacing."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    lane: int = Field(default=1, ge=1, le=LANES)
    convention: Literal["finish line", "start line"] = "finish line"
    profile: Literal["even", "record", "negative", "own"] = "even"
    percents: Percents = ""
    light_every_m: Literal[100, 200, 400] | None = None
    light_is_spoken: bool = False
    light_second: Time | None = None
    rabbits: tuple[Time, ...] = Field(default=(), max_length=RABBITS)
    start: Literal["count", "own start", "go"] = "count"
    belt_lead_s: int = Field(default=15, ge=0, le=BELT_LEAD_S)
    incline_pct: float = Field(default=0, ge=0, le=INCLINE_PCT)


class Settings(BaseModel):
    """All that is remembered between starts."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    goal: Time | None = None
    best: Time | None = None
    track_m: float = Field(default=400, ge=TRACK_M[0], le=TRACK_M[1])
    lead_in_s: Literal[0, 3, 5, 10] = 5
    mark_every_m: int | None = Field(default=None, ge=10, le=5000)
    belt: Literal["km/h", "mph"] | None = None
    output: Literal["auto", "simpleaudio", "miniaudio", "silent"] = "auto"
    offset_ms: int = Field(default=0, ge=-MOST_OFFSET_MS, le=MOST_OFFSET_MS)
    scheme: str = Field(default="full", max_length=40)
    cues: dict[CueKind, CueSetting] = Field(default_factory=dict, max_length=len(CueKind))
    palette: str = Field(default="dark", max_length=40)
    text_size: int = Field(default=100, ge=100, le=200)
    language: str = Field(default="", max_length=20)
    flashes: bool = False
    stays_awake: bool = True
    least_lap_ms: int = Field(default=300, ge=0, le=LEAST_LAP_MS)
    keys: dict[str, tuple[str, ...]] = Field(default_factory=dict, max_length=KEY_NAMES)
    miles: bool = False
    lap_seconds: bool = False
    half_days: bool = False
    favourites: tuple[str, ...] = Field(default=(), max_length=FAVOURITES)
    welcomed: bool = False
    pacing: PacingSetting = PacingSetting()
    window: str = Field(default="", max_length=2000)


def load_settings(folder: Path) -> tuple[Settings, str]:
    """Read the settings.

    Returns:
        The settings, and a sentence where the file could not be read (empty if all is well).
    """
    path = folder / FILE
    try:
        with path.open("rb") as stream:
            data = stream.read(FILE_BYTES + 1)
        if len(data) > FILE_BYTES:
            raise ValueError("too large")
        return Settings.model_validate_json(data), ""
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, ValueError, ValidationError):
        aside = path.with_suffix(".unreadable.json")
        try:
            path.replace(aside)
        except OSError:
            return Settings(), tr("Settings could not be read from {file}; the defaults hold.").format(file=path)
        words = tr("Settings could not be read; the defaults hold, and the old file is kept as {file}.")
        return Settings(), words.format(file=aside.name)


def save_settings(settings: Settings, folder: Path) -> None:
    """Write the settings whole, or not at all.

    Raises:
        StoreError: the folder cannot be written.
    """
    path, new = folder / FILE, folder / f"{FILE}.new"
    try:
        with new.open("w", encoding="utf-8") as stream:
            stream.write(settings.model_dump_json(indent=1))
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(path)
    except OSError as error:
        words = tr("settings could not be saved in {folder}: {why}; free or unlock it")
        raise StoreError(words.format(folder=folder, why=error.strerror)) from None
