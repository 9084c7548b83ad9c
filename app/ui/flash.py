"""The flash: the whole screen in the phase's colour for a moment, at a boundary. Gyms are noisy.

Rules of the file: one pulse a boundary, never a flicker; it lies over everything and takes no click.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.core.plan import Segment
from app.ui import design
from app.ui.phases import tone_of

PULSE_MS = 220
"""Long enough to be seen in the corner of an eye."""
APART_MS = 700
"""Pulses nearer than this are one. Source: WCAG 2.3.1 forbids more than three flashes in a second."""


class Flash(QWidget):
    """Covers the window for a moment."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tone = "ink"
        self._resting = False
        self._pulse = QTimer(self)
        self._pulse.setSingleShot(True)
        self._pulse.timeout.connect(self.hide)
        self.hide()

    def show_phase(self, segment: Segment) -> None:
        """Flash in the colour of what begins."""
        if self._resting:
            return
        self._resting = True
        QTimer.singleShot(APART_MS, self, self._rested)
        self._tone = tone_of(segment)
        self.show()
        self.raise_()
        self._pulse.start(PULSE_MS)

    def _rested(self) -> None:
        self._resting = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the colour, and nothing else."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), design.palette().of(self._tone))
        painter.end()
