"""`bell-lap analyse`: a race from its splits: laps, deviations from even pace, halves, evenness, and a sentence."""

from __future__ import annotations

import argparse
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from app.cli.answers import print_json, print_table
from app.cli.athletes import convention, track
from app.cli.watched import is_of_watch, race_of_watch
from app.core.bounds import FILE_BYTES
from app.core.errors import InputError
from app.core.marks import MarkTime, finished, parse_laps, parse_length, parse_marks, parse_race
from app.core.race import RaceFigures, marks_of_laps, race_figures
from app.core.units import (
    MILE_M,
    Metres,
    format_metres,
    format_signed,
    format_time,
    parse_time,
    round_half_up,
)


class _Race(NamedTuple):
    """A race that was found, and what is to be said before its figures."""

    final_s: Fraction
    race_m: Metres
    marks: tuple[MarkTime, ...]
    warnings: tuple[str, ...] = ()
    name: str = ""


def command(options: argparse.Namespace) -> int:
    """Print the figures of a race: of a time and its marks, of a file, or of the last session."""
    race = _race(options)
    figures = race_figures(race.final_s, race.race_m, race.marks)
    warnings = [*race.warnings, *figures.warnings]
    if options.json:
        print_json(_values(figures, warnings))
    else:
        _print(figures, warnings, race.name)
    return 0


def _race(options: argparse.Namespace) -> _Race:
    race_m = None if options.race is None else parse_length(options.race)
    what = options.what.strip()
    if options.marks is not None and options.laps is not None:
        raise InputError("give the marks or the lap times of a race, --marks or --laps, not both")
    is_last = what.casefold() == "last"
    if options.rep is not None and not is_last and not is_of_watch(Path(what)):
        raise InputError("--rep chooses a rep of the last session, or of a watch's file: bell-lap analyse last --rep 2")
    try:
        final_s = None if is_last else parse_time(what)
    except InputError:
        final_s = None
    if final_s is not None:
        return _typed(options, final_s, MILE_M if race_m is None else race_m)
    if options.marks is not None or options.laps is not None:
        beside = "the last session" if is_last else "a file"
        raise InputError(f"--marks and --laps go with a time, such as analyse 3:43.13 --marks …, not with {beside}")
    if is_last:
        from app.bootstrap.last import last_race  # noqa: PLC0415 - the store loads only where it is read

        if race_m is not None:
            raise InputError("--race is for a time or a file; a session knows how far its reps were")
        found = last_race(options.data_dir, options.rep)
        return _Race(found.final_s, found.race_m, found.marks, found.notes, found.name)
    return _of_file(what, race_m, options)


def _typed(options: argparse.Namespace, final_s: Fraction, race_m: Metres) -> _Race:
    if options.laps is not None:
        laps_s, lap_m = parse_laps(options.laps), track(options.track).lap_m
        marks, warnings = marks_of_laps(laps_s, final_s, race_m, lap_m, convention(options))
        return _Race(final_s, race_m, marks, warnings)
    if options.marks is None:
        raise InputError("give the splits of the race: --marks 409.344=55.07,809.344=1:51.58 or --laps 55.1,56.5,56.3")
    return _Race(final_s, race_m, parse_marks(options.marks))


def _of_file(name: str, race_m: Metres | None, options: argparse.Namespace) -> _Race:
    shown = " ".join(name.split())
    shown = shown if len(shown) <= 60 else "..." + shown[-57:]
    if is_of_watch(Path(name), _first(Path(name))):
        found = race_of_watch(Path(name), race_m, options)
        return _Race(found.final_s, found.race_m, found.marks, found.warnings, Path(name).name)
    try:
        written = parse_race(_text(Path(name)))
        race_m, final_s = finished(written, race_m)
    except InputError as error:
        raise InputError(f"{shown}: {error}") from None
    if final_s is None:
        raise InputError(f"{shown}: it has no time for the finish; add a line such as `time 3:43.13`")
    return _Race(final_s, MILE_M if race_m is None else race_m, written.marks, name=Path(name).name)


def _first(path: Path) -> bytes:
    """Return the first bytes of a file; none of one that cannot be read, which is said when it is."""
    try:
        with path.open("rb") as stream:
            return stream.read(1024)
    except (OSError, ValueError):
        return b""


def _text(path: Path) -> str:
    """Return what a file holds.

    Raises:
        InputError: for what is no text file, each in a sentence that stands behind its name.
    """
    try:
        with path.open("rb") as stream:
            held = stream.read(FILE_BYTES + 1)
    except (FileNotFoundError, ValueError):  # ValueError: a name with a NUL, or one that no system can write
        raise InputError("this is neither a time such as 3:43.13, nor a file of marks, nor `last`") from None
    except OSError as error:
        raise InputError(f"this file cannot be read: {error.strerror}") from None
    if len(held) > FILE_BYTES:
        raise InputError(f"a file of marks has at most {FILE_BYTES:,} bytes")
    try:
        return held.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("this is no text file; write a mark and its time on each line, as 409.344 55.07") from None


def _values(figures: RaceFigures, warnings: list[str]) -> dict[str, Any]:
    return {
        "final_s": _six(figures.final_s),
        "distance_m": _six(figures.race_m),
        "segments": [
            {
                "from_m": _six(part.from_m),
                "to_m": _six(part.to_m),
                "time_s": _six(part.time_s),
                "per_400_s": _six(part.per_400_s),
            }
            for part in figures.parts
        ],
        "deviations": [{"mark_m": _six(mark_m), "actual_minus_even_s": _six(off_s)} for mark_m, off_s in figures.offs],
        "even_s_per_400": _six(figures.even_s_per_400),
        "halves_s": [_six(half_s) for half_s in figures.halves_s],
        "cv_laps_pct": _rounded(figures.cv_laps_pct),
        "cv_per_400_pct": _rounded(figures.cv_per_400_pct),
        "sentence": figures.sentence,
        "warnings": warnings,
    }


def _six(value: Fraction) -> float:
    return float(round_half_up(value, 6))


def _rounded(percent: float | None) -> float | None:
    return None if percent is None else round(percent, 6)


def _print(figures: RaceFigures, warnings: list[str], name: str) -> None:
    if name:
        print(f"{name}: {format_time(figures.final_s, 2)} over {format_metres(figures.race_m)} m")
        print()
    offs = [format_signed(off_s, 2) for _, off_s in figures.offs]
    so_far = Fraction(0)
    rows = []
    for part, off in zip(figures.parts, [*offs, ""], strict=True):
        so_far += part.time_s
        rows.append(
            (
                f"{format_metres(part.to_m)} m",
                format_time(so_far, 2),
                format_time(part.time_s, 2),
                format_time(part.per_400_s, 2),
                off,
            )
        )
    print_table(("mark", "split", "lap", "per 400", "± even"), rows)
    print()
    first, second = figures.halves_s
    print(f"Even pace: {format_time(figures.even_s_per_400, 2)} per 400 m")
    print(f"Halves: {format_time(first, 2)} and {format_time(second, 2)}, {format_signed(second - first, 2)}")
    if figures.cv_laps_pct is not None and figures.cv_per_400_pct is not None:
        print(f"Evenness (CV): laps {figures.cv_laps_pct:.2f} %, per 400 m {figures.cv_per_400_pct:.2f} %")
    print(figures.sentence)
    for warning in warnings:
        print(f"Note: {warning}.")
