"""What stands between reps: from the words of a recovery to its step."""

from __future__ import annotations

from typing import Any

from app.core.workout import (
    Activity,
    ByReps,
    ByTime,
    Equal,
    Length,
    Measure,
    Open,
    OpenWhy,
    Ratio,
    Step,
)
from app.notation import words
from app.notation.scanning import NotRead


def recovery_length(length: Length) -> Length:
    """A bare number under 100 is seconds where a recovery is meant."""
    return ByTime(length.n * 1000) if isinstance(length, ByReps) else length


def soft_step(lengths: list[Length], tokens: list[Any]) -> Step:
    """Make a recovery of its length and its words.

    Args:
        lengths: at most one.
        tokens: words of recovery, as the grammar found them.

    Raises:
        NotRead: it has two lengths.
    """
    manner = Activity.ANY
    length: Length | None = recovery_length(lengths[0]) if lengths else None
    if len(lengths) > 1:
        raise NotRead
    for token in tokens:
        text = str(token)
        match token.type:
            case "SOFT":
                found = words.manner(text)
                manner = found if manner is Activity.ANY else manner
            case "FULL":
                length = length or Open(OpenWhy.FULL)
            case "BACK":
                manner = Activity.WALK if "walk" in text else Activity.JOG
                length = length or Open(OpenWhy.WALK_BACK if manner is Activity.WALK else OpenWhy.JOG_BACK)
            case "EQUAL" | "RATIO" if length is not None:
                raise NotRead
            case "EQUAL":
                kind = text.removeprefix("equal").strip()
                length = Equal({"time": Measure.TIME, "distance": Measure.DISTANCE}.get(kind, Measure.SAME))
            case "RATIO":
                work, recovery = (int(words.number(figure)) for figure in text.split(":"))
                if not work or not recovery:
                    raise NotRead
                length = Ratio(work, recovery)
            case _:
                pass
    return Step(length or Open(), words.soft_intensity(manner), manner)
