"""The profile: a workout as a picture, the same everywhere. Height is intensity, width is time, past is faded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.estimate import estimated_ms
from app.core.plan import Plan, Segment
from app.core.state import Snapshot, State
from app.core.tongue import tr
from app.core.units import Millis
from app.core.workout import Activity, Effort, Intensity, Rpe
from app.ui import design
from app.ui.phases import tone_of

HEIGHTS = {
    Intensity.WARMUP: 0.28,
    Intensity.WORK: 0.85,
    Intensity.RECOVERY: 0.34,
    Intensity.REST: 0.2,
    Intensity.COOLDOWN: 0.24,
    Intensity.LEAD_IN: 0.0,
}
NEEDLE = 8
"""Half the width of the needle's head, in pixels."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One segment of the picture; `left` and `right` are parts of its width, `height` of its height."""

    index: int
    left: float
    right: float
    height: float
    tone: str
    ticks: tuple[float, ...] = ()
    """Where its marks lie, as parts of the bar; none for a single one."""


def lengths_of(plan: Plan) -> list[Millis]:
    """Return how long each segment takes, an open one at a round guess."""
    return [estimated_ms(segment) for segment in plan.segments]


def bars_of(plan: Plan, lengths: Sequence[Millis] | None = None) -> tuple[Bar, ...]:
    """Return the picture of a plan, as wide as its `lengths_of`; who has them gives them."""
    lengths = lengths_of(plan) if lengths is None else lengths
    lengths = [
        0 if segment.intensity is Intensity.LEAD_IN else length  # every picture begins at the margin
        for segment, length in zip(plan.segments, lengths, strict=True)
    ]
    total = sum(lengths) or 1
    bars, left = [], 0
    heights: dict[tuple[int, Intensity], float] = {}  # a plan has few steps and many segments
    for segment, length in zip(plan.segments, lengths, strict=True):
        step = (id(segment.step), segment.intensity)
        if step not in heights:
            heights[step] = _height(segment, plan)
        bars.append(
            Bar(
                segment.index,
                left / total,
                (left + length) / total,
                heights[step],
                tone_of(segment),
                tuple(float(mark.distance_m / segment.distance_m) for mark in segment.marks[:-1] if not mark.is_quiet)
                if segment.distance_m
                else (),
            )
        )
        left += length
    return tuple(bars)


def _height(segment: Segment, plan: Plan) -> float:
    base = HEIGHTS[segment.intensity]
    if segment.intensity is not Intensity.WORK:
        return base
    if segment.activity is Activity.EASY:
        return 0.4
    mile_s = plan.athlete.mile_s
    match segment.step.target:
        case Effort(low, high):
            return float(min(Fraction(1), max(Fraction(4, 10), (low + high) / 200)))
        case Rpe(low, high):
            return float(min(Fraction(1), max(Fraction(4, 10), (low + high) / 20)))
        case _:
            if segment.pace_s_per_m is not None and mile_s is not None:
                share = mile_s / Fraction("1609.344") / segment.pace_s_per_m
                return float(min(Fraction(1), max(Fraction(45, 100), share * Fraction(9, 10))))
            return base if plan.time_ms.high or len(plan.segments) > 1 else 0.5


