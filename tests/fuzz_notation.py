"""The notation fed by a coverage-guided fuzzer, for as long as one likes; what it found stands in tests/notation.

    pip install atheris
    python -m tests.fuzz_notation FINDS -max_total_time=3600

Rules of the file: it is no test and the gate never runs it. A find is kept as a file in the folder FINDS, one for each
place in the code where it failed, and the fuzzer goes on.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from pathlib import Path

import atheris  # installed by hand, nobody else needs it

with atheris.instrument_imports(include=["app.notation", "app.core.size"]):
    from tests.notation.test_finds import check

from app.notation.vocabulary import PHRASES
from tests.notation.test_not_understood import ALPHABET

FIGURES = (
    *"400 200m 3:20 :30 90s 2-3 8x x4 1-2-3 400-200 1' 30\" 5k 1:1 @ in w/ ( ) [ ] , ; + - / . : %".split(),  # noqa: SIM905 - to be read as a coach writes
    *"1,000 \u00bd \u2033 \u00d7 1609.344m 100000 0 08 23:59:59".split(),  # noqa: SIM905 - as above
    "\n",
    "",
)
WORDS = [*(" ".join(words) for phrases in PHRASES.values() for words, _ in phrases), *FIGURES]


def text_of(data: bytes) -> str:
    """Make a text of a fuzzer's bytes: words of the field by two bytes each, or plain characters."""
    if not data:
        return ""
    if data[0] < 64:
        return data[1:].decode("utf-8", "replace")
    if data[0] < 96:
        return "".join(ALPHABET[byte % len(ALPHABET)] for byte in data[1:])
    pairs = zip(data[1::2], data[2::2], strict=False)
    return "".join(WORDS[(high * 256 + low) % len(WORDS)] + ("" if low % 7 == 0 else " ") for high, low in pairs)


def keeping(folder: Path) -> Callable[[bytes], None]:
    """Return what the fuzzer calls; finds go to the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    known: set[str] = set()

    def one(data: bytes) -> None:
        text = text_of(data)
        try:
            check(text)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a find
            last = traceback.extract_tb(error.__traceback__)[-1]
            kind = f"{type(error).__name__}-{Path(last.filename).stem}-{last.lineno}"
            number = sum(name.startswith(kind) for name in known)
            if number < 20:
                known.add(f"{kind}-{number}")
                (folder / f"{kind}-{number}.txt").write_text(f"{text}\n\n{error}", "utf-8", "replace")

    return one


if __name__ == "__main__":
    finds = Path(sys.argv.pop(1))
    atheris.Setup(sys.argv, keeping(finds))
    atheris.Fuzz()
