"""`bell-lap list`: the workouts, shipped and own."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from app.bootstrap.choices import remembered
from app.bootstrap.shelf import Shelved, shelf
from app.cli.answers import print_json, print_table
from app.cli.athletes import athlete_of, setup_of
from app.core.errors import WorkoutError
from app.core.extent import total_time_words, total_work_words
from app.core.plan import Plan, Total
from app.core.planning import compile_plan


def command(options: argparse.Namespace) -> int:
    """Print every workout that suits the athlete; files with faults are listed with them."""
    known = remembered(options.data_dir)
    athlete, setup = athlete_of(options, known.athlete), setup_of(options, known.setup)
    rows: list[tuple[Shelved, Plan | None]] = []
    for entry in shelf(options.data_dir):
        if entry.workout is None:
            rows.append((entry, None))
        elif options.json or entry.workout.suits(athlete.best_s):
            try:
                rows.append((entry, compile_plan(entry.workout, athlete, setup)))
            except WorkoutError as error:
                rows.append((Shelved(entry.workout_id, entry.path, None, error.faults, entry.is_own), None))
    if options.json:
        print_json([_values(entry, plan, athlete.best_s) for entry, plan in rows])
        return 0
    table = [
        (entry.workout_id, plan.workout.name, plan.workout.purpose.value, _size(plan)) for entry, plan in rows if plan
    ]
    print_table(("workout", "name", "purpose", "size"), table, left=3)
    for entry, plan in rows:
        if plan is None:
            for fault in entry.faults:
                print(f"bell-lap: {fault}", file=sys.stderr)
    return 0


def _size(plan: Plan) -> str:
    return ", ".join(words for words in (total_time_words(plan.time_ms), total_work_words(plan.work_m)) if words)


def total_as_values(total: Total) -> dict[str, int]:
    """Return a total for JSON."""
    return {"low": total.low, "high": total.high, "n_open": total.n_open}


def _values(entry: Shelved, plan: Plan | None, best_s: Any) -> dict[str, Any]:
    values: dict[str, Any] = {"id": entry.workout_id, "file": str(entry.path), "own": entry.is_own}
    if plan is None:
        return values | {"faults": [str(fault) for fault in entry.faults]}
    workout = plan.workout
    return values | {
        "name": workout.name,
        "purpose": workout.purpose.value,
        "about": workout.about,
        "suits": workout.suits(best_s),
        "time_ms": total_as_values(plan.time_ms),
        "work_m": total_as_values(plan.work_m),
        "faults": [],
    }
