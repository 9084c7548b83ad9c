"""Looks at a window as a person does, and says what is wrong: lettering cut, faint, tiny, or one thing over another.

Rules of the file: all of it is computed from the real widgets. A picture is taken with every letter held back, so that
what is left is the true ground under each; what was held back is known with its place, its room and its colour. Lettering
that goes through a QPainterPath is not seen. What nobody can see (scrolled away, under a sheet of keys) is not judged.

    look(window) -> Look(ground, letters, findings)
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from enum import Enum
from itertools import combinations
from typing import Any, TypeVar, cast
from unittest.mock import patch

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetrics,
    QFontMetricsF,
    QImage,
    QPainter,
    QPalette,
    QPixmap,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QLineEdit, QScrollBar, QWidget

from app.ui import design

W = TypeVar("W", bound=QWidget)

CONTRAST = 4.5
"""Of every letter, large ones too; what is disabled is exempt. Source: WCAG 2.2, 1.4.3."""
SMALLEST = 13
"""Pixels of the lettering's height."""
SLACK = 1.0
"""Pixels that smoothing may reach out of a room."""
SHARE = 0.06
"""A colour of the ground counts from this share of the box of a text on; less is the edge of something."""
OVERLAYS = {"Banner", "KeyList", "KeySheet", "Flash"}
"""Widgets that lie over others by design; what is under one is not seen."""
ALLOWED = {("KeyCap", "Entry")}
"""Classes of which one may stand on the other: the cap of the key that leads into a field."""


@dataclass(frozen=True)
class Letters:
    """A text as it stands in the window; boxes in the window's coordinates."""

    widget: QWidget
    text: str
    box: QRectF
    """Of the glyphs."""
    room: QRectF
    """What the glyphs may fill: the room that was given, inside the widget and the painter's clip."""
    px: float
    ink: QColor
    """With the painter's opacity."""
    is_shortened: bool = False
    place: QRectF = field(default_factory=QRectF)
    """The glyphs as far as they are within view; empty for what is scrolled away."""


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
    ground, letters, blurred = _held_back(window)
    found = [*_lying_over(window), *blurred]
    for each in letters:
        found += _of_one(each)
    found += _collisions(letters)
    found += _faint(letters, ground)
    return Look(ground, tuple(letters), tuple(dict.fromkeys(found)))


# What is drawn --------------------------------------------------------------------------------------------------------


