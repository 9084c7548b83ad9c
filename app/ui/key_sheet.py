"""The key sheet: all keys as they are bound, over the page; any key or click takes it away."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.core.tongue import tr
from app.ui import design
from app.ui.keys import Act, Bindings, label_of

RUNNING = (
    Act.LAP, Act.PAUSE, Act.UNDO, Act.BACK, Act.SKIP, Act.MORE_REST, Act.LESS_REST, Act.LEAVE, Act.COOL_DOWN, Act.STOP,
    Act.FALSE_START, Act.MEND, Act.LAPS,
)  # fmt: skip
ANYWHERE = tuple(act for act in Act if act not in RUNNING)
SHOWN = 4
"""Keys of one act that are shown; more are in the settings."""
CAPS = 232
"""The most room for the caps, in pixels."""
LEADING = 1.3
"""Height of a line of words in parts of its lettering's."""


@dataclass(frozen=True, slots=True)
class _Manner:
    """How the sheet is set."""

    px: int
    """Of the words."""
    line: int
    """Height of an act whose words have one line."""
    head: int
    beside: bool
    """Whether the two groups stand beside each other."""


MANNERS = tuple(
    _Manner(px, line, head, beside)
    for px, line, head in ((19, 38, 48), (19, 34, 44), (17, 30, 40), (16, 27, 36), (15, 25, 32), (14, 23, 28))
    for beside in (True, False)
)
"""From the airiest to the tightest; the first that fits is taken."""
BESIDE = 860
"""From this width on two columns are airy enough to be the first choice."""


class KeySheet(QWidget):
    """Shows what each key does, in two columns where there is room."""

    def __init__(self, parent: QWidget, held: Bindings) -> None:
        super().__init__(parent)
        self._held = held
        self.show_keys(held)
        self.hide()

    def show_keys(self, held: Bindings) -> None:
        """Show the keys that are in force."""
        self._held = held
        said = (f"{self._said(act)}: {act.words}" for act in Act if held.keys_of(act))
        self.setAccessibleName("; ".join(said))
        self.update()

    def _said(self, act: Act) -> str:
        return ", ".join(label_of(key) for key in self._held.keys_of(act))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground over the page, then both groups."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), design.palette().of("ground"))
        groups = ((tr("While a workout runs"), RUNNING), (tr("Always"), ANYWHERE))
        margin = design.MARGIN if self.width() > 640 else 16
        measure = min(1180, self.width() - 2 * margin)
        left = (self.width() - measure) / 2
        manner = self._manner(measure)
        width = self._column(measure, manner)
        y = top = max(8.0, (self.height() - self._height(measure, manner)) / 2)
        for head, acts in groups:
            y = self._group(painter, head, acts, QPointF(left, y), width, manner)
            if manner.beside:
                left, y = left + measure - width, top
        painter.end()

    # Where it stands --------------------------------------------------------------------------------------------------

    def _manner(self, measure: float) -> _Manner:
        """Return the airiest manner that fits."""
        room = self.height() - 16
        fit = [each for each in MANNERS if self._height(measure, each) <= room]
        one = [each for each in fit if not each.beside and self.width() < BESIDE]
        return next(iter(one or fit), MANNERS[-2])

    @staticmethod
    def _column(measure: float, manner: _Manner) -> float:
        return (measure - (48 if measure > 800 else 24)) / 2 if manner.beside else measure

    def _height(self, measure: float, manner: _Manner) -> float:
        width = self._column(measure, manner)
        tall = [manner.head + sum(self._tall(act, width, manner) for act in acts) for acts in (RUNNING, ANYWHERE)]
        return max(tall) if manner.beside else sum(tall)

    def _tall(self, act: Act, width: float, manner: _Manner) -> float:
        """Return the height of an act: of more lines where its words need them."""
        font = QFontMetrics(design.lettering(manner.px))
        n = -(-font.horizontalAdvance(act.words) // max(1, round(0.94 * (width - self._caps_room(width) - 12))))
        return manner.line + max(0, n - 1) * LEADING * manner.px

    def _caps_room(self, width: float) -> float:
        """Return the room for the caps: two of each act at least, as far as that leaves room for the words."""
        metrics = QFontMetrics(design.lettering(design.MICRO, design.MEDIUM))
        keys = [[label_of(key) for key in self._held.keys_of(act)[:2]] for act in Act]
        widest = max(sum(max(26, metrics.horizontalAdvance(label) + 16) + 6 for label in labels) for labels in keys)
        return min(float(CAPS), 0.38 * width, widest)

    def _group(
        self, painter: QPainter, head: str, acts: tuple[Act, ...], at: QPointF, width: float, manner: _Manner
    ) -> float:
        colours = design.palette()
        painter.setPen(colours.of("ink"))
        painter.setFont(design.lettering(min(design.LEAD, manner.px + 3), design.SEMIBOLD))
        painter.drawText(QRectF(at.x(), at.y(), width, manner.head - 6), _LEFT, head)
        caps = self._caps_room(width)
        y = at.y() + manner.head
        for act in acts:
            tall = self._tall(act, width, manner)
            painter.setPen(QPen(colours.of("line"), 1))
            painter.drawLine(QPointF(at.x(), y), QPointF(at.x() + width, y))
            self._caps(painter, act, QRectF(at.x(), y, caps, manner.line))
            painter.setPen(colours.of("ink"))
            painter.setFont(design.lettering(manner.px))
            words = QRectF(at.x() + caps + 12, y, width - caps - 12, tall)
            painter.drawText(words, _LEFT.value | Qt.TextFlag.TextWordWrap.value, act.words)
            y += tall
        return y

    def _caps(self, painter: QPainter, act: Act, box: QRectF) -> None:
        colours = design.palette()
        tall = min(26.0, box.height() - 5)
        font = design.lettering(design.MICRO if tall > 22 else 14 if tall > 19 else 13, design.MEDIUM)
        metrics = QFontMetrics(font)
        x = box.left()
        for key in self._held.keys_of(act)[:SHOWN]:
            label = label_of(key)
            cap = QRectF(x, box.center().y() - tall / 2, max(tall, metrics.horizontalAdvance(label) + 16.0), tall)
            if cap.right() > box.right():
                if x > box.left():
                    return
                cap.setRight(box.right())
                label = metrics.elidedText(label, Qt.TextElideMode.ElideRight, round(cap.width()) - 8)
            painter.setPen(QPen(colours.of("quiet"), 1))
            painter.setBrush(colours.of("panel"))
            painter.drawRoundedRect(cap, 5, 5)
            painter.setFont(font)
            painter.setPen(colours.of("ink"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, label)
            x = cap.right() + 6


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
