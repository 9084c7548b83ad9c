"""Python's cyclic garbage is collected in the window's thread alone.

Left to itself the collector runs in whichever thread happens to allocate; a widget in a cycle that is freed by the
background thread brings the process down. Here it runs between frames, young objects often and old ones seldom.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class Collector(QObject):
    """Collects while it lives; `close` gives the work back to Python."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(EVERY_MS)

    def collect(self) -> None:
        """Collect the youngest generation that is over its threshold, as Python itself would."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return

    def close(self) -> None:
        """Stop, and let Python collect again."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()
