"""The phase band: across the top in the phase's colour, with its word and its shape."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.tongue import tr
from app.core.workout import Intensity
from app.ui import design
from app.ui.phases import TONES
from app.ui.text import fitted


def shape_of(intensity: Intensity | None, box: QRectF) -> QPainterPath:
    """Return a phase's shape: no two are alike, so that nobody needs the colour.

    Work a triangle, recovery a disc, rest a square, warm-up rising steps, cool-down falling ones, lead-in a diamond,
    nothing running a ring.
    """
    path = QPainterPath()
    left, top, right, bottom = box.left(), box.top(), box.right(), box.bottom()
    match intensity:
        case Intensity.WORK:
            path.addPolygon(QPolygonF([QPointF(left, bottom), QPointF(box.center().x(), top), QPointF(right, bottom)]))
        case Intensity.RECOVERY:
            path.addEllipse(box)
        case Intensity.REST:
            path.addRect(box.adjusted(2, 2, -2, -2))
        case Intensity.LEAD_IN:
            middle = box.center()
            corners = [(middle.x(), top), (right, middle.y()), (middle.x(), bottom), (left, middle.y())]
            path.addPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
        case Intensity.WARMUP | Intensity.COOLDOWN:
            width = box.width() / 3.6
            for step in range(3):
                share = (step + 1) / 3 if intensity is Intensity.WARMUP else (3 - step) / 3
                path.addRect(
                    QRectF(left + 1.3 * width * step, bottom - share * box.height(), width, share * box.height())
                )
        case None:
            path.addEllipse(box)
            path.addEllipse(box.adjusted(*(round(box.width() / 6) * sign for sign in (1, 1, -1, -1))))
    path.closeSubpath()
    return path


class Band(QWidget):
    """Says the phase, which rep of how many, and what is asked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._intensity: Intensity | None = None
        self._phase, self._place, self._short, self._ask, self._time = "", "", "", "", ""
        self._paused = False
        self.far = False

    def sizeHint(self) -> QSize:
        """Return the height that the page's height asks for."""
        parent = self.parentWidget()
        page = parent.height() if parent is not None else 800
        share = 0.185 if self.far else 0.11
        return QSize(400, round(max(56, min(240, share * page))))

    def show_phase(self, intensity: Intensity | None, phase: str, place: str, *, paused: bool, short: str = "") -> None:
        """Show the phase and the place in the workout, a short one in the far view."""
        new = (intensity, phase, place, paused, short)
        if new != (self._intensity, self._phase, self._place, self._paused, self._short):
            self._intensity, self._phase, self._place, self._paused, self._short = new
            said = tr("paused, {phase}, {place}") if paused else "{phase}, {place}"
            self.setAccessibleName(said.format(phase=phase.lower(), place=place))
            self.update()

    def show_asked(self, ask: str, time: str) -> None:
        """Show what the step asks."""
        if (ask, time) != (self._ask, self._time):
            self._ask, self._time = ask, time
            self.update()

    @property
    def ground(self) -> QColor:
        """The colour it is painted in."""
        colours = design.palette()
        if self._intensity is None:
            return colours.of("panel")
        return colours.of(TONES[self._intensity])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint colour, shape, word, place, and what is asked at the right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self.ground
        ink = design.on(ground)
        painter.fillRect(self.rect(), ground)
        if self._paused:  # stripes: paused is seen from far, and without colour
            painter.setPen(QPen(design.palette().of("ground"), self.height() / 7))
            painter.setOpacity(0.28)
            for x in range(-self.height(), self.width() + self.height(), self.height() // 2):
                painter.drawLine(QPointF(x, self.height()), QPointF(x + self.height(), 0))
            painter.setOpacity(1)
        height = self.height()
        side = 0.42 * height
        margin = design.MARGIN if self.width() > 640 else 16
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPath(shape_of(self._intensity, QRectF(margin, (height - side) / 2, side, side)))
        painter.setPen(ink)
        left = margin + side + 0.3 * height
        word = tr("PAUSED") if self._paused else self._phase
        used = self._word(painter, word, left, 0.42 * (self.width() - left), 0.5 * height, design.BOLD)
        left += used + 0.32 * height
        right = self.width() - margin
        if self.far:
            self._right(painter, self._short or self._time, right, right - left, 0.5 * height, design.BOLD)
        else:
            self._beside(painter, left, right)
        painter.end()

    def _beside(self, painter: QPainter, left: float, right: float) -> None:
        px = 0.37 * self.height()
        room = right - left
        asked = "  ·  ".join(part for part in (self._ask, self._time) if part)
        painter.setFont(design.lettering(px, design.MEDIUM))
        metrics = painter.fontMetrics()
        place_width = metrics.horizontalAdvance(self._place)
        if place_width + metrics.horizontalAdvance(asked) + px > room:  # two lines where one does not hold both
            half = 0.6 * px
            for text, y, weight in ((self._place, 0.36, design.SEMIBOLD), (asked, 0.7, design.MEDIUM)):
                fitted(painter, text, room, half, weight)
                width = math.ceil(room)
                box = QRectF(left, y * self.height() - half, width, 2 * half)
                painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
            return
        self._word(painter, self._place, left, place_width + 1, px, design.SEMIBOLD)
        taken = self._right(painter, self._time, right, room - place_width, px, design.BOLD) if self._time else 0
        ask = self._ask + ("  ·  " if self._ask and self._time else "")
        self._right(painter, ask, right - taken, room - place_width - taken, px, design.MEDIUM)

    def _word(self, painter: QPainter, text: str, left: float, room: float, px: float, weight: QFont.Weight) -> float:
        fitted(painter, text, room, px, weight)
        box = QRectF(left, 0, self.width(), self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        return painter.fontMetrics().horizontalAdvance(text)

    def _right(self, painter: QPainter, text: str, right: float, room: float, px: float, weight: QFont.Weight) -> float:
        fitted(painter, text, room, px, weight)
        box = QRectF(0, 0, right, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        return painter.fontMetrics().horizontalAdvance(text)
