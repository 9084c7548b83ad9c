"""`bell-lap run`: a workout, in a window where there is a display, else in the terminal."""

from __future__ import annotations

import argparse
import sys

from app.bootstrap.choices import remembered
from app.bootstrap.house import House
from app.bootstrap.window import open_window
from app.cli.athletes import athlete_of, say_profile, setup_of
from app.cli.workouts import find_workout
from app.clock import Clock, RateClock, SystemClock
from app.core.errors import InputError
from app.core.planning import compile_plan
from app.folder import has_display

FASTEST = 1000.0


def command(options: argparse.Namespace) -> int:
    """Run a workout."""
    clock = _clock(options.speed)
    in_terminal = options.terminal or options.json or not has_display()
    if options.workout is None and not options.resume:
        raise InputError("say which workout: a name from `bell-lap list`, a line such as '8 x 200m', or a file")
    house = House(options.data_dir, clock, output=options.output)
    if options.resume:
        return _resumed(house, in_terminal, options)
    known = remembered(options.data_dir)
    athlete = athlete_of(options, known.athlete)
    workout_id, workout = find_workout(options.workout, options.data_dir, athlete)
    plan = compile_plan(workout, athlete, setup_of(options, known.setup))
    say_profile(plan)
    if in_terminal:
        if not options.terminal and not options.json:
            print("bell-lap: there is no display, so the workout runs here in the terminal.", file=sys.stderr)
        from app.cli.terminal import run_here  # noqa: PLC0415 - only in a terminal

        return run_here(house, lambda: house.begin(plan, workout_id), as_json=options.json)
    return open_window(options.data_dir, lambda: house, plan, workout_id)


def _resumed(house: House, in_terminal: bool, options: argparse.Namespace) -> int:
    if not in_terminal:
        return open_window(options.data_dir, lambda: house)  # its first page offers it
    from app.cli.terminal import run_here  # noqa: PLC0415 - only in a terminal

    return run_here(house, house.resume_last, as_json=options.json)


def _clock(speed: str | None) -> Clock:
    if speed is None:
        return SystemClock()
    try:
        rate = float(speed) if len(speed) < 12 else 0.0
    except ValueError:
        rate = 0.0
    if not 0.1 <= rate <= FASTEST:
        raise InputError(f"--speed takes a number from 0.1 to {FASTEST:g}, such as --speed 20, not {speed[:20]!r}")
    return RateClock(rate)
