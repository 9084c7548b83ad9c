"""`bell-lap splits`: the times of a race at its marks: evenly or by a pace profile, in any lane, on a treadmill."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from fractions import Fraction

from app.cli.answers import print_table
from app.cli.athletes import convention, metres, track
from app.core.errors import InputError
from app.core.pace import Belt
from app.core.profile import EVEN, Course, Profile, ProfileKind, course_of, parse_percents
from app.core.splits import PlannedSplit, every_marks, planned_splits
from app.core.track import Track, finish_line_marks, race_marks, track_in_lane
from app.core.units import (
    MILE_M,
    Metres,
    format_metres,
    format_signed,
    format_time,
    parse_distance,
    parse_time,
    round_half_up,
)

PROFILES = {kind.value: kind for kind in ProfileKind if kind is not ProfileKind.OWN}


def command(options: argparse.Namespace) -> int:
    """Print a row for each mark, the finish last."""
    goal_s, race_m = parse_time(options.time), parse_distance(options.distance)
    run_on = track_in_lane(_lane(options.lane), track(options.track).lap_m)
    belt = None if options.treadmill is None else Belt(options.treadmill)
    marks = _marks(options, race_m, run_on)
    profile = _profile(options.profile)
    splits = planned_splits(goal_s, race_m, marks, _course(options, profile, goal_s, race_m, run_on), belt)
    if options.json:
        print("[\n" + ",\n".join(_as_json(split, belt) for split in splits) + "\n]")
        return 0
    _print(splits, belt, is_even=profile == EVEN)
    if belt is not None:
        print(_belt_sentence(splits, belt, race_m))
    return 0


def _lane(text: str) -> int:
    shown = text.strip()
    if not (shown.isascii() and shown.isdigit() and len(shown) <= 3):
        raise InputError(f"--lane takes the number of a lane, such as --lane 8, not {shown[:20]!r}")
    return int(shown)


def _profile(text: str) -> Profile:
    word = text.strip().lower()
    if word in PROFILES:
        return Profile(PROFILES[word])
    if word.isalpha():
        known = ", ".join(PROFILES)
        raise InputError(f"--profile takes {known} or a percentage for each lap, such as --profile 102,99,101,98")
    return Profile(ProfileKind.OWN, parse_percents(text))


def _marks(options: argparse.Namespace, race_m: Metres, run_on: Track) -> list[Metres]:
    """Return the marks that are asked for. In an outer lane 200 m are between two places that lie so in lane 1."""

    def apart(every_m: Metres) -> Metres:
        return every_m if run_on.lane == 1 else run_on.along(every_m)

    if options.convention.startswith("every-"):
        marks = {*every_marks(race_m, apart(Metres(options.convention.removeprefix("every-"))))}
    else:
        marks = {*race_marks(race_m, run_on.lap_m, convention(options))}
    if options.every is not None:
        marks |= {*finish_line_marks(race_m, apart(metres(options.every, "--every")))}
    return sorted(marks)


def _course(options: argparse.Namespace, profile: Profile, goal_s: Fraction, race_m: Metres, run_on: Track) -> Course:
    laps = () if profile == EVEN else race_marks(race_m, run_on.lap_m, convention(options))
    return course_of(profile, race_m, goal_s, laps)


def _as_json(split: PlannedSplit, belt: Belt | None) -> str:
    """Write one row; figures as exact decimals, with no float in between."""
    values = {
        "distance_m": format_metres(split.mark_m, 6),
        "time_s": f"{round_half_up(split.time_s, 6):f}",
        "lap_s": f"{round_half_up(split.lap_s, 6):f}",
        "minus_even_s": f"{round_half_up(split.off_even_s, 6):f}",
    }
    if split.on_belt is not None and belt is not None:
        values |= {
            "belt_unit": f'"{belt.value}"',
            "belt_speed": f"{split.on_belt.speed:f}",
            "belt_lap_s": f"{round_half_up(split.on_belt.lap_s, 6):f}",
            "belt_time_s": f"{round_half_up(split.on_belt.time_s, 6):f}",
            "belt_mile_s": f"{round_half_up(split.on_belt.mile_s, 6):f}",
        }
    return " {" + ", ".join(f'"{name}": {value}' for name, value in values.items()) + "}"


def _print(splits: Sequence[PlannedSplit], belt: Belt | None, *, is_even: bool) -> None:
    heads = ["mark", "time", "lap"] + ([] if is_even else ["± even"])
    heads += [] if belt is None else [belt.value, "belt time"]
    rows = []
    for split in splits:
        row = [f"{format_metres(split.mark_m)} m", format_time(split.time_s, 2), format_time(split.lap_s, 2)]
        row += [] if is_even else [format_signed(split.off_even_s, 2)]
        if split.on_belt is not None:
            row += [f"{split.on_belt.speed:f}", format_time(split.on_belt.time_s, 2)]
        rows.append([*row, f"{round_half_up(split.time_s, 6):f}"])
    print_table([*heads, "seconds"], rows)


def _belt_sentence(splits: Sequence[PlannedSplit], belt: Belt, race_m: Metres) -> str:
    """Say what the belt really gives: its speed has steps, and no step may be the goal's."""
    finish = splits[-1]
    assert finish.on_belt is not None
    speeds = {split.on_belt.speed for split in splits if split.on_belt is not None}
    given, asked = _apart(finish.on_belt.time_s, finish.time_s)
    race = "the mile" if race_m == MILE_M else f"{format_metres(race_m)} m"
    said = f"{given}, not {asked}" if given != asked else f"{given.removesuffix('0')}, as asked"
    if len(speeds) > 1:
        return f"At these speeds {race} is run in {said}."
    mile, kilometre = finish.on_belt.mile_s, finish.on_belt.mile_s * 1000 / MILE_M
    speed = f"{finish.on_belt.speed:f} {belt.value}"
    if race_m == MILE_M:
        return f"{speed} is {said}: {format_time(kilometre)} a kilometre."
    return f"{speed} is {format_time(mile)} a mile, {format_time(kilometre)} a kilometre: {race} in {said}."


def _apart(given_s: Fraction, asked_s: Fraction) -> tuple[str, str]:
    """Write two times in tenths, or in hundredths where they differ by less."""
    given, asked = format_time(given_s), format_time(asked_s)
    return (given, asked) if given != asked else (format_time(given_s, 2), format_time(asked_s, 2))
