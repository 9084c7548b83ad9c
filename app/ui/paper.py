"""The printed page of a workout, painted: one sheet for the kit bag, as a PDF, on a printer, or as a picture of it.

Rules of the file: no window. Everything is laid out in tenths of a millimetre, which are the pixels of the PDF at
254 dpi. It is for paper: dark ink on white, and the phases in their colours of the day.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPageSize, QPainter, QPdfWriter, QPen

from app.core.plan import Plan
from app.core.tags import format_tags
from app.core.tongue import tr
from app.ui import design
from app.ui.design import BOLD, DAY, MEDIUM, REGULAR, SEMIBOLD, lettering
from app.ui.paper_rows import PaperRow, goal_of, rows_of, total_of
from app.ui.profile import bars_of, paint_bars
from app.ui.shelf import purpose_words

DPI = 254
"""A pixel is a tenth of a millimetre."""
MARGIN = 180
if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

SIGNATURE = "Bell Lap"
TARGET = 560
"""Width of the column of targets."""
ROWS = ((150.0, 74), (118.0, 58), (92.0, 46), (74.0, 42), (60.0, 36), (50.0, 32), (42.0, 28), (34.0, 24))
"""Height and lettering of a line of steps, largest first, to be read at arm's length; the first that fits is taken."""
LARGE = 46
"""Larger letters than these are taken only where no line is cut for them."""
SPLITS = 0.5
"""Of a line, for the split times below it."""


def page_size() -> QPageSize:
    """Return the paper of where one lives: Letter in North America, else A4."""
    letter = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4)


def as_pdf(plan: Plan) -> bytes:
    """Return the page as a PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setCreator(SIGNATURE)
    writer.setTitle(plan.workout.name)
    writer.setResolution(DPI)
    writer.setPageSize(page_size())
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    paint_page(painter, plan, _tenths(page_size()))
    painter.end()
    return bytes(buffer.data().data())


def paint_on(printer: QPrinter, plan: Plan) -> None:
    """Print the page."""
    painter = QPainter(printer)
    scale = printer.resolution() / DPI
    painter.scale(scale, scale)
    size = printer.pageLayout().pageSize()
    paint_page(painter, plan, _tenths(size))
    painter.end()


def as_image(plan: Plan, width: int, grown: float = 1.0) -> QImage:
    """Return the page as a picture.

    Args:
        plan: what stands on it.
        width: of the picture in logical pixels.
        grown: pixels of the screen to a logical one.
    """
    size = _tenths(page_size())
    scale = width * grown / size.width()
    image = QImage(round(size.width() * scale), round(size.height() * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(grown)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale / grown, scale / grown)
    paint_page(painter, plan, size)
    painter.end()
    return image


def _tenths(size: QPageSize) -> QSizeF:
    return size.size(QPageSize.Unit.Millimeter) * 10


# Painting -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes on base lines."""

    painter: QPainter

    def write(self, x: float, base: float, text: str, font: QFont, ink: str = DAY.ink) -> float:
        """Write, and return how wide it is."""
        self.painter.setFont(font)
        self.painter.setPen(QColor(ink))
        self.painter.drawText(QPointF(x, base), text)
        return self.width(text, font)

    def ending(self, right: float, base: float, text: str, font: QFont, ink: str = DAY.ink) -> float:
        """Write so that it ends at a place; return how wide it is."""
        return self.write(right - self.width(text, font), base, text, font, ink)

    def fitting(self, text: str, room: float, px: float, weight: QFont.Weight) -> QFont:
        """Return a font in which a text has room, half as high at least."""
        needed = self.width(text, lettering(px, weight))
        return lettering(max(px / 2, px * min(1.0, room / needed if needed else 1.0)), weight)

    @staticmethod
    def width(text: str, font: QFont) -> float:
        """Return how wide a text is."""
        return QFontMetricsF(font).horizontalAdvance(text)

    @staticmethod
    def cut(text: str, room: float, font: QFont) -> str:
        """Return a text with … where its room ends."""
        return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)


def paint_page(painter: QPainter, plan: Plan, size: QSizeF) -> None:
    """Paint the page on a device of tenths of a millimetre."""
    pen = _Pen(painter)
    page = QRectF(QPointF(), size).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    y = _paint_head(pen, plan, page)
    y = _paint_picture(painter, plan, QRectF(page.left(), y, page.width(), 260))
    _paint_steps(pen, rows_of(plan), QRectF(page.left(), y, page.width(), page.bottom() - 70 - y))
    pen.write(page.left(), page.bottom(), SIGNATURE, lettering(26), DAY.quiet)


