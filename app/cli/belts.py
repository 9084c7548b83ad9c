"""What a treadmill is set to, for a terminal: as values for JSON, as a column, and in sentences."""

from __future__ import annotations

from typing import Any

from app.core.plan import Plan, Segment
from app.core.treadmill import cost_words, fast_words, given_words, incline_words, speed_words


def speed_as_values(segment: Segment) -> dict[str, Any]:
    """Return the speed to dial in and what it gives, for JSON; nothing where there is none."""
    dial = segment.dial
    if dial is None:
        return {}
    return {
        "speed": float(dial.speed),
        "speed_unit": dial.belt.value,
        "real_mile_s": round(float(dial.mile_s), 6),
        "incline_pct": float(dial.incline_pct),
    }


def speed_cell(segment: Segment) -> str:
    """Write the speed to dial in; empty where there is none."""
    return "" if segment.dial is None else speed_words(segment.dial)


def belt_notes(plan: Plan) -> list[str]:
    """Say what each speed really gives and costs, each once, and what is known of an incline; nothing on a track."""
    belt = plan.setup.belt
    if belt is None:
        return []
    dials = list(dict.fromkeys(segment.dial for segment in plan.segments if segment.dial is not None))
    if not dials:
        return ["No pace is asked that is known: run by feel, or set a goal."]
    notes = [said(dial) for dial in dials for said in (given_words, fast_words, cost_words)]
    return [*(note for note in notes if note), incline_words(belt, *dials)]
