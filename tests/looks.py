"""Looks at a window as a person does, and says what is wrong: lettering cut, faint, tiny, or one thing over another.

Rules of the file: all of it is computed from the real widgets, and each finding is a sentence with its figures.

    look(window) -> Look(ground, letters, findings)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QScrollBar, QWidget

from app.ui import design
from tests.lettering import OVERLAYS, Coarse, Letters, box_of, each_of, held_back, is_under, name_of

CONTRAST = 4.5
"""Of every letter, large ones too; what is disabled is exempt. Source: WCAG 2.2, 1.4.3."""
SMALLEST = 13
"""Pixels of the lettering's height."""
SLACK = 1.0
"""Pixels that smoothing may reach out of a room."""
SHARE = 0.06
"""A colour of the ground counts from this share of the box of a text on; less is the edge of something."""
ALLOWED = {
    ("KeyCap", "Entry"): "the cap of the key that leads into a field",
    ("QWidget", "_Edges"): "chips fade out under the edges of their line",
    ("WorkoutList", "Vacant"): "what is said where nothing is listed stands in the list",
}
"""Classes of which one may stand on the other, and why."""
SLIDES = {"Filters": "the line of chips goes on beyond its edges, and slides"}
"""Classes whose children may leave them, and why."""


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong."""

    kind: str
    """`overlap`, `leaves`, `cut`, `faint`, `small`, `collides`, `blurred`; `shortened` is only a remark."""
    widget: str
    text: str
    what: str

    def __str__(self) -> str:
        """Say it."""
        said = f" “{self.text}”" if self.text else ""
        return f"{self.kind}: {self.widget}{said} {self.what}"

    @property
    def key(self) -> str:
        """What it is known by, whatever the figures."""
        return f"{self.kind} {self.widget}"


REMARKS = {"shortened"}


@dataclass(frozen=True)
class Look:
    """A window that was looked at."""

    ground: QImage
    """Without a letter."""
    letters: tuple[Letters, ...]
    findings: tuple[Finding, ...]

    @property
    def wrong(self) -> tuple[Finding, ...]:
        """What is wrong, without the remarks."""
        return tuple(finding for finding in self.findings if finding.kind not in REMARKS)


def look(window: QWidget) -> Look:
    """Look at a window, or at one widget with all that is in it; it is left as it was."""
    ground, letters, coarse = held_back(window)
    found = [*_lying_over(window), *map(_blurred, coarse)]
    for each in letters:
        found += _of_one(each)
    found += _collisions(letters)
    found += _faint(letters, ground)
    return Look(ground, tuple(letters), tuple(dict.fromkeys(found)))


# What is wrong with it ------------------------------------------------------------------------------------------------


def _of_one(each: Letters) -> Iterator[Finding]:
    name = name_of(each.widget)
    if each.px < SMALLEST:
        yield Finding("small", name, each.text, f"is {each.px:.0f} px high, and {SMALLEST} is the least")
    over = {
        "left": each.room.left() - each.box.left(), "right": each.box.right() - each.room.right(),
        "top": each.room.top() - each.box.top(), "bottom": each.box.bottom() - each.room.bottom(),
    }  # fmt: skip
    cut = [f"{by:.0f} px at the {side}" for side, by in over.items() if by > SLACK]
    if cut:
        yield Finding("cut", name, each.text, f"loses {', '.join(cut)}")
    if each.is_shortened:
        yield Finding("shortened", name, each.text, "has no room for all of it")


def _blurred(each: Coarse) -> Finding:
    what = f"is drawn at {each.ratio:g} pixels a point on a screen of {each.wanted:g}"
    return Finding("blurred", name_of(each.widget), "", what)


def _collisions(letters: list[Letters]) -> Iterator[Finding]:
    for one, other in combinations(letters, 2):
        both = one.place.intersected(other.place)
        if both.width() > SLACK and both.height() > SLACK and (one.text, one.box) != (other.text, other.box):
            what = f"stands on “{other.text}” of {name_of(other.widget)}"
            yield Finding("collides", name_of(one.widget), one.text, what)


def _faint(letters: list[Letters], ground: QImage) -> Iterator[Finding]:
    for each in letters:
        if not each.widget.isEnabled():
            continue
        for colour in grounds(ground, each.place):
            share = each.ink.alphaF()
            seen = QColor.fromRgbF(*(
                float(share * ink + (1 - share) * under)
                for ink, under in zip(each.ink.getRgbF()[:3], colour.getRgbF()[:3], strict=True)  # type: ignore[index]
            ))  # fmt: skip
            found = design.contrast(seen, colour)
            if found < CONTRAST - 0.005:
                what = f"has {found:.1f} : 1 ({seen.name()} on {colour.name()}), and {CONTRAST} is the least"
                yield Finding("faint", name_of(each.widget), each.text, what)
                break


def grounds(image: QImage, box: QRectF) -> list[QColor]:
    """Return the colours that fill a part of a picture, the most frequent first."""
    ratio = image.devicePixelRatio()
    part = QRectF(box.topLeft() * ratio, box.size() * ratio).toAlignedRect().intersected(image.rect())
    if part.isEmpty():
        return []
    few = image.copy(part).convertToFormat(QImage.Format.Format_RGB32)
    few = few.scaled(QSize(min(64, part.width()), min(24, part.height())))
    counts = Counter(memoryview(few.constBits()).cast("I"))
    least = SHARE * sum(counts.values())
    return [QColor(rgb) for rgb, n in counts.most_common() if n >= least]


def _lying_over(window: QWidget) -> Iterator[Finding]:
    """Find what lies over a sibling or out of its parent; what is scrolled may be out of view."""
    for parent in (window, *each_of(window, QWidget)):
        if isinstance(parent, QAbstractScrollArea):
            continue
        children = [child for child in parent.children() if isinstance(child, QWidget) and not child.isWindow()]
        children = [child for child in children if child.isVisible() and not isinstance(child, QScrollBar)]
        offset = QPointF(parent.mapTo(window, QPoint(0, 0)))
        taken = {child: box for child in children if not (box := taken_by(child)).isEmpty()}
        taken = {child: box for child, box in taken.items() if not is_under(child, box.translated(offset), window)}
        scrolls = isinstance(parent.parentWidget(), QAbstractScrollArea)
        room = QRectF(parent.rect()).adjusted(-SLACK, -SLACK, SLACK, SLACK)
        if scrolls:
            room.adjust(0, -10_000, 0, 10_000)
        for child, box in taken.items():
            if not room.contains(box) and type(parent).__name__ not in SLIDES:
                what = f"at {_words(box)} leaves {name_of(parent)}, which is {parent.width()} × {parent.height()}"
                yield Finding("leaves", name_of(child), _said(child), what)
        for (one, its), (other, others) in combinations(taken.items(), 2):
            classes = (type(one).__name__, type(other).__name__)
            if OVERLAYS.keys() & {*classes} or classes in ALLOWED or classes[::-1] in ALLOWED:
                continue
            both = its.intersected(others)
            if both.width() > SLACK and both.height() > SLACK:
                what = f"lies {both.width():.0f} × {both.height():.0f} px over {name_of(other)}"
                yield Finding("overlap", name_of(one), _said(one), what)


def taken_by(widget: QWidget) -> QRectF:
    """Return the room that a widget takes in its parent: a label no more than its words."""
    if not isinstance(widget, QLabel):
        return QRectF(widget.geometry())
    if not widget.text().strip():
        return QRectF()
    wraps = Qt.TextFlag.TextWordWrap if widget.wordWrap() else Qt.TextFlag.TextSingleLine
    room = QRectF(widget.contentsRect())
    box = box_of(widget.font(), widget.text(), room, widget.alignment().value | wraps.value)
    return box.intersected(QRectF(widget.rect())).translated(QPointF(widget.pos()))


def _said(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return str(text()) if callable(text) else ""


def _words(box: QRectF) -> str:
    return f"{box.left():.0f}, {box.top():.0f} ({box.width():.0f} × {box.height():.0f})"
