"""The print sheet: the page of a workout as it will be on paper, then a PDF or a printer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.core.plan import Plan
from app.core.tongue import tr
from app.ui import design
from app.ui.overlay import Overlay
from app.ui.paper import as_image

SIZE = (700, 820)


class PrintSheet(Overlay):
    """Shows a page."""

    def __init__(self, parent: QWidget, save: Callable[[Plan], None], print_out: Callable[[Plan], None]) -> None:
        """Make it, hidden.

        Args:
            parent: what it covers.
            save: called with a plan whose page is to be a PDF.
            print_out: called with a plan whose page is to be printed.
        """
        super().__init__(parent, tr("Print"), SIZE)
        self._plan: Plan | None = None
        self._page = QRect()
        self._image: QImage | None = None
        self.save, self.print_out, _ = self.put_buttons(
            ((tr("Save as PDF …"), lambda: self._do(save)), (tr("Print …"), lambda: self._do(print_out)))
        )

    def begin(self, plan: Plan) -> None:
        """Show the page of a plan."""
        self._plan, self._image = plan, None
        self.about.say(plan.workout.name)
        self.enter(self.save)

    def _do(self, what: Callable[[Plan], None]) -> None:
        if self._plan is not None:
            what(self._plan)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save.click()
        else:
            super().keyPressEvent(event)

    def arrange_body(self, body: QRect) -> None:
        """Let the page be as large as there is room, and draw it."""
        if self._plan is None:
            return
        width = min(body.width(), round(body.height() / 1.4))
        grown = self.devicePixelRatioF()
        if self._image is None or self._image.width() != round(width * grown):
            self._image = as_image(self._plan, width, grown)
        tall = min(body.height(), round(self._image.height() / grown))
        self._page = QRect(body.x() + (body.width() - width) // 2, body.y(), width, tall)

    def paint_more(self, painter: QPainter) -> None:
        """Paint the page."""
        if self._image is None:
            return
        painter.save()
        painter.setClipRect(self._page)
        painter.drawImage(self._page.topLeft(), self._image)
        painter.restore()
        painter.setPen(QPen(design.palette().of("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self._page)
