"""Lap bars: each lap against its even-pace time, up for slower and down for faster."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.units import format_signed, format_time
from app.ui import design
from app.ui.rows import tone_of
from app.ui.text import fitted

LEAST_SCALE_S = 1.0
"""A full bar is never less than a second, so that a tenth does not look like a disaster."""


@dataclass(frozen=True, slots=True)
class LapBar:
    """One bar."""

    name: str
    time_s: Fraction
    off_s: Fraction | None
    """Time minus target; None where nothing is asked, and then the bar is the time itself."""


class LapBars(QWidget):
    """The bars of a session."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.bars: tuple[LapBar, ...] = ()
        self.even = ""
        """What the line stands for, such as `even 5:00.0`."""

    def sizeHint(self) -> QSize:
        """Return the size of the direction's picture."""
        return QSize(700, 300)

    def show_bars(self, bars: tuple[LapBar, ...], even: str) -> None:
        """Show these."""
        self.bars, self.even = bars, even
        self.setAccessibleName(
            "; ".join(
                f"{bar.name} {format_time(bar.time_s) if bar.off_s is None else format_signed(bar.off_s)}"
                for bar in bars
            )
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, the bars, their figures and names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.bars:
            painter.end()
            return
        if any(bar.off_s is not None for bar in self.bars):
            self._paint_against(painter)
        else:
            self._paint_plain(painter)
        painter.end()

    def _paint_against(self, painter: QPainter) -> None:
        colours = design.palette()
        offs = [float(bar.off_s) for bar in self.bars if bar.off_s is not None]
        px = self._figure_px()
        foot = 30.0
        above = max(0.0, *offs)
        below = max(0.0, *(-off for off in offs))
        scale = max(LEAST_SCALE_S, above + below)
        text = 1.3 * px
        room = self.height() - foot - 2 * text - 4
        per_s = room / scale
        zero = text + above * per_s + (room - (above + below) * per_s) / 2
        n, width = len(self.bars), float(self.width())
        slot = width / n
        bar_width = min(110.0, 0.64 * slot)
        every = max(1, round(58 / slot))
        for index, bar in enumerate(self.bars):
            middle = (index + 0.5) * slot
            if index % every == 0:
                painter.setPen(colours.of("quiet"))
                room_for = slot * every - 4
                fitted(painter, bar.name, room_for, design.BODY)
                box = QRectF(middle - room_for / 2, self.height() - foot, room_for, foot)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, bar.name)
            if bar.off_s is None:
                continue
            height = float(bar.off_s) * per_s
            tone = tone_of(bar.off_s)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.of("quiet" if tone == "ink" else tone))
            top, size = (zero - height, height) if height > 0 else (zero, -height)
            painter.drawRoundedRect(QRectF(middle - bar_width / 2, top, bar_width, max(2.0, size)), 3, 3)
            painter.setPen(colours.of(tone))
            said = format_signed(bar.off_s)
            fitted(painter, said, slot - 2, px, design.BOLD)
            spot = QRectF(middle - slot / 2, top - text if height > 0 else top + size, slot, text)
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, said)
        painter.setPen(QPen(colours.of("ink"), 2))
        painter.drawLine(QPointF(0, zero), QPointF(width, zero))
        self._legend(painter, zero)

    def _legend(self, painter: QPainter, zero: float) -> None:
        painter.setFont(design.lettering(design.SMALL))
        painter.setPen(design.palette().of("quiet"))
        last = self.bars[-1].off_s
        below = last is not None and last > 0
        box = QRectF(0, zero + 2 if below else zero - 24, self.width() - 2, 22)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.even)

    def _paint_plain(self, painter: QPainter) -> None:
        """Without a target a bar is the time itself, in no colour: nothing was asked, nothing is judged."""
        colours = design.palette()
        longest = max(float(bar.time_s) for bar in self.bars) or 1.0
        px, foot = self._figure_px(), 30.0
        slot = self.width() / len(self.bars)
        bar_width = min(110.0, 0.64 * slot)
        every = max(1, round(58 / slot))
        base = self.height() - foot
        for index, bar in enumerate(self.bars):
            middle = (index + 0.5) * slot
            height = float(bar.time_s) / longest * (base - 1.4 * px)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.of("quiet"))
            painter.drawRoundedRect(QRectF(middle - bar_width / 2, base - height, bar_width, height), 3, 3)
            painter.setPen(colours.of("ink"))
            said = format_time(bar.time_s)
            fitted(painter, said, slot - 2, px, design.SEMIBOLD)
            painter.drawText(
                QRectF(middle - slot / 2, base - height - 1.3 * px, slot, 1.3 * px), Qt.AlignmentFlag.AlignCenter, said
            )
            if index % every == 0:
                painter.setPen(colours.of("quiet"))
                fitted(painter, bar.name, slot * every - 4, design.BODY)
                box = QRectF(middle - slot * every / 2, base, slot * every, foot)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, bar.name)

    def _figure_px(self) -> float:
        return max(float(design.MICRO), min(30.0, 0.3 * self.width() / len(self.bars)))
