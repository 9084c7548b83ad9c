"""What an empty line and a line that only names a phase mean for the lines below."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.workout import Activity, Intensity, Open, Step
from app.notation.part import Part
from app.notation.rows import Placed


def section(row: list[Placed]) -> list[Placed]:
    """Return what stands above since the last empty line."""
    start = max((number for number, placed in enumerate(row) if placed.before == "\n\n"), default=0)
    return row[start:]


def is_under_phase(part: Part, placed: Sequence[Placed]) -> bool:
    """Say whether a line is the easy run of the warm-up whose name stands on the line above."""
    last = placed[-1].item if placed else None
    if not isinstance(last, Step) or last.intensity not in (Intensity.WARMUP, Intensity.COOLDOWN):
        return False
    if last.length != Open() or last.target is not None or part.piece.before != "\n" or part.phase is not None:
        return False
    easy = part.activity is Activity.EASY or (part.activity is None and part.soft is None and part.target is None)
    return easy and len(part.lengths) == 1 and not part.counts and not part.is_bare and part.recovery is None
