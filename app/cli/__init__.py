"""The commands for a terminal: words in, an exit code out.

Rules of the file: it only knows what each command is called and which words it takes; a command's own module is
imported when that command runs. Bad input is one line on standard error and exit 2, never a traceback.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn, cast

from app import __version__
from app.cli.words import add_words
from app.core.errors import BellLapError

_MODULES = {None: "window", "run": "start", "import": "importing"}
"""Commands whose module is called otherwise: a module `run` would take the place of the function `run`."""


class _Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is one line."""

    def error(self, message: str) -> NoReturn:
        plain = " ".join(message.split())
        shown = plain if len(plain) <= 300 else plain[:297] + "..."
        self.exit(2, f"{self.prog}: {shown} (see {self.prog} --help)\n")


class _Later:
    """A command's parser that is made once its command is the one: making all of them costs more than any answer."""

    def __init__(self, **given: Any) -> None:
        self._given = given
        self._arguments: list[tuple[tuple[str, ...], dict[str, Any]]] = []

    def add_argument(self, *names: str, **how: Any) -> None:
        self._arguments.append((names, how))

    def __getattr__(self, name: str) -> Any:
        """Make it, for argparse asks to parse (or, from Python 3.14 on, to check its help)."""
        made = _Parser(**self._given)
        for names, how in self._arguments:
            made.add_argument(*names, **how)
        return getattr(made, name)


def _parser() -> argparse.ArgumentParser:
    said, common = _Parser(add_help=False), _Parser(add_help=False)
    for words, default in (
        (said, None),
        (common, argparse.SUPPRESS),
    ):  # a command's default would undo what stood before
        words.add_argument("--data-dir", metavar="FOLDER", default=default, help="where sessions and settings are kept")
    as_json = _Parser(add_help=False)
    as_json.add_argument("--json", action="store_true", help="one JSON document on standard output, nothing else")
    athlete = _Parser(add_help=False)
    add_words(athlete)
    workout = _Parser(add_help=False)
    workout.add_argument("workout", metavar="WORKOUT|TEXT|FILE", help="a name from `list`, a coach's line, or a file")

    parser = _Parser(
        prog="bell-lap", parents=[said], description="A pacing and interval timer for people who train for the mile."
    )
    parser.add_argument("--version", action="version", version=f"bell-lap {__version__}")
    later = cast("type[_Parser]", _Later)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=later)

    def add(name: str, text: str, *parents: _Parser) -> _Parser:
        return commands.add_parser(name, help=text, description=text, parents=[common, *parents])

    add("list", "List the workouts.", as_json, athlete)
    add("show", "Show a workout's plan as a table with totals.", as_json, athlete, workout)
    check = add("check", "Check workout files; exit 1 if any has a fault.", as_json)
    check.add_argument("files", metavar="FILE", nargs="+")
    run = add("run", "Run a workout: in a window, or in the terminal.", as_json, athlete)
    run.add_argument("workout", metavar="WORKOUT|TEXT|FILE", nargs="?")
    run.add_argument("--terminal", action="store_true", help="in the terminal even where there is a display")
    run.add_argument("--resume", action="store_true", help="take up the session that was cut off")
    run.add_argument("--speed", metavar="N", help="run the clock N times as fast, to rehearse")
    run.add_argument("--output", choices=["auto", "simpleaudio", "miniaudio", "silent"], help="sound output: auto")
    edit = add("edit", "Open the editor, with a workout or a file of any format in it.")
    edit.add_argument("workout", metavar="FILE|NAME", nargs="?", help="a file, or a name from `list`")
    rehearse = add("rehearse", "Print a whole session at virtual time, at once.", as_json, athlete, workout)
    rehearse.add_argument("--laps", metavar="S,S,…", help="lap presses in seconds from the start of the first work")
    _add_races(add, as_json)
    read = add("read", "Say how a coach's text is read; - reads standard input.", as_json)
    read.add_argument("text", metavar="TEXT|-", nargs="?")
    read.add_argument("--jsonl", metavar="FILE", help='rows {"id", "text"} in, rows of steps out')
    _add_exchange(add, as_json, athlete, workout)
    desktop = add("desktop", "Put Bell Lap among the desktop's programs, with its icon.")
    desktop.add_argument("--remove", action="store_true", help="take it away again")
    add("doctor", "Say what this machine has and what is missing.", as_json)
    return parser


