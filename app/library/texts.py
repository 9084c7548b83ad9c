"""The text of a workout, as the editor shows it: its author's own words where the file has them, else canonical ones.

A file may carry `typed`, the words its author typed, beside the steps. They count as long as they still say the steps:
who mends the steps by hand need not mend the words, and is shown what the steps say.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

from app.core.errors import WorkoutError
from app.core.workout import Item, Workout
from app.library.files import text_of_file


def editor_text(workout: Workout, typed: str = "") -> str:
    """Return the text to edit a workout by; it reads back as the same steps.

    Args:
        workout: what is edited.
        typed: the author's words, if the file has them.
    """
    from app.notation.writing import format_item, format_items  # noqa: PLC0415 - the grammar's room loads when needed

    if typed and says(typed, workout.steps):
        return typed
    lines = "\n".join(format_item(item) for item in workout.steps)
    return lines if says(lines, workout.steps) else format_items(workout.steps)


def typed_of(path: Path) -> str:
    """Return the author's words that a file carries; empty where there are none."""
    text, fault = text_of_file(path)
    if fault is not None:
        return ""
    try:
        typed = tomllib.loads(text).get("typed", "")
    except (ValueError, RecursionError):
        return ""
    return typed if isinstance(typed, str) else ""


def says(text: str, steps: Sequence[Item]) -> bool:
    """Whether a text is read as these steps."""
    from app.notation.reading import parse_text  # noqa: PLC0415 - as above

    try:
        return parse_text(text).steps == tuple(steps)
    except WorkoutError:
        return False