def _paint_head(pen: _Pen, plan: Plan, page: QRectF) -> float:
    """Paint name, purpose, what it is about and how long; return where that ends."""
    workout, y = plan.workout, page.top() + 84
    name = workout.name
    font = pen.fitting(name, page.width(), 110, BOLD)
    pen.write(page.left(), y, pen.cut(name, page.width(), font), font)
    y += 66
    quiet = [purpose_words(workout.purpose), format_tags(workout.tags)]
    pen.write(page.left(), y, "  ·  ".join(word for word in quiet if word), lettering(38), DAY.quiet)
    if workout.about:
        y += 30
        y = _paint_about(pen, workout.about, QRectF(page.left(), y, page.width(), 200))
    y += 76
    total = pen.write(page.left(), y, total_of(plan), lettering(50, SEMIBOLD))
    goal = goal_of(plan)
    room = page.width() - total - 40
    if goal and room > 100:
        pen.ending(page.right(), y, goal, pen.fitting(goal, room, 42, REGULAR), DAY.quiet)
    return y + 50


def _paint_about(pen: _Pen, about: str, box: QRectF) -> float:
    font = lettering(36)
    pen.painter.setFont(font)
    pen.painter.setPen(QColor(DAY.ink))
    words = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value
    shown = about
    while len(shown) > 40 and pen.painter.boundingRect(box, words, shown).height() > box.height():
        shown = shown[: int(len(shown) * 0.9)].rsplit(" ", 1)[0] + " …"
    taken = pen.painter.boundingRect(box, words, shown)
    pen.painter.drawText(box, words, shown)
    return box.top() + min(taken.height(), box.height())


def _paint_picture(painter: QPainter, plan: Plan, box: QRectF) -> float:
    """Paint the profile in the colours of the day, whatever the window's are; return where it ends."""
    now = design.palette()
    design.borrow_palette(DAY)
    try:
        paint_bars(painter, box, bars_of(plan))
    finally:
        design.borrow_palette(now)
    painter.setPen(QPen(QColor(DAY.line), 3))
    painter.drawLine(QPointF(box.left(), box.bottom() + 3), QPointF(box.right(), box.bottom() + 3))
    return box.bottom() + 60


def _paint_steps(pen: _Pen, rows: tuple[PaperRow, ...], box: QRectF) -> None:
    fits = (
        (tall, px)
        for tall, px in ROWS
        if _height(rows, tall) <= box.height() and (px <= LARGE or _widest(pen, rows, px) <= box.width() - TARGET)
    )
    tall, px = next(fits, ROWS[-1])
    y, last = box.top(), box.bottom() - tall
    for number, row in enumerate(rows):
        if y + _height((row,), tall) > last + tall or (y + 2 * tall > box.bottom() and number < len(rows) - 1):
            said = tr("and {n} more").format(n=len(rows) - number)
            pen.write(box.left(), y + 0.7 * tall, said, lettering(px), DAY.quiet)
            return
        _paint_row(pen, row, QRectF(box.left(), y, box.width(), tall), px)
        y += _height((row,), tall)


def _height(rows: tuple[PaperRow, ...], tall: float) -> float:
    return sum(tall * (1 + (SPLITS if row.splits else 0)) for row in rows)


def _widest(pen: _Pen, rows: tuple[PaperRow, ...], px: int) -> float:
    """Return what the widest line takes, without its target."""
    bold, words = lettering(px, BOLD), lettering(px, MEDIUM)
    taken = (pen.width(row.times, bold) + pen.width(row.words, words) + row.depth * 1.6 * px for row in rows)
    return max(taken, default=0.0) + 1.3 * px


def _paint_row(pen: _Pen, row: PaperRow, line: QRectF, px: int) -> None:
    base, painter = line.top() + 0.5 * line.height() + 0.35 * px, pen.painter
    x = line.left() + row.depth * 1.6 * px
    if row.tone:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(DAY, row.tone)))
        dot = 0.42 * px
        painter.drawRoundedRect(QRectF(x, base - 0.35 * px - dot / 2, dot, dot), 3, 3)
    x += 0.9 * px
    is_soft = row.tone == "recovery"
    if row.times:
        x += pen.write(x, base, row.times, lettering(px, BOLD)) + 0.35 * px
    room = line.right() - x - (TARGET if row.target else 0)
    font = lettering(px, REGULAR if is_soft else MEDIUM)
    pen.write(x, base, pen.cut(row.words, room, font), font, DAY.quiet if is_soft else DAY.ink)
    if row.target:
        bold = pen.fitting(row.target, TARGET - 30, px, SEMIBOLD)
        pen.ending(line.right(), base, row.target, bold)
    if row.splits:
        small = pen.fitting(row.splits, line.right() - x, 0.72 * px, REGULAR)
        pen.write(x, line.bottom() + 0.35 * px, row.splits, small, DAY.quiet)
    if row.goes_on:
        return
    bottom = line.bottom() + (SPLITS * line.height() if row.splits else 0)
    painter.setPen(QPen(QColor(DAY.line), 2))
    painter.drawLine(QPointF(line.left(), bottom), QPointF(line.right(), bottom))