class _Held:
    """Takes the place of the painter's ways to draw, and remembers what it was to draw."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.letters: list[Letters] = []
        self.blurred: list[Finding] = []
        self._on_pixmaps: dict[int, tuple[QPixmap, list[tuple[str, QRectF, float, QColor]]]] = {}
        self._shortened: set[str] = set()

    def text(self, painter: QPainter, *given: Any) -> None:
        text, room, box = _placed(painter, given)
        if not text.strip():
            return
        turn = painter.worldTransform()
        px = _px(painter.font()) * math.hypot(turn.m21(), turn.m22())
        ink = QColor(painter.pen().color())
        ink.setAlphaF(ink.alphaF() * painter.opacity())
        box, room = turn.mapRect(box), turn.mapRect(room) if room is not None else None
        device = painter.device()
        if isinstance(device, QPixmap):
            self._on_pixmaps.setdefault(id(device), (device, []))[1].append((text, box, px, ink))
        elif isinstance(device, QWidget):
            if painter.hasClipping():
                clip = turn.mapRect(painter.clipBoundingRect())
                room = clip if room is None else room.intersected(clip)
            self._add(device, text, box, room, px, ink)

    def pixmap(self, real: Callable[..., None], painter: QPainter, *given: Any) -> None:
        device, drawn = painter.device(), next(each for each in given if isinstance(each, QPixmap))
        if isinstance(device, QWidget):
            ratio, wanted = drawn.devicePixelRatio(), device.devicePixelRatioF()
            if ratio < wanted - 0.01:
                what = f"is drawn at {ratio:g} pixels a point on a screen of {wanted:g}"
                self.blurred.append(Finding("blurred", name_of(device), "", what))
            at = _corner(given)
            for text, box, px, ink in self._on_pixmaps.get(id(drawn), (drawn, []))[1]:
                placed = painter.worldTransform().mapRect(box.translated(at))
                self._add(device, text, placed, None, px, ink)
        real(painter, *given)

    def shortening(self, real: Callable[..., str], metrics: object, text: str, *given: Any) -> str:
        said = real(metrics, text, *given)
        if said != text:
            self._shortened.add(said)
        return said

    def _add(self, widget: QWidget, text: str, box: QRectF, room: QRectF | None, px: float, ink: QColor) -> None:
        own = QRectF(widget.rect())
        if isinstance(widget.parentWidget(), QAbstractScrollArea):  # rows leave a list above and below
            own.adjust(0, -10_000, 0, 10_000)
        offset = QPointF(widget.mapTo(self.window, QPoint(0, 0))) if widget is not self.window else QPointF()
        within = (own if room is None else own.intersected(room)).translated(offset)
        box = box.translated(offset)
        place = box.intersected(QRectF(_in_view(widget, self.window)))
        if place.width() > 1 and place.height() > 1:
            shortened = text in self._shortened
            self.letters.append(Letters(widget, text, box, within, px, ink, shortened, place))

    def labels(self) -> None:
        """Add what Qt draws by itself: labels and fields."""
        for label in _each(self.window, QLabel):
            if label.text().strip():
                wraps = Qt.TextFlag.TextWordWrap if label.wordWrap() else Qt.TextFlag.TextSingleLine
                flags = label.alignment().value | wraps.value
                box = box_of(label.font(), label.text(), QRectF(label.contentsRect()), flags)
                ink = label.palette().color(label.foregroundRole())
                self._add(label, label.text(), box, None, _px(label.font()), ink)
        for entry in _each(self.window, QLineEdit):
            shown = entry.text() or entry.placeholderText()
            if shown.strip():
                margins = entry.textMargins()
                room = QRectF(entry.rect()).adjusted(margins.left() + 2, 0, -margins.right() - 2, 0)
                box = box_of(entry.font(), shown, room, entry.alignment().value | Qt.AlignmentFlag.AlignVCenter.value)
                role = QPalette.ColorRole.Text if entry.text() else QPalette.ColorRole.PlaceholderText
                if entry.text():  # what is typed scrolls in its field
                    box = box.intersected(room)
                self._add(entry, shown, box, room, _px(entry.font()), entry.palette().color(role))


def _held_back(window: QWidget) -> tuple[QImage, list[Letters], list[Finding]]:
    held = _Held(window)
    held.labels()
    _paint_anew(window)
    real_pixmap = QPainter.drawPixmap
    with ExitStack() as stack:
        stack.enter_context(_no_lettering_by_qt(window))
        stack.enter_context(patch.object(QPainter, "drawText", lambda *given: held.text(*given)))
        stack.enter_context(patch.object(QPainter, "drawPixmap", lambda *given: held.pixmap(real_pixmap, *given)))
        for metrics in (QFontMetrics, QFontMetricsF):
            real = cast("Callable[..., str]", metrics.elidedText)
            shorten = _bound(held.shortening, real)
            stack.enter_context(patch.object(metrics, "elidedText", shorten))
        ground = window.grab().toImage()
    _paint_anew(window)
    seen = [each for each in held.letters if not _is_under(each.widget, each.place, window)]
    return ground, seen, held.blurred


def _bound(way: Callable[..., str], real: Callable[..., str]) -> Callable[..., str]:
    return lambda *given: way(real, *given)


@contextmanager
def _no_lettering_by_qt(window: QWidget) -> Iterator[None]:
    """Let Qt's own lettering be as clear as glass."""
    own = QPalette(window.palette()) if window.testAttribute(Qt.WidgetAttribute.WA_SetPalette) else QPalette()
    clear = QPalette(window.palette())
    roles = QPalette.ColorRole
    for role in (roles.WindowText, roles.Text, roles.ButtonText, *design.ROLES.values()):
        clear.setColor(role, QColor(0, 0, 0, 0))
    window.setPalette(clear)
    yield
    window.setPalette(own)


def _paint_anew(window: QWidget) -> None:
    """Let nothing that was painted before be used again."""
    for each in (window, *_each(window, QWidget)):
        anew = getattr(each, "repaint_all", None)
        if anew is not None:
            anew()


def _is_under(widget: QWidget, box: QRectF, window: QWidget) -> bool:
    """Whether a part of a widget lies under a sheet that is not its own."""
    for sheet in _each(window, QWidget):
        if type(sheet).__name__ in OVERLAYS and sheet is not widget and not sheet.isAncestorOf(widget):
            place = QRectF(QRect(sheet.mapTo(window, QPoint(0, 0)), sheet.size()))
            if place.contains(box.center()) and not widget.isAncestorOf(sheet):
                return True
    return False