def _add_exchange(add: Callable[..., _Parser], as_json: _Parser, athlete: _Parser, workout: _Parser) -> None:
    convert = add("convert", "Write a workout for another program: FIT, ZWO, TCX, text.", as_json, athlete, workout)
    convert.add_argument(
        "out", metavar="OUT", help="the file to write, by its suffix; - for standard output, with --to"
    )
    convert.add_argument("--to", metavar="FORMAT", help="fit, zwo, tcx, icu (intervals.icu), toml or text")
    convert.add_argument("--force", action="store_true", help="replace a file that is there")
    bring = add("import", "Keep workouts and runs from files of watches and other programs.", as_json, athlete)
    bring.add_argument("files", metavar="FILE", nargs="+")
    bring.add_argument("--look", action="store_true", help="only show what they hold")


def _add_races(add: Callable[..., _Parser], as_json: _Parser) -> None:
    splits = add("splits", "Print the splits of a time: evenly, or by a pace profile.", as_json)
    splits.add_argument("time", metavar="TIME")
    splits.add_argument("--distance", metavar="DISTANCE", default="mile")
    splits.add_argument("--track", metavar="METRES", default="400", help="one lap of the track")
    splits.add_argument("--every", metavar="METRES", help="marks this far apart, counted back from the finish")
    lines = ["finish-line", "start-line", "every-100", "every-200"]
    splits.add_argument("--convention", choices=lines, default=lines[0], help="where the marks lie: finish-line")
    splits.add_argument("--lane", metavar="1-9", default="1", help="of the standard 400 m track: 1")
    splits.add_argument("--profile", default="even", help='even, record, negative or percents a lap, "102,99,101,98"')
    splits.add_argument("--treadmill", choices=["km/h", "mph"], help="the belt's speed, and what it really gives")
    card = add("card", "Draw a pace card to print, the size of a bank card, for when the battery dies.")
    card.add_argument("time", metavar="TIME")
    card.add_argument(
        "--out",
        metavar="CARD.pdf|CARD.png",
        required=True,
        help="where it is written; over an earlier card, nothing else",
    )
    card.add_argument("--race", metavar="DISTANCE", default="mile", help="mile, 1500, 2 miles or any distance (mile)")
    card.add_argument("--track", metavar="METRES", default="400", help="one lap of the track (400)")
    analyse = add("analyse", "Print what the splits of a race come to: laps, even pace, halves, evenness.", as_json)
    analyse.add_argument("what", metavar="TIME|FILE|last", help="a race's time, a file of marks or a watch's, the last")
    analyse.add_argument("--marks", metavar="M=TIME,…", help="splits, such as 409.344=55.07,809.344=1:51.58")
    analyse.add_argument("--laps", metavar="S,S,…", help="lap times instead of marks")
    analyse.add_argument("--convention", choices=lines[:2], default=lines[0], help="of the lap times: finish-line")
    analyse.add_argument("--race", metavar="DISTANCE", help="mile, 1500, 2 miles or any distance (mile)")
    analyse.add_argument("--track", metavar="METRES", default="400", help="one lap of the track, for --laps")
    analyse.add_argument("--rep", metavar="N", type=int, help="of the last session, or of a watch's file: which rep")


def run(words: Sequence[str]) -> int:
    """Do what the command line says.

    Args:
        words: the command line without the program's name.

    Returns:
        The exit code: 0, 1 for faults found by `check`, 2 for bad input, 130 when interrupted.
    """
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # a test may put any stream here
    try:
        options = _parser().parse_args([*words])  # `list` is a module here
        name = _MODULES.get(options.command, options.command)
        code: int = importlib.import_module(f"app.cli.{name}").command(options)
        sys.stdout.flush()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except BellLapError as error:
        print(f"bell-lap: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # `| head` has read enough
        return 0
    except KeyboardInterrupt:
        return 130
    return code
