"""The key sheet: all keys as they are bound, over the page; any key or click takes it away."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.core.tongue import tr
from app.ui import design
from app.ui.keys import Act, Bindings, label_of
from app.ui.text import fitted

RUNNING = (
    Act.LAP, Act.PAUSE, Act.UNDO, Act.BACK, Act.SKIP, Act.MORE_REST, Act.LESS_REST, Act.LEAVE, Act.COOL_DOWN, Act.STOP,
    Act.MEND, Act.LAPS,
)  # fmt: skip
ANYWHERE = tuple(act for act in Act if act not in RUNNING)
SHOWN = 4
"""Keys of one act that are shown; more are in the settings."""
CAPS = 232
"""Room for the caps, in pixels."""
LINE, HEAD = 38, 48


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
        beside = self.width() >= 860
        n_lines = max(len(acts) for _head, acts in groups) if beside else sum(len(acts) for _head, acts in groups)
        heads = HEAD if beside else 2 * HEAD
        step = min(float(LINE), (self.height() - 2 * 16 - heads) / n_lines)
        measure = min(1180, self.width() - 2 * margin)
        left = (self.width() - measure) / 2
        width = (measure - 48) / 2 if beside else measure
        y = max(16.0, (self.height() - heads - step * n_lines) / 2)
        for head, acts in groups:
            self._group(painter, head, acts, QRectF(left, y, width, HEAD + step * len(acts)), step)
            if beside:
                left += width + 48
            else:
                y += HEAD + step * len(acts)
        painter.end()

    def _group(self, painter: QPainter, head: str, acts: tuple[Act, ...], box: QRectF, step: float) -> None:
        colours = design.palette()
        painter.setPen(colours.of("ink"))
        painter.setFont(design.lettering(design.LEAD, design.SEMIBOLD))
        painter.drawText(box.adjusted(0, 0, 0, HEAD - 8 - box.height()), _LEFT, head)
        caps = min(float(CAPS), 0.46 * box.width())
        y = box.top() + HEAD
        for act in acts:
            painter.setPen(QPen(colours.of("line"), 1))
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            self._caps(painter, act, QRectF(box.left(), y, caps, step))
            painter.setPen(colours.of("ink"))
            words = QRectF(box.left() + caps + 12, y, box.width() - caps - 12, step)
            fitted(painter, act.words, words.width(), min(design.BODY, 0.62 * step))
            painter.drawText(words, _LEFT, act.words)
            y += step

    def _caps(self, painter: QPainter, act: Act, box: QRectF) -> None:
        colours = design.palette()
        px = min(float(design.MICRO), 0.5 * step) if (step := box.height()) else 0.0
        font = design.lettering(px, design.MEDIUM)
        metrics = QFontMetrics(font)
        x = box.left()
        for key in self._held.keys_of(act)[:SHOWN]:
            label = label_of(key)
            cap = QRectF(
                x,
                box.center().y() - 0.36 * step,
                max(0.9 * px + 14, metrics.horizontalAdvance(label) + 16),
                0.72 * step,
            )
            if cap.right() > box.right() and x > box.left():
                return
            painter.setPen(QPen(colours.of("quiet"), 1))
            painter.setBrush(colours.of("panel"))
            painter.drawRoundedRect(cap, 5, 5)
            painter.setFont(font)
            painter.setPen(colours.of("ink"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, label)
            x = cap.right() + 6


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
