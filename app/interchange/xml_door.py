"""The one door for XML: elements as they close, with every bound held while they are read.

Rules of the file: no document type is let in, so no entity is ever defined, expanded or fetched; it is refused at its
first word. Prefixes are dropped and namespaces not looked at: programs write them wrong, and the names alone are clear.
What was closed before a file breaks off has been handed over by then, so that a reader keeps what is whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from xml.parsers import expat

from app.core.bounds import FILE_BYTES, XML_DEPTH, XML_ELEMENTS
from app.core.tongue import tr
from app.interchange.xml_text import refusal, text_of

_NUMBER = re.compile(r"[+-]?(?:\d{1,15}(?:\.\d{0,30})?|\.\d{1,30})(?:[eE][+-]?\d{1,2})?", re.ASCII)
_WRONG_END = re.compile(r"\\>")


@dataclass(slots=True)
class Node:
    """An element, its names without prefixes.

    Attributes:
        tag: its name, as the file writes it.
        attributes: by name; one without a prefix goes before one of the same name that has one.
        text: what stands before its first child, blanks at the ends taken away.
        children: those that no reader took while the file was read.
    """

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    text: str = ""
    children: list[Node] = field(default_factory=list)

    def child(self, tag: str) -> Node | None:
        """Return the first child of a name."""
        return next((each for each in self.children if each.tag == tag), None)

    def words(self, *path: str) -> str:
        """Return the text at the end of a path of first children; empty where there is none."""
        node: Node | None = self
        for tag in path:
            if node is None:
                return ""
            node = node.child(tag)
        return "" if node is None else node.text


@dataclass(frozen=True, slots=True)
class Walked:
    """How the reading went.

    Attributes:
        root: of the file, without what was taken from it.
        warnings: what was mended, and where the file breaks off.
        is_whole: whether it was read to its end.
    """

    root: Node
    warnings: tuple[str, ...]
    is_whole: bool


Taker = Callable[[Node], None]


def walk(data: bytes, kind: str, opened: Mapping[str, Taker], closed: Mapping[str, Taker]) -> Walked:
    """Read a file, handing elements over as they open and close; a file that breaks off is kept as far as it goes.

    Args:
        data: the file.
        kind: how the format is called in a sentence: `TCX`.
        opened: by name, who is told that an element opens; it has its attributes and nothing else yet.
        closed: by name, who takes an element at its end; its parent will not have it.

    Raises:
        WorkoutError: it is no XML, has a document type, or passes a bound; or what a taker raises.
    """
    text, said = text_of(data, kind)
    reading = _Reading(kind, opened, closed)
    broken = reading.parse(text)
    if reading.root is None:
        raise _broken(broken, kind)
    if broken is not None:
        words = tr("the file breaks off at line {n}; what stands before was read")
        said.append(words.format(n=broken.lineno))
    return Walked(reading.root, tuple(said), broken is None)


def tree(data: bytes, kind: str) -> tuple[Node, tuple[str, ...]]:
    """Read a file that is of use only as a whole, a page of text; slips of a hand are mended.

    Returns:
        Its root, and what was mended.

    Raises:
        WorkoutError: as `walk`, and where the file is not whole.
    """
    text, said = text_of(data, kind, FILE_BYTES)
    reading = _Reading(kind, {}, {})
    broken = reading.parse(text)
    if broken is not None and _WRONG_END.search(text):
        mended = _Reading(kind, {}, {})
        if mended.parse(_WRONG_END.sub("/>", text)) is None:
            reading, broken = mended, None
            said.append(
                tr("the file has {wrong} for {right} in its XML; it was mended").format(wrong="\\>", right="/>")
            )
    if broken is not None or reading.root is None:
        raise _broken(broken, kind)
    return reading.root, tuple(said)


def number(text: str) -> Fraction | None:
    """Return a decimal figure as it is written; None for anything else, such as `NaN`.

    >>> number("1.05"), number("2e3"), number("1,5")
    (Fraction(21, 20), Fraction(2000, 1), None)
    """
    stripped = text.strip()
    return Fraction(stripped) if len(stripped) <= 60 and _NUMBER.fullmatch(stripped) else None


def begins(head: bytes, name: str) -> bool:
    """Whether the first bytes of a file may begin XML whose root has this name."""
    start = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    root = rb"<(?:[\w.-]+:)?%b[\s>/]|<!DOCTYPE\s+%b\b" % (name.encode(), name.encode())
    return start.startswith(b"<") and re.search(root, start + b" ", re.IGNORECASE) is not None


def _broken(error: expat.ExpatError | None, kind: str) -> Exception:
    line = 0 if error is None else error.lineno
    words = tr("this {kind} file is damaged: its XML is not whole at line {n}")
    return refusal(words.format(kind=kind, n=line), tr("export or download it once more"))


class _Reading:
    """One parse, and the elements that are open."""

    def __init__(self, kind: str, opened: Mapping[str, Taker], closed: Mapping[str, Taker]) -> None:
        self.root: Node | None = None
        self._kind = kind
        self._opened, self._closed = opened, closed
        self._open: list[Node] = []
        self._texts: list[str] = []
        self._n = 0

    def parse(self, text: str) -> expat.ExpatError | None:
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.buffer_size = 1 << 16
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._texts.append
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._doctype
        try:
            parser.Parse(text, True)
        except expat.ExpatError as error:
            return error
        return None

    def _doctype(self, *_parts: object) -> None:
        words = tr("this {kind} file has a document type, which may define what unpacks without end")
        raise refusal(words.format(kind=self._kind), tr("take the DOCTYPE out if you trust the file"))

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._n += 1
        if self._n > XML_ELEMENTS:
            words = tr("the file has more than {n} elements").format(n=f"{XML_ELEMENTS:,}")
            raise refusal(words, tr("export one run at a time"))
        if len(self._open) >= XML_DEPTH:
            words = tr("the file nests more than {n} elements in one another").format(n=XML_DEPTH)
            raise refusal(words, tr("this is no file of a run or workout"))
        if self._texts:
            self._keep_text()
        if attributes and any(":" in name for name in attributes):
            bare = {name.rpartition(":")[2]: value for name, value in attributes.items()}
            attributes = bare | {name: value for name, value in attributes.items() if ":" not in name}
        node = Node(tag.rpartition(":")[2] if ":" in tag else tag, attributes)
        if self.root is None:
            self.root = node
        self._open.append(node)
        taker = self._opened.get(node.tag)
        if taker is not None:
            taker(node)

    def _end(self, _tag: str) -> None:
        if self._texts:
            self._keep_text()
        node = self._open.pop()
        taker = self._closed.get(node.tag)
        if taker is not None:
            taker(node)
        elif self._open:
            self._open[-1].children.append(node)

    def _keep_text(self) -> None:
        if self._open and not self._open[-1].children and not self._open[-1].text:
            self._open[-1].text = "".join(self._texts).strip()
        self._texts.clear()
