"""Where concrete things meet: the data folder, the files that ship, the sound process, the journal, the window.

Rules of the file: the only place that knows a path of ours, and the only one that makes the concrete things. What is
heavy is imported where it is needed, after the first paint.
"""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from app.clock import Clock, SystemClock
from app.core.athlete import Athlete
from app.core.engine import Engine
from app.core.errors import Fault, InputError, StoreError
from app.core.events import Command, Event
from app.core.plan import Plan, Setup
from app.core.planning import compile_plan
from app.core.session import holding, presses
from app.core.state import State
from app.core.track import Track
from app.core.units import Instant
from app.core.workout import Purpose, Workout
from app.driver import Driver
from app.ui.desk import Choices, Past, SavedState
from app.ui.desk import Shelved as OnPage

if TYPE_CHECKING:
    from app.audio.process import SoundProcess
    from app.settings import Settings
    from app.store import Journal, Store


def has_display() -> bool:
    """Whether a window can open: a display, or a Qt platform that somebody asked for by name."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def shipped(name: str) -> Path:
    """Return the folder `workouts` or `sounds`: beside the package in a clone, inside it once installed."""
    package = Path(__file__).resolve().parent
    in_clone = package.parent / name
    return in_clone if (package.parent / "pyproject.toml").is_file() and in_clone.is_dir() else package / name
