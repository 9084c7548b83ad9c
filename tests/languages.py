"""Makes the languages of the window: `python -m tests.languages` gathers what is to be translated, and packs it.

Rules of the file: the tools are Qt's own, lupdate and lrelease, of this environment. A text in `CODE.ts` that is marked
`unfinished` waits for a translator; Qt Linguist (`pyside6-linguist`) opens the file. To add a language, add it to
`app.ui.language`, run this, and translate.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element, parse

from app.ui.language import ENGLISH, FOLDER, languages

ROOT = Path(__file__).parent.parent
_NAME = re.compile(r"{(\w*)}")


class Text(NamedTuple):
    """What is translated: a text, and what sets it apart from a like one."""

    source: str
    apart: str


def codes() -> list[str]:
    """Return the languages that have files: all but the one that the code is written in."""
    return [code for code in languages() if code != ENGLISH]


def gather(ts: Path, code: str) -> None:
    """Bring the texts of a file up to what the code says; translations stay, what is gone goes."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "app").rglob("*.py"))
    _run(
        "lupdate", "-silent", "-no-obsolete", "-locations", "none", "-source-language", ENGLISH,
        "-target-language", code, *sources, "-ts", str(ts),
    )  # fmt: skip


def pack(ts: Path, qm: Path) -> None:
    """Pack the translations as the window loads them."""
    _run("lrelease", "-silent", str(ts), "-qm", str(qm))


def _run(tool: str, *words: str) -> None:
    command = [sys.executable, "-c", f"from PySide6.scripts.pyside_tool import {tool}; {tool}()", *words]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    if ran.returncode or ran.stderr.strip():
        raise RuntimeError(f"{tool} failed: {ran.stdout}{ran.stderr}")


def texts(ts: Path) -> dict[Text, Element]:
    """Return the messages of a file by what they translate."""
    found: dict[Text, Element] = {}
    for message in parse(ts).getroot().iter("message"):
        found[Text(message.findtext("source") or "", message.findtext("comment") or "")] = message
    return found


def faults(kept: Path, gathered: Path) -> list[str]:
    """Say what is wrong with a file, a sentence each.

    Args:
        kept: the file in the repository.
        gathered: a copy that was brought up to what the code says.
    """
    ours, wanted = texts(kept), texts(gathered)
    said = [f"Missing, run python -m tests.languages: {text.source!r}" for text in wanted if text not in ours]
    said += [f"No longer in the code, run python -m tests.languages: {text.source!r}" for text in ours.keys() - wanted]
    for text, message in ours.items():
        translation = message.find("translation")
        words = "" if translation is None else translation.text or ""
        if not words or translation is None or translation.get("type"):
            said.append(f"Not translated: {text.source!r}")
        elif sorted({*_NAME.findall(text.source)}) != sorted({*_NAME.findall(words)}):
            said.append(f"Other names in braces than {text.source!r}: {words!r}")
        elif (text.source[:1].isspace(), text.source[-1:].isspace()) != (words[:1].isspace(), words[-1:].isspace()):
            said.append(f"Other blanks at the ends than {text.source!r}: {words!r}")
    return said


def main() -> int:
    """Make every language anew, and say what waits for a translator."""
    n_open = 0
    for code in codes():
        ts = FOLDER / f"{code}.ts"
        gather(ts, code)
        pack(ts, ts.with_suffix(".qm"))
        said = faults(ts, ts)
        n_open += len(said)
        print(f"{code}: {len(texts(ts))} texts", *said, sep="\n  ")
    return 1 if n_open else 0


if __name__ == "__main__":
    sys.exit(main())
