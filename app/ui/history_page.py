"""The history page: what was run, newest first; open one to see its result."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui import design
from app.ui.desk import Past
from app.ui.keycap import KeyCap
from app.ui.scroll import ThinBar
from app.ui.text import Text, fitted

ROW = 68
OUTCOMES = {"finished": "finished", "stopped": "stopped", "kept": "cut off, kept", "running": "cut off"}


class HistoryPage(QWidget):
    """Lists past sessions."""

    def __init__(self, open_one: Callable[[Past], None]) -> None:
        super().__init__()
        self._open = open_one
        self.title = Text("History", design.TITLE, design.BOLD, parent=self)
        self.empty = Text("Nothing has been run yet.", design.BODY, tone="quiet", parent=self)
        self.list = QListWidget(self)
        self.list.setItemDelegate(_PastDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setVerticalScrollBar(ThinBar())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("past sessions")
        self.list.viewport().setAutoFillBackground(False)
        self.list.itemDoubleClicked.connect(lambda _item: self.open_chosen())
        self.enter = KeyCap("enter", "open", self)
        self.enter.pressed.connect(self.open_chosen)

    def show_past(self, sessions: tuple[Past, ...]) -> None:
        """List these."""
        self.list.clear()
        for past in sessions:
            item = QListWidgetItem(f"{past.workout}, {day_words(past.started_at)}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, past)
        self.list.setCurrentRow(0)
        self.empty.setVisible(not sessions)
        self.enter.setEnabled(bool(sessions))

    def open_chosen(self) -> None:
        """Open the one that is chosen."""
        item = self.list.currentItem()
        if item is not None:
            self._open(cast("Past", item.data(Qt.ItemDataRole.UserRole)))

    def repaint_all(self) -> None:
        """Paint anew after a change of palette."""
        self.list.viewport().update()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the page out anew."""
        margin = 40 if self.width() > 800 else 16
        width = self.width() - 2 * margin
        self.title.setGeometry(margin, 28, width, 46)
        self.empty.setGeometry(margin, 92, width, 30)
        self.list.setGeometry(margin, 88, width, self.height() - 88 - 60)
        self.enter.setGeometry(margin, self.height() - 44, self.enter.sizeHint().width(), 30)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), design.palette().of("ground"))
        painter.end()


def day_words(started_at: str) -> str:
    """Write a day and time: `Sun 22 Nov 2026, 18:05`."""
    when = datetime.datetime.fromisoformat(started_at)
    return f"{when:%a} {when.day} {when:%b} {when.year}, {when:%H:%M}"


class _PastDelegate(QStyledItemDelegate):
    """Paints a past session: when, what, how it ended, the note."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(300, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        past = cast("Past", index.data(Qt.ItemDataRole.UserRole))
        box = QRectF(option.rect)
        colours = design.palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.of("panel"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), design.RADIUS, design.RADIUS)
            painter.setBrush(colours.of("ink"))
            painter.drawRoundedRect(QRectF(box.left(), box.top() + 1, 4, box.height() - 2), 2, 2)
        else:
            painter.setPen(QPen(colours.of("line"), 1))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
        side = Qt.AlignmentFlag.AlignVCenter
        left, width = box.left() + 14, box.width() - 28
        painter.setPen(colours.of("ink"))
        fitted(painter, past.workout, 0.6 * width, design.LEAD, design.SEMIBOLD)
        top = QRectF(left, box.top() + 8, width, 30)
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft | side, past.workout)
        painter.setFont(design.lettering(design.SMALL))
        painter.setPen(colours.of("quiet"))
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | side, OUTCOMES.get(past.outcome, past.outcome))
        said = day_words(past.started_at) + (f"  ·  {past.note}" if past.note else "")
        line = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, int(width))
        painter.drawText(QRectF(left, box.top() + 36, width, 24), Qt.AlignmentFlag.AlignLeft | side, line)
        painter.restore()
