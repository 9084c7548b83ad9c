"""`bell-lap convert`: a workout as a file of another program, with what does not come through."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from app.bootstrap.choices import remembered
from app.cli.answers import print_json
from app.cli.athletes import athlete_of, setup_of
from app.cli.workouts import find_workout
from app.core.errors import InputError


def command(options: argparse.Namespace) -> int:
    """Say each loss, then write; `-` writes to standard output."""
    from app.bootstrap.exporting import format_to_write, write_file, written  # noqa: PLC0415 - loads what can be written

    known = remembered(options.data_dir)
    athlete, setup = athlete_of(options, known.athlete), setup_of(options, known.setup)
    is_stream = options.out == "-"
    if is_stream and not options.to:
        raise InputError("standard output has no suffix: say the format, such as --to icu")
    if is_stream and options.json:
        raise InputError("--json needs standard output for itself: give a file to write")
    key = format_to_write("" if is_stream else options.out, options.to or "")
    _, workout = find_workout(options.workout, options.data_dir, athlete)
    made = written(workout, key, athlete, setup)
    losses = list(dict.fromkeys(loss.what for loss in made.losses))
    for what in losses:
        print(f"bell-lap: {what}", file=sys.stderr)
    if is_stream:
        sys.stdout.flush()
        stream = getattr(sys.stdout, "buffer", None)
        if stream is None:  # a test's stream
            sys.stdout.write(made.data.decode(errors="replace"))
        else:
            stream.write(made.data)
        return 0
    write_file(Path(options.out), made.data, force=options.force)
    if options.json:
        rows = [{"what": loss.what, "place": list(loss.place)} for loss in made.losses]
        print_json({"file": options.out, "format": key, "name": workout.name, "bytes": len(made.data), "losses": rows})
        return 0
    said = (
        "nothing is lost"
        if not losses
        else "1 loss, said above"
        if len(losses) == 1
        else f"{len(losses)} losses, said above"
    )
    print(f"{options.out}: {workout.name}, as {key}; {said}")
    return 0
