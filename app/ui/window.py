"""The window: painted at once, filled as soon as the rest of the house is there.

Rules of the file: nothing of the house is imported here but the design, nor Qt's namespace of enums, which is dear. A
bare window takes most of the time to the first paint; everything else is loaded in the background after it, so that the
wait is never a blank screen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui import design

if TYPE_CHECKING:
    from app.core.plan import Plan
    from app.ui.background import Background
    from app.ui.collector import Collector
    from app.ui.desk import Desk
    from app.ui.pages import Pages

SMALLEST = (440, 520)
SIDEBAR = 236


class Window(QWidget):
    """The one window."""

    def __init__(self, make_desk: Callable[[], Desk], plan: Plan | None = None, workout_id: str = "") -> None:
        """Make an empty window.

        Args:
            make_desk: makes the rest of the house; called in the background after the first paint.
            plan: what to run at once; None opens the library.
            workout_id: of its file, empty for a typed text.
        """
        super().__init__()
        self.setWindowTitle("Bell Lap")
        self.setMinimumSize(*SMALLEST)
        self.resize(1280, 800)
        self._make_desk = make_desk
        self._given = (plan, workout_id)
        self._has_painted = False
        self._background: Background | None = None
        self._collector: Collector | None = None
        self._desk: Desk | None = None
        self.pages: Pages | None = None

    def show_where_it_was(self, geometry: str) -> None:
        """Open where the window was, if that is still on a screen."""
        try:
            x, y, width, height = (int(part) for part in geometry.split(","))
        except ValueError:
            return
        screen = QGuiApplication.screenAt(QRect(x, y, width, height).center())
        if screen is not None and width >= SMALLEST[0] and height >= SMALLEST[1]:
            self.setGeometry(QRect(x, y, width, height).intersected(screen.availableGeometry()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, and until the pages are there, the name where it will stay."""
        painter = QPainter(self)
        colours = design.palette()
        painter.fillRect(self.rect(), colours.of("ground"))
        if self.pages is None and self._given[0] is None and self.width() >= 1000:
            painter.setFont(design.lettering(30, design.BOLD))
            painter.setPen(colours.of("ink"))
            metrics = painter.fontMetrics()
            painter.drawText(24, 48 + (metrics.ascent() - metrics.descent()) // 2, "Bell Lap")
            painter.fillRect(QRect(SIDEBAR - 1, 0, 1, self.height()), colours.of("line"))
        painter.end()
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self, self.fill)

    def fill(self) -> None:
        """Load the rest of the house in the background, then show the first page."""
        from app.ui.background import Background  # noqa: PLC0415 - waits for the first paint
        from app.ui.collector import Collector  # noqa: PLC0415 - as above

        self._collector = Collector(self)
        self._background = Background()
        self._background.ask(self._load, self._filled)

    def _load(self) -> Desk:
        import app.ui.pages  # noqa: F401, PLC0415 - heavy, so it waits for the first paint

        return self._make_desk()

    def _filled(self, desk: Desk) -> None:
        from app.ui.pages import Pages  # noqa: PLC0415 - loaded by now

        assert self._background is not None
        self._desk = desk
        self.pages = Pages(desk, self._background, *self._given)
        self.pages.setParent(self)
        self.pages.setGeometry(self.rect())
        self.pages.show()
        self.pages.go(self.pages.page)
        self.pages.opening.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the pages fill the window."""
        if self.pages is not None:
            self.pages.setGeometry(self.rect())
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is to be kept, and let everything go; each wait has a bound."""
        if self.pages is not None:
            box = self.geometry()
            self.pages.close_down(f"{box.x()},{box.y()},{box.width()},{box.height()}")
        if self._background is not None:
            self._background.close()
        if self._desk is not None:
            self._desk.close()
        if self._collector is not None:
            self._collector.close()
        super().closeEvent(event)
