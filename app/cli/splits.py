"""`bell-lap splits`: the even-pace times of a race at its marks."""

from __future__ import annotations

import argparse

from app.cli.answers import print_table
from app.cli.athletes import metres, track
from app.core.pace import even_time
from app.core.track import finish_line_marks
from app.core.units import format_metres, format_time, parse_distance, parse_time, round_half_up


def command(options: argparse.Namespace) -> int:
    """Print a row for each mark on the finish line, the finish last."""
    goal_s = parse_time(options.time)
    race_m = parse_distance(options.distance)
    lap_m = track(options.track).lap_m
    marks = set(finish_line_marks(race_m, lap_m))
    if options.every is not None:
        marks |= set(finish_line_marks(race_m, metres(options.every, "--every")))
    rows = [(mark, even_time(goal_s, race_m, mark)) for mark in sorted(marks)]
    if options.json:
        lines = [
            f' {{"distance_m": {format_metres(mark, 6)}, "time_s": {round_half_up(time_s, 6):f}}}'
            for mark, time_s in rows
        ]
        print("[\n" + ",\n".join(lines) + "\n]")
        return 0
    before = None
    table = []
    for mark, time_s in rows:
        lap_s = time_s if before is None else time_s - before
        table.append(
            (f"{format_metres(mark)} m", format_time(time_s, 2), format_time(lap_s, 2), f"{round_half_up(time_s, 6):f}")
        )
        before = time_s
    print_table(("mark", "time", "lap", "seconds"), table)
    return 0
