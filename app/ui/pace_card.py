"""The pace card, painted: the size of a bank card, as a PDF to print at its size or as a PNG.

Rules of the file: no window and no screen. Everything is laid out in twentieths of a millimetre, which are the pixels
of both outputs at 508 dpi. It is for paper: dark ink on white, and the one colour, lane paint, is for the bell lap.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from app.core.card import SIGNATURE, CardRow, CardSide, PaceCard
from app.core.errors import DeviceError
from app.core.tongue import tr
from app.core.track import Convention
from app.core.units import MILE_M, Metres, format_metres, format_time
from app.ui.design import BOLD, DAY, MEDIUM, REGULAR, SEMIBOLD, lettering, load_lettering

WIDTH_MM, HEIGHT_MM, CORNER_MM = 85.6, 54.0, 3.18
"""Source: ISO/IEC 7810, ID-1: 85.60 × 53.98 mm, corners of 3.18 mm."""
DPI = 508
"""20 pixels a millimetre."""
WIDTH, HEIGHT = 1712, 1080
_WHOLE_POINTS, _EXACT_POINTS = b"[0 0 243.000000 153.000000]", b"[0 0 242.646000 153.071000]"
"""The page of a PDF: Qt knows whole points alone, a seventh of a millimetre too wide. As long as each other, so that
the places of everything else in the file stay right."""


def draw_card(card: PaceCard, kind: str) -> bytes:
    """Return a card as a file's content.

    Args:
        card: what stands on it.
        kind: `pdf` or `png`.

    Raises:
        DeviceError: this machine has no font, so that every figure would be an empty box.
    """
    if QGuiApplication.instance() is None:
        _App.app = QGuiApplication(["bell-lap", "-platform", "offscreen"])
    load_lettering()
    if _glyph("1") == _glyph("8"):  # boxes; asked without a font, QRawFont ends the process
        raise DeviceError(
            tr("there is no font on this machine, so figures would be boxes; install one, such as fonts-dejavu-core")
        )
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if kind == "pdf":
        _as_pdf(card, buffer)
    else:
        _as_png(card, buffer)
    return bytes(buffer.data().data()).replace(_WHOLE_POINTS, _EXACT_POINTS)


def _glyph(letter: str) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    _write(painter, 8, 32, letter, lettering(28), DAY.ink)
    painter.end()
    return image


class _App:
    app: QGuiApplication | None = None
    """Kept, since Qt ends with it."""


def _as_pdf(card: PaceCard, buffer: QBuffer) -> None:
    writer = QPdfWriter(buffer)
    writer.setCreator(SIGNATURE)
    writer.setTitle(f"{race_name(card.race_m)} {goal_text(card)}")
    writer.setResolution(DPI)
    writer.setPageSize(
        QPageSize(QSizeF(WIDTH_MM, HEIGHT_MM), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)
    )
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    paint_card(painter, card)
    painter.end()


def _as_png(card: PaceCard, buffer: QBuffer) -> None:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(DPI / 0.0254))
    image.setDotsPerMeterY(round(DPI / 0.0254))
    image.setText("Software", SIGNATURE)
    image.fill(QColor(DAY.panel))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    paint_card(painter, card)
    painter.end()
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt a str


def race_name(race_m: Metres) -> str:
    """Return what a race is called: `Mile`, `1500 m`."""
    if race_m == MILE_M:
        return tr("Mile")
    return tr("2 miles") if race_m == 2 * MILE_M else tr("{n} m").format(n=format_metres(race_m))


def goal_text(card: PaceCard) -> str:
    """Return the goal as it would be said: `5:20`, `3:43.13`."""
    text = format_time(card.goal_s, 2)
    return text.removesuffix(".00") if text.endswith(".00") else text.removesuffix("0")


# Painting -------------------------------------------------------------------------------------------------------------

EDGE = 84
TOP = 268
"""Where the columns begin."""
GUTTER = 84
HERO_WIDTH = 780
"""The most that the goal takes; the longest times are written smaller."""
ROAD_M = 10_000
"""From here on a pace is said for kilometres and miles."""


def paint_card(painter: QPainter, card: PaceCard) -> None:
    """Paint a card on a device of 1712 × 1080 units."""
    painter.setPen(QPen(QColor(DAY.line), 3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corner = CORNER_MM * 20
    painter.drawRoundedRect(QRectF(3, 3, WIDTH - 6, HEIGHT - 6), corner, corner)  # where to cut
    _paint_head(painter, card)
    width = (WIDTH - 2 * EDGE - GUTTER) / 2
    for side, x in zip(card.sides, (EDGE, EDGE + width + GUTTER), strict=True):
        _paint_side(painter, card, side, QRectF(x, TOP, width, HEIGHT - TOP - 56))


def _paint_head(painter: QPainter, card: PaceCard) -> None:
    base = 192
    goal = goal_text(card)
    big = 172 * min(1.0, HERO_WIDTH / _width(painter, goal, lettering(172, BOLD)))
    x = EDGE + _write(painter, EDGE, base, goal, lettering(big, BOLD), DAY.ink) + 40
    _write(painter, x, base - 78, race_name(card.race_m), lettering(62, SEMIBOLD), DAY.ink)
    _write(painter, x, base, tr("even pace"), lettering(46), DAY.quiet)
    left = x + max(_width(painter, race_name(card.race_m), lettering(62, SEMIBOLD)), 200)
    right = float(WIDTH - EDGE)
    for distance_m, words in _paces(card):
        time = format_time(card.even_s(distance_m))
        font, small = lettering(62, SEMIBOLD), lettering(40)
        wide = max(_width(painter, time, font), _width(painter, words, small))
        if right - wide < left:
            break
        _write(painter, right - wide, base - 62, time, font, DAY.ink)
        _write(painter, right - wide, base, words, small, DAY.quiet)
        right -= wide + 56


def _paces(card: PaceCard) -> list[tuple[Metres, str]]:
    """Return the distances whose even time is of use, from the right of the card on."""
    on_track = [(Metres(1000), tr("per km")), (Metres(400), tr("per 400 m")), (Metres(200), tr("per 200 m"))]
    on_road = [(Metres(1000), tr("per km")), (MILE_M, tr("per mile"))]
    return [(m, words) for m, words in (on_track if card.race_m < ROAD_M else on_road) if m < card.race_m]


def _paint_side(painter: QPainter, card: PaceCard, side: CardSide, box: QRectF) -> None:
    is_finish = side.convention is Convention.FINISH_LINE
    title = tr("At the finish line") if is_finish else tr("From the start line")
    said = _laps_said(card, side)
    font, small = lettering(46, SEMIBOLD), lettering(40)
    both = _width(painter, title, font) + 24 + _width(painter, said, small)
    if both > box.width():  # another font, another language, a long time
        font, small = lettering(46 * box.width() / both, SEMIBOLD), lettering(40 * box.width() / both)
    _write(painter, box.left(), box.top() + 44, title, font, DAY.ink)
    _write(painter, box.right() - _width(painter, said, small), box.top() + 44, said, small, DAY.quiet)
    painter.setPen(QPen(QColor(DAY.ink), 5))
    painter.drawLine(QPointF(box.left(), box.top() + 66), QPointF(box.right(), box.top() + 66))
    rows = QRectF(box.left(), box.top() + 74, box.width(), box.height() - 74)
    high = min(rows.height() / len(side.rows), 150)
    column = max(_width(painter, str(int(row.mark_m)), _lettering(row, high)) for row in side.rows)
    for number, row in enumerate(side.rows):
        place = QRectF(rows.left(), rows.top() + number * high, rows.width(), high)
        is_last = number == len(side.rows) - 1
        _paint_row(painter, row, place, column, is_last=is_last)


def _laps_said(card: PaceCard, side: CardSide) -> str:
    lap = format_time(card.even_s(card.lap_m))
    if card.race_m <= card.lap_m:
        return ""
    if side.odd_m == card.lap_m or side.step_m != card.lap_m:
        return tr("a lap {lap}").format(lap=lap)
    odd = format_time(card.even_s(side.odd_m))
    if side.convention is Convention.FINISH_LINE:
        return tr("first {odd}, then {lap}").format(odd=odd, lap=lap)
    return tr("{lap}, last {odd}").format(odd=odd, lap=lap)


def _size(row: CardRow, high: float) -> float:
    return min(high * (0.74 if row.is_lap else 0.6), 88 if row.is_lap else 72)


def _lettering(row: CardRow, high: float) -> QFont:
    return lettering(_size(row, high), SEMIBOLD if row.is_lap else REGULAR)


def _paint_row(painter: QPainter, row: CardRow, place: QRectF, column: float, *, is_last: bool) -> None:
    if row.is_bell:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(DAY.work))
        painter.drawRoundedRect(place.adjusted(-20, -2, 20, 2), 10, 10)
    size, font = _size(row, place.height()), _lettering(row, place.height())
    ink = DAY.ink if row.is_lap else DAY.quiet
    base = place.center().y() + 0.35 * size
    whole, dot, part = format_metres(row.mark_m).partition(".")
    x = place.left() + column - _width(painter, whole, font)
    x += _write(painter, x, base, whole, font, ink)
    x += _write(painter, x, base, dot + part, lettering(0.62 * size), DAY.quiet)
    if row.is_bell:
        _write(painter, x + 24, base, tr("bell"), lettering(0.62 * size, MEDIUM), DAY.ink)
    elif is_last:
        _write(painter, x + 24, base, tr("finish"), lettering(0.62 * size, MEDIUM), DAY.quiet)
    time = format_time(row.time_s)
    _write(painter, place.right() - _width(painter, time, font), base, time, font, ink)
    if not is_last and not row.is_bell:
        painter.setPen(QPen(QColor(DAY.line), 2))
        painter.drawLine(place.bottomLeft(), place.bottomRight())


def _write(painter: QPainter, x: float, base: float, text: str, font: QFont, ink: str) -> float:
    """Write on a base line, and return how wide it is."""
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(QPointF(x, base), text)
    return _width(painter, text, font)


def _width(painter: QPainter, text: str, font: QFont) -> float:
    return QFontMetricsF(font, painter.device()).horizontalAdvance(text)
