"""A text that ends in … where its room ends, in whole lines: nothing is ever cut through."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption

from app.ui.text import Text

LONGEST = 2000
"""Characters that are laid out; no panel has room for more."""


class Shortened(Text):
    """A label that shows as many whole lines as it has room for; its text stays whole, for who reads it aloud."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setFont(self.font())
        metrics = QFontMetrics(self.font())
        lines = self._lines(metrics)
        middle = bool(self.alignment() & Qt.AlignmentFlag.AlignVCenter)
        at_right = bool(self.alignment() & Qt.AlignmentFlag.AlignRight)
        y = (self.height() - metrics.lineSpacing() * len(lines)) / 2 if middle else 0.0
        for line in lines:
            x = self.width() - metrics.horizontalAdvance(line) if at_right else 0
            painter.drawText(QPointF(x, y + metrics.ascent()), line)
            y += metrics.lineSpacing()
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Show the whole text to a pointer that rests on it, where it is shortened."""
        if event.type() == QEvent.Type.ToolTip:
            is_shortened = any("…" in line for line in self._lines(QFontMetrics(self.font())))
            self.setToolTip(self.text() if is_shortened else "")
        return super().event(event)

    def _lines(self, metrics: QFontMetrics) -> list[str]:
        text, width = self.text()[:LONGEST], self.width()
        most = max(1, self.height() // max(1, metrics.lineSpacing())) if self.wordWrap() else 1
        if not text or width <= 0:
            return []
        if most == 1:
            return [metrics.elidedText(text.replace("\n", "  "), Qt.TextElideMode.ElideRight, width)]
        lines: list[str] = []
        for paragraph in text.split("\n"):
            lines += _wrapped(paragraph, self, width, most - len(lines) + 1)
        if len(lines) > most:
            rest = " ".join(lines[most - 1 :])
            lines = [*lines[: most - 1], metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
        return lines


def _wrapped(paragraph: str, label: Text, width: int, most: int) -> list[str]:
    """Break a paragraph into lines; what is behind the last one stays with it."""
    layout = QTextLayout(paragraph, label.font())
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < max(1, most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(paragraph)]
    return [paragraph[start:end].rstrip() for start, end in zip(starts, ends, strict=True)]