def _placed(painter: QPainter, given: tuple[Any, ...]) -> tuple[str, QRectF | None, QRectF]:
    """Return text, room and glyphs of a call of drawText, in the painter's coordinates."""
    text = next(each for each in given if isinstance(each, str))
    first = given[0]
    numbers = [each for each in given if isinstance(each, (int, float)) and not isinstance(each, Enum)]
    if isinstance(first, (QRect, QRectF)):
        room = QRectF(first)
        flags = given[1] if not isinstance(given[1], str) else 0
        option = given[-1]
        if isinstance(option, QTextOption):
            wraps = option.wrapMode() != QTextOption.WrapMode.NoWrap
            flags = option.alignment().value | (Qt.TextFlag.TextWordWrap.value if wraps else 0)
    elif isinstance(first, (QPoint, QPointF)) or len(numbers) == 2:
        at = QPointF(first) if isinstance(first, (QPoint, QPointF)) else QPointF(*numbers)
        return text, None, QFontMetricsF(painter.font()).tightBoundingRect(text).translated(at)
    else:
        room, flags = QRectF(*numbers[:4]), given[4]
    flags = flags.value if isinstance(flags, Enum) else int(flags)
    return text, room, box_of(painter.font(), text, room, flags)


def box_of(font: QFont, text: str, room: QRectF, flags: int) -> QRectF:
    """Return the box of the glyphs of a text that is drawn into a room."""
    metrics = QFontMetricsF(font)
    lines = metrics.boundingRect(room, flags, text)
    tight = metrics.tightBoundingRect(text)
    if lines.height() > 1.5 * metrics.height():  # of several lines the first rises and the last falls no further
        over, under = metrics.ascent() + tight.top(), metrics.descent() - tight.bottom()
        return lines.adjusted(0, over, 0, -under)
    return tight.translated(lines.left(), lines.top() + metrics.ascent())


def _corner(given: tuple[Any, ...]) -> QPointF:
    first = given[0]
    if isinstance(first, (QRect, QRectF)):
        return QPointF(first.topLeft())
    return QPointF(first) if isinstance(first, (QPoint, QPointF)) else QPointF(given[0], given[1])


def _px(font: QFont) -> float:
    return float(font.pixelSize() if font.pixelSize() > 0 else QFontInfo(font).pixelSize())


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
    for parent in (window, *_each(window, QWidget)):
        if isinstance(parent, QAbstractScrollArea):
            continue
        children = [child for child in parent.children() if isinstance(child, QWidget) and not child.isWindow()]
        children = [child for child in children if child.isVisible() and not isinstance(child, QScrollBar)]
        offset = QPointF(parent.mapTo(window, QPoint(0, 0)))
        taken = {child: box for child in children if not (box := taken_by(child)).isEmpty()}
        taken = {child: box for child, box in taken.items() if not _is_under(child, box.translated(offset), window)}
        scrolls = isinstance(parent.parentWidget(), QAbstractScrollArea)
        room = QRectF(parent.rect()).adjusted(-SLACK, -SLACK, SLACK, SLACK)
        if scrolls:
            room.adjust(0, -10_000, 0, 10_000)
        for child, box in taken.items():
            if not room.contains(box):
                what = f"at {_words(box)} leaves {name_of(parent)}, which is {parent.width()} × {parent.height()}"
                yield Finding("leaves", name_of(child), _said(child), what)
        for (one, its), (other, others) in combinations(taken.items(), 2):
            classes = (type(one).__name__, type(other).__name__)
            if OVERLAYS & {*classes} or classes in ALLOWED or classes[::-1] in ALLOWED:
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


# Names ----------------------------------------------------------------------------------------------------------------


def name_of(widget: QWidget) -> str:
    """Write what a widget is called by the one that made it: `LibraryPage.about`."""
    if isinstance(widget.parentWidget(), QAbstractScrollArea) and type(widget) is QWidget:
        widget = cast("QWidget", widget.parentWidget())
    owner = widget.parentWidget()
    while owner is not None:
        for name, value in vars(owner).items():
            if (found := _within(value, widget)) is not None:
                return f"{type(owner).__name__}.{name}{found}"
        owner = owner.parentWidget()
    return type(widget).__name__


def _within(value: object, widget: QWidget) -> str | None:
    """Write where in a value a widget is: ``, `[undo]`, `[2][0]`; None where it is not."""
    if value is widget:
        return ""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, (list, tuple)) else ()
    return next((f"[{key}]{found}" for key, each in inside if (found := _within(each, widget)) is not None), None)


def _said(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return str(text()) if callable(text) else ""


def _words(box: QRectF) -> str:
    return f"{box.left():.0f}, {box.top():.0f} ({box.width():.0f} × {box.height():.0f})"


def _each(window: QWidget, kind: type[W]) -> list[W]:
    return [each for each in window.findChildren(kind) if each.isVisible()]


def _in_view(widget: QWidget, window: QWidget) -> QRect:
    """Return the part of a widget that none of its parents hides, in the window; and a little round it, for what is cut."""
    box = widget.rect()
    if not isinstance(widget.parentWidget(), QAbstractScrollArea):
        box.adjust(-4, -4, 4, 4)
    while widget is not window:
        box.translate(widget.pos())
        widget = cast("QWidget", widget.parentWidget())
        box = box.intersected(widget.rect())
    return box
