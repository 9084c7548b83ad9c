"""`bell-lap import`: workouts of other programs into the library, runs of watches into the history."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from app.bootstrap.choices import remembered
from app.cli.answers import print_json
from app.cli.athletes import athlete_of, setup_of
from app.cli.brought import Brought, laps_table, steps_lines, totals, values
from app.core.athlete import Athlete
from app.core.bounds import FILES_AT_ONCE
from app.core.errors import BellLapError, InputError, WorkoutError
from app.core.setup import Setup


def command(options: argparse.Namespace) -> int:
    """Read each file, say what it holds and what could not be carried in, then keep it; exit 2 if any failed."""
    if len(options.files) > FILES_AT_ONCE:
        raise InputError(f"at most {FILES_AT_ONCE} files are imported at once")
    known = remembered(options.data_dir)
    athlete, setup = athlete_of(options, known.athlete), setup_of(options, known.setup)
    documents = []
    failed = False
    for name in options.files:
        brought, error = _read(name, athlete, setup)
        failed = failed or bool(error)
        if error:
            print(f"bell-lap: {error}", file=sys.stderr)
        for each in brought:
            if not options.json:
                _print(name, each)
            for warning in each.warnings:
                print(f"bell-lap: {name}: {warning}", file=sys.stderr)
            if not options.look:
                _keep(each, name, options)
        documents.append(_document(name, brought, error))
    if options.json:
        print_json(documents[0] if len(documents) == 1 else documents)
    return 2 if failed else 0


def _read(name: str, athlete: Athlete, setup: Setup) -> tuple[list[Brought], str]:
    """Return what a file holds, or why it holds nothing, as one sentence."""
    from app.bootstrap.exchange import read_file  # noqa: PLC0415 - the formats load when a file is read

    brought: list[Brought] = []
    late: list[str] = []
    try:
        for found in read_file(Path(name), athlete):
            try:
                brought.append(Brought.of(found, Path(name).name, athlete, setup))
            except WorkoutError as error:
                late.append(f"{Path(name).name}: {error}")
    except BellLapError as error:
        late.append(str(error))
    said = [" ".join(each.split()) for each in late]
    if brought:
        brought[-1].warnings += tuple(f"left out: {each}" for each in said)
        return brought, ""
    return [], said[0]


def _print(name: str, each: Brought) -> None:
    print(f"{name}: {each.name}, a {each.kind} ({each.format}){totals(each)}")
    for line in steps_lines(each):
        print(f"  {line}")
    laps_table(each)


def _keep(each: Brought, name: str, options: argparse.Namespace) -> None:
    """Put a workout on the shelf and a run into the history; where that cannot be, say so."""
    from app.bootstrap.intake import keep_recording, keep_workout  # noqa: PLC0415 - loads when something is kept

    try:
        if each.workout is not None:
            kept = keep_workout(each.workout, options.data_dir)
            each.saved = kept.workout_id
            told = "kept as" if kept.is_new else "is there already as"
            said = f"{told} {kept.workout_id}"
            each.losses = kept.losses
        else:
            assert each.recording is not None
            run = keep_recording(each.recording, Path(name).name, options.data_dir)
            each.saved = run.past.session_id
            said = "kept in the history" if run.is_new else "was imported before, and is in the history"
            each.losses = tuple(note for note in run.notes if note not in each.warnings)
    except BellLapError as error:
        each.losses = (f"it could not be kept: {error}",)
        said = ""
    for loss in each.losses:
        print(f"bell-lap: {name}: {loss}", file=sys.stderr)
    if said and not options.json:
        print(f"  {said}")


def _document(name: str, brought: list[Brought], error: str) -> dict[str, Any]:
    if not brought:
        empty: dict[str, Any] = {"kind": None, "format": None, "name": None, "sport": None, "steps": [], "laps": []}
        nothing: dict[str, Any] = {"distance_m": None, "time_s": None, "warnings": [], "saved": None}
        return {"file": name, **empty, **nothing, "error": error}
    first, *more = [{"file": name, **values(each), "error": None} for each in brought]
    return first | {"more": more} if more else first
