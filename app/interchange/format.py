"""A format: how its files are known, read and written. Each module of a format makes one, `registry` lists them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from app.core.athlete import Athlete
from app.interchange.recording import Recording
from app.interchange.sheet import Abilities, Loss, Sheet, SheetRead

Held: TypeAlias = SheetRead | Recording
"""What a file holds: a workout, or a run."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    Attributes:
        key: its name in commands, `fit`.
        name: its name in sentences and dialogs, `FIT`.
        suffix: of its files, `.fit`.
        looks_like: whether these first bytes (1,024 at most) can begin such a file; the suffix is not asked.
        read: returns what the bytes hold, in order, at least one; raises `WorkoutError` in one sentence where nothing
            is whole.
        abilities: what it can say; None where it is only read.
        write: writes a sheet that was cut to the abilities; the athlete's goal is there for formats that need a pace.
        cut: cuts what the abilities have no word for; called after the cut to them, before `write`.
    """

    key: str
    name: str
    suffix: str
    looks_like: Callable[[bytes], bool]
    read: Callable[[bytes], tuple[Held, ...]]
    abilities: Abilities | None = None
    write: Callable[[Sheet, Athlete], bytes] | None = None
    cut: Callable[[Sheet, Athlete], tuple[Sheet, tuple[Loss, ...]]] | None = None
