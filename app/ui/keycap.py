"""Key caps and buttons: quiet, on the page, with the verb."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.core.tongue import tr
from app.ui import design

CAP_PX, VERB_PX = design.MICRO, design.SMALL
HEIGHT = 30


def cap_width(key: str, grown: float = 1.0) -> int:
    """Return the room for a cap; `grown` times as large as on the design's window."""
    font = design.lettering(CAP_PX * grown, design.MEDIUM)
    return max(round(26 * grown), QFontMetrics(font).horizontalAdvance(key) + round(20 * grown))


def paint_cap(
    painter: QPainter, at: QPointF, key: str, ground: str = "ground", edge: str = "line", grown: float = 1.0
) -> None:
    """Paint a cap with what stands on it; `HEIGHT` high with the room round it."""
    colours = design.palette()
    cap = QRectF(at.x() + 0.75, at.y() + 1.75, cap_width(key, grown) - 1.5, 24 * grown)
    painter.setPen(QPen(colours.of(edge), 1.5))
    painter.setBrush(colours.of(edge))
    painter.drawRoundedRect(cap.translated(0, 2.5), 5, 5)
    painter.setBrush(colours.of(ground))
    painter.drawRoundedRect(cap, 5, 5)
    painter.setFont(design.lettering(CAP_PX * grown, design.MEDIUM))
    painter.setPen(colours.of("ink"))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)


class KeyCap(QAbstractButton):
    """A key with its verb; a click does what the key does. It never takes the focus, or Space would press it."""

    def __init__(self, key: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._grown = 1.0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(verb)

    def say(self, verb: str, key: str | None = None) -> None:
        """Set the verb, and what stands on the cap."""
        if verb != self.text() or key not in (None, self.key):
            self.key = self.key if key is None else key
            self.setText(verb)
            self.setAccessibleName(tr("{verb}, key {key}").format(verb=verb, key=self.key) if self.key else verb)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the room for cap and verb."""
        grown = self._grown
        verb = QFontMetrics(design.lettering(VERB_PX * grown)).horizontalAdvance(self.text())
        return QSize(cap_width(self.key, grown) + round(8 * grown) + verb + 4, round(HEIGHT * grown))

    def grow(self, grown: float) -> None:
        """Let it be so many times as large as on the design's window."""
        self._grown = grown
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cap, then the verb; faint when it means nothing now."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.35)
        colours = design.palette()
        width = cap_width(self.key, self._grown)
        paint_cap(painter, QPointF(0, 0), self.key, "line" if self.isDown() else "ground", grown=self._grown)
        painter.setFont(design.lettering(VERB_PX * self._grown))
        painter.setPen(colours.of("ink" if self.underMouse() and self.isEnabled() else "quiet"))
        left = width + round(8 * self._grown)
        verb = QRectF(left, 0, self.width() - left, round(HEIGHT * self._grown) - 2)
        painter.drawText(verb, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class Button(QAbstractButton):
    """A button of a page; the one that matters most is filled."""

    def __init__(self, text: str, *, filled: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = filled
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def fill(self, *, filled: bool) -> None:
        """Let it be the one that matters most, or no longer."""
        self._filled = filled
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the word."""
        return QSize(QFontMetrics(self._font()).horizontalAdvance(self.text()) + 42, 44)

    def _font(self) -> QFont:
        return design.lettering(design.BODY, design.SEMIBOLD if self._filled else design.MEDIUM)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.35)
        colours = design.palette()
        ground = colours.of("work") if self._filled else colours.of("line" if self.isDown() else "ground")
        edge = colours.of("work" if self._filled else "line")
        if self.hasFocus() or (self.underMouse() and self.isEnabled()):
            edge = colours.of("ink")
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1.4))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), design.RADIUS, design.RADIUS)
        painter.setFont(self._font())
        painter.setPen(design.on(ground) if self._filled else colours.of("ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