def paint_bars(painter: QPainter, area: QRectF, bars: tuple[Bar, ...], past: int = 0, n_marks: int = 0) -> None:
    """Paint a profile.

    Args:
        painter: ready to paint.
        area: where.
        bars: the picture.
        past: segments before this one are faded.
        n_marks: of that segment; what lies before the last of them is faded, too.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    colours = design.palette()
    drawn = area.left() - 1.0
    gap = 1.0 if len(bars) < area.width() / 4 else 0.0
    for bar in bars:
        left, right = area.left() + bar.left * area.width(), area.left() + bar.right * area.width()
        if not bar.height or right - drawn < 0.5:  # thinner than the picture can show
            continue
        colour = QColor(colours.of(bar.tone))
        if bar.index < past:
            colour = _faded(colour, colours.of("ground"))
        height = bar.height * area.height()
        painter.setBrush(colour)
        edge = design.edge(bar.tone) if right - left > 6 else None
        painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(edge, 1))
        box = QRectF(left + gap, area.bottom() - height, max(1.2, right - left - 2 * gap), height)
        radius = min(2.5, box.width() / 3)
        painter.drawRoundedRect(box, radius, radius)
        if bar.index == past and bar.ticks[:n_marks]:
            run = box.adjusted(-1, -1, 0, 1)  # with the softened edges
            run.setRight(left + bar.ticks[:n_marks][-1] * (right - left))
            painter.save()
            painter.setClipRect(run)
            painter.fillRect(run, colours.of("ground"))
            painter.setBrush(_faded(colour, colours.of("ground")))
            painter.drawRoundedRect(box, radius, radius)
            painter.restore()
        if right - left > 12 * (len(bar.ticks) + 1):
            for tick in bar.ticks:
                x = left + tick * (right - left)
                painter.fillRect(QRectF(x - 0.6, box.top(), 1.2, height), colours.of("ground"))
        drawn = right


def _faded(colour: QColor, ground: QColor) -> QColor:
    keep = 0.32
    return QColor(
        *(
            round(keep * a + (1 - keep) * b)
            for a, b in zip(colour.getRgb()[:3], ground.getRgb()[:3], strict=True)  # type: ignore[index]  # PySide types it as object
        )
    )


class ProfileStrip(QWidget):
    """The profile along the foot of the run page, with a needle at now; a click chooses a segment."""

    chosen = Signal(int)
    """The index of the segment that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("profile of the workout"))
        self._bars: tuple[Bar, ...] = ()
        self._lengths: tuple[int, ...] = ()
        self._past = self._n_marks = 0
        self._part = -1.0
        self._is_blind = False
        self._drawn: QPixmap | None = None
        self.needle = True

    def sizeHint(self) -> QSize:
        """Return the height it is made for."""
        return QSize(400, 88)

    def show_plan(self, plan: Plan | None) -> None:
        """Show a workout, with no needle yet."""
        self._bars = bars_of(plan) if plan is not None else ()
        self._lengths = tuple(lengths_of(plan)) if plan is not None else ()
        self._past, self._n_marks, self._part = 0, 0, -1.0
        self._is_blind = plan is not None and plan.setup.is_blind
        self.repaint_all()

    def show_bars(self, bars: tuple[Bar, ...]) -> None:
        """Show a picture that was made elsewhere, such as in the background; it has no needle."""
        if bars != self._bars:
            self._bars, self._lengths, self._past, self._n_marks, self._part = bars, (), 0, 0, -1.0
            self.repaint_all()

    def follow(self, shown: Snapshot) -> None:
        """Move the needle; only what it leaves and what it reaches is painted."""
        if not self._bars:
            return
        passed = shown.segment.marks[: shown.n_splits] if shown.segment is not None else ()
        n_marks = sum(not mark.is_quiet for mark in passed)
        if (shown.index, n_marks) != (self._past, self._n_marks):
            self._past, self._n_marks = shown.index, n_marks
            self.repaint_all()
        if self._is_blind:  # the needle would be a clock
            return
        part = -1.0
        if shown.state is not State.READY and shown.index < len(self._bars):
            bar = self._bars[shown.index]
            share = min(1.0, shown.elapsed_ms / max(1, self._lengths[shown.index]))
            part = bar.left + share * (bar.right - bar.left)
        elif shown.state is not State.READY:
            part = 1.0
        old, new = self._x(self._part), self._x(part)
        if round(old) == round(new) and (part < 0) == (self._part < 0):
            return
        self._part = part
        for x in (old, new):
            self.update(QRect(round(x) - NEEDLE - 2, 0, 2 * NEEDLE + 4, self.height()))

    def repaint_all(self) -> None:
        """Paint the whole strip anew, as after a change of palette."""
        self._drawn = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the bars anew at the new size."""
        self._drawn = None
        super().resizeEvent(event)

    def segment_at(self, x: float) -> int | None:
        """Return the index of the segment whose bar lies at a place; None beside all of them."""
        part = (x - self._inset) / max(1, self.width() - 2 * self._inset)
        return next((bar.index for bar in self._bars if bar.height and bar.left <= part < bar.right), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the segment under the pointer."""
        index = self.segment_at(event.position().x())
        if index is not None and self.needle and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars from their picture, and the needle over it."""
        if self._drawn is None:
            self._drawn = self._draw()
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.drawPixmap(0, 0, self._drawn)
        if self.needle and self._part >= 0:
            x = self._x(self._part)
            ink = design.palette().of("ink")
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(QRectF(x - 1, 2, 2, self.height() - 6), ink)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            head = [QPointF(x - NEEDLE + 1, 0), QPointF(x + NEEDLE - 1, 0), QPointF(x, NEEDLE)]
            painter.drawPolygon(QPolygonF(head))
        painter.end()

    def _x(self, part: float) -> float:
        return self._inset + max(0.0, part) * (self.width() - 2 * self._inset)

    @property
    def _inset(self) -> int:
        """What is left free at both sides for the needle's head."""
        return NEEDLE if self.needle else 0

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(design.palette().of("ground"))
        painter = QPainter(drawn)
        area = QRectF(self._inset, 14, self.width() - 2 * self._inset, self.height() - 18)
        paint_bars(painter, area, self._bars, self._past, self._n_marks)
        painter.end()
        return drawn
