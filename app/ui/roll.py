"""The roll: what is longer than its room, moved by wheel, thin bar and keys; a ring says that the keys are its."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.ui.ring import paint_ring
from app.ui.scroll import ThinBar

BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Roll(QScrollArea):
    """Scrolls up and down; Tab reaches it while there is something to scroll."""

    def __init__(self, name: str, content: QWidget, step: int, parent: QWidget | None = None) -> None:
        """Make it.

        Args:
            name: what it is to who cannot see it.
            content: what is scrolled.
            step: pixels for one press of an arrow.
            parent: of the widget.
        """
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ThinBar())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.setWidget(content)
        bar = self.verticalScrollBar()
        bar.setSingleStep(step)
        bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar.rangeChanged.connect(self._reach)
        self._ring = _Ring(self)
        self._reach()

    @property
    def can_scroll(self) -> bool:
        """Whether there is more than is seen."""
        return self.verticalScrollBar().maximum() > 0

    def _reach(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self.can_scroll else Qt.FocusPolicy.NoFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by a step, a page, or to an end; let every other key pass."""
        bar = self.verticalScrollBar()
        ways = {
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        way = ways.get(Qt.Key(event.key()))
        if way is None or not self.can_scroll:
            event.ignore()
            return
        bar.setValue(bar.value() + way)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring to who came by Tab."""
        self._ring.setVisible(event.reason() in BY_TAB)
        self._ring.raise_()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self._ring.hide()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the ring round it."""
        self._ring.setGeometry(self.rect())
        super().resizeEvent(event)


class _Ring(QWidget):
    """Lies over an area and paints its ring."""

    def __init__(self, area: Roll) -> None:
        super().__init__(area)
        self._area = area
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_ring(painter, self._area)
        painter.end()
