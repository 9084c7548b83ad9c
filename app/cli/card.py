"""`bell-lap card`: a pace card to print and put in the pocket, for when the battery dies."""

from __future__ import annotations

import argparse
import contextlib
import os
from pathlib import Path

from app.cli.athletes import track
from app.core.bounds import FILE_BYTES
from app.core.card import SIGNATURE, pace_card
from app.core.errors import DeviceError, InputError, StoreError
from app.core.marks import parse_length
from app.core.units import parse_time

KINDS = ("pdf", "png")


def command(options: argparse.Namespace) -> int:
    """Draw the card and write it."""
    out = Path(options.out)
    kind = out.suffix.lower().removeprefix(".")
    if kind not in KINDS:
        raise InputError(f"--out takes a name that ends in .pdf or .png, such as --out card.pdf, not {out.name[:40]!r}")
    card = pace_card(parse_time(options.time), parse_length(options.race), track(options.track).lap_m)
    _may_be_written_over(out)
    try:
        from app.ui.pace_card import HEIGHT_MM, WIDTH_MM, draw_card  # noqa: PLC0415 - Qt loads only for a card
    except ImportError as error:
        raise DeviceError(_lacking(error)) from None
    _write(out, draw_card(card, kind))
    print(f"{_shown(out)}: {WIDTH_MM:g} × {HEIGHT_MM:g} mm; print it at 100 %, not fitted to the page.")
    return 0


def _lacking(error: ImportError) -> str:
    from app.preflight import missing_packages  # noqa: PLC0415 - only where Qt does not load

    packages = missing_packages(screen=False)
    if packages:
        return f"a card is drawn with Qt, which needs system libraries: apt-get install {' '.join(packages)}"
    return f"a card is drawn with Qt, which does not load here: {error}"


def _may_be_written_over(out: Path) -> None:
    """Let nothing be lost but an earlier card.

    Raises:
        InputError: there is something else of that name.
        StoreError: it cannot be looked at.
    """
    try:
        with out.open("rb") as stream:
            held = stream.read(FILE_BYTES)
    except FileNotFoundError:
        return
    except IsADirectoryError:
        raise InputError(f"{_shown(out)} is a folder; give --out another name") from None
    except ValueError:  # a name with a NUL, or one that no system can write
        raise InputError("no file can have this name; write it as --out card.pdf") from None
    except OSError as error:
        raise StoreError(f"{_shown(out)} cannot be written: {error.strerror}; give --out another name") from None
    if held and not any(SIGNATURE.encode(encoding) in held for encoding in ("ascii", "utf-16-be")):
        raise InputError(f"{_shown(out)} is there already and is no pace card; give --out another name")


def _write(out: Path, content: bytes) -> None:
    """Write all of it or nothing: the disk may be full, and an earlier card stands."""
    part = out.with_name(f".{out.stem[:40]}-{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(out)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise StoreError(f"{_shown(out)} cannot be written: {error.strerror}; give --out another name") from None


def _shown(out: Path) -> str:
    text = " ".join(str(out).split())
    return text if len(text) <= 120 else "..." + text[-117:]
