"""`bell-lap read`: how a coach's text is read."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.cli.answers import print_json
from app.core.bounds import FILE_BYTES, TEXT_CHARS
from app.core.errors import InputError, WorkoutError
from app.notation.exchange import project
from app.notation.reading import Reading, parse_text
from app.notation.writing import format_item

_NOTHING: dict[str, Any] = {"steps": None, "not_understood": [], "doubts": []}


def command(options: argparse.Namespace) -> int:
    """Print the reading of one text, or of each row of a file."""
    if (options.text is None) == (options.jsonl is None):
        raise InputError("give one text, or - for standard input, or --jsonl FILE")
    if options.jsonl is not None:
        for row in _rows(Path(options.jsonl)):
            print(json.dumps(row, ensure_ascii=False))
        return 0
    text = sys.stdin.read(TEXT_CHARS + 1) if options.text == "-" else options.text
    try:
        reading = parse_text(text)
    except WorkoutError as error:
        if options.json:
            print_json(_NOTHING)
        raise InputError(str(error)) from None
    if options.json:
        print_json(project(reading))
    else:
        _print(text, reading)
    if not reading.steps:
        raise InputError("nothing of it was understood: write it as `8 x 200m w/ 200m jog`")
    return 0


def _print(text: str, reading: Reading) -> None:
    if reading.title:
        print(f"# {reading.title}")
    for item in reading.steps:
        print(format_item(item))
    for part in reading.not_understood:
        hint = f" ({part.hint})" if part.hint else ""
        print(f"not understood, at {part.start}: {part.text!r}{hint}")
    for doubt in reading.doubts:
        other = f" (the other way: {doubt.instead!r} for {text[doubt.start : doubt.end]!r})" if doubt.instead else ""
        print(f"doubt: {doubt.sentence}{other}")


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield one row for each row of a file, whatever the row holds."""
    try:
        stream = path.open(encoding="utf-8", errors="replace")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from None
    with stream:
        while line := stream.readline(FILE_BYTES):
            rest = line
            while len(rest) == FILE_BYTES and not rest.endswith("\n"):
                rest = stream.readline(FILE_BYTES)
            if rest is not line:  # one row in is one row out
                yield {"id": None, **_NOTHING, "doubts": [f"this row has more than {FILE_BYTES:,} characters"]}
            elif line.strip():
                yield _row(line)


def _row(line: str) -> dict[str, Any]:
    try:
        given = json.loads(line)
        name, text = given.get("id"), given["text"]
        if not isinstance(text, str):
            raise TypeError
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {"id": None, **_NOTHING, "doubts": ["this row is not {'id', 'text'}"]}
    try:
        return {"id": name, **project(parse_text(text))}
    except WorkoutError as error:
        return {"id": name, **_NOTHING, "doubts": [str(error)]}
