"""An overlay: a panel over a page that is greyed out, with a heading and buttons; Esc and a press beside it close it.

Rules of the file: a workout that runs has its keys all the while; all other keys stay within the panel.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.core.tongue import tr
from app.ui import design
from app.ui.keycap import Button
from app.ui.shortened import Shortened

PAD, HEAD, FOOT = 28, 96, 84
EDGE = 16
"""That is left of the page beside it, at least."""


class Overlay(QWidget):
    """Covers its parent."""

    closed = Signal()

    def __init__(self, parent: QWidget, heading: str, size: tuple[int, int]) -> None:
        """Make it, hidden.

        Args:
            parent: what it covers.
            heading: what it is for.
            size: of the panel where there is room, in pixels.
        """
        super().__init__(parent)
        self._size = size
        self._back: QWidget | None = None
        self.panel = QRect()
        self.heading = Shortened(heading, design.LARGE, design.SEMIBOLD, parent=self)
        self.about = Shortened("", design.SMALL, tone="quiet", parent=self)
        self.buttons: list[Button] = []
        self.setAccessibleName(heading)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def put_buttons(self, answers: Sequence[tuple[str, Callable[[], None]]]) -> list[Button]:
        """Put buttons at its foot, from right to left, the first one filled, and a last one that closes it."""
        for number, (word, do) in enumerate((*answers, (tr("Close"), self.leave))):
            button = Button(word, filled=number == 0, parent=self)
            button.clicked.connect(lambda _checked, do=do: do())
            self.buttons.append(button)
        return self.buttons

    def enter(self, first: QWidget) -> None:
        """Show it.

        Args:
            first: gets the focus.
        """
        self._back = QApplication.focusWidget()
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect())
        self._arrange()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def leave(self) -> None:
        """Close it; the focus goes back to where it was."""
        if self.isHidden():
            return
        back, self._back = self._back, None
        self.hide()
        if back is not None and back.isVisible():
            back.setFocus()
        self.closed.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go round within the panel."""
        stops = [child for child in self.findChildren(QWidget) if _is_stop(child)]
        if not stops:
            return True
        now = QApplication.focusWidget()
        at = stops.index(now) if now in stops else -1
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close it with a press beside the panel."""
        if not self.panel.contains(event.position().toPoint()):
            self.leave()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        self._arrange()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the veil over the page, and the panel."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = design.palette()
        veil = QColor(colours.of("ground"))
        veil.setAlpha(210)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(colours.of("line"), 1.4))
        painter.setBrush(colours.of("panel"))
        painter.drawRoundedRect(QRectF(self.panel).adjusted(1, 1, -1, -1), design.RADIUS, design.RADIUS)
        self.paint_more(painter)
        painter.end()

    def paint_more(self, painter: QPainter) -> None:
        """Paint what else stands on the panel."""

    def arrange_body(self, body: QRect) -> None:
        """Lay out what stands between heading and buttons."""
        raise NotImplementedError

    def _arrange(self) -> None:
        width = min(self._size[0], self.width() - 2 * EDGE)
        height = min(self._size[1], self.height() - 2 * EDGE)
        self.panel = QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        low = height < 420
        pad, head, foot = (16, 64, 64) if low else (PAD, HEAD, FOOT)
        left, room = self.panel.x() + pad, width - 2 * pad
        top = self.panel.y() + (10 if low else 22)
        self.heading.setGeometry(left, top, room, 34)
        self.about.setGeometry(left, top + 32, room, 24)
        self.about.setVisible(not low)
        right, y = self.panel.right() - pad + 1, self.panel.bottom() - foot + (foot - 44) // 2
        for button in self.buttons:
            if button.isHidden() and self.isVisible():
                continue
            wide = button.sizeHint().width()
            right -= wide
            button.setGeometry(right, y, wide, 44)
            right -= 12
        self.arrange_body(QRect(left, self.panel.y() + head, room, height - head - foot))
        self.update()


def _is_stop(child: QWidget) -> bool:
    policy = child.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(policy) and child.isEnabled() and child.isVisible()
