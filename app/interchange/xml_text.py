"""The text of an XML file: its bytes as letters, whatever they were saved as.

Rules of the file: it parses nothing and expands nothing. What is mended on the way is said, one sentence each.
"""

from __future__ import annotations

import codecs
import re

from app.core.bounds import INTERCHANGE_BYTES
from app.core.errors import Fault, WorkoutError
from app.core.tongue import tr

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_KNOWN = re.compile(
    r"utf-8|ascii|iso8859-\d+|cp125\d|koi8-[ru]|gbk|gb2312|gb18030|big5|shift_jis|euc_jp|euc_kr|mac-roman"
)
"""Tables of letters, as Python calls them; its other codecs unpack or escape, which is nothing a file may ask for."""

_LONE_AND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)")
"""One that begins no reference; without a document type there are five names, and figures."""
MENDS = 10_000
_REFERENCE = 12
"""Letters of the longest one, `&#1114111;`, and one more."""
_PIECE = 200_000
"""Letters that are looked through at once; a millisecond."""

# XML 1.0, production 2: what is no character of a document, not even behind a reference.
_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def text_of(data: bytes, kind: str, most: int = INTERCHANGE_BYTES) -> tuple[str, list[str]]:
    """Return the letters of a file, from its first `<` on, and what was mended.

    Args:
        data: all of it.
        kind: how the format is called in a sentence: `TCX`.
        most: bytes that it may have.

    Raises:
        WorkoutError: it is too large, empty, or no XML from its first letter.
    """
    if len(data) > most:
        words = tr("the file is larger than {n} MB").format(n=most // 1_000_000)
        raise refusal(words, tr("export one run or workout at a time"))
    if not data.strip(b"\x00 \t\r\n"):
        words = tr("the file is empty") if not data.strip() else tr("the file holds nothing but zero bytes")
        raise refusal(words, tr("export it once more"))
    said: list[str] = []
    text = _decoded(data, said).lstrip("\ufeff")
    if _has(_NO_CHARACTER, text):
        text = _NO_CHARACTER.sub("", text)
        said.append(tr("the file has zero bytes or other signs that no text has; they were left out"))
    if text[:1].isspace():
        text = text.lstrip()
        if text.startswith("<?xml"):
            said.append(tr("the file begins with blanks, which XML forbids; they were left out"))
    if not text.startswith("<"):
        raise refusal(tr("this is no {kind} file: it is not XML").format(kind=kind), tr("choose another file"))
    if "<![CDATA[" not in text and _has(_LONE_AND, text):
        text = _LONE_AND.sub("&amp;", text, count=MENDS)
        said.append(tr("the file has a lone & in its XML; it was mended"))
    return text, said


def _has(sign: re.Pattern[str], text: str) -> bool:
    """Whether it is anywhere in a text; looked for in pieces, so that the window's thread has its turn between two."""
    for at in range(0, len(text), _PIECE):
        found = sign.search(text, at, at + _PIECE + _REFERENCE)
        if found is not None and found.start() < at + _PIECE:
            return True
    return False


def plain(text: str, *, lines: bool = True) -> str:
    """Return a text as XML can hold it: without signs that it forbids, with one kind of line end.

    Args:
        text: any.
        lines: whether line ends may stand in it; otherwise every run of blanks becomes one.
    """
    kept = _NO_CHARACTER.sub("", text)
    return kept.replace("\r\n", "\n").replace("\r", "\n") if lines else " ".join(kept.split())


def refusal(what: str, hint: str = "") -> WorkoutError:
    """Return the error for a file that cannot be taken."""
    return WorkoutError([Fault(what, hint)])


def _decoded(data: bytes, said: list[str]) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    named = _DECLARED.search(data[:1024])
    name = "utf-8" if named is None else _codec(named[1].decode("ascii"))
    if not name:
        said.append(tr("its letters are of a kind that is not known; they were read as UTF-8"))
        name = "utf-8"
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        said.append(tr("some letters are not what the file says they are; they may be wrong"))
        return data.decode("cp1252" if name == "utf-8" else name, "replace")


def _codec(declared: str) -> str:
    """Return Python's name for it; empty for what is no table of letters."""
    try:
        name = codecs.lookup(declared).name
    except LookupError:
        return ""
    if name.startswith("utf-16"):  # without its mark these are single bytes after all, or it would have been seen
        return "utf-8"
    return name if _KNOWN.fullmatch(name) else ""
