"""Lettering: every text as it really stands in a window, and the true ground under it.

Rules of the file: a picture is taken with every letter held back. What was drawn is known with its place, its room
and its colour, and what is left in the picture is what lies under it. Lettering that goes through a QPainterPath is not
seen, nor what is scrolled away or lies under a sheet of keys. It judges nothing; that is for `tests.looks`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, TypeVar, cast
from unittest.mock import patch

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetrics,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPalette,
    QPixmap,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QLineEdit, QWidget

from app.ui import design

W = TypeVar("W", bound=QWidget)

OVERLAYS = {
    "Banner": "asks over whatever page there is",
    "KeyList": "all keys, until the next press",
    "KeySheet": "all keys, until the next press",
    "Flash": "the whole window for the blink of a signal",
    "GuessPanel": "asks over the run page while a lap is hidden",
    "Face": "stands in the place of the clock while a practice hides it",
    "ExportSheet": "asks for a format over a page that is greyed out",
    "PrintSheet": "shows a page as it will be on paper, likewise",
    "DropVeil": "where to drop, while something is dragged on the window",
    "RenameField": "lies over the name that it changes",
    "LapSheet": "the lap presses, over a workout that goes on under it",
}
"""Widgets that lie over others by design, and why; what is under one is not seen."""


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
class Coarse:
    """A pixmap with fewer pixels a point than the screen it is drawn on."""

    widget: QWidget
    ratio: float
    wanted: float


# What is drawn --------------------------------------------------------------------------------------------------------


class _Held:
    """Takes the place of the painter's ways to draw, and remembers what it was to draw."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.letters: list[Letters] = []
        self.coarse: list[Coarse] = []
        self._on_pixmaps: dict[int, tuple[QPixmap, list[tuple[str, QRectF, float, QColor]]]] = {}
        self._shortened: set[str] = set()
        self._inks: dict[QWidget, QColor] = {}

    def text(self, painter: QPainter, *given: Any) -> None:
        text, room, box = _placed(painter, given)
        if not text.strip():
            return
        turn = painter.worldTransform()
        px = _px(painter.font()) * math.hypot(turn.m21(), turn.m22())
        device = painter.device()
        ink = QColor(self._inks.get(device) or painter.pen().color())  # type: ignore[call-overload]
        ink.setAlphaF(ink.alphaF() * painter.opacity())
        box, room = turn.mapRect(box), turn.mapRect(room) if room is not None else None
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
                self.coarse.append(Coarse(device, ratio, wanted))
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
        for label in each_of(self.window, QLabel):
            if _paints_itself(label):  # in a colour that is held back with Qt's own lettering
                self._inks[label] = label.palette().color(label.foregroundRole())
            elif label.text().strip():
                wraps = Qt.TextFlag.TextWordWrap if label.wordWrap() else Qt.TextFlag.TextSingleLine
                flags = label.alignment().value | wraps.value
                box = box_of(label.font(), label.text(), QRectF(label.contentsRect()), flags)
                ink = label.palette().color(label.foregroundRole())
                self._add(label, label.text(), box, None, _px(label.font()), ink)
        for entry in each_of(self.window, QLineEdit):
            shown = entry.text() or entry.placeholderText()
            if shown.strip():
                margins = entry.textMargins()
                room = QRectF(entry.rect()).adjusted(margins.left() + 2, 0, -margins.right() - 2, 0)
                box = box_of(entry.font(), shown, room, entry.alignment().value | Qt.AlignmentFlag.AlignVCenter.value)
                role = QPalette.ColorRole.Text if entry.text() else QPalette.ColorRole.PlaceholderText
                if entry.text():  # what is typed scrolls in its field
                    box = box.intersected(room)
                self._add(entry, shown, box, room, _px(entry.font()), entry.palette().color(role))


