"""The lap sheet: every lap press in a list, to be moved, deleted, told from another mark, or brought back.

Rules of the file: it stops nothing. A workout goes on under it, and space is still a lap; every change is a command in
the journal, and is undone with the key that undoes a lap.
"""

from __future__ import annotations

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

from app.core.tongue import tr
from app.ui import design
from app.ui.keycap import KeyCap
from app.ui.mend_rows import MendRow
from app.ui.scroll import ThinBar
from app.ui.text import Text, fitted

ROW = 44
MEASURE = 960


class LapSheet(QWidget):
    """Lies over the page, under the phase band."""

    def __init__(self, parent: QWidget, do: Callable[[str], None]) -> None:
        """Make an empty sheet.

        Args:
            parent: of the widget.
            do: called with the name of a key cap that was clicked: `earlier`, `later`, `delete`, `insert`, `mark`,
                `restore`, `undo` or `done`.
        """
        super().__init__(parent)
        self.setAccessibleName(tr("mend laps"))
        self.title = Text(tr("Mend laps"), design.LARGE, design.SEMIBOLD, parent=self)
        self.sentence = Text("", design.BODY, tone="quiet", parent=self).wrapped()
        self.list = QListWidget(self)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setVerticalScrollBar(ThinBar())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("lap presses"))
        self.list.viewport().setAutoFillBackground(False)
        self.list.currentItemChanged.connect(lambda *_: self._light())
        self.caps: dict[str, KeyCap] = {}
        for name, key in _caps():
            cap = KeyCap(key, "", self)
            cap.pressed.connect(lambda name=name: do(name))
            self.caps[name] = cap
        self.hide()

    @property
    def chosen(self) -> MendRow | None:
        """The press that is chosen."""
        item = self.list.currentItem()
        found = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return found if isinstance(found, MendRow) else None

    def show_rows(self, rows: tuple[MendRow, ...], near: object = None) -> None:
        """List the presses; the one that was chosen stays so, or the one that is given, or the last."""
        wanted = near if near is not None else self.chosen.at if self.chosen is not None else None
        verbs = {
            "earlier": tr("0.1 s earlier"), "later": tr("later"), "delete": tr("delete"),
            "insert": tr("one missed before"), "mark": tr("which mark"), "restore": tr("bring back"),
            "undo": tr("undo"), "done": tr("done"),
        }  # fmt: skip
        for name, cap in self.caps.items():
            cap.say(verbs[name])
        self.list.clear()
        row_now = len(rows) - 1
        for number, row in enumerate(rows):
            item = QListWidgetItem(row.said, self.list)
            item.setData(Qt.ItemDataRole.UserRole, row)
            if row.at == wanted:
                row_now = number
        self.list.setCurrentRow(row_now)
        if not rows:
            self.say(tr("No lap has been pressed yet."))
        self._light()
        self._arrange()

    def say(self, sentence: str) -> None:
        """Say what came of a mend."""
        self.sentence.say(sentence)

    def _light(self) -> None:
        row = self.chosen
        counts = row is not None and not row.is_refused
        lit = {
            "earlier": counts, "later": counts, "delete": counts,
            "insert": row is not None and row.half_at is not None,
            "mark": counts and row is not None and row.n_marks > 1,
            "restore": row is not None and row.is_refused,
        }  # fmt: skip
        for name, is_lit in lit.items():
            self.caps[name].setEnabled(is_lit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        margin = design.MARGIN if width > 640 else 16
        measure = min(MEASURE, width - 2 * margin)
        left = (width - measure) // 2
        self.title.setGeometry(left, 16, measure, 36)
        self.sentence.setGeometry(left, 52, measure, 28)
        lines: list[list[KeyCap]] = [[]]
        used = 0
        for cap in self.caps.values():
            needed = cap.sizeHint().width() + 12
            if used and used + needed > measure:
                lines.append([])
                used = 0
            lines[-1].append(cap)
            used += needed
        foot = height - 12 - 36 * len(lines)
        y = foot
        for line in lines:
            x = left
            for cap in line:
                cap.setGeometry(x, y, cap.sizeHint().width(), cap.sizeHint().height())
                x += cap.width() + 12
            y += 36
        self.list.setGeometry(left, 88, measure, max(ROW, foot - 12 - 88))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground over the page."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), design.palette().of("ground"))
        painter.setPen(design.palette().of("line"))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()


def _caps() -> tuple[tuple[str, str], ...]:
    return (
        ("earlier", "←"), ("later", "→"), ("delete", tr("del")), ("insert", "I"), ("mark", "1–9"), ("restore", "R"),
        ("undo", "U"), ("done", tr("esc")),
    )  # fmt: skip


class _Delegate(QStyledItemDelegate):
    """Paints a press: name, split, lap, how it came about."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row."""
        return QSize(300, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        row = cast("MendRow", index.data(Qt.ItemDataRole.UserRole))
        box = QRectF(option.rect)
        colours = design.palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(colours.of("ink"), 2))
            painter.setBrush(colours.of("panel"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), design.RADIUS, design.RADIUS)
        else:
            painter.setPen(QPen(colours.of("line"), 1))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
        inner = box.adjusted(12, 0, -12, 0)
        narrow = inner.width() < 560
        columns = ((0.0, 0.44), (0.44, 0.58), (0.58, 0.74), (0.76, 1.0))
        if narrow:
            columns = ((0.0, 0.4), (0.4, 0.4), (0.4, 0.6), (0.62, 1.0))
        cells = (
            (row.name, "quiet" if row.is_refused else "ink", _LEFT),
            (row.split, "quiet", _RIGHT),
            (row.lap, "ink", _RIGHT),
            (row.note, "quiet", _RIGHT),
        )
        for (text, tone, side), (begin, end) in zip(cells, columns, strict=True):
            room = QRectF(inner.left() + begin * inner.width(), inner.top(), (end - begin) * inner.width() - 8, ROW)
            if room.width() <= 0:
                continue
            painter.setPen(colours.of(tone))
            fitted(painter, text, room.width(), design.BODY if side == _LEFT or tone == "ink" else design.SMALL)
            painter.drawText(room, side, text)
        painter.restore()


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
