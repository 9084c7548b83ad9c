"""The list of workouts: what is listed, what is chosen, and the star at the left of each row."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from app.core.tongue import tr
from app.ui.finding import Listed
from app.ui.scroll import ThinBar
from app.ui.shelf import OnShelf, said_of
from app.ui.shelf_row import STAR_ZONE, ShelfDelegate

_ROW = Qt.ItemDataRole.UserRole


def _is_same(shown: object, listed: Listed) -> bool:
    """Whether a row is shown already; a row is made once, and to compare what is in it takes longer than to show it."""
    return (
        isinstance(shown, Listed)
        and shown.row is listed.row
        and (shown.is_favourite, shown.heading) == (listed.is_favourite, listed.heading)
    )


class WorkoutList(QListWidget):
    """Lists the workouts."""

    def __init__(self, favour: Callable[[OnShelf], None], leave_up: Callable[[], None], parent: QWidget) -> None:
        """Make an empty list.

        Args:
            favour: called with a row whose star was pressed.
            leave_up: called when the Up key leaves the first row.
            parent: of the widget.
        """
        super().__init__(parent)
        self._favour, self._leave_up = favour, leave_up
        self.setItemDelegate(ShelfDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(ThinBar())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("workouts"))
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)

    def show_listed(self, rows: Sequence[Listed], chosen_id: str) -> None:
        """List rows; the one with `chosen_id` is chosen, or the first."""
        self.setUpdatesEnabled(False)
        blocked = self.blockSignals(True)
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        while self.count() < len(rows):
            self.addItem(QListWidgetItem())
        row_now = 0
        for number, listed in enumerate(rows):
            item = self.item(number)
            if not _is_same(item.data(_ROW), listed):
                item.setData(_ROW, listed)
                item.setText(listed.row.name)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, said_of(listed.row, is_favourite=listed.is_favourite))
                item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, listed.row.line)
            if listed.row.workout_id == chosen_id:
                row_now = number
        if rows:
            self.setCurrentRow(row_now, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.blockSignals(blocked)
        self.setUpdatesEnabled(True)
        if rows:
            self.scrollToItem(self.item(row_now))
        self.currentItemChanged.emit(self.currentItem(), None)

    @property
    def chosen(self) -> OnShelf | None:
        """The workout that is chosen."""
        return self.row_of(self.currentItem())

    @staticmethod
    def row_of(item: QListWidgetItem | None) -> OnShelf | None:
        """Return the workout of an item."""
        found = item.data(_ROW) if item is not None else None
        return found.row if isinstance(found, Listed) else None

    def enter(self, *, at_end: bool = False) -> None:
        """Take the focus, at the row that is chosen or at the last."""
        if at_end and self.count():
            self.setCurrentRow(self.count() - 1)
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Favour with `*`, leave at the top with Up; letters are keys of the page and choose nothing here."""
        chosen = self.chosen
        if event.text() == "*" and chosen is not None:
            self._favour(chosen)
        elif event.key() == Qt.Key.Key_Up and self.currentRow() <= 0:
            self._leave_up()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Favour with a press on the star."""
        row = self._star_at(event.position().toPoint())
        if row is not None and event.button() is Qt.MouseButton.LeftButton:
            self._favour(row)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Let two quick presses on a star be two presses, and start nothing."""
        if self._star_at(event.position().toPoint()) is not None:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a star."""
        over = self._star_at(event.position().toPoint()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def _star_at(self, point: QPoint) -> OnShelf | None:
        row = self.row_of(self.itemAt(point)) if point.x() < STAR_ZONE else None
        return row if row is not None and not row.faults else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the rows take the height that the width asks."""
        self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)