def held_back(window: QWidget) -> tuple[QImage, list[Letters], list[Coarse]]:
    """Return a picture of a window, or of a widget, without a letter, and the letters; it is left as it was."""
    held = _Held(window)
    held.labels()
    _paint_anew(window)
    real_pixmap = QPainter.drawPixmap
    with ExitStack() as stack:
        stack.enter_context(_no_lettering_by_qt(window))
        stack.enter_context(patch.object(QPainter, "drawText", lambda *given: held.text(*given)))  # noqa: PLW0108 - a method of the painter
        stack.enter_context(patch.object(QPainter, "drawPixmap", lambda *given: held.pixmap(real_pixmap, *given)))
        for metrics in (QFontMetrics, QFontMetricsF):
            real = cast("Callable[..., str]", metrics.elidedText)
            shorten = _bound(held.shortening, real)
            stack.enter_context(patch.object(metrics, "elidedText", shorten))
        ground = window.grab().toImage()
    _paint_anew(window)
    seen = [each for each in held.letters if not is_under(each.widget, each.place, window)]
    return ground, seen, held.coarse


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
    for each in (window, *each_of(window, QWidget)):
        anew = getattr(each, "repaint_all", None)
        if anew is not None:
            anew()


def is_under(widget: QWidget, box: QRectF, window: QWidget) -> bool:
    """Whether a part of a widget lies under a sheet that is not its own."""
    for sheet in each_of(window, QWidget):
        if type(sheet).__name__ in OVERLAYS and sheet is not widget and not sheet.isAncestorOf(widget):
            place = QRectF(QRect(sheet.mapTo(window, QPoint(0, 0)), sheet.size()))
            if place.contains(box.center()) and not widget.isAncestorOf(sheet):
                return True
    return False


def _paints_itself(label: QLabel) -> bool:
    """Whether a label draws its text by its own hand, as one that shortens it does: that is seen as it is drawn."""
    return type(label).paintEvent is not QLabel.paintEvent


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
        return text, None, _outline(painter.font(), text).translated(at)
    else:
        room, flags = QRectF(*numbers[:4]), given[4]
    flags = flags.value if isinstance(flags, Enum) else int(flags)
    return text, room, box_of(painter.font(), text, room, flags)


def box_of(font: QFont, text: str, room: QRectF, flags: int) -> QRectF:
    """Return the box of the glyphs of a text that is drawn into a room."""
    metrics = QFontMetricsF(font)
    lines = metrics.boundingRect(room, flags, text)
    tight = _outline(font, text)
    if lines.height() > 1.5 * metrics.height():  # of several lines the first rises and the last falls no further
        over, under = metrics.ascent() + tight.top(), metrics.descent() - tight.bottom()
        return lines.adjusted(0, over, 0, -under)
    return tight.translated(lines.left(), lines.top() + metrics.ascent())


_outlines: dict[tuple[str, str], QRectF] = {}


def _outline(font: QFont, text: str) -> QRectF:
    """Return the box of the glyphs of a text that begins at 0, 0; the font's own measure of it is a pixel off."""
    key = (font.key(), text)
    if key not in _outlines:
        path = QPainterPath()
        path.addText(QPointF(), font, text)
        _outlines[key] = path.boundingRect()
    return _outlines[key]


def _corner(given: tuple[Any, ...]) -> QPointF:
    first = given[0]
    if isinstance(first, (QRect, QRectF)):
        return QPointF(first.topLeft())
    return QPointF(first) if isinstance(first, (QPoint, QPointF)) else QPointF(given[0], given[1])


def _px(font: QFont) -> float:
    return float(font.pixelSize() if font.pixelSize() > 0 else QFontInfo(font).pixelSize())


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


def each_of(window: QWidget, kind: type[W]) -> list[W]:
    return [each for each in window.findChildren(kind) if each.isVisible()]


def _in_view(widget: QWidget, window: QWidget) -> QRect:
    """Return the part of a widget that none of its parents hides, and a little round it for what is cut."""
    box = widget.rect()
    if not isinstance(widget.parentWidget(), QAbstractScrollArea):
        box.adjust(-4, -4, 4, 4)
    while widget is not window:
        box.translate(widget.pos())
        widget = cast("QWidget", widget.parentWidget())
        box = box.intersected(widget.rect())
    return box
