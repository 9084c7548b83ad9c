"""The bars: each lap or rep against its line, up for slower and down for faster, and under them the ± in all.

Rules of the file: + and −, above and below, and the words `fastest` and `slowest` say everything that a colour says.
What finds no room is left out, the least telling first: figures, names, the lower panel; nothing is drawn over another.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.tongue import tr
from app.ui import design
from app.ui.picture import Bar, Picture
from app.ui.text import fitted
from app.ui.totals import paint_totals

LEAST_SCALE_S = 1.0
"""A full bar is never less than a second, so that a tenth does not look like a disaster."""
NAMES, APART = 28.0, 16.0
"""Height of the names under the bars; between the bars and the lower panel."""
TOTAL_FROM = 220
"""From this height the ± in all has a panel of its own."""
WIDE = 1100
"""From this width on labels are a step larger."""
LEAST_BARS = 32.0
"""What the bars keep in height before words, then figures, are left out."""
CENTRE = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class LapBars(QWidget):
    """The bars of a session."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("laps as bars"))
        self.picture = Picture()
        self.placed: dict[str, QRectF] = {}
        """Where each text of the last painting stands, and each bar by its number."""

    def sizeHint(self) -> QSize:
        """Return the size of the direction's picture."""
        return QSize(700, 300)

    def show_picture(self, picture: Picture) -> None:
        """Show this one."""
        self.picture = picture
        self.setAccessibleDescription(picture.words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars with their figures, the names, the line, and the ± in all."""
        self.placed = {}
        bars = self.picture.bars
        if not bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gutter = self._gutter()
        width, height = self.width() - gutter, float(self.height())
        lower = max(64.0, 0.26 * (height - NAMES)) if self.picture.has_total and height >= TOTAL_FROM else 0.0
        foot = height - lower - (APART if lower else 0)
        upper = QRectF(0, 0, width, max(1.0, foot - NAMES))
        self._bars(painter, upper)
        self._names(painter, QRectF(0, upper.bottom(), width, NAMES))
        if lower:
            paint_totals(painter, bars, QRectF(0, height - lower, width, lower), gutter, self._label_px)
        painter.end()

    # The bars -----------------------------------------------------------------------------------------------------

    def _bars(self, painter: QPainter, room: QRectF) -> None:
        colours = design.palette()
        bars = self.picture.bars
        slot = room.width() / len(bars)
        px = self._figure_px(slot, room.height())
        is_dense = px == 0
        px = px or design.SMALL
        sides = {index: self._is_above(bar, dense=is_dense) for index, bar in enumerate(bars)}
        said = {sides[index] for index, bar in enumerate(bars) if bar.said}
        heights = [float(bar.height_s) for bar in bars if bar.height_s is not None]
        above, below = max(0.0, *heights, 0.0), max(0.0, *(-height for height in heights), 0.0)
        has_words = any(bar.word for bar in bars)
        for word in (1.2 * self._word_px, 0.0) if has_words else (0.0,):
            text = 1.2 * px + word
            over, under = (text if side in said else 4.0 for side in (True, False))
            if room.height() >= over + under + LEAST_BARS:
                break
        else:  # no room for figures: the bars alone, the table has the figures
            text, over, under = 0.0, 4.0, 4.0
        inner = max(8.0, room.height() - over - under)
        scale = above if self.picture.from_nothing else max(LEAST_SCALE_S, above + below)
        per_s = inner / (scale or 1.0)
        zero = room.top() + over + above * per_s + (inner - (above + below) * per_s) / 2
        if self.picture.from_nothing:
            zero = room.bottom()
        self._line(painter, room, zero)
        bar_width = min(0.12 * self.width() + 24, 0.64 * slot)
        wanted: list[tuple[int, QRectF]] = []
        for index, bar in enumerate(bars):
            middle = (index + 0.5) * slot
            tall = 0.0 if bar.height_s is None else float(bar.height_s) * per_s
            seen = max(2.0, abs(tall))
            box = QRectF(middle - bar_width / 2, zero - seen if tall > 0 else zero, bar_width, seen)
            self.placed[f"bar {index}"] = box
            if bar.height_s is not None:
                self._bar(painter, bar, box)
            edge = box.top() if sides[index] and tall > 0 else box.bottom() if not sides[index] and tall < 0 else zero
            if bar.height_s is None:  # clear of the line, which would cross its descenders
                edge = zero - 4
            if text:
                wanted.append((index, QRectF(middle, edge - text if sides[index] else edge, 0, text)))
        self._trend(painter, slot, zero, per_s)
        painter.setPen(QPen(colours.of("ink"), 2))
        painter.drawLine(QLineF(0, zero, room.width(), zero))
        order = sorted(wanted, key=lambda each: (not bars[each[0]].word, each[0] not in (0, len(bars) - 1)))
        for index, box in order:
            bar = bars[index]
            if not is_dense or bar.word:
                self._figure(painter, bar, box, px, (word if bar.word else 0.0, slot), above=sides[index])

    def _is_above(self, bar: Bar, *, dense: bool) -> bool:
        """Whether the figure stands above the line: at the tip, but clear of the neighbours where they are close."""
        if bar.height_s is None or self.picture.from_nothing:
            return True
        heights = [other.height_s for other in self.picture.bars if other.height_s is not None]
        tip_is_clear = bar.height_s == (max(heights) if bar.height_s > 0 else min(heights))
        return (bar.height_s > 0) == (tip_is_clear or not dense)

    def _bar(self, painter: QPainter, bar: Bar, box: QRectF) -> None:
        """Paint one bar; one that was not pressed, or cut short, is hollow."""
        colour = design.palette().of("quiet" if bar.tone == "ink" else bar.tone)
        painter.setPen(QPen(colour, 2, Qt.PenStyle.DashLine) if bar.mark else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if bar.mark else colour)
        inset = 1 if bar.mark else 0
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 3, 3)

    def _figure(
        self, painter: QPainter, bar: Bar, spot: QRectF, px: float, room: tuple[float, float], *, above: bool
    ) -> None:
        """Write the figure at the tip of a bar and its word beyond it, if nothing stands there yet."""
        word, slot = room
        colours = design.palette()
        said = bar.said or bar.mark
        weight = design.BOLD if bar.height_s is not None else design.REGULAR
        px = px if bar.said else min(px, self._label_px)
        wide = QFontMetricsF(design.lettering(px, weight)).horizontalAdvance(said)
        figure_tall = spot.height() if not word else spot.height() - word
        figure_tall = min(figure_tall, 1.2 * px)
        named = QFontMetricsF(design.lettering(self._word_px)).horizontalAdvance(bar.word) if word else 0.0
        half = max(wide, named) / 2 + 1
        tall = figure_tall + word
        middle = min(max(spot.x(), half), max(half, self.width() - half))
        box = QRectF(middle - half, spot.bottom() - tall if above else spot.top(), 2 * half, tall)
        if any(box.intersects(other) for key, other in self.placed.items() if key.startswith("figure")):
            return
        if not bar.said and wide > slot - 4:
            return
        self.placed[f"figure {said} {middle:.0f}"] = box
        if self.picture.trend is not None and 2 * half < slot:
            painter.fillRect(box.adjusted(-2, 0, 2, -2 if above else 0), colours.of("ground"))
        figure = QRectF(box.x() - 8, box.bottom() - figure_tall if above else box.top(), box.width() + 16, figure_tall)
        painter.setFont(design.lettering(px, weight))
        tone = bar.tone if self.picture.is_judged and bar.height_s is not None else "ink"
        painter.setPen(colours.of("quiet" if bar.height_s is None else tone))
        painter.drawText(figure, CENTRE, said)
        if word:
            beyond = QRectF(figure.x(), box.top() if above else figure.bottom(), figure.width(), word)
            painter.setFont(design.lettering(self._word_px))
            painter.setPen(colours.of("quiet"))
            painter.drawText(beyond, CENTRE, bar.word)

    def _trend(self, painter: QPainter, slot: float, zero: float, per_s: float) -> None:
        if self.picture.trend is None:
            return
        start, rise = self.picture.trend
        n = len(self.picture.bars)
        painter.setPen(QPen(design.palette().of("ink"), 2, Qt.PenStyle.DotLine))
        ends = (float(start), float(start + rise * (n - 1)))
        painter.drawLine(QLineF(0.5 * slot, zero - ends[0] * per_s, (n - 0.5) * slot, zero - ends[1] * per_s))

    def _figure_px(self, slot: float, height: float) -> float:
        """Return the height of the figures; 0 where they have no room beside each other."""
        most = min(float(design.FIGURE), max(float(design.SMALL), 0.11 * height))
        said = [bar.said for bar in self.picture.bars if bar.said] or ["+0.0"]
        font = QFontMetricsF(design.lettering(100, design.BOLD))
        widest = max(font.horizontalAdvance(text) for text in said) / 100
        px = min(most, 0.9 * slot / widest)
        return px if px >= design.MICRO else 0.0

    @property
    def _is_wide(self) -> bool:
        """Whether labels are a step larger: the picture is seen from further away."""
        return self.width() >= WIDE

    @property
    def _label_px(self) -> int:
        return design.BODY if self._is_wide else design.SMALL

    @property
    def _word_px(self) -> int:
        return design.SMALL if self._is_wide else design.MICRO

    # What they stand on ---------------------------------------------------------------------------------------------

    def _gutter(self) -> float:
        """Return the room at the right for what the line means; none where the bars are times."""
        if not any(self.picture.line):
            return 0.0 if not self.picture.is_judged else 72.0
        font = QFontMetricsF(design.lettering(self._label_px))
        said = (*self.picture.line, tr("± in all"), tr("+ slower"), tr("− faster"))
        return min(0.24 * self.width(), max(font.horizontalAdvance(text) for text in said) + 16)

    def _line(self, painter: QPainter, room: QRectF, zero: float) -> None:
        """Say at the right what the line means, and what lies above and below it."""
        left, width = room.right() + 12, self._gutter() - 12
        if width <= 0:
            return
        colours = design.palette()
        tall = 1.3 * self._label_px
        word, figure = self.picture.line
        lines = [(zero - tall, word, "quiet"), (zero, figure, "ink")]
        if " " in word and QFontMetricsF(design.lettering(self._label_px)).horizontalAdvance(word) > width:
            first, _, rest = word.partition(" ")
            lines[:1] = [(zero - 2 * tall, first, "quiet"), (zero - tall, rest, "quiet")]
        if self.picture.is_judged:
            if zero - 2 * tall - 4 > room.top():
                lines.append((zero - 2 * tall - 4, tr("+ slower"), "slower"))
            if zero + 2 * tall + 4 < room.bottom():
                lines.append((zero + tall + 4, tr("− faster"), "faster"))
        for top, text, tone in lines:
            if text and top >= -2:
                fitted(painter, text, width, self._label_px)
                painter.setPen(colours.of(tone))
                painter.drawText(QRectF(left, top, width, tall), LEFT, text)

    def _names(self, painter: QPainter, room: QRectF) -> None:
        """Write the names, every second or third where they are close."""
        bars = self.picture.bars
        slot = room.width() / len(bars)
        px = (design.LEAD if self._is_wide else design.BODY) if slot >= 96 else self._label_px
        font = QFontMetricsF(design.lettering(px))
        widest = max(font.horizontalAdvance(bar.name) for bar in bars)
        needed = widest + 12 + max(0.0, (widest + 8 - slot) / 2)  # the first is moved in from the edge
        every = math.ceil(needed / slot) if slot < widest + 12 else 1
        if widest > room.width() or (every > 1 and len(bars) <= 4):
            every, px = 1, design.MICRO
        painter.setPen(design.palette().of("quiet"))
        for index in range(0, len(bars), every):
            width = min(slot * every, room.width()) - 4
            middle = (index + 0.5) * slot
            painter.setFont(design.lettering(px))
            name = painter.fontMetrics().elidedText(bars[index].name, Qt.TextElideMode.ElideRight, int(max(width, 8)))
            half = min(width, widest + 8) / 2
            middle = min(max(middle, half), self.width() - half)
            box = QRectF(middle - half, room.y() + 2, 2 * half, room.height() - 2)
            self.placed[f"name {index}"] = box
            painter.drawText(box, CENTRE, name)
