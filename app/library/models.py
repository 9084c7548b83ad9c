"""A workout file at the door: what may stand in it, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictInt, StrictStr

from app.core.bounds import NAME_CHARS, TEXT_CHARS
from app.core.errors import InputError
from app.core.tags import clean_tags
from app.core.units import parse_time
from app.core.workout import Purpose

Words = Annotated[StrictStr, Field(min_length=1, max_length=400)]


def _as_time(text: str) -> str:
    try:
        parse_time(text)
    except InputError as error:
        raise ValueError(str(error)) from None
    return text


def _as_tags(tags: list[str]) -> list[str]:
    try:
        return [*clean_tags(tags)]
    except InputError as error:
        raise ValueError(str(error)) from None


class StepTable(BaseModel):
    """A step as a table: one thing to do, and what goes with it."""

    model_config = ConfigDict(extra="forbid")

    work: Words | None = None
    warmup: Words | None = None
    cooldown: Words | None = None
    recovery: Words | None = None
    rest: Words | None = None
    drill: Words | None = None
    strength: Words | None = None
    strides: Words | None = None
    repeat: StrictInt | Words | None = None
    steps: list[Any] | None = None
    target: Words | None = None
    name: Words | None = None


class WorkoutFile(BaseModel):
    """A whole file."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[StrictStr, Field(min_length=1, max_length=NAME_CHARS)]
    purpose: Purpose
    about: Annotated[StrictStr, Field(max_length=4000)] = ""
    best_slower_than: Annotated[StrictStr, AfterValidator(_as_time)] | None = None
    best_faster_than: Annotated[StrictStr, AfterValidator(_as_time)] | None = None
    tags: Annotated[list[StrictStr], AfterValidator(_as_tags)] = []
    typed: Annotated[StrictStr, Field(max_length=TEXT_CHARS)] = ""
    """The author's own words for the steps; shown in the editor as long as they still say the same."""
    steps: Annotated[list[Any], Field(min_length=1)]
