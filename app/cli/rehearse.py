"""`bell-lap rehearse`: a whole session at virtual time, at once."""

from __future__ import annotations

import argparse
from dataclasses import fields
from enum import Enum
from fractions import Fraction
from typing import Any

from app.audio.lengths import lengths_of
from app.bootstrap.choices import remembered
from app.cli.answers import print_json, print_table
from app.cli.athletes import athlete_of, say_profile, setup_of
from app.cli.belts import speed_as_values, speed_cell
from app.cli.laps import laps_as_values
from app.cli.workouts import find_workout
from app.core.asked import MENDS, command_of
from app.core.cues import Cue
from app.core.describe import step_words
from app.core.errors import InputError
from app.core.events import Event, SegmentStarted
from app.core.plan import Plan
from app.core.planning import compile_plan
from app.core.units import Instant, Millis, format_time, parse_time, to_millis
from app.folder import shipped
from app.rehearsal import Rehearsal

MOST_LAPS = 10_000
"""Lap presses in one `--laps`; a 24 h race on a 400 m track has about 700."""


def command(options: argparse.Namespace) -> int:
    """Rehearse a workout: with `--laps` those presses and no others, without as one who is always on pace."""
    known = remembered(options.data_dir)
    athlete = athlete_of(options, known.athlete)
    _, workout = find_workout(options.workout, options.data_dir, athlete)
    plan = compile_plan(workout, athlete, setup_of(options, known.setup))
    say_profile(plan)
    rehearsal = Rehearsal(plan, lengths_of(shipped("sounds"))).start()
    if options.laps is None:
        rehearsal.to_the_end()
    else:
        rehearsal.with_laps(_laps(options.laps))
    heard = rehearsal.heard
    if options.json:
        print_json(
            {
                "workout": workout.name,
                "ended": "waiting" if rehearsal.waits else rehearsal.state.value,
                "events": [_event_with_speed(event, plan) for event in rehearsal.events],
                "cues": [{"at_ms": cue.at.ms, "sound": cue.kind.value} for cue in heard if not cue.words],
                "words": [
                    {"at_ms": cue.at.ms, "kind": cue.kind.value, "words": said(cue)} for cue in heard if cue.words
                ],
                "laps": laps_as_values(rehearsal.session),
            }
        )
        return 0
    rows = [(event.at.ms, 0, event_words(event, plan)) for event in rehearsal.events]
    rows += [(cue.at.ms, 1, f"♪ {f'“{said(cue)}”' if cue.words else cue.kind.value}") for cue in heard]
    rows.sort(key=lambda row: row[:2])
    print_table(("time", "what"), [(format_time(Fraction(ms, 1000), 2), what) for ms, _, what in rows], left=2)
    if rehearsal.waits:
        print("The session waits here for a lap press that --laps does not have.")
    return 0


def said(cue: Cue) -> str:
    """Write a sentence as it is said, figures in digits."""
    return " ".join(cue.words)


def _laps(text: str) -> list[Millis]:
    words = [word for word in text.replace(" ", ",").split(",") if word]
    if not words or len(words) > MOST_LAPS:
        raise InputError(f"--laps takes 1 to {MOST_LAPS:,} times, such as 75,150,225")
    return [to_millis(parse_time(word)) for word in words]


def event_as_values(event: Event) -> dict[str, Any]:
    """Return an event for JSON: its name, `at_ms`, and its own fields."""
    return {"at_ms": event.at.ms, "event": type(event).__name__} | _fields_as_values(event)


def _event_with_speed(event: Event, plan: Plan) -> dict[str, Any]:
    """Return an event for JSON, where a segment starts with the speed of its belt."""
    speed = speed_as_values(plan.segments[event.index]) if isinstance(event, SegmentStarted) else {}
    return event_as_values(event) | speed


def _fields_as_values(value: Any) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for field in fields(value):
        given = getattr(value, field.name)
        if field.name == "at":
            continue
        if isinstance(given, Instant):
            values[f"{field.name}_ms"] = given.ms
        elif isinstance(given, MENDS):
            values[field.name] = {"command": command_of(given).value} | _fields_as_values(given)
        else:
            values[field.name] = given.value if isinstance(given, Enum) else given
    return values


def event_words(event: Event, plan: Plan) -> str:
    """Write an event in one line."""
    values = event_as_values(event)
    index = values.get("index")
    name = " ".join(_spaced(type(event).__name__))
    if index is None or index >= len(plan.segments):
        return name
    segment = plan.segments[index]
    words = f"{name}: {segment.intensity.value}, {step_words(segment.step)}"
    if isinstance(event, SegmentStarted) and segment.dial is not None:
        words += f", belt at {speed_cell(segment)}"
    if values.get("elapsed_ms") is not None:
        words += f", {format_time(Fraction(values['elapsed_ms'], 1000), 2)}"
    return words + (f" ({values['cause']})" if "cause" in values else "")


def _spaced(name: str) -> list[str]:
    words: list[str] = []
    for letter in name:
        if letter.isupper():
            words.append(letter.lower())
        else:
            words[-1] += letter
    return words
