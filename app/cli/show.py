"""`bell-lap show`: the plan of a workout as a table with totals."""

from __future__ import annotations

import argparse
from fractions import Fraction
from typing import Any

from app.bootstrap.choices import remembered
from app.cli.answers import print_json, print_table
from app.cli.athletes import athlete_of, say_profile, setup_of
from app.cli.belts import belt_notes, speed_as_values, speed_cell
from app.cli.list import total_as_values
from app.cli.workouts import find_workout
from app.core.describe import rep_words, step_words, target_time_words
from app.core.extent import total_time_words, total_work_words
from app.core.plan import Segment
from app.core.planning import compile_plan
from app.core.units import format_metres, format_time
from app.core.workout import Intensity


def command(options: argparse.Namespace) -> int:
    """Print each segment with its phase, rep, length and target; then the totals."""
    known = remembered(options.data_dir)
    athlete = athlete_of(options, known.athlete)
    workout_id, workout = find_workout(options.workout, options.data_dir, athlete)
    plan = compile_plan(workout, athlete, setup_of(options, known.setup))
    say_profile(plan)
    if options.json:
        print_json(
            {
                "id": workout_id,
                "name": workout.name,
                "purpose": workout.purpose.value,
                "about": workout.about,
                "segments": [_values(segment) for segment in plan.segments],
                "time_ms": total_as_values(plan.time_ms),
                "work_m": total_as_values(plan.work_m),
            }
        )
        return 0
    print(workout.name)
    if workout.about:
        print(workout.about)
    print()
    belt = ("belt",) if plan.setup.belt is not None else ()
    rows = [
        (
            str(segment.index + 1),
            segment.intensity.value,
            rep_words(segment.rep) if segment.rep and segment.intensity is Intensity.WORK else "",
            "count to the rep" if segment.intensity is Intensity.LEAD_IN else step_words(segment.step),
            _length(segment),
            target_time_words(segment) if segment.marks or segment.dial is not None else "",
            *(speed_cell(segment) for _ in belt),
        )
        for segment in plan.segments
    ]
    print_table(("#", "phase", "rep", "step", "length", "target", *belt), rows, left=4)
    print()
    totals = [f"Time: {total_time_words(plan.time_ms)}"]
    work = total_work_words(plan.work_m)
    if work:
        totals.append(f"Work: {work}")
    print(" · ".join(totals))
    for note in belt_notes(plan):
        print(note)
    if any(segment.leave_to is not None for segment in plan.segments):
        print("A range of reps runs to its upper end; from the lower end on, one key leaves the block.")
    return 0


def _length(segment: Segment) -> str:
    if segment.distance_m is not None:
        return f"{format_metres(segment.distance_m)} m"
    if segment.duration_ms is not None:
        return format_time(Fraction(segment.duration_ms, 1000), 0 if segment.duration_ms % 1000 == 0 else 1)
    return "follows the rep" if segment.follows is not None else "open"


def _values(segment: Segment) -> dict[str, Any]:
    rep = segment.rep
    return {
        "index": segment.index,
        "intensity": segment.intensity.name,
        "activity": segment.activity.value,
        "step": step_words(segment.step),
        "duration_ms": segment.duration_ms,
        "distance_m": None if segment.distance_m is None else float(segment.distance_m),
        "open": segment.is_open,
        "expected_ms": segment.expected_ms,
        "marks": [
            {"distance_m": float(mark.distance_m), "planned_ms": mark.planned_ms, "is_half": mark.is_half}
            for mark in segment.marks
        ],
        "bell_mark": segment.bell_mark,
        "light": [
            {"distance_m": float(mark.distance_m), "planned_ms": mark.planned_ms, "second": mark.is_second}
            for mark in segment.light
        ],
        "rep": None
        if rep is None
        else {
            "rep_number": rep.rep_number,
            "n_reps": rep.n_reps,
            "least_reps": rep.least_reps,
            "set_number": rep.set_number,
            "n_sets": rep.n_sets,
        },
        "leave_to": segment.leave_to,
        **speed_as_values(segment),
    }
