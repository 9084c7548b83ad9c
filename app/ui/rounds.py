"""Rounds: what the oval and the lap strip have in common: a drawn track, dots that go round it, a legend.

Rules of the file: the track is painted once into a picture; a frame paints what moved, and only once that is a pixel.
Which way a place lies is the business of `app.ui.oval` and `app.ui.strip`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.tongue import tr
from app.ui import design
from app.ui.dots import OVER, REACH, Dots, Legend
from app.ui.runners import LIGHTS, Field, Ground, Kind
from app.ui.spot import Spot, said_at

if TYPE_CHECKING:
    from collections.abc import Iterable


CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
LANE = 14.0
"""Half of the drawn track's width: lights go round in the inner half of it, who runs in the outer one."""


FEW, CROWD_STEP = 2, 2.0
"""With more dots than these each frame paints most of the track, and waits until one has gone so many pixels."""


class Rounds(QWidget):
    """A drawn track with dots on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("the track, and who runs round it"))
        self.legend = Legend()
        self.ground = Ground(0.0, (), 0.2)
        self.is_ready = True
        """Whether all that is to come is written at the marks, and not only what is next."""
        self.grown = 1.0
        self.is_small = False
        """Whether only what runs and the marks have room."""
        self._reserved: tuple[Legend, ...] = ()
        self._field: Field | None = None
        self._laps: list[float] = []
        self._boxes: list[QRectF] = []
        self._labels: list[tuple[QRectF, str]] = []
        self._wide: dict[str, float] = {}
        self._words: list[tuple[QRectF, str]] | None = None  # at the marks; None until they are laid out
        self._step = 0.0
        self._dots = Dots()
        self._font = design.lettering(design.SMALL)
        self._metrics = QFontMetricsF(self._font)
        self._drawn: QPixmap | None = None

    # What it shows ------------------------------------------------------------------------------------------------

    def reserve(self, legends: Iterable[Legend]) -> None:
        """Keep room for whichever legend is the highest."""
        self._reserved = tuple(legends)
        self.arrange()

    def show_ground(self, ground: Ground, *, is_ready: bool) -> None:
        """Show a track; costs nothing when it is the one shown."""
        legend = ground.captions if is_ready else ()
        if (ground, is_ready) != (self.ground, self.is_ready):
            self.ground, self.is_ready = ground, is_ready
            self.arrange()
        if is_ready:
            self._say(tuple((None, words) for words in legend))

    def show_field(self, field: Field | None, legend: tuple[tuple[Kind | None, str], ...]) -> None:
        """Show who runs, nobody for None, and who they are: in the count and in recoveries those to come."""
        self._clear()
        self._field = field
        labels = {runner.label for runner in field.runners if runner.label} if field is not None else set()
        self._wide = {label: self._metrics.horizontalAdvance(label) + 2 for label in labels}
        if not self.is_ready:
            self._say(legend)

    def _say(self, entries: tuple[tuple[Kind | None, str], ...]) -> None:
        if entries != self.legend.entries:
            self.legend.entries = entries
            self.arrange()

    def follow(self, elapsed_ms: int | None) -> None:
        """Move the dots; only what they leave and what they reach is painted. None takes them away."""
        if self._field is None or elapsed_ms is None:
            if self._laps:
                self._clear()
            return
        laps = self._field.laps(elapsed_ms)
        step = self._step if len(laps) <= FEW else CROWD_STEP * self._step
        if self._laps and all(-step < new - old < step for new, old in zip(laps, self._laps, strict=True)):
            return
        self._laps = laps
        self._place_all()

    def repaint_all(self) -> None:
        """Paint the whole track anew, as after a change of palette."""
        self._drawn = None
        self._dots = Dots(self.grown, self.devicePixelRatioF())
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the track anew at the new size."""
        self.arrange()
        super().resizeEvent(event)

    def arrange(self) -> None:
        """Lay everything out anew at this size."""
        self.lay()
        self._font = design.lettering(design.SMALL * self.grown)
        self._metrics = QFontMetricsF(self._font)
        self._wide = {label: self._metrics.horizontalAdvance(label) + 2 for label in self._wide}
        self._dots = Dots(self.grown, self.devicePixelRatioF())
        self._step = 1 / max(1.0, self.around())
        self._drawn = self._words = None
        self._boxes.clear()
        if self._laps:
            self._place_all()
        self.update()

    def grow(self, grown: float) -> None:
        """Let lettering and dots be so many times as large as on the design's window."""
        self.grown = grown
        self.arrange()

    def sizeHint(self) -> QSize:
        """Return the size of the direction's picture."""
        return QSize(360, self.height_for(360))

    # What the oval and the strip know -------------------------------------------------------------------------------

    def height_for(self, width: int) -> int:
        """Return the height that a width asks for."""
        raise NotImplementedError

    def lay(self) -> None:
        """Find what hangs on the size alone."""
        raise NotImplementedError

    def around(self) -> float:
        """Return the length of a lap in pixels."""
        raise NotImplementedError

    def spot(self, laps: float) -> Spot:
        """Return where a place lies, in laps from the finish line."""
        raise NotImplementedError

    def draw_lanes(self, painter: QPainter) -> None:
        """Draw the track itself."""
        raise NotImplementedError

    def within(self, box: QRectF) -> QRectF:
        """Return the room for what is written at a mark, moved to where it has room."""
        raise NotImplementedError

    @property
    def is_legible(self) -> bool:
        """Whether words have room beside the track."""
        raise NotImplementedError

    # Painting -------------------------------------------------------------------------------------------------------

    def legend_high(self, width: float) -> float:
        """Return the height that legends may take in a width."""
        if self.is_small:
            return 0.0
        return max((each.height(width, self.grown) for each in (*self._reserved, self.legend)), default=0.0)

    def _clear(self) -> None:
        self._update([*self._boxes, *self._written()])
        self._laps, self._boxes, self._labels = [], [], []

    def _place_all(self) -> None:
        assert self._field is not None
        left = [*self._boxes, *self._written()]
        reach = REACH * self.grown
        self._boxes, self._labels = [], []
        spots = [self.spot(laps) for laps in self._laps]
        for runner, spot in zip(self._field.runners, spots, strict=True):
            middle = spot.point(self.rail(runner.kind))
            self._boxes.append(QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach))
        if self.is_legible:
            for runner, spot in zip(reversed(self._field.runners), reversed(spots), strict=True):
                if runner.label:
                    self._label(runner.label, spot)
        self._update([*left, *self._boxes, *self._written()])

    def _written(self) -> Iterable[QRectF]:
        """Yield what the names of the dots may take."""
        return (box.adjusted(-1, -OVER - 1, 1, OVER + 1) for box, _label in self._labels)

    def _update(self, boxes: list[QRectF]) -> None:
        """Have one rectangle painted: to copy a picture through a clip of many takes ten times as long."""
        if not boxes:
            return
        dirty = boxes[0]
        for box in boxes[1:]:
            dirty = dirty.united(box)
        self.update(dirty.toAlignedRect())

    def _label(self, words: str, spot: Spot) -> None:
        """Write a word beside a dot where there is room for it; the legend has it anyway."""
        box = spot.beside(-(LANE + 5) * self.grown, self._wide[words], self._metrics.ascent())
        others = [each for each, _ in (*self._labels, *self.words)]
        if QRectF(self.rect()).contains(box) and not any(box.intersects(each) for each in others):
            self._labels.append((box, words))

    def rail(self, kind: Kind) -> float:
        """Return how far outside of the middle of the track a kind goes round."""
        return (-0.5 if kind in LIGHTS else 0.5) * LANE * self.grown

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track from its picture, and the dots over it."""
        if self._drawn is None:
            self._drawn = self._draw()
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.drawPixmap(0, 0, self._drawn)
        if self._field is not None and self._laps:
            for box, words in self._labels:
                self._dots.write(painter, words, box)
            for runner, box in zip(self._field.runners, self._boxes, strict=False):
                self._dots.paint(painter, runner.kind, box.center())
        painter.end()

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(design.palette().of("ground"))
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw_lanes(painter)
        self._draw_marks(painter)
        high = self.legend_high(self.width())
        if high:
            self.legend.paint(painter, QRectF(0, self.height() - high, self.width(), high), self.grown)
        painter.end()
        return drawn

    def _draw_marks(self, painter: QPainter) -> None:
        """Draw start, finish and marks; what is written at them keeps clear of each other."""
        start, places = self.ground.start, self.ground.places
        for place in places:
            if place.at:
                self.draw_line(painter, place.at, LANE + (2 if place.is_half else 6), 1.4, "quiet")
        if start:
            self.draw_line(painter, start, LANE + 6, 1.6, "ink")
        self.draw_line(painter, 0.0, LANE + 8, 3.0, "ink")
        painter.setFont(self._font)
        painter.setPen(design.palette().of("quiet"))
        for box, words in self.words:
            painter.drawText(box, CENTRED, words)

    @property
    def words(self) -> list[tuple[QRectF, str]]:
        """What is written at start and marks, each in its room; what has none is left out."""
        if self._words is None:
            self._words = []
            start, places = self.ground.start, self.ground.places
            if start and self.is_ready and self.is_legible:
                self._write(tr("start", "of a race"), self.spot(start), LANE + 7)
            for place in places if self.is_legible else ():
                spot = self.spot(place.at or 1.0)
                for words in said_at(place.metres) if self.is_ready else said_at(place.metres)[-1:]:
                    if self._write(words, spot, -LANE - 10):
                        break
        return self._words

    def draw_line(self, painter: QPainter, place: float, reach: float, wide: float, tone: str) -> None:
        """Draw a line across the track."""
        spot, reach = self.spot(place), reach * self.grown
        painter.setPen(QPen(design.palette().of(tone), wide * self.grown))
        painter.drawLine(spot.point(reach), spot.point(-reach))

    def _write(self, words: str, spot: Spot, away: float) -> bool:
        """Write a word where it has room, beside one that stands there already; return whether it has."""
        assert self._words is not None
        box = spot.beside(away * self.grown, self._metrics.horizontalAdvance(words) + 4, self._metrics.ascent())
        if away < 0:
            box = self.within(box)
        met = next((each for each, _ in self._words if each.intersects(box)), None)
        if met is not None:
            box.moveRight(met.left() - 10 * self.grown)
        inside = away > 0 or self.within(box) == box
        if not inside or not QRectF(self.rect()).contains(box) or any(box.intersects(each) for each, _ in self._words):
            return False
        self._words.append((box, words))
        return True
