"""The formats there are, and which of them a file is.

Rules of the file: a file is known by its content; its name is a hint, asked where the content says nothing. A format
is one line here.
"""

from __future__ import annotations

from app.core.tongue import tr
from app.interchange import fit, garmin_json, gpx, icu, tcx, zwo
from app.interchange.format import Format

FORMATS: tuple[Format, ...] = (fit.FORMAT, zwo.FORMAT, tcx.FORMAT, gpx.FORMAT, garmin_json.FORMAT, icu.FORMAT)
"""In the order in which a file's content is held against them; the ones that need most to be sure come last."""
HEAD_BYTES = 1024
"""Of a file, by which it is known."""


def format_of(data: bytes) -> Format | None:
    """Return the format of a file's content; None where it looks like none of them."""
    head = data[:HEAD_BYTES]
    return next((each for each in FORMATS if each.looks_like(head)), None)


def format_named(key: str) -> Format | None:
    """Return the format of a key, `fit`; None for another word."""
    return next((each for each in FORMATS if each.key == key), None)


def format_for(name: str) -> Format | None:
    """Return the format that a file's name says, by its suffix; None where it says none.

    A plain text says none: `.txt` may be anybody's, and `.icu.txt` is one of intervals.icu.
    """
    low = name.lower()
    if low.endswith(".icu.txt"):
        return icu.FORMAT
    return next((each for each in FORMATS if each.suffix != ".txt" and low.endswith(each.suffix)), None)


def misnamed(name: str, held: Format) -> str:
    """Say that a file's name says another format than its content; empty where it does not."""
    said = format_for(name)
    if said is None or said is held:
        return ""
    words = tr("it is called {suffix} and holds {format}: read as that")
    return words.format(suffix=said.suffix, format=held.name)
